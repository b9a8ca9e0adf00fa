/* SPDX-License-Identifier: MIT */
/* verify_sources.c -- the bundle's lists of logs, against the logs. */
#include <string.h>

#include "cli/verify_bundle.h"
#include "publish/review_table.h"

struct listing {
	const char *name;  /* of the bundle's file */
	const char *bytes; /* its column for a log's size */
};

/* -1: there is no such number. */
static int64_t
number_at(const struct csv_table *t, size_t row, const char *column)
{
	size_t at = csv_column(t, column);
	int64_t n;

	return at < t->columns && csv_number(csv_cell(t, row, at), &n) ? n : -1;
}

static bool
has_lines(const struct csv_table *t, size_t row)
{
	for (int c = 0; c < CLASS__MAX; c++)
		if (number_at(t, row, class_name((enum class)c)) > 0)
			return true;
	return false;
}

static bool
is_of(const struct csv_table *t, size_t row, const struct listing *l,
    const struct review_source *s)
{
	for (int c = 0; c < CLASS__MAX; c++)
		if (number_at(t, row, class_name((enum class)c)) !=
		    s->lines[c])
			return false;
	return number_at(t, row, l->bytes) == s->bytes;
}

/* Logs are renamed, and streams have other numbers: a log is known by its figures. */
static void
compare_rows(const struct verify_figures *f, const struct csv_table *t,
    const struct listing *l)
{
	const struct review *r = f->review;
	bool *taken = mem_new(r->n_sources + 1);

	for (size_t row = 0; row < t->rows; row++) {
		struct span name = csv_cell(t, row, 0);
		size_t i = 0;

		if (!has_lines(t, row))
			continue;
		f->says->cells += CLASS__MAX + 1;
		while (i < r->n_sources && (taken[i] ||
		    !is_of(t, row, l, &r->source[i])))
			i++;
		taken[i] = true;
		if (i == r->n_sources)
			verify_say(f->says, VERIFY_DIFFERENCE, "source",
			    "%s: %.*s: none of the logs has these lines by "
			    "class and this number of bytes", l->name,
			    (int)(name.n < 300 ? name.n : 300), name.p);
	}
	mem_free(taken);
}

bool
verify_sources(const struct verify_figures *f, struct err *err)
{
	static const struct listing lists[] = {
		{ BUNDLE_SOURCES, "content_bytes" },
		{ BUNDLE_CSV "log-files.csv", "bytes" },
	};
	struct verify_says *says = f->says;
	bool good = true;

	/* A stranger may be several of them in one file. */
	if (says->goes_on || says->unproven ||
	    (says->lost != NULL && says->stranger) ||
	    verify_figures_differ(says) > 0)
		return true;
	if (says->lost != NULL) {
		verify_say(says, VERIFY_DIFFERENCE, "source", "%s: %s: no log "
		    "given has its content, and yet all lines of these days "
		    "are here: its hash or its bytes are not those of the logs",
		    BUNDLE_SOURCES, says->lost);
		return true;
	}
	for (size_t i = 0; good && i < sizeof(lists) / sizeof(*lists); i++) {
		const struct zip_file *file = zip_find(&f->b->zip,
		    lists[i].name);
		struct csv_table t = { .rows = 0 };

		if (file == NULL)
			continue;
		good = csv_read(file->bytes, file->name, &t, err);
		if (good)
			compare_rows(f, &t, &lists[i]);
		csv_close(&t);
	}
	return good;
}
