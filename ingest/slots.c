/* SPDX-License-Identifier: MIT */
#include "ingest/slots.h"

#include <stdio.h>

#include "common/mem.h"
#include "ingest/prefix.h"

struct slot_memo {
	struct stream_file file;
	char *path, *state; /* owned */
	uint32_t number;
};

void
slots_close(struct slots *s)
{
	for (size_t i = 0; i < s->n; i++) {
		stream_free(&s->slot[i]->s);
		mem_free(s->slot[i]);
	}
	for (size_t i = 0; i < s->n_memos; i++) {
		mem_free(s->memo[i].path);
		mem_free(s->memo[i].state);
	}
	formats_close(&s->formats);
	mem_free(s->slot);
	mem_free(s->memo);
	*s = (struct slots){ .db = s->db, .grp = s->grp };
}

uint32_t
slots_new(struct slots *s)
{
	s->slot = mem_grow(s->slot, s->n + 1, sizeof(*s->slot));
	s->slot[s->n] = mem_new(sizeof(**s->slot));
	return (uint32_t)s->n++;
}

void
slots_drop(struct slots *s, uint32_t number)
{
	s->n--;
	stream_free(&s->slot[number]->s);
	mem_free(s->slot[number]);
}

bool
slots_stored(struct slots *s, int64_t id, uint32_t *number, struct err *err)
{
	struct stream loaded;

	for (size_t i = 0; i < s->n; i++)
		if (s->slot[i]->s.id == id) {
			*number = (uint32_t)i;
			return true;
		}
	if (!streams_load(s->db, id, &loaded, err))
		return false;
	*number = slots_new(s);
	s->slot[*number]->s = loaded;
	return true;
}

bool
slots_recall(struct slots *s, uint64_t dev, uint64_t ino,
    struct slots_file *out, struct err *err)
{
	struct stream_file f = { .grp = s->grp, .dev = dev, .ino = ino };

	*out = (struct slots_file){ .number = SLOTS_NONE };
	for (size_t i = s->n_memos; i-- > 0;) {
		const struct slot_memo *m = &s->memo[i];

		if (m->file.dev == dev && m->file.ino == ino) {
			*out = (struct slots_file){ .known = true,
				.size = m->file.size,
				.mtime_ns = m->file.mtime_ns,
				.number = m->number };
			snprintf(out->state, sizeof(out->state), "%s",
			    m->file.state);
			return true;
		}
	}
	if (!streams_file_get(s->db, &f, out->state, &out->known, err))
		return false;
	out->size = f.size;
	out->mtime_ns = f.mtime_ns;
	return !out->known || f.stream == 0 ||
	    slots_stored(s, f.stream, &out->number, err);
}

void
slots_memorize(struct slots *s, const struct stream_file *file,
    uint32_t number)
{
	struct slot_memo m = { *file, mem_dup(file->path,
	    strlen(file->path)), mem_dup(file->state, strlen(file->state)),
	    number };

	m.file.grp = s->grp;
	m.file.path = m.path;
	m.file.state = m.state;
	m.file.stream = 0;
	s->memo = mem_grow(s->memo, s->n_memos + 1, sizeof(*s->memo));
	s->memo[s->n_memos++] = m;
}

bool
slots_same_head(const struct stream *s, const struct stream *head)
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

bool
slots_candidates(struct slots *s, const struct stream *head,
    struct buf *numbers, struct err *err)
{
	struct streams_query q = { .grp = span_of(s->grp) };
	struct buf ids = { 0 };
	bool good = true;

	for (size_t i = 0; good && i < head->n_marks; i++) {
		q.hash = head->mark[i].hash;
		q.any = i + 1 == head->n_marks;
		good = streams_find(s->db, &q, &ids, err);
	}
	good = good && streams_find_tails(s->db, span_of(s->grp), &ids, err);
	for (size_t i = 0; good && i < ids.n / sizeof(int64_t); i++) {
		int64_t id;
		uint32_t number;

		memcpy(&id, ids.p + i * sizeof(id), sizeof(id));
		good = slots_stored(s, id, &number, err);
	}
	buf_close(&ids);
	for (size_t i = 0; good && i < s->n; i++) {
		const struct stream *one = &s->slot[i]->s;
		uint32_t number = (uint32_t)i;

		if (s->slot[i]->reserved)
			continue;
		if (slots_same_head(one, head) ||
		    slots_same_head(head, one) || one->consumed == 0 ||
		    (one->n_marks > 0 && one->mark[0].bytes > STREAM_HEAD))
			buf_add(numbers, &number, sizeof(number));
	}
	return good;
}

bool
slots_save(struct slots *s, struct err *err)
{
	for (size_t i = 0; i < s->n; i++) {
		struct slot *slot = s->slot[i];

		if (slot->dirty && !streams_save(s->db, &slot->s, err))
			return false;
		slot->dirty = false;
	}
	for (; s->saved_memos < s->n_memos; s->saved_memos++) {
		struct slot_memo *m = &s->memo[s->saved_memos];

		if (m->number != SLOTS_NONE)
			m->file.stream = s->slot[m->number]->s.id;
		if (!streams_file_put(s->db, &m->file, err))
			return false;
	}
	return true;
}
