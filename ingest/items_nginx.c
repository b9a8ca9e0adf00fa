/* SPDX-License-Identifier: MIT */
/* nginx's log_format: variables. */
#include "ingest/items.h"

#define SCHEME(k, r)                                                           \
	{ .field = FIELD_SCHEME, .scheme = FIELD_SCHEME_##k, .rank = r }

static const struct variable {
	const char *name;
	struct item item;
} variables[] = {
	{ "remote_addr", { .field = FIELD_ADDRESS } },
	{ "remote_port", { .field = FIELD_PORT } },
	/* $host is checked by nginx, $http_host is as the client sent it. */
	{ "host", { .field = FIELD_HOST, .rank = 3 } },
	{ "server_name", { .field = FIELD_HOST, .rank = 2 } },
	{ "http_host", { .field = FIELD_HOST, .rank = 1 } },
	{ "server_port", { .field = FIELD_PORT, .server = true } },
	{ "scheme", SCHEME(NAME, 4) },
	{ "https", SCHEME(FLAG, 3) },
	{ "ssl_protocol", SCHEME(TLS, 2) },
	{ "ssl_cipher", SCHEME(TLS, 2) },
	{ "time_local", { .field = FIELD_TIME, .when = { .kind = WHEN_PATTERN,
	    .pattern = { "%d/%b/%Y:%H:%M:%S %z", 20 } } } },
	{ "time_iso8601", { .field = FIELD_TIME, .when = { .kind = WHEN_PATTERN,
	    .pattern = { "%Y-%m-%dT%H:%M:%S%z", 19 } } } },
	{ "msec", { .field = FIELD_TIME, .when = { .kind = WHEN_EPOCH,
	    .unit = FIELD_UNIT_S_DECIMAL } } },
	{ "request", { .field = FIELD_REQUEST } },
	{ "request_method", { .field = FIELD_METHOD } },
	{ "request_uri", { .field = FIELD_TARGET, .rank = 3 } },
	{ "uri", { .field = FIELD_TARGET, .rank = 1 } },
	{ "document_uri", { .field = FIELD_TARGET, .rank = 1 } },
	{ "is_args", { .field = FIELD_IS_ARGS } },
	{ "args", { .field = FIELD_QUERY } },
	{ "query_string", { .field = FIELD_QUERY } },
	{ "server_protocol", { .field = FIELD_PROTOCOL } },
	{ "status", { .field = FIELD_STATUS } },
	{ "body_bytes_sent", { .field = FIELD_BYTES } },
	{ "bytes_sent", { .field = FIELD_BYTES } },
	{ "request_time", { .field = FIELD_TOOK,
	    .unit = FIELD_UNIT_S_DECIMAL } },
	{ "http_referer", { .field = FIELD_REFERRER } },
	{ "http_user_agent", { .field = FIELD_AGENT } },
	{ "http_x_forwarded_for", { .field = FIELD_FORWARDED, .rank = 2 } },
	/* The same and the peer, $remote_addr. */
	{ "proxy_add_x_forwarded_for", { .field = FIELD_FORWARDED, .rank = 1 } },
};

static bool
name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_';
}

/* text begins with $.  *whole is the variable as written. */
static bool
scan(struct span text, struct span *name, struct span *whole, struct err *err)
{
	bool braces = text.n > 1 && text.p[1] == '{';
	size_t from = braces ? 2 : 1, to = from;

	while (to < text.n && name_byte(text.p[to]))
		to++;
	if (to == from || (braces && (to == text.n || text.p[to] != '}')))
		return err_set(err, ERR_CONFIG, "\"%.*s\" in the format "
		    "string: no variable's name follows the $",
		    (int)(text.n < 40 ? text.n : 40), text.p);
	*name = (struct span){ text.p + from, to - from };
	*whole = (struct span){ text.p, to + braces };
	return true;
}

static struct item
item_of(struct span name)
{
	for (size_t i = 0; i < sizeof(variables) / sizeof(*variables); i++)
		if (span_eq(name, span_of(variables[i].name)))
			return variables[i].item;
	/* "0.012, 0.001 : 0.003": of one upstream after the other. */
	return (struct item){ .field = FIELD_SKIP,
		.list = span_starts(name, SPAN("upstream_")) };
}

bool
items_nginx(struct items *items, struct span text, struct err *err)
{
	while (text.n > 0) {
		size_t at = span_find(text, '$');
		struct span name = { 0 }, whole = { 0 };
		struct item item;

		if (!items_add_literal(items, (struct span){ text.p, at }, err))
			return false;
		text = (struct span){ text.p + at, text.n - at };
		if (text.n == 0)
			break;
		if (!scan(text, &name, &whole, err))
			return false;
		item = item_of(name);
		item.text = whole;
		if (!items_add(items, &item, err))
			return false;
		text = (struct span){ text.p + whole.n, text.n - whole.n };
	}
	return true;
}
