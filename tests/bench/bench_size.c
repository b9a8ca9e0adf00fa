/* SPDX-License-Identifier: MIT */
/* bench_size.c -- how large a store grows: bench_size [DAYS [HITS]], 5 years of a site with a
 * million hits a day unless said.
 *
 * Each day's rows are written by the functions that derived days are written by, without the
 * log: keys by Zipf's law out of universes as large sites have them, a part of which is new
 * every day (scanners, search terms).  What is old is folded as the defaults say.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aggregate/tops.h"
#include "common/mem.h"
#include "store/days.h"
#include "store/lists.h"
#include "store/names.h"
#include "store/retain.h"
#include "store/size.h"
#include "store/uniques.h"
#include "tests/unit/rig.h"

enum { FIRST = 18993 /* 2022-01-01 */, HOURS = 24, CELLS = 25 };

static const struct law {
	enum dim dim;
	double of_hits;    /* events a hit */
	uint32_t universe; /* keys that there are */
	int fresh;         /* percent of events whose key was never there before */
	int bytes;         /* of a key's text, about */
	enum tally_count count;
} laws[] = {
	{ DIM_PAGE, .30, 200000, 1, 60, TALLY_PAGES },
	{ DIM_ENTRY, .10, 200000, 1, 60, TALLY_VISITS },
	{ DIM_EXIT, .10, 200000, 1, 60, TALLY_VISITS },
	{ DIM_DOWNLOAD, .02, 20000, 1, 70, TALLY_HITS },
	{ DIM_SECTION, .30, 20, 0, 10, TALLY_HITS },
	{ DIM_SOURCE, .10, 6, 0, 8, TALLY_PAGES },
	{ DIM_REFERRER, .05, 20000, 1, 18, TALLY_PAGES },
	{ DIM_BROKEN, .02, 50000, 20, 90, TALLY_HITS },
	{ DIM_MISSING, .02, 50000, 20, 45, TALLY_HITS },
	{ DIM_SEARCH, .01, 20000, 20, 30, TALLY_PAGES },
	{ DIM_CAMPAIGN, .01, 300, 0, 40, TALLY_PAGES },
	{ DIM_COUNTRY, 1, 230, 0, 2, TALLY_HITS },
	{ DIM_BROWSER, 1, 40, 0, 12, TALLY_HITS },
	{ DIM_SYSTEM, 1, 30, 0, 12, TALLY_HITS },
	{ DIM_DEVICE, 1, 6, 0, 8, TALLY_HITS },
	{ DIM_METHOD, 1, 8, 0, 5, TALLY_HITS },
	{ DIM_PROTOCOL, 1, 4, 0, 8, TALLY_HITS },
	{ DIM_STATUS, 1, 25, 0, 3, TALLY_HITS },
	{ DIM_HOST, 1, 4, 0, 16, TALLY_HITS },
	{ DIM_ROBOT, .30, 200, 0, 14, TALLY_ROBOT_HITS },
	{ DIM_ROBOT_KIND, .30, 10, 0, 8, TALLY_ROBOT_HITS },
	{ DIM_TOOK, 1, 300, 0, 4, TALLY_HITS },
	{ DIM_SCHEME, 1, 2, 0, 5, TALLY_HITS },
	{ DIM_IP, 1, 2, 0, 4, TALLY_HITS },
	{ DIM_DOUBT, .01, 4, 0, 10, TALLY_VISITORS },
};
enum { LAWS = sizeof(laws) / sizeof(*laws) };

static uint64_t seed = 1;

static uint32_t
zipf(uint32_t n)
{
	double u = (double)(chance(&seed, UINT64_C(1) << 53)) /
	    9007199254740992.0;
	double r = exp(u * log((double)n + 1)) - 1;

	return r >= n ? n - 1 : (uint32_t)r;
}

static uint32_t
key_of(struct terms *terms, const struct law *l, int day, int64_t i)
{
	char text[200];
	int n;

	if (l->fresh > 0 && (int)chance(&seed, 100) < l->fresh)
		n = snprintf(text, sizeof(text), "new/%d/%d/%lld/",
		    (int)l->dim, day, (long long)i);
	else
		n = snprintf(text, sizeof(text), "%d/%u/",
		    l->dim <= DIM_EXIT ? 1 : (int)l->dim, zipf(l->universe));
	for (; n < l->bytes; n++)
		text[n] = (char)('a' + n % 26);
	return terms_at(terms, (struct span){ text, (size_t)n });
}

static void
put_tallies(struct rig *r, struct names *names, int day, int64_t hits)
{
	struct terms terms;
	struct tops tops;

	terms_open(&terms, 1);
	tops_open(&tops, &terms);
	for (int k = 0; k < LAWS; k++) {
		const struct law *l = &laws[k];
		int64_t n = (int64_t)(l->of_hits * (double)hits);
		int64_t step = n / 40000 + 1; /* more events tell no more */

		for (int64_t i = 0; i < n; i += step) {
			int64_t *at = tops_at(&tops, FIRST + day, l->dim,
			    key_of(&terms, l, day, i));

			at[l->count] += step;
			if (l->count == TALLY_PAGES)
				at[TALLY_HITS] += step;
			at[TALLY_BYTES] += step * (int64_t)chance(&seed, 30000);
		}
	}
	tops_order(&tops, (struct period){ FIRST + day, FIRST + day });
	for (int dim = 0; dim < DIM__MAX; dim++) {
		struct tallies_day t = { .names = names, .day = FIRST + day,
			.dim = (enum dim)dim };

		if (dim_info[dim].name == NULL)
			continue;
		t.tally = tops_of(&tops, FIRST + day, t.dim, &t.n);
		must(tallies_put(&r->store, &t, &r->err), &r->err);
	}
	tops_close(&tops);
	terms_close(&terms);
}

