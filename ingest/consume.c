/* SPDX-License-Identifier: MIT */
#include "ingest/consume.h"

#include "common/mem.h"
#include "common/tight.h"
#include "ingest/follow.h"
#include "ingest/resume.h"
#include "ingest/sample.h"

enum { SAFE_POINT_CHUNKS = TIGHT_OR(200, 0) };

enum skip {
	SKIP_NONE,
	SKIP_TAIL,    /* the rest of a line that is counted already */
	SKIP_OVERSIZE /* the rest of a line that is too long */
};

struct reading {
	const struct consume *c;
	struct stream *s;
	const struct format *format;
	struct inflate *z;
	struct until until;
	struct prefix prefix;
	enum skip skip;
	struct buf carry; /* the beginning of a line, not hashed yet... */
	struct stream_mark was_tail; /* of a stream without a whole line */
	size_t at, lines; /* ...or lines [at, lines), of which a directive is the first */
	unsigned chunks;
	uint64_t told;    /* lines, when it was last told */
};

/* Of a packed file nothing is passed over: it begins at 0. */
static void
tell(struct reading *r, bool begins)
{
	if (r->c->reading == NULL)
		return;

	uint64_t at = inflate_packed(r->z) ? inflate_read_bytes(r->z) :
	    r->prefix.at + r->carry.n - r->at;
	uint64_t lines = crew_lines(r->c->crew);

	r->c->reading(r->c->self, begins && inflate_packed(r->z) ? 0 : at,
	    lines - r->told);
	r->told = lines;
}

static void
snapshot(struct reading *r)
{
	r->s->consumed = r->prefix.at;
	r->s->hash = prefix_digest(&r->prefix);
	r->s->chain = r->prefix.chain;
}

static void
pass(struct reading *r, const char *p, size_t n)
{
	prefix_add_marked(&r->prefix, r->s, p, n);
}

static void
passing(void *self)
{
	tell(self, false);
}

/* Up to where the stream was left.  *same: it is that stream. */
static bool
skip_consumed(struct reading *r, bool *same, struct err *err)
{
	struct resume to = { r->c->keys, r->z, r->s, passing, r };

	tell(r, true);
	return resume(&to, &r->prefix, same, err);
}

static bool
fill(struct reading *r, struct chunk *chunk, struct err *err)
{
	size_t got, want = r->format != NULL && r->carry.n <= LINE_MAX_BYTES ?
	    CREW_READ_BYTES : CREW_CHUNK_BYTES;

	memcpy(chunk->p, r->carry.p != NULL ? r->carry.p : "", r->carry.n);
	chunk->n = r->carry.n;
	buf_clear(&r->carry);

	bool good = inflate_fill(r->z, chunk->p + chunk->n,
	    want - chunk->n, &got, err);

	chunk->n += got;
	return good;
}

/* Past the rest of a skipped line; false: it does not end in this chunk. */
static bool
end_skip(struct reading *r, struct chunk *chunk, size_t *from)
{
	size_t line = span_find((struct span){ chunk->p, chunk->n }, '\n');

	if (line == chunk->n) {
		pass(r, chunk->p, chunk->n);
		chunk->n = 0;
		return false;
	}
	pass(r, chunk->p, line + 1);
	if (r->skip == SKIP_OVERSIZE)
		chunk->oversize++;
	else
		r->s->tail = false;
	r->skip = SKIP_NONE;
	snapshot(r);
	*from = line + 1;
	return true;
}

/* No newline in sight: keep what may become a line. */
static void
carry_on(struct reading *r, struct chunk *chunk, size_t from)
{
	size_t hole = from;

	while (hole < chunk->n && chunk->p[hole] == '\0')
		hole++;
	/* Only a hole at the line's start may go: it is no part of the line. */
	if (hole > from && chunk->n - from > LINE_MAX_BYTES) {
		pass(r, chunk->p + from, hole - from);
		from = hole;
	}
	if (chunk->n - from > LINE_MAX_BYTES) {
		r->skip = SKIP_OVERSIZE;
		pass(r, chunk->p + from, chunk->n - from);
	} else {
		buf_add(&r->carry, chunk->p + from, chunk->n - from);
	}
	chunk->n = 0;
}

