/* SPDX-License-Identifier: MIT */
#include "common/ini.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/buf.h"
#include "tests/tap.h"

static struct span
guarded(struct span s)
{
	return (struct span){ tap_guarded(s.p, s.n), s.n };
}

/* A file of one pair, and its value; or what the error says. */
static const struct {
	const char *name, *line, *value, *wrong;
} lines[] = {
	{ "a plain value", "k = v", "v", NULL },
	{ "no blanks", "k=v", "v", NULL },
	{ "many blanks and tabs", " \tk\t =  v w\t ", "v w", NULL },
	{ "CRLF", "k = v\r", "v", NULL },
	{ "an empty value", "k =", "", NULL },
	{ "an equals sign in the value", "k = a=b", "a=b", NULL },
	{ "a mark within a word", "k = a;b#c", "a;b#c", NULL },
	{ "a mark right after the equals sign", "k =#fff", "#fff", NULL },
	{ "a mark after a blank", "k = v ; a comment", "v", NULL },
	{ "the other mark after a tab", "k = v\t# a comment", "v", NULL },
	{ "a mark for a value", "k = ; nothing", "", NULL },
	{ "quotes keep blanks", "k = \" v \"", " v ", NULL },
	{ "quotes keep marks", "k = \"a ; b # c\"", "a ; b # c", NULL },
	{ "quotes may be empty", "k = \"\"", "", NULL },
	{ "a comment after quotes", "k = \"v\" ; c", "v", NULL },
	{ "a quote within quotes", "k = \"a \\\"b\\\"\"", "a \"b\"", NULL },
	{ "a backslash within quotes", "k = \"a\\\\\"", "a\\", NULL },
	{ "other backslashes are themselves", "k = \"\\d\\n\"", "\\d\\n",
	    NULL },
	{ "quotes later in a value are themselves",
	    "k = %h \"%r\" %>s \"%{Referer}i\"",
	    "%h \"%r\" %>s \"%{Referer}i\"", NULL },
	{ "backslashes outside quotes are themselves", "k = a\\\"b",
	    "a\\\"b", NULL },
	{ "Vietnamese", "k = Sở Khoa học và Công nghệ tỉnh Bắc Kạn",
	    "Sở Khoa học và Công nghệ tỉnh Bắc Kạn", NULL },
	{ "the last character there is", "k = \xf4\x8f\xbf\xbf",
	    "\xf4\x8f\xbf\xbf", NULL },
	{ "a key of all it may be", "a-B_9.z = v", "v", NULL },

	{ "no equals sign", "key", NULL, "neither" },
	{ "no key", "= v", NULL, "neither" },
	{ "a key of two words", "log file = v", NULL, "neither" },
	{ "a key in Vietnamese", "khó = v", NULL, "neither" },
	{ "an unclosed quote", "k = \"v", NULL, "not closed" },
	{ "a quote closed in a comment only", "k = \"v\\\" ; ", NULL,
	    "not closed" },
	{ "text after the quotes", "k = \"v\" w", NULL, "closing quote" },
	{ "a comment stuck to the quotes", "k = \"v\"; c", NULL,
	    "closing quote" },
	{ "a byte that is no UTF-8", "k = \xff", NULL, "UTF-8" },
	{ "Latin-1", "k = caf\xe9 au lait", NULL, "UTF-8" },
	{ "an overlong form", "k = \xc0\xaf", NULL, "UTF-8" },
	{ "an overlong form of three", "k = \xe0\x9f\xbf", NULL, "UTF-8" },
	{ "an overlong form of four", "k = \xf0\x8f\xbf\xbf", NULL,
	    "UTF-8" },
	{ "a surrogate", "k = \xed\xa0\x80", NULL, "UTF-8" },
	{ "beyond the last character", "k = \xf4\x90\x80\x80", NULL,
	    "UTF-8" },
	{ "a sequence cut short", "k = \xe1\xbb", NULL, "UTF-8" },
	{ "a lone continuation", "k = \x80", NULL, "UTF-8" },
	{ "bad UTF-8 in a comment", "; \xff", NULL, "UTF-8" },
	{ "a section without a bracket", "[site", NULL, "looks like" },
	{ "a section without a word", "[]", NULL, "needs a name" },
	{ "a section of only a name", "[\"a\"]", NULL, "needs a name" },
	{ "a section with an empty name", "[site \"\"]", NULL, "empty" },
	{ "a section with an unclosed name", "[site \"a]", NULL,
	    "not closed" },
	{ "a section with a bare name", "[site a]", NULL, "looks like" },
	{ "a name stuck to the word", "[site\"a\"]", NULL, "looks like" },
	{ "two names", "[site \"a\" \"b\"]", NULL, "looks like" },
	{ "text after a section", "[site] x", NULL, "looks like" },
	{ "a pair after a section", "[site] k = v", NULL, "looks like" },
};

