/* SPDX-License-Identifier: MIT */
/* Of the forms of a time those that nearly all logs have: read without a pattern. */
#include "ingest/when.h"

static bool
pass(struct span *s, const char *text)
{
	struct span head = span_of(text);

	if (!span_starts(*s, head))
		return false;
	*s = (struct span){ s->p + head.n, s->n - head.n };
	return true;
}

/* "%Y-%m-%dT%H:%M:%S.%N%z" and its kin. */
static bool
form_of(struct span s, struct instant_form *form)
{
	*form = (struct instant_form){ .clf = pass(&s, "%d/%b/%Y") };
	if (!form->clf && !pass(&s, "%Y-%m-%d") && !pass(&s, "%F"))
		return false;
	if (s.n == 0 || s.p[0] == '%')
		return false;
	form->between = s.p[0];
	s = (struct span){ s.p + 1, s.n - 1 };
	if (!pass(&s, "%H:%M:%S") && !pass(&s, "%T"))
		return false;
	form->fraction = pass(&s, ".%N");
	if (span_eq(s, SPAN("%z")))
		return true;
	if (s.n == 6 && s.p[0] == '%' &&
	    instant_bare_offset(s, 1, &form->offset_s) == 5)
		return form->fixed = true;
	return form->blank = span_eq(s, SPAN(" %z"));
}

void
when_settle(struct when *w)
{
	struct instant_form form;

	if (w->kind != WHEN_PATTERN)
		return;
	if (span_eq(w->pattern, SPAN("%d/%b/%Y:%H:%M:%S %z")) ||
	    span_eq(w->pattern, SPAN("%d/%b/%Y:%T %z")))
		w->kind = WHEN_CLF;
	else if (span_eq(w->pattern, SPAN("%s")))
		*w = (struct when){ .kind = WHEN_EPOCH, .unit = FIELD_UNIT_S };
	else if (span_eq(w->pattern, SPAN("%s.%N")))
		*w = (struct when){ .kind = WHEN_EPOCH,
			.unit = FIELD_UNIT_S_DECIMAL };
	else if (form_of(w->pattern, &form)) {
		w->kind = WHEN_FORM;
		w->form = form;
	}
}

size_t
when_read(const struct when *w, struct span s, struct when_memo *memo,
    int64_t *at_s)
{
	switch (w->kind) {
	case WHEN_CLF:
		return instant_clf_memo(s, &memo->clf, at_s);
	case WHEN_FORM:
		return instant_read(&w->form, s, &memo->day, at_s);
	case WHEN_EPOCH:
		return instant_epoch(s, w->unit, at_s);
	case WHEN_PATTERN:
		break;
	}
	return when_pattern(w->pattern, s, at_s);
}
