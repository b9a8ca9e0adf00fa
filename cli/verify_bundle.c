/* SPDX-License-Identifier: MIT */
#include "cli/verify_bundle.h"

#include <stdlib.h>
#include <string.h>

#include "common/file.h"
#include "store/chain_check.h"

/* ---- a folder for its rules ---- */

static bool
write_file(const struct verify_opened *b, const struct zip_file *f,
    struct err *err)
{
	const char *name = f->name + strlen(BUNDLE_BASIS), *slash;
	struct buf path = { 0 };
	struct out o = { 0 };
	bool good = true;

	buf_printf(&path, "%s/%s", b->folder.p, name);
	slash = strrchr(buf_text(&path), '/');
	if (strchr(name, '/') != NULL) {
		struct buf dir = { 0 };

		buf_add(&dir, path.p, (size_t)(slash - path.p));
		good = file_mkdirs(buf_text(&dir), 0700, err);
		buf_close(&dir);
	}
	good = good && out_begin(&o, buf_text(&path), 0600, err);
	if (good)
		buf_span(&o.buf, f->bytes);
	good = good && out_commit(&o, err);
	out_close(&o);
	buf_close(&path);
	return good;
}

/* zip_read has refused all names that could leave it. */
static bool
unpack(struct verify_opened *b, struct err *err)
{
	const char *tmp = getenv("TMPDIR");
	const char *folder = tmp != NULL && tmp[0] == '/' ? tmp : "/tmp";
	bool good;

	scratch_sweep(folder);
	good = scratch_open(&b->scratch, folder, err);
	if (good)
		buf_span(&b->folder, buf_view(&b->scratch.path));
	buf_text(&b->folder); /* NUL-terminated from here on */
	for (size_t i = 0; good && i < b->zip.n; i++)
		if (span_starts(span_of(b->zip.file[i].name),
		    SPAN(BUNDLE_BASIS)))
			good = write_file(b, &b->zip.file[i], err);
	return good;
}

static void
close_opened(struct verify_opened *b)
{
	scratch_close(&b->scratch);
	buf_close(&b->folder);
	zip_close(&b->zip);
	arena_close(&b->arena);
}

/* ---- the bundle ---- */

static void
take_fault(void *self, enum bundle_fault fault, struct span name)
{
	verify_say(self, VERIFY_FAULT, bundle_fault_name(fault), "%.*s: %s",
	    (int)(name.n < 300 ? name.n : 300), name.p,
	    bundle_fault_why(fault));
}

static bool
read_zip(const char *path, struct verify_opened *b, struct err *err)
{
	struct buf bytes = { 0 };
	bool good = file_read(path, ZIP_BYTES, &bytes, err) &&
	    (zip_read(buf_view(&bytes), &b->zip, err) ||
	    err_add(err, "%s", path));

	buf_close(&bytes);
	return good;
}

/* What a damaged one has to say is not trusted any further. */
static bool
open_bundle(const char *path, struct verify_opened *b,
    struct verify_says *says, struct err *err)
{
	const struct zip_file *about;
	struct err why;

	if (!read_zip(path, b, err))
		return false;
	says->files = b->zip.n > 0 ? b->zip.n - 1 : 0;
	if (bundle_check(&b->zip, take_fault, says) > 0)
		return true;
	about = zip_find(&b->zip, BUNDLE_ABOUT);
	if (about == NULL || zip_find(&b->zip, BUNDLE_SETTINGS) == NULL ||
	    zip_find(&b->zip, BUNDLE_SOURCES) == NULL) {
		verify_say(says, VERIFY_FAULT, "no-bundle",
		    "it lacks what every bundle of truycap has (%s, %s, %s)",
		    BUNDLE_ABOUT, BUNDLE_SETTINGS, BUNDLE_SOURCES);
		return true;
	}
	if (!evidence_about_read(about->bytes, &b->arena, &b->about, &why)) {
		verify_say(says, VERIFY_FAULT, "malformed", "%s", why.text);
		return true;
	}
	says->site = b->about.site;
	says->period = b->about.period;
	says->head = b->about.head;
	return true;
}

static bool
count(const struct cli *cli, const struct options *o, struct verify_opened *b,
    struct verify_says *says, struct err *err)
{
	const struct zip_file *file = zip_find(&b->zip, BUNDLE_SOURCES);
	size_t n = (size_t)o->n_args - 1;
	struct verify_log *log = mem_new((n + 1) * sizeof(*log));
	struct verify_counting v = { cli, o, b, log, n, says };
	struct csv_table sources = { .rows = 0 };
	bool good = csv_read(file->bytes, BUNDLE_SOURCES, &sources, err);

	for (size_t i = 0; i < n; i++)
		log[i].path = o->arg[i + 1];
	says->counted = true;
	good = good && verify_logs(&sources, log, n, says, err) &&
	    verify_count(&v, err);
	csv_close(&sources);
	mem_free(log);
	return good;
}

/* ---- the store ---- */

static void
take_finding(void *self, const char *text)
{
	verify_say(self, VERIFY_DIFFERENCE, "store", "%s", text);
}

/* Is the chain whole, and the bundle's head in it? */
static bool
look_at_store(const struct options *o, const struct verify_opened *b,
    struct verify_says *says, struct err *err)
{
	struct workplace w = { .lock = -1 };
	struct chain_checked c = { .links = 0 };
	struct chain_question q = { b->about.head, take_finding, says };
	bool good = workplace_read(o, &w, err) && chain_check(w.db, &q, &c,
	    err);

	says->chained = true;
	if (good && b->about.head == NULL)
		verify_say(says, VERIFY_NOTE, "no-head", "the bundle has no "
		    "head of a chain to look for: no day was sealed when it "
		    "was made");
	else if (good && c.asked_seq == 0)
		verify_say(says, VERIFY_DIFFERENCE, "lost-head", "the head of "
		    "the bundle's chain (link %lld) is not in the store's: "
		    "the chain was written anew, or this is another store",
		    (long long)b->about.head_seq);
	workplace_close(&w);
	return good;
}

bool
verify_bundle(const struct cli *cli, const struct options *o, int *status,
    struct err *err)
{
	struct verify_opened b = { .folder = { 0 } };
	struct verify_says says = { .n = 0 };
	bool good = open_bundle(o->arg[0], &b, &says, err);

	if (good && says.count[VERIFY_FAULT] == 0)
		good = unpack(&b, err) && verify_proofs(&b, &says, err);
	if (good && says.count[VERIFY_FAULT] == 0 &&
	    options_has(o, OPTION_STORE))
		good = look_at_store(o, &b, &says, err);
	if (good && says.count[VERIFY_FAULT] == 0 && o->n_args > 1)
		good = count(cli, o, &b, &says, err);
	if (good) {
		verify_print(&says, o->arg[0], options_has(o, OPTION_JSON));
		*status = verify_status(&says);
	}
	close_opened(&b);
	verify_close(&says);
	return good;
}
