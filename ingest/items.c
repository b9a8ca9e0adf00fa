/* SPDX-License-Identifier: MIT */
#include "ingest/items.h"

struct span
items_join(struct items *items, struct span a, struct span b)
{
	char *p = arena_new(&items->arena, a.n + b.n + 1);

	if (a.n > 0)
		memcpy(p, a.p, a.n);
	if (b.n > 0)
		memcpy(p + a.n, b.p, b.n);
	return (struct span){ p, a.n + b.n };
}

bool
items_add(struct items *items, const struct item *item, struct err *err)
{
	if (items->n == ITEMS_MAX)
		return err_set(err, ERR_CONFIG,
		    "the format string has more than %d parts", ITEMS_MAX);
	if (items->n == items->room) {
		items->room = items->room > 0 ? items->room * 2 : 16;
		items->item = mem_grow(items->item, items->room,
		    sizeof(items->item[0]));
	}
	items->item[items->n++] = *item;
	return true;
}

bool
items_add_literal(struct items *items, struct span text, struct err *err)
{
	struct item *last = items->n > 0 ? &items->item[items->n - 1] : NULL;

	if (text.n == 0)
		return true;
	if (last != NULL && last->literal) {
		last->text = items_join(items, last->text, text);
		return true;
	}
	return items_add(items, &(struct item){ .literal = true, .text = text },
	    err);
}

bool
items_read(struct items *items, struct span text, enum dialect dialect,
    struct err *err)
{
	struct span own = items_join(items, text, (struct span){ 0 });

	return dialect == DIALECT_NGINX ? items_nginx(items, own, err) :
	    items_apache(items, own, dialect == DIALECT_TOMCAT, err);
}

void
items_close(struct items *items)
{
	arena_close(&items->arena);
	mem_free(items->item);
	*items = (struct items){ 0 };
}
