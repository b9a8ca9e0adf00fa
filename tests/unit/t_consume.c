/* SPDX-License-Identifier: MIT */
#include "ingest/consume.h"

#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/logs.h"

enum { LINE = LINE_MAX_BYTES, CHUNK = CREW_CHUNK_BYTES };

/* ---- rows: pieces of a log, and what its lines are ---- */

/* 'l' a line, 'c' one that ends in CR, 'b' a blank one, 'm' malformed, 't' a line
 * without its newline; '0' a hole of `size` NULs, 'x' `size` bytes of a line, '\n'. */
struct piece {
	char what;
	size_t size;
};

static const struct {
	const char *name;
	struct piece piece[8];
	uint64_t hits, oversize, malformed, blank;
	uint64_t tail; /* hits more, where the file is complete */
	uint64_t tail_oversize;
} rows[] = {
	{ "lines", { { 'l', 0 }, { 'l', 0 } }, 2, 0, 0, 0, 0, 0 },
	{ "lines that end in CR", { { 'c', 0 }, { 'c', 0 }, { 'l', 0 } }, 3, 0, 0, 0, 0,
	    0 },
	{ "blank and malformed ones", { { 'l', 0 }, { 'b', 0 }, { 'm', 0 }, { 'l', 0 } }, 2,
	    0, 1, 1, 0, 0 },
	{ "a torn last line", { { 'l', 0 }, { 't', 0 } }, 1, 0, 0, 0, 1, 0 },
	{ "a hole before a line", { { 'l', 0 }, { '0', 5000 }, { 'l', 0 } }, 2, 0, 0,
	    0, 0, 0 },
	{ "a hole of many chunks", { { 'l', 0 }, { '0', 3 * CHUNK + 17 },
	    { 'l', 0 } }, 2, 0, 0, 0, 0, 0 },
	{ "a hole at the beginning", { { '0', 2 * CHUNK }, { 'l', 0 },
	    { 'l', 0 } }, 2, 0, 0, 0, 0, 0 },
	{ "a hole before a torn line", { { 'l', 0 }, { '0', 2 * CHUNK },
	    { 't', 0 } }, 1, 0, 0, 0, 1, 0 },
	{ "a hole at the end", { { 'l', 0 }, { '0', 300000 } }, 1, 0, 0, 0, 0, 0 },
	{ "a line of 128 KiB, which is no hit", { { 'l', 0 }, { 'x', LINE },
	    { '\n', 0 }, { 'l', 0 } }, 2, 0, 1, 0, 0, 0 },
	{ "a byte more", { { 'l', 0 }, { 'x', LINE + 1 }, { '\n', 0 }, { 'l', 0 } }, 2,
	    1, 0, 0, 0, 0 },
	{ "128 KiB behind a hole", { { 'l', 0 }, { '0', 70000 }, { 'x', LINE },
	    { '\n', 0 }, { 'l', 0 } }, 2, 0, 1, 0, 0, 0 },
	{ "128 KiB behind a hole longer than a chunk", { { 'l', 0 },
	    { '0', CHUNK + 9 }, { 'x', LINE }, { '\n', 0 }, { 'l', 0 } }, 2, 0, 1, 0,
	    0, 0 },
	{ "a byte more behind a hole", { { 'l', 0 }, { '0', CHUNK - 99 },
	    { 'x', LINE + 1 }, { '\n', 0 }, { 'l', 0 } }, 2, 1, 0, 0, 0, 0 },
	{ "a line of many chunks is one", { { 'l', 0 }, { 'x', 3 * CHUNK + 5 },
	    { '\n', 0 }, { 'l', 0 } }, 2, 1, 0, 0, 0, 0 },
	{ "two of them are two", { { 'l', 0 }, { 'x', 2 * CHUNK }, { '\n', 0 },
	    { 'x', CHUNK + 1 }, { '\n', 0 }, { 'l', 0 } }, 2, 2, 0, 0, 0, 0 },
	{ "one with NULs inside", { { 'l', 0 }, { 'x', LINE }, { '0', CHUNK },
	    { '\n', 0 }, { 'l', 0 } }, 2, 1, 0, 0, 0, 0 },
	{ "a torn one that is too long", { { 'l', 0 }, { 'x', 2 * CHUNK } }, 1, 0,
	    0, 0, 0, 1 },
	{ "a torn one that is a little too long", { { 'l', 0 }, { 'x',
	    LINE + 9 } }, 1, 0, 0, 0, 0, 1 },
	{ "a torn one whose chunk is full", { { 'l', 0 }, { 'x', CHUNK } }, 1, 0,
	    0, 0, 0, 1 },
};

