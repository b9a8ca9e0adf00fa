/* SPDX-License-Identifier: MIT */
#include "ingest/job.h"

#include <errno.h>
#include <unistd.h>

#include "common/mem.h"
#include "common/tight.h"
#include "ingest/consume.h"

/* A compressed file that may hold more than what is kept in memory. */
enum { LARGE_BYTES = TIGHT_OR(1024 * 1024, 1024) };

static const struct format *
resolve(void *self, struct span sample, struct err *err)
{
	struct ingest *in = self;
	struct format *f;
	bool automatic = strcmp(in->plan.format, "auto") == 0;

	if (!automatic)
		return in->slots.format[0];
	/* Nothing but a line that is too long: any format will do. */
	if (sample.n == 0 ? !format_open(SPAN("combined"), &f, err) :
	    !format_detect(sample, &f, err))
		return NULL;
	return slots_keep_format(&in->slots, f);
}

static const struct format *
adopt(void *self, struct format *f)
{
	struct ingest *in = self;

	return slots_keep_format(&in->slots, f);
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

static bool
run_consume(struct job *job, uint32_t number, enum consumed *how,
    struct err *err)
{
	struct ingest *in = job->in;
	struct slot *slot = in->slots.slot[number];
	struct undo before = undo_begin(&slot->s);
	struct consume c = { .keys = db_keys(in->plan.db), .fd = job->fd,
		.crew = in->plan.crew, .number = number,
		.complete = job->complete,
		.max_bytes = in->upto > 0 ? in->upto : in->plan.max_bytes,
		.exact = in->upto > 0, .resolve = resolve,
		.adopt = adopt, .safe_point = safe_point,
		.archive_point = archive_point,
		.reading = in->plan.reading != NULL ? reading : NULL,
		.self = in };

	if (!slots_format(&in->slots, number, err) || !rewound(job, err)) {
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
	c.format = slot->format;

	bool good = consume(&c, &slot->s, how, err);

	in->at = NULL;
	slot->dirty = true;
	slot->format = NULL; /* a directive may have changed it */
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
	job->stream = number;
	if (s->consumed == 0 && !s->tail) {
		slots_drop(&in->slots, number);
		job->stream = SLOTS_NONE;
		if (how == CONSUMED_ALL)
			job->result = INGEST_EMPTY;
	}
	return true;
}
