/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "cli/status.h"
#include "common/number.h"
#include "common/stamp.h"
#include "publish/duration.h"
#include "publish/escape.h"

enum {
	LABEL_WIDTH = 11,
	MOST_SOURCES = 10, /* the latest; --json has all */
	MOST_FILES = 20,
	MOST_GAPS = 20
};

static void
pad(struct buf *out, size_t from, size_t width)
{
	while (out->n - from < width)
		buf_putc(out, ' ');
}

/* What stands left of a line: once, then blanks. */
static void
put_label(struct buf *out, const char *label)
{
	size_t from = out->n;

	buf_puts(out, label);
	pad(out, from, LABEL_WIDTH);
}

static void
put_right(struct buf *out, int64_t n, size_t width)
{
	struct buf text = { 0 };

	number_put(&text, n, LANG_EN);
	for (size_t k = text.n; k < width; k++)
		buf_putc(out, ' ');
	buf_span(out, buf_view(&text));
	buf_close(&text);
}

/* "2026-11-21 09:15 +07:00": seconds do not help here. */
static void
put_minute(struct buf *out, const struct zone *z, int64_t at_s)
{
	struct buf text = { 0 };

	stamp_put(&text, z, at_s);
	buf_add(out, text.p, 10);
	buf_putc(out, ' ');
	buf_add(out, text.p + 11, 5);
	buf_putc(out, ' ');
	buf_add(out, text.p + 19, text.n - 19);
	buf_close(&text);
}

static void
put_state(const struct status *s, struct buf *out)
{
	put_label(out, "state");
	switch (status_state(s)) {
	case STATUS_GOOD:
		buf_puts(out, "good\n");
		return;
	case STATUS_TROUBLE:
		buf_puts(out, "trouble: not all logs are read to their end\n");
		return;
	case STATUS_STALE:
		buf_puts(out, "stale: the last run is too long ago\n");
		return;
	case STATUS_EMPTY:
		buf_puts(out, "empty: nothing is counted yet\n");
	}
}

static void
put_run(const struct status *s, struct buf *out)
{
	int64_t ago_s = s->now_s - s->last.run.at_s;

	put_label(out, "last run");
	if (!s->last.any) {
		buf_puts(out, "never\n");
		return;
	}
	put_minute(out, s->site[0].site->zone, s->last.run.at_s);
	if (ago_s >= 60) {
		buf_puts(out, ", ");
		duration_put(out, ago_s - ago_s % 60, LANG_EN);
		buf_puts(out, " ago");
	}
	buf_puts(out, "; new lines: ");
	number_put(out, s->last.run.lines, LANG_EN);
	buf_puts(out, " in files: ");
	number_put(out, s->last.run.files, LANG_EN);
	buf_printf(out, " (truycap %s)\n", s->last.version);
	put_label(out, "robots");
	escape_terminal(out, span_of(s->last.robots));
	buf_putc(out, '\n');
}

static void
put_open_days(const struct status_site *s, struct buf *out)
{
	if (s->n_open == 0) {
		buf_puts(out, "no open day");
		return;
	}
	buf_printf(out, "%zu open day%s, ", s->n_open,
	    s->n_open > 1 ? "s" : "");
	stamp_put_day(out, s->open[0].day);
	if (s->n_open > 1) {
		buf_puts(out, " to ");
		stamp_put_day(out, s->open[s->n_open - 1].day);
	}
}

static void
put_sites(const struct status *s, struct buf *out)
{
	size_t width = 0;

	for (size_t i = 0; i < s->n_sites; i++)
		if (strlen(s->site[i].site->id) > width)
			width = strlen(s->site[i].site->id);
	for (size_t i = 0; i < s->n_sites; i++) {
		const struct status_site *site = &s->site[i];
		size_t from;

		put_label(out, i == 0 ? "sites" : "");
		from = out->n;
		buf_puts(out, site->site->id);
		pad(out, from, width + 2);
		if (site->lines == 0) {
			buf_puts(out, "nothing counted yet\n");
			continue;
		}
		if (site->extent.as_of_s == INT64_MIN)
			buf_puts(out, "a log never had a line");
		else
			put_minute(out, site->site->zone,
			    site->extent.as_of_s);
		buf_puts(out, site->extent.complete ? "  complete  " :
		    "  incomplete  ");
		put_open_days(site, out);
		buf_puts(out, site->stale ? "; stale\n" : "\n");
		if (!site->shared)
			continue;
		put_label(out, "");
		buf_puts(out, "  over half of its page views are from one "
		    "address: a proxy that hides its clients?\n");
		put_label(out, "");
		buf_puts(out, "  (see trusted_proxy in the configuration's "
		    "manual)\n");
	}
}

static void
put_lines(const struct status *s, struct buf *out)
{
	int64_t lines = 0;
	const char *comma = ": ";

	for (int c = 0; c < CLASS__MAX; c++)
		lines += s->classes[c];
	put_label(out, "lines");
	number_put(out, lines, LANG_EN);
	for (int c = 0; c < CLASS__MAX; c++) {
		if (s->classes[c] == 0)
			continue;
		buf_printf(out, "%s%s ", comma, class_name((enum class)c));
		number_put(out, s->classes[c], LANG_EN);
		comma = ", ";
	}
	buf_putc(out, '\n');
}

static int64_t
last_of(const struct status_source *s)
{
	return s->has_times ? s->last_s : INT64_MIN;
}

