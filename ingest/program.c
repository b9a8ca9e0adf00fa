/* SPDX-License-Identifier: MIT */
#include "ingest/program.h"

#include "ingest/merge.h"
#include "ingest/reading.h"

struct program {
	struct items items; /* owns the texts */
	struct span head;
	size_t n, used; /* those up to the last one that is not skipped */
	struct step step[];
};

/* --- running --- */

/* line->quotes may be 0; whole may be NULL. */
static bool
run(const struct program *p, const struct scan_line *line,
    struct when_memo *memo, struct hit *hit, bool *whole)
{
	struct hit h = { .took_us = -1 };
	struct reading r = { .rest = line->text, .memo = memo,
		.draft.hit = &h };
	size_t done;

	reading_quotes(&r, line);
	if (!reading_tail(&r, p->head) ||
	    !reading_steps(&r, p->step, whole != NULL ? p->n : p->used,
	    &done) ||
	    !draft_complete(&r.draft))
		return false;
	draft_settle(&r.draft);
	*hit = h;
	if (whole != NULL)
		*whole = done == p->n && r.rest.n == 0 && !r.draft.odd;
	return true;
}

bool
program_run(const struct program *p, struct span line, struct hit *hit,
    bool *whole)
{
	struct when_memo memo = { 0 };

	return run(p, &(struct scan_line){ .text = line }, &memo, hit, whole);
}

bool
program_run_scanned(const struct program *p, const struct scan_line *line,
    struct when_memo *memo, struct hit *hit)
{
	return run(p, line, memo, hit, NULL);
}

void
program_run_tail(const struct program *p, size_t from,
    const struct scan_line *line, const char *end, struct hit *hit)
{
	struct reading r = {
		.rest = { end, (size_t)(line->text.p + line->text.n - end) },
		.draft.hit = hit };
	size_t done;

	reading_quotes(&r, line);
	if (reading_tail(&r, p->step[from - 1].tail))
		reading_steps(&r, p->step + from, p->used - from, &done);
	draft_settle(&r.draft);
}

/* --- compiling --- */

static bool
refuse_blank(const struct item *item, struct err *err)
{
	return err_set(err, ERR_CONFIG, "\"%.*s\" holds blanks itself and only "
	    "a blank ends it: it must stand in quotes",
	    (int)item->text.n, item->text.p);
}

static bool
build(struct program *p, struct err *err)
{
	const struct items *items = &p->items;
	struct span before = { 0 };

	for (size_t i = 0; i < items->n; i++) {
		const struct item *item = &items->item[i], *next = item + 1;
		const struct item *end = &items->item[items->n];
		struct step *step = &p->step[p->n];

		if (item->literal) {
			p->head = before = item->text;
			continue;
		}
		*step = (struct step){ .field = item->field,
			.unit = item->unit, .port = item->port,
			.list = item->list, .add = item->add,
			.scheme = item->scheme,
			.when = item->when };
		if (next < end && next->literal) {
			step->tail = next->text;
			next++;
			i++;
		}
		if (!step_settle(step, before, next < end ? next : NULL) &&
		    !refuse_blank(item, err))
			return false;
		before = step->tail;
		p->n++;
	}
	return true;
}

bool
program_has(const struct program *p, enum field field)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->step[i].field == field)
			return true;
	return false;
}

static bool
check_needed(const struct program *p, enum dialect dialect, struct err *err)
{
	static const struct {
		enum field field;
		const char *text[2];
	} needed[] = {
		{ FIELD_ADDRESS, { "address (%h or %a)",
		    "address ($remote_addr)" } },
		{ FIELD_TIME, { "time (%t)",
		    "time ($time_local, $time_iso8601 or $msec)" } },
		{ FIELD_STATUS, { "status (%>s)", "status ($status)" } },
	};
	char text[200] = "";
	size_t n = 0;

	for (size_t i = 0; i < sizeof(needed) / sizeof(*needed); i++) {
		const char *name = needed[i].text[dialect == DIALECT_NGINX];

		if (program_has(p, needed[i].field))
			continue;
		if (n > 0) {
			memcpy(text + n, ", no ", 6);
			n += 5;
		}
		memcpy(text + n, name, strlen(name) + 1);
		n += strlen(name);
	}
	if (n == 0)
		return true;
	return err_set(err, ERR_CONFIG, "the format string names no %s", text);
}

bool
program_open(struct span text, enum dialect dialect, struct program **out,
    struct err *err)
{
	struct items items = { 0 };
	struct program *p;

	if (!items_read(&items, text, dialect, err) ||
	    !merge_items(&items, err)) {
		items_close(&items);
		return false;
	}
	p = mem_new(sizeof(*p) + items.n * sizeof(p->step[0]));
	p->items = items;
	if (!build(p, err) || !check_needed(p, dialect, err)) {
		program_close(p);
		return false;
	}
	p->used = p->n;
	while (p->step[p->used - 1].field == FIELD_SKIP)
		p->used--;
	*out = p;
	return true;
}

void
program_close(struct program *p)
{
	if (p == NULL)
		return;
	items_close(&p->items);
	mem_free(p);
}

enum field
program_first(const struct program *p)
{
	return p->step[0].field;
}

struct span
program_head(const struct program *p)
{
	return p->head;
}

/* Steps after the last one that is used change nothing. */
static size_t
used(const struct program *p)
{
	size_t n = p->n;

	while (n > 0 && (p->step[n - 1].field == FIELD_SKIP ||
	    p->step[n - 1].field == FIELD_FORWARDED))
		n--;
	return n;
}

bool
program_same(const struct program *a, const struct program *b)
{
	size_t n = used(a);

	if (n != used(b) || !span_eq(a->head, b->head))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!step_same(&a->step[i], &b->step[i], i + 1 == n))
			return false;
	return true;
}

size_t
program_begins(const struct program *p, const struct program *other)
{
	if (p->n <= other->n || !span_eq(p->head, other->head))
		return 0;
	for (size_t i = 0; i < other->n; i++)
		if (!step_same(&p->step[i], &other->step[i],
		    i + 1 == other->n))
			return 0;
	for (size_t i = other->n; i < p->n; i++)
		if (p->step[i].field == FIELD_REQUEST ||
		    p->step[i].ending == END_ITSELF)
			return 0;
	return other->n;
}

bool
program_set_zone(struct program *p, const struct zone *zone)
{
	bool found = false;

	for (size_t i = 0; i < p->n; i++) {
		struct when *w = &p->step[i].when;

		if (p->step[i].ending != END_ITSELF || w->kind != WHEN_FORM ||
		    !w->form.fixed)
			continue;
		w->form.zone = zone;
		found = true;
	}
	return found;
}
