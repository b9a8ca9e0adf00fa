/* SPDX-License-Identifier: MIT */
/* criteria_check.c -- what the parts of a criteria file say of each other. */
#include <stdlib.h>

#include "aggregate/criteria_value.h"

static void
usual_titles(struct criteria_head *head)
{
	if (head->title[LANG_VI] == NULL)
		head->title[LANG_VI] = head->title[LANG_EN] != NULL ?
		    head->title[LANG_EN] : head->id;
	if (head->title[LANG_EN] == NULL)
		head->title[LANG_EN] = head->title[LANG_VI];
}

static bool
find_instrument(const struct criteria *c, const struct criteria_head *head,
    const char *id, const struct criteria_instrument **out, struct err *err)
{
	*out = NULL;
	if (id == NULL)
		return true;
	for (size_t i = 0; i < c->n_instruments; i++)
		if (strcmp(c->instrument[i].head.id, id) == 0)
			*out = &c->instrument[i];
	return *out != NULL || ini_err(err, head->at, "[%s \"%s\"]: there is no "
	    "[instrument \"%s\"]", head->at->section, head->id, id);
}

static bool
id_good(const char *id)
{
	size_t n = strlen(id);

	return n > 0 && n <= 64 && id[0] != '.' && id[0] != '-' &&
	    id[0] != '_' && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789"
	    "._-") == n;
}

static bool
check_sections(struct criteria *c, struct err *err)
{
	if (c->n_sections > 64)
		return ini_err(err, c->section[64].head.at, "one section too "
		    "many: a site has 64 at most");
	for (size_t i = 0; i < c->n_sections; i++) {
		struct criteria_section *s = &c->section[i];

		usual_titles(&s->head);
		if (!id_good(s->head.id))
			return ini_err(err, s->head.at, "\"%s\" is no name of a "
			    "section: a-z, 0-9, \".\", \"_\", \"-\"",
			    s->head.id);
		if (s->weight < 0)
			return ini_err(err, s->head.at, "[section \"%s\"]: its "
			    "weight is less than nothing", s->head.id);
		if (!find_instrument(c, &s->head, s->instrument_id,
		    &s->instrument, err))
			return false;
	}
	return true;
}

/* Which measure is meant by the names of a metric and of what is measured of it. */
static bool
find_measure(const struct criteria_head *head, const char *metric_name,
    const char *measure_name, enum measure *out, struct err *err)
{
	enum metric metric;

	if (metric_name == NULL)
		return ini_err(err, head->at, "[%s \"%s\"] has no metric: "
		    "write metric = P06", head->at->section, head->id);
	metric = metric_named(metric_name);
	if (metric == 0)
		return ini_err(err, head->at, "[%s \"%s\"]: there is no metric "
		    "\"%s\"", head->at->section, head->id, metric_name);
	*out = measure_named(metric, measure_name);
	return *out != MEASURE__MAX || ini_err(err, head->at, "[%s \"%s\"]: "
	    "\"%s\" is not measured of %s (its first is \"%s\")",
	    head->at->section, head->id, measure_name, metric_name,
	    measure_info[measure_named(metric, NULL)].name);
}

static bool
find_section(const struct criteria *c, struct criteria_item *item,
    struct err *err)
{
	const struct metric_info *m =
	    &metric_info[measure_info[item->measure].metric];

	if (item->section_id == NULL)
		return true;
	if (!m->of_section)
		return ini_err(err, item->head.at, "[item \"%s\"]: %s is not "
		    "measured of a section", item->head.id, m->name);
	for (size_t i = 0; i < c->n_sections; i++)
		if (strcmp(c->section[i].head.id, item->section_id) == 0)
			item->section = &c->section[i];
	return item->section != NULL || ini_err(err, item->head.at,
	    "[item \"%s\"]: there is no [section \"%s\"]", item->head.id,
	    item->section_id);
}

/* A range without length has no place for a score; weights of nothing and less neither. */
static bool
check_range(const struct criteria_head *head, const char *floor_text,
    const char *target_text, int64_t weight, struct err *err)
{
	if (floor_text == NULL || target_text == NULL)
		return ini_err(err, head->at, "[%s \"%s\"] needs floor and "
		    "target", head->at->section, head->id);
	return weight > 0 || ini_err(err, head->at, "[%s \"%s\"]: its weight "
	    "must be more than nothing", head->at->section, head->id);
}

static bool
wrong_value(const struct criteria_head *head, const char *key,
    const struct err *why, struct err *err)
{
	return ini_err(err, head->at, "[%s \"%s\"]: %s: %s", head->at->section,
	    head->id, key, why->text);
}

static bool
check_item(struct criteria *c, struct criteria_item *item, struct err *err)
{
	enum metric_unit unit;
	struct err why;

	usual_titles(&item->head);
	if (!find_measure(&item->head, item->metric_name, item->measure_name,
	    &item->measure, err) || !find_section(c, item, err) ||
	    !check_range(&item->head, item->floor_text, item->target_text,
	    item->weight, err) || !find_instrument(c, &item->head,
	    item->instrument_id, &item->instrument, err))
		return false;
	unit = measure_info[item->measure].unit;
	if (!criteria_measured(item->floor_text, unit, &item->floor, &why))
		return wrong_value(&item->head, "floor", &why, err);
	if (!criteria_measured(item->target_text, unit, &item->target, &why))
		return wrong_value(&item->head, "target", &why, err);
	return item->floor != item->target || ini_err(err, item->head.at,
	    "[item \"%s\"]: floor and target are equal", item->head.id);
}

