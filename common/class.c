/* SPDX-License-Identifier: MIT */
#include "common/class.h"

static const char *const class_texts[][2] = {
#define X(id, name, why) { name, why },
	CLASS_TABLE(X)
#undef X
};

static const char *const outcome_texts[][2] = {
#define X(id, name, why) { name, why },
	OUTCOME_TABLE(X)
#undef X
};

const char *
class_name(enum class c)
{
	return class_texts[c][0];
}

const char *
class_why(enum class c)
{
	return class_texts[c][1];
}

const char *
outcome_name(enum outcome o)
{
	return outcome_texts[o][0];
}

const char *
outcome_why(enum outcome o)
{
	return outcome_texts[o][1];
}
