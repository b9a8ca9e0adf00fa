/* SPDX-License-Identifier: MIT */
#include "publish/remarks.h"

#include "tests/tap.h"
#include "tests/unit/review_sample.h"

static void
as_it_is(struct sample *s)
{
	(void)s;
}

static void
nothing(struct sample *s)
{
	s->r.show.show.f.n_days = 0;
	s->r.n_days = 0;
	memset(&s->r.show.show.sums, 0, sizeof(s->r.show.show.sums));
}

static void
all_zero(struct sample *s)
{
	struct period_sums *n = &s->r.show.show.sums;

	for (int i = 0; i < SAMPLE_DAYS; i++)
		memset(&s->figures[i].v, 0, sizeof(s->figures[i].v));
	*n = (struct period_sums){ .days = 31 };
}

static void
one_of_each(struct sample *s)
{
	s->figures[0].v.visits = 1;
	s->r.show.show.f.n_days = 1;
	s->r.n_days = 1;
	s->r.days = s->r.due = (struct period){ s->figures[0].day,
		s->figures[0].day };
	s->r.kind = PERIOD_KIND_DAY;
	s->r.show.show.sums = (struct period_sums){ .days = 1, .visits = 1,
		.pages = 1, .views = 1, .hits = 1, .all = 2, .robots = 1,
		.doubt_visits = 1 };
}

static void
compared(struct sample *s, int64_t visits, int64_t pages)
{
	struct show_other *o = &s->r.show.show.before;
	int32_t first = civil_day(2026, 9, 1);

	o->any = true;
	o->days.now = s->r.days;
	o->days.then = (struct period){ first, first + 29 };
	o->now = s->r.show.show.sums;
	o->then = (struct period_sums){ .days = 30, .visits = visits,
		.pages = pages };
}

static void
grown(struct sample *s)
{
	compared(s, 1000, 2170);
}

static void
grown_much(struct sample *s)
{
	compared(s, 10, 0);
}

static void
grown_little(struct sample *s)
{
	s->r.show.show.sums.visits = 100001;
	compared(s, 100000, 2171);
}

static void
running(struct sample *s)
{
	s->r.show.show.running = true;
	s->r.due.to = s->r.days.from + 30;
	s->r.now_s = zone_day_of(s->zone, s->r.due.to).start_s + 72900;
}

static void
half_known(struct sample *s)
{
	s->r.coverage.state[CHART_NO_LOG] = 44;
	s->r.coverage.state[CHART_SERVED] = 690;
	s->r.coverage.state[CHART_QUIET] = 8;
	s->r.coverage.state[CHART_DOWN] = 2;
	s->tally[DIM_STATUS][1].key = SPAN("304");
}

static void
hours_gone(struct sample *s)
{
	s->r.coverage.known = false;
	s->r.show.show.sums.days = 29;
	s->r.show.dims.of[DIM_STATUS].n = 0;
	s->r.show.dims.of[DIM_MISSING].n = 0;
}

static void
balance(struct sample *s)
{
	s->r.total.opened = s->r.total.added = true;
	s->r.total.balance = 12000;
	s->r.total.total = 13085;
}

static void
no_sections(struct sample *s)
{
	s->r.show.dims.of[DIM_SECTION].n = 0;
	s->r.show.dims.of[DIM_COUNTRY].tally++;
	s->r.show.dims.of[DIM_COUNTRY].n = 1; /* not known */
}

static void
running_day(struct sample *s)
{
	one_of_each(s);
	s->r.show.show.running = true;
	s->r.now_s = zone_day_of(s->zone, s->r.due.to).start_s + 72900;
}

/* Sections of more visits than there were. */
static void
fewer(struct sample *s)
{
	s->tally[DIM_SECTION][0].n[TALLY_VISITS] = 1086;
}

static void
running_grown(struct sample *s)
{
	running(s);
	grown(s);
	s->r.show.show.before.days.now.to--;
}

static void
partly_zero(struct sample *s)
{
	all_zero(s);
	half_known(s);
}

static void
nameless(struct sample *s)
{
	s->site.name = "";
}

static void
day_off(struct sample *s)
{
	for (int i = 0; i < SAMPLE_DAYS; i++)
		s->day[i].working = false;
}

static void
running_balance(struct sample *s)
{
	running(s);
	balance(s);
}

