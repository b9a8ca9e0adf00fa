/* SPDX-License-Identifier: MIT */
#include "ingest/inflate.h"

#include <errno.h>
#include <unistd.h>

#include "common/mem.h"
#include "ingest/unpack.h"

enum {
	INPUT_BYTES = 256 * 1024,
	INPUT_LOW = 8 * 1024, /* a door is not left with less, while there is more */
	PADDING_MAX = 1024 * 1024,
	SCRATCH_BYTES = 16 * 1024
};

struct inflate {
	int fd;
	off_t from; /* where it was opened; -1: a pipe */
	bool eof, garbage;
	enum inflate_state state;
	uint64_t room;       /* bytes that may still be delivered */
	struct until *until; /* NULL: it may take its time */
	uint64_t read_bytes; /* since from */
	unsigned char *in;   /* read, not yet used: in[at..n) */
	size_t at, n;

	const struct unpack_format *format; /* NULL: plain */
	const struct unpack *door;
	void *self;          /* the door's */
	bool between;        /* streams: the next one is to be looked for */
	bool starved;        /* the door cannot go on without input */
	uint64_t padding;    /* zeros since the last stream */
	uint64_t stream_at;  /* where the stream began, since from */
	uint64_t stream_out; /* bytes it gave */

	/* The judge of a door gives again what that one gave: so many bytes still,
	 * and the sum of all of them. */
	bool appealed;
	uint64_t again;
	uint32_t sum;
};

/* One read.  Without anything more, eof. */
static bool
fill(struct inflate *z, struct err *err)
{
	ssize_t got;

	if (z->at > 0) {
		memmove(z->in, z->in + z->at, z->n - z->at);
		z->n -= z->at;
		z->at = 0;
	}
	do
		got = read(z->fd, z->in + z->n, INPUT_BYTES - z->n);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return err_set(err, ERR_IO, "%s", strerror(errno));
	z->eof = got == 0;
	z->n += (size_t)got;
	z->read_bytes += (uint64_t)got;
	return true;
}

static bool
start_door(struct inflate *z, const struct unpack *door, struct err *err)
{
	z->self = door->open();
	z->door = z->self != NULL ? door : NULL;
	return z->door != NULL || err_set(err, ERR_MEMORY, "out of memory");
}

/* For gzip by name, or the best one. */
static const struct unpack *
choose(const struct inflate *z, const char *gzip)
{
	const struct unpack *fast = z->from >= 0 ? z->format->fast : NULL;

	if (z->format->door != &unpack_zlib)
		return z->format->door;
	if (gzip == NULL)
		return fast != NULL ? fast : z->format->door;
	if (fast != NULL && strcmp(gzip, fast->name) == 0)
		return fast;
	return strcmp(gzip, z->format->door->name) == 0 ? z->format->door : NULL;
}

bool
inflate_open_with(int fd, const char *gzip, struct inflate **out,
    struct err *err)
{
	struct inflate *z = mem_new(sizeof(*z));
	bool whole = false, good = true;

	z->fd = fd;
	z->from = lseek(fd, 0, SEEK_CUR);
	z->room = UINT64_MAX;
	z->in = mem_grow(NULL, INPUT_BYTES, 1);
	while (good && !z->eof && z->n < UNPACK_MAGIC_MAX)
		good = fill(z, err);
	if (good)
		z->format = unpack_tell(z->in, z->n, &whole);
	if (z->format != NULL && !whole) {
		/* Too short for being anything. */
		z->state = INFLATE_CUT;
	} else if (z->format != NULL) {
		const struct unpack *door = choose(z, gzip);

		good = door != NULL ? start_door(z, door, err) :
		    err_set(err, ERR_NOINPUT, "packed with %s, which is not "
		    "built in", z->format->name);
	}
	if (!good) {
		inflate_close(z);
		return false;
	}
	*out = z;
	return true;
}

void
inflate_close(struct inflate *z)
{
	if (z == NULL)
		return;
	if (z->door != NULL)
		z->door->close(z->self);
	mem_free(z->in);
	mem_free(z);
}

bool
inflate_packed(const struct inflate *z)
{
	return z->format != NULL;
}

void
inflate_limit(struct inflate *z, uint64_t max_output_bytes)
{
	z->room = max_output_bytes;
}

void
inflate_share(struct inflate *z, unsigned n)
{
	unsigned bits = UNPACK_MEMORY_BITS;

	for (; n > 1 && bits > UNPACK_MEMORY_BITS_LEAST; n -= n / 2)
		bits--;
	if (z != NULL && z->door != NULL && z->door->bound != NULL)
		z->door->bound(z->self, bits);
}

void
inflate_until(struct inflate *z, struct until *until)
{
	z->until = until;
}

bool
inflate_full(const struct inflate *z)
{
	return z->room == 0;
}

