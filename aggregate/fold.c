/* SPDX-License-Identifier: MIT */
#include "aggregate/fold.h"

#include "aggregate/visitor.h"
#include "common/mem.h"

struct fold_site {
	struct classify *classify;
	struct zone_day day; /* of the last hit: logs stay in a day for long */
};

struct fold {
	const struct fold_plan *plan;
	struct fold_site *site;
	int64_t *window_s;
	struct partial kept, taken;
	struct buf page, referrer;
};

bool
fold_open(const struct fold_plan *plan, struct fold **out, struct err *err)
{
	struct fold *f = mem_new(sizeof(*f));

	f->plan = plan;
	f->site = mem_new(plan->n_sites * sizeof(*f->site));
	f->window_s = mem_new(plan->n_sites * sizeof(*f->window_s));
	partial_open(&f->kept, plan->keys->table_seed);
	partial_open(&f->taken, plan->keys->table_seed);
	for (size_t i = 0; i < plan->n_sites; i++) {
		f->window_s[i] = plan->site[i]->online_window_s;
		if (plan->only != PARTIAL_NO_SITE && plan->only != i)
			continue; /* none of these logs' lines are its */
		if (!classify_open(plan->site[i], plan->robots,
		    &f->site[i].classify, err)) {
			fold_close(f);
			return err_add(err, "site %s", plan->site[i]->id);
		}
	}
	*out = f;
	return true;
}

void
fold_close(struct fold *f)
{
	if (f == NULL)
		return;
	for (size_t i = 0; i < f->plan->n_sites; i++)
		classify_close(f->site[i].classify);
	partial_close(&f->kept);
	partial_close(&f->taken);
	buf_close(&f->page);
	buf_close(&f->referrer);
	mem_free(f->window_s);
	mem_free(f->site);
	mem_free(f);
}

static void
count_line(struct fold *f, struct ledger_row row)
{
	struct ledger_row *sum = table_at(&f->taken.ledger, &row);

	sum->lines += row.lines;
}

static uint32_t
route(const struct fold_plan *plan, const struct hit *hit)
{
	if (plan->only != PARTIAL_NO_SITE)
		return plan->only;
	for (size_t i = 0; i < plan->n_sites; i++)
		for (const char **h = plan->site[i]->host; *h != NULL; h++)
			if (span_eq_nocase(hit->host, span_of(*h)))
				return (uint32_t)i;
	return PARTIAL_NO_SITE;
}

static int32_t
day_of(struct fold_site *s, const struct zone *zone, int64_t at_s)
{
	if (at_s < s->day.start_s || at_s >= s->day.end_s)
		s->day = zone_day_at(zone, at_s);
	return s->day.day;
}

/* A human page view: into the page's tally and the visitor's spans. */
static void
count_view(struct fold *f, uint32_t site, int32_t day, const struct hit *hit)
{
	struct fold_site *fs = &f->site[site];
	struct visitor_row visitor = { .site = site, .day = day,
		.key = visitor_key(f->plan->keys, f->plan->site[site]->id,
		    hit) };

	buf_clear(&f->page);
	classify_page(fs->classify, hit, &f->page);
	buf_clear(&f->referrer);
	classify_referrer(fs->classify, hit, &f->referrer);

	struct view view = { hit->at_s,
		terms_at(&f->taken.terms, buf_view(&f->page)),
		terms_at(&f->taken.terms, buf_view(&f->referrer)) };
	struct page_row key = { .site = site, .day = day, .page = view.page };
	struct page_row *page = table_at(&f->taken.pages, &key);

	page->views++;
	page->bytes += hit->bytes;
	partial_view(&f->taken, &visitor,
	    (struct view_span){ view, view, 1, hit->bytes },
	    f->window_s[site]);
}

static void
count_hit(struct fold *f, uint32_t stream, const struct hit *hit)
{
	const struct fold_plan *plan = f->plan;
	uint32_t site = route(plan, hit);
	struct ledger_row row = { stream, site, PARTIAL_NO_DAY, 0, 1 };

	partial_extent(&f->taken, stream, hit->at_s);
	if (hit->at_s > plan->now_s + FOLD_FUTURE_S) {
		row.class = CLASS_FUTURE;
		count_line(f, row);
		return;
	}
	if (site == PARTIAL_NO_SITE) { /* a host that no site has */
		row.class = CLASS_EXCLUDED;
		count_line(f, row);
		return;
	}

	struct fold_site *fs = &f->site[site];
	int32_t day = day_of(fs, plan->site[site]->zone, hit->at_s);

	row.day = day;
	if (day <= plan->sealed[site]) {
		row.class = CLASS_LATE;
		count_line(f, row);
		return;
	}

	enum class class = classify_class(fs->classify, hit);
	enum outcome outcome = classify_outcome(fs->classify, hit);
	struct hour_row key = { .site = site, .day = day,
		.hour = (uint16_t)((hit->at_s - fs->day.start_s) / 3600),
		.class = (uint8_t)class, .outcome = (uint8_t)outcome };
	struct hour_row *hour = table_at(&f->taken.hours, &key);

	hour->hits++;
	hour->bytes += hit->bytes;
	row.class = (uint32_t)class;
	count_line(f, row);
	if (class == CLASS_HUMAN && outcome == OUTCOME_PAGE)
		count_view(f, site, day, hit);
}

static void
take(void *self, const struct hit_batch *batch)
{
	struct fold *f = self;

	for (uint32_t i = 0; i < batch->n; i++)
		count_hit(f, batch->stream, &batch->hit[i]);
	for (int c = 0; c < CLASS__MAX; c++)
		if (batch->refused[c] > 0)
			count_line(f, (struct ledger_row){ batch->stream,
			    f->plan->only, PARTIAL_NO_DAY, (uint32_t)c,
			    batch->refused[c] });
}

static void
drop(void *self)
{
	struct fold *f = self;

	partial_clear(&f->taken);
}

static void
keep(void *self)
{
	struct fold *f = self;

	if (partial_empty(&f->kept)) {
		struct partial empty = f->kept;

		f->kept = f->taken;
		f->taken = empty;
	} else if (!partial_empty(&f->taken)) {
		partial_merge(&f->kept, &f->taken, f->window_s);
		partial_clear(&f->taken);
	}
}

struct hit_sink
fold_sink(struct fold *f)
{
	return (struct hit_sink){ f, take, keep, drop };
}

struct partial *
fold_kept(struct fold *f)
{
	return &f->kept;
}

size_t
fold_bytes(const struct fold *f)
{
	return partial_bytes(&f->kept) + partial_bytes(&f->taken);
}
