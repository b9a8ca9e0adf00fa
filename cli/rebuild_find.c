/* SPDX-License-Identifier: MIT */
/* rebuild_find.c -- the logs of days that are sealed: which, and where they are by now. */
#include <stdlib.h>
#include <string.h>

#include "cli/files.h"
#include "cli/rebuild.h"
#include "common/mem.h"
#include "common/stamp.h"
#include "ingest/whose.h"

static const char *
last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

static bool
is_named(const struct restate_log *l, const char *name)
{
	return strcmp(l->path, name) == 0 ||
	    strcmp(last_part(l->path), name) == 0;
}

static bool
mark_withdrawn(struct rebuild *b, struct err *err)
{
	const char *name = b->o->value[OPTION_WITHOUT];
	size_t n = 0;

	for (size_t i = 0; name != NULL && i < b->logs.n; i++) {
		struct restate_log *l = &b->logs.log[i];

		l->withdrawn = is_named(l, name) && l->lines > 0;
		n += l->withdrawn;
	}
	if (name == NULL || n == 1)
		return true;
	return err_set(err, ERR_USAGE, n == 0 ? "--without %s: no log of that "
	    "name has lines of these days; see truycap export ledger" :
	    "--without %s: several logs have that name; say the whole path, as "
	    "truycap status has it", name);
}

/* ---- files ---- */

struct finding {
	struct rebuild *b;
	const char *grp;
	size_t missing; /* logs of that group without a file */
};

/* A file that cannot be read is not the log: what is missing is told at the end. */
static void
try_file(struct finding *f, const char *path)
{
	struct restate_logs *logs = &f->b->logs;
	struct whose of = { .stream = 0 };

	if (f->missing == 0 || !whose_file(f->b->w.db, f->grp, path, &of,
	    NULL) || !of.whole)
		return;
	for (size_t i = 0; i < logs->n; i++) {
		struct restate_log *l = &logs->log[i];

		if (l->stream != of.stream || l->found != NULL ||
		    l->withdrawn)
			continue;
		l->found = mem_dup(path, strlen(path));
		f->missing--;
	}
}

static bool
try_patterns(struct finding *f, const struct settings_group *g,
    struct err *err)
{
	struct file_list files = { 0 };
	bool good = true;
	size_t n;

	for (size_t i = 0; good && i < g->n_patterns; i++)
		good = files_glob(&files, &g->pattern[i], &n, err);
	for (size_t i = 0; good && i < files.n; i++)
		try_file(f, files.file[i].path);
	files_close(&files);
	return good;
}

static bool
find_group(struct rebuild *b, const struct settings_group *g,
    struct err *err)
{
	struct finding f = { .b = b, .grp = g->id };

	for (size_t i = 0; i < b->logs.n; i++)
		f.missing += strcmp(b->logs.log[i].grp, g->id) == 0 &&
		    !b->logs.log[i].withdrawn;
	for (int i = 0; i < b->o->n_args; i++)
		try_file(&f, b->o->arg[i]);
	for (size_t i = 0; i < b->logs.n; i++)
		if (strcmp(b->logs.log[i].grp, g->id) == 0 &&
		    b->logs.log[i].found == NULL)
			try_file(&f, b->logs.log[i].path);
	return f.missing == 0 || try_patterns(&f, g, err);
}

static bool
refuse_loss(const struct rebuild *b, struct err *err)
{
	const struct restate_log *first = NULL;
	size_t n = 0;

	for (size_t i = 0; i < b->logs.n; i++) {
		const struct restate_log *l = &b->logs.log[i];

		if (l->withdrawn || l->found != NULL)
			continue;
		first = first != NULL ? first : l;
		n++;
	}
	if (n == 0 || options_has(b->o, OPTION_ACCEPT_LOSS))
		return true;
	return err_set(err, ERR_NOINPUT, "%s: %s%zu of the logs of these days "
	    "or of the days beside them %s not there any more (nor under "
	    "another name): give the file, or say --accept-loss, and its lines "
	    "go", first->path, n > 1 ? "this and others, " : "", n,
	    n > 1 ? "are" : "is");
}

bool
rebuild_find(struct rebuild *b, struct err *err)
{
	bool good = restate_logs(&b->site, b->days, &b->logs, err) &&
	    mark_withdrawn(b, err);

	for (size_t i = 0; good && i < b->w.settings.n_groups; i++)
		good = find_group(b, &b->w.settings.group[i], err);
	return good && refuse_loss(b, err);
}
