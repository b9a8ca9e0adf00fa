/* SPDX-License-Identifier: MIT */
#include "ingest/ingest.h"

#include <unistd.h>

#include "common/mem.h"
#include "ingest/job.h"
#include "tests/tap.h"
#include "tests/unit/logs.h"

/* ---- rows: what is done to files, and how many lines count in the end ---- */

enum what {
	END, PUT, ADD, PACK, PACK_ADD, CUT_TO, MOVE, COPY, REMOVE,
	RUN,     /* the file as a live one; text names the result */
	COMPLETE /* as a complete one */
};

static const struct {
	const char *name;
	uint64_t lines; /* hits and malformed ones */
	struct { enum what what; const char *file, *text; } step[12];
} rows[] = {
	{ "a file is counted once", 2, { { PUT, "a", L("1") L("2") },
	    { RUN, "a", "counted" }, { RUN, "a", "unchanged" } } },
	{ "what is added is counted", 3, { { PUT, "a", L("1") },
	    { RUN, "a", "counted" }, { ADD, "a", L("2") L("3") },
	    { RUN, "a", "counted" } } },
	{ "under another name it is a copy, or goes on", 3, {
	    { PUT, "a", L("1") L("2") }, { RUN, "a", "counted" },
	    { COPY, "a", "b" }, { RUN, "b", "counted" },
	    { ADD, "b", L("3") }, { RUN, "b", "counted" },
	    { RUN, "a", "unchanged" } } },
	{ "packed it is the same", 3, { { PUT, "a", L("1") L("2") },
	    { RUN, "a", "counted" }, { PACK, "b", L("1") L("2") L("3") },
	    { RUN, "b", "counted" }, { RUN, "b", "unchanged" } } },
	{ "first packed, then plain", 3, { { PACK, "b", L("1") L("2") },
	    { RUN, "b", "counted" }, { PUT, "a", L("1") L("2") L("3") },
	    { RUN, "a", "counted" } } },
	{ "two members are one log", 2, { { PACK, "b", L("1") },
	    { PACK_ADD, "b", L("2") }, { RUN, "b", "counted" },
	    { PUT, "a", L("1") L("2") }, { RUN, "a", "counted" } } },
	{ "the beginning of one that is counted is a copy", 3, {
	    { PUT, "a", L("1") L("2") L("3") }, { RUN, "a", "counted" },
	    { PUT, "b", L("1") L("2") }, { RUN, "b", "copy" } } },
	{ "what begins alike and goes on otherwise is new", 5, {
	    { PUT, "a", L("1") L("2") L("3") }, { RUN, "a", "counted" },
	    { PUT, "b", L("1") L("4") }, { RUN, "b", "counted" } } },
	{ "renamed, and a new one in its place", 3, {
	    { PUT, "a", L("1") L("2") }, { RUN, "a", "counted" },
	    { MOVE, "a", "a.1" }, { PUT, "a", L("3") },
	    { RUN, "a.1", "unchanged" }, { RUN, "a", "counted" } } },
	{ "emptied in place", 3, { { PUT, "a", L("1") L("2") },
	    { RUN, "a", "counted" }, { CUT_TO, "a", "" },
	    { RUN, "a", "empty" }, { ADD, "a", L("3") },
	    { RUN, "a", "counted" } } },
	{ "emptied and longer than before", 5, { { PUT, "a", L("1") L("2") },
	    { RUN, "a", "counted" }, { CUT_TO, "a", "" },
	    { ADD, "a", L("3") L("4") L("5") }, { RUN, "a", "counted" } } },
	{ "a line without its newline waits", 2, {
	    { PUT, "a", L("1") "192.0.2.1 - - [01/Oct" },
	    { RUN, "a", "counted" },
	    { ADD, "a", "/2026:00:00:00 +0000] \"GET /2 HTTP/1.1\" 200 5" },
	    { RUN, "a", "counted" }, { ADD, "a", "\n" },
	    { RUN, "a", "counted" }, { RUN, "a", "unchanged" } } },
	{ "only a piece of a line is empty", 1, {
	    { PUT, "a", "192.0.2.1 - - [01/Oct" }, { RUN, "a", "empty" },
	    { ADD, "a", "/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 200 5\n" },
	    { RUN, "a", "counted" } } },
	{ "a complete file's last line counts without one", 2, {
	    { PUT, "a", L("1") "192.0.2.1 - - [01/Oct/2026:00:00:00 +0000] "
	    "\"GET /2 HTTP/1.1\" 200 5" }, { COMPLETE, "a", "counted" },
	    { COMPLETE, "a", "unchanged" } } },
	{ "and what completes it later does not", 3, {
	    { PUT, "a", L("1") "192.0.2.1 - - [01/Oct/2026:00:00:00 +0000] "
	    "\"GET /2 HTTP/1.1\" 200 5" }, { COMPLETE, "a", "counted" },
	    { ADD, "a", "7\n" L("3") }, { COMPLETE, "a", "counted" },
	    { PACK, "b", L("1") "192.0.2.1 - - [01/Oct/2026:00:00:00 +0000] "
	    "\"GET /2 HTTP/1.1\" 200 57\n" L("3") },
	    { COMPLETE, "b", "counted" } } },
	{ "a packed file is always complete", 1, {
	    { PACK, "a", "192.0.2.1 - - [01/Oct/2026:00:00:00 +0000] "
	    "\"GET /2 HTTP/1.1\" 200 5" }, { RUN, "a", "counted" } } },
	{ "a live log that is renamed is complete", 2, {
	    { PUT, "a", L("1") "192.0.2.1 - - [01/Oct/2026:00:00:00 +0000] "
	    "\"GET /2 HTTP/1.1\" 200 5" }, { RUN, "a", "counted" },
	    { MOVE, "a", "b" }, { COMPLETE, "b", "counted" } } },
	{ "a log that ends too early counts as far, and then goes on", 2, {
	    { PACK, "a", L("1") }, { PACK_ADD, "a", L("2") },
	    { CUT_TO, "a", "-5" }, { RUN, "a", "cut" },
	    { PACK, "b", L("1") L("2") }, { RUN, "b", "counted" } } },
	{ "a log in no format is refused, and told of once", 0, {
	    { PUT, "a", "no log\nat all\n" }, { RUN, "a", "refused" },
	    { RUN, "a", "unchanged" }, { ADD, "a", "still none\n" },
	    { RUN, "a", "refused" } } },
	{ "a packed one too", 0, { { PACK, "a", "no log\nat all\n" },
	    { RUN, "a", "refused" }, { RUN, "a", "unchanged" } } },
	{ "a log that was refused counts as soon as it is understood", 8, {
	    { PUT, "a", "no log\nat all\n" }, { RUN, "a", "refused" },
	    { ADD, "a", L("1") L("2") L("3") L("4") L("5") L("6") },
	    { RUN, "a", "counted" } } },
	{ "an empty file is empty", 0, { { PUT, "a", "" },
	    { RUN, "a", "empty" }, { COMPLETE, "a", "empty" } } },
	{ "so is an empty member", 0, { { PACK, "a", "" },
	    { RUN, "a", "empty" } } },
};

