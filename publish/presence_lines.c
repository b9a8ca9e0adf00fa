/* SPDX-License-Identifier: MIT */
/* presence_lines.c -- what requests and lines came to: P22, P27, and what P28 has of lines. */
#include <stdlib.h>

#include "publish/presence_inside.h"
#include "store/days.h"
#include "store/ledger.h"

struct streams {
	int64_t *id;
	size_t n, cap;
};

static void
take_stream(void *self, const struct ledger_entry *e)
{
	struct streams *t = self;

	if (e->day == INT32_MIN)
		return;
	/* Most rows of one follow one another. */
	if (t->n > 0 && t->id[t->n - 1] == e->stream)
		return;
	if (t->n == t->cap) {
		t->cap = t->cap * 2 + 64;
		t->id = mem_grow(t->id, t->cap, sizeof(*t->id));
	}
	t->id[t->n++] = e->stream;
}

static int
by_id(const void *pa, const void *pb)
{
	int64_t a = *(const int64_t *)pa, b = *(const int64_t *)pb;

	return (a > b) - (a < b);
}

/* All lines of the logs that have lines of the period: those that cannot be read have no day. */
static bool
load_lines(const struct store_site *s, struct presence *p, struct err *err)
{
	struct streams t = { .n = 0 };
	struct ledger_query q = { s, p->due, take_stream, &t };
	bool good = ledger_list(s->db, &q, err);

	if (t.n > 1)
		qsort(t.id, t.n, sizeof(*t.id), by_id);
	for (size_t i = 0; good && i < t.n; i++) {
		int64_t lines[CLASS__MAX] = { 0 };

		if (i > 0 && t.id[i] == t.id[i - 1])
			continue;
		good = ledger_stream(s->db, t.id[i], lines, err);
		for (int c = 0; c < CLASS__MAX; c++)
			p->log_lines[c] += lines[c];
	}
	mem_free(t.id);
	return good;
}

static void
put_excluded(struct presence *p)
{
	static const struct {
		enum measure measure;
		enum class class;
	} row[] = {
		{ MEASURE_ROBOTS, CLASS_ROBOT },
		{ MEASURE_INTERNAL, CLASS_INTERNAL },
		{ MEASURE_MONITORS, CLASS_MONITOR },
		{ MEASURE_RULED_OUT, CLASS_EXCLUDED },
	};
	int64_t all = 0, lines = 0;

	for (int c = 0; c < CLASS__MAX; c++) {
		all += p->class_hits[c];
		lines += p->log_lines[c];
	}
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		p->value[row[i].measure] = presence_ratio(
		    p->class_hits[row[i].class], all);
	p->value[MEASURE_MALFORMED] = presence_ratio(
	    p->log_lines[CLASS_MALFORMED], lines);
}

bool
presence_lines(const struct store_site *s, struct presence *p,
    struct err *err)
{
	struct day_outcomes o = { .outcome = { 0 } };

	if (!days_outcomes(s, p->due, &o, err) || !load_lines(s, p, err))
		return false;
	memcpy(p->class_hits, o.class_hits, sizeof(p->class_hits));
	put_excluded(p);
	p->value[MEASURE_DOWNLOADS] = presence_count(
	    o.outcome[OUTCOME_DOWNLOAD], p->days_known);
	p->value[MEASURE_DOWNLOAD_PARTS] = presence_count(
	    o.outcome[OUTCOME_PARTIAL], p->days_known);
	return true;
}
