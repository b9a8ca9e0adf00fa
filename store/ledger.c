/* SPDX-License-Identifier: MIT */
#include "store/ledger.h"

#include <stdio.h>

static bool
sum_classes(struct db *db, enum stmt q, int64_t id,
    int64_t lines[CLASS__MAX], struct err *err)
{
	bool row;

	for (int c = 0; c < CLASS__MAX; c++)
		lines[c] = 0;
	db_start(db, q, "i", id);
	while (db_next(db, q, &row, err)) {
		if (!row)
			return true;

		struct span name = db_text(db, q, 0);

		for (int c = 0; c < CLASS__MAX; c++)
			if (span_eq(name, span_of(class_name((enum class)c))))
				lines[c] += db_int(db, q, 1);
	}
	return false;
}

bool
ledger_classes(struct db *db, const struct store_site *site,
    int64_t lines[CLASS__MAX], struct err *err)
{
	return sum_classes(db, STMT_LEDGER_CLASSES,
	    site != NULL ? site->id : -1, lines, err);
}

bool
ledger_stream(struct db *db, int64_t stream, int64_t lines[CLASS__MAX],
    struct err *err)
{
	return sum_classes(db, STMT_LEDGER_STREAM, stream, lines, err);
}

bool
ledger_reached(const struct store_site *s, struct period days,
    struct ledger_reach *out, struct err *err)
{
	enum stmt q = STMT_LEDGER_REACH;
	struct ledger_reach reach = { { 0 }, { 0 } };
	bool row, good;

	if (days.from == INT32_MIN) /* which is that of no day */
		days.from++;
	db_start(s->db, q, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	while ((good = db_next(s->db, q, &row, err)) && row) {
		struct span name = db_text(s->db, q, 0);

		for (int c = 0; c < CLASS__MAX; c++) {
			if (!span_eq(name, span_of(class_name((enum class)c))))
				continue;
			reach.dated[c] += db_int(s->db, q, 1);
			reach.undated[c] += db_int(s->db, q, 2);
		}
	}
	if (good)
		*out = reach;
	return good;
}

bool
ledger_day(const struct store_site *s, int32_t day,
    void (*take)(void *self, const struct ledger_log *l), void *self,
    struct err *err)
{
	enum stmt q = STMT_LEDGER_DAY;
	struct db *db = s->db;
	bool row, good;

	db_start(db, q, "ii", s->id, (int64_t)day);
	while ((good = db_next(db, q, &row, err)) && row)
		take(self, &(struct ledger_log){ .path = db_text(db, q, 0),
		    .class = db_text(db, q, 1), .lines = db_int(db, q, 2),
		    .stream = db_int(db, q, 3),
		    .has_times = !db_null(db, q, 4),
		    .first_s = db_int(db, q, 4), .last_s = db_int(db, q, 5),
		    .consumed_bytes = db_int(db, q, 6),
		    .hash = db_text(db, q, 7) });
	return good;
}

bool
ledger_list(struct db *db, const struct ledger_query *query, struct err *err)
{
	enum stmt q = STMT_LEDGER_LIST;
	bool row;

	db_start(db, q, "iii", query->site != NULL ? query->site->id :
	    (int64_t)-1, (int64_t)query->days.from, (int64_t)query->days.to);
	while (db_next(db, q, &row, err)) {
		if (!row)
			return true;

		struct ledger_entry e = { .path = db_text(db, q, 0),
			.site = db_text(db, q, 1),
			.day = (int32_t)db_int(db, q, 2),
			.class = db_text(db, q, 3),
			.lines = db_int(db, q, 4),
			.stream = db_int(db, q, 5) };

		query->take(query->self, &e);
	}
	return false;
}

bool
ledger_groups(const struct store_site *s, ledger_group_fn *take, void *self,
    struct err *err)
{
	enum stmt q = STMT_LEDGER_GROUPS;
	bool row, good;

	db_start(s->db, q, "i", s->id);
	while ((good = db_next(s->db, q, &row, err)) && row)
		if (db_int(s->db, q, 1) != 0)
			take(self, db_text(s->db, q, 0),
			    db_int(s->db, q, 2) != 0);
	return good;
}

bool
ledger_sources(struct db *db, ledger_source_fn *take, void *self,
    struct err *err)
{
	enum stmt q = STMT_STREAM_LIST;
	bool row;

	db_start(db, q, "");
	while (db_next(db, q, &row, err)) {
		if (!row)
			return true;

		struct ledger_source s = { .id = db_int(db, q, 0),
			.grp = db_text(db, q, 1), .path = db_text(db, q, 2),
			.format = db_text(db, q, 3),
			.consumed_bytes = db_int(db, q, 4),
			.tail = db_int(db, q, 5) != 0,
			.has_times = !db_null(db, q, 6),
			.first_s = db_int(db, q, 6),
			.last_s = db_int(db, q, 7) };

		take(self, &s);
	}
	return false;
}

bool
ledger_trouble(struct db *db, ledger_trouble_fn *take, void *self,
    struct err *err)
{
	enum stmt q = STMT_FILE_TROUBLE;
	bool row;

	db_start(db, q, "");
	while (db_next(db, q, &row, err)) {
		if (!row)
			return true;
		take(self, db_text(db, q, 0), db_text(db, q, 1),
		    db_text(db, q, 2));
	}
	return false;
}

bool
ledger_run_add(struct db *db, const struct ledger_run *run, struct err *err)
{
	return db_run(db, err, STMT_RUN_ADD, "iiitt", run->at_s, run->lines,
	    run->files, span_of(run->robots), span_of(run->version)) &&
	    db_run(db, err, STMT_RUN_TRIM, "");
}

static void
copy(char *to, size_t size, struct span text)
{
	snprintf(to, size, "%.*s", (int)text.n, text.n > 0 ? text.p : "");
}

bool
ledger_run_last(struct db *db, struct ledger_last *out, struct err *err)
{
	enum stmt q = STMT_RUN_LAST;

	db_start(db, q, "");
	if (!db_next(db, q, &out->any, err))
		return false;
	if (!out->any)
		return true;
	copy(out->robots, sizeof(out->robots), db_text(db, q, 3));
	copy(out->version, sizeof(out->version), db_text(db, q, 4));
	out->run = (struct ledger_run){ db_int(db, q, 0), db_int(db, q, 1),
		db_int(db, q, 2), out->robots, out->version };
	db_end(db, q);
	return true;
}
