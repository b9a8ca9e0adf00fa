/* SPDX-License-Identifier: MIT */
/* section.h -- which of a site's sections a request target belongs to (site.h). */
#ifndef AGGREGATE_SECTION_H
#define AGGREGATE_SECTION_H

#include "aggregate/clean.h"
#include "common/site.h"

struct sections;

/* Patterns are cleaned as the paths are that they will meet. */
struct sections *sections_open(const struct site *site);
/* The same of any list of at most 64, such as steps of funnels. */
struct sections *sections_list(const struct site_section *list,
    size_t n_sections);
void sections_close(struct sections *s); /* accepts NULL */

/* path: cleaned; target: raw, for its query.  A bit for each section that fits: several
 * may.  Names of parameters are compared without case, as IIS does. */
uint64_t sections_of(struct sections *s, struct span path,
    struct span target);
/* Of patterns that begin with SITE_POST alone; the others are sections_of's. */
uint64_t sections_posted(struct sections *s, struct span path,
    struct span target);

#endif
