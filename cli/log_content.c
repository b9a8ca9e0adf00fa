/* SPDX-License-Identifier: MIT */
#include "cli/log_content.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/mem.h"
#include "ingest/inflate.h"
#include "ingest/prefix.h"

enum { ROOM = 256 * 1024 };

struct taking {
	struct log_content *c;
	struct hash_sha256 *sha;
	struct prefix prefix; /* only with keys */
	size_t next;          /* of c->at */
};

static void
take(struct taking *t, const char *p, size_t n)
{
	hash_sha256_add(t->sha, p, n);
	if (t->c->keys != NULL && n > 0)
		prefix_add(&t->prefix, p, n);
	t->c->bytes += n;
}

/* Points that are reached just now. */
static void
tell(struct taking *t)
{
	for (; t->next < t->c->n &&
	    t->c->at[t->next].bytes == t->c->bytes; t->next++) {
		struct log_content_at *at = &t->c->at[t->next];

		at->reached = true;
		hash_sha256_told(t->sha, at->sha256);
		if (t->c->keys != NULL && at->bytes > 0)
			at->prefix = prefix_digest(&t->prefix);
	}
}

static void
take_all(struct taking *t, const char *p, size_t n)
{
	while (n > 0) {
		uint64_t left = t->next < t->c->n ?
		    t->c->at[t->next].bytes - t->c->bytes : n;
		size_t now = left < n ? (size_t)left : n;

		take(t, p, now);
		tell(t);
		p += now;
		n -= now;
	}
}

static bool
read_all(struct taking *t, int fd, struct err *err)
{
	struct inflate *z = NULL;
	char *room = mem_new(ROOM);
	size_t got = 0;
	bool good = inflate_open(fd, &z, err);

	if (good)
		inflate_limit(z, t->c->max_bytes);
	tell(t);
	while (good) {
		good = inflate_read(z, room, ROOM, &got, err);
		if (!good || got == 0)
			break;
		take_all(t, room, got);
	}
	inflate_close(z);
	mem_free(room);
	return good;
}

static int
open_file(const char *path, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0) {
		err_set(err, ERR_NOINPUT, "%s: %s", path, strerror(errno));
	} else if (!S_ISREG(st.st_mode)) {
		err_set(err, ERR_NOINPUT, "%s: not a regular file", path);
	} else {
		return fd;
	}
	if (fd >= 0)
		close(fd);
	return -1;
}

bool
log_content_read(const char *path, struct log_content *c, struct err *err)
{
	struct taking t = { .c = c };
	int fd = open_file(path, err);
	bool good;

	if (fd < 0)
		return false;
	c->bytes = 0;
	t.sha = hash_sha256_open();
	if (c->keys != NULL)
		prefix_begin(&t.prefix, c->keys, 0, (struct hash128){ { 0 } });
	good = read_all(&t, fd, err) || err_add(err, "%s", path);
	if (good)
		hash_sha256_told(t.sha, c->sha256);
	hash_sha256_close(t.sha);
	prefix_close(&t.prefix);
	close(fd);
	return good;
}
