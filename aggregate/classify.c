/* SPDX-License-Identifier: MIT */
#include "aggregate/classify.h"

#include "aggregate/glob.h"
#include "aggregate/match.h"
#include "aggregate/network.h"
#include "aggregate/outcome.h"
#include "aggregate/page.h"
#include "common/hash.h"
#include "common/mem.h"
#include "common/terms.h"

enum {
	AGENTS_MAX = 32768,                /* kept in the cache, */
	AGENTS_BYTES = 8 * 1024 * 1024,    /* together with at most this many, */
	AGENT_CACHED_BYTES = 1024,         /* each no longer than this */
	ADDRESS_BYTES = 256                /* of a visitor's key; see classify.h */
};

/* Globs of one setting, cleaned as the paths are that they will meet. */
struct globs {
	struct span *glob;
	size_t n;
};

struct networks {
	struct network *net;
	size_t n;
};

struct classify {
	const struct site *site;
	const struct robots *robots;
	struct outcomes *outcomes;
	struct networks internal, monitor;
	struct match *monitor_agents;
	struct globs exclude, post_page, asset, feed, download;
	struct span widget;      /* its path without the last slash; may be empty */
	struct page page;
	struct terms agents;     /* seen; class_of[term] is what they are */
	unsigned char *class_of; /* CLASS_HUMAN, _MONITOR or _ROBOT */
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

static struct globs
read_globs(struct classify *c, const char **list)
{
	struct globs g = { .n = count(list) };

	g.glob = arena_new(&c->arena, g.n * sizeof(*g.glob));
	for (size_t i = 0; i < g.n; i++) {
		struct span text = clean_text(&c->page.clean, span_of(list[i]));

		g.glob[i] = (struct span){
			arena_dup(&c->arena, text.p, text.n), text.n };
	}
	return g;
}

static bool
globs_fit(const struct globs *g, struct span path)
{
	for (size_t i = 0; i < g->n; i++)
		if (glob_fits(g->glob[i], path))
			return true;
	return false;
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
read_internal(struct classify *c, struct err *err)
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
read_monitor(struct classify *c, struct err *err)
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
classify_open(const struct site *site, const struct robots *robots,
    struct classify **out, struct err *err)
{
	struct classify *c = mem_new(sizeof(*c));
	struct span widget = span_of(site->widget_path);
	uint64_t seed;

	c->site = c->page.site = site;
	c->robots = robots;
	c->exclude = read_globs(c, site->exclude);
	c->post_page = read_globs(c, site->post_page);
	c->asset = read_globs(c, site->asset);
	c->feed = read_globs(c, site->feed);
	c->download = read_globs(c, site->download);
	/* A widget at "/" would hide the whole site: then it is not told apart. */
	while (widget.n > 0 && widget.p[widget.n - 1] == '/')
		widget.n--;
	c->widget = widget;
	c->class_of = mem_new(AGENTS_MAX);
	if (!outcomes_open((struct span){ 0 }, &c->outcomes, err) ||
	    !read_internal(c, err) || !read_monitor(c, err) ||
	    !hash_random(&seed, sizeof(seed), err)) {
		classify_close(c);
		return false;
	}
	terms_open(&c->agents, seed);
	*out = c;
	return true;
}

void
classify_close(struct classify *c)
{
	if (c == NULL)
		return;
	outcomes_close(c->outcomes);
	match_close(c->monitor_agents);
	page_close(&c->page);
	terms_close(&c->agents);
	mem_free(c->class_of);
	arena_close(&c->arena);
	mem_free(c);
}

/* ---- class ---- */

static enum class
class_of_agent(const struct classify *c, struct span agent)
{
	if (match_any(c->monitor_agents, agent))
		return CLASS_MONITOR;
	return robots_match(c->robots, agent) != NULL ? CLASS_ROBOT :
	    CLASS_HUMAN;
}

/* The same, remembered.  A full cache is emptied: simpler than choosing what to
 * drop, and what a site's visitors send is soon back in it. */
static enum class
cached_class(struct classify *c, struct span agent)
{
	size_t before = c->agents.n;
	uint32_t term;

	if (agent.n == 0 || agent.n > AGENT_CACHED_BYTES)
		return class_of_agent(c, agent);
	if (before == AGENTS_MAX || c->agents.arena.bytes > AGENTS_BYTES) {
		terms_clear(&c->agents);
		before = c->agents.n;
	}
	term = terms_at(&c->agents, agent);
	if (c->agents.n > before)
		c->class_of[term] = (unsigned char)class_of_agent(c, agent);
	return (enum class)c->class_of[term];
}

enum class
classify_class(struct classify *c, const struct hit *hit)
{
	bool networks = c->internal.n > 0 || c->monitor.n > 0;
	struct address a;

	if (c->exclude.n > 0 &&
	    globs_fit(&c->exclude, page_path(&c->page, hit->target)))
		return CLASS_EXCLUDED;
	if (networks && address_read(hit->addr, &a)) {
		if (networks_have(&c->internal, &a))
			return CLASS_INTERNAL;
		if (networks_have(&c->monitor, &a))
			return CLASS_MONITOR;
	}
	return cached_class(c, hit->agent);
}

bool
classify_by_path(const struct classify *c)
{
	return c->exclude.n > 0;
}

/* ---- outcome ---- */

static bool
is_widget(const struct classify *c, struct span path)
{
	return c->widget.n > 0 && span_starts(path, c->widget) &&
	    (path.n == c->widget.n || path.p[c->widget.n] == '/');
}

static enum outcome
outcome_of_path(const struct classify *c, struct span path)
{
	enum outcome known = outcomes_of_path(c->outcomes, path);

	if (is_widget(c, path))
		return OUTCOME_FEED;
	if (known == OUTCOME_ASSET || globs_fit(&c->asset, path))
		return OUTCOME_ASSET;
	if (known == OUTCOME_FEED || globs_fit(&c->feed, path))
		return OUTCOME_FEED;
	if (known == OUTCOME_DOWNLOAD || globs_fit(&c->download, path))
		return OUTCOME_DOWNLOAD;
	return OUTCOME_PAGE;
}

enum outcome
classify_outcome(struct classify *c, const struct hit *hit)
{
	bool get = false;
	enum outcome o;

	if (c->post_page.n > 0 && span_eq(hit->method, SPAN("POST")))
		get = globs_fit(&c->post_page,
		    page_path(&c->page, hit->target));
	o = outcome_of_status(hit->status, hit->method, get);
	return o == OUTCOME_PAGE ?
	    outcome_of_path(c, page_path(&c->page, hit->target)) : o;
}

/* ---- names ---- */

void
classify_page(struct classify *c, const struct hit *hit, struct buf *out)
{
	page_name(&c->page, hit->target, out);
}

void
classify_referrer(struct classify *c, const struct hit *hit,
    struct buf *out)
{
	page_referrer(&c->page, hit->referrer, hit->host, out);
}

size_t
classify_address(const struct hit *hit, unsigned char out[ADDRESS_BYTES])
{
	struct address a;
	size_t n = hit->addr.n < ADDRESS_BYTES ? hit->addr.n : ADDRESS_BYTES;

	if (!address_read(hit->addr, &a)) {
		for (size_t i = 0; i < n; i++) {
			char c = hit->addr.p[i];

			out[i] = (unsigned char)(c >= 'A' && c <= 'Z' ?
			    c + ('a' - 'A') : c);
		}
		return n;
	}
	n = address_is_v4(&a) ? 4 : 8;
	memcpy(out, n == 4 ? a.b + 12 : a.b, n);
	return n;
}
