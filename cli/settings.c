/* SPDX-License-Identifier: MIT */
#include "cli/settings.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/settings_keys.h"
#include "cli/settings_value.h"
#include "common/terms.h"

enum { VISIT_GAP_MAX_S = 12 * 3600 };

struct reader {
	struct settings s;    /* what is read so far */
	struct key_place place;
	struct err *err;

	/* The section that is being read. */
	struct draft draft;
	unsigned scope;
	const struct ini_entry *head; /* its line; NULL before the first one */
	const struct ini_entry *given[KEYS]; /* the latest line of each key */
	size_t hosts, patterns; /* checked for being given twice */

	/* What must not be given twice, over all sections: "host x", and where. */
	struct terms once;
	const struct ini_entry **first; /* by term */
	size_t first_cap;

	struct settings_group *log;      /* [log] sections */
	size_t n_logs;
	size_t n_hosts;                  /* of all sites */
	const struct ini_entry *by_host; /* the first [log] section */
};

/* ---- twice ---- */

/* Where that was given before, or NULL: then it is now, by e. */
static const struct ini_entry *
given_before(struct reader *r, const char *what, const char *name,
    const struct ini_entry *e)
{
	size_t before = r->once.n;
	struct buf text = { 0 };
	uint32_t term;

	buf_printf(&text, "%s %s", what, name);
	term = terms_at(&r->once, buf_view(&text));
	buf_close(&text);
	if (r->once.n == before)
		return r->first[term];
	if (term >= r->first_cap) {
		r->first_cap = 2 * (size_t)term + 16;
		r->first = mem_grow(r->first, r->first_cap, sizeof(*r->first));
	}
	r->first[term] = e;
	return NULL;
}

static bool
once(struct reader *r, const char *what, const char *name,
    const struct ini_entry *e)
{
	const struct ini_entry *old = given_before(r, what, name, e);

	return old == NULL || ini_err(r->err, e, "%s \"%s\" is given twice; "
	    "the first one is in line %d, of [%s \"%s\"]", what, name,
	    old->line, old->section, old->name);
}

/* The hosts and patterns that a line has added. */
static bool
check_added(struct reader *r, const struct ini_entry *e)
{
	const struct site *site = &r->draft.site;

	for (; site->host != NULL && site->host[r->hosts] != NULL; r->hosts++)
		if (!once(r, "host", site->host[r->hosts], e))
			return false;
	for (; r->patterns < site->n_patterns; r->patterns++)
		if (!once(r, "log", site->pattern[r->patterns].glob, e))
			return false;
	return true;
}

/* ---- a section's end ---- */

/* The line of key, else that of other, else the section's. */
static const struct ini_entry *
line_of(const struct reader *r, const char *key, const char *other)
{
	const struct ini_entry *e = r->given[key_of(key) - keys];

	if (e == NULL)
		e = r->given[key_of(other) - keys];
	return e != NULL ? e : r->head;
}

static bool
check_times(struct reader *r)
{
	const struct site *site = &r->draft.site;

	if (site->visit_gap_s > VISIT_GAP_MAX_S)
		return ini_err(r->err, line_of(r, "visit_gap", "visit_gap"),
		    "visit_gap is more than 12h");
	if (site->online_window_s > site->visit_gap_s)
		return ini_err(r->err, line_of(r, "online_window", "visit_gap"),
		    "online_window (%lld s) is longer than visit_gap (%lld s): "
		    "somebody online would be between two visits",
		    (long long)site->online_window_s,
		    (long long)site->visit_gap_s);
	return site->seal_max_s >= site->seal_after_s || ini_err(r->err,
	    line_of(r, "seal_max", "seal_after"),
	    "seal_max (%lld s) is shorter than seal_after (%lld s)",
	    (long long)site->seal_max_s, (long long)site->seal_after_s);
}

static bool
finish_site(struct reader *r)
{
	struct site *site = &r->draft.site;
	struct settings *s = &r->s;

	if (!key_defaults(&r->draft, r->head->name, &s->arena, r->err))
		return err_add(r->err, "%s:%d", r->head->file, r->head->line);
	s->site[s->n_sites] = *site;
	s->opening[s->n_sites++] = r->draft.opening;
	site->zone = NULL; /* these are closed with s from here on */
	site->holidays = NULL;
	r->n_hosts += r->hosts;
	return check_times(r) && (site->widget_dir == NULL ||
	    once(r, "widget", site->widget_dir, line_of(r, "widget", "widget")));
}

