/* SPDX-License-Identifier: MIT */
/* criteria.h -- by what a site's presence is assessed: a criteria file, checked.
 *
 *     [criteria "vn-department"]     what the set is; official = no unless a decision says so
 *     [instrument "nd42"]            a legal instrument and its dates of validity
 *     [section "tin-tuc"]            a part of the site: patterns, weight, obligations
 *     [item "1"]                     a line that is scored: a measure, a floor, a target
 *     [manual "hs-4"]                a value that no log can show, with the file that proves it
 *     [review "1"]                   points that people gave: self, reviewed, published
 *     [reconcile "widget"]           another counter's figure for the same days
 *     [register "van-ban"]           documents with the days on which they were signed
 *     [band "Khá"]                   what a total is called
 *
 * docs/CRITERIA.md describes each key.  Several files make one set: a shipped one, and what the
 * site's people entered.  Wrong ones are refused with file, line and reason (ERR_CONFIG).
 */
#ifndef AGGREGATE_CRITERIA_H
#define AGGREGATE_CRITERIA_H

#include "aggregate/metric.h"
#include "common/buf.h"
#include "common/counter.h"
#include "common/ini.h"
#include "common/lang.h"

enum { CRITERIA_ONE = 1000000 }; /* weights, points and shares are in millionths */

/* What a section is for. */
#define CRITERIA_KIND_TABLE(X)                                                 \
	X(NEWS, "news")           /* P11 */                                    \
	X(DOCUMENTS, "documents")                                              \
	X(FEEDBACK, "feedback")   /* P23: a POST is a word from a citizen */   \
	X(SEARCH, "search")       /* P23 */                                    \
	X(FOREIGN, "foreign")     /* P18 */                                    \
	X(PROCEDURE, "procedure")
enum criteria_kind {
#define X(id, name) CRITERIA_##id,
	CRITERIA_KIND_TABLE(X)
#undef X
	CRITERIA_KIND__MAX
};

/* The four stages of a public site. */
#define CRITERIA_STAGE_TABLE(X)                                                \
	X(NONE, "none")                                                        \
	X(PRESENCE, "presence")                                                \
	X(INTERACTION, "interaction")                                          \
	X(TRANSACTION, "transaction")                                          \
	X(TRANSFORMATION, "transformation")
enum criteria_stage {
#define X(id, name) CRITERIA_STAGE_##id,
	CRITERIA_STAGE_TABLE(X)
#undef X
	CRITERIA_STAGE__MAX
};

/* A number of days: "3 days", "2 working-days". */
struct criteria_days {
	bool given, working;
	int64_t n;
};

/* What every part of the file has.  title[] falls back to the other language, then to the id. */
struct criteria_head {
	const char *id;
	const char *title[LANG__MAX];
	const struct ini_entry *at; /* its section line: for messages */
};

struct criteria_instrument {
	struct criteria_head head;
	struct period valid;
	bool verified;      /* somebody has compared it with the text of the law */
	const char *source; /* or NULL */
};

struct criteria_section {
	struct criteria_head head;
	const char **pattern; /* as of site.h; NULL-terminated, at least one */
	bool required;
	int64_t weight;
	uint32_t kinds;       /* bit 1 << enum criteria_kind */
	int64_t min_bytes;    /* a shorter answer is an error page; 0: none is */
	struct criteria_days gap_limit; /* P12 */
	struct criteria_days deadline;  /* P13 and for people */
	bool deadline_verified;
	const char *instrument_id;
	const struct criteria_instrument *instrument; /* or NULL */
	enum metric_class evidence;
};

struct criteria_item {
	struct criteria_head head;
	const char *metric_name, *measure_name, *section_id;
	enum measure measure;
	const struct criteria_section *section; /* NULL: of the whole site */
	const char *floor_text, *target_text;
	int64_t floor, target; /* in the measure's unit; they differ */
	int64_t weight;        /* > 0 */
	enum criteria_stage stage;
	const char *instrument_id;
	const struct criteria_instrument *instrument; /* or NULL */
};

/* By hand: evidence class C. */
struct criteria_proof {
	const char *file;   /* relative to the criteria file's folder, or NULL */
	const char *sha256; /* 64 lower-case digits, or NULL */
	const char *by;     /* or NULL */
	int32_t date;       /* INT32_MIN: not given */
};
struct criteria_manual {
	struct criteria_head head;
	const char *value_text, *floor_text, *target_text;
	bool known;             /* value is given */
	int64_t value, floor, target; /* millionths of what is told; 50 % is a half */
	int64_t weight;
	enum criteria_stage stage;
	const char *period;     /* as it was entered, or NULL */
	struct criteria_proof proof;
};

/* Points given to an item or a manual line.  INT64_MIN: not given. */
struct criteria_review {
	struct criteria_head head; /* id: the item's */
	int64_t self, reviewed, published;
	const char *note;
};

struct criteria_reconcile {
	struct criteria_head head; /* id: whose figure, "widget" or "emc"... */
	const char *metric_name, *measure_name;
	enum measure measure;   /* a count */
	int32_t from, to;
	int64_t value;
	struct criteria_proof proof;
};

struct criteria_register {
	struct criteria_head head;
	const char *file;        /* CSV: number, day signed, address of the page */
};

struct criteria_band {
	struct criteria_head head;
	int64_t below;           /* points; INT64_MAX: the last one */
};

struct criteria {
	struct ini ini;
	struct arena arena;      /* owns what ini does not */
	struct criteria_head head;
	bool official;
	const char *basis;       /* the decision, or NULL */
	struct period valid;
	int64_t points;          /* that a full score is worth */
	struct criteria_instrument *instrument;
	struct criteria_section *section;
	struct criteria_item *item;
	struct criteria_manual *manual;
	struct criteria_review *review;
	struct criteria_reconcile *reconcile;
	struct criteria_register *registers;
	struct criteria_band *band; /* ascending */
	size_t n_instruments, n_sections, n_items, n_manuals, n_reviews,
	    n_reconciles, n_registers, n_bands;
};

/* Reads files into one set; out starts zeroed and is to be closed in any case. */
bool criteria_add_file(struct criteria *c, const char *path, struct err *err);
bool criteria_add_text(struct criteria *c, struct span text, const char *name,
    struct err *err);
/* All that the parts say of each other, once all are added. */
bool criteria_check(struct criteria *c, struct err *err);
void criteria_close(struct criteria *c);

/* A file that a part names into *path (cleared first): a relative one is in the folder of the
 * criteria file that the part is in. */
void criteria_path(const struct criteria_head *head, const char *file,
    struct buf *path);
/* The proof's file is there, and has the SHA-256 that was entered; a proof without a file is
 * good.  The error (ERR_DATA) has file and line, and what is missing or was changed. */
bool criteria_proof_good(const struct criteria_head *head,
    const struct criteria_proof *proof, struct err *err);
/* All of the set's; the error is of the first that is not good. */
bool criteria_prove(const struct criteria *c, struct err *err);

/* A shipped set by its name: its text; NULL: there is none. */
struct criteria_shipped {
	const char *name;
	struct span text;
};
const struct criteria_shipped *criteria_shipped(size_t i); /* NULL after the last */

#endif
