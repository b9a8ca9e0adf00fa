/* SPDX-License-Identifier: MIT */
/* known_site.h -- a configured site of which nothing may be counted yet. */
#ifndef CLI_KNOWN_SITE_H
#define CLI_KNOWN_SITE_H

#include "store/sites.h"

/* Like sites_open for reading, but a site that the store does not have yet is no
 * error: *known says. */
bool known_site(struct db *db, const struct site *site, bool *known,
    struct store_site *out, struct err *err);

#endif
