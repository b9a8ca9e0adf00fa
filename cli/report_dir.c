/* SPDX-License-Identifier: MIT */
#include "cli/report_dir.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "aggregate/figures.h"
#include "cli/report_beside.h"
#include "cli/report_when.h"
#include "common/civil.h"
#include "common/file.h"
#include "publish/period_text.h"

enum { OTHERS_MOST = 200 }; /* files beside the months that an index links to */

static void
put_path(struct buf *out, const struct report_dir *d, const char *name)
{
	buf_clear(out);
	buf_printf(out, "%s/%s", d->path, name);
}

static bool
is_there(const struct report_dir *d, const char *name)
{
	struct buf path = { 0 };
	bool there;

	put_path(&path, d, name);
	there = access(buf_text(&path), F_OK) == 0;
	buf_close(&path);
	return there;
}

bool
report_dir_file(const struct report_dir *d, const char *name,
    struct span bytes, struct err *err)
{
	struct buf path = { 0 };
	struct out o = { 0 };
	bool good;

	put_path(&path, d, name);
	good = out_begin(&o, buf_text(&path), 0644, err);
	if (good)
		buf_span(&o.buf, bytes);
	good = good && out_commit(&o, err);
	out_close(&o);
	buf_close(&path);
	return good;
}

static bool
write_page_file(const struct report_dir *d, const char *name,
    struct span bytes, struct err *err)
{
	if (!report_dir_file(d, name, bytes, err))
		return false;
	if (d->tell)
		printf("%s/%s\n", d->path, name);
	return true;
}

static const char *
kept(struct arena *a, struct buf *b)
{
	const char *text = arena_dup(a, buf_text(b), b->n);

	buf_close(b);
	return text;
}

/* ---- the index ---- */

static const char *
month_file(struct arena *a, const struct review_month *m)
{
	struct buf name = { 0 };

	review_name(PERIOD_KIND_MONTH, m->days, &name);
	buf_puts(&name, ".html");
	return kept(a, &name);
}

static bool
is_month(struct period p)
{
	return civil_date(p.from).day == 1 && civil_month_start(p.to) ==
	    p.from && civil_date(p.to + 1).day == 1;
}

static int
by_href(const void *pa, const void *pb)
{
	const struct web_link *a = pa, *b = pb;

	return strcmp(b->href, a->href);
}

/* Reports that are in the folder and of no month, the last one first. */
static bool
list_others(const struct report_dir *d, struct arena *a, struct web_index *w,
    struct err *err)
{
	struct web_link *link = arena_new(a, OTHERS_MOST * sizeof(*link));
	DIR *dir = opendir(d->path);
	struct dirent *e;

	if (dir == NULL)
		return err_set(err, ERR_NOINPUT, "%s: %s", d->path,
		    strerror(errno));
	while ((e = readdir(dir)) != NULL && w->n_others < OTHERS_MOST) {
		struct buf label = { 0 };
		struct period p;

		if (!report_when_named(span_of(e->d_name), &p) || is_month(p))
			continue;
		period_title(&label, p, w->lang);
		link[w->n_others++] = (struct web_link){
			arena_dup(a, e->d_name, strlen(e->d_name)),
			kept(a, &label) };
	}
	closedir(dir);
	qsort(link, w->n_others, sizeof(*link), by_href);
	w->other = link;
	return true;
}

static bool
write_index(const struct report_dir *d, const struct store_site *s,
    struct err *err)
{
	struct web_index w = { .site = s->site, .now_s = d->now_s,
		.lang = d->lang };
	struct web_index_row *row;
	struct arena a = { 0 };
	struct buf out = { 0 };
	struct review *all = mem_new(sizeof(*all));
	bool good = web_months(s, d->now_s, all, err);

	row = arena_new(&a, (all->n_months + 1) * sizeof(*row));
	for (size_t i = 0; i < all->n_months; i++) {
		const char *file = month_file(&a, &all->month[i]);

		row[i].month = &all->month[i];
		if (is_there(d, file))
			row[i].page.href = file;
	}
	w.row = row;
	w.n = all->n_months;
	good = good && list_others(d, &a, &w, err);
	if (good) {
		web_index(&w, &out);
		good = write_page_file(d, "index.html", buf_view(&out), err);
	}
	buf_close(&out);
	mem_free(all);
	arena_close(&a);
	return good;
}

/* ---- a report ---- */

struct page {
	const struct report_dir *d;
	const struct review *r;
	struct web_report w;
	struct review_charts charts;
	struct arena arena;
};

static bool
has_lines(const struct store_site *s, struct period days, int64_t now_s,
    bool *any, struct err *err)
{
	struct day_list list;

	if (!figures_days(s, days, now_s, &list, err))
		return false;
	*any = list.n > 0;
	mem_free(list.day);
	return true;
}

/* To a neighbour that has figures: to its report, or to where the index will have it. */
static bool
link_to(struct page *p, const struct store_site *s, struct period days,
    struct web_link *out, struct err *err)
{
	struct buf name = { 0 }, label = { 0 };
	bool any, good = has_lines(s, days, p->d->now_s, &any, err);

