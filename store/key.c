/* SPDX-License-Identifier: MIT */
#include "store/key.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "common/buf.h"
#include "common/file.h"

/* A file of another size is no key. */
static bool
key_read(const char *file, unsigned char secret[HASH_SECRET_BYTES],
    struct err *err)
{
	struct buf text = { 0 };
	bool good = file_read(file, 4096, &text, err);

	if (!good && err != NULL)
		err->code = ERR_CONFIG;
	else if (good && text.n != HASH_SECRET_BYTES)
		good = err_set(err, ERR_CONFIG,
		    "%s: not a key file of truycap", file);
	if (good)
		memcpy(secret, text.p, HASH_SECRET_BYTES);
	buf_close(&text);
	return good;
}

static bool
key_write(const char *file, const unsigned char secret[HASH_SECRET_BYTES],
    struct err *err)
{
	struct out out = { 0 };
	bool good = out_begin(&out, file, 0600, err);

	if (good) {
		buf_add(&out.buf, secret, HASH_SECRET_BYTES);
		good = out_commit(&out, err);
	}
	out_close(&out);
	return good;
}

bool
key_open(const char *path, bool make, unsigned char secret[HASH_SECRET_BYTES], struct err *err)
{
	struct buf name = { 0 };
	bool good;

	buf_printf(&name, "%s.key", path);
	if (make && access(buf_text(&name), F_OK) != 0)
		good = hash_random(secret, HASH_SECRET_BYTES, err) &&
		    key_write(buf_text(&name), secret, err);
	else
		good = key_read(buf_text(&name), secret, err);
	buf_close(&name);
	return good;
}

bool
key_adopt(const char *file, const char *path, struct err *err)
{
	unsigned char secret[HASH_SECRET_BYTES], there[HASH_SECRET_BYTES];
	struct buf name = { 0 };
	bool good = key_read(file, secret, err);

	buf_printf(&name, "%s.key", path);
	if (good && access(buf_text(&name), F_OK) != 0)
		good = key_write(buf_text(&name), secret, err);
	else if (good)
		good = (key_read(buf_text(&name), there, err) &&
		    memcmp(there, secret, sizeof(there)) == 0) || err_set(err,
		    ERR_CREATE, "%s: there is another key already",
		    buf_text(&name));
	buf_close(&name);
	return good;
}

void
key_fingerprint(const unsigned char secret[HASH_SECRET_BYTES], char out[65])
{
	char text[HASH_SECRET_BYTES + 16] = "fingerprint of ";

	memcpy(text + 15, secret, HASH_SECRET_BYTES);
	hash_sha256_hex(text, 15 + HASH_SECRET_BYTES, out);
}

bool
key_private_file(const char *path, struct err *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0)
		return err_set(err, ERR_CREATE, "%s: %s", path,
		    strerror(errno));
	close(fd);
	return true;
}
