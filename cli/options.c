/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include <getopt.h>
#include <stdio.h>

#include "common/amount.h"
#include "common/ini.h"
#include "common/stamp.h"
#include "common/utf8.h"

enum { MOST_THREADS = 64, USUAL_MOST_THREADS = 8, MOST_TEXT_BYTES = 1000 };

static const struct {
	const char *name, *arg, *help;
	char letter;
} table[OPTION__MAX] = {
#define X(id, name, letter, arg, help) { name, arg, help, letter },
	OPTION_TABLE(X)
#undef X
};

static void
print_help(const struct option_set *set)
{
	printf("usage: truycap %s %s\n\n%s\n", set->command, set->usage,
	    set->about);
	printf("\noptions:\n");
	for (int i = 0; i < OPTION__MAX; i++) {
		char left[64];

		if ((set->options >> i & 1) == 0)
			continue;
		snprintf(left, sizeof(left), "--%s%s%s", table[i].name,
		    table[i].arg != NULL ? " " : "",
		    table[i].arg != NULL ? table[i].arg : "");
		if (table[i].letter != 0)
			printf("  -%c, %-24s %s\n", table[i].letter, left,
			    table[i].help);
		else
			printf("      %-24s %s\n", left, table[i].help);
	}
	if (set->examples != NULL)
		printf("\nexamples:\n%s\n", set->examples);
	printf("\nMore: man truycap\n");
}

/* Names for "did you mean": those of the set. */
static bool
unknown(const struct option_set *set, const char *word, struct err *err)
{
	const char *name[OPTION__MAX + 1];
	const char *near;
	char text[64];
	int n = 0;

	for (int i = 0; i < OPTION__MAX; i++)
		if (set->options >> i & 1)
			name[n++] = table[i].name;
	name[n] = NULL;
	snprintf(text, sizeof(text), "%s", word + strspn(word, "-"));
	text[strcspn(text, "=")] = '\0';
	near = ini_nearest(text, name);
	if (near != NULL)
		return err_set(err, ERR_USAGE, "%s: unknown option %s (did you "
		    "mean --%s?)", set->command, word, near);
	return err_set(err, ERR_USAGE, "%s: unknown option %s; see truycap %s "
	    "--help", set->command, word, set->command);
}

static int
fill_getopt(const struct option_set *set, struct option *long_opts,
    char *short_opts)
{
	int n = 0, k = 0;

	short_opts[k++] = ':';
	for (int i = 0; i < OPTION__MAX; i++) {
		int arg = table[i].arg != NULL ? required_argument :
		    no_argument;

		if ((set->options >> i & 1) == 0)
			continue;
		long_opts[n++] = (struct option){ table[i].name, arg, NULL,
			256 + i };
		if (table[i].letter != 0) {
			short_opts[k++] = table[i].letter;
			if (arg == required_argument)
				short_opts[k++] = ':';
		}
	}
	long_opts[n] = (struct option){ 0 };
	short_opts[k] = '\0';
	return n;
}

static int
by_letter(int c)
{
	for (int i = 0; i < OPTION__MAX; i++)
		if (table[i].letter == c)
			return i;
	return -1;
}

static bool
read_now(const struct cli *cli, struct options *o, struct err *err)
{
	const char *text = o->value[OPTION_NOW];
	const char *tz = o->value[OPTION_TZ];
	struct zone *z = NULL;
	bool good;

	o->now_s = cli->clock_s;
	if (text == NULL)
		return true;
	if (!zone_open(tz != NULL ? tz : cli->local_zone, NULL, &z, err))
		return false;
	good = stamp_read(span_of(text), z, &o->now_s);
	zone_close(z);
	return good || err_set(err, ERR_USAGE, "--now %s: not a time such as "
	    "2026-10-31T20:15:00+07:00", text);
}

bool
options_parse(const struct cli *cli, const struct option_set *given,
    struct arguments args, struct options *out, struct err *err)
{
	int argc = args.argc;
	char **argv = args.argv;
	struct option_set set = *given;
	struct option long_opts[OPTION__MAX + 1];
	char short_opts[2 * OPTION__MAX + 2];
	int c;

