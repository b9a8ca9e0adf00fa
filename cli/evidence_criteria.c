/* SPDX-License-Identifier: MIT */
#include "cli/evidence_criteria.h"

#include <string.h>

#include "cli/settings_criteria.h"
#include "common/file.h"
#include "publish/score_page.h"

enum { CRITERIA_BYTES = 4 << 20, REGISTER_BYTES = 32 << 20 };

const char *const *
evidence_criteria_names(const struct options *o, struct arena *arena)
{
	struct span rest = span_of(o->value[OPTION_CRITERIA]);
	const char **list;
	size_t n = 0;

	if (!options_has(o, OPTION_CRITERIA))
		return NULL;
	list = arena_new(arena, (rest.n + 2) * sizeof(*list));
	while (rest.n > 0) {
		struct span name = span_trim(span_cut(&rest, ','));

		if (name.n > 0)
			list[n++] = arena_dup(arena, name.p, name.n);
	}
	return list;
}

bool
evidence_criteria_compute(const struct evidence_criteria_query *q,
    struct evidence_criteria *out, struct err *err)
{
	struct presence_query p = { .days = q->days, .now_s = q->now_s,
		.criteria = out->any ? &out->criteria : NULL };

	if (!presence_load(q->s, &p, &out->now, err))
		return false;
	p.days = q->before;
	p.alone = true;
	if (!presence_load(q->s, &p, &out->before, err))
		return false;
	if (out->any)
		score_make(&out->criteria, presence_values(&out->now),
		    presence_values(&out->before), &out->score);
	return true;
}

/* ---- into the bundle ---- */

struct naming {
	const char *const *names;
	const char *kind; /* "criteria" */
};

/* Copies of the files under names of their own, which *out has. */
static bool
put_files(const struct naming *from, struct bundle *b,
    struct evidence_criteria *c, const char *const **out, struct err *err)
{
	const char *const *names = from->names;
	const char **list;
	struct buf text = { 0 }, name = { 0 };
	bool good = true;
	size_t n = 0;

	while (names[n] != NULL)
		n++;
	list = arena_new(&c->arena, (n + 1) * sizeof(*list));
	for (size_t i = 0; good && i < n; i++) {
		struct span shipped;

		buf_clear(&text);
		buf_clear(&name);
		if (settings_criteria_shipped(names[i], &shipped, NULL))
			buf_span(&text, shipped);
		else
			good = file_read(names[i], CRITERIA_BYTES, &text, err);
		buf_printf(&name, BUNDLE_BASIS "%s-%zu.conf", from->kind, i + 1);
		if (good)
			bundle_add(b, buf_text(&name), buf_view(&text));
		list[i] = arena_dup(&c->arena, name.p + strlen(BUNDLE_BASIS),
		    name.n - strlen(BUNDLE_BASIS));
	}
	buf_close(&text);
	buf_close(&name);
	*out = list;
	return good;
}

/* A file that lies beside the criteria that name it. */
static void
beside(const struct criteria_head *head, const char *file, struct buf *out)
{
	const char *slash = strrchr(head->at->file, '/');

	if (file[0] != '/' && slash != NULL)
		buf_add(out, head->at->file,
		    (size_t)(slash - head->at->file) + 1);
	buf_puts(out, file);
}

/* Under the name by which the criteria know it, so that the copy finds it. */
static bool
put_registers(struct evidence_criteria *c, struct bundle *b, struct err *err)
{
	bool good = true;

	for (size_t i = 0; good && i < c->criteria.n_registers; i++) {
		const struct criteria_register *r = &c->criteria.registers[i];
		struct buf path = { 0 }, name = { 0 }, text = { 0 };

		beside(&r->head, r->file, &path);
		buf_printf(&name, BUNDLE_BASIS "%s", r->file);
		if (zip_name_bad(buf_text(&name)) == NULL &&
		    bundle_find(b, buf_text(&name)) == NULL) {
			good = file_read(buf_text(&path), REGISTER_BYTES,
			    &text, err);
			if (good)
				bundle_add(b, buf_text(&name), buf_view(&text));
		}
		buf_close(&path);
		buf_close(&name);
		buf_close(&text);
	}
	return good;
}

bool
evidence_criteria_load(const struct evidence_criteria_query *q,
    struct bundle *b, struct evidence_criteria *out, struct err *err)
{
	const char *const *own = q->s->site->criteria;
	const char *const *names = q->names != NULL ? q->names : own;

	if (names != NULL && names[0] != NULL) {
		if (!settings_criteria_read(names, &out->criteria, err))
			return false;
		out->any = true;
		if (!put_files(&(struct naming){ names, "criteria" }, b, out,
		    &out->names, err) ||
		    !put_registers(out, b, err))
			return false;
	}
	if (own != NULL && own == names)
		out->site_names = out->names;
	else if (own != NULL && own[0] != NULL && !put_files(
	    &(struct naming){ own, "site-criteria" }, b, out, &out->site_names,
	    err))
		return false;
	return evidence_criteria_compute(q, out, err);
}

void
evidence_criteria_put(const struct evidence_criteria *c, enum lang lang,
    struct bundle *b)
{
	struct presence_pair pair = { &c->now, &c->before, c->any ? &c->score :
		NULL };
	struct score_page page = { &c->criteria, &c->score, c->now.days,
		c->before.days };
	struct buf out = { 0 };

	presence_json(&pair, &out);
	bundle_add_buf(b, BUNDLE_PRESENCE ".json", &out);
	presence_csv(&pair, &out);
	bundle_add_buf(b, BUNDLE_PRESENCE ".csv", &out);
	if (c->any) {
		score_csv(&page, lang, &out);
		bundle_add_buf(b, BUNDLE_SCORES, &out);
	}
	buf_close(&out);
}

void
evidence_criteria_close(struct evidence_criteria *c)
{
	score_close(&c->score);
	presence_close(&c->now);
	presence_close(&c->before);
	criteria_close(&c->criteria);
	arena_close(&c->arena);
	*c = (struct evidence_criteria){ .any = false };
}
