/* SPDX-License-Identifier: MIT */
#include "publish/chart_words.h"

#include "publish/messages.h"

void
chart_words(const char *word[CHART_WORD__MAX], enum lang lang)
{
#define X(id) word[CHART_WORD_##id] = message(lang, MSG_CHART_##id);
	CHART_WORD_TABLE(X)
#undef X
}
