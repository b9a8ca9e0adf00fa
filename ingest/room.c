/* SPDX-License-Identifier: MIT */
#include "ingest/room.h"

#include "ingest/eight.h"

enum {
	SURROGATE_HIGH = 0xD800,
	SURROGATE_LOW = 0xDC00,
	SURROGATE_END = 0xE000,
	REPLACEMENT = 0xFFFD
};

static bool
begin(const struct room *room, size_t n, struct span *out)
{
	*out = (struct span){ room->p, 0 };
	return room->p != NULL && n <= room->left;
}

static inline void
put(struct span *out, struct room *room, char c)
{
	room->p[out->n++] = c;
}

static struct span
finish(struct room *room, struct span out)
{
	room->p += out.n;
	room->left -= out.n;
	return out;
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static int
hex_byte(struct span s, size_t at)
{
	int high = at < s.n ? hex(s.p[at]) : -1;
	int low = at + 1 < s.n ? hex(s.p[at + 1]) : -1;

	return high >= 0 && low >= 0 ? high * 16 + low : -1;
}

struct span
room_percent(struct room *room, struct span s)
{
	bool twice = s.n > 0 && memmem(s.p, s.n, "%2520", 5) != NULL;
	struct span out;

	if (!begin(room, s.n, &out))
		return out;
	for (size_t i = 0; i < s.n; i++) {
		int byte, inner;

		if (s.p[i] != '%') {
			put(&out, room, s.p[i]);
			continue;
		}
		byte = hex_byte(s, i + 1);
		inner = twice && byte == '%' ? hex_byte(s, i + 3) : -1;
		put(&out, room, inner >= 0 ? (char)inner :
		    byte >= 0 ? (char)byte : s.p[i]);
		i += inner >= 0 ? 4 : byte >= 0 ? 2 : 0;
	}
	return finish(room, out);
}

struct span
room_layer(struct room *room, struct span s)
{
	struct span out;

	if (!begin(room, s.n, &out))
		return out;
	for (size_t i = 0; i < s.n; i++) {
		put(&out, room, s.p[i]);
		if (s.p[i] == '%' && hex_byte(s, i + 1) == '%' &&
		    hex_byte(s, i + 3) >= 0)
			i += 2;
	}
	return finish(room, out);
}

struct span
room_plus(struct room *room, struct span s)
{
	struct span out;

	if (!begin(room, s.n, &out))
		return out;
	for (; out.n + 8 <= s.n; out.n += 8) {
		uint64_t v = eight_load(s.p + out.n);
		uint64_t plus = ~eight_others(v, '+') & EIGHT_FLAGS;

		v = htole64(v ^ (plus >> 7) * ('+' ^ ' '));
		memcpy(room->p + out.n, &v, sizeof(v));
	}
	while (out.n < s.n)
		put(&out, room, s.p[out.n] == '+' ? ' ' : s.p[out.n]);
	return finish(room, out);
}

struct span
room_join(struct room *room, struct span a, char between, struct span b)
{
	struct span out;

	if (!begin(room, a.n + 1 + b.n, &out))
		return out;
	if (a.n > 0)
		memcpy(room->p, a.p, a.n);
	room->p[a.n] = between;
	if (b.n > 0)
		memcpy(room->p + a.n + 1, b.p, b.n);
	out.n = a.n + 1 + b.n;
	return finish(room, out);
}

/* The four digits behind "\u" at s.p[at], or -1. */
static int32_t
unit_at(struct span s, size_t at)
{
	int high, low;

	if (at + 6 > s.n || s.p[at] != '\\' || s.p[at + 1] != 'u')
		return -1;
	high = hex_byte(s, at + 2);
	low = hex_byte(s, at + 4);
	return high >= 0 && low >= 0 ? high * 256 + low : -1;
}

static void
put_letter(struct span *out, struct room *room, int32_t c)
{
	static const char digits[] = "0123456789abcdef";

	if (c < ' ' || c == 0x7f) {
		put(out, room, '\\');
		put(out, room, 'x');
		put(out, room, digits[c >> 4]);
		put(out, room, digits[c & 15]);
	} else if (c < 0x80) {
		if (c == '"' || c == '\\')
			put(out, room, '\\');
		put(out, room, (char)c);
	} else if (c < 0x800) {
		put(out, room, (char)(0xC0 | c >> 6));
		put(out, room, (char)(0x80 | (c & 0x3F)));
	} else {
		if (c < 0x10000) {
			put(out, room, (char)(0xE0 | c >> 12));
		} else {
			put(out, room, (char)(0xF0 | c >> 18));
			put(out, room, (char)(0x80 | (c >> 12 & 0x3F)));
		}
		put(out, room, (char)(0x80 | (c >> 6 & 0x3F)));
		put(out, room, (char)(0x80 | (c & 0x3F)));
	}
}

/* The letter whose escape begins at s.p[at]; *n is the escape's length. */
static int32_t
letter_at(struct span s, size_t at, size_t *n)
{
	int32_t c = unit_at(s, at), low;

	*n = 6;
	if (c < SURROGATE_HIGH || c >= SURROGATE_END)
		return c;
	low = c < SURROGATE_LOW ? unit_at(s, at + 6) : -1;
	if (low < SURROGATE_LOW || low >= SURROGATE_END)
		return REPLACEMENT; /* half of a pair */
	*n = 12;
	return 0x10000 + ((c - SURROGATE_HIGH) << 10) + (low - SURROGATE_LOW);
}

struct span
room_json(struct room *room, struct span s)
{
	struct span out;

	if (!begin(room, s.n, &out))
		return out;
	for (size_t i = 0; i < s.n; i++) {
		size_t n;
		int32_t c;

		if (s.p[i] != '\\' || i + 1 == s.n) {
			put(&out, room, s.p[i]);
			continue;
		}
		c = letter_at(s, i, &n);
		if (c >= 0) {
			put_letter(&out, room, c);
			i += n - 1;
			continue;
		}
		if (s.p[i + 1] != '/')
			put(&out, room, '\\');
		put(&out, room, s.p[++i]);
	}
	return finish(room, out);
}
