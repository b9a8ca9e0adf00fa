/* SPDX-License-Identifier: MIT */
#include "cli/config_check.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aggregate/classify.h"
#include "cli/files.h"
#include "cli/settings_criteria.h"
#include "common/stamp.h"
#include "common/terms.h"
#include "ingest/format.h"
#include "publish/escape.h"

enum {
	NAMES_SHOWN = 4, /* of files that a pattern matches */
	SHORT_GAP_S = 60 /* of a visit: more likely a number without its unit */
};

struct check {
	const struct settings *s;
	struct buf *good, *doubt;
	struct terms files;  /* "device:inode" of each log, */
	uint32_t *group;     /* and by term the group it was found for first */
	size_t cap;
};

static void
put_safe(struct buf *out, const char *text)
{
	escape_terminal(out, span_of(text));
}

/* "WHAT: PATH: WHY" */
static void
doubt(struct check *c, const char *what, const char *path, const char *why)
{
	buf_printf(c->doubt, "%s: ", what);
	put_safe(c->doubt, path);
	buf_printf(c->doubt, ": %s\n", why);
}

/* The length of path's parent folder; 0 when there is none. */
static size_t
parent(const char *path, size_t n)
{
	while (n > 0 && path[n - 1] == '/')
		n--;
	while (n > 0 && path[n - 1] != '/')
		n--;
	return n;
}

/* A folder that is written to: it is there, or can be made. */
static void
check_folder(struct check *c, const char *what, const char *path)
{
	struct stat st;
	char *above;
	size_t n = strlen(path);

	if (stat(path, &st) == 0) {
		if (!S_ISDIR(st.st_mode))
			doubt(c, what, path, "is no folder");
		else if (access(path, W_OK | X_OK) != 0)
			doubt(c, what, path, "this user may not write there");
		return;
	}
	if (errno != ENOENT) {
		doubt(c, what, path, strerror(errno));
		return;
	}
	above = mem_dup(path, n);
	while ((n = parent(path, n)) > 0) {
		above[n] = '\0';
		if (stat(above, &st) == 0)
			break;
	}
	doubt(c, what, path, n > 0 && access(above, W_OK | X_OK) == 0 ?
	    "no such folder; truycap update will make it" :
	    "no such folder, and this user may not make it");
	mem_free(above);
}

/* The folder that a pattern begins with, before any wildcard. */
static void
check_pattern_folder(struct check *c, const char *what, const char *glob)
{
	size_t n = strcspn(glob, "*?[");
	char *dir;

	while (n > 0 && glob[n - 1] != '/')
		n--;
	dir = mem_dup(glob, n);

	if (n > 0 && access(dir, F_OK) != 0)
		doubt(c, what, dir, strerror(errno));
	else if (n > 0 && access(dir, R_OK | X_OK) != 0)
		doubt(c, what, dir, "this user may not look into it");
	else
		doubt(c, what, glob, "matches no file now");
	mem_free(dir);
}

/* Is it in another log group too?  Then its lines count twice. */
static void
check_shared(struct check *c, uint32_t group, const char *what,
    const char *path, const struct stat *st)
{
	size_t before = c->files.n;
	char id[64];
	int n = snprintf(id, sizeof(id), "%ju:%ju", (uintmax_t)st->st_dev,
	    (uintmax_t)st->st_ino);
	uint32_t term = terms_at(&c->files, (struct span){ id, (size_t)n });

	if (term >= c->cap) {
		c->cap = 2 * (size_t)term + 16;
		c->group = mem_grow(c->group, c->cap, sizeof(*c->group));
	}
	if (c->files.n > before)
		c->group[term] = group;
	else if (c->group[term] != group) {
		char why[160];

		snprintf(why, sizeof(why), "is in log group %s too: its lines "
		    "would count twice", c->s->group[c->group[term]].id);
		doubt(c, what, path, why);
	}
}

