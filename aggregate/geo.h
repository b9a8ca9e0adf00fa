/* SPDX-License-Identifier: MIT */
/* geo.h -- where an address is: country, network's owner, province.
 *
 * The door of libmaxminddb.  Databases are optional; each is read whole when it is
 * opened, into memory that nobody else can reach, as an administrator's updater
 * may replace or truncate the file at any time, and a truncation under a mapping
 * kills the process.  (The library can only map: it is given a sealed memfd.)
 * So a run answers from one version, and that is the one whose hash it tells.
 * Opening takes twice the file's size for a moment, and holds it once.
 *
 * A damaged database is an error, or does not know; it neither crashes nor takes
 * more than bounded time (geo_data.h).  Lookups change nothing: threads may share.
 */
#ifndef AGGREGATE_GEO_H
#define AGGREGATE_GEO_H

#include "aggregate/network.h"
#include "common/err.h"

enum { GEO_FILE_BYTES = 512 * 1024 * 1024 }; /* the largest on offer has a tenth */

enum geo_kind {
	GEO_COUNTRY,
	GEO_ASN,
	GEO_CITY,
	GEO__MAX
};

/* Each may be NULL.  A city database knows countries too. */
struct geo_paths {
	const char *path[GEO__MAX];
};

struct geo;

/* Missing or unreadable: ERR_NOINPUT.  No MaxMind DB, or damaged: ERR_DATA.  One in
 * which nothing of its kind is found (an ASN database as countries): ERR_CONFIG.
 * All texts name the file.  /proc must be mounted. */
bool geo_open(const struct geo_paths *paths, struct geo **out,
    struct err *err);
void geo_close(struct geo *g); /* accepts NULL */

/* ISO 3166's two letters as 'V' << 8 | 'N' (and what databases add, as XK), or 0
 * where it is not known.  From country_code, country.iso_code or
 * registered_country.iso_code; the countries' database first, then the cities'. */
uint16_t geo_country(const struct geo *g, const struct address *a);

/* Texts are the database's own bytes, to be cleaned before they are stored or shown;
 * they live as long as g. */
struct geo_asn {
	uint32_t number;
	struct span organisation; /* may be empty */
};

bool geo_asn(const struct geo *g, const struct address *a,
    struct geo_asn *out);

/* Indicative: a mobile network's addresses are where its operator says. */
struct geo_place {
	uint16_t country;          /* as above, or 0 */
	struct span code, name;    /* the greatest subdivision: "HN", "Hanoi"; one
	                            * of them may be empty */
};

bool geo_place(const struct geo *g, const struct address *a,
    struct geo_place *out);

/* For the record of what a figure was made with.  NULL where no such database is
 * open.  version: type and day of making, "GeoLite2-Country 2026-11-24". */
const char *geo_name(const struct geo *g, enum geo_kind kind); /* of the file */
const char *geo_version(const struct geo *g, enum geo_kind kind);
const char *geo_sha256(const struct geo *g, enum geo_kind kind); /* 64 digits */

#endif
