/* SPDX-License-Identifier: MIT */
#include "ingest/ingest.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/mem.h"
#include "ingest/consume.h"
#include "ingest/identify.h"
#include "ingest/prefix.h"

struct slot {
	struct stream s;
	const struct format *format; /* NULL until it is needed */
	bool dirty;
};

struct memo {
	struct stream_file file;
	char *path;      /* owned */
	uint32_t stream; /* slot, or UINT32_MAX */
};

struct ingest {
	struct ingest_plan plan;
	struct slot **slot; /* their addresses stay */
	size_t n_slots;
	struct memo *memo;
	size_t n_memos;
	struct format **format;
	size_t n_formats;
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
	if (format != NULL) {
		in->format = mem_grow(NULL, 1, sizeof(*in->format));
		in->format[in->n_formats++] = format;
	}
	*out = in;
	return true;
}

void
ingest_close(struct ingest *in)
{
	if (in == NULL)
		return;
	for (size_t i = 0; i < in->n_slots; i++) {
		stream_free(&in->slot[i]->s);
		mem_free(in->slot[i]);
	}
	for (size_t i = 0; i < in->n_memos; i++)
		mem_free(in->memo[i].path);
	for (size_t i = 0; i < in->n_formats; i++)
		format_close(in->format[i]);
	mem_free(in->slot);
	mem_free(in->memo);
	mem_free(in->format);
	mem_free(in);
}

size_t
ingest_streams(const struct ingest *in)
{
	return in->n_slots;
}

struct stream *
ingest_stream(struct ingest *in, uint32_t number)
{
	return &in->slot[number]->s;
}

/* The same format is opened once. */
static const struct format *
remember_format(struct ingest *in, struct format *f)
{
	for (size_t i = 0; i < in->n_formats; i++)
		if (strcmp(format_spec(in->format[i]), format_spec(f)) == 0) {
			format_close(f);
			return in->format[i];
		}
	in->format = mem_grow(in->format, in->n_formats + 1,
	    sizeof(*in->format));
	in->format[in->n_formats++] = f;
	return f;
}

