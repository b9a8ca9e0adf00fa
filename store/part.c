/* SPDX-License-Identifier: MIT */
#include "store/part.h"

#include "common/mem.h"

enum {
	MAGIC = 0x31505954, /* "TYP1" */
	HEAD_BYTES = 6 * 4,
	HOUR_BYTES = 24,
	PAGE_BYTES = 24,
	SPAN_BYTES = 64
};

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
	buf_close(&w->pages);
	buf_close(&w->spans);
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
	buf_clear(&w->pages);
	buf_clear(&w->spans);
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
	buf_add(&w->hours, row, sizeof(row));
}

void
part_page(struct part_writer *w, const struct page_row *p)
{
	unsigned char row[PAGE_BYTES] = { 0 };

	set_u32(row, local(w, p->page));
	set_u64(row + 8, p->views);
	set_u64(row + 16, p->bytes);
	buf_add(&w->pages, row, sizeof(row));
}

void
part_span(struct part_writer *w, const struct hash128 *key,
    const struct view_span *s)
{
	unsigned char row[SPAN_BYTES];

	memcpy(row, key->b, sizeof(key->b));
	set_u64(row + 16, (uint64_t)s->entry.at_s);
	set_u64(row + 24, (uint64_t)s->exit.at_s);
	set_u64(row + 32, s->views);
	set_u64(row + 40, s->bytes);
	set_u32(row + 48, local(w, s->entry.page));
	set_u32(row + 52, local(w, s->entry.referrer));
	set_u32(row + 56, local(w, s->exit.page));
	set_u32(row + 60, local(w, s->exit.referrer));
	buf_add(&w->spans, row, sizeof(row));
}

void
part_end(struct part_writer *w, struct buf *out)
{
	size_t end = 0;

	buf_clear(out);
	for (size_t i = 0; i < w->n_used; i++)
		end += terms_text(w->terms, w->used[i]).n;
	buf_reserve(out, HEAD_BYTES + 4 * w->n_used + end + 8 + w->hours.n +
	    w->pages.n + w->spans.n);
	put_u32(out, MAGIC);
	put_u32(out, (uint32_t)w->n_used);
	put_u32(out, (uint32_t)(w->hours.n / HOUR_BYTES));
	put_u32(out, (uint32_t)(w->pages.n / PAGE_BYTES));
	put_u32(out, (uint32_t)(w->spans.n / SPAN_BYTES));
	put_u32(out, (uint32_t)end);
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
	buf_span(out, buf_view(&w->pages));
	buf_span(out, buf_view(&w->spans));
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

	if (body.n < HEAD_BYTES || get_u32(p) != MAGIC)
		return damaged(err);
	part.n_texts = get_u32(p + 4);
	part.n_hours = get_u32(p + 8);
	part.n_pages = get_u32(p + 12);
	part.n_spans = get_u32(p + 16);
	bytes = get_u32(p + 20);
	at = HEAD_BYTES + 4 * (uint64_t)part.n_texts + bytes;
	at += (8 - at % 8) % 8;
	if (at + HOUR_BYTES * (uint64_t)part.n_hours +
	    PAGE_BYTES * (uint64_t)part.n_pages +
	    SPAN_BYTES * (uint64_t)part.n_spans != body.n)
		return damaged(err);
	part.text_end = p + HEAD_BYTES;
	part.texts = part.text_end + 4 * (size_t)part.n_texts;
	part.hours = p + at;
	part.pages = part.hours + HOUR_BYTES * (size_t)part.n_hours;
	part.spans = part.pages + PAGE_BYTES * (size_t)part.n_pages;
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
	const unsigned char *h = p->hours + HOUR_BYTES * (size_t)i;
	uint32_t what = get_u32(h);

	return (struct hour_row){ .hour = (uint16_t)what,
		.class = (uint8_t)(what >> 16 & 0xff) % CLASS__COUNTED,
		.outcome = (uint8_t)(what >> 24) % OUTCOME__MAX,
		.hits = get_u64(h + 8), .bytes = get_u64(h + 16) };
}

struct page_row
part_page_at(const struct part *p, uint32_t i)
{
	const unsigned char *g = p->pages + PAGE_BYTES * (size_t)i;

	return (struct page_row){ .page = get_u32(g),
		.views = get_u64(g + 8), .bytes = get_u64(g + 16) };
}

void
part_key_at(const struct part *p, uint32_t i, struct hash128 *key)
{
	memcpy(key->b, p->spans + SPAN_BYTES * (size_t)i, sizeof(key->b));
}

void
part_span_at(const struct part *p, uint32_t i, struct hash128 *key,
    struct view_span *out)
{
	const unsigned char *s = p->spans + SPAN_BYTES * (size_t)i;

	part_key_at(p, i, key);
	*out = (struct view_span){
		{ (int64_t)get_u64(s + 16), get_u32(s + 48),
		    get_u32(s + 52) },
		{ (int64_t)get_u64(s + 24), get_u32(s + 56),
		    get_u32(s + 60) },
		get_u64(s + 32), get_u64(s + 40) };
}
