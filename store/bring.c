/* SPDX-License-Identifier: MIT */
#include "store/bring.h"

#include <stdio.h>
#include <sys/stat.h>

#include "common/buf.h"
#include "common/mem.h"
#include "common/stamp.h"
#include "store/chain.h"
#include "store/events.h"
#include "store/section_order.h"

#define BRING_ROW(X, id, table, columns, brought, folded, grouped, detail,     \
    terms, clash) STMT_BRING_##id,
static const enum stmt detail_table[] = {
	DETAIL_TABLE(BRING_ROW, )
};
enum { N_TABLES = sizeof(detail_table) / sizeof(*detail_table) };

/* A site of the other store. */
struct other {
	int64_t id, window_s;
	int32_t sealed;
	char *name, *zone;
	struct store_site here;
};

struct bringing {
	struct db *db;
	const struct bring_plan *plan;
	struct other *site;
	size_t n_sites;
	struct brought out;
};

/* ---- is it one that can be brought? ---- */

static bool
check_file(const struct bringing *b, struct err *err)
{
	struct stat st;

	if (stat(b->plan->path, &st) != 0 || !S_ISREG(st.st_mode) ||
	    st.st_size == 0)
		return err_set(err, ERR_NOINPUT, "%s: no database there",
		    b->plan->path);
	return true;
}

static bool
check_store(const struct bringing *b, struct err *err)
{
	const char *path = b->plan->path;
	int64_t ours, app, version, same;

	if (!db_number(b->db, "PRAGMA main.application_id", &ours, err) ||
	    !db_number(b->db, "PRAGMA b.application_id", &app, err) ||
	    !db_number(b->db, "PRAGMA b.user_version", &version, err))
		return err_add(err, "%s", path);
	if (app != ours)
		return err_set(err, ERR_DATA,
		    "%s: a database, but not one of truycap", path);
	if (version != DB_VERSION)
		return err_set(err, ERR_DATA, "%s: database version %lld; this "
		    "truycap merges version %d", path, (long long)version,
		    DB_VERSION);
	if (!db_number(b->db, "SELECT count(*) FROM b.meta AS x JOIN main.meta"
	    " AS y USING (name, value) WHERE name = 'key'", &same, err))
		return err_add(err, "%s", path);
	return same == 1 || err_set(err, ERR_CONFIG, "%s: counted under "
	    "another key, so visitors cannot be compared; stores that are to "
	    "be merged begin with one key (truycap store init --key)", path);
}

/* Which of its logs are here.  The shorter of two streams is the other's beginning when all
 * marks that both have are equal, from the last one in its head on. */
static bool
compare_streams(struct bringing *b, int64_t *known, struct err *err)
{
	enum stmt q = STMT_BRING_PAIRS;
	struct buf path = { 0 };
	bool row, good;

	*known = 0;
	db_start(b->db, q, "");
	while ((good = db_next(b->db, q, &row, err)) && row) {
		if (db_int(b->db, q, 1) != 0) {
			(*known)++;
			if (path.n == 0)
				buf_span(&path, db_text(b->db, q, 0));
			continue;
		}
		buf_clear(&path);
		buf_span(&path, db_text(b->db, q, 0));
		db_end(b->db, q);
		good = err_set(err, ERR_DATA, "%s: its log %s goes on where "
		    "the one that is here ends: merge this store into that "
		    "one, or ingest the log", b->plan->path, buf_text(&path));
		break;
	}
	if (good && *known > 0 && *known < b->out.streams)
		good = err_set(err, ERR_DATA, "%s: some of its logs are here "
		    "already, as %s: what they have in its days cannot be "
		    "told apart from the rest", b->plan->path,
		    buf_text(&path));
	buf_close(&path);
	return good;
}

static bool
count_streams(struct bringing *b, struct err *err)
{
	int64_t known, balances;

	if (!db_number(b->db, "SELECT count(*) FROM b.stream",
	    &b->out.streams, err) || !db_number(b->db,
	    "SELECT coalesce(sum(lines), 0) FROM b.ledger", &b->out.lines,
	    err) || !db_number(b->db, "SELECT (SELECT count(*) FROM b.baseline)"
	    " + (SELECT count(*) FROM b.history)", &balances, err) ||
	    !compare_streams(b, &known, err))
		return false;
	b->out.known = known == b->out.streams;
	b->out.left = balances > 0 && !b->out.known;
	return true;
}

