/* SPDX-License-Identifier: MIT */
#include "publish/csv_table.h"

#include "common/buf.h"
#include "tests/tap.h"

static const struct {
	const char *text, *why;
	size_t columns, rows;
	bool good;
} reads[] = {
	{ "a,b\n1,2\n3,4\n", "a header and two rows", 2, 2, true },
	{ "a,b\n1,2", "a last line without its end", 2, 1, true },
	{ "a\n", "a header alone", 1, 0, true },
	{ "a,b\n\"x,\"\"y\"\"\n\",2\n", "a quoted cell with all in it", 2, 1,
	    true },
	{ "a,b\n,\n", "empty cells", 2, 1, true },
	{ "", "nothing", 0, 0, false },
	{ "a,b\n1\n", "a row that is too short", 0, 0, false },
	{ "a,b\n1,2,3\n", "a row that is too long", 0, 0, false },
	{ "a,b\n\"1,2\n", "a quote that does not end", 0, 0, false },
	{ "a,b\n\"1\"x,2\n", "letters behind a quote", 0, 0, false },
};

static void
test_reads(void)
{
	for (size_t i = 0; i < sizeof(reads) / sizeof(*reads); i++) {
		struct csv_table t = { .rows = 0 };
		struct err err;
		size_t n = strlen(reads[i].text);
		struct span text = { tap_guarded(reads[i].text, n), n };
		bool good = csv_read(text, "f", &t, &err);

		ok(good == reads[i].good && (!good || (t.rows == reads[i].rows
		    && t.columns == reads[i].columns)), "%s is %s",
		    reads[i].why, reads[i].good ? "read" : "refused");
		csv_close(&t);
	}
}

static void
take(void *self, const struct csv_difference *d)
{
	struct buf *out = self;

	buf_printf(out, "%.*s/%.*s:%.*s->%.*s;", (int)d->key.n, d->key.p,
	    (int)d->column.n, d->column.p, (int)d->one.n, d->one.p,
	    (int)d->other.n, d->other.p);
}

static const char *const skip_c[] = { "c", NULL }, *const only_b[] = { "b",
	NULL };

static const struct {
	const char *one, *other, *says, *why;
	const char *const *skip, *const *only;
	size_t keys;
} rows[] = {
	{ "k,b\nx,1\ny,2\n", "k,b\ny,2\nx,1\n", "", "order does not matter",
	    NULL, NULL, 1 },
	{ "k,b\nx,1\n", "k,b\nx,2\n", "x/b:1->2;", "a cell that differs",
	    NULL, NULL, 1 },
	{ "k,b\nx,1\n", "k,b\n", "x/:1->;", "a row only in the first", NULL,
	    NULL, 1 },
	{ "k,b\n", "k,b\nx,1\n", "x/:->1;", "a row only in the other", NULL,
	    NULL, 1 },
	{ "k,b,c\nx,1,1\n", "k,b,c\nx,1,2\n", "", "a column that is left out",
	    skip_c, NULL, 1 },
	{ "k,b,c\nx,1,1\n", "k,b,c\nx,2,2\n", "x/b:1->2;",
	    "the only column that is looked at", NULL, only_b, 1 },
	{ "k,l,b\nx,1,1\nx,2,5\n", "k,l,b\nx,1,1\nx,2,6\n", "x 2/b:5->6;",
	    "two columns that tell rows apart", NULL, NULL, 2 },
	{ "k,b\nx,1\n", "k,d,b\nx,9,1\n", "", "a column more, in between",
	    NULL, NULL, 1 },
	{ "k,b\nx,1\nx,2\n", "k,b\nx,1\nx,3\n", "x/b:2->3;",
	    "rows with one key, as they stand", NULL, NULL, 1 },
};

static void
test_compares(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct csv_table one = { .rows = 0 }, other = { .rows = 0 };
		struct csv_comparing c = { .name = "t", .keys = rows[i].keys,
			.skip = rows[i].skip, .only = rows[i].only };
		struct buf out = { 0 };
		struct err err;

		ok(csv_read(span_of(rows[i].one), "1", &one, &err) &&
		    csv_read(span_of(rows[i].other), "2", &other, &err),
		    "%s: both are read", rows[i].why);
		csv_compare(&c, &one, &other, take, &out);
		is_text(buf_text(&out), rows[i].says, "%s", rows[i].why);
		buf_close(&out);
		csv_close(&one);
		csv_close(&other);
	}
}

static void
test_numbers(void)
{
	int64_t n = 0;

	ok(csv_number(SPAN("-12"), &n) && n == -12, "a sign is read");
	ok(!csv_number(SPAN(""), &n) && !csv_number(SPAN("-"), &n) &&
	    !csv_number(SPAN("1.5"), &n) &&
	    !csv_number(SPAN("9223372036854775808"), &n),
	    "nothing, a sign, a point and too much are no numbers");
}

int
main(void)
{
	test_reads();
	test_compares();
	test_numbers();
	return done();
}
