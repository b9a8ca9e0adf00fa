/* SPDX-License-Identifier: MIT */
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

enum { LEAST = 60, USUAL = 80 };

int
terminal_width(int most)
{
	struct winsize w;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) != 0 || w.ws_col < LEAST)
		return USUAL;
	return w.ws_col < most ? w.ws_col : most;
}
