/* SPDX-License-Identifier: MIT */
/* w3c.h -- lines of a W3C extended log under one #Fields directive.
 *
 * As IIS, CloudFront and many others write it: columns with blanks between, or
 * one tab between any two; "-" for nothing; values may stand in quotes, with ""
 * for a quote.  date and time are in UTC.  cs-uri-stem and cs-uri-query make the
 * target, cs-uri may be a whole URL.  time-taken is in ms, and where it has a
 * point in seconds.  X-Forwarded-For columns are not the client's address.
 *
 * Agents without blanks of their own have + for a blank, or %20 or even %2520 as
 * CloudFront writes; that is undone where there is room.  Of a log with tabs so
 * is %25 of targets and referrers.
 */
#ifndef INGEST_W3C_H
#define INGEST_W3C_H

#include "common/hit.h"
#include "ingest/desk.h"

struct w3c;

/* fields: names with blanks or tabs between; without address, date, time and status
 * no line will be a hit.  offset_s: east of UTC, of a server that writes local time;
 * zone: NULL, or that server's, which must live as long. */
struct w3c *w3c_open(struct span fields, int32_t offset_s,
    const struct zone *zone);
bool w3c_forwarded(const struct w3c *w); /* is there a list of proxies? */
void w3c_close(struct w3c *w); /* accepts NULL */

/* "date", "time", "address (c-ip)", "status (sc-status)": what no line can do
 * without and #Fields does not name; NULL for nothing. */
const char *w3c_lacks(const struct w3c *w);

/* Line without its end.  True for a hit; else *hit is untouched.  *whole (may be
 * NULL): it has as many columns as there are fields, its numbers are numbers. */
bool w3c_run(const struct w3c *w, struct span line, struct desk *desk,
    struct hit *hit, bool *whole);

/* The fields of a "#Fields: ..." line.  False: it is none. */
bool w3c_fields(struct span line, struct span *fields);

/* "w3c", "w3c+0700", "w3c@Asia/Ho_Chi_Minh", each also with ":date time ...": the
 * offset, the zone's name and the fields. */
bool w3c_spec(struct span text, int32_t *offset_s, struct span *zone,
    struct span *fields);

#endif
