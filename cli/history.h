/* SPDX-License-Identifier: MIT */
/* history.h -- months of older tools: entered, listed and exported. */
#ifndef CLI_HISTORY_H
#define CLI_HISTORY_H

#include "cli/rows.h"
#include "cli/workplace.h"
#include "store/history.h"

/* Enters the months of the files that are the arguments from the second on: all or none. */
bool history_enter(const struct options *o, struct err *err);

/* The months of a site as lines for people, or as objects into the array that is open in j (NULL:
 * text). */
bool history_show(const struct store_site *s, struct buf *out,
    struct json *j, struct err *err);

/* Rows of export. */
extern const char *const history_column[];
enum { HISTORY_COLUMNS = 6 + HISTORY__MAX };
bool history_export(const struct store_site *s, struct period days,
    struct rows *rows, struct err *err);

#endif
