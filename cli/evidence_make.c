/* SPDX-License-Identifier: MIT */
#include "cli/evidence_make.h"

#include <stdlib.h>
#include <string.h>

#include "cli/evidence_criteria.h"
#include "cli/evidence_history.h"
#include "cli/evidence_proofs.h"
#include "cli/evidence_settings.h"
#include "cli/evidence_sources.h"
#include "cli/version.h"
#include "common/file.h"
#include "store/days.h"

enum { LIST_BYTES = 4 << 20 }; /* of a list of holidays */

struct making {
	const struct evidence_making *m;
	struct bundle *out;
	struct review *r;
	struct review_charts charts;
	struct evidence_sources sources;
	struct evidence_criteria criteria;
	struct evidence_history history;
	struct evidence e;
	struct arena arena;
	struct buf *warning;
};

static void
warn(struct making *k, const char *text)
{
	buf_printf(k->warning, "%s%s", k->warning->n > 0 ? "; " : "", text);
}

static bool
load(struct making *k, struct err *err)
{
	const struct evidence_making *m = k->m;
	struct review_query q = { m->kind, m->days, m->now_s, false, true };
	struct evidence_criteria_query c = { m->s, m->criteria, m->days,
		m->before, m->now_s };
	struct buf name = { 0 };

	if (!review_load(m->s, &q, k->r, err) || !evidence_sources_load(m->w,
	    m->s, k->r->days, &k->sources, err) ||
	    !evidence_criteria_load(&c, k->out, &k->criteria, err) ||
	    !evidence_history_load(m->s, k->r->days, &k->history, err))
		return false;
	evidence_proofs_take(&k->criteria, m->lang, k->out);
	review_charts(k->r, m->lang, &k->arena, &k->charts);
	review_name(k->r->kind, k->r->days, &name);
	k->e = (struct evidence){ .review = k->r, .charts = &k->charts,
		.lang = m->lang, .version = VERSION,
		.period = arena_dup(&k->arena, name.p, name.n),
		.source = k->sources.source, .n_sources = k->sources.n,
		.day = k->sources.day, .n_days = k->sources.n_days,
		.proof = k->criteria.proof, .n_proofs = k->criteria.n_proofs,
		.criteria = k->criteria.any ? &k->criteria.criteria : NULL,
		.score = k->criteria.any ? &k->criteria.score : NULL,
		.presence = &k->criteria.now, .pdf = m->pdf != NULL };
	evidence_history_tell(&k->history, &k->e);
	buf_close(&name);
	return true;
}

static void
put_about(const struct making *k, int32_t since, struct buf *out)
{
	const struct site *site = k->m->s->site;
	struct evidence_about a = { .site = site->id, .period = k->e.period,
		.program = VERSION, .days = k->r->days, .before = k->m->before,
		.criteria = k->criteria.names, .kind = k->r->kind,
		.now_s = k->m->now_s, .lang = k->m->lang, .since = since,
		.head = k->e.head, .head_seq = k->e.head_seq };

	evidence_about_put(&a, site->zone, out);
}

static bool
put_settings(struct making *k, struct err *err)
{
	const struct site *site = k->m->s->site;
	struct buf out = { 0 };
	int32_t since = INT32_MIN;
	bool any, good = days_first(k->m->s, &any, &since, err);

	evidence_settings_put(&k->m->w->settings, k->m->site,
	    k->criteria.site_names, &out);
	bundle_add_buf(k->out, BUNDLE_SETTINGS, &out);
	if (good && site->holidays_from != NULL &&
	    strchr(site->holidays_from, '/') != NULL) {
		good = file_read(site->holidays_from, LIST_BYTES, &out, err);
		if (good)
			bundle_add_buf(k->out, BUNDLE_HOLIDAYS, &out);
	}
	if (good)
		put_about(k, any ? since : INT32_MIN, &out);
	bundle_add_buf(k->out, BUNDLE_ABOUT, &out);
	buf_close(&out);
	return good;
}

static void
put_readme(struct making *k)
{
	struct buf out = { 0 };

	buf_printf(&out, "%s\n%s, %s\n\n%s\n    sha256sum -c %s\n"
	    "    truycap verify %s-%s.zip access.log*\n",
	    message(k->m->lang, MSG_EV_KIND), k->r->site->name, k->e.period,
	    message(k->m->lang, MSG_EV_FILES_ABOUT), BUNDLE_MANIFEST,
	    k->r->site->id, k->e.period);
	bundle_add_buf(k->out, BUNDLE_README, &out);
	buf_close(&out);
}

static bool
put_document(struct making *k, struct err *err)
{
	struct buf html = { 0 }, pdf = { 0 };
	bool good = true;

	evidence_document(&k->e, k->out, &html);
	if (k->m->pdf != NULL)
		good = pdf_make(k->m->pdf, buf_view(&html), k->m->now_s, &pdf,
		    err);
	bundle_add_buf(k->out, BUNDLE_HTML, &html);
	if (good && pdf.n > 0)
		bundle_add_buf(k->out, BUNDLE_PDF, &pdf);
	buf_close(&html);
	buf_close(&pdf);
	return good;
}

static int
by_name(const void *pa, const void *pb)
{
	const struct zip_file *a = pa, *b = pb;

	return strcmp(a->name, b->name);
}

bool
evidence_make(const struct evidence_making *m, struct bundle *out,
    struct buf *warning, struct err *err)
{
	struct making k = { .m = m, .out = out, .warning = warning,
		.r = mem_new(sizeof(*k.r)) };
	struct buf why = { 0 };
	bool good = load(&k, err);

	if (good) {
		evidence_draw(&k.e, m->tools, &why);
		if (why.n > 0)
			warn(&k, buf_text(&why));
		put_readme(&k);
	}
	good = good && evidence_data(&k.e, out, err) && put_settings(&k, err);
	if (good)
		evidence_criteria_put(&k.criteria, m->lang, out);
	if (good && out->n > 1)
		qsort(out->file, out->n, sizeof(*out->file), by_name);
	good = good && put_document(&k, err);
	evidence_close(&k.e);
	evidence_sources_close(&k.sources);
	evidence_criteria_close(&k.criteria);
	evidence_history_close(&k.history);
	review_close(k.r);
	mem_free(k.r);
	arena_close(&k.arena);
	buf_close(&why);
	return good;
}
