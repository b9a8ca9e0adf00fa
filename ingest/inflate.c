/* SPDX-License-Identifier: MIT */
#include "ingest/inflate.h"

#include <errno.h>
#include <unistd.h>
#include <zlib.h>

#include "common/mem.h"

enum { INPUT_BYTES = 256 * 1024 };

struct inflate {
	int fd;
	bool packed, eof, garbage;
	bool in_member; /* between a gzip header and its trailer */
	enum inflate_state state;
	z_stream zs;
	unsigned char *in; /* read, not yet used: in[at..n) */
	size_t at, n;
	uint64_t read_bytes;
};

static bool
fill(struct inflate *z, struct err *err)
{
	if (z->at > 0) {
		memmove(z->in, z->in + z->at, z->n - z->at);
		z->n -= z->at;
		z->at = 0;
	}
	while (!z->eof && z->n < INPUT_BYTES) {
		ssize_t got = read(z->fd, z->in + z->n, INPUT_BYTES - z->n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_set(err, ERR_IO, "%s", strerror(errno));
		if (got == 0)
			z->eof = true;
		z->n += (size_t)got;
		z->read_bytes += (uint64_t)got;
		if (z->n >= 64 && got > 0)
			break; /* enough to go on with: a pipe may be slow */
	}
	return true;
}

static bool
is_gzip(const struct inflate *z)
{
	return z->n - z->at >= 2 && z->in[z->at] == 0x1f &&
	    z->in[z->at + 1] == 0x8b;
}

bool
inflate_open(int fd, struct inflate **out, struct err *err)
{
	struct inflate *z = mem_new(sizeof(*z));

	z->fd = fd;
	z->in = mem_grow(NULL, INPUT_BYTES, 1);
	if (!fill(z, err)) {
		inflate_close(z);
		return false;
	}
	z->packed = is_gzip(z);
	if (z->packed && inflateInit2(&z->zs, 15 + 16) != Z_OK) {
		inflate_close(z);
		return err_set(err, ERR_BUG, "zlib does not start");
	}
	z->in_member = z->packed;
	*out = z;
	return true;
}

void
inflate_close(struct inflate *z)
{
	if (z == NULL)
		return;
	if (z->packed)
		inflateEnd(&z->zs);
	mem_free(z->in);
	mem_free(z);
}

bool
inflate_packed(const struct inflate *z)
{
	return z->packed;
}

static bool
read_plain(struct inflate *z, void *p, size_t n, size_t *got,
    struct err *err)
{
	size_t have = z->n - z->at;

	if (have > 0) {
		*got = have < n ? have : n;
		memcpy(p, z->in + z->at, *got);
		z->at += *got;
		return true;
	}
	while (!z->eof) {
		ssize_t k = read(z->fd, p, n);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return err_set(err, ERR_IO, "%s", strerror(errno));
		if (k > 0) {
			*got = (size_t)k;
			z->read_bytes += (uint64_t)k;
			return true;
		}
		z->eof = true;
	}
	z->state = INFLATE_END;
	return true;
}

/* After a member: another one, the end, or garbage, which ends it too. */
static void
next_member(struct inflate *z)
{
	if (z->n == z->at) {
		z->state = INFLATE_END;
	} else if (is_gzip(z)) {
		inflateReset(&z->zs);
		z->in_member = true;
	} else {
		z->garbage = true;
		z->state = INFLATE_END;
	}
}

static bool
read_gzip(struct inflate *z, void *p, size_t n, size_t *got, struct err *err)
{
	z->zs.next_out = p;
	z->zs.avail_out = (uInt)n;
	while (z->state == INFLATE_MORE && z->zs.avail_out == (uInt)n) {
		if (z->n - z->at < 32 && !z->eof && !fill(z, err))
			return false;
		if (!z->in_member) {
			next_member(z);
			continue;
		}
		if (z->n == z->at) {
			z->state = INFLATE_CUT;
			break;
		}
		z->zs.next_in = z->in + z->at;
		z->zs.avail_in = (uInt)(z->n - z->at);

		int rc = inflate(&z->zs, Z_NO_FLUSH);

		z->at = z->n - z->zs.avail_in;
		if (rc == Z_STREAM_END)
			z->in_member = false;
		else if (rc != Z_OK && rc != Z_BUF_ERROR)
			z->state = INFLATE_DAMAGED;
		else if (rc == Z_BUF_ERROR && z->eof && z->n == z->at)
			z->state = INFLATE_CUT;
	}
	*got = n - z->zs.avail_out;
	return true;
}

bool
inflate_read(struct inflate *z, void *p, size_t n, size_t *got,
    struct err *err)
{
	*got = 0;
	if (n > 1 << 30)
		n = 1 << 30;
	if (n == 0 || z->state != INFLATE_MORE)
		return true;
	return z->packed ? read_gzip(z, p, n, got, err) :
	    read_plain(z, p, n, got, err);
}

bool
inflate_fill(struct inflate *z, void *p, size_t n, size_t *got,
    struct err *err)
{
	size_t k;

	*got = 0;
	while (*got < n && z->state == INFLATE_MORE) {
		if (!inflate_read(z, (char *)p + *got, n - *got, &k, err))
			return false;
		*got += k;
	}
	return true;
}

enum inflate_state
inflate_state(const struct inflate *z)
{
	return z->state;
}

bool
inflate_seek(struct inflate *z, uint64_t at, struct err *err)
{
	if (lseek(z->fd, (off_t)at, SEEK_SET) < 0)
		return err_set(err, ERR_IO, "%s", strerror(errno));
	z->at = z->n = 0;
	z->eof = false;
	z->state = INFLATE_MORE;
	return true;
}

bool
inflate_garbage(const struct inflate *z)
{
	return z->garbage;
}

uint64_t
inflate_read_bytes(const struct inflate *z)
{
	return z->read_bytes;
}
