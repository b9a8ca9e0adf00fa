/* SPDX-License-Identifier: MIT */
/* cmd_backup.c -- the database and its key to a folder, and back. */
#include <stdio.h>

#include "cli/version.h"
#include "cli/workplace.h"
#include "store/restore.h"

static const struct option_set backup_set = {
	.command = "backup",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(NOW),
	.usage = "[-c FILE] DEST",
	.about = "Makes the folder DEST, which may not be there yet: the "
	    "database as it is at one moment, its\nkey, and a MANIFEST with "
	    "the SHA-256 of both.  Updates may go on meanwhile.\nKeep it as "
	    "private as the database: with the key, visitors' addresses of "
	    "its open days can be\ntried out.  A backup keeps what truycap "
	    "seals or forgets later: remove old ones.",
	.examples = "  truycap backup -c truycap.conf /srv/backup/truycap-"
	    "$(date +%F)\n"
	    "  cd /srv/backup/truycap-2026-11-21 && sha256sum -c MANIFEST",
};

static const struct option_set restore_set = {
	.command = "restore",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(NOW),
	.usage = "[-c FILE] SRC",
	.about = "Puts the backup in folder SRC in the place of the database "
	    "and its key.  Before that the\nfiles are compared with the "
	    "manifest, the database is checked, and it must be of that key\n"
	    "and of this version or an earlier one.  What was there is kept "
	    "beside it, under the name that\nis printed.  The next update "
	    "goes on from where the backup was: what is still in the logs\n"
	    "is counted.",
	.examples = "  truycap restore -c truycap.conf "
	    "/srv/backup/truycap-2026-11-21",
};

static bool
one_folder(const struct option_set *set, const struct options *o,
    struct err *err)
{
	return (o->n_args == 1 && o->arg[0][0] != '\0') || err_set(err,
	    ERR_USAGE, "%s: name one folder; see truycap %s --help",
	    set->command, set->command);
}

int
cmd_backup(const struct cli *cli, int argc, char **argv)
{
	struct workplace w = { .lock = -1 };
	struct buf path = { 0 };
	struct options o;
	struct err err;
	bool good;

	if (!options_parse(cli, &backup_set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	good = one_folder(&backup_set, &o, &err) &&
	    workplace_read(&o, &w, &err);
	if (good) {
		struct backup_plan plan = { .db = w.db, .dest = o.arg[0],
			.at_s = o.now_s, .program = "truycap " VERSION };

		workplace_path(&w, &path);
		plan.path = buf_text(&path);
		good = backup_write(&plan, &err);
	}
	buf_close(&path);
	workplace_close(&w);
	return good ? 0 : cli_fail(&err);
}

int
cmd_restore(const struct cli *cli, int argc, char **argv)
{
	struct workplace w = { .lock = -1 };
	struct restored r = { .had_old = false };
	struct buf path = { 0 };
	struct options o;
	struct err err;
	bool good;

	if (!options_parse(cli, &restore_set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	good = one_folder(&restore_set, &o, &err) &&
	    workplace_claim(&o, &w, &err);
	if (good) {
		workplace_path(&w, &path);

		struct restore_plan plan = { o.arg[0], buf_text(&path),
			o.now_s };

		good = restore_store(&plan, &r, &err);
	}
	if (good && r.had_old)
		printf("the old database is kept as %s\n", buf_text(&r.old));
	buf_close(&r.old);
	buf_close(&path);
	workplace_close(&w);
	return good ? 0 : cli_fail(&err);
}
