/* SPDX-License-Identifier: MIT */
/* criteria_proof.c -- what was entered by hand is proved by files: are they those still? */
#include "aggregate/criteria.h"
#include "common/hash.h"

void
criteria_path(const struct criteria_head *head, const char *file,
    struct buf *path)
{
	const char *slash = strrchr(head->at->file, '/');

	buf_clear(path);
	if (file[0] != '/' && slash != NULL)
		buf_span(path, (struct span){ head->at->file,
		    (size_t)(slash - head->at->file) + 1 });
	buf_puts(path, file);
}

bool
criteria_proof_good(const struct criteria_head *head,
    const struct criteria_proof *proof, struct err *err)
{
	struct buf path = { 0 };
	struct err why = { 0 };
	char sha256[65];
	bool good = true;

	if (proof->file == NULL)
		return true;
	criteria_path(head, proof->file, &path);
	if (!hash_sha256_file_hex(buf_text(&path), sha256, &why))
		good = ini_err(err, head->at, "[%s \"%s\"]: its proof cannot "
		    "be read: %s", head->at->section, head->id, why.text);
	else if (proof->sha256 != NULL && strcmp(sha256, proof->sha256) != 0)
		good = ini_err(err, head->at, "[%s \"%s\"]: its proof %s was "
		    "changed: its SHA-256 is %s now", head->at->section,
		    head->id, buf_text(&path), sha256);
	if (!good && err != NULL)
		err->code = ERR_DATA;
	buf_close(&path);
	return good;
}

bool
criteria_prove(const struct criteria *c, struct err *err)
{
	for (size_t i = 0; i < c->n_manuals; i++)
		if (!criteria_proof_good(&c->manual[i].head,
		    &c->manual[i].proof, err))
			return false;
	for (size_t i = 0; i < c->n_reconciles; i++)
		if (!criteria_proof_good(&c->reconcile[i].head,
		    &c->reconcile[i].proof, err))
			return false;
	return true;
}
