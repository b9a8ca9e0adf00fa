/* SPDX-License-Identifier: MIT */
#include "plots/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

/* Numbers of Linux 5.3 and 5.9, alike on all architectures but alpha. */
enum { CALL_PIDFD_OPEN = 434, CALL_CLOSE_RANGE = 436, RANGE_CLOEXEC = 4 };

enum { FD_SOME = 1024 }; /* closed one by one where close_range is not there */
enum { SLICE_MS = 20 };  /* how often it is looked after, likewise without a pidfd */

/* What could not be done before exec: errno, and what it was. */
enum step { STEP_GROUP, STEP_INPUT, STEP_FOLDER, STEP_LIMITS, STEP_JAIL,
	STEP_EXEC };
struct trouble {
	int number;
	enum step step;
};

struct pipes {
	int in;                         /* of the child: a file in memory */
	int out[2], err[2], trouble[2]; /* [0] is ours */
};

/* --- before the fork --- */

/* Not 0, 1 or 2, which may be closed here, and are given to the child. */
static int
above_streams(int fd)
{
	if (fd < 0 || fd > 2)
		return fd;
	int moved = fcntl(fd, F_DUPFD_CLOEXEC, 3);

	close(fd);
	return moved;
}

static bool
pipe_open(int ends[2])
{
	if (pipe2(ends, O_CLOEXEC) != 0) {
		ends[0] = ends[1] = -1;
		return false;
	}
	ends[0] = above_streams(ends[0]);
	ends[1] = above_streams(ends[1]);
	return ends[0] >= 0 && ends[1] >= 0;
}

