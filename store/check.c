/* SPDX-License-Identifier: MIT */
#include "store/check.h"

#include <stdarg.h>
#include <stdio.h>

#include "common/class.h"
#include "common/stamp.h"
#include "store/hours.h"

struct check {
	struct db *db;
	check_fn *take;
	void *self;
	struct check_counts n;
};

static void __attribute__((format(printf, 2, 3)))
tell(struct check *c, const char *fmt, ...)
{
	char text[1000];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	c->n.wrong++;
	c->take(c->self, text);
}

/* A name as stored, for a message: what is too long is cut. */
static const char *
name_of(struct check *c, enum stmt q, int column, char out[300])
{
	struct span s = db_text(c->db, q, column);

	snprintf(out, 300, "%.*s", s.n < 299 ? (int)s.n : 299,
	    s.n > 0 ? s.p : "");
	return out;
}

static const char *
day_of(struct check *c, enum stmt q, int column, char out[32])
{
	struct buf b = { 0 };

	stamp_put_day(&b, (int32_t)db_int(c->db, q, column));
	snprintf(out, 32, "%s", buf_text(&b));
	buf_close(&b);
	return out;
}

static long long
number(struct check *c, enum stmt q, int column)
{
	return (long long)db_int(c->db, q, column);
}

static void
file_row(struct check *c, enum stmt q)
{
	char what[300];

	if (!span_eq(db_text(c->db, q, 0), SPAN("ok")))
		tell(c, "database: %s", name_of(c, q, 0, what));
}

static void
stream_row(struct check *c, enum stmt q)
{
	long long bytes = number(c, q, 1), lines = number(c, q, 2);
	char path[300];

	c->n.streams++;
	name_of(c, q, 0, path);
	if (number(c, q, 3) < 1)
		tell(c, "stream %s: a class with %lld lines", path,
		    number(c, q, 3));
	/* A line has a newline at least, or is the one at the end without. */
	if ((lines < 1 && bytes > 0) || lines > bytes)
		tell(c, "stream %s: %lld bytes are counted, but %lld lines",
		    path, bytes, lines);
}

static void
ledger_row(struct check *c, enum stmt q)
{
	c->n.lines = db_int(c->db, q, 0);
	if (number(c, q, 1) != 0)
		tell(c, "ledger: %lld lines of no known stream",
		    number(c, q, 1));
	if (number(c, q, 2) != 0)
		tell(c, "ledger: %lld lines of no known site",
		    number(c, q, 2));
}

static void
class_row(struct check *c, enum stmt q)
{
	struct span name = db_text(c->db, q, 0);
	char text[300];
	int i = 0;

	while (i < CLASS__MAX && !span_eq(name,
	    span_of(class_name((enum class)i))))
		i++;
	if (i == CLASS__MAX)
		tell(c, "ledger: %lld lines of the unknown class \"%s\"",
		    number(c, q, 1), name_of(c, q, 0, text));
}

static void
day_row(struct check *c, enum stmt q)
{
	char site[300], day[32], class[300];

	if (number(c, q, 3) != number(c, q, 4))
		tell(c, "site %s, %s, %s: the ledger has %lld lines, the "
		    "hours have %lld", name_of(c, q, 0, site),
		    day_of(c, q, 1, day), name_of(c, q, 2, class),
		    number(c, q, 3), number(c, q, 4));
}

static void
pages_row(struct check *c, enum stmt q)
{
	bool dirty = db_int(c->db, q, 2) != 0;
	long long pages = number(c, q, 3), visits = number(c, q, 4);
	long long hours = number(c, q, 5), views = number(c, q, 6);
	long long in = number(c, q, 7), out = number(c, q, 8);
	char site[300], day[32];

	c->n.days++;
	name_of(c, q, 0, site);
	day_of(c, q, 1, day);
	if (dirty) /* its figures wait for the next run */
		return;
	if (pages != hours)
		tell(c, "site %s, %s: the day has %lld page views, its hours "
		    "have %lld", site, day, pages, hours);
	if (db_int(c->db, q, 9) != 0) /* folded_row */
		return;
	if (views != hours)
		tell(c, "site %s, %s: the pages have %lld views, the hours "
		    "have %lld", site, day, views, hours);
	if (visits != in || visits != out)
		tell(c, "site %s, %s: %lld visits, but %lld entries and %lld "
		    "exits", site, day, visits, in, out);
}