	set.options |= OPTION_BIT(HELP);
	*out = (struct options){ 0 };
	fill_getopt(&set, long_opts, short_opts);
	optind = 0; /* GNU: start anew */
	opterr = 0;
	while ((c = getopt_long(argc, argv, short_opts, long_opts, NULL)) !=
	    -1) {
		int id = c >= 256 ? c - 256 : by_letter(c);

		if (c == ':')
			return err_set(err, ERR_USAGE,
			    "%s: %s wants a value", set.command,
			    argv[optind - 1]);
		if (c == '?' || id < 0)
			return unknown(&set, argv[optind - 1], err);
		out->value[id] = optarg != NULL ? optarg : "";
	}
	if (options_has(out, OPTION_HELP)) {
		print_help(&set);
		out->done = true;
		return true;
	}
	out->n_args = argc - optind;
	out->arg = argv + optind;
	return read_now(cli, out, err);
}

bool
options_duration(const struct options *o, enum opt id, int64_t *out,
    struct err *err)
{
	const char *text = o->value[id];

	return text == NULL || stamp_read_duration(span_of(text), out) ||
	    err_set(err, ERR_USAGE, "--%s %s: not a duration such as 30m",
	    table[id].name, text);
}

bool
options_number(const struct options *o, enum opt id,
    struct options_range range, int64_t *out, struct err *err)
{
	const char *text = o->value[id];
	uint64_t v;

	if (text == NULL)
		return true;
	if (!span_u64(span_of(text), &v) || v > INT64_MAX ||
	    (int64_t)v < range.least || (int64_t)v > range.most)
		return err_set(err, ERR_USAGE, "--%s %s: not a number from "
		    "%lld to %lld", table[id].name, text, 
		    (long long)range.least, (long long)range.most);
	*out = (int64_t)v;
	return true;
}

bool
options_bytes(const struct options *o, enum opt id, uint64_t *out,
    struct err *err)
{
	const char *text = o->value[id];
	uint64_t v;

	if (text == NULL)
		return true;
	if (!amount_read(span_of(text), &v) || v == 0)
		return err_set(err, ERR_USAGE, "--%s %s: not a size such as "
		    "500MiB or 64GiB", table[id].name, text);
	*out = v;
	return true;
}

bool
options_text(const struct options *o, enum opt id, struct err *err)
{
	const char *text = o->value[id];
	struct span rest = span_of(text != NULL ? text : "");
	bool well = true;

	if (text == NULL)
		return true;
	if (rest.n == 0 || rest.n > MOST_TEXT_BYTES)
		return err_set(err, ERR_USAGE, "--%s: say it in 1 to %d bytes",
		    table[id].name, MOST_TEXT_BYTES);
	while (rest.n > 0) {
		uint32_t c = utf8_take(&rest, &well);

		if (!well || c < ' ' || (c >= 0x7f && c < 0xa0))
			return err_set(err, ERR_USAGE, "--%s: not a line of "
			    "UTF-8 text", table[id].name);
	}
	return true;
}

bool
options_day(const struct options *o, enum opt id, int32_t *out,
    struct err *err)
{
	const char *text = o->value[id];

	return text == NULL || stamp_read_day(span_of(text), out) ||
	    err_set(err, ERR_USAGE, "--%s %s: not a day such as 2026-10-31",
	    table[id].name, text);
}

bool
options_period(const struct options *o, int32_t *from, int32_t *to,
    struct err *err)
{
	const char *month = o->value[OPTION_MONTH];

	if (month != NULL && !stamp_read_month(span_of(month), from, to))
		return err_set(err, ERR_USAGE,
		    "--month %s: not a month such as 2026-10", month);
	if (!options_day(o, OPTION_FROM, from, err) ||
	    !options_day(o, OPTION_TO, to, err))
		return false;
	return *from <= *to || err_set(err, ERR_USAGE,
	    "the period ends before it begins");
}

bool
threads_of(const struct cli *cli, const struct options *o, size_t *out,
    struct err *err)
{
	int64_t n = cli->processors < USUAL_MOST_THREADS ? cli->processors :
	    USUAL_MOST_THREADS;

	if (n < 1)
		n = 1;
	if (!options_number(o, OPTION_THREADS,
	    (struct options_range){ 1, MOST_THREADS }, &n, err))
		return false;
	*out = (size_t)n;
	return true;
}
