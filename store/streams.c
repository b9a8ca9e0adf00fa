/* SPDX-License-Identifier: MIT */
#include "store/streams.h"

#include <stdio.h>

#include "common/mem.h"

void
stream_free(struct stream *s)
{
	mem_free(s->grp);
	mem_free(s->format);
	mem_free(s->path);
	mem_free(s->mark);
	*s = (struct stream){ 0 };
}

void
stream_mark(struct stream *s, uint64_t bytes, struct hash128 hash)
{
	if (s->n_marks > 0 && s->mark[s->n_marks - 1].bytes >= bytes)
		return;
	if (s->n_marks == s->cap_marks) {
		s->cap_marks = s->cap_marks > 0 ? s->cap_marks * 2 : 16;
		s->mark = mem_grow(s->mark, s->cap_marks, sizeof(*s->mark));
	}
	s->mark[s->n_marks++] = (struct stream_mark){ bytes, hash };
}

static struct span
hash_span(const struct hash128 *h)
{
	return (struct span){ (const char *)h->b, sizeof(h->b) };
}

static bool
read_hash(struct span blob, struct hash128 *out, struct err *err)
{
	if (blob.n != sizeof(out->b))
		return err_set(err, ERR_DATA,
		    "database: a hash of %zu bytes", blob.n);
	memcpy(out->b, blob.p, sizeof(out->b));
	return true;
}

static bool
take_ids(struct db *db, enum stmt q, struct buf *ids, struct err *err)
{
	bool row;

	while (db_next(db, q, &row, err)) {
		if (!row)
			return true;

		int64_t id = db_int(db, q, 0);

		buf_add(ids, &id, sizeof(id));
	}
	return false;
}

bool
streams_find(struct db *db, const struct streams_query *q, struct buf *ids,
    struct err *err)
{
	db_start(db, STMT_HEAD_FIND, "tbi", q->grp, hash_span(&q->hash),
	    (int64_t)q->any);
	return take_ids(db, STMT_HEAD_FIND, ids, err);
}

bool
streams_find_tails(struct db *db, struct span grp, struct buf *ids,
    struct err *err)
{
	db_start(db, STMT_TAIL_FIND, "t", grp);
	return take_ids(db, STMT_TAIL_FIND, ids, err);
}

static char *
text_dup(struct span s)
{
	return mem_dup(s.p, s.n);
}

static bool
load_marks(struct db *db, struct stream *s, struct err *err)
{
	struct hash128 hash;
	bool row;

	db_start(db, STMT_MARK_LIST, "i", s->id);
	while (db_next(db, STMT_MARK_LIST, &row, err)) {
		if (!row) {
			s->stored_marks = s->n_marks;
			return true;
		}
		if (!read_hash(db_blob(db, STMT_MARK_LIST, 1), &hash, err))
			break;
		s->stored_bytes = (uint64_t)db_int(db, STMT_MARK_LIST, 0);
		stream_mark(s, s->stored_bytes, hash);
	}
	db_end(db, STMT_MARK_LIST);
	return false;
}

bool
streams_load(struct db *db, int64_t id, struct stream *out, struct err *err)
{
	struct stream s = { .id = id };
	enum stmt q = STMT_STREAM_GET;
	bool row;

	db_start(db, q, "i", id);
	if (!db_next(db, q, &row, err))
		return false;
	if (!row)
		return err_set(err, ERR_DATA, "database: stream %lld is gone",
		    (long long)id);
	s.grp = text_dup(db_text(db, q, 0));
	s.format = text_dup(db_text(db, q, 1));
	s.consumed = (uint64_t)db_int(db, q, 2);
	s.tail = db_int(db, q, 3) != 0;
	s.has_times = !db_null(db, q, 6);
	s.first_s = db_int(db, q, 6);
	s.last_s = db_int(db, q, 7);
	s.path = text_dup(db_text(db, q, 8));

	bool good = read_hash(db_blob(db, q, 4), &s.chain, err) &&
	    read_hash(db_blob(db, q, 5), &s.hash, err);

	db_end(db, q);
	if (!good || !load_marks(db, &s, err)) {
		stream_free(&s);
		return false;
	}
	*out = s;
	return true;
}

