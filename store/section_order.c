/* SPDX-License-Identifier: MIT */
#include "store/section_order.h"

#include "common/buf.h"

/* Names, by their bits. */
struct order {
	struct span name[SITE_SECTIONS];
	size_t n;
	struct buf text; /* as it is stored */
};

/* One of the two lists of a site whose places are bits. */
struct listed {
	const char *what; /* its name in the store */
	const char *site;
	struct site_section *list;
	size_t n;
};

static const char *
meta_name(const struct listed *l, struct buf *b)
{
	buf_clear(b);
	buf_printf(b, "%s %s", l->what, l->site);
	return buf_text(b);
}

/* An order that was not kept is an empty text.  out->text is to be closed. */
static bool
read_order(struct db *db, enum stmt st, const struct listed *l,
    struct order *out, struct err *err)
{
	struct buf *text = &out->text;
	struct span rest;
	bool row;

	db_start(db, st, "t", span_of(meta_name(l, text)));
	if (!db_next(db, st, &row, err))
		return false;
	buf_clear(text);
	if (row) {
		buf_span(text, db_text(db, st, 0));
		db_end(db, st);
	}
	for (rest = buf_view(text); rest.n > 0 && out->n < SITE_SECTIONS;)
		out->name[out->n++] = span_cut(&rest, '\n');
	return true;
}

static bool
has_parts(struct db *db, enum stmt st, const char *site, bool *has,
    struct err *err)
{
	bool row;

	db_start(db, st, "t", span_of(site));
	if (!db_next(db, st, &row, err))
		return false;
	*has = db_int(db, st, 0) != 0;
	db_end(db, st);
	return true;
}

static const struct site_section *
section_named(const struct listed *l, struct span name)
{
	for (size_t i = 0; i < l->n; i++)
		if (span_eq(span_of(l->list[i].id), name))
			return &l->list[i];
	return NULL;
}

static bool
has_name(const struct order *o, struct span name)
{
	for (size_t i = 0; i < o->n; i++)
		if (span_eq(o->name[i], name))
			return true;
	return false;
}

/* There is a place, as a site has no more sections than there are. */
static void
add_name(struct order *o, const struct listed *l, struct span name)
{
	size_t at = o->n;

	if (at == SITE_SECTIONS)
		for (at = 0; at + 1 < SITE_SECTIONS &&
		    section_named(l, o->name[at]) != NULL;)
			at++;
	else
		o->n++;
	o->name[at] = name;
}

static void
arrange(struct listed *l, const struct order *o, struct arena *arena)
{
	struct site_section *s = arena_new(arena, o->n * sizeof(*s));

	for (size_t i = 0; i < o->n; i++) {
		const struct site_section *old = section_named(l,
		    o->name[i]);

		s[i] = old != NULL ? *old : (struct site_section){
			.id = arena_dup(arena, o->name[i].p, o->name[i].n),
			.pattern = arena_new(arena, sizeof(*s[i].pattern)) };
	}
	l->list = s;
	l->n = o->n;
}

static bool
keep(struct db *db, const struct listed *l, struct span before,
    struct err *err)
{
	struct buf text = { 0 }, name = { 0 };
	bool good = true;

	for (size_t i = 0; i < l->n; i++)
		buf_printf(&text, "%s%s", i > 0 ? "\n" : "", l->list[i].id);
	if (!span_eq(buf_view(&text), before))
		good = db_run(db, err, STMT_META_PUT, "tt",
		    span_of(meta_name(l, &name)), buf_view(&text));
	buf_close(&name);
	buf_close(&text);
	return good;
}

static bool
order(struct db *db, struct listed *l, struct arena *arena, struct err *err)
{
	struct order o = { .n = 0 };
	bool parts, good = read_order(db, STMT_META_GET, l, &o, err) &&
	    has_parts(db, STMT_PART_ANY, l->site, &parts, err);

	if (good) {
		if (!parts)
			o.n = 0;
		for (size_t i = 0; i < l->n; i++) {
			struct span name = span_of(l->list[i].id);

			if (!has_name(&o, name))
				add_name(&o, l, name);
		}
		if (o.n > 0)
			arrange(l, &o, arena);
		good = keep(db, l, buf_view(&o.text), err);
	}
	buf_close(&o.text);
	return good;
}

bool
section_order(struct db *db, struct site *site, struct arena *arena,
    struct err *err)
{
	struct listed sections = { "sections", site->id, site->section,
		site->n_sections };
	struct listed steps = { "steps", site->id, site->step, site->n_steps };

	_Static_assert((int)SITE_STEPS == (int)SITE_SECTIONS, "one order");
	if (!order(db, &sections, arena, err) ||
	    !order(db, &steps, arena, err))
		return false;
	site->section = sections.list;
	site->n_sections = sections.n;
	site->step = steps.list;
	site->n_steps = steps.n;
	return true;
}

static bool
same_order(struct db *db, const struct listed *l, bool *same, struct err *err)
{
	struct order here = { .n = 0 }, there = { .n = 0 };
	bool parts, good = has_parts(db, STMT_BRING_PART_ANY, l->site, &parts,
	    err) && read_order(db, STMT_META_GET, l, &here, err) &&
	    read_order(db, STMT_BRING_META, l, &there, err);

	*same = good && (!parts || there.n <= here.n);
	for (size_t i = 0; *same && parts && i < there.n; i++)
		*same = span_eq(there.name[i], here.name[i]);
	buf_close(&there.text);
	buf_close(&here.text);
	return good;
}

bool
section_order_same(struct db *db, const char *site, bool *same,
    struct err *err)
{
	struct listed sections = { "sections", site, NULL, 0 };
	struct listed steps = { "steps", site, NULL, 0 };

	return same_order(db, &sections, same, err) && (!*same ||
	    same_order(db, &steps, same, err));
}
