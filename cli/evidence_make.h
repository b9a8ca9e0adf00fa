/* SPDX-License-Identifier: MIT */
/* evidence_make.h -- inside `truycap evidence`: from a store to the files of a bundle. */
#ifndef CLI_EVIDENCE_MAKE_H
#define CLI_EVIDENCE_MAKE_H

#include "aggregate/period.h"
#include "cli/pdf.h"
#include "cli/workplace.h"
#include "publish/evidence.h"

struct evidence_making {
	const struct workplace *w;
	size_t site;             /* of the configuration */
	const struct store_site *s;
	enum period_kind kind;
	struct period days, before;
	const char *const *criteria; /* names; NULL: the site's */
	int64_t now_s;
	enum lang lang;
	const struct draw_tools *tools;
	const struct pdf_maker *pdf; /* NULL: no PDF */
};

/* All files into *out.  *warning (appended to): what the user should know; mostly nothing. */
bool evidence_make(const struct evidence_making *m, struct bundle *out,
    struct buf *warning, struct err *err);

/* What the bundle is of, as can-cu/bundle.conf tells it. */
struct evidence_about {
	const char *site, *period, *program;
	struct period days, before;
	enum period_kind kind;
	int64_t now_s;
	enum lang lang;
	const char *const *criteria; /* files of the bundle's can-cu; NULL-terminated; or NULL */
	int32_t since;           /* the store's first day with lines; INT32_MIN: none */
	const char *head;        /* of the chain; or NULL */
	int64_t head_seq;
};
void evidence_about_put(const struct evidence_about *a,
    const struct zone *zone, struct buf *out);
/* Texts are of the arena.  ERR_DATA: it is none. */
bool evidence_about_read(struct span text, struct arena *arena,
    struct evidence_about *out, struct err *err);

#endif
