/* SPDX-License-Identifier: MIT */
/* bench_format [FILE] -- lines per second and core of the line parser.
 *
 * Without FILE: made-up combined lines.  The same lines go through the fast path
 * and through the equal field program.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "common/mem.h"
#include "ingest/format.h"
#include "ingest/program.h"

enum { LINES = 20000, ROUNDS = 100 };

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

static void
run(const char *what, const struct format *f, const struct program *p,
    const struct span *lines, size_t n)
{
	double from = now();
	uint64_t hits = 0, sum = 0;
	size_t bytes = 0;

	for (int round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < n; i++) {
			struct hit hit;
			bool is = f != NULL ?
			    format_parse(f, lines[i], &hit) == FORMAT_HIT :
			    program_run(p, lines[i], &hit, NULL);

			bytes += lines[i].n;
			if (!is)
				continue;
			hits++;
			sum += (uint64_t)hit.at_s + hit.agent.n;
		}
	say(what, now() - from, n * ROUNDS, hits, bytes);
	if (sum == 1) /* so that nothing is optimised away */
		printf("\n");
}

int
main(int argc, char **argv)
{
	struct format *format = NULL;
	struct program *program = NULL;
	struct buf log = { 0 };
	struct span *lines;
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
	run("combined", format, NULL, lines, n);
	run("field program", NULL, program, lines, n);
	program_close(program);
	format_close(format);
	mem_free(lines);
	buf_close(&log);
	return 0;
}
