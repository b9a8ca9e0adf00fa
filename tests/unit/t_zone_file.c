/* SPDX-License-Identifier: MIT */
/* TZif files made by hand: those that are right, and every way to be wrong. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/buf.h"
#include "common/zone.h"
#include "tests/tap.h"

static char dir[] = "/tmp/t_zone_file.XXXXXX";

static void
put_be(struct buf *b, int64_t v, int bytes)
{
	while (bytes-- > 0)
		buf_putc(b, (char)(uint64_t)(v >> (8 * bytes)));
}

/* Of one block; leap seconds and such are counted only. */
struct made {
	const char *name;
	int32_t offset[3]; /* of kinds 0, 1, 2 */
	int64_t at[3];
	int kind[3];
	int n;      /* changes */
	int kinds;
	int leap;
	const char *footer; /* NULL: none */
	const char *wrong;  /* NULL, or what the message says */
};

static void
put_block(struct buf *b, const struct made *m, char version, int bytes)
{
	buf_puts(b, "TZif");
	buf_putc(b, version);
	put_be(b, 0, 8);
	put_be(b, 0, 7);
	put_be(b, 0, 4); /* UTC marks */
	put_be(b, 0, 4); /* standard time marks */
	put_be(b, m->leap, 4);
	put_be(b, m->n, 4);
	put_be(b, m->kinds, 4);
	put_be(b, 4, 4); /* letters */
	for (int i = 0; i < m->n; i++)
		put_be(b, m->at[i], bytes);
	for (int i = 0; i < m->n; i++)
		put_be(b, m->kind[i], 1);
	for (int i = 0; i < m->kinds; i++) {
		put_be(b, i < 3 ? m->offset[i] : 0, 4);
		put_be(b, 0, 2);
	}
	buf_add(b, "LMT", 4);
	for (int i = 0; i < m->leap; i++) {
		put_be(b, 0, bytes);
		put_be(b, 0, 4);
	}
}

static struct zone *
open_bytes(struct span bytes, struct err *err)
{
	struct zone *z = NULL;
	char path[64];

	snprintf(path, sizeof(path), "%s/Made", dir);

	FILE *f = fopen(path, "w");

	if (f == NULL || fwrite(bytes.p, 1, bytes.n, f) != bytes.n ||
	    fclose(f) != 0)
		abort();
	if (!zone_open("Made", dir, &z, err) && z != NULL)
		abort(); /* a failure touches nothing */
	return z;
}

#define BASE { 6000, 25200, 28800 }, { -1000, 1000, 5000000000 }, { 1, 2, 1 }

static const struct made rows[] = {
	{ "three changes", BASE, 3, 3, 0, "", NULL },
	{ "three changes and a rule", BASE, 3, 3, 0, "<+07>-7", NULL },
	{ "a bad rule", BASE, 3, 3, 0, "<+07-7", "TZ string" },
	{ "leap seconds", BASE, 3, 3, 1, "", "leap" },
	{ "no kinds", BASE, 0, 0, 0, "", "kinds" },
	{ "257 kinds", BASE, 0, 257, 0, "", "kinds" },
	{ "an unknown kind", BASE, 3, 2, 0, "", "unknown kind" },
	{ "a change of year -3e11, as old zic wrote", { 6000, 25200 },
	    { -(INT64_C(1) << 59), 0 }, { 0, 1 }, 2, 2, 0, "", NULL },
	{ "two changes at once", { 0, 3600 }, { 7, 7 }, { 0, 1 }, 2, 2, 0, "",
	    "out of order" },
	{ "changes back in time", { 0, 3600 }, { 7, 6 }, { 0, 1 }, 2, 2, 0, "",
	    "out of order" },
	{ "an offset of 27 hours", { 27 * 3600 }, { 0 }, { 0 }, 0, 1, 0, "",
	    "26 hours" },
	{ "the least offset there is", { INT32_MIN }, { 0 }, { 0 }, 0, 1, 0,
	    "", "26 hours" },
};

static void
make(struct buf *b, const struct made *m, char version)
{
	struct made small = *m; /* what older readers see is made to differ */

	small.n = 0;
	small.kinds = 1;
	buf_clear(b);
	put_block(b, &small, version, 4);
	put_block(b, m, version, 8);
	buf_putc(b, '\n');
	buf_puts(b, m->footer);
	buf_putc(b, '\n');
}

static void
test_rows(void)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct err err = { 0 };

		make(&b, &rows[i], '2');

		struct zone *z = open_bytes(buf_view(&b), &err);

		if (rows[i].wrong == NULL) {
			ok(z != NULL, "%s: read", rows[i].name);
			if (z == NULL)
				diag("%s", err.text);
		} else if (!ok(z == NULL && err.code == ERR_DATA &&
		    strstr(err.text, rows[i].wrong) != NULL,
		    "%s: refused, and why is told", rows[i].name))
			diag("%s", err.text);
		zone_close(z);
	}
	buf_close(&b);
}

