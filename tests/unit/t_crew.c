/* SPDX-License-Identifier: MIT */
#include "ingest/crew.h"

#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/logs.h"

enum { CHUNKS = 24, STREAMS = 3 };

static struct format *format;

/* Lines of all kinds, so many that batches are filled. */
static void
fill(struct chunk *chunk, uint64_t *seed)
{
	struct buf b = { 0 };
	size_t n = chance(seed, 700);

	for (size_t i = 0; i < n; i++) {
		switch (chance(seed, 12)) {
		case 0:
			buf_puts(&b, "what?\n");
			break;
		case 1:
			buf_puts(&b, "\n");
			break;
		default:
			buf_printf(&b, L("%llu"),
			    (unsigned long long)chance(seed, 1 << 30));
		}
	}
	if (n > 0 && chance(seed, 2) == 0)
		b.n--; /* the last line lacks its newline */
	if (b.n > 0)
		memcpy(chunk->p, b.p, b.n);
	chunk->n = b.n;
	chunk->oversize = chance(seed, 3);
	chunk->stream = (uint32_t)chance(seed, STREAMS);
	chunk->format = format;
	buf_close(&b);
}

/* The same chunks, through so many threads. */
static struct tally
run(size_t threads, unsigned waits)
{
	struct counter counter[4] = { { { 0 }, { 0 } } };
	struct hit_sink sink[4];
	struct crew *c = NULL;
	struct err err;
	uint64_t seed = 11;

	for (size_t i = 0; i < threads; i++)
		sink[i] = counter_sink(&counter[i]);
	must(crew_open(sink, threads, &c, &err), &err);
	for (unsigned i = 0; i < CHUNKS; i++) {
		struct chunk *chunk = crew_chunk(c);

		fill(chunk, &seed);
		crew_give(c, chunk);
		if (waits > 0 && i % waits == 0) {
			crew_wait(c);
			crew_keep(c);
		}
	}
	crew_wait(c);
	crew_keep(c);

	/* What is dropped counts for nothing. */
	struct chunk *chunk = crew_chunk(c);

	fill(chunk, &seed);
	crew_give(c, chunk);
	crew_wait(c);
	crew_drop(c);
	crew_close(c);
	return tally_of(counter, threads);
}

static void
test_threads(void)
{
	struct tally one = run(1, 0);

	ok(one.hits > 1000 && one.refused[CLASS_MALFORMED] > 100 &&
	    one.refused[CLASS_BLANK] > 100 && one.refused[CLASS_OVERSIZE] > 5,
	    "one thread delivers lines of all kinds");
	for (size_t n = 1; n <= 4; n++)
		for (unsigned waits = 0; waits < 4; waits += 3) {
			struct tally t = run(n, waits);

			ok(tally_same(&t, &one), "%zu threads, the same%s", n,
			    waits > 0 ? ", with waits" : "");
		}
}

/* ---- what a worker does of a chunk, batch by batch ---- */

struct watch {
	uint64_t batches, hits, refused;
	uint32_t greatest;
	bool stream_is_right;
};

static void
watch_take(void *self, const struct hit_batch *b)
{
	struct watch *w = self;

	w->batches++;
	w->hits += b->n;
	w->greatest = b->n > w->greatest ? b->n : w->greatest;
	w->stream_is_right = w->stream_is_right && b->stream == 7;
	for (int c = 0; c < CLASS__MAX; c++)
		w->refused += b->refused[c];
}

static struct watch
parsed(struct span text, uint64_t oversize)
{
	struct watch w = { .stream_is_right = true };
	struct hit_sink sink = { &w, watch_take, NULL, NULL };
	struct crew_desk *desk = mem_new(sizeof(*desk));
	/* The chunk ends where memory does. */
	char *p = (char *)(uintptr_t)tap_guarded(text.p, text.n);
	struct chunk chunk = { .p = p, .n = text.n, .stream = 7,
		.format = format, .oversize = oversize };

	crew_parse(&chunk, desk, &sink);
	mem_free(desk);
	return w;
}

static void
test_parse(void)
{
	struct buf b = { 0 };
	struct watch w;

	w = parsed(SPAN(""), 0);
	ok(w.hits == 0 && w.refused == 0, "an empty chunk is nothing");
	w = parsed(SPAN(""), 3);
	ok(w.hits == 0 && w.refused == 3,
	    "lines that the reader passed over are told of once");
	w = parsed(SPAN("\n\n"), 0);
	ok(w.refused == 2, "two newlines are two lines");
	w = parsed(SPAN("\0\0\0" L("1")), 0);
	ok(w.hits == 1 && w.refused == 0, "NULs before a line are stripped");
	w = parsed(SPAN("\0\0\0\n"), 0);
	ok(w.hits == 0 && w.refused == 1, "a hole and a newline are one line");
	for (int i = 0; i < 2 * HIT_BATCH_MAX; i++)
		buf_puts(&b, L("1"));
	w = parsed(buf_view(&b), 0);
	ok(w.hits == 2 * HIT_BATCH_MAX && w.greatest == HIT_BATCH_MAX &&
	    w.stream_is_right, "batches are full, and of their stream");
	w = parsed((struct span){ b.p, b.n - 1 }, 0);
	ok(w.hits == 2 * HIT_BATCH_MAX, "the last line may lack its newline");
	buf_close(&b);
	crew_close(NULL);
}

int
main(void)
{
	struct err err;

	must(format_open(SPAN("common"), &format, &err), &err);
	test_threads();
	test_parse();
	format_close(format);
	return done();
}