static void
fd_close(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* A file, not a pipe: neither waits for the other, and none is told of a reader that died. */
static int
input_open(struct span input)
{
	int fd = above_streams(memfd_create("input", MFD_CLOEXEC));

	while (fd >= 0 && input.n > 0) {
		ssize_t n = write(fd, input.p, input.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			fd_close(&fd);
			return -1;
		}
		input = (struct span){ input.p + n, input.n - (size_t)n };
	}
	if (fd >= 0 && lseek(fd, 0, SEEK_SET) != 0)
		fd_close(&fd);
	return fd;
}

static void
pipes_close(struct pipes *p)
{
	fd_close(&p->in);
	for (int i = 0; i < 2; i++) {
		fd_close(&p->out[i]);
		fd_close(&p->err[i]);
		fd_close(&p->trouble[i]);
	}
}

static bool
pipes_open(struct pipes *p, struct span input, struct err *err)
{
	*p = (struct pipes){ -1, { -1, -1 }, { -1, -1 }, { -1, -1 } };
	p->in = input_open(input);
	if (p->in >= 0 && pipe_open(p->out) && pipe_open(p->err) &&
	    pipe_open(p->trouble) &&
	    fcntl(p->out[0], F_SETFL, O_NONBLOCK) == 0 &&
	    fcntl(p->err[0], F_SETFL, O_NONBLOCK) == 0)
		return true;
	err_set(err, ERR_CHART, "no streams for a child: %s", strerror(errno));
	pipes_close(p);
	return false;
}

/* --- between fork and exec: no locks, no memory, only system calls --- */

static void
close_others(void)
{
	if (syscall(CALL_CLOSE_RANGE, 3u, ~0u, RANGE_CLOEXEC) == 0)
		return;
	for (int fd = 3; fd < FD_SOME; fd++)
		fcntl(fd, F_SETFD, FD_CLOEXEC);
}

static bool
limit(int what, uint64_t most)
{
	struct rlimit now, want = { (rlim_t)most, (rlim_t)most };

	if (most == 0)
		return true;
	if (getrlimit((__rlimit_resource_t)what, &now) != 0)
		return false;
	/* A limit that is lower already stays. */
	if (now.rlim_max != RLIM_INFINITY && now.rlim_max < want.rlim_max)
		want.rlim_cur = want.rlim_max = now.rlim_max;
	return setrlimit((__rlimit_resource_t)what, &want) == 0;
}

/* A second more until it is killed: the signal before that tells why. */
static bool
limit_cpu(unsigned seconds)
{
	struct rlimit now;

	if (seconds == 0)
		return true;
	if (!limit(RLIMIT_CPU, seconds + 1) || getrlimit(RLIMIT_CPU, &now) != 0)
		return false;
	if (now.rlim_cur > seconds)
		now.rlim_cur = seconds;
	return setrlimit(RLIMIT_CPU, &now) == 0;
}

static bool
limits(const struct child *c)
{
	struct rlimit none = { 0, 0 };

	return limit_cpu(c->cpu_s) &&
	    limit(RLIMIT_AS, c->memory_bytes) &&
	    limit(RLIMIT_FSIZE, c->file_bytes) &&
	    limit(RLIMIT_NOFILE, c->files) &&
	    setrlimit(RLIMIT_CORE, &none) == 0;
}

static bool
streams(const struct pipes *p)
{
	return dup2(p->in, 0) == 0 && dup2(p->out[1], 1) == 1 &&
	    dup2(p->err[1], 2) == 2;
}

/* Dies with its parent, which may be gone already. */
static bool
group(pid_t parent)
{
	return setsid() >= 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 &&
	    getppid() == parent;
}

/* What is ignored or blocked would stay so. */
static void
signals(void)
{
	sigset_t none;

	sigemptyset(&none);
	for (int i = 1; i < 32; i++)
		signal(i, SIG_DFL);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static enum step
become(const struct child *c, const struct pipes *p, pid_t parent)
{
	static const char *const environment[] = { "PATH=/usr/bin:/bin",
		"LC_ALL=C.UTF-8", "HOME=/nonexistent", NULL };

	signals();
	if (!group(parent))
		return STEP_GROUP;
	if (!streams(p))
		return STEP_INPUT;
	if (c->folder != NULL && chdir(c->folder) != 0)
		return STEP_FOLDER;
	close_others();
	if (!limits(c))
		return STEP_LIMITS;
	if (c->jail != NULL && !jail_enter(c->jail))
		return STEP_JAIL;
	if (c->jail == NULL && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return STEP_JAIL;
	/* execve changes none of them; its type is older than const. */
	execve(c->argv[0], (char *const *)(uintptr_t)c->argv,
	    (char *const *)(uintptr_t)environment);
	return STEP_EXEC;
}

/* --- while it runs --- */

/* True: the stream has ended. */
static bool
drain(int fd, struct buf *said)
{
	char some[8192];

	for (;;) {
		ssize_t n = read(fd, some, sizeof(some));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0;
		size_t room = CHILD_SAID_BYTES - said->n;
		buf_add(said, some, (size_t)n < room ? (size_t)n : room);
	}
}

static bool
has_ended(pid_t pid)
{
	siginfo_t info = { 0 };

	/* It stays a zombie, so that its number is not another's yet. */
	return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) !=
	    0 || info.si_pid == pid;
}

static int
timer_open(unsigned limit_ms)
{
	struct itimerspec when = { .it_value = { (time_t)(limit_ms / 1000),
		(long)(limit_ms % 1000) * 1000 * 1000 } };
	int fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);

	if (fd >= 0 && timerfd_settime(fd, 0, &when, NULL) != 0)
		fd_close(&fd);
	return fd;
}

/* Until it has ended, by itself or by us. */
static void
attend(pid_t pid, struct pipes *p, int timer, struct child_end *end)
{
	int pidfd = (int)syscall(CALL_PIDFD_OPEN, pid, 0);
	struct pollfd watch[] = { { p->out[0], POLLIN, 0 },
		{ p->err[0], POLLIN, 0 }, { timer, POLLIN, 0 },
		{ pidfd, POLLIN, 0 } };

	while (!has_ended(pid)) {
		poll(watch, 4, pidfd >= 0 ? -1 : SLICE_MS);
		if (watch[0].revents != 0 && drain(p->out[0], &end->said))
			watch[0].fd = -1;
		if (watch[1].revents != 0 && drain(p->err[0], &end->complaints))
			watch[1].fd = -1;
		if (watch[2].fd >= 0 && watch[2].revents != 0) {
			end->late = true;
			kill(pid, SIGKILL);
			watch[2].fd = -1;
		}
	}
	fd_close(&pidfd);
}

static void
finish(pid_t pid, struct pipes *p, struct child_end *end)
{
	int status = 0;

	kill(-pid, SIGKILL); /* what it started and left */
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR) {
			status = 0x7f00; /* another has taken it: no success */
			break;
		}
	drain(p->out[0], &end->said);
	drain(p->err[0], &end->complaints);
	end->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	end->status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

/* True: it has become the program. */
static bool
has_started(const struct child *c, struct pipes *p, struct err *err)
{
	static const char *const what[] = { "its session", "its streams",
		"its folder", "its limits", "its jail", NULL };
	struct trouble trouble;
	ssize_t n;

	fd_close(&p->trouble[1]);
	do
		n = read(p->trouble[0], &trouble, sizeof(trouble));
	while (n < 0 && errno == EINTR);
	if (n != (ssize_t)sizeof(trouble))
		return true;
	if (trouble.step != STEP_EXEC)
		return err_set(err, ERR_CHART, "cannot run %s: %s: %s",
		    c->argv[0], what[trouble.step], strerror(trouble.number));
	return err_set(err, ERR_CHART, "cannot run %s: %s%s", c->argv[0],
	    strerror(trouble.number), trouble.number == EACCES &&
	    access(c->argv[0], X_OK) == 0 ?
	    " (it must be the program itself, not a script)" : "");
}

static bool
run(const struct child *c, struct pipes *p, int timer, struct child_end *end,
    struct err *err)
{
	pid_t parent = getpid(), pid = fork();

	if (pid < 0)
		return err_set(err, ERR_CHART, "cannot run %s: %s", c->argv[0],
		    strerror(errno));
	if (pid == 0) {
		enum step step = become(c, p, parent);
		struct trouble trouble = { errno, step };
		ssize_t told = write(p->trouble[1], &trouble, sizeof(trouble));

		_exit(told < 0 ? 126 : 127);
	}
	fd_close(&p->in);
	fd_close(&p->out[1]);
	fd_close(&p->err[1]);
	bool started = has_started(c, p, err);
	if (started)
		attend(pid, p, timer, end);
	finish(pid, p, end);
	return started;
}

bool
child_run(const struct child *child, struct child_end *end, struct err *err)
{
	struct pipes pipes;
	int timer = timer_open(child->limit_ms);

	if (timer < 0)
		return err_set(err, ERR_CHART, "no timer for a child: %s",
		    strerror(errno));
	bool good = pipes_open(&pipes, child->input, err) &&
	    run(child, &pipes, timer, end, err);
	pipes_close(&pipes);
	fd_close(&timer);
	return good;
}

void
child_end_close(struct child_end *end)
{
	buf_close(&end->said);
	buf_close(&end->complaints);
	*end = (struct child_end){ 0 };
}

bool
child_well(const struct child_end *end, struct err *err)
{
	if (end->late)
		return err_set(err, ERR_CHART, "it did not end in time");
	if (end->signal == SIGXCPU || end->signal == SIGXFSZ)
		return err_set(err, ERR_CHART, "it went beyond its limits (%s)",
		    strsignal(end->signal));
	if (end->signal != 0)
		return err_set(err, ERR_CHART, "it was killed: %s",
		    strsignal(end->signal));
	if (end->status != 0)
		return err_set(err, ERR_CHART, "it ended with status %d",
		    end->status);
	return true;
}
