/* SPDX-License-Identifier: MIT */
/* status_size.c -- what the store takes, and what its bounds cut off. */
#include "cli/status.h"
#include "store/names.h"

enum {
	WARN_OTHER = 10, /* percent of page views under "(other)" */
	WARN_NAMES = 90  /* percent of the names that there may be */
};

int
status_percent(int64_t part, int64_t whole)
{
	return whole > 0 ? (int)((part * 200 + whole) / (2 * whole)) : 0;
}

int
status_names_percent(const struct store_size *s)
{
	int names = status_percent(s->names, NAMES_MAX);
	int bytes = status_percent(s->name_bytes, NAMES_MAX_BYTES);

	return names > bytes ? names : bytes;
}

static void
warn(struct status *s, struct buf *text)
{
	s->warning = mem_grow(s->warning, s->n_warnings + 1,
	    sizeof(*s->warning));
	s->warning[s->n_warnings++] = arena_dup(&s->arena, text->p, text->n);
	buf_clear(text);
}

static void
warn_all(struct status *s)
{
	struct buf text = { 0 };
	int full = status_names_percent(&s->size);

	if (full >= WARN_NAMES) {
		buf_printf(&text, "names take %d%% of their bound: when it is "
		    "reached, new ones are counted as (other)", full);
		warn(s, &text);
	}
	for (size_t i = 0; i < s->n_sites; i++) {
		const struct status_site *site = &s->site[i];
		int other = status_percent(site->pages.other,
		    site->pages.all);

		if (other < WARN_OTHER)
			continue;
		buf_printf(&text, "site %s: %d%% of the last %d days' page "
		    "views are of pages beyond the bound, counted as (other)",
		    site->site->id, other, STATUS_OTHER_DAYS);
		warn(s, &text);
	}
	buf_close(&text);
}

bool
status_size(const struct workplace *w, struct status *s, struct err *err)
{
	if (!size_of(w->db, &s->size, err))
		return false;
	for (size_t i = 0; i < s->n_sites; i++) {
		struct status_site *site = &s->site[i];
		int32_t today = zone_day_at(site->site->zone, s->now_s).day;

		if (site->known && !size_pages(&site->stored, (struct period){
		    today - STATUS_OTHER_DAYS + 1, today }, &site->pages, err))
			return false;
	}
	warn_all(s);
	return true;
}
