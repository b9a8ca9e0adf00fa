/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "aggregate/criteria.h"
#include "common/hash.h"
#include "tests/tap.h"

static char dir[] = "/tmp/t_proof.XXXXXX";
static char conf[64], proof[64];

static void
put_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	if (f == NULL || fputs(text, f) == EOF || fclose(f) != 0)
		abort();
}

static void
prove(const char *name, const char *text, const char *want)
{
	struct criteria c = { .n_items = 0 };
	struct err err = { 0 };
	bool good;

	put_file(conf, text);
	if (!criteria_add_file(&c, conf, &err) || !criteria_check(&c, &err)) {
		diag("%s", err.text);
		abort();
	}
	good = criteria_prove(&c, &err);
	ok(want == NULL ? good : !good && err.code == ERR_DATA &&
	    strstr(err.text, want) != NULL, "%s (%s)", name, err.text);
	criteria_close(&c);
}

int
main(void)
{
	char sha256[65], text[600];

	if (mkdtemp(dir) == NULL)
		abort();
	snprintf(conf, sizeof(conf), "%s/c.conf", dir);
	snprintf(proof, sizeof(proof), "%s/minutes.txt", dir);
	put_file(proof, "minutes of the meeting\n");
	if (!hash_sha256_file_hex(proof, sha256, NULL))
		abort();
	snprintf(text, sizeof(text), "[criteria \"c\"]\n[manual \"m\"]\n"
	    "floor = 0\ntarget = 1\nvalue = 1\nproof = minutes.txt\n"
	    "sha256 = %s\n", sha256);
	prove("a proof beside the criteria file", text, NULL);
	put_file(proof, "minutes of another meeting\n");
	prove("one that was changed", text, "/c.conf:2: [manual \"m\"]: its "
	    "proof ");
	unlink(proof);
	prove("one that is missing", text, "minutes.txt: No such file");
	prove("one that is no file", "[criteria \"c\"]\n[reconcile \"emc\"]\n"
	    "from = 2026-01-01\nto = 2026-01-31\nvalue = 5\n"
	    "proof = /dev/null\n", "/c.conf:2: [reconcile \"emc\"]: its proof "
	    "cannot be read: /dev/null: not a regular file");
	prove("nothing by hand", "[criteria \"c\"]\n", NULL);
	unlink(conf);
	rmdir(dir);
	return done();
}
