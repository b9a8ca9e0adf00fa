/* SPDX-License-Identifier: MIT */
#include "aggregate/code.h"

#include <stdlib.h>

#include "aggregate/agent.h"
#include "aggregate/robots.h"
#include "aggregate/source.h"
#include "common/histogram.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

static struct site_section section[SITE_SECTIONS] = {
	{ .id = "news" }, { .id = "documents" },
	[SITE_SECTIONS - 1] = { .id = "last" }
};
static struct site site = SITE_DEFAULTS;
static struct robots *robots;

static const char *
key_of(unsigned cell, const struct robots *list, struct buf *out)
{
	buf_clear(out);
	code_put(out, cell, &site, list);
	return buf_text(out);
}

/* ---- cells ---- */

static const struct {
	const char *name;
	unsigned cell;
	const char *dim, *key;
} cells[] = {
	{ "the least status", CODE_STATUS, "status", "100" },
	{ "a status of no RFC", CODE_STATUS + 399, "status", "499" },
	{ "the greatest status", CODE_STATUS_LAST, "status", "599" },
	{ "no method", CODE_METHOD, "method", "" },
	{ "the first method", CODE_METHOD + 1, "method", "GET" },
	{ "any other method", CODE_METHOD_LAST, "method", "(other)" },
	{ "no protocol", CODE_PROTOCOL, "protocol", "" },
	{ "any other protocol", CODE_PROTOCOL_LAST, "protocol", "(other)" },
	{ "no scheme", CODE_SCHEME, "scheme", "" },
	{ "http", CODE_SCHEME + 1, "scheme", "http" },
	{ "https", CODE_SCHEME + 2, "scheme", "https" },
	{ "IPv4", CODE_IP + 1, "ip", "IPv4" },
	{ "IPv6", CODE_IP + 2, "ip", "IPv6" },
	{ "a source", CODE_SOURCE + SOURCE_GOVERNMENT, "source",
	    "government" },
	{ "a cell beyond all sources", CODE_SOURCE_LAST, "source", "" },
	{ "no country", CODE_COUNTRY, "country", "" },
	{ "the first country", CODE_COUNTRY + 1, "country", "AA" },
	{ "the last country", CODE_COUNTRY_LAST, "country", "ZZ" },
	{ "a browser", CODE_BROWSER + BROWSER_COCCOC, "browser", "coccoc" },
	{ "a cell beyond all browsers", CODE_BROWSER_LAST, "browser", "" },
	{ "a system", CODE_SYSTEM + SYSTEM_ANDROID, "system", "android" },
	{ "a cell beyond all systems", CODE_SYSTEM_LAST, "system", "" },
	{ "a device", CODE_DEVICE + DEVICE_TABLET, "device", "tablet" },
	{ "a cell beyond all devices", CODE_DEVICE_LAST, "device", "" },
	{ "a section", CODE_SECTION + 1, "section", "documents" },
	{ "the last section", CODE_SECTION_LAST, "section", "last" },
	{ "why it is a robot", CODE_ROBOT_KIND + ROBOT_AI, "robot-kind",
	    "ai crawler" },
	{ "a cell beyond all reasons", CODE_ROBOT_KIND_LAST, "robot-kind",
	    "" },
	{ "no time at all", CODE_TOOK, "response-time", "0" },
	{ "the last bucket", CODE_TOOK + HISTOGRAM_BUCKETS - 1,
	    "response-time", NULL },
	{ "any other pattern", CODE_ROBOT_LAST, "robot", "(other)" },
	{ "no dimension's", CODE__CELLS, NULL, "" },
};

static void
test_cells(void)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++) {
		const char *got = key_of(cells[i].cell, robots, &b);

		is_text(dim_info[code_dim(cells[i].cell)].name, cells[i].dim,
		    "%s: its dimension", cells[i].name);
		if (cells[i].key != NULL)
			is_text(got, cells[i].key, "%s", cells[i].name);
	}
	is_text(key_of(CODE_ROBOT, robots, &b),
	    robots_number(robots, 0)->pattern, "a robot by its pattern");
	is_text(key_of(CODE_ROBOT, NULL, &b), "(other)",
	    "without a list all robots are others");
	is_text(key_of(CODE_ROBOT + (unsigned)robots_size(robots), robots, &b),
	    "(other)", "so is a number that the list does not have");
	site.n_sections = 1;
	is_text(key_of(CODE_SECTION + 1, robots, &b), "",
	    "nor is a section of another configuration known");
	site.n_sections = SITE_SECTIONS;
	buf_close(&b);
}

/* ---- values ---- */

