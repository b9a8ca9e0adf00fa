/* SPDX-License-Identifier: MIT */
/* t_report_terminal [--accept]: with it, the golden files are written instead. */
#include "publish/report.h"

#include <stdio.h>

#include "common/civil.h"
#include "common/file.h"
#include "publish/escape.h"
#include "publish/term.h"
#include "tests/tap.h"

enum { DAYS_MOST = 80 };

static struct zone *hanoi; /* opened once, for all figures of this test */

/* Figures that look like those of a small office: quiet at weekends, a busy
 * morning, two days lost. */
struct sample {
	struct report_figures f;
	struct day_figures day[DAYS_MOST];
};

static const struct report_top pages[] = {
	{ "/", 1240 },
	{ "/tin-tuc/chuyen-doi-so/ban-hanh-ke-hoach-chuyen-doi-so-nam-2026-"
	    "va-tam-nhin-den-nam-2030.html", 655 },
	{ "/van-ban", 312 },
	{ "/tìm-kiếm?q=lịch+tiếp+dân", 98 },
	{ "/lien-he", 3 },
};
static const struct report_top entries[] = {
	{ "/", 702 },
	{ "/van-ban", 88 },
	{ "/gioi-thieu/co-cau-to-chuc", 1 },
};

static struct day_figures
sample_day(int32_t day, int i)
{
	int64_t visits = 300 + i * 37 % 101 -
	    (civil_weekday(day) >= 5 ? 220 : 0);
	int64_t at_s = zone_day_of(hanoi, day).start_s + 9 * 3600 + i * 60;

	return (struct day_figures){ .day = day,
		.v = { .visits = visits, .visitors = visits * 5 / 6,
		    .bounces = visits * 2 / 5, .views = visits * 3 + i % 7,
		    .timed = visits * 3 / 5, .timed_s = visits * 3 / 5 * 143,
		    .online_s = visits * 612, .online_peak = visits / 24,
		    .online_peak_at_s = at_s },
		.h = { .hits = visits * 23, .pages = visits * 3 + i % 7,
		    .bytes = visits * 1234567, .errors = visits / 9,
		    .robots = visits * 4, .all = visits * 29 } };
}

/* n days up to Wednesday 2026-10-14, 10:30 in Hanoi; the third and the fourth are
 * lost where there are more than five. */
static void
sample(struct sample *s, int n)
{
	int32_t last = civil_day(2026, 10, 14);

	*s = (struct sample){ .f = { .site = "so-khcn.example", .zone = hanoi,
		.now_s = zone_day_of(hanoi, last).start_s + 37800,
		.gap_s = 1800, .window_s = 300, .files = 3,
		.pages = pages, .entries = entries,
		.n_pages = sizeof(pages) / sizeof(pages[0]),
		.n_entries = sizeof(entries) / sizeof(entries[0]),
		.robots = "built-in",
		.robots_sha256 = "5d41402abc4b2a76b9719d911017c592" } };
	for (int i = 0; i < n; i++)
		if (n <= 5 || (i != 2 && i != 3))
			s->day[s->f.n_days++] = sample_day(last - n + 1 + i, i);
	s->f.day = s->day;
	for (size_t i = 0; i < s->f.n_days; i++) {
		s->f.classes[CLASS_HUMAN] += s->day[i].h.hits;
		s->f.classes[CLASS_ROBOT] += s->day[i].h.robots;
		s->f.classes[CLASS_MONITOR] += s->day[i].h.robots / 9;
		s->f.outcomes[OUTCOME_PAGE] += s->day[i].h.pages;
		s->f.outcomes[OUTCOME_CLIENT_ERROR] += s->day[i].h.errors;
	}
	s->f.classes[CLASS_MALFORMED] = 4;
	s->f.classes[CLASS_FUTURE] = 1;
	s->f.outcomes[OUTCOME_SERVER_ERROR] = 2;
	s->f.outcomes[OUTCOME_ASSET] = s->f.classes[CLASS_HUMAN] - 2 -
	    s->f.outcomes[OUTCOME_PAGE] - s->f.outcomes[OUTCOME_CLIENT_ERROR];
}

static const char *
page(const struct report_figures *f, enum lang lang, int width, struct buf *out)
{
	struct report_style style = { .lang = lang, .width = width };

	buf_clear(out);
	report_terminal(f, &style, out);
	return buf_text(out);
}

static bool
shows(const struct report_figures *f, enum lang lang, const char *what)
{
	struct buf out = { 0 };
	bool found = strstr(page(f, lang, 80, &out), what) != NULL;

	if (!found)
		diag("no \"%s\" in:\n%s", what, buf_text(&out));
	buf_close(&out);
	return found;
}

