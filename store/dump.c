/* SPDX-License-Identifier: MIT */
#include "store/dump.h"

#include <stdlib.h>

#include "common/mem.h"
#include "store/parts.h"

static const enum stmt statement[] = {
	STMT_DUMP_LEDGER, STMT_DUMP_HOUR, STMT_DUMP_TALLY, STMT_DUMP_FOLD,
	STMT_DUMP_DAY, STMT_DUMP_HOURS, STMT_DUMP_LIST, STMT_DUMP_BASELINE,
	STMT_DUMP_HISTORY, STMT_DUMP_SEEN, STMT_DUMP_RANK
};
enum { N_STATEMENTS = sizeof(statement) / sizeof(*statement) };

static void
put_text(struct buf *out, struct span s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < 0x20 || c == 0x7f || c == '\\')
			buf_printf(out, "\\x%02x", (unsigned)c);
		else
			buf_putc(out, (char)c);
	}
}

static bool
dump_table(struct db *db, enum stmt q, dump_fn *take, void *self,
    struct err *err)
{
	struct buf line = { 0 };
	bool row, good;

	db_start(db, q, "");
	while ((good = db_next(db, q, &row, err)) && row) {
		buf_clear(&line);
		for (int i = 0; i < db_columns(db, q); i++) {
			if (i > 0)
				buf_putc(&line, '\t');
			put_text(&line, db_text(db, q, i));
		}
		buf_putc(&line, '\n');
		if (!(good = take(self, buf_view(&line), err))) {
			db_end(db, q);
			break;
		}
	}
	buf_close(&line);
	return good;
}

static int
by_bytes(const void *pa, const void *pb)
{
	return span_cmp(*(const struct span *)pa, *(const struct span *)pb);
}

static void
put_span(struct buf *out, const char *site, const struct visit_span *s,
    const struct terms *terms)
{
	const struct view *end[] = { &s->span.entry, &s->span.exit };
	const struct view_traits *t = &s->span.traits;

	buf_printf(out, "span\t%s\t%ld", site, (long)s->day);
	for (int i = 0; i < 2; i++) {
		buf_printf(out, "\t%lld\t", (long long)end[i]->at_s);
		put_text(out, terms_text(terms, end[i]->page));
		buf_putc(out, '\t');
		put_text(out, terms_text(terms, end[i]->referrer));
	}
	buf_printf(out, "\t%llu\t%llu\t%llx\t%u\t%u\t%u\t%u\t%u\n",
	    (unsigned long long)s->span.views,
	    (unsigned long long)s->span.bytes,
	    (unsigned long long)s->span.sections, t->country, t->browser,
	    t->system, t->device, t->flags);
}

/* Spans have shares of the conduct of their visitor's day. */
static void
put_conducts(struct buf *out, const char *site, struct parts *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct parts_conduct key = { .key = p->span[i].key,
			.day = p->span[i].day };
		struct parts_conduct *sum = table_at(&p->conducts, &key);

		conduct_add(&sum->conduct, &p->span[i].conduct);
	}
	for (size_t i = 0; i < p->conducts.n; i++) {
		const struct parts_conduct *c = table_row(&p->conducts, i);

		buf_printf(out, "conduct\t%s\t%ld\t%lu\t%u\t%u\t%llx\n", site,
		    (long)c->day, (unsigned long)c->conduct.hits,
		    c->conduct.errors, c->conduct.flags,
		    (unsigned long long)c->conduct.steps);
	}
}

/* Lines in the order of their bytes, as keys, which they come by, are not shown. */
static bool
take_sorted(struct span text, size_t n, dump_fn *take, void *self,
    struct err *err)
{
	struct span *line = mem_new((n + 1) * sizeof(*line));
	bool good = true;

	for (size_t i = 0; i < n; i++) {
		line[i] = span_cut(&text, '\n');
		line[i].n++; /* its newline stays */
	}
	if (n > 1)
		qsort(line, n, sizeof(*line), by_bytes);
	for (size_t i = 0; good && i < n; i++)
		good = take(self, line[i], err);
	mem_free(line);
	return good;
}

static bool
dump_parts(const struct store_site *s, const char *name, dump_fn *take,
    void *self, struct err *err)
{
	struct parts_query q = { .days = PERIOD_ALL, .sums = PERIOD_ALL,
		.since_s = INT64_MIN, .only_after = INT32_MAX };
	struct buf text = { 0 };
	struct parts p;
	bool good;

	if (!parts_load(s, &q, &p, err))
		return false;
	for (size_t i = 0; i < p.n; i++)
		put_span(&text, name, &p.span[i], &p.terms);
	good = take_sorted(buf_view(&text), p.n, take, self, err);
	buf_clear(&text);
	put_conducts(&text, name, &p);
	good = good && take_sorted(buf_view(&text), p.conducts.n, take, self,
	    err);
	buf_close(&text);
	parts_close(&p);
	return good;
}

static bool
dump_sites(struct db *db, dump_fn *take, void *self, struct err *err)
{
	bool row = true, good = true;

	db_start(db, STMT_SITE_LIST, "");
	while (good && (good = db_next(db, STMT_SITE_LIST, &row, err)) &&
	    row) {
		struct site rules = { .online_window_s =
			db_int(db, STMT_SITE_LIST, 2) };
		struct store_site s = { .db = db, .site = &rules,
			.id = db_int(db, STMT_SITE_LIST, 0) };
		struct buf name = { 0 };

		buf_span(&name, db_text(db, STMT_SITE_LIST, 1));
		good = dump_parts(&s, buf_text(&name), take, self, err);
		buf_close(&name);
	}
	if (!good)
		db_end(db, STMT_SITE_LIST);
	return good;
}

bool
dump_store(struct db *db, dump_fn *take, void *self, struct err *err)
{
	bool good = db_begin_read(db, err);

	for (int i = 0; good && i < N_STATEMENTS; i++)
		good = dump_table(db, statement[i], take, self, err);
	good = good && dump_sites(db, take, self, err);
	db_rollback(db);
	return good;
}
