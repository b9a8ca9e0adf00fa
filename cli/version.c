/* SPDX-License-Identifier: MIT */
#include "cli/version.h"

#include <stdarg.h>
#include <stdio.h>

#include "ingest/inflate.h"
#include "ingest/scan.h"
#include "publish/escape.h"
#include "store/db.h"

void
version_print(void)
{
	printf("truycap %s\ndatabase version %d\nbuilt with: SQLite, "
	    "xxHash, OpenSSL libcrypto, Jansson, utf8proc, PCRE2\n"
	    "reads: plain, %s\nfinds lines by: %s\n", VERSION, DB_VERSION,
	    inflate_builtin(), scan_best().name);
}

/* Messages may quote a log or a file name: nothing of them reaches the terminal raw. */
static void
put_line(const char *kind, const char *text)
{
	struct buf b = { 0 };

	escape_terminal(&b, span_of(text));
	fprintf(stderr, "%s%s\n", kind, buf_text(&b));
	buf_close(&b);
}

int
cli_fail(const struct err *err)
{
	put_line("truycap: ", err->text);
	return (int)err->code;
}

void
cli_warn(const char *fmt, ...)
{
	char text[600];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	put_line("truycap: warning: ", text);
}

void
cli_say(const char *fmt, ...)
{
	char text[600];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	put_line("", text);
}
