/* SPDX-License-Identifier: MIT */
/* rig.h -- what the tests of the store and of the days share: chance that can be
 * repeated, and a store with one site that is fed with page views. */
#ifndef TESTS_UNIT_RIG_H
#define TESTS_UNIT_RIG_H

#include <stdio.h>
#include <stdlib.h>

#include "aggregate/derive.h"
#include "common/buf.h"
#include "common/partial.h"
#include "store/dump.h"
#include "store/merge.h"

/* 0..below - 1; splitmix64, so that every machine has the same chance. */
static inline uint64_t
chance(uint64_t *state, uint64_t below)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return (z ^ z >> 31) % below;
}

static inline void
must(bool done, const struct err *err)
{
	if (!done) {
		printf("Bail out! %s\n", err->text);
		exit(1);
	}
}

static inline int
rig_by_visitor(const void *a, const void *b)
{
	return visit_span_cmp(a, b);
}

static inline void
rig_sort(struct visit_span *s, size_t n)
{
	if (n > 1)
		qsort(s, n, sizeof(*s), rig_by_visitor);
}

/* A page view as the tests write it down. */
struct rig_view {
	int64_t at_s;
	unsigned visitor;
	const char *page, *referrer;
};

struct rig {
	struct db *db;
	struct zone *zone;
	struct sources *sources;
	struct site site;
	struct store_site store;
	struct err err;
};

static inline void
rig_open(struct rig *r, const char *path, const char *zone)
{
	*r = (struct rig){ .site = SITE_DEFAULTS };
	r->site.id = "s";
	r->site.zone_name = zone;
	must(zone_open(zone, NULL, &r->zone, &r->err) &&
	    sources_open((struct span){ 0 }, "", &r->sources, &r->err),
	    &r->err);
	r->site.zone = r->zone;
	must(db_open(path, DB_WRITE, &r->db, &r->err) &&
	    db_begin(r->db, &r->err) &&
	    sites_open(r->db, &r->site, true, &r->store, &r->err) &&
	    db_commit(r->db, &r->err), &r->err);
}

static inline void
rig_close(struct rig *r)
{
	db_close(r->db);
	sources_close(r->sources);
	zone_close(r->zone);
}

static inline struct hash128
rig_key(unsigned visitor)
{
	struct hash128 key;

	memset(key.b, (int)(0x41 + visitor), sizeof(key.b));
	return key;
}

/* What the fold does of a human's page view. */
static inline void
rig_put(struct rig *r, struct partial *p, const struct rig_view *v)
{
	struct zone_day day = zone_day_at(r->zone, v->at_s);
	struct visitor_row who = { .key = rig_key(v->visitor),
		.day = day.day };
	struct view view = { v->at_s, terms_at(&p->terms, span_of(v->page)),
		terms_at(&p->terms, span_of(v->referrer)) };
	struct ledger_row line = { .day = day.day, .class = CLASS_HUMAN };
	struct hour_row hour = { .day = day.day,
		.hour = (uint16_t)((v->at_s - day.start_s) / 3600),
		.class = CLASS_HUMAN, .outcome = OUTCOME_PAGE };
	struct tally_row page = { .day = day.day, .dim = DIM_PAGE,
		.who = WHO_HUMAN, .key = view.page };
	struct tally_row *t;

	((struct ledger_row *)table_at(&p->ledger, &line))->lines++;
	((struct hour_row *)table_at(&p->hours, &hour))->hits++;
	t = table_at(&p->tallies, &page);
	t->hits++;
	t->pages++;
	t->bytes += 10;
	conduct_add(&((struct visitor_row *)table_at(&p->visitors,
	    &who))->conduct, &(struct conduct){ .hits = 1 });
	partial_view(p, &who, (struct view_span){ .entry = view, .exit = view,
	    .views = 1, .bytes = 10 },
	    r->site.online_window_s);
}

/* One run: these views are counted, and the days derived. */
static inline void
rig_run(struct rig *r, const struct rig_view *v, size_t n, int64_t now_s)
{
	static const int64_t stream_id[] = { 1 };
	struct merge_plan plan = { &r->store, 1, stream_id, now_s, NULL };
	/* Days in a round number of threads, days alone in the other. */
	struct derive_plan derive = { r->sources, 1 + (size_t)now_s % 3 };
	struct partial p;

	partial_open(&p, 1);
	for (size_t i = 0; i < n; i++)
		rig_put(r, &p, &v[i]);
	must(db_begin(r->db, &r->err) &&
	    merge_partial(r->db, &plan, &p, &r->err) &&
	    derive_site(&r->store, &derive, &r->err) &&
	    db_commit(r->db, &r->err), &r->err);
	partial_close(&p);
}

static inline bool
rig_take_line(void *self, struct span line, struct err *err)
{
	(void)err;
	buf_span(self, line);
	return true;
}

/* The canonical dump; owned by the caller (buf_close). */
static inline struct buf
rig_dump(struct rig *r)
{
	struct buf out = { 0 };

	must(dump_store(r->db, rig_take_line, &out, &r->err), &r->err);
	return out;
}

#endif
