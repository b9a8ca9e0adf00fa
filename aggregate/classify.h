/* SPDX-License-Identifier: MIT */
/* classify.h -- a hit's class, outcome and page name, after METRICS.md.
 *
 * One classifier serves one site and one thread: it keeps bounded caches of what
 * it has seen (agents repeat).  What it answers never depends on the caches.
 * Class, first that fits: excluded (the site's rule), internal, monitor, robot, human.
 */
#ifndef AGGREGATE_CLASSIFY_H
#define AGGREGATE_CLASSIFY_H

#include "aggregate/client.h"
#include "common/buf.h"
#include "common/err.h"
#include "common/hit.h"
#include "common/site.h"

struct classify;

/* site and lists must outlive the classifier.  A wrong CIDR network is an error. */
bool classify_open(const struct site *site, const struct lists *lists,
    struct classify **out, struct err *err);
void classify_close(struct classify *c);

/* What address and agent tell, and whether the site's rule leaves the target out. */
struct client classify_client(struct classify *c, const struct hit *hit);
bool classify_excluded(struct classify *c, const struct hit *hit);
/* Both together. */
enum class classify_class(struct classify *c, const struct hit *hit);
enum outcome classify_outcome(struct classify *c, const struct hit *hit);

/* The page's name, as it may be stored and shown: the path of the target (of an
 * absolute-form target too), server escapes (\xHH, \") undone, %HH of unreserved
 * characters and of valid UTF-8 undone, NFC, no control bytes, query dropped but for
 * the site's keep_query parameters (in their order of appearance), fragment and ;jsessionid dropped, runs of 9 or more digits, e-mail
 * addresses and tokens replaced by "…", at most 512 bytes (cut at a character).
 * Empty targets give "/".  Appends to *out. */
void classify_page(struct classify *c, const struct hit *hit, struct buf *out);

/* The referrer, likewise: "" for none; own-site ones (host among the site's hosts)
 * as "/path"; others as the host alone, lower case, without "www.", at most 253 bytes; what is no
 * http(s) URL gives "" . */
void classify_referrer(struct classify *c, const struct hit *hit,
    struct buf *out);

/* The sections that the target belongs to: site.h's, a bit for each. */
uint64_t classify_sections(struct classify *c, const struct hit *hit);

/* All that the target's place on the site tells. */
struct marks {
	uint64_t sections;
	uint64_t viewed, posted; /* steps of funnels: of a page view, of a POST */
	uint64_t least;          /* a GET answered 200 with fewer bytes is an error page; 0: none */
	bool home;
	bool soft;               /* it is an error page's address */
};
void classify_marks(struct classify *c, const struct hit *hit,
    struct marks *out);

/* source_campaign and source_terms; host: as classify_referrer gives it. */
bool classify_campaign(struct classify *c, const struct hit *hit,
    struct buf *out);
bool classify_search(struct classify *c, const struct hit *hit,
    struct span host, struct buf *out);

/* "AS7552 Viettel Group" and "VN-HN": of the address; nothing where it is not known. */
void classify_network(struct classify *c, const struct hit *hit,
    struct buf *out);
void classify_place(struct classify *c, const struct hit *hit,
    struct buf *out);

/* The virtual host in lower case; DIM_OTHER for what is no host name.  Appends. */
void classify_host(const struct hit *hit, struct buf *out);

/* The address as it goes into a visitor key: 4 bytes of IPv4 (also of an IPv4-mapped
 * IPv6), 8 bytes of IPv6 (/64), or the host name in lower case.  At most 256 bytes. */
size_t classify_address(const struct hit *hit, unsigned char out[256]);

#endif
