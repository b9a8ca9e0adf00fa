/* SPDX-License-Identifier: MIT */
/* ini.h -- a strict reader of INI files: UTF-8, line numbers, no silent cuts.
 *
 *     ; or # start a comment line.  A value may hold both: they are comments only
 *     ; after a blank.
 *     [site "skhcn"]           section and name
 *     log = /var/log/a.log*    key and value, trimmed; "..." keeps blanks and marks
 *     log = /var/log/b.log     a key may repeat, where its meaning allows it
 *
 * Within "..." \" is a quote and \\ a backslash; any other backslash is itself, and
 * so are quotes in a value that does not begin with one.  Sections and keys are
 * words of letters, digits, "_", "-" and ".".
 *
 * A line that is none of these, invalid UTF-8, a NUL, a line over 64 KiB, a file
 * over 4 MiB, or an unclosed quote is an error with file and line.  A BOM and CRLF are accepted.
 * The reader knows no keys: their meaning is checked by who asks.
 */
#ifndef COMMON_INI_H
#define COMMON_INI_H

#include "common/err.h"
#include "common/mem.h"
#include "common/span.h"

struct ini_entry {
	const char *file;
	int line;
	const char *section; /* "site"; "" before the first section */
	const char *name;    /* "skhcn"; "" where the section has no name */
	const char *key;     /* NULL for the section line itself */
	const char *value;
};

struct ini {
	struct ini_entry *entry;
	size_t n;
	struct arena arena; /* owns all texts */
};

/* Adds the file's entries to *out (which starts zeroed). */
bool ini_read(const char *path, struct ini *out, struct err *err);
/* The same of a text; file is for messages only. */
bool ini_read_text(struct span text, const char *file, struct ini *out,
    struct err *err);
void ini_close(struct ini *ini);

/* err_set with "file:line: " before the text.  Always false. */
bool ini_err(struct err *err, const struct ini_entry *e, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* The nearest of names (NULL-terminated) to word, by edit distance <= 2 and less
 * than half of the word; else NULL.  For "did you mean". */
const char *ini_nearest(const char *word, const char *const *names);

#endif
