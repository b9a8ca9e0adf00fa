/* SPDX-License-Identifier: MIT */
#include "plots/gnuplot.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/file.h"
#include "common/mem.h"
#include "plots/child.h"

enum {
	JOB_MS = 1000, /* more for each job; they take a tenth of it at most */
	FILES = 64,
	FUTILE = 2 /* processes in a row that got nothing done: give up */
};

/* A line of this and a job's number follows the complaints of that job. */
#define MARK "@@"

struct draw {
	const struct gnuplot *g;
	char *program; /* with all links followed */
	char *folder;  /* private */
	struct gnuplot_job *job;
	size_t n;
	struct state *state; /* of each job */
};
struct state {
	bool settled; /* drawn, or failed for good */
	bool reason;  /* its error is gnuplot's own reason */
};

static char *
join(const char *folder, const char *name)
{
	struct buf path = { 0 };

	buf_printf(&path, "%s/%s", folder, name);
	return path.p; /* which ends with NUL */
}

/* --- the private folder --- */

static bool
folder_open(struct draw *d, struct err *err)
{
	d->folder = join(d->g->scratch, "plots.XXXXXX");
	if (mkdtemp(d->folder) != NULL)
		return true;
	err_set(err, ERR_CREATE, "%s: %s", d->folder, strerror(errno));
	mem_free(d->folder);
	d->folder = NULL;
	return false;
}

static void
folder_close(struct draw *d)
{
	DIR *dir = d->folder != NULL ? opendir(d->folder) : NULL;

	if (dir != NULL) {
		for (struct dirent *e; (e = readdir(dir)) != NULL;)
			unlinkat(dirfd(dir), e->d_name, 0); /* not "." */
		closedir(dir);
		rmdir(d->folder);
	}
	mem_free(d->folder);
}

static bool
image_read(const struct draw *d, struct gnuplot_job *job)
{
	char *path = join(d->folder, job->output);
	struct buf image = { 0 };
	struct stat st;
	bool good = lstat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_size > 0 &&
	    file_read(path, GNUPLOT_IMAGE_BYTES, &image, NULL);

	mem_free(path);
	if (!good) {
		buf_close(&image);
		return err_set(&job->err, ERR_CHART, "gnuplot left no picture");
	}
	buf_close(&job->image);
	job->image = image;
	job->drawn = true;
	return true;
}

/* --- one process --- */

/* A job finds gnuplot as it started, whatever the one before did or failed to do. */
static void
compose(const struct draw *d, struct buf *input)
{
	for (size_t i = 0; i < d->n; i++) {
		if (d->state[i].settled)
			continue;
		buf_puts(input, "unset multiplot\nunset output\n"
		    "reset session\n");
		buf_span(input, d->job[i].script);
		buf_printf(input, "\nunset multiplot\nunset output\n"
		    "set print\nprint '" MARK "%zu'\n", i);
	}
}

/* The program, and beside it what is of the same installation. */
static bool
enclose(const struct draw *d, struct jail *jail, struct err *err)
{
	char *root = mem_dup(d->program, strlen(d->program));
	char *bin = strstr(root, "/bin/");

	if (bin != NULL)
		*bin = '\0';
	else
		root[0] = '\0';
	char *lib = join(root, "lib"), *share = join(root, "share");
	struct jail_rules rules = {
		(const char *[]){ d->program, NULL },
		(const char *[]){ lib, share, NULL },
		(const char *[]){ d->folder, NULL } };
	bool good = jail_open(jail, &rules, err);

	mem_free(root);
	mem_free(lib);
	mem_free(share);
	return good;
}

static bool
run(const struct draw *d, struct child_end *end, struct err *err)
{
	unsigned ms = d->g->limit_ms != 0 ? d->g->limit_ms :
	    GNUPLOT_LIMIT_MS + (unsigned)d->n * JOB_MS;
	struct buf input = { 0 };
	struct jail jail = { -1 };

	if (!d->g->loose && !enclose(d, &jail, err))
		return false;
	compose(d, &input);
	bool good = child_run(&(struct child){
		.argv = (const char *[]){ d->program, "-d", NULL },
		.folder = d->folder, .input = buf_view(&input), .jail = &jail,
		.limit_ms = ms, .cpu_s = ms / 1000 + 1,
		.memory_bytes = GNUPLOT_MEMORY_BYTES,
		.file_bytes = GNUPLOT_IMAGE_BYTES, .files = FILES }, end, err);
	jail_close(&jail);
	buf_close(&input);
	return good;
}

/* --- what came of it --- */

/* The environment's, not a script's: fonts are found without a cache too. */
static bool
is_harmless(struct span line)
{
	return span_trim(line).n == 0 ||
	    span_starts(line, SPAN("Fontconfig warning: ")) ||
	    span_starts(line, SPAN("Fontconfig error: No writable cache"));
}

/* "gnuplot> ", "multiplot> ". */
static bool
is_echo(struct span line)
{
	return span_starts(line, SPAN("gnuplot> ")) ||
	    span_starts(line, SPAN("multiplot> "));
}

