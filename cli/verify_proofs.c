/* SPDX-License-Identifier: MIT */
/* verify_proofs.c -- copied proofs, against the hashes that the bundle's criteria have. */
#include <string.h>

#include "cli/evidence_proofs.h"
#include "cli/settings_criteria.h"
#include "cli/verify_bundle.h"
#include "common/hash.h"

enum { NAME_SHOWN = 300 }; /* bytes of a hostile name */

struct proofs {
	const struct zip *zip;
	struct verify_says *says;
	bool *named; /* of each file: the criteria have it */
	size_t n;
};

bool
verify_criteria_open(const struct verify_opened *b,
    struct evidence_criteria *out, struct err *err)
{
	const char **names;
	size_t n = 0;

	while (b->about.criteria != NULL && b->about.criteria[n] != NULL)
		n++;
	if (n == 0)
		return true;
	names = arena_new(&out->arena, (n + 1) * sizeof(*names));
	for (size_t i = 0; i < n; i++) {
		struct buf path = { 0 };

		buf_printf(&path, "%s/%s", b->folder.p, b->about.criteria[i]);
		names[i] = arena_dup(&out->arena, path.p, path.n);
		buf_close(&path);
	}
	out->any = settings_criteria_read(names, &out->criteria, err);
	if (!out->any && err != NULL)
		err->code = ERR_DATA;
	return out->any;
}

/* A copy that is there. */
static void
check_copy(struct proofs *p, const struct zip_file *f,
    const struct criteria_proof *proof)
{
	char is[65];

	p->named[f - p->zip->file] = true;
	if (proof->sha256 == NULL) {
		verify_say(p->says, VERIFY_NOTE, "unproven-proof", "%s: the "
		    "criteria have no SHA-256 for it: nothing but the manifest "
		    "says which file it was", f->name);
		return;
	}
	hash_sha256_hex(f->bytes.p, f->bytes.n, is);
	if (strcmp(is, proof->sha256) == 0)
		return;
	p->says->proofs++;
	verify_say(p->says, VERIFY_DIFFERENCE, "other-proof", "%s: is not the "
	    "file that the criteria name: its SHA-256 is %s, theirs %s",
	    f->name, is, proof->sha256);
}

static void
check(struct proofs *p, const struct criteria_head *head,
    const struct criteria_proof *proof)
{
	struct buf name = { 0 };
	const struct zip_file *f;

	if (proof->file == NULL)
		return;
	evidence_proofs_name(&name, ++p->n, proof->file);
	f = zip_find(p->zip, buf_text(&name));
	if (f != NULL) {
		check_copy(p, f, proof);
	} else {
		p->says->proofs++;
		verify_say(p->says, VERIFY_DIFFERENCE, "missing-proof", "%s: "
		    "the criteria name this proof (of %.*s), and the bundle "
		    "has no copy: it was taken out, or was too large or not "
		    "there when the bundle was made; its SHA-256 is %s",
		    buf_text(&name), NAME_SHOWN, head->id,
		    proof->sha256 != NULL ? proof->sha256 : "not known");
	}
	buf_close(&name);
}

static void
tell_unnamed(const struct proofs *p)
{
	for (size_t i = 0; i < p->zip->n; i++) {
		if (p->named[i] || !span_starts(span_of(p->zip->file[i].name),
		    SPAN(BUNDLE_PROOFS)))
			continue;
		p->says->proofs++;
		verify_say(p->says, VERIFY_DIFFERENCE, "unnamed-proof", "%.*s: "
		    "the criteria name no such proof", NAME_SHOWN,
		    p->zip->file[i].name);
	}
}

bool
verify_proofs(const struct verify_opened *b, struct verify_says *says,
    struct err *err)
{
	struct evidence_criteria c = { .any = false };
	struct proofs p = { .zip = &b->zip, .says = says };
	bool good = verify_criteria_open(b, &c, err);

	p.named = mem_new((b->zip.n + 1) * sizeof(*p.named));
	for (size_t i = 0; good && i < c.criteria.n_manuals; i++)
		check(&p, &c.criteria.manual[i].head,
		    &c.criteria.manual[i].proof);
	for (size_t i = 0; good && i < c.criteria.n_reconciles; i++)
		check(&p, &c.criteria.reconcile[i].head,
		    &c.criteria.reconcile[i].proof);
	if (good)
		tell_unnamed(&p);
	mem_free(p.named);
	evidence_criteria_close(&c);
	return good;
}
