/* SPDX-License-Identifier: MIT */
#include "cli/report_beside.h"

#include <string.h>

#include "common/file.h"
#include "publish/xlsx.h"

enum { FILES_MOST = 64 };

static const char *
named(const struct report_beside *b, const char *middle, const char *name,
    const char *end)
{
	struct buf path = { 0 };
	const char *text;

	buf_printf(&path, "%s%s%s%s", b->name, middle, name, end);
	text = arena_dup(b->arena, buf_text(&path), path.n);
	buf_close(&path);
	return text;
}

static bool
add(const struct report_beside *b, struct web_link *link, const char *file,
    struct buf *bytes, struct err *err)
{
	const char *slash = strrchr(file, '/');
	bool good = report_dir_file(b->dir, file, buf_view(bytes), err);

	*link = (struct web_link){ file, slash != NULL ? slash + 1 : file };
	buf_clear(bytes);
	return good;
}

/* A folder of their own: they are many. */
static bool
make_folder(const struct report_beside *b, struct err *err)
{
	struct buf path = { 0 };
	bool good;

	buf_printf(&path, "%s/%s", b->dir->path, b->name);
	good = file_mkdirs(buf_text(&path), 0755, err);
	buf_close(&path);
	return good;
}

bool
report_beside_write(const struct report_beside *b, struct web_report *w,
    struct err *err)
{
	struct web_link *link = arena_new(b->arena, FILES_MOST * sizeof(*link));
	struct buf out = { 0 };
	const char *table;
	size_t n = 0;
	bool good = make_folder(b, err);

	if (good && xlsx_built_in())
		good = review_xlsx(b->review, w->lang, &out, err) &&
		    add(b, &link[n++], named(b, "", "", ".xlsx"), &out, err);
	if (good) {
		review_json(b->review, &out);
		good = add(b, &link[n++], named(b, "", "", ".json"), &out, err);
	}
	for (size_t i = 0; good && n < FILES_MOST &&
	    (table = review_csv_name(i)) != NULL; i++) {
		review_csv(b->review, i, &out);
		good = add(b, &link[n++], named(b, "/", table, ".csv"), &out,
		    err);
	}
	w->file = link;
	w->n_files = n;
	buf_close(&out);
	return good;
}
