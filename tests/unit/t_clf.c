/* SPDX-License-Identifier: MIT */
/* The shortest way by the line's quotes, the fast path and the field program of the
 * equal string are three programs for one task: they must give the same hits,
 * whatever the line. */
#include "tests/tap.h"

#include <stdio.h>
#include <string.h>

#include "common/mem.h"
#include "ingest/clf.h"
#include "ingest/pasted.h"
#include "ingest/program.h"
#include "tests/unit/mutate.h"

enum { ROOM = 8192, ROUNDS = 40000 };

static const char *const shape_names[CLF__SHAPES] = {
	"common", "vhost_common", "combined", "vhost_combined",
	"nginx's common", "nginx's vhost_common",
	"nginx's combined", "nginx's vhost_combined"
};

/* What lines are made of; "" now and then is part of the game. */
static const char *const hosts[] = { "www.example.org:443 ", "localhost:80 ",
	"www.example.org ", "[2001:db8::2]:443 ", "- ", ":80 ", "a_b:x " };
static const char *const addresses[] = { "192.0.2.7", "2001:db8::7",
	"client.example.org", "-", "198.51.100.7:4711", "[2001:db8::7]:4711",
	"name:443", "unix:", "", "fe80::1%eth0" };
static const char *const idents[] = { " -", " id", " ", "" };
static const char *const users[] = { " - [", " john [", " John Begood [", "  [",
	" [", " x [01/Jan/2001:00:00:00 +0000] [", " a[b [", " [ [ [",
	" [10/Oct/2025:13:55:36 +0700] \"GET / HTTP/1.1\" [" };
static const char *const times[] = { "10/Oct/2025:13:55:36 +0700",
	"29/Feb/2024:23:59:60 -0330", "31/Feb/2024:00:00:00 +0000",
	"10/Oct/2025:13:55:36", "2025-10-10T13:55:36+07:00" };
static const char *const requests[] = { "] \"GET /a?b=c HTTP/1.1\" ",
	"] \"-\" ", "] \"\" ", "] \"GET /a\\\"b HTTP/1.0\" ",
	"] \"GET /a\\\\\" ", "] \"\\x16\\x03\" ", "] \"GET /a b HTTP/1.1\\n\" ",
	"] \"GET /\" HTTP/1.1\" ", "] \"GET / HTTP/1.1 ", "]\"GET / HTTP/1.1\" " };
static const char *const statuses[] = { "200 ", "404 ", "200", "20 ", "2000 ",
	"999 ", "- ", "" };
static const char *const bytes[] = { "1234", "-", "0", "12x",
	"18446744073709551616", "" };
static const char *const referrers[] = { " \"https://www.example.org/a\"",
	" \"-\"", " \"\"", "", " \"a\\\"b\"", " \"cut", " 12 \"x\"" };
static const char *const agents[] = { " \"Mozilla/5.0 (X11)\"", " \"-\"",
	" \"cut", "", "  \"two blanks\"", " \"a\\\\\" 17", " \"a\" \"b\"" };

#define PICK(list) pick(list, sizeof(list) / sizeof(*(list)))

/* Mostly the first, which is a good one. */
static const char *
pick(const char *const *list, size_t n)
{
	return list[next(4) > 0 ? 0 : next(n)];
}

static size_t
make_line(unsigned shape, char out[ROOM / 2])
{
	return (size_t)snprintf(out, ROOM / 2, "%s%s%s%s%s%s%s%s%s%s",
	    (shape & CLF_VHOST) != (next(16) == 0) ? PICK(hosts) : "",
	    PICK(addresses), PICK(idents), PICK(users), PICK(times),
	    PICK(requests), PICK(statuses), PICK(bytes), PICK(referrers),
	    PICK(agents));
}

static struct program *
program_of(const char *text)
{
	struct program *p = NULL;
	struct err err = { 0 };

	if (!program_open(span_of(text), DIALECT_APACHE, &p, &err))
		diag("%s: %s", text, err.text);
	return p;
}

struct scanned {
	struct scan *scan[SCAN__LEVELS]; /* NULL: not on this machine */
	struct clf_memo memo;
	uint64_t usual;
};

/* The line as the scanner of each level gives it: where the shortest way takes it,
 * the hit must be that of clf_parse, and else be untouched. */
static bool
scanned_same(struct scanned *t, unsigned shape, struct span text,
    const struct hit *want)
{
	bool same = true;

	for (int i = 0; i < SCAN__LEVELS; i++) {
		struct scan_line line;
		struct hit hit, before;
		bool is;

		if (t->scan[i] == NULL)
			continue;
		/* The newline is the byte before the guard. */
		scan_begin(t->scan[i], (struct span){ text.p, text.n + 1 },
		    true);
		memset(&before, 0xa5, sizeof(before));
		hit = before;
		if (!scan_next(t->scan[i], &line) || line.text.n != text.n)
			return false;
		is = clf_parse_usual(shape, &line, &t->memo, &hit, NULL);
		t->usual += is;
		same = same && (is ? want != NULL && same_hit(&hit, want) :
		    memcmp(&hit, &before, sizeof(hit)) == 0);
	}
	return same;
}

