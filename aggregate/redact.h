/* SPDX-License-Identifier: MIT */
/* redact.h -- what in a page's name may point to a person becomes "…".
 *
 *  - a run of 9 or more digits (identity, phone, account and tax numbers), and
 *    those that are commonly written in groups: 0912.345.678, 001 089 012 345;
 *  - an e-mail address, its @ escaped or not; an IP address;
 *  - a token: a UUID, or 16 or more letters and digits so mixed that nobody named
 *    a page so (session ids, hashes, base64), with its neighbours behind - and _.
 * Escapes of escapes and wide digits hide none of them (plain.h).
 * A date, a year, a slug, an article's number of up to 8 digits stay.
 */
#ifndef AGGREGATE_REDACT_H
#define AGGREGATE_REDACT_H

#include "common/buf.h"

#define REDACT_GONE "\xE2\x80\xA6" /* U+2026, "…" */

enum {
	REDACT_DIGITS = 9,
	REDACT_TOKEN_BYTES = 16,
	REDACT_TOKEN_TURNS = 3 /* from letter to digit or back; and, but for
	                        * mixed case, one in four bytes: vanban2026qd12 stays */
};

/* Appends s to *out.  s: as clean_text or clean_words gives it.  work is cleared
 * and used. */
void redact(struct span s, struct buf *work, struct buf *out);

#endif
