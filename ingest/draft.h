/* SPDX-License-Identifier: MIT */
/* draft.h -- a hit while its fields come in, in whatever order the line has. */
#ifndef INGEST_DRAFT_H
#define INGEST_DRAFT_H

#include "ingest/items.h"

struct draft {
	struct hit *hit; /* begins with took_us = -1; at_s is the owner's to set */
	bool address, time, status;
	bool odd; /* a number is none: not what the format says */
};

/* Here, as a call for each field costs the field program 8 % of its speed.
 *
 * One field but the time.  port: one follows an address or host; unit: of the
 * time served.  False: the line is no hit, whatever follows. */
static inline bool
draft_take(struct draft *d, enum field field, enum field_unit unit, bool port,
    struct span value)
{
	struct hit *hit = d->hit;

	switch (field) {
	case FIELD_ADDRESS:
		return d->address = port ?
		    field_address_port(value, &hit->addr) :
		    field_address(value, &hit->addr);
	case FIELD_STATUS:
		return d->status = field_status(value, &hit->status);
	case FIELD_HOST:
		hit->host = port ? field_host_port(value) : field_host(value);
		if (port && hit->scheme == HIT_SCHEME_UNKNOWN)
			hit->scheme = field_host_scheme(value);
		break;
	case FIELD_BYTES:
		d->odd |= !field_bytes(value, &hit->bytes);
		break;
	case FIELD_TOOK:
		d->odd |= !field_took(value, unit, &hit->took_us);
		break;
	case FIELD_REFERRER:
		hit->referrer = field_text(value);
		break;
	case FIELD_AGENT:
		hit->agent = field_text(value);
		break;
	case FIELD_FORWARDED:
		hit->forwarded = field_text(value);
		break;
	case FIELD_REQUEST:
		field_request(value, hit);
		break;
	case FIELD_METHOD:
		hit->method = field_method(value);
		break;
	case FIELD_TARGET:
		hit->target = field_text(value);
		break;
	case FIELD_PROTOCOL:
		hit->protocol = field_text(value);
		break;
	default:
		break;
	}
	return true;
}

/* What is known already stands where the value tells nothing. */
static inline void
draft_scheme(struct draft *d, enum field_scheme kind, struct span value)
{
	enum hit_scheme scheme = field_scheme(value, kind);

	if (scheme != HIT_SCHEME_UNKNOWN)
		d->hit->scheme = scheme;
}

/* After all fields. */
static inline void
draft_settle(struct draft *d)
{
	if (d->hit->scheme == HIT_SCHEME_UNKNOWN)
		d->hit->scheme = field_target_scheme(d->hit->target);
}

static inline bool
draft_complete(const struct draft *d)
{
	return d->address && d->time && d->status;
}

#endif