/* Adds the size of what can be read. */
static bool
check_file(struct check *c, uint32_t group, const char *what,
    const char *path, int64_t *bytes)
{
	struct stat st;

	if (stat(path, &st) != 0)
		doubt(c, what, path, strerror(errno));
	else if (!S_ISREG(st.st_mode))
		doubt(c, what, path, "is no regular file");
	else if (access(path, R_OK) != 0)
		doubt(c, what, path, "this user may not read it (on Debian, "
		    "logs are for the group adm)");
	else {
		check_shared(c, group, what, path, &st);
		*bytes += st.st_size;
		return true;
	}
	return false;
}

static void
put_bytes(struct buf *out, int64_t bytes)
{
	static const char *const unit[] = { "bytes", "KB", "MB", "GB", "TB" };
	double shown = (double)bytes;
	size_t i = 0;

	for (; shown >= 999.5 && i < 4; i++)
		shown /= 1000;
	buf_printf(out, i > 0 && shown < 9.95 ? "%.1f %s" : "%.0f %s", shown,
	    unit[i]);
}

static void
check_pattern(struct check *c, uint32_t group, const struct site_pattern *p)
{
	const char *word = p->live ? "log" : "archive";
	struct file_list list = { 0 };
	struct buf names = { 0 };
	struct err err;
	char what[128];
	size_t matched = 0, readable = 0;
	int64_t bytes = 0;

	snprintf(what, sizeof(what), "log group %s: %s",
	    c->s->group[group].id, word);
	if (!files_glob(&list, p, &matched, &err))
		doubt(c, what, p->glob, "cannot be looked for");
	for (size_t i = 0; i < list.n; i++) {
		const char *path = list.file[i].path;
		const char *slash = strrchr(path, '/');

		if (!check_file(c, group, what, path, &bytes))
			continue;
		if (readable++ >= NAMES_SHOWN)
			continue;
		buf_putc(&names, ' ');
		put_safe(&names, slash != NULL ? slash + 1 : path);
	}
	if (list.n == 0)
		check_pattern_folder(c, what, p->glob);
	buf_printf(c->good, "  %s ", word);
	put_safe(c->good, p->glob);
	buf_printf(c->good, ": %zu file%s", readable, readable == 1 ? "" : "s");
	if (readable > 0) {
		buf_puts(c->good, ", ");
		put_bytes(c->good, bytes);
		buf_putc(c->good, ':');
		buf_span(c->good, buf_view(&names));
	}
	if (readable > NAMES_SHOWN)
		buf_printf(c->good, " and %zu more", readable - NAMES_SHOWN);
	buf_putc(c->good, '\n');
	buf_close(&names);
	files_close(&list);
}

/* Proxies are trusted, and the log does not tell whom they serve. */
static void
check_proxies(struct check *c, const struct settings_group *g)
{
	struct format *f = NULL;
	char what[128];

	if (g->trusted[0] == NULL || strcmp(g->format, "auto") == 0 ||
	    strncmp(g->format, "w3c", 3) == 0 ||
	    !format_open(span_of(g->format), &f, NULL))
		return;
	snprintf(what, sizeof(what), "log group %s", g->id);
	if (!format_want_forwarded(f))
		doubt(c, what, "trusted_proxy", "the format tells no "
		    "X-Forwarded-For: all stay readers of the proxy's address");
	format_close(f);
}

static void
check_group(struct check *c, uint32_t i)
{
	const struct settings_group *g = &c->s->group[i];

	check_proxies(c, g);
	buf_printf(c->good, "log group %s: good: for %s%s, format ", g->id,
	    g->only != UINT32_MAX ? "site " : "the site of each line's host",
	    g->only != UINT32_MAX ? c->s->site[g->only].id : "");
	put_safe(c->good, g->format);
	buf_putc(c->good, '\n');
	for (size_t k = 0; k < g->n_patterns; k++)
		check_pattern(c, i, &g->pattern[k]);
}

