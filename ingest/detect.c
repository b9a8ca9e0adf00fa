/* SPDX-License-Identifier: MIT */
/* Which format is it? */
#include "ingest/follow.h"
#include "ingest/instant.h"
#include "ingest/preset.h"
#include "ingest/printable.h"
#include "ingest/sight.h"

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

/* --- what is refused --- */

/* Half of its lines? */
static bool
mostly_json(struct span sample)
{
	struct span first = first_line(sample);
	uint64_t lines = 0, json = 0;

	if (span_eq(first, SPAN("{")) || span_eq(first, SPAN("[")))
		return true; /* over several lines */
	while (sample.n > 0) {
		struct span line = span_trim(next_line(&sample));

		lines += line.n > 0;
		json += span_starts(line, SPAN("{")) || has(line, "{\"");
	}
	return lines > 0 && json * 2 >= lines;
}

static bool
refuse_unknown(struct span sample, const struct score *best, struct err *err)
{
	struct span line = first_line(sample);
	const char *sight = sight_server(line);
	struct buf shown = { 0 }, names = { 0 };

	printable_put(&shown, line, SHOWN_MAX);
	preset_names(&names);
	if (sight != NULL)
		err_set(err, ERR_DATA, "this looks like %s; of its %llu lines "
		    "%llu are understood; the first one: %s", sight,
		    (unsigned long long)best->lines,
		    (unsigned long long)best->understood, buf_text(&shown));
	else
		err_set(err, ERR_DATA, "no known format fits: the best one "
		    "understands %llu of %llu lines; the first line: %s; "
		    "give the server's own format string; tried: %s",
		    (unsigned long long)best->understood,
		    (unsigned long long)best->lines, buf_text(&shown),
		    buf_text(&names));
	buf_close(&names);
	buf_close(&shown);
	return false;
}

/* --- what fits best --- */

/* The more a format tells, and the less it leaves over, the more specific it
 * is. */
static uint64_t
points_of(const struct hit *hit, bool whole)
{
	int told = sight_numeric(hit->addr) + (hit->host.n > 0) +
	    (hit->method.n > 0) + (hit->target.n > 0) +
	    (hit->referrer.n > 0) + (hit->agent.n > 0) + (hit->bytes > 0) +
	    (hit->took_us >= 0) + whole;

	/* A detail that each line tells outweighs one line lost in ten: a log
	 * holds some lines that only a poorer format understands. */
	return 10 + (uint64_t)told;
}

/* Caddy's own messages may go where its requests go; they are many when it starts. */
static bool
is_message(struct span line)
{
	return has(line, "\"level\":") && has(line, "\"msg\":") &&
	    !has(line, "\"request\":");
}

static struct score
score_of(const struct format *f, bool named_host, struct span sample)
{
	bool has_host = format_has_host(f);
	bool json = format_has_escapes(f) && !format_has_directives(f);
	struct follow follow = { .now = f };
	struct score score = { 0 };
	uint64_t messages = 0, bare = 0;

	while (sample.n > 0) {
		bool whole = false;
		struct hit hit;
		struct span line = next_line(&sample);
		enum format_line got = format_parse_whole(follow.now, line,
		    &hit, &whole);

		if (json && got == FORMAT_MALFORMED && is_message(line))
			messages++;
		else
			score.lines += got == FORMAT_HIT ||
			    got == FORMAT_MALFORMED;
		follow_line(&follow, line);
		/* JSON with an address, a time and a status tells other things,
		 * too, than requests. */
		if (got != FORMAT_HIT || (has_host && hit.host.n == 0) ||
		    (json && hit.target.n == 0) ||
		    !sight_address(hit.addr) || !sight_host(hit.host) ||
		    (named_host && !sight_named(hit.host)))
			continue;
		score.understood++;
		bare += !sight_numeric(hit.addr) && !sight_named(hit.addr);
		score.points += points_of(&hit, whole);
	}
	format_close(follow.own);
	/* Some readers may have names without a dot; where most have, they are other
	 * words: a header that stands before the address. */
	if (bare * 2 > score.understood)
		score.understood = score.points = 0;
	if (score.understood == 0)
		score.lines += messages;
	return score;
}

