/* SPDX-License-Identifier: MIT */
/* escape.h -- any bytes, made harmless for one place: an escaper per context.
 *
 * All take any bytes and append valid UTF-8: each ill-formed sequence (longest
 * prefix of a well-formed one, else one byte) becomes U+FFFD.  What an escaper wrote
 * can be decoded to what it was given, but for those and for the characters
 * that it says it cannot carry.  None writes into another's context: HTML into
 * a script, say, is never right.
 */
#ifndef PUBLISH_ESCAPE_H
#define PUBLISH_ESCAPE_H

#include "common/utf8.h"

/* Element text, or an attribute's value between double or single quotes.  Control
 * characters but tab, LF and CR, bidirectional controls (which would turn the
 * text around them) and noncharacters become U+FFFD. */
void escape_html(struct buf *out, struct span s);
/* Likewise, as XML 1.0: SVG, XLSX. */
void escape_xml(struct buf *out, struct span s);

/* A string's inside, without its quotes; also good inside a <script>, as < > & and
 * U+2028, U+2029 are written as \uXXXX; bidirectional controls likewise, for who reads
 * it with an editor. */
void escape_json(struct buf *out, struct span s);

/* A whole field, quoted where RFC 4180 (or a reader that splits at semicolons or
 * tabs) needs it.  Where a spreadsheet would see the start of a formula, at the
 * start and after any separator, blanks between them or not, an apostrophe goes before
 * it: = + - @ and their full-width forms, and the apostrophe itself.  For texts: a
 * number is not to be guarded.
 * Control characters but tab, LF and CR, and bidirectional controls become U+FFFD. */
void escape_csv(struct buf *out, struct span s);

/* One line for a terminal: control, bidirectional and invisible characters are
 * written as \xNN, byte by byte; a backslash as two. */
void escape_terminal(struct buf *out, struct span s);

/* Markup with holes: the format is ours and goes out as it is, each %s is an
 * escaped text, %d and %ld numbers, %% a percent sign; no others. */
void html_put(struct buf *out, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void xml_put(struct buf *out, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

#endif
