/* SPDX-License-Identifier: MIT */
#include "plots/jail.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel's interface, told here: older systems have no header for it, and newer
 * rights are to be used by a program that was built on an older system.  The numbers
 * are those of all architectures but alpha. */
enum {
	CALL_CREATE = 444,
	CALL_ADD = 445,
	CALL_RESTRICT = 446,
	CREATE_VERSION = 1, /* a flag: tell the ABI */
	RULE_PATH = 1
};
enum {
	FS_RUN = 1 << 0,
	FS_WRITE = 1 << 1,
	FS_READ = 1 << 2,
	FS_LIST = 1 << 3,
	FS_REMOVE = 1 << 5,    /* of files */
	FS_MAKE = 1 << 8,      /* of regular files */
	FS_TRUNCATE = 1 << 14, /* since ABI 3 */
	FS_FILE = FS_RUN | FS_WRITE | FS_READ | FS_TRUNCATE
};
struct ruleset {
	uint64_t fs, net, scoped;
};
struct path_rule {
	uint64_t allowed;
	int32_t fd;
} __attribute__((packed));

/* What each ABI can forbid; all of it is forbidden. */
static uint64_t
all_fs(int abi)
{
	int bits = abi >= 5 ? 16 : abi >= 3 ? 15 : abi >= 2 ? 14 : 13;

	return ((uint64_t)1 << bits) - 1;
}

int
jail_abi(void)
{
	long abi = syscall(CALL_CREATE, NULL, (size_t)0, CREATE_VERSION);

	return abi < 1 ? 0 : (int)abi;
}

/* --- rules --- */

static bool
allow(int jail, const char *path, uint64_t rights, struct err *err)
{
	struct path_rule rule = { rights & all_fs(jail_abi()), -1 };
	struct stat st;

	rule.fd = open(path, O_PATH | O_CLOEXEC);
	if (rule.fd < 0)
		return true;
	if (fstat(rule.fd, &st) == 0 && !S_ISDIR(st.st_mode))
		rule.allowed &= FS_FILE;
	bool good = syscall(CALL_ADD, jail, RULE_PATH, &rule, 0) == 0;
	if (!good)
		err_set(err, ERR_CHART, "%s: no rule of Landlock: %s", path,
		    strerror(errno));
	close(rule.fd);
	return good;
}

#define LOADER_OF(bits)                                                        \
	static bool                                                            \
	loader_##bits(int fd, char *path, size_t size)                         \
	{                                                                      \
		Elf##bits##_Ehdr head;                                         \
		Elf##bits##_Phdr part;                                         \
                                                                               \
		if (pread(fd, &head, sizeof(head), 0) != sizeof(head))         \
			return false;                                          \
		for (unsigned i = 0; i < head.e_phnum; i++) {                  \
			off_t at = (off_t)(head.e_phoff +                      \
			    (uint64_t)i * head.e_phentsize);                   \
                                                                               \
			if (pread(fd, &part, sizeof(part), at) != sizeof(part)) \
				return false;                                  \
			if (part.p_type == PT_INTERP)                          \
				return part.p_filesz < size &&                 \
				    pread(fd, path, part.p_filesz,             \
				    (off_t)part.p_offset) ==                   \
				    (ssize_t)part.p_filesz;                    \
		}                                                              \
		return false;                                                  \
	}
LOADER_OF(32)
LOADER_OF(64)

/* The program that the kernel runs to load this one, which needs the right too. */
static bool
find_loader(const char *program, char *path, size_t size)
{
	int fd = open(program, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	unsigned char id[EI_NIDENT];

	if (fd < 0)
		return false;
	memset(path, 0, size);
	bool found = pread(fd, id, sizeof(id), 0) == sizeof(id) &&
	    memcmp(id, ELFMAG, SELFMAG) == 0 &&
	    (id[EI_CLASS] == ELFCLASS64 ? loader_64(fd, path, size) :
	    loader_32(fd, path, size));
	close(fd);
	return found && path[0] == '/';
}

static bool
allow_run(int jail, const char *program, struct err *err)
{
	char loader[256];

	return allow(jail, program, FS_RUN | FS_READ, err) &&
	    (!find_loader(program, loader, sizeof(loader)) ||
	    allow(jail, loader, FS_RUN | FS_READ, err));
}

/* What programs that draw read: libraries and fonts. */
static const char *const system_files[] = { "/usr/lib", "/usr/lib64", "/lib",
	"/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/etc/fonts",
	"/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig",
	"/usr/share/xml/fontconfig", "/var/cache/fontconfig",
	"/usr/share/gnuplot", "/etc/localtime", NULL };

static bool
allow_all(int jail, const struct jail_rules *rules, struct err *err)
{
	const uint64_t write = FS_WRITE | FS_READ | FS_LIST | FS_REMOVE |
	    FS_MAKE | FS_TRUNCATE;
	bool good = true;

	for (const char *const *p = rules->run; good && *p != NULL; p++)
		good = allow_run(jail, *p, err);
	for (const char *const *p = rules->read; good && *p != NULL; p++)
		good = allow(jail, *p, FS_READ | FS_LIST, err);
	for (const char *const *p = system_files; good && *p != NULL; p++)
		good = allow(jail, *p, FS_READ | FS_LIST, err);
	for (const char *const *p = rules->write; good && *p != NULL; p++)
		good = allow(jail, *p, write, err);
	return good;
}

bool
jail_open(struct jail *jail, const struct jail_rules *rules, struct err *err)
{
	int abi = jail_abi();
	struct ruleset set = { .fs = all_fs(abi),
		.net = 3,      /* bind and connect by TCP: no port is allowed */
		.scoped = 3 }; /* abstract sockets and signals stay inside */
	size_t known = abi >= 6 ? sizeof(set) : abi >= 4 ? 16 : 8;

	*jail = (struct jail){ -1 };
	if (abi == 0)
		return true;
	int fd = (int)syscall(CALL_CREATE, &set, known, 0);
	if (fd < 0)
		return err_set(err, ERR_CHART, "no rules of Landlock: %s",
		    strerror(errno));
	if (!allow_all(fd, rules, err)) {
		close(fd);
		return false;
	}
	jail->fd = fd;
	return true;
}

void
jail_close(struct jail *jail)
{
	if (jail->fd >= 0)
		close(jail->fd);
	jail->fd = -1;
}

bool
jail_enter(const struct jail *jail)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return false;
	return jail->fd < 0 || syscall(CALL_RESTRICT, jail->fd, 0) == 0;
}
