/* SPDX-License-Identifier: MIT */
#include "publish/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static bool
part_bad(const char *p, size_t n)
{
	return n == 0 || (n == 1 && p[0] == '.') ||
	    (n == 2 && p[0] == '.' && p[1] == '.');
}

const char *
zip_name_bad(const char *name)
{
	size_t n = strlen(name);

	if (n == 0 || n > ZIP_NAME)
		return "its name is empty or too long";
	for (size_t i = 0; i < n; i++)
		if (name[i] <= 0x20 || name[i] >= 0x7f || name[i] == '\\' ||
		    name[i] == ':')
			return "its name has a character other than ASCII, "
			       "a blank, a colon or a backslash";
	for (const char *p = name;; p += strcspn(p, "/") + 1) {
		if (part_bad(p, strcspn(p, "/")))
			return "its name leaves the folder, or has empty parts";
		if (p[strcspn(p, "/")] == '\0')
			return NULL;
	}
}

static bool
named_before(const struct zip_file *file, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(file[i].name, name) == 0)
			return true;
	return false;
}

static const char *
reason(struct archive *a)
{
	const char *text = archive_error_string(a);

	return text == NULL ? "unknown" : text;
}

static la_ssize_t
put(struct archive *a, void *buf, const void *p, size_t n)
{
	(void)a;
	buf_add(buf, p, n);
	return (la_ssize_t)n;
}

static bool
write_file(struct archive *a, const struct zip_file *f, struct err *err)
{
	struct archive_entry *e = archive_entry_new2(a);
	bool good;

	if (e == NULL)
		return err_set(err, ERR_MEMORY, "out of memory");
	archive_entry_copy_pathname(e, f->name);
	archive_entry_set_size(e, (la_int64_t)f->bytes.n);
	archive_entry_set_filetype(e, AE_IFREG);
	archive_entry_set_perm(e, 0644);
	/* No time: a zip's is local time, so that it would tell of the writer's zone.  It
	 * becomes the first that a zip can have, 1980-01-01. */
	good = archive_write_header(a, e) == ARCHIVE_OK &&
	    archive_write_data(a, f->bytes.p, f->bytes.n) ==
	    (la_ssize_t)f->bytes.n;
	archive_entry_free(e);
	return good ? true : err_set(err, ERR_IO, "%s: %s", f->name, reason(a));
}

static bool
write_all(struct archive *a, const struct zip_file *file, size_t n,
    struct buf *out, struct err *err)
{
	if (archive_write_set_format_zip(a) != ARCHIVE_OK ||
	    archive_write_set_bytes_in_last_block(a, 1) != ARCHIVE_OK ||
	    archive_write_open2(a, out, NULL, put, NULL, NULL) != ARCHIVE_OK)
		return err_set(err, ERR_BUG, "zip: %s", reason(a));
	for (size_t i = 0; i < n; i++) {
		const char *bad = zip_name_bad(file[i].name);

		if (bad == NULL && named_before(file, i, file[i].name))
			bad = "its name is there twice";
		if (bad != NULL)
			return err_set(err, ERR_BUG, "zip: %s: %s", file[i].name,
			    bad);
		if (!write_file(a, &file[i], err))
			return false;
	}
	return archive_write_close(a) == ARCHIVE_OK ? true :
	    err_set(err, ERR_IO, "zip: %s", reason(a));
}

bool
zip_write(const struct zip_file *file, size_t n, struct buf *out,
    struct err *err)
{
	struct archive *a = archive_write_new();
	struct buf made = { 0 };
	bool good;

	if (a == NULL)
		return err_set(err, ERR_MEMORY, "out of memory");
	good = write_all(a, file, n, &made, err);
	archive_write_free(a);
	if (good)
		buf_span(out, buf_view(&made));
	buf_close(&made);
	return good;
}

