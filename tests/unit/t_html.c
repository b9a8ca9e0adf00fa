/* SPDX-License-Identifier: MIT */
#include "publish/html.h"

#include "publish/period_text.h"
#include "common/civil.h"
#include "tests/tap.h"

static void
is_html(struct buf *out, const char *want, const char *name)
{
	is_text(buf_text(out), want, "%s", name);
	buf_clear(out);
}

static void
test_cells(void)
{
	struct buf out = { 0 };

	html_name(&out, HTML_NAME, "a<b>&\"'", HTML_NO_BAR);
	is_html(&out, "<th scope=\"row\">a&lt;b&gt;&amp;&quot;&#39;</th>",
	    "a name is escaped");
	html_name(&out, HTML_CODE, "/a", 250);
	is_html(&out, "<th scope=\"row\" class=\"m\"><svg class=\"bar\" "
	    "aria-hidden=\"true\"><rect width=\"25.0%\" height=\"100%\" "
	    "fill=\"var(--fill)\"/></svg>"
	    "<span>/a</span></th>", "a bar lies behind it");
	html_name(&out, HTML_NAME, "x", 1);
	ok(strstr(buf_text(&out), "width=\"0.5%\"") != NULL,
	    "what is there is not nothing");
	buf_clear(&out);
	html_name(&out, HTML_NAME, "x", 4000);
	ok(strstr(buf_text(&out), "width=\"100.0%\"") != NULL,
	    "no bar is wider than its cell");
	buf_clear(&out);
	html_number(&out, -5, "<5>");
	is_html(&out, "<td data-v=\"-5\">&lt;5&gt;</td>",
	    "a number has what it is sorted by");
	html_unknown(&out);
	is_html(&out, "<td data-v=\"-1\">–</td>", "what is unknown is no zero");
	html_link(&out, &(struct html_link){ "m\"", "a\"b", "t<", 0, 7 });
	ok(strstr(buf_text(&out), "href=\"a&quot;b\">t&lt;</a>") != NULL &&
	    strstr(buf_text(&out), "id=\"m&quot;\" data-v=\"7\"") != NULL,
	    "a link is escaped in each of its places");
	buf_close(&out);
}

static void
test_table(void)
{
	const struct html_column column[] = { { "A&B", HTML_NAME },
		{ "n", HTML_NUMBER } };
	struct buf out = { 0 };
	struct html_table t = { .out = &out, .id = "t", .caption = "c<",
		.column = column, .n = 2, .class = "k", .wide_names = true };

	html_table_begin(&t);
	html_foot_begin(&out);
	html_table_end(&t);
	is_html(&out, "<div class=\"tw\"><table id=\"t\" class=\"s w k\">"
	    "<caption class=\"vh\">c&lt;</caption>\n<thead><tr>"
	    "<th scope=\"col\">A&amp;B</th><th scope=\"col\" class=\"n\">n</th>"
	    "</tr></thead>\n<tbody>\n</tbody>\n<tbody class=\"foot\">\n"
	    "</tbody></table></div>\n",
	    "a table has a caption, heads with their scope, and a foot");
	buf_close(&out);
}

static const struct {
	const char *name;
	int64_t value[5];
	size_t n;
	const char *has; /* NULL: nothing at all is drawn */
} sparks[] = {
	{ "no value, no line", { 0 }, 0, NULL },
	{ "one value is no line", { 5 }, 1, NULL },
	{ "one known value is none either", { HTML_GAP, 5, HTML_GAP }, 3,
	    NULL },
	{ "zeros lie on the ground", { 0, 0 }, 2, "M3.0 25.0L117.0 25.0" },
	{ "the greatest is at the top", { 0, 10 }, 2, "M3.0 25.0L117.0 3.0" },
	{ "a gap is no line", { 4, 4, HTML_GAP, 4, 4 }, 5,
	    "M3.0 3.0L31.5 3.0M88.5 3.0L117.0 3.0\"" },
	{ "a day alone is a dot", { 4, HTML_GAP, 4, HTML_GAP, 4 }, 5,
	    "M3.0 3.0h.1M60.0 3.0h.1M117.0 3.0h.1\"" },
	{ "the greatest number fits", { INT64_MAX, 0 }, 2,
	    "M3.0 3.0L117.0 25.0" },
};

static void
test_spark(void)
{
	int64_t many[1000];
	struct buf out = { 0 };

	for (size_t i = 0; i < sizeof(sparks) / sizeof(sparks[0]); i++) {
		html_spark(&out, sparks[i].value, sparks[i].n);
		if (sparks[i].has == NULL)
			is_text(buf_text(&out), "", "%s", sparks[i].name);
		else if (!ok(strstr(buf_text(&out), sparks[i].has) != NULL,
		    "%s", sparks[i].name))
			diag("%s", buf_text(&out));
		buf_clear(&out);
	}
	for (int i = 0; i < 1000; i++)
		many[i] = i % 90;
	html_spark(&out, many, 1000);
	ok(out.n > 100 && out.n < 3000, "a thousand days are thinned out");
	buf_close(&out);
}

static void
test_hash(void)
{
	struct buf out = { 0 };

	html_hash_source(&out, SPAN("alert('Hello, world.');"));
	is_html(&out, "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
	    "a hash is that of the policy's own example");
	buf_close(&out);
}

static const struct {
	int32_t from[3], to[3];
	const char *vi, *en;
} periods[] = {
	{ { 2026, 10, 1 }, { 2026, 10, 31 }, "Tháng 10 năm 2026",
	    "October 2026" },
	{ { 2028, 2, 1 }, { 2028, 2, 29 }, "Tháng 2 năm 2028",
	    "February 2028" },
	{ { 2028, 2, 1 }, { 2028, 2, 28 },
	    "Thời gian từ ngày 01/02/2028 đến ngày 28/02/2028",
	    "The time from 2028-02-01 to 2028-02-28" },
	{ { 2026, 10, 1 }, { 2026, 12, 31 }, "Quý IV năm 2026",
	    "The fourth quarter of 2026" },
	{ { 2026, 2, 1 }, { 2026, 4, 30 },
	    "Thời gian từ ngày 01/02/2026 đến ngày 30/04/2026",
	    "The time from 2026-02-01 to 2026-04-30" },
	{ { 2026, 1, 1 }, { 2026, 12, 31 }, "Năm 2026", "2026" },
	{ { 2026, 10, 5 }, { 2026, 10, 11 }, "Tuần 41 năm 2026",
	    "Week 41 of 2026" },
	{ { 2025, 12, 29 }, { 2026, 1, 4 }, "Tuần 1 năm 2026",
	    "Week 1 of 2026" },
	{ { 2027, 1, 1 }, { 2027, 1, 1 }, "Ngày 01/01/2027", "2027-01-01" },
};

static void
test_periods(void)
{
	struct buf out = { 0 };

	for (size_t i = 0; i < sizeof(periods) / sizeof(periods[0]); i++) {
		const int32_t *a = periods[i].from, *b = periods[i].to;
		struct period p = { civil_day(a[0], a[1], a[2]),
			civil_day(b[0], b[1], b[2]) };

		period_title(&out, p, LANG_VI);
		is_html(&out, periods[i].vi, periods[i].vi);
		period_title(&out, p, LANG_EN);
		is_html(&out, periods[i].en, periods[i].en);
	}
	buf_close(&out);
}

int
main(void)
{
	test_cells();
	test_table();
	test_spark();
	test_hash();
	test_periods();
	return done();
}
