/* SPDX-License-Identifier: MIT */
/* fuzz_format -- the first line of the input is a format, the rest is a log;
 * where it is none, the log's format is to be detected.  A byte from 0x80 in front
 * chooses one of the formats of other servers instead of the first line.
 *
 * Beside memory errors, which the sanitizers see, it aborts where a hit breaks
 * its contract, where the fast path, the way by a line's quotes (found with each kind of
 * instructions that is there) and the field program disagree, where values
 * without escapes are wrong or leave their room, where directives are not kept, where a
 * format does not open again as it was, and where text for people is not
 * printable.
 */
#include <stdint.h>
#include <stdlib.h>

#include "ingest/clf.h"
#include "ingest/field.h"
#include "ingest/format.h"
#include "ingest/program.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool holds)
{
	if (!holds)
		abort();
}

static void
check_within(struct span s, struct span line)
{
	if (s.n == 0)
		return;
	must(s.p >= line.p && s.n <= line.n &&
	    (size_t)(s.p - line.p) <= line.n - s.n);
}

static void
check_name(struct span s)
{
	must(s.n <= FIELD_NAME_MAX);
	for (size_t i = 0; i < s.n; i++)
		must((s.p[i] >= '0' && s.p[i] <= '9') ||
		    (s.p[i] >= 'a' && s.p[i] <= 'z') ||
		    (s.p[i] >= 'A' && s.p[i] <= 'Z') || s.p[i] == '.' ||
		    s.p[i] == ':' || s.p[i] == '_' || s.p[i] == '%' ||
		    s.p[i] == '-');
}

/* In the line, or in the room for what it does not hold as it is. */
static void
check_either(struct span s, struct span line, struct span room)
{
	check_within(s, room.n > 0 && s.p >= room.p &&
	    s.p < room.p + room.n ? room : line);
}

static void
check_hit(const struct hit *hit, struct span line, struct span room)
{
	must(hit->addr.n > 0);
	check_name(hit->addr);
	check_name(hit->host);
	check_within(hit->addr, line);
	check_within(hit->host, line);
	check_either(hit->method, line, room);
	check_either(hit->target, line, room);
	check_either(hit->protocol, line, room);
	check_either(hit->referrer, line, room);
	check_either(hit->agent, line, room);
	check_either(hit->forwarded, line, room);
	must(hit->status >= 100 && hit->status <= 599);
	must(hit->at_s >= 0 && hit->at_s <= INT64_C(253402300799));
	must(hit->scheme == HIT_SCHEME_UNKNOWN ||
	    hit->scheme == HIT_SCHEME_HTTP || hit->scheme == HIT_SCHEME_HTTPS);
	must(hit->bytes <= FIELD_BYTES_MAX);
	must(hit->took_us >= -1 && hit->took_us <= FIELD_TOOK_MAX_US + 1000000);
}

static bool
same(const struct hit *a, const struct hit *b)
{
	return a->at_s == b->at_s && span_eq(a->addr, b->addr) &&
	    span_eq(a->host, b->host) && span_eq(a->method, b->method) &&
	    span_eq(a->target, b->target) &&
	    span_eq(a->protocol, b->protocol) &&
	    span_eq(a->referrer, b->referrer) && span_eq(a->agent, b->agent) &&
	    span_eq(a->forwarded, b->forwarded) && a->bytes == b->bytes &&
	    a->took_us == b->took_us && a->status == b->status &&
	    a->scheme == b->scheme;
}

/* Escapes change texts, and nothing else. */
static void
check_plain(const struct format *f, struct span line, const struct hit *raw)
{
	char *room = malloc(line.n + 1);
	struct hit hit = { 0 };

	must(room != NULL);
	must(format_parse_plain(f, line, room, &hit) == FORMAT_HIT);
	check_hit(&hit, line, (struct span){ room, line.n });
	must(format_has_escapes(f) || same(&hit, raw));
	must(hit.at_s == raw->at_s && hit.status == raw->status &&
	    hit.bytes == raw->bytes && hit.took_us == raw->took_us &&
	    span_eq(hit.addr, raw->addr) && span_eq(hit.host, raw->host));
	free(room);
}

/* *own: the format after a directive, or NULL. */
static void
check_directive(const struct format *f, struct span line, struct format **own)
{
	struct format *next = NULL, *none = NULL;
	struct err err = { 0 };

	must(format_directive(f, line, &next, &err));
	if (next == NULL)
		return;
	must(format_has_directives(f) && format_has_directives(next));
	must(format_directive(next, line, &none, &err) && none == NULL);
	format_close(*own);
	*own = next;
}

static void
check_log(const struct format *a, const struct format *b, struct span log)
{
	struct format *own = NULL;

	while (log.n > 0) {
		struct span line = span_cut(&log, '\n');
		struct hit one = { 0 }, two = { 0 };
		enum format_line got = format_parse(a, line, &one);

		must(own != NULL || got == format_parse(b, line, &two));
		if (got == FORMAT_HIT) {
			check_hit(&one, line, (struct span){ 0 });
			must(own != NULL || same(&one, &two));
			check_plain(a, line, &one);
		}
		check_directive(a, line, &own);
		a = own != NULL ? own : a;
	}
	format_close(own);
}

