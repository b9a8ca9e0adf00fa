/* SPDX-License-Identifier: MIT */
#include "ingest/format.h"

#include "common/mem.h"
#include "ingest/clf.h"
#include "ingest/instant.h"
#include "ingest/json_map.h"
#include "ingest/pasted.h"
#include "ingest/preset.h"
#include "ingest/program.h"
#include "ingest/w3c.h"

enum {
	SPEC_MAX = 16 * 1024, /* bytes; longer is no format, but a mistake */
	NO_SHAPE = CLF__SHAPES
};

struct format {
	char *spec;
	struct buf text; /* the format string itself */
	/* One of these. */
	struct program *program;
	struct json_map *json;
	struct w3c *w3c;
	struct zone *zone; /* of times without an offset, or NULL */
	unsigned shape; /* of the fast path, or NO_SHAPE */
	size_t tail;    /* the program's first step behind it; 0: none is used */
	bool hash;      /* its lines begin with #: there are no directives */
};

/* Chooses the fast path that makes the same hits, or their beginning.  forwarded: a
 * list of proxies at the line's end is wanted. */
static void
settle_shape(struct format *f, bool forwarded)
{
	unsigned vhost = program_first(f->program) == FIELD_HOST ? CLF_VHOST :
	    0;

	f->shape = NO_SHAPE;
	f->tail = 0;
	/* Those with more fields first. */
	for (unsigned i = 0; f->shape == NO_SHAPE && i < CLF__SHAPES; i++) {
		unsigned shape = i ^ CLF_AGENT;
		struct program *other = NULL;

		if ((shape & CLF_VHOST) != vhost)
			continue;
		if (!program_open(span_of(clf_text(shape)), DIALECT_APACHE,
		    &other, NULL))
			continue; /* cannot be: a test opens each */
		f->tail = program_begins(f->program, other);
		if (program_same(f->program, other)) {
			f->tail = forwarded ? f->tail : 0;
			f->shape = shape;
		} else if (f->tail > 0) {
			f->shape = shape;
		}
		program_close(other);
	}
}

static bool
known_name(struct span spec, struct err *err)
{
	struct buf names = { 0 };

	/* A word alone was meant as a name. */
	if (span_find(spec, '%') < spec.n || span_find(spec, '$') < spec.n)
		return true;
	preset_names(&names);
	err_set(err, ERR_CONFIG, "\"%.*s\" is no format: give one of %s, or "
	    "the server's own LogFormat or log_format string",
	    (int)(spec.n < 80 ? spec.n : 80), spec.p, buf_text(&names));
	buf_close(&names);
	return false;
}

static bool
check_spec(struct span spec, struct err *err)
{
	if (spec.n == 0)
		return err_set(err, ERR_CONFIG, "the format is empty");
	if (spec.n > SPEC_MAX)
		return err_set(err, ERR_CONFIG,
		    "the format string is longer than %d bytes", SPEC_MAX);
	if (memchr(spec.p, '\0', spec.n) != NULL)
		return err_set(err, ERR_CONFIG,
		    "the format string holds a NUL");
	return true;
}

/* --- opening --- */

static bool
open_string(struct format *f, struct span text, struct err *err)
{
	struct span tomcat = SPAN("tomcat:");
	bool is_tomcat = span_starts(text, tomcat);
	enum dialect dialect;

	if (is_tomcat)
		text = (struct span){ text.p + tomcat.n, text.n - tomcat.n };
	if (!pasted_read(text, &f->text, &dialect, err))
		return false;
	if (is_tomcat)
		dialect = DIALECT_TOMCAT;
	if (!program_open(buf_view(&f->text), dialect, &f->program, err))
		return false;
	settle_shape(f, false);
	f->hash = span_starts(program_head(f->program), SPAN("#"));
	return true;
}

static bool
open_zone(struct format *f, struct span name, struct err *err)
{
	char *text = mem_dup(name.p, name.n);
	bool good = zone_open(text, NULL, &f->zone, err);

	mem_free(text);
	if (!good && err != NULL)
		err->code = ERR_CONFIG;
	return good;
}