static bool
read_bytes(struct archive *a, struct zip *z, struct span *out, struct err *err)
{
	struct buf bytes = { 0 };
	const void *p;
	size_t n;
	la_int64_t at;
	int r;

	while ((r = archive_read_data_block(a, &p, &n, &at)) == ARCHIVE_OK) {
		if (at != (la_int64_t)bytes.n ||
		    z->arena.bytes + bytes.n + n > ZIP_BYTES) {
			buf_close(&bytes);
			return err_set(err, ERR_DATA, "too large, or with holes");
		}
		buf_add(&bytes, p, n);
	}
	if (r == ARCHIVE_EOF)
		*out = (struct span){ arena_dup(&z->arena, bytes.p, bytes.n),
			bytes.n };
	buf_close(&bytes);
	return r == ARCHIVE_EOF ? true :
	    err_set(err, ERR_DATA, "%s", reason(a));
}

/* Nothing of an entry is used before it is known to be a plain file. */
static bool
read_file(struct archive *a, struct archive_entry *e, struct zip *z,
    struct err *err)
{
	const char *name = archive_entry_pathname(e), *bad;
	struct zip_file *f;

	if (archive_entry_filetype(e) == AE_IFDIR)
		return true;
	if (name == NULL || (bad = zip_name_bad(name)) != NULL)
		return err_set(err, ERR_DATA, "a file is refused: %s",
		    name == NULL ? "it has no name" : bad);
	if (archive_entry_filetype(e) != AE_IFREG ||
	    archive_entry_hardlink(e) != NULL ||
	    archive_entry_symlink(e) != NULL || archive_entry_is_encrypted(e))
		return err_set(err, ERR_DATA, "%s: no plain file", name);
	if (named_before(z->file, z->n, name))
		return err_set(err, ERR_DATA, "%s: its name is there twice",
		    name);
	if (z->n >= ZIP_FILES)
		return err_set(err, ERR_DATA, "more than %d files", ZIP_FILES);
	z->file = mem_grow(z->file, z->n + 1, sizeof(*z->file));
	f = &z->file[z->n];
	f->name = arena_dup(&z->arena, name, strlen(name));
	if (!read_bytes(a, z, &f->bytes, err))
		return err_add(err, "%s", f->name);
	z->n++;
	return true;
}

static bool
read_all(struct archive *a, struct span archive, struct zip *z, struct err *err)
{
	struct archive_entry *e;
	int r;

	/* By its table of contents: a reader that goes from front to end takes what an
	 * unpacking program would not see. */
	if (archive_read_support_format_zip_seekable(a) != ARCHIVE_OK ||
	    archive_read_open_memory(a, archive.p, archive.n) != ARCHIVE_OK)
		return err_set(err, ERR_DATA, "no zip archive: %s", reason(a));
	while ((r = archive_read_next_header(a, &e)) == ARCHIVE_OK)
		if (!read_file(a, e, z, err))
			return false;
	return r == ARCHIVE_EOF && z->n > 0 ? true :
	    err_set(err, ERR_DATA, "no zip archive, or a damaged one: %s",
	    r == ARCHIVE_EOF ? "it is empty" : reason(a));
}

bool
zip_read(struct span archive, struct zip *out, struct err *err)
{
	struct archive *a = archive_read_new();
	struct zip z = { 0 };
	bool good;

	if (a == NULL)
		return err_set(err, ERR_MEMORY, "out of memory");
	good = read_all(a, archive, &z, err);
	archive_read_free(a);
	if (good)
		*out = z;
	else
		zip_close(&z);
	return good;
}

void
zip_close(struct zip *z)
{
	mem_free(z->file);
	arena_close(&z->arena);
	*z = (struct zip){ 0 };
}

const struct zip_file *
zip_find(const struct zip *z, const char *name)
{
	for (size_t i = 0; i < z->n; i++)
		if (strcmp(z->file[i].name, name) == 0)
			return &z->file[i];
	return NULL;
}
