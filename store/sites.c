/* SPDX-License-Identifier: MIT */
#include "store/sites.h"

static bool
same_rules(struct db *db, const struct site *site, struct err *err)
{
	struct span zone = db_text(db, STMT_SITE_GET, 1);
	int64_t window_s = db_int(db, STMT_SITE_GET, 2);

	if (!span_eq(zone, span_of(site->zone_name)))
		return err_set(err, ERR_CONFIG, "site %s: counted in zone "
		    "%.*s so far; another zone (%s) needs a new database",
		    site->id, (int)zone.n, zone.p, site->zone_name);
	if (window_s != site->online_window_s)
		return err_set(err, ERR_CONFIG, "site %s: counted with an "
		    "online window of %lld s so far; another one (%lld s) "
		    "needs a new database", site->id, (long long)window_s,
		    (long long)site->online_window_s);
	return true;
}

bool
sites_open(struct db *db, const struct site *site, bool add,
    struct store_site *out, struct err *err)
{
	bool row, good;

	db_start(db, STMT_SITE_GET, "t", span_of(site->id));
	if (!db_next(db, STMT_SITE_GET, &row, err))
		return false;
	if (row) {
		*out = (struct store_site){ .db = db, .site = site,
			.id = db_int(db, STMT_SITE_GET, 0),
			.sealed = db_null(db, STMT_SITE_GET, 3) ?
			    SITES_NOT_SEALED :
			    (int32_t)db_int(db, STMT_SITE_GET, 3) };
		good = same_rules(db, site, err);
		db_end(db, STMT_SITE_GET);
		return good;
	}
	if (!add)
		return err_set(err, ERR_NOINPUT,
		    "site %s: nothing counted yet", site->id);
	if (!db_run(db, err, STMT_SITE_ADD, "tti", span_of(site->id),
	    span_of(site->zone_name), site->online_window_s))
		return false;
	*out = (struct store_site){ db, db_inserted(db), SITES_NOT_SEALED,
		site, NULL };
	return true;
}

bool
sites_each(struct db *db, sites_fn *take, void *self, struct err *err)
{
	bool row, good;

	db_start(db, STMT_SITE_ZONES, "");
	while ((good = db_next(db, STMT_SITE_ZONES, &row, err)) && row)
		take(self, db_int(db, STMT_SITE_ZONES, 0),
		    db_text(db, STMT_SITE_ZONES, 1));
	return good;
}

bool
sites_seal(struct store_site *s, int32_t day,
    const struct sites_carried *carried, size_t n, struct err *err)
{
	int64_t d = day;

	for (size_t i = 0; i < n; i++) {
		struct span key = { (const char *)carried[i].key.b,
			sizeof(carried[i].key.b) };

		if (!db_run(s->db, err, STMT_CARRIED_PUT, "iibii", s->id, d,
		    key, carried[i].last_s, (int64_t)carried[i].known))
			return false;
	}
	if (!db_run(s->db, err, STMT_CARRIED_DROP, "ii", s->id, d) ||
	    !db_run(s->db, err, STMT_PART_DROP, "iii", s->id,
	    (int64_t)INT32_MIN, d) ||
	    !db_run(s->db, err, STMT_DAY_SEAL, "ii", s->id, d) ||
	    !db_run(s->db, err, STMT_SITE_SEAL, "ii", s->id, d))
		return false;
	if (s->pool != NULL)
		pool_drop(s->pool, day);
	s->sealed = day;
	return true;
}
