/* SPDX-License-Identifier: MIT */
#include "cli/drawing.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The first of the PATH's folders that has such a program; an absolute one only, as
 * the others are the caller's whim. */
const char *
drawing_find(const char *name, struct buf *out)
{
	const char *path = getenv("PATH");
	struct span rest = span_of(path != NULL ? path : "/usr/bin:/bin");
	struct stat st;

	while (rest.n > 0) {
		struct span folder = span_cut(&rest, ':');

		buf_clear(out);
		buf_span(out, folder);
		buf_printf(out, "/%s", name);
		if (folder.n > 0 && folder.p[0] == '/' &&
		    stat(buf_text(out), &st) == 0 && S_ISREG(st.st_mode) &&
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
	if (folder == NULL || folder[0] != '/')
		folder = "/tmp";
	scratch_sweep(folder);
	if (scratch_open(&d->scratch, folder, &d->tools.no_scratch))
		d->tools.scratch = buf_text(&d->scratch.path);
	d->tools.gnuplot = find_gnuplot(&d->gnuplot);
	d->tools.fc_match = drawing_find("fc-match", &d->fc_match);
}

void
drawing_close(struct drawing_place *d)
{
	scratch_close(&d->scratch);
	buf_close(&d->gnuplot);
	buf_close(&d->fc_match);
}