static const struct format *
resolve(void *self, struct span sample, struct err *err)
{
	struct ingest *in = self;
	struct format *f;
	bool automatic = strcmp(in->plan.format, "auto") == 0;

	if (!automatic)
		return in->format[0];
	/* Nothing but a line that is too long: any format will do. */
	if (sample.n == 0 ? !format_open(SPAN("combined"), &f, err) :
	    !format_detect(sample, &f, err))
		return NULL;
	return remember_format(in, f);
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

static uint32_t
new_slot(struct ingest *in)
{
	in->slot = mem_grow(in->slot, in->n_slots + 1, sizeof(*in->slot));
	in->slot[in->n_slots] = mem_new(sizeof(**in->slot));
	return (uint32_t)in->n_slots++;
}

static void
drop_slot(struct ingest *in, uint32_t number)
{
	/* Only the last one is ever dropped: it was made for this file. */
	in->n_slots--;
	stream_free(&in->slot[number]->s);
	mem_free(in->slot[number]);
}

/* The slot of a stored stream, loaded if need be. */
static bool
slot_of(struct ingest *in, int64_t id, uint32_t *out, struct err *err)
{
	struct stream s;

	for (size_t i = 0; i < in->n_slots; i++)
		if (in->slot[i]->s.id == id) {
			*out = (uint32_t)i;
			return true;
		}
	if (!streams_load(in->plan.db, id, &s, err))
		return false;
	*out = new_slot(in);
	in->slot[*out]->s = s;
	return true;
}

static bool
slot_format(struct ingest *in, struct slot *slot, struct err *err)
{
	struct format *f;

	if (slot->format != NULL || slot->s.format == NULL)
		return true;
	if (!format_open(span_of(slot->s.format), &f, err))
		return err_add(err, "the stream's format");
	slot->format = remember_format(in, f);
	return true;
}

/* What this file was when it was last seen, in this run or before. */
static bool
recall(struct job *job, struct stream_file *f, char *state, bool *known,
    uint32_t *stream, struct err *err)
{
	struct ingest *in = job->in;

	*stream = UINT32_MAX;
	*f = (struct stream_file){ .grp = in->plan.grp,
		.dev = (uint64_t)job->st.st_dev,
		.ino = (uint64_t)job->st.st_ino };
	for (size_t i = in->n_memos; i-- > 0;) {
		const struct memo *m = &in->memo[i];

		if (m->file.dev == f->dev && m->file.ino == f->ino) {
			*f = m->file;
			*known = true;
			*stream = m->stream;
			return true;
		}
	}
	if (!streams_file_get(in->plan.db, f, state, known, err))
		return false;
	if (*known && f->stream != 0)
		return slot_of(in, f->stream, stream, err);
	return true;
}

static int64_t
mtime_ns(const struct stat *st)
{
	return (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
}

static void
memorize(struct job *job)
{
	struct ingest *in = job->in;
	struct memo m = { .path = mem_dup(job->path, strlen(job->path)),
		.stream = job->stream };

	m.file = (struct stream_file){ .grp = in->plan.grp,
		.dev = (uint64_t)job->st.st_dev,
		.ino = (uint64_t)job->st.st_ino, .size = job->st.st_size,
		.mtime_ns = mtime_ns(&job->st), .path = m.path,
		.state = ingest_result_name(job->result) };
	in->memo = mem_grow(in->memo, in->n_memos + 1, sizeof(*in->memo));
	in->memo[in->n_memos++] = m;
}

/* Does the file begin as the stream does?  Both have marks at the same places. */
static bool
same_head(const struct stream *s, const struct stream *head)
{
	size_t n = 0;

	while (n < s->n_marks && s->mark[n].bytes <= STREAM_HEAD)
		n++;
	if (n == 0 || n > head->n_marks)
		return false;
	for (size_t i = 0; i < n; i++)
		if (s->mark[i].bytes != head->mark[i].bytes ||
		    !prefix_same(&s->mark[i].hash, &head->mark[i].hash))
			return false;
	return true;
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
	struct slot *slot = in->slot[number];
	struct undo before = undo_begin(&slot->s);
	struct consume c = { .keys = db_keys(in->plan.db),
		.crew = in->plan.crew, .number = number,
		.complete = job->complete, .resolve = resolve,
		.safe_point = safe_point, .self = in };

	if (!slot_format(in, slot, err))
		return false;
	if (job->packed) {
		crew_wait(in->plan.crew);
		crew_keep(in->plan.crew);
	}
	slot->dirty = true;

	bool good = consume(&c, job->fd, &slot->s, slot->format, how, err);

	settle(job, good ? *how : CONSUMED_DAMAGED, &slot->s, &before);
	return good;
}

/* Goes on with the stream in that slot.  *same: it was that stream's file. */
static bool
go_on(struct job *job, uint32_t number, bool *same, struct err *err)
{
	struct slot *slot = job->in->slot[number];
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
	uint32_t number = new_slot(in);
	struct stream *s = &in->slot[number]->s;
	enum consumed how = CONSUMED_ALL;

	s->grp = mem_dup(in->plan.grp, strlen(in->plan.grp));
	s->path = mem_dup(job->path, strlen(job->path));
	if (!run_consume(job, number, &how, err)) {
		if (s->consumed == 0)
			drop_slot(in, number);
		return false;
	}
	job->result = result_of(how);
	job->stream = number;
	if (s->consumed == 0 && !s->tail) {
		drop_slot(in, number);
		job->stream = UINT32_MAX;
		if (how == CONSUMED_ALL)
			job->result = INGEST_EMPTY;
	}
	return true;
}

/* Streams, stored or of this run, whose head is the file's. */
static bool
candidates(struct job *job, struct buf *out, struct err *err)
{
	struct ingest *in = job->in;
	struct buf ids = { 0 };
	bool good = true;

	for (size_t i = 0; good && i < job->head.n_marks; i++)
		good = streams_find(in->plan.db, span_of(in->plan.grp),
		    job->head.mark[i].hash, i + 1 == job->head.n_marks, &ids,
		    err);
	for (size_t i = 0; good && i < ids.n / sizeof(int64_t); i++) {
		int64_t id;
		uint32_t number;

		memcpy(&id, ids.p + i * sizeof(id), sizeof(id));
		good = slot_of(in, id, &number, err);
	}
	buf_close(&ids);
	for (size_t i = 0; good && i < in->n_slots; i++) {
		const struct stream *s = &in->slot[i]->s;
		uint32_t number = (uint32_t)i;

		if (same_head(s, &job->head) || same_head(&job->head, s) ||
		    (s->n_marks > 0 && s->mark[0].bytes > STREAM_HEAD))
			buf_add(out, &number, sizeof(number));
	}
	return good;
}

static bool
identified(struct job *job, const struct buf *numbers, struct err *err)
{
	struct ingest *in = job->in;
	size_t n = numbers->n / sizeof(uint32_t), which = 0;
	struct stream **cand = mem_new(n * sizeof(struct stream *));
	uint32_t number = UINT32_MAX;
	enum identity is = IDENTITY_NEW;
	bool good, same = false;

	for (size_t i = 0; i < n; i++) {
		memcpy(&number, numbers->p + i * sizeof(number),
		    sizeof(number));
		cand[i] = &in->slot[number]->s;
	}
	good = n == 0 || identify(db_keys(in->plan.db), job->fd, cand, n, &is,
	    &which, err);
	if (is != IDENTITY_NEW)
		memcpy(&number, numbers->p + which * sizeof(number),
		    sizeof(number));
	mem_free(cand);
	if (!good)
		return false;
	if (is == IDENTITY_COPY || is == IDENTITY_UNVERIFIED) {
		job->result = is == IDENTITY_COPY ? INGEST_COPY :
		    INGEST_UNVERIFIED;
		job->stream = number;
		return true;
	}
	if (lseek(job->fd, 0, SEEK_SET) < 0)
		return err_set(err, ERR_IO, "%s", strerror(errno));
	if (is == IDENTITY_CONTINUES && !go_on(job, number, &same, err))
		return false;
	return same || begin_stream(job, err);
}

static bool
look_closer(struct job *job, struct err *err)
{
	struct buf numbers = { 0 };
	bool good = candidates(job, &numbers, err) &&
	    identified(job, &numbers, err);

	buf_close(&numbers);
	return good;
}

static bool
regular_file(struct job *job, struct err *err)
{
	struct ingest *in = job->in;
	struct stream_file memo;
	uint32_t number;
	char state[16];
	bool known, same = false;

	if (!recall(job, &memo, state, &known, &number, err))
		return false;
	if (known && memo.size == job->st.st_size &&
	    memo.mtime_ns == mtime_ns(&job->st)) {
		job->result = INGEST_UNCHANGED;
		job->stream = number;
		return true;
	}
	if (!identify_head(db_keys(in->plan.db), job->fd, &job->head, err))
		return false;
	if (job->head.n_marks == 0)
		return true; /* empty */
	if (lseek(job->fd, 0, SEEK_SET) < 0)
		return err_set(err, ERR_IO, "%s", strerror(errno));
	if (number != UINT32_MAX && !job->packed &&
	    same_head(&in->slot[number]->s, &job->head) &&
	    !go_on(job, number, &same, err))
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
    enum ingest_result *result, uint32_t *stream, struct err *err)
{
	struct job job = { .in = in, .path = path, .complete = complete,
		.fd = -1, .result = INGEST_EMPTY, .stream = UINT32_MAX };
	bool opened = open_job(&job, err);
	bool good = opened && (job.fd == STDIN_FILENO ?
	    begin_stream(&job, err) : regular_file(&job, err));

	if (opened && (!good || job.result == INGEST_REFUSED))
		err_add(err, "%s", job.fd == STDIN_FILENO ?
		    "standard input" : path);
	if (job.fd > STDIN_FILENO)
		close(job.fd);
	stream_free(&job.head);
	*result = good ? job.result : INGEST_FAILED;
	*stream = job.stream;
	return good || !in->fatal;
}

bool
ingest_save(struct ingest *in, struct err *err)
{
	for (size_t i = 0; i < in->n_slots; i++) {
		struct slot *slot = in->slot[i];

		if (slot->dirty && !streams_save(in->plan.db, &slot->s, err))
			return false;
		slot->dirty = false;
	}
	for (size_t i = 0; i < in->n_memos; i++) {
		struct memo *m = &in->memo[i];

		if (m->stream != UINT32_MAX)
			m->file.stream = in->slot[m->stream]->s.id;
		if (!streams_file_put(in->plan.db, &m->file, err))
			return false;
	}
	return true;
}
