/* SPDX-License-Identifier: MIT */
/* agent_words.h -- the words of user agents that mean something, by first letter.
 *
 * A word is looked for where one may start: after anything but a letter or a
 * digit.  It is in lower case; a blank at its end stands for the end of a word,
 * elsewhere for itself; it has two bytes at least.  Of several found for one question the highest rank
 * answers, then the first in the text: that is the whole order of precedence.
 */
#ifndef AGGREGATE_AGENT_WORDS_H
#define AGGREGATE_AGENT_WORDS_H

#include "aggregate/agent.h"

enum agent_question {
	AGENT_BROWSER,
	AGENT_SYSTEM,
	AGENT_DEVICE,
	AGENT_HINT, /* the answer is a sum of the hints below */
	AGENT__QUESTIONS
};

enum {
	HINT_MOBILE = 1,   /* "Mobile": phones, not tablets, say so */
	HINT_VERSION = 2,  /* Version/...: Safari, Android's own, web views */
	HINT_WEBVIEW = 4,  /* Android's "wv" */
	HINT_SAFARI = 8,
	HINT_WEBKIT = 16,
	HINT_GECKO = 32,
	HINT_DARWIN = 64,  /* an app by Apple's library: iOS or macOS... */
	HINT_INTEL = 128,  /* ...and it is the latter where a PC's processor is told */
	HINT_FEATURE = 256, /* of a phone from before smartphones */
	HINT_MACINTOSH = 512 /* what an iPad calls itself */
};

/* Ranks: what is borrowed by others is low, who borrows is high. */
enum {
	/* browsers */
	RANK_CHROME = 1, /* Chromium's descendants send it */
	RANK_FIREFOX,    /* Gecko's do; and Internet Explorer 11 did */
	RANK_IE,
	RANK_BRAND,      /* a browser's own name */
	RANK_OVER,       /* its name, where it sends another brand's too */
	RANK_APP,        /* an app, whatever browser it shows pages in */
	RANK_INNER,      /* apps that send the name of their maker's main app */
	/* systems */
	RANK_LINUX = 1,  /* Android, TVs send it */
	RANK_NOT_LINUX,  /* a phone's browser asking for a computer's pages */
	RANK_COMPUTER,   /* iPhones are "like Mac OS X" */
	RANK_NO_COMPUTER, /* Silk says Mac, Xbox Windows; makers have apps */
	RANK_ANDROID,    /* Tizen, Windows Phone send it */
	RANK_IOS,        /* Windows Phone sent it */
	RANK_SPECIAL,
	/* devices */
	RANK_LIKELY = 1,
	RANK_PHONE,
	RANK_TABLET,
	RANK_THING       /* a TV, a console, glasses */
};

struct agent_word {
	const char *text;
	uint8_t n, question, rank;
	uint16_t answer;
};

struct agent_words {
	const struct agent_word *word;
	size_t n;
};

extern const struct agent_words agent_words[26]; /* 'a' to 'z' */

#endif
