/* SPDX-License-Identifier: MIT */
/* desk.h -- what reading a line of JSON or W3C needs beside it. */
#ifndef INGEST_DESK_H
#define INGEST_DESK_H

#include "ingest/room.h"
#include "ingest/when.h"

struct desk {
	struct room room;
	struct when_memo *memo;
};

#endif
