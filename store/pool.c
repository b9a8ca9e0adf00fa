/* SPDX-License-Identifier: MIT */
#include "store/pool.h"

#include "common/mem.h"

void
pool_put(struct pool *p, int32_t day, struct buf *body)
{
	if (p->n == p->cap) {
		p->cap = p->cap * 2 + 16;
		p->part = mem_grow(p->part, p->cap, sizeof(*p->part));
	}
	p->part[p->n++] = (struct pool_part){ day, *body };
	p->bytes += body->n;
	*body = (struct buf){ 0 };
}

void
pool_drop(struct pool *p, int32_t day)
{
	size_t k = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (p->part[i].day <= day) {
			p->bytes -= p->part[i].body.n;
			buf_close(&p->part[i].body);
		} else {
			p->part[k++] = p->part[i];
		}
	}
	p->n = k;
}

void
pool_close(struct pool *p)
{
	pool_drop(p, INT32_MAX);
	mem_free(p->part);
	*p = (struct pool){ 0 };
}