static void
test_offsets(void)
{
	static const struct {
		const char *name;
		int64_t at_s;
		int32_t offset_s, by_rule_s;
	} asks[] = {
		{ "long before", -4000000000, 6000, 6000 },
		{ "a second before the first", -1001, 6000, 6000 },
		{ "at the first", -1000, 25200, 25200 },
		{ "between", 999, 25200, 25200 },
		{ "at the second", 1000, 28800, 28800 },
		{ "beyond 32 bits", 4999999999, 28800, 28800 },
		{ "at the last", 5000000000, 25200, -18000 },
		{ "long after", 9000000000, 25200, -18000 },
	};
	struct made m = rows[0];
	struct buf b = { 0 };
	struct err err = { 0 };

	make(&b, &m, '2');

	struct zone *plain = open_bytes(buf_view(&b), &err);

	m.footer = "EST5";
	make(&b, &m, '3');

	struct zone *ruled = open_bytes(buf_view(&b), &err);

	if (!ok(plain != NULL && ruled != NULL, "both zones are read"))
		return;
	for (size_t i = 0; i < sizeof(asks) / sizeof(asks[0]); i++) {
		is_int(zone_offset(plain, asks[i].at_s), asks[i].offset_s,
		    "%s change: the last kind stays", asks[i].name);
		is_int(zone_offset(ruled, asks[i].at_s), asks[i].by_rule_s,
		    "%s change: the rule follows", asks[i].name);
	}
	zone_close(plain);
	zone_close(ruled);
	buf_close(&b);
}

static void
test_first_version(void)
{
	struct made m = { "", { -3600, 7200 }, { -5, 100 }, { 1, 0 }, 2, 2, 0,
		NULL, NULL };
	struct buf b = { 0 };
	struct err err = { 0 };

	put_block(&b, &m, '\0', 4);

	struct zone *z = open_bytes(buf_view(&b), &err);

	if (ok(z != NULL, "a file of the first version is read")) {
		is_int(zone_offset(z, -6), -3600, "it has 32-bit times");
		is_int(zone_offset(z, -5), 7200, "that may be negative");
		is_int(zone_offset(z, 100), -3600, "and ends with the last");
	}
	zone_close(z);
	buf_close(&b);
}

/* Cut anywhere, a file is refused; with any byte changed, it is read or refused,
 * and whatever is read answers. */
static void
test_damage(void)
{
	struct made m = rows[0];
	struct buf b = { 0 };
	struct err err = { 0 };
	int accepted = 0, silly = 0;

	m.footer = "EST5EDT,M3.2.0,M11.1.0";
	make(&b, &m, '2');
	for (size_t n = 0; n < b.n; n++) {
		struct zone *z = open_bytes((struct span){ b.p, n }, &err);

		accepted += z != NULL;
		zone_close(z);
	}
	is_int(accepted, 0, "no file that is cut short is read");

	for (size_t i = 0; i < b.n; i++) {
		static const unsigned char flips[] = { 0x01, 0x80, 0xff };

		for (size_t k = 0; k < sizeof(flips); k++) {
			b.p[i] = (char)(b.p[i] ^ flips[k]);

			struct zone *z = open_bytes(buf_view(&b), &err);

			for (int64_t at = -90000; z != NULL && at < 9000000000;
			    at += 777777777) {
				struct zone_day d = zone_day_at(z, at);

				silly += d.start_s > at || d.end_s <= at;
			}
			zone_close(z);
			b.p[i] = (char)(b.p[i] ^ flips[k]);
		}
	}
	is_int(silly, 0, "a changed byte makes no day that lacks its instant");
	buf_close(&b);
}

static void
test_size(void)
{
	struct buf b = { 0 };
	struct err err = { 0 };

	make(&b, &rows[0], '2');
	while (b.n <= 1024 * 1024)
		buf_putc(&b, 'x');

	struct zone *z = open_bytes(buf_view(&b), &err);

	ok(z == NULL && err.code == ERR_DATA, "a file over 1 MiB is refused");
	zone_close(z);
	buf_close(&b);
}

int
main(void)
{
	char path[64];

	if (mkdtemp(dir) == NULL)
		abort();
	test_rows();
	test_offsets();
	test_first_version();
	test_damage();
	test_size();
	snprintf(path, sizeof(path), "%s/Made", dir);
	unlink(path);
	rmdir(dir);
	return done();
}
