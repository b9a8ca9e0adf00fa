/* SPDX-License-Identifier: MIT */
#include "cli/drawing.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The first of the PATH's folders that has such a program; an absolute one only, as
 * the others are the caller's whim. */
const char *
drawing_find(const char *name, struct buf *out)
{
	const char *path = getenv("PATH");
	struct span rest = span_of(path != NULL ? path : "/usr/bin:/bin");

	while (rest.n > 0) {
		struct span folder = span_cut(&rest, ':');

		buf_clear(out);
		buf_span(out, folder);
		buf_printf(out, "/%s", name);
		if (folder.n > 0 && folder.p[0] == '/' &&
		    access(buf_text(out), X_OK) == 0)
			return buf_text(out);
	}
	buf_clear(out);
	return NULL;
}

static const char *
find_gnuplot(struct buf *out)
{
	const char *said = getenv("TRUYCAP_GNUPLOT");

	if (said == NULL || said[0] == '\0')
		return drawing_find("gnuplot", out);
	if (strcmp(said, "none") == 0)
		return NULL;
	buf_puts(out, said);
	return buf_text(out);
}

void
drawing_open(struct drawing_place *d, int64_t made_s)
{
	const char *folder = getenv("TMPDIR");

	*d = (struct drawing_place){ .tools = { .made_s = made_s } };
	buf_printf(&d->scratch, "%s/truycap.XXXXXX", folder != NULL &&
	    folder[0] == '/' ? folder : "/tmp");
	buf_text(&d->scratch);
	if (mkdtemp(d->scratch.p) == NULL) {
		buf_clear(&d->scratch);
		return;
	}
	d->tools.scratch = buf_text(&d->scratch);
	d->tools.gnuplot = find_gnuplot(&d->gnuplot);
	d->tools.fc_match = drawing_find("fc-match", &d->fc_match);
}

void
drawing_close(struct drawing_place *d)
{
	if (d->scratch.n > 0)
		rmdir(buf_text(&d->scratch));
	buf_close(&d->gnuplot);
	buf_close(&d->fc_match);
	buf_close(&d->scratch);
}
