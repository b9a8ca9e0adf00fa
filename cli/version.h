/* SPDX-License-Identifier: MIT */
/* version.h -- what this program is and what is built into it. */
#ifndef CLI_VERSION_H
#define CLI_VERSION_H

#include "cli/commands.h"

#define VERSION "0.1.0"

void version_print(void);

#endif
