/* SPDX-License-Identifier: MIT */
#include "ingest/w3c_columns.h"

#include "common/mem.h"
#include "ingest/instant.h"

static const struct name {
	const char *text;
	enum column column;
	int rank; /* of two the higher one counts */
} names[] = {
	{ "date", COLUMN_DATE, 2 },
	{ "date-local", COLUMN_DATE, 1 },
	{ "time", COLUMN_TIME, 2 },
	{ "time-local", COLUMN_TIME, 1 },
	{ "c-ip", COLUMN_ADDRESS, 1 },
	{ "sc-status", COLUMN_STATUS, 2 },
	{ "c-status", COLUMN_STATUS, 1 }, /* SHOUTcast */
	/* Of CloudFront cs(Host) is the distribution. */
	{ "x-host-header", COLUMN_HOST, 4 },
	{ "cs-host", COLUMN_HOST, 3 },
	{ "cs(Host)", COLUMN_HOST, 2 },
	{ "s-host", COLUMN_HOST, 1 },
	{ "cs-method", COLUMN_METHOD, 1 },
	{ "cs-uri-stem", COLUMN_STEM, 1 },
	{ "cs-uri", COLUMN_URI, 1 },
	{ "cs-uri-query", COLUMN_QUERY, 1 },
	{ "cs-protocol-version", COLUMN_PROTOCOL, 2 },
	{ "cs-version", COLUMN_PROTOCOL, 1 },
	{ "sc-bytes", COLUMN_BYTES, 2 },
	{ "bytes", COLUMN_BYTES, 1 },
	{ "time-taken", COLUMN_TOOK, 1 },
	{ "TimeTakenMS", COLUMN_TOOK_MS, 1 }, /* IIS Advanced Logging */
	{ "cs(Referer)", COLUMN_REFERRER, 2 },
	{ "cs(Referrer)", COLUMN_REFERRER, 1 },
	{ "c-referrer", COLUMN_REFERRER, 1 },
	{ "cs(User-Agent)", COLUMN_AGENT, 2 },
	{ "c-user-agent", COLUMN_AGENT, 1 },
	{ "cs(X-Forwarded-For)", COLUMN_FORWARDED, 2 },
	{ "X-Forwarded-For", COLUMN_FORWARDED, 1 },
	{ "s-port", COLUMN_PORT, 1 },
	{ "cs-protocol", COLUMN_SCHEME, 2 }, /* CloudFront */
	{ "cs-uri-scheme", COLUMN_SCHEME, 1 },
	{ "ssl-protocol", COLUMN_TLS, 1 },
	/* NetScaler's time-taken is not in ms. */
	{ "sc-servicename", COLUMN_NO_UNIT, 1 },
};

static const struct name *
name_of(struct span text)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (span_eq_nocase(text, span_of(names[i].text)))
			return &names[i];
	return NULL;
}

static size_t
count(struct span fields)
{
	size_t n = 0;

	for (fields = w3c_trim(fields); fields.n > 0; n++)
		fields = w3c_trim(w3c_skip(fields, w3c_word(fields)));
	return n;
}

struct w3c *
w3c_open(struct span fields, int32_t offset_s, const struct zone *zone)
{
	struct w3c *w = mem_new(sizeof(*w) + count(fields));
	int rank[COLUMN__MAX] = { 0 };
	size_t at[COLUMN__MAX];

	w->offset_s = offset_s;
	w->zone = zone;
	for (fields = w3c_trim(fields); fields.n > 0; w->n++) {
		size_t n = w3c_word(fields);
		const struct name *name =
		    name_of((struct span){ fields.p, n });

		fields = w3c_trim(w3c_skip(fields, n));
		if (name == NULL || name->rank <= rank[name->column])
			continue;
		if (rank[name->column] > 0)
			w->column[at[name->column]] = COLUMN_SKIP;
		rank[name->column] = name->rank;
		at[name->column] = w->n;
		w->column[w->n] = (unsigned char)name->column;
		w->has[name->column] = true;
	}
	w->used = w->n;
	while (w->used > 0 && w->column[w->used - 1] == COLUMN_SKIP)
		w->used--;
	w->lacks = w3c_lacks(w) != NULL;
	return w;
}

void
w3c_close(struct w3c *w)
{
	mem_free(w);
}

bool
w3c_forwarded(const struct w3c *w)
{
	return w->has[COLUMN_FORWARDED];
}

const char *
w3c_lacks(const struct w3c *w)
{
	return !w->has[COLUMN_DATE] ? "date" : !w->has[COLUMN_TIME] ? "time" :
	    !w->has[COLUMN_ADDRESS] ? "address (c-ip)" :
	    !w->has[COLUMN_STATUS] ? "status (sc-status)" : NULL;
}

bool
w3c_fields(struct span line, struct span *fields)
{
	if (!span_starts_nocase(line, SPAN("#Fields:")))
		return false;
	*fields = span_trim(w3c_skip(line, 8));
	return true;
}

bool
w3c_spec(struct span text, int32_t *offset_s, struct span *zone,
    struct span *fields)
{
	size_t n = 3;

	*offset_s = 0;
	*zone = (struct span){ 0 };
	if (!span_starts(text, SPAN("w3c")))
		return false;
	n += instant_bare_offset(text, n, offset_s);
	*fields = (struct span){ text.p + n, text.n - n };
	if (n == 3 && fields->n > 0 && fields->p[0] == '@') {
		size_t end = span_find(*fields, ':');

		*zone = (struct span){ fields->p + 1, end - 1 };
		*fields = (struct span){ fields->p + end, fields->n - end };
	}
	if (fields->n == 0)
		return true;
	if (fields->p[0] != ':')
		return false;
	*fields = (struct span){ fields->p + 1, fields->n - 1 };
	return true;
}
