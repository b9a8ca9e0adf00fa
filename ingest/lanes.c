/* SPDX-License-Identifier: MIT */
#include "ingest/lanes.h"

#include <pthread.h>
#include <unistd.h>

#include "common/mem.h"
#include "common/team.h"
#include "ingest/consume.h"

/* A small file may hold terabytes, for which others would have to wait. */
#define LANE_MAX_BYTES (UINT64_C(4) << 30)

struct lanes {
	const struct lanes_plan *plan;
	struct crew **crew;   /* one a lane */
	uint32_t *number;     /* of the stream that each file of the schedule is to be */
	pthread_mutex_t lock; /* of what follows, and of the ingest */
	size_t next;          /* of the schedule */
	uint64_t bytes;       /* read by all */
	bool failed;
	struct err err;
};

struct lane {
	struct lanes *all;
	size_t i;
	struct formats formats;
	uint64_t at;          /* of the file at hand: bytes read... */
	bool full;            /* ...and whether it was too much */
};

/* ---- what consume asks ---- */

static const struct format *
resolve(void *self, struct span sample, struct err *err)
{
	struct lane *l = self;

	return formats_tell(&l->formats, sample, err);
}

static const struct format *
adopt(void *self, struct format *f)
{
	struct lane *l = self;

	return formats_keep(&l->formats, f);
}

static bool
room(struct lane *l, bool last)
{
	const struct ingest_lanes *to = l->all->plan->lanes;

	l->full = !to->room(to->self, l->i, last);
	return !l->full;
}

static bool
point(void *self, struct err *err)
{
	return room(self, false) || err_set(err, ERR_MEMORY, "no room");
}

static void
reading(void *self, uint64_t bytes, uint64_t lines)
{
	struct lane *l = self;
	struct lanes *all = l->all;
	const struct ingest_plan *plan = &all->plan->in->plan;

	pthread_mutex_lock(&all->lock);
	all->bytes += bytes - l->at; /* may go back */
	plan->reading(plan->self, all->bytes, lines);
	pthread_mutex_unlock(&all->lock);
	l->at = bytes;
}

/* ---- a file ---- */

/* To its end, and all is as it should be. */
static bool
read_file(struct lane *l, struct job *job, struct stream *s)
{
	struct ingest *in = job->in;
	struct crew *crew = l->all->crew[l->i];
	uint64_t most = in->plan.max_bytes;
	struct consume c = { .keys = db_keys(in->plan.db), .fd = job->fd,
		.crew = crew, .number = job->stream,
		.shares = (unsigned)l->all->plan->schedule->lanes,
		.complete = job->complete, .plain = !job->packed,
		.max_bytes = most < LANE_MAX_BYTES ? most : LANE_MAX_BYTES,
		.clock = &in->plan.clock, .resolve = resolve, .adopt = adopt, .safe_point = point,
		.archive_point = point,
		.reading = in->plan.reading != NULL ? reading : NULL,
		.self = l };
	enum consumed how = CONSUMED_REFUSED;
	bool good = consume(&c, s, &how, NULL);

	crew_wait(crew);
	job->result = how == CONSUMED_CUT ? INGEST_CUT : INGEST_COUNTED;
	return good && (how == CONSUMED_ALL || how == CONSUMED_CUT) &&
	    s->consumed > 0 && room(l, true);
}

/* All of the file becomes the run's; s is taken over. */
static void
enter(const struct lane *l, const struct job *job, struct stream *s, size_t k)
{
	struct slot *slot = job->in->slots.slot[job->stream];

	crew_keep(l->all->crew[l->i]);
	slot->s = *s;
	slot->dirty = true;
	slot->reserved = false;
	*s = (struct stream){ .id = 0 };
	job_memorize(job);
	l->all->plan->files->outcome[k] = (struct ingest_outcome){
		job->result, job->stream };
}

/* The lock is held.  Once another lane has failed nothing is kept any more. */
static void
settle(struct lane *l, const struct job *job, struct stream *s, size_t k,
    bool kept)
{
	struct lanes *all = l->all;
	const struct ingest_lanes *to = all->plan->lanes;
	uint64_t weight = all->plan->survey->found[k].weight;

	/* Nor is there for others that are nearly as long. */
	if (l->full && weight / 2 < *to->too_heavy)
		*to->too_heavy = weight / 2;
	if (kept)
		enter(l, job, s, k);
	else
		crew_drop(all->crew[l->i]);
	all->failed = !to->settled(to->self, l->i, kept, &all->err);
}

/* Number i of the schedule. */
static void
do_file(struct lane *l, size_t i)
{
	struct lanes *all = l->all;
	const struct lanes_plan *plan = all->plan;
	size_t k = plan->schedule->file[i]; /* of the request */
	const char *path = plan->files->request[k].path;
	const char *grp = plan->in->plan.grp;
	struct job job = { .in = plan->in, .path = path, .fd = -1,
		.complete = plan->files->request[k].complete,
		.stream = all->number[i] };
	struct stream s = { .grp = mem_dup(grp, strlen(grp)),
		.path = mem_dup(path, strlen(path)) };

	l->at = 0;
	l->full = false;

	bool kept = job_open(&job, NULL) &&
	    survey_same(&job.st, &plan->survey->file[k].st) &&
	    read_file(l, &job, &s);

	if (job.fd >= 0)
		close(job.fd);
	pthread_mutex_lock(&all->lock);
	if (!all->failed)
		settle(l, &job, &s, k, kept);
	pthread_mutex_unlock(&all->lock);
	stream_free(&s);
}

/* The next one that is not too heavy; or the schedule's n. */
static size_t
take_next(struct lanes *all)
{
	const struct lanes_plan *plan = all->plan;
	size_t i = plan->schedule->n;

	pthread_mutex_lock(&all->lock);
	while (!all->failed && all->next < i && plan->survey->found[
	    plan->schedule->file[all->next]].weight >= *plan->lanes->too_heavy)
		all->next++;
	if (!all->failed && all->next < i)
		i = all->next++;
	pthread_mutex_unlock(&all->lock);
	return i;
}

static void
work(void *self, size_t number)
{
	struct lanes *all = self;
	const struct ingest_plan *plan = &all->plan->in->plan;
	struct lane lane = { .all = all, .i = number, .formats = {
		.spec = plan->format, .forwarded = plan->forwarded,
		.crew = all->crew[number] } };

	for (size_t i; (i = take_next(all)) < all->plan->schedule->n;)
		do_file(&lane, i);
	formats_close(&lane.formats);
}

bool
lanes_run(const struct lanes_plan *plan, struct err *err)
{
	const struct ingest_lanes *to = plan->lanes;
	size_t n = plan->schedule->lanes, files = plan->schedule->n;
	struct lanes all = { .plan = plan,
		.crew = mem_new(n * sizeof(struct crew *)),
		.number = mem_new(files * sizeof(uint32_t)) };

	for (size_t i = 0; i < files; i++) {
		all.number[i] = slots_new(&plan->in->slots);
		plan->in->slots.slot[all.number[i]]->reserved = true;
	}
	pthread_mutex_init(&all.lock, NULL);
	if (!to->open(to->self, n, all.crew, &all.err))
		all.failed = true;
	else
		team_run(n, work, &all);
	pthread_mutex_destroy(&all.lock);
	mem_free(all.crew);
	mem_free(all.number);
	if (all.failed)
		*err = all.err;
	return !all.failed;
}