static bool
check_manual(struct criteria_manual *m, struct err *err)
{
	struct err why;

	usual_titles(&m->head);
	if (!check_range(&m->head, m->floor_text, m->target_text, m->weight,
	    err))
		return false;
	if (!criteria_decimal(m->floor_text, true, &m->floor, &why))
		return wrong_value(&m->head, "floor", &why, err);
	if (!criteria_decimal(m->target_text, true, &m->target, &why))
		return wrong_value(&m->head, "target", &why, err);
	m->known = m->value_text != NULL;
	if (m->known &&
	    !criteria_decimal(m->value_text, true, &m->value, &why))
		return wrong_value(&m->head, "value", &why, err);
	if (m->known && (m->proof.file == NULL || m->proof.sha256 == NULL))
		return ini_err(err, m->head.at, "[manual \"%s\"] has a value "
		    "and no proof: name a file (proof) and its sha256",
		    m->head.id);
	return m->floor != m->target || ini_err(err, m->head.at,
	    "[manual \"%s\"]: floor and target are equal", m->head.id);
}

static bool
check_reconcile(struct criteria_reconcile *r, struct err *err)
{
	usual_titles(&r->head);
	if (!find_measure(&r->head, r->metric_name != NULL ? r->metric_name :
	    "P14", r->measure_name, &r->measure, err))
		return false;
	if (measure_info[r->measure].unit != METRIC_COUNT)
		return ini_err(err, r->head.at, "[reconcile \"%s\"]: %s is no "
		    "count", r->head.id, measure_info[r->measure].name);
	if (r->from == INT32_MIN || r->to == INT32_MIN || r->value < 0)
		return ini_err(err, r->head.at, "[reconcile \"%s\"] needs from, "
		    "to and value", r->head.id);
	return r->from <= r->to || ini_err(err, r->head.at,
	    "[reconcile \"%s\"] ends before it begins", r->head.id);
}

/* What points are given to must be there. */
static bool
check_review(const struct criteria *c, const struct criteria_review *r,
    struct err *err)
{
	for (size_t i = 0; i < c->n_items; i++)
		if (strcmp(c->item[i].head.id, r->head.id) == 0)
			return true;
	for (size_t i = 0; i < c->n_manuals; i++)
		if (strcmp(c->manual[i].head.id, r->head.id) == 0)
			return true;
	return ini_err(err, r->head.at, "[review \"%s\"]: there is no item and "
	    "no manual line of that name", r->head.id);
}

static bool
check_names(const struct criteria *c, struct err *err)
{
	for (size_t i = 0; i < c->n_manuals; i++)
		for (size_t j = 0; j < c->n_items; j++)
			if (strcmp(c->manual[i].head.id,
			    c->item[j].head.id) == 0)
				return ini_err(err, c->manual[i].head.at,
				    "[manual \"%s\"] has an item's name",
				    c->manual[i].head.id);
	return true;
}

static int
by_below(const void *a, const void *b)
{
	int64_t x = ((const struct criteria_band *)a)->below;
	int64_t y = ((const struct criteria_band *)b)->below;

	return (x > y) - (x < y);
}

static bool
check_bands(struct criteria *c, struct err *err)
{
	for (size_t i = 0; i < c->n_bands; i++)
		usual_titles(&c->band[i].head);
	if (c->n_bands == 0)
		return true;
	qsort(c->band, c->n_bands, sizeof(*c->band), by_below);
	for (size_t i = 1; i < c->n_bands; i++)
		if (c->band[i].below == c->band[i - 1].below)
			return ini_err(err, c->band[i].head.at, "two bands end "
			    "at the same points");
	return c->band[c->n_bands - 1].below == INT64_MAX || ini_err(err,
	    c->band[c->n_bands - 1].head.at, "no band is left for the best: "
	    "one has no \"below\"");
}

bool
criteria_check(struct criteria *c, struct err *err)
{
	if (c->head.id == NULL)
		return err_set(err, ERR_CONFIG, "%s: there is no [criteria "
		    "\"name\"] section", c->ini.n > 0 ? c->ini.entry[0].file :
		    "criteria");
	usual_titles(&c->head);
	for (size_t i = 0; i < c->n_instruments; i++)
		usual_titles(&c->instrument[i].head);
	if (!check_sections(c, err) || !check_names(c, err))
		return false;
	for (size_t i = 0; i < c->n_items; i++)
		if (!check_item(c, &c->item[i], err))
			return false;
	for (size_t i = 0; i < c->n_manuals; i++)
		if (!check_manual(&c->manual[i], err))
			return false;
	for (size_t i = 0; i < c->n_reconciles; i++)
		if (!check_reconcile(&c->reconcile[i], err))
			return false;
	for (size_t i = 0; i < c->n_reviews; i++)
		if (!check_review(c, &c->review[i], err))
			return false;
	for (size_t i = 0; i < c->n_registers; i++) {
		usual_titles(&c->registers[i].head);
		if (c->registers[i].file == NULL)
			return ini_err(err, c->registers[i].head.at,
			    "[register \"%s\"] names no file",
			    c->registers[i].head.id);
	}
	return check_bands(c, err);
}
