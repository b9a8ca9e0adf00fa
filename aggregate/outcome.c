/* SPDX-License-Identifier: MIT */
#include "aggregate/outcome.h"

#include <stdlib.h>

#include "common/mem.h"

enum { EXTENSION_BYTES = 15 }; /* longest: webmanifest */

struct extension {
	char text[EXTENSION_BYTES + 1]; /* lower case, filled up with zeros */
	enum outcome outcome;
};

struct outcomes {
	struct extension *extension; /* in order of text */
	size_t n, cap;
};

static const unsigned char built_in[] = {
#include "conf/outcomes.conf.inc"
};

/* False where it has no bytes or too many to be on any list. */
static bool
extension_key(struct span text, char key[EXTENSION_BYTES + 1])
{
	if (text.n == 0 || text.n > EXTENSION_BYTES)
		return false;
	memset(key, 0, EXTENSION_BYTES + 1);
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		key[i] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
	}
	return true;
}

static int
by_text(const void *a, const void *b)
{
	const struct extension *x = a, *y = b;

	return memcmp(x->text, y->text, sizeof(x->text));
}

static bool
read_word(struct outcomes *o, struct span word, enum outcome outcome,
    struct err *err)
{
	struct extension e = { .outcome = outcome };

	if (word.n == 0)
		return true;
	if (outcome == OUTCOME__MAX)
		return err_set(err, ERR_CONFIG,
		    "extensions before the first [outcome]");
	if (!extension_key(word, e.text))
		return err_set(err, ERR_CONFIG, "an extension of %zu bytes",
		    word.n);
	if (o->n == o->cap) {
		o->cap = o->cap > 0 ? o->cap * 2 : 128;
		o->extension = mem_grow(o->extension, o->cap,
		    sizeof(*o->extension));
	}
	o->extension[o->n++] = e;
	return true;
}

static bool
read_header(struct span line, enum outcome *out, struct err *err)
{
	static const enum outcome known[] = { OUTCOME_ASSET, OUTCOME_FEED,
		OUTCOME_DOWNLOAD };
	struct span name = { line.p + 1, line.n - 2 };

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (line.p[line.n - 1] == ']' &&
		    span_eq(name, span_of(outcome_name(known[i])))) {
			*out = known[i];
			return true;
		}
	}
	return err_set(err, ERR_CONFIG,
	    "a section must be [asset], [feed] or [download]");
}

static bool
read_lines(struct outcomes *o, struct span text, struct err *err)
{
	enum outcome outcome = OUTCOME__MAX;

	for (size_t n = 1; text.n > 0; n++) {
		struct span line = span_cut(&text, '\n');
		bool good = true;

		line.n = span_find(line, '#');
		line = span_trim(line);
		if (line.n > 1 && line.p[0] == '[')
			good = read_header(line, &outcome, err);
		else
			while (good && line.n > 0)
				good = read_word(o, span_cut(&line, ' '),
				    outcome, err);
		if (!good)
			return err_add(err, "outcomes: line %zu", n);
	}
	return true;
}

bool
outcomes_open(struct span text, struct outcomes **out, struct err *err)
{
	struct outcomes *o = mem_new(sizeof(*o));

	if (text.n == 0)
		text = (struct span){ (const char *)built_in,
			sizeof(built_in) };
	if (!read_lines(o, text, err)) {
		outcomes_close(o);
		return false;
	}
	if (o->n > 0)
		qsort(o->extension, o->n, sizeof(*o->extension), by_text);
	for (size_t i = 1; i < o->n; i++) {
		if (by_text(&o->extension[i - 1], &o->extension[i]) == 0) {
			err_set(err, ERR_CONFIG,
			    "outcomes: \"%s\" is listed twice",
			    o->extension[i].text);
			outcomes_close(o);
			return false;
		}
	}
	*out = o;
	return true;
}

void
outcomes_close(struct outcomes *o)
{
	if (o == NULL)
		return;
	mem_free(o->extension);
	mem_free(o);
}

enum outcome
outcomes_of_path(const struct outcomes *o, struct span path)
{
	struct extension key;
	const struct extension *hit;
	size_t from = path.n;

	/* From the end, and no farther than the longest extension. */
	while (from > 0 && path.p[from - 1] != '.') {
		if (path.p[from - 1] == '/' ||
		    path.n - from > EXTENSION_BYTES)
			return OUTCOME_PAGE;
		from--;
	}
	if (from == 0 || o->n == 0 ||
	    !extension_key((struct span){ path.p + from, path.n - from },
	    key.text))
		return OUTCOME_PAGE;
	hit = bsearch(&key, o->extension, o->n, sizeof(key), by_text);
	return hit != NULL ? hit->outcome : OUTCOME_PAGE;
}

enum outcome
outcome_of_status(unsigned status, struct span method, bool get)
{
	bool fresh = status == 200 || status == 304;

	if (status >= 300 && status < 400 && status != 304)
		return OUTCOME_REDIRECT;
	if (status >= 400 && status < 500)
		return OUTCOME_CLIENT_ERROR;
	if (status >= 500)
		return OUTCOME_SERVER_ERROR;
	if (status == 206)
		return OUTCOME_PARTIAL;
	if (fresh && (get || span_eq(method, SPAN("GET"))))
		return OUTCOME_PAGE;
	if (status >= 200 && status < 300 &&
	    (span_eq(method, SPAN("POST")) || span_eq(method, SPAN("PUT")) ||
	    span_eq(method, SPAN("PATCH")) ||
	    span_eq(method, SPAN("DELETE"))))
		return OUTCOME_ACTION;
	return OUTCOME_OTHER;
}