static void
cut_file(const struct logs *l, const char *file, int by)
{
	struct buf text = logs_read(l, file);
	off_t n = by < 0 ? (off_t)text.n + by : by;

	if (truncate(logs_path(l, file), n) != 0)
		abort();
	buf_close(&text);
}

static bool
take_step(struct logs *l, enum what what, const char *file, const char *text)
{
	struct buf b = { 0 };
	enum ingest_result got;

	switch (what) {
	case PUT:
		unlink(logs_path(l, file));
		logs_write(l, file, 0, span_of(text));
		break;
	case ADD:
		logs_write(l, file, O_APPEND, span_of(text));
		break;
	case PACK:
	case PACK_ADD:
		logs_pack(&b, span_of(text));
		logs_write(l, file, what == PACK ? O_TRUNC : O_APPEND,
		    buf_view(&b));
		break;
	case CUT_TO:
		cut_file(l, file, atoi(text));
		break;
	case MOVE:
		if (rename(logs_path(l, file), logs_path(l, text)) != 0)
			abort();
		break;
	case COPY:
		b = logs_read(l, file);
		logs_write(l, text, O_TRUNC, buf_view(&b));
		break;
	case REMOVE:
		unlink(logs_path(l, file));
		break;
	case RUN:
	case COMPLETE:
		got = logs_run(l, file, what == COMPLETE);
		if (strcmp(ingest_result_name(got), text) == 0)
			break;
		diag("%s: %s, not %s", file, ingest_result_name(got), text);
		return false;
	case END:
		break;
	}
	buf_close(&b);
	return true;
}

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct logs l;
		struct tally all;
		bool good = true;

		logs_open(&l);
		for (int k = 0; k < 12 && rows[i].step[k].what != END; k++)
			good = take_step(&l, rows[i].step[k].what,
			    rows[i].step[k].file, rows[i].step[k].text) &&
			    good;
		all = tally_of(l.counter, 1);
		if (!ok(good && all.hits + all.refused[CLASS_MALFORMED] ==
		    rows[i].lines, "%s", rows[i].name))
			diag("%llu lines, %llu malformed",
			    (unsigned long long)all.hits, (unsigned long long)
			    all.refused[CLASS_MALFORMED]);
		logs_close(&l);
	}
}

