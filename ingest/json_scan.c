/* SPDX-License-Identifier: MIT */
#include "ingest/json_scan.h"

struct reader {
	const char *p, *end;
	/* The quotes not passed yet; base NULL: they are not known. */
	const char *base;
	const uint16_t *quote, *last;
	const struct json_paths *paths;
	struct json_value *value;
};

/* Paths as bits of a mask. */
struct wanted {
	uint64_t here;  /* they name this value */
	uint64_t below; /* they name something in it */
	size_t at;      /* offset in the latter of what comes next */
};

void
json_paths_settle(struct json_paths *p)
{
	memset(p->first, 0, sizeof(p->first));
	for (size_t i = 0; i < p->n; i++)
		p->first[(unsigned char)p->path[i].p[0]] |= UINT64_C(1) << i;
}

static inline bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static inline bool
next(struct reader *s, char *c)
{
	while (s->p < s->end && blank(*s->p))
		s->p++;
	if (s->p == s->end)
		return false;
	*c = *s->p;
	return true;
}

/* The first quote from look on; NULL: there is none. */
static inline const char *
next_quote(struct reader *s, const char *look)
{
	if (s->base == NULL)
		return look < s->end ?
		    memchr(look, '"', (size_t)(s->end - look)) : NULL;
	while (s->quote < s->last && s->base + *s->quote < look)
		s->quote++;
	return s->quote < s->last ? s->base + *s->quote : NULL;
}

/* s->p is behind the opening quote. */
static inline bool
string(struct reader *s, struct span *out)
{
	const char *from = s->p, *look = from;

	for (;;) {
		const char *quote = next_quote(s, look);
		const char *back = quote;

		if (quote == NULL)
			return false;
		while (back > look && back[-1] == '\\')
			back--;
		if ((quote - back) % 2 == 0) {
			*out = (struct span){ from, (size_t)(quote - from) };
			s->p = quote + 1;
			return true;
		}
		look = quote + 1;
	}
}

static void
keep(struct reader *s, uint64_t here, struct span text, bool is_string)
{
	for (; here != 0; here &= here - 1) {
		struct json_value *v = &s->value[__builtin_ctzll(here)];

		if (v->s.p != NULL)
			continue;
		v->s = text;
		v->escaped = is_string && text.n > 0 &&
		    memchr(text.p, '\\', text.n) != NULL;
	}
}

static inline bool
number_byte(char c)
{
	return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E' ||
	    c == '+' || c == '-';
}

static bool
number(struct span s)
{
	size_t i = s.p[0] == '-', from = i;

	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	if (i == from)
		return false;
	while (i < s.n && number_byte(s.p[i]))
		i++;
	return i == s.n;
}

/* A number, true, false, null. */
static bool
bare(struct reader *s, uint64_t here)
{
	struct span text = { s->p, 0 };

	while (s->p < s->end && !blank(*s->p) && *s->p != ',' &&
	    *s->p != ']' && *s->p != '}')
		s->p++;
	text.n = (size_t)(s->p - text.p);
	if (text.n == 0)
		return false;
	if (span_eq(text, SPAN("null"))) {
		keep(s, here, (struct span){ text.p, 0 }, false);
		return true;
	}
	if (!number(text) && !span_eq(text, SPAN("true")) &&
	    !span_eq(text, SPAN("false")))
		return false;
	keep(s, here, text, false);
	return true;
}

static bool value(struct reader *s, const struct wanted *w, int depth);

/* s->p is behind the bracket. */
static bool
array(struct reader *s, const struct wanted *w, int depth)
{
	static const struct wanted nothing = { 0 };
	char c;

	if (!next(s, &c))
		return false;
	if (c == ']') {
		s->p++;
		return true;
	}
	for (;;) {
		if (!value(s, w, depth) || !next(s, &c))
			return false;
		s->p++;
		if (c != ',')
			return c == ']';
		w = &nothing; /* the first one counts */
	}
}

/* What is wanted of the value of a key. */
static inline struct wanted
wanted_of(const struct reader *s, const struct wanted *w, struct span key)
{
	struct wanted out = { .at = w->at + key.n + 1 };
	uint64_t mask = w->below;

	if (w->at == 0)
		mask &= key.n > 0 ? s->paths->first[(unsigned char)key.p[0]] :
		    0;
	for (; mask != 0; mask &= mask - 1) {
		int i = __builtin_ctzll(mask);
		struct span path = s->paths->path[i];
		struct span rest = { path.p + w->at, path.n - w->at };
		bool whole = rest.n == key.n;

		/* The length tells most apart. */
		if ((!whole && (rest.n < key.n || rest.p[key.n] != '.')) ||
		    (key.n > 0 && memcmp(rest.p, key.p, key.n) != 0))
			continue;
		if (whole)
			out.here |= UINT64_C(1) << i;
		else
			out.below |= UINT64_C(1) << i;
	}
	return out;
}

/* s->p is behind the brace. */
static bool
object(struct reader *s, const struct wanted *w, int depth)
{
	char c;

	if (!next(s, &c))
		return false;
	if (c == '}') {
		s->p++;
		return true;
	}
	for (;;) {
		struct wanted of_key;
		struct span key;

		if (!next(s, &c) || c != '"')
			return false;
		s->p++;
		if (!string(s, &key) || !next(s, &c) || c != ':')
			return false;
		s->p++;
		of_key = wanted_of(s, w, key);
		if (!value(s, &of_key, depth) || !next(s, &c))
			return false;
		s->p++;
		if (c != ',')
			return c == '}';
	}
}

static bool
value(struct reader *s, const struct wanted *w, int depth)
{
	struct span text;
	char c;

	if (!next(s, &c))
		return false;
	if (c == '"') {
		s->p++;
		if (!string(s, &text))
			return false;
		keep(s, w->here, text, true);
		return true;
	}
	if (c != '{' && c != '[')
		return bare(s, w->here);
	if (depth == JSON_DEPTH_MAX)
		return false;
	s->p++;
	return c == '{' ? object(s, w, depth + 1) : array(s, w, depth + 1);
}

bool
json_scan(const struct json_paths *p, const struct scan_line *line,
    struct json_value *value_of)
{
	struct span text = line->text, prefix = text;
	struct reader s = { .p = text.p, .end = text.p + text.n, .paths = p,
		.value = value_of };
	size_t brace;
	char c;

	if (line->quotes > 0) {
		s.base = line->base;
		s.quote = line->quote;
		s.last = line->quote + line->quotes;
	}
	if (prefix.n > JSON_PREFIX_MAX)
		prefix.n = JSON_PREFIX_MAX;
	brace = span_find(prefix, '{');
	if (brace == prefix.n || span_find(prefix, '"') < brace)
		return false;
	s.p += brace + 1;
	return object(&s, &(struct wanted){ .below = ~UINT64_C(0) >>
	    (64 - p->n) }, 1) && !next(&s, &c);
}
