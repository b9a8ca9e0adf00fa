/* SPDX-License-Identifier: MIT */
#include "cli/coarse.h"

#include "cli/options.h"
#include "common/stamp.h"
#include "store/tallies.h"

static void
warn(const struct store_site *s, struct period days)
{
	struct buf from = { 0 }, to = { 0 };

	stamp_put_day(&from, days.from);
	stamp_put_day(&to, days.to);
	cli_warn("site %s: of %s to %s only sums of months or years are kept: "
	    "these days are left out of what is counted by name",
	    s->site->id, buf_text(&from), buf_text(&to));
	buf_close(&from);
	buf_close(&to);
}

bool
coarse_warn(const struct store_site *s, struct period days, bool by_day,
    struct err *err)
{
	struct period coarse[2];
	int n = 0;

	if (by_day) {
		if (!tallies_folded(s, days, &coarse[0], err))
			return false;
		n = coarse[0].from <= coarse[0].to;
	} else if (!tallies_coarse(s, days, coarse, &n, err)) {
		return false;
	}
	for (int i = 0; i < n; i++)
		warn(s, coarse[i]);
	return true;
}
