/* SPDX-License-Identifier: MIT */
#include "plots/whole.h"

#include "tests/tap.h"

#define PNG "\x89PNG\r\n\x1a\n"
#define PNG_END "\0\0\0\0IEND\xae\x42\x60\x82"

int
main(void)
{
	const struct {
		const char *name;
		struct span image;
		bool png, pdf;
	} rows[] = {
		{ "nothing is no picture", SPAN(""), false, false },
		{ "a PNG", SPAN(PNG "data" PNG_END), true, false },
		{ "a PNG without its end", SPAN(PNG "data"), false, false },
		{ "one cut within its last chunk", SPAN(PNG "data\0\0\0\0IEND"),
		    false, false },
		{ "the end alone", SPAN(PNG_END), false, false },
		{ "a PDF", SPAN("%PDF-1.5\n...\n%%EOF"), false, true },
		{ "a line's end behind it", SPAN("%PDF-1.5\n...\n%%EOF\r\n"),
		    false, true },
		{ "a PDF without its end", SPAN("%PDF-1.5\nstartxref\n239"),
		    false, false },
		{ "one with its end in the middle",
		    SPAN("%PDF-1.5\n%%EOF\n1 0 obj"), false, false },
		{ "an SVG", SPAN("<svg></svg>"), false, false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct span image = { tap_guarded(rows[i].image.p,
		    rows[i].image.n), rows[i].image.n };

		ok(whole_png(image) == rows[i].png &&
		    whole_pdf(image) == rows[i].pdf, "%s", rows[i].name);
	}
	return done();
}
