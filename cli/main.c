/* SPDX-License-Identifier: MIT */
/* main.c -- the table of commands; the one place that asks the world who we are. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/version.h"
#include "common/ini.h"

static const struct {
	const char *name, *args, *what;
	command_fn *run;
} command[] = {
#define X(name, args, what) { #name, args, what, cmd_##name },
	COMMAND_TABLE(X)
#undef X
};
enum { N_COMMANDS = sizeof(command) / sizeof(*command) };

static void
print_usage(void)
{
	printf("usage: truycap COMMAND [OPTIONS] ...\n\n"
	    "Visit statistics from web-server logs: for a widget, for people, "
	    "for assessors.\n\ncommands:\n");
	for (int i = 0; i < N_COMMANDS; i++)
		printf("  %-10s %-26s %s\n", command[i].name, command[i].args,
		    command[i].what);
	printf("\ntry first:\n  truycap report /var/log/nginx/access.log*\n"
	    "\nMore: truycap help COMMAND, man truycap\n");
}

int
cmd_help(const struct cli *cli, int argc, char **argv)
{
	char help[] = "--help";

	for (int i = 0; argc > 1 && i < N_COMMANDS; i++)
		if (strcmp(command[i].name, argv[1]) == 0 &&
		    command[i].run != cmd_help) {
			char *args[] = { argv[1], help, NULL };

			return command[i].run(cli, 2, args);
		}
	print_usage();
	return 0;
}

/* The name of the machine's zone: TZ, or where /etc/localtime points to. */
static const char *
local_zone(char *buf, size_t size)
{
	const char *tz = getenv("TZ"), *at;
	ssize_t n;

	if (tz != NULL && tz[0] != '\0')
		return tz + (tz[0] == ':');
	n = readlink("/etc/localtime", buf, size - 1);
	if (n <= 0)
		return "UTC";
	buf[n] = '\0';
	at = strstr(buf, "zoneinfo/");
	return at != NULL ? at + strlen("zoneinfo/") : "UTC";
}

static int
unknown_command(const char *word)
{
	const char *name[N_COMMANDS + 1];
	struct err err;

	for (int i = 0; i < N_COMMANDS; i++)
		name[i] = command[i].name;
	name[N_COMMANDS] = NULL;

	const char *near = ini_nearest(word, name);

	if (near != NULL)
		err_set(&err, ERR_USAGE, "unknown command \"%s\" (did you mean "
		    "%s?)", word, near);
	else
		err_set(&err, ERR_USAGE, "unknown command \"%s\"; truycap "
		    "help lists them", word);
	return cli_fail(&err);
}

int
main(int argc, char **argv)
{
	char zone[512];
	struct cli cli = { .clock_s = (int64_t)time(NULL),
		.local_zone = local_zone(zone, sizeof(zone)),
		.processors = sysconf(_SC_NPROCESSORS_ONLN),
		.terminal = isatty(STDOUT_FILENO) == 1 };
	const char *term = getenv("TERM");

	cli.color = cli.terminal && getenv("NO_COLOR") == NULL &&
	    term != NULL && strcmp(term, "dumb") != 0;
	/* A full disk or a closed pipe is an error to be told, not a signal. */
	signal(SIGXFSZ, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	/* Who started this may ignore it: then nobody learns how a child ended. */
	signal(SIGCHLD, SIG_DFL);
	if (argc < 2) {
		print_usage();
		return ERR_USAGE;
	}
	if (strcmp(argv[1], "--version") == 0) {
		version_print();
		return 0;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
		print_usage();
		return 0;
	}
	for (int i = 0; i < N_COMMANDS; i++)
		if (strcmp(argv[1], command[i].name) == 0) {
			int status = command[i].run(&cli, argc - 1, argv + 1);

			if (fflush(stdout) != 0 && status == 0)
				status = ERR_IO;
			return status;
		}
	return unknown_command(argv[1]);
}