static bool
save_row(struct db *db, struct stream *s, struct err *err)
{
	const char *types = s->has_times ? "ttiibbiit" : "ttiibbnnt";
	const char *set = s->has_times ? "ttiibbiiti" : "ttiibbnnti";
	struct span grp = span_of(s->grp), format = span_of(s->format);
	struct span path = span_of(s->path);
	enum stmt q = s->id == 0 ? STMT_STREAM_ADD : STMT_STREAM_SET;
	bool good;

	if (s->id == 0)
		set = types;
	if (s->has_times)
		good = db_run(db, err, q, set, grp, format,
		    (int64_t)s->consumed, (int64_t)s->tail,
		    hash_span(&s->chain), hash_span(&s->hash), s->first_s,
		    s->last_s, path, s->id);
	else
		good = db_run(db, err, q, set, grp, format,
		    (int64_t)s->consumed, (int64_t)s->tail,
		    hash_span(&s->chain), hash_span(&s->hash), path, s->id);
	if (good && s->id == 0)
		s->id = db_inserted(db);
	return good;
}

/* A live log is committed every minute: of the marks of commits within one block the
 * last is enough.  The marks at powers of two lie at starts of blocks, but in the first. */
static bool
thin_marks(struct db *db, const struct stream *s, struct err *err)
{
	uint64_t block = s->consumed > 0 ?
	    (s->consumed - 1) / STREAM_BLOCK * STREAM_BLOCK : 0;

	return block == 0 || db_run(db, err, STMT_MARK_THIN, "iii", s->id,
	    (int64_t)block, (int64_t)s->consumed);
}

bool
streams_save(struct db *db, struct stream *s, struct err *err)
{
	size_t heads = 0;

	if (!save_row(db, s, err))
		return false;
	if (s->remark && (!db_run(db, err, STMT_HEAD_DROP, "i", s->id) ||
	    !db_run(db, err, STMT_MARK_DROP, "i", s->id)))
		return false;
	s->remark = false;
	while (heads < s->n_marks && s->mark[heads].bytes <= STREAM_HEAD)
		heads++;
	if (heads == 0 && s->n_marks > 0)
		heads = 1; /* a first line longer than the head */
	for (size_t i = 0; i < s->n_marks; i++) {
		const struct stream_mark *m = &s->mark[i];
		bool stored = i < s->stored_marks;

		if (!stored && !db_run(db, err, STMT_MARK_PUT, "iib", s->id,
		    (int64_t)m->bytes, hash_span(&m->hash)))
			return false;
		/* The last stored head may no longer be the last one. */
		if (i < heads && (!stored || i + 1 >= s->stored_marks) &&
		    !db_run(db, err, STMT_HEAD_PUT, "tbii", span_of(s->grp),
		    hash_span(&m->hash), s->id, (int64_t)(i + 1 == heads)))
			return false;
	}
	s->stored_marks = s->n_marks;
	return thin_marks(db, s, err);
}

bool
streams_file_get(struct db *db, struct stream_file *f, char *state,
    bool *known, struct err *err)
{
	enum stmt q = STMT_FILE_GET;

	db_start(db, q, "tii", span_of(f->grp), (int64_t)f->dev,
	    (int64_t)f->ino);
	if (!db_next(db, q, known, err))
		return false;
	if (!*known)
		return true;
	f->size = db_int(db, q, 0);
	f->mtime_ns = db_int(db, q, 1);
	f->stream = db_int(db, q, 2);

	struct span text = db_text(db, q, 3);

	snprintf(state, STREAM_STATE_MAX, "%.*s", (int)text.n, text.p);
	f->state = state;
	db_end(db, q);
	return true;
}

bool
streams_file_put(struct db *db, const struct stream_file *f, struct err *err)
{
	struct span grp = span_of(f->grp), state = span_of(f->state);
	struct span path = span_of(f->path);

	if (f->stream == 0)
		return db_run(db, err, STMT_FILE_PUT, "tiiiintt", grp,
		    (int64_t)f->dev, (int64_t)f->ino, f->size, f->mtime_ns,
		    state, path);
	return db_run(db, err, STMT_FILE_PUT, "tiiiiitt", grp,
	    (int64_t)f->dev, (int64_t)f->ino, f->size, f->mtime_ns,
	    f->stream, state, path);
}
