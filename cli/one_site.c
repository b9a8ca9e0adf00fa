/* SPDX-License-Identifier: MIT */
#include "cli/one_site.h"

#include "cli/settings_kinds.h"

/* "a,b c" as a NULL-terminated list. */
static const char **
listed(struct arena *arena, const char *text)
{
	struct span rest = span_of(text); /* NULL: empty */
	const char **list = NULL;
	size_t n = 0;

	list = arena_new(arena, (rest.n + 2) * sizeof(const char *));
	while (rest.n > 0) {
		struct span item = span_trim(span_cut(&rest, ','));

		if (item.n > 0)
			list[n++] = arena_dup(arena, item.p, item.n);
	}
	return list;
}

static bool
set_rules(const struct options *o, struct site *s, struct err *err)
{
	if (!options_duration(o, OPTION_VISIT_GAP, &s->visit_gap_s, err) ||
	    !options_duration(o, OPTION_ONLINE_WINDOW, &s->online_window_s,
	    err))
		return false;
	if (s->online_window_s < 1 || s->online_window_s > s->visit_gap_s ||
	    s->visit_gap_s > 12 * 3600)
		return err_set(err, ERR_USAGE, "the online window must be at "
		    "least 1 s and at most the visit gap, the visit gap at "
		    "most 12 h");
	return true;
}

bool
one_site_open(const struct cli *cli, const struct options *o,
    struct one_site *out, struct err *err)
{
	struct site *s = &out->site;
	const char *tz = o->value[OPTION_TZ], *lang = o->value[OPTION_LANG];
	const char *robots = o->value[OPTION_ROBOTS];
	struct zone *zone = NULL;

	*out = (struct one_site){ .site = SITE_DEFAULTS };
	s->id = o->value[OPTION_SITE] != NULL ? o->value[OPTION_SITE] :
	    "report";
	s->name = o->value[OPTION_SITE] != NULL ? s->id : ""; /* not told */
	s->lang = lang != NULL ? lang : "en";
	if (strcmp(s->lang, "vi") != 0 && strcmp(s->lang, "en") != 0)
		return err_set(err, ERR_USAGE, "--lang %s: vi or en", s->lang);
	if (o->value[OPTION_FORMAT] != NULL)
		s->format = o->value[OPTION_FORMAT];
	s->zone_name = tz != NULL ? tz : cli->local_zone;
	s->host = s->trusted_proxy = s->exclude = s->post_page = s->asset = s->feed =
	    s->download = s->keep_query = listed(&out->arena, NULL);
	s->internal = listed(&out->arena, o->value[OPTION_INTERNAL]);
	s->monitor = listed(&out->arena, o->value[OPTION_MONITOR]);
	if (!set_rules(o, s, err) || !threads_of(cli, o, &out->threads, err) ||
	    !zone_open(s->zone_name, NULL, &zone, err))
		return false;
	s->zone = zone;
	/* Whose days off those are is not said: a guess by where or for whom. */
	if (strcmp(s->lang, "vi") != 0 &&
	    strcmp(s->zone_name, "Asia/Ho_Chi_Minh") != 0)
		s->holidays_from = "none";
	return settings_holidays(s, err) && run_lists_open(robots, &(struct geo_paths){ { NULL } }, &out->lists,
	    err);
}

void
one_site_close(struct one_site *one)
{
	run_lists_close(&one->lists);
	settings_let_go(&one->site);
	arena_close(&one->arena);
	*one = (struct one_site){ 0 };
}
