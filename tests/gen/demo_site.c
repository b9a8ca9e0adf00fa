/* SPDX-License-Identifier: MIT */
#include "demo.h"

#include <stdio.h>
#include <stdlib.h>

/* The menu of a department of science and technology. */
static const struct section sections[] = {
	{ "/Pages/tin-tuc-su-kien-101", true, 40 },
	{ "/van-ban-chi-dao-dieu-hanh", false, 14 },
	{ "/Pages/lich-cong-tac-103", true, 8 },
	{ "/thong-bao", false, 10 },
	{ "/nong-lich", false, 3 },
	{ "/Pages/hang-muc-dau-tu-107", true, 2 },
	{ "/thu-vien-so", false, 4 },
	{ "/csdl-quoc-gia-khcn", false, 5 },
	{ "/Pages/quy-hoach-ke-hoach-110", true, 3 },
	{ "/khen-thuong-xu-phat", false, 2 },
	{ "/thong-ke-bao-cao", false, 4 },
	{ "/thu-tuc-hanh-chinh", false, 5 },
};
enum { N_SECTIONS = sizeof(sections) / sizeof(sections[0]) };

static const char *const heads[] = { "hoi-nghi-trien-khai", "tap-huan-ve",
	"nghiem-thu", "tham-dinh", "hop-hoi-dong-tu-van", "kiem-tra",
	"ket-qua-thuc-hien", "day-manh", "hoi-thao", "huong-dan", "gioi-thieu",
	"lay-y-kien-gop-y", "cong-bo", "tong-ket", "ke-hoach", "quyet-dinh" };

static const char *const topics[] = { "de-tai-khoa-hoc-cap-tinh",
	"chuyen-doi-so", "so-huu-tri-tue", "tieu-chuan-do-luong-chat-luong",
	"an-toan-buc-xa", "doi-moi-sang-tao", "che-pham-sinh-hoc",
	"trong-cay-duoc-lieu", "cai-cach-hanh-chinh", "chinh-quyen-so",
	"truy-xuat-nguon-goc", "khoi-nghiep", "ma-so-ma-vach",
	"du-an-nong-thon-mien-nui", "cong-nghe-thong-tin", "nang-luong" };

static const char *const tails[] = { "", "-nam-2026", "-huyen-thuong-lam",
	"-quy-iii", "-tinh-song-lam", "-dot-2", "-giai-doan-2026-2030",
	"-tai-thanh-pho" };

static const char *const pages[] = { "/Pages/tim-kiem.aspx?k=chuyen+doi+so",
	"/Pages/tim-kiem.aspx?k=%E1%BB%A9ng+d%E1%BB%A5ng", "/lien-he",
	"/Pages/gop-y-118.aspx", "/hoi-dap", "/so-do-cong", "/en",
	"/en/organization", "/en/contact", "/gioi-thieu/co-cau-to-chuc",
	"/gioi-thieu/chuc-nang-nhiem-vu", "/Pages/lien-ket-website-114.aspx",
	"/tra-cuu-ho-so?maSo=H99.12-261002-0007", "/danh-ba-thu-dien-tu",
	"/thu-tuc-hanh-chinh/cap-giay-phep-buc-xa-12/bieu-mau",
	"/thu-tuc-hanh-chinh/cong-nhan-sang-kien-15/bieu-mau" };

static const char *const first_assets[] = { "/favicon.ico",
	"/_layouts/15/styles/corev15.css", "/assets/css/site.css?v=26",
	"/assets/js/site.js?v=26", "/assets/fonts/noto-sans.woff2",
	"/assets/img/banner.jpg", "/assets/img/quoc-huy.png" };

/* A version number stands between the two halves. */
static const struct browser browsers[] = {
	{ "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
	  "(KHTML, like Gecko) Chrome/", ".0.0.0 Safari/537.36", 139, 300 },
	{ "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like "
	  "Gecko) Chrome/", ".0.0.0 Mobile Safari/537.36", 139, 210 },
	{ "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) "
	  "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.",
	  " Mobile/15E148 Safari/604.1", 4, 130 },
	{ "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
	  "(KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/", ".0.0.0",
	  139, 80 },
	{ "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
	  "(KHTML, like Gecko) coc_coc_browser/", ".0.152 Chrome/138.0.0.0 "
	  "Safari/537.36", 150, 90 },
	{ "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 "
	  "Firefox/", ".0", 140, 50 },
	{ "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/",
	  ".0", 140, 10 },
	{ "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) "
	  "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.",
	  " Safari/605.1.15", 4, 30 },
	{ "Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 "
	  "(KHTML, like Gecko) SamsungBrowser/", ".0 Chrome/130.0.0.0 Mobile "
	  "Safari/537.36", 26, 40 },
	{ "Mozilla/5.0 (Linux; Android 13; V2206 Build/TP1A; wv) "
	  "AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/",
	  ".0.0.0 Mobile Safari/537.36 Zalo android/12100692 ZaloTheme/light",
	  138, 40 },
	{ "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 "
	  "(KHTML, like Gecko) Chrome/", ".0.0.0 Safari/537.36", 107, 20 },
};
enum { N_BROWSERS = sizeof(browsers) / sizeof(browsers[0]) };

#define PICK(r, table) \
	((table)[rng_below(r, (int64_t)(sizeof(table) / sizeof((table)[0])))])