/* ---- damaged archives, and formats that are told later ---- */

static void
test_second_thoughts(void)
{
	struct logs l;
	struct buf b = { 0 };
	enum ingest_result first, again, then;

	logs_open(&l);
	logs_pack(&b, SPAN(L("1") L("2")));
	b.p[b.n - 8] ^= 1;
	logs_write(&l, "a", O_TRUNC, buf_view(&b));
	first = logs_run(&l, "a", false);
	again = logs_run(&l, "a", false);
	ok(first == INGEST_DAMAGED && again == INGEST_UNCHANGED &&
	    tally_of(l.counter, 1).hits == 0,
	    "a wrong checksum, and nothing counts");
	logs_begin(&l, "auto", true);
	then = logs_file(&l, "a", false);
	logs_end(&l, true);
	ok(then == INGEST_ACCEPTED && tally_of(l.counter, 1).hits == 2,
	    "unless it is accepted, later too");
	buf_close(&b);
	logs_close(&l);

	logs_open(&l);
	logs_write(&l, "a", O_TRUNC, SPAN("GET / 200 192.0.2.1 5\n"));
	first = logs_run(&l, "a", true);
	logs_begin(&l, "%m %U %s %a %{%s}t", false);
	then = logs_file(&l, "a", true);
	logs_end(&l, true);
	ok(first == INGEST_REFUSED && then == INGEST_COUNTED &&
	    tally_of(l.counter, 1).hits == 1,
	    "a log that was refused counts once its format is told");
	logs_close(&l);
}

/* ---- an archive that cannot be read to its end ---- */

struct broken {
	const char *path;
	unsigned told[ARCHIVE_DROPPED + 1];
};

static bool
note_archive(void *self, enum ingest_archive what, struct err *err)
{
	struct broken *b = self;

	(void)err;
	b->told[what]++;
	return true;
}

/* The file that is being read turns into a folder, which cannot be read. */
static void
break_file(void *self, uint64_t bytes, uint64_t lines)
{
	struct broken *b = self;
	char name[32], target[96];

	(void)bytes;
	(void)lines;
	for (int fd = 3; b->told[ARCHIVE_BEGINS] > 0 && fd < 64; fd++) {
		snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);

		ssize_t n = readlink(name, target, sizeof(target));
		int folder;

		if (n != (ssize_t)strlen(b->path) ||
		    memcmp(target, b->path, (size_t)n) != 0)
			continue;
		folder = open("/", O_RDONLY);
		dup2(folder, fd);
		close(folder);
	}
}

