/* SPDX-License-Identifier: MIT */
/* format.h -- what a line of a log means: from a preset or from the server's own
 * format string to a field program, and from a line to a hit.
 *
 * Presets: "common", "combined", "vhost_combined" (Apache's: %v:%p first), and the
 * same with the virtual host last.  Format strings: Apache's LogFormat
 * ('%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i"') and nginx's
 * log_format ('$remote_addr - $remote_user [$time_local] "$request" $status ...'),
 * pasted as they stand in the server's configuration, quotes and all; "tomcat:"
 * before a string of Tomcat's, whose %D is in ms.
 *
 * Presets of other servers, see docs/FORMATS.md: "alb", "elb", "s3" (AWS), "haproxy",
 * "haproxy_syslog", "squid", "envoy", "varnish", "traefik", "icecast".
 *
 * JSON lines: presets "caddy", "traefik_json", "cloudflare", "nginx_json", or
 * "json:addr=client.ip,time=@timestamp,status=http.status,target=url.path", as
 * json_map.h tells.
 *
 * W3C extended logs (IIS, CloudFront...): "w3c", where #Fields lines tell the columns;
 * "w3c:date time c-ip ..." is the format below one of them, see format_directive.
 *
 * A name of a format whose times have no offset may be followed by one, or by a zone:
 * "haproxy+0700", "w3c@Europe/Paris"; without, they are in UTC.
 *
 * A format is immutable and may be shared by threads.
 */
#ifndef INGEST_FORMAT_H
#define INGEST_FORMAT_H

#include "common/buf.h"
#include "common/err.h"
#include "common/hit.h"

struct format;
struct scan_line;
struct clf_memo;

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

/* From now on hits are sure to have what the log says of X-Forwarded-For, which costs
 * some time.  False: the format has none. */
bool format_want_forwarded(struct format *f);

/* Do its times tell no offset, and does nothing else tell it?  They are in UTC then.  Not
 * so of W3C logs, where that is the rule. */
bool format_lacks_offset(const struct format *f);

/* Such a format is replaced by the same in a zone, which its spec then names; another
 * one stays.  False: there is no such zone; *f stays. */
bool format_in_zone(struct format **f, const char *zone, struct err *err);

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

/* JSON and W3C lines hold values that are not what the client sent, but written in
 * a way of the format's own: + for a blank, %20, \u0026, a query apart from its path.
 * format_parse gives them as they stand, targets without such a query. */
bool format_has_escapes(const struct format *f);

/* The same with these undone.  room: as many bytes as line has, which the hit's spans
 * may point into, too.  What is left is what hit.h promises: the escapes that servers
 * write (\x22, \") and percent signs.  For formats without escapes of their own room
 * is not touched and may be NULL. */
enum format_line format_parse_plain(const struct format *f, struct span line,
    char *room, struct hit *hit);

/* Do the quotes of a line, where they are known, tell where its fields are? */
bool format_wants_quotes(const struct format *f);

/* format_parse_plain, faster by quotes and memo.  Same results. */
enum format_line format_parse_scanned(const struct format *f,
    const struct scan_line *line, char *room, struct clf_memo *memo,
    struct hit *hit);

/* Are there lines that change the meaning of those after them (W3C)? */
bool format_has_directives(const struct format *f);

/* What a line does to those after it: *next is their format, the caller's to close,
 * or NULL where nothing changes, as by all lines but a #Fields directive with other
 * fields.  Fields without address, date, time or status give a format that calls
 * each line malformed.  False: *err, which no line of a log can bring about. */
bool format_directive(const struct format *f, struct span line,
    struct format **next, struct err *err);

/* Looks at the beginning of a log (whole lines; 64 KiB are plenty) and takes the
 * format that understands most of its lines, the more specific where two do.
 * At least half of the lines that are not blank must be understood; else it is
 * refused (ERR_DATA) with the first line, made printable and cut, and the formats
 * tried.  Binary content
 * (NULs, many control bytes) is refused by name, and so is JSON that is no access log.
 * A W3C log gives the format of its first #Fields directive. */
bool format_detect(struct span sample, struct format **out, struct err *err);

/* Human-readable: format, share of lines understood, first parsed line field by
 * field (made printable), and the line to put into the configuration. */
void format_explain(const struct format *f, struct span sample, struct buf *out);

#endif