static bool
lacks(const struct report_figures *f, enum lang lang, const char *what)
{
	struct buf out = { 0 };
	bool found = strstr(page(f, lang, 80, &out), what) != NULL;

	if (found)
		diag("\"%s\" in:\n%s", what, buf_text(&out));
	buf_close(&out);
	return !found;
}

static void
golden(const char *name, const struct report_figures *f, enum lang lang,
    bool accept)
{
	struct buf path = { 0 }, want = { 0 }, got = { 0 };

	page(f, lang, 80, &got);
	buf_printf(&path, "tests/golden/report/%s.txt", name);
	if (accept) {
		struct out o = { 0 };

		out_begin(&o, buf_text(&path), 0644, NULL);
		buf_span(&o.buf, buf_view(&got));
		out_commit(&o, NULL);
		out_close(&o);
	} else {
		file_read(buf_text(&path), 1 << 20, &want, NULL);
		is_text(buf_text(&got), buf_text(&want), "%s is as agreed",
		    name);
	}
	buf_close(&path);
	buf_close(&want);
	buf_close(&got);
}

static void
goldens(bool accept)
{
	struct sample s;

	sample(&s, 3);
	golden("vi", &s.f, LANG_VI, accept);
	golden("en", &s.f, LANG_EN, accept);
	sample(&s, 70);
	golden("vi-70-days", &s.f, LANG_VI, accept);
	golden("en-70-days", &s.f, LANG_EN, accept);
}

/* Valid UTF-8, printable, within the width, no blanks at a line's end. */
static bool
is_sound(struct span text, int width)
{
	while (text.n > 0) {
		struct span line = span_cut(&text, '\n'), rest = line;

		if (term_columns(line) > width ||
		    (line.n > 0 && line.p[line.n - 1] == ' ')) {
			diag("%d: \"%.*s\"", width, (int)line.n, line.p);
			return false;
		}
		while (rest.n > 0) {
			bool well;
			uint32_t c = utf8_take(&rest, &well);

			if (!well || c < 0x20 || (c >= 0x7f && c < 0xa0)) {
				diag("U+%04x in \"%.*s\"", (unsigned)c,
				    (int)line.n, line.p);
				return false;
			}
		}
	}
	return true;
}

static void
test_widths(const char *name, const struct report_figures *f)
{
	struct buf out = { 0 };
	bool sound = true;

	for (int width = 60; width <= 130; width++) {
		page(f, LANG_VI, width, &out);
		sound = sound && is_sound(buf_view(&out), width);
		page(f, LANG_EN, width, &out);
		sound = sound && is_sound(buf_view(&out), width);
	}
	ok(sound, "%s: sound lines, from 60 to 130 columns", name);
	buf_close(&out);
}

/* Without its escapes a page in colours is the plain one; and no escape other
 * than those for colours is in it. */
static void
test_colours(const struct report_figures *f)
{
	struct report_style style = { LANG_VI, true, 80 };
	struct buf plain = { 0 }, bare = { 0 }, out = { 0 };
	bool closed = true, inked = false;

	page(f, LANG_VI, 80, &plain);
	report_terminal(f, &style, &out);
	for (size_t i = 0; i < out.n; i++) {
		if (out.p[i] == '\n')
			closed = closed && !inked;
		if (out.p[i] != '\033') {
			buf_putc(&bare, out.p[i]);
			continue;
		}
		size_t end = i + 1 + strspn(buf_text(&out) + i + 1, "[;0123456789");

		inked = end != i + 3; /* ESC [ 0 m is the end of all inks */
		if (out.p[end] != 'm')
			closed = false;
		i = end;
	}
	ok(closed && memchr(out.p, '\033', out.n) != NULL,
	    "there are colours, and each line ends its own");
	is_text(buf_text(&bare), buf_text(&plain),
	    "without them the page is the plain one");
	ok(memchr(plain.p, '\033', plain.n) == NULL, "which has none");
	buf_close(&plain);
	buf_close(&bare);
	buf_close(&out);
}

