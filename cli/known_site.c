/* SPDX-License-Identifier: MIT */
#include "cli/known_site.h"

bool
known_site(struct db *db, const struct site *site, bool *known,
    struct store_site *out, struct err *err)
{
	struct err why = { .code = ERR_NONE };

	*known = sites_open(db, site, false, out, &why);
	if (*known || why.code == ERR_NOINPUT)
		return true;
	if (err != NULL)
		*err = why;
	return false;
}
