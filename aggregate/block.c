/* SPDX-License-Identifier: MIT */
#include "aggregate/block.h"

#include "common/mem.h"

void
blocks_open(struct blocks *b, const struct site *const *site,
    const struct robots *robots)
{
	*b = (struct blocks){ .site = site, .robots = robots,
		.block = mem_new(BLOCKS * sizeof(*b->block)) };
	b->last = b->block;
}

void
blocks_close(struct blocks *b)
{
	mem_free(b->block);
	*b = (struct blocks){ 0 };
}

/* Where counts go, under whose name; key is for work. */
struct flush_to {
	struct partial *p;
	struct buf *key;
	enum who who;
};

static bool
same(const struct block *a, const struct block_key *key)
{
	return a->used && a->key.day == key->day &&
	    a->key.stream == key->stream && a->key.site == key->site;
}

static void
flush_sum(struct block *b, size_t at, struct partial *p)
{
	struct block_sum *s = &b->sum[at];
	enum class class = (enum class)(at / OUTCOME__MAX % CLASS__COUNTED);
	struct ledger_row ledger = { b->key.stream, b->key.site, b->key.day,
		(uint32_t)class, 0 };
	struct hour_row hour = { .site = b->key.site, .day = b->key.day,
		.hour = (uint16_t)(at / OUTCOME__MAX / CLASS__COUNTED),
		.class = (uint8_t)class,
		.outcome = (uint8_t)(at % OUTCOME__MAX) };
	struct ledger_row *lines = table_at(&p->ledger, &ledger);
	struct hour_row *row = table_at(&p->hours, &hour);

	lines->lines += s->hits;
	row->hits += s->hits;
	row->bytes += s->bytes;
	row->minutes |= s->minutes;
	*s = (struct block_sum){ 0 };
}

/* Adds a cell's counts under its key. */
static void
add_cell(const struct blocks *all, const struct block *b, struct flush_to to,
    unsigned code, const struct block_cell *c)
{
	struct tally_row row = { .site = b->key.site, .day = b->key.day,
		.dim = (uint16_t)code_dim(code), .who = (uint16_t)to.who };

	buf_clear(to.key);
	code_put(to.key, code, all->site[b->key.site], all->robots);
	row.key = terms_at(&to.p->terms, buf_view(to.key));

	struct tally_row *sum = table_at(&to.p->tallies, &row);

	sum->hits += c->hits;
	sum->pages += c->pages;
	sum->bytes += c->bytes;
}

static void
flush_cell(const struct blocks *all, struct block *b, size_t at,
    struct buf *key, struct partial *p)
{
	struct block_cell *c = &b->cell[at];
	enum who who = at < CODE_ROBOT ? WHO_HUMAN :
	    at < 2 * CODE_ROBOT ? WHO_REST : WHO_ROBOT;
	unsigned code = (unsigned)(at - (who == WHO_HUMAN ? 0 :
	    who == WHO_REST ? (size_t)CODE_ROBOT : 2 * (size_t)CODE_ROBOT));
	struct flush_to to = { p, key, who };

	add_cell(all, b, to, code, c);
	/* A section's hits are those of all its answers: counted once. */
	if (code >= code_answer(0, (enum answer)0) &&
	    code < code_answer(SITE_SECTIONS, (enum answer)0))
		add_cell(all, b, to, CODE_SECTION +
		    (code - CODE_ANSWER) / ANSWER__MAX, c);
	*c = (struct block_cell){ 0 };
}

static void
flush_tops(struct block *b, struct buf *key, struct partial *p)
{
	for (int i = 0; i < BLOCK_TOPS; i++) {
		struct block_top *top = &b->top[i];
		struct tally_row row = { .site = b->key.site,
			.day = b->key.day, .dim = DIM_ADDRESS,
			.who = WHO_HUMAN };

		if (top->views == 0)
			continue;
		buf_clear(key);
		buf_printf(key, "%016llx", (unsigned long long)top->address);
		row.key = terms_at(&p->terms, buf_view(key));

		struct tally_row *sum = table_at(&p->tallies, &row);

		sum->pages += top->views;
		*top = (struct block_top){ 0 };
	}
}

static void
flush(const struct blocks *all, struct block *b, struct partial *p)
{
	struct buf key = { 0 };

	if (!b->used)
		return;
	for (size_t i = 0; i < b->n_sums; i++)
		flush_sum(b, b->touched_sum[i], p);
	for (size_t i = 0; i < b->n_cells; i++)
		flush_cell(all, b, b->touched_cell[i], &key, p);
	flush_tops(b, &key, p);
	partial_extent(p, b->key.stream, b->first_s);
	partial_extent(p, b->key.stream, b->last_s);
	b->n_sums = b->n_cells = 0;
	b->used = false;
	buf_close(&key);
}

static void
begin(struct block *b, const struct block_key *key)
{
	b->used = true;
	b->key = *key;
	b->first_s = INT64_MAX;
	b->last_s = INT64_MIN;
	memset(b->keys, 0, sizeof(b->keys));
}

struct block *
blocks_at(struct blocks *b, const struct block_key *key, struct partial *p)
{
	struct block *oldest = b->block;

	if (same(b->last, key))
		return b->last;
	for (int i = 0; i < BLOCKS; i++) {
		if (same(&b->block[i], key)) {
			oldest = &b->block[i];
			break;
		}
		if (!b->block[i].used || (oldest->used &&
		    b->block[i].turn < oldest->turn))
			oldest = &b->block[i];
	}
	if (!same(oldest, key)) {
		flush(b, oldest, p);
		begin(oldest, key);
	}
	oldest->turn = ++b->turn;
	b->last = oldest;
	return oldest;
}

struct tally_row *
block_tally(struct block *b, struct partial *p, enum dim dim, uint32_t term,
    const struct block_hit *h)
{
	struct tally_row key = { .site = b->key.site, .day = b->key.day,
		.dim = (uint16_t)dim, .who = (uint16_t)h->who, .key = term };
	size_t before = p->tallies.n;

	if (b->keys[dim] >= BLOCK_KEYS && table_find(&p->tallies, &key) == NULL)
		key.key = terms_at(&p->terms, SPAN(DIM_OTHER));

	struct tally_row *row = table_at(&p->tallies, &key);

	b->keys[dim] += p->tallies.n > before;
	row->hits++;
	row->pages += h->outcome == OUTCOME_PAGE;
	row->bytes += h->bytes;
	return row;
}

void
blocks_flush(struct blocks *b, struct partial *p)
{
	for (int i = 0; i < BLOCKS; i++)
		flush(b, &b->block[i], p);
}

/* What they count is taken back without looking at it. */
void
blocks_drop(struct blocks *b)
{
	for (int i = 0; i < BLOCKS; i++) {
		struct block *k = &b->block[i];

		for (size_t s = 0; s < k->n_sums; s++)
			k->sum[k->touched_sum[s]] = (struct block_sum){ 0 };
		for (size_t c = 0; c < k->n_cells; c++)
			k->cell[k->touched_cell[c]] = (struct block_cell){ 0 };
		memset(k->top, 0, sizeof(k->top));
		k->n_sums = k->n_cells = 0;
		k->used = false;
	}
}
