/* SPDX-License-Identifier: MIT */
#include "store/part.h"

#include "common/mem.h"

enum {
	MAGIC = 0x33505954, /* "TYP3" */
	MAGIC_2 = 0x32505954, /* "TYP2": hours without minutes */
	HEAD_BYTES = 8 * 4,
	HOUR_BYTES = 32,
	HOUR_BYTES_2 = 24,
	TALLY_BYTES = 32,
	SPAN_BYTES = 80,
	CONDUCT_BYTES = 24,
	STEPS_BYTES = 16,
	STEPS_CONDUCT = 1 /* of a conduct; 0: of a span */
};

static void
set_u16(unsigned char *p, uint16_t v)
{
	p[0] = (unsigned char)v;
	p[1] = (unsigned char)(v >> 8);
}

static void
set_u32(unsigned char *p, uint32_t v)
{
	p[0] = (unsigned char)v;
	p[1] = (unsigned char)(v >> 8);
	p[2] = (unsigned char)(v >> 16);
	p[3] = (unsigned char)(v >> 24);
}

static void
set_u64(unsigned char *p, uint64_t v)
{
	set_u32(p, (uint32_t)v);
	set_u32(p + 4, (uint32_t)(v >> 32));
}

static void
put_u32(struct buf *b, uint32_t v)
{
	unsigned char p[4];

	set_u32(p, v);
	buf_add(b, p, sizeof(p));
}

static uint16_t
get_u16(const unsigned char *p)
{
	return (uint16_t)(p[0] | p[1] << 8);
}