static void
test_unreadable(void)
{
	struct logs l;
	struct buf text = { 0 }, b = { 0 };
	struct broken broken = { .path = "" };
	struct ingest_outcome out;
	struct err err = { 0 };
	uint32_t seed = 1;

	logs_open(&l);
	for (int i = 0; i < 30000; i++) {
		buf_puts(&text, "192.0.2.1 - - [01/Oct/2026:00:00:00 +0000] "
		    "\"GET /");
		for (int k = 0; k < 16; k++) {
			seed = seed * 1664525 + 1013904223;
			buf_printf(&text, "%08x", (unsigned)seed);
		}
		buf_puts(&text, " HTTP/1.1\" 200 5\n");
	}
	logs_pack(&b, buf_view(&text));
	logs_write(&l, "a.gz", O_TRUNC, buf_view(&b));
	broken.path = logs_path(&l, "a.gz");
	logs_begin(&l, "common", true);
	l.in->plan.archive = note_archive;
	l.in->plan.reading = break_file;
	l.in->plan.self = &broken;
	ok(ingest_file(l.in, broken.path, true, &out, &err) &&
	    out.result == INGEST_FAILED && err.text[0] != '\0',
	    "an archive that cannot be read to its end fails: %s", err.text);
	ok(broken.told[ARCHIVE_BEGINS] == 1 && broken.told[ARCHIVE_KEPT] == 0 &&
	    broken.told[ARCHIVE_DROPPED] == 1, "what was put aside of it goes");
	l.in->plan = (struct ingest_plan){ .db = l.db, .grp = "g",
		.format = "common", .crew = l.crew,
		.max_bytes = INGEST_MAX_BYTES, .safe_point = logs_safe_point,
		.self = &l };
	ok(logs_file(&l, "a.gz", true) == INGEST_COUNTED, "then it can be read");
	logs_end(&l, true);
	is_int((long long)tally_of(l.counter, 1).hits, 30000,
	    "and counts, once");
	buf_close(&text);
	buf_close(&b);
	logs_close(&l);
}

/* ---- a format is found in what counts ---- */

static void
test_torn_sample(void)
{
	struct logs l;
	struct span log = SPAN("# of another program\n\n" L("1"));
	enum ingest_result live, complete;

	log.n--;
	logs_open(&l);
	logs_write(&l, "live", O_TRUNC, log);
	logs_write(&l, "a", O_TRUNC, log);
	live = logs_run(&l, "live", false);
	complete = logs_run(&l, "a", true);
	ok(live == INGEST_REFUSED && complete == INGEST_COUNTED &&
	    tally_of(l.counter, 1).hits == 1,
	    "the only line of a complete file needs no newline to be known");
	logs_run(&l, "a", true);
	logs_write(&l, "a", O_APPEND, SPAN("\n" L("2")));
	logs_run(&l, "a", false);
	is_int((long long)tally_of(l.counter, 1).hits, 2,
	    "and counts once, when the file goes on");
	logs_close(&l);
}

/* ---- ceilings: what a compressed file may hold ---- */

enum { LINE_BYTES = sizeof(L("1")) - 1 };

