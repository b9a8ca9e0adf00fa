/* SPDX-License-Identifier: MIT */
/* restate_logs.c -- what a restatement asks for, the store that reads anew, and the list of
 * those that there were. */
#include "common/mem.h"
#include "store/days.h"
#include "store/forget.h"
#include "store/restate.h"

#define DROP_ROW(X, id, table, columns, brought, folded, grouped, detail,      \
    terms, clash) STMT_DROP_##id,
static const enum stmt detail_table[] = {
	DETAIL_TABLE(DROP_ROW, )
};
enum { N_TABLES = sizeof(detail_table) / sizeof(*detail_table) };

void
restate_logs_close(struct restate_logs *l)
{
	for (size_t i = 0; i < l->n; i++) {
		mem_free(l->log[i].grp);
		mem_free(l->log[i].path);
		mem_free(l->log[i].found);
	}
	mem_free(l->log);
	*l = (struct restate_logs){ .n = 0 };
}

static char *
text_dup(struct db *db, enum stmt q, int column)
{
	struct span s = db_text(db, q, column);

	return mem_dup(s.n > 0 ? s.p : "", s.n);
}

bool
restate_logs(const struct store_site *s, struct period days,
    struct restate_logs *out, struct err *err)
{
	enum stmt q = STMT_RESTATE_LOGS;
	struct restate_logs l = { .n = 0 };
	bool row, good;

	db_start(s->db, q, "iiiii", s->id, (int64_t)days.from - 1,
	    (int64_t)days.to + 1, (int64_t)days.from, (int64_t)days.to);
	while ((good = db_next(s->db, q, &row, err)) && row) {
		if (l.n == l.cap) {
			l.cap = l.cap * 2 + 16;
			l.log = mem_grow(l.log, l.cap, sizeof(*l.log));
		}
		l.log[l.n++] = (struct restate_log){
			.stream = db_int(s->db, q, 0),
			.grp = text_dup(s->db, q, 1),
			.path = text_dup(s->db, q, 2),
			.consumed = (uint64_t)db_int(s->db, q, 3),
			.tail = db_int(s->db, q, 4) != 0,
			.lines = db_int(s->db, q, 5) };
	}
	if (good)
		*out = l;
	else
		restate_logs_close(&l);
	return good;
}

bool
restate_share_keys(struct db *db, const char *other, struct err *err)
{
	bool good = db_with_path(db, "ATTACH ?1 AS b", other, err);

	if (!good)
		return false;
	good = db_run(db, err, STMT_RESTATE_KEYS, "");
	return db_script(db, "DETACH b", good ? err : NULL) && good;
}

static bool
run_days(const struct store_site *s, enum stmt q, struct period days,
    struct err *err)
{
	return db_run(s->db, err, q, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
}

bool
restate_only(const struct store_site *s, const struct store_site *real,
    struct period days, struct err *err)
{
	enum stmt q = STMT_CHAIN_SEALED;
	bool row = true, good = true;

	db_start(real->db, q, "iii", real->id, (int64_t)days.from,
	    (int64_t)days.to);
	while (good && (good = db_next(real->db, q, &row, err)) && row)
		good = days_dirty_mark(s, (int32_t)db_int(real->db, q, 0),
		    true, err);
	if (!good)
		db_end(real->db, q);
	return good && run_days(s, STMT_RESTATE_ONLY, days, err);
}

bool
restate_prune(const struct store_site *s, struct period days,
    struct err *err)
{
	struct period side[] = { { INT32_MIN, days.from - 1 },
		{ days.to + 1, INT32_MAX } };

	for (int i = 0; i < 2; i++) {
		for (int t = 0; t < N_TABLES; t++)
			if (!run_days(s, detail_table[t], side[i], err))
				return false;
		if (!run_days(s, STMT_DAY_DROP, side[i], err) ||
		    !run_days(s, STMT_PART_DROP, side[i], err))
			return false;
	}
	return run_days(s, STMT_RESTATE_SEEN, days, err) &&
	    forget_terms(s->db, err);
}

/* As put_sums of restate.c wrote them. */
static struct restate_sums
read_sums(struct span text)
{
	struct restate_sums s = { 0 };
	int64_t *to[] = { &s.days, &s.visits, &s.visitors, &s.pages,
		&s.online_s, &s.hits, &s.robots, &s.late };

	for (size_t i = 0; i < sizeof(to) / sizeof(*to) && text.n > 0; i++) {
		struct span value = { 0 };
		uint64_t n = 0;
		size_t k = 0;

		span_cut(&text, ':');
		value = text;
		while (k < value.n && value.p[k] >= '0' && value.p[k] <= '9')
			k++;
		value.n = k;
		if (span_u64(value, &n))
			*to[i] = (int64_t)n;
	}
	return s;
}

bool
restatement_list(const struct store_site *s,
    const struct restatement_query *query, struct err *err)
{
	enum stmt q = STMT_RESTATEMENT_LIST;
	struct db *db = s->db;
	bool row, good;

	db_start(db, q, "iii", s->id, (int64_t)query->days.from,
	    (int64_t)query->days.to);
	while ((good = db_next(db, q, &row, err)) && row)
		query->take(query->self, &(struct restatement){
		    .number = db_int(db, q, 0), .at_s = db_int(db, q, 1),
		    .days = { (int32_t)db_int(db, q, 2),
		    (int32_t)db_int(db, q, 3) },
		    .reason = db_text(db, q, 4), .by = db_text(db, q, 5),
		    .withdrawn = db_text(db, q, 6), .lost = db_text(db, q, 7),
		    .before = read_sums(db_text(db, q, 8)),
		    .after = read_sums(db_text(db, q, 9)),
		    .lists_before = db_text(db, q, 10),
		    .lists_after = db_text(db, q, 11) });
	return good;
}
