/* SPDX-License-Identifier: MIT */
/* sample.h -- lines of a log's beginning to tell its format by. */
#ifndef INGEST_SAMPLE_H
#define INGEST_SAMPLE_H

#include "common/buf.h"

/* Adds the first 64 KiB or so of the text's lines, each with its newline.  Lines that are
 * longer than servers write are passed over, unless there are no others; those that are
 * longer than LINE_MAX_BYTES always: none is added where there are only such. */
void sample_lines(struct span text, struct buf *out);

#endif
