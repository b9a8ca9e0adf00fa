/* SPDX-License-Identifier: MIT */
#include "ingest/sight.h"

#include "ingest/instant.h"

static bool
has(struct span s, const char *text)
{
	return s.n > 0 && memmem(s.p, s.n, text, strlen(text)) != NULL;
}

/* ---- what is no text ---- */

/* Files that hold files, and packed ones that are not unpacked. */
static const struct {
	size_t at;
	struct span magic;
	const char *name;
} archives[] = {
	{ 257, { "ustar", 5 }, "a tar archive" },
	{ 0, { "PK\x03\x04", 4 }, "a zip archive" },
	{ 0, { "7z\xbc\xaf", 4 }, "a 7z archive" },
	{ 0, { "Rar!", 4 }, "a rar archive" },
	{ 0, { "\x1f\x9d", 2 }, "packed by compress" },
	{ 0, { "\x04\x22\x4d\x18", 4 }, "packed by lz4" },
};

static const char *
archive_of(struct span s)
{
	for (size_t i = 0; i < sizeof(archives) / sizeof(*archives); i++)
		if (s.n >= archives[i].at + archives[i].magic.n &&
		    memcmp(s.p + archives[i].at, archives[i].magic.p,
		    archives[i].magic.n) == 0)
			return archives[i].name;
	return NULL;
}

bool
sight_text(struct span s, struct err *err)
{
	const char *archive = archive_of(s);
	size_t odd = 0;

	if (archive != NULL)
		return err_set(err, ERR_DATA, "this is %s, no log: unpack it "
		    "first", archive);
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

/* ---- whose it is ---- */

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

/* "2025-10-10 06:55:36 198.51.100.1 GET /a b=c 443 ...", or with tabs. */
static bool
w3c_like(struct span line)
{
	bool method = false, path = false, address = false;
	size_t columns = 0;
	int32_t year;

	if (line.n < 20 || line.p[4] != '-' || line.p[7] != '-' ||
	    (line.p[10] != ' ' && line.p[10] != '\t') || line.p[13] != ':' ||
	    line.p[19] != line.p[10] || !instant_digits(line.p, 4, &year))
		return false;
	for (char blank = line.p[10]; line.n > 0; columns++) {
		struct span s = span_cut(&line, blank);

		method = method || span_eq(s, SPAN("GET")) ||
		    span_eq(s, SPAN("POST")) || span_eq(s, SPAN("HEAD")) ||
		    span_eq(s, SPAN("OPTIONS"));
		path = path || span_starts(s, SPAN("/"));
		address = address || (columns > 1 && s.n > 1 &&
		    sight_numeric(s) && sight_address(s));
	}
	return columns >= 8 && method && path && address;
}

const char *
sight_server(struct span line)
{
	size_t blank = span_find(line, ' ');
	struct span rest = { line.p + blank, line.n - blank };

	if (has(line, "haproxy["))
		return "HAProxy's log through syslog, but not its HTTP log";
	if (hex_word(line, 64))
		return "an Amazon S3 server access log";
	if (blank < line.n && iso_first((struct span){ rest.p + 1, rest.n - 1 })
	    && has(line, " app/") && line.p[0] != '<')
		return "an AWS application load balancer's log";
	if (iso_first(line) && has(line, "://") && !has(line, " ["))
		return "an AWS classic load balancer's log";
	if (w3c_like(line))
		return "a W3C extended log, as IIS writes it, that has lost its "
		    "#Fields (give its columns: format = w3c:date time ...)";
	return NULL;
}

bool
sight_wrapped(struct span line)
{
	return span_starts(line, SPAN("{")) && has(line, "\"log\":") &&
	    has(line, "\"stream\":");
}

/* ---- addresses and names ---- */

bool
sight_numeric(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') && s.p[i] != '.')
			return span_find(s, ':') < s.n;
	return true;
}

bool
sight_named(struct span s)
{
	const char *dot = s.n > 0 ? memrchr(s.p, '.', s.n) : NULL;

	if (span_eq(s, SPAN("localhost")))
		return true;
	return dot != NULL && dot + 1 < s.p + s.n &&
	    (dot[1] < '0' || dot[1] > '9') && !sight_numeric(s);
}

bool
sight_address(struct span s)
{
	size_t colons = 0, dots = 0;
	bool hex = true;

	s.n = span_find(s, '%'); /* a zone */
	for (size_t i = 0; i < s.n; i++) {
		colons += s.p[i] == ':';
		dots += s.p[i] == '.';
		hex = hex && memchr("0123456789abcdefABCDEF:.", s.p[i], 24) !=
		    NULL;
	}
	if (colons > 0)
		return hex && colons > 1;
	return !sight_numeric(s) || dots == 3;
}

bool
sight_host(struct span s)
{
	return s.n == 0 || s.p[0] < '0' || s.p[0] > '9' || sight_address(s);
}
