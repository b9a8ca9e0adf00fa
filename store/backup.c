/* SPDX-License-Identifier: MIT */
#include "store/backup.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/civil.h"
#include "common/file.h"
#include "store/copy.h"

enum { MANIFEST_MAX_BYTES = 4096 };

static void
put_path(struct buf *out, const char *folder, const char *name)
{
	buf_clear(out);
	buf_printf(out, "%s/%s", folder, name);
}

static void
put_utc(struct buf *out, int64_t at_s)
{
	int64_t day = civil_floor_div(at_s, 86400);
	struct civil c = civil_date((int32_t)day);
	int s = (int)(at_s - day * 86400);

	buf_printf(out, "%04d-%02d-%02dT%02d:%02d:%02dZ", c.year, c.month,
	    c.day, s / 3600, s / 60 % 60, s % 60);
}

/* A line of the manifest of a file in that folder. */
static bool
put_sum(struct buf *out, const char *folder, const char *name,
    struct err *err)
{
	struct buf path = { 0 };
	char sum[65];
	bool good;

	put_path(&path, folder, name);
	good = hash_sha256_file_hex(buf_text(&path), sum, err);
	if (good)
		buf_printf(out, "%s  %s\n", sum, name);
	buf_close(&path);
	return good;
}

static bool
write_manifest(const struct backup_plan *plan, const char *folder,
    struct err *err)
{
	struct buf path = { 0 };
	struct out out = { .fd = -1 };
	bool good;

	put_path(&path, folder, "MANIFEST");
	good = out_begin(&out, buf_text(&path), 0600, err);
	if (good) {
		buf_puts(&out.buf, "# truycap backup 1\n# made ");
		put_utc(&out.buf, plan->at_s);
		buf_printf(&out.buf, " by %s\n# schema %d\n", plan->program,
		    DB_VERSION);
		good = put_sum(&out.buf, folder, BACKUP_DATABASE, err) &&
		    put_sum(&out.buf, folder, BACKUP_KEY, err) &&
		    out_commit(&out, err);
	}
	out_close(&out);
	buf_close(&path);
	return good;
}

static bool
fill(const struct backup_plan *plan, const char *folder, struct err *err)
{
	struct buf path = { 0 };
	bool good;

	put_path(&path, folder, BACKUP_DATABASE);
	good = copy_store(plan->db, plan->path, buf_text(&path), err) &&
	    write_manifest(plan, folder, err) &&
	    file_sync_folder(buf_text(&path), err);
	buf_close(&path);
	return good;
}

static void
remove_folder(const char *folder)
{
	static const char *const name[] = { BACKUP_DATABASE, BACKUP_KEY,
		BACKUP_DATABASE "-journal", "MANIFEST" };
	struct buf path = { 0 };

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++) {
		put_path(&path, folder, name[i]);
		unlink(buf_text(&path));
	}
	rmdir(folder);
	buf_close(&path);
}

bool
backup_write(const struct backup_plan *plan, struct err *err)
{
	struct span dest = span_of(plan->dest);
	struct buf temp = { 0 }, name = { 0 };
	struct stat st;
	bool good;

	while (dest.n > 1 && dest.p[dest.n - 1] == '/')
		dest.n--;
	buf_span(&name, dest);
	if (dest.n == 0 || lstat(buf_text(&name), &st) == 0) {
		buf_close(&name);
		return err_set(err, ERR_CREATE, "%s: is there already",
		    plan->dest);
	}
	buf_printf(&temp, "%s.XXXXXX", buf_text(&name));
	buf_text(&temp);
	if (mkdtemp(temp.p) == NULL) {
		good = err_set(err, ERR_CREATE, "%s: %s", plan->dest,
		    strerror(errno));
	} else {
		good = fill(plan, temp.p, err) &&
		    (rename(temp.p, buf_text(&name)) == 0 || err_set(err,
		    ERR_CREATE, "%s: %s", plan->dest, strerror(errno)));
		if (!good)
			remove_folder(temp.p);
		good = good && file_sync_folder(buf_text(&name), err);
	}
	buf_close(&temp);
	buf_close(&name);
	return good;
}

/* 64 hexadecimal digits, two blanks and that name. */
static bool
read_sum(struct span line, const char *name, char out[65])
{
	if (line.n != 66 + strlen(name) || line.p[64] != ' ' ||
	    line.p[65] != ' ' || memcmp(line.p + 66, name,
	    strlen(name)) != 0)
		return false;
	for (int i = 0; i < 64; i++) {
		char c = line.p[i];

		if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
			return false;
	}
	memcpy(out, line.p, 64);
	out[64] = '\0';
	return true;
}

static bool
read_line(struct span line, int number, struct backup *b)
{
	struct span schema = SPAN("# schema ");
	uint64_t version;

	if (number == 1)
		return span_eq(line, SPAN("# truycap backup 1"));
	if (span_starts(line, schema) && span_u64((struct span){
	    line.p + schema.n, line.n - schema.n }, &version) &&
	    version >= 1 && version < 100000 && b->version == 0) {
		b->version = (int)version;
		return true;
	}
	return (line.n > 0 && line.p[0] == '#') ||
	    (b->database_sha256[0] == '\0' && read_sum(line,
	    BACKUP_DATABASE, b->database_sha256)) ||
	    (b->key_sha256[0] == '\0' && read_sum(line, BACKUP_KEY,
	    b->key_sha256));
}

bool
backup_read(const char *src, struct backup *out, struct err *err)
{
	struct buf path = { 0 }, text = { 0 };
	struct backup b = { .version = 0 };
	bool good;
	int number = 0;

	put_path(&path, src, "MANIFEST");
	good = file_read(buf_text(&path), MANIFEST_MAX_BYTES, &text, err);

	struct span rest = buf_view(&text);

	while (good && rest.n > 0)
		if (!read_line(span_cut(&rest, '\n'), ++number, &b))
			good = err_set(err, ERR_DATA, "%s:%d: not a manifest "
			    "of a backup", buf_text(&path), number);
	if (good && (b.version == 0 || b.database_sha256[0] == '\0' ||
	    b.key_sha256[0] == '\0'))
		good = err_set(err, ERR_DATA, "%s: a line is missing",
		    buf_text(&path));
	buf_close(&path);
	buf_close(&text);
	if (good)
		*out = b;
	return good;
}
