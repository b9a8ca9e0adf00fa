/* SPDX-License-Identifier: MIT */
#include "cli/workplace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "aggregate/figures.h"
#include "cli/rebuild.h"
#include "common/file.h"
#include "publish/widget.h"
#include "store/baseline.h"
#include "store/migrate.h"
#include "store/patterns.h"
#include "store/section_order.h"

static const char *
config_path(const struct options *o)
{
	return o->value[OPTION_CONFIG] != NULL ? o->value[OPTION_CONFIG] :
	    WORKPLACE_CONFIG;
}

static bool
open_db(struct workplace *w, enum db_mode mode, struct err *err)
{
	struct buf path = { 0 };

	workplace_path(w, &path);

	bool good = db_open(buf_text(&path), mode, &w->db, err);

	buf_close(&path);
	return good;
}

/* An earlier version becomes this one as it is opened for writing: who updates the
 * program need not know of it, but is told once. */
static bool
migrate(struct workplace *w, int64_t now_s, struct err *err)
{
	struct migrated m;
	struct buf path = { 0 };
	bool good;

	workplace_path(w, &path);
	good = migrate_store(buf_text(&path), now_s, &m, err);
	if (good && m.from < m.to) {
		cli_warn("%s: version %d is now version %d; the old one is "
		    "kept as %s", buf_text(&path), m.from, m.to,
		    buf_text(&m.copy));
		if (m.sealed > 0)
			cli_warn("%s: what is kept of open days has another "
			    "form now: %lld days are sealed as they were, and "
			    "later lines of them are late", buf_text(&path),
			    (long long)m.sealed);
		buf_close(&m.copy);
	}
	buf_close(&path);
	return good;
}

static bool
open_to_write(struct workplace *w, int64_t now_s, struct err *err)
{
	struct err why;

	/* Only what is not as it should be is opened twice. */
	if (open_db(w, DB_WRITE, &why))
		return true;
	if (why.code == ERR_DATA)
		return migrate(w, now_s, err) && open_db(w, DB_WRITE, err);
	*err = why;
	return false;
}

bool
workplace_read(const struct options *o, struct workplace *out,
    struct err *err)
{
	*out = (struct workplace){ .lock = -1 };
	return settings_read(config_path(o), &out->settings, err) &&
	    open_db(out, DB_READ, err);
}

/* Who holds the lock, for the message: it wrote its pid. */
static bool
locked(int fd, const char *path, struct err *err)
{
	char pid[32] = "";
	ssize_t n = pread(fd, pid, sizeof(pid) - 1, 0);

	if (n < 0)
		n = 0;
	pid[n] = '\0';
	pid[strspn(pid, "0123456789")] = '\0';
	return err_set(err, ERR_LOCKED, "another truycap is at work (process "
	    "%s, %s)", pid[0] != '\0' ? pid : "unknown", path);
}

static bool
take_lock(struct workplace *w, struct err *err)
{
	struct buf path = { 0 };
	char pid[32];
	bool good = true;
	int n = snprintf(pid, sizeof(pid), "%ld\n", (long)getpid());

	buf_printf(&path, "%s/truycap.lock", w->settings.data);
	w->lock = open(buf_text(&path), O_RDWR | O_CREAT | O_CLOEXEC |
	    O_NOFOLLOW, 0600);
	if (w->lock < 0)
		good = err_set(err, ERR_CREATE, "%s: %s", buf_text(&path),
		    strerror(errno));
	else if (flock(w->lock, LOCK_EX | LOCK_NB) != 0)
		good = locked(w->lock, buf_text(&path), err);
	else if (ftruncate(w->lock, 0) != 0 ||
	    pwrite(w->lock, pid, (size_t)n, 0) != n)
		good = err_set(err, ERR_IO, "%s: %s", buf_text(&path),
		    strerror(errno));
	buf_close(&path);
	return good;
}

bool
workplace_claim(const struct options *o, struct workplace *out,
    struct err *err)
{
	*out = (struct workplace){ .lock = -1 };
	return settings_read(config_path(o), &out->settings, err) &&
	    file_mkdirs(out->settings.data, 0700, err) && take_lock(out, err);
}

void
workplace_path(const struct workplace *w, struct buf *out)
{
	buf_clear(out);
	buf_printf(out, "%s/truycap.db", w->settings.data);
}

static bool
order_sections(struct workplace *w, struct err *err)
{
	bool good = db_begin(w->db, err);

	for (size_t i = 0; good && i < w->settings.n_sites; i++)
		good = section_order(w->db, &w->settings.site[i],
		    &w->settings.arena, err);
	good = good && db_commit(w->db, err);
	db_rollback(w->db);
	return good;
}