static void
test_lines(void)
{
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct ini ini = { 0 };
		struct err err = { 0 };
		bool read = ini_read_text(guarded(span_of(lines[i].line)),
		    "conf", &ini, &err);

		if (lines[i].wrong == NULL) {
			if (!ok(read && ini.n == 1, "%s: read",
			    lines[i].name))
				diag("%s", err.text);
			else
				is_text(ini.entry[0].value, lines[i].value,
				    "%s", lines[i].name);
		} else if (!ok(!read && ini.n == 0 &&
		    err.code == ERR_CONFIG &&
		    strncmp(err.text, "conf:1: ", 8) == 0 &&
		    strstr(err.text, lines[i].wrong) != NULL,
		    "%s: refused, and why is told", lines[i].name))
			diag("%s", err.text);
		ini_close(&ini);
	}
}

static void
test_file(void)
{
	static const char text[] =
	    "\xef\xbb\xbf; the first line\n"
	    "\n"
	    "lang = vi\r\n"
	    "   # another\n"
	    "[site \"skhcn \\\"x\\\" ]\"] ; its name\n"
	    "log = /var/log/a.log*\n"
	    "log = /var/log/b.log\n"
	    " [ store ]\n"
	    "path=/var/lib/x";
	static const struct {
		int line;
		const char *section, *name, *key, *value;
	} want[] = {
		{ 3, "", "", "lang", "vi" },
		{ 5, "site", "skhcn \"x\" ]", NULL, NULL },
		{ 6, "site", "skhcn \"x\" ]", "log", "/var/log/a.log*" },
		{ 7, "site", "skhcn \"x\" ]", "log", "/var/log/b.log" },
		{ 8, "store", "", NULL, NULL },
		{ 9, "store", "", "path", "/var/lib/x" },
	};
	char path[] = "/tmp/t_ini.XXXXXX";
	int fd = mkstemp(path);
	struct ini ini = { 0 };
	struct err err = { 0 };

	if (fd < 0 || write(fd, text, sizeof(text) - 1) < 0 || close(fd) != 0)
		abort();
	ok(ini_read(path, &ini, &err), "a file is read");
	is_int((long long)ini.n, 6, "with all its entries");
	for (size_t i = 0; i < ini.n && i < 6; i++) {
		is_text(ini.entry[i].file, path, "line %d: its file",
		    want[i].line);
		is_int(ini.entry[i].line, want[i].line, "line %d: its number",
		    want[i].line);
		is_text(ini.entry[i].section, want[i].section,
		    "line %d: its section", want[i].line);
		is_text(ini.entry[i].name, want[i].name, "line %d: its name",
		    want[i].line);
		is_text(ini.entry[i].key, want[i].key, "line %d: its key",
		    want[i].line);
		is_text(ini.entry[i].value, want[i].value,
		    "line %d: its value", want[i].line);
	}

	ok(ini_read_text(SPAN("k = v"), "other", &ini, &err) && ini.n == 7 &&
	    strcmp(ini.entry[6].section, "") == 0,
	    "a second file is added, and starts without a section");
	ok(!ini_read_text(SPAN("a = b\nc = d\ne = f\n\nx"), "bad", &ini,
	    &err) && ini.n == 7, "of a bad file nothing is added");
	is_text(err.text, "bad:5: neither \"key = value\" nor [section] nor a "
	    "comment", "and its line is told");
	ini_err(&err, &ini.entry[1], "%d sites", 3);
	ok(err.code == ERR_CONFIG && strstr(err.text, ":5: 3 sites") != NULL,
	    "who asks can tell the line too");
	ini_close(&ini);
	unlink(path);
	ok(!ini_read(path, &ini, &err) && err.code == ERR_NOINPUT,
	    "a missing file is no input");
	ini_close(&ini);
}

