/* SPDX-License-Identifier: MIT */
/* older_tools.c -- what AWStats and Webalizer keep of their months.  The forms are those that
 * their own files show and their manuals tell. */
#include "cli/older.h"
#include "common/civil.h"

enum { MOST_WORDS = 10 };

/* Words between blanks; how many there are, at most MOST_WORDS + 1. */
static int
words(struct span line, struct span word[MOST_WORDS])
{
	int n = 0;

	line = span_trim(line);
	while (line.n > 0 && n <= MOST_WORDS) {
		struct span w = span_cut(&line, ' ');

		if (w.n > 0 && n < MOST_WORDS)
			word[n] = w;
		n += w.n > 0;
	}
	return n;
}

/* What an AWStats file has told so far. */
struct awstats {
	struct older_month m;
	bool visits, unique, first, time; /* were told */
	int64_t last_month;
};

/* 20261031235801: the first day of its month. */
static bool
month_of(const struct older_file *f, struct span text, int32_t *out,
    struct err *err)
{
	uint64_t v;

	if (text.n != 14 || !span_u64(text, &v) || !civil_valid(
	    (int32_t)(v / 10000000000), (int32_t)(v / 100000000 % 100), 1))
		return older_refuse(f, err, "not a time such as "
		    "20261031235801");
	*out = civil_day((int32_t)(v / 10000000000),
	    (int32_t)(v / 100000000 % 100), 1);
	return true;
}

static bool
take_general(struct older_file *f, struct awstats *a,
    const struct span word[MOST_WORDS], struct err *err)
{
	int32_t last = 0;

	if (span_eq(word[0], SPAN("TotalVisits"))) {
		a->visits = true;
		return older_number(f, "TotalVisits", word[1],
		    &a->m.value[HISTORY_VISITS], err);
	}
	if (span_eq(word[0], SPAN("TotalUnique"))) {
		a->unique = true;
		return older_number(f, "TotalUnique", word[1],
		    &a->m.value[HISTORY_VISITORS], err);
	}
	if (span_eq(word[0], SPAN("FirstTime"))) {
		a->first = true;
		return month_of(f, word[1], &a->m.month, err);
	}
	if (span_eq(word[0], SPAN("LastTime"))) {
		if (!month_of(f, word[1], &last, err))
			return false;
		a->last_month = last;
	}
	return true;
}

/* hour pages hits bandwidth ... */
static bool
take_hour(struct older_file *f, struct awstats *a,
    const struct span word[MOST_WORDS], struct err *err)
{
	int64_t hour, pages, hits;

	if (!older_number(f, "hour", word[0], &hour, err) ||
	    !older_number(f, "pages", word[1], &pages, err) ||
	    !older_number(f, "hits", word[2], &hits, err))
		return false;
	if (hour > 23)
		return older_refuse(f, err, "hour: not one from 0 to 23");
	a->m.value[HISTORY_PAGES] += pages;
	a->m.value[HISTORY_HITS] += hits;
	return true;
}

/* From after BEGIN to END. */
static bool
read_section(struct older_file *f, struct awstats *a, bool time,
    struct err *err)
{
	struct span line, word[MOST_WORDS];
	int rows = 0;

	while (older_line(f, &line)) {
		int n = words(line, word);

		if (n > 0 && span_starts(word[0], SPAN("END_")))
			return true;
		if (n == 0 || word[0].p[0] == '#' || (!time && n < 2))
			continue;
		if (time && n < 3)
			return older_refuse(f, err, "a number is missing");
		if (time && ++rows > 24)
			return older_refuse(f, err, "more than 24 hours");
		if (!(time ? take_hour : take_general)(f, a, word, err))
			return false;
	}
	return older_refuse(f, err, "the section does not end");
}

bool
older_awstats(struct older_file *f, struct err *err)
{
	struct awstats a = { .m = older_month_none() };
	struct span line, word[MOST_WORDS];

	while (older_line(f, &line)) {
		bool time;

		if (words(line, word) == 0)
			continue;
		time = span_eq(word[0], SPAN("BEGIN_TIME"));
		if (!time && !span_eq(word[0], SPAN("BEGIN_GENERAL")))
			continue;
		if (time && a.time)
			return older_refuse(f, err, "a second section TIME");
		if (time) {
			a.m.value[HISTORY_PAGES] = a.m.value[HISTORY_HITS] = 0;
			a.time = true;
		}
		if (!read_section(f, &a, time, err))
			return false;
	}
	if (!a.visits || !a.first || !a.time)
		return older_refuse(f, err, "%s is missing", !a.time ?
		    "section TIME" : a.first ? "TotalVisits" : "FirstTime");
	if (a.last_month != 0 && a.last_month != a.m.month)
		return older_refuse(f, err, "FirstTime and LastTime are not of "
		    "one month");
	a.m.source = "AWStats";
	return older_add(f, a.m, err);
}

static bool
read_webalizer(struct older_file *f, const struct span word[MOST_WORDS],
    struct err *err)
{
	static const struct {
		int word;
		enum history_figure figure;
	} from[] = {
		/* Its sites are addresses, no visitors. */
		{ 2, HISTORY_HITS }, { 8, HISTORY_PAGES }, { 9, HISTORY_VISITS },
	};
	struct older_month m = older_month_none();
	int64_t month, year;

	if (!older_number(f, "month", word[0], &month, err) ||
	    !older_number(f, "year", word[1], &year, err))
		return false;
	if (year > 9999 || month > 12 || !civil_valid((int32_t)year,
	    (int32_t)month, 1))
		return older_refuse(f, err, "not a month and a year");
	m.month = civil_day((int32_t)year, (int32_t)month, 1);
	for (size_t i = 0; i < sizeof(from) / sizeof(*from); i++)
		if (!older_number(f, history_name(from[i].figure),
		    word[from[i].word], &m.value[from[i].figure], err))
			return false;
	m.source = "Webalizer";
	return older_add(f, m, err);
}

bool
older_webalizer(struct older_file *f, struct err *err)
{
	struct span line, word[MOST_WORDS];

	while (older_line(f, &line)) {
		int n = words(line, word);

		if (n == 0 || word[0].p[0] == '#')
			continue;
		if (n != MOST_WORDS)
			return older_refuse(f, err, "%d numbers, not the %d of "
			    "webalizer.hist", n, (int)MOST_WORDS);
		if (!read_webalizer(f, word, err))
			return false;
	}
	return true;
}