static bool
open_text(struct format *f, struct span text, struct err *err)
{
	struct span json = SPAN("json:"), zone, fields;
	int32_t offset_s;

	if (w3c_spec(text, &offset_s, &zone, &fields)) {
		if (zone.p != NULL && !open_zone(f, zone, err))
			return false;
		f->w3c = w3c_open(fields, offset_s, f->zone);
		return true;
	}
	if (span_starts(text, json))
		return json_map_open((struct span){ text.p + json.n,
		    text.n - json.n }, &f->json, err);
	return known_name(text, err) && open_string(f, text, err);
}

static bool
open_preset(struct format *f, struct span text, struct span zone,
    struct err *err)
{
	if (zone.p == NULL)
		return open_text(f, text, err);
	/* A test opens those that may have one. */
	return open_zone(f, zone, err) && open_text(f, text, err) &&
	    program_set_zone(f->program, f->zone);
}

bool
format_open(struct span spec, struct format **out, struct err *err)
{
	struct format *f = mem_new(sizeof(*f));
	struct buf text = { 0 };
	struct span zone;
	bool opened;

	spec = span_trim(spec);
	f->shape = NO_SHAPE;
	opened = preset_text(spec, &text, &zone) ?
	    open_preset(f, buf_view(&text), zone, err) :
	    check_spec(spec, err) && open_text(f, spec, err);
	buf_close(&text);
	if (!opened) {
		format_close(f);
		return false;
	}
	f->spec = mem_dup(spec.p, spec.n);
	*out = f;
	return true;
}

void
format_close(struct format *f)
{
	if (f == NULL)
		return;
	program_close(f->program);
	json_map_close(f->json);
	w3c_close(f->w3c);
	zone_close(f->zone);
	buf_close(&f->text);
	mem_free(f->spec);
	mem_free(f);
}

const char *
format_spec(const struct format *f)
{
	return f->spec;
}

struct span
format_text(const struct format *f)
{
	return buf_view(&f->text);
}

bool
format_has_host(const struct format *f)
{
	return f->program != NULL && program_has(f->program, FIELD_HOST);
}

bool
format_want_forwarded(struct format *f)
{
	if (f->program == NULL)
		return f->w3c != NULL ? w3c_forwarded(f->w3c) :
		    json_map_forwarded(f->json);
	if (!program_has(f->program, FIELD_FORWARDED))
		return false;
	settle_shape(f, true);
	return true;
}

const char *
format_lacks(const struct format *f)
{
	return f->w3c != NULL ? w3c_lacks(f->w3c) : NULL;
}

bool
format_has_directives(const struct format *f)
{
	return f->w3c != NULL;
}

bool
format_has_escapes(const struct format *f)
{
	return f->program == NULL;
}

/* --- directives --- */

/* The format's name with its offset, and these fields: made printable, as the
 * log chose them. */
static void
put_spec(const struct format *f, struct span fields, struct buf *out)
{
	struct span name = span_of(f->spec);
	char before = ':';

	name.n = span_find(name, ':');
	buf_span(out, name);
	for (size_t i = 0; i < fields.n && out->n <= SPEC_MAX; i++) {
		char c = fields.p[i];
		bool blank = c == ' ' || c == '\t';

		if (!blank && before != '\0')
			buf_putc(out, before);
		if (!blank)
			buf_putc(out, c > ' ' && c < 0x7f ? c : '?');
		before = !blank ? '\0' : before == ':' ? ':' : ' ';
	}
}

bool
format_directive(const struct format *f, struct span line,
    struct format **next, struct err *err)
{
	struct span fields, old = span_of(f->spec);
	struct buf spec = { 0 };
	bool good = true;

