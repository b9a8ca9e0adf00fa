/* SPDX-License-Identifier: MIT */
/* lang.h -- the languages in which people are spoken to. */
#ifndef COMMON_LANG_H
#define COMMON_LANG_H

enum lang {
	LANG_VI,
	LANG_EN,
	LANG__MAX
};

/* "en" gives English, anything else Vietnamese: settings refuse other names. */
enum lang lang_of(const char *name);
const char *lang_name(enum lang lang); /* "vi", "en" */

#endif
