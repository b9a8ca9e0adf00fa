/* SPDX-License-Identifier: MIT */
#include "common/lang.h"

#include <stddef.h>
#include <string.h>

enum lang
lang_of(const char *name)
{
	return name != NULL && strcmp(name, "en") == 0 ? LANG_EN : LANG_VI;
}

const char *
lang_name(enum lang lang)
{
	return lang == LANG_EN ? "en" : "vi";
}
