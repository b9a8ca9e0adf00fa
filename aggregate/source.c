/* SPDX-License-Identifier: MIT */
#include "aggregate/source.h"

#include "aggregate/redact.h"
#include "aggregate/sources.h"

enum { VALUE_BYTES = 4096 }; /* looked at: 128 are kept, of at most 12 each (\x25HH,
                              * three of them) and what redaction takes away */

const char *
source_name(enum source s)
{
	static const char *const names[] = {
#define X(id, name, why) name,
		SOURCE_TABLE(X)
#undef X
	};

	return names[s];
}

enum source
source_of(const struct sources *s, struct span from)
{
	const struct source_host *h;

	if (from.n == 0)
		return SOURCE_DIRECT;
	if (from.p[0] == '/')
		return SOURCE_INTERNAL;
	h = sources_find(s, from);
	return h != NULL ? h->source : SOURCE_OTHER;
}

void
source_work_close(struct source_work *w)
{
	clean_close(&w->clean);
	buf_close(&w->mail);
}

/* ---- texts ---- */

static struct span
query_of(struct span url)
{
	url.n = span_find(url, '#');
	span_cut(&url, '?');
	return url;
}

/* Appends at most max bytes; false where nothing is left of the value. */
static bool
put_words(struct source_work *w, struct span raw, size_t max, struct buf *out)
{
	size_t from = out->n;

	if (raw.n > VALUE_BYTES) {
		raw.n = VALUE_BYTES;
		for (size_t i = 1; i <= 2; i++) /* an escape that was torn */
			if (raw.p[raw.n - i] == '%')
				raw.n -= i;
	}
	redact(clean_words(&w->clean, raw), &w->mail, out);
	if (out->n - from > max) {
		out->n = from + max;
		while (((unsigned char)out->p[out->n] & 0xC0) == 0x80)
			out->n--;
	}
	if (out->n > from && out->p[out->n - 1] == ' ')
		out->n--;
	return out->n > from;
}

static bool
listed(struct span words, struct span name)
{
	while (words.n > 0)
		if (span_eq(span_cut(&words, ' '), name))
			return true;
	return false;
}

bool
source_terms(const struct sources *s, struct source_work *w,
    struct span referrer, struct span host, struct buf *out)
{
	const struct source_host *h =
	    host.n > 0 ? sources_find(s, host) : NULL;
	struct span query = query_of(referrer);

	if (h == NULL || h->source != SOURCE_SEARCH)
		return false;
	while (query.n > 0) {
		struct span value = span_cut(&query, '&');
		struct span name = span_cut(&value, '=');

		if (name.n > 0 && listed(h->parameters, name) &&
		    put_words(w, value, SOURCE_TEXT_BYTES, out))
			return true;
	}
	return false;
}

static const struct {
	const char *name;
	size_t max;
} parts[] = {
	{ "utm_source", SOURCE_UTM_BYTES },
	{ "utm_medium", SOURCE_UTM_BYTES },
	{ "utm_campaign", SOURCE_CAMPAIGN_BYTES },
};

bool
source_campaign(struct source_work *w, struct span target, struct buf *out)
{
	size_t from = out->n;
	bool any = false;

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		struct span query = query_of(target);
		bool found = false;

		if (i > 0)
			buf_puts(out, " / ");
		while (!found && query.n > 0) {
			struct span value = span_cut(&query, '&');
			struct span name = span_cut(&value, '=');

			found = span_eq(name, span_of(parts[i].name)) &&
			    put_words(w, value, parts[i].max, out);
		}
		if (!found)
			buf_putc(out, '-');
		any |= found;
	}
	if (!any)
		out->n = from;
	return any;
}
