/* SPDX-License-Identifier: MIT */
/* evidence_data.c -- the bundle's files for programs, and its plain texts. */
#include <inttypes.h>

#include "common/stamp.h"
#include "publish/evidence_page.h"
#include "publish/xlsx.h"

static void
add_named(struct bundle *b, const char *folder, const char *name,
    const char *end, struct span bytes)
{
	struct buf path = { 0 };

	buf_printf(&path, "%s%s%s", folder, name, end);
	bundle_add(b, buf_text(&path), bytes);
	buf_close(&path);
}

/* ---- tables ---- */

static bool
put_tables(const struct evidence *e, struct bundle *b, struct err *err)
{
	struct buf out = { 0 };
	const char *table;
	bool good = true;

	for (size_t i = 0; (table = review_csv_name(i)) != NULL; i++) {
		buf_clear(&out);
		review_csv(e->review, i, &out);
		add_named(b, BUNDLE_CSV, table, ".csv", buf_view(&out));
	}
	buf_clear(&out);
	review_json(e->review, &out);
	bundle_add_buf(b, BUNDLE_JSON, &out);
	if (xlsx_built_in()) {
		good = review_xlsx(e->review, e->lang, &out, err);
		if (good)
			bundle_add_buf(b, BUNDLE_XLSX, &out);
	}
	buf_close(&out);
	return good;
}

/* ---- what they rest on ---- */

static void
put_classes(struct buf *out)
{
	for (int c = 0; c < CLASS__MAX; c++)
		buf_printf(out, ",%s", class_name((enum class)c));
}

static void
put_source(const struct evidence *e, const struct evidence_source *s,
    struct buf *out)
{
	bool timed = s->first_s <= s->last_s;

	escape_csv(out, span_of(s->name));
	buf_putc(out, ',');
	escape_csv(out, span_of(s->group));
	buf_putc(out, ',');
	escape_csv(out, span_of(s->format));
	for (int c = 0; c < CLASS__MAX; c++)
		buf_printf(out, ",%" PRId64, s->lines[c]);
	buf_printf(out, ",%" PRId64 ",", s->beside);
	if (timed)
		stamp_put(out, e->review->site->zone, s->first_s);
	buf_putc(out, ',');
	if (timed)
		stamp_put(out, e->review->site->zone, s->last_s);
	buf_printf(out, ",%" PRId64 ",%s,%s,", s->bytes, s->content, s->file);
	if (s->file[0] != '\0')
		buf_printf(out, "%" PRId64, s->file_bytes);
	buf_printf(out, ",%d\n", s->more);
}

void
evidence_lines(const struct evidence_day *day, size_t n, struct buf *out)
{
	buf_puts(out, "day");
	put_classes(out);
	buf_putc(out, '\n');
	for (size_t i = 0; i < n; i++) {
		stamp_put_day(out, day[i].day);
		for (int c = 0; c < CLASS__MAX; c++)
			buf_printf(out, ",%" PRId64, day[i].lines[c]);
		buf_putc(out, '\n');
	}
}

static void
put_sources(const struct evidence *e, struct bundle *b)
{
	struct buf out = { 0 };

	buf_puts(&out, "file,group,format");
	put_classes(&out);
	buf_puts(&out, ",beside,first,last,content_bytes,content_sha256,"
	    "file_sha256,file_bytes,goes_on\n");
	for (size_t i = 0; i < e->n_sources; i++)
		put_source(e, &e->source[i], &out);
	bundle_add_buf(b, BUNDLE_SOURCES, &out);
	evidence_lines(e->day, e->n_days, &out);
	bundle_add_buf(b, BUNDLE_LINES, &out);
	buf_close(&out);
}

void
evidence_exclusions(const struct waterfall *w, struct buf *out)
{
	buf_puts(out, "step,what,lines\n");
	for (int i = 0; i < WATERFALL__MAX; i++)
		buf_printf(out, "%s,%s,%" PRId64 "\n", i == 0 ? "all" :
		    waterfall_total((enum waterfall_step)i) ? "leaves" : "less",
		    waterfall_name((enum waterfall_step)i),
		    w->lines[i]);
}

