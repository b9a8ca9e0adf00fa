/* SPDX-License-Identifier: MIT */
#include "aggregate/geo_data.h"

enum {
	SIZE_BYTE = 29, /* from here on, one more byte has the size, or two, or */
	SIZE_THREE = 31 /* three */
};

/* n bytes at *at, big end first; *at moves behind them. */
static bool
read_number(const struct geo_data *d, size_t *at, size_t n, uint64_t *out)
{
	uint64_t v = 0;

	if (*at > d->bytes.n || n > d->bytes.n - *at)
		return false;
	for (size_t i = 0; i < n; i++)
		v = v << 8 | (unsigned char)d->bytes.p[*at + i];
	*at += n;
	*out = v;
	return true;
}

/* The three bits and the bytes behind a pointer's control byte. */
static bool
read_pointer(const struct geo_data *d, size_t *at, unsigned control,
    uint64_t *out)
{
	static const unsigned base[] = { 0, 2048, 526336, 0 };
	unsigned size = control >> 3 & 3;
	uint64_t v;

	if (!read_number(d, at, size + 1, &v))
		return false;
	if (size < 3)
		v |= (uint64_t)(control & 7) << (8 * (size + 1));
	*out = v + base[size];
	return true;
}

static bool
read_size(const struct geo_data *d, size_t *at, unsigned control, size_t *out)
{
	static const unsigned base[] = { 29, 285, 65821 };
	unsigned size = control & 31;
	uint64_t more;

	if (size >= SIZE_BYTE) {
		if (!read_number(d, at, size - SIZE_BYTE + 1, &more))
			return false;
		*out = (size_t)more + base[size - SIZE_BYTE];
	} else {
		*out = size;
	}
	return true;
}

/* What stands behind type and size.  *at moves behind it; of a map or an array it
 * stays at the first element. */
static bool
read_body(struct geo_data *d, size_t *at, size_t size, struct geo_value *v)
{
	static const unsigned char most[] = { [GEO_TYPE_UINT16] = 2,
		[GEO_TYPE_UINT32] = 4, [GEO_TYPE_INT32] = 4,
		[GEO_TYPE_UINT64] = 8, [GEO_TYPE_UINT128] = 16,
		[GEO_TYPE_DOUBLE] = 8, [GEO_TYPE_FLOAT] = 4 };
	bool number = v->type < sizeof(most) && most[v->type] > 0;

	switch (v->type) {
	case GEO_TYPE_MAP:
	case GEO_TYPE_ARRAY:
		v->at = *at;
		v->count = size;
		return true;
	case GEO_TYPE_BOOL:
		return size <= 1;
	case GEO_TYPE_DOUBLE:
	case GEO_TYPE_FLOAT:
		if (size != most[v->type])
			return false;
		break;
	case GEO_TYPE_CONTAINER:
	case GEO_TYPE_END:
		return false;
	default:
		if (v->type > GEO_TYPE_FLOAT ||
		    (number && size > most[v->type]))
			return false;
	}
	if (size > d->bytes.n - *at)
		return false;
	if (number && size <= sizeof(v->number))
		return read_number(d, at, size, &v->number);
	v->text = (struct span){ d->bytes.p + *at, size };
	*at += size;
	return true;
}

/* One value as it stands: of a pointer, number is where it points to. */
static bool
read_plain(struct geo_data *d, size_t *at, struct geo_value *out)
{
	struct geo_value v = { 0 };
	uint64_t control, more;
	size_t size;

	if (d->steps == 0 || !read_number(d, at, 1, &control))
		return false;
	d->steps--;
	v.type = (enum geo_type)(control >> 5);
	if (v.type == GEO_TYPE_POINTER) {
		if (!read_pointer(d, at, (unsigned)control, &v.number))
			return false;
		*out = v;
		return true;
	}
	if (control >> 5 == 0) {
		/* Types from 8 on; lower ones have no business here. */
		if (!read_number(d, at, 1, &more) || more == 0)
			return false;
		v.type = (enum geo_type)(more + 7);
	}
	if (!read_size(d, at, (unsigned)control, &size) ||
	    !read_body(d, at, size, &v))
		return false;
	*out = v;
	return true;
}

/* The same with a pointer followed; *at is behind the pointer then. */
static bool
read_value(struct geo_data *d, size_t *at, struct geo_value *out)
{
	struct geo_value v;
	size_t target;

	if (!read_plain(d, at, &v))
		return false;
	if (v.type == GEO_TYPE_POINTER) {
		target = (size_t)v.number;
		if (!read_plain(d, &target, &v) || v.type == GEO_TYPE_POINTER)
			return false;
	}
	*out = v;
	return true;
}

/* Moves *at behind the value and all that is in it. */
static bool
skip_value(struct geo_data *d, size_t *at)
{
	struct geo_value v;

	/* Steps run out long before open could overflow. */
	for (uint64_t open = 1; open > 0; open--) {
		if (!read_plain(d, at, &v))
			return false;
		if (v.type == GEO_TYPE_MAP)
			open += 2 * (uint64_t)v.count;
		else if (v.type == GEO_TYPE_ARRAY)
			open += v.count;
	}
	return true;
}

bool
geo_data_value(struct geo_data *d, size_t at, struct geo_value *out)
{
	return read_value(d, &at, out);
}

static bool
find_key(struct geo_data *d, const struct geo_value *map, struct span key,
    struct geo_value *out)
{
	struct geo_value name;
	size_t at = map->at;

	for (size_t i = 0; i < map->count; i++) {
		if (!read_value(d, &at, &name) || name.type != GEO_TYPE_TEXT)
			return false;
		if (span_eq(name.text, key))
			return read_value(d, &at, out);
		if (!skip_value(d, &at))
			return false;
	}
	return false;
}

bool
geo_data_find(struct geo_data *d, size_t at, const char *path,
    struct geo_value *out)
{
	struct span rest = span_of(path);
	struct geo_value v;

	if (!read_value(d, &at, &v))
		return false;
	while (rest.n > 0) {
		struct span key = span_cut(&rest, '.');

		if (v.type == GEO_TYPE_ARRAY && span_eq(key, SPAN("0"))) {
			at = v.at;
			if (v.count == 0 || !read_value(d, &at, &v))
				return false;
		} else if (v.type != GEO_TYPE_MAP ||
		    !find_key(d, &v, key, &v)) {
			return false;
		}
	}
	*out = v;
	return true;
}

/* *at moves behind the value. */
static bool
sound(struct geo_data *d, size_t *at, unsigned depth, bool key)
{
	struct geo_value v;
	size_t inner, *next = at, here = *at;

	if (depth == 0 || !read_value(d, at, &v) ||
	    (key && v.type != GEO_TYPE_TEXT))
		return false;
	if (v.type != GEO_TYPE_MAP && v.type != GEO_TYPE_ARRAY)
		return true;
	/* Elements behind a pointer do not follow the pointer. */
	inner = v.at;
	if ((unsigned char)d->bytes.p[here] >> 5 == GEO_TYPE_POINTER)
		next = &inner;
	for (size_t i = 0; i < v.count; i++)
		if ((v.type == GEO_TYPE_MAP &&
		    !sound(d, next, depth - 1, true)) ||
		    !sound(d, next, depth - 1, false))
			return false;
	return true;
}

bool
geo_data_sound(struct geo_data *d)
{
	size_t at = 0;

	return sound(d, &at, GEO_DATA_DEPTH, false);
}
