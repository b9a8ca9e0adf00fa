/* SPDX-License-Identifier: MIT */
#include "common/advance.h"

#include "tests/tap.h"

int
main(void)
{
	is_int(advance_px(SPAN("Tháng này"), 1000, false),
	    advance_px(SPAN("Thang nay"), 1000, false),
	    "letters with marks are as wide as without");
	is_int(advance_px(SPAN("ĐẶNG Lượt"), 1000, true),
	    advance_px(SPAN("DANG Luot"), 1000, true),
	    "also those of two marks, and Đ");
	is_int(advance_px(SPAN("ƠỪ"), 1000, false), 787 + 732 + 2 * 126,
	    "the horn of a capital counts");
	is_int(advance_px(SPAN("19.358"), 11, true), 43, "figures, in pixels");
	is_int(advance_px(SPAN(""), 11, true), 0, "nothing is nothing wide");

	struct span rest = SPAN("aa aa aaaaaaaaaa a");
	int n = 0;
	bool fits = true;
	while (rest.n > 0) {
		struct span line = advance_line(&rest, 40, 10);

		fits = fits && (advance_px(line, 10, false) <= 40 ||
		    span_find(line, ' ') == line.n);
		n++;
	}
	ok(fits && n == 3, "lines break at blanks, a long word stays whole");
	return done();
}