static void
put_day(struct rig *r, int day, int64_t hits)
{
	struct hour_row hour[HOURS * CELLS];
	struct day_derived d = { .day = FIRST + day, .hour = hour,
		.pages = hits / 3, .v = { .visits = hits / 10, .visitors =
		hits / 11, .views = hits / 3 } };
	struct hll *h = mem_new(sizeof(*h));

	for (int i = 0; i < HOURS * CELLS; i++)
		hour[i] = (struct hour_row){ .day = FIRST + day,
			.hour = (uint16_t)(i / CELLS),
			.class = (uint8_t)(i % CELLS % CLASS__COUNTED),
			.outcome = (uint8_t)(i % CELLS / CLASS__COUNTED),
			.hits = 1 + chance(&seed, 20000),
			.bytes = chance(&seed, 2000000000) };
	d.n_hours = HOURS * CELLS;
	for (int64_t i = 0; i < d.v.visitors; i++)
		hll_add(h, chance(&seed, UINT64_MAX));
	must(days_dirty_mark(&r->store, d.day, true, &r->err) &&
	    days_set(&r->store, &d, &r->err) &&
	    uniques_set(&r->store, d.day, h, &r->err), &r->err);
	mem_free(h);
}

/* What a log of that day leaves: its ledger, its prefixes' hashes, its lists. */
static void
put_log(struct rig *r, int day, int64_t hits)
{
	struct lists_used used = { { { "robots", "built-in", "", "00" },
		{ "sources", "built-in", "", "01" },
		{ "countries", "c.mmdb", "", "02" } }, 3 };
	struct lists_ids ids;
	int64_t id = day + 1;

	for (int i = 0; i < 10 + hits * 220 / 1000000; i++)
		must(db_run(r->db, &r->err, STMT_MARK_PUT, "iib", id,
		    (int64_t)i << 20, (struct span){ "0123456789abcdef", 16 }),
		    &r->err);
	for (int i = 0; i < CLASS__MAX; i++)
		must(db_run(r->db, &r->err, STMT_LEDGER_ADD, "iiiti", id,
		    r->store.id, (int64_t)(FIRST + day),
		    span_of(class_name((enum class)i)), INT64_C(100000)),
		    &r->err);
	must(lists_ids(r->db, &used, &ids, &r->err) && lists_note(r->db,
	    r->store.id, FIRST + day, &ids, &r->err), &r->err);
}

static void
live(struct rig *r, int day, int64_t hits)
{
	int64_t now_s = zone_day_of(r->zone, FIRST + day + 2).end_s;
	struct retained sum = { 0 };
	struct names names;

	names_open(&names, r->db);
	must(db_begin(r->db, &r->err), &r->err);
	put_day(r, day, hits);
	put_tallies(r, &names, day, hits);
	put_log(r, day, hits);
	must(sites_seal(&r->store, FIRST + day, NULL, 0, &r->err) &&
	    db_commit(r->db, &r->err), &r->err);
	names_close(&names);
	must(retain_site(&r->store, now_s, &sum, &r->err) &&
	    retain_end(r->db, now_s, &sum, &r->err), &r->err);
}

int
main(int argc, char **argv)
{
	int days = argc > 1 ? atoi(argv[1]) : 1826;
	int64_t hits = argc > 2 ? atoll(argv[2]) : 1000000;
	char dir[] = "/tmp/bench_size.XXXXXX", path[64], line[200];
	struct store_size s;
	struct rig r;

	if (mkdtemp(dir) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/truycap.db", dir);
	rig_open(&r, path, "UTC");
	must(db_script(r.db, "PRAGMA synchronous = OFF", &r.err), &r.err);
	for (int day = 0; day < days; day++) {
		live(&r, day, hits);
		if ((day + 1) % 365 != 0 && day + 1 != days)
			continue;
		must(size_of(r.db, &s, &r.err), &r.err);
		printf("%5d days of %lld hits: %.1f MB, free %.1f; names %lld "
		    "(%.1f MB); rows: hours %lld, days %lld, months %lld, "
		    "years %lld\n", day + 1, (long long)hits,
		    (double)s.bytes / 1e6, (double)s.free_bytes / 1e6,
		    (long long)s.names, (double)s.name_bytes / 1e6,
		    (long long)s.hours, (long long)s.days,
		    (long long)s.months, (long long)s.years);
		fflush(stdout);
	}
	rig_close(&r);
	snprintf(line, sizeof(line), "rm -rf %s", dir);
	return system(line) != 0;
}
