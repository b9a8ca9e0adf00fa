/* SPDX-License-Identifier: MIT */
#include "store/dump.h"

static const enum stmt statement[] = {
	STMT_DUMP_LEDGER, STMT_DUMP_HOUR, STMT_DUMP_PAGE, STMT_DUMP_SPAN,
	STMT_DUMP_DAY, STMT_DUMP_DOOR, STMT_DUMP_BASELINE
};
enum { N_STATEMENTS = sizeof(statement) / sizeof(*statement) };

static void
put_text(struct buf *out, struct span s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < 0x20 || c == 0x7f || c == '\\')
			buf_printf(out, "\\x%02x", (unsigned)c);
		else
			buf_putc(out, (char)c);
	}
}

static bool
dump_table(struct db *db, enum stmt q, dump_fn *take, void *self,
    struct err *err)
{
	struct buf line = { 0 };
	bool row, good;

	db_start(db, q, "");
	while ((good = db_next(db, q, &row, err)) && row) {
		buf_clear(&line);
		for (int i = 0; i < db_columns(db, q); i++) {
			if (i > 0)
				buf_putc(&line, '\t');
			put_text(&line, db_text(db, q, i));
		}
		buf_putc(&line, '\n');
		if (!(good = take(self, buf_view(&line), err))) {
			db_end(db, q);
			break;
		}
	}
	buf_close(&line);
	return good;
}

bool
dump_store(struct db *db, dump_fn *take, void *self, struct err *err)
{
	bool good = db_begin_read(db, err);

	for (int i = 0; good && i < N_STATEMENTS; i++)
		good = dump_table(db, statement[i], take, self, err);
	db_rollback(db);
	return good;
}
