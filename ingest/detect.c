/* SPDX-License-Identifier: MIT */
/* Which format is it, and what does a format make of a log? */
#include "common/civil.h"
#include "ingest/instant.h"
#include "ingest/preset.h"

enum {
	SAMPLE_MAX = 256 * 1024, /* bytes that detection looks at */
	SHOWN_MAX = 120          /* bytes of a line in a message */
};

/* What a format makes of a sample. */
struct score {
	uint64_t lines; /* neither blank nor directives */
	uint64_t understood;
	uint64_t points;
};

static struct span
next_line(struct span *rest)
{
	return span_cut(rest, '\n');
}

/* Log text can be anything; a terminal and a report get ASCII. */
static void
put_printable(struct buf *out, struct span s, size_t max)
{
	size_t from = out->n;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (out->n - from + 4 > max) {
			buf_puts(out, "...");
			return;
		}
		if (c >= ' ' && c < 0x7f)
			buf_putc(out, (char)c);
		else
			buf_printf(out, "\\x%02x", (unsigned)c);
	}
}

static struct span
first_line(struct span sample)
{
	while (sample.n > 0) {
		struct span line = span_trim(next_line(&sample));

		if (line.n > 0 && line.p[0] != '#')
			return line;
	}
	return sample;
}

static bool
has(struct span s, const char *text)
{
	return s.n > 0 && memmem(s.p, s.n, text, strlen(text)) != NULL;
}

/* --- what is refused by name --- */

static bool
refuse_binary(struct span s, struct err *err)
{
	size_t odd = 0;

	if (s.n >= 2 && (memcmp(s.p, "\xff\xfe", 2) == 0 ||
	    memcmp(s.p, "\xfe\xff", 2) == 0))
		return err_set(err, ERR_DATA,
		    "the log is UTF-16 text: convert it to UTF-8");
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		odd += (c < ' ' && c != '\n' && c != '\r' && c != '\t') ||
		    c == 0x7f;
	}
	/* Compressed data hold one such byte in nine, text hardly any. */
	if (odd > s.n / 20)
		return err_set(err, ERR_DATA, "this is binary content, no log: "
		    "%zu of its first %zu bytes are NULs and control bytes",
		    odd, s.n);
	return true;
}

static bool
refuse_structured(struct span sample, struct err *err)
{
	uint64_t lines = 0, json = 0;

	while (sample.n > 0) {
		struct span line = span_trim(next_line(&sample));

		if (span_starts_nocase(line, SPAN("#Fields:")))
			return err_set(err, ERR_DATA, "the log is in the W3C "
			    "extended format (#Fields:, as IIS and CloudFront "
			    "write it), which is not supported");
		lines += line.n > 0;
		json += span_starts(line, SPAN("{")) || has(line, "{\"");
	}
	if (lines > 0 && json * 2 >= lines)
		return err_set(err, ERR_DATA,
		    "the log is JSON, which is not supported");
	return true;
}

static bool
hex_word(struct span s, size_t n)
{
	if (s.n <= n || s.p[n] != ' ')
		return false;
	for (size_t i = 0; i < n; i++)
		if (memchr("0123456789abcdef", s.p[i], 16) == NULL)
			return false;
	return true;
}

static bool
iso_first(struct span s)
{
	int32_t year;

	return s.n > 20 && s.p[4] == '-' && s.p[7] == '-' && s.p[10] == 'T' &&
	    instant_digits(s.p, 4, &year);
}

/* Formats that are known by sight.  NULL: none. */
static const char *
known_by_sight(struct span line)
{
	size_t blank = span_find(line, ' ');
	struct span rest = { line.p + blank, line.n - blank };

	if (has(line, "haproxy["))
		return "HAProxy's log through syslog";
	if (hex_word(line, 64))
		return "an Amazon S3 server access log";
	if (blank < line.n && iso_first((struct span){ rest.p + 1, rest.n - 1 })
	    && has(line, " app/"))
		return "an AWS application load balancer's log";
	if (iso_first(line) && has(line, "://"))
		return "an AWS classic load balancer's log";
	return NULL;
}