/* Sums over the hours are their day's. */
static void
hours_row(struct check *c, enum stmt q)
{
	struct hours_of_day h;
	struct hour_figures sum = { 0 };
	char site[300], day[32];

	name_of(c, q, 0, site);
	day_of(c, q, 1, day);
	if (!hours_unpack(db_blob(c->db, q, 5), 0, &h)) {
		tell(c, "site %s, %s: damaged hours", site, day);
		return;
	}
	for (int i = 0; i < h.n; i++) {
		const struct hour_figures *f = &h.hour[i];

		sum.visits += f->visits;
		sum.online_s += f->online_s;
		sum.hits += f->hits;
		if (f->peak > sum.peak)
			sum.peak = f->peak;
	}
	if (sum.visits != number(c, q, 2) || sum.online_s != number(c, q, 3) ||
	    sum.peak != number(c, q, 4))
		tell(c, "site %s, %s: %lld visits, %lld online seconds and a "
		    "peak of %lld, but %lld, %lld and %lld by hour", site, day,
		    number(c, q, 2), number(c, q, 3), number(c, q, 4),
		    (long long)sum.visits, (long long)sum.online_s,
		    (long long)sum.peak);
	if (sum.hits != number(c, q, 6))
		tell(c, "site %s, %s: %lld requests, but %lld by hour", site,
		    day, number(c, q, 6), (long long)sum.hits);
}

/* What is kept of a whole month or year. */
static void
folded_row(struct check *c, enum stmt q)
{
	long long pages = number(c, q, 3), visits = number(c, q, 4);
	long long views = number(c, q, 5);
	long long in = number(c, q, 6), out = number(c, q, 7);
	char site[300], day[32], last[32];

	name_of(c, q, 0, site);
	day_of(c, q, 1, day);
	day_of(c, q, 2, last);
	if (pages != views)
		tell(c, "site %s, %s to %s: the days have %lld page views, "
		    "the pages have %lld", site, day, last, pages, views);
	if (visits != in || visits != out)
		tell(c, "site %s, %s to %s: %lld visits, but %lld entries and "
		    "%lld exits", site, day, last, visits, in, out);
}

static void
sealed_row(struct check *c, enum stmt q)
{
	char site[300];

	tell(c, "site %s: sealed days still have %lld parts with visitors",
	    name_of(c, q, 0, site), number(c, q, 1));
}

typedef void row_fn(struct check *c, enum stmt q);

/* Each row of a statement that was started. */
static bool
each(struct check *c, enum stmt q, row_fn *take, struct err *err)
{
	bool row, good;

	while ((good = db_next(c->db, q, &row, err)) && row)
		take(c, q);
	return good;
}

static bool
check_plain(struct check *c, enum stmt q, row_fn *take, struct err *err)
{
	db_start(c->db, q, "");
	return each(c, q, take, err);
}

static bool
check_days(struct check *c, struct err *err)
{
	enum stmt q = STMT_CHECK_DAY;

	_Static_assert(CLASS__COUNTED == 5, "the statement has five classes");
	db_start(c->db, q, "ttttt", span_of(class_name(CLASS_HUMAN)),
	    span_of(class_name(CLASS_ROBOT)),
	    span_of(class_name(CLASS_INTERNAL)),
	    span_of(class_name(CLASS_MONITOR)),
	    span_of(class_name(CLASS_EXCLUDED)));
	return each(c, q, day_row, err);
}

bool
check_store(struct db *db, check_fn *take, void *self,
    struct check_counts *out, struct err *err)
{
	struct check c = { .db = db, .take = take, .self = self };
	bool good = db_begin_read(db, err) &&
	    check_plain(&c, STMT_CHECK, file_row, err);

	/* Figures of a broken file would only repeat that it is broken. */
	if (good && c.n.wrong == 0)
		good = check_plain(&c, STMT_CHECK_STREAM, stream_row, err) &&
		    check_plain(&c, STMT_CHECK_LEDGER, ledger_row, err) &&
		    check_plain(&c, STMT_CHECK_CLASS, class_row, err) &&
		    check_days(&c, err) &&
		    check_plain(&c, STMT_CHECK_PAGES, pages_row, err) &&
		    check_plain(&c, STMT_CHECK_HOURS, hours_row, err) &&
		    check_plain(&c, STMT_CHECK_FOLDED, folded_row, err) &&
		    check_plain(&c, STMT_CHECK_SEALED, sealed_row, err);
	db_rollback(db);
	if (good)
		*out = c.n;
	return good;
}