	if (!good || !any)
		return good;
	review_name(p->r->kind, days, &name);
	buf_puts(&name, ".html");
	if (!is_there(p->d, buf_text(&name))) {
		struct buf anchor = { 0 };

		buf_puts(&anchor, "index.html");
		if (p->r->kind == PERIOD_KIND_MONTH)
			buf_printf(&anchor, "#m%.7s", buf_text(&name));
		buf_close(&name);
		name = anchor;
	}
	period_title(&label, days, p->d->lang);
	*out = (struct web_link){ kept(&p->arena, &name),
		kept(&p->arena, &label) };
	return true;
}

static struct period
next_period(enum period_kind kind, struct period p)
{
	struct civil from = civil_date(p.to + 1), end;

	if (kind == PERIOD_KIND_MONTH)
		return (struct period){ p.to + 1, p.to + civil_month_days(
			from.year, from.month) };
	if (kind == PERIOD_KIND_YEAR)
		return (struct period){ p.to + 1,
			civil_year_start(p.to + 367) - 1 };
	end = civil_date(p.from);
	if (kind == PERIOD_KIND_RANGE && end.day == 1 && from.day == 1) {
		int32_t n = (from.year - end.year) * 12 + from.month -
		    end.month, to = p.to;

		for (; n > 0; n--) {
			struct civil c = civil_date(to + 1);

			to += civil_month_days(c.year, c.month);
		}
		return (struct period){ p.to + 1, to };
	}
	return (struct period){ p.to + 1, p.to + (p.to - p.from) + 1 };
}

/* The page as it is, on paper. */
static bool
write_pdf(const struct report_dir *d, const char *name, struct span html,
    struct err *err)
{
	struct buf pdf = { 0 }, file = { 0 };
	bool good = pdf_make(d->pdf, html, d->now_s, &pdf, err);

	buf_printf(&file, "%s.pdf", name);
	good = good && write_page_file(d, buf_text(&file), buf_view(&pdf),
	    err);
	buf_close(&pdf);
	buf_close(&file);
	return good;
}

static bool
write_page(struct page *p, const struct store_site *s, struct err *err)
{
	const struct review *r = p->r;
	struct buf name = { 0 }, out = { 0 }, why = { 0 };
	struct web_pictures pictures;
	bool good;

	p->w = (struct web_report){ .review = r, .charts = &p->charts,
		.lang = p->d->lang,
		.index = { "index.html", message(p->d->lang, MSG_WEB_ALL) } };
	review_charts(r, p->d->lang, &p->arena, &p->charts);
	good = link_to(p, s, period_before(r->kind, r->days), &p->w.before,
	    err) && link_to(p, s, next_period(r->kind, r->days), &p->w.after,
	    err);
	web_draw(&p->w, p->d->tools, &pictures, &why);
	if (why.n > 0)
		cli_warn("%s", buf_text(&why));
	review_name(r->kind, r->days, &name);
	good = good && report_beside_write(&(struct report_beside){ p->d, r,
	    buf_text(&name), &p->arena }, &p->w, err);
	if (good) {
		web_report(&p->w, &out);
		good = (p->d->pdf == NULL || write_pdf(p->d, buf_text(&name),
		    buf_view(&out), err));
		buf_puts(&name, ".html");
		good = write_page_file(p->d, buf_text(&name), buf_view(&out),
		    good ? err : NULL) && good;
	}
	web_pictures_close(&pictures);
	buf_close(&name);
	buf_close(&out);
	buf_close(&why);
	return good;
}

static bool
write_period(const struct report_dir *d, const struct store_site *s,
    const struct show_when *when, struct err *err)
{
	struct review_query q = { when->kind, when->days, d->now_s,
		when->usual, d->public };
	struct review *r = mem_new(sizeof(*r));
	struct page p = { .d = d, .r = r };
	bool good = file_mkdirs(d->path, 0755, err) &&
	    review_load(s, &q, r, err);

	if (good && d->robots != NULL) {
		r->show.show.f.robots = d->robots;
		r->show.show.f.robots_sha256 = d->robots_sha256;
	}
	good = good && write_page(&p, s, err);
	review_close(r);
	mem_free(r);
	arena_close(&p.arena);
	return good;
}

bool
report_dir_write(const struct report_dir *d, const struct store_site *s,
    const struct show_when *when, struct err *err)
{
	return write_period(d, s, when, err) && write_index(d, s, err);
}

static struct period
month_of(int32_t day)
{
	struct civil c = civil_date(day);
	int32_t first = civil_month_start(day);

	return (struct period){ first,
		first + civil_month_days(c.year, c.month) - 1 };
}

bool
report_dir_write_all(const struct report_dir *d, const struct store_site *s,
    struct err *err)
{
	struct show_when when = { .kind = PERIOD_KIND_MONTH };
	int32_t last = zone_day_at(s->site->zone, d->now_s).day, first = last;
	struct day_list all;
	bool good = figures_days(s, PERIOD_ALL, d->now_s, &all, err);

	if (!good)
		return false;
	if (all.n > 0) {
		first = all.day[0].day;
		last = all.day[all.n - 1].day;
	}
	mem_free(all.day);
	for (; good && first <= last; first = when.days.to + 1) {
		when.days = month_of(first);
		good = write_period(d, s, &when, err);
	}
	return good && write_index(d, s, err);
}
