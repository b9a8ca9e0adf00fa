/* SPDX-License-Identifier: MIT */
/* settings_put.h -- fields of the settings as "key = value" lines, which read back
 * as the same.  What field points to is said in settings_kinds.h.
 */
#ifndef CLI_SETTINGS_PUT_H
#define CLI_SETTINGS_PUT_H

#include "cli/settings.h"
#include "common/buf.h"

/* "key = value", in quotes where it must be. */
void key_put_text(struct buf *out, const char *key, struct span value);

void put_text(struct buf *out, const char *key, const void *field);
void put_list(struct buf *out, const char *key, const void *field);
void put_robots(struct buf *out, const char *key, const void *field);
void put_duration(struct buf *out, const char *key, const void *field);
void put_patience(struct buf *out, const char *key, const void *field);
void put_bytes(struct buf *out, const char *key, const void *field);
void put_zone(struct buf *out, const char *key, const void *field);
void put_opening(struct buf *out, const char *key, const void *field);
void put_log(struct buf *out, const char *key, const void *field);
void put_archive(struct buf *out, const char *key, const void *field);

#endif