static void
scanned_begin(struct scanned *t)
{
	*t = (struct scanned){ .usual = 0 };
	for (int i = 0; i < SCAN__LEVELS; i++) {
		struct scanner s;

		if (!scan_level((enum scan_level)i, &s))
			continue;
		t->scan[i] = mem_new(sizeof(*t->scan[i]));
		t->scan[i]->scanner = s;
	}
}

static void
scanned_end(struct scanned *t)
{
	for (int i = 0; i < SCAN__LEVELS; i++)
		mem_free(t->scan[i]);
}

/* Lines end at a newline before the guard, or at the guard; the newlines of lines
 * that were mutated become blanks. */
static void
compare_scanned(unsigned shape, char *room)
{
	struct scanned t;
	uint64_t wrong = 0;

	scanned_begin(&t);
	for (int i = 0; i < ROUNDS; i++) {
		char line[ROOM / 2 + 16];
		size_t n = make_line(shape, line);
		struct span text;
		struct hit hit;
		bool is;

		for (uint64_t k = next(3); k > 0; k--)
			n = mutate(line, n);
		for (size_t k = 0; k < n; k++)
			line[k] = line[k] == '\n' ? ' ' : line[k];
		room[ROOM - 1] = '\n';
		text = (struct span){ room + ROOM - n - 1, n };
		memcpy(room + ROOM - n - 1, line, n);
		is = clf_parse(shape, text, &hit);
		if (!scanned_same(&t, shape, text, is ? &hit : NULL) &&
		    wrong++ < 5)
			diag("%.*s", (int)n, line);
	}
	is_int((long long)wrong, 0, "%s: the shortest way agrees at each "
	    "level on %d lines", shape_names[shape], ROUNDS);
	ok(t.usual > ROUNDS / 50, "%s: many lines go the shortest way",
	    shape_names[shape]);
	scanned_end(&t);
}

/* A usual line must go the shortest way, or the rest proves nothing. */
static void
usual_lines(char *room)
{
	static const struct {
		const char *text;
		bool usual;
	} rows[] = {
#define TIME "[10/Oct/2025:13:55:36 +0700]"
#define AFTER " \"https://www.example.org/\" \"Mozilla/5.0 (X11)\""
		{ "192.0.2.7 - - " TIME " \"GET / HTTP/1.1\" 200 12" AFTER, true },
		{ "192.0.2.7 - a [b " TIME " \"GET / HTTP/1.1\" 200 -" AFTER,
		    true },
		{ "2001:db8::7 - - " TIME " \"-\" 408 0 \"-\" \"-\"", true },
		{ "1.1.1.1 - - " TIME " \"\" 400 0 \"\" \"\"", true },
		{ "192.0.2.7 - - " TIME " \"GET /\\x22 HTTP/1.1\" 200 "
		    "123456789012345" AFTER " more \"of\" it\"", true },
		{ "192.0.2.7 - - " TIME " \"GET /\\\" HTTP/1.1\" 200 12" AFTER,
		    false },
		{ "192.0.2.7 - - " TIME " \"GET / HTTP/1.1\" 200 1234567890123456"
		    AFTER, false },
		{ "192.0.2.7 - - " TIME " \"GET / HTTP/1.1\" 200 1x" AFTER, false },
		{ "192.0.2.7 - - [10/Oct/2025:24:55:36 +0700] \"GET / HTTP/1.1\" "
		    "200 1" AFTER, false },
		{ "192.0.2.7 - - [10/Oct/2025:13:60:36 +0700] \"GET / HTTP/1.1\" "
		    "200 1" AFTER, false },
		{ "192.0.2.7 - - [10/Oct/2025:13:59:61 +0700] \"GET / HTTP/1.1\" "
		    "200 1" AFTER, false },
		{ "192.0.2.7 - - [10/Oct/2025:13:5a:36 +0700] \"GET / HTTP/1.1\" "
		    "200 1" AFTER, false },
	};
	struct scanned t;
	int wrong = 0;

	scanned_begin(&t);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t n = strlen(rows[i].text);
		struct span text = { room + ROOM - n - 1, n };
		uint64_t before = t.usual;
		struct hit hit;
		bool is;

		memcpy(room + ROOM - n - 1, rows[i].text, n);
		room[ROOM - 1] = '\n';
		is = clf_parse(CLF_AGENT, text, &hit);
		if (scanned_same(&t, CLF_AGENT, text, is ? &hit : NULL) &&
		    (t.usual > before) == rows[i].usual)
			continue;
		wrong++;
		diag("%s", rows[i].text);
	}
	is_int(wrong, 0, "usual lines go the shortest way, others do not");
	scanned_end(&t);
}