/* The latest first; those without a time last. */
static int
by_last(const void *pa, const void *pb)
{
	const struct status_source *a = *(const struct status_source *const *)pa;
	const struct status_source *b = *(const struct status_source *const *)pb;
	int64_t last_a = last_of(a), last_b = last_of(b);

	if (last_a != last_b)
		return last_a > last_b ? -1 : 1;
	return (a->id < b->id) - (a->id > b->id);
}

static void
put_source(const struct status_source *s, struct buf *out)
{
	put_label(out, "");
	if (s->has_times)
		put_minute(out, s->zone, s->last_s);
	else
		buf_puts(out, "no time                ");
	put_right(out, s->lines, 14);
	buf_puts(out, "  ");
	escape_terminal(out, span_of(s->path));
	buf_putc(out, '\n');
}

static void
put_sources(const struct status *s, struct buf *out)
{
	const struct status_source **list = mem_new(s->n_sources *
	    sizeof(*list));

	for (size_t i = 0; i < s->n_sources; i++)
		list[i] = &s->source[i];
	if (s->n_sources > 1)
		qsort(list, s->n_sources, sizeof(*list), by_last);
	put_label(out, "logs");
	number_put(out, (int64_t)s->n_sources, LANG_EN);
	buf_puts(out, s->n_sources > MOST_SOURCES ?
	    "; the latest ones, by their last line:\n" :
	    "; by their last line:\n");
	put_label(out, "");
	buf_puts(out, "last                            lines  path\n");
	for (size_t i = 0; i < s->n_sources && i < MOST_SOURCES; i++)
		put_source(list[i], out);
	mem_free(list);
}

static void
put_more(struct buf *out, size_t n, size_t shown)
{
	if (n <= shown)
		return;
	put_label(out, "");
	buf_printf(out, "... and %zu more; --json has them all\n", n - shown);
}

static void
put_gaps(const struct status *s, struct buf *out)
{
	for (size_t i = 0; i < s->n_gaps && i < MOST_GAPS; i++) {
		const struct status_gap *g = &s->gap[i];

		put_label(out, i == 0 ? "unknown" : "");
		buf_printf(out, "%s  ", g->site->id);
		put_minute(out, g->site->zone, g->from_s);
		buf_puts(out, " to ");
		put_minute(out, g->site->zone, g->to_s);
		buf_puts(out, "\n");
	}
	put_more(out, s->n_gaps, MOST_GAPS);
}

static void
put_files(const struct status *s, struct buf *out)
{
	for (size_t i = 0; i < s->n_files && i < MOST_FILES; i++) {
		size_t from;

		put_label(out, i == 0 ? "trouble" : "");
		from = out->n;
		escape_terminal(out, span_of(s->file[i].state));
		pad(out, from, 12);
		escape_terminal(out, span_of(s->file[i].path));
		buf_putc(out, '\n');
	}
	put_more(out, s->n_files, MOST_FILES);
}

static void
put_events(const struct status *s, struct buf *out)
{
	for (size_t i = 0; i < s->n_events; i++) {
		const struct event *e = &s->event[i];

		put_label(out, i == 0 ? "events" : "");
		put_minute(out, s->site[0].site->zone, e->at_s);
		buf_puts(out, "  ");
		escape_terminal(out, span_of(e->what));
		buf_puts(out, ": ");
		escape_terminal(out, span_of(e->detail));
		buf_putc(out, '\n');
	}
}

static void
put_rows(struct buf *out, const char *of, int64_t n)
{
	number_put(out, n, LANG_EN);
	buf_puts(out, of);
}

/* "12.3 MB": thousands of thousands. */
static void
put_size(struct buf *out, int64_t bytes)
{
	int64_t tenths = (bytes + 50000) / 100000;

	number_put(out, tenths / 10, LANG_EN);
	buf_printf(out, ".%d MB", (int)(tenths % 10));
}

static void
put_store(const struct status *s, struct buf *out)
{
	const struct store_size *z = &s->size;

	put_label(out, "store");
	put_size(out, z->bytes);
	buf_puts(out, ", of which free: ");
	put_size(out, z->free_bytes);
	buf_puts(out, "; names ");
	put_rows(out, "", z->names);
	buf_printf(out, " (%d%% of the bound)\n", status_names_percent(z));
	put_label(out, "rows");
	put_rows(out, " of hours, ", z->hours);
	put_rows(out, " of days, ", z->days);
	put_rows(out, " of months, ", z->months);
	put_rows(out, " of years\n", z->years);
	for (size_t i = 0; i < s->n_sites; i++) {
		const struct status_site *site = &s->site[i];

		put_label(out, i == 0 ? "(other)" : "");
		buf_printf(out, "%s  %d%% of page views in %d days\n",
		    site->site->id, status_percent(site->pages.other,
		    site->pages.all), STATUS_OTHER_DAYS);
	}
	for (size_t i = 0; i < s->n_warnings; i++) {
		put_label(out, i == 0 ? "warning" : "");
		escape_terminal(out, span_of(s->warning[i]));
		buf_putc(out, '\n');
	}
}

void
status_text(const struct status *s, struct buf *out)
{
	put_state(s, out);
	put_run(s, out);
	put_sites(s, out);
	put_lines(s, out);
	put_sources(s, out);
	put_gaps(s, out);
	put_files(s, out);
	put_events(s, out);
	put_store(s, out);
	if (s->chain.seq > 0) {
		put_label(out, "chain");
		buf_printf(out, "links %lld, head ", (long long)s->chain.seq);
		escape_terminal(out, span_of(s->chain.hash));
		buf_putc(out, '\n');
	}
}
