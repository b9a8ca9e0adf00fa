/* SPDX-License-Identifier: MIT */
/* Formats whose times are those of somebody's clock. */
#include "ingest/format.h"
#include "ingest/preset.h"

bool
format_lacks_offset(const struct format *f)
{
	struct span text = format_text(f), spec = span_of(format_spec(f));

	/* Of a preset; who writes %+0000 himself knows. */
	return text.n > 0 && memmem(text.p, text.n, "%+0000", 6) != NULL &&
	    span_find(spec, '%') == spec.n && span_find(spec, '@') == spec.n &&
	    !span_ends(spec, SPAN("+0000"));
}

bool
format_in_zone(struct format **f, const char *zone, struct err *err)
{
	struct format *other = NULL;
	struct buf spec = { 0 };
	bool good;

	if (!format_lacks_offset(*f))
		return true;
	buf_printf(&spec, "%s@%s", format_spec(*f), zone);
	good = format_open(buf_view(&spec), &other, err);
	buf_close(&spec);
	if (!good)
		return false;
	format_close(*f);
	*f = other;
	return true;
}
