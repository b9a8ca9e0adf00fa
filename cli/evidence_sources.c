/* SPDX-License-Identifier: MIT */
#include "cli/evidence_sources.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/files.h"
#include "cli/log_content.h"
#include "store/ledger.h"
#include "store/streams.h"

/* What is known of a source while its log is looked for. */
struct wanted {
	const char *path;
	struct hash128 hash;
	bool found;
};

struct finding {
	const struct workplace *w;
	struct evidence_sources *out;
	struct period days;
	size_t cap, day_cap;
	struct wanted *wanted; /* of each source */
	const char **seen;     /* files that were looked at */
	size_t n_seen;
};

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* ---- from the ledger ---- */

static struct evidence_source *
find_source(struct finding *f, const struct ledger_entry *e)
{
	struct evidence_sources *l = f->out;

	for (size_t i = l->n; i-- > 0; )
		if (l->source[i].stream == e->stream)
			return &l->source[i];
	if (l->n == f->cap) {
		f->cap = f->cap > 0 ? 2 * f->cap : 64;
		l->source = mem_grow(l->source, f->cap, sizeof(*l->source));
	}
	l->source[l->n] = (struct evidence_source){ .stream = e->stream,
		.name = "", .group = "", .format = "", .first_s = 0,
		.last_s = -1 };
	return &l->source[l->n++];
}

static struct evidence_day *
day_of(struct finding *f, int32_t day)
{
	struct evidence_sources *l = f->out;

	for (size_t i = l->n_days; i-- > 0; )
		if (l->day[i].day == day)
			return &l->day[i];
	if (l->n_days == f->day_cap) {
		f->day_cap = f->day_cap > 0 ? 2 * f->day_cap : 64;
		l->day = mem_grow(l->day, f->day_cap, sizeof(*l->day));
	}
	l->day[l->n_days] = (struct evidence_day){ .day = day };
	return &l->day[l->n_days++];
}

static void
take_lines(void *self, const struct ledger_entry *e)
{
	struct finding *f = self;
	struct evidence_source *s;
	int class = 0;

	while (class < CLASS__MAX && !span_eq(e->class,
	    span_of(class_name((enum class)class))))
		class++;
	if (class == CLASS__MAX || e->day == INT32_MIN)
		return;
	s = find_source(f, e);
	if (e->day < f->days.from || e->day > f->days.to) {
		s->beside += e->lines;
		return;
	}
	s->lines[class] += e->lines;
	day_of(f, e->day)->lines[class] += e->lines;
}

static const char *
kept(struct finding *f, const char *text)
{
	return arena_dup(&f->out->arena, text, strlen(text));
}

static bool
load_stream(struct finding *f, size_t i, struct err *err)
{
	struct evidence_source *s = &f->out->source[i];
	struct stream st = { 0 };

	if (!streams_load(f->w->db, s->stream, &st, err))
		return false;
	f->wanted[i].path = kept(f, st.path);
	f->wanted[i].hash = st.hash;
	s->name = base_name(f->wanted[i].path);
	s->group = kept(f, st.grp);
	s->format = kept(f, st.format);
	s->bytes = (int64_t)st.consumed;
	if (st.has_times) {
		s->first_s = st.first_s;
		s->last_s = st.last_s;
	}
	stream_free(&st);
	return true;
}

/* ---- the files ---- */

static int
by_bytes(const void *pa, const void *pb)
{
	const struct log_content_at *a = pa, *b = pb;

	return (a->bytes > b->bytes) - (a->bytes < b->bytes);
}

static bool
seen_before(const struct finding *f, const char *path)
{
	for (size_t i = 0; i < f->n_seen; i++)
		if (strcmp(f->seen[i], path) == 0)
			return true;
	return false;
}

