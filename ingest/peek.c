/* SPDX-License-Identifier: MIT */
#include "ingest/peek.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/mem.h"
#include "ingest/crew.h"
#include "ingest/inflate.h"
#include "ingest/sample.h"
#include "ingest/schedule.h"

enum { PEEK_BYTES = CREW_CHUNK_BYTES }; /* as consume, which must agree */

/* weight: what server logs shrink by, about, is enough for planning. */
static bool
read_head(const char *path, struct buf *out, uint64_t *weight, struct err *err)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct inflate *z = NULL;
	bool good = fd >= 0 || err_set(err, ERR_NOINPUT, "%s",
	    strerror(errno));

	buf_reserve(out, PEEK_BYTES);
	good = good && inflate_open(fd, &z, err) &&
	    inflate_fill(z, out->p, PEEK_BYTES, &out->n, err);
	if (good && fstat(fd, &st) == 0)
		*weight = (uint64_t)st.st_size * (inflate_packed(z) ?
		    SCHEDULE_RATIO : 1);
	inflate_close(z);
	if (fd >= 0)
		close(fd);
	return good;
}

static void
first_time(const struct format *f, struct span text, struct peek *out)
{
	struct hit hit;

	while (text.n > 0 && !out->known) {
		struct span line = span_cut(&text, '\n');

		if (format_parse(f, line, &hit) == FORMAT_HIT) {
			out->known = true;
			out->first_s = hit.at_s;
		}
	}
}

bool
peek_file(const struct hash_keys *keys, const char *path, const char *format,
    struct peek *out, struct err *err)
{
	struct buf head = { 0 }, lines = { 0 };
	struct format *f = NULL;
	struct hash_prefix *h;

	*out = (struct peek){ .known = false };

	bool good = read_head(path, &head, &out->weight, err);

	sample_lines(buf_view(&head), &lines);
	if (good && (strcmp(format, "auto") == 0 ?
	    format_detect(buf_view(&lines), &f, NULL) :
	    format_open(span_of(format), &f, NULL))) {
		first_time(f, buf_view(&lines), out);
		format_close(f);
	}
	h = hash_prefix_open(keys);
	hash_prefix_add(h, head.p, head.n);
	out->hash = hash_prefix_digest(h);
	hash_prefix_close(h);
	buf_close(&head);
	buf_close(&lines);
	return good || err_add(err, "%s", path);
}
