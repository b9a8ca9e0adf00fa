/* SPDX-License-Identifier: MIT */
/* web_parts.c -- what was read, by whom, how the site served, and what was no people. */
#include "publish/web_page.h"

enum { ROWS = 12, FEW_ROWS = 8 };

#define CARD(p, id, title, about, class)                                       \
	{ id, web_word(p, title), about, class }

void
web_content(struct web *p)
{
	int64_t visits = p->s->sums.visits;
	int64_t fetched = p->s->f.outcomes[OUTCOME_DOWNLOAD];

	web_group_begin(p, "content", MSG_WEB_CONTENT);
	web_list(p, &(struct web_list){
	    CARD(p, "sections", MSG_SHOW_SECTIONS,
	    web_word(p, MSG_WEB_SECTIONS_ABOUT), "half"), DIM_SECTION,
	    TALLY_VISITS, false, MSG_SHOW_SECTIONS, MSG_COLUMN_VISITS,
	    MSG_WEB_NO_SECTIONS, visits, false, ROWS, HTML_NAME,
	    WEB_MORE_NONE });
	web_list(p, &(struct web_list){
	    CARD(p, "pages", MSG_REPORT_TOP_PAGES,
	    web_word(p, MSG_WEB_PAGES_ABOUT), "half"), DIM_PAGE, TALLY_PAGES,
	    false, MSG_COLUMN_PATH, MSG_REPORT_COLUMN_PAGES, MSG_WEB_NO_ROWS,
	    p->s->sums.pages, true, ROWS, HTML_CODE, WEB_MORE_NONE });
	web_list(p, &(struct web_list){
	    CARD(p, "downloads", MSG_SHOW_DOWNLOADS,
	    web_word(p, MSG_WEB_DOWNLOADS_ABOUT), "half"), DIM_DOWNLOAD,
	    TALLY_HITS, false, MSG_COLUMN_PATH, MSG_COLUMN_VISITS,
	    MSG_WEB_NO_ROWS, fetched, true, ROWS, HTML_CODE,
	    WEB_MORE_BYTES });
	web_list(p, &(struct web_list){
	    CARD(p, "entries", MSG_REPORT_TOP_ENTRIES, "", "half"), DIM_ENTRY,
	    TALLY_VISITS, false, MSG_COLUMN_PATH, MSG_COLUMN_VISITS,
	    MSG_WEB_NO_ROWS, visits, true, ROWS, HTML_CODE, WEB_MORE_NONE });
	web_group_end(p);
}

/* A third of the width, of visits. */
static void
put_third(struct web *p, const char *id, enum message title, enum dim dim,
    const char *about)
{
	web_list(p, &(struct web_list){ CARD(p, id, title, about, "third"),
	    dim, TALLY_VISITS, false, MSG_COLUMN_KEY, MSG_COLUMN_VISITS,
	    dim == DIM_COUNTRY ? MSG_WEB_NO_COUNTRIES : MSG_WEB_NO_ROWS,
	    p->s->sums.visits, true, FEW_ROWS, HTML_NAME, WEB_MORE_NONE });
}

/* Search terms and campaigns, where there are any: side by side, or one alone. */
static void
put_words(struct web *p)
{
	bool searches = web_dims(p)->of[DIM_SEARCH].n > 0;
	bool campaigns = web_dims(p)->of[DIM_CAMPAIGN].n > 0;
	const char *class = searches && campaigns ? "half" : "";

	if (searches)
		web_list(p, &(struct web_list){
		    CARD(p, "searches", MSG_SHOW_SEARCHES, "", class),
		    DIM_SEARCH, TALLY_PAGES, false, MSG_COLUMN_KEY,
		    MSG_REPORT_COLUMN_PAGES, MSG_WEB_NO_ROWS, 0, false,
		    FEW_ROWS, HTML_NAME, WEB_MORE_NONE });
	if (campaigns)
		web_list(p, &(struct web_list){
		    CARD(p, "campaigns", MSG_SHOW_CAMPAIGNS, "", class),
		    DIM_CAMPAIGN, TALLY_PAGES, false, MSG_COLUMN_KEY,
		    MSG_REPORT_COLUMN_PAGES, MSG_WEB_NO_ROWS, 0, false,
		    FEW_ROWS, HTML_NAME, WEB_MORE_NONE });
}

void
web_people(struct web *p)
{
	web_group_begin(p, "people", MSG_WEB_PEOPLE);
	put_third(p, "from", MSG_SHOW_SOURCES, DIM_SOURCE,
	    web_word(p, MSG_WEB_SOURCES_ABOUT));
	put_third(p, "countries", MSG_SHOW_COUNTRIES, DIM_COUNTRY,
	    web_word(p, MSG_WEB_COUNTRIES_ABOUT));
	put_third(p, "devices", MSG_SHOW_DEVICES, DIM_DEVICE,
	    web_word(p, MSG_WEB_AGENTS_ABOUT));
	web_list(p, &(struct web_list){
	    CARD(p, "referrers", MSG_SHOW_REFERRERS, "", "third"),
	    DIM_REFERRER, TALLY_VISITS, false, MSG_COLUMN_NAME,
	    MSG_COLUMN_VISITS, MSG_WEB_NO_ROWS, 0, false, FEW_ROWS, HTML_NAME,
	    WEB_MORE_NONE });
	put_third(p, "browsers", MSG_SHOW_BROWSERS, DIM_BROWSER, "");
	put_third(p, "systems", MSG_SHOW_SYSTEMS, DIM_SYSTEM, "");
	put_words(p);
	web_group_end(p);
}

