/* SPDX-License-Identifier: MIT */
#include "ingest/program.h"

#include "ingest/draft.h"
#include "ingest/merge.h"
#include "ingest/step.h"

struct program {
	struct items items; /* owns the texts */
	struct span head;
	size_t n;
	struct step step[];
};

static struct span
skip(struct span s, size_t n)
{
	return (struct span){ s.p + n, s.n - n };
}

/* --- running --- */

/* The last of "a, b": what the nearest proxy saw itself. */
static struct span
last_of(struct span list)
{
	const char *comma = list.n > 0 ? memrchr(list.p, ',', list.n) : NULL;

	if (comma == NULL)
		return list;
	return span_trim((struct span){ comma + 1,
	    (size_t)(list.p + list.n - comma - 1) });
}

static bool
take(struct draft *d, const struct step *step, struct span value)
{
	if (step->list)
		value = last_of(value);
	else if (step->ending == END_PADDED)
		value = span_trim(value);
	return draft_take(d, step->field, step->unit, step->port, value);
}

bool
program_run(const struct program *p, struct span line, struct hit *hit,
    bool *whole)
{
	struct draft d = { .hit = { .took_us = -1 } };
	size_t i = 0;

	if (!span_starts(line, p->head))
		return false;
	line = skip(line, p->head.n);
	for (; i < p->n; i++) {
		const struct step *step = &p->step[i];
		size_t n;

		if (step->ending == END_ITSELF) {
			n = when_read(&step->when, line, &d.hit.at_s);
			if (n == 0)
				break;
			d.time = true;
		} else {
			n = step_end(step, line);
			if (!take(&d, step, (struct span){ line.p, n }))
				return false;
		}
		line = skip(line, n);
		if (!span_starts(line, step->tail))
			break;
		line = skip(line, step->tail.n);
	}
	if (!draft_complete(&d))
		return false;
	*hit = d.hit;
	if (whole != NULL)
		*whole = i == p->n && line.n == 0 && !d.odd;
	return true;
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
			.list = item->list,
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
