/* SPDX-License-Identifier: MIT */
#include "ingest/identify.h"

#include "common/mem.h"
#include "ingest/prefix.h"
#include "tests/tap.h"
#include "tests/unit/logs.h"

enum { ALL = 300000 };

static struct hash_keys keys;
static char text[ALL], fork_text[ALL]; /* equal in their first 100,000 bytes */

/* What consuming the first n bytes leaves behind. */
static struct stream
stream_of(const char *bytes, size_t n, const char *path)
{
	static const struct hash128 zero;
	struct stream s = { .consumed = n };
	struct prefix p = { 0 };

	prefix_begin(&p, &keys, 0, zero);
	prefix_add_marked(&p, &s, bytes, n);
	stream_mark(&s, n, prefix_digest(&p));
	prefix_close(&p);
	s.path = mem_dup(path, strlen(path));
	return s;
}

/* ---- rows: a stream, a file, perhaps another file of the stream ---- */

enum other { GONE, WHOLE, SHORT, CHANGED, SAME_FILE, PACKED };

static const struct {
	const char *name;
	size_t counted;          /* bytes of text that the stream has */
	const char *bytes;       /* the file's... */
	size_t n;                /* ...so many */
	enum other other;        /* the file at the stream's path */
	enum identity_what want;
} rows[] = {
	{ "the stream's bytes continue it", 5000, text, 5000, GONE,
	    IDENTITY_CONTINUES },
	{ "more of them, too", 5000, text, 5001, GONE, IDENTITY_CONTINUES },
	{ "very many more", 5000, text, ALL, GONE, IDENTITY_CONTINUES },
	{ "all of a long one", 250000, text, 250000, GONE,
	    IDENTITY_CONTINUES },
	{ "an end at a mark is a copy", 250000, text, 65536, GONE,
	    IDENTITY_COPY },
	{ "an end beyond the last mark that fits, nothing to compare with",
	    250000, text, 65537, GONE, IDENTITY_UNVERIFIED },
	{ "compared with another file of the stream it is a copy", 250000,
	    text, 65537, WHOLE, IDENTITY_COPY },
	{ "compared with a packed one, too", 250000, text, 200000, PACKED,
	    IDENTITY_COPY },
	{ "another file that is too short tells nothing", 250000, text, 65537,
	    SHORT, IDENTITY_UNVERIFIED },
	{ "nor does one that is no longer the stream's", 250000, text, 65537,
	    CHANGED, IDENTITY_UNVERIFIED },
	{ "nor does the file itself", 250000, text, 65537, SAME_FILE,
	    IDENTITY_UNVERIFIED },
	{ "a fork behind the last mark that fits is new", 250000, fork_text,
	    120000, WHOLE, IDENTITY_NEW },
	{ "a fork whose other file is gone may be a copy, for all we know",
	    250000, fork_text, 120000, GONE, IDENTITY_UNVERIFIED },
	{ "a fork that has a mark is new", 250000, fork_text, 140000, GONE,
	    IDENTITY_NEW },
	{ "a fork that is longer is new", 250000, fork_text, ALL, GONE,
	    IDENTITY_NEW },
	{ "one that differs in the last counted byte is new", 100001,
	    fork_text, 200000, GONE, IDENTITY_NEW },
	{ "one that differs in the next continues", 100000, fork_text, 200000,
	    GONE, IDENTITY_CONTINUES },
	{ "an empty file is new", 5000, text, 0, GONE, IDENTITY_NEW },
};

static void
put_other(const struct logs *l, size_t row)
{
	struct span whole = { text, rows[row].counted };
	struct buf b = { 0 };

	switch (rows[row].other) {
	case WHOLE:
		logs_write(l, "other", O_TRUNC, whole);
		break;
	case SHORT:
		whole.n -= 1;
		logs_write(l, "other", O_TRUNC, whole);
		break;
	case CHANGED:
		buf_span(&b, whole);
		b.p[1000] ^= 1;
		logs_write(l, "other", O_TRUNC, buf_view(&b));
		break;
	case PACKED:
		logs_pack(&b, whole);
		logs_write(l, "other", O_TRUNC, buf_view(&b));
		break;
	case SAME_FILE:
		if (link(logs_path(l, "file"), logs_path(l, "other")) != 0)
			abort();
		break;
	case GONE:
		break;
	}
	buf_close(&b);
}

