/* SPDX-License-Identifier: MIT */
#include "ingest/identify.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/mem.h"
#include "ingest/inflate.h"
#include "ingest/prefix.h"

enum { READ_BYTES = 64 * 1024 };

static const struct hash128 zero;

/* From the beginning. */
static bool
open_content(int fd, struct inflate **out, struct err *err)
{
	if (lseek(fd, 0, SEEK_SET) < 0)
		return err_set(err, ERR_IO, "%s", strerror(errno));
	return inflate_open(fd, out, err);
}

/* As many bytes as there are, up to n. */
static bool
read_all(struct inflate *z, char *p, size_t n, size_t *got,
    enum inflate_state *state, struct err *err)
{
	size_t k;

	*got = 0;
	*state = INFLATE_MORE;
	while (*got < n && *state == INFLATE_MORE) {
		if (!inflate_read(z, p + *got, n - *got, &k, state, err))
			return false;
		*got += k;
	}
	return true;
}

bool
identify_head(const struct hash_keys *keys, int fd, struct stream *out,
    struct err *err)
{
	char head[STREAM_HEAD];
	struct inflate *z = NULL;
	struct prefix p = { 0 };
	enum inflate_state state;
	size_t n;

	if (!open_content(fd, &z, err))
		return false;

	bool good = read_all(z, head, sizeof(head), &n, &state, err);

	if (good && n > 0) {
		prefix_begin(&p, keys, 0, zero);
		prefix_add_marked(&p, out, head, n);
		if (out->n_marks == 0)
			stream_mark(out, p.at, prefix_digest(&p));
		prefix_close(&p);
	}
	inflate_close(z);
	return good;
}

/* A stream that the file may be. */
struct claim {
	const struct stream *s;
	size_t next;      /* mark to be compared next */
	uint64_t matched; /* greatest mark that was equal */
	bool alive;
};

static uint64_t
target(const struct stream *s)
{
	return s->n_marks > 0 ? s->mark[s->n_marks - 1].bytes : 0;
}

static bool
open_claim(const struct claim *c)
{
	return c->alive && c->next < c->s->n_marks;
}

/* The nearest offset at which some claim is put to the test. */
static uint64_t
next_test(const struct claim *c, size_t n)
{
	uint64_t at = UINT64_MAX;

	for (size_t i = 0; i < n; i++)
		if (open_claim(&c[i]) && c[i].s->mark[c[i].next].bytes < at)
			at = c[i].s->mark[c[i].next].bytes;
	return at;
}

static void
test_claims(struct claim *c, size_t n, uint64_t at, struct hash128 hash)
{
	for (size_t i = 0; i < n; i++) {
		if (!open_claim(&c[i]) ||
		    c[i].s->mark[c[i].next].bytes != at)
			continue;
		c[i].alive = prefix_same(&c[i].s->mark[c[i].next].hash,
		    &hash);
		c[i].matched = c[i].alive ? at : c[i].matched;
		c[i].next++;
	}
}

/* Reads on until all claims are settled or the content ends; *length is where. */
static bool
settle(struct inflate *z, const struct hash_keys *keys, struct claim *c,
    size_t n, uint64_t *length, struct err *err)
{
	char *bytes = mem_grow(NULL, READ_BYTES, 1);
	enum inflate_state state = INFLATE_MORE;
	struct prefix p;
	bool good = true;
	size_t got;

	prefix_begin(&p, keys, 0, zero);
	while (good && state == INFLATE_MORE &&
	    next_test(c, n) != UINT64_MAX) {
		good = inflate_read(z, bytes, READ_BYTES, &got, &state, err);
		for (size_t at = 0; good && at < got;) {
			uint64_t stop = next_test(c, n);
			size_t k = stop - p.at < got - at ?
			    (size_t)(stop - p.at) : got - at;

			prefix_add(&p, bytes + at, k);
			at += k;
			if (p.at == stop)
				test_claims(c, n, stop, prefix_digest(&p));
		}
	}
	*length = p.at;
	prefix_close(&p);
	mem_free(bytes);
	return good;
}

/* Another file of the stream: is it still that, and does ours begin it? */
struct pair {
	struct inflate *ours, *theirs;
	bool equal, ended; /* ours, so far; ours has ended */
};

