/* SPDX-License-Identifier: MIT */
/* demo.c -- a few months of the site of a department that does not exist:
 * Sở Khoa học và Công nghệ tỉnh Sông Lam, with the rhythm of office days. */
#include "demo.h"

#include <stdio.h>
#include <string.h>

enum {
	END_OF_LAST_DAY_S = 20 * 3600 + 15 * 60, /* when the story stops */
	PEOPLE = 5000,
	ARCHIVE_DAYS = 200 /* articles older than the logs */
};

struct world {
	struct demo_log log;
	struct site_text site;
	struct rng rng;
	uint64_t seed;
	int64_t first_day, end_day;
};

struct person {
	char addr[48];
	char agent[AGENT_MAX];
	const char *protocol;
	uint64_t key;
	bool known; /* was here before: his cache is warm */
};

/* One visit under way. */
struct visit {
	struct person who;
	int64_t at_s;
	int server;
	bool split; /* the balancer sends him to either server */
	bool first, last;
	char target[TARGET_MAX];
	char referrer[TARGET_MAX + 64];
};

/* ---- people ---- */

/* Nobody is stored: the number of a person gives all of him.  Browsers renew
 * themselves each month, so that the same person gets a new key. */
static void
meet(struct world *w, struct person *p, int64_t id, int64_t day)
{
	struct rng own = { w->seed ^
		((uint64_t)id * UINT64_C(0x2545f4914f6cdd1d)) };
	int index;
	bool v6 = rng_chance(&own, 450);
	int high = (int)rng_below(&own, 0x2000) + 0x1000;
	int low = (int)rng_below(&own, 0xfff0);
	const struct browser *b = site_browser(&own, &index);
	int lag = (int)rng_below(&own, 4);
	int version = b->base + (int)((day - w->first_day) / 30) - lag;

	if (version < 1)
		version = 1;
	uint64_t host = rng_next(&w->rng); /* another one at each visit */
	if (v6)
		snprintf(p->addr, sizeof(p->addr), "2001:db8:%x:%x:%x:%x:%x:%x",
		    high, low, (unsigned)(host >> 48) | 1,
		    (unsigned)(host >> 32 & 0xffff) | 1,
		    (unsigned)(host >> 16 & 0xffff) | 1,
		    (unsigned)(host & 0xffff) | 1);
	else
		snprintf(p->addr, sizeof(p->addr), "%s.%d",
		    low % 2 ? "198.51.100" : "203.0.113", 1 + low / 2 % 248);
	snprintf(p->agent, sizeof(p->agent), "%s%d%s", b->before, version,
	    b->after);
	p->protocol = index < 5 ? "HTTP/2.0" : "HTTP/1.1";
	uint64_t net = v6 ?
	    UINT64_C(1) << 40 | (uint64_t)high << 16 | (uint64_t)low :
	    (uint64_t)(low % 2 * 256 + 1 + low / 2 % 248);
	p->key = net << 20 | (uint64_t)index << 12 | (uint64_t)version;
	p->known = rng_chance(&w->rng, 350);
}

/* ---- one visit ---- */

static void
request(struct world *w, const struct visit *v, struct request q)
{
	struct rng *r = &w->rng;

	q.role = ROLE_HUMAN;
	q.addr = v->who.addr;
	q.agent = v->who.agent;
	q.key = v->who.key;
	q.protocol = v->who.protocol;
	q.server = v->split ? rng_chance(r, 400) : v->server;
	q.last = v->last;
	if (q.method == NULL)
		q.method = "GET";
	log_add(&w->log, &q);
}

static void
own_url(char out[TARGET_MAX + 64], const char *target)
{
	snprintf(out, TARGET_MAX + 64, DEMO_URL "%s", target);
}

static void
view_assets(struct world *w, const struct visit *v, const char *from)
{
	struct rng *r = &w->rng;
	int64_t n = v->first && !v->who.known ? 1 + rng_below(r, 3) :
	    rng_chance(r, 250);

	while (n-- > 0) {
		bool cached = v->who.known && rng_chance(r, 500);
		int64_t at = v->at_s + rng_below(r, 3);
		const char *target = site_asset(r, v->first);
		request(w, v, (struct request){ .at_s = at, .referrer = from,
		    .target = target, .status = cached ? 304 : 200,
		    .bytes = 1500 + rng_below(r, 120000) });
	}
}

static void
download(struct world *w, const struct visit *v, const char *from)
{
	struct rng *r = &w->rng;
	char target[TARGET_MAX];
	int64_t at = v->at_s + 4 + rng_below(r, 20);
	int64_t pieces = rng_chance(r, 250) ? 2 + rng_below(r, 4) : 0;
	int took = (int)rng_below(r, 9);

	site_document(r, v->at_s, target);
	request(w, v, (struct request){ .at_s = at, .target = target,
	    .referrer = from, .status = 200, .took_s = took,
	    .bytes = 80000 + rng_below(r, 3000000) });
	while (pieces-- > 0)
		request(w, v, (struct request){ .at_s = at += 1 + pieces,
		    .target = target, .referrer = from, .status = 206,
		    .bytes = 65536 });
}

