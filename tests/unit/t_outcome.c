/* SPDX-License-Identifier: MIT */
#include "aggregate/outcome.h"

#include <stdio.h>

#include "tests/tap.h"

static const struct {
	const char *name;
	unsigned status;
	const char *method;
	bool get;
	enum outcome want;
} statuses[] = {
	{ "301 is a redirect", 301, "GET", false, OUTCOME_REDIRECT },
	{ "300 too", 300, "GET", false, OUTCOME_REDIRECT },
	{ "399 too", 399, "HEAD", false, OUTCOME_REDIRECT },
	{ "a POST that redirects is one", 302, "POST", true, OUTCOME_REDIRECT },
	{ "304 to GET may be a page", 304, "GET", false, OUTCOME_PAGE },
	{ "304 to HEAD is not", 304, "HEAD", false, OUTCOME_OTHER },
	{ "304 to POST is not", 304, "POST", false, OUTCOME_OTHER },
	{ "400", 400, "GET", false, OUTCOME_CLIENT_ERROR },
	{ "499", 499, "", false, OUTCOME_CLIENT_ERROR },
	{ "500", 500, "GET", false, OUTCOME_SERVER_ERROR },
	{ "599", 599, "POST", false, OUTCOME_SERVER_ERROR },
	{ "206 is partial", 206, "GET", false, OUTCOME_PARTIAL },
	{ "206 to POST is partial, which comes first", 206, "POST", false,
	    OUTCOME_PARTIAL },
	{ "200 to GET", 200, "GET", false, OUTCOME_PAGE },
	{ "200 to POST is an action", 200, "POST", false, OUTCOME_ACTION },
	{ "unless the site says page", 200, "POST", true, OUTCOME_PAGE },
	{ "a created thing is an action even then", 201, "POST", true,
	    OUTCOME_ACTION },
	{ "PUT", 204, "PUT", false, OUTCOME_ACTION },
	{ "PATCH", 200, "PATCH", false, OUTCOME_ACTION },
	{ "DELETE", 299, "DELETE", false, OUTCOME_ACTION },
	{ "HEAD", 200, "HEAD", false, OUTCOME_OTHER },
	{ "OPTIONS", 204, "OPTIONS", false, OUTCOME_OTHER },
	{ "GET with 204", 204, "GET", false, OUTCOME_OTHER },
	{ "GET with 101", 101, "GET", false, OUTCOME_OTHER },
	{ "methods heed case", 200, "get", false, OUTCOME_OTHER },
	{ "an unknown method", 200, "BREW", false, OUTCOME_OTHER },
	{ "garbage, without a method", 200, "", false, OUTCOME_OTHER },
};

static const struct {
	const char *name, *path;
	enum outcome want;
} paths[] = {
	{ "a style", "/a.css", OUTCOME_ASSET },
	{ "capitals", "/a/B.JPEG", OUTCOME_ASSET },
	{ "the last dot counts", "/a.css.html", OUTCOME_PAGE },
	{ "two dots", "/jquery.min.js", OUTCOME_ASSET },
	{ "of the last segment", "/v1.js/list", OUTCOME_PAGE },
	{ "a dot at its start", "/.css", OUTCOME_ASSET },
	{ "a dot at the end", "/a.", OUTCOME_PAGE },
	{ "a longer word is another", "/a.css2", OUTCOME_PAGE },
	{ "a shorter word is another", "/a.cs", OUTCOME_PAGE },
	{ "the longest", "/site.webmanifest", OUTCOME_FEED },
	{ "longer than any", "/a.webmanifestwebmanifest", OUTCOME_PAGE },
	{ "a feed", "/rss/tin.rss", OUTCOME_FEED },
	{ "a document", "/van-ban/12.PDF", OUTCOME_DOWNLOAD },
	{ "an archive", "/a.7z", OUTCOME_DOWNLOAD },
	{ "a page with an extension", "/Default.aspx", OUTCOME_PAGE },
	{ "a folder", "/tin-tuc/", OUTCOME_PAGE },
	{ "no slash", "css", OUTCOME_PAGE },
	{ "no slash, a dot", "a.css", OUTCOME_ASSET },
	{ "an empty path", "", OUTCOME_PAGE },
};

static const struct {
	const char *name, *text, *why;
} wrong[] = {
	{ "words before a section", "# x\ncss\n",
	    "outcomes: line 2: extensions before the first [outcome]" },
	{ "an unknown section", "[page]\nhtml\n",
	    "outcomes: line 1: a section must be [asset], [feed] or "
	    "[download]" },
	{ "a torn section", "[asset\ncss\n",
	    "outcomes: line 1: a section must be [asset], [feed] or "
	    "[download]" },
	{ "an extension twice", "[asset]\ncss\n[feed]\nCSS\n",
	    "outcomes: \"css\" is listed twice" },
	{ "a word too long", "[asset]\n0123456789abcdef\n",
	    "outcomes: line 2: an extension of 16 bytes" },
};

/* The lists of METRICS, written out again: the shipped file may not drift. */
static const struct {
	enum outcome outcome;
	const char *words;
} shipped[] = {
	{ OUTCOME_ASSET, "css js mjs map png jpg jpeg jfif gif svg webp avif "
	    "ico cur bmp tif tiff woff woff2 ttf otf eot mp3 mp4 m4a m4v webm "
	    "ogg ogv wav avi mov flv swf" },
	{ OUTCOME_FEED, "xml rss atom json txt webmanifest" },
	{ OUTCOME_DOWNLOAD, "pdf doc docx xls xlsx ppt pptx odt ods odp csv "
	    "zip rar 7z gz tgz bz2 xz exe msi dmg apk iso epub" },
};

int
main(void)
{
	struct outcomes *o = NULL;
	struct err err = { 0 };

	for (size_t i = 0; i < sizeof(statuses) / sizeof(*statuses); i++)
		is_text(outcome_name(outcome_of_status(statuses[i].status,
		    span_of(statuses[i].method), statuses[i].get)),
		    outcome_name(statuses[i].want), "%s", statuses[i].name);
	if (!ok(outcomes_open((struct span){ 0 }, &o, &err),
	    "the shipped list is read")) {
		diag("%s", err.text);
		return done();
	}
	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		size_t n = strlen(paths[i].path);

		is_text(outcome_name(outcomes_of_path(o, (struct span){
		    tap_guarded(paths[i].path, n), n })),
		    outcome_name(paths[i].want), "%s", paths[i].name);
	}
	for (size_t i = 0; i < sizeof(shipped) / sizeof(*shipped); i++) {
		struct span words = span_of(shipped[i].words);

		while (words.n > 0) {
			struct span word = span_cut(&words, ' ');
			char path[32];
			int n = snprintf(path, sizeof(path), "/a.%.*s",
			    (int)word.n, word.p);

			ok(outcomes_of_path(o, (struct span){ path,
			    (size_t)n }) == shipped[i].outcome, "%s: %s",
			    outcome_name(shipped[i].outcome), path);
		}
	}
	outcomes_close(o);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		o = NULL;
		ok(!outcomes_open(span_of(wrong[i].text), &o, &err) &&
		    o == NULL && err.code == ERR_CONFIG, "refused: %s",
		    wrong[i].name);
		is_text(err.text, wrong[i].why, "told: %s", wrong[i].name);
	}
	outcomes_close(NULL);
	return done();
}