/* The memo against no memo: days, offsets and times of day that change or not, and
 * a text of NULs, which a zeroed memo holds. */
static void
memo_of_times(void)
{
	static const char *const days[] = { "10/Oct/2025:",
		"01/Jan/1970:", "31/Dec/9999:", "31/Feb/2025:", "10-Oct/2025:" };
	static const char *const of_day[] = { "13:55:36", "23:59:60",
		"00:00:00", "24:00:00", "12:60:00", "12:00:61", "1a:00:00",
		"12.00:00", "12:00.00", "23:59:59", "/0:00:00", "12::0:00" };
	static const char *const offsets[] = { " +0700", " -0330", " +1600",
		" +0060", "+07000", " 0700 " };
	struct instant_memo memo = { .base_s = 0 };
	char nul[26] = { 0 };
	int64_t with = 7, without = 7;
	int wrong = 0;

	memcpy(nul + 12, "00:00:00", 8);
	ok(instant_clf_memo((struct span){ nul, sizeof(nul) }, &memo, &with) ==
	    0 && with == 7, "a memo of nothing knows no time of NULs");
	for (int i = 0; i < ROUNDS; i++) {
		char text[32];
		int n = snprintf(text, sizeof(text), "%s%s%s", PICK(days),
		    of_day[next(sizeof(of_day) / sizeof(*of_day))],
		    PICK(offsets));
		struct span s = { text, next(20) == 0 ? next((uint64_t)n) :
			(size_t)n };

		with = without = -1;
		wrong += instant_clf_memo(s, &memo, &with) !=
		    instant_clf(s, &without) || with != without;
	}
	is_int(wrong, 0, "times are the same with a memo of the last one");
}

/* room ends at an unreadable page. */
static void
compare(unsigned shape, char *room)
{
	struct program *p = program_of(clf_text(shape));
	uint64_t hits = 0, wrong = 0, touched = 0;

	for (int i = 0; p != NULL && i < ROUNDS; i++) {
		char line[ROOM / 2 + 16];
		size_t n = make_line(shape, line);
		struct hit fast, slow, before;
		bool is_fast, is_slow;

		for (uint64_t k = next(4); k > 0; k--)
			n = mutate(line, n);
		memcpy(room + ROOM - n, line, n);
		memset(&before, 0xa5, sizeof(before));
		fast = slow = before;
		is_fast = clf_parse(shape, (struct span){ room + ROOM - n, n },
		    &fast);
		is_slow = program_run(p, (struct span){ room + ROOM - n, n },
		    &slow, NULL);
		hits += is_fast;
		touched += !is_fast &&
		    memcmp(&fast, &before, sizeof(fast)) != 0;
		touched += !is_slow &&
		    memcmp(&slow, &before, sizeof(slow)) != 0;
		if (is_fast == is_slow && (!is_fast || same_hit(&fast, &slow)))
			continue;
		if (wrong++ < 5)
			diag("fast %d, program %d: %.*s", is_fast, is_slow,
			    (int)n, line);
	}
	is_int((long long)wrong, 0, "%s: fast path and program agree on %d "
	    "lines", shape_names[shape], ROUNDS);
	ok(hits > ROUNDS / 20 && hits < ROUNDS - ROUNDS / 20,
	    "%s: many of them are hits, many are not", shape_names[shape]);
	is_int((long long)touched, 0, "%s: a line that is none leaves the hit "
	    "alone", shape_names[shape]);
	program_close(p);
}

/* Each line cut at each byte: what is there is read, and nothing beyond. */
static void
cut_everywhere(char *room)
{
	static const char line[] = "192.0.2.7 - - [10/Oct/2025:13:55:36 +0700] "
	    "\"GET /a HTTP/1.1\" 200 1234 \"https://www.example.org/\" "
	    "\"Mozilla/5.0\"";
	size_t least = (size_t)(strstr(line, " 200") + 4 - line);
	int wrong = 0;

	for (size_t n = 0; n < sizeof(line); n++) {
		struct hit hit;

		memcpy(room + ROOM - n, line, n);
		wrong += clf_parse(CLF_AGENT,
		    (struct span){ room + ROOM - n, n }, &hit) != (n >= least);
	}
	is_int(wrong, 0, "cut anywhere, a line is a hit from its status on");
}

int
main(void)
{
	static const char zeros[ROOM];
	/* One guarded room for all lines; it is ours to write. */
	char *room = (char *)(uintptr_t)tap_guarded(zeros, ROOM);

	for (unsigned shape = 0; shape < CLF__SHAPES; shape++)
		compare(shape, room);
	for (unsigned shape = 0; shape < CLF__SHAPES; shape++)
		compare_scanned(shape, room);
	usual_lines(room);
	memo_of_times();
	cut_everywhere(room);
	return done();
}