static bool
refuse_unknown(struct span sample, const struct score *best, struct err *err)
{
	struct span line = first_line(sample);
	const char *sight = known_by_sight(line);
	struct buf shown = { 0 }, names = { 0 };

	put_printable(&shown, line, SHOWN_MAX);
	preset_names(&names);
	if (sight != NULL)
		err_set(err, ERR_DATA, "this looks like %s, which is not "
		    "supported; its first line: %s", sight, buf_text(&shown));
	else
		err_set(err, ERR_DATA, "no known format fits: the best one "
		    "understands %llu of %llu lines; the first line: %s; tried: "
		    "%s and variants; give the server's own format string",
		    (unsigned long long)best->understood,
		    (unsigned long long)best->lines, buf_text(&shown),
		    buf_text(&names));
	buf_close(&names);
	buf_close(&shown);
	return false;
}

/* --- what fits best --- */

static bool
looks_numeric(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') && s.p[i] != '.')
			return span_find(s, ':') < s.n;
	return true;
}

/* A dot in it and a letter behind the last one, or "localhost". */
static bool
looks_named(struct span s)
{
	const char *dot = s.n > 0 ? memrchr(s.p, '.', s.n) : NULL;

	if (span_eq(s, SPAN("localhost")))
		return true;
	return dot != NULL && dot + 1 < s.p + s.n &&
	    (dot[1] < '0' || dot[1] > '9') && !looks_numeric(s);
}

/* The more a format tells, and the less is left over, the more specific it is. */
static uint64_t
points_of(const struct hit *hit, bool whole)
{
	int told = looks_numeric(hit->addr) + (hit->host.n > 0) +
	    (hit->method.n > 0) + (hit->target.n > 0) +
	    (hit->referrer.n > 0) + (hit->agent.n > 0) + (hit->bytes > 0) +
	    (hit->took_us >= 0) + whole;

	/* Weighed so that a line lost outweighs any detail. */
	return 10 + (uint64_t)told;
}

static struct score
score_of(const struct format *f, bool named_host, struct span sample)
{
	bool has_host = format_has_host(f);
	struct score score = { 0 };

	while (sample.n > 0) {
		bool whole = false;
		struct hit hit;
		enum format_line got = format_parse_whole(f,
		    next_line(&sample), &hit, &whole);

		score.lines += got == FORMAT_HIT || got == FORMAT_MALFORMED;
		if (got != FORMAT_HIT || (has_host && hit.host.n == 0) ||
		    (named_host && !looks_named(hit.host)))
			continue;
		score.understood++;
		score.points += points_of(&hit, whole);
	}
	return score;
}

/* NULL where none understands a line. */
static struct format *
best_of(struct span sample, struct score *best)
{
	struct format *best_format = NULL;

	*best = (struct score){ 0 };
	for (const struct preset *p = presets; p->text != NULL; p++) {
		struct span spec = span_of(p->name != NULL ? p->name : p->text);
		struct format *f = NULL;
		struct score score;

		if (!format_open(spec, &f, NULL))
			continue; /* cannot be: a test opens each */
		score = score_of(f, p->named_host, sample);
		if (best->lines == 0)
			best->lines = score.lines;
		if (score.points > best->points) {
			format_close(best_format);
			best_format = f;
			*best = score;
		} else {
			format_close(f);
		}
	}
	return best_format;
}

bool
format_detect(struct span sample, struct format **out, struct err *err)
{
	struct format *best_format;
	struct score best;

	/* The hole that a log truncated in place begins with. */
	while (sample.n > 0 && sample.p[0] == '\0')
		sample = (struct span){ sample.p + 1, sample.n - 1 };
	if (sample.n > SAMPLE_MAX) {
		const char *end = memrchr(sample.p, '\n', SAMPLE_MAX);

		sample.n = end != NULL ? (size_t)(end - sample.p) : SAMPLE_MAX;
	}
	if (!refuse_binary(sample, err) || !refuse_structured(sample, err))
		return false;
	best_format = best_of(sample, &best);
	if (best.lines == 0)
		return err_set(err, ERR_DATA,
		    "the log holds no line yet to tell its format by");
	if (best_format == NULL || best.understood * 2 < best.lines) {
		format_close(best_format);
		return refuse_unknown(sample, &best, err);
	}
	*out = best_format;
	return true;
}

/* --- for people --- */

struct census {
	uint64_t of[FORMAT_BLANK + 1];
	struct span first; /* the first line that is a hit */
	struct hit hit;
};