static void
pin(struct reading *r, const struct format *f)
{
	r->format = f;
	mem_free(r->s->format);
	r->s->format = mem_dup(format_spec(f), strlen(format_spec(f)));
}

/* All was read, and what stands after the last newline is a line. */
static bool
tail_counts(const struct reading *r)
{
	return inflate_state(r->z) == INFLATE_END &&
	    (r->c->complete || inflate_packed(r->z));
}

static bool
resolve(struct reading *r, struct span text, struct err *err)
{
	struct buf sample = { 0 };
	const struct format *f;

	while (!tail_counts(r) && text.n > 0 && text.p[text.n - 1] != '\n')
		text.n--;
	sample_lines(text, &sample);
	f = r->c->resolve(r->c->self, buf_view(&sample), err);
	buf_close(&sample);
	if (f != NULL)
		pin(r, f);
	return f != NULL;
}

/* Where one format's lines end: a directive begins them and is heeded, or ends them. */
static size_t
until_directive(struct reading *r, struct span text)
{
	struct format *next;
	size_t at;

	while ((at = follow_until(r->format, text, &next)) == 0 && next != NULL)
		pin(r, r->c->adopt(r->c->self, next));
	return at;
}

/* The next of the lines that a directive has put off, up to the next one: each line may be
 * one, so what is behind them stays where it is until all are read. */
static void
take_lines(struct reading *r, struct chunk *chunk)
{
	struct span text = { r->carry.p + r->at, r->lines - r->at };

	chunk->n = until_directive(r, text);
	memcpy(chunk->p, text.p, chunk->n);
	pass(r, chunk->p, chunk->n);
	snapshot(r);
	r->at += chunk->n;
	if (r->at < r->lines)
		return;
	r->carry.n -= r->at;
	memmove(r->carry.p, r->carry.p + r->at, r->carry.n);
	r->at = r->lines = 0;
}

/* Whole lines [from, end) of the chunk, and the carry after them. */
static void
cut_lines(struct reading *r, struct chunk *chunk, size_t from)
{
	const char *last = chunk->n > from ?
	    memrchr(chunk->p + from, '\n', chunk->n - from) : NULL;

	if (last == NULL) {
		carry_on(r, chunk, from);
		return;
	}

	size_t end = (size_t)(last - chunk->p) + 1;

	if (r->format != NULL)
		end = from + until_directive(r, (struct span){
		    chunk->p + from, end - from });
	r->lines = (size_t)(last - chunk->p) + 1 - end;
	pass(r, chunk->p + from, end - from);
	snapshot(r);
	buf_add(&r->carry, chunk->p + end, chunk->n - end);
	if (from > 0)
		memmove(chunk->p, chunk->p + from, end - from);
	chunk->n = end - from;
}

static void
give(struct reading *r, struct chunk *chunk)
{
	chunk->stream = r->c->number;
	chunk->format = r->format;
	crew_give(r->c->crew, chunk);
}

/* More of the content, of which the whole lines become the chunk. */
static bool
read_lines(struct reading *r, struct chunk *chunk, bool *refused,
    struct err *err)
{
	size_t from = 0;

	if (!fill(r, chunk, err))
		return false;
	if (r->skip != SKIP_NONE && !end_skip(r, chunk, &from))
		return true;

	struct span text = { chunk->p + from, chunk->n - from };

	if (r->format == NULL && (chunk->oversize > 0 ||
	    span_find(text, '\n') < text.n))
		*refused = !resolve(r, text, err);
	if (!*refused)
		cut_lines(r, chunk, from);
	return true;
}

/* One chunk; *refused: its format is unknown. */
static bool
step(struct reading *r, bool *refused, struct err *err)
{
	struct chunk *chunk = crew_chunk(r->c->crew);
	bool good = true;

	if (r->lines > 0)
		take_lines(r, chunk);
	else
		good = read_lines(r, chunk, refused, err);
	if (!good || *refused)
		chunk->n = chunk->oversize = 0;
	give(r, chunk);
	tell(r, false);
	/* Safe: nothing is hashed beyond the position. */
	if (good && !*refused && r->prefix.at == r->s->consumed &&
	    ++r->chunks % (SAFE_POINT_CHUNKS / r->c->shares + 1) == 0) {
		crew_wait(r->c->crew);
		good = (inflate_packed(r->z) ? r->c->archive_point :
		    r->c->safe_point)(r->c->self, err);
	}
	return good;
}

