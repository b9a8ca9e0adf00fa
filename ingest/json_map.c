/* SPDX-License-Identifier: MIT */
#include "ingest/json_map.h"

#include "common/mem.h"
#include "ingest/draft.h"
#include "ingest/instant.h"
#include "ingest/json_scan.h"

enum slot {
	SLOT_ADDR, SLOT_TIME, SLOT_STATUS, SLOT_HOST, SLOT_METHOD, SLOT_TARGET,
	SLOT_QUERY, SLOT_PROTOCOL, SLOT_REQUEST, SLOT_BYTES, SLOT_REFERRER,
	SLOT_AGENT, SLOT_FORWARDED, SLOT_TOOK, SLOT_TOOK_MS, SLOT_TOOK_US, SLOT_TOOK_NS,
	/* What tells more comes first. */
	SLOT_SCHEME, SLOT_HTTPS, SLOT_TLS, SLOT_SERVER_PORT,
	SLOT__MAX
};

static const char *const slot_names[SLOT__MAX] = {
	"addr", "time", "status", "host", "method", "target", "query",
	"protocol", "request", "bytes", "referrer", "agent", "forwarded",
	"took", "took_ms", "took_us", "took_ns", "scheme", "https", "tls",
	"server_port"
};

struct json_map {
	char *text; /* owns the paths */
	struct json_paths paths;
	enum slot slot[JSON_PATHS_MAX]; /* of each path */
};

/* --- reading values --- */

