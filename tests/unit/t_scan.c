/* SPDX-License-Identifier: MIT */
/* The scanner of each level against a plain loop, and its lines against
 * span_cut. */
#include "ingest/scan.h"

#include "common/mem.h"
#include "tests/tap.h"

enum { ROUNDS = 20000, ROOM = 3 * SCAN_WINDOW };

static const char *const names[SCAN__LEVELS] = { "scalar", "SSE2", "AVX2",
	"NEON" };

static uint64_t seed = 88172645463325252;

static uint64_t
next(uint64_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (seed >> 11) % below;
}

/* Many or few of what is looked for, and bytes that differ from it by a bit. */
static void
fill(char *p, size_t n)
{
	static const char near[] = "\"\n\"\n\"#\x22\x0a\x0b\xa2\x8a !\x02\x1a";
	uint64_t kind = next(4);

	for (size_t i = 0; i < n; i++)
		p[i] = kind == 0 ? '"' : kind == 1 ? (char)next(256) :
		    next(kind == 2 ? 2 : 40) == 0 ?
		    near[next(sizeof(near))] : 'a';
}

static size_t
plain(struct span text, uint16_t *at)
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == '"' || text.p[i] == '\n')
			at[n++] = (uint16_t)i;
	return n;
}

/* room ends at an unreadable page; at is as small as it may be. */
static void
test_find(int level, struct scanner scanner, char *room)
{
	uint16_t *want = mem_grow(NULL, SCAN_WINDOW, sizeof(*want));
	int wrong = 0;

	for (int i = 0; i < ROUNDS; i++) {
		size_t n = next(i % 100 == 0 ? SCAN_WINDOW + 1 : 300);
		struct span text = { room + ROOM - n, n };
		uint16_t *at = mem_grow(NULL, n + SCAN_SLACK, sizeof(*at));
		size_t found;

		fill(room + ROOM - n, n);
		found = plain(text, want);
		wrong += scanner.find(text, at) != found ||
		    (found > 0 && memcmp(at, want, found * sizeof(*at)) != 0);
		mem_free(at);
	}
	is_int(wrong, 0, "%s finds what a loop finds, in %d texts",
	    names[level], ROUNDS);
	mem_free(want);
}

static bool
quotes_right(const struct scan_line *line)
{
	size_t k = 0;

	for (size_t i = 0; i < line->text.n; i++)
		if (line->text.p[i] == '"' && (k == line->quotes ||
		    line->base + line->quote[k++] != line->text.p + i))
			return false;
	return k == line->quotes;
}

/* *counted: lines whose quotes are known. */
static bool
lines_right(struct scan *s, struct span text, bool quotes, uint64_t *counted)
{
	struct span rest = text;
	struct scan_line line;

	scan_begin(s, text, quotes);
	while (rest.n > 0) {
		struct span want = span_cut(&rest, '\n');

		if (!scan_next(s, &line) || line.text.p != want.p ||
		    line.text.n != want.n ||
		    (line.quotes > 0 && (!quotes || !quotes_right(&line))))
			return false;
		*counted += line.quotes > 0;
	}
	return !scan_next(s, &line);
}

static void
test_lines(int level, struct scanner scanner, char *room)
{
	struct scan *s = mem_new(sizeof(*s));
	uint64_t counted = 0, none = 0;
	int wrong = 0;

	s->scanner = scanner;
	for (int i = 0; i < ROUNDS / 40; i++) {
		size_t n = next(i % 4 == 0 ? ROOM + 1 : 2000);
		struct span text = { room + ROOM - n, n };

		fill(room + ROOM - n, n);
		wrong += !lines_right(s, text, true, &counted);
		wrong += !lines_right(s, text, false, &none);
	}
	is_int(wrong, 0, "%s gives the lines that span_cut gives, and their "
	    "quotes", names[level]);
	ok(counted > ROUNDS && none == 0, "%s: quotes where they are wanted",
	    names[level]);
	mem_free(s);
}

/* Lines about as long as a window: their quotes are known while it holds them. */
static void
test_long(char *room)
{
	struct scan *s = mem_new(sizeof(*s));
	int wrong = 0;

	for (size_t n = SCAN_WINDOW - 3; n < SCAN_WINDOW + 3; n++) {
		struct span text = { room, 2 + n + 1 + 2 };
		struct scan_line line;

		memset(room, '"', text.n);
		room[1] = room[2 + n] = room[text.n - 1] = '\n';
		scan_begin(s, text, true);
		wrong += !scan_next(s, &line) || line.text.n != 1 ||
		    line.quotes != 1;
		wrong += !scan_next(s, &line) || line.text.n != n ||
		    line.quotes != (n < SCAN_WINDOW ? n : 0);
		wrong += !scan_next(s, &line) || line.text.n != 1 ||
		    line.quotes != 1 || scan_next(s, &line);
	}
	is_int(wrong, 0, "a line longer than the window is a line, too");
	mem_free(s);
}

int
main(void)
{
	char *zeros = mem_new(ROOM);
	/* One guarded room for all texts; it is ours to write. */
	char *room = (char *)(uintptr_t)tap_guarded(zeros, ROOM);
	struct scanner scanner;
	bool best = false;

	for (int i = 0; i < SCAN__LEVELS; i++) {
		if (!scan_level((enum scan_level)i, &scanner)) {
			skip("%s is not on this machine", names[i]);
			continue;
		}
		test_find(i, scanner, room);
		test_lines(i, scanner, room);
		best = scan_best().find == scanner.find;
	}
	ok(best, "the highest level that is there is the best");
	test_long(room);
	mem_free(zeros);
	return done();
}
