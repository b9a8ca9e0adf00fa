/* SPDX-License-Identifier: MIT */
#include "ingest/crew.h"

#include <pthread.h>

#include "common/mem.h"

/* Chunks that follow each other go to one worker: what one visitor does within minutes
 * then lies in one partial rather than in several. */
enum { CREW_RUN = 8 };

struct worker {
	struct crew *crew;
	uint64_t run;         /* the one it is at */
	struct hit_sink sink;
	struct crew_desk *desk;
	pthread_t thread;
	bool started;
};

struct crew {
	struct worker *worker;
	size_t n;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	struct chunk *chunk;  /* n_chunks of them */
	struct chunk **idle, **ready; /* ready: in the order of the text */
	size_t n_chunks, n_idle, n_ready;
	size_t n_held;        /* handed out, and not given yet */
	uint64_t given, lines;
	bool stop;
};

static void
deliver(const struct chunk *chunk, struct hit_batch *b,
    const struct hit_sink *sink)
{
	b->stream = chunk->stream;
	sink->take(sink->self, b);
	b->n = 0;
	memset(b->refused, 0, sizeof(b->refused));
}

static enum class
parse_line(const struct chunk *chunk, struct scan_line *line,
    struct clf_memo *memo, struct hit *hit)
{
	struct span *text = &line->text;

	/* A writer that does not append leaves a hole of NULs after copytruncate. */
	while (text->n > 0 && text->p[0] == '\0')
		*text = (struct span){ text->p + 1, text->n - 1 };
	if (text->n > LINE_MAX_BYTES)
		return CLASS_OVERSIZE;

	/* As far into the room as the line is into the chunk. */
	char *room = chunk->room != NULL ?
	    chunk->room + (text->p - chunk->p) : NULL;

	switch (format_parse_scanned(chunk->format, line, room, memo, hit)) {
	case FORMAT_HIT:
		return CLASS__MAX;
	case FORMAT_DIRECTIVE:
		return CLASS_DIRECTIVE;
	case FORMAT_BLANK:
		return CLASS_BLANK;
	case FORMAT_MALFORMED:
		break;
	}
	return CLASS_MALFORMED;
}

uint64_t
crew_parse(const struct chunk *chunk, struct crew_desk *desk,
    const struct hit_sink *sink)
{
	struct hit_batch *b = &desk->batch;
	struct scan_line line;
	uint64_t lines = chunk->oversize;

	b->refused[CLASS_OVERSIZE] += chunk->oversize;
	scan_begin(&desk->scan, (struct span){ chunk->p, chunk->n },
	    chunk->format != NULL && format_wants_quotes(chunk->format));
	for (; scan_next(&desk->scan, &line); lines++) {
		enum class c = parse_line(chunk, &line, &desk->memo,
		    &b->hit[b->n]);

		if (c != CLASS__MAX)
			b->refused[c]++;
		else if (++b->n == HIT_BATCH_MAX)
			deliver(chunk, b, sink);
	}
	deliver(chunk, b, sink);
	return lines;
}

/* The first ready chunk of its run, or of a run that nobody is at; or NULL. */
static struct chunk *
next_chunk(struct worker *w)
{
	struct crew *c = w->crew;

	for (size_t i = 0; i < c->n_ready; i++) {
		struct chunk *chunk = c->ready[i];
		bool taken = false;

		for (size_t k = 0; k < c->n; k++)
			taken = taken || (&c->worker[k] != w &&
			    c->worker[k].run == chunk->run);
		if (taken)
			continue;
		w->run = chunk->run;
		c->n_ready--;
		memmove(&c->ready[i], &c->ready[i + 1],
		    (c->n_ready - i) * sizeof(struct chunk *));
		return chunk;
	}
	return NULL;
}

static void *
work(void *self)
{
	struct worker *w = self;
	struct crew *c = w->crew;

	pthread_mutex_lock(&c->lock);
	for (;;) {
		struct chunk *chunk;
		uint64_t lines;

		while ((chunk = next_chunk(w)) == NULL &&
		    !(c->stop && c->n_ready == 0))
			pthread_cond_wait(&c->changed, &c->lock);
		if (chunk == NULL)
			break;

		pthread_mutex_unlock(&c->lock);
		lines = crew_parse(chunk, w->desk, &w->sink);
		pthread_mutex_lock(&c->lock);
		c->lines += lines;
		c->idle[c->n_idle++] = chunk;
		pthread_cond_broadcast(&c->changed);
	}
	pthread_mutex_unlock(&c->lock);
	return NULL;
}

