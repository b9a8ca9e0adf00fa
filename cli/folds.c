/* SPDX-License-Identifier: MIT */
#include "cli/folds.h"

#include "common/mem.h"

bool
folds_open(struct folds *f, const struct fold_plan *plan, size_t n,
    struct err *err)
{
	f->fold = mem_new(n * sizeof(struct fold *));
	f->sink = mem_new(n * sizeof(*f->sink));
	f->n = n;
	for (size_t i = 0; i < n; i++) {
		if (!fold_open(plan, &f->fold[i], err))
			return false;
		f->sink[i] = fold_sink(f->fold[i]);
	}
	return true;
}

void
folds_close(struct folds *f)
{
	for (size_t i = 0; i < f->n; i++)
		fold_close(f->fold[i]);
	packed_close(&f->packed);
	packed_close(&f->provisional);
	mem_free(f->fold);
	mem_free(f->sink);
	*f = (struct folds){ 0 };
}

size_t
folds_bytes(const struct folds *f)
{
	size_t bytes = 0;

	for (size_t i = 0; i < f->n; i++)
		bytes += fold_bytes(f->fold[i]);
	return bytes;
}

size_t
folds_kept_bytes(const struct folds *f)
{
	size_t bytes = 0;

	for (size_t i = 0; i < f->n; i++)
		bytes += fold_kept_bytes(f->fold[i]);
	return bytes;
}

void
folds_pack(struct folds *f)
{
	struct partial **p = mem_new(f->n * sizeof(*p));

	for (size_t i = 0; i < f->n; i++) {
		p[i] = fold_kept(f->fold[i]);
		packed_move(&f->packed, fold_packed(f->fold[i]));
	}
	packed_add(&f->packed, &(struct packed_from){ p, f->n, f->n,
	    f->window_s });
	for (size_t i = 0; i < f->n; i++)
		partial_shed(p[i]);
	mem_free(p);
}

void
folds_pack_taken(struct folds *f, size_t first, size_t n, struct packed *to)
{
	struct partial **p = mem_new(n * sizeof(*p));

	for (size_t i = 0; i < n; i++)
		p[i] = fold_taken(f->fold[first + i]);
	packed_add(to, &(struct packed_from){ p, n, n, f->window_s });
	for (size_t i = 0; i < n; i++)
		fold_shed_taken(f->fold[first + i]);
	mem_free(p);
}

uint64_t
folds_empty(struct folds *f)
{
	uint64_t lines = 0;

	for (size_t i = 0; i < f->n; i++) {
		struct partial *p = fold_kept(f->fold[i]);

		for (size_t k = 0; k < p->ledger.n; k++) {
			const struct ledger_row *row = table_row(&p->ledger, k);

			lines += row->lines;
		}
		partial_clear(p);
	}
	packed_close(&f->packed);
	return lines;
}
