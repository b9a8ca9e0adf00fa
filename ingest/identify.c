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

bool
identify_read(int fd, char *bytes, size_t room, size_t *n, struct err *err)
{
	struct inflate *z = NULL;

	if (!open_content(fd, &z, err))
		return false;

	bool good = inflate_fill(z, bytes, room, n, err);

	inflate_close(z);
	return good;
}

void
identify_marks(const struct hash_keys *keys, struct span head,
    struct stream *out)
{
	struct prefix p = { 0 };

	if (head.n == 0)
		return;
	prefix_begin(&p, keys, 0, zero);
	prefix_add_marked(&p, out, head.p, head.n);
	if (out->n_marks == 0)
		stream_mark(out, p.at, prefix_digest(&p));
	prefix_close(&p);
}

bool
identify_head(const struct hash_keys *keys, int fd, struct stream *out,
    struct err *err)
{
	char head[STREAM_HEAD];
	size_t n;

	if (!identify_read(fd, head, sizeof(head), &n, err))
		return false;
	identify_marks(keys, (struct span){ head, n }, out);
	return true;
}

/* A stream that the file may be. */
struct claim {
	const struct stream *s;
	size_t next;      /* mark to be compared next */
	uint64_t matched; /* greatest mark that was equal */
	bool alive;
};

struct trial {
	const struct identify *q;
	struct claim *claim;  /* one for each candidate */
	uint64_t length;      /* of the file's content, or where all was settled */
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
next_test(const struct trial *t)
{
	uint64_t at = UINT64_MAX;

	for (size_t i = 0; i < t->q->n; i++) {
		const struct claim *c = &t->claim[i];

		if (open_claim(c) && c->s->mark[c->next].bytes < at)
			at = c->s->mark[c->next].bytes;
	}
	return at;
}

static void
test_claims(struct trial *t, uint64_t at, struct hash128 hash)
{
	for (size_t i = 0; i < t->q->n; i++) {
		struct claim *c = &t->claim[i];

		if (!open_claim(c) || c->s->mark[c->next].bytes != at)
			continue;
		c->alive = prefix_same(&c->s->mark[c->next].hash, &hash);
		c->matched = c->alive ? at : c->matched;
		c->next++;
	}
}

/* Reads on until all claims are settled or the content ends. */
static bool
settle(struct trial *t, struct inflate *z, struct err *err)
{
	char *bytes = mem_grow(NULL, READ_BYTES, 1);
	struct prefix p;
	bool good = true;
	size_t got = 1;

	prefix_begin(&p, t->q->keys, 0, zero);
	while (good && got > 0 && next_test(t) != UINT64_MAX) {
		good = inflate_read(z, bytes, READ_BYTES, &got, err);
		for (size_t at = 0; good && at < got;) {
			uint64_t stop = next_test(t);
			size_t k = stop - p.at < got - at ?
			    (size_t)(stop - p.at) : got - at;

			prefix_add(&p, bytes + at, k);
			at += k;
			if (p.at == stop)
				test_claims(t, stop, prefix_digest(&p));
		}
	}
	t->length = p.at;
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
	size_t got;
	bool good = inflate_fill(pair->ours, mine, n, &got, err);

	if (good) {
		pair->equal = memcmp(mine, bytes, got) == 0;
		pair->ended = got < n;
	}
	mem_free(mine);
	return good;
}

static bool
walk_pair(struct pair *pair, const struct hash_keys *keys,
    const struct stream *s, enum identity_what *out, struct err *err)
{
	char *bytes = mem_grow(NULL, READ_BYTES, 1);
	struct prefix p;
	uint64_t end = target(s);
	bool good = true;
	size_t got = 1;

	prefix_begin(&p, keys, 0, zero);
	while (good && p.at < end && got > 0) {
		size_t want = end - p.at < READ_BYTES ?
		    (size_t)(end - p.at) : READ_BYTES;

		good = inflate_fill(pair->theirs, bytes, want, &got, err);
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
verify(const struct identify *q, const struct stream *s,
    enum identity_what *out, struct err *err)
{
	struct pair pair = { .equal = true };
	struct stat ours, theirs;
	int other = open(s->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool good = true;

	*out = IDENTITY_UNVERIFIED;
	if (other < 0)
		return true;
	if (fstat(q->fd, &ours) == 0 && fstat(other, &theirs) == 0 &&
	    S_ISREG(theirs.st_mode) && (ours.st_ino != theirs.st_ino ||
	    ours.st_dev != theirs.st_dev)) {
		good = open_content(q->fd, &pair.ours, err) &&
		    open_content(other, &pair.theirs, err) &&
		    walk_pair(&pair, q->keys, s, out, err);
		inflate_close(pair.ours);
		inflate_close(pair.theirs);
	}
	close(other);
	return good;
}

static bool
judge_claim(const struct trial *t, const struct claim *c,
    enum identity_what *out, struct err *err)
{
	*out = IDENTITY_NEW;
	if (!c->alive || c->matched == 0)
		return true;
	if (c->next == c->s->n_marks)
		*out = IDENTITY_CONTINUES;
	else if (c->matched == t->length)
		*out = IDENTITY_COPY;
	else
		return verify(t->q, c->s, out, err);
	return true;
}

/* What the settled claims say.  Bytes that some stream has counted stay counted: a
 * copy of one is a copy, even if it goes on another. */
static bool
judge(const struct trial *t, struct identity *out, struct err *err)
{
	uint64_t best = 0;

	*out = (struct identity){ .what = IDENTITY_NEW };
	for (size_t i = 0; i < t->q->n; i++) {
		enum identity_what what;

		if (!judge_claim(t, &t->claim[i], &what, err))
			return false;
		if (what == IDENTITY_COPY) {
			*out = (struct identity){ what, i };
			return true;
		}
		if (what != IDENTITY_NEW && (t->claim[i].matched > best ||
		    (t->claim[i].matched == best &&
		    what == IDENTITY_CONTINUES))) {
			best = t->claim[i].matched;
			*out = (struct identity){ what, i };
		}
	}
	return true;
}

bool
identify(const struct identify *q, struct identity *out, struct err *err)
{
	struct trial t = { .q = q, .claim = mem_new(q->n *
		sizeof(*t.claim)) };
	struct inflate *z = NULL;
	bool good;

	for (size_t i = 0; i < q->n; i++)
		t.claim[i] = (struct claim){ .s = q->cand[i], .alive = true };
	good = open_content(q->fd, &z, err) && settle(&t, z, err) &&
	    judge(&t, out, err);
	inflate_close(z);
	mem_free(t.claim);
	return good;
}
