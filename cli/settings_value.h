/* SPDX-License-Identifier: MIT */
/* settings_value.h -- single values of the configuration, read and checked.
 *
 * Each reader leaves its output alone when the value is wrong, and says what is
 * wrong and, where it can be guessed, what was meant.  Where the value stands
 * (file, line, key) is added by who asks.
 */
#ifndef CLI_SETTINGS_VALUE_H
#define CLI_SETTINGS_VALUE_H

#include "common/err.h"
#include "common/mem.h"
#include "common/span.h"
#include "common/zone.h"

/* A word that people write, in lower case, and what is written here instead. */
struct alias {
	const char *word, *meant;
};

/* What may have been meant by word: by alias (ends with a zeroed row; may be NULL),
 * else the nearest of names (NULL-terminated).  NULL: no idea. */
const char *value_hint(struct span word, const char *const *names,
    const struct alias *alias);

/* "VALUE" WHY (did you mean "HINT"?).  hint may be NULL.  Always false. */
bool value_wrong(struct err *err, struct span value, const char *why,
    const char *hint);

/* The next word of a list, without what separates; empty: no more. */
struct span value_next(struct span *rest, const char *separators);

/* Adds a copy to a NULL-terminated list, which may still be NULL. */
bool value_append(struct arena *a, const char ***list, struct span value,
    struct err *err);

bool value_duration(struct span value, int64_t *seconds, struct err *err);
bool value_bytes(struct span value, uint64_t *out, struct err *err);
bool value_count(struct span value, int64_t *out, struct err *err);
bool value_zone(const char *name, struct zone **out, struct err *err);
bool value_network(struct span value, struct err *err);
/* An agent's part, or one or several networks: which of both is told by its look. */
bool value_monitor(struct span value, bool *networks, struct err *err);
/* A glob on the path; all: may it fit each path? */
bool value_glob(struct span value, bool all, struct err *err);
/* A glob on the path, or "?parameter=glob", or both (common/site.h). */
bool value_pattern(struct span value, struct err *err);
bool value_parameter(struct span value, struct err *err);

/* In lower case, without a last dot; in the arena. */
bool value_host(struct arena *a, struct span value, const char **out,
    struct err *err);
/* Absolute: a relative one is taken from folder. */
bool value_path(struct arena *a, struct span value, const char *folder,
    const char **out, struct err *err);
/* "/thong-ke/", with its last slash. */
bool value_url_path(struct arena *a, struct span value, const char **out,
    struct err *err);

/* [a-z0-9][a-z0-9._-]{0,63} */
bool value_id(struct span value, struct err *err);

#endif
