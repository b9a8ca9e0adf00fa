/* SPDX-License-Identifier: MIT */
#include "ingest/whose.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/mem.h"
#include "ingest/identify.h"
#include "ingest/slots.h"

static bool
look(struct slots *slots, int fd, struct whose *out, struct err *err)
{
	const struct hash_keys *keys = db_keys(slots->db);
	struct stream head = { 0 };
	struct identity is = { .what = IDENTITY_NEW };
	struct buf numbers = { 0 };
	bool good = identify_head(keys, fd, &head, err) &&
	    (head.n_marks == 0 ||
	    slots_candidates(slots, &head, &numbers, err));
	size_t n = numbers.n / sizeof(uint32_t);
	struct stream **cand = mem_new((n + 1) * sizeof(struct stream *));

	for (size_t i = 0; good && i < n; i++) {
		uint32_t number;

		memcpy(&number, numbers.p + i * sizeof(number),
		    sizeof(number));
		cand[i] = &slots->slot[number]->s;
	}
	good = good && (n == 0 || identify(&(struct identify){ keys, fd, cand,
	    n }, &is, err));
	if (good)
		*out = (struct whose){ is.what == IDENTITY_CONTINUES,
			is.what != IDENTITY_NEW ? cand[is.which]->id : 0 };
	mem_free(cand);
	buf_close(&numbers);
	stream_free(&head);
	return good;
}

bool
whose_file(struct db *db, const char *grp, const char *path,
    struct whose *out, struct err *err)
{
	struct slots slots = { .db = db, .grp = grp };
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	bool good;

	if (fd < 0)
		return err_set(err, ERR_NOINPUT, "%s: %s", path,
		    strerror(errno));
	good = (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) || err_set(err,
	    ERR_NOINPUT, "%s: not a regular file", path);
	good = good && (look(&slots, fd, out, err) || err_add(err, "%s",
	    path));
	slots_close(&slots);
	close(fd);
	return good;
}
