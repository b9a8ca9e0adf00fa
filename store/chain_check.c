/* SPDX-License-Identifier: MIT */
#include "store/chain_check.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/stamp.h"
#include "store/chain_claims.h"
#include "store/seen.h"

struct checking {
	struct db *db;
	const struct chain_question *q;
	struct chain_claims known;
	struct chain_head last; /* link, as far as they were walked */
	struct chain_checked out;
};

static void __attribute__((format(printf, 2, 3)))
tell(struct checking *c, const char *fmt, ...)
{
	char text[1000];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	c->out.wrong++;
	c->q->take(c->q->self, text);
}

/* ---- links ---- */

static const char *
link_text(const struct chain_link *l, char out[300])
{
	struct buf first = { 0 }, last = { 0 };

	if (l->first != CHAIN_NO_DAY) {
		buf_putc(&first, ' ');
		stamp_put_day(&first, l->first);
	}
	if (l->last != l->first) {
		buf_puts(&last, "..");
		stamp_put_day(&last, l->last);
	}
	snprintf(out, 300, "link %lld (%.20s, %.100s%s%s)", (long long)l->seq,
	    l->kind.n < 20 ? l->kind.p : "", l->site.n < 100 ? l->site.p : "",
	    buf_text(&first), buf_text(&last));
	buf_close(&first);
	buf_close(&last);
	return out;
}

static void
take_link(void *self, const struct chain_link *l)
{
	struct checking *c = self;
	char hash[CHAIN_HEX + 1], digest[CHAIN_HEX + 1], text[300];
	bool next = l->seq == c->last.seq + 1;

	c->out.links++;
	chain_hash(l, hash);
	hash_sha256_hex(l->body.n > 0 ? l->body.p : "", l->body.n, digest);
	link_text(l, text);
	if (!next)
		tell(c, "chain: link %lld and what follows it up to %lld are "
		    "missing", (long long)c->last.seq + 1,
		    (long long)l->seq - 1);
	if (!span_eq(l->digest, span_of(digest)) ||
	    !span_eq(l->hash, span_of(hash)))
		tell(c, "chain: %s was changed", text);
	else if (next && c->last.seq > 0 &&
	    !span_eq(l->prev, span_of(c->last.hash)))
		tell(c, "chain: %s does not follow the one before", text);
	c->last.seq = l->seq;
	chain_hex(c->last.hash, l->hash);
	if (c->q->asked != NULL && span_eq(l->hash, span_of(c->q->asked)))
		c->out.asked_seq = l->seq;
	if (!chain_claims_take(&c->known, l))
		tell(c, "chain: %s has a line that says nothing", text);
}

static bool
check_end(struct checking *c, struct err *err)
{
	enum stmt q = STMT_META_GET;
	struct buf want = { 0 };
	bool row, good;

	if (c->last.seq > 0)
		buf_printf(&want, "%lld %s", (long long)c->last.seq,
		    c->last.hash);
	db_start(c->db, q, "t", SPAN("chain"));
	good = db_next(c->db, q, &row, err);
	if (good && row) {
		if (!span_eq(db_text(c->db, q, 0), buf_view(&want)))
			tell(c, "chain: it ends with link %lld, and ended "
			    "otherwise when it was written",
			    (long long)c->last.seq);
		db_end(c->db, q);
	} else if (good && c->last.seq > 0) {
		tell(c, "chain: how it ended when it was written is not known");
	}
	buf_close(&want);
	return good;
}

/* ---- what there is ---- */

static const enum stmt days_of[] = {
#define CHAIN_DAYS_ROW(X, id, name, kinds, columns, from, but, order)          \
	STMT_CHAIN_DAYS_##id,
	CHAIN_DAY_TABLE(CHAIN_DAYS_ROW, )
};
_Static_assert(sizeof(days_of) / sizeof(*days_of) == CHAIN__DAYS,
    "one for each");

static bool
list_sites(struct checking *c, struct err *err)
{
	enum stmt q = STMT_CHAIN_SITES;
	bool row, good;

	db_start(c->db, q, "");
	while ((good = db_next(c->db, q, &row, err)) && row) {
		uint32_t i = chain_claims_site(&c->known, db_text(c->db, q, 1));

		c->known.site[i].id = db_int(c->db, q, 0);
		c->known.site[i].sealed = (int32_t)db_int(c->db, q, 2);
	}
	return good;
}

/* Days that have rows: those that no link speaks of get an empty claim. */
static bool
list_rows(struct checking *c, struct err *err)
{
	bool row = true, good = true;

	for (size_t i = 0; i < c->known.n_sites; i++)
		for (int t = 0; good && t < CHAIN__DAYS; t++) {
			struct chain_claim key = { (uint32_t)i, (uint32_t)t, 0, 0,
				0, "" };

			db_start(c->db, days_of[t], "ii", c->known.site[i].id,
			    (int64_t)c->known.site[i].sealed);
			while ((good = db_next(c->db, days_of[t], &row,
			    err)) && row) {
				key.day = (int32_t)db_int(c->db, days_of[t],
				    0);
				table_at(&c->known.claims, &key);
			}
		}
	for (size_t i = 0; i < c->known.n_sites; i++)
		for (int t = CHAIN__DAYS; t < CHAIN__MAX; t++)
			table_at(&c->known.claims, &(struct chain_claim){ (uint32_t)i,
			    (uint32_t)t, CHAIN_NO_DAY, 0, 0, "" });
	return good;
}

static int
by_place(const void *pa, const void *pb)
{
	const struct chain_claim *a = pa, *b = pb;

	if (a->site != b->site)
		return a->site < b->site ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->table > b->table) - (a->table < b->table);
}

