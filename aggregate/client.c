/* SPDX-License-Identifier: MIT */
#include "aggregate/client.h"

#include "aggregate/agent.h"
#include "aggregate/match.h"
#include "common/hash.h"
#include "common/mem.h"
#include "common/terms.h"

enum {
	AGENTS_MAX = 32768,            /* kept in the cache, */
	AGENTS_BYTES = 8 * 1024 * 1024, /* together with at most this many, */
	AGENT_CACHED_BYTES = 1024      /* each no longer than this */
};

struct networks {
	struct network *net;
	size_t n;
};

/* What an agent alone tells. */
struct told {
	struct agent agent;
	uint8_t class; /* human, monitor or robot */
	uint8_t reason;
	uint32_t robot;
};

struct clients {
	const struct site *site;
	const struct lists *lists;
	struct networks internal, monitor;
	struct match *monitor_agents;
	struct terms agents; /* seen; told[term] is what they are */
	struct told *told;
	struct arena arena;
};

static size_t
count(const char **list)
{
	size_t n = 0;

	while (list != NULL && list[n] != NULL)
		n++;
	return n;
}

static bool
networks_have(const struct networks *n, const struct address *a)
{
	for (size_t i = 0; i < n->n; i++)
		if (network_has(&n->net[i], a))
			return true;
	return false;
}

static bool
read_network(struct networks *n, const char *text, const char *setting,
    struct err *err)
{
	if (!network_read(span_of(text), &n->net[n->n]))
		return err_set(err, ERR_CONFIG,
		    "%s = %s: is no network such as 192.0.2.0/24 or "
		    "2001:db8::/32", setting, text);
	n->n++;
	return true;
}

static bool
read_internal(struct clients *c, struct err *err)
{
	const char **list = c->site->internal;
	size_t n = count(list);

	c->internal.net = arena_new(&c->arena,
	    n * sizeof(*c->internal.net));
	for (size_t i = 0; i < n; i++)
		if (!read_network(&c->internal, list[i], "internal", err))
			return false;
	return true;
}

static bool
read_monitor(struct clients *c, struct err *err)
{
	const char **list = c->site->monitor;
	size_t n = count(list);

	c->monitor_agents = match_open();
	c->monitor.net = arena_new(&c->arena, n * sizeof(*c->monitor.net));
	for (size_t i = 0; i < n; i++) {
		struct span text = span_trim(span_of(list[i]));

		if (!network_meant(text))
			match_add(c->monitor_agents, text, MATCH_NOCASE, 0);
		else if (!read_network(&c->monitor, list[i], "monitor", err))
			return false;
	}
	match_build(c->monitor_agents);
	return true;
}

bool
clients_open(const struct site *site, const struct lists *lists,
    struct clients **out, struct err *err)
{
	struct clients *c = mem_new(sizeof(*c));
	uint64_t seed;

	c->site = site;
	c->lists = lists;
	c->told = mem_new(AGENTS_MAX * sizeof(*c->told));
	if (!read_internal(c, err) || !read_monitor(c, err) ||
	    !hash_random(&seed, sizeof(seed), err)) {
		clients_close(c);
		return false;
	}
	terms_open(&c->agents, seed);
	*out = c;
	return true;
}

void
clients_close(struct clients *c)
{
	if (c == NULL)
		return;
	match_close(c->monitor_agents);
	terms_close(&c->agents);
	mem_free(c->told);
	arena_close(&c->arena);
	mem_free(c);
}

bool
client_is_probe(struct span agent)
{
	return span_starts(agent, SPAN("truycap-probe/"));
}

static struct told
told_by(const struct clients *c, struct span agent)
{
	const struct robot *robot;

	if (client_is_probe(agent) || match_any(c->monitor_agents, agent))
		return (struct told){ .class = CLASS_MONITOR,
			.robot = CLIENT_NO_ROBOT };
	robot = robots_find(c->lists->robots, agent);
	if (robot != NULL)
		return (struct told){ .class = CLASS_ROBOT,
			.reason = (uint8_t)robot->reason,
			.robot = robot->number };
	return (struct told){ .agent = agent_read(agent),
		.class = CLASS_HUMAN, .robot = CLIENT_NO_ROBOT };
}

/* The same, remembered.  A full cache is emptied: simpler than choosing what to
 * drop, and what a site's visitors send is soon back in it. */
static struct told
cached(struct clients *c, struct span agent)
{
	size_t before = c->agents.n;
	uint32_t term;

	if (agent.n == 0 || agent.n > AGENT_CACHED_BYTES)
		return told_by(c, agent);
	if (before == AGENTS_MAX || c->agents.arena.bytes > AGENTS_BYTES) {
		terms_clear(&c->agents);
		before = c->agents.n;
	}
	term = terms_at(&c->agents, agent);
	if (c->agents.n > before)
		c->told[term] = told_by(c, agent);
	return c->told[term];
}

struct client
clients_tell(struct clients *c, const struct hit *hit)
{
	struct told told = cached(c, hit->agent);
	struct client out = { .class = (enum class)told.class,
		.robot = told.robot, .reason = (enum robot_reason)told.reason,
		.traits = { .browser = told.agent.browser,
		    .system = told.agent.system,
		    .device = told.agent.device } };
	struct address a;

	if (!address_read(hit->addr, &a))
		return out;
	if (client_is_probe(hit->agent))
		out.class = CLASS_MONITOR;
	else if (networks_have(&c->internal, &a))
		out.class = CLASS_INTERNAL;
	else if (networks_have(&c->monitor, &a))
		out.class = CLASS_MONITOR;
	if (c->lists->geo != NULL)
		out.traits.country = geo_country(c->lists->geo, &a);
	out.traits.flags = address_is_v4(&a) ? VIEW_IPV4 :
	    VIEW_IPV6;
	return out;
}
