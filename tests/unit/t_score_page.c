/* SPDX-License-Identifier: MIT */
/* t_score_page [--show]: with it, the tables are printed. */
#include "publish/score_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "publish/measure_text.h"
#include "tests/tap.h"

#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static const char set[] =
    "[criteria \"c\"]\ntitle = Bộ tiêu chí thử\ntitle_en = A trial set\n"
    "points = 50\nbasis = Quyết định\033[2J số 1\n"
    "[instrument \"nd\"]\ntitle = Nghị định A\nstatus = unverified\n"
    "[section \"a\"]\n"
    "[item \"1\"]\ntitle = Số giờ có phục vụ\nmetric = P01\nfloor = 0\n"
    "target = 1\nweight = 4\nstage = presence\ninstrument = nd\n"
    "[item \"2\"]\ntitle_en = =cmd()\nmetric = P06\nsection = a\nfloor = 0\n"
    "target = 1\nweight = 4\nstage = presence\n"
    "[item \"3\"]\nmetric = P12\nfloor = 10 days\ntarget = 0 days\nweight = 2\n"
    "stage = interaction\n"
    "[manual \"m\"]\nfloor = 0 %\ntarget = 80 %\nvalue = 60 %\nweight = 10\n"
    "stage = transaction\nproof = a.pdf\nsha256 = " SHA "\n"
    "by = Văn phòng\ndate = 2026-11-20\nperiod = 2026\n"
    "[review \"1\"]\nself = 3.5\nreviewed = 3\n"
    "[band \"low\"]\nbelow = 25\n[band \"high\"]\n";

static bool
get(const void *ctx, enum measure measure, int section,
    struct metric_value *out)
{
	(void)ctx;
	(void)section;
	*out = (struct metric_value){ .known = measure == MEASURE_SERVED,
		.value = 925000, .n = 744, .part = 688 };
	return out->known;
}

static const struct {
	const char *name;
	enum metric_unit unit;
	int64_t value;
	const char *vi, *en;
} values[] = {
	{ "a share", METRIC_RATIO, 925000, "92,5\xc2\xa0%", "92.5%" },
	{ "a count", METRIC_COUNT, 1234567, "1.234.567", "1,234,567" },
	{ "a mean", METRIC_MEAN, 1250000, "1,25", "1.25" },
	{ "a whole mean", METRIC_MEAN, 3000000, "3", "3" },
	{ "a mean of one digit", METRIC_MEAN, 2500000, "2,5", "2.5" },
	{ "less than nothing", METRIC_MEAN, -250000, "-0,25", "-0.25" },
	{ "milliseconds", METRIC_TIME, 850000, "850\xc2\xa0ms", "850\xc2\xa0ms" },
	{ "seconds", METRIC_TIME, 1500000, "1,5\xc2\xa0s", "1.5\xc2\xa0s" },
	{ "minutes", METRIC_MINUTES, 120, "2 giờ", "2 hours" },
	{ "a day", METRIC_DAYS, 1, "1 ngày", "1 day" },
	{ "days", METRIC_DAYS, 12, "12 ngày", "12 days" },
};

static void
test_values(void)
{
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		for (int lang = 0; lang < LANG__MAX; lang++) {
			struct buf out = { 0 };

			measure_put(&out, values[i].unit, values[i].value,
			    (enum lang)lang);
			is_text(buf_text(&out), lang == LANG_VI ?
			    values[i].vi : values[i].en, "%s in %s",
			    values[i].name, lang == LANG_VI ? "vi" : "en");
			buf_close(&out);
		}
}

/* texts that the page has to have */
static void
test_text(const struct score_page *p, enum lang lang,
    const char *const *want, bool show)
{
	struct buf out = { 0 };
	struct term t = { .out = &out, .width = 80 };
	struct span rest;
	int widest = 0;

	score_text(p, &t, lang);
	if (show)
		fputs(buf_text(&out), stdout);
	for (; *want != NULL; want++)
		ok(strstr(buf_text(&out), *want) != NULL, "the page says %s",
		    *want);
	ok(strchr(buf_text(&out), '\033') == NULL,
	    "nothing of the file reaches the terminal as it is");
	for (rest = buf_view(&out); rest.n > 0;) {
		int n = term_columns(span_cut(&rest, '\n'));

		widest = n > widest ? n : widest;
	}
	ok(widest <= 80, "no line is wider than the terminal: %d", widest);
	buf_close(&out);
}

static void
test_json(const struct score_page *p, bool show)
{
	static const char *const want[] = {
		"\"official\":false", "\"coverage\":700000",
		"\"pessimistic\":560000",
		"\"item\":\"1\"", "\"score\":925000", "\"self\":3500000",
		"\"published\":null", "\"sha256\":\"" SHA "\"",
		"\"period\":\"2026-10-01..2026-10-31\"", "\"n\":744",
		"\"date\":\"2026-11-20\"", "\"before_days\":null",
		"\"band\":{\"id\":\"high\"", NULL };
	struct buf out = { 0 };
	struct json j = json_begin(&out);

	score_json(p, &j);
	json_finish(&j);
	if (show)
		fputs(buf_text(&out), stdout);
	for (const char *const *w = want; *w != NULL; w++)
		ok(strstr(buf_text(&out), *w) != NULL, "JSON has %s", *w);
	buf_close(&out);
}

static void
test_csv(const struct score_page *p, bool show)
{
	struct buf out = { 0 };
	size_t lines = 0;

	score_csv(p, LANG_EN, &out);
	if (show)
		fputs(buf_text(&out), stdout);
	for (size_t i = 0; i < out.n; i++)
		lines += out.p[i] == '\n';
	is_int((long long)lines, 5, "CSV has a header and each line");
	ok(strncmp(buf_text(&out), "item,title,kind,stage,evidence,metric,"
	    "measure,section,unit,period,value,", 70) == 0, "the header");
	ok(strstr(buf_text(&out), "2,'=cmd(),item,presence,A,"
	    "sections-reachable,weight,a,millionths,2026-10-01..2026-10-31,,,"
	    "0,1000000,4000000,,") != NULL,
	    "what is unknown is empty, and no formula is one");
	buf_close(&out);
}

int
main(int argc, char **argv)
{
	static const char *const vi[] = { "92,5\xc2\xa0%", "không rõ",
		"kỳ 2026", "tự chấm 3,5", "công bố –", "chưa phải bộ chính "
		"thức", "40 / 50 điểm", "70,0\xc2\xa0%", "minh chứng: a.pdf",
		"Nghị định A (chưa đối", NULL };
	static const char *const en[] = { "A trial set", "no official set",
		"92.5%", "floor 0.0%", "of 744", "unknown", "40 of 50 points",
		"floor 10 days", "high", NULL };
	bool show = argc > 1 && strcmp(argv[1], "--show") == 0;
	struct criteria c = { .n_items = 0 };
	struct score s;
	struct err err = { 0 };
	struct score_page p = { &c, &s, { 20727, 20757 }, { 1, 0 } };

	if (!criteria_add_text(&c, span_of(set), "t", &err) ||
	    !criteria_check(&c, &err)) {
		diag("%s", err.text);
		abort();
	}
	score_make(&c, (struct score_values){ get, NULL },
	    (struct score_values){ NULL, NULL }, &s);
	test_values();
	test_text(&p, LANG_VI, vi, show);
	test_text(&p, LANG_EN, en, show);
	test_json(&p, show);
	test_csv(&p, show);
	score_close(&s);
	criteria_close(&c);
	return done();
}
