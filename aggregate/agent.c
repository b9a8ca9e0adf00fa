/* SPDX-License-Identifier: MIT */
#include "aggregate/agent.h"

#include "aggregate/agent_words.h"

struct seen {
	uint8_t rank[AGENT__QUESTIONS];
	uint16_t answer[AGENT__QUESTIONS];
	unsigned hints;
};

/* By byte: the letter in lower case, a digit, '_' or a printable mark as it is, ' '
 * for all else.  '+' is what W3C logs have for a blank. */
static const char folded[256] =
    "                                "
    " !\"#$%&'()* ,-./0123456789:;<=>?"
    "@abcdefghijklmnopqrstuvwxyz[\\]^_"
    "`abcdefghijklmnopqrstuvwxyz{|}~ "
    "                                                                "
    "                                                                ";

static bool
word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool
hex(char c)
{
	c = folded[(unsigned char)c];
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/* Writes at most as many bytes as it reads; \xHH and %20 become one blank, as the
 * digits would run into the word that follows. */
static size_t
fold(struct span from, char *to)
{
	size_t n = 0;

	for (size_t i = 0; i < from.n; i++) {
		char c = folded[(unsigned char)from.p[i]];

		if (c == '\\' && from.n - i > 3 && from.p[i + 1] == 'x' &&
		    hex(from.p[i + 2]) && hex(from.p[i + 3])) {
			c = ' ';
			i += 3;
		} else if (c == '%' && from.n - i > 2 &&
		    from.p[i + 1] == '2' && from.p[i + 2] == '0') {
			c = ' ';
			i += 2;
		}
		to[n++] = c;
	}
	return n;
}

static bool
fits(const struct agent_word *w, struct span rest)
{
	size_t n = w->n;

	if (w->text[1] != rest.p[1]) /* most differ there */
		return false;
	if (w->text[n - 1] != ' ')
		return rest.n >= n && memcmp(w->text, rest.p, n) == 0;
	return rest.n >= --n && memcmp(w->text, rest.p, n) == 0 &&
	    (rest.n == n || !word_byte(rest.p[n]));
}

static void
look_up(struct span rest, struct seen *seen)
{
	const struct agent_words *on = &agent_words[rest.p[0] - 'a'];

	for (size_t i = 0; i < on->n; i++) {
		const struct agent_word *w = &on->word[i];

		if (!fits(w, rest))
			continue;
		if (w->question == AGENT_HINT) {
			seen->hints |= w->answer;
		} else if (w->rank > seen->rank[w->question]) {
			seen->rank[w->question] = w->rank;
			seen->answer[w->question] = w->answer;
		}
	}
}

/* What is named, but for what names nothing or a Mac that is none. */
static enum system
system_of(const struct seen *seen)
{
	enum system named = (enum system)seen->answer[AGENT_SYSTEM];

	/* Macs have no mobile build; an iPad's web view calls itself one. */
	if (named == SYSTEM_MACOS && (seen->hints & HINT_MOBILE))
		return SYSTEM_IOS;
	if (seen->rank[AGENT_SYSTEM] > 0)
		return named;
	if (seen->hints & HINT_DARWIN)
		return seen->hints & HINT_INTEL ? SYSTEM_MACOS : SYSTEM_IOS;
	/* "Mozilla/5.0 (Mobile; rv:26.0) Gecko/26.0 Firefox/26.0" */
	if ((seen->hints & HINT_GECKO) && ((seen->hints & HINT_MOBILE) ||
	    seen->answer[AGENT_DEVICE] == DEVICE_TABLET))
		return SYSTEM_FIREFOXOS;
	return SYSTEM_OTHER;
}

/* Who sends WebKit's name and no maker's. */
static enum browser
plain_webkit(unsigned hints, enum system system)
{
	switch (system) {
	case SYSTEM_ANDROID:
		return BROWSER_ANDROID;
	case SYSTEM_IOS:
	case SYSTEM_MACOS:
		/* Apps show pages without naming Safari. */
		return hints & HINT_SAFARI ? BROWSER_SAFARI : BROWSER_WEBVIEW;
	case SYSTEM_WINDOWS: /* until 2012 */
		return hints & HINT_SAFARI ? BROWSER_SAFARI : BROWSER_OTHER;
	case SYSTEM_BLACKBERRY:
		return BROWSER_BLACKBERRY;
	case SYSTEM_SYMBIAN:
		return BROWSER_NOKIA;
	default:
		return BROWSER_OTHER;
	}
}

static enum browser
browser_of(const struct seen *seen, enum system system)
{
	enum browser named = (enum browser)seen->answer[AGENT_BROWSER];
	unsigned hints = seen->hints;

	if (seen->rank[AGENT_BROWSER] == 0)
		return hints & (HINT_WEBKIT | HINT_SAFARI) ?
		    plain_webkit(hints, system) : BROWSER_OTHER;
	/* Chrome says neither; since Android 5 a web view says "wv". */
	if (named == BROWSER_CHROME && system == SYSTEM_ANDROID &&
	    (hints & (HINT_WEBVIEW | HINT_VERSION)))
		return BROWSER_WEBVIEW;
	return named;
}

static enum device
device_of(const struct seen *seen, enum system system)
{
	static const enum device usual[] = {
#define X(id, key, name, device) DEVICE_##device,
		SYSTEM_TABLE(X)
#undef X
	};
	enum device named = (enum device)seen->answer[AGENT_DEVICE];
	uint8_t rank = seen->rank[AGENT_DEVICE];
	bool mobile = (seen->hints & HINT_MOBILE) != 0;

	switch (system) {
	case SYSTEM_WINDOWS: /* "Tablet PC" is a component of it */
	case SYSTEM_CHROMEOS:
	case SYSTEM_PLAYSTATION:
	case SYSTEM_XBOX:
	case SYSTEM_NINTENDO:
		return usual[system];
	case SYSTEM_IOS: /* an iPad that calls itself a Mac */
		if (rank == 0 && (seen->hints & HINT_MACINTOSH))
			return DEVICE_TABLET;
		break;
	default:
		break;
	}
	if (rank > 0)
		return named;
	if (mobile)
		return DEVICE_PHONE;
	/* Browsers of Android's tablets leave "Mobile" out; apps that show no
	 * pages do on phones too. */
	if (system == SYSTEM_ANDROID || system == SYSTEM_HARMONYOS)
		return seen->hints & (HINT_WEBKIT | HINT_GECKO) ?
		    DEVICE_TABLET : DEVICE_PHONE;
	if (usual[system] == DEVICE_OTHER && (seen->hints & HINT_FEATURE))
		return DEVICE_PHONE;
	return usual[system];
}

struct agent
agent_read(struct span user_agent)
{
	char text[AGENT_BYTES + 1]; /* one to look at after the last */
	struct seen seen = { 0 };
	enum system system;
	size_t n;
	char before = ' ';

	if (user_agent.n > AGENT_BYTES)
		user_agent.n = AGENT_BYTES;
	n = fold(user_agent, text);
	text[n] = ' ';
	for (size_t i = 0; i < n; i++) {
		char c = text[i];

		if (c >= 'a' && c <= 'z' && !word_byte(before))
			look_up((struct span){ text + i, n - i }, &seen);
		before = c;
	}
	system = system_of(&seen);
	return (struct agent){ (uint8_t)browser_of(&seen, system),
		(uint8_t)system, (uint8_t)device_of(&seen, system) };
}
