/* SPDX-License-Identifier: MIT */
#include "store/chain.h"

#include <stdio.h>

#include "common/mem.h"
#include "common/stamp.h"

static const char *const kind_name[] = {
#define X(id, name, why) name,
	CHAIN_KIND_TABLE(X)
#undef X
};

#define ZEROS "00000000000000000000000000000000" \
	"00000000000000000000000000000000"

/* ---- a link ---- */

void
chain_hash(const struct chain_link *l, char out[CHAIN_HEX + 1])
{
	struct buf b = { 0 };

	buf_printf(&b, "%lld\n%lld\n", (long long)l->seq, (long long)l->at_s);
	buf_span(&b, l->kind);
	buf_putc(&b, '\n');
	buf_span(&b, l->site);
	buf_printf(&b, "\n%ld\n%ld\n", (long)l->first, (long)l->last);
	buf_span(&b, l->digest);
	buf_putc(&b, '\n');
	buf_span(&b, l->prev);
	buf_putc(&b, '\n');
	hash_sha256_hex(b.p, b.n, out);
	buf_close(&b);
}

bool
chain_head(struct db *db, struct chain_head *out, struct err *err)
{
	bool row;

	db_start(db, STMT_CHAIN_LAST, "");
	if (!db_next(db, STMT_CHAIN_LAST, &row, err))
		return false;
	*out = (struct chain_head){ .seq = 0 };
	if (row) {
		struct span hash = db_text(db, STMT_CHAIN_LAST, 1);

		out->seq = db_int(db, STMT_CHAIN_LAST, 0);
		snprintf(out->hash, sizeof(out->hash), "%.*s", (int)hash.n,
		    hash.n > 0 ? hash.p : "");
		db_end(db, STMT_CHAIN_LAST);
	}
	return true;
}

static bool
site_name(struct db *db, int64_t site, struct buf *out, struct err *err)
{
	bool row;

	db_start(db, STMT_CHAIN_SITE, "i", site);
	if (!db_next(db, STMT_CHAIN_SITE, &row, err))
		return false;
	if (!row)
		return err_set(err, ERR_BUG, "chain: no site %lld",
		    (long long)site);
	buf_span(out, db_text(db, STMT_CHAIN_SITE, 0));
	db_end(db, STMT_CHAIN_SITE);
	return true;
}

/* The head is noted once more, so that links that were taken off the end are missed. */
static bool
put_link(struct db *db, struct chain_link *l, struct err *err)
{
	struct chain_head head;
	char digest[CHAIN_HEX + 1], hash[CHAIN_HEX + 1];
	struct buf mark = { 0 };
	bool good;

	if (!chain_head(db, &head, err))
		return false;
	l->seq = head.seq + 1;
	l->prev = head.seq > 0 ? span_of(head.hash) : SPAN(ZEROS);
	hash_sha256_hex(l->body.p, l->body.n, digest);
	l->digest = span_of(digest);
	chain_hash(l, hash);
	buf_printf(&mark, "%lld %s", (long long)l->seq, hash);
	good = db_run(db, err, STMT_CHAIN_ADD, "iittiitttt", l->seq, l->at_s,
	    l->kind, l->site, (int64_t)l->first, (int64_t)l->last, l->body,
	    l->digest, l->prev, span_of(hash)) &&
	    db_run(db, err, STMT_META_PUT, "tt", SPAN("chain"),
	    buf_view(&mark));
	buf_close(&mark);
	return good;
}

/* ---- its body ---- */

static void
put_empty(struct buf *body, struct period days, enum chain_table t)
{
	stamp_put_day(body, days.from);
	if (days.to > days.from) {
		buf_puts(body, "..");
		stamp_put_day(body, days.to);
	}
	buf_printf(body, " %s -\n", chain_table_name(t));
}

/* Days without rows are told where some may have been: not when a day is sealed. */
static bool
put_days(struct db *db, const struct chain_note *n, enum chain_table t,
    struct buf *body, struct err *err)
{
	struct chain_rows rows = { t, n->site, 0 };
	struct period none = { n->days.from, n->days.from - 1 };
	bool tell = n->kind != CHAIN_KIND_SEAL && n->kind != CHAIN_KIND_MIGRATE;
	char hex[CHAIN_HEX + 1];
	struct buf scratch = { 0 };
	bool good = true;

	for (int32_t day = n->days.from; good && day <= n->days.to; day++) {
		rows.day = day;
		good = chain_digest(db, &rows, &scratch, hex, err);
		if (!good || hex[0] == '\0') {
			none.to = day;
			continue;
		}
		if (tell && none.from <= none.to)
			put_empty(body, none, t);
		none = (struct period){ day + 1, day };
		stamp_put_day(body, day);
		buf_printf(body, " %s %s\n", chain_table_name(t), hex);
	}
	if (tell && none.from <= none.to)
		put_empty(body, none, t);
	buf_close(&scratch);
	return good;
}

static bool
put_site(struct db *db, const struct chain_note *n, enum chain_table t,
    struct buf *body, struct err *err)
{
	struct chain_rows rows = { t, n->site, CHAIN_NO_DAY };
	char hex[CHAIN_HEX + 1];
	struct buf scratch = { 0 };
	bool good = chain_digest(db, &rows, &scratch, hex, err);

