/* SPDX-License-Identifier: MIT */
#include "ingest/ingest.h"

#include <unistd.h>

#include "common/mem.h"
#include "ingest/identify.h"
#include "ingest/lanes.h"

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
		.formats = { .spec = plan->format, .crew = plan->crew,
		.forwarded = plan->forwarded } };
	if (format != NULL)
		formats_keep(&in->slots.formats, format);
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

static bool
regular_file(struct job *job, struct err *err)
{
	struct slots *slots = &job->in->slots;
	struct slots_file was;
	bool same = false;

	if (!slots_recall(slots, (uint64_t)job->st.st_dev,
	    (uint64_t)job->st.st_ino, &was, err))
		return false;
	if (job_unchanged(job, &was)) {
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
		job_memorize(job);
	return true;
}

bool
ingest_file(struct ingest *in, const char *path, bool complete,
    struct ingest_outcome *out, struct err *err)
{
	struct job job = { .in = in, .path = path, .complete = complete,
		.fd = -1, .result = INGEST_EMPTY, .stream = SLOTS_NONE };
	bool opened = job_open(&job, err);
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
ingest_ahead(struct ingest *in, const struct ingest_lanes *lanes,
    const struct ingest_files *files, struct err *err)
{
	struct survey survey;
	struct schedule schedule;
	struct lanes_plan plan = { in, lanes, files, &survey, &schedule };

	for (size_t i = 0; i < files->n; i++)
		files->outcome[i] = (struct ingest_outcome){ INGEST__MAX,
			SLOTS_NONE };
	if (files->n < 2 || lanes->threads < 2)
		return true;
	survey_make(in, files, &survey);
	schedule_make(survey.found, survey.n, lanes->threads, &schedule);

	bool good = schedule.lanes == 0 || lanes_run(&plan, err);

	schedule_close(&schedule);
	survey_close(&survey);
	return good;
}

bool
ingest_save(struct ingest *in, struct err *err)
{
	return slots_save(&in->slots, err);
}
