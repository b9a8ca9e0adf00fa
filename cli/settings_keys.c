/* SPDX-License-Identifier: MIT */
#include "cli/settings_keys.h"

#include "cli/settings_criteria.h"
#include "cli/settings_value.h"

#define SITE(field) offsetof(struct draft, site.field)
#define GEO(kind) offsetof(struct draft, geo.path[kind])
#define WHOLE_SITE offsetof(struct draft, site)
#define BOTH (KEY_SITE | KEY_LOG)

/* In the order in which they are printed and documented. */
const struct key keys[KEYS] = {
	{ "data", KEY_TOP, &kind_folder, offsetof(struct draft, data),
	    "folder of the database and its key" },
	{ "robots", KEY_TOP, &kind_robots, offsetof(struct draft, robots),
	    "lists of robots: built-in, none, or files" },
	{ "countries", KEY_TOP, &kind_file, GEO(GEO_COUNTRY),
	    "database of countries, in MaxMind's form" },
	{ "networks", KEY_TOP, &kind_file, GEO(GEO_ASN),
	    "database of autonomous systems, likewise" },
	{ "places", KEY_TOP, &kind_file, GEO(GEO_CITY),
	    "database of provinces and cities, likewise" },
	{ "max_file_bytes", KEY_TOP, &kind_bytes,
	    offsetof(struct draft, max_file_bytes),
	    "the most that is read of what a compressed log holds" },
	{ "max_file_time", KEY_TOP, &kind_patience,
	    offsetof(struct draft, max_file_s),
	    "how long a compressed log may take to be read, or none" },

	{ "name", KEY_SITE, &kind_name, SITE(name),
	    "title, as readers know the site" },
	{ "host", KEY_SITE, &kind_hosts, SITE(host),
	    "host names of the site" },
	{ "log", BOTH, &kind_log, WHOLE_SITE,
	    "log files that grow: a pattern a line" },
	{ "archive", BOTH, &kind_archive, WHOLE_SITE,
	    "log files that are complete: a pattern a line" },
	{ "format", BOTH, &kind_format, SITE(format),
	    "auto, a format's name, or the server's own format string" },
	{ "trusted_proxy", BOTH, &kind_networks, SITE(trusted_proxy),
	    "networks of proxies that tell the reader's address" },
	{ "tz", KEY_SITE, &kind_zone, WHOLE_SITE,
	    "time zone of days and months" },
	{ "lang", KEY_SITE, &kind_lang, SITE(lang),
	    "language of what readers see: vi or en" },

	{ "home_country", KEY_SITE, &kind_country, SITE(country),
	    "whose readers are at home: two letters, as VN" },
	{ "holidays", KEY_SITE, &kind_holidays, WHOLE_SITE,
	    "days off: vn, none or a file" },
	{ "office_hours", KEY_SITE, &kind_office, SITE(office),
	    "when offices are open, or none" },

	{ "visit_gap", KEY_SITE, &kind_duration, SITE(visit_gap_s),
	    "a longer silence ends a visit" },
	{ "online_window", KEY_SITE, &kind_duration, SITE(online_window_s),
	    "how long a page view counts as online" },
	{ "seal_after", KEY_SITE, &kind_duration, SITE(seal_after_s),
	    "quiet time after which a day is final" },
	{ "seal_max", KEY_SITE, &kind_duration, SITE(seal_max_s),
	    "time after which a day is final at the latest" },
	{ "stale_after", KEY_SITE, &kind_duration, SITE(stale_after_s),
	    "age of the newest data from which online is unknown" },
	{ "keep_hours", KEY_SITE, &kind_keep, SITE(keep.hours),
	    "how long hours are kept; then they are one sum a day" },
	{ "keep_days", KEY_SITE, &kind_keep, SITE(keep.days),
	    "how long counts by name are kept by day; then by month" },
	{ "keep_months", KEY_SITE, &kind_keep, SITE(keep.months),
	    "how long they are kept by month; then by year" },
	{ "keep_years", KEY_SITE, &kind_keep, SITE(keep.years),
	    "how long they are kept at all; days' figures always are" },

	{ "internal", KEY_SITE, &kind_networks, SITE(internal),
	    "networks of the staff, counted apart" },
	{ "monitor", KEY_SITE, &kind_monitor, SITE(monitor),
	    "uptime probes: parts of agents' names, or networks" },
	{ "exclude", KEY_SITE, &kind_globs, SITE(exclude),
	    "paths that are left out" },
	{ "post_page", KEY_SITE, &kind_post, SITE(post_page),
	    "paths where a POST is a page view" },
	{ "asset", KEY_SITE, &kind_globs, SITE(asset),
	    "paths that are parts of pages" },
	{ "feed", KEY_SITE, &kind_globs, SITE(feed),
	    "paths that programs fetch" },
	{ "download", KEY_SITE, &kind_globs, SITE(download),
	    "paths that are documents" },
	{ "keep_query", KEY_SITE, &kind_parameters, SITE(keep_query),
	    "query parameters that tell pages apart" },

	{ "section", KEY_SITE, &kind_section, WHOLE_SITE,
	    "a part of the site: name: patterns" },
	{ "criteria", KEY_SITE, &kind_criteria, SITE(criteria),
	    "by what its presence is assessed: a shipped set, or files" },
	{ "home", KEY_SITE, &kind_home, WHOLE_SITE,
	    "patterns of the home page; / if there are none" },
	{ "soft_404", KEY_SITE, &kind_patterns, SITE(soft_404),
	    "patterns of error pages that are answered 200" },
	{ "min_bytes", KEY_SITE, &kind_least, WHOLE_SITE,
	    "smaller pages are errors; or of a section: name: bytes" },
	{ "funnel", KEY_SITE, &kind_funnel, WHOLE_SITE,
	    "a service's steps: name: patterns | POST patterns | ..." },
	{ "probe", KEY_SITE, &kind_probe, SITE(probe),
	    "what truycap probe asks: an address, then paths there" },
	{ "probe_log", KEY_SITE, &kind_folder, SITE(probe_log),
	    "the file to which it adds what was answered" },
	{ "doubt_views", KEY_SITE, &kind_count, SITE(doubt_views),
	    "more page views a minute make a visitor uncertain" },
	{ "suppress_below", KEY_SITE, &kind_count, SITE(suppress_below),
	    "smaller counts by place or agent are not published" },

	{ "opening", KEY_SITE, &kind_opening, offsetof(struct draft, opening),
	    "what an older counter had: value, unit, first day counted here" },
	{ "widget", KEY_SITE, &kind_folder, SITE(widget_dir),
	    "folder for the widget's files" },
	{ "widget_path", KEY_SITE, &kind_url_path, SITE(widget_path),
	    "where that folder is on the site; never counted" },
	{ "widget_unit", KEY_SITE, &kind_unit, SITE(widget_unit),
	    "what the widget counts: visits, pages or visitor-days" },
};

