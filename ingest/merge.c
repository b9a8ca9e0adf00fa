/* SPDX-License-Identifier: MIT */
#include "ingest/merge.h"

/* Is there such a field at i? */
static bool
field_at(const struct items *items, size_t i, enum field field)
{
	return i < items->n && !items->item[i].literal &&
	    items->item[i].field == field;
}

static bool
literal_at(const struct items *items, size_t i, struct span text)
{
	return i < items->n && items->item[i].literal &&
	    span_eq(items->item[i].text, text);
}

static void
drop(struct items *items, size_t i, size_t count)
{
	memmove(&items->item[i], &items->item[i + count],
	    (items->n - i - count) * sizeof(items->item[0]));
	items->n -= count;
}

static void
merge_port(struct items *items, size_t i)
{
	if ((field_at(items, i, FIELD_ADDRESS) ||
	    field_at(items, i, FIELD_HOST)) &&
	    literal_at(items, i + 1, SPAN(":")) &&
	    field_at(items, i + 2, FIELD_PORT)) {
		items->item[i].port = true;
		drop(items, i + 1, 2);
	}
}

static void
merge_query(struct items *items, size_t i)
{
	size_t between = field_at(items, i + 1, FIELD_IS_ARGS) ||
	    literal_at(items, i + 1, SPAN("?"));

	if (field_at(items, i, FIELD_TARGET) &&
	    field_at(items, i + 1 + between, FIELD_QUERY)) {
		items->item[i].rank = 2; /* better than one without query */
		drop(items, i + 1, 1 + between);
	}
}

/* Only between quotes: blanks in the path would end it too early elsewhere. */
static void
merge_request(struct items *items, size_t i)
{
	const struct item *first = &items->item[i];

	if (i == 0 || i + 5 >= items->n || !first[-1].literal ||
	    !first[5].literal || first[5].text.p[0] != '"' ||
	    first[-1].text.p[first[-1].text.n - 1] != '"')
		return;
	if (field_at(items, i, FIELD_METHOD) &&
	    literal_at(items, i + 1, SPAN(" ")) &&
	    field_at(items, i + 2, FIELD_TARGET) &&
	    literal_at(items, i + 3, SPAN(" ")) &&
	    field_at(items, i + 4, FIELD_PROTOCOL)) {
		/* $uri is not what the client asked for, $request is. */
		items->item[i].rank = items->item[i + 2].rank - 10;
		items->item[i].field = FIELD_REQUEST;
		drop(items, i + 1, 4);
	}
}

static bool
pattern_at(const struct items *items, size_t i)
{
	return field_at(items, i, FIELD_TIME) &&
	    items->item[i].when.kind == WHEN_PATTERN;
}

/* As a time pattern has it: % twice. */
static struct span
as_pattern(struct items *items, struct span literal)
{
	struct span out = { 0 };

	while (literal.n > 0) {
		size_t n = span_find(literal, '%');
		struct span head = { literal.p, n };

		out = items_join(items, out, head);
		if (n < literal.n) {
			out = items_join(items, out, SPAN("%%"));
			n++;
		}
		literal = (struct span){ literal.p + n, literal.n - n };
	}
	return out;
}

static void
merge_time(struct items *items, size_t i)
{
	while (pattern_at(items, i) &&
	    when_lacks(items->item[i].when.pattern) != NULL) {
		struct item *item = &items->item[i];
		size_t literals = i + 1 < items->n && item[1].literal;
		struct span *form = &item->when.pattern;

		if (!pattern_at(items, i + 1 + literals) ||
		    when_lacks(item[1 + literals].when.pattern) == NULL)
			return;
		if (literals > 0)
			*form = items_join(items, *form,
			    as_pattern(items, item[1].text));
		*form = items_join(items, *form,
		    item[1 + literals].when.pattern);
		drop(items, i + 1, 1 + literals);
	}
}

static void
skip_item(struct item *item)
{
	*item = (struct item){ .text = item->text, .field = FIELD_SKIP };
}

