/* SPDX-License-Identifier: MIT */
/* terminal.h -- the page that standard output shows. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

/* Columns: 60 to most; 80 where it is no terminal. */
int terminal_width(int most);

#endif
