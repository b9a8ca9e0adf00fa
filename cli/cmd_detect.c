/* SPDX-License-Identifier: MIT */
/* cmd_detect.c -- which format is this log in? */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/options.h"
#include "common/mem.h"
#include "ingest/crew.h"
#include "ingest/inflate.h"
#include "ingest/sample.h"

static const struct option_set set = {
	.command = "detect",
	.options = 0,
	.usage = "LOG",
	.about = "Looks at the beginning of a log, packed or not, and says "
	    "which format it is in: how\nmany of its lines that format "
	    "understands, the first one field by field, and the\nline for the "
	    "configuration.  - is standard input.",
	.examples = "  truycap detect /var/log/nginx/access.log\n"
	    "  truycap detect /var/log/apache2/access.log.2.gz",
};

enum {
	SAMPLE_BYTES = 64 * 1024,
	SAMPLE_MAX_BYTES = CREW_CHUNK_BYTES /* as far as counting looks */
};

/* What the beginning of the log is. */
struct sample {
	struct buf bytes;
	enum inflate_state state; /* behind them */
};

/* The hole of a log truncated in place may be longer than a sample. */
static void
add(struct buf *b, const char *p, size_t n)
{
	while (b->n == 0 && n > 0 && *p == '\0') {
		p++;
		n--;
	}
	buf_add(b, p, n);
}

static bool
read_sample(struct inflate *z, struct sample *s, struct err *err)
{
	char *p = mem_new(SAMPLE_BYTES);
	size_t got, line, most = SAMPLE_BYTES;
	bool good = true;

	s->state = INFLATE_MORE;
	while (good && s->bytes.n < most && s->state == INFLATE_MORE) {
		good = inflate_read(z, p, most - s->bytes.n < SAMPLE_BYTES ?
		    most - s->bytes.n : SAMPLE_BYTES, &got, err);
		if (good)
			add(&s->bytes, p, got);
		s->state = inflate_state(z);
		line = span_find(buf_view(&s->bytes), '\n');
		/* What follows tells, if the first line is too long for that. */
		if (line >= SAMPLE_BYTES && line < SAMPLE_MAX_BYTES)
			most = line + SAMPLE_BYTES;
	}
	mem_free(p);
	return good;
}

/* Without the line that the sample cuts; a last line may lack its newline. */
static struct span
whole_lines(const struct sample *s)
{
	struct span all = buf_view(&s->bytes);
	const char *end = all.n > 0 ? memrchr(all.p, '\n', all.n) : NULL;

	if (s->state != INFLATE_END && end != NULL)
		all.n = (size_t)(end - all.p) + 1;
	return all;
}

static bool
explain(const struct sample *s, struct err *err)
{
	struct span lines = whole_lines(s);
	struct format *f;
	struct buf sample = { 0 }, out = { 0 };

	if (lines.n == 0)
		return err_set(err, ERR_DATA, s->state == INFLATE_DAMAGED ?
		    "damaged from its beginning" :
		    "there is no line yet to tell its format by");
	sample_lines(lines, &sample);

	bool good = format_detect(buf_view(&sample), &f, err);

	if (good) {
		format_want_forwarded(f);
		format_explain(f, buf_view(&sample), &out);
		fwrite(out.p, 1, out.n, stdout);
		format_close(f);
	}
	buf_close(&out);
	buf_close(&sample);
	return good;
}

static bool
detect(const char *path, struct err *err)
{
	bool is_stdin = strcmp(path, "-") == 0;
	const char *name = is_stdin ? "standard input" : path;
	int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	struct inflate *z = NULL;
	struct sample s = { .state = INFLATE_MORE };

	struct stat st;

	if (fd < 0)
		return err_set(err, ERR_NOINPUT, "%s: %s", name,
		    strerror(errno));

	bool good = (fstat(fd, &st) == 0 && !S_ISDIR(st.st_mode)) ||
	    err_set(err, ERR_NOINPUT, "a folder, no log");

	good = good && inflate_open(fd, &z, err) && read_sample(z, &s, err) &&
	    explain(&s, err);

	if (good && s.state == INFLATE_DAMAGED)
		cli_warn("%s: damaged after its first %zu bytes", name,
		    s.bytes.n);
	inflate_close(z);
	buf_close(&s.bytes);
	if (!is_stdin)
		close(fd);
	return good || err_add(err, "%s", name);
}

int
cmd_detect(const struct cli *cli, int argc, char **argv)
{
	struct options o;
	struct err err;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	if (o.n_args != 1) {
		err_set(&err, ERR_USAGE, "detect: name one log, not %d; see "
		    "truycap detect --help", o.n_args);
		return cli_fail(&err);
	}
	return detect(o.arg[0], &err) ? 0 : cli_fail(&err);
}
