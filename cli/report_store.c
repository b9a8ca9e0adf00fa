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

static bool
write_site(const struct workplace *w, const struct site *site,
    const struct options *o, struct report_dir *d, struct err *err)
{
	struct ledger_last last;
	struct store_site s;
	struct show_when when;
	bool known;

	if (!report_when(o, zone_day_at(site->zone, o->now_s).day, &when,
	    err) || !known_site(w->db, site, &known, &s, err))
		return false;
	if (!known)
		return err_set(err, ERR_NOINPUT, "site %s: nothing counted "
		    "yet; `truycap update` does", site->id);
	if (!ledger_run_last(w->db, &last, err))
		return false;
	take_robots(last.robots, d);
	return report_dir_write(d, &s, &when, err);
}

/* The lock: one writer of these files at a time. */
bool
report_store(const struct cli *cli, const struct options *o, struct err *err)
{
	struct workplace w = { .lock = -1 };
	struct drawing_place drawing;
	struct pdf_maker pdf;
	struct buf path = { 0 };
	struct report_dir d = { .now_s = o->now_s,
		.public = options_has(o, OPTION_PUBLIC),
		.tell = cli->terminal || options_has(o, OPTION_VERBOSE) };
	size_t i = 0;
	bool good = options_has(o, OPTION_OUTPUT) || err_set(err, ERR_USAGE,
	    "report: where to? with -o DIR");

	drawing_open(&drawing, o->now_s);
	pdf_find(&pdf, drawing.tools.scratch);
	d.tools = &drawing.tools;
	d.pdf = options_has(o, OPTION_PDF) ? &pdf : NULL;
	good = good && (d.pdf == NULL || pdf_ready(d.pdf, err)) &&
	    workplace_publish(o, &w, err) &&
	    workplace_site(&w, o, &i, err) &&
	    read_lang(o, &w.settings.site[i], &d.lang, err);
	if (good) {
		buf_printf(&path, "%s/%s", o->value[OPTION_OUTPUT],
		    w.settings.site[i].id);
		d.path = buf_text(&path);
		good = db_begin_read(w.db, err) &&
		    write_site(&w, &w.settings.site[i], o, &d, err);
		db_rollback(w.db);
	}
	workplace_close(&w);
	pdf_close(&pdf);
	drawing_close(&drawing);
	buf_close(&path);
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
