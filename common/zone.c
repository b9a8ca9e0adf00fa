/* SPDX-License-Identifier: MIT */
#include "common/zone.h"

#include "common/buf.h"
#include "common/civil.h"
#include "common/file.h"
#include "common/mem.h"
#include "common/zone_rule.h"

enum {
	DAY_S = 86400,
	FILE_MAX_BYTES = 1024 * 1024, /* real ones stay below 4 KiB */
	HEADER_BYTES = 44,
	TYPE_BYTES = 6,
	/* RFC 8536, section 3.2, is a little narrower; clocks of the Philippines
	 * were 16 h behind UTC, those of Kiritimati are 14 h ahead. */
	OFFSET_MAX_S = 26 * 3600
};

struct change {
	int64_t at_s;
	int32_t offset_s; /* from then on */
};

struct zone {
	char *name;
	int32_t first_s; /* offset before the first change */
	struct change *change; /* ascending */
	size_t n;
	bool has_rule;
	struct zone_rule rule; /* from the last change on */
};

/* One of the two data blocks of a TZif file, by its counts. */
struct block {
	char version;
	uint64_t utc, standard, leap, time, type, letters; /* counts */
	uint64_t time_bytes;                               /* 4 or 8 */
	const unsigned char *data;
	uint64_t n; /* bytes of data */
};

static uint64_t
load_be(const unsigned char *p, uint64_t bytes)
{
	uint64_t v = 0;

	while (bytes-- > 0)
		v = v << 8 | *p++;
	return v;
}

static int64_t
load_time(const unsigned char *p, uint64_t bytes)
{
	uint64_t v = load_be(p, bytes);

	return bytes == 8 ? (int64_t)v : (int32_t)(uint32_t)v;
}

/* Counts are 32 bits wide and no term is above 12 bytes: nothing overflows. */
static bool
take_block(struct span *s, uint64_t time_bytes, struct block *out)
{
	const unsigned char *h = (const unsigned char *)s->p;
	struct block b = { .time_bytes = time_bytes };

	if (s->n < HEADER_BYTES || memcmp(h, "TZif", 4) != 0)
		return false;
	b.version = s->p[4];
	b.utc = load_be(h + 20, 4);
	b.standard = load_be(h + 24, 4);
	b.leap = load_be(h + 28, 4);
	b.time = load_be(h + 32, 4);
	b.type = load_be(h + 36, 4);
	b.letters = load_be(h + 40, 4);
	b.data = h + HEADER_BYTES;
	b.n = b.time * (time_bytes + 1) + b.type * TYPE_BYTES + b.letters +
	    b.leap * (time_bytes + 4) + b.standard + b.utc;
	if (b.n > s->n - HEADER_BYTES)
		return false;
	s->p += HEADER_BYTES + b.n;
	s->n -= HEADER_BYTES + b.n;
	*out = b;
	return true;
}

/* "\nTZ string\n"; an empty one is allowed and says nothing. */
static const char *
read_footer(struct span s, struct zone *z)
{
	if (s.n < 2 || s.p[0] != '\n')
		return "no footer";
	s = (struct span){ s.p + 1, s.n - 1 };

	size_t end = span_find(s, '\n');

	if (end == s.n)
		return "an unfinished footer";
	z->has_rule = end > 0;
	if (end > 0 && !zone_rule_read((struct span){ s.p, end }, &z->rule))
		return "a footer that is no TZ string";
	return NULL;
}

/* NULL, or what is wrong. */
static const char *
read_changes(const struct block *b, struct zone *z)
{
	const unsigned char *time = b->data;
	const unsigned char *index = time + b->time * b->time_bytes;
	const unsigned char *type = index + b->time;

	if (b->leap > 0)
		return "it counts leap seconds, which logs do not";
	if (b->type == 0 || b->type > 256)
		return "no kinds of time";
	for (uint64_t i = 0; i < b->type; i++) {
		int64_t offset = load_time(type + i * TYPE_BYTES, 4);

		if (offset < -OFFSET_MAX_S || offset > OFFSET_MAX_S)
			return "an offset of more than 26 hours";
	}
	z->first_s = (int32_t)load_time(type, 4);
	z->n = b->time;
	z->change = mem_new(z->n * sizeof(z->change[0]));
	for (uint64_t i = 0; i < b->time; i++) {
		if (index[i] >= b->type)
			return "a change to an unknown kind of time";
		z->change[i] = (struct change){
			load_time(time + i * b->time_bytes, b->time_bytes),
			(int32_t)load_time(type + index[i] * TYPE_BYTES, 4) };
		if (i > 0 && z->change[i].at_s <= z->change[i - 1].at_s)
			return "changes out of order";
	}
	return NULL;
}

static const char *
read_tzif(struct span s, struct zone *z)
{
	struct block b;

	if (!take_block(&s, 4, &b))
		return "not a TZif file";
	if (b.version < '2') /* a NUL: the first version has neither more */
		return read_changes(&b, z);
	if (!take_block(&s, 8, &b))
		return "no second block";

	const char *wrong = read_changes(&b, z);

	return wrong != NULL ? wrong : read_footer(s, z);
}

static bool
digits(struct span s, uint64_t max, int32_t *out)
{
	uint64_t v;

	if (s.n != 2 || !span_u64(s, &v) || v > max)
		return false;
	*out = (int32_t)v;
	return true;
}

