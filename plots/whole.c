/* SPDX-License-Identifier: MIT */
#include "plots/whole.h"

static bool
has_ends(struct span image, struct span first, struct span last)
{
	return image.n >= first.n + last.n && span_starts(image, first) &&
	    memcmp(image.p + image.n - last.n, last.p, last.n) == 0;
}

bool
whole_png(struct span image)
{
	/* The last chunk: no data, and its checksum. */
	return has_ends(image, SPAN("\x89PNG\r\n\x1a\n"),
	    SPAN("\0\0\0\0IEND\xae\x42\x60\x82"));
}

bool
whole_pdf(struct span image)
{
	while (image.n > 0 && (image.p[image.n - 1] == '\n' ||
	    image.p[image.n - 1] == '\r'))
		image.n--;
	return has_ends(image, SPAN("%PDF-"), SPAN("%%EOF"));
}
