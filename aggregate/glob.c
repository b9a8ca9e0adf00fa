/* SPDX-License-Identifier: MIT */
#include "aggregate/glob.h"

/* The first byte of the character after the one at i. */
static size_t
next_char(struct span s, size_t i)
{
	for (i++; i < s.n && ((unsigned char)s.p[i] & 0xC0) == 0x80; i++)
		;
	return i;
}

bool
glob_fits(struct span glob, struct span text)
{
	size_t g = 0, t = 0;
	size_t star = glob.n; /* just after the last star passed; none yet */
	size_t retry = 0;     /* where the text goes on after that star */
	bool starred = false;

	while (t < text.n) {
		if (g < glob.n && glob.p[g] == '*') {
			starred = true;
			star = ++g;
			retry = t;
		} else if (g < glob.n && glob.p[g] == '?') {
			g++;
			t = next_char(text, t);
		} else if (g < glob.n && glob.p[g] == text.p[t]) {
			g++;
			t++;
		} else if (starred) {
			g = star;
			t = ++retry;
		} else {
			return false;
		}
	}
	while (g < glob.n && glob.p[g] == '*')
		g++;
	return g == glob.n;
}
