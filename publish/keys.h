/* SPDX-License-Identifier: MIT */
/* keys.h -- keys of dimensions in a reader's words. */
#ifndef PUBLISH_KEYS_H
#define PUBLISH_KEYS_H

#include "common/dim.h"
#include "common/mem.h"
#include "common/span.h"
#include "publish/messages.h"

/* "desktop" is "máy tính", the empty key "không rõ", "(other)" "các mục khác"; what is a name
 * stays as it is, and is hostile: unescaped.  Of the arena or of the catalogue. */
const char *key_text(struct arena *arena, enum lang lang, enum dim dim,
    struct span key);

#endif
