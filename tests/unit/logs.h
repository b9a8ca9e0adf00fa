/* SPDX-License-Identifier: MIT */
/* logs.h -- what the tests of ingest share: files in a folder of their own, and a
 * sink that counts what it is given, as the fold does: provisional until kept. */
#ifndef TESTS_UNIT_LOGS_H
#define TESTS_UNIT_LOGS_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#include "common/file.h"
#include "ingest/ingest.h"
#include "tests/unit/rig.h"

/* A line of the common format; n is a digit or more, as text. */
#define L(n) "192.0.2.1 - - [01/Oct/2026:00:00:00 +0000] \"GET /" n \
	" HTTP/1.1\" 200 5\n"

struct tally {
	uint64_t hits, refused[CLASS__MAX];
	uint64_t sum; /* of the targets' hashes: whatever their order */
};

static inline void
tally_add(struct tally *to, const struct tally *t)
{
	to->hits += t->hits;
	to->sum += t->sum;
	for (int c = 0; c < CLASS__MAX; c++)
		to->refused[c] += t->refused[c];
}

static inline bool
tally_same(const struct tally *a, const struct tally *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}

struct counter {
	struct tally taken, kept;
};

static inline void
counter_take(void *self, const struct hit_batch *b)
{
	struct counter *c = self;

	for (uint32_t i = 0; i < b->n; i++)
		c->taken.sum += hash_fast(1, b->hit[i].target.p,
		    b->hit[i].target.n);
	c->taken.hits += b->n;
	for (int k = 0; k < CLASS__MAX; k++)
		c->taken.refused[k] += b->refused[k];
}

static inline void
counter_keep(void *self)
{
	struct counter *c = self;

	tally_add(&c->kept, &c->taken);
	c->taken = (struct tally){ 0 };
}

static inline void
counter_drop(void *self)
{
	struct counter *c = self;

	c->taken = (struct tally){ 0 };
}

static inline struct hit_sink
counter_sink(struct counter *c)
{
	return (struct hit_sink){ c, counter_take, counter_keep,
		counter_drop };
}

static inline struct tally
tally_of(const struct counter *c, size_t n)
{
	struct tally all = { 0 };

	for (size_t i = 0; i < n; i++)
		tally_add(&all, &c[i].kept);
	return all;
}

/* ---- files ---- */

struct logs {
	char dir[32];
	struct db *db;
	struct counter counter[4];
	size_t threads;
	uint64_t max_bytes; /* 0: the default */
	struct until_clock clock;
	unsigned commits; /* at safe points */
	/* during a run */
	struct crew *crew;
	struct ingest *in;
};

static inline void
logs_open(struct logs *l)
{
	struct err err;

	*l = (struct logs){ .dir = "/tmp/t_logs.XXXXXX", .threads = 1 };
	if (mkdtemp(l->dir) == NULL)
		abort();
	must(db_open(NULL, DB_WRITE, &l->db, &err), &err);
}

static inline void
logs_close(struct logs *l)
{
	char command[64];

	db_close(l->db);
	snprintf(command, sizeof(command), "rm -r %s", l->dir);
	if (system(command) != 0)
		abort();
}

/* Good until the fourth call after. */
static inline const char *
logs_path(const struct logs *l, const char *name)
{
	static char path[4][96];
	static unsigned turn;
	char *out = path[turn++ % 4];

	snprintf(out, sizeof(path[0]), "%s/%s", l->dir, name);
	return out;
}

static inline void
logs_write(const struct logs *l, const char *name, int flags,
    struct span text)
{
	int fd = open(logs_path(l, name), O_WRONLY | O_CREAT | flags, 0600);

	if (fd < 0 || write(fd, text.p, text.n) != (ssize_t)text.n ||
	    close(fd) != 0)
		abort();
}

/* One gzip member, appended. */
static inline void
logs_pack(struct buf *out, struct span text)
{
	z_stream zs = { 0 };
	size_t room = text.n + text.n / 100 + 1000;

	if (deflateInit2(&zs, 6, Z_DEFLATED, 15 + 16, 8,
	    Z_DEFAULT_STRATEGY) != Z_OK)
		abort();
	buf_reserve(out, room);
	zs.next_in = (unsigned char *)(uintptr_t)text.p;
	zs.avail_in = (uInt)text.n;
	zs.next_out = (unsigned char *)out->p + out->n;
	zs.avail_out = (uInt)room;
	if (deflate(&zs, Z_FINISH) != Z_STREAM_END)
		abort();
	out->n += room - zs.avail_out;
	deflateEnd(&zs);
}

static inline struct buf
logs_read(const struct logs *l, const char *name)
{
	struct buf text = { 0 };
	struct err err;

	must(file_read(logs_path(l, name), 1 << 28, &text, &err), &err);
	return text;
}

/* ---- runs ---- */

static inline bool
logs_safe_point(void *self, struct err *err)
{
	struct logs *l = self;

	l->commits++;
	crew_keep(l->crew);
	return db_begin(l->db, err) && ingest_save(l->in, err) &&
	    db_commit(l->db, err);
}

static inline void
logs_begin(struct logs *l, const char *format, bool accept_damaged)
{
	struct hit_sink sink[4];
	struct ingest_plan plan = { .db = l->db, .grp = "g",
		.format = format, .accept_damaged = accept_damaged,
		.max_bytes = l->max_bytes, .clock = l->clock,
		.safe_point = logs_safe_point, .self = l };
	struct err err;

	for (size_t i = 0; i < l->threads; i++)
		sink[i] = counter_sink(&l->counter[i]);
	must(crew_open(sink, l->threads, &l->crew, &err), &err);
	plan.crew = l->crew;
	must(ingest_open(&plan, &l->in, &err), &err);
}

/* good: as the run ends well; else it is killed, and nothing is kept. */
static inline void
logs_end(struct logs *l, bool good)
{
	struct err err;

	crew_wait(l->crew);
	if (good)
		must(logs_safe_point(l, &err), &err);
	else
		crew_drop(l->crew);
	ingest_close(l->in);
	crew_close(l->crew);
}

static inline enum ingest_result
logs_file(struct logs *l, const char *name, bool complete)
{
	struct ingest_outcome out;
	struct err err;

	must(ingest_file(l->in, logs_path(l, name), complete, &out, &err),
	    &err);
	crew_wait(l->crew);
	return out.result;
}

/* One file in a run of its own. */
static inline enum ingest_result
logs_run(struct logs *l, const char *name, bool complete)
{
	enum ingest_result r;

	logs_begin(l, "auto", false);
	r = logs_file(l, name, complete);
	logs_end(l, true);
	return r;
}

#endif