static const struct {
	const char *name;
	bool pack;
	const char *text;
	size_t hole; /* NULs after it */
	struct {
		uint64_t max;
		const char *result;
		uint64_t hits; /* so far */
	} run[4];
} ceilings[] = {
	{ "content as long as the ceiling is whole", true, L("1") L("2"), 0,
	    { { 2 * LINE_BYTES, "counted", 2 },
	    { 2 * LINE_BYTES, "unchanged", 2 } } },
	{ "a byte less counts the whole lines before it, and once", true,
	    L("1") L("2"), 0, { { 2 * LINE_BYTES - 1, "limit", 1 },
	    { 2 * LINE_BYTES - 1, "unchanged", 1 },
	    { LINE_BYTES, "unchanged", 1 }, { LINE_BYTES + 1, "unchanged", 1 } } },
	{ "a higher ceiling counts the rest", true, L("1") L("2") L("3"), 0,
	    { { LINE_BYTES, "limit", 1 }, { 2 * LINE_BYTES, "limit", 2 },
	    { 3 * LINE_BYTES, "counted", 3 }, { LINE_BYTES, "unchanged", 3 } } },
	{ "a ceiling within the first line leaves nothing", true, L("1") L("2"),
	    0, { { LINE_BYTES - 1, "limit", 0 }, { 5, "unchanged", 0 },
	    { 0, "counted", 2 }, { 5, "unchanged", 2 } } },
	{ "zeros for ever", true, "", 40 * CREW_CHUNK_BYTES,
	    { { CREW_CHUNK_BYTES, "limit", 0 },
	    { CREW_CHUNK_BYTES, "unchanged", 0 },
	    { 3 * CREW_CHUNK_BYTES, "limit", 0 } } },
	{ "zeros after lines", true, L("1") L("2"), 40 * CREW_CHUNK_BYTES,
	    { { 2 * CREW_CHUNK_BYTES, "limit", 2 },
	    { 2 * CREW_CHUNK_BYTES, "unchanged", 2 },
	    { 4 * CREW_CHUNK_BYTES, "limit", 2 } } },
	{ "a torn line at the ceiling waits for its end", true,
	    L("1") "192.0.2.1 - - [01/Oct/2026:00:00:00 +0000] \"GET /2 HTTP/1.1\""
	    " 200 57\n", 0, { { 2 * LINE_BYTES, "limit", 1 },
	    { 2 * LINE_BYTES + 1, "counted", 2 } } },
	{ "plain files are as long as they are", false, L("1") L("2"), 0,
	    { { LINE_BYTES, "counted", 2 }, { 1, "unchanged", 2 } } },
};

static bool
runs_of(size_t row, struct logs *l)
{
	bool good = true;

	for (int k = 0; k < 4 && ceilings[row].run[k].result != NULL; k++) {
		const char *want = ceilings[row].run[k].result, *got;
		uint64_t hits;

		l->max_bytes = ceilings[row].run[k].max;
		got = ingest_result_name(logs_run(l, "a", true));
		hits = tally_of(l->counter, 1).hits;
		if (strcmp(got, want) == 0 && hits == ceilings[row].run[k].hits)
			continue;
		diag("run %d: %s, not %s, %llu hits", k, got, want,
		    (unsigned long long)hits);
		good = false;
	}
	return good;
}

static void
test_ceilings(void)
{
	for (size_t i = 0; i < sizeof(ceilings) / sizeof(*ceilings); i++) {
		struct buf text = { 0 }, packed = { 0 };
		struct logs l;

		buf_puts(&text, ceilings[i].text);
		buf_reserve(&text, ceilings[i].hole + 1);
		memset(text.p + text.n, 0, ceilings[i].hole);
		text.n += ceilings[i].hole;
		if (ceilings[i].pack)
			logs_pack(&packed, buf_view(&text));
		logs_open(&l);
		logs_write(&l, "a", O_TRUNC, buf_view(ceilings[i].pack ?
		    &packed : &text));
		ok(runs_of(i, &l), "ceiling: %s", ceilings[i].name);
		logs_close(&l);
		buf_close(&text);
		buf_close(&packed);
	}
}

