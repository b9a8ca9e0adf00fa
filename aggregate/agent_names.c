/* SPDX-License-Identifier: MIT */
#include "aggregate/agent.h"

struct label {
	const char *key, *name;
};

static const struct label browsers[] = {
#define X(id, key, name) { key, name },
	BROWSER_TABLE(X)
#undef X
};

static const struct label systems[] = {
#define X(id, key, name, device) { key, name },
	SYSTEM_TABLE(X)
#undef X
};

static const struct label devices[] = {
#define X(id, key, name) { key, name },
	DEVICE_TABLE(X)
#undef X
};

/* The place of the key, or n. */
static size_t
find(const struct label *label, size_t n, struct span key)
{
	for (size_t i = 0; i < n; i++)
		if (span_eq(key, span_of(label[i].key)))
			return i;
	return n;
}

const char *
agent_browser_key(enum browser b)
{
	return browsers[b].key;
}

const char *
agent_browser_name(enum browser b)
{
	return browsers[b].name;
}

const char *
agent_system_key(enum system s)
{
	return systems[s].key;
}

const char *
agent_system_name(enum system s)
{
	return systems[s].name;
}

const char *
agent_device_key(enum device d)
{
	return devices[d].key;
}

const char *
agent_device_name(enum device d)
{
	return devices[d].name;
}

bool
agent_browser_of(struct span key, enum browser *out)
{
	size_t at = find(browsers, BROWSER__MAX, key);

	if (at == BROWSER__MAX)
		return false;
	*out = (enum browser)at;
	return true;
}

bool
agent_system_of(struct span key, enum system *out)
{
	size_t at = find(systems, SYSTEM__MAX, key);

	if (at == SYSTEM__MAX)
		return false;
	*out = (enum system)at;
	return true;
}

bool
agent_device_of(struct span key, enum device *out)
{
	size_t at = find(devices, DEVICE__MAX, key);

	if (at == DEVICE__MAX)
		return false;
	*out = (enum device)at;
	return true;
}