static void
tell_difference(struct checking *c, const struct chain_claim *k, const char *hex)
{
	const char *name = chain_table_name((enum chain_table)k->table);
	struct buf at = { 0 };

	buf_printf(&at, "site %.100s", c->known.site[k->site].name);
	if (k->day != CHAIN_NO_DAY) {
		buf_puts(&at, ", ");
		stamp_put_day(&at, k->day);
	}
	if (k->seq == 0)
		tell(c, "%s: table %s has rows that no link knows of",
		    buf_text(&at), name);
	else if (hex[0] == '\0')
		tell(c, "%s: the rows of table %s are gone that link %lld "
		    "knows of", buf_text(&at), name, (long long)k->seq);
	else if (k->hex[0] == '\0')
		tell(c, "%s: table %s has rows where link %lld knows of none",
		    buf_text(&at), name, (long long)k->seq);
	else
		tell(c, "%s: table %s is not as link %lld has it",
		    buf_text(&at), name, (long long)k->seq);
	buf_close(&at);
}

static bool
compare(struct checking *c, struct err *err)
{
	struct buf scratch = { 0 };
	const struct chain_claim *last = NULL;
	bool good = true;

	qsort(c->known.claims.row, c->known.claims.n, sizeof(struct chain_claim), by_place);
	for (size_t i = 0; good && i < c->known.claims.n; i++) {
		const struct chain_claim *k = table_row(&c->known.claims, i);
		struct chain_rows rows = { (enum chain_table)k->table,
			c->known.site[k->site].id, k->day };
		char hex[CHAIN_HEX + 1];

		good = chain_digest(c->db, &rows, &scratch, hex, err);
		if (good && strcmp(hex, k->hex) != 0)
			tell_difference(c, k, hex);
		if (k->day != CHAIN_NO_DAY && (last == NULL ||
		    last->day != k->day || last->site != k->site))
			c->out.days++;
		last = k;
	}
	buf_close(&scratch);
	return good;
}

/* A stream only grows: what was read of it is still what it begins with. */
static bool
check_source(struct checking *c, const struct chain_source *s, struct err *err)
{
	enum stmt q = STMT_CHAIN_SOURCE, m = STMT_CHAIN_MARK;
	bool row, mark, good;

	db_start(c->db, q, "i", s->id);
	if (!db_next(c->db, q, &row, err))
		return false;
	if (!row) {
		tell(c, "stream %lld: it is gone, and link %lld knows of it",
		    (long long)s->id, (long long)s->seq);
		return true;
	}

	struct span path = db_text(c->db, q, 0);
	int64_t consumed = db_int(c->db, q, 1);
	bool same = consumed > s->consumed ||
	    (consumed == s->consumed && span_eq(db_text(c->db, q, 2),
	    span_of(s->hex)));

	db_start(c->db, m, "ii", s->id, s->consumed);
	good = db_next(c->db, m, &mark, err);
	if (good && mark) {
		same = same && span_eq(db_text(c->db, m, 0),
		    span_of(s->hex));
		db_end(c->db, m);
	}
	if (!same)
		tell(c, "stream %lld (%.*s): its position or hash is not that "
		    "of link %lld", (long long)s->id, path.n < 300 ?
		    (int)path.n : 300, path.p, (long long)s->seq);
	db_end(c->db, q);
	return good;
}

/* A page's digest has the hash of its name, as the name may be forgotten. */
static bool
check_names(struct checking *c, struct err *err)
{
	enum stmt q = STMT_CHAIN_NAMES;
	bool row, good;

	db_start(c->db, q, "");
	while ((good = db_next(c->db, q, &row, err)) && row) {
		struct span site = db_text(c->db, q, 0);
		struct buf at = { 0 };

		if (seen_hash(db_keys(c->db), db_text(c->db, q, 3)) ==
		    db_int(c->db, q, 2))
			continue;
		stamp_put_day(&at, (int32_t)db_int(c->db, q, 1));
		tell(c, "site %.*s, %s: table first_seen has a name that is not "
		    "that of its hash", site.n < 100 ? (int)site.n : 100,
		    site.p, buf_text(&at));
		buf_close(&at);
	}
	return good;
}

static bool
count_open(struct checking *c, struct err *err)
{
	bool row;

	db_start(c->db, STMT_CHAIN_OPEN, "");
	if (!db_next(c->db, STMT_CHAIN_OPEN, &row, err))
		return false;
	c->out.open = row ? db_int(c->db, STMT_CHAIN_OPEN, 0) : 0;
	db_end(c->db, STMT_CHAIN_OPEN);
	return true;
}

static bool
check_all(struct checking *c, struct err *err)
{
	struct chain_query all = { NULL, 0, take_link, c };
	bool good = list_sites(c, err) && chain_each(c->db, &all, err) &&
	    check_end(c, err) && list_rows(c, err) && compare(c, err) &&
	    check_names(c, err) && count_open(c, err);

	for (size_t i = 0; good && i < c->known.sources.n; i++)
		good = check_source(c, table_row(&c->known.sources, i), err);
	c->out.head = c->last;
	return good;
}

bool
chain_check(struct db *db, const struct chain_question *q,
    struct chain_checked *out, struct err *err)
{
	struct checking c = { .db = db, .q = q };
	bool good;

	chain_claims_open(&c.known, db_keys(db)->table_seed);
	good = db_begin_read(db, err) && check_all(&c, err);
	db_rollback(db);
	chain_claims_close(&c.known);
	if (good)
		*out = c.out;
	return good;
}
