/* SPDX-License-Identifier: MIT */
/* fuzz_inflate -- the input is a file, plain or packed.
 *
 * Beside memory errors, which the sanitizers see, it aborts where ISA-L and zlib
 * disagree, where reads of another size give another state or other bytes (which a
 * damaged block of xz or bzip2 may), where a limit is not kept, and where reading
 * stands still.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ingest/inflate.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { OUTPUT_MAX = 256 * 1024 };

struct outcome {
	bool opened, packed, garbage, partly;
	enum inflate_state state;
	size_t n;
	char text[OUTPUT_MAX];
};

static void
must(bool holds)
{
	if (!holds)
		abort();
}

/* In reads of up to step bytes. */
static void
read_file(int fd, const char *gzip, size_t step, size_t limit,
    struct outcome *out)
{
	struct inflate *z = NULL;
	struct err err;
	size_t got;

	out->n = 0;
	out->state = INFLATE_END;
	out->packed = out->garbage = out->partly = false;
	must(lseek(fd, 0, SEEK_SET) == 0);
	out->opened = inflate_open_with(fd, gzip, &z, &err);
	if (!out->opened)
		return;
	inflate_limit(z, limit);
	while (inflate_state(z) == INFLATE_MORE) {
		size_t n = OUTPUT_MAX - out->n < step ? OUTPUT_MAX - out->n :
		    step;
		char *p = n > 0 ? out->text + out->n : (char[1]){ 0 };

		must(inflate_read(z, p, n > 0 ? n : 1, &got, &err));
		must(got > 0 || inflate_state(z) != INFLATE_MORE);
		out->n += got;
		must(out->n <= limit);
	}
	out->state = inflate_state(z);
	out->packed = inflate_packed(z);
	out->garbage = inflate_garbage(z);
	out->partly = out->state == INFLATE_DAMAGED &&
	    (strcmp(inflate_by(z), "xz") == 0 ||
	    strcmp(inflate_by(z), "bzip2") == 0);
	inflate_close(z);
}

static void
must_be_alike(const struct outcome *a, const struct outcome *b)
{
	must(a->opened == b->opened && a->packed == b->packed &&
	    a->state == b->state && a->garbage == b->garbage);
	must(a->partly || (a->n == b->n && memcmp(a->text, b->text, a->n) == 0));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct outcome best, other;
	int fd = memfd_create("fuzz", MFD_CLOEXEC);

	must(fd >= 0 && (size == 0 || write(fd, data, size) == (ssize_t)size));
	read_file(fd, NULL, OUTPUT_MAX, OUTPUT_MAX, &best);
	if (best.opened && !best.packed)
		must(best.n == (size < OUTPUT_MAX ? size : OUTPUT_MAX) &&
		    (size == 0 || memcmp(best.text, data, best.n) == 0));
	/* More than that of a damaged block is not worth the time. */
	if (best.packed) {
		read_file(fd, "zlib", OUTPUT_MAX, OUTPUT_MAX, &other);
		must_be_alike(&best, &other);
		read_file(fd, NULL, best.n < 600 ? 1 : 4099, OUTPUT_MAX,
		    &other);
		must_be_alike(&best, &other);
	}
	if (best.packed && best.n > 1 && !best.partly) {
		read_file(fd, NULL, 1000, best.n - 1, &other);
		must(other.state == INFLATE_LIMIT && other.n == best.n - 1 &&
		    memcmp(best.text, other.text, other.n) == 0);
	}
	close(fd);
	return 0;
}
