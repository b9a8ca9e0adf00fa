/* SPDX-License-Identifier: MIT */
/* preset.h -- formats with names, and those that detection tries beside. */
#ifndef INGEST_PRESET_H
#define INGEST_PRESET_H

#include "common/buf.h"
#include "ingest/format.h"

struct preset {
	const char *name; /* NULL: known to detection only */
	const char *text; /* an Apache LogFormat string, but for nginx's $ */
	/* For detection: its host must look like a name, not like an address,
	 * as other things stand at that place in other logs. */
	bool named_host;
};

/* Those with names first; ends with a row whose text is NULL. */
extern const struct preset presets[];

/* "common, combined, ..." */
void preset_names(struct buf *out);

/* For detection: also tells whether the line was understood to its end. */
enum format_line format_parse_whole(const struct format *f, struct span line,
    struct hit *hit, bool *whole);
bool format_has_host(const struct format *f);

/* The format string itself, whatever was pasted around it. */
struct span format_text(const struct format *f);

#endif