/* NULL where none understands a line. */
static struct format *
best_of(struct span sample, bool json, struct score *best)
{
	struct format *best_format = NULL;

	*best = (struct score){ 0 };
	for (const struct preset *p = presets; p->text != NULL; p++) {
		struct span spec = span_of(p->name != NULL ? p->name : p->text);
		struct format *f = NULL;
		struct score score;

		if (p->by_name || json != span_starts(span_of(p->text),
		    SPAN("json:")))
			continue;
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

/* --- what tells its fields itself --- */

/* The fields of the first #Fields line that names all that is needed, or else of the
 * first. */
static struct format *
first_fields(struct span sample)
{
	struct format *none = NULL, *f = NULL;

	if (!format_open(SPAN("w3c"), &none, NULL))
		return NULL;
	while (sample.n > 0 && (f == NULL || format_lacks(f) != NULL)) {
		struct format *next = NULL;

		if (!format_directive(none, next_line(&sample), &next, NULL))
			break;
		if (next != NULL && (f == NULL || format_lacks(next) == NULL)) {
			format_close(f);
			f = next;
		} else {
			format_close(next);
		}
	}
	format_close(none);
	return f;
}

static bool
fits(const struct format *f, const struct score *score)
{
	return f != NULL && score->understood * 2 >= score->lines &&
	    format_lacks(f) == NULL;
}

static bool
refuse_w3c(const struct format *f, const struct score *score, struct err *err)
{
	const char *lacks = format_lacks(f);

	if (lacks != NULL)
		return err_set(err, ERR_DATA, "this is a W3C extended log, but "
		    "its #Fields name no %s", lacks);
	return err_set(err, ERR_DATA, "this is a W3C extended log, but of its "
	    "%llu lines only %llu fit its #Fields",
	    (unsigned long long)score->lines,
	    (unsigned long long)score->understood);
}

static bool
refuse_json(struct span sample, const struct score *best, struct err *err)
{
	struct span line = first_line(sample);
	struct buf shown = { 0 };

	if (sight_wrapped(line))
		return err_set(err, ERR_DATA, "these lines are a container's "
		    "output, each wrapped in JSON: give what \"docker logs\" "
		    "or \"jq -r .log\" makes of them");
	if (line.n == 1)
		return err_set(err, ERR_DATA, "this is a page of JSON, no log: "
		    "of a log each line is an object");
	printable_put(&shown, line, SHOWN_MAX);
	err_set(err, ERR_DATA, "this is JSON, but no access log that is known: "
	    "%llu of %llu lines are understood; for other names give "
	    "json:addr=...,time=...,status=...,target=...; the first line: %s",
	    (unsigned long long)best->understood,
	    (unsigned long long)best->lines, buf_text(&shown));
	buf_close(&shown);
	return false;
}

static struct span
beginning(struct span sample)
{
	/* The hole that a log truncated in place begins with. */
	while (sample.n > 0 && sample.p[0] == '\0')
		sample = (struct span){ sample.p + 1, sample.n - 1 };
	sample = span_skip_bom(sample);
	if (sample.n > SAMPLE_MAX) {
		const char *end = memrchr(sample.p, '\n', SAMPLE_MAX);

		sample.n = end != NULL ? (size_t)(end - sample.p) : SAMPLE_MAX;
	}
	return sample;
}

/* A line of another log may look like the #Fields of one: where too few lines fit
 * them, they are a comment, if another format does better. */
static void
reconsider(struct span sample, bool json, struct format **f,
    struct score *best)
{
	struct score other_best;
	struct format *other;

	if (best->lines == 0 || fits(*f, best))
		return;
	other = best_of(sample, json, &other_best);
	if (!fits(other, &other_best)) {
		format_close(other);
		return;
	}
	format_close(*f);
	*f = other;
	*best = other_best;
}

bool
format_detect(struct span sample, struct format **out, struct err *err)
{
	struct format *f;
	struct score best = { 0 };
	bool w3c, json;

	sample = beginning(sample);
	if (!sight_text(sample, err))
		return false;
	f = first_fields(sample);
	w3c = f != NULL;
	json = mostly_json(sample);
	if (w3c) {
		best = score_of(f, false, sample);
		reconsider(sample, json, &f, &best);
	} else {
		f = best_of(sample, json, &best);
	}
	if (best.lines == 0 && !w3c)
		return err_set(err, ERR_DATA,
		    "the log holds no line yet to tell its format by");
	if (fits(f, &best)) {
		*out = f;
		return true;
	}
	if (w3c)
		refuse_w3c(f, &best, err);
	else if (json)
		refuse_json(sample, &best, err);
	else
		refuse_unknown(sample, &best, err);
	format_close(f);
	return false;
}
