/* SPDX-License-Identifier: MIT */
/* memo_count.c -- a hit under the keys of its dimensions, and into its visitor's spans. */
#include "aggregate/fold.h"
#include "aggregate/memo_rows.h"
#include "common/histogram.h"

/* ---- terms of the partial at hand ---- */

static void
renew_target(struct memo *m, const struct hit *hit, struct memo_target *t)
{
	if (t->epoch == m->epoch)
		return;
	buf_clear(&m->text);
	classify_page(m->classify, hit, &m->text);
	t->page = terms_at(&m->partial->terms, buf_view(&m->text));
	t->epoch = m->epoch;
	t->flags &= (uint8_t)~MEMO_CAMPAIGN;
	buf_clear(&m->text);
	if (classify_campaign(m->classify, hit, &m->text)) {
		t->campaign = terms_at(&m->partial->terms,
		    buf_view(&m->text));
		t->flags |= MEMO_CAMPAIGN;
	}
}

static void
renew_referrer(struct memo *m, const struct hit *hit,
    struct memo_referrer *r)
{
	struct terms *terms = &m->partial->terms;
	struct span host;

	if (r->epoch == m->epoch)
		return;
	buf_clear(&m->text);
	classify_referrer(m->classify, hit, &m->text);
	r->term = terms_at(terms, buf_view(&m->text));
	r->epoch = m->epoch;
	host = terms_text(terms, r->term);
	r->source = (uint8_t)source_of(m->plan->lists->sources, host);
	r->search = 0;
	buf_clear(&m->text);
	if (r->source == SOURCE_SEARCH && classify_search(m->classify, hit,
	    host, &m->text))
		r->search = terms_at(terms, buf_view(&m->text));
}

/* NULL: there is no referrer. */
static struct memo_referrer *
referrer_of(struct memo *m, const struct hit *hit, const struct hash128 *id)
{
	struct memo_referrer *r;
	uint32_t number;
	bool fresh;

	if (hit->referrer.n == 0)
		return NULL;
	r = memo_row_of(&m->referrers, id, &number, &fresh);
	renew_referrer(m, hit, r);
	return r;
}

static uint32_t
host_term(struct memo *m, const struct hit *hit)
{
	struct memo_host *h = &m->host;

	if (h->epoch == m->epoch && span_eq(hit->host, h->raw))
		return h->term;
	buf_clear(&m->text);
	classify_host(hit, &m->text);
	h->term = terms_at(&m->partial->terms, buf_view(&m->text));
	h->epoch = 0;
	if (hit->host.n <= sizeof(h->text)) {
		memcpy(h->text, hit->host.p, hit->host.n);
		h->raw = (struct span){ h->text, hit->host.n };
		h->epoch = m->epoch;
	}
	return h->term;
}

/* Only where there are databases of them. */
static void
renew_places(struct memo *m, const struct hit *hit, struct memo_client *c)
{
	if (c->epoch == m->epoch)
		return;
	c->epoch = m->epoch;
	buf_clear(&m->text);
	classify_network(m->classify, hit, &m->text);
	c->network = terms_at(&m->partial->terms, buf_view(&m->text));
	buf_clear(&m->text);
	classify_place(m->classify, hit, &m->text);
	c->place = terms_at(&m->partial->terms, buf_view(&m->text));
}

/* ---- counting ---- */

/* A hit, and what is known of it. */
struct counting {
	struct memo *m;
	const struct hit *hit;
	struct block *b;
	struct memo_client *c;
	struct memo_target *t;
	struct block_hit h;
	bool soft; /* answered 200, but with an error page */
};

static void
tally(struct counting *k, enum dim dim, uint32_t term)
{
	block_tally(k->b, k->m->partial, dim, term, &k->h);
}

static const struct memo_mark *
mark_of(const struct counting *k)
{
	return table_find(&k->m->marks, &k->t->id);
}

/* Numbers of code_method. */
enum { METHOD_GET = 1, METHOD_POST = 2, METHOD_HEAD = 3 };

static bool
done_by_post(const struct hit *hit)
{
	return (hit->status >= 200 && hit->status < 300) ||
	    hit->status == 302 || hit->status == 303;
}

/* Neither HEAD nor 304 has a body to measure. */
static bool
is_soft(const struct counting *k)
{
	const struct hit *hit = k->hit;

	if (hit->status != 200 && hit->status != 304)
		return false;
	if (k->t->flags & MEMO_SOFT)
		return true;
	return (k->t->flags & MEMO_LEAST) && hit->status == 200 &&
	    code_method(hit->method) == METHOD_GET &&
	    hit->bytes < mark_of(k)->least;
}

