/* SPDX-License-Identifier: MIT */
/* items.h -- a format string cut into literals and fields.
 *
 * The first stage of its compilation: what Apache's directives and nginx's
 * variables mean is told here (items_apache.c, items_nginx.c); how they work
 * together is program.c's matter.
 */
#ifndef INGEST_ITEMS_H
#define INGEST_ITEMS_H

#include "common/mem.h"
#include "ingest/when.h"

/* Tomcat writes what Apache writes, but counts the time served otherwise. */
enum dialect { DIALECT_APACHE, DIALECT_NGINX, DIALECT_TOMCAT };

enum field {
	FIELD_SKIP, /* what we do not use */
	FIELD_ADDRESS,
	FIELD_HOST,
	FIELD_TIME,
	FIELD_STATUS,
	FIELD_BYTES,
	FIELD_TOOK,
	FIELD_REFERRER,
	FIELD_AGENT,
	FIELD_FORWARDED,
	FIELD_SCHEME,
	FIELD_REQUEST,
	FIELD_METHOD,
	FIELD_TARGET,
	FIELD_PROTOCOL,
	/* These mean something only next to another one. */
	FIELD_PORT,
	FIELD_IS_ARGS, /* "?" or nothing */
	FIELD_QUERY,
	FIELD__MAX
};

struct item {
	bool literal;
	struct span text;     /* the literal's bytes, or the field as written */
	enum field field;
	int rank;             /* of two of a field the higher one counts */
	bool port;            /* of an address or host: a port follows it */
	bool list;            /* of addresses: the last one counts; or skipped */
	enum field_unit unit; /* of FIELD_TOOK */
	bool add;             /* likewise: a part, added to what came before */
	bool server;          /* of FIELD_PORT: the server's, not the client's */
	enum field_scheme scheme; /* of FIELD_SCHEME */
	struct when when;     /* of FIELD_TIME */
};

enum { ITEMS_MAX = 200 };

/* Starts zeroed. */
struct items {
	struct arena arena; /* owns all texts */
	struct item *item;
	size_t n, room;
};

/* text: the format string itself, without quotes around it; it is copied. */
bool items_read(struct items *items, struct span text, enum dialect dialect,
    struct err *err);
void items_close(struct items *items);

/* For the two dialects.  Literals that touch become one. */
bool items_add_literal(struct items *items, struct span text, struct err *err);
bool items_add(struct items *items, const struct item *item, struct err *err);
bool items_apache(struct items *items, struct span text, bool tomcat,
    struct err *err);
bool items_nginx(struct items *items, struct span text, struct err *err);

/* Two texts one after the other, in the arena. */
struct span items_join(struct items *items, struct span a, struct span b);

#endif