static bool
finish_log(struct reader *r)
{
	struct site *site = &r->draft.site;

	if (site->n_patterns == 0)
		return ini_err(r->err, r->head, "[log \"%s\"] has no log: give "
		    "it a line log = or archive =", r->head->name);
	/* Its zone is not asked for: lines are of the day of their site. */
	if (!key_defaults(&r->draft, r->head->name, &r->s.arena, r->err))
		return false;
	settings_let_go(site);
	r->log[r->n_logs++] = (struct settings_group){ .id = site->id,
		.format = site->format, .pattern = site->pattern,
		.n_patterns = site->n_patterns,
		.trusted = site->trusted_proxy, .only = UINT32_MAX };
	if (r->by_host == NULL)
		r->by_host = r->head;
	return true;
}

static bool
finish_section(struct reader *r)
{
	if (r->scope != KEY_TOP)
		return r->scope == KEY_SITE ? finish_site(r) : finish_log(r);
	r->s.data = r->draft.data;
	r->s.robots = r->draft.robots;
	r->s.geo = r->draft.geo;
	r->s.max_file_bytes = r->draft.max_file_bytes;
	r->s.max_file_s = r->draft.max_file_s;
	return true;
}

/* ---- lines ---- */

static bool
check_bytes(struct reader *r, const struct ini_entry *e, const char *text)
{
	for (; text != NULL && *text != '\0'; text++)
		if (((unsigned char)*text < ' ' && *text != '\t') ||
		    *text == 0x7f)
			return ini_err(r->err, e, "the control character "
			    "0x%02x: only text belongs here",
			    (unsigned)(unsigned char)*text);
	return true;
}

static bool
unknown_section(struct reader *r, const struct ini_entry *e)
{
	static const char *const names[] = { "site", "log", NULL };
	static const struct alias alias[] = { { "host", "site" },
		{ "server", "site" }, { "vhost", "site" },
		{ "virtualhost", "site" }, { "website", "site" },
		{ "group", "log" }, { "input", "log" }, { "source", "log" },
		{ NULL, NULL } };
	const char *hint = value_hint(span_of(e->section), names, alias);

	return hint == NULL ? ini_err(r->err, e, "unknown section [%.80s]; "
	    "there are [site \"id\"] and [log \"id\"]", e->section) :
	    ini_err(r->err, e, "unknown section [%.80s] (did you mean [%s "
	    "\"%.80s\"]?)", e->section, hint,
	    e->name[0] != '\0' ? e->name : "id");
}

static bool
begin_section(struct reader *r, const struct ini_entry *e)
{
	bool site = strcmp(e->section, "site") == 0;

	if (!finish_section(r))
		return false;
	r->scope = site ? KEY_SITE : KEY_LOG;
	r->head = e;
	r->draft = (struct draft){ .site = SITE_DEFAULTS };
	memset(r->given, 0, sizeof(r->given));
	r->hosts = r->patterns = 0;
	if (!site && strcmp(e->section, "log") != 0)
		return unknown_section(r, e);
	if (e->name[0] == '\0')
		return ini_err(r->err, e, "[%s] needs an id, a short name for "
		    "files and commands: [%s \"main\"]", e->section,
		    e->section);
	if (!value_id(span_of(e->name), r->err))
		return err_add(r->err, "%s:%d: [%s]", e->file, e->line,
		    e->section);
	/* A site's log group bears the site's id. */
	return once(r, "id", e->name, e);
}

static bool
unknown_key(struct reader *r, const struct ini_entry *e)
{
	const struct key *key = key_of(e->key);
	const char *hint = key_hint(e->key, r->scope);
	char where[80];

	if (r->scope == KEY_TOP)
		snprintf(where, sizeof(where), "before the first section");
	else
		snprintf(where, sizeof(where), "in [%s]", e->section);
	if (key != NULL)
		return ini_err(r->err, e, "%s has no place %s: it belongs %s",
		    e->key, where, key->scopes == KEY_TOP ?
		    "before the first section" : key->scopes == KEY_SITE ?
		    "into a [site \"id\"]" :
		    "into a [site \"id\"] or a [log \"id\"]");
	if (hint != NULL)
		return ini_err(r->err, e, "unknown key \"%.80s\" %s (did you "
		    "mean \"%s\"?)", e->key, where, hint);
	return ini_err(r->err, e, "unknown key \"%.80s\" %s; truycap config "
	    "--sample shows those that are known", e->key, where);
}