static uint32_t
get_u32(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

static uint64_t
get_u64(const unsigned char *p)
{
	return get_u32(p) | (uint64_t)get_u32(p + 4) << 32;
}

void
part_open(struct part_writer *w, const struct terms *terms)
{
	*w = (struct part_writer){ .terms = terms,
		.local = mem_new(terms->n * sizeof(*w->local)) };
}

void
part_close(struct part_writer *w)
{
	buf_close(&w->hours);
	buf_close(&w->tallies);
	buf_close(&w->spans);
	buf_close(&w->conducts);
	buf_close(&w->steps);
	buf_close(&w->conduct_steps);
	mem_free(w->local);
	mem_free(w->used);
	*w = (struct part_writer){ 0 };
}

void
part_begin(struct part_writer *w)
{
	for (size_t i = 0; i < w->n_used; i++)
		w->local[w->used[i]] = 0;
	w->n_used = 0;
	buf_clear(&w->hours);
	buf_clear(&w->tallies);
	buf_clear(&w->spans);
	buf_clear(&w->conducts);
	buf_clear(&w->steps);
	buf_clear(&w->conduct_steps);
}

/* Those of row n of spans or conducts. */
static void
put_steps(struct buf *out, size_t n, uint32_t of, uint64_t steps)
{
	unsigned char row[STEPS_BYTES];

	if (steps == 0)
		return;
	set_u32(row, (uint32_t)n);
	set_u32(row + 4, of);
	set_u64(row + 8, steps);
	buf_add(out, row, sizeof(row));
}

/* The part's number of a term. */
static uint32_t
local(struct part_writer *w, uint32_t term)
{
	if (term == 0)
		return 0;
	if (w->local[term] == 0) {
		if (w->n_used == w->cap) {
			w->cap = w->cap > 0 ? w->cap * 2 : 256;
			w->used = mem_grow(w->used, w->cap, sizeof(*w->used));
		}
		w->used[w->n_used++] = term;
		w->local[term] = (uint32_t)w->n_used;
	}
	return w->local[term];
}

void
part_hour(struct part_writer *w, const struct hour_row *h)
{
	unsigned char row[HOUR_BYTES] = { 0 };

	set_u32(row, h->hour | (uint32_t)h->class << 16 |
	    (uint32_t)h->outcome << 24);
	set_u64(row + 8, h->hits);
	set_u64(row + 16, h->bytes);
	set_u64(row + 24, h->minutes);
	buf_add(&w->hours, row, sizeof(row));
}

void
part_tally(struct part_writer *w, const struct tally_row *t)
{
	unsigned char row[TALLY_BYTES];

	set_u32(row, local(w, t->key));
	set_u16(row + 4, t->dim);
	set_u16(row + 6, t->who);
	set_u64(row + 8, t->hits);
	set_u64(row + 16, t->pages);
	set_u64(row + 24, t->bytes);
	buf_add(&w->tallies, row, sizeof(row));
}

void
part_span(struct part_writer *w, const struct visit_span *v)
{
	const struct view_span *s = &v->span;
	unsigned char row[SPAN_BYTES] = { 0 };

	put_steps(&w->steps, w->spans.n / SPAN_BYTES, 0, v->conduct.steps);
	memcpy(row, v->key.b, sizeof(v->key.b));
	set_u64(row + 16, (uint64_t)s->entry.at_s);
	set_u64(row + 24, s->bytes);
	set_u64(row + 32, s->sections);
	set_u32(row + 40, (uint32_t)(s->exit.at_s - s->entry.at_s));
	set_u32(row + 44, (uint32_t)s->views);
	set_u16(row + 48, s->traits.country);
	row[50] = s->traits.browser;
	row[51] = s->traits.system;
	row[52] = s->traits.device;
	row[53] = s->traits.flags;
	set_u16(row + 54, v->conduct.errors);
	set_u32(row + 56, v->conduct.hits);
	set_u16(row + 60, v->conduct.flags);
	set_u32(row + 64, local(w, s->entry.page));
	set_u32(row + 68, local(w, s->entry.referrer));
	set_u32(row + 72, local(w, s->exit.page));
	set_u32(row + 76, local(w, s->exit.referrer));
	buf_add(&w->spans, row, sizeof(row));
}

void
part_conduct(struct part_writer *w, const struct hash128 *key,
    const struct conduct *c)
{
	unsigned char row[CONDUCT_BYTES];

	put_steps(&w->conduct_steps, w->conducts.n / CONDUCT_BYTES,
	    STEPS_CONDUCT, c->steps);
	memcpy(row, key->b, sizeof(key->b));
	set_u32(row + 16, c->hits);
	set_u16(row + 20, c->errors);
	set_u16(row + 22, c->flags);
	buf_add(&w->conducts, row, sizeof(row));
}

void
part_end(struct part_writer *w, struct buf *out)
{
	size_t end = 0;

	buf_clear(out);
	for (size_t i = 0; i < w->n_used; i++)
		end += terms_text(w->terms, w->used[i]).n;
	buf_reserve(out, HEAD_BYTES + 4 * w->n_used + end + 8 + w->hours.n +
	    w->tallies.n + w->spans.n + w->conducts.n +
	    w->steps.n + w->conduct_steps.n);
	put_u32(out, MAGIC);
	put_u32(out, (uint32_t)w->n_used);
	put_u32(out, (uint32_t)(w->hours.n / HOUR_BYTES));
	put_u32(out, (uint32_t)(w->tallies.n / TALLY_BYTES));
	put_u32(out, (uint32_t)(w->spans.n / SPAN_BYTES));
	put_u32(out, (uint32_t)(w->conducts.n / CONDUCT_BYTES));
	put_u32(out, (uint32_t)end);
	put_u32(out, (uint32_t)((w->steps.n + w->conduct_steps.n) /
	    STEPS_BYTES));
	end = 0;
	for (size_t i = 0; i < w->n_used; i++) {
		end += terms_text(w->terms, w->used[i]).n;
		put_u32(out, (uint32_t)end);
	}
	for (size_t i = 0; i < w->n_used; i++)
		buf_span(out, terms_text(w->terms, w->used[i]));
	while (out->n % 8 != 0)
		buf_putc(out, '\0');
	buf_span(out, buf_view(&w->hours));
	buf_span(out, buf_view(&w->tallies));
	buf_span(out, buf_view(&w->spans));
	buf_span(out, buf_view(&w->conducts));
	buf_span(out, buf_view(&w->steps));
	buf_span(out, buf_view(&w->conduct_steps));
}

static bool
damaged(struct err *err)
{
	return err_set(err, ERR_DATA, "database: a damaged part of a day");
}

/* Texts end in order and where they should. */
static bool
texts_fit(const struct part *p, uint64_t bytes)
{
	uint32_t last = 0;

	for (uint32_t i = 0; i < p->n_texts; i++) {
		uint32_t end = get_u32(p->text_end + 4 * (size_t)i);

		if (end < last || end > bytes)
			return false;
		last = end;
	}
	return last == bytes;
}

bool
part_read(struct span body, struct part *out, struct err *err)
{
	const unsigned char *p = (const unsigned char *)body.p;
	struct part part;
	uint64_t bytes, at;

	if (body.n < HEAD_BYTES ||
	    (get_u32(p) != MAGIC && get_u32(p) != MAGIC_2))
		return damaged(err);
	part.hour_bytes = get_u32(p) == MAGIC ? HOUR_BYTES : HOUR_BYTES_2;
	part.n_texts = get_u32(p + 4);
	part.n_hours = get_u32(p + 8);
	part.n_tallies = get_u32(p + 12);
	part.n_spans = get_u32(p + 16);
	part.n_conducts = get_u32(p + 20);
	bytes = get_u32(p + 24);
	part.n_steps = get_u32(p + 28);
	at = HEAD_BYTES + 4 * (uint64_t)part.n_texts + bytes;
	at += (8 - at % 8) % 8;
	if (at + part.hour_bytes * (uint64_t)part.n_hours +
	    TALLY_BYTES * (uint64_t)part.n_tallies +
	    SPAN_BYTES * (uint64_t)part.n_spans +
	    CONDUCT_BYTES * (uint64_t)part.n_conducts +
	    STEPS_BYTES * (uint64_t)part.n_steps != body.n)
		return damaged(err);
	part.text_end = p + HEAD_BYTES;
	part.texts = part.text_end + 4 * (size_t)part.n_texts;
	part.hours = p + at;
	part.tallies = part.hours + part.hour_bytes * (size_t)part.n_hours;
	part.spans = part.tallies + TALLY_BYTES * (size_t)part.n_tallies;
	part.conducts = part.spans + SPAN_BYTES * (size_t)part.n_spans;
	part.steps = part.conducts + CONDUCT_BYTES * (size_t)part.n_conducts;
	if (!texts_fit(&part, bytes))
		return damaged(err);
	*out = part;
	return true;
}

/* A number out of range reads as the empty text: damage must not crash. */
struct span
part_text(const struct part *p, uint32_t text)
{
	uint32_t from, to;

	if (text == 0 || text > p->n_texts)
		return (struct span){ 0 };
	to = get_u32(p->text_end + 4 * (size_t)(text - 1));
	from = text > 1 ? get_u32(p->text_end + 4 * (size_t)(text - 2)) : 0;
	return (struct span){ (const char *)p->texts + from, to - from };
}

struct hour_row
part_hour_at(const struct part *p, uint32_t i)
{
	const unsigned char *h = p->hours + p->hour_bytes * (size_t)i;
	uint32_t what = get_u32(h);

	return (struct hour_row){ .hour = (uint16_t)what,
		.class = (uint8_t)(what >> 16 & 0xff) % CLASS__COUNTED,
		.outcome = (uint8_t)(what >> 24) % OUTCOME__MAX,
		.hits = get_u64(h + 8), .bytes = get_u64(h + 16),
		.minutes = p->hour_bytes == HOUR_BYTES ? get_u64(h + 24) :
		    HOUR_BIT_UNTOLD };
}

struct tally_row
part_tally_at(const struct part *p, uint32_t i)
{
	const unsigned char *t = p->tallies + TALLY_BYTES * (size_t)i;

	return (struct tally_row){ .key = get_u32(t),
		.dim = get_u16(t + 4) % DIM__MAX,
		.who = get_u16(t + 6) % WHO__MAX, .hits = get_u64(t + 8),
		.pages = get_u64(t + 16), .bytes = get_u64(t + 24) };
}

/* Rows of spans come first, and each kind is in order. */
static uint64_t
steps_of(const struct part *p, uint32_t of, uint32_t n)
{
	uint64_t key = (uint64_t)of << 32 | n;
	uint32_t from = 0, to = p->n_steps;

	while (from < to) {
		uint32_t mid = from + (to - from) / 2;
		const unsigned char *s = p->steps + STEPS_BYTES * (size_t)mid;
		uint64_t here = (uint64_t)get_u32(s + 4) << 32 | get_u32(s);

		if (here == key)
			return get_u64(s + 8);
		if (here < key)
			from = mid + 1;
		else
			to = mid;
	}
	return 0;
}

void
part_key_at(const struct part *p, uint32_t i, struct hash128 *key)
{
	memcpy(key->b, p->spans + SPAN_BYTES * (size_t)i, sizeof(key->b));
}

void
part_span_at(const struct part *p, uint32_t i, struct visit_span *out)
{
	const unsigned char *s = p->spans + SPAN_BYTES * (size_t)i;
	int64_t first = (int64_t)get_u64(s + 16), last = 0;

	/* A damaged time stays a time. */
	if (__builtin_add_overflow(first, (int64_t)get_u32(s + 40), &last))
		last = first;
	part_key_at(p, i, &out->key);
	out->span = (struct view_span){
		{ first, get_u32(s + 64), get_u32(s + 68) },
		{ last, get_u32(s + 72), get_u32(s + 76) },
		get_u32(s + 44), get_u64(s + 24), get_u64(s + 32),
		{ get_u16(s + 48), s[50], s[51], s[52], s[53] } };
	out->conduct = (struct conduct){ get_u32(s + 56), get_u16(s + 54),
		get_u16(s + 60), steps_of(p, 0, i) };
}

void
part_conduct_at(const struct part *p, uint32_t i, struct hash128 *key,
    struct conduct *out)
{
	const unsigned char *c = p->conducts + CONDUCT_BYTES * (size_t)i;

	memcpy(key->b, c, sizeof(key->b));
	*out = (struct conduct){ get_u32(c + 16), get_u16(c + 20),
		get_u16(c + 22), steps_of(p, STEPS_CONDUCT, i) };
}