/* ---- its sites ---- */

static bool
list_sites(struct bringing *b, struct err *err)
{
	enum stmt q = STMT_BRING_SITES;
	bool row, good;

	db_start(b->db, q, "");
	while ((good = db_next(b->db, q, &row, err)) && row) {
		struct span name = db_text(b->db, q, 1);
		struct span zone = db_text(b->db, q, 2);

		b->site = mem_grow(b->site, b->n_sites + 1, sizeof(*b->site));
		b->site[b->n_sites++] = (struct other){
			.id = db_int(b->db, q, 0),
			.name = mem_dup(name.p, name.n),
			.zone = mem_dup(zone.p, zone.n),
			.window_s = db_int(b->db, q, 3),
			.sealed = db_null(b->db, q, 4) ? SITES_NOT_SEALED :
			    (int32_t)db_int(b->db, q, 4) };
	}
	return good;
}

static bool
find_site(struct bringing *b, struct other *o, struct err *err)
{
	for (size_t i = 0; i < b->plan->n_sites; i++) {
		const struct site *s = &b->plan->site[i];

		if (strcmp(s->id, o->name) != 0)
			continue;
		if (!sites_open(b->db, s, true, &o->here, err))
			return false;
		if (strcmp(s->zone_name, o->zone) == 0 &&
		    s->online_window_s == o->window_s)
			return true;
		return err_set(err, ERR_CONFIG, "%s: site %s was counted in "
		    "zone %s with an online window of %lld s, not in %s with "
		    "%lld s", b->plan->path, s->id, o->zone,
		    (long long)o->window_s, s->zone_name,
		    (long long)s->online_window_s);
	}
	return err_set(err, ERR_CONFIG, "%s: its site %s is not in the "
	    "configuration", b->plan->path, o->name);
}

/* Visitors' rows in parts know sections and steps by number. */
static bool
check_sections(const struct bringing *b, const struct other *o,
    struct err *err)
{
	bool same;

	return section_order_same(b->db, o->name, &same, err) &&
	    (same || err_set(err, ERR_CONFIG, "%s: site %s has its sections, "
	    "or the steps of its funnels, in another order there: give both configurations one order "
	    "before days are counted, or ingest the logs", b->plan->path,
	    o->name));
}

/* A day's figures are final once it is sealed: nothing can be added to them. */
static bool
check_days(struct bringing *b, const struct other *o, struct err *err)
{
	enum stmt q = STMT_BRING_CLASH;
	struct buf day = { 0 };
	bool row;

	db_start(b->db, q, "iiii", o->id, o->here.id, (int64_t)o->here.sealed,
	    (int64_t)o->sealed);
	if (!db_next(b->db, q, &row, err))
		return false;
	if (!row)
		return true;
	stamp_put_day(&day, (int32_t)db_int(b->db, q, 0));
	err_set(err, ERR_DATA, "%s: site %s has %s in both stores, and it is "
	    "sealed in one: merge before days are sealed (seal_after), or "
	    "ingest the logs anew", b->plan->path, o->name, buf_text(&day));
	db_end(b->db, q);
	buf_close(&day);
	return false;
}

/* ---- bringing ---- */

static bool
bring_streams(struct bringing *b, struct err *err)
{
	int64_t last;

	return db_number(b->db, "SELECT coalesce(max(id), 0) FROM main.stream",
	    &last, err) &&
	    db_run(b->db, err, STMT_BRING_STREAM, "i", last) &&
	    db_run(b->db, err, STMT_BRING_MARK, "i", last) &&
	    db_run(b->db, err, STMT_BRING_HEAD, "i", last) &&
	    db_run(b->db, err, STMT_BRING_LEDGER, "i", last) &&
	    db_run(b->db, err, STMT_BRING_TERM, "") &&
	    db_run(b->db, err, STMT_BRING_LIST, "");
}

/* Of visits that may go on, those at the end of the later sealed day are what counts. */
static bool
bring_carried(struct bringing *b, const struct other *o, struct err *err)
{
	int64_t sealed = o->sealed;

	return (o->sealed < o->here.sealed ||
	    db_run(b->db, err, STMT_BRING_CARRIED, "ii", o->id,
	    o->here.id)) && (o->sealed <= o->here.sealed ||
	    (db_run(b->db, err, STMT_CARRIED_DROP, "ii", o->here.id,
	    sealed) && db_run(b->db, err, STMT_SITE_SEAL, "ii", o->here.id,
	    sealed)));
}

