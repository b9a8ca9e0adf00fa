/* SPDX-License-Identifier: MIT */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "aggregate/regex.h"

#include <pcre2.h>

#include "common/mem.h"

struct regex {
	pcre2_code *code;
	uint32_t id;
};

struct regexes {
	struct regex *regex;
	size_t n, cap;
	pcre2_match_context *limits;
};

struct regexes *
regexes_open(void)
{
	return mem_new(sizeof(struct regexes));
}

void
regexes_close(struct regexes *r)
{
	if (r == NULL)
		return;
	for (size_t i = 0; i < r->n; i++)
		pcre2_code_free(r->regex[i].code);
	pcre2_match_context_free(r->limits);
	mem_free(r->regex);
	mem_free(r);
}

bool
regexes_add(struct regexes *r, struct span pattern, uint32_t id,
    struct err *err)
{
	int why;
	PCRE2_SIZE at;
	pcre2_code *code;

	if (r->limits == NULL) {
		r->limits = pcre2_match_context_create(NULL);
		if (r->limits == NULL)
			return err_set(err, ERR_MEMORY, "out of memory");
		pcre2_set_match_limit(r->limits, REGEX_STEPS);
	}
	code = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n,
	    PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C, &why, &at, NULL);
	if (code == NULL) {
		PCRE2_UCHAR text[200];

		pcre2_get_error_message(why, text, sizeof(text));
		return err_set(err, ERR_CONFIG, "pattern \"%.*s\": %s, at byte %zu",
		    pattern.n < 200 ? (int)pattern.n : 200, pattern.p,
		    (const char *)text, (size_t)at);
	}
	if (r->n == r->cap) {
		r->cap = r->cap > 0 ? r->cap * 2 : 16;
		r->regex = mem_grow(r->regex, r->cap, sizeof(*r->regex));
	}
	r->regex[r->n++] = (struct regex){ code, id };
	return true;
}

size_t
regexes_size(const struct regexes *r)
{
	return r->n;
}

uint32_t
regexes_find(const struct regexes *r, struct span text, uint64_t wanted,
    uint32_t below)
{
	size_t n = text.n < REGEX_TEXT_BYTES ? text.n : REGEX_TEXT_BYTES;
	uint32_t how = text.n > n ? PCRE2_NOTEOL : 0; /* a cut is no end */
	PCRE2_SPTR p = (PCRE2_SPTR)(text.n > 0 ? text.p : "");
	pcre2_match_data *work = NULL;

	for (size_t i = 0; i < r->n && r->regex[i].id < below; i++) {
		if (i < REGEX_MARKED && !(wanted >> i & 1))
			continue;
		if (work == NULL &&
		    (work = pcre2_match_data_create(1, NULL)) == NULL)
			break;
		if (pcre2_match(r->regex[i].code, p, n, 0, how,
		    work, r->limits) >= 0)
			below = r->regex[i].id; /* ends the loop: ids rise */
	}
	pcre2_match_data_free(work);
	return below;
}
