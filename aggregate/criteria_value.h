/* SPDX-License-Identifier: MIT */
/* criteria_value.h -- single values of criteria files, read and checked.
 *
 * Each reader leaves its output alone when the value is wrong; false, with what is wrong in *err
 * (where the value stands is added by who asks).
 */
#ifndef AGGREGATE_CRITERIA_VALUE_H
#define AGGREGATE_CRITERIA_VALUE_H

#include "aggregate/criteria.h"

/* Decimal, with a point: "2", "0.5", "-3.25"; "50 %" is a half where percent is allowed. */
bool criteria_decimal(const char *text, bool percent, int64_t *millionths,
    struct err *err);
/* In the unit of what is measured: "50 %", "800ms", "3 days", "120", "1.5". */
bool criteria_measured(const char *text, enum metric_unit unit, int64_t *out,
    struct err *err);
bool criteria_days_read(const char *text, struct criteria_days *out,
    struct err *err);
bool criteria_date(const char *text, int32_t *day, struct err *err);
/* "2011-10-01..2022-08-14"; either end may be left out. */
bool criteria_dates(const char *text, struct period *out, struct err *err);
bool criteria_sha256(const char *text, struct err *err);
/* The index of text in names (NULL-terminated); the error says what was meant. */
bool criteria_word(const char *text, const char *const *names, int *out,
    struct err *err);

#endif