/* A time that is not all there is skipped where another one is. */
static bool
choose_time(struct items *items, struct err *err)
{
	const struct item *partial = NULL;
	bool whole = false;

	for (size_t i = 0; i < items->n; i++) {
		bool lacks = pattern_at(items, i) &&
		    when_lacks(items->item[i].when.pattern) != NULL;

		if (lacks && partial == NULL)
			partial = &items->item[i];
		if (!lacks && field_at(items, i, FIELD_TIME))
			whole = true;
	}
	if (partial != NULL && !whole)
		return err_set(err, ERR_CONFIG, "the time \"%.*s\" of the "
		    "format string lacks its %s", (int)(partial->text.n < 80 ?
		    partial->text.n : 80), partial->text.p,
		    when_lacks(partial->when.pattern));
	for (size_t i = 0; i < items->n; i++)
		if (pattern_at(items, i) &&
		    when_lacks(items->item[i].when.pattern) != NULL)
			skip_item(&items->item[i]);
	return true;
}

static void
choose(struct items *items, enum field field)
{
	struct item *best = NULL;

	for (size_t i = 0; i < items->n; i++) {
		struct item *item = &items->item[i];

		if (!field_at(items, i, field) || item->add)
			continue;
		if (best == NULL) {
			best = item;
		} else if (item->rank > best->rank) {
			skip_item(best);
			best = item;
		} else {
			skip_item(item);
		}
	}
}

static void
choose_all(struct items *items)
{
	bool request = false;

	for (size_t i = 0; i < items->n; i++)
		request = request || field_at(items, i, FIELD_REQUEST);
	for (size_t i = 0; i < items->n; i++) {
		struct item *item = &items->item[i];

		if (item->literal)
			continue;
		if (item->field == FIELD_PORT && item->server)
			*item = (struct item){ .text = item->text,
				.field = FIELD_SCHEME, .rank = 1,
				.scheme = FIELD_SCHEME_PORT };
		if (item->field >= FIELD_PORT || (request &&
		    item->field >= FIELD_METHOD))
			skip_item(item);
	}
	for (enum field f = FIELD_SKIP + 1; f < FIELD_PORT; f++)
		choose(items, f);
}

/* What touches its neighbour cannot be read, and it is not needed. */
static void
skip_touching(struct items *items)
{
	for (size_t i = 0; i < items->n; i++)
		if ((field_at(items, i, FIELD_FORWARDED) ||
		    field_at(items, i, FIELD_SCHEME)) &&
		    ((i > 0 && !items->item[i - 1].literal) ||
		    (i + 1 < items->n && !items->item[i + 1].literal)))
			skip_item(&items->item[i]);
}

static bool
check_neighbours(struct items *items, struct err *err)
{
	for (size_t i = 0; i + 1 < items->n;) {
		const struct item *a = &items->item[i], *b = a + 1;

		if (field_at(items, i, FIELD_SKIP) &&
		    field_at(items, i + 1, FIELD_SKIP)) {
			drop(items, i + 1, 1);
			continue;
		}
		if (!a->literal && !b->literal && (a->field != FIELD_HOST ||
		    a->port || b->field != FIELD_TARGET))
			return err_set(err, ERR_CONFIG, "\"%.*s\" and \"%.*s\" "
			    "touch in the format string: nothing tells where "
			    "one ends and the other begins",
			    (int)(a->text.n < 80 ? a->text.n : 80), a->text.p,
			    (int)(b->text.n < 80 ? b->text.n : 80), b->text.p);
		i++;
	}
	return true;
}

bool
merge_items(struct items *items, struct err *err)
{
	for (size_t i = 0; i < items->n; i++) {
		merge_port(items, i);
		merge_query(items, i);
		merge_time(items, i);
	}
	for (size_t i = 0; i < items->n; i++)
		merge_request(items, i);
	if (!choose_time(items, err))
		return false;
	choose_all(items);
	for (size_t i = 0; i < items->n; i++)
		if (field_at(items, i, FIELD_TIME))
			when_settle(&items->item[i].when);
	skip_touching(items);
	return check_neighbours(items, err);
}
