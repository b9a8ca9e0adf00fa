/* SPDX-License-Identifier: MIT */
/* settings_keys.h -- the table of the configuration's keys: reading, printing and
 * the checks of the documentation all go by it.
 */
#ifndef CLI_SETTINGS_KEYS_H
#define CLI_SETTINGS_KEYS_H

#include "cli/settings.h"
#include "cli/settings_kinds.h"
#include "ingest/ingest.h"

/* Where a key may stand. */
enum {
	KEY_TOP = 1, /* before the first section */
	KEY_SITE = 2,
	KEY_LOG = 4
};

/* What one section says; which part of it matters depends on the section. */
struct draft {
	const char *data, *robots;
	struct geo_paths geo;
	uint64_t max_file_bytes;
	int64_t max_file_s;
	struct site site; /* of a [log] section: its format and patterns */
	struct settings_opening opening;
};

/* Before the first line. */
#define DRAFT_DEFAULTS                                                         \
	{ .data = "/var/lib/truycap", .max_file_bytes = INGEST_MAX_BYTES, \
	    .max_file_s = INGEST_MAX_S }

struct key {
	const char *name;
	unsigned scopes;
	const struct key_kind *kind;
	size_t at; /* of the field in struct draft */
	const char *help;
};

enum { KEYS = 49 };
extern const struct key keys[KEYS];

/* NULL: there is no such key. */
const struct key *key_of(const char *name);
/* The key that may have been meant, of those that may stand in scope, or NULL. */
const char *key_hint(const char *name, unsigned scope);

/* Fills in what is unset: id, name, zone (of "UTC"), lists of nothing; live patterns
 * go before archives. */
bool key_defaults(struct draft *d, const char *id, struct arena *a,
    struct err *err);

/* All keys of scope, as lines of the configuration; unset ones as comments. */
void key_put(struct buf *out, unsigned scope, const struct draft *d);

#endif
