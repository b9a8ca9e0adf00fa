/* SPDX-License-Identifier: MIT */
#include "publish/keys.h"

#include "aggregate/agent.h"
#include "common/buf.h"

/* Keys that are words of ours. */
static const struct {
	enum dim dim;
	const char *key;
	enum message text;
} words[] = {
	{ DIM_SOURCE, "direct", MSG_KEY_DIRECT },
	{ DIM_SOURCE, "internal", MSG_KEY_INTERNAL },
	{ DIM_SOURCE, "search", MSG_KEY_SEARCH },
	{ DIM_SOURCE, "social", MSG_KEY_SOCIAL },
	{ DIM_SOURCE, "government", MSG_KEY_GOVERNMENT },
	{ DIM_SOURCE, "other", MSG_KEY_OTHER_SITES },
	{ DIM_DEVICE, "desktop", MSG_KEY_DESKTOP },
	{ DIM_DEVICE, "phone", MSG_KEY_PHONE },
	{ DIM_DEVICE, "tablet", MSG_KEY_TABLET },
	{ DIM_DEVICE, "tv", MSG_KEY_TV },
	{ DIM_DEVICE, "console", MSG_KEY_CONSOLE },
	{ DIM_DEVICE, "other", MSG_KEY_OTHER },
	{ DIM_BROWSER, "other", MSG_KEY_OTHER },
	{ DIM_SYSTEM, "other", MSG_KEY_OTHER },
	{ DIM_ROBOT_KIND, "search engine", MSG_KEY_SEARCH },
	{ DIM_ROBOT_KIND, "ai crawler", MSG_KEY_AI },
	{ DIM_ROBOT_KIND, "seo", MSG_KEY_SEO },
	{ DIM_ROBOT_KIND, "social preview", MSG_KEY_PREVIEW },
	{ DIM_ROBOT_KIND, "monitor", MSG_KEY_MONITOR },
	{ DIM_ROBOT_KIND, "library/tool", MSG_KEY_TOOL },
	{ DIM_ROBOT_KIND, "headless browser", MSG_KEY_HEADLESS },
	{ DIM_ROBOT_KIND, "scanner", MSG_KEY_SCANNER },
	{ DIM_ROBOT_KIND, "feed reader", MSG_KEY_FEED },
	{ DIM_ROBOT_KIND, "archiver", MSG_KEY_ARCHIVER },
	{ DIM_ROBOT_KIND, "other crawler", MSG_KEY_CRAWLER },
	{ DIM_ROBOT_KIND, "empty agent", MSG_KEY_EMPTY },
	{ DIM_ROBOT, "(empty agent)", MSG_KEY_EMPTY },
	{ DIM_ROBOT, "(no browser)", MSG_KEY_NO_BROWSER },
	{ DIM_DOUBT, "robots.txt", MSG_KEY_ROBOTS_TXT },
	{ DIM_DOUBT, "fast", MSG_KEY_FAST },
	{ DIM_DOUBT, "errors", MSG_KEY_ERRORS },
	{ DIM_DOUBT, "no-asset", MSG_KEY_NO_ASSET },
};

/* The missing path, and the page that links there. */
static const char *
broken(struct arena *arena, struct span key)
{
	struct span path = span_cut(&key, '\t');
	struct buf b = { 0 };

	buf_span(&b, path);
	buf_puts(&b, " ← ");
	buf_span(&b, key);

	const char *text = arena_dup(arena, b.p, b.n);

	buf_close(&b);
	return text;
}

/* A list's pattern, without the marks of a pattern. */
static const char *
pattern(struct arena *arena, struct span key)
{
	struct buf b = { 0 };
	const char *text;

	for (size_t i = 0; i < key.n; i++)
		if (!(key.p[i] == '^' && i == 0) &&
		    !(key.p[i] == '$' && i + 1 == key.n) &&
		    !(key.p[i] == '\\' && i + 1 < key.n))
			buf_putc(&b, key.p[i]);
	text = arena_dup(arena, buf_text(&b), b.n);
	buf_close(&b);
	return text;
}

const char *
key_text(struct arena *arena, enum lang lang, enum dim dim, struct span key)
{
	enum browser browser;
	enum system system;

	if (key.n == 0)
		return message(lang, MSG_KEY_UNKNOWN);
	if (span_eq(key, SPAN(DIM_OTHER)))
		return message(lang, MSG_KEY_OTHERS);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (words[i].dim == dim && span_eq(key, span_of(words[i].key)))
			return message(lang, words[i].text);
	if (dim == DIM_BROWSER && agent_browser_of(key, &browser))
		return agent_browser_name(browser);
	if (dim == DIM_SYSTEM && agent_system_of(key, &system))
		return agent_system_name(system);
	if (dim == DIM_ROBOT)
		return pattern(arena, key);
	if (dim == DIM_BROKEN)
		return broken(arena, key);
	return arena_dup(arena, key.p, key.n);
}