/* The unfinished line of a complete file. */
static void
count_tail(struct reading *r, bool *refused, struct err *err)
{
	struct span line = buf_view(&r->carry);

	while (line.n > 0 && line.p[0] == '\0')
		line = (struct span){ line.p + 1, line.n - 1 };
	if (r->skip == SKIP_TAIL || (line.n == 0 && r->skip == SKIP_NONE))
		return;

	struct chunk *chunk = crew_chunk(r->c->crew);

	if (r->skip == SKIP_OVERSIZE)
		chunk->oversize = 1;
	if (line.n > 0)
		memcpy(chunk->p, line.p, line.n);
	chunk->n = line.n;
	if (r->format == NULL)
		*refused = !resolve(r, line, err);
	if (*refused)
		chunk->n = chunk->oversize = 0;
	give(r, chunk);
	r->s->tail = !*refused;
	if (r->s->consumed == 0 && r->s->tail) {
		pass(r, r->carry.p, r->carry.n);
		if (r->s->n_marks == 0)
			stream_mark(r->s, r->prefix.at,
			    prefix_digest(&r->prefix));
	}
}

static void
finish(struct reading *r)
{
	struct stream *s = r->s;

	if (s->consumed == 0) {
		if (r->was_tail.bytes > 0) { /* still unfinished */
			s->n_marks = 0;
			stream_mark(s, r->was_tail.bytes, r->was_tail.hash);
		}
		return;
	}
	s->remark = s->remark || r->was_tail.bytes > 0;
	while (s->n_marks > s->stored_marks &&
	    s->mark[s->n_marks - 1].bytes > s->consumed)
		s->n_marks--;
	stream_mark(s, s->consumed, s->hash);
}

static enum consumed
ending(const struct reading *r, struct err *err)
{
	switch (inflate_state(r->z)) {
	case INFLATE_DAMAGED:
		return CONSUMED_DAMAGED;
	case INFLATE_CUT:
		return CONSUMED_CUT;
	case INFLATE_LIMIT:
		inflate_limit_told(r->z, r->c->max_bytes, &r->until, err);
		return r->until.over ? CONSUMED_LATE : CONSUMED_LIMIT;
	default:
		return CONSUMED_ALL;
	}
}

static bool
read_on(struct reading *r, enum consumed *out, struct err *err)
{
	bool refused = false, good = true;

	until_begin(&r->until, r->c->clock);
	inflate_until(r->z, &r->until);
	r->skip = r->s->tail ? SKIP_TAIL : SKIP_NONE;
	if (r->s->consumed == 0 && r->s->n_marks > 0) {
		/* Its only mark ends an unfinished line: it is marked anew. */
		r->was_tail = r->s->mark[r->s->n_marks - 1];
		r->s->n_marks = r->s->stored_marks = 0;
	}
	while (good && !refused &&
	    (r->lines > 0 || inflate_state(r->z) == INFLATE_MORE))
		good = step(r, &refused, err);
	if (good && !refused && tail_counts(r))
		count_tail(r, &refused, err);
	if (good)
		*out = refused ? CONSUMED_REFUSED : ending(r, err);
	finish(r);
	return good;
}

bool
consume(const struct consume *c, struct stream *s, enum consumed *out,
    struct err *err)
{
	struct reading r = { .c = c, .s = s, .format = c->format,
		.told = crew_lines(c->crew) };
	bool same = true, good = inflate_open(c->fd, &r.z, err);

	inflate_share(r.z, c->shares);
	if (good && c->plain && inflate_packed(r.z))
		good = err_set(err, ERR_IO, "is being replaced");
	/* A plain file is as long as it is.  What was counted before is found again. */
	if (good && (c->exact || inflate_packed(r.z)))
		inflate_limit(r.z, c->max_bytes > s->consumed ? c->max_bytes :
		    s->consumed);
	good = good && skip_consumed(&r, &same, err);
	if (good && !same)
		*out = inflate_state(r.z) == INFLATE_DAMAGED ?
		    CONSUMED_DAMAGED : CONSUMED_MISMATCH;
	else if (good)
		good = read_on(&r, out, err);
	prefix_close(&r.prefix);
	inflate_close(r.z);
	buf_close(&r.carry);
	return good;
}