static struct buf
text_of(const struct piece *piece)
{
	struct buf b = { 0 };

	for (int i = 0; i < 8 && piece[i].what != '\0'; i++) {
		size_t end = b.n + piece[i].size;

		switch (piece[i].what) {
		case 'l':
			buf_printf(&b, L("%d"), i);
			break;
		case 'c':
			buf_printf(&b, L("%d"), i);
			b.n--;
			buf_puts(&b, "\r\n");
			break;
		case 't':
			buf_printf(&b, L("%d"), i);
			b.n--;
			break;
		case 'b':
			buf_puts(&b, " \n");
			break;
		case 'm':
			buf_puts(&b, "what?\n");
			break;
		case '\n':
			buf_putc(&b, '\n');
			break;
		default:
			buf_reserve(&b, piece[i].size);
			memset(b.p + b.n, piece[i].what == 'x' ? 'x' : 0,
			    piece[i].size);
			b.n = end;
		}
	}
	return b;
}

static bool
as_told(size_t row, const struct tally *t, bool complete)
{
	uint64_t hits = rows[row].hits + (complete ? rows[row].tail : 0);
	uint64_t oversize = rows[row].oversize +
	    (complete ? rows[row].tail_oversize : 0);

	if (t->hits == hits && t->refused[CLASS_OVERSIZE] == oversize &&
	    t->refused[CLASS_MALFORMED] == rows[row].malformed &&
	    t->refused[CLASS_BLANK] == rows[row].blank)
		return true;
	diag("hits %llu, oversize %llu, malformed %llu, blank %llu",
	    (unsigned long long)t->hits,
	    (unsigned long long)t->refused[CLASS_OVERSIZE],
	    (unsigned long long)t->refused[CLASS_MALFORMED],
	    (unsigned long long)t->refused[CLASS_BLANK]);
	return false;
}

/* The text in one file, read at once. */
static bool
at_once(size_t row, struct span text, bool complete)
{
	struct logs l;
	bool good;

	logs_open(&l);
	logs_write(&l, "a", O_TRUNC, text);
	logs_begin(&l, "common", false);
	logs_file(&l, "a", complete);
	logs_end(&l, true);

	struct tally t = tally_of(l.counter, 1);

	good = as_told(row, &t, complete);
	logs_close(&l);
	return good;
}

/* A live file that grows in pieces of chance, each in a run of its own; at last it
 * is complete. */
static bool
grown(size_t row, struct span text)
{
	struct logs l;
	uint64_t seed = row + 3;
	bool good;
	size_t at = 0;

	logs_open(&l);
	while (at < text.n) {
		size_t n = 1 + chance(&seed, text.n / 5 + 2);

		n = n < text.n - at ? n : text.n - at;
		logs_write(&l, "a", O_APPEND,
		    (struct span){ text.p + at, n });
		logs_begin(&l, "common", false);
		logs_file(&l, "a", false);
		logs_end(&l, true);
		at += n;
	}

	struct tally t = tally_of(l.counter, 1);

	good = as_told(row, &t, false);
	logs_begin(&l, "common", false);
	logs_file(&l, "a", true);
	logs_end(&l, true);
	t = tally_of(l.counter, 1);
	good = as_told(row, &t, true) && good;
	logs_close(&l);
	return good;
}

static bool
packed(size_t row, struct span text)
{
	struct buf b = { 0 };
	bool good;

	logs_pack(&b, text);
	good = at_once(row, buf_view(&b), true);
	buf_close(&b);
	return good;
}

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf text = text_of(rows[i].piece);
		struct span s = buf_view(&text);

		ok(at_once(i, s, false), "%s, in a live file", rows[i].name);
		ok(at_once(i, s, true), "%s, in a complete one",
		    rows[i].name);
		ok(packed(i, s), "%s, packed", rows[i].name);
		ok(grown(i, s), "%s, grown in pieces", rows[i].name);
		buf_close(&text);
	}
}

/* ---- byte by byte: every size is one that a run may meet ---- */

static void
test_bytes(bool complete, const char *name)
{
	struct logs l;
	struct buf text = { 0 };
	bool right = true;

	for (int i = 0; i < 22; i++)
		buf_printf(&text, L("%d"), i * i);
	logs_open(&l);
	for (size_t i = 0; i < text.n; i++) {
		/* In a complete file the last line counts, but once. */
		uint64_t lines = 0;

		logs_write(&l, "a", O_APPEND, (struct span){ text.p + i, 1 });
		logs_begin(&l, "common", false);
		if (i > 100)
			logs_file(&l, "a", complete);
		logs_end(&l, true);
		for (size_t k = 0; k <= i; k++)
			lines += text.p[k] == '\n';

		struct tally t = tally_of(l.counter, 1);
		uint64_t seen = t.hits + t.refused[CLASS_MALFORMED];

		if (i > 100)
			right = right && seen == lines + (complete &&
			    text.p[i] != '\n');
	}
	ok(right, "%s", name);
	buf_close(&text);
	logs_close(&l);
}

int
main(void)
{
	test_rows();
	test_bytes(false, "a live file that grows by a byte a run");
	test_bytes(true, "a complete one that still does");
	return done();
}
