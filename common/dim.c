/* SPDX-License-Identifier: MIT */
#include "common/dim.h"

#include <string.h>

const struct dim_info dim_info[DIM__MAX] = {
#define X(id, number, name, most, what) [number] = { name, most, what },
	DIM_TABLE(X)
#undef X
};

enum dim
dim_named(const char *name)
{
	for (int d = 0; d < DIM__MAX; d++)
		if (dim_info[d].name != NULL &&
		    strcmp(dim_info[d].name, name) == 0)
			return (enum dim)d;
	return (enum dim)0;
}
