/* SPDX-License-Identifier: MIT */
#include "aggregate/metric.h"

#include "tests/tap.h"

static const struct {
	const char *name;
	int number;
	const char *why;
} row[] = {
	{ "P01", 1, "by number" },
	{ "p29", 29, "by number in lower case" },
	{ "sections-reachable", 6, "by name" },
	{ "P21", 0, "P21 is not there" },
	{ "P00", 0, "none has number 0" },
	{ "P30", 0, "none has number 30" },
	{ "P6", 0, "numbers have two digits" },
	{ "P006", 0, "and no more" },
	{ "P0x", 0, "a letter is no digit" },
	{ "", 0, "nothing is no name" },
};

int
main(void)
{
	int n = 0;

	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++)
		ok((int)metric_named(row[i].name) == row[i].number, "%s",
		    row[i].why);
	for (int i = 0; i < METRIC__MAX; i++)
		if (metric_info[i].name != NULL) {
			n++;
			ok((int)metric_named(metric_info[i].name) == i,
			    "P%02d is found by its name", i);
		}
	for (int i = 0; i < METRIC__MAX; i++)
		if (metric_info[i].name != NULL)
			ok(measure_named((enum metric)i, NULL) < MEASURE__MAX,
			    "something is measured of P%02d", i);
	for (int i = 0; i < MEASURE__MAX; i++)
		ok((int)measure_named(measure_info[i].metric,
		    measure_info[i].name) == i, "%s of P%02d is found by its name",
		    measure_info[i].name, (int)measure_info[i].metric);
	ok(measure_named(METRIC_RESPONSE, "") == MEASURE_TIME_P95,
	    "of response times the 95th percentile is meant");
	ok(measure_named(METRIC_RESPONSE, "https") == MEASURE__MAX,
	    "another metric's measure is not its own");
	ok(n == 28, "all but P21 are there");
	return done();
}
