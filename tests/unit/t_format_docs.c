/* SPDX-License-Identifier: MIT */
/* What docs/FORMATS.md shows is true: each line is a hit in the format above it,
 * and what is said to be found by itself is found. */
#include <stdio.h>

#include "ingest/follow.h"
#include "ingest/preset.h"
#include "tests/unit/hit_text.h"

static void
example(struct span spec, struct span log, struct buf *seen)
{
	struct format *f = NULL, *found = NULL;
	struct err err = { 0 };
	struct follow follow = { 0 };
	struct span rest = log;
	int hits = 0;

	buf_putc(seen, ' ');
	buf_span(seen, spec);
	buf_putc(seen, ' ');
	if (!ok(format_open(spec, &f, &err), "%.*s opens", (int)spec.n,
	    spec.p)) {
		diag("%s", err.text);
		return;
	}
	follow.now = f;
	while (rest.n > 0) {
		struct span line = span_cut(&rest, '\n');
		struct hit hit;
		enum format_line got = format_parse(follow.now, line, &hit);

		follow_line(&follow, line);
		if (got != FORMAT_DIRECTIVE)
			hits = got == FORMAT_HIT && hit.target.n > 0 &&
			    hit.bytes > 0 ? hits + 1 : -1000;
	}
	ok(hits > 0, "%.*s: its lines are hits", (int)spec.n, spec.p);
	format_close(follow.own);
	format_close(f);
	if (span_find(spec, '%') < spec.n || span_find(spec, '$') < spec.n)
		return; /* a string: known to its administrator only */
	if (ok(format_detect(log, &found, &err), "%.*s: some format is found",
	    (int)spec.n, spec.p)) {
		struct span as = span_of(format_spec(found));

		ok(span_starts(as, spec) || ((span_eq(spec, SPAN("icecast")) ||
		    span_eq(spec, SPAN("varnish"))) &&
		    span_eq(as, SPAN("combined"))), "%.*s: is found as %s",
		    (int)spec.n, spec.p, format_spec(found));
	}
	format_close(found);
}

/* "```log SPEC", lines, "```". */
static void
examples(struct span text, struct buf *seen)
{
	while (text.n > 0) {
		struct span line = span_cut(&text, '\n'), log;
		const char *end;

		if (!span_starts(line, SPAN("```log ")))
			continue;
		end = text.n > 0 ? memmem(text.p, text.n, "```", 3) : NULL;
		if (!ok(end != NULL, "an example ends"))
			return;
		log = (struct span){ text.p, (size_t)(end - text.p) };
		text = (struct span){ end + 3, text.n - log.n - 3 };
		example((struct span){ line.p + 7, line.n - 7 }, log, seen);
	}
}

int
main(void)
{
	static char text[1 << 16];
	FILE *in = fopen("docs/FORMATS.md", "rb");
	struct buf seen = { 0 };
	size_t n;

	if (in == NULL) {
		skip("docs/FORMATS.md is not here");
		return done();
	}
	n = fread(text, 1, sizeof(text), in);
	fclose(in);
	ok(n > 0 && n < sizeof(text), "docs/FORMATS.md can be read whole");
	examples((struct span){ text, n }, &seen);
	for (const struct preset *p = presets; p->text != NULL; p++) {
		char name[100];

		if (p->name == NULL)
			continue;
		snprintf(name, sizeof(name), "`%s`", p->name);
		ok(memmem(text, n, name, strlen(name)) != NULL,
		    "docs/FORMATS.md names %s", p->name);
		snprintf(name, sizeof(name), " %s ", p->name);
		ok(strstr(buf_text(&seen), name) != NULL ||
		    strstr(p->name, "common_vhost") != NULL ||
		    strstr(p->name, "vhost_common") != NULL,
		    "docs/FORMATS.md shows a line of %s", p->name);
	}
	buf_close(&seen);
	return done();
}
