/* SPDX-License-Identifier: MIT */
#include "aggregate/fold.h"

#include "aggregate/block.h"
#include "aggregate/memo.h"
#include "aggregate/page.h"
#include "aggregate/proxy.h"
#include "common/mem.h"

struct fold_site {
	struct classify *classify;
	struct memo memo;
	struct zone_day day; /* of the last hit: logs stay in a day for long */
};

/* A hit of the batch at hand. */
struct step {
	uint32_t site; /* PARTIAL_NO_SITE: it is not to be judged */
	struct block_key key;
	struct memo_hit memo;
};

struct fold {
	const struct fold_plan *plan;
	struct step *step; /* HIT_BATCH_MAX */
	struct fold_site *site;
	struct proxies *proxies; /* NULL: none is trusted */
	int64_t *window_s;
	struct partial kept, taken;
	struct packed packed; /* of kept */
	struct blocks blocks; /* of taken, not yet in its tables */
	uint32_t epoch;       /* of taken */
};

/* taken was emptied, or is another one. */
static void
begin_epoch(struct fold *f)
{
	f->epoch++;
	for (size_t i = 0; i < f->plan->n_sites; i++)
		memo_epoch(&f->site[i].memo, &f->taken, f->epoch);
}

bool
fold_open(const struct fold_plan *plan, struct fold **out, struct err *err)
{
	struct fold *f = mem_new(sizeof(*f));

	f->plan = plan;
	f->step = mem_new(HIT_BATCH_MAX * sizeof(*f->step));
	f->site = mem_new(plan->n_sites * sizeof(*f->site));
	f->window_s = mem_new(plan->n_sites * sizeof(*f->window_s));
	partial_open(&f->kept, plan->keys->table_seed);
	partial_open(&f->taken, plan->keys->table_seed);
	blocks_open(&f->blocks, plan->site, plan->lists->robots);
	if (!proxy_open(plan->trusted, &f->proxies, err)) {
		fold_close(f);
		return false;
	}
	for (size_t i = 0; i < plan->n_sites; i++) {
		f->window_s[i] = plan->site[i]->online_window_s;
		if (plan->only != PARTIAL_NO_SITE && plan->only != i)
			continue; /* none of these logs' lines are its */
		if (!classify_open(plan->site[i], plan->lists,
		    &f->site[i].classify, err)) {
			fold_close(f);
			return err_add(err, "site %s", plan->site[i]->id);
		}
		memo_open(&f->site[i].memo, plan, (uint32_t)i,
		    f->site[i].classify);
	}
	begin_epoch(f);
	*out = f;
	return true;
}

void
fold_close(struct fold *f)
{
	if (f == NULL)
		return;
	for (size_t i = 0; i < f->plan->n_sites; i++) {
		memo_close(&f->site[i].memo);
		classify_close(f->site[i].classify);
	}
	partial_close(&f->kept);
	partial_close(&f->taken);
	packed_close(&f->packed);
	blocks_close(&f->blocks);
	proxy_close(f->proxies);
	mem_free(f->window_s);
	mem_free(f->step);
	mem_free(f->site);
	mem_free(f);
}

static void
count_line(struct fold *f, struct ledger_row row)
{
	struct ledger_row *sum = table_at(&f->taken.ledger, &row);

	sum->lines += row.lines;
}

