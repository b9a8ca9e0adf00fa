/* SPDX-License-Identifier: MIT */
#include "ingest/job.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "common/mem.h"
#include "common/tight.h"
#include "ingest/consume.h"
#include "ingest/unpack.h"

/* A compressed file that may hold more than what is kept in memory. */
enum { LARGE_BYTES = TIGHT_OR(1024 * 1024, 1024) };

/* ---- the file ---- */

bool
job_open(struct job *job, struct err *err)
{
	unsigned char magic[UNPACK_MAGIC_MAX];
	bool whole;
	ssize_t n;

	if (strcmp(job->path, "-") == 0) {
		job->fd = STDIN_FILENO;
		job->packed = true; /* perhaps: it is known only when read */
		return true;
	}
	/* Without O_NONBLOCK a FIFO would hang the run. */
	job->fd = open(job->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (job->fd < 0 || fstat(job->fd, &job->st) != 0)
		return err_set(err, ERR_NOINPUT, "%s: %s", job->path,
		    strerror(errno));
	if (!S_ISREG(job->st.st_mode))
		return err_set(err, ERR_NOINPUT, "%s: %s", job->path,
		    S_ISDIR(job->st.st_mode) ? "is a directory" :
		    "is not a regular file");
	do
		n = pread(job->fd, magic, sizeof(magic), 0);
	while (n < 0 && errno == EINTR);
	/* An archive that passed for a plain file would count before its checksum holds. */
	if (n < 0)
		return err_set(err, ERR_IO, "%s: %s", job->path,
		    strerror(errno));
	job->packed = n > 0 && unpack_tell(magic, (size_t)n, &whole) != NULL;
	return true;
}

static int64_t
mtime_ns(const struct stat *st)
{
	return (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
}

/* Of a file that was too much, the ceiling too, bytes or "3600s": under a higher one it is
 * read on. */
void
job_memorize(const struct job *job)
{
	char state[STREAM_STATE_MAX];
	struct stream_file f = { .dev = (uint64_t)job->st.st_dev,
		.ino = (uint64_t)job->st.st_ino, .size = job->st.st_size,
		.mtime_ns = mtime_ns(&job->st), .path = job->path,
		.state = state };

	if (job->result == INGEST_LIMIT && job->late)
		snprintf(state, sizeof(state), "%s %llds",
		    ingest_result_name(job->result),
		    (long long)job->in->plan.clock.max_s);
	else if (job->result == INGEST_LIMIT)
		snprintf(state, sizeof(state), "%s %llu",
		    ingest_result_name(job->result),
		    (unsigned long long)job->in->plan.max_bytes);
	else
		snprintf(state, sizeof(state), "%s",
		    ingest_result_name(job->result));
	slots_memorize(&job->in->slots, &f, job->stream);
}

/* Is that ceiling, as above, higher now? */
static bool
lifted(const struct ingest_plan *plan, struct span state)
{
	uint64_t n;

	if (span_u64(state, &n))
		return n < plan->max_bytes;
	return span_ends(state, SPAN("s")) &&
	    span_u64((struct span){ state.p, state.n - 1 }, &n) &&
	    (plan->clock.max_s == 0 || n < (uint64_t)plan->clock.max_s);
}

/* As it was when it was last seen, and not to be read otherwise than then. */
bool
job_unchanged(const struct job *job, const struct slots_file *was)
{
	const struct slots *slots = &job->in->slots;
	const struct stream *s = was->number != SLOTS_NONE ?
	    &slots->slot[was->number]->s : NULL;
	struct span state = span_of(was->state), name = span_cut(&state, ' ');

	if (!was->known || was->size != job->st.st_size ||
	    was->mtime_ns != mtime_ns(&job->st))
		return false;
	/* The configuration may name a format for it now. */
	if (strcmp(was->state, ingest_result_name(INGEST_REFUSED)) == 0)
		return strcmp(job->in->plan.format, "auto") == 0;
	if (strcmp(was->state, ingest_result_name(INGEST_DAMAGED)) == 0)
		return !job->in->plan.accept_damaged;
	if (span_eq(name, span_of(ingest_result_name(INGEST_LIMIT))))
		return !lifted(&job->in->plan, state);
	/* A live log that was renamed is complete: its last line counts. */
	return !job->complete || job->packed || s == NULL || s->tail ||
	    s->consumed >= (uint64_t)was->size;
}

/* ---- its content ---- */

static const struct format *
resolve(void *self, struct span sample, struct err *err)
{
	struct ingest *in = self;

	return formats_tell(&in->slots.formats, sample, err);
}

static const struct format *
adopt(void *self, struct format *f)
{
	struct ingest *in = self;

	return formats_keep(&in->slots.formats, f);
}

static bool
safe_point(void *self, struct err *err)
{
	struct ingest *in = self;

	/* Each one saves the position, which has moved since the last one. */
	in->at->dirty = true;
	if (in->plan.safe_point(in->plan.self, err))
		return true;
	in->fatal = true;
	return false;
}

static bool
archive(struct ingest *in, enum ingest_archive what, struct err *err)
{
	if (in->plan.archive == NULL ||
	    in->plan.archive(in->plan.self, what, err))
		return true;
	in->fatal = true;
	return false;
}

static bool
archive_point(void *self, struct err *err)
{
	return archive(self, ARCHIVE_POINT, err);
}

static void
reading(void *self, uint64_t bytes, uint64_t lines)
{
	struct ingest *in = self;

	in->plan.reading(in->plan.self, bytes, lines);
}

static enum ingest_result
result_of(const struct job *job, enum consumed c)
{
	switch (c) {
	case CONSUMED_CUT:
		return INGEST_CUT;
	case CONSUMED_LIMIT:
	case CONSUMED_LATE:
		return INGEST_LIMIT;
	case CONSUMED_DAMAGED:
		return job->in->plan.accept_damaged ? INGEST_ACCEPTED :
		    INGEST_DAMAGED;
	case CONSUMED_REFUSED:
		return INGEST_REFUSED;
	case CONSUMED_ALL:
	case CONSUMED_MISMATCH:
		break;
	}
	return INGEST_COUNTED;
}

/* What a file did to its stream is undone with what the sinks took of it. */
struct undo {
	uint64_t consumed;
	bool tail;
	struct hash128 chain, hash;
	size_t n_marks;
	struct stream_mark first; /* the one mark that may be replaced */
	char *format; /* owned */
};

static struct undo
undo_begin(const struct stream *s)
{
	return (struct undo){ s->consumed, s->tail, s->chain, s->hash,
		s->n_marks, s->n_marks > 0 ? s->mark[0] :
		(struct stream_mark){ 0 }, s->format != NULL ?
		mem_dup(s->format, strlen(s->format)) : NULL };
}

static void
undo(struct stream *s, struct undo *u)
{
	char *format = s->format;

	s->format = u->format;
	u->format = format;
	s->consumed = u->consumed;
	s->tail = u->tail;
	s->chain = u->chain;
	s->hash = u->hash;
	s->n_marks = u->n_marks;
	if (s->n_marks > 0)
		s->mark[0] = u->first;
	s->remark = false;
}

/* Archives count once their checksum holds: false, it was dropped.  One that cannot be
 * read to its end (how: NULL) is dropped whatever is accepted. */
static bool
settle(struct job *job, const enum consumed *how, struct stream *s,
    struct undo *u)
{
	struct crew *crew = job->in->plan.crew;
	bool refused = how != NULL && *how == CONSUMED_REFUSED;
	bool drop = how == NULL || refused || (*how == CONSUMED_DAMAGED &&
	    !job->in->plan.accept_damaged);

	if (job->packed) {
		crew_wait(crew);
		if (drop)
			crew_drop(crew);
		else
			crew_keep(crew);
	}
	/* Of a plain file that is refused nothing was delivered. */
	if (drop && (job->packed || refused))
		undo(s, u);
	return !drop;
}

static bool
rewound(const struct job *job, struct err *err)
{
	return job->fd == STDIN_FILENO ||
	    lseek(job->fd, 0, SEEK_SET) == 0 ||
	    err_set(err, ERR_IO, "%s", strerror(errno));
}

/* The format that a stream had when it was left. */
static bool
pinned(struct ingest *in, const struct stream *s, const struct format **out,
    struct err *err)
{
	if (s->format != NULL)
		*out = formats_open(&in->slots.formats, span_of(s->format),
		    err);
	return s->format == NULL || *out != NULL ||
	    err_add(err, "the stream's format");
}

static bool
run_consume(struct job *job, uint32_t number, enum consumed *how,
    struct err *err)
{
	struct ingest *in = job->in;
	struct slot *slot = in->slots.slot[number];
	struct undo before = undo_begin(&slot->s);
	struct consume c = { .keys = db_keys(in->plan.db), .fd = job->fd,
		.crew = in->plan.crew, .number = number, .shares = 1,
		.complete = job->complete, .plain = !job->packed,
		.max_bytes = in->upto > 0 ? in->upto : in->plan.max_bytes,
		.clock = in->upto > 0 ? NULL : &in->plan.clock,
		.exact = in->upto > 0, .resolve = resolve,
		.adopt = adopt, .safe_point = safe_point,
		.archive_point = archive_point,
		.reading = in->plan.reading != NULL ? reading : NULL,
		.self = in };

	if (!pinned(in, &slot->s, &c.format, err) || !rewound(job, err)) {
		mem_free(before.format);
		return false;
	}
	if (job->packed) {
		crew_wait(in->plan.crew);
		crew_keep(in->plan.crew);
	}
	if (job->packed && job->st.st_size >= LARGE_BYTES &&
	    !archive(in, ARCHIVE_BEGINS, err)) {
		mem_free(before.format);
		return false;
	}
	in->at = slot;
	bool good = consume(&c, &slot->s, how, err);

	in->at = NULL;
	slot->dirty = true;

	bool kept = settle(job, good ? how : NULL, &slot->s, &before);

	mem_free(before.format);
	/* What was put aside of it goes too, and why it failed is told. */
	return (!job->packed || archive(in, kept ? ARCHIVE_KEPT :
	    ARCHIVE_DROPPED, good ? err : NULL)) && good;
}

bool
job_go_on(struct job *job, uint32_t number, bool *same, struct err *err)
{
	struct slot *slot = job->in->slots.slot[number];
	enum consumed how = CONSUMED_ALL;

	if (!run_consume(job, number, &how, err))
		return false;
	*same = how != CONSUMED_MISMATCH;
	if (!*same)
		return true;
	mem_free(slot->s.path);
	slot->s.path = mem_dup(job->path, strlen(job->path));
	job->result = result_of(job, how);
	job->late = how == CONSUMED_LATE;
	job->stream = number;
	return true;
}

bool
job_begin_stream(struct job *job, struct err *err)
{
	struct ingest *in = job->in;
	uint32_t number = slots_new(&in->slots);
	struct stream *s = &in->slots.slot[number]->s;
	enum consumed how = CONSUMED_ALL;

	s->grp = mem_dup(in->plan.grp, strlen(in->plan.grp));
	s->path = mem_dup(job->path, strlen(job->path));
	if (!run_consume(job, number, &how, err)) {
		if (s->consumed == 0)
			slots_drop(&in->slots, number);
		return false;
	}
	job->result = result_of(job, how);
	job->late = how == CONSUMED_LATE;
	job->stream = number;
	if (s->consumed == 0 && !s->tail) {
		slots_drop(&in->slots, number);
		job->stream = SLOTS_NONE;
		if (how == CONSUMED_ALL)
			job->result = INGEST_EMPTY;
	}
	return true;
}