static const struct {
	const char *name, *value, *want;
} methods[] = {
	{ "none", "", "" },
	{ "GET", "GET", "GET" },
	{ "POST", "POST", "POST" },
	{ "the last that is known", "TRACE", "TRACE" },
	{ "a longer one", "GETS", "(other)" },
	{ "a shorter one", "GE", "(other)" },
	{ "one in small letters", "get", "(other)" },
	{ "one that says so itself", "(other)", "(other)" },
	{ "garbage", "\x16\x03\x01", "(other)" },
}, protocols[] = {
	{ "none", "", "" },
	{ "HTTP/1.0", "HTTP/1.0", "HTTP/1.0" },
	{ "HTTP/1.1", "HTTP/1.1", "HTTP/1.1" },
	{ "HTTP/2 as Apache writes it", "HTTP/2", "HTTP/2" },
	{ "HTTP/2 as nginx does", "HTTP/2.0", "HTTP/2" },
	{ "HTTP/3", "HTTP/3", "HTTP/3" },
	{ "HTTP/3 with a nought", "HTTP/3.0", "HTTP/3" },
	{ "HTTP/0.9", "HTTP/0.9", "(other)" },
	{ "HTTP/1", "HTTP/1", "(other)" },
	{ "HTTP/1.2", "HTTP/1.2", "(other)" },
	{ "HTTP/2.1", "HTTP/2.1", "(other)" },
	{ "HTTP/4.0", "HTTP/4.0", "(other)" },
	{ "HTTP/1.1 and more", "HTTP/1.1x", "(other)" },
	{ "half of it", "HTTP/1.", "(other)" },
	{ "its beginning", "HTTP/", "(other)" },
	{ "another one", "RTSP/1.0", "(other)" },
	{ "small letters", "http/1.1", "(other)" },
	{ "a word", "x", "(other)" },
};

static struct span
guarded(const char *text)
{
	return (struct span){ tap_guarded(text, strlen(text)), strlen(text) };
}

static void
test_values(void)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < sizeof(methods) / sizeof(*methods); i++)
		is_text(key_of(CODE_METHOD + code_method(guarded(
		    methods[i].value)), NULL, &b), methods[i].want,
		    "method: %s", methods[i].name);
	for (size_t i = 0; i < sizeof(protocols) / sizeof(*protocols); i++)
		is_text(key_of(CODE_PROTOCOL + code_protocol(guarded(
		    protocols[i].value)), NULL, &b), protocols[i].want,
		    "protocol: %s", protocols[i].name);
	ok(code_protocol((struct span){ 0 }) == 0 &&
	    code_method((struct span){ 0 }) == 0,
	    "an empty span may point nowhere");
	buf_close(&b);
}

static void
test_countries(void)
{
	struct buf b = { 0 };
	bool good = true;
	static const uint16_t wrong[] = { 0, 'V' << 8, 'V', 'v' << 8 | 'n',
		'1' << 8 | 'A', 'A' << 8 | '[', 0xffff };

	for (unsigned a = 'A'; a <= 'Z'; a++)
		for (unsigned z = 'A'; z <= 'Z'; z++) {
			char want[] = { (char)a, (char)z, '\0' };

			good = good && strcmp(key_of(CODE_COUNTRY +
			    code_country((uint16_t)(a << 8 | z)), NULL, &b),
			    want) == 0;
		}
	ok(good, "each pair of letters is a country");
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		good = good && code_country(wrong[i]) == 0;
	ok(good, "what are no two letters is unknown");
	buf_close(&b);
}

/* A cell must not count under another one's key. */
static void
test_distinct(void)
{
	struct buf a = { 0 }, b = { 0 };
	bool good = true, dims = true;
	unsigned from = 0;

	for (unsigned i = 0; i < CODE_ROBOT; i++) {
		key_of(i, robots, &a);
		if (i > 0 && code_dim(i) != code_dim(i - 1))
			from = i;
		dims = dims && dim_info[code_dim(i)].name != NULL;
		for (unsigned k = from; k < i && a.n > 0; k++)
			good = good && strcmp(key_of(k, robots, &b),
			    buf_text(&a)) != 0;
	}
	ok(good, "no two cells of a dimension have one key");
	ok(dims, "each cell has its dimension");
	buf_close(&a);
	buf_close(&b);
}

int
main(void)
{
	struct err err;

	must(robots_open(NULL, &robots, &err), &err);
	site.section = section;
	site.n_sections = SITE_SECTIONS;
	for (int i = 2; i < SITE_SECTIONS - 1; i++) {
		static char id[SITE_SECTIONS][16];

		snprintf(id[i], sizeof(id[i]), "s%d", i);
		section[i].id = id[i];
	}
	test_cells();
	test_values();
	test_countries();
	test_distinct();
	robots_close(robots);
	return done();
}
