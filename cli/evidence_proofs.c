/* SPDX-License-Identifier: MIT */
/* evidence_proofs.c -- files that prove what no log shows, copied into the bundle. */
#include "cli/evidence_proofs.h"

#include <string.h>

#include "common/file.h"
#include "common/hash.h"

enum {
	PROOF_BYTES = 32 << 20, /* of one: a larger one is told by its hash alone */
	PROOFS_BYTES = 256 << 20,
	NAME_BYTES = 80
};

struct proving {
	struct evidence_criteria *c;
	struct bundle *b;
	enum lang lang;
	size_t bytes;
};

void
evidence_proofs_name(struct buf *out, size_t number, const char *file)
{
	const char *slash = strrchr(file, '/'), *p = slash != NULL ? slash + 1 :
	    file;
	size_t n = strlen(p);

	if (n > NAME_BYTES)
		p += n - NAME_BYTES;
	buf_printf(out, BUNDLE_PROOFS "MC-%02zu-", number);
	for (; *p != '\0'; p++)
		buf_putc(out, (*p >= '0' && *p <= '9') || (*p >= 'a' &&
		    *p <= 'z') || (*p >= 'A' && *p <= 'Z') || *p == '.' ||
		    *p == '-' ? *p : '_');
}

static void
put_path(struct buf *out, const struct criteria_head *head, const char *file)
{
	const char *slash = strrchr(head->at->file, '/');

	if (file[0] != '/' && slash != NULL)
		buf_add(out, head->at->file,
		    (size_t)(slash - head->at->file) + 1);
	buf_puts(out, file);
}

static const char *
kept(struct proving *p, const char *text)
{
	return arena_dup(&p->c->arena, text, strlen(text));
}

static void
take(struct proving *p, struct evidence_proof *f, const char *path,
    const char *said)
{
	struct buf text = { 0 }, name = { 0 };
	char hash[65];

	if (!hash_sha256_file_hex(path, hash, NULL)) {
		f->note = message(p->lang, MSG_EV_PROOF_GONE);
		f->sha256 = said != NULL ? said : "";
		return;
	}
	f->sha256 = kept(p, hash);
	if (said != NULL && strcmp(said, hash) != 0)
		f->note = message(p->lang, MSG_EV_PROOF_CHANGED);
	if (p->bytes < PROOFS_BYTES &&
	    file_read(path, PROOF_BYTES, &text, NULL)) {
		evidence_proofs_name(&name, p->c->n_proofs + 1, f->file);
		bundle_add(p->b, buf_text(&name), buf_view(&text));
		f->name = kept(p, buf_text(&name));
		f->bytes = (int64_t)text.n;
		p->bytes += text.n;
	} else if (f->note == NULL) {
		f->note = message(p->lang, MSG_EV_PROOF_LARGE);
	}
	buf_close(&text);
	buf_close(&name);
}

static void
add(struct proving *p, const struct criteria_head *head,
    const struct criteria_proof *proof)
{
	struct evidence_criteria *c = p->c;
	const char *slash;
	struct buf path = { 0 };

	if (proof->file == NULL)
		return;
	slash = strrchr(proof->file, '/');
	c->proof[c->n_proofs] = (struct evidence_proof){ .of = head->id,
		.file = slash != NULL ? slash + 1 : proof->file,
		.sha256 = "" };
	put_path(&path, head, proof->file);
	take(p, &c->proof[c->n_proofs], buf_text(&path), proof->sha256);
	c->n_proofs++;
	buf_close(&path);
}

void
evidence_proofs_take(struct evidence_criteria *c, enum lang lang,
    struct bundle *b)
{
	struct proving p = { .c = c, .b = b, .lang = lang };
	const struct criteria *k = &c->criteria;

	if (!c->any)
		return;
	c->proof = arena_new(&c->arena, (k->n_manuals + k->n_reconciles + 1) *
	    sizeof(*c->proof));
	for (size_t i = 0; i < k->n_manuals; i++)
		add(&p, &k->manual[i].head, &k->manual[i].proof);
	for (size_t i = 0; i < k->n_reconciles; i++)
		add(&p, &k->reconcile[i].head, &k->reconcile[i].proof);
}
