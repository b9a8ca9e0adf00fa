/* SPDX-License-Identifier: MIT */
#include "cli/verify_logs.h"

#include <stdlib.h>
#include <string.h>

#include "cli/log_content.h"
#include "common/class.h"
#include "ingest/ingest.h"

/* A row of can-cu/sources.csv. */
struct listed {
	struct span file, group, content;
	int64_t bytes;
	int64_t lines, beside; /* of the period, and of the days beside it */
	int64_t late;
	bool found;
};

struct looking {
	struct listed *row;
	size_t n;
	struct verify_says *says;
};

/* ---- the list ---- */

static int64_t
number_at(const struct csv_table *t, size_t row, const char *column)
{
	size_t at = csv_column(t, column);
	int64_t n;

	return at < t->columns && csv_number(csv_cell(t, row, at), &n) && n > 0
	    ? n : 0;
}

static struct span
text_at(const struct csv_table *t, size_t row, const char *column)
{
	size_t at = csv_column(t, column);

	return at < t->columns ? csv_cell(t, row, at) : (struct span){ "", 0 };
}

static void
read_list(struct looking *l, const struct csv_table *t)
{
	l->row = mem_new((t->rows + 1) * sizeof(*l->row));
	l->n = t->rows;
	for (size_t i = 0; i < l->n; i++) {
		struct listed *r = &l->row[i];

		*r = (struct listed){ text_at(t, i, "file"),
			text_at(t, i, "group"), text_at(t, i,
			"content_sha256"), number_at(t, i, "content_bytes"), 0,
			number_at(t, i, "beside"),
			number_at(t, i, class_name(CLASS_LATE)), false };
		for (int c = 0; c < CLASS__MAX; c++) {
			int64_t lines = number_at(t, i,
			    class_name((enum class)c));

			/* Hostile numbers must not overflow. */
			r->lines = lines > INT64_MAX - r->lines ? INT64_MAX :
			    r->lines + lines;
		}
	}
}

/* ---- the logs ---- */

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

static int
by_bytes(const void *pa, const void *pb)
{
	const struct log_content_at *a = pa, *b = pb;

	return (a->bytes > b->bytes) - (a->bytes < b->bytes);
}

/* The listed one whose bytes this log begins with; of several the longest. */
static struct listed *
match(struct looking *l, const struct log_content *c, uint64_t *bytes)
{
	struct listed *found = NULL;

	for (size_t k = c->n; k-- > 0; ) {
		if (!c->at[k].reached)
			continue;
		for (size_t i = 0; i < l->n; i++) {
			struct listed *r = &l->row[i];

			if ((uint64_t)r->bytes != c->at[k].bytes ||
			    !span_eq(r->content, span_of(c->at[k].sha256)))
				continue;
			r->found = true; /* a copy's beginning is there, too */
			if (found == NULL) {
				found = r;
				*bytes = c->at[k].bytes;
			}
		}
	}
	return found;
}

static bool
look_at(struct looking *l, struct verify_log *log, struct err *err)
{
	struct log_content c = { .max_bytes = INGEST_MAX_BYTES };
	struct listed *found;
	uint64_t bytes = 0;

	c.at = mem_new((l->n + 1) * sizeof(*c.at));
	for (size_t i = 0; i < l->n; i++)
		if (l->row[i].content.n > 0)
			c.at[c.n++].bytes = (uint64_t)l->row[i].bytes;
	if (c.n > 1)
		qsort(c.at, c.n, sizeof(*c.at), by_bytes);
	if (!log_content_read(log->path, &c, err)) {
		mem_free(c.at);
		return false;
	}
	found = match(l, &c, &bytes);
	if (found != NULL)
		log->group = found->group;
	l->says->goes_on |= found != NULL && c.bytes > bytes;
	if (found != NULL && c.bytes > bytes)
		verify_say(l->says, VERIFY_REASON, "goes-on", "%s: goes on "
		    "for %llu bytes behind what the bundle counted of it: lines "
		    "that came later are counted here, too", log->path,
		    (unsigned long long)(c.bytes - bytes));
	mem_free(c.at);
	return true;
}

/* No listed content: the file of that name was changed, or it is another log. */
static void
tell_stranger(struct looking *l, const struct verify_log *log)
{
	for (size_t i = 0; i < l->n; i++) {
		struct listed *r = &l->row[i];

		if (r->found || !span_eq(r->file,
		    span_of(base_name(log->path))))
			continue;
		if (r->content.n == 0)
			verify_say(l->says, VERIFY_REASON, "unproven-log",
			    "%s: the bundle has no hash for a log of that name, "
			    "as it was no longer there when it was made",
			    log->path);
		else
			verify_say(l->says, VERIFY_REASON, "changed-log", "%s: "
			    "its first %lld bytes are not those that the "
			    "bundle counted (SHA-256 %.*s)", log->path,
			    (long long)r->bytes, (int)r->content.n,
			    r->content.p);
		return;
	}
	l->says->stranger = true;
	verify_say(l->says, VERIFY_NOTE, "unknown-log", "%s: is not among the "
	    "logs of the bundle; its lines are counted here", log->path);
}

static void
tell_missing(struct looking *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct listed *r = &l->row[i];

		if (r->late > 0)
			verify_say(l->says, VERIFY_REASON, "late", "%.*s: %lld "
			    "of its lines came after their day was sealed, and "
			    "are not in the bundle's figures",
			    (int)r->file.n, r->file.p, (long long)r->late);
		if (r->found)
			continue;
		/* Others may be here in a file with more: their days' lines tell. */
		l->says->lacks |= r->content.n > 0 && r->lines == 0;
		l->says->unproven |= r->content.n == 0 && r->lines > 0;
		if (r->content.n > 0 && r->lines > 0 && l->says->lost == NULL)
			l->says->lost = arena_dup(&l->says->arena, r->file.p,
			    r->file.n < 300 ? r->file.n : 300);
		if (r->content.n == 0)
			verify_say(l->says, VERIFY_NOTE, "unproven-log",
			    "%.*s: was no longer there when the bundle was "
			    "made: no hash says which log it was",
			    (int)r->file.n, r->file.p);
		else
			verify_say(l->says, VERIFY_REASON, "missing-log",
			    "%.*s: no log given has its content (%lld bytes, "
			    "SHA-256 %.*s); it had %lld lines of these days%s",
			    (int)r->file.n, r->file.p, (long long)r->bytes,
			    (int)r->content.n, r->content.p,
			    (long long)r->lines, r->beside > 0 ?
			    ", and some of the days beside them" : "");
	}
}

bool
verify_logs(const struct csv_table *sources, struct verify_log *log, size_t n,
    struct verify_says *says, struct err *err)
{
	struct looking l = { .says = says };
	bool good = true;

	read_list(&l, sources);
	for (size_t i = 0; good && i < n; i++)
		good = look_at(&l, &log[i], err);
	for (size_t i = 0; good && i < n; i++)
		if (log[i].group.n == 0)
			tell_stranger(&l, &log[i]);
	if (good)
		tell_missing(&l);
	mem_free(l.row);
	return good;
}
