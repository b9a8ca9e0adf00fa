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

/* Tags of the package.  "academic" says who sends it, not what it is. */
static const struct {
	const char *tag;
	enum robot_reason reason;
} tags[] = {
	{ "search-engine", ROBOT_SEARCH }, { "ai-crawler", ROBOT_AI },
	{ "seo", ROBOT_SEO }, { "advertising", ROBOT_SEO },
	{ "social-preview", ROBOT_PREVIEW }, { "monitoring", ROBOT_MONITOR },
	{ "http-library", ROBOT_TOOL }, { "browser-automation", ROBOT_HEADLESS },
	{ "scanner", ROBOT_SCANNER }, { "feed-reader", ROBOT_FEED },
	{ "archiver", ROBOT_ARCHIVER },
};

static enum robot_reason
reason_of(const json_t *entry, const struct rules *known, struct span literal)
{
	const json_t *list = json_object_get(entry, "tags");
	const struct robot *like;

	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *tag = json_string_value(json_array_get(list, i));

		for (size_t k = 0; tag != NULL &&
		    k < sizeof(tags) / sizeof(*tags); k++)
			if (strcmp(tag, tags[k].tag) == 0)
				return tags[k].reason;
	}
	like = rules_find(known, literal);
	return like != NULL ? like->reason : ROBOT_OTHER;
}

/* One entry; the text of its pattern has been seen to be there. */
static bool
add_entry(const json_t *entry, const struct rules *known, struct rules *rules,
    struct buf *work, struct err *err)
{
	const json_t *text = json_object_get(entry, "pattern");
	struct span pattern = { json_string_value(text),
		json_string_length(text) };
	unsigned how;
	bool plain = crawlers_literal(pattern, work, &how);
	enum robot_reason reason = reason_of(entry, known,
	    plain ? buf_view(work) : pattern);

	if (!plain)
		return rules_regex(rules, pattern, reason, err);
	/* "008\/" is a crawler, "Opera Mini/4.4.39008/" a version. */
	if (work->p[0] >= '0' && work->p[0] <= '9')
		how |= MATCH_WORD_START;
	rules_literal(rules, pattern, reason, buf_view(work), how);
	return true;
}

static bool
add_all(const json_t *list, const struct rules *known, struct rules *rules,
    struct err *err)
{
	struct buf work = { 0 };
	bool good = true;

	for (size_t i = 0; good && i < json_array_size(list); i++) {
		const json_t *entry = json_array_get(list, i);

		if (json_string_length(json_object_get(entry, "pattern")) == 0)
			good = err_set(err, ERR_CONFIG,
			    "entry %zu has no \"pattern\"", i + 1);
		else
			good = add_entry(entry, known, rules, &work, err) ||
			    err_add(err, "entry %zu", i + 1);
	}
	buf_close(&work);
	return good;
}

bool
crawlers_read(struct span json, const struct rules *known,
    struct rules *rules, struct err *err)
{
	json_error_t why;
	json_t *list = json_loadb(json.p, json.n, 0, &why);
	bool good;

	if (list == NULL)
		return err_set(err, ERR_CONFIG, "line %d: %s", why.line,
		    why.text);
	good = json_is_array(list) ? add_all(list, known, rules, err) :
	    err_set(err, ERR_CONFIG, "is not an array of patterns");
	json_decref(list);
	return good;
}

bool
crawlers_version(struct span json, struct buf *out)
{
	json_t *package = json_loadb(json.p, json.n, 0, NULL);
	const json_t *text = json_object_get(package, "version");
	struct span version = { json_string_value(text),
		json_string_length(text) };
	bool good = version.n > 0 && version.n <= 40;

	for (size_t i = 0; good && i < version.n; i++)
		good = alphanumeric(version.p[i]) ||
		    (version.p[i] != '\0' && strchr(".-+", version.p[i]) != NULL);
	if (good)
		buf_span(out, version);
	json_decref(package);
	return good;
}