static enum answer
answer_of(const struct counting *k)
{
	unsigned status = k->hit->status;
	unsigned method = code_method(k->hit->method);

	if (status >= 500)
		return ANSWER_SERVER_ERROR;
	if (status >= 400)
		return ANSWER_CLIENT_ERROR;
	if (method == METHOD_POST && done_by_post(k->hit))
		return ANSWER_ACTION;
	if ((method != METHOD_GET && method != METHOD_HEAD) ||
	    (status != 200 && status != 304))
		return ANSWER_OTHER;
	return k->soft ? ANSWER_SOFT_404 : ANSWER_OK;
}

static void
count_answers(struct counting *k)
{
	enum answer a = answer_of(k);

	for (uint64_t left = k->t->sections; left != 0; left &= left - 1)
		block_cell(k->b, code_answer(
		    (unsigned)__builtin_ctzll(left), a), &k->h);
	if (k->t->flags & MEMO_HOME)
		block_cell(k->b, code_answer(SITE_SECTIONS, a), &k->h);
}

static void
count_cells(struct counting *k)
{
	const struct hit *hit = k->hit;
	struct block *b = k->b;
	const struct block_hit *h = &k->h;

	block_cell(b, CODE_STATUS + hit->status - 100u, h);
	block_cell(b, CODE_METHOD + code_method(hit->method), h);
	block_cell(b, CODE_PROTOCOL + code_protocol(hit->protocol), h);
	block_cell(b, CODE_IP + code_ip(k->c->traits.flags), h);
	block_cell(b, CODE_COUNTRY + (unsigned)k->c->country, h);
	if (hit->scheme != HIT_SCHEME_UNKNOWN)
		block_cell(b, CODE_SCHEME + (unsigned)hit->scheme, h);
	if (hit->took_us >= 0)
		block_cell(b, CODE_TOOK + (unsigned)histogram_bucket(
		    (uint64_t)hit->took_us), h);
	if (k->t->sections != 0 || (k->t->flags & MEMO_HOME))
		count_answers(k);
	if (h->who == WHO_ROBOT) {
		block_cell(b, CODE_ROBOT + k->c->robot, h);
		block_cell(b, CODE_ROBOT_KIND + (unsigned)k->c->reason, h);
	} else if (h->who == WHO_HUMAN) {
		block_cell(b, CODE_BROWSER + (unsigned)k->c->traits.browser, h);
		block_cell(b, CODE_SYSTEM + (unsigned)k->c->traits.system, h);
		block_cell(b, CODE_DEVICE + (unsigned)k->c->traits.device, h);
	}
}

/* Under a term whose rows are asked for often, so they are known: people's and robots'. */
static void
count_known(struct counting *k, enum dim dim, uint32_t term,
    struct memo_row *at)
{
	struct table *tallies = &k->m->partial->tallies;
	struct tally_row *row;

	if (k->h.who == WHO_REST) {
		tally(k, dim, term);
		return;
	}
	at += k->h.who;
	if (at->epoch == k->m->epoch && at->day == k->b->key.day) {
		row = table_row(tallies, at->row);
		row->hits++;
		row->pages += k->h.outcome == OUTCOME_PAGE;
		row->bytes += k->h.bytes;
		return;
	}
	row = block_tally(k->b, k->m->partial, dim, term, &k->h);
	*at = (struct memo_row){ k->m->epoch, memo_row_number(tallies, row),
		k->b->key.day };
}

static void
count_missing(struct counting *k)
{
	struct hash128 id;
	struct memo_referrer *r;
	struct terms *terms = &k->m->partial->terms;
	struct span page, from;

	tally(k, DIM_MISSING, k->t->page);
	memo_name_referrer(k->m, k->hit, &id);
	r = referrer_of(k->m, k->hit, &id);
	if (r == NULL || r->source != SOURCE_INTERNAL)
		return;
	/* No name has a tabulator in it. */
	page = terms_text(terms, k->t->page);
	from = terms_text(terms, r->term);
	buf_clear(&k->m->text);
	buf_span(&k->m->text, page);
	buf_putc(&k->m->text, '\t');
	buf_span(&k->m->text, from);
	tally(k, DIM_BROKEN, terms_at(terms, buf_view(&k->m->text)));
}

