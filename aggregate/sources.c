/* SPDX-License-Identifier: MIT */
#include "aggregate/sources.h"

#include "common/hash.h"
#include "common/mem.h"

enum {
	HOST_BYTES = 253,  /* of a DNS name */
	LABEL_BYTES = 63,
	PARAMETER_BYTES = 32
};

struct sources {
	const char *name;
	char sha256[65];
	struct source_host *host;
	size_t n, cap;
	struct arena arena;
};

static const unsigned char built_in[] = {
#include "conf/sources.conf.inc"
};

/* ---- reading ---- */

static bool
good_host(struct span host)
{
	struct span rest = host;

	if (host.n == 0 || host.n > HOST_BYTES || host.p[host.n - 1] == '.')
		return false;
	while (rest.n > 0) {
		struct span label = span_cut(&rest, '.');

		if (label.n == 0 || label.n > LABEL_BYTES)
			return false;
		for (size_t i = 0; i < label.n; i++) {
			char c = label.p[i];

			if (!(c >= 'a' && c <= 'z') &&
			    !(c >= '0' && c <= '9') && c != '-')
				return false;
		}
	}
	return true;
}

static bool
read_host(struct span word, struct source_host *out, struct err *err)
{
	struct source_host h = { .text = word };

	if (span_ends(word, SPAN(".??")))
		h.end = SOURCE_END_COUNTRY;
	else if (span_ends(word, SPAN(".*")))
		h.end = SOURCE_END_ANY;
	h.text.n -= h.end == SOURCE_END_COUNTRY ? 3 :
	    h.end == SOURCE_END_ANY ? 2 : 0;
	if (!good_host(h.text))
		return err_set(err, ERR_CONFIG, "begins with no host in lower "
		    "case, such as example.com, example.?? or example.*");
	*out = h;
	return true;
}

static bool
good_parameter(struct span word)
{
	for (size_t i = 0; i < word.n; i++) {
		char c = word.p[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
		    !(c >= '0' && c <= '9') && c != '_' && c != '-')
			return false;
	}
	return word.n <= PARAMETER_BYTES;
}

static struct span
next_word(struct span *rest)
{
	struct span word;

	*rest = span_trim(*rest);
	word.p = rest->p;
	for (word.n = 0; word.n < rest->n && rest->p[word.n] != ' ' &&
	    rest->p[word.n] != '\t';)
		word.n++;
	*rest = (struct span){ rest->p + word.n, rest->n - word.n };
	return word;
}

static bool
read_parameters(struct sources *s, struct span rest, struct span *out,
    struct err *err)
{
	struct buf b = { 0 };
	bool good = true;

	while (good && (rest = span_trim(rest)).n > 0) {
		struct span word = next_word(&rest);

		good = good_parameter(word) || err_set(err, ERR_CONFIG,
		    "a parameter is at most %d letters, digits, _ and -",
		    PARAMETER_BYTES);
		if (b.n > 0)
			buf_putc(&b, ' ');
		buf_span(&b, word);
	}
	if (good)
		*out = (struct span){ arena_dup(&s->arena, b.p, b.n), b.n };
	buf_close(&b);
	return good;
}

static bool
add_host(struct sources *s, struct span line, enum source source,
    struct err *err)
{
	struct span rest = line, word = next_word(&rest);
	struct source_host h;

	if (source == SOURCE__MAX)
		return err_set(err, ERR_CONFIG,
		    "a host before the first [section]");
	if (!read_host(word, &h, err))
		return false;
	h.source = source;
	for (size_t i = 0; i < s->n; i++)
		if (s->host[i].end == h.end &&
		    span_eq(s->host[i].text, h.text))
			return err_set(err, ERR_CONFIG,
			    "%.*s is listed twice", (int)word.n, word.p);
	if (span_trim(rest).n > 0 && source != SOURCE_SEARCH)
		return err_set(err, ERR_CONFIG, "one host a line: only those "
		    "in [search] have parameters");
	if (!read_parameters(s, rest, &h.parameters, err))
		return false;
	if (s->n == SOURCE_HOSTS_MAX)
		return err_set(err, ERR_CONFIG, "more than %d hosts",
		    SOURCE_HOSTS_MAX);
	h.text.p = arena_dup(&s->arena, h.text.p, h.text.n);
	if (s->n == s->cap) {
		s->cap = s->cap > 0 ? s->cap * 2 : 256;
		s->host = mem_grow(s->host, s->cap, sizeof(*s->host));
	}
	s->host[s->n++] = h;
	return true;
}

