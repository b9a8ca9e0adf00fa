/* SPDX-License-Identifier: MIT */
/* cmd_evidence.c -- a period's figures as a bundle that an assessor can check. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/drawing.h"
#include "cli/evidence_make.h"
#include "cli/evidence_criteria.h"
#include "cli/known_site.h"
#include "cli/presence_when.h"
#include "common/civil.h"
#include "common/file.h"
#include "publish/availability_load.h"

static const struct option_set set = {
	.command = "evidence",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(MONTH) |
	    OPTION_BIT(WEEK) | OPTION_BIT(QUARTER) | OPTION_BIT(HALF) |
	    OPTION_BIT(YEAR) | OPTION_BIT(CALENDAR) | OPTION_BIT(FROM) |
	    OPTION_BIT(TO) | OPTION_BIT(CRITERIA) | OPTION_BIT(NOW) |
	    OPTION_BIT(LANG) | OPTION_BIT(OUTPUT),
	.usage = "[PERIOD] [-c FILE] -o FILE.zip",
	.about = "A bundle for whoever assesses a site: a document (HTML, and "
	    "PDF where weasyprint is\ninstalled) in the layout of state "
	    "documents, the figures as CSV, JSON and XLSX, charts,\nthe rules "
	    "and lists, the hashes of all logs that were counted, and a "
	    "manifest.  It has\nno line of a log, no address and no visitor's "
	    "key.  The same period at the same --now\nmakes the same bytes.  "
	    "`truycap verify` checks it, against the logs too.\n\nPrints the "
	    "SHA-256 of the bundle: note it where nobody can change it.\nPERIOD "
	    "is --month, --quarter, --half, --year (with --calendar nd09 from "
	    "the 15th to the\n14th), or --from and --to; the last whole month "
	    "where nothing is said.",
	.examples = "  truycap evidence --month 2026-10 --criteria vn-department -o "
	    "2026-10.zip\n"
	    "  truycap evidence --from 2026-09-15 --to 2026-10-14 --lang en "
	    "-o bundle.zip\n"
	    "  truycap verify bundle.zip /var/log/nginx/access.log*",
};

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

/* As a report of these days is called. */
static enum period_kind
kind_of(struct period days)
{
	struct civil from = civil_date(days.from), end = civil_date(days.to + 1);

	if (days.from == days.to)
		return PERIOD_KIND_DAY;
	if (from.day != 1 || end.day != 1)
		return PERIOD_KIND_RANGE;
	if (days.to - days.from + 1 == civil_month_days(from.year, from.month))
		return PERIOD_KIND_MONTH;
	return from.month == 1 && end.month == 1 && end.year == from.year + 1 ?
	    PERIOD_KIND_YEAR : PERIOD_KIND_RANGE;
}

static bool
write_bundle(const struct options *o, struct bundle *b, struct err *err)
{
	const char *path = o->value[OPTION_OUTPUT];
	struct buf zip = { 0 };
	struct out out = { 0 };
	char hash[65];
	bool good = bundle_write(b, &zip, err);

	if (good && strcmp(path, "-") == 0) {
		good = (fwrite(zip.p, 1, zip.n, stdout) == zip.n &&
		    fflush(stdout) == 0) || err_set(err, ERR_IO,
		    "standard output: %s", strerror(errno));
	} else if (good) {
		good = out_begin(&out, path, 0644, err);
		if (good)
			buf_span(&out.buf, buf_view(&zip));
		good = good && out_commit(&out, err);
		out_close(&out);
		hash_sha256_hex(zip.p, zip.n, hash);
		if (good)
			printf("%s  %s\n", hash, path);
	}
	buf_close(&zip);
	return good;
}

static bool
make(const struct options *o, struct evidence_making *m, struct err *err)
{
	struct drawing_place drawing;
	struct pdf_maker pdf;
	struct bundle b = { .n = 0 };
	struct buf warning = { 0 };
	struct err why;
	bool good;

	drawing_open(&drawing, o->now_s);
	pdf_find(&pdf, drawing.tools.scratch);
	m->tools = &drawing.tools;
	m->pdf = pdf_ready(&pdf, &why) ? &pdf : NULL;
	if (m->pdf == NULL)
		cli_warn("evidence: %s; the document is HTML only", why.text);
	else if (pdf.weasyprint == NULL)
		cli_warn("evidence: chromium's PDF has other bytes each time; "
		    "weasyprint's has not");
	good = evidence_make(m, &b, &warning, err) && write_bundle(o, &b, err);
	if (warning.n > 0)
		cli_warn("evidence: %s", buf_text(&warning));
	pdf_close(&pdf);
	drawing_close(&drawing);
	bundle_close(&b);
	buf_close(&warning);
	return good;
}

static bool
evidence(const struct options *o, const struct workplace *w,
    struct err *err)
{
	struct evidence_making m = { .w = w, .now_s = o->now_s };
	struct arena arena = { NULL, 0 };
	struct presence_when when;
	struct store_site s;
	bool known;

	if (!workplace_site(w, o, &m.site, err))
		return false;

	const struct site *site = &w->settings.site[m.site];

	if (!read_lang(o, site, &m.lang, err) || !presence_when(o,
	    zone_day_at(site->zone, o->now_s).day, &when, err) ||
	    !db_begin_read(w->db, err) || !known_site(w->db, site, &known, &s,
	    err))
		return false;
	if (when.days.to - (int64_t)when.days.from >= AVAILABILITY_DAYS)
		return err_set(err, ERR_USAGE, "evidence: at most 60 years");
	if (!known)
		return err_set(err, ERR_NOINPUT, "site %s: nothing counted "
		    "yet; `truycap update` does", site->id);
	m.s = &s;
	m.days = when.days;
	m.before = when.before;
	m.kind = kind_of(when.days);
	m.criteria = evidence_criteria_names(o, &arena);
	known = make(o, &m, err);
	arena_close(&arena);
	return known;
}

int
cmd_evidence(const struct cli *cli, int argc, char **argv)
{
	struct workplace w = { .lock = -1 };
	struct options o;
	struct err err;
	bool good;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv }, &o,
	    &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	good = (o.n_args == 0 && options_has(&o, OPTION_OUTPUT)) ||
	    err_set(&err, ERR_USAGE, "evidence: where to? with -o FILE.zip");
	good = good && workplace_read(&o, &w, &err) && evidence(&o, &w, &err);
	if (w.db != NULL)
		db_rollback(w.db);
	workplace_close(&w);
	return good ? 0 : cli_fail(&err);
}
