/* SPDX-License-Identifier: MIT */
/* fuzz_criteria -- the input is a criteria file.  Beside memory errors, which the sanitizers
 * see, it aborts where a set that was taken cannot be scored within bounds, and where a refusal
 * does not say why.
 */
#include <stdint.h>
#include <stdlib.h>

#include "publish/score_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool holds)
{
	if (!holds)
		abort();
}

/* Some are known, and as far out as values are. */
static bool
get(const void *ctx, enum measure measure, int section,
    struct metric_value *out)
{
	static const int64_t value[] = { 0, 1, 500000, INT64_MAX, INT64_MIN };

	(void)ctx;
	*out = (struct metric_value){ .known = ((int)measure + section) % 3 != 0,
		.value = value[(int)measure % 5], .n = 7 };
	return out->known;
}

static void
check_sum(const struct score_sum *s)
{
	must(s->known_weight >= 0 && s->known_weight <= s->weight);
	must(s->share >= 0 && s->share <= CRITERIA_ONE);
	must(s->pessimistic >= 0 && s->pessimistic <= s->share);
	must(s->coverage >= 0 && s->coverage <= CRITERIA_ONE);
}

static void
check_pages(const struct score_page *p)
{
	struct buf text = { 0 }, csv = { 0 }, json = { 0 };
	struct term t = { .out = &text, .width = 80 };
	struct json j = json_begin(&json);

	score_text(p, &t, LANG_VI);
	score_csv(p, LANG_EN, &csv);
	score_json(p, &j);
	json_finish(&j);
	must(text.n > 0 && csv.n > 0 && json.n > 0);
	must(memchr(text.p, '\033', text.n) == NULL);
	buf_close(&text);
	buf_close(&csv);
	buf_close(&json);
}

static void
check_set(const struct criteria *c)
{
	struct score_values values = { get, NULL };
	struct score s;
	struct score_page p = { c, &s, { 20000, 20030 }, { 19970, 19999 } };

	score_make(c, values, values, &s);
	must(s.n == c->n_items + c->n_manuals);
	for (size_t i = 0; i < s.n; i++)
		must(s.row[i].score >= 0 && s.row[i].score <= CRITERIA_ONE);
	check_sum(&s.total);
	check_sum(&s.before);
	check_pages(&p);
	score_close(&s);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct criteria c = { .n_items = 0 };
	struct err err = { 0 };

	if (criteria_add_text(&c, (struct span){ (const char *)data, size },
	    "file", &err) && criteria_check(&c, &err))
		check_set(&c);
	else
		must(err.code == ERR_CONFIG && err.text[0] != '\0');
	criteria_close(&c);
	return 0;
}
