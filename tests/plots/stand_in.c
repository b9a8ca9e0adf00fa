/* SPDX-License-Identifier: MIT */
/* Stands in for gnuplot, and does what its script says, one word a line:
 *
 *     draw NAME   writes a picture      mark N       says that a job is done
 *     none NAME   writes nothing into it
 *     link NAME   hang  spin  eat       say TEXT     complains
 *     fill NAME   die N   crash         leave NAME   leaves a child that holds its streams
 *     room NAME   what it has and may, a line each, into NAME
 *
 * Built by tests/unit/t_gnuplot.c.  Comments (a # before the word) are for it alone, so
 * that gnuplot could run the same script.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void
put(const char *name, const char *text)
{
	FILE *f = fopen(name, "a");

	if (f == NULL)
		exit(9);
	fputs(text, f);
	fclose(f);
}

static const char *
outcome(int failed)
{
	return !failed ? "allowed" : errno == EACCES || errno == EPERM ?
	    "forbidden" : strerror(errno);
}

static int
cannot_run(const char *path)
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		execl(path, path, "-c", "exit 0", (char *)NULL);
		_exit(errno == EACCES ? 100 : 101);
	}
	waitpid(pid, &status, 0);
	errno = EACCES;
	return WEXITSTATUS(status) == 100;
}

static int
cannot_open(const char *path, int flags)
{
	int fd = open(path, flags, 0600);

	if (fd >= 0)
		close(fd);
	return fd < 0;
}

static int
cannot_connect(void)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
		.sin_port = htons(9), .sin_addr = { htonl(INADDR_LOOPBACK) } };
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	int failed = connect(fd, (struct sockaddr *)&to, sizeof(to)) != 0;

	close(fd);
	return failed;
}

static int
open_files(void)
{
	int n = 0;

	for (int fd = 3; fd < 64; fd++)
		n += fcntl(fd, F_GETFD) >= 0;
	return n;
}

static void
room(FILE *f)
{
	struct rlimit core = { 1, 1 };
	char folder[4096];

	for (char **e = environ; *e != NULL; e++)
		fprintf(f, "%s\n", *e);
	fprintf(f, "files %d\n", open_files());
	fprintf(f, "session %d\n", getsid(0) == getpid());
	fprintf(f, "privileges %d\n", prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
	getrlimit(RLIMIT_CORE, &core);
	fprintf(f, "core %d\n", (int)core.rlim_max);
	fprintf(f, "run a shell: %s\n", outcome(cannot_run("/bin/sh")));
	fprintf(f, "read passwd: %s\n",
	    outcome(cannot_open("/etc/passwd", O_RDONLY)));
	fprintf(f, "list /: %s\n",
	    outcome(cannot_open("/", O_RDONLY | O_DIRECTORY)));
	fprintf(f, "write above: %s\n",
	    outcome(cannot_open("../above", O_WRONLY | O_CREAT)));
	fprintf(f, "write here: %s\n",
	    outcome(cannot_open("here", O_RDWR | O_CREAT | O_TRUNC)));
	fprintf(f, "link here: %s\n", outcome(symlink("/etc/passwd", "link")));
	fprintf(f, "folder here: %s\n", outcome(mkdir("folder", 0700)));
	fprintf(f, "rename out: %s\n", outcome(rename("here", "../there")));
	fprintf(f, "read of parent: %s\n",
	    outcome((snprintf(folder, sizeof(folder), "/proc/%d/environ",
	    (int)getppid()), cannot_open(folder, O_RDONLY))));
	fprintf(f, "connect: %s\n", outcome(cannot_connect()));
	fprintf(f, "signal the parent: %s\n",
	    outcome(kill(getppid(), SIGCONT) != 0));
}

static void
leave(const char *name)
{
	if (fork() == 0) {
		sleep(1);
		put(name, "still there");
		_exit(0);
	}
}

static void
eat(void)
{
	enum { PIECE = 16 << 20 };

	for (;;) {
		char *p = malloc(PIECE);

		if (p == NULL)
			_exit(5);
		*p = 1;
	}
}

static void
fill(const char *name)
{
	static char piece[1 << 20];
	FILE *f = fopen(name, "w");

	while (f != NULL)
		if (fwrite(piece, 1, sizeof(piece), f) == 0)
			_exit(6);
}

static void
obey(const char *word, const char *rest)
{
	if (strcmp(word, "draw") == 0) {
		put(rest, "<svg>picture</svg>\n");
	} else if (strcmp(word, "none") == 0) {
		put(rest, "");
	} else if (strcmp(word, "mark") == 0) {
		fprintf(stderr, "@@%s\n", rest);
	} else if (strcmp(word, "say") == 0) {
		fprintf(stderr, "%s\n", rest);
	} else if (strcmp(word, "hang") == 0) {
		for (;;)
			pause();
	} else if (strcmp(word, "spin") == 0) {
		for (volatile unsigned i = 0;; i++)
			;
	} else if (strcmp(word, "die") == 0) {
		exit(atoi(rest));
	} else if (strcmp(word, "crash") == 0) {
		abort();
	} else if (strcmp(word, "leave") == 0) {
		leave(rest);
	} else if (strcmp(word, "link") == 0) {
		if (symlink("/etc/passwd", rest) != 0)
			_exit(7);
	} else if (strcmp(word, "eat") == 0) {
		eat();
	} else if (strcmp(word, "fill") == 0) {
		fill(rest);
	} else if (strcmp(word, "room") == 0) {
		FILE *f = fopen(rest, "w");

		if (f == NULL)
			_exit(8);
		room(f);
		fclose(f);
	}
}

int
main(int argc, char **argv)
{
	char line[1000];

	if (argc != 2 || strcmp(argv[1], "-d") != 0)
		return 3;
	while (fgets(line, sizeof(line), stdin) != NULL) {
		char *rest = line + strcspn(line, "\n");

		*rest = '\0';
		if (strncmp(line, "print '@@", 9) == 0) {
			line[strlen(line) - 1] = '\0';
			obey("mark", line + 9);
		}
		if (line[0] != '#')
			continue;
		rest = line + 1 + strcspn(line + 1, " ");
		if (*rest != '\0')
			*rest++ = '\0';
		obey(line + 1, rest);
	}
	return 0;
}