/* What goes wrong or elsewhere between two pages. */
static void
digress(struct world *w, const struct visit *v, const char *from)
{
	static const char *const broken[] = {
		"/Pages/van-ban/cong-van-cu-2019.aspx", "/thu-vien-so/tap-san-3",
		"/assets/img/lien-ket/cu.png" };
	struct rng *r = &w->rng;
	int64_t at = v->at_s + 3 + rng_below(r, 5);

	if (rng_chance(r, 16))
		request(w, v, (struct request){ .at_s = at, .status = 404,
		    .target = broken[rng_below(r, 3)], .referrer = from,
		    .bytes = 1245 });
	if (rng_chance(r, 20))
		request(w, v, (struct request){ .at_s = at, .status = 302,
		    .target = "/Pages/trang-chu.aspx", .referrer = from,
		    .bytes = 158 });
	if (rng_chance(r, 6))
		request(w, v, (struct request){ .at_s = at, .status = 200,
		    .method = "POST", .target = "/Pages/gop-y-118.aspx",
		    .referrer = DEMO_URL "/Pages/gop-y-118.aspx",
		    .bytes = 5120 });
	if (rng_chance(r, 4))
		request(w, v, (struct request){ .at_s = at, .status = 200,
		    .method = "HEAD", .target = "/Documents/2026/08/kh-119.docx",
		    .bytes = 0 });
}

static void
view_page(struct world *w, struct visit *v)
{
	struct rng *r = &w->rng;
	bool cached = v->who.known && rng_chance(r, 120);
	bool slow = rng_chance(r, 80);
	char from[TARGET_MAX + 64];

	own_url(from, v->target);
	request(w, v, (struct request){ .at_s = v->at_s, .page = true,
	    .target = v->target, .referrer = v->referrer,
	    .status = cached ? 304 : 200, .took_s = slow,
	    .bytes = 8000 + rng_below(r, 50000) });
	view_assets(w, v, from);
	digress(w, v, from);
	if (rng_chance(r, strncmp(v->target, "/van-ban", 8) == 0 ? 350 : 40))
		download(w, v, from);
	memcpy(v->referrer, from, sizeof(from));
	v->first = false;
}

static void
choose_entry(struct world *w, struct visit *v)
{
	static const char *const from[] = { "https://www.google.com/",
		"https://www.google.com/", "https://www.google.com.vn/",
		"https://coccoc.com/search?query=so%20khcn",
		"https://www.bing.com/", "https://songlam.example/lien-ket",
		"https://dichvucong.gov.vn/", "https://l.facebook.com/",
		"https://zalo.me/", "https://bao.songlam.example/khoa-hoc" };
	struct rng *r = &w->rng;
	int64_t kind = rng_below(r, 100);

	snprintf(v->target, sizeof(v->target), "%s",
	    rng_chance(r, 850) ? "/" : "/Pages/default.aspx");
	snprintf(v->referrer, sizeof(v->referrer), "-");
	if (kind < 45)
		return;
	snprintf(v->referrer, sizeof(v->referrer), "%s",
	    from[rng_below(r, 10)]);
	if (kind < 85)
		site_article(&w->site, r, v->at_s, v->target);
	else if (kind < 93)
		snprintf(v->target, sizeof(v->target), "%s", site_section(r));
}

static void
choose_next(struct world *w, struct visit *v)
{
	struct rng *r = &w->rng;
	int64_t kind = rng_below(r, 100), pause = rng_below(r, 1000);

	if (kind < 32)
		snprintf(v->target, sizeof(v->target), "%s", site_section(r));
	else if (kind < 78)
		site_article(&w->site, r, v->at_s, v->target);
	else if (kind < 92)
		snprintf(v->target, sizeof(v->target), "%s", site_page(r));
	else
		snprintf(v->target, sizeof(v->target), "/");
	/* Some read long; a few come back just around the visit's end. */
	if (pause < 12)
		v->at_s += 1740 + rng_below(r, 120);
	else if (pause < 60)
		v->at_s += 400 + rng_below(r, 1300);
	else
		v->at_s += 6 + rng_below(r, rng_below(r, 240) + 1);
}

static void
pay_visit(struct world *w, int64_t at_s, bool last)
{
	struct rng *r = &w->rng;
	struct visit v = { .at_s = at_s, .first = true, .last = last };

	meet(w, &v.who, rng_below(r, rng_below(r, PEOPLE) + 1),
	    floor_div(at_s + VN_S, DAY_S));
	v.server = rng_chance(r, 200);
	v.split = rng_chance(r, 60);
	choose_entry(w, &v);
	view_page(w, &v);
	for (int n = 1; n < 25 && !last && rng_chance(r, 590); n++) {
		choose_next(w, &v);
		view_page(w, &v);
	}
}

/* ---- days ---- */

