/* SPDX-License-Identifier: MIT */
#include "publish/waterfall.h"

#include "common/number.h"
#include "publish/json.h"
#include "publish/term.h"
#include "store/ledger.h"

static const struct {
	const char *name;
	enum message text;
	bool total;
} step[WATERFALL__MAX] = {
#define X(id, name, total) { name, MSG_WATERFALL_##id, total },
	WATERFALL_TABLE(X)
#undef X
};

const char *
waterfall_name(enum waterfall_step s)
{
	return step[s].name;
}

enum message
waterfall_message(enum waterfall_step s)
{
	return step[s].text;
}

bool
waterfall_total(enum waterfall_step s)
{
	return step[s].total;
}

/* Where lines of a class go: those with a day, and those without. */
static const struct {
	enum waterfall_step dated, undated;
} of_class[CLASS__MAX] = {
	[CLASS_HUMAN] = { WATERFALL_HUMAN, WATERFALL_HUMAN },
	[CLASS_ROBOT] = { WATERFALL_ROBOT, WATERFALL_ROBOT },
	[CLASS_INTERNAL] = { WATERFALL_INTERNAL, WATERFALL_INTERNAL },
	[CLASS_MONITOR] = { WATERFALL_MONITOR, WATERFALL_MONITOR },
	[CLASS_EXCLUDED] = { WATERFALL_EXCLUDED, WATERFALL_ELSEWHERE },
	[CLASS_MALFORMED] = { WATERFALL_MALFORMED, WATERFALL_MALFORMED },
	[CLASS_OVERSIZE] = { WATERFALL_OVERSIZE, WATERFALL_OVERSIZE },
	[CLASS_DIRECTIVE] = { WATERFALL_DIRECTIVE, WATERFALL_DIRECTIVE },
	[CLASS_BLANK] = { WATERFALL_BLANK, WATERFALL_BLANK },
	[CLASS_FUTURE] = { WATERFALL_FUTURE, WATERFALL_FUTURE },
	[CLASS_LATE] = { WATERFALL_LATE, WATERFALL_LATE },
};

static const enum waterfall_step of_outcome[OUTCOME__MAX] = {
	[OUTCOME_REDIRECT] = WATERFALL_REDIRECT,
	[OUTCOME_CLIENT_ERROR] = WATERFALL_CLIENT_ERROR,
	[OUTCOME_SERVER_ERROR] = WATERFALL_SERVER_ERROR,
	[OUTCOME_PARTIAL] = WATERFALL_PARTIAL,
	[OUTCOME_ACTION] = WATERFALL_ACTION,
	[OUTCOME_ASSET] = WATERFALL_ASSET,
	[OUTCOME_FEED] = WATERFALL_FEED,
	[OUTCOME_DOWNLOAD] = WATERFALL_DOWNLOAD,
	[OUTCOME_PAGE] = WATERFALL_PAGES,
	[OUTCOME_OTHER] = WATERFALL_OTHER,
};

/* From below: people's requests are counted by class and by outcome, and what is kept of the
 * outcomes no more makes the difference. */
static void
sum_up(struct waterfall *w)
{
	int64_t known = w->lines[WATERFALL_PAGES], above;

	for (int i = WATERFALL_HUMAN + 1; i < WATERFALL_FORGOTTEN; i++)
		known += w->lines[i];
	w->lines[WATERFALL_FORGOTTEN] = w->lines[WATERFALL_HUMAN] - known;
	above = w->lines[WATERFALL_HUMAN];
	for (int i = WATERFALL_HUMAN - 1; i >= 0; i--) {
		if (step[i].total)
			w->lines[i] = above;
		else
			above += w->lines[i];
	}
}

bool
waterfall_load(const struct store_site *s, struct period days,
    struct waterfall *out, struct err *err)
{
	struct ledger_reach reach;
	struct day_outcomes outcomes;
	struct waterfall w = { { 0 } };

	if (!ledger_reached(s, days, &reach, err) ||
	    !days_outcomes(s, days, &outcomes, err))
		return false;
	for (int c = 0; c < CLASS__MAX; c++) {
		w.lines[of_class[c].dated] += reach.dated[c];
		w.lines[of_class[c].undated] += reach.undated[c];
	}
	for (int o = 0; o < OUTCOME__MAX; o++)
		w.lines[of_outcome[o]] += outcomes.outcome[o];
	sum_up(&w);
	*out = w;
	return true;
}

bool
waterfall_adds_up(const struct waterfall *w)
{
	int64_t left = w->lines[0];

	for (int i = 1; i < WATERFALL__MAX; i++) {
		if (step[i].total && w->lines[i] != left)
			return false;
		if (!step[i].total)
			left -= w->lines[i];
	}
	return true;
}

enum { NAME_COLUMNS = 44, NUMBER_COLUMNS = 16 };

void
waterfall_text(const struct waterfall *w, enum lang lang, struct buf *out)
{
	for (int i = 0; i < WATERFALL__MAX; i++) {
		const char *name = message(lang, step[i].text);
		struct buf number = { 0 };
		int columns = term_columns(span_of(name));

		if (w->lines[i] == 0 && !step[i].total)
			continue;
		number_put(&number, w->lines[i], lang);
		buf_printf(out, "%s%s%*s", step[i].total ? "  " : "    - ",
		    name, NAME_COLUMNS - columns -
		    (step[i].total ? 2 : 6), "");
		buf_printf(out, "%*s%s\n", NUMBER_COLUMNS - (int)number.n, "",
		    buf_text(&number));
		buf_close(&number);
	}
}

void
waterfall_json(const struct waterfall *w, struct json *j)
{
	json_array(j);
	for (int i = 0; i < WATERFALL__MAX; i++) {
		json_line(j);
		json_object(j);
		json_key_text(j, "step", step[i].name);
		json_key_bool(j, "total", step[i].total);
		json_key_int(j, "lines", w->lines[i]);
		json_end(j);
	}
	json_line(j);
	json_end(j);
}
