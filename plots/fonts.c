/* SPDX-License-Identifier: MIT */
#include "plots/fonts.h"

#include "plots/child.h"

enum { LIMIT_MS = 20 * 1000 }; /* the first call may have to look at all fonts */

#define WANTED "Noto Sans"

static bool
is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == ' ' || c == '-';
}

/* A name that a script can carry; no other is used. */
static bool
take_family(struct span name, struct fonts *out)
{
	if (name.n == 0 || name.n >= FONTS_NAME_BYTES)
		return false;
	for (size_t i = 0; i < name.n; i++)
		if (!is_plain(name.p[i]))
			return false;
	memcpy(out->family, name.p, name.n);
	out->family[name.n] = '\0';
	return true;
}

static bool
has_language(struct span list, struct span want)
{
	while (list.n > 0)
		if (span_eq(span_trim(span_cut(&list, '|')), want))
			return true;
	return false;
}

static bool
ask(const char *fc_match, struct child_end *end, struct err *err)
{
	/* A language weighs less than a family, so that the first that is there is
	 * taken; all four have Vietnamese. */
	const char *const argv[] = { fc_match, "-f",
		"%{family[0]}\n%{lang}\n",
		WANTED ",Roboto,Liberation Sans,DejaVu Sans:lang=vi", NULL };
	struct jail_rules rules = { (const char *[]){ fc_match, NULL },
		(const char *[]){ NULL }, (const char *[]){ NULL } };
	struct jail jail;

	if (!jail_open(&jail, &rules, err))
		return false;
	bool good = child_run(&(struct child){ .argv = argv, .folder = "/",
		.jail = &jail, .limit_ms = LIMIT_MS, .cpu_s = LIMIT_MS / 1000,
		.memory_bytes = (uint64_t)1 << 30, .file_bytes = 1 << 24,
		.files = 64 }, end, err) && child_well(end, err);
	jail_close(&jail);
	return good;
}

bool
fonts_query(const char *fc_match, struct fonts *out, struct err *err)
{
	struct child_end end = { 0 };
	struct fonts found = { .family = WANTED, .vietnamese = true };

	*out = found;
	bool good = ask(fc_match, &end, err);
	struct span said = buf_view(&end.said);
	struct span family = span_trim(span_cut(&said, '\n'));
	struct span langs = span_cut(&said, '\n');
	if (good && !take_family(family, &found))
		good = err_set(err, ERR_CHART, "%s names no font", fc_match);
	found.vietnamese = has_language(langs, SPAN("vi"));
	if (good)
		*out = found;
	child_end_close(&end);
	return good;
}

bool
fonts_warning(const struct fonts *fonts, struct buf *out)
{
	if (fonts->vietnamese)
		return false;
	buf_printf(out, "the font of charts, %s, lacks letters of Vietnamese: "
	    "install fonts-noto-core (or Roboto, Liberation, DejaVu)",
	    fonts->family);
	return true;
}
