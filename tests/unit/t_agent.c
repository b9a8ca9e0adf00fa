/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "aggregate/agent.h"
#include "aggregate/agent_words.h"
#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/agents.h"

static void
looks_like(struct span agent, const char *want, const char *name)
{
	struct agent a;
	char got[64];

	/* One byte too many read would end the test. */
	agent.p = tap_guarded(agent.p, agent.n);
	a = agent_read(agent);
	snprintf(got, sizeof(got), "%s %s %s", agent_browser_key(a.browser),
	    agent_system_key(a.system), agent_device_key(a.device));
	if (!is_text(got, want, "%s", name))
		diag("%.*s", (int)(agent.n < 500 ? agent.n : 500), agent.p);
}

static void
long_ones(void)
{
	size_t n = 1024 * 1024;
	char *text = mem_new(n);

	memset(text, 'a', n);
	looks_like((struct span){ text, n }, "other other other",
	    "a million of one letter");
	for (size_t i = 0; i < n; i += 2)
		memcpy(text + i, "s ", 2);
	looks_like((struct span){ text, n }, "other other other",
	    "half a million of words");
	memcpy(text + AGENT_BYTES - 6, " zalo/", 6);
	looks_like((struct span){ text, n }, "zalo other other",
	    "the last word that is looked at");
	looks_like((struct span){ text, AGENT_BYTES }, "zalo other other",
	    "the same with nothing after it");
	memcpy(text + AGENT_BYTES - 6, "s s za", 6);
	memcpy(text + AGENT_BYTES, "lo/", 3);
	looks_like((struct span){ text, n }, "other other other",
	    "a word beyond is not seen");
	memset(text, '\\', n);
	looks_like((struct span){ text, n }, "other other other",
	    "a million of backslashes");
	mem_free(text);
}

static void
keys(void)
{
	enum browser b = BROWSER__MAX;
	enum system s = SYSTEM__MAX;
	enum device d = DEVICE__MAX;
	bool all = true;

	for (unsigned i = 0; i < BROWSER__MAX; i++)
		all = all && agent_browser_of(span_of(agent_browser_key(i)),
		    &b) && b == i && agent_browser_name(i)[0] != '\0';
	ok(all, "every browser is found by its key");
	all = true;
	for (unsigned i = 0; i < SYSTEM__MAX; i++)
		all = all && agent_system_of(span_of(agent_system_key(i)),
		    &s) && s == i && agent_system_name(i)[0] != '\0';
	ok(all, "every system is found by its key");
	all = true;
	for (unsigned i = 0; i < DEVICE__MAX; i++)
		all = all && agent_device_of(span_of(agent_device_key(i)),
		    &d) && d == i && agent_device_name(i)[0] != '\0';
	ok(all, "every device is found by its key");
	b = BROWSER_EDGE;
	ok(!agent_browser_of(SPAN("Chrome"), &b) && b == BROWSER_EDGE,
	    "a key that is none leaves what was");
	ok(!agent_system_of(SPAN(""), &s) && !agent_device_of(SPAN("x"), &d),
	    "nor are these any");
}

/* The rules of agent_words.h. */
static void
dictionary(void)
{
	bool good = true;

	for (int letter = 0; letter < 26; letter++) {
		for (size_t i = 0; i < agent_words[letter].n; i++) {
			const struct agent_word *w =
			    &agent_words[letter].word[i];
			bool fits = w->n >= 2 && w->text[0] == 'a' + letter;

			for (size_t c = 0; c < w->n; c++)
				fits = fits && w->text[c] != '+' &&
				    !(w->text[c] >= 'A' && w->text[c] <= 'Z');
			if (!fits)
				diag("%s", w->text);
			good = good && fits;
		}
	}
	ok(good, "words are by first letter, in lower case, of two or more");
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(agents) / sizeof(*agents); i++) {
		char want[64];

		snprintf(want, sizeof(want), "%s %s %s", agents[i].browser,
		    agents[i].system, agents[i].device);
		looks_like(span_of(agents[i].agent), want, agents[i].name);
	}
	looks_like((struct span){ NULL, 0 }, "other other other", "no bytes");
	looks_like(SPAN("\0\0Zalo\0android\0"), "zalo android phone",
	    "NUL bytes end words");
	long_ones();
	keys();
	dictionary();
	return done();
}