	*next = NULL;
	line = span_skip_bom(line);
	if (f->w3c == NULL || !w3c_fields(line, &fields))
		return true;
	put_spec(f, fields, &spec);
	if (spec.n > SPEC_MAX) /* without fields no line is a hit */
		spec.n = span_find(buf_view(&spec), ':');
	if (!span_eq(buf_view(&spec), old))
		good = format_open(buf_view(&spec), next, err);
	buf_close(&spec);
	return good;
}

static bool
only_blanks(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != ' ' && s.p[i] != '\t' && s.p[i] != '\r')
			return false;
	return true;
}

/* What can be told before any format is asked; FORMAT_HIT: nothing.  Takes the
 * CR away, and a byte order mark. */
static inline enum format_line
first_look(const struct format *f, struct span *line)
{
	if (line->n > 0 && line->p[line->n - 1] == '\r')
		line->n--;
	if (line->n == 0)
		return FORMAT_BLANK;
	if ((signed char)line->p[0] <= ' ') { /* seldom */
		*line = span_skip_bom(*line);
		if (only_blanks(*line))
			return FORMAT_BLANK;
	}
	return line->p[0] == '#' && !f->hash ? FORMAT_DIRECTIVE : FORMAT_HIT;
}

bool
format_wants_quotes(const struct format *f)
{
	return f->w3c == NULL;
}

static bool
run(const struct format *f, const struct scan_line *line, struct desk *desk,
    struct hit *hit, bool *whole)
{
	if (f->json != NULL)
		return json_map_run(f->json, line, desk, hit, whole);
	if (f->w3c != NULL)
		return w3c_run(f->w3c, line->text, desk, hit, whole);
	return program_run(f->program, line->text, hit, whole);
}

enum format_line
format_parse(const struct format *f, struct span line, struct hit *hit)
{
	return format_parse_plain(f, line, NULL, hit);
}

enum format_line
format_parse_plain(const struct format *f, struct span line, char *room,
    struct hit *hit)
{
	enum format_line look = first_look(f, &line);
	struct when_memo memo = { 0 };
	struct desk desk = { { room, line.n }, &memo };

	if (look != FORMAT_HIT)
		return look;
	if (f->shape != NO_SHAPE && f->tail == 0 ?
	    clf_parse(f->shape, line, hit) : run(f, &(struct scan_line){
	    .text = line }, &desk, hit, NULL))
		return FORMAT_HIT;
	return FORMAT_MALFORMED;
}

/* By the fast path, and what is behind it by the program. */
static bool
parse_begun(const struct format *f, const struct scan_line *line,
    struct clf_memo *memo, struct hit *hit)
{
	const char *end;

	if (!clf_parse_usual(f->shape, line, memo, hit, &end))
		return program_run_scanned(f->program, line, &memo->time, hit);
	program_run_tail(f->program, f->tail, line, end, hit);
	return true;
}

enum format_line
format_parse_scanned(const struct format *f, const struct scan_line *line,
    char *room, struct clf_memo *memo, struct hit *hit)
{
	struct scan_line l = *line;
	enum format_line look;
	bool is;

	look = first_look(f, &l.text);
	if (look != FORMAT_HIT)
		return look;
	if (f->program == NULL)
		is = run(f, &l, &(struct desk){ { room, l.text.n },
		    &memo->time }, hit, NULL);
	else if (f->shape == NO_SHAPE)
		is = program_run_scanned(f->program, &l, &memo->time, hit);
	else if (f->tail > 0)
		is = parse_begun(f, &l, memo, hit);
	else
		is = clf_parse_usual(f->shape, &l, memo, hit, NULL) ||
		    clf_parse(f->shape, l.text, hit);
	return is ? FORMAT_HIT : FORMAT_MALFORMED;
}

enum format_line
format_parse_whole(const struct format *f, struct span line, struct hit *hit,
    bool *whole)
{
	enum format_line look = first_look(f, &line);
	struct when_memo memo = { 0 };
	struct desk desk = { { 0 }, &memo };

	if (look != FORMAT_HIT)
		return look;
	return run(f, &(struct scan_line){ .text = line }, &desk, hit, whole) ?
	    FORMAT_HIT : FORMAT_MALFORMED;
}
