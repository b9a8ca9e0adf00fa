/* SPDX-License-Identifier: MIT */
#include "cli/older.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/buf.h"
#include "common/civil.h"
#include "common/file.h"
#include "tests/tap.h"

static char path[] = "/tmp/t_older.XXXXXX";

#define AWSTATS "AWSTATS DATA FILE 7.8 (build 20200416)\n"
#define GENERAL "BEGIN_GENERAL 8\nLastLine 20190531235901 77 1 2\n"          \
	"FirstTime 20190501000012\nLastTime 20190531235801\n"                 \
	"TotalVisits 1234\nTotalUnique 567\nMonthHostsKnown \nEND_GENERAL\n"
#define TIME "BEGIN_TIME 24\n0 10 100 5000 1 2 3\n23 20 200 7000 0 0 0\nEND_TIME\n"

/* What is to come: a line a month, "month visits visitors pages hits source", with "-" for what
 * is not known; or a part of the message. */
static const struct {
	const char *name, *text, *months, *says;
} rows[] = {
	{ "a CSV of all columns", "month,visits,visitors,pages,hits,source\n"
	    "2019-05,1,2,3,4,counter\n", "2019-05 1 2 3 4 counter\n", NULL },
	{ "columns in any order, some of them", "hits,month\n7,2019-05\n",
	    "2019-05 - - - 7 -\n", NULL },
	{ "an empty cell is unknown, not zero", "month,visits,pages\n"
	    "2019-05,,0\n", "2019-05 - - 0 - -\n", NULL },
	{ "CR LF, a byte order mark and no newline at the end",
	    "\xEF\xBB\xBFmonth,hits\r\n2019-05,1\r\n2019-06,2",
	    "2019-05 - - - 1 -\n2019-06 - - - 2 -\n", NULL },
	{ "quotes, with a comma and a quote in them",
	    "month,hits,source\n2019-05,\"5\",\"a, \"\"b\"\"\"\n",
	    "2019-05 - - - 5 a, \"b\"\n", NULL },
	{ "blank lines are passed over", "month,hits\n\n2019-05,1\n\n",
	    "2019-05 - - - 1 -\n", NULL },
	{ "the greatest number", "month,hits\n2019-05,1000000000000000\n",
	    "2019-05 - - - 1000000000000000 -\n", NULL },
	{ "one more", "month,hits\n2019-05,1000000000000001\n", NULL,
	    ":2: hits: not a number" },
	{ "a number with blanks", "month,hits\n2019-05, 1\n", NULL,
	    ":2: hits: not a number" },
	{ "a number below zero", "month,hits\n2019-05,-1\n", NULL,
	    ":2: hits: not a number" },
	{ "a number with a dot for thousands", "month,hits\n2019-05,1.000\n",
	    NULL, ":2: hits: not a number" },
	{ "a month that is none", "month,hits\n2019-13,1\n", NULL,
	    ":2: month: not one" },
	{ "a day for a month", "month,hits\n2019-05-01,1\n", NULL,
	    ":2: month: not one" },
	{ "no month in a row", "month,hits\n,1\n", NULL, ":2: month: not one" },
	{ "a cell too few", "month,hits,pages\n2019-05,1\n", NULL,
	    ":2: 2 cells, but the header has 3" },
	{ "a cell too many", "month,hits\n2019-05,1,\n", NULL,
	    ":2: 3 cells, but the header has 2" },
	{ "a quote that does not end", "month,hits\n2019-05,\"1\n", NULL,
	    ":2: a quote that does not end" },
	{ "a quote within a cell", "month,hits\n2019-05,1\"2\n", NULL,
	    ":2: a quote" },
	{ "what follows a quote", "month,hits\n2019-05,\"1\"2\n", NULL,
	    ":2: a quote" },
	{ "an unknown column", "month,hits,colour\n", NULL,
	    ":1: \"colour\" is no column" },
	{ "a column twice", "month,hits,hits\n", NULL, ":1: two columns" },
	{ "no month column", "hits\n1\n", NULL, ":1: the header has no month" },
	{ "no figure", "month,source\n", NULL, ":1: the header has no month" },
	{ "a header alone", "month,hits\n", NULL, "no month in it" },
	{ "a month twice", "month,hits\n2019-05,1\n2019-05,2\n", NULL, ":2, too" },
	{ "a source with an escape", "month,hits,source\n2019-05,1,\033[2J\n",
	    NULL, ":2: source: not a line" },
	{ "a source that is no UTF-8", "month,hits,source\n2019-05,1,\xff\n",
	    NULL, ":2: source: not a line" },
	{ "an empty file", "", NULL, "is no column" },
	{ "a text", "Dear all,\n", NULL, "is no column" },

	{ "webalizer.hist", "5 2019 4000 3000 77 98765 1 31 2000 1000\n"
	    "6 2019 8 7 6 5 1 30 4 3\n",
	    "2019-05 1000 - 2000 4000 Webalizer\n2019-06 3 - 4 8 Webalizer\n",
	    NULL },
	{ "one with comments", "# Webalizer\n\n5 2019 4 3 2 1 1 31 2 1\n",
	    "2019-05 1 - 2 4 Webalizer\n", NULL },
	{ "one of fewer numbers", "5 2019 4000 3000 77 98765 1 31\n", NULL,
	    ":1: 8 numbers, not the 10" },
	{ "one of more", "5 2019 4 3 2 1 1 31 2 1 0\n", NULL,
	    ":1: 11 numbers" },
	{ "one with a thirteenth month", "13 2019 4 3 2 1 1 31 2 1\n", NULL,
	    ":1: not a month" },
	{ "one with month 0", "0 2019 4 3 2 1 1 31 2 1\n", NULL,
	    ":1: not a month" },
	{ "one with a word", "5 2019 4 3 2 1 1 31 2 x\n", NULL,
	    ":1: visits: not a number" },

	{ "a file of AWStats", AWSTATS GENERAL "BEGIN_SIDER 1\n/x 5 5 5 5\n"
	    "END_SIDER\n" TIME, "2019-05 1234 567 30 300 AWStats\n", NULL },
	{ "its sections the other way around", AWSTATS TIME GENERAL,
	    "2019-05 1234 567 30 300 AWStats\n", NULL },
	{ "one without hours", AWSTATS GENERAL, NULL, "section TIME is missing" },
	{ "one without the general section", AWSTATS TIME, NULL,
	    "FirstTime is missing" },
	{ "one that ends too early", AWSTATS GENERAL "BEGIN_TIME 24\n0 1 2\n",
	    NULL, "the section does not end" },
	{ "one with an hour 24", AWSTATS GENERAL
	    "BEGIN_TIME 24\n24 1 2 3\nEND_TIME\n", NULL, "hour: not one" },
	{ "one with a sign", AWSTATS GENERAL
	    "BEGIN_TIME 24\n1 -1 2 3\nEND_TIME\n", NULL, "pages: not a number" },
	{ "one with a number too few", AWSTATS GENERAL
	    "BEGIN_TIME 24\n1 1\nEND_TIME\n", NULL, "a number is missing" },
	{ "one with two sections of hours", AWSTATS GENERAL TIME TIME, NULL,
	    "a second section TIME" },
	{ "one of a year", AWSTATS "BEGIN_GENERAL 3\nTotalVisits 5\n"
	    "FirstTime 20190101000000\nLastTime 20191231000000\nEND_GENERAL\n"
	    TIME, NULL, "not of one month" },
	{ "one of no time", AWSTATS "BEGIN_GENERAL 3\nFirstTime 0\n"
	    "END_GENERAL\n", NULL, "not a time" },
};