/* A copy, and a fuller one, of what was counted as far as a ceiling. */
static void
test_ceiling_copies(void)
{
	struct logs l;
	struct buf b = { 0 };
	enum ingest_result first, copy, fuller, lower;

	logs_open(&l);
	l.max_bytes = 2 * LINE_BYTES;
	logs_pack(&b, SPAN(L("1") L("2") L("3")));
	logs_write(&l, "a", O_TRUNC, buf_view(&b));
	logs_write(&l, "b", O_TRUNC, buf_view(&b));
	first = logs_run(&l, "a", true);
	copy = logs_run(&l, "b", true);
	ok(first == INGEST_LIMIT && copy == INGEST_LIMIT &&
	    tally_of(l.counter, 1).hits == 2,
	    "ceiling: a copy adds nothing, and is told too");
	logs_write(&l, "c", O_TRUNC, SPAN(L("1") L("2") L("3") L("4")));
	fuller = logs_run(&l, "c", true);
	ok(fuller == INGEST_COUNTED && tally_of(l.counter, 1).hits == 4,
	    "ceiling: a plain copy goes on behind it");
	l.max_bytes = LINE_BYTES;
	logs_write(&l, "d", O_TRUNC, buf_view(&b));
	lower = logs_run(&l, "d", true);
	ok((lower == INGEST_COPY || lower == INGEST_COUNTED ||
	    lower == INGEST_LIMIT) && tally_of(l.counter, 1).hits == 4,
	    "ceiling: what was counted is known under a lower one");
	buf_close(&b);
	logs_close(&l);
}

/* ---- the first lines may be longer than those that servers write ---- */

static const struct {
	const char *name;
	size_t size[3]; /* of the first lines, until 0 */
	uint64_t hits, malformed, oversize;
} long_lines[] = {
	{ "longer than a usual sample", { 70000 }, 3, 1, 0 },
	{ "as long as a line may be", { LINE_MAX_BYTES }, 3, 1, 0 },
	{ "longer than that", { LINE_MAX_BYTES + 1 }, 3, 0, 1 },
	{ "three of them", { 100000, 200000, 100000 }, 3, 2, 1 },
	{ "longer than a chunk", { 3 * CREW_CHUNK_BYTES }, 3, 0, 1 },
};

static void
test_long_first_lines(void)
{
	for (size_t i = 0; i < sizeof(long_lines) / sizeof(*long_lines); i++) {
		struct buf text = { 0 };
		struct tally t;
		struct logs l;
		enum ingest_result got;

		for (int k = 0; k < 3 && long_lines[i].size[k] > 0; k++) {
			buf_reserve(&text, long_lines[i].size[k]);
			memset(text.p + text.n, 'x', long_lines[i].size[k]);
			text.n += long_lines[i].size[k];
			buf_putc(&text, '\n');
		}
		buf_puts(&text, L("1") L("2") L("3"));
		logs_open(&l);
		logs_write(&l, "a", O_TRUNC, buf_view(&text));
		got = logs_run(&l, "a", false);
		t = tally_of(l.counter, 1);
		ok(got == INGEST_COUNTED && t.hits == long_lines[i].hits &&
		    t.refused[CLASS_MALFORMED] == long_lines[i].malformed &&
		    t.refused[CLASS_OVERSIZE] == long_lines[i].oversize,
		    "first lines: %s", long_lines[i].name);
		logs_close(&l);
		buf_close(&text);
	}
}

/* ---- safe points: the position goes with what was counted ---- */

/* 70 or 140 MiB, so that one or two safe points come; long lines, so that it takes
 * no time. */
static void
write_long_log(const struct logs *l, const char *name, int lines)
{
	struct buf line = { 0 };
	int fd = open(logs_path(l, name), O_WRONLY | O_CREAT | O_APPEND, 0600);

	buf_puts(&line, "192.0.2.1 - - [01/Oct/2026:00:00:00 +0000] \"GET /");
	while (line.n < 100000)
		buf_putc(&line, 'a');
	buf_puts(&line, " HTTP/1.1\" 200 5\n");
	/* The format is found in the first 64 KiB. */
	if (lines > 1 && write(fd, L("1"), strlen(L("1"))) < 0)
		abort();
	for (int i = lines > 1; i < lines; i++)
		if (write(fd, line.p, line.n) != (ssize_t)line.n)
			abort();
	close(fd);
	buf_close(&line);
}