static const struct {
	const char *name;
	void (*change)(struct sample *s);
	enum lang lang;
	int part;
	const char *want; /* is in it */
} rows[] = {
	{ "a month has its sums and its mean", as_it_is, LANG_VI, 0,
	    "Trong tháng 10 năm 2026, trang thông tin điện tử Sở Khoa học có "
	    "1.085 lượt truy cập và 2.170 lượt xem trang, bình quân 35,0 lượt "
	    "truy cập mỗi ngày." },
	{ "of a day that is not over the hours are said", running_day, LANG_VI,
	    0, "Từ 0 giờ đến 20 giờ 15 phút thứ Năm, ngày 01/10/2026, trang" },
	{ "details of more than was counted give no shares", fewer, LANG_EN, 1,
	    "Main sources of visits: direct (55.3%)" },
	{ "in English, too", as_it_is, LANG_EN, 0,
	    "In October 2026, the site Sở Khoa học had 1,085 visits and 2,170 "
	    "page views, on average 35.0 visits a day." },
	{ "without the month before nothing is compared", as_it_is, LANG_VI, 0,
	    "Chưa so sánh được với tháng 9 năm 2026 và tháng 10 năm 2025, vì các kỳ "
	    "đó hoặc kỳ này chưa đủ số liệu." },
	{ "one that lacks is named alone", grown, LANG_EN, 0, "No comparison "
	    "with October 2025 is made, because one of the two lacks figures." },
	{ "of a running month the days that are over are compared",
	    running_grown, LANG_VI, 0, "Tính riêng các ngày đã kết thúc (đến hết "
	    "ngày 30/10/2026), so với tháng 9 năm 2026, lượt truy cập tăng" },
	{ "what was counted of a part is not said of the whole", half_known,
	    LANG_VI, 0, "Trong tháng 10 năm 2026, theo phần nhật ký hiện có, trang "
	    "thông tin điện tử Sở Khoa học có 1.085 lượt" },
	{ "nor is nothing", partly_zero, LANG_EN, 0, "In October 2026, as far "
	    "as the logs tell, the site Sở Khoa học had no visits by people." },
	{ "nor where only days are known", hours_gone, LANG_EN, 0,
	    "In October 2026, as far as the logs tell, the site" },
	{ "a site without a name is a site", nameless, LANG_VI, 0,
	    "Trong tháng 10 năm 2026, trang thông tin điện tử có 1.085 lượt" },
	{ "the busiest day has its weekday", as_it_is, LANG_VI, 0,
	    "Ngày có nhiều lượt truy cập nhất là thứ Bảy, ngày 31/10/2026, với "
	    "50 lượt truy cập." },
	{ "the peak has its minute", as_it_is, LANG_VI, 0,
	    "cao nhất là 4, lúc 09 giờ 12 phút thứ Bảy, ngày 31/10/2026." },
	{ "office hours are those of working days", as_it_is, LANG_EN, 0,
	    "71.1% of the visits began in office hours of working days." },
	{ "one is one in English", one_of_each, LANG_EN, 0,
	    "On 2026-10-01, the site Sở Khoa học had 1 visit and 1 page view." },
	{ "one is one in Vietnamese", one_of_each, LANG_VI, 0,
	    "Trong ngày 01/10/2026, trang thông tin điện tử Sở Khoa học có 1 lượt "
	    "truy cập và 1 lượt xem trang." },
	{ "one robot's request is one", one_of_each, LANG_EN, 2,
	    "These figures leave out 1 request by robots, 50.0% of all. Counted "
	    "all the same, though they may be the work of robots: 1 visit." },
	{ "zero is said where it is known", all_zero, LANG_EN, 0,
	    "In October 2026, the site Sở Khoa học had no visits by people." },
	{ "without logs nothing is claimed", nothing, LANG_VI, 0,
	    "Trong tháng 10 năm 2026, không có nhật ký nào của trang thông tin "
	    "điện tử Sở Khoa học, nên chưa có số liệu để nhận xét." },
	{ "growth has both figures; no change is none", grown, LANG_VI, 0,
	    "So với tháng 9 năm 2026, lượt truy cập tăng 8,5\u00a0% (từ 1.000 lên "
	    "1.085); lượt xem trang không đổi (2.170)." },
	{ "ten times and more are told as times; from nothing no per cent is",
	    grown_much, LANG_EN, 0, "visits rose 108-fold (from 10 to 1,085); "
	    "page views rose from 0 to 2,170." },
	{ "little is not nothing", grown_little, LANG_EN, 0,
	    "visits rose by less than 0.1% (from 100,000 to 100,001); page views "
	    "fell by less than 0.1% (from 2,171 to 2,170)." },
	{ "a running month says until when", running, LANG_VI, 0,
	    "Từ ngày 01/10/2026 đến 20 giờ 15 phút thứ Bảy, ngày 31/10/2026, "
	    "trang" },
	{ "in English as well", running, LANG_EN, 0,
	    "From 2026-10-01 until 20:15 on Saturday, 2026-10-31, the site" },
	{ "the balance is told apart from what was counted", balance, LANG_VI,
	    0, "Tổng lượt truy cập đến hết ngày 31/10/2026 là 13.085, trong đó "
	    "12.000 là số đầu kỳ của bộ đếm trước." },
	{ "of a running day not to its end", running_balance, LANG_EN, 0,
	    "The total up to 20:15 on Saturday, 2026-10-31 is 13,085, of which "
	    "12,000 is" },
	{ "sections, sources and devices have their shares", as_it_is, LANG_VI,
	    1, "Chuyên mục được xem nhiều nhất: tin-tuc (36,9\u00a0%), thu-tuc "
	    "(18,4\u00a0%). Nguồn truy cập chính: trực tiếp (55,3\u00a0%), máy tìm kiếm "
	    "(36,9\u00a0%)." },
	{ "without sections a page is named; what is unknown is not",
	    no_sections, LANG_EN, 1, "Page viewed most: / (900 page views). Main "
	    "sources of visits: direct (55.3%), search engines (36.9%). Devices "
	    "used: " },
	{ "whole logs are said to be whole", as_it_is, LANG_VI, 2,
	    "Nhật ký máy chủ đầy đủ trong cả kỳ." },
	{ "what is missing is unknown, not zero", half_known, LANG_EN, 2,
	    "The server logs cover 700 of 744 hours (94.1%); the rest is "
	    "unknown, not zero." },
	{ "hours that were not served are named", half_known, LANG_VI, 2,
	    "Trang có phục vụ trong 690 trên 700 giờ đã biết (98,6\u00a0%). Các giờ "
	    "còn lại: 8 giờ không có yêu cầu nào, 2 giờ ngừng hoạt động. Không có "
	    "yêu cầu nào gặp lỗi máy chủ (5xx)." },
	{ "errors are counted for people and robots", as_it_is, LANG_EN, 2,
	    "The server answered 4 requests with an error (5xx), which is "
	    "less than 0.1% of all." },
	{ "of old days only days are known, and of errors nothing", hours_gone,
	    LANG_EN, 2, "These figures leave out 1,085 requests by robots, 9.1% "
	    "of all. Counted all the same, though they may be the work of "
	    "robots: 1 visit. The server logs have lines on 29 of 31 days." },
};