/* Printable ASCII of a line.  gnuplot echoes a command, which may hold a stranger's text,
 * then says "line 0: " and the reason: the first reason is what is told. */
static void
complain(struct draw *d, size_t i, struct span line)
{
	struct gnuplot_job *job = &d->job[i];
	char said[200];
	size_t n = 0;
	bool reason = false, echo = is_echo(line);

	line = span_trim(line);
	if (span_starts(line, SPAN("line "))) {
		span_cut(&line, ':');
		line = span_trim(line);
		reason = true;
	}
	if (job->err.code != ERR_NONE && (d->state[i].reason || !reason))
		return;
	while (n < line.n && n + 1 < sizeof(said)) {
		said[n] = line.p[n];
		if (said[n] < ' ' || said[n] > '~')
			said[n] = '?';
		n++;
	}
	said[n] = '\0';
	err_set(&job->err, ERR_CHART, "gnuplot: %s",
	    echo ? "a wrong command" : said);
	d->state[i].reason = reason;
}

static size_t
next_open(const struct draw *d, size_t from)
{
	while (from < d->n && d->state[from].settled)
		from++;
	return from;
}

/* Is it the mark of job i? */
static bool
is_mark(struct span line, size_t i)
{
	uint64_t number;

	return span_starts(line, SPAN(MARK)) &&
	    span_u64((struct span){ line.p + 2, line.n - 2 }, &number) &&
	    number == i;
}

/* Gives complaints to their jobs, and settles those that have a mark.  The result: the
 * job in which it ended, or d->n. */
static size_t
sort_out(struct draw *d, const struct child_end *end)
{
	struct span rest = buf_view(&end->complaints);
	size_t at = next_open(d, 0), last = at;

	while (rest.n > 0) {
		struct span line = span_cut(&rest, '\n');

		if (at < d->n && is_mark(line, at)) {
			d->state[at].settled = true;
			if (d->job[at].err.code == ERR_NONE)
				image_read(d, &d->job[at]);
			last = at;
			at = next_open(d, at + 1);
		} else if (!is_harmless(line)) {
			complain(d, at < d->n ? at : last, line);
		}
	}
	/* What it said after a picture was made is said of that picture. */
	if (d->job[last].err.code != ERR_NONE)
		d->job[last].drawn = false;
	return at;
}

/* It must have ended well, but for an error that a job has been told. */
static void
blame(struct draw *d, const struct child_end *end, size_t at)
{
	struct err err = { 0 };
	bool well = child_well(end, &err);

	if (at < d->n) {
		d->state[at].settled = true;
		if (d->job[at].err.code == ERR_NONE && well)
			err_set(&err, ERR_CHART, "it ended too early");
		if (d->job[at].err.code == ERR_NONE || end->late)
			err_set(&d->job[at].err, ERR_CHART, "gnuplot: %s",
			    err.text);
		return;
	}
	if (well)
		return;
	for (size_t i = 0; i < d->n; i++)
		if (d->job[i].err.code != ERR_NONE)
			return;
	for (size_t i = 0; i < d->n; i++) {
		d->job[i].drawn = false;
		err_set(&d->job[i].err, ERR_CHART, "gnuplot: %s", err.text);
	}
}

static bool
any_drawn(const struct draw *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->job[i].drawn)
			return true;
	return false;
}

static bool
rounds(struct draw *d, struct err *err)
{
	int futile = 0;

	for (size_t first; (first = next_open(d, 0)) < d->n;) {
		struct child_end end = { 0 };

		if (futile == FUTILE) {
			*err = d->job[first - 1].err;
			return any_drawn(d);
		}
		if (!run(d, &end, err)) {
			child_end_close(&end);
			return false;
		}
		size_t at = sort_out(d, &end);
		futile = at == first ? futile + 1 : 0;
		blame(d, &end, at);
		child_end_close(&end);
	}
	return true;
}

/* Those that are left have the error that ended all. */
static void
tell_all(struct gnuplot_job *job, size_t n, const struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (!job[i].drawn && job[i].err.code == ERR_NONE)
			job[i].err = *err;
}

static void
forget_undrawn(struct gnuplot_job *job, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (job[i].drawn)
			job[i].err = (struct err){ 0 };
		else
			buf_close(&job[i].image);
	}
}

bool
gnuplot_draw(const struct gnuplot *g, struct gnuplot_job *job, size_t n,
    struct err *err)
{
	struct draw d = { .g = g, .job = job, .n = n };
	struct err why = { 0 };
	bool good;

	if (n == 0)
		return true;
	for (size_t i = 0; i < n; i++) {
		job[i].drawn = false;
		job[i].err = (struct err){ 0 };
	}
	d.program = realpath(g->path, NULL);
	d.state = mem_new(n * sizeof(*d.state));
	if (d.program == NULL)
		good = err_set(&why, ERR_CHART, "cannot run %s: %s", g->path,
		    strerror(errno));
	else
		good = folder_open(&d, &why) && rounds(&d, &why);
	folder_close(&d);
	free(d.program);
	mem_free(d.state);
	tell_all(job, n, &why);
	forget_undrawn(job, n);
	if (!good && err != NULL)
		*err = why;
	return good;
}