/* What can be read two ways, or makes sense to nobody. */
static void
check_sense(struct check *c, size_t i, bool by_host)
{
	const struct site *site = &c->s->site[i];
	const struct settings_opening *o = &c->s->opening[i];
	char what[128];

	snprintf(what, sizeof(what), "site %s", site->id);
	if (site->n_patterns == 0 && !(by_host && site->host[0] != NULL))
		doubt(c, what, "log", "no log brings lines for this site");
	if (site->visit_gap_s < SHORT_GAP_S)
		doubt(c, what, "visit_gap", "is less than a minute; 30m is 30 "
		    "minutes");
	if (site->widget_dir != NULL && site->widget_path == NULL)
		doubt(c, what, "widget_path", "is not given: fetching the "
		    "widget may count as page views");
	if (o->given && strcmp(o->unit, site->widget_unit) != 0)
		doubt(c, what, "opening", "its unit is not that of the widget, "
		    "and yet they are added up");
	for (const char **p = site->exclude; *p != NULL; p++)
		if (span_ends(span_of(*p), SPAN("/")))
			doubt(c, what, *p, "excludes only this very path; all "
			    "beneath it needs a * at the end");
}

static void
check_site(struct check *c, size_t i)
{
	const struct site *site = &c->s->site[i];
	size_t hosts = 0;
	char what[128];

	while (site->host[hosts] != NULL)
		hosts++;
	buf_printf(c->good, "site %s: good: ", site->id);
	put_safe(c->good, site->name);
	buf_printf(c->good, ", %zu host%s, %s, %s, visits end after ", hosts,
	    hosts == 1 ? "" : "s", site->zone_name, site->lang);
	stamp_put_duration(c->good, site->visit_gap_s);
	buf_puts(c->good, ", online is ");
	stamp_put_duration(c->good, site->online_window_s);
	if (site->widget_dir == NULL)
		buf_puts(c->good, ", no widget");
	else {
		buf_printf(c->good, ", widget of %s in ", site->widget_unit);
		put_safe(c->good, site->widget_dir);
		snprintf(what, sizeof(what), "site %s: widget", site->id);
		check_folder(c, what, site->widget_dir);
	}
	buf_putc(c->good, '\n');
}

/* Values entered by hand, and the files that prove them. */
static void
check_criteria(struct check *c, const struct site *site)
{
	struct criteria set = { .n_items = 0 };
	struct err err = { 0 };
	char what[128];

	if (site->criteria == NULL)
		return;
	snprintf(what, sizeof(what), "site %s: criteria", site->id);
	if (!settings_criteria_read(site->criteria, &set, &err) ||
	    !criteria_prove(&set, &err))
		doubt(c, what, site->criteria[0], err.text);
	criteria_close(&set);
}

static bool
list_wrong(const struct settings *s, const char *key, const struct err *why,
    struct err *err)
{
	const struct ini_entry *e = s->ini.entry;

	/* A site has no such key: the first one is it. */
	for (size_t i = 0; i < s->ini.n; i++, e++)
		if (e->key != NULL && strcmp(e->key, key) == 0)
			return ini_err(err, e, "%s: %s", key, why->text);
	return err_set(err, ERR_CONFIG, "%s: %s", key, why->text);
}

static bool
check_lists(const struct settings *s, struct err *err)
{
	bool any = false;
	struct robots *robots = NULL;
	struct geo *geo = NULL;
	struct err why = { 0 };
	bool good = robots_open(s->robots, &robots, &why) ||
	    list_wrong(s, "robots", &why, err);

	for (int i = 0; i < GEO__MAX; i++)
		any = any || s->geo.path[i] != NULL;
	good = good && (!any ||
	    geo_open(&s->geo, &geo, &why) ||
	    list_wrong(s, "countries", &why, err));
	robots_close(robots);
	geo_close(geo);
	return good;
}

bool
config_check(const struct settings *s, struct buf *good, struct buf *doubt_out,
    struct err *err)
{
	struct check c = { .s = s, .good = good, .doubt = doubt_out };
	bool by_host = false;

	if (!check_lists(s, err))
		return false;
	terms_open(&c.files, 0);
	check_folder(&c, "data", s->data);
	for (size_t i = 0; i < s->n_groups; i++)
		by_host = by_host || s->group[i].only == UINT32_MAX;
	for (size_t i = 0; i < s->n_sites; i++) {
		check_site(&c, i);
		check_sense(&c, i, by_host);
		check_criteria(&c, &s->site[i]);
	}
	for (uint32_t i = 0; i < s->n_groups; i++)
		check_group(&c, i);
	terms_close(&c.files);
	mem_free(c.group);
	return true;
}
