/* SPDX-License-Identifier: MIT */
/* source.h -- where a visit came from: kind of referrer, search terms, campaign.
 *
 * The hosts are conf/sources.conf, which is built in.  A host fits at the borders of
 * labels: notgoogle.com and google.com.example.org are not google.  Immutable once
 * open; the work buffers are one struct for each thread.
 */
#ifndef AGGREGATE_SOURCE_H
#define AGGREGATE_SOURCE_H

#include "aggregate/clean.h"
#include "common/err.h"

#define SOURCE_TABLE(X)                                                        \
	X(DIRECT, "direct", "no referrer, or none that is an http(s) URL")     \
	X(INTERNAL, "internal", "the site's own pages")                        \
	X(SEARCH, "search", "a search engine")                                 \
	X(SOCIAL, "social", "a social network or messenger")                   \
	X(GOVERNMENT, "government", "an authority's site, as .gov.vn")         \
	X(OTHER, "other", "any other host")

enum source {
#define X(id, name, why) SOURCE_##id,
	SOURCE_TABLE(X)
#undef X
	SOURCE__MAX
};

enum {
	SOURCE_TEXT_BYTES = 128,  /* of terms and of a campaign, at most */
	SOURCE_HOSTS_MAX = 4096,  /* in a list: it is gone through for each host */
	/* Of a campaign's parts; with two " / " they fill the 128. */
	SOURCE_UTM_BYTES = 32,    /* source and medium, each */
	SOURCE_CAMPAIGN_BYTES = SOURCE_TEXT_BYTES - 2 * SOURCE_UTM_BYTES - 6
};

const char *source_name(enum source s); /* "search" */

struct sources;

/* text: a list in the form of conf/sources.conf, of which nothing is kept; an empty
 * span: the built-in one.  file: for messages.  Wrong lines are ERR_CONFIG, as
 * "FILE: line N: why". */
bool sources_open(struct span text, const char *file, struct sources **out,
    struct err *err);
void sources_close(struct sources *s); /* accepts NULL */
/* For the record: "built-in" or the file as given; the hash of the text. */
const char *sources_name(const struct sources *s);
const char *sources_sha256(const struct sources *s);

/* from: as classify_referrer gives it: "" is direct, "/path" the site's own, else a
 * host in lower case, without "www.". */
enum source source_of(const struct sources *s, struct span from);

struct source_work {
	struct clean clean;
	struct buf mail;
};

void source_work_close(struct source_work *w); /* accepts a zeroed one */

/* Both append a text to *out that may be stored and shown: typed characters without
 * %HH, valid UTF-8 in NFC, no control characters, single blanks (clean_words), and
 * what may point to a person is "…" (redact.h).  False, and *out untouched, where
 * there is none.  Markup is text: whoever shows it escapes it. */

/* What was searched for, from the URL of a referrer whose host (as above) is a
 * search engine's: of the parameters that the list names for it, the first that is
 * not empty. */
bool source_terms(const struct sources *s, struct source_work *w,
    struct span referrer, struct span host, struct buf *out);

/* "zalo / social / tuyen-truyen": utm_source, utm_medium and utm_campaign of the
 * target's query, "-" where one is missing.  Names heed case. */
bool source_campaign(struct source_work *w, struct span target,
    struct buf *out);

#endif
