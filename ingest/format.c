/* SPDX-License-Identifier: MIT */
#include "ingest/format.h"

#include "common/mem.h"
#include "ingest/clf.h"
#include "ingest/pasted.h"
#include "ingest/preset.h"
#include "ingest/program.h"

enum {
	SPEC_MAX = 16 * 1024, /* bytes; longer is no format, but a mistake */
	NO_SHAPE = CLF__SHAPES
};

struct format {
	char *spec;
	struct buf text; /* the format string itself */
	struct program *program;
	unsigned shape; /* of the fast path, or NO_SHAPE */
	bool hash;      /* its lines begin with #: there are no directives */
};

#define NCSA "%h %l %u %t \"%r\" %>s %b"
#define AGENT " \"%{Referer}i\" \"%{User-Agent}i\""
#define NGINX                                                                  \
	"$remote_addr - $remote_user [$time_local] \"$request\" $status "      \
	"$body_bytes_sent \"$http_referer\" \"$http_user_agent\""
#define ISO "\"%r\" %>s %b" AGENT

const struct preset presets[] = {
	{ "combined", NCSA AGENT, false },
	{ "common", NCSA, false },
	{ "vhost_combined", "%v:%p " NCSA AGENT, false },
	{ "vhost_common", "%v:%p " NCSA, false },
	{ "combined_vhost", NCSA AGENT " %v", true },
	{ "common_vhost", NCSA " %v", true },
	{ NULL, NCSA AGENT " \"%v\"", true },
	{ NULL, NCSA " \"%v\"", true },
	/* nginx's "main", and with the time it took */
	{ NULL, NCSA AGENT " \"%{X-Forwarded-For}i\"", false },
	{ NULL, NGINX " $request_time", false },
	{ NULL, NGINX " \"$http_x_forwarded_for\" $request_time", false },
	/* lighttpd's own, OVH's and Gandi's */
	{ NULL, "%h %v %u %t \"%r\" %>s %b" AGENT, true },
	{ NULL, "%h %v %u %t \"%r\" %>s %b", true },
	{ NULL, "%v %h %t \"%r\" %>s %b" AGENT, true },
	{ NULL, "%v %h %l %u %t (%{s}T s) \"%r\" %>s %b" AGENT, true },
	/* ISO 8601 for the time */
	{ NULL, "%h %l %u [%{%Y-%m-%dT%H:%M:%S%z}t] " ISO, false },
	{ NULL, "%h %l %u %{%Y-%m-%dT%H:%M:%S%z}t " ISO, false },
	{ NULL, "%h %l %u [%{%Y-%m-%dT%H:%M:%S.%N%z}t] " ISO, false },
	{ NULL, "%h %l %u %{%Y-%m-%dT%H:%M:%S.%N%z}t " ISO, false },
	{ NULL, NULL, false }
};

void
preset_names(struct buf *out)
{
	for (const struct preset *p = presets; p->text != NULL; p++)
		if (p->name != NULL)
			buf_printf(out, "%s%s", out->n > 0 ? ", " : "",
			    p->name);
}

static const struct preset *
preset_of(struct span name)
{
	for (const struct preset *p = presets; p->text != NULL; p++)
		if (p->name != NULL && span_eq(name, span_of(p->name)))
			return p;
	return NULL;
}

static bool
has_shape(const struct program *program, unsigned shape)
{
	struct program *other = NULL;
	bool same = program_open(span_of(clf_text(shape)), DIALECT_APACHE,
	    &other, NULL) && program_same(program, other);

	program_close(other);
	return same;
}

/* The fast path that makes the same hits. */
static unsigned
shape_of(const struct program *program)
{
	unsigned shape = (program_has(program, FIELD_HOST) ? CLF_VHOST : 0u) |
	    (program_has(program, FIELD_AGENT) ? CLF_AGENT : 0u);

	if (has_shape(program, shape))
		return shape;
	return has_shape(program, shape | CLF_DASH) ? shape | CLF_DASH :
	    (unsigned)NO_SHAPE;
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
	return known_name(spec, err);
}

bool
format_open(struct span spec, struct format **out, struct err *err)
{
	const struct preset *preset;
	struct format *f = NULL;
	struct program *program = NULL;
	struct buf text = { 0 };
	enum dialect dialect;
	bool opened;

	spec = span_trim(spec);
	preset = preset_of(spec);
	opened = (preset != NULL || check_spec(spec, err)) &&
	    pasted_read(preset != NULL ? span_of(preset->text) : spec, &text,
	    &dialect, err) &&
	    program_open(buf_view(&text), dialect, &program, err);
	if (opened) {
		f = mem_new(sizeof(*f));
		f->spec = mem_dup(spec.p, spec.n);
		f->program = program;
		f->text = text;
		f->shape = shape_of(program);
		f->hash = span_starts(program_head(program), SPAN("#"));
		*out = f;
	}
	if (!opened)
		buf_close(&text);
	return opened;
}

void
format_close(struct format *f)
{
	if (f == NULL)
		return;
	program_close(f->program);
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
	return program_has(f->program, FIELD_HOST);
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
 * CR away. */
static enum format_line
first_look(const struct format *f, struct span *line)
{
	if (line->n > 0 && line->p[line->n - 1] == '\r')
		line->n--;
	if (line->n == 0)
		return FORMAT_BLANK;
	if (line->p[0] > ' ')
		return line->p[0] == '#' && !f->hash ? FORMAT_DIRECTIVE :
		    FORMAT_HIT;
	return only_blanks(*line) ? FORMAT_BLANK : FORMAT_HIT;
}

enum format_line
format_parse(const struct format *f, struct span line, struct hit *hit)
{
	enum format_line look = first_look(f, &line);

	if (look != FORMAT_HIT)
		return look;
	if (f->shape != NO_SHAPE ? clf_parse(f->shape, line, hit) :
	    program_run(f->program, line, hit, NULL))
		return FORMAT_HIT;
	return FORMAT_MALFORMED;
}

enum format_line
format_parse_whole(const struct format *f, struct span line, struct hit *hit,
    bool *whole)
{
	enum format_line look = first_look(f, &line);

	if (look != FORMAT_HIT)
		return look;
	return program_run(f->program, line, hit, whole) ? FORMAT_HIT :
	    FORMAT_MALFORMED;
}
