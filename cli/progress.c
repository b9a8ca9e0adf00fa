/* SPDX-License-Identifier: MIT */
#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/clock.h"
#include "common/buf.h"

#define SECOND_NS INT64_C(1000000000)
#define REDRAW_NS (SECOND_NS / 4)

enum {
	BAR_LEAST = 10,
	BAR_MOST = 40,
	LEFT_MOST_S = 100 * 3600
};

void
progress_open(struct progress *p, bool verbose)
{
	*p = (struct progress){ .verbose = verbose,
		.terminal = isatty(STDERR_FILENO) == 1 };
	/* A run that takes no time shows nothing. */
	p->start_ns = p->drawn_ns = clock_ns(NULL);
}

static uint64_t
size_of(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) ?
	    (uint64_t)st.st_size : 0;
}

void
progress_expect(struct progress *p, const char *path)
{
	if (strcmp(path, "-") == 0)
		p->endless = true;
	else
		p->total += size_of(path);
}

void
progress_file(struct progress *p, const char *path)
{
	p->size = size_of(path);
	p->at = 0;
	p->begun = false;
}

void
progress_file_end(struct progress *p)
{
	if (!p->begun)
		p->passed += p->size;
	/* Of a live log more may have come. */
	p->before += p->size > p->at ? p->size : p->at;
	p->size = p->at = 0;
	p->begun = false;
}

void
progress_abreast(struct progress *p)
{
	p->size = p->at = 0;
	p->begun = false;
}

void
progress_done(struct progress *p, const char *path)
{
	progress_file(p, path);
	p->begun = true;
	progress_file_end(p);
}

/* ---- numbers ---- */

/* 9.8, 98 or 980, in thousands of the unit. */
static void
put_number(struct buf *out, double n)
{
	buf_printf(out, "%.*f", n < 9.95 && n > 0 ? 1 : 0, n);
}

static double
scaled(double n, double most, const char **unit, const char *const *units)
{
	size_t i = 0;

	for (; most >= 999.5 && units[i + 1] != NULL; i++) {
		most /= 1000;
		n /= 1000;
	}
	*unit = units[i];
	return n;
}

static void
put_bytes(struct buf *out, uint64_t done, uint64_t all)
{
	static const char *const units[] = { "B", "kB", "MB", "GB", "TB", NULL };
	const char *unit;

	if (done != all) {
		put_number(out, scaled((double)done, (double)all, &unit, units));
		buf_putc(out, '/');
	}
	put_number(out, scaled((double)all, (double)all, &unit, units));
	buf_printf(out, " %s", unit);
}

static void
put_lines(struct buf *out, double n)
{
	static const char *const units[] = { "", "k ", "M ", "G ", NULL };
	const char *unit;
	double shown = scaled(n, n, &unit, units);

	if (n < 999.5)
		buf_printf(out, "%.0f lines", n);
	else {
		put_number(out, shown);
		buf_printf(out, " %slines", unit);
	}
}

static void
put_left(struct buf *out, double seconds)
{
	if (seconds < 0 || seconds >= LEFT_MOST_S) {
		buf_puts(out, "--:-- left");
		return;
	}

	unsigned s = (unsigned)(seconds + 0.5);

	if (s >= 3600)
		buf_printf(out, "%u:", s / 3600);
	buf_printf(out, "%02u:%02u left", s / 60 % 60, s % 60);
}

static double
per_second(double n, int64_t ns)
{
	return ns > 0 ? n * (double)SECOND_NS / (double)ns : 0;
}

static uint64_t
position(const struct progress *p)
{
	return p->before + p->at;
}

static void
put_numbers(const struct progress *p, int64_t ns, struct buf *out)
{
	uint64_t at = position(p), total = p->total > at ? p->total : at;
	double speed = per_second((double)(at - p->passed), ns);

	if (p->endless) {
		put_lines(out, (double)p->lines);
		buf_puts(out, "  ");
		put_lines(out, per_second((double)p->lines, ns));
		buf_puts(out, "/s");
		return;
	}
	put_bytes(out, at, total);
	buf_printf(out, "  %d%%  ", total > 0 ?
	    (int)(100.0 * (double)at / (double)total) : 0);
	put_lines(out, per_second((double)p->lines, ns));
	buf_puts(out, "/s  ");
	put_left(out, speed > 0 ? (double)(total - at) / speed : -1);
}

