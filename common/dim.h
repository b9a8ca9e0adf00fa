/* SPDX-License-Identifier: MIT */
/* dim.h -- the dimensions: by what hits, page views and visits are told apart.
 *
 * A key is a text (a path, a host, "404", "VN"); the empty one means unknown.  The numbers
 * are in databases: a dimension that goes leaves its number unused.  most: so many keys of
 * a day are kept by name, the rest as DIM_OTHER; none at all of one with 0.
 */
#ifndef COMMON_DIM_H
#define COMMON_DIM_H

#define DIM_OTHER "(other)"

#define DIM_TABLE(X)                                                           \
	/* id, number, name, most, what is counted under a key */              \
	X(PAGE, 1, "page", 2000, "page views by path")                         \
	X(ENTRY, 2, "entry", 1000, "visits by their first page")               \
	X(EXIT, 3, "exit", 1000, "visits by their last page")                  \
	X(DOWNLOAD, 4, "download", 500, "downloads by path")                   \
	X(SECTION, 5, "section", 64, "hits by configured section")             \
	X(SOURCE, 6, "source", 16, "page views by kind of referrer")           \
	X(REFERRER, 7, "referrer", 500, "page views by another site's host")   \
	X(BROKEN, 8, "broken", 500, "404 and 410 by path, and the own page "   \
	    "that links there")                                                \
	X(MISSING, 9, "missing", 500, "404 and 410 by path")                   \
	X(SEARCH, 10, "search", 300, "page views by search terms")             \
	X(CAMPAIGN, 11, "campaign", 200, "page views by utm parameters")       \
	X(COUNTRY, 12, "country", 300, "hits by country of the address")       \
	X(BROWSER, 13, "browser", 64, "hits by browser family")                \
	X(SYSTEM, 14, "system", 64, "hits by operating system")                \
	X(DEVICE, 15, "device", 16, "hits by class of device")                 \
	X(METHOD, 16, "method", 16, "hits by request method")                  \
	X(PROTOCOL, 17, "protocol", 16, "hits by version of HTTP")             \
	X(STATUS, 18, "status", 500, "hits by status")                         \
	X(HOST, 19, "host", 200, "hits by virtual host")                       \
	X(ROBOT, 20, "robot", 500, "robots' hits by the pattern that told them") \
	X(ROBOT_KIND, 21, "robot-kind", 32, "robots' hits by reason")          \
	X(TOOK, 22, "response-time", 700, "hits by bucket of time "            \
	    "(common/histogram.h)")                                            \
	X(SCHEME, 23, "scheme", 4, "hits by http or https")                    \
	X(IP, 24, "ip", 4, "hits by version of IP")                            \
	X(DOUBT, 25, "uncertain", 16, "visitors who may be robots, by reason")   \
	X(NETWORK, 26, "network", 200, "hits by the address's autonomous system") \
	X(PLACE, 27, "place", 200, "hits by province: indicative")                 \
	/* In parts of open days only: of addresses, as keyed hashes, those with a good  \
	 * share of the page views, and never more than they have. */          \
	X(ADDRESS, 28, "address", 0, "page views by frequent address")         \
	X(ANSWER, 29, "answer", 400, "hits by section and how they were "      \
	    "answered")                                                        \
	X(SOFT, 30, "soft-404", 500, "pages and documents answered 200 that "  \
	    "are an error's")                                                  \
	X(FUNNEL, 31, "funnel", 500, "visitor-days by funnel and the steps "   \
	    "reached")

enum dim {
#define X(id, number, name, most, what) DIM_##id = number,
	DIM_TABLE(X)
#undef X
};
enum { DIM__MAX = DIM_FUNNEL + 1 };

/* Whose hits.  The rest is internal, monitors' and excluded. */
enum who { WHO_HUMAN, WHO_ROBOT, WHO_REST, WHO__MAX };

struct dim_info {
	const char *name; /* NULL: no dimension has that number */
	int most;
	const char *what;
};
extern const struct dim_info dim_info[DIM__MAX];

/* 0: no dimension has that name. */
enum dim dim_named(const char *name);

#endif