static void
take_file(struct finding *f, size_t i, const char *path,
    const struct log_content *c)
{
	struct evidence_source *s = &f->out->source[i];
	struct stat st;

	for (size_t k = 0; k < c->n; k++) {
		if (!c->at[k].reached || (int64_t)c->at[k].bytes != s->bytes ||
		    memcmp(&c->at[k].prefix, &f->wanted[i].hash,
		    sizeof(c->at[k].prefix)) != 0)
			continue;
		f->wanted[i].found = true;
		memcpy(s->content, c->at[k].sha256, sizeof(s->content));
		s->more = c->bytes > c->at[k].bytes;
		s->name = base_name(kept(f, path));
		if (stat(path, &st) == 0)
			s->file_bytes = (int64_t)st.st_size;
		if (!hash_sha256_file_hex(path, s->file, NULL))
			s->file[0] = '\0';
		return;
	}
}

/* A file that cannot be read is no log of ours any more: that is told by what is missing. */
static void
look_at(struct finding *f, const char *path)
{
	size_t n = f->out->n;
	struct log_content c = { .keys = db_keys(f->w->db),
		.max_bytes = f->w->settings.max_file_bytes };

	if (seen_before(f, path))
		return;
	f->seen = mem_grow(f->seen, f->n_seen + 1, sizeof(*f->seen));
	f->seen[f->n_seen++] = kept(f, path);
	c.at = mem_new(n * sizeof(*c.at));
	for (size_t i = 0; i < n; i++)
		if (!f->wanted[i].found)
			c.at[c.n++].bytes = (uint64_t)f->out->source[i].bytes;
	if (c.n > 1)
		qsort(c.at, c.n, sizeof(*c.at), by_bytes);
	if (log_content_read(path, &c, NULL))
		for (size_t i = 0; i < n; i++)
			if (!f->wanted[i].found)
				take_file(f, i, path, &c);
	mem_free(c.at);
}

static bool
all_found(const struct finding *f)
{
	for (size_t i = 0; i < f->out->n; i++)
		if (!f->wanted[i].found)
			return false;
	return true;
}

/* First where they were, then wherever a log may be. */
static bool
find_files(struct finding *f, struct err *err)
{
	struct file_list list = { 0 };
	bool good = true;

	for (size_t i = 0; i < f->out->n; i++)
		look_at(f, f->wanted[i].path);
	for (size_t g = 0; !all_found(f) && g < f->w->settings.n_groups; g++)
		for (size_t i = 0; good &&
		    i < f->w->settings.group[g].n_patterns; i++) {
			size_t matched;

			good = files_glob(&list,
			    &f->w->settings.group[g].pattern[i], &matched, err);
		}
	for (size_t i = 0; good && i < list.n && !all_found(f); i++)
		look_at(f, list.file[i].path);
	files_close(&list);
	return good;
}

static int
by_time(const void *pa, const void *pb)
{
	const struct evidence_source *a = pa, *b = pb;
	int order;

	if (a->first_s != b->first_s)
		return a->first_s < b->first_s ? -1 : 1;
	order = strcmp(a->name, b->name);
	return order != 0 ? order : strcmp(a->content, b->content);
}

static int
by_day(const void *pa, const void *pb)
{
	const struct evidence_day *a = pa, *b = pb;

	return (a->day > b->day) - (a->day < b->day);
}

bool
evidence_sources_load(const struct workplace *w, const struct store_site *s,
    struct period days, struct evidence_sources *out, struct err *err)
{
	struct finding f = { .w = w, .out = out, .days = days };
	struct ledger_query q = { s, { days.from - 1, days.to + 1 },
		take_lines, &f };
	bool good = ledger_list(w->db, &q, err);

	f.wanted = mem_new((out->n + 1) * sizeof(*f.wanted));
	for (size_t i = 0; good && i < out->n; i++)
		good = load_stream(&f, i, err);
	good = good && find_files(&f, err);
	if (out->n > 1)
		qsort(out->source, out->n, sizeof(*out->source), by_time);
	if (out->n_days > 1)
		qsort(out->day, out->n_days, sizeof(*out->day), by_day);
	mem_free(f.wanted);
	mem_free(f.seen);
	return good;
}

void
evidence_sources_close(struct evidence_sources *l)
{
	mem_free(l->source);
	mem_free(l->day);
	arena_close(&l->arena);
	*l = (struct evidence_sources){ 0 };
}