static void
explain_field(struct buf *out, const char *name, struct span value)
{
	buf_printf(out, "  %-10s", name);
	if (value.n == 0)
		buf_putc(out, '-');
	else
		put_printable(out, value, 400);
	buf_putc(out, '\n');
}

static void
explain_hit(struct buf *out, const struct census *c)
{
	const struct hit *hit = &c->hit;
	int32_t of_day = (int32_t)(hit->at_s % 86400);
	struct civil d = civil_date((int32_t)(hit->at_s / 86400));

	buf_puts(out, "First line understood:\n  ");
	put_printable(out, c->first, 400);
	buf_printf(out, "\n  %-10s%04d-%02d-%02d %02d:%02d:%02d UTC\n", "time",
	    (int)d.year, (int)d.month, (int)d.day, (int)(of_day / 3600),
	    (int)(of_day / 60 % 60), (int)(of_day % 60));
	explain_field(out, "address", hit->addr);
	explain_field(out, "host", hit->host);
	explain_field(out, "method", hit->method);
	explain_field(out, "target", hit->target);
	explain_field(out, "protocol", hit->protocol);
	buf_printf(out, "  %-10s%u\n", "status", (unsigned)hit->status);
	buf_printf(out, "  %-10s%llu\n", "bytes",
	    (unsigned long long)hit->bytes);
	explain_field(out, "referrer", hit->referrer);
	explain_field(out, "agent", hit->agent);
	if (hit->took_us >= 0)
		buf_printf(out, "  %-10s%lld us\n", "took",
		    (long long)hit->took_us);
	else
		explain_field(out, "took", (struct span){ 0 });
}

/* One line that the configuration reader gives back as it was: in quotes, since a
 * format may hold ; and # and begin with a quote. */
static void
explain_line(struct buf *out, const struct format *f)
{
	struct span spec = span_of(format_spec(f));
	bool name = span_find(spec, ' ') == spec.n &&
	    span_find(spec, '"') == spec.n;
	bool lines = false;

	for (size_t i = 0; i < spec.n; i++)
		lines = lines || (unsigned char)spec.p[i] < ' ' ||
		    spec.p[i] == 0x7f;
	/* Pasted on several lines: what they come to, escaped once more. */
	if (lines)
		spec = format_text(f);
	buf_puts(out, "For the configuration:\n  format = ");
	if (name && !lines) {
		buf_span(out, spec);
		buf_putc(out, '\n');
		return;
	}
	buf_putc(out, '"');
	for (size_t i = 0; i < spec.n; i++) {
		char c = spec.p[i];

		if (lines && (c == '"' || c == '\'' || c == '\\'))
			buf_puts(out, "\\\\");
		if (c == '\t') {
			buf_puts(out, "\\\\t");
			continue;
		}
		if (c == '"' || c == '\\')
			buf_putc(out, '\\');
		buf_putc(out, c);
	}
	buf_puts(out, "\"\n");
}

void
format_explain(const struct format *f, struct span sample, struct buf *out)
{
	struct census c = { 0 };
	uint64_t lines;

	while (sample.n > 0) {
		struct span line = next_line(&sample);
		struct hit hit;
		enum format_line got = format_parse(f, line, &hit);

		if (got == FORMAT_HIT && c.of[FORMAT_HIT] == 0) {
			c.first = span_trim(line);
			c.hit = hit;
		}
		c.of[got]++;
	}
	lines = c.of[FORMAT_HIT] + c.of[FORMAT_MALFORMED];
	buf_puts(out, "Format: ");
	put_printable(out, span_of(format_spec(f)), 2000);
	buf_printf(out, "\nUnderstood: %llu of %llu lines (%.1f %%)",
	    (unsigned long long)c.of[FORMAT_HIT], (unsigned long long)lines,
	    lines > 0 ? 100.0 * (double)c.of[FORMAT_HIT] / (double)lines : 0.0);
	buf_printf(out, "; beside them %llu blank, %llu comments\n",
	    (unsigned long long)c.of[FORMAT_BLANK],
	    (unsigned long long)c.of[FORMAT_DIRECTIVE]);
	if (c.of[FORMAT_HIT] > 0)
		explain_hit(out, &c);
	explain_line(out, f);
}
