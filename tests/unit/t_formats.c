/* SPDX-License-Identifier: MIT */
#include "ingest/formats.h"

#include "common/mem.h"
#include "ingest/follow.h"
#include "tests/tap.h"
#include "tests/unit/logs.h"

static struct format *
opened(const char *spec)
{
	struct format *f = NULL;
	struct err err;

	must(format_open(span_of(spec), &f, &err), &err);
	return f;
}

static void
test_keep(void)
{
	struct formats f = { .spec = "auto" };
	const struct format *one = formats_keep(&f, opened("combined"));
	struct err err;

	ok(formats_keep(&f, opened("combined")) == one && f.n == 1,
	    "the same format is kept once");
	ok(formats_open(&f, SPAN("combined"), &err) == one,
	    "and found by its specification");
	ok(formats_open(&f, SPAN("nonsense"), &err) == NULL &&
	    err.text[0] != '\0', "one that is wrong is told");
	for (int i = 0; i < 1000; i++) {
		char spec[80];

		snprintf(spec, sizeof(spec),
		    "w3c:date time c-ip cs-uri-stem sc-status x-%d", i);
		one = formats_keep(&f, opened(spec));
		if (strcmp(format_spec(one), spec) != 0)
			break;
	}
	ok(strcmp(format_spec(one),
	    "w3c:date time c-ip cs-uri-stem sc-status x-999") == 0,
	    "whatever comes, the last one is there");
	ok(f.n <= FORMATS_MAX, "and few of those before");
	formats_close(&f);
}

static void
test_tell(void)
{
	struct formats f = { .spec = "auto" }, fixed = { .spec = "common" };
	const struct format *told;
	struct err err;

	told = formats_tell(&f, SPAN(L("1") L("2")), &err);
	ok(told != NULL && told == formats_tell(&f, SPAN(L("3")), &err),
	    "lines tell their format, which is opened once");
	ok(formats_tell(&f, (struct span){ 0 }, &err) != NULL,
	    "a line that is too long may be of any format");
	ok(formats_tell(&f, SPAN("no log\n"), &err) == NULL,
	    "what is no log is refused");
	told = formats_tell(&fixed, SPAN("no log\n"), &err);
	is_text(told != NULL ? format_spec(told) : NULL, "common",
	    "where the format is given, lines are not asked");
	formats_close(&f);
	formats_close(&fixed);
}

#define F1 "#Fields: date time c-ip cs-uri-stem sc-status\n"
#define F2 "#Fields: date time c-ip sc-status cs-uri-stem\n"
#define LINE "2026-10-01 00:00:00 192.0.2.1 /a 200\n"

static void
test_follow(void)
{
	static const struct {
		const char *name, *text;
		size_t end;
		bool first;
	} rows[] = {
		{ "lines without a directive are of one format", LINE LINE,
		    2 * (sizeof(LINE) - 1), false },
		{ "the same fields again change nothing", F1 LINE,
		    sizeof(F1) - 1 + sizeof(LINE) - 1, false },
		{ "other fields end it", LINE F2 LINE, sizeof(LINE) - 1, false },
		{ "other fields begin the text", F2 LINE, 0, true },
		{ "a remark changes nothing", "#Remark: x\n" LINE,
		    11 + sizeof(LINE) - 1, false },
		{ "nothing is of any format", "", 0, false },
	};
	struct format *f = opened("w3c:date time c-ip cs-uri-stem sc-status");

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct format *first;
		size_t end = follow_until(f, span_of(rows[i].text), &first);

		ok(end == rows[i].end && (first != NULL) == rows[i].first,
		    "%s", rows[i].name);
		format_close(first);
	}
	format_close(f);
}

int
main(void)
{
	test_keep();
	test_tell();
	test_follow();
	return done();
}
