/* SPDX-License-Identifier: MIT */
#include "common/holiday.h"

#include <stdlib.h>
#include <string.h>

#include "common/civil.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/ini.h"
#include "common/stamp.h"

enum { FILE_BYTES = 1024 * 1024, RUN_DAYS = 60 /* in one row of a list */ };

struct holidays {
	struct ini ini;      /* owns the names */
	struct holiday *day; /* ascending, each day once */
	size_t n, cap;
	int32_t from_year, to_year;
	char *name;
	char sha256[65];
};

static const unsigned char built_in[] = {
#include "conf/holidays-vn.conf.inc"
};

/* ---- reading ---- */

static bool
read_years(const struct ini_entry *e, struct holidays *h, struct err *err)
{
	struct span rest = span_of(e->value), from = span_cut(&rest, '-');
	uint64_t a, b;

	if (!span_u64(span_trim(from), &a) || !span_u64(span_trim(rest), &b) ||
	    a < 1 || b > 9999 || a > b || b - a >= HOLIDAY_YEARS)
		return ini_err(err, e, "years = %s: not as 2015-2030, of at "
		    "most %d years", e->value, HOLIDAY_YEARS);
	h->from_year = (int32_t)a;
	h->to_year = (int32_t)b;
	return true;
}

/* "Tết | Tet": both have something. */
static bool
read_names(struct holidays *h, const struct ini_entry *e,
    struct holiday *out, struct err *err)
{
	struct span rest = span_of(e->value);
	struct span vi = span_trim(span_cut(&rest, '|')), en = span_trim(rest);

	if (vi.n == 0 || en.n == 0 || vi.n > HOLIDAY_NAME_BYTES ||
	    en.n > HOLIDAY_NAME_BYTES)
		return ini_err(err, e, "%s: needs a name in Vietnamese, \"|\" "
		    "and one in English, of at most %d bytes each", e->key,
		    HOLIDAY_NAME_BYTES);
	out->vi = arena_dup(&h->ini.arena, vi.p, vi.n);
	out->en = arena_dup(&h->ini.arena, en.p, en.n);
	return true;
}

static bool
add(struct holidays *h, const struct ini_entry *e, struct holiday day,
    struct err *err)
{
	int32_t year = civil_date(day.day).year;

	if (year < h->from_year || year > h->to_year)
		return ini_err(err, e, "%s: lies in none of the list's years, "
		    "%d-%d", e->key, h->from_year, h->to_year);
	if (h->n == HOLIDAY_DAYS)
		return ini_err(err, e, "more than %d days", HOLIDAY_DAYS);
	if (h->n == h->cap) {
		h->cap = h->cap > 0 ? h->cap * 2 : 128;
		h->day = mem_grow(h->day, h->cap, sizeof(*h->day));
	}
	h->day[h->n++] = day;
	return true;
}

/* "01-01": of each year that has it. */
static bool
add_yearly(struct holidays *h, const struct ini_entry *e, struct holiday day,
    struct err *err)
{
	struct span rest = span_of(e->key);
	struct span m = span_cut(&rest, '-');
	uint64_t month, mday;

	if (m.n != 2 || rest.n != 2 || !span_u64(m, &month) ||
	    !span_u64(rest, &mday) ||
	    !civil_valid(2000, (int32_t)month, (int32_t)mday))
		return ini_err(err, e, "%s: neither a day as 2026-02-17, nor "
		    "days as 2026-02-16..2026-02-20, nor one of each year as "
		    "01-01", e->key);
	for (int32_t y = h->from_year; y <= h->to_year; y++) {
		if (!civil_valid(y, (int32_t)month, (int32_t)mday))
			continue;
		day.day = civil_day(y, (int32_t)month, (int32_t)mday);
		if (!add(h, e, day, err))
			return false;
	}
	return true;
}

static bool
add_days(struct holidays *h, const struct ini_entry *e, struct holiday day,
    struct err *err)
{
	struct span key = span_of(e->key);
	size_t one = sizeof("2026-02-16") - 1;
	int32_t from, to;

	if (key.n < one || !stamp_read_day((struct span){ key.p, one }, &from))
		return add_yearly(h, e, day, err);
	to = from;
	if (key.n > one && (key.n != 2 * one + 2 ||
	    memcmp(key.p + one, "..", 2) != 0 || !stamp_read_day(
	    (struct span){ key.p + one + 2, one }, &to)))
		return ini_err(err, e, "%s: days in a row are as "
		    "2026-02-16..2026-02-20", e->key);
	if (to < from || to - from >= RUN_DAYS)
		return ini_err(err, e, "%s: goes backwards, or over more than "
		    "%d days", e->key, RUN_DAYS);
	for (day.day = from; day.day <= to; day.day++)
		if (!add(h, e, day, err))
			return false;
	return true;
}