static void
test_safe_points(void)
{
	enum { LINES = 720, MORE = 2 * LINES };
	struct logs l;
	unsigned commits;

	logs_open(&l);
	write_long_log(&l, "a", LINES);
	logs_run(&l, "a", false);
	ok(l.commits > 1, "a long log is committed on the way");
	is_int((long long)tally_of(l.counter, 1).hits, LINES,
	    "each line of it counts once");
	write_long_log(&l, "a", 1);
	logs_run(&l, "a", false);
	is_int((long long)tally_of(l.counter, 1).hits, LINES + 1,
	    "and none of them in the next run");
	logs_close(&l);

	logs_open(&l);
	write_long_log(&l, "a", LINES);
	logs_begin(&l, "auto", false);
	logs_file(&l, "a", false);
	logs_end(&l, false); /* killed after the safe point */
	ok(tally_of(l.counter, 1).hits > 0 &&
	    tally_of(l.counter, 1).hits < LINES,
	    "killed after a safe point, what was committed counts");
	logs_run(&l, "a", false);
	is_int((long long)tally_of(l.counter, 1).hits, LINES,
	    "and the rest in the next run, once");
	logs_close(&l);

	logs_open(&l);
	write_long_log(&l, "a", MORE);
	logs_begin(&l, "auto", false);
	logs_file(&l, "a", false);
	commits = l.commits;
	logs_end(&l, false);
	logs_run(&l, "a", false);
	ok(commits > 1 && tally_of(l.counter, 1).hits == MORE,
	    "killed after a second one in the same file, each line counts once");
	logs_close(&l);
}

/* ---- what cannot be read, and plans that are wrong ---- */

static void
test_failures(void)
{
	struct logs l;
	struct ingest_plan plan = { .format = "%h nothing else" };
	struct ingest *in = NULL;
	struct ingest_outcome out;
	struct err err = { 0 };

	logs_open(&l);
	logs_begin(&l, "auto", false);
	ok(ingest_file(l.in, logs_path(&l, "none"), true, &out, &err) &&
	    out.result == INGEST_FAILED && err.code == ERR_NOINPUT &&
	    strstr(err.text, "none") != NULL,
	    "a missing file fails, and the run goes on");
	ok(ingest_file(l.in, l.dir, true, &out, &err) &&
	    out.result == INGEST_FAILED, "so does a folder");
	logs_end(&l, true);
	logs_close(&l);
	ok(!ingest_open(&plan, &in, &err) && in == NULL,
	    "a wrong format is told before the first file");
	ingest_close(NULL);
}

/* What it is was told by a look before it is read: without one, nothing is counted. */
static void
test_first_look(void)
{
	struct logs l;
	struct buf packed = { 0 };
	struct err err = { 0 };
	struct job job = { .path = "/proc/self/mem", .fd = -1 };

	if (access(job.path, R_OK) != 0)
		skip("no file here that cannot be read at its beginning");
	else
		ok(!job_open(&job, &err) && err.code == ERR_IO,
		    "a file whose first bytes cannot be read is not taken for plain");
	if (job.fd >= 0)
		close(job.fd);

	logs_open(&l);
	logs_pack(&packed, SPAN(L("1") L("2")));
	logs_write(&l, "a", O_TRUNC, buf_view(&packed));
	logs_begin(&l, "auto", false);
	job = (struct job){ .in = l.in, .path = logs_path(&l, "a"), .fd = -1,
		.complete = true, .stream = SLOTS_NONE };
	must(job_open(&job, &err), &err);
	job.packed = false; /* as if it had been empty then */
	ok(!job_begin_stream(&job, &err) && err.code == ERR_IO &&
	    ingest_streams(l.in) == 0,
	    "an archive that comes in the place of a plain file waits");
	close(job.fd);
	logs_file(&l, "a", true);
	logs_end(&l, true);
	ok(tally_of(l.counter, 1).hits == 2, "and counts the next time");
	buf_close(&packed);
	logs_close(&l);
}

int
main(void)
{
	test_rows();
	test_first_look();
	test_second_thoughts();
	test_unreadable();
	test_torn_sample();
	test_ceilings();
	test_ceiling_copies();
	test_long_first_lines();
	test_safe_points();
	test_failures();
	return done();
}
