/* SPDX-License-Identifier: MIT */
/* country.h -- names of countries by the two letters of ISO 3166-1. */
#ifndef PUBLISH_COUNTRY_H
#define PUBLISH_COUNTRY_H

#include "common/lang.h"
#include "common/span.h"

/* NULL: the code has no name here. */
const char *country_name(struct span code, enum lang lang);

#endif
