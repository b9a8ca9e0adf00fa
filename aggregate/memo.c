/* SPDX-License-Identifier: MIT */
#include "aggregate/memo.h"

#include "aggregate/fold.h"
#include "aggregate/memo_rows.h"
#include "aggregate/visitor.h"
#include "common/mem.h"

enum { MEMO_MAX = 128 * 1024 }; /* values of a kind; then it starts anew */

static void
open_table(struct table *t, size_t row_bytes, uint64_t seed)
{
	table_open(t, row_bytes, sizeof(struct hash128), seed);
	table_hashed(t);
}

void
memo_open(struct memo *m, const struct fold_plan *plan, uint32_t site,
    struct classify *classify)
{
	*m = (struct memo){ .plan = plan, .site = site,
		.classify = classify, .seed = plan->keys->table_seed,
		.places = plan->lists->geo != NULL &&
		    (geo_name(plan->lists->geo, GEO_ASN) != NULL ||
		    geo_name(plan->lists->geo, GEO_CITY) != NULL) };
	open_table(&m->clients, sizeof(struct memo_client), m->seed);
	open_table(&m->targets, sizeof(struct memo_target), m->seed);
	open_table(&m->referrers, sizeof(struct memo_referrer), m->seed);
	open_table(&m->marks, sizeof(struct memo_mark), m->seed);
}

void
memo_close(struct memo *m)
{
	table_close(&m->clients);
	table_close(&m->targets);
	table_close(&m->referrers);
	table_close(&m->marks);
	buf_close(&m->text);
	*m = (struct memo){ 0 };
}

void
memo_epoch(struct memo *m, struct partial *p, uint32_t epoch)
{
	m->partial = p;
	m->epoch = epoch;
}

void
memo_batch(struct memo *m)
{
	struct table *t[] = { &m->clients, &m->targets, &m->referrers };

	for (int i = 0; i < 3; i++)
		if (t[i]->n + HIT_BATCH_MAX > MEMO_MAX)
			table_clear(t[i]);
	/* Marks are fewer than the targets that have them. */
	if (m->targets.n == 0)
		table_clear(&m->marks);
}

static void
mix(struct hash128 *to, const struct hash128 *with)
{
	for (size_t i = 0; i < sizeof(to->b); i++)
		to->b[i] ^= with->b[i];
}

void
memo_name(struct memo *m, const struct hit *hit, struct memo_hit *out)
{
	/* Two seeds: an address and an agent do not change places. */
	struct hash128 agent = hash_wide(m->seed + 1, hit->agent.p,
	    hit->agent.n);

	out->client = hash_wide(m->seed, hit->addr.p, hit->addr.n);
	mix(&out->client, &agent);
	out->target = hash_wide(m->seed, hit->target.p, hit->target.n);
	table_expect(&m->clients, &out->client);
	table_expect(&m->targets, &out->target);
}

void
memo_expect(const struct memo *m, const struct memo_hit *h)
{
	table_expect_row(&m->clients, &h->client);
	table_expect_row(&m->targets, &h->target);
}

uint32_t
memo_row_number(const struct table *t, const void *row)
{
	return (uint32_t)((size_t)((const char *)row - t->row) /
	    t->row_bytes);
}

void *
memo_row_of(struct table *t, const struct hash128 *id, uint32_t *number,
    bool *fresh)
{
	size_t before = t->n;
	void *row = table_at(t, id);

	*number = memo_row_number(t, row);
	*fresh = t->n > before;
	return row;
}

static struct memo_client *
client_of(struct memo *m, const struct hit *hit, struct memo_hit *h)
{
	bool fresh;
	struct memo_client *c = memo_row_of(&m->clients, &h->client,
	    &h->client_row, &fresh);

	if (fresh) {
		struct client is = classify_client(m->classify, hit);

		c->class = (uint8_t)is.class;
		c->reason = (uint8_t)is.reason;
		c->robot = is.robot < CODE_ROBOTS ? is.robot : CODE_ROBOTS;
		c->traits = is.traits;
		c->country = (uint16_t)code_country(is.traits.country);
	}
	return c;
}