/* Compiled once: a fuzzer's time is in what changes. */
static struct program *const *
shapes(void)
{
	static struct program *p[CLF__SHAPES];

	for (unsigned i = 0; p[CLF__SHAPES - 1] == NULL; i++)
		must(program_open(span_of(clf_text(i)), DIALECT_APACHE, &p[i],
		    NULL));
	return p;
}

static void
check_fast(struct span log)
{
	while (log.n > 0) {
		struct span line = span_cut(&log, '\n');

		for (unsigned i = 0; line.n > 0 && i < CLF__SHAPES; i++) {
			struct hit fast = { 0 }, slow = { 0 };
			bool is = clf_parse(i, line, &fast);

			must(is == program_run(shapes()[i], line, &slow, NULL));
			if (is)
				check_hit(&fast, line, (struct span){ 0 });
			must(same(&fast, &slow));
		}
	}
}

/* The log as a worker reads it, at each level. */
static void
check_scanned(const struct format *f, struct span log)
{
	static struct scan scan;
	struct clf_memo memo = { 0 };
	char *room = malloc(log.n + 1), *other = malloc(log.n + 1);

	must(room != NULL && other != NULL);
	for (int i = 0; i < SCAN__LEVELS; i++) {
		struct scan_line l;
		struct span rest = log;

		if (!scan_level((enum scan_level)i, &scan.scanner))
			continue;
		scan_begin(&scan, log, true);
		while (scan_next(&scan, &l)) {
			struct span line = span_cut(&rest, '\n');
			struct hit one = { 0 }, two = { 0 };

			must(line.p == l.text.p && line.n == l.text.n);
			must(format_parse_plain(f, line, other, &one) ==
			    format_parse_scanned(f, &l, room, &memo, &two));
			must(same(&one, &two));
			for (unsigned k = 0; k < CLF__SHAPES; k++) {
				one = two = (struct hit){ 0 };
				if (!clf_parse_usual(k, &l, &memo, &two,
				    NULL))
					continue;
				must(clf_parse(k, line, &one));
				must(same(&one, &two));
			}
		}
		must(rest.n == 0);
	}
	free(other);
	free(room);
}

static bool
beyond_ascii(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return true;
	return false;
}

/* Only the format itself, which is the administrator's, may hold other text. */
static void
check_explained(const struct format *f, struct span log)
{
	bool other = beyond_ascii(span_of(format_spec(f)));
	struct buf out = { 0 };

	format_explain(f, log, &out);
	for (size_t i = 0; i < out.n; i++) {
		unsigned char c = (unsigned char)out.p[i];

		must(c == '\n' || (c >= ' ' && c < 0x7f) ||
		    (other && c >= 0x80));
	}
	buf_close(&out);
}

static void
check_detected(struct span log)
{
	struct format *f = NULL;
	struct err err = { 0 };

	if (format_detect(log, &f, &err)) {
		check_explained(f, log);
		format_close(f);
		return;
	}
	must(err.code == ERR_DATA);
	for (const char *p = err.text; *p != '\0'; p++)
		must(*p >= ' ' && *p < 0x7f);
}

static struct span
chosen(unsigned char byte)
{
	static const char *const specs[] = { "w3c",
		"w3c:date time c-ip cs-method cs-uri-stem cs-uri-query "
		    "sc-status sc-bytes time-taken cs(User-Agent) cs(Referer)",
		"w3c+0700:date-local time-local c-ip cs-uri sc-status cs-host",
		"caddy", "traefik_json", "cloudflare", "nginx_json",
		"json:addr=a.b|c,time=t,status=s,target=u,query=q,agent=g,"
		    "referrer=r,took=d",
		"alb", "elb", "s3", "haproxy", "haproxy_syslog+0700", "squid",
		"envoy", "varnish", "traefik", "icecast",
		"tomcat:%h %l %u %t \"%r\" %s %b %D %T" };

	return span_of(specs[byte % (sizeof(specs) / sizeof(*specs))]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span log = { (const char *)data, size }, spec;
	struct format *f = NULL, *again = NULL;
	struct err err = { 0 };

	if (size > 0 && data[0] >= 0x80) {
		spec = chosen(data[0]);
		log = (struct span){ log.p + 1, log.n - 1 };
	} else {
		spec = span_cut(&log, '\n');
	}
	if (format_open(spec, &f, &err)) {
		must(format_open(span_of(format_spec(f)), &again, &err));
		check_log(f, again, log);
		check_scanned(f, log);
		check_explained(f, log);
		if (format_want_forwarded(f))
			check_scanned(f, log);
		format_close(again);
		format_close(f);
		check_fast(log);
	} else {
		must(err.code == ERR_CONFIG);
		check_detected(log);
	}
	return 0;
}