/* Digits with a fraction or without: the whole seconds. */
static bool
epoch(struct span s, int64_t *at_s)
{
	struct span whole = { s.p, span_find(s, '.') };
	uint64_t v = 0, per_second = 1;

	for (size_t i = whole.n + 1; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	if (!span_u64(whole, &v))
		return false;
	/* Seconds from 1973 to 5138 have as many digits as ms of 1970. */
	for (uint64_t limit = UINT64_C(100000000000); v >= limit &&
	    per_second < 1000000000; limit *= 1000)
		per_second *= 1000;
	v /= per_second;
	if (v > UINT64_C(253402300799))
		return false;
	*at_s = (int64_t)v;
	return true;
}

static bool
read_time(struct span s, struct when_memo *memo, int64_t *at_s)
{
	struct instant_form form = { 0 };
	int64_t at;
	size_t n;

	if (epoch(s, at_s))
		return true;
	if (s.n > 19 && s.p[4] == '-') {
		form.between = s.p[10];
		form.fraction = s.p[19] == '.';
		form.blank = form.between == ' ' && s.p[19] == ' ';
		n = form.between == ' ' || form.between == 'T' ?
		    instant_read(&form, s, &memo->day, &at) : 0;
	} else {
		n = instant_clf_memo(s, &memo->clf, &at);
	}
	if (n == 0 || n != s.n)
		return false;
	*at_s = at;
	return true;
}

/* A number of units of so many ns, with a fraction or without. */
static bool
read_took(struct span s, int64_t unit_ns, int64_t *us)
{
	struct span whole = { s.p, span_find(s, '.') };
	uint64_t v = 0;
	int64_t part_ns = 0, scale = unit_ns;

	if (!span_u64(whole, &v) ||
	    v > (uint64_t)FIELD_TOOK_MAX_US / (uint64_t)unit_ns * 1000)
		return false;
	for (size_t i = whole.n + 1; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		scale /= 10;
		part_ns += (s.p[i] - '0') * scale;
	}
	if (unit_ns >= 1000)
		*us = (int64_t)v * (unit_ns / 1000) + part_ns / 1000;
	else
		*us = (int64_t)(v / 1000);
	return true;
}

static struct span
text_of(const struct json_value *v, struct room *room)
{
	struct span plain = { 0 };

	if (v->escaped && (memmem(v->s.p, v->s.n, "\\u", 2) != NULL ||
	    memmem(v->s.p, v->s.n, "\\/", 2) != NULL))
		plain = room_json(room, v->s);
	return field_text(plain.n > 0 ? plain : v->s);
}

/* --- from values to a hit --- */

static void
read_texts(const struct json_value *v, struct room *room, struct draft *d)
{
	struct hit *hit = d->hit;
	struct span request = text_of(&v[SLOT_REQUEST], room);
	struct span target = text_of(&v[SLOT_TARGET], room);
	struct span query = text_of(&v[SLOT_QUERY], room);

	if (request.n > 0 && target.n == 0) {
		field_request(request, hit);
		target = hit->target;
	}
	if (v[SLOT_METHOD].s.n > 0)
		hit->method = field_method(v[SLOT_METHOD].s);
	if (v[SLOT_PROTOCOL].s.n > 0)
		hit->protocol = field_text(v[SLOT_PROTOCOL].s);
	if (query.n > 0 && target.n > 0 &&
	    span_find(target, '?') == target.n) {
		struct span both;

		if (query.p[0] == '?')
			query = (struct span){ query.p + 1, query.n - 1 };
		both = room_join(room, target, '?', query);
		target = both.n > 0 ? both : target;
	}
	hit->target = target;
	hit->referrer = text_of(&v[SLOT_REFERRER], room);
	hit->agent = text_of(&v[SLOT_AGENT], room);
	hit->forwarded = text_of(&v[SLOT_FORWARDED], room);
}

static void
read_took_any(const struct json_value *v, struct draft *d)
{
	static const int64_t unit_ns[] = { 1000000000, 1000000, 1000, 1 };

	for (size_t i = 0; i < 4; i++) {
		struct span s = v[SLOT_TOOK + i].s;

		if (s.n > 0 && d->hit->took_us < 0)
			d->odd |= !read_took(s, unit_ns[i], &d->hit->took_us);
	}
}

/* A value that is empty or "-" tells, too; one that is not there does not. */
static void
read_scheme(const struct json_value *of_path, const struct json_map *m,
    struct draft *d)
{
	static const enum field_scheme kinds[] = { FIELD_SCHEME_NAME,
		FIELD_SCHEME_FLAG, FIELD_SCHEME_TLS, FIELD_SCHEME_PORT };

	for (size_t i = m->paths.n; i > 0; i--) {
		enum slot slot = m->slot[i - 1];

		if (slot < SLOT_SCHEME || of_path[i - 1].s.p == NULL)
			continue;
		draft_scheme(d, kinds[slot - SLOT_SCHEME], of_path[i - 1].s);
	}
}

bool
json_map_run(const struct json_map *m, const struct scan_line *line,
    struct desk *desk, struct hit *hit, bool *whole)
{
	struct json_value of_path[JSON_PATHS_MAX], v[SLOT__MAX] = { 0 };
	struct hit h = { .took_us = -1 };
	struct draft d = { .hit = &h };

	memset(of_path, 0, m->paths.n * sizeof(of_path[0]));
	if (!json_scan(&m->paths, line, of_path))
		return false;
	for (size_t i = 0; i < m->paths.n; i++)
		if (v[m->slot[i]].s.n == 0 && field_text(of_path[i].s).n > 0)
			v[m->slot[i]] = of_path[i];
	if (!draft_take(&d, FIELD_ADDRESS, FIELD_UNIT_US, false,
	    v[SLOT_ADDR].s) ||
	    !draft_take(&d, FIELD_STATUS, FIELD_UNIT_US, false,
	    v[SLOT_STATUS].s) || !read_time(v[SLOT_TIME].s, desk->memo,
	    &h.at_s))
		return false;
	if (v[SLOT_HOST].s.n > 0)
		draft_take(&d, FIELD_HOST, FIELD_UNIT_US, false,
		    v[SLOT_HOST].s);
	if (v[SLOT_BYTES].s.n > 0)
		draft_take(&d, FIELD_BYTES, FIELD_UNIT_US, false,
		    v[SLOT_BYTES].s);
	read_took_any(v, &d);
	read_texts(v, &desk->room, &d);
	read_scheme(of_path, m, &d);
	draft_settle(&d);
	*hit = h;
	if (whole != NULL)
		*whole = !d.odd;
	return true;
}

/* --- reading the map --- */

static bool
refuse(struct span what, const char *why, struct err *err)
{
	return err_set(err, ERR_CONFIG, "\"%.*s\" in the map of a JSON format %s",
	    (int)(what.n < 80 ? what.n : 80), what.p, why);
}

static bool
add_path(struct json_map *m, enum slot slot, struct span path,
    struct err *err)
{
	if (path.n == 0 || path.p[0] == '.')
		return refuse(span_of(slot_names[slot]),
		    "has no path, or one that begins with a dot", err);
	/* Each string of a line is rewritten once: see room.h. */
	for (size_t i = 0; i < m->paths.n; i++)
		if (span_eq(m->paths.path[i], path))
			return refuse(path, "stands there twice", err);
	if (m->paths.n == JSON_PATHS_MAX)
		return refuse(path, "is one path too many", err);
	m->slot[m->paths.n] = slot;
	m->paths.path[m->paths.n++] = path;
	return true;
}

static bool
add_field(struct json_map *m, struct span field, struct err *err)
{
	struct span paths = field, name = span_trim(span_cut(&paths, '='));
	enum slot slot = 0;

	while (slot < SLOT__MAX && !span_eq(name, span_of(slot_names[slot])))
		slot++;
	if (slot == SLOT__MAX)
		return refuse(name, "is no field: they are addr, time, status, "
		    "host, method, target, query, protocol, request, bytes, "
		    "referrer, agent, forwarded, took, took_ms, took_us, took_ns, "
		    "scheme, https, tls, server_port", err);
	do {
		if (!add_path(m, slot, span_trim(span_cut(&paths, '|')), err))
			return false;
	} while (paths.n > 0);
	return true;
}

static bool
check_needed(const struct json_map *m, struct err *err)
{
	bool given[SLOT__MAX] = { false };

	for (size_t i = 0; i < m->paths.n; i++)
		given[m->slot[i]] = true;
	for (enum slot s = SLOT_ADDR; s <= SLOT_STATUS; s++)
		if (!given[s])
			return err_set(err, ERR_CONFIG,
			    "the map of a JSON format names no %s, as %s=PATH",
			    slot_names[s], slot_names[s]);
	return true;
}

bool
json_map_open(struct span text, struct json_map **out, struct err *err)
{
	struct json_map *m = mem_new(sizeof(*m));
	struct span rest;
	bool good = true;

	m->text = mem_dup(text.p, text.n);
	rest = (struct span){ m->text, text.n };
	while (good && rest.n > 0)
		good = add_field(m, span_trim(span_cut(&rest, ',')), err);
	good = good && check_needed(m, err);
	if (!good) {
		json_map_close(m);
		return false;
	}
	json_paths_settle(&m->paths);
	*out = m;
	return true;
}

bool
json_map_forwarded(const struct json_map *m)
{
	for (size_t i = 0; i < m->paths.n; i++)
		if (m->slot[i] == SLOT_FORWARDED)
			return true;
	return false;
}

void
json_map_close(struct json_map *m)
{
	if (m == NULL)
		return;
	mem_free(m->text);
	mem_free(m);
}
