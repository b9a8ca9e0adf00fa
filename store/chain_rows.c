/* SPDX-License-Identifier: MIT */
/* chain_rows.c -- the rows of a table and day as bytes, and their digest. */
#include "store/chain.h"

static const struct {
	const char *name, *kinds;
	enum stmt rows;
} table[CHAIN__MAX] = {
#define CHAIN_ROW(X, id, name, kinds, columns, from, but, order)               \
	{ name, kinds, STMT_CHAIN_##id },
	CHAIN_DAY_TABLE(CHAIN_ROW, )
	CHAIN_SITE_TABLE(CHAIN_ROW, )
};

const char *
chain_table_name(enum chain_table t)
{
	return table[t].name;
}

/* What could end a field, or a row, is written otherwise. */
static void
put_text(struct buf *out, struct span s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c >= 0x20 && c != 0x7f && c != '\\')
			continue;
		buf_add(out, s.p + from, i - from);
		buf_printf(out, "\\x%02x", (unsigned)c);
		from = i + 1;
	}
	if (from < s.n)
		buf_add(out, s.p + from, s.n - from);
}

/* There are many: printf would take longer than the rest. */
static void
put_int(struct buf *out, int64_t value)
{
	char text[24], *p = text + sizeof(text);
	uint64_t n = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	do
		*--p = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	if (value < 0)
		*--p = '-';
	buf_add(out, p, (size_t)(text + sizeof(text) - p));
}

static void
put_hex(struct buf *out, struct span s)
{
	static const char digit[] = "0123456789abcdef";

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		buf_putc(out, digit[c >> 4]);
		buf_putc(out, digit[c & 15]);
	}
}

static void
put_row(struct db *db, enum chain_table t, struct buf *out)
{
	enum stmt q = table[t].rows;

	for (int i = 0; table[t].kinds[i] != '\0'; i++) {
		if (i > 0)
			buf_putc(out, '\t');
		if (table[t].kinds[i] == 'i')
			put_int(out, db_int(db, q, i));
		else if (table[t].kinds[i] == 't')
			put_text(out, db_text(db, q, i));
		else
			put_hex(out, db_blob(db, q, i));
	}
	buf_putc(out, '\n');
}

bool
chain_digest(struct db *db, const struct chain_rows *rows,
    struct buf *scratch, char out[CHAIN_HEX + 1], struct err *err)
{
	enum stmt q = table[rows->table].rows;
	bool row, good;

	buf_clear(scratch);
	db_start(db, q, rows->table < CHAIN__DAYS ? "ii" : "i", rows->site,
	    (int64_t)rows->day);
	while ((good = db_next(db, q, &row, err)) && row)
		put_row(db, rows->table, scratch);
	out[0] = '\0';
	if (good && scratch->n > 0)
		hash_sha256_hex(scratch->p, scratch->n, out);
	return good;
}