static void
put(struct buf *out, const struct older_month *m)
{
	struct civil c = civil_date(m->month);

	buf_printf(out, "%04d-%02d", c.year, c.month);
	for (int i = 0; i < HISTORY__MAX; i++)
		if (m->value[i] != HISTORY_UNKNOWN)
			buf_printf(out, " %lld", (long long)m->value[i]);
		else
			buf_puts(out, " -");
	buf_printf(out, " %s\n", m->source != NULL ? m->source : "-");
}

static void
write_file(struct span text)
{
	struct out out = { 0 };
	struct err err;

	if (!out_begin(&out, path, 0600, &err))
		abort();
	buf_span(&out.buf, text);
	if (!out_commit(&out, &err))
		abort();
	out_close(&out);
}

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct older o = { .n = 0 };
		struct buf got = { 0 };
		struct err err = { 0 };
		bool good;

		write_file(span_of(rows[i].text));
		good = older_read(&o, path, &err);
		for (size_t k = 0; k < o.n; k++)
			put(&got, &o.month[k]);
		if (!ok(good == (rows[i].months != NULL) && (good ?
		    strcmp(buf_text(&got), rows[i].months) == 0 :
		    o.n == 0 && err.code == ERR_DATA &&
		    strstr(err.text, rows[i].says) != NULL), "%s",
		    rows[i].name))
			diag("%s%s", buf_text(&got), err.text);
		buf_close(&got);
		older_close(&o);
	}
}

/* Cut anywhere, and with any byte changed: an answer, and no more. */
static void
test_hostile(void)
{
	struct older o = { .n = 0 };
	struct err err;
	size_t n = 0;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t len = strlen(rows[i].text);

		for (size_t cut = 0; cut < len; cut += 3) {
			write_file((struct span){ rows[i].text, cut });
			older_read(&o, path, &err);
			older_close(&o);
			n++;
		}
	}
	ok(n > 400, "files cut anywhere");
}

static void
test_several(void)
{
	struct older o = { .n = 0 };
	struct err err = { 0 };

	write_file(SPAN("month,hits\n2019-05,1\n"));
	if (!older_read(&o, path, &err))
		abort();
	ok(!older_read(&o, path, &err) && o.n == 1 &&
	    strstr(err.text, ":2: this month is in ") != NULL,
	    "a month in two files is refused, the first stays");
	ok(!older_read(&o, "/nowhere/x", &err) && err.code == ERR_NOINPUT,
	    "a file that is not there");
	older_close(&o);
}

int
main(void)
{
	int fd = mkstemp(path);

	if (fd < 0)
		abort();
	close(fd);
	test_rows();
	test_hostile();
	test_several();
	unlink(path);
	return done();
}
