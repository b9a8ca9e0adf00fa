/* SPDX-License-Identifier: MIT */
/* client.h -- who asks, as his address and agent tell: class, robot, traits.
 *
 * One for each site and thread: agents are remembered in a bounded cache.
 */
#ifndef AGGREGATE_CLIENT_H
#define AGGREGATE_CLIENT_H

#include "aggregate/lists.h"
#include "common/hit.h"
#include "common/site.h"
#include "common/view.h"

#define CLIENT_NO_ROBOT UINT32_MAX

struct client {
	enum class class;      /* internal, monitor, robot or human */
	uint32_t robot;        /* number of its pattern, or CLIENT_NO_ROBOT */
	enum robot_reason reason;
	struct view_traits traits; /* browser, system and device of people only; no
	                            * flag but VIEW_IPV4 or VIEW_IPV6 */
};

/* truycap's own probe, by its agent: its lines are heartbeats, of class monitor whatever
 * network it runs in.  This status in its log says that nothing answered. */
enum { CLIENT_NO_ANSWER = 599 };
bool client_is_probe(struct span agent);

struct clients;

/* site and lists must outlive it.  A wrong CIDR network is ERR_CONFIG. */
bool clients_open(const struct site *site, const struct lists *lists,
    struct clients **out, struct err *err);
void clients_close(struct clients *c); /* accepts NULL */

struct client clients_tell(struct clients *c, const struct hit *hit);

#endif