static bool
read_plain(struct inflate *z, unsigned char *p, size_t n, size_t *got,
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

/* After a stream: another one of its kind, the end, or garbage, which ends it too. */
static bool
next_stream(struct inflate *z, struct err *err)
{
	bool whole = false;

	while (z->at < z->n && z->in[z->at] == 0 && z->padding < PADDING_MAX) {
		z->at++;
		z->padding++;
	}
	if (z->at == z->n) {
		if (z->eof)
			z->state = INFLATE_END;
		return true; /* else there is more to be read first */
	}
	if (unpack_tell(z->in + z->at, z->n - z->at, &whole) != z->format) {
		z->garbage = true;
		z->state = INFLATE_END;
	} else if (whole) {
		z->between = false;
		z->padding = 0;
		z->stream_at = z->read_bytes - (z->n - z->at);
		z->stream_out = 0;
		return z->door->reset(z->self) ||
		    err_set(err, ERR_MEMORY, "out of memory");
	} else if (z->eof) {
		z->state = INFLATE_CUT;
	}
	return true;
}

/* The door will not go on: what its judge says counts. */
static void
stop(struct inflate *z, enum inflate_state state)
{
	if (z->door->judge != NULL)
		z->appealed = true;
	else
		z->state = state;
}

/* The stream from its beginning, by the judge. */
static bool
appeal(struct inflate *z, struct err *err)
{
	const struct unpack *judge = z->door->judge;

	z->appealed = false;
	z->sum = z->door->sum(z->self);
	z->again = z->stream_out;
	z->stream_out = 0;
	z->door->close(z->self);
	if (!start_door(z, judge, err))
		return false;
	if (lseek(z->fd, z->from + (off_t)z->stream_at, SEEK_SET) < 0)
		return err_set(err, ERR_IO, "%s", strerror(errno));
	z->read_bytes = z->stream_at;
	z->at = z->n = 0;
	z->eof = false;
	return true;
}

static bool
decode(struct inflate *z, unsigned char *p, size_t n, size_t *got,
    struct err *err)
{
	size_t had = z->n - z->at;
	struct unpack_io io = { z->in + z->at, had, p, n };
	enum unpacked rc = z->door->step(z->self, &io);

	*got = n - io.out_n;
	z->at = z->n - io.in_n;
	z->stream_out += *got;
	z->starved = rc == UNPACK_MORE && *got == 0 && io.in_n == had;
	switch (rc) {
	case UNPACK_MORE:
		if (z->starved && z->eof)
			stop(z, INFLATE_CUT);
		else if (z->starved && had == INPUT_BYTES)
			stop(z, INFLATE_DAMAGED);
		return true;
	case UNPACK_END:
		z->between = true;
		return true;
	case UNPACK_LIMIT:
		stop(z, INFLATE_LIMIT);
		return true;
	case UNPACK_MEMORY:
		return err_set(err, ERR_MEMORY, "out of memory");
	default:
		stop(z, INFLATE_DAMAGED);
		return true;
	}
}

/* What was delivered already.  If it is something else now, the file was changed
 * meanwhile. */
static bool
decode_again(struct inflate *z, struct err *err)
{
	unsigned char scratch[SCRATCH_BYTES];
	size_t got, n = z->again < sizeof(scratch) ? (size_t)z->again :
	    sizeof(scratch);

	if (!decode(z, scratch, n, &got, err))
		return false;
	z->again -= got;
	if ((z->again == 0 && z->door->sum(z->self) != z->sum) ||
	    (z->again > 0 && z->between))
		z->state = INFLATE_DAMAGED;
	return true;
}

static bool
read_packed(struct inflate *z, unsigned char *p, size_t n, size_t *got,
    struct err *err)
{
	bool good = true;

	while (good && z->state == INFLATE_MORE && *got == 0) {
		if (z->appealed && !appeal(z, err))
			return false;
		if (!z->eof && (z->n - z->at < INPUT_LOW || z->starved) &&
		    !fill(z, err))
			return false;
		if (until_over(z->until))
			z->state = INFLATE_LIMIT;
		else if (z->between)
			good = next_stream(z, err);
		else if (z->again > 0)
			good = decode_again(z, err);
		else
			good = decode(z, p, n, got, err);
	}
	return good;
}

bool
inflate_read(struct inflate *z, void *p, size_t n, size_t *got,
    struct err *err)
{
	unsigned char one;
	bool beyond = z->room == 0, good; /* only whether there is more */

	*got = 0;
	if (z->state != INFLATE_MORE || n == 0)
		return true;
	if (n > 1 << 30)
		n = 1 << 30; /* some doors count in 32 bits */
	if (beyond)
		n = 1;
	else if (n > z->room)
		n = (size_t)z->room;
	good = (z->format != NULL ? read_packed : read_plain)(z,
	    beyond ? &one : p, n, got, err);
	if (beyond && *got > 0) {
		z->state = INFLATE_LIMIT;
		*got = 0;
	}
	z->room -= z->room == UINT64_MAX ? 0 : *got;
	return good;
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

const char *
inflate_by(const struct inflate *z)
{
	return z->format == NULL ? "plain" :
	    z->door != NULL ? z->door->name : z->format->name;
}
