/* SPDX-License-Identifier: MIT */
/* cmd_plot.c -- one chart of a period as a picture. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/drawing.h"
#include "cli/known_site.h"
#include "cli/report_when.h"
#include "cli/workplace.h"
#include "common/file.h"
#include "publish/chart_words.h"
#include "publish/period_text.h"
#include "publish/ranks.h"
#include "publish/review.h"

static const struct option_set set = {
	.command = "plot",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(MONTH) |
	    OPTION_BIT(WEEK) | OPTION_BIT(QUARTER) | OPTION_BIT(YEAR) |
	    OPTION_BIT(FROM) | OPTION_BIT(TO) | OPTION_BIT(NOW) |
	    OPTION_BIT(LANG) | OPTION_BIT(FORMAT) | OPTION_BIT(THEME) |
	    OPTION_BIT(PUBLIC) | OPTION_BIT(OUTPUT),
	.usage = "NAME [PERIOD] [-c FILE] -o FILE",
	.examples = "  truycap plot days --month 2026-10 -o days.svg\n"
	    "  truycap plot week --format png --theme dark -o week.png\n"
	    "  truycap plot months --lang en --format pdf -o months.pdf",
};

/* What a row may show. */
struct figures {
	struct review_charts charts;
	struct chart_ranks ranks;
};

#define PLOT_TABLE(X)                                                          \
	X(days, DAYS, charts.days, WEB_DAYS_TITLE, "visits and page views of each day") \
	X(week, WEEK, charts.week, WEB_WEEK_TITLE, "visits by weekday and hour") \
	X(online, ONLINE, charts.online, WEB_ONLINE_TITLE, "who is online, by hour") \
	X(months, BARS, charts.months, WEB_MONTHS_TITLE, "visits of 13 months") \
	X(years, BARS, charts.years, WEB_YEARS_TITLE, "visits of up to 60 months") \
	X(ranks, RANKS, ranks, WEB_RANKS_TITLE, "what `truycap rank` keeps, by year") \
	X(strip, STRIP, charts.strip, WEB_STRIP_TITLE, "was the site served, hour by hour") \
	X(times, TIMES, charts.times, WEB_TIMES_TITLE, "response times of each day") \
	X(shares, SHARES, charts.shares, WEB_SHARES_TITLE, "whose requests: people, robots, others") \
	X(sections, ROWS, charts.sections, SHOW_SECTIONS, "page views by section") \
	X(countries, ROWS, charts.countries, SHOW_COUNTRIES, "visits by country") \
	X(sources, ROWS, charts.sources, SHOW_SOURCES, "visits by where they came from") \
	X(referrers, ROWS, charts.referrers, SHOW_REFERRERS, "page views by referring site") \
	X(visits, SPARK, charts.visits, REPORT_VISITS, "a sparkline of visits by day") \
	X(pages, SPARK, charts.pages, REPORT_PAGES, "a sparkline of page views by day") \
	X(visitors, SPARK, charts.visitors, REPORT_VISITORS, "a sparkline of visitors by day") \
	X(peaks, SPARK, charts.peaks, REPORT_PEAK, "a sparkline of the days' online peaks")