static bool
start_workers(struct crew *c, struct err *err)
{
	for (size_t i = 0; c->n > 1 && i < c->n; i++) {
		if (pthread_create(&c->worker[i].thread, NULL, work,
		    &c->worker[i]) != 0)
			return err_set(err, ERR_IO, "cannot start a thread");
		c->worker[i].started = true;
	}
	return true;
}

bool
crew_open(const struct hit_sink *sink, size_t n, struct crew **out,
    struct err *err)
{
	struct crew *c = mem_new(sizeof(*c));

	c->n = n;
	c->n_chunks = n > 1 ? 2 * n * CREW_RUN : 1;
	c->worker = mem_new(n * sizeof(*c->worker));
	c->chunk = mem_new(c->n_chunks * sizeof(*c->chunk));
	c->idle = mem_new(c->n_chunks * sizeof(*c->idle));
	c->ready = mem_new(c->n_chunks * sizeof(*c->ready));
	pthread_mutex_init(&c->lock, NULL);
	pthread_cond_init(&c->changed, NULL);
	for (size_t i = 0; i < c->n_chunks; i++) {
		c->chunk[i].p = mem_grow(NULL, CREW_CHUNK_BYTES, 1);
		c->idle[c->n_idle++] = &c->chunk[i];
	}
	for (size_t i = 0; i < n; i++)
		c->worker[i] = (struct worker){ .crew = c, .sink = sink[i],
			.run = UINT64_MAX,
			.desk = mem_new(sizeof(struct crew_desk)) };
	if (!start_workers(c, err)) {
		crew_close(c);
		return false;
	}
	*out = c;
	return true;
}

void
crew_close(struct crew *c)
{
	if (c == NULL)
		return;
	pthread_mutex_lock(&c->lock);
	c->stop = true;
	pthread_cond_broadcast(&c->changed);
	pthread_mutex_unlock(&c->lock);
	for (size_t i = 0; i < c->n; i++) {
		if (c->worker[i].started)
			pthread_join(c->worker[i].thread, NULL);
		mem_free(c->worker[i].desk);
	}
	for (size_t i = 0; i < c->n_chunks; i++) {
		mem_free(c->chunk[i].p);
		mem_free(c->chunk[i].room);
	}
	pthread_cond_destroy(&c->changed);
	pthread_mutex_destroy(&c->lock);
	mem_free(c->worker);
	mem_free(c->chunk);
	mem_free(c->idle);
	mem_free(c->ready);
	mem_free(c);
}

struct chunk *
crew_chunk(struct crew *c)
{
	pthread_mutex_lock(&c->lock);
	while (c->n_idle == 0)
		pthread_cond_wait(&c->changed, &c->lock);

	struct chunk *chunk = c->idle[--c->n_idle];

	c->n_held++;
	pthread_mutex_unlock(&c->lock);
	chunk->n = 0;
	chunk->oversize = 0;
	return chunk;
}

void
crew_give(struct crew *c, struct chunk *chunk)
{
	bool empty = chunk->n == 0 && chunk->oversize == 0;

	if (chunk->n > 0 && chunk->room == NULL &&
	    format_has_escapes(chunk->format))
		chunk->room = mem_grow(NULL, CREW_CHUNK_BYTES, 1);

	if (c->n == 1 && !empty)
		c->lines += crew_parse(chunk, c->worker[0].desk,
		    &c->worker[0].sink);
	pthread_mutex_lock(&c->lock);
	c->n_held--;
	chunk->run = c->given / CREW_RUN;
	if (c->n == 1 || empty)
		c->idle[c->n_idle++] = chunk;
	else
		c->ready[c->n_ready++] = chunk;
	c->given += !empty;
	pthread_cond_broadcast(&c->changed);
	pthread_mutex_unlock(&c->lock);
}

void
crew_wait(struct crew *c)
{
	pthread_mutex_lock(&c->lock);
	while (c->n_idle + c->n_held < c->n_chunks)
		pthread_cond_wait(&c->changed, &c->lock);
	pthread_mutex_unlock(&c->lock);
}

uint64_t
crew_lines(struct crew *c)
{
	uint64_t lines;

	pthread_mutex_lock(&c->lock);
	lines = c->lines;
	pthread_mutex_unlock(&c->lock);
	return lines;
}

void
crew_keep(struct crew *c)
{
	for (size_t i = 0; i < c->n; i++)
		c->worker[i].sink.keep(c->worker[i].sink.self);
}

void
crew_drop(struct crew *c)
{
	for (size_t i = 0; i < c->n; i++)
		c->worker[i].sink.drop(c->worker[i].sink.self);
}
