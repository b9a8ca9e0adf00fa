/* SPDX-License-Identifier: MIT */
/* settings.h -- the configuration file, checked, as sites and log groups.
 *
 *     data   = /var/lib/truycap       folder of the database and its key
 *     robots = built-in               or "none", or files (crawler-user-agents.json)
 *     max_file_bytes = 64GiB          the most that is read of a compressed log's content
 *     max_file_time = 1h              and how long it may take
 *     [site "skhcn"]                  a site: see common/site.h; docs/CONFIGURATION.md
 *     name = ... host = ... log = ... archive = ... format = ... tz = ...
 *     visit_gap = 30m   online_window = 5m   seal_after = 48h   seal_max = 10d   stale_after = 15m
 *     lang = vi   internal = 192.0.2.0/24   monitor = ...   exclude = ...   post_page = ...
 *     asset = ...   feed = ...   download = ...   keep_query = ...
 *     opening = 12000 visits 2026-01-01   (value, unit, as of: total = value + days from then on)
 *     widget = /var/www/thong-ke   widget_path = /thong-ke/   widget_unit = visits
 *     [log "proxy"]                   logs of many sites: lines go to the site of their host
 *     log = ... archive = ... format = ...
 * A [site] with log or archive lines is a log group of its own, with the site's id.
 */
#ifndef CLI_SETTINGS_H
#define CLI_SETTINGS_H

#include "aggregate/geo.h"
#include "common/buf.h"
#include "common/ini.h"
#include "common/site.h"

struct settings_group {
	const char *id;
	const char *format;
	const struct site_pattern *pattern;
	size_t n_patterns;
	const char *const *trusted; /* proxies, as networks; NULL-terminated */
	uint32_t only; /* index into site[], or UINT32_MAX: by host */
};

struct settings_opening {
	bool given;
	int64_t value;
	const char *unit;
	int32_t as_of_day;
};

struct settings {
	struct ini ini;
	struct arena arena;      /* owns what ini does not */
	const char *data;        /* folder; absolute or relative to the file's folder, resolved */
	uint64_t max_file_bytes; /* of what a compressed log holds */
	int64_t max_file_s; /* that it may take to be read; 0: no ceiling */
	struct geo_paths geo;    /* databases; NULL: none */
	const char *robots;      /* as robots_open takes it; NULL: built-in */
	struct site *site;
	struct settings_opening *opening; /* by site */
	size_t n_sites;
	struct settings_group *group;
	size_t n_groups;
};

/* Refused with file, line and what was meant (ERR_CONFIG): unknown keys and sections ("did you
 * mean"), wrong values, a site or log twice, two sites with one host, a site without id, no site,
 * online_window > visit_gap, visit_gap > 12 h, a zone that is not known, wrong networks...  Paths that are
 * relative are taken from the configuration's folder. */
bool settings_read(const char *path, struct settings *out, struct err *err);
void settings_close(struct settings *s); /* accepts zeroed */

/* The effective settings, defaults and all, as a configuration that reads back as
 * equal ones from any folder. */
void settings_print(const struct settings *s, struct buf *out);

#endif