static void
test_row(size_t row, bool packed)
{
	struct logs l;
	struct buf b = { 0 };
	struct span bytes = { rows[row].bytes, rows[row].n };
	struct identity got = { .which = 9 };
	struct err err;

	logs_open(&l);
	if (packed)
		logs_pack(&b, bytes);
	else
		buf_span(&b, bytes);
	logs_write(&l, "file", O_TRUNC, buf_view(&b));
	put_other(&l, row);

	struct stream s = stream_of(text, rows[row].counted,
	    logs_path(&l, "other"));
	struct stream *cand[] = { &s };
	int fd = open(logs_path(&l, "file"), O_RDONLY);
	struct identify q = { &keys, fd, cand, 1 };

	must(identify(&q, &got, &err), &err);
	if (!ok(got.what == rows[row].want && (got.what == IDENTITY_NEW ||
	    got.which == 0), "%s%s", rows[row].name,
	    packed ? " (packed)" : ""))
		diag("%d, not %d", got.what, rows[row].want);
	close(fd);
	stream_free(&s);
	buf_close(&b);
	logs_close(&l);
}

/* ---- several candidates, in any order ---- */

static void
test_several(void)
{
	static const struct {
		const char *name;
		size_t n; /* of text */
		enum identity_what what;
		size_t counted; /* of the stream that is meant */
	} cases[] = {
		{ "the longest that fits is continued", ALL,
		    IDENTITY_CONTINUES, 90000 },
		{ "a shorter file continues a shorter one", 2000,
		    IDENTITY_CONTINUES, 1500 },
		{ "what may be a copy of the longer is none of the shorter",
		    3000, IDENTITY_UNVERIFIED, 90000 },
	};
	static const size_t counted[] = { 1500, 90000, 4000 };
	struct logs l;
	struct err err;

	logs_open(&l);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		bool good = true;

		logs_write(&l, "file", O_TRUNC,
		    (struct span){ text, cases[i].n });
		for (size_t turn = 0; turn < 3; turn++) {
			struct stream s[3], *cand[3];
			struct identity got;
			int fd = open(logs_path(&l, "file"), O_RDONLY);
			struct identify q = { &keys, fd, cand, 3 };

			for (size_t k = 0; k < 3; k++) {
				/* The others are forks, or shorter. */
				size_t n = counted[(k + turn) % 3];

				s[k] = stream_of(n == 4000 ? fork_text + 7 :
				    text, n, "/nowhere");
				cand[k] = &s[k];
			}
			must(identify(&q, &got, &err), &err);
			good = good && got.what == cases[i].what &&
			    s[got.which].consumed == cases[i].counted;
			close(fd);
			for (size_t k = 0; k < 3; k++)
				stream_free(&s[k]);
		}
		ok(good, "%s, in whatever order they are asked for",
		    cases[i].name);
	}
	logs_close(&l);
}

/* ---- heads ---- */

static size_t
head_marks(const struct logs *l, struct span bytes, uint64_t *last)
{
	struct stream head = { 0 };
	struct err err;
	size_t n;
	int fd;

	logs_write(l, "file", O_TRUNC, bytes);
	fd = open(logs_path(l, "file"), O_RDONLY);
	must(identify_head(&keys, fd, &head, &err), &err);
	close(fd);
	n = head.n_marks;
	*last = n > 0 ? head.mark[n - 1].bytes : 0;
	stream_free(&head);
	return n;
}

static void
test_heads(void)
{
	char line[3000];
	struct logs l;
	uint64_t last;
	size_t n;

	memset(line, 'x', sizeof(line));
	logs_open(&l);
	n = head_marks(&l, SPAN(""), &last);
	ok(n == 0, "an empty file has no head");
	n = head_marks(&l, SPAN("abc"), &last);
	ok(n == 1 && last == 3, "without a newline, its end is its mark");
	n = head_marks(&l, SPAN("abc\nd\nef"), &last);
	ok(n == 2 && last == 6, "each newline is a mark, what follows is not");
	n = head_marks(&l, (struct span){ line, sizeof(line) }, &last);
	ok(n == 1 && last == STREAM_HEAD, "a long first line's is at 1 KiB");
	line[STREAM_HEAD - 1] = '\n';
	n = head_marks(&l, (struct span){ line, sizeof(line) }, &last);
	ok(n == 1 && last == STREAM_HEAD, "a newline there is the same mark");
	logs_close(&l);
}

int
main(void)
{
	unsigned char secret[HASH_SECRET_BYTES] = { 1 };
	uint64_t seed = 4;

	hash_keys_from(secret, &keys);
	for (size_t i = 0; i < ALL; i++) {
		text[i] = chance(&seed, 80) == 0 ? '\n' :
		    (char)('a' + chance(&seed, 26));
		fork_text[i] = i < 100000 ? text[i] : (char)(text[i] ^ 1);
	}
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		test_row(i, false);
		if (rows[i].other != SAME_FILE)
			test_row(i, true);
	}
	test_several();
	test_heads();
	return done();
}