/* The visitor's row of the day; good until the next one is added. */
static struct visitor_row *
visitor_of(struct counting *k)
{
	struct memo_row *at = &k->c->visitor;
	struct table *visitors = &k->m->partial->visitors;

	if (at->epoch != k->m->epoch || at->day != k->b->key.day) {
		struct visitor_row key = memo_visitor(k->m, k->hit,
		    k->b->key.day, k->c);

		*at = (struct memo_row){ k->m->epoch, memo_row_number(visitors,
		    table_at(visitors, &key)), k->b->key.day };
	}
	return table_row(visitors, at->row);
}

static void
count_visitor(struct counting *k)
{
	struct conduct *c = &visitor_of(k)->conduct;
	bool error = k->h.outcome == OUTCOME_CLIENT_ERROR ||
	    k->h.outcome == OUTCOME_SERVER_ERROR;

	c->hits += c->hits < UINT32_MAX;
	if (error && c->errors < UINT16_MAX)
		c->errors++;
	if (k->h.outcome == OUTCOME_ASSET)
		c->flags |= CONDUCT_ASSET;
	if (k->t->flags & MEMO_ROBOTS_TXT)
		c->flags |= CONDUCT_ROBOTS_TXT;
	if (k->t->flags & MEMO_STEPS) {
		const struct memo_mark *mark = mark_of(k);

		if (k->h.outcome == OUTCOME_PAGE)
			c->steps |= mark->viewed;
		if (code_method(k->hit->method) == METHOD_POST &&
		    done_by_post(k->hit))
			c->steps |= mark->posted;
	}
}

static void
count_view(struct counting *k, const struct hash128 *referrer)
{
	struct memo_referrer *r = referrer_of(k->m, k->hit, referrer);
	struct view view = { k->hit->at_s, k->t->page,
		r != NULL ? r->term : 0 };
	struct view_span span = { view, view, 1, k->hit->bytes,
		k->t->sections, k->c->traits };
	unsigned source = r != NULL ? r->source : (unsigned)SOURCE_DIRECT;

	block_view(k->b, k->c->address);
	block_cell(k->b, CODE_SOURCE + source, &k->h);
	if (source != SOURCE_DIRECT && source != SOURCE_INTERNAL)
		count_known(k, DIM_REFERRER, r->term, r->named);
	if (r != NULL && r->search != 0)
		tally(k, DIM_SEARCH, r->search);
	if (k->t->flags & MEMO_CAMPAIGN)
		tally(k, DIM_CAMPAIGN, k->t->campaign);
	if (k->hit->scheme != HIT_SCHEME_UNKNOWN)
		span.traits.flags |= k->hit->scheme == HIT_SCHEME_HTTPS ?
		    VIEW_HTTPS : VIEW_HTTP;
	partial_view_at(k->m->partial, visitor_of(k), span,
	    k->m->plan->site[k->m->site]->online_window_s);
}

void
memo_count(struct memo *m, const struct hit *hit, struct block *b,
    const struct memo_hit *h)
{
	struct counting k = { m, hit, b, table_row(&m->clients, h->client_row),
		table_row(&m->targets, h->target_row),
		{ hit->bytes, h->class, h->outcome,
		    h->class == CLASS_HUMAN ? WHO_HUMAN :
		    h->class == CLASS_ROBOT ? WHO_ROBOT : WHO_REST }, false };

	if (k.t->flags & (MEMO_SOFT | MEMO_LEAST))
		k.soft = is_soft(&k);
	count_cells(&k);
	if (m->places) {
		renew_places(m, hit, k.c);
		tally(&k, DIM_NETWORK, k.c->network);
		tally(&k, DIM_PLACE, k.c->place);
	}
	if (hit->host.n > 0)
		tally(&k, DIM_HOST, host_term(m, hit));
	if (h->class == CLASS_HUMAN)
		count_visitor(&k);
	switch (h->outcome) {
	case OUTCOME_PAGE:
		renew_target(m, hit, k.t);
		count_known(&k, DIM_PAGE, k.t->page, k.t->named);
		if (k.soft)
			tally(&k, DIM_SOFT, k.t->page);
		if (h->class == CLASS_HUMAN)
			count_view(&k, &h->referrer);
		break;
	case OUTCOME_DOWNLOAD:
		renew_target(m, hit, k.t);
		count_known(&k, DIM_DOWNLOAD, k.t->page, k.t->named);
		if (k.soft)
			tally(&k, DIM_SOFT, k.t->page);
		break;
	case OUTCOME_CLIENT_ERROR:
		if (hit->status != 404 && hit->status != 410)
			break;
		renew_target(m, hit, k.t);
		count_missing(&k);
		break;
	default:
		break;
	}
}