static const struct plot {
	const char *name, *about;
	enum draw_kind kind;
	size_t data; /* in struct figures */
	enum message title;
} plots[] = {
#define X(name, kind, field, title, about)                                     \
	{ #name, about, DRAW_##kind, offsetof(struct figures, field),    \
	    MSG_##title },
	PLOT_TABLE(X)
#undef X
};
enum { PLOTS = sizeof(plots) / sizeof(*plots) };

struct plotting {
	const struct plot *plot;
	enum draw_form form;
	enum draw_theme theme;
	enum lang lang;
	const char *path;
};

/* The help lists what there is, one a line: completion reads it, too. */
static void
put_about(struct buf *out)
{
	buf_puts(out, "One chart of a period of a configured site, from what was "
	    "counted, drawn by gnuplot.\n--format is svg (the default), png (at "
	    "twice the size) or pdf; --theme light, dark or\nprint; -o - is "
	    "standard output.  NAME is one of:\n");
	for (int i = 0; i < PLOTS; i++)
		buf_printf(out, "  %-12s %s\n", plots[i].name, plots[i].about);
	out->n--; /* the last line's end */
}

/* Which of the words it is; the first where nothing is said. */
static bool
read_word(const struct options *o, enum opt id, const char *const *word,
    int *out, struct err *err)
{
	const char *said = o->value[id];
	int i = 0;

	while (said != NULL && word[i] != NULL && strcmp(word[i], said) != 0)
		i++;
	if (word[i] == NULL)
		return err_set(err, ERR_USAGE, "plot: \"%s\" is neither %s, %s "
		    "nor %s", said, word[0], word[1], word[2]);
	*out = i;
	return true;
}

static bool
read_options(const struct options *o, struct plotting *p, struct err *err)
{
	static const char *const forms[] = { "svg", "png", "pdf", NULL };
	static const char *const themes[] = { "light", "dark", "print", NULL };
	int form, theme;

	for (int i = 0; o->n_args == 1 && i < PLOTS; i++)
		if (strcmp(o->arg[0], plots[i].name) == 0)
			p->plot = &plots[i];
	if (p->plot == NULL)
		return err_set(err, ERR_USAGE, "plot: what? days, week, "
		    "months...; see truycap plot --help");
	if (!options_has(o, OPTION_OUTPUT))
		return err_set(err, ERR_USAGE, "plot: where to? with -o FILE, "
		    "or -o - for standard output");
	if (!read_word(o, OPTION_FORMAT, forms, &form, err) ||
	    !read_word(o, OPTION_THEME, themes, &theme, err))
		return false;
	p->form = (enum draw_form)form;
	p->theme = (enum draw_theme)theme;
	p->path = o->value[OPTION_OUTPUT];
	return true;
}

static bool
read_lang(const struct options *o, const struct site *site, enum lang *out,
    struct err *err)
{
	const char *lang = o->value[OPTION_LANG];

	if (lang != NULL && strcmp(lang, "vi") != 0 && strcmp(lang, "en") != 0)
		return err_set(err, ERR_USAGE, "--lang %s: vi or en", lang);
	*out = lang_of(lang != NULL ? lang : site->lang);
	return true;
}

static bool
any_day(const struct chart_days *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->day[i].visits != CHART_NONE)
			return true;
	return false;
}

static bool
any_value(const struct chart_spark *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->value[i] != CHART_NONE)
			return true;
	return false;
}

/* A chart of nothing is none. */
static bool
has_data(const struct plot *plot, const struct figures *f)
{
	const struct review_charts *c = &f->charts;
	const void *data = (const char *)f + plot->data;

	switch (plot->kind) {
	case DRAW_DAYS:
		return any_day(&c->days);
	case DRAW_WEEK:
		return c->has_week;
	case DRAW_ONLINE:
		return c->has_online;
	case DRAW_STRIP:
		return c->strip.n > 0;
	case DRAW_TIMES:
		return c->times.n > 0;
	case DRAW_SHARES:
		return c->shares.n > 0;
	case DRAW_BARS:
		return ((const struct chart_bars *)data)->n > 0;
	case DRAW_ROWS:
		return ((const struct chart_rows *)data)->n > 0;
	case DRAW_SPARK:
		return any_value(data);
	case DRAW_RANKS:
		return f->ranks.n > 0;
	default:
		return false;
	}
}

static bool
no_data(const struct plotting *p, const struct review *r, struct err *err)
{
	if (p->plot->kind == DRAW_RANKS)
		return err_set(err, ERR_NOINPUT, "plot ranks: nothing to draw; "
		    "`truycap rank add` enters what others publish");
	return err_set(err, ERR_NOINPUT, "plot %s: nothing to draw in this "
	    "period%s", p->plot->name, r->n_days > 0 ? "" :
	    "; what goes by day or hour is drawn of 366 days at most");
}

