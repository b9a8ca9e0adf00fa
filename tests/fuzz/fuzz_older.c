/* SPDX-License-Identifier: MIT */
/* fuzz_older -- the input is a file of an older tool.  Beside memory errors, which the
 * sanitizers see, it aborts where a month is none, where it is there twice, where a figure is
 * out of bounds, where a source is not a line of text, and where a refusal does not say
 * where and why, or leaves something behind.
 */
#include <stdint.h>
#include <stdlib.h>

#include "cli/older.h"
#include "common/civil.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool holds)
{
	if (!holds)
		abort();
}

static void
check_month(const struct older *o, size_t i)
{
	const struct older_month *m = &o->month[i];

	must(civil_date(m->month).day == 1 && m->line > 0);
	for (size_t k = 0; k < i; k++)
		must(o->month[k].month != m->month);
	for (int f = 0; f < HISTORY__MAX; f++)
		must(m->value[f] == HISTORY_UNKNOWN || (m->value[f] >= 0 &&
		    /* AWStats: a sum of 24 */
		    m->value[f] <= 24 * OLDER_MAX_VALUE));
	if (m->source == NULL)
		return;
	must(strlen(m->source) <= OLDER_SOURCE_MAX_BYTES);
	for (const char *p = m->source; *p != '\0'; p++)
		must((unsigned char)*p >= ' ' && *p != 0x7f);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct older o = { .n = 0 };
	struct err err = { 0 };

	if (older_text(&o, "file", (struct span){ (const char *)data, size },
	    &err)) {
		must(o.n > 0);
		for (size_t i = 0; i < o.n; i++)
			check_month(&o, i);
	} else {
		must(o.n == 0 && err.code == ERR_DATA &&
		    strncmp(err.text, "file:", 5) == 0);
	}
	older_close(&o);
	return 0;
}
