/* SPDX-License-Identifier: MIT */
#include "common/advance.h"

#include "common/utf8.h"

/* Thousandths of an em, from the blank to the tilde. */
static const uint16_t regular[95] = {
	318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,
	318, 337, 636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337,
	838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295,
	295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989,
	685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615,
	352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521,
	392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838
};
static const uint16_t strong[95] = {
	348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415,
	380, 365, 696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400,
	838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372,
	372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103,
	771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678,
	435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595,
	478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838
};

/* Runs of Vietnamese letters above U+1EA0, where capitals are even. */
static const struct {
	uint16_t last;
	char base;
} runs[] = { { 0x1eb7, 'a' }, { 0x1ec7, 'e' }, { 0x1ecb, 'i' }, { 0x1ee3, 'o' },
	{ 0x1ef1, 'u' }, { 0x1ef9, 'y' } };

/* U+00C0 to U+00DF; the small letters lie 32 higher. */
static const char latin1[] = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYPB";

static const struct {
	uint16_t c;
	char base;
} others[] = { { 0x102, 'A' }, { 0x103, 'a' }, { 0x110, 'D' }, { 0x111, 'd' },
	{ 0x128, 'I' }, { 0x129, 'i' }, { 0x168, 'U' }, { 0x169, 'u' },
	{ 0x1a0, 'O' }, { 0x1a1, 'o' }, { 0x1af, 'U' }, { 0x1b0, 'u' },
	{ 0xa0, ' ' }, { 0xb7, '.' }, { 0x2019, '.' }, { 0x2013, '_' } };

/* The ASCII character of the same width, or 0. */
static char
base_of(uint32_t c)
{
	if (c >= 0x20 && c < 0x7f)
		return (char)c;
	if (c >= 0xc0 && c <= 0xff) {
		char base = latin1[(c - 0xc0) % 32];

		return c >= 0xe0 && base < 'a' ? (char)(base + 32) : base;
	}
	if (c >= 0x1ea0 && c <= 0x1ef9)
		for (size_t i = 0;; i++)
			if (c <= runs[i].last)
				return (char)(c % 2 == 0 ? runs[i].base - 32 :
				    runs[i].base);
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (others[i].c == c)
			return others[i].base;
	return 0;
}

/* The horn of the capitals stands out; that of the small letters does not. */
static uint32_t
horn(uint32_t c)
{
	bool capital = c == 0x1a0 || c == 0x1af || (c % 2 == 0 &&
	    ((c >= 0x1eda && c <= 0x1ee3) || (c >= 0x1ee8 && c <= 0x1ef1)));

	return capital ? 126 : 0;
}

int
advance_px(struct span text, int size_px, bool bold)
{
	uint64_t em = 0;

	while (text.n > 0) {
		uint32_t c = utf8_take(&text, NULL);
		char base = base_of(c);

		if (base != 0)
			em += (bold ? strong : regular)[base - ' '] + horn(c);
		else
			em += c >= 0x1100 ? 1000 : 700;
	}
	return (int)((em * (uint64_t)size_px + 999) / 1000);
}

struct span
advance_line(struct span *rest, int width_px, int size_px)
{
	struct span line = { rest->p, span_find(*rest, ' ') };

	for (;;) {
		struct span after = { rest->p + line.n, rest->n - line.n };

		if (after.n == 0) {
			*rest = (struct span){ 0 };
			return line;
		}
		after = (struct span){ after.p + 1, after.n - 1 };
		struct span more = { rest->p,
			line.n + 1 + span_find(after, ' ') };
		if (advance_px(more, size_px, false) > width_px) {
			*rest = after;
			return line;
		}
		line = more;
	}
}
