/* SPDX-License-Identifier: MIT */
/* messages_presence.h -- presence and evidence: rows of the catalogue (messages.h). */
#ifndef PUBLISH_MESSAGES_PRESENCE_H
#define PUBLISH_MESSAGES_PRESENCE_H

#define MESSAGES_PRESENCE(X) \
	X(PRESENCE, "Mức độ hiện diện", "Presence level")

#endif
