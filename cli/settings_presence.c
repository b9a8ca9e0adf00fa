/* SPDX-License-Identifier: MIT */
/* settings_presence.c -- the kinds of values that tell what is there, and what is an error page
 * in disguise: the home page, soft 404, least sizes, funnels. */
#include <string.h>

#include "cli/settings_kinds.h"
#include "cli/settings_put.h"
#include "cli/settings_value.h"
#include "common/amount.h"
#include "common/answer.h"

/* Words of a list; those after POST are a POST's, where that is allowed. */
static bool
add_patterns(const struct key_place *place, const char ***list,
    struct span value, bool posts, struct err *err)
{
	struct span word;
	bool any = false;

	while ((word = value_next(&value, ", \t")).n > 0) {
		struct buf text = { 0 };
		bool post = posts && span_eq(word, SPAN("POST"));
		bool good;

		if (post) {
			buf_puts(&text, SITE_POST);
			word = value_next(&value, ", \t");
		}
		buf_span(&text, word);
		good = value_pattern(word, err) && value_append(place->arena,
		    list, buf_view(&text), err);
		buf_close(&text);
		if (!good)
			return false;
		any = true;
	}
	return any || value_wrong(err, value, "names no pattern", NULL);
}

static void
put_patterns(struct buf *out, const char **pattern)
{
	for (const char **p = pattern; *p != NULL; p++)
		buf_printf(out, "%s%s", p == pattern ? "" : ", ", *p);
}

static bool
set_patterns(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	return add_patterns(place, field, value, false, err);
}

static bool
set_home(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	struct site *site = field;

	return add_patterns(place, &site->home.pattern, value, false, err);
}

static void
put_home(struct buf *out, const char *key, const void *field)
{
	const struct site *site = field;

	put_list(out, key, &site->home.pattern);
}

/* "500", "news: 2k" or "(home): 2k" */
static bool
set_least(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	struct site *site = field;
	struct span rest = value, id = span_trim(span_cut(&rest, ':'));
	struct site_section *s;
	uint64_t *to = &site->min_bytes, bytes;

	if (rest.p == NULL) {
		rest = value;
	} else if (span_eq(id, SPAN(ANSWER_HOME))) {
		to = &site->home.min_bytes;
	} else {
		if (!value_id(id, err))
			return false;
		s = kind_section_of(place, site, id);
		if (s == NULL)
			return value_wrong(err, id, "is one section too many: "
			    "a site has 64 at most", NULL);
		to = &s->min_bytes;
	}
	if (!value_bytes(span_trim(rest), &bytes, err))
		return false;
	*to = bytes;
	return true;
}

static void
put_one_least(struct buf *out, const char *key, const char *of, uint64_t bytes)
{
	if (bytes == 0)
		return;
	buf_printf(out, "%s = %s%s", key, of, of[0] != '\0' ? ": " : "");
	amount_put(out, bytes);
	buf_putc(out, '\n');
}

static void
put_least(struct buf *out, const char *key, const void *field)
{
	const struct site *site = field;

	put_one_least(out, key, "", site->min_bytes);
	put_one_least(out, key, ANSWER_HOME, site->home.min_bytes);
	for (size_t i = 0; i < site->n_sections; i++)
		put_one_least(out, key, site->section[i].id,
		    site->section[i].min_bytes);
}

/* ---- funnels ---- */

/* The funnel's name in a step's id. */
static struct span
funnel_of(const struct site_section *step)
{
	struct span id = span_of(step->id);

	return span_cut(&id, '\t');
}

static bool
add_step(const struct key_place *place, struct site *site, struct span name,
    struct span patterns, struct err *err)
{
	struct site_section *s;
	struct buf id = { 0 };
	size_t number = 1;

	if (site->n_steps == SITE_STEPS)
		return value_wrong(err, name, "has one step too many: a site "
		    "has 64 in all its funnels", NULL);
	if (site->step == NULL)
		site->step = arena_new(place->arena,
		    SITE_STEPS * sizeof(*site->step));
	for (size_t i = 0; i < site->n_steps; i++)
		number += span_eq(funnel_of(&site->step[i]), name);
	s = &site->step[site->n_steps];
	*s = (struct site_section){ .id = NULL };
	if (!add_patterns(place, &s->pattern, patterns, true, err))
		return err_add(err, "step %zu", number);
	buf_span(&id, name);
	buf_printf(&id, "\t%zu\t", number);
	put_patterns(&id, s->pattern);
	s->id = arena_dup(place->arena, id.p, id.n);
	site->n_steps++;
	buf_close(&id);
	return true;
}

static bool
set_funnel(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	struct site *site = field;
	struct span rest = value, name = span_trim(span_cut(&rest, ':'));
	size_t before = site->n_steps;

	if (rest.p == NULL)
		return value_wrong(err, value, "is not a name, a colon and "
		    "steps, as in apply: /procedures/* | POST /apply", NULL);
	if (!value_id(name, err))
		return false;
	for (size_t i = 0; i < before; i++)
		if (span_eq(funnel_of(&site->step[i]), name))
			return value_wrong(err, name, "is a funnel already",
			    NULL);
	while (rest.p != NULL)
		if (!add_step(place, site, name, span_cut(&rest, '|'), err))
			return false;
	return site->n_steps - before >= 2 || value_wrong(err, value,
	    "has one step only: write | between steps", NULL);
}

static void
put_funnel(struct buf *out, const char *key, const void *field)
{
	const struct site *site = field;
	struct buf line = { 0 };

	for (size_t i = 0; i < site->n_steps; i++) {
		struct span name = funnel_of(&site->step[i]);
		bool first = i == 0 || !span_eq(name,
		    funnel_of(&site->step[i - 1]));

		if (first && line.n > 0) {
			key_put_text(out, key, buf_view(&line));
			buf_clear(&line);
		}
		if (first)
			buf_span(&line, name);
		buf_puts(&line, first ? ": " : " | ");
		put_patterns(&line, site->step[i].pattern);
	}
	if (line.n > 0)
		key_put_text(out, key, buf_view(&line));
	buf_close(&line);
}

const struct key_kind kind_patterns = { true, set_patterns, put_list };
const struct key_kind kind_home = { true, set_home, put_home };
const struct key_kind kind_least = { true, set_least, put_least };
const struct key_kind kind_funnel = { true, set_funnel, put_funnel };
