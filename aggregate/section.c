/* SPDX-License-Identifier: MIT */
#include "aggregate/section.h"

#include "aggregate/glob.h"
#include "common/mem.h"

/* One pattern; an empty glob fits any path, an empty name wants no parameter. */
struct pattern {
	unsigned section;
	bool post;
	struct span path, name, value;
};

struct sections {
	struct pattern *pattern; /* n of them, in the arena */
	size_t n;
	struct clean clean;
	struct arena arena;
};

static struct span
kept(struct sections *s, struct span text)
{
	return (struct span){ arena_dup(&s->arena, text.p, text.n), text.n };
}

static struct pattern
read_pattern(struct sections *s, unsigned section, struct span text)
{
	struct pattern p = { .section = section,
		.post = span_starts(text, SPAN(SITE_POST)) };
	struct span path;

	if (p.post) {
		text.p += sizeof(SITE_POST) - 1;
		text.n -= sizeof(SITE_POST) - 1;
	}
	path = span_cut(&text, '?');
	p.path = kept(s, clean_text(&s->clean, path));
	p.name = kept(s, span_cut(&text, '='));
	/* "?id" alone: with whatever value. */
	p.value = text.p != NULL ? kept(s, clean_words(&s->clean, text)) :
	    SPAN("*");
	return p;
}

struct sections *
sections_list(const struct site_section *list, size_t n_sections)
{
	struct sections *s = mem_new(sizeof(*s));
	size_t n = 0;

	for (size_t i = 0; i < n_sections; i++)
		for (const char **p = list[i].pattern; *p != NULL; p++)
			n++;
	s->pattern = arena_new(&s->arena, n * sizeof(*s->pattern));
	for (size_t i = 0; i < n_sections; i++)
		for (const char **p = list[i].pattern; *p != NULL; p++)
			s->pattern[s->n++] = read_pattern(s, (unsigned)i,
			    span_of(*p));
	return s;
}

struct sections *
sections_open(const struct site *site)
{
	return sections_list(site->section, site->n_sections);
}

void
sections_close(struct sections *s)
{
	if (s == NULL)
		return;
	clean_close(&s->clean);
	arena_close(&s->arena);
	mem_free(s);
}

static bool
query_fits(struct sections *s, const struct pattern *p, struct span target)
{
	struct span query = target;

	query.n = span_find(query, '#');
	span_cut(&query, '?');
	while (query.n > 0) {
		struct span pair = span_cut(&query, '&');
		struct span name = span_cut(&pair, '=');

		if (span_eq_nocase(name, p->name) && glob_fits(p->value,
		    clean_words(&s->clean, pair)))
			return true;
	}
	return false;
}

static uint64_t
find(struct sections *s, struct span path, struct span target, bool post)
{
	uint64_t found = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct pattern *p = &s->pattern[i];

		if (p->post == post && (found >> p->section & 1) == 0 &&
		    (p->path.n == 0 || glob_fits(p->path, path)) &&
		    (p->name.n == 0 || query_fits(s, p, target)))
			found |= UINT64_C(1) << p->section;
	}
	return found;
}

uint64_t
sections_of(struct sections *s, struct span path, struct span target)
{
	return find(s, path, target, false);
}

uint64_t
sections_posted(struct sections *s, struct span path, struct span target)
{
	return find(s, path, target, true);
}