static bool
write_image(const char *path, struct span image, struct err *err)
{
	struct out o = { 0 };
	bool good;

	if (strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0)
		return (fwrite(image.p, 1, image.n, stdout) == image.n &&
		    fflush(stdout) == 0) || err_set(err, ERR_IO,
		    "standard output: %s", strerror(errno));
	good = out_begin(&o, path, 0644, err);
	if (good)
		buf_span(&o.buf, image);
	good = good && out_commit(&o, err);
	out_close(&o);
	return good;
}

static bool
draw(const struct plotting *p, const struct review *r,
    const struct figures *figures, struct err *err)
{
	const char *word[CHART_WORD__MAX];
	struct drawing_place place;
	struct buf when = { 0 }, warning = { 0 };
	struct chart_frame frame = { .id = p->plot->name, .lang = p->lang,
		.title = message(p->lang, p->plot->title), .word = word };
	struct draw_request q = { .kind = p->plot->kind, .frame = &frame,
		.data = (const char *)figures + p->plot->data,
		.form = p->form, .theme = p->theme };
	bool good;

	chart_words(word, p->lang);
	buf_puts(&when, r->site->name);
	if (p->plot->kind != DRAW_RANKS) {
		buf_puts(&when, " – ");
		period_text(&when, r->days, p->lang);
	}
	frame.subtitle = buf_text(&when);
	drawing_open(&place, r->now_s);
	good = draw_all(&place.tools, &q, 1, &warning, err) &&
	    (q.drawn || ((*err = q.err), false)) &&
	    write_image(p->path, buf_view(&q.image), err);
	if (warning.n > 0)
		cli_warn("%s", buf_text(&warning));
	drawing_close(&place);
	buf_close(&q.image);
	buf_close(&when);
	buf_close(&warning);
	return good;
}

static bool
plot_site(const struct plotting *p, const struct options *o,
    const struct store_site *s, struct err *err)
{
	struct review *r = mem_new(sizeof(*r));
	struct ranks ranks = { .n = 0 };
	struct figures figures;
	struct arena arena = { NULL, 0 };
	struct show_when when;
	bool good = report_when(o, zone_day_at(s->site->zone, o->now_s).day,
	    &when, err) && review_load(s, &(struct review_query){ when.kind,
	    when.days, o->now_s, when.usual,
	    options_has(o, OPTION_PUBLIC) }, r, err) &&
	    (p->plot->kind != DRAW_RANKS || ranks_load(s, &ranks, err));

	if (good) {
		review_charts(r, p->lang, &arena, &figures.charts);
		figures.ranks = ranks.chart;
		good = has_data(p->plot, &figures) || no_data(p, r, err);
	}
	good = good && draw(p, r, &figures, err);
	ranks_close(&ranks);
	review_close(r);
	mem_free(r);
	arena_close(&arena);
	return good;
}

static bool
plot(const struct options *o, struct plotting *p, struct err *err)
{
	struct workplace w = { .lock = -1 };
	struct store_site s;
	size_t i = 0;
	bool known, good = workplace_read(o, &w, err) &&
	    workplace_site(&w, o, &i, err) &&
	    read_lang(o, &w.settings.site[i], &p->lang, err) &&
	    db_begin_read(w.db, err) &&
	    known_site(w.db, &w.settings.site[i], &known, &s, err) &&
	    (known || err_set(err, ERR_NOINPUT, "site %s: nothing counted yet; "
	    "`truycap update` does", w.settings.site[i].id)) &&
	    plot_site(p, o, &s, err);

	if (w.db != NULL)
		db_rollback(w.db);
	workplace_close(&w);
	return good;
}

int
cmd_plot(const struct cli *cli, int argc, char **argv)
{
	struct plotting p = { .plot = NULL };
	struct option_set told = set;
	struct buf about = { 0 };
	struct options o;
	struct err err;
	bool good;

	put_about(&about);
	told.about = buf_text(&about);
	good = options_parse(cli, &told, (struct arguments){ argc, argv }, &o,
	    &err);
	buf_close(&about);
	if (!good)
		return cli_fail(&err);
	if (o.done)
		return 0;
	return read_options(&o, &p, &err) && plot(&o, &p, &err) ? 0 :
	    cli_fail(&err);
}
