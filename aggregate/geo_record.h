/* SPDX-License-Identifier: MIT */
/* geo_record.h -- what the record at an offset says, for geo.c. */
#ifndef AGGREGATE_GEO_RECORD_H
#define AGGREGATE_GEO_RECORD_H

#include "aggregate/geo.h"
#include "aggregate/geo_data.h"

/* As geo_country, geo_asn and geo_place say.  False, 0: it says nothing of that,
 * or is damaged. */
uint16_t geo_record_country(struct geo_data *d, size_t at);
bool geo_record_asn(struct geo_data *d, size_t at, struct geo_asn *out);
bool geo_record_place(struct geo_data *d, size_t at, struct geo_place *out);

#endif
