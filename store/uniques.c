/* SPDX-License-Identifier: MIT */
#include "store/uniques.h"

#include "common/buf.h"
#include "common/civil.h"
#include "common/mem.h"

bool
uniques_same_year(int32_t a, int32_t b)
{
	return civil_year_start(a) == civil_year_start(b);
}

/* What is there of a year's secret. */
struct secret {
	uint64_t key[2];
	bool known, has;
};

static bool
find_secret(struct db *db, int64_t year, struct secret *out, struct err *err)
{
	bool row;

	db_start(db, STMT_UNIQUE_KEY_GET, "i", year);
	if (!db_next(db, STMT_UNIQUE_KEY_GET, &row, err))
		return false;
	*out = (struct secret){ .known = row };
	if (row) {
		struct span secret = db_blob(db, STMT_UNIQUE_KEY_GET, 0);

		out->has = secret.n == sizeof(out->key);
		if (out->has)
			memcpy(out->key, secret.p, secret.n);
		db_end(db, STMT_UNIQUE_KEY_GET);
	}
	return true;
}

bool
uniques_key(const struct store_site *s, int32_t day, uint64_t key[2],
    bool *has, struct err *err)
{
	int64_t year = civil_date(day).year;
	struct secret secret;

	if (!find_secret(s->db, year, &secret, err))
		return false;
	if (!secret.known) {
		struct span bytes = { (const char *)secret.key,
			sizeof(secret.key) };

		if (!hash_random(secret.key, sizeof(secret.key), err) ||
		    !db_run(s->db, err, STMT_UNIQUE_KEY_ADD, "ib", year, bytes))
			return false;
		secret.has = true;
	}
	memcpy(key, secret.key, sizeof(secret.key));
	*has = secret.has;
	return true;
}

bool
uniques_set(const struct store_site *s, int32_t day,
    const struct hll *registers, struct err *err)
{
	struct buf packed = { 0 };
	bool good;

	if (registers == NULL)
		return true;
	hll_pack(registers, &packed);
	good = db_run(s->db, err, STMT_UNIQUE_SET, "iib", s->id, (int64_t)day,
	    packed.n > 0 ? buf_view(&packed) : SPAN(""));
	buf_close(&packed);
	return good;
}

bool
uniques_seal(struct db *db, int32_t day, struct err *err)
{
	return db_run(db, err, STMT_UNIQUE_KEY_DESTROY, "ii",
	    (int64_t)civil_date(day).year, (int64_t)civil_year_start(day));
}

bool
uniques_sum(const struct store_site *s, struct period days,
    struct hll *out, int64_t *n_days, struct err *err)
{
	enum stmt st = STMT_UNIQUE_LIST;
	struct hll *one = mem_new(sizeof(*one));
	bool row, good;

	hll_clear(out);
	*n_days = 0;
	db_start(s->db, st, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	while ((good = db_next(s->db, st, &row, err)) && row) {
		if (db_null(s->db, st, 0))
			continue;
		if (!hll_unpack(db_blob(s->db, st, 0), one, err)) {
			db_end(s->db, st);
			good = err_add(err, "visitors of a day");
			break;
		}
		hll_merge(out, one);
		(*n_days)++;
	}
	mem_free(one);
	return good;
}
