/* SPDX-License-Identifier: MIT */
#include "cli/history.h"

#include "cli/older.h"
#include "common/civil.h"
#include "common/stamp.h"
#include "publish/escape.h"

const char *const history_column[] = {
	"month",
#define X(id, name) name,
	HISTORY_TABLE(X)
#undef X
	"source", "revision", "sha256", "by", "recorded"
};
_Static_assert(sizeof(history_column) / sizeof(*history_column) ==
    HISTORY_COLUMNS, "a name for each column");

/* "2019-05" */
static void
put_month(struct buf *out, int32_t month)
{
	struct civil c = civil_date(month);

	buf_printf(out, "%04d-%02d", c.year, c.month);
}

/* ---- entering ---- */

static bool
read_files(const struct options *o, struct older *months, struct err *err)
{
	if (!options_has(o, OPTION_BY))
		return err_set(err, ERR_USAGE, "baseline history: --by is "
		    "missing; see truycap baseline --help");
	if (o->n_args < 2)
		return err_set(err, ERR_USAGE, "baseline history: which file? "
		    "see truycap baseline --help");
	for (int i = 1; i < o->n_args; i++)
		if (!older_read(months, o->arg[i], err))
			return false;
	return true;
}

static bool
enter_month(const struct store_site *s, const struct options *o,
    const struct older_month *from, struct err *err)
{
	struct history_month m = { .month = from->month,
		.source = from->source != NULL ? from->source :
		    o->value[OPTION_SOURCE], .sha256 = from->sha256,
		.by = o->value[OPTION_BY], .recorded_s = o->now_s };
	bool added;

	memcpy(m.value, from->value, sizeof(m.value));
	if (m.source == NULL)
		return err_set(err, ERR_DATA, "%s:%d: no source in it: name "
		    "the tool with --source", from->path, from->line);
	if (m.month > zone_day_at(s->site->zone, o->now_s).day)
		return err_set(err, ERR_DATA, "%s:%d: a month ahead of the "
		    "clock", from->path, from->line);
	return history_add(s, &m, &added, err);
}

static bool
enter(const struct options *o, const struct older *months, struct err *err)
{
	struct workplace w = { .lock = -1 };
	struct store_site stored;
	size_t site;
	bool good = workplace_write(o, &w, err) &&
	    workplace_site(&w, o, &site, err) && db_begin(w.db, err) &&
	    sites_open(w.db, &w.settings.site[site], true, &stored, err);

	for (size_t i = 0; good && i < months->n; i++)
		good = enter_month(&stored, o, &months->month[i], err);
	good = good && db_commit(w.db, err);
	workplace_close(&w);
	return good;
}

bool
history_enter(const struct options *o, struct err *err)
{
	struct older months = { .n = 0 };
	bool good = read_files(o, &months, err) && enter(o, &months, err);

	older_close(&months);
	return good;
}

/* ---- listing ---- */

struct listing {
	const struct store_site *s;
	struct buf *out;
	struct json *json;
	struct rows *rows;
	bool any;
};

static void
put_text(void *self, const struct history_month *m)
{
	struct listing *l = self;
	struct buf at = { 0 };
	const char *comma = "";

	if (!l->any) {
		buf_puts(l->out, "  ");
		buf_puts(l->out, l->s->site->id);
		buf_puts(l->out, ": months of older tools, in no sum here\n");
	}
	l->any = true;
	buf_puts(l->out, "    ");
	put_month(l->out, m->month);
	buf_puts(l->out, "  ");
	for (int i = 0; i < HISTORY__MAX; i++) {
		if (m->value[i] == HISTORY_UNKNOWN)
			continue;
		buf_printf(l->out, "%s%s %lld", comma,
		    history_name((enum history_figure)i),
		    (long long)m->value[i]);
		comma = ", ";
	}
	buf_puts(l->out, "  (");
	escape_terminal(l->out, span_of(m->source));
	stamp_put(&at, l->s->site->zone, m->recorded_s);
	buf_printf(l->out, "; revision %lld, %.10s by ",
	    (long long)m->revision, buf_text(&at));
	escape_terminal(l->out, span_of(m->by));
	buf_puts(l->out, ")\n");
	buf_close(&at);
}

static void
put_json(void *self, const struct history_month *m)
{
	struct listing *l = self;
	struct json *j = l->json;
	struct buf text = { 0 };

	json_line(j);
	json_object(j);
	json_key_text(j, "site", l->s->site->id);
	put_month(&text, m->month);
	json_key_text(j, "month", buf_text(&text));
	for (int i = 0; i < HISTORY__MAX; i++) {
		const char *name = history_name((enum history_figure)i);

		if (m->value[i] != HISTORY_UNKNOWN)
			json_key_int(j, name, m->value[i]);
		else
			json_key_text(j, name, NULL);
	}
	json_key_text(j, "source", m->source);
	json_key_int(j, "revision", m->revision);
	json_key_text(j, "sha256", m->sha256);
	json_key_text(j, "by", m->by);
	buf_clear(&text);
	stamp_put(&text, l->s->site->zone, m->recorded_s);
	json_key_text(j, "recorded", buf_text(&text));
	json_end(j);
	buf_close(&text);
}

static void
put_row(void *self, const struct history_month *m)
{
	struct listing *l = self;
	struct buf text = { 0 };

	put_month(&text, m->month);
	rows_text(l->rows, buf_view(&text));
	for (int i = 0; i < HISTORY__MAX; i++)
		if (m->value[i] != HISTORY_UNKNOWN)
			rows_int(l->rows, m->value[i]);
		else
			rows_none(l->rows);
	rows_text(l->rows, span_of(m->source));
	rows_int(l->rows, m->revision);
	rows_text(l->rows, span_of(m->sha256));
	rows_text(l->rows, span_of(m->by));
	buf_clear(&text);
	stamp_put(&text, l->s->site->zone, m->recorded_s);
	rows_text(l->rows, buf_view(&text));
	rows_end(l->rows);
	buf_close(&text);
}

bool
history_show(const struct store_site *s, struct buf *out, struct json *j,
    struct err *err)
{
	struct listing l = { .s = s, .out = out, .json = j };
	struct history_query q = { PERIOD_ALL, j != NULL ? put_json :
		put_text, &l };

	return history_list(s, &q, err);
}

bool
history_export(const struct store_site *s, struct period days,
    struct rows *rows, struct err *err)
{
	struct listing l = { .s = s, .rows = rows };
	struct history_query q = { days, put_row, &l };

	return history_list(s, &q, err);
}
