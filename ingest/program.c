/* SPDX-License-Identifier: MIT */
#include "ingest/program.h"

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

struct run {
	struct hit hit;
	bool address, time, status;
	bool odd; /* a number is none: not what the format says */
};

/* False: the line is no hit, whatever follows. */
static bool
take_needed(struct run *r, const struct step *step, struct span value)
{
	if (step->field == FIELD_STATUS)
		return r->status = field_status(value, &r->hit.status);
	return r->address = step->port ?
	    field_address_port(value, &r->hit.addr) :
	    field_address(value, &r->hit.addr);
}

static bool
take(struct run *r, const struct step *step, struct span value)
{
	struct hit *hit = &r->hit;

	switch (step->field) {
	case FIELD_ADDRESS:
	case FIELD_STATUS:
		return take_needed(r, step, value);
	case FIELD_HOST:
		hit->host = step->port ? field_host_port(value) :
		    field_host(value);
		break;
	case FIELD_BYTES:
		r->odd |= !field_bytes(value, &hit->bytes);
		break;
	case FIELD_TOOK:
		r->odd |= !field_took(value, step->unit, &hit->took_us);
		break;
	case FIELD_REFERRER:
		hit->referrer = field_text(value);
		break;
	case FIELD_AGENT:
		hit->agent = field_text(value);
		break;
	case FIELD_REQUEST:
		field_request(value, hit);
		break;
	case FIELD_METHOD:
		hit->method = field_method(value);
		break;
	case FIELD_TARGET:
		hit->target = field_text(value);
		break;
	case FIELD_PROTOCOL:
		hit->protocol = field_text(value);
		break;
	default:
		break;
	}
	return true;
}

bool
program_run(const struct program *p, struct span line, struct hit *hit,
    bool *whole)
{
	struct run r = { .hit = { .took_us = -1 } };
	size_t i = 0;

	if (!span_starts(line, p->head))
		return false;
	line = skip(line, p->head.n);
	for (; i < p->n; i++) {
		const struct step *step = &p->step[i];
		size_t n;

		if (step->ending == END_ITSELF) {
			n = when_read(&step->when, line, &r.hit.at_s);
			if (n == 0)
				break;
			r.time = true;
		} else {
			n = step_end(step, line);
			if (!take(&r, step, (struct span){ line.p, n }))
				return false;
		}
		line = skip(line, n);
		if (!span_starts(line, step->tail))
			break;
		line = skip(line, step->tail.n);
	}
	if (!r.address || !r.time || !r.status)
		return false;
	*hit = r.hit;
	if (whole != NULL)
		*whole = i == p->n && line.n == 0 && !r.odd;
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

	while (n > 0 && p->step[n - 1].field == FIELD_SKIP)
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