static int64_t
time_of_day(struct rng *r, bool work)
{
	static const int busy[24] = { 8, 5, 4, 3, 4, 10, 22, 60, 98, 104, 96,
		58, 34, 62, 92, 90, 72, 40, 26, 34, 44, 38, 24, 16 };
	static const int idle[24] = { 14, 8, 5, 4, 5, 10, 22, 34, 50, 62, 60,
		48, 40, 38, 48, 54, 50, 44, 42, 54, 64, 60, 44, 28 };
	const int *weight = work ? busy : idle;
	int hour = 0, sum = 0;

	for (int i = 0; i < 24; i++)
		sum += weight[i];
	for (int64_t n = rng_below(r, sum); n >= weight[hour]; hour++)
		n -= weight[hour];
	return hour * 3600 + rng_below(r, 3600);
}

static void
staff_day(struct world *w, int64_t midnight)
{
	struct rng *r = &w->rng;
	char addr[48], target[TARGET_MAX];

	for (int64_t n = 30 + rng_below(r, 40); n > 0; n--) {
		int64_t at = midnight + 27000 + rng_below(r, 34200);
		bool edit = rng_chance(r, 120);
		struct request q = { .at_s = at, .role = ROLE_STAFF,
			.addr = addr, .agent = "Mozilla/5.0 (Windows NT 10.0; "
			"Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
			"Chrome/139.0.0.0 Safari/537.36",
			.method = edit ? "POST" : "GET", .target = target,
			.protocol = "HTTP/2.0", .status = 200,
			.bytes = 8000 + rng_below(r, 40000), .page = !edit };
		snprintf(addr, sizeof(addr), "192.0.2.%d",
		    1 + (int)rng_below(r, 25));
		site_article(&w->site, r, at, target);
		if (edit)
			snprintf(target, sizeof(target),
			    "/_layouts/15/Upload.aspx");
		else if (rng_chance(r, 400))
			snprintf(target, sizeof(target), "/");
		log_add(&w->log, &q);
	}
}

static void
live_day(struct world *w, int64_t day)
{
	struct rng *r = &w->rng;
	int64_t midnight = day * DAY_S - VN_S;
	bool work = site_workday(day);
	int64_t visits = work ? 195 + rng_below(r, 56) :
	    site_holiday(day) ? 100 + rng_below(r, 40) :
	    130 + rng_below(r, 40);

	if (rng_chance(r, 30)) /* the news has gone round */
		visits += visits / 2;
	while (visits-- > 0)
		pay_visit(w, midnight + time_of_day(r, work), false);
	if (work)
		staff_day(w, midnight);
	robots_day(&w->log, &w->site, r, day);
}

/* Each month: sick once in office hours, and off once at night. */
static void
plan_troubles(struct world *w)
{
	struct date d = date_of(w->first_day);

	for (int i = 0; i < w->log.n_months; i++) {
		int64_t month = d.month - 1 + i;
		int64_t first = date_day(d.year + month / 12, month % 12 + 1, 1);
		int64_t sick = (first + rng_below(&w->rng, 27)) * DAY_S - VN_S;
		int64_t off = (first + rng_below(&w->rng, 27)) * DAY_S - VN_S;
		sick += 8 * 3600 + rng_below(&w->rng, 8 * 3600);
		off += 2 * 3600 + rng_below(&w->rng, 3600);
		w->log.burst[i] = (struct span_s){ sick,
			sick + 900 + rng_below(&w->rng, 2400) };
		w->log.hole[i] = (struct span_s){ off,
			off + 1500 + rng_below(&w->rng, 1800) };
	}
}

/* A crash tore one line; two processes once wrote into each other. */
static void
break_lines(struct world *w)
{
	int64_t middle = (w->first_day + w->end_day) / 2 * DAY_S - VN_S;
	char stamp[STAMP_MAX], line[160];

	stamp_clf(stamp, middle + 36123, VN_S / 60, false);
	snprintf(line, sizeof(line), "198.51.100.77 - - [%s] "
	    "\"GET /Pages/tin-tuc-su-kien-1\n", stamp);
	log_broken(&w->log, middle + 36123, 0, line);
	log_broken(&w->log, middle + 50000, 0, "0\" \"Mozilla/5.0 (Windows\n");
	log_broken(&w->log, middle + 50001, 1,
	    DEMO_HOST ":443 203.0.113.44 - - [\n");
}

void
demo(const struct demo_options *o)
{
	struct world w = { .seed = o->seed, .rng = { o->seed },
		.end_day = o->end_day };
	struct date d = date_of(o->end_day);
	int64_t month = d.year * 12 + d.month - 1 - (o->months - 1);

	w.first_day = date_day(month / 12, month % 12 + 1, 1);
	w.log.rng.state = o->seed + 1;
	w.log.end_day = o->end_day;
	w.log.end_s = o->end_day * DAY_S - VN_S + END_OF_LAST_DAY_S;
	w.log.n_months = (int)o->months;
	plan_troubles(&w);
	site_publish(&w.site, &w.rng, w.first_day - ARCHIVE_DAYS, w.end_day);
	for (int64_t day = w.first_day; day <= w.end_day; day++)
		live_day(&w, day);
	break_lines(&w);
	pay_visit(&w, w.log.end_s - 200, true);
	pay_visit(&w, w.log.end_s - 45, true);
	log_write(&w.log, o->dir);
	log_expected(&w.log, o->dir);
	log_close(&w.log);
	site_close(&w.site);
}
