/* SPDX-License-Identifier: MIT */
#include "store/section_order.h"

#include "common/buf.h"

/* Names, by their bits. */
struct order {
	struct span name[SITE_SECTIONS];
	size_t n;
	struct buf text; /* as it is stored */
};

static const char *
meta_name(const char *site, struct buf *b)
{
	buf_clear(b);
	buf_printf(b, "sections %s", site);
	return buf_text(b);
}

/* An order that was not kept is an empty text.  out->text is to be closed. */
static bool
read_order(struct db *db, enum stmt st, const char *site, struct order *out,
    struct err *err)
{
	struct buf *text = &out->text;
	struct span rest;
	bool row;

	db_start(db, st, "t", span_of(meta_name(site, text)));
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
section_named(const struct site *site, struct span name)
{
	for (size_t i = 0; i < site->n_sections; i++)
		if (span_eq(span_of(site->section[i].id), name))
			return &site->section[i];
	return NULL;
}

static bool
listed(const struct order *o, struct span name)
{
	for (size_t i = 0; i < o->n; i++)
		if (span_eq(o->name[i], name))
			return true;
	return false;
}

/* There is a place, as a site has no more sections than there are. */
static void
add_name(struct order *o, const struct site *site, struct span name)
{
	size_t at = o->n;

	if (at == SITE_SECTIONS)
		for (at = 0; at + 1 < SITE_SECTIONS &&
		    section_named(site, o->name[at]) != NULL;)
			at++;
	else
		o->n++;
	o->name[at] = name;
}

static void
arrange(struct site *site, const struct order *o, struct arena *arena)
{
	struct site_section *s = arena_new(arena, o->n * sizeof(*s));

	for (size_t i = 0; i < o->n; i++) {
		const struct site_section *old = section_named(site,
		    o->name[i]);

		s[i] = old != NULL ? *old : (struct site_section){
			arena_dup(arena, o->name[i].p, o->name[i].n),
			arena_new(arena, sizeof(*s[i].pattern)) };
	}
	site->section = s;
	site->n_sections = o->n;
}

static bool
keep(struct db *db, const struct site *site, struct span before,
    struct err *err)
{
	struct buf text = { 0 }, name = { 0 };
	bool good = true;

	for (size_t i = 0; i < site->n_sections; i++)
		buf_printf(&text, "%s%s", i > 0 ? "\n" : "",
		    site->section[i].id);
	if (!span_eq(buf_view(&text), before))
		good = db_run(db, err, STMT_META_PUT, "tt",
		    span_of(meta_name(site->id, &name)), buf_view(&text));
	buf_close(&name);
	buf_close(&text);
	return good;
}

bool
section_order(struct db *db, struct site *site, struct arena *arena,
    struct err *err)
{
	struct order o = { .n = 0 };
	bool parts, good = read_order(db, STMT_META_GET, site->id, &o, err) &&
	    has_parts(db, STMT_PART_ANY, site->id, &parts, err);

	if (good) {
		if (!parts)
			o.n = 0;
		for (size_t i = 0; i < site->n_sections; i++) {
			struct span name = span_of(site->section[i].id);

			if (!listed(&o, name))
				add_name(&o, site, name);
		}
		if (o.n > 0)
			arrange(site, &o, arena);
		good = keep(db, site, buf_view(&o.text), err);
	}
	buf_close(&o.text);
	return good;
}

bool
section_order_same(struct db *db, const char *site, bool *same,
    struct err *err)
{
	struct order here = { .n = 0 }, there = { .n = 0 };
	bool parts, good = has_parts(db, STMT_BRING_PART_ANY, site, &parts,
	    err) && read_order(db, STMT_META_GET, site, &here, err) &&
	    read_order(db, STMT_BRING_META, site, &there, err);

	*same = good && (!parts || there.n <= here.n);
	for (size_t i = 0; *same && parts && i < there.n; i++)
		*same = span_eq(there.name[i], here.name[i]);
	buf_close(&there.text);
	buf_close(&here.text);
	return good;
}