static void
put_exclusions(const struct evidence *e, struct bundle *b)
{
	struct buf out = { 0 };

	evidence_exclusions(e->waterfall, &out);
	bundle_add_buf(b, BUNDLE_EXCLUSIONS, &out);
	buf_close(&out);
}

static void
put_restatements(const struct evidence *e, struct bundle *b)
{
	struct buf out = { 0 };

	buf_puts(&out, "number,at,from,to,reason,by,visits_before,"
	    "visits_after,pages_before,pages_after,hits_before,hits_after\n");
	for (size_t i = 0; i < e->n_restatements; i++) {
		const struct evidence_restatement *r = &e->restatement[i];

		buf_printf(&out, "%" PRId64 ",", r->number);
		stamp_put(&out, e->review->site->zone, r->at_s);
		buf_putc(&out, ',');
		stamp_put_day(&out, r->days.from);
		buf_putc(&out, ',');
		stamp_put_day(&out, r->days.to);
		buf_putc(&out, ',');
		escape_csv(&out, span_of(r->reason));
		buf_putc(&out, ',');
		escape_csv(&out, span_of(r->by));
		for (int k = 0; k < 6; k++)
			buf_printf(&out, ",%" PRId64, k < 2 ? r->visits[k] :
			    k < 4 ? r->pages[k - 2] : r->hits[k - 4]);
		buf_putc(&out, '\n');
	}
	bundle_add_buf(b, BUNDLE_RESTATEMENTS, &out);
	buf_close(&out);
}

static void
put_ranks(const struct evidence *e, struct bundle *b)
{
	struct buf out = { 0 };

	if (e->ranks->n == 0)
		return;
	buf_puts(&out, "index,year,rank,of,position_millionths,population,"
	    "sha256\n");
	for (size_t i = 0; i < e->ranks->n; i++) {
		const struct ranks_row *r = &e->ranks->row[i];

		escape_csv(&out, span_of(r->rank.index));
		buf_printf(&out, ",%d,%" PRId64 ",%" PRId64 ",%" PRId64 ",",
		    r->rank.year, r->rank.rank, r->rank.of, r->position);
		escape_csv(&out, span_of(r->rank.population));
		buf_printf(&out, ",%s\n", r->rank.sha256);
	}
	bundle_add_buf(b, BUNDLE_RANKS, &out);
	buf_close(&out);
}

/* ---- texts ---- */

static void
put_texts(const struct evidence *e, struct bundle *b)
{
	struct buf out = { 0 }, unused = { 0 };
	struct evidence_page p;
	const char *term, *text;

	evidence_page_open(&p, e, b, &unused);
	for (size_t i = 0; ev_definition(&p, i, &term, &text); i++)
		buf_printf(&out, "%s: %s\n", term, text);
	bundle_add_buf(b, BUNDLE_DEFINITIONS, &out);
	for (size_t i = 0; ev_limit(e->lang, i, &text); i++)
		buf_printf(&out, "%zu. %s\n", i + 1, text);
	bundle_add_buf(b, BUNDLE_LIMITS, &out);
	evidence_page_close(&p);
	buf_close(&out);
	buf_close(&unused);
}

static void
put_charts(const struct evidence *e, struct bundle *b)
{
	for (size_t i = 0; i < e->n_charts; i++) {
		const struct evidence_chart *c = &e->chart[i];

		add_named(b, BUNDLE_CHARTS, c->id, ".svg", buf_view(&c->svg));
		add_named(b, BUNDLE_CHARTS, c->id, ".png", buf_view(&c->png));
	}
}

bool
evidence_data(const struct evidence *e, struct bundle *out, struct err *err)
{
	if (!put_tables(e, out, err))
		return false;
	put_sources(e, out);
	put_exclusions(e, out);
	put_restatements(e, out);
	put_ranks(e, out);
	put_texts(e, out);
	put_charts(e, out);
	return true;
}
