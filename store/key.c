/* SPDX-License-Identifier: MIT */
#include "store/key.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "common/buf.h"
#include "common/file.h"

bool
key_open(const char *path, bool make, unsigned char secret[HASH_SECRET_BYTES], struct err *err)
{
	struct buf name = { 0 }, text = { 0 };
	struct out out = { 0 };
	bool good;

	buf_printf(&name, "%s.key", path);
	if (make && access(buf_text(&name), F_OK) != 0) {
		good = hash_random(secret, HASH_SECRET_BYTES, err) &&
		    out_begin(&out, buf_text(&name), 0600, err);
		if (good) {
			buf_add(&out.buf, secret, HASH_SECRET_BYTES);
			good = out_commit(&out, err);
		}
		out_close(&out);
	} else {
		good = file_read(buf_text(&name), 4096, &text, err);
		if (!good && err != NULL)
			err->code = ERR_CONFIG;
		else if (good && text.n != HASH_SECRET_BYTES)
			good = err_set(err, ERR_CONFIG,
			    "%s: not a key file of truycap", buf_text(&name));
		if (good)
			memcpy(secret, text.p, HASH_SECRET_BYTES);
	}
	buf_close(&text);
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
