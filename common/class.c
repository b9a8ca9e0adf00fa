/* SPDX-License-Identifier: MIT */
#include "common/class.h"

static const char *const class_names[] = {
#define X(id, name, why) name,
	CLASS_TABLE(X)
#undef X
};

static const char *const outcome_names[] = {
#define X(id, name, why) name,
	OUTCOME_TABLE(X)
#undef X
};

const char *
class_name(enum class c)
{
	return class_names[c];
}

const char *
outcome_name(enum outcome o)
{
	return outcome_names[o];
}
