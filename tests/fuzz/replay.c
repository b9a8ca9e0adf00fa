/* SPDX-License-Identifier: MIT */
/* replay FOLDER... -- feeds each file to a fuzz target, without a fuzzer.
 *
 * Linked with one fuzz_<what>.c.  A target that dies ends the test; each file
 * gets a copy whose end touches an unreadable page.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/tap.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FILE_MAX = 4 * 1024 * 1024 };

static void
feed(const char *folder, const char *name)
{
	static char bytes[FILE_MAX];
	char path[4096];
	FILE *f;
	size_t n;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "rb");
	if (f == NULL) {
		ok(false, "%s can be read", path);
		return;
	}
	n = fread(bytes, 1, sizeof(bytes), f);
	fclose(f);
	/* Said before, so that a crash has a name. */
	printf("# %s\n", path);
	fflush(stdout);
	ok(LLVMFuzzerTestOneInput((const uint8_t *)tap_guarded(bytes, n), n) ==
	    0, "%s is endured", name);
}

static int
visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct dirent **names = NULL;
		int n = scandir(argv[i], &names, visible, alphasort);

		ok(n > 0, "%s holds files", argv[i]);
		for (int k = 0; k < n; k++) {
			feed(argv[i], names[k]->d_name);
			free(names[k]);
		}
		free(names);
	}
	ok(argc > 1, "a folder is given");
	return done();
}
