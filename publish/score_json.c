/* SPDX-License-Identifier: MIT */
/* score_json.c -- a score table as JSON. */
#include "common/stamp.h"
#include "publish/score_page.h"
#include "publish/sheet_forms.h"

static const char *const stage_name[] = {
#define X(id, name) [CRITERIA_STAGE_##id] = name,
	CRITERIA_STAGE_TABLE(X)
#undef X
};

static void
put_titles(struct json *j, const struct criteria_head *head)
{
	json_key_text(j, "id", head->id);
	json_key_text(j, "title", head->title[LANG_VI]);
	json_key_text(j, "title_en", head->title[LANG_EN]);
}

static void
put_set(struct json *j, const struct criteria *c)
{
	json_key(j, "criteria");
	json_object(j);
	put_titles(j, &c->head);
	json_key_bool(j, "official", c->official);
	json_key_text(j, "basis", c->basis);
	json_key_int(j, "points", c->points);
	json_end(j);
}

static void
key_known(struct json *j, const char *key, bool known, int64_t n)
{
	json_key(j, key);
	if (known)
		json_int(j, n);
	else
		json_null(j);
}

static void
put_sum(struct json *j, const char *key, const struct score_sum *s)
{
	bool known = s->known_weight > 0;

	json_line(j);
	json_key(j, key);
	json_object(j);
	json_key_int(j, "weight", s->weight);
	json_key_int(j, "known_weight", s->known_weight);
	key_known(j, "coverage", s->weight > 0, s->coverage);
	key_known(j, "score", known, s->share);
	key_known(j, "pessimistic", s->weight > 0, s->pessimistic);
	key_known(j, "points", known, s->points);
	key_known(j, "pessimistic_points", s->weight > 0,
	    s->pessimistic_points);
	json_end(j);
}

static void
put_before(struct json *j, const struct score_page *p)
{
	struct buf text = { 0 };

	put_sum(j, "before", &p->score->before);
	json_line(j);
	json_key(j, "before_days");
	if (p->before.from > p->before.to) {
		json_null(j);
		return;
	}
	json_object(j);
	stamp_put_day(&text, p->before.from);
	json_key_text(j, "from", buf_text(&text));
	buf_clear(&text);
	stamp_put_day(&text, p->before.to);
	json_key_text(j, "to", buf_text(&text));
	json_end(j);
	buf_close(&text);
}

static void
put_stages(struct json *j, const struct score *s)
{
	json_line(j);
	json_key(j, "stages");
	json_object(j);
	for (int i = 0; i < CRITERIA_STAGE__MAX; i++)
		if (s->stage[i].weight > 0)
			put_sum(j, stage_name[i], &s->stage[i]);
	json_line(j);
	json_end(j);
}

/* Points that people gave, and to how many lines. */
static void
put_given(struct json *j, const struct score *s)
{
	json_line(j);
	json_key(j, "given");
	json_object(j);
#define GIVEN(column)                                                          \
	json_key(j, #column);                                                  \
	json_object(j);                                                        \
	key_known(j, "points", s->column.n > 0, s->column.points);             \
	json_key_int(j, "lines", s->column.n);                                 \
	json_end(j);
	GIVEN(self)
	GIVEN(reviewed)
	GIVEN(published)
#undef GIVEN
	json_end(j);
}

void
score_json(const struct score_page *p, struct json *j)
{
	const struct score *s = p->score;
	struct sheet t = { .lang = LANG_VI, .take = sheet_json_row, .self = j };

	json_object(j);
	put_set(j, p->criteria);
	put_sum(j, "total", &s->total);
	put_before(j, p);
	put_stages(j, s);
	json_line(j);
	json_key(j, "band");
	if (s->band != NULL) {
		json_object(j);
		put_titles(j, &s->band->head);
		json_end(j);
	} else {
		json_null(j);
	}
	put_given(j, s);
	json_line(j);
	json_key(j, "rows");
	json_array(j);
	score_columns(&t);
	score_rows(p, &t);
	json_line(j);
	json_end(j);
	json_line(j);
	json_end(j);
}