static void
test_hostile(void)
{
	static const struct report_top names[] = {
		{ "/\033[2J\033]0;title\007\033[31m", 5 },
		{ "/\u202egnp.exe\u2066", 4 },
		{ "/\xff\xfe\xc0\xaf\xed\xa0\x80", 3 },
		{ "/a\r\nb\tc\xc2\x85\xc2\x9b" "31m", 2 },
		{ "/统计统计统计统计统计统计统计统计统计统计统计统计统计统计统计统计统计"
		    "统计统计统计统计统计统计统计统计统计统计统计统计统计统计统计统计", 1 },
		{ "", 1 },
	};
	struct sample s;

	sample(&s, 3);
	s.f.pages = s.f.entries = names;
	s.f.n_pages = s.f.n_entries = sizeof(names) / sizeof(names[0]);
	s.f.site = "\033[31mso-khcn.example\u202e";
	s.f.robots = "list\033[5m.txt";
	test_widths("hostile names", &s.f);
	ok(shows(&s.f, LANG_EN, "/\\x1b[2J\\x1b]0;title\\x07\\x1b[31m\n"),
	    "escape sequences are spelt");
	ok(shows(&s.f, LANG_EN, "/\\xe2\\x80\\xaegnp.exe\\xe2\\x81\\xa6\n"),
	    "controls of direction are spelt");
	ok(shows(&s.f, LANG_EN, " \\x1b[31mso-khcn.example\\xe2\\x80\\xae "),
	    "so is the site's name");
	test_colours(&s.f);
}

static void
test_absurd(void)
{
	struct sample s;

	sample(&s, 70);
	for (size_t i = 0; i < s.f.n_days; i++) {
		struct day_visits *v = &s.day[i].v;
		struct day_hits *h = &s.day[i].h;

		v->visits = v->visitors = v->bounces = v->views = INT64_MAX;
		v->timed = v->timed_s = v->online_s = INT64_MAX;
		v->online_peak = INT64_MAX;
		h->hits = h->pages = h->bytes = h->robots = INT64_MAX;
	}
	test_widths("the greatest figures, by month", &s.f);
	s.f.n_days = 31;
	test_widths("and by day", &s.f);
}

static void
test_nothing(void)
{
	struct report_figures f = { .site = "so-khcn.example", .zone = hanoi,
		.now_s = 1791340200, .gap_s = 1800, .window_s = 300,
		.files = 1, .robots = "none" };

	test_widths("nothing", &f);
	ok(shows(&f, LANG_VI, "nhật ký không có dòng nào") &&
	    shows(&f, LANG_EN, "the logs have no lines"),
	    "empty logs are told of");
	ok(lacks(&f, LANG_EN, "Where the lines went") &&
	    lacks(&f, LANG_EN, "Visits"), "and nothing else is");
	f.classes[CLASS_MALFORMED] = 12;
	test_widths("nothing but malformed lines", &f);
	ok(shows(&f, LANG_EN, "no line could be counted") &&
	    shows(&f, LANG_EN, "Malformed   12   100.0%") &&
	    shows(&f, LANG_VI, "truycap detect LOG"),
	    "lines that cannot be read are told of, and what may help");
	f.classes[CLASS_MALFORMED] = 6;
	f.classes[CLASS_FUTURE] = 6;
	ok(lacks(&f, LANG_EN, "truycap detect"),
	    "half of the lines are no reason to ask for the format");
}

/* The numbers of the rows from one title to the next empty line. */
static int64_t
sum_of(const char *text, const char *title, const char *total, int64_t *whole)
{
	const char *p = strstr(text, title);
	int64_t sum = 0;

	for (p = strchr(p, '\n') + 1; *p != '\n' && *p != '\0';
	    p = strchr(p, '\n') + 1) {
		const char *q = p + strspn(p, " ");
		int64_t n = 0;

		*whole = -1;
		if (strncmp(q, total, strlen(total)) == 0)
			*whole = 0;
		while (*q < '0' || *q > '9')
			q++;
		for (; (*q >= '0' && *q <= '9') || *q == ','; q++)
			n = *q == ',' ? n : n * 10 + *q - '0';
		if (*whole == 0) {
			*whole = n;
			return sum;
		}
		sum += n;
	}
	return -1;
}

static void
test_ledger(void)
{
	struct buf out = { 0 };
	int64_t whole = 0, sum, lines = 0;
	struct sample s;

	sample(&s, 3);
	for (int c = 0; c < CLASS__MAX; c++)
		lines += s.f.classes[c];
	sum = sum_of(page(&s.f, LANG_EN, 80, &out), " Where the lines went",
	    "Lines read", &whole);
	is_int(sum, lines, "the rows of the ledger add up to the lines read");
	is_int(whole, lines, "which stand below them");
	ok(lacks(&s.f, LANG_EN, "Internal networks") &&
	    lacks(&s.f, LANG_EN, "Blank"), "rows of nothing are left out");
	s.f.classes[CLASS_ROBOT] = s.f.classes[CLASS_MALFORMED] = 0;
	ok(shows(&s.f, LANG_EN, "   Robots ") &&
	    shows(&s.f, LANG_EN, "   Malformed "), "but robots and malformed");
	for (int c = 0; c < CLASS__MAX; c++)
		s.f.classes[c] = 1000 + c;
	sum = sum_of(page(&s.f, LANG_EN, 80, &out), " Where the lines went",
	    "Lines read", &whole);
	is_int(sum, 11 * 1000 + 55, "all classes have their rows");
	buf_close(&out);
}

