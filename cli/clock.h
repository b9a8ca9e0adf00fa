/* SPDX-License-Identifier: MIT */
/* clock.h -- how time passes, for what is measured and not for what is counted. */
#ifndef CLI_CLOCK_H
#define CLI_CLOCK_H

#include <stdint.h>

/* Nanoseconds, from any beginning, that no change of the system's time moves; 0 where there
 * is no such clock.  self is not used: see struct until_clock. */
int64_t clock_ns(void *self);

#endif
