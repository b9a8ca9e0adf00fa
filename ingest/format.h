/* SPDX-License-Identifier: MIT */
/* format.h -- what a line of a log means: from a preset or from the server's own
 * format string to a field program, and from a line to a hit.
 *
 * Presets: "common", "combined", "vhost_combined" (Apache's: %v:%p first), and the
 * same with the virtual host last.  Format strings: Apache's LogFormat
 * ('%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i"') and nginx's
 * log_format ('$remote_addr - $remote_user [$time_local] "$request" $status ...'),
 * pasted as they stand in the server's configuration, quotes and all.
 *
 * A format is immutable and may be shared by threads.
 */
#ifndef INGEST_FORMAT_H
#define INGEST_FORMAT_H

#include "common/buf.h"
#include "common/err.h"
#include "common/hit.h"

struct format;

enum format_line {
	FORMAT_HIT,       /* *hit is filled */
	FORMAT_MALFORMED, /* no address (or host name), time or status could be read */
	FORMAT_DIRECTIVE, /* a # line of a W3C log */
	FORMAT_BLANK
};

/* spec: a preset's name or a format string; never "auto".  A string that names no
 * address, time or status is refused with what is missing. */
bool format_open(struct span spec, struct format **out, struct err *err);
void format_close(struct format *f); /* accepts NULL */

/* Opens again to an equal format: the preset's name, or the string itself.  This
 * is what a stream is pinned to. */
const char *format_spec(const struct format *f);

/* One line without its newline (a CR at its end is ignored).  *hit is touched
 * only by FORMAT_HIT, its spans point into line.  Never allocates.
 *
 * Address and host name are accepted as [0-9A-Za-z.:_%-] only.  The status must be
 * 100..599.  The time must be a real date from 1970-01-01 to 9999-12-31; second 60
 * counts as 59.  A request that is "-", empty or garbage leaves method and target
 * empty (target has what could be told) and is still a hit.  A quoted field ends at the
 * next quote not escaped by a backslash; the last field may lack its closing quote. */
enum format_line format_parse(const struct format *f, struct span line,
    struct hit *hit);

/* Looks at the beginning of a log (whole lines; 64 KiB are plenty) and takes the
 * format that understands most of its lines, the more specific where two do.
 * At least half of the lines that are not blank must be understood; else it is
 * refused (ERR_DATA) with the first line, made printable and cut, and the formats tried.  Binary content
 * (NULs, many control bytes) and JSON are refused by name. */
bool format_detect(struct span sample, struct format **out, struct err *err);

/* Human-readable: format, share of lines understood, first parsed line field by
 * field (made printable), and the line to put into the configuration. */
void format_explain(const struct format *f, struct span sample, struct buf *out);

#endif
