/* SPDX-License-Identifier: MIT */
#include "ingest/ingest.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/mem.h"
#include "ingest/consume.h"
#include "ingest/identify.h"
#include "ingest/slots.h"

struct ingest {
	struct ingest_plan plan;
	struct slots slots;
	bool fatal; /* the error is not this file's */
};

/* The file at hand. */
struct job {
	struct ingest *in;
	const char *path;
	int fd;
	struct stat st;
	bool complete, packed;
	struct stream head; /* its head's marks */
	enum ingest_result result;
	uint32_t stream;
};

static const char *const result_texts[][2] = {
#define X(id, name, why) { name, why },
	INGEST_RESULT_TABLE(X)
#undef X
};

const char *
ingest_result_name(enum ingest_result r)
{
	return result_texts[r][0];
}

const char *
ingest_result_why(enum ingest_result r)
{
	return result_texts[r][1];
}

bool
ingest_open(const struct ingest_plan *plan, struct ingest **out,
    struct err *err)
{
	struct format *format = NULL;

	/* A format that is wrong is wrong before the first file. */
	if (strcmp(plan->format, "auto") != 0 &&
	    !format_open(span_of(plan->format), &format, err))
		return false;

	struct ingest *in = mem_new(sizeof(*in));

	in->plan = *plan;
	in->slots = (struct slots){ .db = plan->db, .grp = plan->grp };
	if (format != NULL)
		slots_keep_format(&in->slots, format);
	*out = in;
	return true;
}

void
ingest_close(struct ingest *in)
{
	if (in == NULL)
		return;
	slots_close(&in->slots);
	mem_free(in);
}

size_t
ingest_streams(const struct ingest *in)
{
	return in->slots.n;
}

struct stream *
ingest_stream(struct ingest *in, uint32_t number)
{
	return &in->slots.slot[number]->s;
}

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

static bool
safe_point(void *self, struct err *err)
{
	struct ingest *in = self;

	if (in->plan.safe_point(in->plan.self, err))
		return true;
	in->fatal = true;
	return false;
}

static int64_t
mtime_ns(const struct stat *st)
{
	return (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
}

static void
memorize(struct job *job)
{
	struct stream_file f = { .dev = (uint64_t)job->st.st_dev,
		.ino = (uint64_t)job->st.st_ino, .size = job->st.st_size,
		.mtime_ns = mtime_ns(&job->st), .path = job->path,
		.state = ingest_result_name(job->result) };

	slots_memorize(&job->in->slots, &f, job->stream);
}

static enum ingest_result
result_of(enum consumed c)
{
	switch (c) {
	case CONSUMED_CUT:
		return INGEST_CUT;
	case CONSUMED_DAMAGED:
		return INGEST_DAMAGED;
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
};

static struct undo
undo_begin(const struct stream *s)
{
	return (struct undo){ s->consumed, s->tail, s->chain, s->hash,
		s->n_marks };
}

static void
undo(struct stream *s, const struct undo *u)
{
	s->consumed = u->consumed;
	s->tail = u->tail;
	s->chain = u->chain;
	s->hash = u->hash;
	s->n_marks = u->n_marks;
}

/* Archives count once their checksum holds. */
static void
settle(struct job *job, enum consumed c, struct stream *s,
    const struct undo *u)
{
	struct crew *crew = job->in->plan.crew;
	bool drop = c == CONSUMED_REFUSED ||
	    (c == CONSUMED_DAMAGED && !job->in->plan.accept_damaged);

	if (!job->packed)
		return;
	crew_wait(crew);
	if (drop)
		crew_drop(crew);
	else
		crew_keep(crew);
	if (drop)
		undo(s, u);
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
		.complete = job->complete, .resolve = resolve,
		.safe_point = safe_point, .self = in };

	if (!slots_format(&in->slots, number, err))
		return false;
	if (job->packed) {
		crew_wait(in->plan.crew);
		crew_keep(in->plan.crew);
	}
	slot->dirty = true;
	c.format = slot->format;

	bool good = consume(&c, &slot->s, how, err);

	settle(job, good ? *how : CONSUMED_DAMAGED, &slot->s, &before);
	return good;
}

/* Goes on with the stream in that slot.  *same: it was that stream's file. */
static bool
go_on(struct job *job, uint32_t number, bool *same, struct err *err)
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
	job->result = result_of(how);
	job->stream = number;
	return true;
}

static bool
begin_stream(struct job *job, struct err *err)
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
	job->result = result_of(how);
	job->stream = number;
	if (s->consumed == 0 && !s->tail) {
		slots_drop(&in->slots, number);
		job->stream = SLOTS_NONE;
		if (how == CONSUMED_ALL)
			job->result = INGEST_EMPTY;
	}
	return true;
}