/* "+07", "+0700" or "+07:00" */
static bool
read_fixed(struct span s, int32_t *offset)
{
	int32_t h, m = 0;

	if (s.n < 3 || (s.p[0] != '+' && s.p[0] != '-') ||
	    !digits((struct span){ s.p + 1, 2 }, 23, &h))
		return false;

	struct span rest = { s.p + 3, s.n - 3 };

	if (rest.n == 3 && rest.p[0] == ':')
		rest = (struct span){ rest.p + 1, 2 };
	if (s.n > 3 && !digits(rest, 59, &m))
		return false;
	*offset = (h * 60 + m) * 60;
	if (s.p[0] == '-')
		*offset = -*offset;
	return true;
}

/* Such a name stays within the folder, whoever wrote it. */
static bool
safe_name(const char *name)
{
	if (name[0] == '\0' || name[0] == '/')
		return false;
	for (; *name != '\0'; name++)
		if (!(*name >= 'A' && *name <= 'Z') &&
		    !(*name >= 'a' && *name <= 'z') &&
		    !(*name >= '0' && *name <= '9') &&
		    strchr("_+-/", *name) == NULL)
			return false;
	return true;
}

static bool
open_file(struct zone *z, const char *dir, struct err *err)
{
	struct buf path = { 0 }, text = { 0 };

	if (!safe_name(z->name))
		return err_set(err, ERR_CONFIG,
		    "\"%s\" cannot be a time zone's name", z->name);
	buf_printf(&path, "%s/%s", dir != NULL ? dir : "/usr/share/zoneinfo",
	    z->name);

	bool done = file_read(buf_text(&path), FILE_MAX_BYTES, &text, err);

	if (!done) {
		if (err != NULL && err->code == ERR_NOINPUT)
			err->code = ERR_CONFIG;
		err_add(err, "time zone \"%s\"", z->name);
	} else {
		const char *wrong = read_tzif(buf_view(&text), z);

		done = wrong == NULL || err_set(err, ERR_DATA,
		    "time zone \"%s\": %s: %s", z->name, buf_text(&path),
		    wrong);
	}
	buf_close(&path);
	buf_close(&text);
	return done;
}

bool
zone_open(const char *name, const char *dir, struct zone **out,
    struct err *err)
{
	struct zone *z = mem_new(sizeof(*z));

	z->name = mem_dup(name, strlen(name));
	if (strcmp(name, "UTC") != 0 &&
	    !read_fixed(span_of(name), &z->first_s) &&
	    !open_file(z, dir, err)) {
		zone_close(z);
		return false;
	}
	*out = z;
	return true;
}

void
zone_close(struct zone *z)
{
	if (z == NULL)
		return;
	mem_free(z->name);
	mem_free(z->change);
	mem_free(z);
}

const char *
zone_name(const struct zone *z)
{
	return z->name;
}

static int64_t
clamp(int64_t at_s, int64_t limit_s)
{
	if (at_s > limit_s)
		return limit_s;
	return at_s < -limit_s ? -limit_s : at_s;
}

/* How many changes are at or before at_s. */
static size_t
changes_until(const struct zone *z, int64_t at_s)
{
	size_t from = 0, to = z->n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (z->change[mid].at_s <= at_s)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

/* A stretch of time with one offset, as seen from an instant in it. */
struct stretch {
	int32_t offset_s;
	int64_t end_s; /* INT64_MAX: none */
};

static struct stretch
stretch_at(const struct zone *z, int64_t at_s)
{
	size_t i = changes_until(z, at_s);
	struct stretch s = { i > 0 ? z->change[i - 1].offset_s : z->first_s,
		i < z->n ? z->change[i].at_s : INT64_MAX };

	if (i == z->n && z->has_rule)
		s = (struct stretch){ zone_rule_offset(&z->rule, at_s),
			zone_rule_next(&z->rule, at_s) };
	return s;
}

int32_t
zone_offset(const struct zone *z, int64_t at_s)
{
	return stretch_at(z, clamp(at_s, ZONE_LIMIT_S)).offset_s;
}

int64_t
zone_instant(const struct zone *z, int64_t local_s)
{
	/* Wider than that of instants, so that each of them has a day's end. */
	local_s = clamp(local_s, ZONE_LIMIT_S + 7 * DAY_S);

	/* No clock that is at most OFFSET_MAX_S ahead shows it earlier. */
	int64_t at_s = local_s - OFFSET_MAX_S;

	for (;;) {
		struct stretch s = stretch_at(z, at_s);

		if (at_s + s.offset_s >= local_s)
			return at_s;
		if (local_s - s.offset_s < s.end_s)
			return local_s - s.offset_s;
		at_s = s.end_s;
	}
}

struct zone_day
zone_day_of(const struct zone *z, int32_t day)
{
	return (struct zone_day){ day,
		zone_instant(z, (int64_t)day * DAY_S),
		zone_instant(z, ((int64_t)day + 1) * DAY_S) };
}

struct zone_day
zone_day_at(const struct zone *z, int64_t at_s)
{
	at_s = clamp(at_s, ZONE_LIMIT_S);

	int64_t day = civil_floor_div(at_s + zone_offset(z, at_s), DAY_S);
	struct zone_day d = zone_day_of(z, (int32_t)day);

	/* Clocks that went back over midnight show yesterday, but it is over. */
	while (d.end_s <= at_s)
		d = zone_day_of(z, d.day + 1);
	return d;
}