static bool
is_robots_txt(struct span target)
{
	return span_eq(span_cut(&target, '?'), SPAN("/robots.txt"));
}

static void
mark_target(struct memo *m, const struct hit *hit, const struct memo_hit *h,
    struct memo_target *t)
{
	struct marks is;

	classify_marks(m->classify, hit, &is);
	t->sections = is.sections;
	t->flags |= (uint8_t)((is.home ? MEMO_HOME : 0) |
	    (is.soft ? MEMO_SOFT : 0) | (is.least > 0 ? MEMO_LEAST : 0) |
	    ((is.viewed | is.posted) != 0 ? MEMO_STEPS : 0));
	if (t->flags & (MEMO_LEAST | MEMO_STEPS)) {
		struct memo_mark *mark = table_at(&m->marks, &h->target);

		mark->viewed = is.viewed;
		mark->posted = is.posted;
		mark->least = is.least;
	}
}

static struct memo_target *
target_of(struct memo *m, const struct hit *hit, struct memo_hit *h)
{
	bool fresh;
	struct memo_target *t = memo_row_of(&m->targets, &h->target,
	    &h->target_row, &fresh);

	if (fresh) {
		struct hit get = *hit;

		get.method = SPAN("GET");
		get.status = 200;
		t->outcome = (uint8_t)classify_outcome(m->classify, &get);
		mark_target(m, hit, h, t);
		if (classify_excluded(m->classify, hit))
			t->flags |= MEMO_EXCLUDED;
		if (is_robots_txt(hit->target))
			t->flags |= MEMO_ROBOTS_TXT;
	}
	return t;
}

static enum outcome
outcome_of(struct memo *m, const struct hit *hit, const struct memo_target *t)
{
	if ((hit->status == 200 || hit->status == 304) &&
	    span_eq(hit->method, SPAN("GET")))
		return (enum outcome)t->outcome;
	return classify_outcome(m->classify, hit);
}

struct visitor_row
memo_visitor(struct memo *m, const struct hit *hit, int32_t day,
    struct memo_client *c)
{
	if (!c->has_key) {
		c->key = visitor_key(m->plan->keys,
		    m->plan->site[m->site]->id, hit);
		c->address = visitor_address(m->plan->keys, hit);
		c->has_key = 1;
	}
	return (struct visitor_row){ .site = m->site, .day = day,
		.key = c->key };
}

void
memo_name_referrer(struct memo *m, const struct hit *hit, struct hash128 *id)
{
	*id = hash_wide(m->seed, hit->referrer.p, hit->referrer.n);
	/* A site that names no hosts takes the request's for its own. */
	if (m->plan->site[m->site]->host[0] == NULL) {
		struct hash128 host = hash_wide(m->seed + 1, hit->host.p,
		    hit->host.n);

		mix(id, &host);
	}
}

void
memo_judge(struct memo *m, const struct hit *hit, int32_t day,
    struct memo_hit *h)
{
	struct memo_client *c = client_of(m, hit, h);
	struct memo_target *t = target_of(m, hit, h);

	h->class = t->flags & MEMO_EXCLUDED ? CLASS_EXCLUDED :
	    (enum class)c->class;
	h->outcome = outcome_of(m, hit, t);
	if (h->class != CLASS_HUMAN)
		return;
	if (c->visitor.epoch == m->epoch && c->visitor.day == day) {
		__builtin_prefetch(table_row(&m->partial->visitors,
		    c->visitor.row));
	} else {
		struct visitor_row v = memo_visitor(m, hit, day, c);

		table_expect(&m->partial->visitors, &v);
	}
	if ((h->outcome == OUTCOME_PAGE || h->outcome == OUTCOME_DOWNLOAD) &&
	    t->named[WHO_HUMAN].epoch == m->epoch &&
	    t->named[WHO_HUMAN].day == day)
		__builtin_prefetch(table_row(&m->partial->tallies,
		    t->named[WHO_HUMAN].row));
	if (h->outcome == OUTCOME_PAGE && hit->referrer.n > 0) {
		memo_name_referrer(m, hit, &h->referrer);
		table_expect(&m->referrers, &h->referrer);
	}
}
