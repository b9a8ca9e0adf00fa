/* SPDX-License-Identifier: MIT */
#include "aggregate/crawlers.h"

#include <jansson.h>

#include "aggregate/match.h"

static bool
alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z');
}

bool
crawlers_literal(struct span pattern, struct buf *literal, unsigned *how)
{
	static const char special[] = "\\^$.|?*+()[]{}";

	buf_clear(literal);
	*how = 0;
	for (size_t i = 0; i < pattern.n; i++) {
		char c = pattern.p[i];

		if (c == '^' && i == 0) {
			*how |= MATCH_AT_START;
		} else if (c == '$' && i + 1 == pattern.n) {
			*how |= MATCH_AT_END;
		} else if (c == '\\') {
			/* \/ is a slash, but \d and \1 are more. */
			if (++i == pattern.n || alphanumeric(pattern.p[i]))
				return false;
			buf_putc(literal, pattern.p[i]);
		} else if (c == '\0' || strchr(special, c) != NULL) {
			return false;
		} else {
			buf_putc(literal, c);
		}
	}
	return literal->n > 0;
}

static bool
add_pattern(struct rules *rules, struct span pattern, struct buf *work,
    struct err *err)
{
	unsigned how;

	if (!crawlers_literal(pattern, work, &how))
		return rules_regex(rules, pattern, err);
	rules_literal(rules, pattern, buf_view(work), how);
	return true;
}

static bool
add_all(const json_t *list, struct rules *rules, struct err *err)
{
	struct buf work = { 0 };
	bool good = true;

	for (size_t i = 0; good && i < json_array_size(list); i++) {
		const json_t *text =
		    json_object_get(json_array_get(list, i), "pattern");

		if (!json_is_string(text) || json_string_length(text) == 0)
			good = err_set(err, ERR_CONFIG,
			    "entry %zu has no \"pattern\"", i + 1);
		else
			good = add_pattern(rules,
			    (struct span){ json_string_value(text),
				json_string_length(text) }, &work, err) ||
			    err_add(err, "entry %zu", i + 1);
	}
	buf_close(&work);
	return good;
}

bool
crawlers_read(struct span json, struct rules *rules, struct err *err)
{
	json_error_t why;
	json_t *list = json_loadb(json.p, json.n, 0, &why);
	bool good;

	if (list == NULL)
		return err_set(err, ERR_CONFIG, "line %d: %s", why.line,
		    why.text);
	good = json_is_array(list) ? add_all(list, rules, err) :
	    err_set(err, ERR_CONFIG, "is not an array of patterns");
	json_decref(list);
	return good;
}
