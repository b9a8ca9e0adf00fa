/* SPDX-License-Identifier: MIT */
/* pasted.h -- a format string as people paste it, and what it is in itself.
 *
 * Accepted, with blanks and line ends around:
 *     %h %l %u %t "%r" %>s %b              the string itself
 *     "%h %l %u %t \"%r\" %>s %b"          quoted as in the configuration
 *     LogFormat "..." combined             the whole line of Apache's
 *     CustomLog /path "..."
 *     log_format main escape=default '...' '...';     nginx's, on several lines
 *     '...' '...'                          only its strings
 */
#ifndef INGEST_PASTED_H
#define INGEST_PASTED_H

#include "common/buf.h"
#include "common/err.h"
#include "ingest/items.h"

/* Appends the string itself to *text, escapes undone. */
bool pasted_read(struct span spec, struct buf *text, enum dialect *dialect,
    struct err *err);

#endif
