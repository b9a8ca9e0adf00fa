/* SPDX-License-Identifier: MIT */
#include "aggregate/classify.h"

#include "aggregate/glob.h"
#include "aggregate/outcome.h"
#include "aggregate/page.h"
#include "aggregate/section.h"
#include "common/mem.h"

/* Places that are not sections, as bits of `places`. */
enum { PLACE_HOME = 1, PLACE_SOFT = 2 };

enum { ADDRESS_BYTES = 256 }; /* of a visitor's key; see classify.h */

/* Globs of one setting, cleaned as the paths are that they will meet. */
struct globs {
	struct span *glob;
	size_t n;
};

struct classify {
	const struct site *site;
	const struct lists *lists;
	struct clients *clients;
	struct sections *sections, *steps, *places;
	struct outcomes *outcomes;
	struct globs exclude, post_page, asset, feed, download;
	struct span widget;      /* its path without the last slash; may be empty */
	struct page page;
	struct source_work work;
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

static void
open_places(struct classify *c)
{
	const char *root[] = { "/", NULL }, *none[] = { NULL };
	const struct site *s = c->site;
	struct site_section places[] = {
		{ .pattern = s->home.pattern != NULL ? s->home.pattern : root },
		{ .pattern = s->soft_404 != NULL ? s->soft_404 : none } };

	c->sections = sections_open(s);
	c->steps = sections_list(s->step, s->n_steps);
	c->places = sections_list(places, 2);
}

bool
classify_open(const struct site *site, const struct lists *lists,
    struct classify **out, struct err *err)
{
	struct classify *c = mem_new(sizeof(*c));
	struct span widget = span_of(site->widget_path);

	c->site = c->page.site = site;
	c->lists = lists;
	open_places(c);
	c->exclude = read_globs(c, site->exclude);
	c->post_page = read_globs(c, site->post_page);
	c->asset = read_globs(c, site->asset);
	c->feed = read_globs(c, site->feed);
	c->download = read_globs(c, site->download);
	/* A widget at "/" would hide the whole site: then it is not told apart. */
	while (widget.n > 0 && widget.p[widget.n - 1] == '/')
		widget.n--;
	c->widget = widget;
	if (!outcomes_open((struct span){ 0 }, &c->outcomes, err) ||
	    !clients_open(site, lists, &c->clients, err)) {
		classify_close(c);
		return false;
	}
	*out = c;
	return true;
}

void
classify_close(struct classify *c)
{
	if (c == NULL)
		return;
	outcomes_close(c->outcomes);
	clients_close(c->clients);
	sections_close(c->sections);
	sections_close(c->steps);
	sections_close(c->places);
	source_work_close(&c->work);
	page_close(&c->page);
	arena_close(&c->arena);
	mem_free(c);
}

/* ---- class ---- */

struct client
classify_client(struct classify *c, const struct hit *hit)
{
	return clients_tell(c->clients, hit);
}

bool
classify_excluded(struct classify *c, const struct hit *hit)
{
	return c->exclude.n > 0 &&
	    globs_fit(&c->exclude, page_path(&c->page, hit->target));
}

enum class
classify_class(struct classify *c, const struct hit *hit)
{
	return classify_excluded(c, hit) ? CLASS_EXCLUDED :
	    classify_client(c, hit).class;
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

uint64_t
classify_sections(struct classify *c, const struct hit *hit)
{
	return c->site->n_sections > 0 ? sections_of(c->sections,
	    page_path(&c->page, hit->target), hit->target) : 0;
}

/* Most sites ask for the home page only, and most targets are not it by their second byte:
 * no path that begins so is cleaned to "/". */
static bool
unmarked(const struct classify *c, struct span target)
{
	const struct site *s = c->site;
	char second = target.n > 1 && target.p[0] == '/' ? target.p[1] : '\0';

	return s->home.pattern == NULL && s->soft_404 == NULL &&
	    s->min_bytes == 0 && s->n_sections == 0 && s->n_steps == 0 &&
	    ((second >= 'a' && second <= 'z') ||
	    (second >= 'A' && second <= 'Z') ||
	    (second >= '0' && second <= '9'));
}

void
classify_marks(struct classify *c, const struct hit *hit, struct marks *out)
{
	const struct site *site = c->site;

	*out = (struct marks){ 0 };
	if (unmarked(c, hit->target))
		return;

	struct span path = page_path(&c->page, hit->target);
	uint64_t places = sections_of(c->places, path, hit->target);
	struct marks m = { .least = site->min_bytes,
		.home = (places & PLACE_HOME) != 0,
		.soft = (places & PLACE_SOFT) != 0 };

	if (site->n_sections > 0)
		m.sections = sections_of(c->sections, path, hit->target);
	if (site->n_steps > 0) {
		m.viewed = sections_of(c->steps, path, hit->target);
		m.posted = sections_posted(c->steps, path, hit->target);
	}
	if (m.home && site->home.min_bytes > m.least)
		m.least = site->home.min_bytes;
	for (uint64_t left = m.sections; left != 0; left &= left - 1) {
		uint64_t least = site->section[__builtin_ctzll(left)].min_bytes;

		if (least > m.least)
			m.least = least;
	}
	*out = m;
}

bool
classify_campaign(struct classify *c, const struct hit *hit, struct buf *out)
{
	return source_campaign(&c->work, hit->target, out);
}

bool
classify_search(struct classify *c, const struct hit *hit, struct span host,
    struct buf *out)
{
	size_t from = out->n;

	if (!source_terms(c->lists->sources, &c->work, hit->referrer, host,
	    out))
		return false;

	struct span terms = { out->p + from, out->n - from };

	/* An engine's own redirection has the target where a search has terms. */
	if (!span_starts(terms, SPAN("http://")) &&
	    !span_starts(terms, SPAN("https://")))
		return true;
	out->n = from;
	return false;
}

enum { NETWORK_BYTES = 80 }; /* of an owner's name */

void
classify_network(struct classify *c, const struct hit *hit, struct buf *out)
{
	struct geo_asn asn;
	struct address a;
	struct span name;

	if (!address_read(hit->addr, &a) ||
	    !geo_asn(c->lists->geo, &a, &asn))
		return;
	buf_printf(out, "AS%lu", (unsigned long)asn.number);
	name = clean_words(&c->page.clean, asn.organisation);
	if (name.n > NETWORK_BYTES)
		for (name.n = NETWORK_BYTES; name.n > 0 &&
		    ((unsigned char)name.p[name.n] & 0xC0) == 0x80; name.n--)
			;
	if (name.n > 0)
		buf_putc(out, ' ');
	buf_span(out, name);
}

void
classify_place(struct classify *c, const struct hit *hit, struct buf *out)
{
	struct geo_place place;
	struct address a;

	if (!address_read(hit->addr, &a) ||
	    !geo_place(c->lists->geo, &a, &place) || place.country == 0)
		return;
	buf_printf(out, "%c%c-", place.country >> 8, place.country & 0xff);
	buf_span(out, clean_words(&c->page.clean, place.code.n > 0 ?
	    place.code : place.name));
}

void
classify_host(const struct hit *hit, struct buf *out)
{
	if (hit->host.n > 0)
		page_host(hit->host, out);
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