static bool
compare(struct pair *pair, const char *bytes, size_t n, struct err *err)
{
	char *mine = mem_grow(NULL, READ_BYTES, 1);
	enum inflate_state state;
	size_t got;
	bool good = read_all(pair->ours, mine, n, &got, &state, err);

	if (good) {
		pair->equal = memcmp(mine, bytes, got) == 0;
		pair->ended = got < n;
	}
	mem_free(mine);
	return good;
}

static bool
walk_pair(struct pair *pair, const struct hash_keys *keys,
    const struct stream *s, enum identity *out, struct err *err)
{
	char *bytes = mem_grow(NULL, READ_BYTES, 1);
	enum inflate_state state = INFLATE_MORE;
	struct prefix p;
	uint64_t end = target(s);
	bool good = true;
	size_t got;

	prefix_begin(&p, keys, 0, zero);
	while (good && p.at < end && state == INFLATE_MORE) {
		size_t want = end - p.at < READ_BYTES ?
		    (size_t)(end - p.at) : READ_BYTES;

		good = read_all(pair->theirs, bytes, want, &got, &state, err);
		if (good && got > 0)
			prefix_add(&p, bytes, got);
		if (good && pair->equal && !pair->ended)
			good = compare(pair, bytes, got, err);
	}
	if (good && p.at == end) {
		struct hash128 hash = prefix_digest(&p);

		if (prefix_same(&hash, &s->mark[s->n_marks - 1].hash))
			*out = pair->equal ? IDENTITY_COPY : IDENTITY_NEW;
	}
	prefix_close(&p);
	mem_free(bytes);
	return good;
}

static bool
verify(const struct hash_keys *keys, int fd, const struct stream *s,
    enum identity *out, struct err *err)
{
	struct pair pair = { .equal = true };
	struct stat ours, theirs;
	int other = open(s->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool good = true;

	*out = IDENTITY_UNVERIFIED;
	if (other < 0)
		return true;
	if (fstat(fd, &ours) == 0 && fstat(other, &theirs) == 0 &&
	    S_ISREG(theirs.st_mode) && (ours.st_ino != theirs.st_ino ||
	    ours.st_dev != theirs.st_dev)) {
		good = open_content(fd, &pair.ours, err) &&
		    open_content(other, &pair.theirs, err) &&
		    walk_pair(&pair, keys, s, out, err);
		inflate_close(pair.ours);
		inflate_close(pair.theirs);
	}
	close(other);
	return good;
}

/* What the settled claims say.  Bytes that some stream has counted stay counted. */
static bool
judge(const struct hash_keys *keys, int fd, const struct claim *c, size_t n,
    uint64_t length, enum identity *out, size_t *which, struct err *err)
{
	uint64_t best = 0;

	*out = IDENTITY_NEW;
	for (size_t i = 0; i < n; i++) {
		enum identity is = IDENTITY_NEW;

		if (!c[i].alive || c[i].matched == 0)
			continue;
		if (c[i].next == c[i].s->n_marks)
			is = IDENTITY_CONTINUES;
		else if (c[i].matched == length)
			is = IDENTITY_COPY;
		else if (!verify(keys, fd, c[i].s, &is, err))
			return false;
		if (is == IDENTITY_COPY) {
			*out = is;
			*which = i;
			return true;
		}
		if (is != IDENTITY_NEW && (*out != IDENTITY_CONTINUES ||
		    is == IDENTITY_CONTINUES) && c[i].matched > best) {
			best = c[i].matched;
			*out = is;
			*which = i;
		}
	}
	return true;
}

bool
identify(const struct hash_keys *keys, int fd, struct stream *const *cand,
    size_t n, enum identity *out, size_t *which, struct err *err)
{
	struct claim *c = mem_new(n * sizeof(*c));
	struct inflate *z = NULL;
	uint64_t length = 0;
	bool good;

	for (size_t i = 0; i < n; i++)
		c[i] = (struct claim){ .s = cand[i], .alive = true };
	good = open_content(fd, &z, err) &&
	    settle(z, keys, c, n, &length, err);
	inflate_close(z);
	good = good && judge(keys, fd, c, n, length, out, which, err);
	mem_free(c);
	return good;
}
