/* SPDX-License-Identifier: MIT */
#include "ingest/survey.h"

#include <unistd.h>

#include "common/mem.h"
#include "ingest/identify.h"

/* A line that goes on for longer may be one without an end. */
enum { LOOK_BYTES = 8 * 1024 };

/* What a stream of it is known by, at least: of a line without its newline nothing is, as what
 * another file has in its place would go on after the same lines. */
static size_t
known_part(const char *p, size_t n)
{
	size_t head = n < STREAM_HEAD ? n : STREAM_HEAD;
	const char *last = memrchr(p, '\n', head);

	if (last == NULL || memchr(p + head, '\n', n - head) != NULL)
		return head;
	return (size_t)(last - p) + 1;
}

/* Does no stream begin as the file does? */
static bool
is_fresh(struct ingest *in, struct span head)
{
	struct stream marks = { .id = 0 };
	struct buf numbers = { 0 };

	identify_marks(db_keys(in->plan.db), head, &marks);

	bool good = slots_candidates(&in->slots, &marks, &numbers, NULL) &&
	    numbers.n == 0;

	buf_close(&numbers);
	stream_free(&marks);
	return good;
}

static void
look(struct ingest *in, const char *path, struct survey_file *f,
    struct schedule_file *found)
{
	struct job job = { .in = in, .path = path, .fd = -1 };
	char bytes[LOOK_BYTES];
	size_t n;
	bool good = job_open(&job, NULL) &&
	    identify_read(job.fd, bytes, sizeof(bytes), &n, NULL);

	if (job.fd >= 0)
		close(job.fd);
	if (!good)
		return;
	f->st = job.st;
	f->packed = job.packed;
	n = known_part(bytes, n);
	f->head = mem_dup(bytes, n);
	found->head = (struct span){ f->head, n };
	found->weight = (uint64_t)f->st.st_size *
	    (f->packed ? SCHEDULE_RATIO : 1);
	found->fresh = is_fresh(in, found->head);
}

/* May it have something new? */
static bool
changed(struct ingest *in, const struct ingest_request *request)
{
	struct job job = { .in = in, .path = request->path,
		.complete = request->complete, .fd = -1 };
	struct slots_file was;

	if (strcmp(request->path, "-") == 0)
		return false;

	bool found = job_open(&job, NULL) && slots_recall(&in->slots,
	    (uint64_t)job.st.st_dev, (uint64_t)job.st.st_ino, &was, NULL) &&
	    !job_unchanged(&job, &was);

	if (job.fd >= 0)
		close(job.fd);
	return found;
}

void
survey_make(struct ingest *in, const struct ingest_files *files,
    struct survey *out)
{
	*out = (struct survey){ mem_new(files->n * sizeof(*out->file)),
		mem_new(files->n * sizeof(*out->found)), files->n };

	bool *is = mem_new(files->n * sizeof(*is));
	size_t n = 0;

	for (size_t i = 0; i < files->n; i++) {
		is[i] = changed(in, &files->request[i]);
		n += is[i];
	}
	/* A run of cron with one log that has grown has nothing to look at. */
	for (size_t i = 0; n > 1 && i < files->n; i++)
		if (is[i])
			look(in, files->request[i].path, &out->file[i],
			    &out->found[i]);
	mem_free(is);
}

void
survey_close(struct survey *s)
{
	for (size_t i = 0; i < s->n; i++)
		mem_free(s->file[i].head);
	mem_free(s->file);
	mem_free(s->found);
	*s = (struct survey){ 0 };
}

bool
survey_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino &&
	    a->st_size == b->st_size &&
	    a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	    a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}
