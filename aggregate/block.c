/* SPDX-License-Identifier: MIT */
#include "aggregate/block.h"

#include "common/mem.h"

void
blocks_open(struct blocks *b)
{
	*b = (struct blocks){ .block = mem_new(BLOCKS * sizeof(*b->block)) };
	b->last = b->block;
}

void
blocks_close(struct blocks *b)
{
	mem_free(b->block);
	*b = (struct blocks){ 0 };
}

static bool
same(const struct block *a, const struct block_key *key)
{
	return a->used && a->key.day == key->day &&
	    a->key.stream == key->stream && a->key.site == key->site;
}

static void
flush_hour(const struct block *b, int hour, enum class class,
    struct partial *p)
{
	struct ledger_row ledger = { b->key.stream, b->key.site, b->key.day,
		(uint32_t)class, 0 };

	for (int o = 0; o < OUTCOME__MAX; o++) {
		const struct block_sum *s = &b->sum[hour][class][o];
		struct hour_row key = { .site = b->key.site, .day = b->key.day,
			.hour = (uint16_t)hour, .class = (uint8_t)class,
			.outcome = (uint8_t)o };

		if (s->hits == 0)
			continue;

		struct hour_row *row = table_at(&p->hours, &key);

		row->hits += s->hits;
		row->bytes += s->bytes;
		ledger.lines += s->hits;
	}
	if (ledger.lines > 0) {
		struct ledger_row *row = table_at(&p->ledger, &ledger);

		row->lines += ledger.lines;
	}
}

static void
flush(struct block *b, struct partial *p)
{
	if (!b->used)
		return;
	for (int hour = 0; hour < BLOCK_HOURS; hour++)
		for (int c = 0; c < (int)CLASS__COUNTED; c++)
			flush_hour(b, hour, (enum class)c, p);
	partial_extent(p, b->key.stream, b->first_s);
	partial_extent(p, b->key.stream, b->last_s);
	b->used = false;
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
		flush(oldest, p);
		memset(oldest->sum, 0, sizeof(oldest->sum));
		oldest->used = true;
		oldest->key = *key;
		oldest->first_s = INT64_MAX;
		oldest->last_s = INT64_MIN;
	}
	oldest->turn = ++b->turn;
	b->last = oldest;
	return oldest;
}

void
blocks_flush(struct blocks *b, struct partial *p)
{
	for (int i = 0; i < BLOCKS; i++)
		flush(&b->block[i], p);
}

void
blocks_drop(struct blocks *b)
{
	for (int i = 0; i < BLOCKS; i++)
		b->block[i].used = false;
}