bool
workplace_write(const struct options *o, struct workplace *out,
    struct err *err)
{
	const char *robots = o->value[OPTION_ROBOTS];

	if (!workplace_claim(o, out, err))
		return false;
	rebuild_sweep(out);
	return open_to_write(out, o->now_s, err) && order_sections(out, err) &&
	    run_lists_open(robots != NULL ? robots : out->settings.robots,
	    &out->settings.geo, &out->lists, err);
}

bool
workplace_publish(const struct options *o, struct workplace *out,
    struct err *err)
{
	return workplace_read(o, out, err) && take_lock(out, err);
}

void
workplace_close(struct workplace *w)
{
	run_lists_close(&w->lists);
	db_close(w->db);
	settings_close(&w->settings);
	if (w->lock >= 0)
		close(w->lock);
	*w = (struct workplace){ .lock = -1 };
}

bool
workplace_site(const struct workplace *w, const struct options *o,
    size_t *index, struct err *err)
{
	const char *id = o->value[OPTION_SITE];

	if (id == NULL && w->settings.n_sites == 1) {
		*index = 0;
		return true;
	}
	for (size_t i = 0; id != NULL && i < w->settings.n_sites; i++)
		if (strcmp(w->settings.site[i].id, id) == 0) {
			*index = i;
			return true;
		}
	return err_set(err, ERR_USAGE, id == NULL ? "which site? say --site; "
	    "the configuration has several" :
	    "--site: the configuration has no such site");
}

static int64_t
least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static bool
take_patterns(const struct workplace *w, const struct settings_group *g,
    int64_t run_s, struct workplace_extent *x, struct err *err)
{
	for (size_t i = 0; i < g->n_patterns; i++) {
		struct pattern_state state;

		if (!g->pattern[i].live)
			continue;
		if (!patterns_get(w->db, g->id, g->pattern[i].glob, &state,
		    err))
			return false;
		x->newest_s = least(x->newest_s, state.has_newest ?
		    state.newest_s : INT64_MIN);
		x->complete = x->complete && state.has_read &&
		    state.read_s == run_s;
	}
	return true;
}

bool
workplace_extent(const struct workplace *w, size_t site, int64_t run_s,
    struct workplace_extent *out, struct err *err)
{
	struct workplace_extent x = { true, run_s, INT64_MAX };

	for (size_t i = 0; i < w->settings.n_groups; i++) {
		const struct settings_group *g = &w->settings.group[i];

		if (g->only != UINT32_MAX && g->only != site)
			continue;
		if (!take_patterns(w, g, run_s, &x, err))
			return false;
	}
	if (!x.complete)
		x.as_of_s = least(x.newest_s, run_s);
	*out = x;
	return true;
}

static int64_t
in_unit(const struct site *site, const struct day_sums *sums)
{
	if (strcmp(site->widget_unit, "pages") == 0)
		return sums->pages;
	if (strcmp(site->widget_unit, "visitor-days") == 0)
		return sums->visitor_days;
	return sums->visits;
}

bool
workplace_figures(const struct workplace *w, size_t site,
    const struct workplace_clock *clock, struct widget_figures *out,
    struct err *err)
{
	const struct site *s = &w->settings.site[site];
	struct workplace_extent x;
	struct store_site stored;
	struct baseline balance;
	struct figures_now f;
	bool any;

	if (!sites_open(w->db, s, false, &stored, err) ||
	    !workplace_extent(w, site, clock->run_s, &x, err) ||
	    !baseline_current(&stored, &any, &balance, err))
		return false;

	struct figures_when when = { clock->now_s, x.as_of_s,
		any ? balance.as_of_day : INT32_MIN };

	if (!figures_now(&stored, &when, &f, err))
		return false;
	*out = (struct widget_figures){ .generated_s = clock->now_s,
		.as_of_s = x.as_of_s, .complete = x.complete,
		.stale = x.as_of_s == INT64_MIN ||
		    clock->now_s - x.as_of_s > s->stale_after_s,
		.online = f.online, .open = f.open,
		.today = in_unit(s, &f.today),
		.yesterday = in_unit(s, &f.yesterday),
		.week = in_unit(s, &f.week), .month = in_unit(s, &f.month),
		.year = in_unit(s, &f.year),
		.total = in_unit(s, &f.counted) + (any ? balance.value : 0),
		.opening_balance = any ? balance.value : 0,
		.has_since = f.has_since, .since_day = f.since_day };
	return true;
}