const struct key *
key_of(const char *name)
{
	for (size_t i = 0; i < KEYS; i++)
		if (strcmp(keys[i].name, name) == 0)
			return &keys[i];
	return NULL;
}

const char *
key_hint(const char *name, unsigned scope)
{
	static const struct alias alias[] = {
		{ "title", "name" }, { "domain", "host" },
		{ "server_name", "host" }, { "servername", "host" },
		{ "serveralias", "host" }, { "vhost", "host" },
		{ "access_log", "log" }, { "logfile", "log" },
		{ "file", "log" }, { "files", "log" },
		{ "log_format", "format" }, { "logformat", "format" },
		{ "timezone", "tz" }, { "time_zone", "tz" }, { "zone", "tz" },
		{ "holiday", "holidays" }, { "working_hours", "office_hours" },
		{ "language", "lang" }, { "session", "visit_gap" },
		{ "timeout", "visit_gap" }, { "online", "online_window" },
		{ "ignore", "exclude" }, { "skip", "exclude" },
		{ "intern", "internal" }, { "local", "internal" },
		{ "output", "widget" }, { "widget_dir", "widget" },
		{ "widget_folder", "widget" }, { "widget_url", "widget_path" },
		{ "unit", "widget_unit" }, { "start", "opening" },
		{ "baseline", "opening" }, { "database", "data" },
		{ "db", "data" }, { "datadir", "data" }, { "bots", "robots" },
		{ "geoip", "countries" }, { "geo", "countries" },
		{ "country", "countries" }, { "sections", "section" },
		{ "criterion", "criteria" }, { "score", "criteria" },
		{ "max_bytes", "max_file_bytes" },
		{ "max_time", "max_file_time" },
		{ "soft404", "soft_404" }, { "homepage", "home" },
		{ "home_page", "home" }, { "steps", "funnel" },
		{ "proxy", "trusted_proxy" }, { "proxies", "trusted_proxy" },
		{ "set_real_ip_from", "trusted_proxy" },
		{ "trusted_proxies", "trusted_proxy" },
		{ NULL, NULL } };
	const char *names[KEYS + 1];
	size_t n = 0;

	for (size_t i = 0; i < KEYS; i++)
		if ((keys[i].scopes & scope) != 0)
			names[n++] = keys[i].name;
	names[n] = NULL;

	const char *hint = value_hint(span_of(name), names, alias);

	return hint != NULL && (key_of(hint)->scopes & scope) != 0 ? hint :
	    NULL;
}

