/* SPDX-License-Identifier: MIT */
/* presence_csv.c -- a presence as CSV: a row for each value, of the site and of its sections. */
#include "common/stamp.h"
#include "publish/escape.h"
#include "publish/presence.h"

static void
put_number(struct buf *out, bool known, int64_t n)
{
	buf_putc(out, ',');
	if (known)
		buf_printf(out, "%lld", (long long)n);
}

struct row {
	enum measure measure;
	const char *section; /* "" of the site */
	const struct metric_value *now, *before; /* before: or NULL */
};

static void
put_row(struct buf *out, const struct presence_pair *p, const struct row *r)
{
	static const char *const unit[] = { "millionths", "count",
		"millionths", "microseconds", "minutes", "days" };
	const struct measure_info *m = &measure_info[r->measure];
	const struct metric_info *info = &metric_info[m->metric];

	buf_printf(out, "P%02d,%s,%s,", (int)m->metric, info->name, m->name);
	escape_csv(out, span_of(r->section));
	buf_printf(out, ",%s,%c,", unit[m->unit], "ABC"[info->class]);
	stamp_put_day(out, p->now->days.from);
	buf_putc(out, ',');
	stamp_put_day(out, p->now->days.to);
	buf_printf(out, ",%s", r->now->known ? "known" : "unknown");
	put_number(out, r->now->known, r->now->value);
	put_number(out, true, r->now->n);
	put_number(out, true, r->now->part);
	put_number(out, r->before != NULL && r->before->known,
	    r->before != NULL ? r->before->value : 0);
	put_number(out, r->before != NULL, r->before != NULL ?
	    r->before->n : 0);
	buf_putc(out, '\n');
}

static void
put_section(struct buf *out, const struct presence_pair *p, size_t i)
{
	const struct presence_section *s = &p->now->section[i];

	for (int m = 0; m < MEASURE__MAX; m++) {
		struct row r = { (enum measure)m, s->id, &s->value[m],
			p->before != NULL && i < p->before->n_sections ?
			&p->before->section[i].value[m] : NULL };

		if (metric_info[measure_info[m].metric].of_section)
			put_row(out, p, &r);
	}
}

void
presence_csv(const struct presence_pair *p, struct buf *out)
{
	buf_puts(out, "metric,name,measure,section,unit,class,from,to,state,"
	    "value,n,part,before_value,before_n\n");
	for (int m = 0; m < MEASURE__MAX; m++) {
		struct row r = { (enum measure)m, "", &p->now->value[m],
			p->before != NULL ? &p->before->value[m] : NULL };

		put_row(out, p, &r);
	}
	for (size_t i = 0; i < p->now->n_sections; i++)
		put_section(out, p, i);
}
