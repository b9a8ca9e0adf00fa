/* SPDX-License-Identifier: MIT */
#include "publish/waterfall.h"

#include "store/days.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { DAY = 19000 };

static void
add_lines(struct rig *r, int64_t site, int64_t day, enum class class,
    int64_t lines)
{
	must(db_run(r->db, &r->err, STMT_LEDGER_ADD, "iiiti", INT64_C(1), site,
	    day, span_of(class_name(class)), lines), &r->err);
}

static void
add_hits(struct rig *r, enum class class, enum outcome outcome, int64_t hits)
{
	must(db_run(r->db, &r->err, STMT_HOUR_ADD, "iiittii", r->store.id,
	    (int64_t)DAY, INT64_C(7), span_of(class_name(class)),
	    span_of(outcome_name(outcome)), hits, INT64_C(0)), &r->err);
}

/* Each class and outcome with a number of its own. */
static void
fill(struct rig *r)
{
	int64_t human = 0;

	for (int o = 0; o < OUTCOME__MAX; o++) {
		add_hits(r, CLASS_HUMAN, (enum outcome)o, 100 + o);
		human += 100 + o;
	}
	add_lines(r, r->store.id, DAY, CLASS_HUMAN, human);
	for (int c = CLASS_ROBOT; c < CLASS__COUNTED; c++) {
		add_hits(r, (enum class)c, OUTCOME_PAGE, 10 + c);
		add_lines(r, r->store.id, DAY, (enum class)c, 10 + c);
	}
	for (int c = CLASS__COUNTED; c < CLASS__MAX; c++)
		add_lines(r, r->store.id, c == CLASS_LATE ? DAY : INT32_MIN,
		    (enum class)c, 1000 + c);
	add_lines(r, 0, INT32_MIN, CLASS_EXCLUDED, 77);
}

static const struct {
	const char *name;
	enum waterfall_step step;
	int64_t want;
} row[] = {
	{ "robots are taken off what counts", WATERFALL_ROBOT,
	    10 + CLASS_ROBOT },
	{ "so is what a rule leaves out", WATERFALL_EXCLUDED,
	    10 + CLASS_EXCLUDED },
	{ "lines of no configured host are another step",
	    WATERFALL_ELSEWHERE, 77 },
	{ "lines that cannot be parsed have no day, and are those of the log",
	    WATERFALL_MALFORMED, 1000 + CLASS_MALFORMED },
	{ "late lines have one, and count not", WATERFALL_LATE,
	    1000 + CLASS_LATE },
	{ "downloads are no page views", WATERFALL_DOWNLOAD,
	    100 + OUTCOME_DOWNLOAD },
	{ "what is left are page views", WATERFALL_PAGES, 100 + OUTCOME_PAGE },
	{ "nothing is forgotten", WATERFALL_FORGOTTEN, 0 },
};

static void
check_days(struct rig *r)
{
	struct waterfall w;

	must(waterfall_load(&r->store, (struct period){ DAY, DAY }, &w,
	    &r->err), &r->err);
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++)
		is_int(w.lines[row[i].step], row[i].want, "%s", row[i].name);
	ok(waterfall_adds_up(&w), "it adds up");
	w.lines[WATERFALL_ASSET]++;
	ok(!waterfall_adds_up(&w), "one more in a step does not");
	must(waterfall_load(&r->store, PERIOD_ALL, &w, &r->err), &r->err);
	is_int(w.lines[WATERFALL_MALFORMED], 1000 + CLASS_MALFORMED,
	    "of all days, what has none is told once");
	ok(waterfall_adds_up(&w), "and it adds up");
	must(waterfall_load(&r->store, (struct period){ DAY + 1, DAY + 9 },
	    &w, &r->err), &r->err);
	is_int(w.lines[WATERFALL_READ], 0, "days without lines have none");
	must(db_run(r->db, &r->err, STMT_HOUR_DROP, "ii", r->store.id,
	    (int64_t)DAY) && waterfall_load(&r->store,
	    (struct period){ DAY, DAY }, &w, &r->err), &r->err);
	ok(waterfall_adds_up(&w) && w.lines[WATERFALL_FORGOTTEN] ==
	    w.lines[WATERFALL_HUMAN] && w.lines[WATERFALL_PAGES] == 0,
	    "of requests whose details are gone the number stays");
}

int
main(void)
{
	struct rig r;

	rig_open(&r, NULL, "UTC");
	must(db_begin(r.db, &r.err), &r.err);
	must(db_run(r.db, &r.err, STMT_STREAM_ADD, "ttiibbnnt", SPAN("g"),
	    SPAN("combined"), INT64_C(1), INT64_C(0), SPAN("0123456789abcdef"),
	    SPAN("0123456789abcdef"), SPAN("a.log")), &r.err);
	fill(&r);
	check_days(&r);
	for (int i = 0; i < WATERFALL__MAX; i++)
		for (int l = 0; l < 2; l++)
			if (message(l ? LANG_VI : LANG_EN,
			    waterfall_message((enum waterfall_step)i))[0] ==
			    '\0')
				ok(false, "step %d has a text", i);
	rig_close(&r);
	return done();
}
