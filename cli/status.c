/* SPDX-License-Identifier: MIT */
#include "cli/status.h"

#include "cli/known_site.h"
#include "cli/status_gaps.h"

static const char *
kept(struct status *s, struct span text)
{
	return arena_dup(&s->arena, text.p, text.n);
}

static void
take_source(void *self, const struct ledger_source *from)
{
	struct status *s = self;

	s->source = mem_grow(s->source, s->n_sources + 1, sizeof(*s->source));
	s->source[s->n_sources++] = (struct status_source){ .id = from->id,
		.group = kept(s, from->grp), .path = kept(s, from->path),
		.format = kept(s, from->format),
		.consumed_bytes = from->consumed_bytes, .tail = from->tail,
		.has_times = from->has_times, .first_s = from->first_s,
		.last_s = from->last_s, .zone = s->utc };
}

static void
take_file(void *self, struct span grp, struct span path, struct span state)
{
	struct status *s = self;

	s->file = mem_grow(s->file, s->n_files + 1, sizeof(*s->file));
	s->file[s->n_files++] = (struct status_file){ kept(s, grp),
		kept(s, path), kept(s, state) };
}

static void
take_event(void *self, const struct event *e)
{
	struct status *s = self;

	s->event[s->n_events++] = (struct event){ e->at_s,
		kept(s, span_of(e->what)), kept(s, span_of(e->detail)) };
}

static bool
load_sources(const struct workplace *w, struct status *s, struct err *err)
{
	if (!ledger_sources(w->db, take_source, s, err))
		return false;
	for (size_t i = 0; i < s->n_sources; i++) {
		struct status_source *source = &s->source[i];
		const struct settings_group *g = status_group(w,
		    source->group);

		if (g != NULL && g->only != UINT32_MAX)
			source->zone = w->settings.site[g->only].zone;
		if (!ledger_stream(w->db, source->id, source->classes, err))
			return false;
		for (int c = 0; c < CLASS__MAX; c++) {
			source->lines += source->classes[c];
			s->classes[c] += source->classes[c];
		}
	}
	return true;
}

/* Has one address over half of the page views?  A proxy, perhaps, that hides its clients. */
static bool
load_shared(const struct status *s, struct status_site *site,
    struct err *err)
{
	int32_t today = zone_day_at(site->site->zone, s->now_s).day;
	int64_t top, pages;

	if (!days_shared(&site->stored, (struct period){
	    today - STATUS_SHARED_DAYS + 1, today }, &top, &pages, err))
		return false;
	site->shared = pages >= STATUS_SHARED_PAGES && top > pages / 2;
	return true;
}

static bool
load_site(const struct workplace *w, struct status *s, size_t i,
    struct err *err)
{
	struct status_site *site = &s->site[i];
	int64_t lines[CLASS__MAX], as_of_s;

	site->site = &w->settings.site[i];
	if (!known_site(w->db, site->site, &site->known, &site->stored, err))
		return false;
	if (!site->known)
		return true;
	if (!workplace_extent(w, i, s->last.any ? s->last.run.at_s : INT64_MIN,
	    &site->extent, err) || !days_open(&site->stored, &site->open,
	    &site->n_open, err))
		return false;
	if (!ledger_classes(w->db, &site->stored, lines, err))
		return false;
	for (int c = 0; c < CLASS__MAX; c++)
		site->lines += lines[c];
	as_of_s = site->extent.as_of_s;
	site->stale = as_of_s == INT64_MIN ||
	    s->now_s - as_of_s > site->site->stale_after_s;
	return load_shared(s, site, err);
}

static bool
load(const struct workplace *w, struct status *s, struct err *err)
{
	struct event_query events = { STATUS_EVENTS, take_event, s };

	if (!zone_open("UTC", NULL, &s->utc, err) ||
	    !ledger_run_last(w->db, &s->last, err) ||
	    !load_sources(w, s, err) ||
	    !ledger_trouble(w->db, take_file, s, err) ||
	    !event_list(w->db, &events, err) ||
	    !chain_head(w->db, &s->chain, err))
		return false;
	s->n_sites = w->settings.n_sites;
	s->site = mem_new(s->n_sites * sizeof(*s->site));
	for (size_t i = 0; i < s->n_sites; i++)
		if (!load_site(w, s, i, err))
			return false;
	return status_gaps(w, s, err) && status_size(w, s, err);
}

bool
status_load(const struct workplace *w, int64_t now_s, struct status *out,
    struct err *err)
{
	bool good;

	*out = (struct status){ .now_s = now_s };
	good = db_begin_read(w->db, err) && load(w, out, err);
	db_rollback(w->db);
	return good;
}

void
status_close(struct status *s)
{
	for (size_t i = 0; s->site != NULL && i < s->n_sites; i++)
		mem_free(s->site[i].open);
	mem_free(s->site);
	mem_free(s->source);
	mem_free(s->gap);
	mem_free(s->file);
	mem_free(s->warning);
	zone_close(s->utc);
	arena_close(&s->arena);
	*s = (struct status){ .now_s = 0 };
}

/* The worst comes first: figures that do not move are wrong for all. */
enum status_state
status_state(const struct status *s)
{
	bool stale = false, complete = true;

	for (size_t i = 0; i < s->n_sites; i++) {
		const struct status_site *site = &s->site[i];

		stale = stale ||
		    s->now_s - s->last.run.at_s > site->site->stale_after_s;
		complete = complete && (!site->known || site->extent.complete);
	}
	if (!s->last.any || s->n_sources == 0)
		return STATUS_EMPTY;
	if (stale)
		return STATUS_STALE;
	return s->n_files > 0 || !complete ? STATUS_TROUBLE : STATUS_GOOD;
}
