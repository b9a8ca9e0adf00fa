/* SPDX-License-Identifier: MIT */
#include "cli/report_store.h"

#include "cli/drawing.h"
#include "cli/known_site.h"
#include "cli/report_dir.h"
#include "cli/report_when.h"
#include "cli/workplace.h"
#include "store/ledger.h"

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

/* The list's name and hash, as the last run noted them: "NAME sha256:HASH". */
static void
take_robots(char *text, struct report_dir *d)
{
	char *blank = strchr(text, ' ');

	d->robots = text;
	d->robots_sha256 = "";
	if (blank == NULL)
		return;
	*blank++ = '\0';
	d->robots_sha256 = strncmp(blank, "sha256:", 7) == 0 ? blank + 7 :
	    blank;
}

struct storing {
	const struct workplace *w;
	const struct options *o;
	struct report_dir *d;
	bool known; /* something was counted of the site at work */
};

static bool
write_in(struct storing *g, const struct site *site, struct err *err)
{
	struct ledger_last last;
	struct store_site s;
	struct show_when when;

	g->known = true;
	if (!read_lang(g->o, site, &g->d->lang, err) ||
	    !report_when(g->o, zone_day_at(site->zone, g->o->now_s).day,
	    &when, err) || !known_site(g->w->db, site, &g->known, &s, err))
		return false;
	if (!g->known)
		return err_set(err, ERR_NOINPUT, "site %s: nothing counted "
		    "yet; `truycap update` does", site->id);
	if (!ledger_run_last(g->w->db, &last, err))
		return false;
	take_robots(last.robots, g->d);
	return report_dir_write(g->d, &s, &when, err);
}

static bool
write_site(struct storing *g, size_t i, struct err *err)
{
	const struct site *site = &g->w->settings.site[i];
	struct buf path = { 0 };
	bool good;

	buf_printf(&path, "%s/%s", g->o->value[OPTION_OUTPUT], site->id);
	g->d->path = buf_text(&path);
	good = write_in(g, site, err);
	buf_close(&path);
	return good;
}

/* The site that is named; else all that something was counted of. */
static bool
write_sites(struct storing *g, struct err *err)
{
	size_t i, n = 0;

	if (g->o->value[OPTION_SITE] != NULL || g->w->settings.n_sites == 1)
		return workplace_site(g->w, g->o, &i, err) &&
		    write_site(g, i, err);
	for (i = 0; i < g->w->settings.n_sites; i++) {
		if (write_site(g, i, err))
			n++;
		else if (g->known)
			return false;
		else
			cli_warn("%s", err->text);
	}
	return n > 0 || err_set(err, ERR_NOINPUT,
	    "report: nothing counted yet of any site");
}

/* The lock: one writer of these files at a time. */
bool
report_store(const struct cli *cli, const struct options *o, struct err *err)
{
	struct workplace w = { .lock = -1 };
	struct drawing_place drawing;
	struct pdf_maker pdf;
	struct report_dir d = { .now_s = o->now_s,
		.public = options_has(o, OPTION_PUBLIC),
		.tell = cli->terminal || options_has(o, OPTION_VERBOSE) };
	bool good = options_has(o, OPTION_OUTPUT) || err_set(err, ERR_USAGE,
	    "report: where to? with -o DIR");

	drawing_open(&drawing, o->now_s);
	pdf_find(&pdf, drawing.tools.scratch);
	d.tools = &drawing.tools;
	d.pdf = options_has(o, OPTION_PDF) ? &pdf : NULL;
	good = good && (d.pdf == NULL || pdf_ready(d.pdf, err)) &&
	    workplace_publish(o, &w, err) && db_begin_read(w.db, err);
	if (good) {
		good = write_sites(&(struct storing){ &w, o, &d, false }, err);
		db_rollback(w.db);
	}
	workplace_close(&w);
	pdf_close(&pdf);
	drawing_close(&drawing);
	return good;
}

bool
report_logs_only(const struct options *o, struct err *err)
{
	if (report_when_asked(o))
		return err_set(err, ERR_USAGE, "report: a period is of what "
		    "was counted, not of logs; leave one of them out");
	if (options_has(o, OPTION_CONFIG))
		return err_set(err, ERR_USAGE, "report: logs are looked at "
		    "without a configuration; leave out -c, or the logs");
	return true;
}