static bool
identified(struct job *job, const struct buf *numbers, struct err *err)
{
	struct ingest *in = job->in;
	size_t n = numbers->n / sizeof(uint32_t);
	struct stream **cand = mem_new(n * sizeof(struct stream *));
	struct identify question = { db_keys(in->plan.db), job->fd, cand, n };
	struct identity is = { .what = IDENTITY_NEW };
	uint32_t number = SLOTS_NONE;
	bool good, same = false;

	for (size_t i = 0; i < n; i++) {
		memcpy(&number, numbers->p + i * sizeof(number),
		    sizeof(number));
		cand[i] = &in->slots.slot[number]->s;
	}
	good = n == 0 || identify(&question, &is, err);
	if (is.what != IDENTITY_NEW)
		memcpy(&number, numbers->p + is.which * sizeof(number),
		    sizeof(number));
	mem_free(cand);
	if (!good)
		return false;
	if (is.what == IDENTITY_COPY || is.what == IDENTITY_UNVERIFIED) {
		job->result = is.what == IDENTITY_COPY ? INGEST_COPY :
		    INGEST_UNVERIFIED;
		job->stream = number;
		return true;
	}
	if (lseek(job->fd, 0, SEEK_SET) < 0)
		return err_set(err, ERR_IO, "%s", strerror(errno));
	if (is.what == IDENTITY_CONTINUES && !go_on(job, number, &same, err))
		return false;
	return same || begin_stream(job, err);
}

static bool
look_closer(struct job *job, struct err *err)
{
	struct buf numbers = { 0 };
	bool good = slots_candidates(&job->in->slots, &job->head, &numbers,
	    err) &&
	    identified(job, &numbers, err);

	buf_close(&numbers);
	return good;
}

/* As it was when it was last seen, and not to be read otherwise than then. */
static bool
unchanged(const struct job *job, const struct slots_file *was)
{
	const struct slots *slots = &job->in->slots;
	const struct stream *s = was->number != SLOTS_NONE ?
	    &slots->slot[was->number]->s : NULL;

	if (!was->known || was->size != job->st.st_size ||
	    was->mtime_ns != mtime_ns(&job->st))
		return false;
	/* The configuration may name a format for it now. */
	if (strcmp(was->state, ingest_result_name(INGEST_REFUSED)) == 0)
		return false;
	if (strcmp(was->state, ingest_result_name(INGEST_DAMAGED)) == 0)
		return !job->in->plan.accept_damaged;
	/* A live log that was renamed is complete: its last line counts. */
	return !job->complete || job->packed || s == NULL || s->tail ||
	    s->consumed >= (uint64_t)was->size;
}

static bool
regular_file(struct job *job, struct err *err)
{
	struct slots *slots = &job->in->slots;
	struct slots_file was;
	bool same = false;

	if (!slots_recall(slots, (uint64_t)job->st.st_dev,
	    (uint64_t)job->st.st_ino, &was, err))
		return false;
	if (unchanged(job, &was)) {
		job->result = INGEST_UNCHANGED;
		job->stream = was.number;
		return true;
	}
	if (!identify_head(db_keys(job->in->plan.db), job->fd, &job->head,
	    err))
		return false;
	if (job->head.n_marks == 0)
		return true; /* empty */
	if (lseek(job->fd, 0, SEEK_SET) < 0)
		return err_set(err, ERR_IO, "%s", strerror(errno));
	if (was.number != SLOTS_NONE && !job->packed &&
	    slots_same_head(&slots->slot[was.number]->s, &job->head) &&
	    !go_on(job, was.number, &same, err))
		return false;
	if (!same && !look_closer(job, err))
		return false;
	if (job->result != INGEST_EMPTY)
		memorize(job);
	return true;
}

static bool
open_job(struct job *job, struct err *err)
{
	unsigned char magic[2];

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
	job->packed = pread(job->fd, magic, 2, 0) == 2 && magic[0] == 0x1f &&
	    magic[1] == 0x8b;
	return true;
}

bool
ingest_file(struct ingest *in, const char *path, bool complete,
    struct ingest_outcome *out, struct err *err)
{
	struct job job = { .in = in, .path = path, .complete = complete,
		.fd = -1, .result = INGEST_EMPTY, .stream = SLOTS_NONE };
	bool opened = open_job(&job, err);
	bool good = opened && (job.fd == STDIN_FILENO ?
	    begin_stream(&job, err) : regular_file(&job, err));

	if (opened && (!good || job.result == INGEST_REFUSED))
		err_add(err, "%s", job.fd == STDIN_FILENO ?
		    "standard input" : path);
	if (job.fd > STDIN_FILENO)
		close(job.fd);
	stream_free(&job.head);
	*out = (struct ingest_outcome){ good ? job.result : INGEST_FAILED,
		job.stream };
	return good || !in->fatal;
}

bool
ingest_save(struct ingest *in, struct err *err)
{
	return slots_save(&in->slots, err);
}