static bool
take_entry(struct holidays *h, const struct ini_entry *e, struct err *err)
{
	bool off = strcmp(e->section, "holidays") == 0;
	bool working = strcmp(e->section, "working") == 0;
	struct holiday day = { .working = working };

	if (e->section[0] != '\0' && !off && !working)
		return ini_err(err, e, "section [%s]: only [holidays] and "
		    "[working] are known", e->section);
	if (e->key == NULL)
		return true;
	if (!off && !working)
		return strcmp(e->key, "years") == 0 ? read_years(e, h, err) :
		    ini_err(err, e, "%s: only \"years\" may stand here",
		    e->key);
	if (h->to_year == 0)
		return ini_err(err, e, "\"years = 2015-2030\" or alike must "
		    "come before the days");
	return read_names(h, e, &day, err) && add_days(h, e, day, err);
}

static int
by_day(const void *pa, const void *pb)
{
	const struct holiday *a = pa, *b = pb;

	return (a->day > b->day) - (a->day < b->day);
}

/* Which of two rows holds would hang on their order: so a day is in one. */
static bool
check_once(const struct holidays *h, const char *file, struct err *err)
{
	for (size_t i = 1; i < h->n; i++) {
		struct buf day = { 0 };

		if (h->day[i].day != h->day[i - 1].day)
			continue;
		stamp_put_day(&day, h->day[i].day);
		err_set(err, ERR_CONFIG, "%s: %s is there twice, as %s and "
		    "as %s", file, buf_text(&day), h->day[i - 1].vi,
		    h->day[i].vi);
		buf_close(&day);
		return false;
	}
	return true;
}

static bool
take(struct holidays *h, struct span text, const char *file, struct err *err)
{
	if (!ini_read_text(text, file, &h->ini, err))
		return false;
	for (size_t i = 0; i < h->ini.n; i++)
		if (!take_entry(h, &h->ini.entry[i], err))
			return false;
	if (h->to_year == 0)
		return err_set(err, ERR_CONFIG, "%s: says of which years it "
		    "knows all days nowhere: \"years = 2015-2030\"", file);
	if (h->n > 1)
		qsort(h->day, h->n, sizeof(*h->day), by_day);
	return check_once(h, file, err);
}

bool
holidays_read(struct span text, const char *name, struct holidays **out,
    struct err *err)
{
	struct holidays *h = mem_new(sizeof(*h));
	const char *slash = strrchr(name, '/');
	const char *base = slash != NULL ? slash + 1 : name;

	h->name = mem_dup(base, strlen(base));
	hash_sha256_hex(text.p, text.n, h->sha256);
	if (!take(h, text, name, err)) {
		holidays_close(h);
		return false;
	}
	*out = h;
	return true;
}

bool
holidays_open(const char *path, struct holidays **out, struct err *err)
{
	struct buf text = { 0 };
	bool good;

	if (path == NULL)
		return holidays_read((struct span){ (const char *)built_in,
		    sizeof(built_in) }, "built-in", out, err);
	good = file_read(path, FILE_BYTES, &text, err) &&
	    holidays_read(buf_view(&text), path, out, err);
	buf_close(&text);
	return good;
}

void
holidays_close(struct holidays *h)
{
	if (h == NULL)
		return;
	ini_close(&h->ini);
	mem_free(h->day);
	mem_free(h->name);
	mem_free(h);
}

/* ---- asking ---- */

const char *
holidays_name(const struct holidays *h)
{
	return h->name;
}

const char *
holidays_sha256(const struct holidays *h)
{
	return h->sha256;
}

const struct holiday *
holidays_on(const struct holidays *h, int32_t day)
{
	struct holiday key = { .day = day };

	return h == NULL || h->n == 0 ? NULL :
	    bsearch(&key, h->day, h->n, sizeof(key), by_day);
}

bool
holidays_known(const struct holidays *h, int32_t day)
{
	int32_t year = civil_date(day).year;

	return h != NULL && year >= h->from_year && year <= h->to_year;
}

bool
holidays_working(const struct holidays *h, int32_t day)
{
	const struct holiday *on = holidays_on(h, day);

	return on != NULL ? on->working : civil_weekday(day) < 5;
}

int64_t
holidays_working_days(const struct holidays *h, struct period days)
{
	int64_t n = 0;

	for (int64_t d = days.from; d <= days.to; d++)
		n += holidays_working(h, (int32_t)d);
	return n;
}

const char *
holiday_name(const struct holiday *day, enum lang lang)
{
	return lang == LANG_VI ? day->vi : day->en;
}
