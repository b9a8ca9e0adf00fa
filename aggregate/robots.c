/* SPDX-License-Identifier: MIT */
#include "aggregate/robots.h"

#include "aggregate/crawlers.h"
#include "aggregate/robots_list.h"
#include "aggregate/rules.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/mem.h"

enum { ROBOTS_FILE_BYTES = 16 * 1024 * 1024, PACKAGE_BYTES = 64 * 1024 };

struct robots {
	struct rules *rules; /* NULL: no line is a robot */
	uint32_t empty;      /* number of the empty agent */
	struct buf name, version;
	char sha256[65];
};

/* While lists are read. */
struct reading {
	struct robots *r;
	struct rules *known; /* the built-in list, to tell reasons; or NULL */
	struct buf bytes;    /* of all lists, to be hashed */
};

static const unsigned char built_in[] = {
#include "conf/robots.conf.inc"
};

static const char *const reason_name[ROBOT__MAX] = {
#define X(id, name) name,
	ROBOT_REASON_TABLE(X)
#undef X
};

const char *
robot_reason_name(enum robot_reason reason)
{
	return reason_name[reason];
}

bool
robot_reason_of(struct span name, enum robot_reason *out)
{
	for (unsigned i = 0; i < ROBOT__MAX; i++) {
		if (span_eq_nocase(span_trim(name), span_of(reason_name[i]))) {
			*out = (enum robot_reason)i;
			return true;
		}
	}
	return false;
}

/* Both kinds of list may open with '[': in ours it is a header, "[reason]"; in
 * JSON an object or the end follows it. */
static bool
is_json(struct span text)
{
	char last = '\0';

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
			continue;
		if (c != '[' || last == '[')
			return c == '{' || (last == '[' && c == ']');
		last = c;
	}
	return last == '[';
}

static struct span
without_bom(struct span text)
{
	return span_starts(text, SPAN("\xEF\xBB\xBF")) ?
	    (struct span){ text.p + 3, text.n - 3 } : text;
}

static struct span
built_in_text(void)
{
	return (struct span){ (const char *)built_in, sizeof(built_in) };
}

static bool
read_json(struct reading *in, struct span text, struct err *err)
{
	if (in->known == NULL) {
		in->known = rules_open();
		if (!robots_list_read(built_in_text(), in->known, err) ||
		    !robots_list_exceptions(built_in_text(), in->r->rules, err))
			return err_add(err, "built-in robots");
		rules_build(in->known);
	}
	return crawlers_read(text, in->known, in->r->rules, err);
}

static bool
read_list(struct reading *in, struct span text, bool json, struct err *err)
{
	size_t before = rules_size(in->r->rules);

	buf_span(&in->bytes, text);
	text = without_bom(text);
	if (!(json ? read_json(in, text, err) :
	    robots_list_read(text, in->r->rules, err)))
		return false;
	/* A list that was emptied by mishap would make every robot a visitor. */
	return rules_size(in->r->rules) > before || err_set(err, ERR_CONFIG,
	    "holds no pattern; write \"none\" to have no list");
}

/* A list without a version is as good: whatever is amiss here is no error. */
static void
read_version(struct reading *in, struct span folder)
{
	struct buf path = { 0 }, json = { 0 };
	struct buf *version = &in->r->version;
	struct err err = { 0 };
	size_t before = version->n;

	buf_span(&path, folder);
	buf_puts(&path, "package.json");
	if (file_read(buf_text(&path), PACKAGE_BYTES, &json, &err)) {
		if (before > 0)
			buf_putc(version, '+');
		if (!crawlers_version(buf_view(&json), version))
			version->n = before;
	}
	buf_close(&json);
	buf_close(&path);
}

static bool
read_file(struct reading *in, struct span path, struct err *err)
{
	struct buf bytes = { 0 };
	char *name = mem_dup(path.p, path.n);
	size_t folder = path.n;
	bool json, good = file_read(name, ROBOTS_FILE_BYTES, &bytes, err);

	while (folder > 0 && path.p[folder - 1] != '/')
		folder--;
	if (good) {
		json = is_json(without_bom(buf_view(&bytes)));
		good = read_list(in, buf_view(&bytes), json, err) ||
		    err_add(err, "%s", name);
		if (good && json)
			read_version(in, (struct span){ path.p, folder });
	}
	buf_span(&in->r->name, (struct span){ path.p + folder,
	    path.n - folder });
	mem_free(name);
	buf_close(&bytes);
	return good;
}

static bool
read_one(struct reading *in, struct span which, struct err *err)
{
	if (in->r->name.n > 0)
		buf_putc(&in->r->name, '+');
	if (which.n == 0)
		return err_set(err, ERR_CONFIG, "a list has no name: see the "
		    "commas");
	if (span_eq(which, SPAN("none")))
		return err_set(err, ERR_CONFIG, "\"none\" stands alone: no "
		    "list goes with it");
	if (!span_eq(which, SPAN("built-in")))
		return read_file(in, which, err);
	buf_puts(&in->r->name, "built-in");
	return read_list(in, built_in_text(), false, err) ||
	    err_add(err, "built-in robots");
}

static bool
read_all(struct robots *r, struct span which, struct err *err)
{
	struct reading in = { .r = r };
	bool good = true, more = true;

	r->rules = rules_open();
	while (good && more) {
		more = span_find(which, ',') < which.n;
		good = read_one(&in, span_trim(span_cut(&which, ',')), err);
	}
	if (good) {
		rules_unmarked(r->rules, SPAN("(no browser)"), ROBOT_OTHER);
		r->empty = rules_nameless(r->rules, SPAN("(empty agent)"),
		    ROBOT_EMPTY);
		rules_build(r->rules);
		hash_sha256_hex(in.bytes.p, in.bytes.n, r->sha256);
	}
	rules_close(in.known);
	buf_close(&in.bytes);
	return good;
}

bool
robots_open(const char *which, struct robots **out, struct err *err)
{
	struct robots *r = mem_new(sizeof(*r));

	if (which == NULL)
		which = "built-in";
	if (strcmp(which, "none") == 0) {
		buf_puts(&r->name, "none");
		hash_sha256_hex("", 0, r->sha256);
	} else if (!read_all(r, span_of(which), err)) {
		robots_close(r);
		return false;
	}
	/* What is asked for later is a text, and then no change is allowed. */
	buf_text(&r->name);
	buf_text(&r->version);
	*out = r;
	return true;
}

void
robots_close(struct robots *r)
{
	if (r == NULL)
		return;
	rules_close(r->rules);
	buf_close(&r->name);
	buf_close(&r->version);
	mem_free(r);
}

const char *
robots_name(const struct robots *r)
{
	return r->name.p;
}

const char *
robots_version(const struct robots *r)
{
	return r->version.p;
}

const char *
robots_sha256(const struct robots *r)
{
	return r->sha256;
}

size_t
robots_size(const struct robots *r)
{
	return r->rules != NULL ? rules_size(r->rules) : 0;
}

const struct robot *
robots_number(const struct robots *r, size_t number)
{
	return rules_number(r->rules, number);
}

const struct robot *
robots_find(const struct robots *r, struct span agent)
{
	if (r->rules == NULL)
		return NULL;
	if (span_trim(agent).n == 0)
		return rules_number(r->rules, r->empty);
	return rules_find(r->rules, agent);
}

const char *
robots_match(const struct robots *r, struct span agent)
{
	const struct robot *robot = robots_find(r, agent);

	return robot != NULL ? robot->pattern : NULL;
}