/* ---- calendar of work ---- */

bool
site_holiday(int64_t day)
{
	/* Year 0: every year.  Those of the lunar calendar move. */
	static const struct date off[] = { { 0, 1, 1 }, { 0, 4, 30 },
		{ 0, 5, 1 }, { 0, 9, 1 }, { 0, 9, 2 }, { 2025, 4, 7 },
		{ 2026, 4, 26 }, { 2026, 4, 27 }, { 2027, 4, 16 } };
	/* Days off around the lunar new year. */
	static const struct date tet[] = { { 2025, 1, 27 }, { 2026, 2, 16 },
		{ 2027, 2, 5 } };
	struct date d = date_of(day);

	for (size_t i = 0; i < sizeof(off) / sizeof(off[0]); i++)
		if ((off[i].year == 0 || off[i].year == d.year) &&
		    off[i].month == d.month && off[i].day == d.day)
			return true;
	for (size_t i = 0; i < sizeof(tet) / sizeof(tet[0]); i++) {
		int64_t first = date_day(tet[i].year, tet[i].month, tet[i].day);
		if (day >= first && day < first + 5)
			return true;
	}
	return false;
}

bool
site_workday(int64_t day)
{
	return date_weekday(day) < 5 && !site_holiday(day);
}

/* ---- content ---- */

static const struct section *
pick_section(struct rng *r)
{
	const struct section *s = sections;
	int sum = 0;

	for (int i = 0; i < N_SECTIONS; i++)
		sum += sections[i].weight;
	for (int64_t n = rng_below(r, sum); n >= s->weight; s++)
		n -= s->weight;
	return s;
}

void
site_publish(struct site_text *s, struct rng *r, int64_t from_day,
    int64_t to_day)
{
	size_t room = (size_t)(to_day - from_day + 1) * 4;
	int id = 2000;

	s->article = gen_alloc(room * sizeof(*s->article));
	for (int64_t day = from_day; day <= to_day; day++) {
		int64_t today = site_workday(day) ? 1 + rng_below(r, 3) :
		    rng_below(r, 8) == 0;
		for (int64_t i = 0; i < today; i++) {
			struct article *a = &s->article[s->n++];
			/* In the order of the day: 8, 11 and 14 o'clock. */
			a->at_s = day * DAY_S - VN_S + (8 + 3 * i) * 3600 +
			    rng_below(r, 9000);
			a->section = pick_section(r);
			a->id = id += 1 + (int)rng_below(r, 3);
			const char *head = PICK(r, heads);
			const char *topic = PICK(r, topics);
			snprintf(a->slug, sizeof(a->slug), "%s-%s%s", head,
			    topic, PICK(r, tails));
		}
	}
}

void
site_close(struct site_text *s)
{
	free(s->article);
}

void
site_article(const struct site_text *s, struct rng *r, int64_t at_s,
    char target[TARGET_MAX])
{
	int64_t out = 0, end = s->n;

	while (out < end) {
		int64_t mid = (out + end) / 2;
		if (s->article[mid].at_s <= at_s)
			out = mid + 1;
		else
			end = mid;
	}
	int64_t reach = rng_chance(r, 700) ? 12 : 150;
	int64_t back = rng_below(r, rng_below(r, reach) + 1);
	const struct article *a =
	    &s->article[out - 1 - back < 0 ? 0 : out - 1 - back];
	snprintf(target, TARGET_MAX, "%s/%s-%d%s", a->section->path, a->slug,
	    a->id, a->section->sharepoint ? ".aspx" : "");
}

void
site_document(struct rng *r, int64_t at_s, char target[TARGET_MAX])
{
	static const char *const kind[] = { "qd", "kh", "cv", "bc", "tb" };
	static const char *const ext[] = { "pdf", "pdf", "pdf", "docx", "doc",
		"xlsx", "zip" };
	int64_t day = floor_div(at_s + VN_S, DAY_S) - 30 -
	    rng_below(r, rng_below(r, 300) + 1);
	struct date d = date_of(day);
	const char *k = PICK(r, kind);

	snprintf(target, TARGET_MAX, "/Documents/%d/%02d/%s-%d-skhcn.%s",
	    (int)d.year, (int)d.month, k, (int)d.day * 37 + (int)d.month,
	    ext[d.day % 7]);
}

const char *
site_section(struct rng *r)
{
	return rng_chance(r, 300) ? PICK(r, sections).path :
	    pick_section(r)->path;
}

const char *
site_page(struct rng *r)
{
	return PICK(r, pages);
}

const char *
site_asset(struct rng *r, bool first)
{
	static const char *const later[] = { "/assets/img/tin/anh-1.jpg",
		"/assets/img/tin/anh-2.webp", "/assets/img/tin/anh-3.jpg",
		"/assets/img/icon.svg" };

	return first ? PICK(r, first_assets) : PICK(r, later);
}

const struct browser *
site_browser(struct rng *r, int *index)
{
	int sum = 0, i = 0;

	for (int b = 0; b < N_BROWSERS; b++)
		sum += browsers[b].weight;
	for (int64_t n = rng_below(r, sum); n >= browsers[i].weight; i++)
		n -= browsers[i].weight;
	*index = i;
	return &browsers[i];
}
