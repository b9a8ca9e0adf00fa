/* SPDX-License-Identifier: MIT */
#include "aggregate/page.h"

#include "aggregate/redact.h"
#include "common/dim.h"

void
page_close(struct page *p)
{
	clean_close(&p->clean);
	buf_close(&p->raw);
	buf_close(&p->mail);
	*p = (struct page){ 0 };
}

static char
lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/* ---- the parts of a target ---- */

struct target {
	struct span path, query;
};

static struct span
skip(struct span s, size_t n)
{
	return (struct span){ s.p + n, s.n - n };
}

static size_t
find_any(struct span s, const char *set)
{
	size_t i = 0;

	while (i < s.n && (s.p[i] == '\0' || strchr(set, s.p[i]) == NULL))
		i++;
	return i;
}

/* The bytes of "scheme://authority", or 0. */
static size_t
authority_end(struct span s)
{
	size_t i = 0;

	while (i < s.n && ((lower(s.p[i]) >= 'a' && lower(s.p[i]) <= 'z') ||
	    (i > 0 && ((s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '+' ||
	    s.p[i] == '-' || s.p[i] == '.'))))
		i++;
	if (i == 0 || !span_starts(skip(s, i), SPAN("://")))
		return 0;
	i += 3;
	return i + find_any(skip(s, i), "/?#");
}

static struct target
split(struct span s)
{
	struct target t;

	if (s.n > 0 && s.p[0] != '/')
		s = skip(s, authority_end(s));
	s.n = span_find(s, '#');
	t.path = span_cut(&s, '?');
	t.query = s;
	return t;
}

/* Offset of ";jsessionid=" in path, or path.n. */
static size_t
find_session(struct span path)
{
	for (size_t i = 0; (i += span_find(skip(path, i), ';')) < path.n; i++)
		if (span_starts_nocase(skip(path, i), SPAN(";jsessionid=")))
			return i;
	return path.n;
}

static bool
kept(const struct site *site, struct span name)
{
	for (const char **k = site->keep_query; k != NULL && *k != NULL; k++)
		if (span_eq(name, span_of(*k)))
			return true;
	return false;
}

/* The path, without session ids. */
static struct span
path_of(struct page *p, struct span path)
{
	size_t at = find_session(path);

	if (at == path.n)
		return path;
	buf_clear(&p->raw);
	while (path.n > 0) {
		buf_add(&p->raw, path.p, at);
		path = skip(path, at);
		path = skip(path, path.n > 0 ?
		    1 + find_any(skip(path, 1), ";/") : 0);
		at = find_session(path);
	}
	return buf_view(&p->raw);
}

/* Path and kept parameters, still as they came. */
static struct span
raw_name(struct page *p, struct span target)
{
	struct target t = split(target);
	struct span path = path_of(p, t.path);
	char mark = '?';

	if (path.n == 0)
		path = SPAN("/");
	if (p->site->keep_query == NULL || p->site->keep_query[0] == NULL)
		return path;
	while (t.query.n > 0) {
		struct span pair = span_cut(&t.query, '&'), rest = pair;

		if (!kept(p->site, span_cut(&rest, '=')))
			continue;
		if (path.p != p->raw.p) {
			buf_clear(&p->raw);
			buf_span(&p->raw, path);
		}
		buf_putc(&p->raw, mark);
		buf_span(&p->raw, pair);
		path = buf_view(&p->raw);
		mark = '&';
	}
	return path;
}

struct span
page_path(struct page *p, struct span target)
{
	return clean_text(&p->clean, path_of(p, split(target).path));
}

void
page_name(struct page *p, struct span target, struct buf *out)
{
	size_t from = out->n;

	redact(clean_text(&p->clean, raw_name(p, target)), &p->mail, out);
	if (out->n - from > PAGE_BYTES) {
		out->n = from + PAGE_BYTES;
		while (((unsigned char)out->p[out->n] & 0xC0) == 0x80)
			out->n--;
	}
}

/* ---- referrers ---- */

struct span
page_url_host(struct span url)
{
	size_t scheme = span_starts_nocase(url, SPAN("http://")) ? 7 :
	    span_starts_nocase(url, SPAN("https://")) ? 8 : 0;
	struct span host = skip(url, scheme);

	if (scheme == 0)
		return (struct span){ 0 };
	host.n = find_any(host, "/?#\\");
	for (size_t at; (at = span_find(host, '@')) < host.n;)
		host = skip(host, at + 1);
	if (host.n > 0 && host.p[0] == '[') {
		size_t end = span_find(host, ']');

		return (struct span){ host.p, end < host.n ? end + 1 : 0 };
	}
	host.n = span_find(host, ':');
	if (host.n > 0 && host.p[host.n - 1] == '.')
		host.n--; /* the root's own label */
	return host;
}

static struct span
without_www(struct span host)
{
	return span_starts_nocase(host, SPAN("www.")) ? skip(host, 4) : host;
}

static bool
host_valid(struct span host)
{
	static const char more[] = "-._";
	bool v6 = host.n > 0 && host.p[0] == '[';

	for (size_t i = v6; i + v6 < host.n; i++) {
		char c = lower(host.p[i]);

		if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') &&
		    (c == '\0' || strchr(v6 ? ":." : more, c) == NULL))
			return false;
	}
	return host.n > 0 && host.n <= PAGE_HOST_BYTES;
}

/* "www." makes no other site. */
static bool
own_host(const struct site *site, struct span host, struct span request_host)
{
	if (site->host == NULL || site->host[0] == NULL)
		return request_host.n > 0 &&
		    span_eq_nocase(host, without_www(request_host));
	for (const char **h = site->host; *h != NULL; h++)
		if (span_eq_nocase(host, without_www(span_of(*h))))
			return true;
	return false;
}

/* Who asks chooses the name, and some sites give each reader a name of his own.  Tokens are
 * told by their capitals, too. */
static void
put_host(struct span host, struct buf *out)
{
	struct buf work = { 0 };
	size_t from = out->n;

	if (host.p[0] == '[')
		buf_puts(out, "[" REDACT_GONE "]");
	else
		redact(host, &work, out);
	for (size_t i = from; i < out->n; i++)
		out->p[i] = lower(out->p[i]);
	buf_close(&work);
}

void
page_host(struct span host, struct buf *out)
{
	if (host_valid(host))
		put_host(host, out);
	else
		buf_puts(out, DIM_OTHER);
}

void
page_referrer(struct page *p, struct span referrer, struct span host,
    struct buf *out)
{
	struct span from = without_www(page_url_host(referrer));

	if (!host_valid(from))
		return;
	if (own_host(p->site, from, host)) {
		page_name(p, referrer, out);
		return;
	}
	put_host(from, out);
}
