/* SPDX-License-Identifier: MIT */
/* site.h -- a site's settings: what the configuration says, once it is checked.
 *
 * Owned by the settings that made them (cli/settings); read-only for all others.
 */
#ifndef COMMON_SITE_H
#define COMMON_SITE_H

#include "common/holiday.h"
#include "common/span.h"
#include "common/zone.h"

struct site_pattern {
	const char *glob; /* absolute, or relative to the configuration's folder */
	bool live;        /* "log =": it grows; false for "archive =": complete files */
};

/* A part of the site: its pages are those that a pattern fits.  A pattern is a glob on the
 * path, or "?name=glob" on a parameter of the query, or both: "/Default.aspx?tabid=57". */
struct site_section {
	const char *id;       /* as a site's; stored and shown */
	const char **pattern; /* NULL-terminated */
	uint64_t min_bytes;   /* a page of fewer, answered 200, is an error's; 0: none is */
};
enum { SITE_PROBES = 20 };
enum { SITE_SECTIONS = 64, SITE_STEPS = 64 }; /* a bit of a set for each */

#define SITE_POST "POST "

/* How many days what is how fine is kept; then it is summed (store/retain.h). */
struct site_keep {
	int64_t hours, days, months, years;
};
enum { SITE_FOREVER = 1000000 }; /* days */

struct site {
	const char *id;   /* of [site "id"]: [a-z0-9][a-z0-9._-]{0,63}; never shown as a title */
	const char *name; /* title; defaults to the first host, then to the id */
	const char **host; /* lower case, no port; NULL-terminated, may be empty */
	const char *zone_name;
	const struct zone *zone;
	const char *lang; /* "vi" or "en" */
	const char *country; /* of its readers at home: "VN" */
	const char *holidays_from;  /* "vn", "none" or a file */
	const struct holidays *holidays; /* NULL: none are known */
	struct office office;

	struct site_pattern *pattern;
	size_t n_patterns;
	const char *format;     /* "auto", a preset's name or a format string */
	const char **trusted_proxy; /* networks of proxies in front of the server */
	const char **internal;  /* CIDR networks, v4 and v6; NULL-terminated */
	const char **monitor;   /* agent substrings and CIDR networks of probes */
	const char **exclude;   /* globs on the path: lines left out */
	const char **post_page; /* globs on the path: POST there is a page view */
	const char **asset, **feed, **download; /* globs on the path, beside the extensions */
	struct site_section *section; /* n_sections, at most SITE_SECTIONS */
	size_t n_sections;
	/* Steps of all funnels: at most SITE_STEPS.  The id is the funnel's name, the step's
	 * number from 1 on and its patterns, with tabulators between them; a pattern that
	 * begins with SITE_POST is reached by a successful POST, any other by a page view. */
	struct site_section *step;
	size_t n_steps;
	struct site_section home; /* its patterns may be NULL: then "/" is the one */
	const char *const *criteria; /* shipped sets' names and files' paths; NULL-terminated; or NULL */
	/* Bit i: section i is named by the criteria alone; as settings_read leaves their order. */
	uint64_t criteria_sections;
	const char **soft_404;    /* patterns, as a section's, of error pages; may be NULL */
	uint64_t min_bytes;       /* of any page: as a section's */
	const char **probe;       /* an address, then paths on its host; or NULL */
	const char *probe_log;    /* file of their answers, or NULL */
	const char **keep_query; /* names of query parameters kept in page names */

	int64_t suppress_below;   /* counts of a place or an agent that are not published */
	int64_t doubt_views;      /* more page views a minute are a robot's, perhaps */
	int64_t visit_gap_s;      /* V */
	int64_t online_window_s;  /* W <= V */
	int64_t seal_after_s, seal_max_s, stale_after_s;

	struct site_keep keep;

	const char *widget_dir;   /* output folder; NULL: no widget */
	const char *widget_path;  /* "/thong-ke/": where it is served, so never counted */
	const char *widget_unit;  /* "visits", "pages" or "visitor-days" */
};

/* The defaults of METRICS: 30 min, 5 min, 48 h, 10 d; stale after 15 min; vi; UTC. */
#define SITE_DEFAULTS                                                          \
	{ .doubt_views = 30, .suppress_below = 5, .visit_gap_s = 1800, .online_window_s = 300,                         \
	  .seal_after_s = 48 * 3600, .seal_max_s = 10 * 86400,                 \
	  .stale_after_s = 900, .lang = "vi", .country = "VN", .holidays_from = "vn",          \
	  .office = { 2, { { 450, 690 }, { 810, 1020 } } }, .format = "auto",                \
	  .keep = { 400, 400, 10 * 366, SITE_FOREVER },                            \
	  .zone_name = "UTC", .widget_unit = "visits" }

#endif