	if (good && (hex[0] != '\0' || n->kind != CHAIN_KIND_MIGRATE))
		buf_printf(body, "* %s %s\n", chain_table_name(t),
		    hex[0] != '\0' ? hex : "-");
	buf_close(&scratch);
	return good;
}

static bool
put_sources(struct db *db, const struct chain_note *n, struct buf *body,
    struct err *err)
{
	enum stmt q = STMT_CHAIN_SOURCES;
	bool row, good;

	db_start(db, q, "ii", n->site, (int64_t)n->days.from);
	while ((good = db_next(db, q, &row, err)) && row) {
		buf_printf(body, "source %lld %lld ", (long long)db_int(db, q,
		    0), (long long)db_int(db, q, 1));
		buf_span(body, db_text(db, q, 2));
		buf_putc(body, '\n');
	}
	return good;
}

/* A period's first day may be open to the past. */
static bool
first_day(struct db *db, struct chain_note *n, struct err *err)
{
	enum stmt q = STMT_CHAIN_FIRST;
	bool row;

	if (n->days.from != INT32_MIN || n->days.to < n->days.from)
		return true;
	db_start(db, q, "i", n->site);
	if (!db_next(db, q, &row, err))
		return false;
	n->days.from = row && !db_null(db, q, 0) ?
	    (int32_t)db_int(db, q, 0) : n->days.to + 1;
	db_end(db, q);
	return true;
}

bool
chain_add(struct db *db, const struct chain_note *note, struct err *err)
{
	struct chain_note n = *note;
	struct buf body = { 0 }, site = { 0 };
	bool good = site_name(db, n.site, &site, err) &&
	    first_day(db, &n, err);
	bool days = n.days.from <= n.days.to;

	for (int t = 0; good && t < CHAIN__MAX; t++) {
		if ((n.tables & (1U << t)) == 0)
			continue;
		if (t >= CHAIN__DAYS)
			good = put_site(db, &n, (enum chain_table)t, &body,
			    err);
		else if (days)
			good = put_days(db, &n, (enum chain_table)t, &body,
			    err);
	}
	good = good && (!n.sources || put_sources(db, &n, &body, err));

	struct chain_link l = { .at_s = n.at_s,
		.kind = span_of(kind_name[n.kind]), .site = buf_view(&site),
		.body = buf_view(&body),
		.first = days ? n.days.from : CHAIN_NO_DAY,
		.last = days ? n.days.to : CHAIN_NO_DAY };

	good = good && (body.n == 0 || put_link(db, &l, err));
	buf_close(&body);
	buf_close(&site);
	return good;
}

bool
chain_seal(struct db *db, const struct chain_note *note, struct err *err)
{
	enum stmt q = STMT_CHAIN_SEALED;
	int32_t *day = NULL;
	size_t n = 0, cap = 0;
	bool row, good;

	db_start(db, q, "iii", note->site, (int64_t)note->days.from,
	    (int64_t)note->days.to);
	while ((good = db_next(db, q, &row, err)) && row) {
		if (n == cap) {
			cap = cap * 2 + 16;
			day = mem_grow(day, cap, sizeof(*day));
		}
		day[n++] = (int32_t)db_int(db, q, 0);
	}
	for (size_t i = 0; good && i < n; i++) {
		struct chain_note one = *note;

		one.days = (struct period){ day[i], day[i] };
		one.tables = CHAIN_ALL_DAY;
		one.sources = true;
		good = chain_add(db, &one, err);
	}
	mem_free(day);
	return good;
}

bool
chain_start(struct db *db, int64_t at_s, struct err *err)
{
	enum stmt q = STMT_CHAIN_SITES;
	bool row = true, good = true;

	db_start(db, q, "");
	while (good && (good = db_next(db, q, &row, err)) && row) {
		struct chain_note n = { .kind = CHAIN_KIND_MIGRATE,
			.at_s = at_s, .site = db_int(db, q, 0),
			.days = { INT32_MIN, (int32_t)db_int(db, q, 2) },
			.tables = (1U << CHAIN__MAX) - 1 };

		if (n.days.to == INT32_MIN)
			n.days.from = 0;
		good = chain_add(db, &n, err);
	}
	if (!good)
		db_end(db, q);
	return good;
}

/* ---- reading ---- */

bool
chain_each(struct db *db, const struct chain_query *query, struct err *err)
{
	enum stmt q = query->site != NULL ? STMT_CHAIN_OF_DAY :
	    STMT_CHAIN_LINKS;
	bool row, good;

	if (query->site != NULL)
		db_start(db, q, "ti", span_of(query->site),
		    (int64_t)query->day);
	else
		db_start(db, q, "");
	while ((good = db_next(db, q, &row, err)) && row)
		query->take(query->self, &(struct chain_link){
		    .seq = db_int(db, q, 0), .at_s = db_int(db, q, 1),
		    .kind = db_text(db, q, 2), .site = db_text(db, q, 3),
		    .first = (int32_t)db_int(db, q, 4),
		    .last = (int32_t)db_int(db, q, 5),
		    .body = db_text(db, q, 6), .digest = db_text(db, q, 7),
		    .prev = db_text(db, q, 8), .hash = db_text(db, q, 9) });
	return good;
}