static void
test_running(void)
{
	static const char star[] = "Wed 2026-10-14*", note[] = "* Not over",
	    means[] = "leave out the day";
	struct sample s;

	sample(&s, 3);
	ok(shows(&s.f, LANG_EN, star) &&
	    shows(&s.f, LANG_EN, "until Wed 2026-10-14 10:30."),
	    "the day of the clock is marked, and as of when it is");
	/* 300 and 337 visits; the third day's 374 are not yet all. */
	ok(shows(&s.f, LANG_EN, "1,011  319 a day on average") &&
	    shows(&s.f, LANG_EN, means), "averages a day leave it out");
	ok(shows(&s.f, LANG_EN, "Online mean") &&
	    shows(&s.f, LANG_EN, " 2.94 "),
	    "the online mean is over what has passed of it");
	s.f.now_s += 86400;
	ok(lacks(&s.f, LANG_EN, star) && lacks(&s.f, LANG_EN, note) &&
	    shows(&s.f, LANG_EN, "1,011  337 a day on average") &&
	    lacks(&s.f, LANG_EN, means), "a day later it is over");
	s.f.now_s -= 86400;
	s.f.day += 2;
	s.f.n_days = 1;
	ok(shows(&s.f, LANG_EN, "   Visits                 374\n") &&
	    shows(&s.f, LANG_EN, "   Visitors a day         311\n") &&
	    lacks(&s.f, LANG_EN, means), "one day has no averages");
	sample(&s, 70);
	ok(shows(&s.f, LANG_EN, "2026-10*") && shows(&s.f, LANG_VI, "10/2026*"),
	    "a month that is not over is marked too");
}

static void
test_days(void)
{
	struct sample s;

	sample(&s, 20);
	ok(shows(&s.f, LANG_EN, "lines on 18 of 20 days") &&
	    shows(&s.f, LANG_VI, "18 trên 20 ngày có số liệu"),
	    "days without lines are told of above");
	ok(shows(&s.f, LANG_EN, "Sun 2026-09-27   no lines for 2 days\n"),
	    "and are no zeros in the table");
	sample(&s, 33);
	ok(shows(&s.f, LANG_EN, " Days ─"), "31 days are rows");
	sample(&s, 34);
	ok(shows(&s.f, LANG_EN, " Months ─"), "32 are months");
	s.day[0].day = civil_day(2025, 12, 31);
	s.day[1].day = civil_day(2026, 3, 1);
	ok(shows(&s.f, LANG_EN, "2026-01   no lines for 59 days\n"),
	    "months without a line are no zeros either");
	test_widths("months with a gap", &s.f);
	s.f.robots = "none";
	ok(shows(&s.f, LANG_EN, "No robots are left out.") &&
	    shows(&s.f, LANG_VI, "không loại robot"),
	    "without a robot list it says so");
}

static void
test_beside(void)
{
	struct sample s;

	sample(&s, 3);
	s.f.n_pages = 1;
	s.f.n_entries = 2;
	ok(shows(&s.f, LANG_EN, "page views  Top entry pages ─"),
	    "short lists stand beside one another");
	s.f.n_pages = 5;
	ok(lacks(&s.f, LANG_EN, "page views  Top entry pages ─") &&
	    shows(&s.f, LANG_EN, "…"), "long names have the page to themselves");
	s.f.n_pages = s.f.n_entries = 0;
	ok(lacks(&s.f, LANG_EN, "Top"), "lists of nothing have no title");
}

int
main(int argc, char **argv)
{
	bool accept = argc > 1 && strcmp(argv[1], "--accept") == 0;
	struct err err = { 0 };
	struct sample s;

	if (!zone_open("+07:00", NULL, &hanoi, &err)) {
		diag("%s", err.text);
		return 1;
	}
	goldens(accept);
	for (int n = 1; n <= DAYS_MOST; n += 13) {
		char name[40];

		snprintf(name, sizeof(name), "%d days", n);
		sample(&s, n);
		test_widths(name, &s.f);
	}
	sample(&s, 3);
	test_colours(&s.f);
	test_hostile();
	test_absurd();
	test_nothing();
	test_ledger();
	test_running();
	test_days();
	test_beside();
	zone_close(hanoi);
	return done();
}