static void
put_bar(const struct progress *p, size_t width, struct buf *out)
{
	uint64_t at = position(p), total = p->total > at ? p->total : at;
	size_t full = total > 0 ? (size_t)((double)width * (double)at /
	    (double)total) : 0;

	buf_putc(out, '[');
	for (size_t i = 0; i < width; i++)
		buf_putc(out, i < full ? '=' : i == full ? '>' : ' ');
	buf_puts(out, "] ");
}

void
progress_draw(const struct progress *p, int64_t now_ns, size_t columns,
    struct buf *out)
{
	struct buf numbers = { 0 };
	size_t room;

	put_numbers(p, now_ns - p->start_ns, &numbers);
	room = columns > numbers.n + 3 ? columns - numbers.n - 3 : 0;
	if (room > BAR_MOST)
		room = BAR_MOST;
	if (room >= BAR_LEAST && !p->endless)
		put_bar(p, room, out);
	buf_add(out, numbers.p, numbers.n < columns ? numbers.n : columns);
	buf_close(&numbers);
}

/* ---- the terminal ---- */

static size_t
columns_of_terminal(void)
{
	struct winsize w;

	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &w) != 0 || w.ws_col == 0)
		return 79;
	return w.ws_col - 1u; /* in the last one some begin a new line */
}

/* A job in the background leaves the terminal to others. */
static bool
foreground(void)
{
	pid_t group = tcgetpgrp(STDERR_FILENO);

	return group < 0 || group == getpgrp();
}

/* The text over what is there, which goes. */
static void
overwrite(struct progress *p, struct span text)
{
	struct buf out = { 0 };

	buf_putc(&out, '\r');
	buf_span(&out, text);
	for (size_t i = text.n; i < p->width; i++)
		buf_putc(&out, ' ');
	if (text.n == 0)
		buf_putc(&out, '\r');
	fwrite(out.p, 1, out.n, stderr);
	fflush(stderr);
	buf_close(&out);
	p->width = text.n;
}

void
progress_at(struct progress *p, uint64_t bytes, uint64_t lines)
{
	struct buf line = { 0 };
	int64_t now;

	/* What was read in earlier runs. */
	if (!p->begun)
		p->passed += bytes;
	p->begun = true;
	p->at = bytes;
	p->lines += lines;
	if (!p->terminal)
		return;
	now = clock_ns(NULL);
	if (now - p->drawn_ns < REDRAW_NS || !foreground())
		return;
	p->drawn_ns = now;
	progress_draw(p, now, columns_of_terminal(), &line);
	overwrite(p, buf_view(&line));
	buf_close(&line);
}

void
progress_hide(struct progress *p)
{
	if (p->width > 0)
		overwrite(p, (struct span){ 0 });
}

void
progress_end(struct progress *p, uint64_t lines, size_t files)
{
	int64_t ns = clock_ns(NULL) - p->start_ns;
	uint64_t read_bytes = position(p) - p->passed;
	struct buf out = { 0 };

	progress_hide(p);
	if (!p->terminal && !p->verbose)
		return;
	buf_printf(&out, "%llu lines counted in %zu file%s",
	    (unsigned long long)lines, files, files == 1 ? "" : "s");
	if (lines > 0) {
		buf_puts(&out, ": ");
		put_bytes(&out, read_bytes, read_bytes);
		buf_printf(&out, " in %.1f s, ", (double)ns / (double)SECOND_NS);
		put_lines(&out, per_second((double)lines, ns));
		buf_puts(&out, "/s");
	}
	fprintf(stderr, "%s\n", buf_text(&out));
	buf_close(&out);
}
