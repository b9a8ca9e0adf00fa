/* SPDX-License-Identifier: MIT */
/* presence_inside.h -- the steps of presence_load, in their order. */
#ifndef PUBLISH_PRESENCE_INSIDE_H
#define PUBLISH_PRESENCE_INSIDE_H

#include "publish/availability_load.h"
#include "publish/presence.h"
#include "store/tallies.h"

/* Each fills its part of *p, whose period, sections and weeks are there. */
bool presence_days(const struct store_site *s, struct presence *p,
    struct err *err);
bool presence_lines(const struct store_site *s, struct presence *p,
    struct err *err);
bool presence_answers(const struct store_site *s, struct presence *p,
    struct err *err);
bool presence_sections(const struct store_site *s, struct presence *p,
    struct err *err);
bool presence_reach(const struct store_site *s, struct presence *p,
    struct err *err);
bool presence_funnels(const struct store_site *s, struct presence *p,
    struct err *err);
bool presence_news(const struct store_site *s, struct presence *p,
    struct err *err);
bool presence_register(const struct store_site *s, struct presence *p,
    struct err *err);

/* part / n in millionths, halves up; known where n > 0. */
struct metric_value presence_ratio(int64_t part, int64_t n);
/* part / n as it is, in millionths of a count, times. */
struct metric_value presence_mean(int64_t part, int64_t n, int64_t times);
struct metric_value presence_count(int64_t value, int64_t n);

/* All keys of a dimension; coarse ones are told in p->coarse and give no value: *whole. */
bool presence_tallies(const struct store_site *s, struct presence *p,
    enum dim dim, struct tallies *out, struct err *err);

/* Of the site's section of that number; NULL: none that is looked at. */
struct presence_section *presence_section_at(struct presence *p, int site);
/* The number of the site's section of that name; -1: none. */
int presence_site_section(const struct site *site, struct span id);
size_t presence_week_at(const struct presence *p, int32_t day);

#endif
