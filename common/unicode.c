/* SPDX-License-Identifier: MIT */
#include "common/unicode.h"

#include <utf8proc.h>

#include "common/mem.h"

size_t
unicode_take(struct span s, uint32_t *c)
{
	utf8proc_int32_t rune;
	utf8proc_ssize_t n = s.n == 0 ? 0 : utf8proc_iterate(
	    (const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &rune);

	if (n <= 0)
		return 0;
	*c = (uint32_t)rune;
	return (size_t)n;
}

enum unicode_kind
unicode_kind(uint32_t c, bool *combining)
{
	const utf8proc_property_t *p = utf8proc_get_property((int32_t)c);

	*combining = p->combining_class != 0;
	switch (p->category) {
	case UTF8PROC_CATEGORY_ZS:
		return UNICODE_BLANK;
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return UNICODE_LINE;
	case UTF8PROC_CATEGORY_CC:
		return UNICODE_CONTROL;
	case UTF8PROC_CATEGORY_CF:
		return UNICODE_FORMAT;
	case UTF8PROC_CATEGORY_CO:
		return UNICODE_PRIVATE;
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CS:
		return UNICODE_NONE;
	default:
		return UNICODE_SHOWN;
	}
}

int
unicode_columns(uint32_t c)
{
	if (c < 0x300)
		return 1; /* before the first mark all are narrow */

	int32_t rune = (int32_t)c;
	int columns = utf8proc_charwidth(rune);
	utf8proc_category_t kind = utf8proc_category(rune);
	bool shown = kind != UTF8PROC_CATEGORY_MN &&
	    kind != UTF8PROC_CATEGORY_ME && kind != UTF8PROC_CATEGORY_CF;

	/* What is assigned to nothing has no width there, but a box on the screen. */
	return columns == 0 && shown ? 1 : columns;
}

struct span
unicode_compose(struct unicode_room *room, struct span s)
{
	const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	utf8proc_ssize_t n, bytes;

	/* Two bytes may give three characters when taken apart, as those of
	 * U+0390 do: seldom is the second round needed. */
	for (size_t want = s.n + 2;; want = (size_t)n + 1) {
		if (want > room->cap) {
			room->cap = want + want / 2;
			room->chars = mem_grow(room->chars, room->cap,
			    sizeof(*room->chars));
		}
		n = utf8proc_decompose((const utf8proc_uint8_t *)s.p,
		    (utf8proc_ssize_t)s.n, room->chars,
		    (utf8proc_ssize_t)room->cap, how);
		if (n < 0)
			return s; /* cannot be: it is valid */
		if ((size_t)n < room->cap)
			break; /* reencode writes a NUL after them */
	}
	bytes = utf8proc_reencode(room->chars, n, how);
	if (bytes < 0)
		return s;
	return (struct span){ (const char *)room->chars, (size_t)bytes };
}

void
unicode_close(struct unicode_room *room)
{
	mem_free(room->chars);
	*room = (struct unicode_room){ 0 };
}
