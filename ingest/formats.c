/* SPDX-License-Identifier: MIT */
#include "ingest/formats.h"

static void
close_all(struct formats *f)
{
	while (f->n > 0)
		format_close(f->format[--f->n]);
}

void
formats_close(struct formats *f)
{
	close_all(f);
}

static const struct format *
find(const struct formats *f, struct span spec)
{
	for (size_t i = 0; i < f->n; i++)
		if (span_eq(span_of(format_spec(f->format[i])), spec))
			return f->format[i];
	return NULL;
}

const struct format *
formats_keep(struct formats *f, struct format *one)
{
	const struct format *known = find(f, span_of(format_spec(one)));

	if (known != NULL) {
		format_close(one);
		return known;
	}
	if (f->n == FORMATS_MAX) {
		if (f->crew != NULL)
			crew_wait(f->crew);
		close_all(f);
	}
	if (f->forwarded)
		format_want_forwarded(one);
	f->format[f->n++] = one;
	return one;
}

const struct format *
formats_open(struct formats *f, struct span spec, struct err *err)
{
	const struct format *known = find(f, spec);
	struct format *one;

	if (known != NULL)
		return known;
	return format_open(spec, &one, err) ? formats_keep(f, one) : NULL;
}

const struct format *
formats_tell(struct formats *f, struct span sample, struct err *err)
{
	struct format *one;

	if (strcmp(f->spec, "auto") != 0)
		return formats_open(f, span_of(f->spec), err);
	/* Nothing but a line that is too long: any format will do. */
	if (sample.n == 0)
		return formats_open(f, SPAN("combined"), err);
	return format_detect(sample, &one, err) ? formats_keep(f, one) : NULL;
}