static void
test_limits(void)
{
	struct buf b = { 0 };
	struct ini ini = { 0 };
	struct err err = { 0 };

	buf_puts(&b, "k = ");
	while (b.n < 64 * 1024)
		buf_putc(&b, 'v');
	ok(ini_read_text(buf_view(&b), "conf", &ini, &err) && ini.n == 1 &&
	    strlen(ini.entry[0].value) == 64 * 1024 - 4,
	    "a line of 64 KiB is kept whole");
	buf_putc(&b, 'v');
	ok(!ini_read_text(buf_view(&b), "conf", &ini, &err) &&
	    strstr(err.text, "conf:1: longer") != NULL,
	    "a byte more is an error");
	ini_close(&ini);

	buf_clear(&b);
	while (b.n < 4 * 1024 * 1024)
		buf_puts(&b, "kkk = v\n");
	ok(ini_read_text(buf_view(&b), "conf", &ini, &err) &&
	    ini.n == 512 * 1024, "a file of 4 MiB is read");
	ini_close(&ini);
	buf_putc(&b, '\n');
	ok(!ini_read_text(buf_view(&b), "conf", &ini, &err) &&
	    err.code == ERR_CONFIG, "a byte more is an error");
	buf_close(&b);

	ok(!ini_read_text(SPAN("k = a\0b"), "conf", &ini, &err) &&
	    strstr(err.text, "NUL") != NULL, "a NUL is an error");
	ok(ini_read_text(SPAN(""), "conf", &ini, &err) && ini.n == 0,
	    "an empty file is a file");
	ok(ini_read_text(SPAN("\xef\xbb\xbf"), "conf", &ini, &err) &&
	    ini.n == 0, "so is a lone BOM");
	ok(!ini_read_text(SPAN("k = v\n\xef\xbb\xbfk = v"), "conf", &ini,
	    &err), "a BOM elsewhere is an error");
	ini_close(&ini);
	ini_close(&ini);
}

static void
test_nearest(void)
{
	static const char *const names[] = { "log", "format", "host", "tz",
		"visit-gap", "online-window", NULL };
	static const struct {
		const char *name, *word, *nearest;
	} rows[] = {
		{ "the word itself", "format", "format" },
		{ "two letters swapped", "fromat", "format" },
		{ "a letter too many", "logs", "log" },
		{ "a letter missing", "hst", "host" },
		{ "another sign", "visit_gap", "visit-gap" },
		{ "another case", "Log", "log" },
		{ "two slips in a long word", "onlin-windos",
		    "online-window" },
		{ "three are too many", "onln-windos", NULL },
		{ "half of a short word is too much", "tx", NULL },
		{ "a short word may have one slip in three", "lag", "log" },
		{ "another word", "colour", NULL },
		{ "no word", "", NULL },
		{ "a word beyond reason",
		    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		    NULL },
	};
	static const char *const none[] = { NULL };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		is_text(ini_nearest(rows[i].word, names), rows[i].nearest,
		    "%s: \"%.20s\"", rows[i].name, rows[i].word);
	is_text(ini_nearest("log", none), NULL, "no names, no nearest");
}

int
main(void)
{
	test_lines();
	test_file();
	test_limits();
	test_nearest();
	return done();
}
