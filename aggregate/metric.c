/* SPDX-License-Identifier: MIT */
#include "aggregate/metric.h"

#include <string.h>

const struct metric_info metric_info[METRIC__MAX] = {
#define X(id, number, name, class, section)                                    \
	[number] = { name, METRIC_##class, section },
	METRIC_TABLE(X)
#undef X
};

const struct measure_info measure_info[MEASURE__MAX] = {
#define X(id, metric, name, unit, better)                                      \
	[MEASURE_##id] = { METRIC_##metric, name, METRIC_##unit, better },
	MEASURE_TABLE(X)
#undef X
};

/* "P06" is 6; 0: it is no such name. */
static int
number_of(const char *name)
{
	if ((name[0] != 'P' && name[0] != 'p') || strlen(name) != 3 ||
	    strspn(name + 1, "0123456789") != 2)
		return 0;
	return (name[1] - '0') * 10 + name[2] - '0';
}

enum metric
metric_named(const char *name)
{
	int number = number_of(name);

	if (number > 0)
		return number < METRIC__MAX && metric_info[number].name != NULL ?
		    (enum metric)number : 0;
	for (int i = 0; i < METRIC__MAX; i++)
		if (metric_info[i].name != NULL &&
		    strcmp(metric_info[i].name, name) == 0)
			return (enum metric)i;
	return 0;
}

enum measure
measure_named(enum metric metric, const char *name)
{
	for (int i = 0; i < MEASURE__MAX; i++)
		if (measure_info[i].metric == metric && (name == NULL ||
		    *name == '\0' || strcmp(measure_info[i].name, name) == 0))
			return (enum measure)i;
	return MEASURE__MAX;
}
