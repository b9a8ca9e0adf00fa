/* SPDX-License-Identifier: MIT */
#include "publish/zip.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tests/tap.h"

static const struct {
	const char *name;
	bool good;
	const char *why;
} names[] = {
	{ "MANIFEST.sha256", true, "a plain name" },
	{ "charts/days.svg", true, "a name in a folder" },
	{ "..a/b..", true, "dots within a name" },
	{ "b\xc3\xa1o.html", false, "a name with diacritics" },
	{ "a b", false, "a name with a blank" },
	{ "", false, "no name" },
	{ "/etc/passwd", false, "an absolute name" },
	{ "../up", false, "a name above the folder" },
	{ "a/../../up", false, "one that climbs out later" },
	{ "a/./b", false, "a part of one dot" },
	{ "a//b", false, "an empty part" },
	{ "a/", false, "a folder" },
	{ "a\\b", false, "a backslash" },
	{ "C:x", false, "a drive" },
	{ "a\nb", false, "a line's end" },
};

static void
test_names(void)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		ok((zip_name_bad(names[i].name) == NULL) == names[i].good,
		    "%s is %s", names[i].why,
		    names[i].good ? "taken" : "refused");
}

static const struct zip_file sample[] = {
	{ "MANIFEST.sha256", { "abc\n", 4 } },
	{ "a/empty.txt", { "", 0 } },
	{ "a/other.bin", { "\0\1\2\xff", 4 } },
};
enum { N = sizeof(sample) / sizeof(*sample) };

static void
make(struct buf *out)
{
	struct err err = { 0 };

	ok(zip_write(sample, N, out, &err), "three files are written: %s",
	    err.text);
}

static void
test_round(void)
{
	struct buf one = { 0 }, two = { 0 };
	struct zip z = { 0 };
	struct err err = { 0 };

	setenv("TZ", "Asia/Ho_Chi_Minh", 1);
	tzset();
	make(&one);
	setenv("TZ", "America/New_York", 1);
	tzset();
	make(&two);
	ok(one.n == two.n && memcmp(one.p, two.p, one.n) == 0,
	    "the same files make the same bytes, in any time zone");
	if (ok(zip_read(buf_view(&one), &z, &err), "they are read: %s",
	    err.text)) {
		ok(z.n == N, "all of them");
		for (size_t i = 0; i < N && i < z.n; i++)
			ok(strcmp(z.file[i].name, sample[i].name) == 0 &&
			    z.file[i].bytes.n == sample[i].bytes.n &&
			    memcmp(z.file[i].bytes.p, sample[i].bytes.p,
			    sample[i].bytes.n) == 0,
			    "%s is as it was", sample[i].name);
		ok(zip_find(&z, "a/empty.txt") == &z.file[1],
		    "one is found by its name");
		ok(zip_find(&z, "empty.txt") == NULL, "and by no other");
	}
	zip_close(&z);
	buf_close(&one);
	buf_close(&two);
}

static void
test_refused_writes(void)
{
	static const struct zip_file bad[] = { { "../x", { "", 0 } } };
	static const struct zip_file twice[] = { { "x", { "", 0 } },
		{ "x", { "1", 1 } } };
	struct buf out = { 0 };
	struct err err = { 0 };

	ok(!zip_write(bad, 1, &out, &err) && err.code == ERR_BUG && out.n == 0,
	    "a name that leaves the folder is not written: %s", err.text);
	ok(!zip_write(twice, 2, &out, &err) && err.code == ERR_BUG,
	    "nor is a name twice: %s", err.text);
	buf_close(&out);
}

/* Replaces all of from by to, of equal length: in both headers of a file. */
static size_t
forge(struct buf *b, const char *from, const char *to)
{
	size_t n = strlen(from), done_n = 0;

	for (size_t i = 0; i + n <= b->n; i++)
		if (memcmp(b->p + i, from, n) == 0) {
			memcpy(b->p + i, to, n);
			done_n++;
		}
	return done_n;
}

static void
test_forged(void)
{
	static const struct {
		const char *from, *to, *why;
	} rows[] = {
		{ "MANIFEST.sha256", "../ANIFEST.sh25", "a name that climbs out" },
		{ "MANIFEST.sha256", "/etc/passwd.sha", "an absolute name" },
		{ "MANIFEST.sha256", "MANIFEST sha256", "a blank" },
		{ "a/empty.txt", "a/other.bin",
		    "two files of one name" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf b = { 0 };
		struct zip z = { 0 };
		struct err err = { 0 };

		zip_write(sample, N, &b, NULL);
		if (strlen(rows[i].from) != strlen(rows[i].to))
			diag("lengths differ: row %zu", i);
		forge(&b, rows[i].from, rows[i].to);
		ok(!zip_read(buf_view(&b), &z, &err) && err.code == ERR_DATA,
		    "%s is refused: %s", rows[i].why, err.text);
		zip_close(&z);
		buf_close(&b);
	}
}

/* Wherever a byte is flipped or the archive is cut: either refused, or nothing of the
 * contents has changed. */
static void
test_damaged(void)
{
	struct buf whole = { 0 };
	size_t changed = 0, read = 0;

	zip_write(sample, N, &whole, NULL);
	for (size_t i = 0; i < 2 * whole.n; i++) {
		size_t at = i / 2;
		bool cut = i % 2;
		char *p = mem_dup(whole.p, whole.n);
		struct span s = { tap_guarded(p, cut ? at : whole.n),
			cut ? at : whole.n };
		struct zip z = { 0 };

		if (!cut) {
			p[at] ^= 0x41;
			s.p = tap_guarded(p, whole.n);
		}
		if (zip_read(s, &z, NULL)) {
			read++;
			for (size_t j = 0; j < N; j++) {
				const struct zip_file *f =
				    zip_find(&z, sample[j].name);

				if (f != NULL &&
				    (f->bytes.n != sample[j].bytes.n ||
				    memcmp(f->bytes.p, sample[j].bytes.p,
				    f->bytes.n) != 0))
					changed++;
			}
		}
		zip_close(&z);
		mem_free(p);
	}
	ok(changed == 0, "no damage changes a file unseen (%zu read)", read);
	buf_close(&whole);
}

int
main(void)
{
	struct zip z = { 0 };
	struct err err = { 0 };

	test_names();
	test_round();
	test_refused_writes();
	test_forged();
	test_damaged();
	ok(!zip_read((struct span){ "plain text", 10 }, &z, &err),
	    "a text is no archive: %s", err.text);
	ok(!zip_read((struct span){ "", 0 }, &z, &err), "nor is nothing: %s",
	    err.text);
	return done();
}
