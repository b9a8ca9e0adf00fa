/* SPDX-License-Identifier: MIT */
/* bench_format [FILE] -- lines per second and core of the line parser.
 *
 * Without FILE: made-up combined lines.  The same lines go through all of what a
 * worker does but the sink, through the fast path and through the equal field
 * program; and of the first, the search for quotes and newlines alone.
 * Each several times, of which the best is told: the machine may be shared.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "common/mem.h"
#include "ingest/crew.h"
#include "ingest/program.h"

enum { LINES = 20000, ROUNDS = 8, TIMES = 7 };

static const char combined[] = "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" "
    "\"%{User-Agent}i\"";

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
make(struct buf *log)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May",
		"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	unsigned seed = 1;

	for (int i = 0; i < LINES; i++) {
		seed = seed * 1103515245 + 12345;
		buf_printf(log, "198.51.%u.%u - - [%02u/%s/2025:%02u:%02u:%02u "
		    "+0700] \"GET /tin-tuc/su-kien/bai-viet-%u.html?trang=%u "
		    "HTTP/1.1\" %u %u \"https://www.example.org/tin-tuc/"
		    "chuyen-muc-%u\" \"Mozilla/5.0 (Windows NT 10.0; Win64; "
		    "x64) AppleWebKit/537.36 (KHTML, like Gecko) "
		    "Chrome/%u.0.0.0 Safari/537.36\"\n", seed >> 24,
		    seed >> 16 & 255, 1 + (seed >> 8) % 28,
		    months[(seed >> 12) % 12], (seed >> 4) % 24,
		    (seed >> 9) % 60, (seed >> 7) % 60, seed >> 14,
		    seed >> 28, seed & 64 ? 200 : 304, seed >> 11, seed >> 20,
		    100 + (seed >> 16) % 40);
	}
}

static void
read_file(const char *path, struct buf *log)
{
	FILE *f = fopen(path, "rb");
	char block[1 << 16];
	size_t n;

	if (f == NULL) {
		perror(path);
		exit(66);
	}
	while ((n = fread(block, 1, sizeof(block), f)) > 0)
		buf_add(log, block, n);
	fclose(f);
}

static size_t
split(struct span log, struct span **out)
{
	struct span *lines = NULL;
	size_t n = 0;

	while (log.n > 0) {
		if ((n & (n - 1)) == 0)
			lines = mem_grow(lines, n > 0 ? n * 2 : 1,
			    sizeof(*lines));
		lines[n++] = span_cut(&log, '\n');
	}
	*out = lines;
	return n;
}

static void
say(const char *what, double seconds, size_t lines, uint64_t hits, size_t bytes)
{
	printf("%-14s %8.2f million lines/s  %6.0f MB/s  %4.0f ns/line  "
	    "(%llu hits)\n", what, (double)lines / seconds / 1e6,
	    (double)bytes / seconds / 1e6, seconds * 1e9 / (double)lines,
	    (unsigned long long)hits);
}

struct work {
	struct span log;
	const struct span *lines;
	size_t n;
	const struct format *format;   /* one of these */
	const struct program *program;
	struct crew_desk *desk;
	uint64_t hits, sum; /* the sum, so that nothing is optimised away */
};

static void
each_line(struct work *w)
{
	for (size_t i = 0; i < w->n; i++) {
		struct hit hit;
		bool is = w->format != NULL ?
		    format_parse(w->format, w->lines[i], &hit) == FORMAT_HIT :
		    program_run(w->program, w->lines[i], &hit, NULL);

		if (!is)
			continue;
		w->hits++;
		w->sum += (uint64_t)hit.at_s + hit.agent.n;
	}
}

static void
take(void *self, const struct hit_batch *b)
{
	struct work *w = self;

	w->hits += b->n;
	for (uint32_t i = 0; i < b->n; i++)
		w->sum += (uint64_t)b->hit[i].at_s + b->hit[i].agent.n;
}

static void
each_chunk(struct work *w)
{
	struct hit_sink sink = { w, take, NULL, NULL };
	struct span rest = w->log;

	while (rest.n > 0) {
		size_t n = rest.n < CREW_CHUNK_BYTES ? rest.n :
		    CREW_CHUNK_BYTES;
		const char *end = memrchr(rest.p, '\n', n);
		struct chunk chunk = { .p = (char *)(uintptr_t)rest.p,
			.n = end != NULL ? (size_t)(end + 1 - rest.p) : n,
			.format = w->format };

		crew_parse(&chunk, w->desk, &sink);
		rest = (struct span){ rest.p + chunk.n, rest.n - chunk.n };
	}
}

static void
each_quote(struct work *w)
{
	struct scan *scan = &w->desk->scan;
	struct scan_line line;

	scan_begin(scan, w->log, true);
	while (scan_next(scan, &line)) {
		w->hits++;
		w->sum += line.quotes;
	}
}

static void
run(const char *what, void (*round)(struct work *w), struct work w)
{
	double best = 0;

	for (int i = 0; i < TIMES; i++) {
		double from = now(), took;

		w.hits = 0;
		for (int k = 0; k < ROUNDS; k++)
			round(&w);
		took = now() - from;
		best = i == 0 || took < best ? took : best;
	}
	say(what, best, w.n * ROUNDS, w.hits, w.log.n * ROUNDS);
	if (w.sum == 1)
		printf("\n");
}

int
main(int argc, char **argv)
{
	struct format *format = NULL;
	struct program *program = NULL;
	struct buf log = { 0 };
	static const char *const levels[SCAN__LEVELS] = { "scan, scalar",
		"scan, SSE2", "scan, AVX2", "scan, NEON" };
	struct span *lines;
	struct work w;
	struct err err;
	size_t n;

	if (argc > 1)
		read_file(argv[1], &log);
	else
		make(&log);
	n = split(buf_view(&log), &lines);
	if (n == 0 || !format_open(SPAN("combined"), &format, &err) ||
	    !program_open(span_of(combined), DIALECT_APACHE, &program, &err))
		return 70;
	printf("%zu lines of %.0f bytes\n", n, (double)log.n / (double)n);
	w = (struct work){ .log = buf_view(&log), .lines = lines, .n = n,
		.desk = mem_new(sizeof(struct crew_desk)) };
	for (int i = 0; i < SCAN__LEVELS; i++)
		if (scan_level((enum scan_level)i, &w.desk->scan.scanner))
			run(levels[i], each_quote, w);
	w.desk->scan.scanner = scan_best();
	w.format = format;
	run("a worker", each_chunk, w);
	run("combined", each_line, w);
	w.format = NULL;
	w.program = program;
	run("field program", each_line, w);
	mem_free(w.desk);
	program_close(program);
	format_close(format);
	mem_free(lines);
	buf_close(&log);
	return 0;
}
