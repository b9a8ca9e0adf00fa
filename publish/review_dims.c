/* SPDX-License-Identifier: MIT */
/* review_dims.c -- counts by the keys of a dimension, with the columns of its export. */
#include "publish/keys.h"
#include "publish/review_table.h"

/* Heads of counts, in the order of enum tally_count. */
static const struct {
	enum message head;
	enum sheet_kind kind;
} counts[TALLY__COUNTS] = {
	[TALLY_HITS] = { MSG_REPORT_HITS, SHEET_COUNT },
	[TALLY_PAGES] = { MSG_REPORT_PAGES, SHEET_COUNT },
	[TALLY_BYTES] = { MSG_HEAD_BYTES, SHEET_BYTES },
	[TALLY_ROBOT_HITS] = { MSG_HEAD_ROBOT_HITS, SHEET_COUNT },
	[TALLY_ROBOT_PAGES] = { MSG_HEAD_ROBOT_PAGES, SHEET_COUNT },
	[TALLY_ROBOT_BYTES] = { MSG_HEAD_ROBOT_BYTES, SHEET_BYTES },
	[TALLY_REST_HITS] = { MSG_HEAD_REST_HITS, SHEET_COUNT },
	[TALLY_REST_PAGES] = { MSG_HEAD_REST_PAGES, SHEET_COUNT },
	[TALLY_REST_BYTES] = { MSG_HEAD_REST_BYTES, SHEET_BYTES },
	[TALLY_VISITS] = { MSG_REPORT_VISITS, SHEET_COUNT },
	[TALLY_VISITORS] = { MSG_HEAD_VISITORS, SHEET_COUNT },
};

/* A dimension without a title of its own is told by its name. */
static const enum message titles[DIM__MAX] = {
	[DIM_PAGE] = MSG_OUTCOME_PAGE,
	[DIM_ENTRY] = MSG_SHEET_ENTRIES,
	[DIM_EXIT] = MSG_SHEET_EXITS,
	[DIM_DOWNLOAD] = MSG_OUTCOME_DOWNLOAD,
	[DIM_SECTION] = MSG_SHOW_SECTIONS,
	[DIM_SOURCE] = MSG_SHEET_VISIT_SOURCES,
	[DIM_REFERRER] = MSG_SHEET_REFERRERS,
	[DIM_BROKEN] = MSG_WEB_BROKEN,
	[DIM_MISSING] = MSG_SHOW_MISSING,
	[DIM_SEARCH] = MSG_SHOW_SEARCHES,
	[DIM_CAMPAIGN] = MSG_SHOW_CAMPAIGNS,
	[DIM_COUNTRY] = MSG_SHOW_COUNTRIES,
	[DIM_BROWSER] = MSG_SHOW_BROWSERS,
	[DIM_SYSTEM] = MSG_SHOW_SYSTEMS,
	[DIM_DEVICE] = MSG_SHOW_DEVICES,
	[DIM_METHOD] = MSG_SHEET_METHODS,
	[DIM_PROTOCOL] = MSG_SHEET_PROTOCOLS,
	[DIM_STATUS] = MSG_SHOW_STATUSES,
	[DIM_HOST] = MSG_SHOW_HOSTS,
	[DIM_ROBOT] = MSG_CLASS_ROBOT,
	[DIM_ROBOT_KIND] = MSG_SHEET_ROBOT_KINDS,
	[DIM_SCHEME] = MSG_SHEET_SCHEMES,
	[DIM_IP] = MSG_SHEET_IPS,
	[DIM_NETWORK] = MSG_SHEET_NETWORKS,
	[DIM_PLACE] = MSG_SHEET_PLACES,
	[DIM_ANSWER] = MSG_SHEET_ANSWERS,
	[DIM_SOFT] = MSG_SHEET_SOFT,
	[DIM_FUNNEL] = MSG_SHEET_FUNNEL,
	[DIM_DOUBT] = MSG_SHOW_DOUBT,
};

enum message
review_dim_title(enum dim dim)
{
	return titles[dim] != 0 ? titles[dim] : MSG_SHEET_OTHER;
}

static bool
of_people(enum tally_count c)
{
	return c <= TALLY_BYTES || c >= TALLY_VISITS;
}

void
review_dim_columns(struct sheet *t, enum dim dim)
{
	const struct dims_row *row = dims_of(dim);
	/* These names are kinds of ours, not a log's: shown in the reader's words. */
	enum sheet_kind kind = row->counts & DIMS_PAIR ? SHEET_TEXT :
	    SHEET_WORD;

	sheet_column(t, "key", MSG_HEAD_KEY, kind);
	if (dim == DIM_ANSWER)
		sheet_column(t, "answer", MSG_HEAD_ANSWER, SHEET_TEXT);
	else if (dim == DIM_FUNNEL)
		sheet_column(t, "steps", MSG_HEAD_STEP, SHEET_TEXT);
	else if (row->counts & DIMS_PAIR)
		sheet_column(t, "from", MSG_HEAD_LINK_FROM, SHEET_TEXT);
	for (int c = 0; c < TALLY__COUNTS; c++)
		if (dims_has(row, (enum tally_count)c))
			sheet_column(t, tally_count_name((enum tally_count)c),
			    counts[c].head, counts[c].kind);
}

/* The empty key is unknown to programs, and "unknown" to people. */
static void
put_key(struct sheet *t, enum dim dim, struct span key, struct arena *arena)
{
	if (key.n == 0) {
		sheet_none(t);
		return;
	}
	sheet_text(t, key);
	t->cell[t->at - 1].shown = key_text(arena, t->lang, dim, key);
}

void
review_dim_rows(const struct review *r, struct sheet *t, enum dim dim)
{
	const struct dims_row *row = dims_of(dim);
	const struct tallies *list = &r->show.dims.of[dim];
	const bool *hidden = r->hidden[dim];
	struct arena arena = { NULL, 0 };

	for (size_t i = 0; i < list->n; i++) {
		struct span key = list->tally[i].key;

		if (row->counts & DIMS_PAIR) {
			sheet_text(t, span_cut(&key, '\t'));
			sheet_text(t, key);
		} else {
			put_key(t, dim, key, &arena);
		}
		for (int c = 0; c < TALLY__COUNTS; c++)
			if (dims_has(row, (enum tally_count)c))
				sheet_int(t, hidden != NULL && hidden[i] &&
				    of_people((enum tally_count)c) ?
				    REVIEW_NONE : list->tally[i].n[c]);
		sheet_end(t);
		arena_close(&arena);
	}
}
