/* SPDX-License-Identifier: MIT */
#include "common/amount.h"

static const char units[] = "KMGTP";

bool
amount_read(struct span text, uint64_t *bytes)
{
	size_t n = 0;
	unsigned shift = 0;
	uint64_t v;

	while (n < text.n && text.p[n] >= '0' && text.p[n] <= '9')
		n++;

	struct span unit = span_trim((struct span){ text.p + n, text.n - n });

	for (unsigned i = 0; unit.n > 0 && shift == 0 && units[i] != '\0'; i++)
		if ((unit.p[0] & ~0x20) == units[i])
			shift = 10 * (i + 1);
	if (unit.n > 0 && (shift == 0 || (unit.n > 1 && !span_eq_nocase(
	    (struct span){ unit.p + 1, unit.n - 1 }, SPAN("iB")))))
		return false;
	if (!span_u64((struct span){ text.p, n }, &v) ||
	    v > (uint64_t)INT64_MAX >> shift)
		return false;
	*bytes = v << shift;
	return true;
}

void
amount_put(struct buf *b, uint64_t bytes)
{
	int unit = -1;

	while (bytes > 0 && bytes % 1024 == 0 && units[unit + 1] != '\0') {
		bytes /= 1024;
		unit++;
	}
	buf_printf(b, "%llu", (unsigned long long)bytes);
	if (unit >= 0)
		buf_printf(b, "%ciB", units[unit]);
}
