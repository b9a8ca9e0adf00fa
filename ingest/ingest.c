/* SPDX-License-Identifier: MIT */
#include "ingest/ingest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "common/mem.h"
#include "ingest/identify.h"
#include "ingest/job.h"
#include "ingest/unpack.h"

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
	if (plan->max_bytes == 0)
		in->plan.max_bytes = INGEST_MAX_BYTES;
	in->slots = (struct slots){ .db = plan->db, .grp = plan->grp,
		.forwarded = plan->forwarded };
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

void
ingest_upto(struct ingest *in, uint64_t bytes)
{
	in->upto = bytes;
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

static int64_t
mtime_ns(const struct stat *st)
{
	return (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
}

/* Of a file that was too large, the ceiling too: under a higher one it is read on. */
static void
memorize(struct job *job)
{
	char state[STREAM_STATE_MAX];
	struct stream_file f = { .dev = (uint64_t)job->st.st_dev,
		.ino = (uint64_t)job->st.st_ino, .size = job->st.st_size,
		.mtime_ns = mtime_ns(&job->st), .path = job->path,
		.state = state };

	if (job->result == INGEST_LIMIT)
		snprintf(state, sizeof(state), "%s %llu",
		    ingest_result_name(job->result),
		    (unsigned long long)job->in->plan.max_bytes);
	else
		snprintf(state, sizeof(state), "%s",
		    ingest_result_name(job->result));
	slots_memorize(&job->in->slots, &f, job->stream);
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
	if (is.what == IDENTITY_CONTINUES && !job_go_on(job, number, &same, err))
		return false;
	return same || job_begin_stream(job, err);
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

/* What a file was too large for, or 0. */
static uint64_t
was_limit(const struct slots_file *was)
{
	struct span state = span_of(was->state), name = span_cut(&state, ' ');
	uint64_t bytes;

	return span_eq(name, span_of(ingest_result_name(INGEST_LIMIT))) &&
	    span_u64(state, &bytes) ? bytes : 0;
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
		return strcmp(job->in->plan.format, "auto") == 0;
	if (strcmp(was->state, ingest_result_name(INGEST_DAMAGED)) == 0)
		return !job->in->plan.accept_damaged;
	if (was_limit(was) > 0)
		return was_limit(was) >= job->in->plan.max_bytes;
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
	if (was.number != SLOTS_NONE && !job->packed &&
	    slots_same_head(&slots->slot[was.number]->s, &job->head) &&
	    !job_go_on(job, was.number, &same, err))
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
	n = pread(job->fd, magic, sizeof(magic), 0);
	job->packed = n > 0 && unpack_tell(magic, (size_t)n, &whole) != NULL;
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
	    job_begin_stream(&job, err) : regular_file(&job, err));

	if (opened && (!good || job.result == INGEST_REFUSED ||
	    job.result == INGEST_LIMIT))
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
