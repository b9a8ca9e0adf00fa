/* SPDX-License-Identifier: MIT */
/* inflate_more.c -- what can be done and said by way of what inflate.h offers. */
#include "common/amount.h"
#include "common/stamp.h"
#include "ingest/inflate.h"

bool
inflate_open(int fd, struct inflate **out, struct err *err)
{
	return inflate_open_with(fd, NULL, out, err);
}

bool
inflate_fill(struct inflate *z, void *p, size_t n, size_t *got,
    struct err *err)
{
	size_t k;

	*got = 0;
	while (*got < n && inflate_state(z) == INFLATE_MORE) {
		if (!inflate_read(z, (char *)p + *got, n - *got, &k, err))
			return false;
		*got += k;
	}
	return true;
}

void
inflate_limit_told(const struct inflate *z, uint64_t max_bytes,
    const struct until *until, struct err *err)
{
	bool late = until->over, full = !late && inflate_full(z);
	struct buf why = { 0 };

	buf_puts(&why, late ? "takes longer than max_file_time = " : full ? "holds more than max_file_bytes = " :
	    "to unpack it takes too much memory");
	if (full)
		amount_put(&why, max_bytes);
	else if (late)
		stamp_put_duration(&why, until->clock->max_s);
	err_set(err, ERR_DATA, "%s: limit: the whole lines before that are "
	    "counted", buf_text(&why));
	buf_close(&why);
}