static bool
bring_site(struct bringing *b, const struct other *o, struct err *err)
{
	for (int i = 0; i < N_TABLES; i++)
		if (!db_run(b->db, err, detail_table[i], "iii", o->id,
		    o->here.id, (int64_t)o->sealed))
			return false;
	return db_run(b->db, err, STMT_BRING_SEEN, "ii", o->id,
	    o->here.id) && db_run(b->db, err, STMT_BRING_RANK, "ii", o->id,
	    o->here.id) && db_run(b->db, err, STMT_BRING_SEALED, "ii", o->id,
	    o->here.id) &&
	    db_run(b->db, err, STMT_BRING_OPEN, "ii", o->id, o->here.id) &&
	    db_run(b->db, err, STMT_BRING_PART, "ii", o->id, o->here.id) &&
	    db_run(b->db, err, STMT_BRING_DAY_LIST_OPEN, "ii", o->id,
	    o->here.id) &&
	    db_run(b->db, err, STMT_BRING_FORGOTTEN, "ii", o->id,
	    o->here.id) && bring_carried(b, o, err) &&
	    db_run(b->db, err, STMT_BRING_DIRTY, "i", o->here.id);
}

/* Days that came whole: a link each. */
static bool
link_days(struct bringing *b, const struct other *o, struct err *err)
{
	enum stmt q = STMT_CHAIN_BROUGHT;
	bool row = true, good = true;

	db_start(b->db, q, "i", o->id);
	while (good && (good = db_next(b->db, q, &row, err)) && row) {
		int32_t day = (int32_t)db_int(b->db, q, 0);
		struct chain_note note = { .kind = CHAIN_KIND_MERGE,
			.at_s = b->plan->now_s, .site = o->here.id,
			.days = { day, day }, .tables = CHAIN_ALL_DAY,
			.sources = true };

		good = chain_add(b->db, &note, err);
	}
	if (!good)
		db_end(b->db, q);

	/* Pages may have answered there before they did here. */
	struct chain_note seen = { .kind = CHAIN_KIND_MERGE,
		.at_s = b->plan->now_s, .site = o->here.id,
		.days = { INT32_MIN, o->here.sealed > o->sealed ?
		o->here.sealed : o->sealed },
		.tables = CHAIN_BIT(FIRST_SEEN) };

	if (seen.days.to == SITES_NOT_SEALED)
		return good;
	return good && chain_add(b->db, &seen, err);
}

static bool
record(struct bringing *b, struct err *err)
{
	struct event e = { .at_s = b->plan->now_s, .what = "merge" };
	struct buf detail = { 0 };
	bool good;

	buf_printf(&detail, "%s: logs: %lld, lines: %lld", b->plan->path,
	    (long long)b->out.streams, (long long)b->out.lines);
	e.detail = buf_text(&detail);
	good = event_add(b->db, &e, err);
	buf_close(&detail);
	return good;
}

static bool
bring_all(struct bringing *b, struct err *err)
{
	bool good = check_store(b, err) && count_streams(b, err);

	if (!good || b->out.known)
		return good;
	good = list_sites(b, err);
	for (size_t i = 0; good && i < b->n_sites; i++)
		good = find_site(b, &b->site[i], err) &&
		    check_sections(b, &b->site[i], err) &&
		    check_days(b, &b->site[i], err);
	good = good && bring_streams(b, err);
	for (size_t i = 0; good && i < b->n_sites; i++)
		good = bring_site(b, &b->site[i], err) &&
		    link_days(b, &b->site[i], err);
	return good && record(b, err) && db_commit(b->db, err);
}

bool
bring_store(struct db *db, const struct bring_plan *plan,
    struct brought *out, struct err *err)
{
	struct bringing b = { .db = db, .plan = plan };
	bool good;

	if (!check_file(&b, err) ||
	    !db_with_path(db, "ATTACH ?1 AS b", plan->path, err))
		return false;
	/* Not BEGIN IMMEDIATE: the other store is only read, and may be of another owner. */
	good = db_begin_read(db, err) && bring_all(&b, err);
	db_rollback(db);
	good = db_script(db, "DETACH b", good ? err : NULL) && good;
	for (size_t i = 0; i < b.n_sites; i++) {
		mem_free(b.site[i].name);
		mem_free(b.site[i].zone);
	}
	mem_free(b.site);
	if (good)
		*out = b.out;
	return good;
}