static void
live_first(struct site *site, struct arena *a)
{
	struct site_pattern *sorted = arena_new(a,
	    site->n_patterns * sizeof(*sorted));
	size_t n = 0;

	for (int live = 1; live >= 0; live--)
		for (size_t i = 0; i < site->n_patterns; i++)
			if (site->pattern[i].live == (live == 1))
				sorted[n++] = site->pattern[i];
	site->pattern = sorted;
}

/* What a line says of a section may stand before the one that names its patterns. */
static bool
key_sections(const struct site *site, struct err *err)
{
	for (size_t i = 0; i < site->n_sections; i++)
		if (site->section[i].pattern == NULL)
			return err_set(err, ERR_CONFIG, "min_bytes: there is no "
			    "section \"%s\"", site->section[i].id);
	return true;
}

bool
key_defaults(struct draft *d, const char *id, struct arena *a,
    struct err *err)
{
	struct site *site = &d->site;
	const char ***lists[] = { &site->host, &site->trusted_proxy,
		&site->internal, &site->monitor, &site->exclude, &site->post_page, &site->asset, &site->feed,
		&site->download, &site->keep_query };
	struct zone *zone = NULL;

	site->id = id;
	if (site->keep.months < site->keep.days ||
	    site->keep.years < site->keep.months)
		return err_set(err, ERR_CONFIG, "%s is shorter than %s",
		    site->keep.months < site->keep.days ? "keep_months" :
		    "keep_years", site->keep.months < site->keep.days ?
		    "keep_days" : "keep_months");
	if (site->zone == NULL && !value_zone(site->zone_name, &zone, err))
		return false;
	if (site->zone == NULL)
		site->zone = zone;
	if (!settings_holidays(site, err))
		return false;
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		if (*lists[i] == NULL)
			*lists[i] = arena_new(a, sizeof(**lists[i]));
	if (site->name == NULL)
		site->name = site->host[0] != NULL ? site->host[0] : id;
	live_first(site, a);
	return settings_criteria_sections(site, a, err) &&
	    key_sections(site, err);
}

void
key_put(struct buf *out, unsigned scope, const struct draft *d)
{
	for (size_t i = 0; i < KEYS; i++) {
		size_t before = out->n;

		if ((keys[i].scopes & scope) == 0)
			continue;
		keys[i].kind->put(out, keys[i].name,
		    (const char *)d + keys[i].at);
		if (out->n == before)
			buf_printf(out, "; %s: %s\n", keys[i].name,
			    keys[i].help);
	}
}
