/* SPDX-License-Identifier: MIT */
/* bundle.h -- an evidence bundle: named files, and a manifest of their hashes.
 *
 * MANIFEST.sha256 has a line "HASH  NAME" for each of the others, by name, as sha256sum
 * writes it, so that `sha256sum -c` checks an unpacked bundle without this program.
 */
#ifndef PUBLISH_BUNDLE_H
#define PUBLISH_BUNDLE_H

#include "publish/zip.h"

#define BUNDLE_MANIFEST "MANIFEST.sha256"

/* Where the parts are; all begin with one of these folders, but the manifest and README.txt. */
#define BUNDLE_README "README.txt"
#define BUNDLE_HTML "bao-cao/report.html"
#define BUNDLE_PDF "bao-cao/report.pdf"
#define BUNDLE_CHARTS "bieu-do/"
#define BUNDLE_JSON "so-lieu/report.json"
#define BUNDLE_XLSX "so-lieu/report.xlsx"
#define BUNDLE_CSV "so-lieu/csv/"
#define BUNDLE_PRESENCE "so-lieu/presence" /* .json, .csv */
#define BUNDLE_SCORES "so-lieu/scores.csv"
#define BUNDLE_RANKS "so-lieu/ranks.csv"
#define BUNDLE_ABOUT "can-cu/bundle.conf"
#define BUNDLE_SETTINGS "can-cu/settings.conf"
#define BUNDLE_BASIS "can-cu/" /* criteria too: criteria-1.conf... */
#define BUNDLE_HOLIDAYS "can-cu/holidays.conf"
#define BUNDLE_DEFINITIONS "can-cu/definitions.txt"
#define BUNDLE_LIMITS "can-cu/limits.txt"
#define BUNDLE_SOURCES "can-cu/sources.csv"
#define BUNDLE_LINES "can-cu/lines-by-day.csv"
#define BUNDLE_EXCLUSIONS "can-cu/exclusions.csv"
#define BUNDLE_RESTATEMENTS "can-cu/restatements.csv"
#define BUNDLE_PROOFS "minh-chung/"

/* Starts zeroed; owns all that was added. */
struct bundle {
	struct zip_file *file;
	size_t n, cap;
	struct arena arena;
};

/* A copy of the bytes under that name. */
void bundle_add(struct bundle *b, const char *name, struct span bytes);
/* The same; *bytes is empty afterwards. */
void bundle_add_buf(struct bundle *b, const char *name, struct buf *bytes);
const struct zip_file *bundle_find(const struct bundle *b, const char *name);
/* Sorts by name, adds the manifest, appends the archive.  Equal files give equal bytes,
 * in whatever order they were added. */
bool bundle_write(struct bundle *b, struct buf *out, struct err *err);
void bundle_close(struct bundle *b); /* accepts zeroed */

/* What a check finds. */
#define BUNDLE_FAULT_TABLE(X)                                                  \
	X(NO_MANIFEST, "no-manifest", "there is no manifest")                  \
	X(MALFORMED, "malformed", "a line of the manifest cannot be read")     \
	X(TWICE, "twice", "is in the manifest twice")                          \
	X(MISSING, "missing", "is in the manifest, but not in the bundle")     \
	X(ADDED, "added", "is in the bundle, but not in the manifest")         \
	X(CHANGED, "changed", "is not what the manifest says")
enum bundle_fault {
#define X(id, name, why) BUNDLE_##id,
	BUNDLE_FAULT_TABLE(X)
#undef X
	BUNDLE_FAULT__MAX
};
const char *bundle_fault_name(enum bundle_fault f);
const char *bundle_fault_why(enum bundle_fault f);

/* name: hostile; of a malformed line, the line. */
typedef void bundle_fault_fn(void *self, enum bundle_fault fault,
    struct span name);
/* All files against the manifest; returns how many faults there are. */
size_t bundle_check(const struct zip *z, bundle_fault_fn *take, void *self);

#endif
