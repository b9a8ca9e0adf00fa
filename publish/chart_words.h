/* SPDX-License-Identifier: MIT */
/* chart_words.h -- the catalogue's words for charts (plots/words.h). */
#ifndef PUBLISH_CHART_WORDS_H
#define PUBLISH_CHART_WORDS_H

#include "common/lang.h"
#include "plots/words.h"

/* Texts of the catalogue, which live as long as the program. */
void chart_words(const char *word[CHART_WORD__MAX], enum lang lang);

#endif