static bool
read_key(struct reader *r, const struct ini_entry *e)
{
	const struct key *key = key_of(e->key);
	const struct ini_entry *before;
	struct span value = span_trim(span_of(e->value));

	if (key == NULL || (key->scopes & r->scope) == 0)
		return unknown_key(r, e);
	before = r->given[key - keys];
	if (before != NULL && !key->kind->list)
		return ini_err(r->err, e, "%s is given twice; the first one is "
		    "in line %d", e->key, before->line);
	r->given[key - keys] = e;
	if (value.n == 0)
		return ini_err(r->err, e, "%s has no value (%s): give one, or "
		    "leave the line out", e->key, key->help);
	if (!key->kind->set(&r->place, (char *)&r->draft + key->at, value,
	    r->err)) {
		r->err->code = ERR_CONFIG;
		return err_add(r->err, "%s:%d: %s", e->file, e->line, e->key);
	}
	return check_added(r, e);
}

static bool
read_entry(struct reader *r, const struct ini_entry *e)
{
	if (!check_bytes(r, e, e->name) || !check_bytes(r, e, e->value))
		return false;
	return e->key != NULL ? read_key(r, e) : begin_section(r, e);
}

/* ---- the whole ---- */

/* The folder that relative paths are taken from. */
static bool
find_folder(struct reader *r, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *dir = arena_dup(&r->s.arena, slash != NULL ? path : ".",
	    slash != NULL ? (size_t)(slash - path) + 1 : 1);
	char *real = realpath(dir, NULL);

	if (real == NULL)
		return err_set(r->err, ERR_NOINPUT, "%s: no such folder", dir);
	r->place = (struct key_place){ &r->s.arena,
		arena_dup(&r->s.arena, real, strlen(real)) };
	free(real);
	return true;
}

static void
make_room(struct reader *r)
{
	struct settings *s = &r->s;
	size_t sections = 0;

	for (size_t i = 0; i < s->ini.n; i++)
		sections += s->ini.entry[i].key == NULL;
	s->site = arena_new(&s->arena, sections * sizeof(*s->site));
	s->opening = arena_new(&s->arena, sections * sizeof(*s->opening));
	s->group = arena_new(&s->arena, 2 * sections * sizeof(*s->group));
	r->log = arena_new(&s->arena, sections * sizeof(*r->log));
}

/* The log groups: those of sites, then the others. */
static void
make_groups(struct reader *r)
{
	struct settings *s = &r->s;

	for (uint32_t i = 0; i < s->n_sites; i++)
		s->n_groups += settings_groups(&s->site[i], i, &s->arena,
		    &s->group[s->n_groups]);
	for (size_t i = 0; i < r->n_logs; i++)
		s->group[s->n_groups++] = r->log[i];
}

/* Is path the folder, or in it? */
static bool
beneath(const char *path, const char *folder)
{
	size_t n = strlen(folder);

	return strncmp(path, folder, n) == 0 && (path[n] == '\0' ||
	    path[n] == '/' || (n > 0 && folder[n - 1] == '/'));
}

static bool
check_whole(struct reader *r, const char *path)
{
	struct settings *s = &r->s;

	if (s->n_sites == 0)
		return err_set(r->err, ERR_CONFIG, "%s:%d: no site: there must "
		    "be a [site \"id\"]; truycap config --sample shows how",
		    path, s->ini.n > 0 ? s->ini.entry[s->ini.n - 1].line : 1);
	if (r->by_host != NULL && r->n_hosts == 0)
		return ini_err(r->err, r->by_host, "the lines of [log \"%s\"] "
		    "go to the site of their host, and no site has a host = "
		    "line", r->by_host->name);
	for (size_t i = 0; i < s->n_sites; i++) {
		const char *dir = s->site[i].widget_dir;

		if (dir != NULL && beneath(s->data, dir))
			return ini_err(r->err, given_before(r, "widget", dir,
			    NULL), "widget: %s holds the data folder (%s), "
			    "which no web server may hand out", dir, s->data);
	}
	make_groups(r);
	return true;
}

bool
settings_read(const char *path, struct settings *out, struct err *err)
{
	struct err none;
	struct reader r = { .scope = KEY_TOP, .err = err != NULL ? err : &none,
		.draft = DRAFT_DEFAULTS };
	bool good = find_folder(&r, path) && ini_read(path, &r.s.ini, r.err);

	terms_open(&r.once, 0);
	if (good)
		make_room(&r);
	for (size_t i = 0; good && i < r.s.ini.n; i++)
		good = read_entry(&r, &r.s.ini.entry[i]);
	good = good && finish_section(&r) && check_whole(&r, path);
	settings_let_go(&r.draft.site); /* of an unfinished site */
	terms_close(&r.once);
	mem_free(r.first);
	if (good)
		*out = r.s;
	else
		settings_close(&r.s);
	return good;
}

void
settings_close(struct settings *s)
{
	for (size_t i = 0; i < s->n_sites; i++)
		settings_let_go(&s->site[i]);
	arena_close(&s->arena);
	ini_close(&s->ini);
	*s = (struct settings){ 0 };
}
