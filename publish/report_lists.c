/* SPDX-License-Identifier: MIT */
/* report_lists.c -- the report's outcomes, and the ledger as a waterfall. */
#include "publish/report_page.h"

enum { BAR_COLUMNS = 30, SHARE_COLUMNS = 7 };

static int
wider(int width, const char *text)
{
	int columns = term_columns(span_of(text));

	return columns > width ? columns : width;
}

/* A row of figures that add up: its share, and its place among the others. */
struct part {
	enum message label;
	enum ink ink;
	int64_t n;
	int64_t before; /* the sum of the rows above */
};

struct parts {
	struct part part[CLASS__MAX + 1]; /* outcomes are fewer */
	size_t n;
	int64_t whole;
	int label, number, bar; /* columns */
};

_Static_assert((int)OUTCOME__MAX <= (int)CLASS__MAX, "outcomes fit");

static void
measure(struct report_page *p, struct parts *s)
{
	s->number = wider(0, page_number(p, s->whole));
	for (size_t i = 0; i < s->n; i++)
		s->label = wider(s->label,
		    message(p->lang, s->part[i].label));
	s->bar = p->edge - PAGE_BODY - s->label - s->number - SHARE_COLUMNS -
	    3 * PAGE_GAP;
	s->bar = s->bar > BAR_COLUMNS ? BAR_COLUMNS : s->bar;
}

/* Up to where the bar begins. */
static void
put_part(struct report_page *p, const struct parts *s, const struct part *part,
    enum ink ink)
{
	struct term *t = &p->term;
	int edge = PAGE_BODY + s->label + PAGE_GAP + s->number;

	term_to(t, PAGE_BODY);
	term_text(t, ink, message(p->lang, part->label));
	term_right(t, ink, page_number(p, part->n), edge);
	edge += PAGE_GAP + SHARE_COLUMNS;
	term_right(t, ink == INK_PLAIN ? INK_FAINT : ink,
	    page_percent(p, part->n, s->whole), edge);
	term_to(t, edge + PAGE_GAP);
}

static const struct {
	enum message label;
	enum ink ink;
} outcomes[OUTCOME__MAX] = {
	[OUTCOME_REDIRECT] = { MSG_OUTCOME_REDIRECT, INK_BLUE },
	[OUTCOME_CLIENT_ERROR] = { MSG_OUTCOME_CLIENT_ERROR, INK_YELLOW },
	[OUTCOME_SERVER_ERROR] = { MSG_OUTCOME_SERVER_ERROR, INK_RED },
	[OUTCOME_PARTIAL] = { MSG_OUTCOME_PARTIAL, INK_BLUE },
	[OUTCOME_ACTION] = { MSG_OUTCOME_ACTION, INK_BLUE },
	[OUTCOME_ASSET] = { MSG_OUTCOME_ASSET, INK_BLUE },
	[OUTCOME_FEED] = { MSG_OUTCOME_FEED, INK_BLUE },
	[OUTCOME_DOWNLOAD] = { MSG_OUTCOME_DOWNLOAD, INK_BLUE },
	[OUTCOME_PAGE] = { MSG_OUTCOME_PAGE, INK_BLUE },
	[OUTCOME_OTHER] = { MSG_OUTCOME_OTHER, INK_BLUE },
}, classes[CLASS__MAX] = {
	[CLASS_HUMAN] = { MSG_CLASS_HUMAN, INK_BLUE },
	[CLASS_ROBOT] = { MSG_CLASS_ROBOT, INK_YELLOW },
	[CLASS_INTERNAL] = { MSG_CLASS_INTERNAL, INK_YELLOW },
	[CLASS_MONITOR] = { MSG_CLASS_MONITOR, INK_YELLOW },
	[CLASS_EXCLUDED] = { MSG_CLASS_EXCLUDED, INK_YELLOW },
	[CLASS_MALFORMED] = { MSG_CLASS_MALFORMED, INK_RED },
	[CLASS_OVERSIZE] = { MSG_CLASS_OVERSIZE, INK_RED },
	[CLASS_DIRECTIVE] = { MSG_CLASS_DIRECTIVE, INK_PLAIN },
	[CLASS_BLANK] = { MSG_CLASS_BLANK, INK_PLAIN },
	[CLASS_FUTURE] = { MSG_CLASS_FUTURE, INK_RED },
	[CLASS_LATE] = { MSG_CLASS_LATE, INK_RED },
};

/* Keeps the greatest first; of equals the first stays so. */
static void
insert(struct parts *s, struct part part)
{
	size_t i = s->n++;

	for (; i > 0 && s->part[i - 1].n < part.n; i--)
		s->part[i] = s->part[i - 1];
	s->part[i] = part;
}

void
report_outcomes(struct report_page *p)
{
	struct parts s = { .n = 0 };

	for (int o = 0; o < OUTCOME__MAX; o++) {
		int64_t n = p->f->outcomes[o];

		s.whole += n;
		if (n > 0)
			insert(&s, (struct part){ outcomes[o].label,
			    outcomes[o].ink, n, 0 });
	}
	if (s.n == 0)
		return;
	measure(p, &s);
	page_heading(p, MSG_REPORT_OUTCOMES,
	    message(p->lang, MSG_REPORT_UNIT_HITS));
	for (size_t i = 0; i < s.n; i++) {
		put_part(p, &s, &s.part[i], INK_PLAIN);
		term_bar(&p->term, s.part[i].ink, s.part[i].n, s.part[0].n,
		    s.bar);
		term_end(&p->term);
	}
}

/* More lines cannot be read than can: the format will be another one. */
static void
put_hint(struct report_page *p, const struct parts *s)
{
	if (p->f->classes[CLASS_MALFORMED] <= s->whole / 2)
		return;
	term_end(&p->term);
	term_words(&p->term, INK_PLAIN,
	    message(p->lang, MSG_REPORT_TRY_DETECT), PAGE_BODY);
	term_piece(&p->term, INK_STRONG, "truycap detect LOG", PAGE_BODY);
	term_end(&p->term);
}

void
report_ledger(struct report_page *p)
{
	struct parts s = { .n = 0 };

	for (int c = 0; c < CLASS__MAX; c++) {
		int64_t n = p->f->classes[c];

		if (n > 0 || c == CLASS_HUMAN || c == CLASS_ROBOT ||
		    c == CLASS_MALFORMED)
			s.part[s.n++] = (struct part){ classes[c].label,
				classes[c].ink, n, s.whole };
		s.whole += n;
	}
	if (s.whole == 0)
		return;
	s.part[s.n++] = (struct part){ MSG_REPORT_ALL_LINES, INK_FAINT,
		s.whole, 0 };
	measure(p, &s);
	page_heading(p, MSG_REPORT_LEDGER,
	    message(p->lang, MSG_REPORT_UNIT_LINES));
	for (size_t i = 0; i < s.n; i++) {
		const struct part *part = &s.part[i];

		put_part(p, &s, part,
		    i + 1 == s.n ? INK_STRONG : INK_PLAIN);
		term_put_strip(&p->term, part->ink, (struct term_strip){
		    part->before, part->before + part->n, s.whole, s.bar });
		term_end(&p->term);
	}
	put_hint(p, &s);
}