static void
test_row(size_t i)
{
	struct sample s;
	struct remarks said;
	const char *text;

	sample_open(&s, SAMPLE_DAYS, NULL);
	rows[i].change(&s);
	remarks_make(&s.r, rows[i].lang, &said);
	text = buf_text(&said.part[rows[i].part]);
	if (!ok(strstr(text, rows[i].want) != NULL, "%s", rows[i].name))
		diag("%s", text);
	remarks_close(&said);
	sample_close(&s);
}

int
main(void)
{
	struct sample s;
	struct remarks said;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		test_row(i);
	sample_open(&s, SAMPLE_DAYS, NULL);
	nothing(&s);
	remarks_make(&s.r, LANG_VI, &said);
	ok(said.part[1].n == 0 && said.part[2].n == 0,
	    "without logs there is one sentence");
	remarks_close(&said);
	sample_close(&s);
	sample_open(&s, SAMPLE_DAYS, NULL);
	day_off(&s);
	remarks_make(&s.r, LANG_EN, &said);
	ok(strstr(buf_text(&said.part[1]), "36.9%), tin") == NULL &&
	    strstr(buf_text(&said.part[0]), "office") == NULL,
	    "where nobody worked no office hours are spoken of");
	remarks_close(&said);
	sample_close(&s);
	return done();
}
