/* SPDX-License-Identifier: MIT */
/* split.c -- a large part of a wide day as parts of a slice each: who loads a slice of the day
 * then reads little else. */
#include "common/hash.h"
#include "common/mem.h"
#include "store/parts.h"

uint32_t
parts_slice_of_key(const struct hash128 *key, uint32_t slices)
{
	uint64_t high = (uint64_t)key->b[0] << 24 | (uint64_t)key->b[1] << 16 |
	    (uint64_t)key->b[2] << 8 | key->b[3];

	return (uint32_t)(high * slices >> 32);
}

uint32_t
parts_slice_of_text(uint64_t seed, struct span text, uint32_t slices)
{
	return (uint32_t)((hash_fast(seed, text.p, text.n) >> 32) *
	    slices >> 32);
}

struct splitting {
	const struct store_site *s;
	int32_t day;
	struct part part;
	struct terms terms; /* borrows the part's texts */
	struct part_writer w;
	uint8_t *of_tally;  /* the slice of each */
};

static void
borrow_texts(struct splitting *p)
{
	p->terms.n = (size_t)p->part.n_texts + 1;
	p->terms.term = mem_new(p->terms.n * sizeof(*p->terms.term));
	for (uint32_t i = 1; i <= p->part.n_texts; i++)
		p->terms.term[i].text = part_text(&p->part, i);
}

static void
find_slices(struct splitting *p)
{
	uint64_t seed = db_keys(p->s->db)->table_seed;

	p->of_tally = mem_new((size_t)p->part.n_tallies + 1);
	for (uint32_t i = 0; i < p->part.n_tallies; i++) {
		uint32_t key = part_tally_at(&p->part, i).key;

		p->of_tally[i] = (uint8_t)parts_slice_of_text(seed,
		    key < p->terms.n ? p->terms.term[key].text :
		    (struct span){ 0 }, PARTS_SLICES);
	}
}

static uint32_t
checked(const struct splitting *p, uint32_t term)
{
	return term < p->terms.n ? term : 0;
}

static void
put_span(struct splitting *p, struct visit_span *s)
{
	struct view *end[] = { &s->span.entry, &s->span.exit };

	for (int i = 0; i < 2; i++) {
		end[i]->page = checked(p, end[i]->page);
		end[i]->referrer = checked(p, end[i]->referrer);
	}
	part_span(&p->w, s);
}

/* *span: the first that is not written yet; they are in order. */
static void
fill(struct splitting *p, uint32_t slice, uint32_t *span)
{
	const struct part *part = &p->part;

	part_begin(&p->w);
	for (uint32_t i = 0; slice == 0 && i < part->n_hours; i++) {
		struct hour_row h = part_hour_at(part, i);

		part_hour(&p->w, &h);
	}
	for (uint32_t i = 0; i < part->n_tallies; i++)
		if (p->of_tally[i] == slice) {
			struct tally_row t = part_tally_at(part, i);

			t.key = checked(p, t.key);
			part_tally(&p->w, &t);
		}
	for (; *span < part->n_spans; (*span)++) {
		struct visit_span s = { .day = p->day };

		part_span_at(part, *span, &s);
		if (parts_slice_of_key(&s.key, PARTS_SLICES) > slice)
			break;
		put_span(p, &s);
	}
	for (uint32_t i = 0; i < part->n_conducts; i++) {
		struct hash128 key;
		struct conduct c;

		part_conduct_at(part, i, &key, &c);
		if (parts_slice_of_key(&key, PARTS_SLICES) == slice)
			part_conduct(&p->w, &key, &c);
	}
}

bool
parts_split(const struct store_site *s, int32_t day, struct span body,
    struct err *err)
{
	struct splitting p = { .s = s, .day = day };
	struct buf out = { 0 };
	uint32_t span = 0;
	bool good = part_read(body, &p.part, err);

	if (!good)
		return false;
	borrow_texts(&p);
	find_slices(&p);
	part_open(&p.w, &p.terms);
	for (uint32_t i = 0; good && i < PARTS_SLICES; i++) {
		fill(&p, i, &span);
		part_end(&p.w, &out);
		good = db_run(s->db, err, STMT_PART_ADD, "iibi", s->id,
		    (int64_t)day, buf_view(&out), (int64_t)i);
	}
	part_close(&p.w);
	buf_close(&out);
	mem_free(p.of_tally);
	mem_free(p.terms.term);
	return good;
}
