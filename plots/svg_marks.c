/* SPDX-License-Identifier: MIT */
#include "plots/svg_marks.h"

#include "plots/svg_tag.h"

enum { MARKERS = 40 };

struct marker {
	struct span id, markup;
	bool used;
};

/* Is "#ID" in it, the whole of it? */
static bool
refers(struct span in, struct span id)
{
	if (id.n == 0)
		return false;
	for (const char *p; in.n > id.n + 1 &&
	    (p = memmem(in.p, in.n - 1, id.p, id.n)) != NULL;) {
		size_t after = (size_t)(p - in.p) + id.n;

		if (p > in.p && p[-1] == '#' && after < in.n &&
		    strchr("'\")", in.p[after]) != NULL)
			return true;
		in = (struct span){ in.p + after, in.n - after };
	}
	return false;
}

/* One child of <defs> with all that is in it.  False: it was its end, or is none. */
static bool
take(struct span *rest, struct marker *out, bool *ended)
{
	const char *from = rest->p;
	struct span text;
	struct svg_tag child, tag;
	enum svg_kind kind = svg_next(rest, &text, &child);

	*ended = kind == SVG_CLOSE && svg_named(&child, "defs");
	if (kind != SVG_OPEN && kind != SVG_ALONE)
		return false;
	if (kind == SVG_OPEN)
		do
			kind = svg_next(rest, &text, &tag);
		while (kind < SVG_ASIDE && !(kind == SVG_CLOSE &&
		    span_eq(tag.name, child.name)));
	*out = (struct marker){ svg_get(&child, "id"),
		{ from, (size_t)(rest->p - from) }, false };
	return kind < SVG_ASIDE;
}

static void
mark(struct marker *marker, size_t n, struct span body)
{
	for (size_t i = 0; i < n; i++)
		marker[i].used = refers(body, marker[i].id);
	/* They refer to earlier ones. */
	for (size_t i = n; i-- > 0;)
		for (size_t j = 0; marker[i].used && j < i; j++)
			if (refers(marker[i].markup, marker[j].id))
				marker[j].used = true;
	/* These two become circles. */
	for (size_t i = 0; i < n; i++)
		if (span_eq(marker[i].id, SPAN("gpPt5")) ||
		    span_eq(marker[i].id, SPAN("gpPt6")))
			marker[i].used = false;
}

bool
svg_marks_keep(struct span *rest, struct buf *kept)
{
	struct marker marker[MARKERS];
	struct span body = *rest;
	bool ended = false;
	size_t n = 0;

	while (n < MARKERS && take(&body, &marker[n], &ended))
		n++;
	if (!ended)
		return false;
	*rest = body;
	mark(marker, n, body);
	for (size_t i = 0; i < n; i++)
		if (marker[i].used)
			buf_span(kept, marker[i].markup);
	return true;
}
