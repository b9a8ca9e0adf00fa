/* SPDX-License-Identifier: MIT */
/* rebuild_read.c -- the store beside the real one: it counts the logs of some days, and these days
 * are derived and sealed in it. */
#include <string.h>
#include <unistd.h>

#include "aggregate/derive.h"
#include "aggregate/seal.h"
#include "cli/counting.h"
#include "cli/rebuild.h"
#include "common/mem.h"
#include "store/key.h"

static void
path_beside(const struct workplace *w, struct buf *out)
{
	workplace_path(w, out);
	buf_puts(out, ".rebuild");
}

void
rebuild_sweep(const struct workplace *w)
{
	static const char *const end[] = { "", "-wal", "-shm", "-journal",
		".key" };
	struct buf path = { 0 }, one = { 0 };

	path_beside(w, &path);
	for (size_t i = 0; i < sizeof(end) / sizeof(*end); i++) {
		buf_clear(&one);
		buf_printf(&one, "%s%s", buf_text(&path), end[i]);
		unlink(buf_text(&one));
	}
	buf_close(&path);
	buf_close(&one);
}

/* Under the same keys: what a visitor is called must be the same. */
static bool
make_beside(struct rebuild *b, struct db **out, struct err *err)
{
	struct buf real = { 0 }, key = { 0 };
	bool good;

	rebuild_sweep(&b->w);
	path_beside(&b->w, &b->path);
	workplace_path(&b->w, &real);
	buf_printf(&key, "%s.key", buf_text(&real));
	good = key_adopt(buf_text(&key), buf_text(&b->path), err) &&
	    db_open(buf_text(&b->path), DB_WRITE, out, err);
	if (good) {
		db_close(*out);
		*out = NULL;
		good = restate_share_keys(b->w.db, buf_text(&b->path), err) &&
		    db_open(buf_text(&b->path), DB_WRITE, out, err);
	}
	buf_close(&real);
	buf_close(&key);
	return good;
}

/* Lines before the day before, and those of other sites, are left out as late ones. */
static bool
close_others(struct rebuild *b, struct db *db, struct err *err)
{
	bool good = db_begin(db, err);

	for (size_t i = 0; good && i < b->w.settings.n_sites; i++) {
		struct store_site s;

		good = sites_open(db, &b->w.settings.site[i], true, &s, err) &&
		    db_run(db, err, STMT_SITE_SEAL, "ii", s.id, i == b->at ?
		    (int64_t)b->days.from - 2 : (int64_t)INT32_MAX);
	}
	return good && db_commit(db, err);
}

struct trouble {
	bool any;
	struct err err;
};

/* Files are longer than what was counted of them: that is no trouble. */
static void
take_trouble(void *self, const char *path, enum ingest_result result,
    const struct err *err)
{
	struct trouble *t = self;

	if (t->any || (result != INGEST_FAILED && result != INGEST_REFUSED))
		return;
	t->any = true;
	t->err = *err;
	(void)path;
}

static bool
read_group(struct rebuild *b, struct counting *c,
    const struct settings_group *g, struct err *err)
{
	struct counting_file *file = mem_new((b->logs.n + 1) * sizeof(*file));
	struct counting_logs logs = { g->id, g->format, g->trusted, g->only,
		file, 0 };
	bool good;

	for (size_t i = 0; i < b->logs.n; i++) {
		const struct restate_log *l = &b->logs.log[i];

		/* Of an unfinished line that was counted the length is not
		 * known: of such a log all is read. */
		if (l->found != NULL && strcmp(l->grp, g->id) == 0)
			file[logs.n++] = (struct counting_file){ l->found,
				NULL, false, l->tail ? 0 : l->consumed };
	}
	good = logs.n == 0 || counting_group(c, &logs, err);
	mem_free(file);
	return good;
}

static bool
read_logs(struct rebuild *b, struct db *db, struct err *err)
{
	struct trouble trouble = { .any = false };
	struct counting_plan plan = { .db = db, .site = b->w.settings.site,
		.n_sites = b->w.settings.n_sites, .lists = &b->w.lists.lists,
		.now_s = b->o->now_s, .threads = b->threads,
		.accept_damaged = true,
		.max_bytes = b->w.settings.max_file_bytes,
		.max_s = b->w.settings.max_file_s, .complete = true,
		.tell = take_trouble, .self = &trouble };
	struct counting *c = NULL;
	bool good = counting_open(&plan, &c, err);

	for (size_t i = 0; good && i < b->w.settings.n_groups; i++)
		good = read_group(b, c, &b->w.settings.group[i], err);
	counting_close(c);
	if (good && trouble.any) {
		*err = trouble.err;
		good = false;
	}
	return good;
}

static bool
derive(struct rebuild *b, struct db *db, struct err *err)
{
	struct derive_plan plan = { b->w.lists.sources, b->threads };
	struct store_site s;

	return db_begin(db, err) && sites_open(db, b->site.site, false, &s,
	    err) && restate_only(&s, &b->site, b->days, err) &&
	    derive_site(&s, &plan, err) &&
	    seal_through(&s, b->days.to, err) &&
	    restate_prune(&s, b->days, err) && db_commit(db, err) &&
	    db_checkpoint(db, err);
}

bool
rebuild_read(struct rebuild *b, struct err *err)
{
	struct db *db = NULL;
	bool good = make_beside(b, &db, err) && close_others(b, db, err) &&
	    read_logs(b, db, err) && derive(b, db, err);

	db_close(db);
	return good;
}
