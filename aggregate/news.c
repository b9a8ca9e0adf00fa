/* SPDX-License-Identifier: MIT */
#include "aggregate/news.h"

#include "aggregate/page.h"
#include "aggregate/section.h"

struct listing {
	struct news *out;
	struct sections *sections;
	struct page page;
	int32_t day;
	struct counts {
		int64_t pages, documents;
	} all, of[SITE_SECTIONS];
};

static void
add_row(struct news *n, struct news_row row)
{
	if (row.pages == 0 && row.documents == 0)
		return;
	if (n->n == n->cap) {
		n->cap = n->cap * 2 + 64;
		n->row = mem_grow(n->row, n->cap, sizeof(*n->row));
	}
	n->row[n->n++] = row;
}

static void
end_day(struct listing *l)
{
	add_row(l->out, (struct news_row){ l->day, NEWS_ALL, l->all.pages,
		l->all.documents });
	for (int i = 0; i < SITE_SECTIONS; i++)
		add_row(l->out, (struct news_row){ l->day, i, l->of[i].pages,
			l->of[i].documents });
	l->all = (struct counts){ 0 };
	memset(l->of, 0, sizeof(l->of));
}

static void
count(struct counts *c, enum dim kind)
{
	c->pages += kind == DIM_PAGE;
	c->documents += kind == DIM_DOWNLOAD;
}

static void
take(void *self, int32_t day, const struct seen_page *page)
{
	struct listing *l = self;
	uint64_t left;

	if (day != l->day)
		end_day(l);
	l->day = day;
	count(&l->all, page->kind);
	l->out->forgotten += page->name.n == 0;
	if (page->name.n == 0)
		return;
	left = sections_of(l->sections, page_path(&l->page, page->name),
	    page->name);
	for (; left != 0; left &= left - 1)
		count(&l->of[__builtin_ctzll(left)], page->kind);
}

bool
news_list(const struct store_site *s, struct period days, struct news *out,
    struct err *err)
{
	struct news n = { .n = 0 };
	struct listing l = { .out = &n, .sections = sections_open(s->site),
		.page = { .site = s->site } };
	struct seen_each each = { days, take, &l };
	bool good = seen_each(s, &each, err) &&
	    seen_over(s, days, &n.over, err) &&
	    seen_since(s, &n.any, &n.since, err);

	end_day(&l);
	page_close(&l.page);
	sections_close(l.sections);
	if (good)
		*out = n;
	else
		news_close(&n);
	return good;
}

void
news_close(struct news *n)
{
	mem_free(n->row);
	*n = (struct news){ 0 };
}
