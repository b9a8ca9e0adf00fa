/* SPDX-License-Identifier: MIT */
#include "publish/widget.h"

#include <sys/stat.h>

#include "common/file.h"
#include "publish/json.h"
#include "publish/widget_view.h"

static const unsigned char css[] = {
#include "publish/assets/visits.css.inc"
};
static const unsigned char js[] = {
#include "publish/assets/visits.js.inc"
};

enum {
	VALID_LEAST_S = 300, /* five runs of cron may fail before readers doubt */
	FILE_MAX_BYTES = 1 << 20
};

void
widget_put_json(const struct widget_view *v, struct buf *out)
{
	const struct widget_figures *f = v->f;
	int64_t window_s = v->site->online_window_s;
	struct json j = json_begin(out);

	json_object(&j);
	json_key_int(&j, "v", 1);
	json_key_text(&j, "site", v->host);
	json_key_text(&j, "generated", v->generated_stamp);
	/* for how long after that a reader may take the figures for current */
	json_key_int(&j, "valid_s", window_s > VALID_LEAST_S ? window_s :
	    VALID_LEAST_S);
	json_key_text(&j, "as_of", v->as_of_stamp);
	json_key_bool(&j, "stale", f->stale);
	json_key_bool(&j, "complete", f->complete);
	json_key_text(&j, "tz", v->site->zone_name);
	json_line(&j);
	json_key_text(&j, "unit", v->unit_name);
	for (int i = 0; i < FIGURE__MAX; i++) {
		json_key(&j, v->figure[i].key);
		if (v->figure[i].known)
			json_int(&j, v->figure[i].n);
		else
			json_null(&j);
	}
	json_key_int(&j, "online_window_s", window_s);
	json_key_text(&j, "total_since", v->since_stamp);
	json_line(&j);
	json_key(&j, "fmt");
	json_object(&j);
	for (int i = 0; i < FIGURE__COUNTERS; i++)
		json_key_text(&j, v->figure[i].key, v->figure[i].shown);
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

void
widget_json(const struct site *site, const struct widget_figures *f,
    struct buf *out)
{
	struct widget_view v;

	widget_view_open(&v, site, f);
	widget_put_json(&v, out);
	widget_view_close(&v);
}

static void
put_css(const struct widget_view *v, struct buf *out)
{
	(void)v;
	buf_add(out, css, sizeof(css));
}

static void
put_js(const struct widget_view *v, struct buf *out)
{
	(void)v;
	buf_add(out, js, sizeof(js));
}

static void
put_badge_online(const struct widget_view *v, struct buf *out)
{
	widget_put_badge(v, FIGURE_ONLINE, out);
}

static void
put_badge_today(const struct widget_view *v, struct buf *out)
{
	widget_put_badge(v, FIGURE_TODAY, out);
}

static void
put_badge_month(const struct widget_view *v, struct buf *out)
{
	widget_put_badge(v, FIGURE_MONTH, out);
}

static void
put_badge_total(const struct widget_view *v, struct buf *out)
{
	widget_put_badge(v, FIGURE_TOTAL, out);
}

/* pad: the size is a multiple of it, and for years of figures the same one.  The
 * two that change only with the program come first: a page never sees new markup with
 * old style. */
static const struct {
	const char *name;
	void (*put)(const struct widget_view *v, struct buf *out);
	size_t pad;
} files[] = {
	{ "visits.css", put_css, 1 },
	{ "visits.js", put_js, 1 },
	{ "visits.json", widget_put_json, 1536 },
	{ "visits.html", widget_put_html, 4096 },
	{ "visits-frame.html", widget_put_frame, 5120 },
	{ "visits.svg", widget_put_svg, 5120 },
	{ "visits.txt", widget_put_text, 1536 },
	{ "badge-online.svg", put_badge_online, 1536 },
	{ "badge-today.svg", put_badge_today, 1536 },
	{ "badge-month.svg", put_badge_month, 1536 },
	{ "badge-total.svg", put_badge_total, 1536 },
};

/* Blanks before the last newline: they mean nothing in any of the formats. */
static void
pad(struct buf *b, size_t multiple)
{
	size_t want = (b->n + multiple - 1) / multiple * multiple;

	if (want == b->n)
		return;
	buf_reserve(b, want - b->n);
	memset(b->p + b->n, ' ', want - b->n);
	b->p[want - 1] = '\n';
	b->n = want;
}

/* True if path is a file of ours with just these bytes: not a link to one, and
 * readable by the web server. */
static bool
is_there(const char *path, struct span want)
{
	struct buf now = { 0 };
	struct stat st;

	if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode) ||
	    (st.st_mode & 0777) != 0644 || (size_t)st.st_size != want.n)
		return false;
	bool same = file_read(path, FILE_MAX_BYTES, &now, NULL) &&
	    span_eq(buf_view(&now), want);
	buf_close(&now);
	return same;
}

static bool
replace(const char *path, struct span want, struct err *err)
{
	struct out o = { 0 };
	bool ok = out_begin(&o, path, 0644, err);

	if (ok)
		buf_span(&o.buf, want);
	ok = ok && out_commit(&o, err);
	out_close(&o);
	return ok;
}

bool
widget_publish(const struct site *site, const struct widget_figures *f,
    int *changed, struct err *err)
{
	struct buf path = { 0 }, want = { 0 };
	struct widget_view v;
	int replaced = 0;
	bool ok = true;

	if (site->widget_dir == NULL) {
		*changed = 0;
		return true;
	}
	widget_view_open(&v, site, f);
	ok = file_mkdirs(site->widget_dir, 0755, err);
	for (size_t i = 0; ok && i < sizeof(files) / sizeof(files[0]); i++) {
		buf_clear(&path);
		buf_printf(&path, "%s/%s", site->widget_dir, files[i].name);
		buf_clear(&want);
		files[i].put(&v, &want);
		pad(&want, files[i].pad);
		if (is_there(buf_text(&path), buf_view(&want)))
			continue;
		ok = replace(buf_text(&path), buf_view(&want), err);
		replaced += ok;
	}
	if (ok)
		*changed = replaced;
	widget_view_close(&v);
	buf_close(&path);
	buf_close(&want);
	return ok || err_add(err, "widget");
}
