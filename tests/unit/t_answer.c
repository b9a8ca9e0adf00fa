/* SPDX-License-Identifier: MIT */
#include "common/answer.h"

#include "tests/tap.h"

static const struct {
	const char *name, *key;
	bool read;
	const char *section;
	enum answer answer;
} rows[] = {
	{ "a section and an answer", "news\tok", true, "news", ANSWER_OK },
	{ "the home page", "(home)\tsoft-404", true, "(home)",
	    ANSWER_SOFT_404 },
	{ "a section that has no name any more", "\taction", true, "",
	    ANSWER_ACTION },
	{ "an answer that is none", "news\tfine", false, "", ANSWER_OK },
	{ "one more word", "news\tok\tok", false, "", ANSWER_OK },
	{ "a section alone", "news", false, "", ANSWER_OK },
	{ "what all others are", "(other)", false, "", ANSWER_OK },
	{ "nothing", "", false, "", ANSWER_OK },
};

int
main(void)
{
	struct buf key = { 0 };
	struct span section;
	enum answer a;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		bool read = answer_read(span_of(rows[i].key), &section, &a);

		ok(read == rows[i].read && (!read ||
		    (span_eq(section, span_of(rows[i].section)) &&
		    a == rows[i].answer)), "%s", rows[i].name);
	}
	for (int i = 0; i < ANSWER__MAX; i++) {
		buf_clear(&key);
		answer_put(&key, SPAN("s-1"), (enum answer)i);
		ok(answer_read(buf_view(&key), &section, &a) &&
		    a == (enum answer)i && span_eq(section, SPAN("s-1")),
		    "%s reads back", answer_name((enum answer)i));
	}
	buf_close(&key);
	return done();
}
