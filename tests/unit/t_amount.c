/* SPDX-License-Identifier: MIT */
#include "common/amount.h"

#include "tests/tap.h"

int
main(void)
{
	static const struct {
		const char *name, *text;
		bool good;
		uint64_t bytes;
		const char *again; /* as it is written */
	} rows[] = {
		{ "bytes", "500", true, 500, "500" },
		{ "none", "0", true, 0, "0" },
		{ "a kilobyte's letter", "1k", true, 1024, "1KiB" },
		{ "a unit in full", "64GiB", true, UINT64_C(64) << 30, "64GiB" },
		{ "in small letters", "3mib", true, 3 << 20, "3MiB" },
		{ "a blank before it", "2 T", true, UINT64_C(2) << 40, "2TiB" },
		{ "what another unit tells shorter", "2048", true, 2048, "2KiB" },
		{ "what none does", "1025", true, 1025, "1025" },
		{ "the largest unit", "1P", true, UINT64_C(1) << 50, "1PiB" },
		{ "the most there is", "9223372036854775807", true, INT64_MAX,
		    "9223372036854775807" },
		{ "a byte more", "9223372036854775808", false, 0, NULL },
		{ "too many of a unit", "8192P", false, 0, NULL },
		{ "nothing", "", false, 0, NULL },
		{ "a unit alone", "G", false, 0, NULL },
		{ "a thousand's unit", "5KB", false, 0, NULL },
		{ "half a unit", "5Gi", false, 0, NULL },
		{ "an unknown unit", "5X", false, 0, NULL },
		{ "a control byte for a unit", "5\x07", false, 0, NULL },
		{ "a sign", "-5", false, 0, NULL },
		{ "a fraction", "1.5G", false, 0, NULL },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		uint64_t bytes = 77;
		struct buf b = { 0 };
		bool good = amount_read(span_of(rows[i].text), &bytes);

		ok(good == rows[i].good && bytes == (good ? rows[i].bytes : 77),
		    "%s", rows[i].name);
		if (!rows[i].good)
			continue;
		amount_put(&b, bytes);
		ok(strcmp(buf_text(&b), rows[i].again) == 0,
		    "%s, written again", rows[i].name);
		buf_close(&b);
	}
	return done();
}
