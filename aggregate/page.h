/* SPDX-License-Identifier: MIT */
/* page.h -- the names of pages and referrers, fit to be stored and shown.
 *
 * The work buffers are kept from call to call: one struct for each thread.
 */
#ifndef AGGREGATE_PAGE_H
#define AGGREGATE_PAGE_H

#include "aggregate/clean.h"
#include "common/site.h"

enum {
	PAGE_BYTES = 512,      /* of a name; longer ones are cut at a character */
	PAGE_HOST_BYTES = 253  /* of a DNS name */
};

struct page {
	const struct site *site; /* keep_query, host */
	struct clean clean;
	struct buf raw, mail;
};

void page_close(struct page *p); /* accepts a zeroed one */

/* The path of a request target, cleaned (clean.h), for globs and extensions: without
 * query, fragment, ;jsessionid, scheme and host.  Empty for an empty target.
 * Dies at the next call. */
struct span page_path(struct page *p, struct span target);

/* As classify_page and classify_referrer say; both append to *out.  host: that
 * of the request, for a site that names no hosts of its own. */
void page_name(struct page *p, struct span target, struct buf *out);
/* The host that an http or https URL names, as it stands there; empty for what is none. */
struct span page_url_host(struct span url);
/* A host's name in lower case, or DIM_OTHER.  Appends. */
void page_host(struct span host, struct buf *out);
void page_referrer(struct page *p, struct span referrer, struct span host,
    struct buf *out);

#endif