/* varnishncsa and proxies write whole URLs, and no host beside them. */
static uint32_t
route(const struct fold_plan *plan, const struct hit *hit)
{
	struct span host = hit->host;

	if (plan->only != PARTIAL_NO_SITE)
		return plan->only;
	if (host.n == 0)
		host = page_url_host(hit->target);
	for (size_t i = 0; i < plan->n_sites; i++)
		for (const char **h = plan->site[i]->host; *h != NULL; h++)
			if (span_eq_nocase(host, span_of(*h)))
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

/* Parsed, but of no counted day: false for all others. */
static bool
count_apart(struct fold *f, uint32_t stream, uint32_t site,
    const struct hit *hit)
{
	struct ledger_row row = { stream, site, PARTIAL_NO_DAY, 0, 1 };

	if (hit->at_s > f->plan->now_s + FOLD_FUTURE_S)
		row.class = CLASS_FUTURE;
	else if (site == PARTIAL_NO_SITE) /* a host that no site has */
		row.class = CLASS_EXCLUDED;
	else
		return false;
	/* A wrong clock must not say that the log is read up to then. */
	if (row.class != CLASS_FUTURE)
		partial_extent(&f->taken, stream, hit->at_s);
	count_line(f, row);
	return true;
}

static void
count_late(struct fold *f, const struct block_key *key, const struct hit *hit)
{
	partial_extent(&f->taken, key->stream, hit->at_s);
	count_line(f, (struct ledger_row){ key->stream, key->site, key->day,
	    CLASS_LATE, 1 });
}

/* Its site and day, and its names: false for what is counted apart. */
static bool
begin_hit(struct fold *f, uint32_t stream, const struct hit *hit,
    struct step *s)
{
	uint32_t site = route(f->plan, hit);

	if (count_apart(f, stream, site, hit))
		return false;

	struct fold_site *fs = &f->site[site];

	s->key = (struct block_key){ stream, site,
		day_of(fs, f->plan->site[site]->zone, hit->at_s) };
	if (s->key.day <= f->plan->sealed[site]) {
		count_late(f, &s->key, hit);
		return false;
	}
	memo_name(&fs->memo, hit, &s->memo);
	return true;
}

enum { HOUR_S = 3600, MINUTE_S = 60 };

/* What the hour's row learns of it: struct hour_row. */
static uint64_t
minutes_of(const struct hit *hit, enum class class, int64_t since_midnight_s)
{
	bool told = hit->status >= 500 ||
	    (hit->status >= 200 && hit->status < 400);
	uint64_t bits = (uint64_t)told <<
	    (uint64_t)since_midnight_s / MINUTE_S % 60;

	if (class == CLASS_MONITOR && client_is_probe(hit->agent))
		bits |= hit->status == CLIENT_NO_ANSWER ? HOUR_BIT_NONE :
		    hit->status >= 500 ? HOUR_BIT_ERROR : HOUR_BIT_OK;
	return bits;
}

static void
count_hit(struct fold *f, const struct hit *hit, const struct step *s)
{
	struct fold_site *fs = &f->site[s->site];
	struct block *b = blocks_at(&f->blocks, &s->key, &f->taken);

	/* The zone day of this hit, for the hour: mostly the last one's. */
	day_of(fs, f->plan->site[s->site]->zone, hit->at_s);

	int64_t at_s = hit->at_s - fs->day.start_s;

	block_sum(b, at_s / HOUR_S, minutes_of(hit, s->memo.class, at_s),
	    &(struct block_hit){ hit->bytes, s->memo.class, s->memo.outcome,
	    WHO_REST });
	if (hit->at_s < b->first_s)
		b->first_s = hit->at_s;
	if (hit->at_s > b->last_s)
		b->last_s = hit->at_s;
	memo_count(&fs->memo, hit, b, &s->memo);
}

/* Each step goes over all hits, and what the next one needs is fetched meanwhile. */
static void
count_hits(struct fold *f, const struct hit_batch *batch)
{
	struct step *s = f->step;

	for (size_t i = 0; i < f->plan->n_sites; i++)
		memo_batch(&f->site[i].memo);
	for (uint32_t i = 0; i < batch->n; i++)
		s[i].site = begin_hit(f, batch->stream, &batch->hit[i], &s[i]) ?
		    s[i].key.site : PARTIAL_NO_SITE;
	for (uint32_t i = 0; i < batch->n; i++)
		if (s[i].site != PARTIAL_NO_SITE)
			memo_expect(&f->site[s[i].site].memo, &s[i].memo);
	for (uint32_t i = 0; i < batch->n; i++)
		if (s[i].site != PARTIAL_NO_SITE)
			memo_judge(&f->site[s[i].site].memo, &batch->hit[i],
			    s[i].key.day, &s[i].memo);
	for (uint32_t i = 0; i < batch->n; i++)
		if (s[i].site != PARTIAL_NO_SITE)
			count_hit(f, &batch->hit[i], &s[i]);
}

static void
take(void *self, const struct hit_batch *batch)
{
	struct fold *f = self;

	count_hits(f, proxy_batch(f->proxies, batch));
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

	blocks_drop(&f->blocks);
	partial_clear(&f->taken);
	begin_epoch(f);
}

void
fold_pack(struct fold *f)
{
	if (!partial_has_days(&f->kept))
		return;

	struct partial *p = &f->kept;

	packed_add(&f->packed, &(struct packed_from){ &p, 1, 1, f->window_s });
	partial_shed(&f->kept);
}

static void
keep(void *self)
{
	struct fold *f = self;

	blocks_flush(&f->blocks, &f->taken);
	if (partial_bytes(&f->kept) >= FOLD_PACK_BYTES)
		fold_pack(f);
	if (partial_has_days(&f->kept)) {
		if (!partial_empty(&f->taken))
			partial_merge(&f->kept, &f->taken, f->window_s);
	} else {
		struct partial was = f->kept;

		/* Of what was packed the ledger is left: few rows. */
		partial_merge(&f->taken, &was, f->window_s);
		f->kept = f->taken;
		f->taken = was;
	}
	partial_clear(&f->taken);
	begin_epoch(f);
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

struct partial *
fold_taken(struct fold *f)
{
	blocks_flush(&f->blocks, &f->taken);
	return &f->taken;
}

void
fold_shed_taken(struct fold *f)
{
	partial_shed(&f->taken);
	begin_epoch(f);
}

struct packed *
fold_packed(struct fold *f)
{
	return &f->packed;
}

size_t
fold_bytes(const struct fold *f)
{
	return fold_kept_bytes(f) + fold_taken_bytes(f);
}

size_t
fold_kept_bytes(const struct fold *f)
{
	return partial_bytes(&f->kept) + f->packed.bytes;
}

size_t
fold_taken_bytes(const struct fold *f)
{
	return partial_bytes(&f->taken);
}
