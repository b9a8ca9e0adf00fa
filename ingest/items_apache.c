/* SPDX-License-Identifier: MIT */
/* Apache's LogFormat: mod_log_config, mod_logio and their modifiers. */
#include "ingest/items.h"

#define CLF_PATTERN SPAN("%d/%b/%Y:%H:%M:%S %z")

/* The finer time served counts. */
#define TOOK(u, r)                                                             \
	{ .field = FIELD_TOOK, .unit = FIELD_UNIT_##u, .rank = r }

#define SCHEME(k, r)                                                           \
	{ .field = FIELD_SCHEME, .scheme = FIELD_SCHEME_##k, .rank = r }

static const struct directive {
	char letter;
	const char *arg; /* NULL: any; "": only without one; no case */
	struct item item;
} directives[] = {
	/* %{c}a is the peer, a proxy at times; %h and %a are the client. */
	{ 'a', "c", { .field = FIELD_ADDRESS, .rank = 1 } },
	{ 'a', NULL, { .field = FIELD_ADDRESS, .rank = 2 } },
	/* Ours: of the addresses that proxies passed on the last one. */
	{ 'h', "last", { .field = FIELD_ADDRESS, .rank = 1, .list = true } },
	{ 'h', "c", { .field = FIELD_ADDRESS, .rank = 1 } },
	{ 'h', NULL, { .field = FIELD_ADDRESS, .rank = 2 } },
	{ 'v', NULL, { .field = FIELD_HOST, .rank = 2 } },
	{ 'V', NULL, { .field = FIELD_HOST, .rank = 2 } },
	{ 'i', "Host", { .field = FIELD_HOST, .rank = 1 } },
	{ 'p', "remote", { .field = FIELD_PORT } },
	{ 'p', NULL, { .field = FIELD_PORT, .server = true } },
	{ 'e', "REQUEST_SCHEME", SCHEME(NAME, 4) },
	{ 'x', "REQUEST_SCHEME", SCHEME(NAME, 4) },
	{ 'e', "HTTPS", SCHEME(FLAG, 3) },
	{ 'x', "HTTPS", SCHEME(FLAG, 3) },
	{ 'e', "SSL_PROTOCOL", SCHEME(TLS, 2) },
	{ 'x', "SSL_PROTOCOL", SCHEME(TLS, 2) },
	{ 'x', "SSL_CIPHER", SCHEME(TLS, 2) },
	/* Ours: of a URL, and HAProxy's name of a frontend. */
	{ 'n', "scheme", SCHEME(NAME, 4) },
	{ 'n', "frontend~", SCHEME(TILDE, 2) },
	{ 'r', NULL, { .field = FIELD_REQUEST } },
	{ 'm', NULL, { .field = FIELD_METHOD } },
	{ 'U', NULL, { .field = FIELD_TARGET } },
	{ 'q', NULL, { .field = FIELD_QUERY } },
	{ 'H', NULL, { .field = FIELD_PROTOCOL } },
	{ 's', NULL, { .field = FIELD_STATUS } },
	{ 'b', NULL, { .field = FIELD_BYTES } },
	{ 'B', NULL, { .field = FIELD_BYTES } },
	{ 'O', NULL, { .field = FIELD_BYTES } },
	{ 'D', NULL, TOOK(US, 3) },
	{ 'T', "us", TOOK(US, 3) },
	{ 'T', "ms", TOOK(MS, 2) },
	{ 'T', "s", TOOK(S, 1) },
	{ 'T', "", TOOK(S, 1) },
	{ 'T', "decimal", TOOK(S_ANY, 2) }, /* ours: 0.015, 3 */
	/* Ours: one more part of it. */
	{ 'T', "+decimal", { .field = FIELD_TOOK, .unit = FIELD_UNIT_S_ANY,
	    .add = true } },
	{ 'i', "Referer", { .field = FIELD_REFERRER } },
	{ 'i', "User-Agent", { .field = FIELD_AGENT } },
	{ 'i', "X-Forwarded-For", { .field = FIELD_FORWARDED } },
};

/* One directive: %, modifiers and {argument} in any order, a letter. */
struct scan {
	struct span text;  /* the whole directive */
	struct span arg;   /* of {} */
	char letter;       /* '\0' for the two letters after ^ */
};

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
scan_refuse(struct span text, const char *why, struct err *err)
{
	size_t n = text.n < 40 ? text.n : 40;

	return err_set(err, ERR_CONFIG, "\"%.*s\" in the format string: %s",
	    (int)n, text.p, why);
}

/* text begins with %. */
static bool
scan(struct span text, struct scan *out, struct err *err)
{
	struct scan d = { .text = text };
	bool long_name = false;
	size_t i = 1;

	for (; i < text.n && !letter(text.p[i]); i++) {
		if (text.p[i] == '{') {
			struct span tail = { text.p + i + 1, text.n - i - 1 };

			d.arg = (struct span){ tail.p, span_find(tail, '}') };
			if (d.arg.n == tail.n)
				return scan_refuse(text, "} is missing", err);
			i += d.arg.n + 1;
		} else if (text.p[i] == '^') {
			long_name = true; /* two letters: %^FB, %{x}^ti */
			i++;
		} else if (memchr("<>!,0123456789", text.p[i], 14) == NULL) {
			return scan_refuse(text, "no directive follows the %; "
			    "a plain percent sign is written %%", err);
		}
	}
	if (i >= text.n)
		return scan_refuse(text, "no directive follows the %", err);
	d.letter = long_name ? '\0' : text.p[i];
	d.text.n = i + 1;
	*out = d;
	return true;
}

static bool
add_time(struct items *items, const struct scan *d, struct err *err)
{
	struct item item = { .text = d->text, .field = FIELD_TIME,
		.when = { .kind = WHEN_PATTERN, .pattern = d->arg } };
	struct span *form = &item.when.pattern;

	if (span_starts(*form, SPAN("begin")))
		*form = (struct span){ form->p + 5, form->n - 5 };
	else if (span_starts(*form, SPAN("end")))
		*form = (struct span){ form->p + 3, form->n - 3 };
	if (form->n > 0 && form->p[0] == ':')
		*form = (struct span){ form->p + 1, form->n - 1 };
	if (form->n == 0) {
		*form = CLF_PATTERN;
		return items_add_literal(items, SPAN("["), err) &&
		    items_add(items, &item, err) &&
		    items_add_literal(items, SPAN("]"), err);
	}
	if (span_eq(*form, SPAN("sec"))) {
		*form = SPAN("%s");
	} else if (span_eq(*form, SPAN("msec"))) {
		item.when.kind = WHEN_EPOCH;
		item.when.unit = FIELD_UNIT_MS;
	} else if (span_eq(*form, SPAN("usec"))) {
		item.when.kind = WHEN_EPOCH;
		item.when.unit = FIELD_UNIT_US;
	} else if (span_eq(*form, SPAN("msec_frac")) ||
	    span_eq(*form, SPAN("usec_frac"))) {
		*form = SPAN("%N");
	} else if (!when_check(*form, err)) {
		return false;
	}
	return items_add(items, &item, err);
}

/* Tomcat's %D is in milliseconds (up to Tomcat 9), and its %T has a point. */
static void
settle_tomcat(struct item *item, char letter)
{
	if (letter == 'D')
		item->unit = FIELD_UNIT_MS;
	else if (letter == 'T')
		item->unit = FIELD_UNIT_S_ANY;
}

static bool
add_directive(struct items *items, const struct scan *d, bool tomcat,
    struct err *err)
{
	struct item item = { .field = FIELD_SKIP };

	if (d->letter == 't')
		return add_time(items, d, err);
	for (size_t i = 0; i < sizeof(directives) / sizeof(*directives); i++) {
		const struct directive *row = &directives[i];

		if (row->letter == d->letter && (row->arg == NULL ||
		    span_eq_nocase(d->arg, span_of(row->arg)))) {
			item = row->item;
			break;
		}
	}
	/* What was sent, %>s, before the status of a redirected request. */
	if (item.field == FIELD_STATUS)
		item.rank = memchr(d->text.p, '>', d->text.n) != NULL ? 2 : 1;
	if (tomcat && d->arg.n == 0)
		settle_tomcat(&item, d->letter);
	item.text = d->text;
	return items_add(items, &item, err);
}

bool
items_apache(struct items *items, struct span text, bool tomcat,
    struct err *err)
{
	while (text.n > 0) {
		size_t at = span_find(text, '%');
		struct scan d = { 0 };

		if (!items_add_literal(items, (struct span){ text.p, at }, err))
			return false;
		text = (struct span){ text.p + at, text.n - at };
		if (text.n >= 2 && text.p[1] == '%') {
			if (!items_add_literal(items, SPAN("%"), err))
				return false;
			text = (struct span){ text.p + 2, text.n - 2 };
		} else if (text.n > 0) {
			if (!scan(text, &d, err) ||
			    !add_directive(items, &d, tomcat, err))
				return false;
			text = (struct span){ text.p + d.text.n,
				text.n - d.text.n };
		}
	}
	return true;
}
