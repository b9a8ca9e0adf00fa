/* SPDX-License-Identifier: MIT */
/* preset.h -- formats with names, and those that detection tries beside. */
#ifndef INGEST_PRESET_H
#define INGEST_PRESET_H

#include "common/buf.h"
#include "ingest/format.h"

struct preset {
	const char *name; /* NULL: known to detection only */
	/* An Apache LogFormat string, but for nginx's $; "json:..."; "w3c". */
	const char *text;
	/* For detection: its host must look like a name, not like an address,
	 * as other things stand at that place in other logs. */
	bool named_host;
	/* Detection does not try it: other lines look the same. */
	bool by_name;
};

/* Those with names first; ends with a row whose text is NULL. */
extern const struct preset presets[];

/* "common, combined, ..." */
void preset_names(struct buf *out);

/* Appends the text of the preset of that name.  "haproxy+0700", "w3c+0700": the
 * offset of a format whose times have none; "haproxy@Asia/Ho_Chi_Minh": *zone is the
 * name behind the @, and else empty.  Of w3c all is in the text.  False: there is no
 * such preset. */
bool preset_text(struct span spec, struct buf *text, struct span *zone);

/* For detection: also tells whether the line was understood to its end. */
enum format_line format_parse_whole(const struct format *f, struct span line,
    struct hit *hit, bool *whole);
/* What a W3C format's #Fields lack, see w3c_lacks; NULL for others. */
const char *format_lacks(const struct format *f);
bool format_has_host(const struct format *f);

/* The format string itself, whatever was pasted around it. */
struct span format_text(const struct format *f);

#endif
