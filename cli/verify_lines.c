/* SPDX-License-Identifier: MIT */
/* verify_lines.c -- lines of each day, of the bundle's source list and of the logs. */
#include "cli/verify_bundle.h"
#include "common/stamp.h"
#include "store/ledger.h"

struct lines {
	struct evidence_day *day;
	size_t n, cap;
};

static void
take_lines(void *self, const struct ledger_entry *e)
{
	struct lines *l = self;
	size_t at = l->n;
	int class = 0;

	while (class < CLASS__MAX && !span_eq(e->class,
	    span_of(class_name((enum class)class))))
		class++;
	if (class == CLASS__MAX || e->day == INT32_MIN)
		return;
	while (at > 0 && l->day[at - 1].day != e->day)
		at--;
	if (at == 0) {
		if (l->n == l->cap) {
			l->cap = l->cap > 0 ? 2 * l->cap : 64;
			l->day = mem_grow(l->day, l->cap, sizeof(*l->day));
		}
		l->day[l->n] = (struct evidence_day){ .day = e->day };
		at = ++l->n;
	}
	l->day[at - 1].lines[class] += e->lines;
}

/* A day that has more lines than the bundle's, or fewer: that is why its figures differ. */
static void
tell_day(const struct verify_counting *v, const struct csv_table *t, size_t row,
    const struct lines *l)
{
	int64_t there = 0, here = 0, n;
	int32_t day;
	size_t at = 0;

	if (!stamp_read_day(csv_cell(t, row, 0), &day))
		return;
	for (size_t i = 1; i < t->columns; i++)
		if (csv_number(csv_cell(t, row, i), &n) && n >= 0 &&
		    n < INT64_MAX / CSV_COLUMNS)
			there += n;
	while (at < l->n && l->day[at].day != day)
		at++;
	for (int c = 0; at < l->n && c < CLASS__MAX; c++)
		here += l->day[at].lines[c];
	v->says->lacks |= here < there;
	if (here > there)
		verify_say(v->says, VERIFY_REASON, "more-lines", "%.*s: the "
		    "logs have %lld lines more of this day than the bundle's "
		    "source list: they came later, or are of a log that was "
		    "not counted", (int)csv_cell(t, row, 0).n,
		    csv_cell(t, row, 0).p, (long long)(here - there));
	else if (here < there)
		verify_say(v->says, VERIFY_REASON, "fewer-lines", "%.*s: "
		    "the logs have %lld lines fewer of this day than the "
		    "bundle's source list", (int)csv_cell(t, row, 0).n,
		    csv_cell(t, row, 0).p, (long long)(there - here));
}

static bool
tell_days(const struct verify_counting *v, const struct lines *l, struct err *err)
{
	const struct zip_file *file = zip_find(&v->b->zip, BUNDLE_LINES);
	struct csv_table t = { .rows = 0 };
	bool good = file == NULL || csv_read(file->bytes, file->name, &t, err);

	for (size_t i = 0; good && i < t.rows; i++)
		tell_day(v, &t, i, l);
	csv_close(&t);
	return good;
}

/* Logs of several sites: the bundle's rules know of one, so that the others' lines are told as no
 * site's here, and were told as theirs there. */
static bool
of_several_sites(const struct verify_counting *v)
{
	for (size_t i = 0; i < v->n; i++)
		if (v->log[i].group.n > 0 && !span_eq(v->log[i].group,
		    span_of(v->b->about.site)))
			return true;
	return false;
}

/* What the bundle tells of lines that belong to no site; -1: nothing. */
static bool
told_elsewhere(const struct verify_counting *v, int64_t *lines,
    struct err *err)
{
	const struct zip_file *file = zip_find(&v->b->zip, BUNDLE_EXCLUSIONS);
	struct csv_table t = { .rows = 0 };
	bool good = file == NULL || csv_read(file->bytes, file->name, &t, err);

	*lines = -1;
	for (size_t i = 0; good && i < t.rows && t.columns == 3; i++)
		if (span_eq(csv_cell(&t, i, 1),
		    span_of(waterfall_name(WATERFALL_ELSEWHERE))) &&
		    !csv_number(csv_cell(&t, i, 2), lines))
			*lines = -1;
	csv_close(&t);
	return good;
}

static bool
leave_others_out(const struct verify_counting *v, struct waterfall *w,
    struct err *err)
{
	int64_t there, *here = &w->lines[WATERFALL_ELSEWHERE];

	if (!told_elsewhere(v, &there, err))
		return false;
	if (there < 0 || there >= *here)
		return true;
	verify_say(v->says, VERIFY_NOTE, "other-sites", "%lld lines of other "
	    "sites' hosts are in these logs: how many of them belong to no "
	    "site is not compared", (long long)(*here - there));
	w->lines[WATERFALL_READ] -= *here - there;
	w->lines[WATERFALL_PARSED] -= *here - there;
	*here = there;
	return true;
}

/* Lines that have no day are of whole logs: not of one that goes on. */
static bool
compare_exclusions(const struct verify_counting *v,
    const struct store_site *s, struct err *err)
{
	struct waterfall w;
	struct buf text = { 0 };
	struct verify_table t = { .name = BUNDLE_EXCLUSIONS, .keys = 2 };
	bool good;

	if (v->says->goes_on)
		return true;
	v->says->shared = of_several_sites(v);
	good = waterfall_load(s, v->b->about.days, &w, err) &&
	    (!v->says->shared || leave_others_out(v, &w, err));
	if (good)
		evidence_exclusions(&w, &text);
	t.text = buf_view(&text);
	good = good && verify_table(v->b, &t, v->says, err);
	buf_close(&text);
	return good;
}

bool
verify_lines(const struct verify_counting *v, const struct store_site *s,
    struct err *err)
{
	struct lines l = { .n = 0 };
	struct ledger_query q = { s, v->b->about.days,
		take_lines, &l };
	struct buf text = { 0 };
	struct verify_table t = { .name = BUNDLE_LINES, .keys = 1 };
	bool good = ledger_list(s->db, &q, err);

	evidence_lines(l.day, l.n, &text);
	t.text = buf_view(&text);
	good = good && verify_table(v->b, &t, v->says, err) &&
	    tell_days(v, &l, err) && compare_exclusions(v, s, err);
	mem_free(l.day);
	buf_close(&text);
	return good;
}