static const char *
milliseconds(struct web *p, int64_t us)
{
	return page_text(&p->text, MSG_WEB_MS, page_ratio(&p->text, us, 1000),
	    NULL);
}

static void
put_pair(struct web *p, enum message term, const char *text)
{
	html_put(p->out, "<dt>%s</dt><dd>%s</dd>\n", web_word(p, term), text);
}

static void
put_times(struct web *p)
{
	const struct period_times *t = &p->s->times[PERIOD_TIMES_PAGES];
	struct web_card card = CARD(p, "response", MSG_SHOW_TIMES, "", "");

	web_card_begin(p, &card);
	if (t->hits == 0) {
		html_put(p->out, "<p class=\"none\">%s</p>\n",
		    web_word(p, MSG_WEB_NO_TIMES));
	} else {
		buf_puts(p->out, "<dl class=\"defs\">\n");
		put_pair(p, MSG_WEB_P50, milliseconds(p, t->p50_us));
		put_pair(p, MSG_WEB_P95, milliseconds(p, t->p95_us));
		put_pair(p, MSG_WEB_P99, milliseconds(p, t->p99_us));
		put_pair(p, MSG_WEB_UNDER,
		    page_percent(&p->text, t->under, t->hits));
		put_pair(p, MSG_WEB_TIMED, page_number(&p->text, t->hits));
		buf_puts(p->out, "</dl>\n");
	}
	web_card_end(p);
}

void
web_service(struct web *p)
{
	web_group_begin(p, "service", MSG_WEB_SERVICE);
	web_figure(p, WEB_STRIP, "");
	web_figure(p, WEB_TIMES, "");
	web_list(p, &(struct web_list){
	    CARD(p, "broken", MSG_WEB_BROKEN,
	    web_word(p, MSG_WEB_BROKEN_ABOUT), ""), DIM_BROKEN,
	    TALLY_HITS, false, MSG_COLUMN_PATH, MSG_COLUMN_VISITS,
	    MSG_WEB_NO_ROWS, 0, false, FEW_ROWS, HTML_CODE, WEB_MORE_FROM });
	web_list(p, &(struct web_list){
	    CARD(p, "missing", MSG_SHOW_MISSING,
	    web_word(p, MSG_WEB_MISSING_ABOUT), "half"), DIM_MISSING,
	    TALLY_HITS, true, MSG_COLUMN_PATH, MSG_REPORT_HITS,
	    MSG_WEB_NO_ROWS, 0, false, ROWS, HTML_CODE, WEB_MORE_NONE });
	web_list(p, &(struct web_list){
	    CARD(p, "statuses", MSG_SHOW_STATUSES,
	    web_word(p, MSG_WEB_STATUS_ABOUT), "half"), DIM_STATUS,
	    TALLY_HITS, true, MSG_COLUMN_CODE, MSG_REPORT_HITS,
	    MSG_WEB_NO_ROWS, p->s->sums.all, true, ROWS, HTML_NAME,
	    WEB_MORE_NONE });
	if (!web_has(p, WEB_TIMES))
		put_times(p);
	web_group_end(p);
}

void
web_robots(struct web *p)
{
	int64_t robots = p->s->sums.robots;

	web_group_begin(p, "robots", MSG_WEB_ROBOTS);
	web_figure(p, WEB_SHARES, "");
	web_list(p, &(struct web_list){
	    CARD(p, "robot-kinds", MSG_SHOW_ROBOT_KINDS,
	    web_word(p, MSG_WEB_ROBOTS_ABOUT), "half"), DIM_ROBOT_KIND,
	    TALLY_ROBOT_HITS, false, MSG_COLUMN_KIND, MSG_REPORT_HITS,
	    MSG_WEB_NO_ROWS, robots, true, ROWS, HTML_NAME, WEB_MORE_NONE });
	web_list(p, &(struct web_list){
	    CARD(p, "robot-names", MSG_SHOW_ROBOT_NAMES, "", "half"),
	    DIM_ROBOT, TALLY_ROBOT_HITS, false, MSG_COLUMN_NAME,
	    MSG_REPORT_HITS, MSG_WEB_NO_ROWS, robots, true, ROWS, HTML_NAME,
	    WEB_MORE_NONE });
	web_list(p, &(struct web_list){
	    CARD(p, "uncertain", MSG_WEB_DOUBT_TITLE,
	    web_word(p, MSG_WEB_DOUBT_ABOUT), ""), DIM_DOUBT,
	    TALLY_VISITS, false, MSG_COLUMN_KEY, MSG_COLUMN_VISITS,
	    MSG_WEB_NO_ROWS, 0, false, FEW_ROWS, HTML_NAME, WEB_MORE_NONE });
	web_group_end(p);
}
