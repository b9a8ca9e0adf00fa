/* SPDX-License-Identifier: MIT */
/* What a format makes of a log, for people. */
#include "common/civil.h"
#include "ingest/follow.h"
#include "ingest/preset.h"
#include "ingest/printable.h"

struct census {
	uint64_t of[FORMAT_BLANK + 1];
	struct span first; /* the first line that is a hit */
	struct buf room;   /* of its values */
	struct hit hit;
};

static void
explain_field(struct buf *out, const char *name, struct span value)
{
	buf_printf(out, "  %-10s", name);
	if (value.n == 0)
		buf_putc(out, '-');
	else
		printable_put(out, value, 400);
	buf_putc(out, '\n');
}

static void
explain_hit(struct buf *out, const struct census *c)
{
	const struct hit *hit = &c->hit;
	int32_t of_day = (int32_t)(hit->at_s % 86400);
	struct civil d = civil_date((int32_t)(hit->at_s / 86400));

	buf_puts(out, "First line understood:\n  ");
	printable_put(out, c->first, 400);
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
	if (hit->scheme != HIT_SCHEME_UNKNOWN)
		explain_field(out, "scheme", hit->scheme == HIT_SCHEME_HTTPS ?
		    SPAN("https") : SPAN("http"));
	if (hit->forwarded.n > 0)
		explain_field(out, "forwarded", hit->forwarded);
	if (hit->took_us >= 0)
		buf_printf(out, "  %-10s%lld us\n", "took",
		    (long long)hit->took_us);
	else
		explain_field(out, "took", (struct span){ 0 });
}

/* One line that the configuration reader gives back as it was: in quotes, since
 * a format may hold ; and # and begin with a quote. */
static void
explain_line(struct buf *out, const struct format *f)
{
	struct span spec = span_of(format_spec(f));
	bool name = true, lines = false;

	if (format_has_directives(f)) /* each log tells its fields */
		spec.n = span_find(spec, ':');
	for (size_t i = 0; i < spec.n; i++) {
		name = name && memchr(" \";#", spec.p[i], 4) == NULL;
		lines = lines || (unsigned char)spec.p[i] < ' ' ||
		    spec.p[i] == 0x7f;
	}
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

static void
count(struct census *c, const struct format *f, struct span line)
{
	struct hit hit;
	enum format_line got = format_parse(f, line, &hit);

	if (got == FORMAT_HIT && c->of[FORMAT_HIT] == 0) {
		buf_reserve(&c->room, line.n);
		format_parse_plain(f, line, c->room.p, &c->hit);
		c->first = span_trim(line);
	}
	c->of[got]++;
}

static void
explain_zone(struct buf *out, const struct format *f)
{
	const char *name = format_spec(f);

	if (format_lacks_offset(f))
		buf_printf(out, "The log's times tell no offset and are taken "
		    "for UTC; for 7 hours east of it, or a zone:\n"
		    "  format = %s+0700\n  format = %s@Asia/Ho_Chi_Minh\n",
		    name, name);
}

void
format_explain(const struct format *f, struct span sample, struct buf *out)
{
	struct follow follow = { .now = f };
	struct census c = { 0 };
	uint64_t lines;

	while (sample.n > 0) {
		struct span line = span_cut(&sample, '\n');

		count(&c, follow.now, line);
		follow_line(&follow, line);
	}
	format_close(follow.own);
	lines = c.of[FORMAT_HIT] + c.of[FORMAT_MALFORMED];
	buf_puts(out, "Format: ");
	printable_put(out, span_of(format_spec(f)), 2000);
	buf_printf(out, "\nUnderstood: %llu of %llu lines (%.1f %%)",
	    (unsigned long long)c.of[FORMAT_HIT], (unsigned long long)lines,
	    lines > 0 ? 100.0 * (double)c.of[FORMAT_HIT] / (double)lines : 0.0);
	buf_printf(out, "; beside them %llu blank, %llu comments\n",
	    (unsigned long long)c.of[FORMAT_BLANK],
	    (unsigned long long)c.of[FORMAT_DIRECTIVE]);
	if (c.of[FORMAT_HIT] > 0)
		explain_hit(out, &c);
	explain_zone(out, f);
	explain_line(out, f);
	buf_close(&c.room);
}