static bool
read_section(struct span line, enum source *out, struct err *err)
{
	for (unsigned i = SOURCE_SEARCH; i < SOURCE__MAX; i++) {
		struct span name = span_of(source_name((enum source)i));

		if (line.n == name.n + 2 && line.p[line.n - 1] == ']' &&
		    span_eq((struct span){ line.p + 1, name.n }, name)) {
			*out = (enum source)i;
			return true;
		}
	}
	return err_set(err, ERR_CONFIG, "a section must be [search], "
	    "[social], [government] or [other]");
}

/* A '#' opens a comment at the start of a line or after a blank. */
static struct span
without_comment(struct span line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] == '#' && (i == 0 || line.p[i - 1] == ' ' ||
		    line.p[i - 1] == '\t'))
			line.n = i;
	return span_trim(line);
}

static bool
read_lines(struct sources *s, struct span text, struct err *err)
{
	enum source source = SOURCE__MAX;

	for (size_t n = 1; text.n > 0; n++) {
		struct span line = without_comment(span_cut(&text, '\n'));
		bool good = line.n == 0 || (line.p[0] == '[' ?
		    read_section(line, &source, err) :
		    add_host(s, line, source, err));

		if (!good)
			return err_add(err, "line %zu", n);
	}
	/* A list that was emptied by mishap would make all sources "other". */
	return s->n > 0 || err_set(err, ERR_CONFIG, "holds no host");
}

bool
sources_open(struct span text, const char *file, struct sources **out,
    struct err *err)
{
	struct sources *s = mem_new(sizeof(*s));

	s->name = text.n == 0 ? "built-in" :
	    arena_dup(&s->arena, file, strlen(file));
	if (text.n == 0) {
		text = (struct span){ (const char *)built_in,
			sizeof(built_in) };
		file = "sources.conf (built-in)";
	}
	if (!read_lines(s, text, err)) {
		sources_close(s);
		return err_add(err, "%s", file);
	}
	hash_sha256_hex(text.p, text.n, s->sha256);
	*out = s;
	return true;
}

const char *
sources_name(const struct sources *s)
{
	return s->name;
}

const char *
sources_sha256(const struct sources *s)
{
	return s->sha256;
}

void
sources_close(struct sources *s)
{
	if (s == NULL)
		return;
	mem_free(s->host);
	arena_close(&s->arena);
	mem_free(s);
}

/* ---- finding ---- */

/* The host without what an open end may stand for. */
struct ends {
	struct span exact;
	struct span country; /* without a last label of two letters; or empty */
	struct span any[2];  /* without com or that label; without com or co before
	                      * it too */
};

static struct span
last_label(struct span host)
{
	size_t i = host.n;

	while (i > 0 && host.p[i - 1] != '.')
		i--;
	return (struct span){ host.p + i, host.n - i };
}

static struct span
without(struct span host, struct span label)
{
	host.n = host.n > label.n ? host.n - label.n - 1 : 0;
	return host;
}

static struct ends
ends_of(struct span host)
{
	struct ends e = { .exact = host };
	struct span last = last_label(host), before;

	if (last.n == 2 && last.p[0] >= 'a' && last.p[0] <= 'z' &&
	    last.p[1] >= 'a' && last.p[1] <= 'z') {
		e.country = e.any[0] = without(host, last);
		before = last_label(e.country);
		if (span_eq(before, SPAN("com")) ||
		    span_eq(before, SPAN("co")))
			e.any[1] = without(e.country, before);
	} else if (span_eq(last, SPAN("com"))) {
		e.any[0] = without(host, last);
	}
	return e;
}

static bool
below(struct span host, struct span parent)
{
	return span_ends(host, parent) && (host.n == parent.n ||
	    host.p[host.n - parent.n - 1] == '.');
}

/* The bytes before what fits, or host.n. */
static size_t
fit(const struct source_host *h, const struct ends *e)
{
	size_t n = h->text.n;

	if (h->end == SOURCE_END_EXACT && below(e->exact, h->text))
		return e->exact.n - n;
	if (h->end == SOURCE_END_COUNTRY && below(e->country, h->text))
		return e->country.n - n;
	for (size_t i = 0; h->end == SOURCE_END_ANY && i < 2; i++)
		if (below(e->any[i], h->text))
			return e->any[i].n - n;
	return e->exact.n;
}

const struct source_host *
sources_find(const struct sources *s, struct span host)
{
	const struct source_host *best = NULL;
	struct ends e = ends_of(host);
	size_t least = host.n;

	for (size_t i = 0; i < s->n; i++) {
		const struct source_host *h = &s->host[i];
		size_t before = fit(h, &e);

		if (before < least || (before == least && best != NULL &&
		    h->end < best->end)) {
			least = before;
			best = h;
		}
	}
	return best;
}
