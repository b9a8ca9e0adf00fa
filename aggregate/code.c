/* SPDX-License-Identifier: MIT */
#include "aggregate/code.h"

#include "aggregate/agent.h"
#include "aggregate/robots.h"
#include "aggregate/source.h"
#include "common/histogram.h"
#include "common/view.h"

_Static_assert((int)BROWSER__MAX <= CODE_BROWSER_LAST - CODE_BROWSER + 1 &&
    (int)SYSTEM__MAX <= CODE_SYSTEM_LAST - CODE_SYSTEM + 1 &&
    (int)DEVICE__MAX <= CODE_DEVICE_LAST - CODE_DEVICE + 1 &&
    (int)SOURCE__MAX <= CODE_SOURCE_LAST - CODE_SOURCE + 1 &&
    (int)ROBOT__MAX <= CODE_ROBOT_KIND_LAST - CODE_ROBOT_KIND + 1 &&
    (int)HISTOGRAM_BUCKETS <= (int)CODE_TOOKS, "cells enough");

/* From the second on they are cells 1, 2... */
static const char *const methods[] = {
	"", "GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH",
	"PROPFIND", "CONNECT", "TRACE", DIM_OTHER
};
enum { METHODS = sizeof(methods) / sizeof(*methods) };
_Static_assert(METHODS == CODE_METHOD_LAST - CODE_METHOD + 1, "a cell each");

static const char *const protocols[] = {
	"", "HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/3", DIM_OTHER
};
enum { PROTOCOLS = sizeof(protocols) / sizeof(*protocols) };
_Static_assert(PROTOCOLS == CODE_PROTOCOL_LAST - CODE_PROTOCOL + 1,
    "a cell each");

static const char *const schemes[] = { "", "http", "https" };
static const char *const ips[] = { "", "IPv4", "IPv6" };

enum dim
code_dim(unsigned cell)
{
#define X(id, cells)                                                           \
	if (cell <= (unsigned)CODE_##id##_LAST)                                \
		return DIM_##id;
	CODE_TABLE(X)
#undef X
	return (enum dim)0;
}

static const char *
one_of(const char *const *text, size_t n, unsigned value)
{
	return value < n ? text[value] : "";
}

static void
put_country(struct buf *out, unsigned value)
{
	if (value == 0)
		return;
	buf_putc(out, (char)('A' + (value - 1) / CODE_LETTERS));
	buf_putc(out, (char)('A' + (value - 1) % CODE_LETTERS));
}

static void
put_section(struct buf *out, unsigned value, const struct site *site)
{
	if (value < site->n_sections)
		buf_puts(out, site->section[value].id);
}

static void
put_answer(struct buf *out, unsigned value, const struct site *site)
{
	unsigned section = value / ANSWER__MAX;
	struct span name = section == SITE_SECTIONS ? SPAN(ANSWER_HOME) :
	    section < site->n_sections ? span_of(site->section[section].id) :
	    SPAN("");

	answer_put(out, name, (enum answer)(value % ANSWER__MAX));
}

static void
put_robot(struct buf *out, unsigned value, const struct robots *robots)
{
	buf_puts(out, robots != NULL && value < robots_size(robots) &&
	    value < CODE_ROBOTS ? robots_number(robots, value)->pattern : DIM_OTHER);
}

void
code_put(struct buf *out, unsigned cell, const struct site *site,
    const struct robots *robots)
{
	enum dim dim = code_dim(cell);
	unsigned v = cell;

#define X(id, cells) v -= dim == DIM_##id ? (unsigned)CODE_##id : 0;
	CODE_TABLE(X)
#undef X
	switch (dim) {
	case DIM_STATUS:
	case DIM_TOOK:
		buf_printf(out, "%u", dim == DIM_STATUS ? v + 100 : v);
		break;
	case DIM_METHOD:
		buf_puts(out, one_of(methods, METHODS, v));
		break;
	case DIM_PROTOCOL:
		buf_puts(out, one_of(protocols, PROTOCOLS, v));
		break;
	case DIM_SCHEME:
	case DIM_IP:
		buf_puts(out, one_of(dim == DIM_IP ? ips : schemes, 3, v));
		break;
	case DIM_SOURCE:
		if (v < SOURCE__MAX)
			buf_puts(out, source_name((enum source)v));
		break;
	case DIM_COUNTRY:
		put_country(out, v);
		break;
	case DIM_BROWSER:
		if (v < BROWSER__MAX)
			buf_puts(out, agent_browser_key((enum browser)v));
		break;
	case DIM_SYSTEM:
		if (v < SYSTEM__MAX)
			buf_puts(out, agent_system_key((enum system)v));
		break;
	case DIM_DEVICE:
		if (v < DEVICE__MAX)
			buf_puts(out, agent_device_key((enum device)v));
		break;
	case DIM_SECTION:
		put_section(out, v, site);
		break;
	case DIM_ANSWER:
		put_answer(out, v, site);
		break;
	case DIM_ROBOT_KIND:
		if (v < ROBOT__MAX)
			buf_puts(out, robot_reason_name((enum robot_reason)v));
		break;
	case DIM_ROBOT:
		put_robot(out, v, robots);
		break;
	default:
		break;
	}
}

unsigned
code_country(uint16_t letters)
{
	unsigned a = (unsigned)(letters >> 8) - 'A', b = (letters & 0xffu) - 'A';

	return a < CODE_LETTERS && b < CODE_LETTERS ?
	    1 + a * CODE_LETTERS + b : 0;
}

unsigned
code_ip(unsigned flags)
{
	return flags & VIEW_IPV6 ? 2 : flags & VIEW_IPV4 ? 1 : 0;
}

static unsigned
number_of(const char *const *text, unsigned n, struct span s)
{
	if (s.n == 0)
		return 0;
	for (unsigned i = 1; i + 1 < n; i++)
		if (span_eq(s, span_of(text[i])))
			return i;
	return n - 1;
}

unsigned
code_method(struct span method)
{
	/* Mostly this one. */
	if (method.n == 3 && memcmp(method.p, "GET", 3) == 0)
		return 1;
	return number_of(methods, METHODS, method);
}

/* HTTP/1.0 1, HTTP/1.1 2, HTTP/2 3, HTTP/3 4 */
unsigned
code_protocol(struct span protocol)
{
	const char *p = protocol.p;

	if (protocol.n < 6 || protocol.n > 8 || protocol.n == 7 ||
	    memcmp(p, "HTTP/", 5) != 0)
		return protocol.n == 0 ? 0 : PROTOCOLS - 1;
	if (protocol.n == 6)
		return p[5] == '2' || p[5] == '3' ? (unsigned)(p[5] + 1 - '0') :
		    PROTOCOLS - 1;
	if (p[6] == '.' && p[5] == '1' && (p[7] == '0' || p[7] == '1'))
		return (unsigned)(p[7] + 1 - '0');
	return p[6] == '.' && p[7] == '0' && (p[5] == '2' || p[5] == '3') ?
	    (unsigned)(p[5] + 1 - '0') : PROTOCOLS - 1;
}
