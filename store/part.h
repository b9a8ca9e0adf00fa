/* SPDX-License-Identifier: MIT */
/* part.h -- what some lines contributed to one site and day, packed into bytes.
 *
 * A part holds its own texts, the sums of its hours and dimensions, the spans of its
 * visitors in order of key and time, and the conduct of those who have none: all that is
 * needed to merge it with others.
 *
 *     u32 magic, texts, hours, tallies, spans, conducts, text bytes, steps
 *     u32 end of each text        then the texts' bytes, padded to 8
 *     hour:    u32 hour|class<<16|outcome<<24, u32 0, u64 hits, u64 bytes,
 *              u64 minutes
 *     tally:   u32 key, u16 dimension, u16 who, u64 hits, u64 pages, u64 bytes
 *     span:    key[16], i64 first, u64 bytes, u64 sections, u32 last - first, u32 views,
 *              u16 country, u8 browser, system, device, flags, u16 errors,
 *              u32 hits, u16 conduct flags, u16 0,
 *              u32 first page, u32 first referrer, u32 last page, u32 last referrer
 *     conduct: key[16], u32 hits, u16 errors, u16 flags
 *     steps:   u32 row of a span or conduct, u32 0 or 1 (a conduct), u64 steps of funnels;
 *              of those that have some, in order
 *
 * Hours of version 3's parts have no minutes: they are read as untold (common/partial.h).
 * All little-endian.  Text 0 is empty and takes no bytes.
 */
#ifndef STORE_PART_H
#define STORE_PART_H

#include "common/buf.h"
#include "common/err.h"
#include "common/partial.h"

/* Packs one part: begin, add (spans in order), end. */
struct part_writer {
	const struct terms *terms; /* of what is added */
	uint32_t *local;           /* its terms -> the part's, 0: not yet used */
	uint32_t *used;            /* the terms in use, in the part's order */
	size_t n_used, cap;
	struct buf hours, tallies, spans, conducts, steps, conduct_steps;
};
void part_open(struct part_writer *w, const struct terms *terms);
void part_close(struct part_writer *w); /* accepts zeroed */

void part_begin(struct part_writer *w);
void part_hour(struct part_writer *w, const struct hour_row *h);
void part_tally(struct part_writer *w, const struct tally_row *t);
void part_span(struct part_writer *w, const struct visit_span *s);
void part_conduct(struct part_writer *w, const struct hash128 *key,
    const struct conduct *c);
void part_end(struct part_writer *w, struct buf *out); /* out is cleared first */

/* Opens a part for reading; body must outlive it.  What does not fit together is
 * ERR_DATA. */
struct part {
	const unsigned char *text_end, *texts, *hours, *tallies, *spans;
	const unsigned char *conducts, *steps;
	size_t hour_bytes;
	uint32_t n_texts, n_hours, n_tallies, n_spans, n_conducts, n_steps;
};
bool part_read(struct span body, struct part *out, struct err *err);

/* Item i of each; terms are the part's own numbers, site and day are left to the caller. */
struct span part_text(const struct part *p, uint32_t text);
struct hour_row part_hour_at(const struct part *p, uint32_t i);
struct tally_row part_tally_at(const struct part *p, uint32_t i);
void part_key_at(const struct part *p, uint32_t i, struct hash128 *key); /* of span i */
void part_span_at(const struct part *p, uint32_t i, struct visit_span *out);
void part_conduct_at(const struct part *p, uint32_t i, struct hash128 *key,
    struct conduct *out);

#endif
