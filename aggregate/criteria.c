/* SPDX-License-Identifier: MIT */
#include "aggregate/criteria.h"

#include "aggregate/criteria_keys.h"

enum { PARTS_MOST = 2000 }; /* of one kind: a file is no way to fill the memory */

/* Fields that are not nothing when they are not given. */
static const struct criteria_instrument instrument_usual = {
	.valid = { INT32_MIN, INT32_MAX }
};
static const struct criteria_section section_usual = {
	.weight = CRITERIA_ONE, .required = true, .evidence = METRIC_A
};
static const struct criteria_item item_usual = { .weight = CRITERIA_ONE };
static const struct criteria_manual manual_usual = {
	.weight = CRITERIA_ONE, .proof.date = INT32_MIN
};
static const struct criteria_review review_usual = {
	.self = INT64_MIN, .reviewed = INT64_MIN, .published = INT64_MIN
};
static const struct criteria_reconcile reconcile_usual = {
	.from = INT32_MIN, .to = INT32_MIN, .value = INT64_MIN,
	.proof.date = INT32_MIN
};
static const struct criteria_band band_usual = { .below = INT64_MAX };

static const struct {
	const char *section;
	const void *usual;
} usual[] = {
	{ "instrument", &instrument_usual }, { "section", &section_usual },
	{ "item", &item_usual },
	{ "manual", &manual_usual }, { "review", &review_usual },
	{ "reconcile", &reconcile_usual }, { "band", &band_usual },
};

static void *
part_at(const struct criteria *c, const struct criteria_part *part, size_t i)
{
	char *array;

	memcpy(&array, (const char *)c + part->array, sizeof(array));
	return array == NULL ? NULL : array + i * part->size;
}

static size_t *
part_count(struct criteria *c, const struct criteria_part *part)
{
	return (size_t *)(void *)((char *)c + part->n);
}

static const struct criteria_part *
find_part(const struct ini_entry *e, struct err *err)
{
	const char *names[16] = { 0 }, *meant;
	size_t n = 0;

	for (const struct criteria_part *p = criteria_parts; p->section != NULL;
	     p++) {
		if (strcmp(p->section, e->section) == 0)
			return p;
		names[n++] = p->section;
	}
	if (*e->section == '\0') {
		ini_err(err, e, "\"%s\" stands before the first section",
		    e->key);
		return NULL;
	}
	meant = ini_nearest(e->section, names);
	ini_err(err, e, "a criteria file has no section [%s]%s%s%s", e->section,
	    meant != NULL ? " (did you mean [" : "", meant != NULL ? meant : "",
	    meant != NULL ? "]?)" : "");
	return NULL;
}

/* A part is told by its name: several sections of one name would be two truths. */
static void *
new_part(struct criteria *c, const struct criteria_part *part,
    const struct ini_entry *e, struct err *err)
{
	size_t *n = part_count(c, part);
	char *array;
	struct criteria_head *head;

	for (size_t i = 0; i < *n; i++) {
		head = (void *)((char *)part_at(c, part, i) + part->head);
		if (strcmp(head->id, e->name) == 0) {
			ini_err(err, e, "[%s \"%s\"] is there already, in "
			    "%s:%d", e->section, e->name, head->at->file,
			    head->at->line);
			return NULL;
		}
	}
	if (*n >= PARTS_MOST) {
		ini_err(err, e, "more than %d of [%s]", PARTS_MOST, e->section);
		return NULL;
	}
	memcpy(&array, (char *)c + part->array, sizeof(array));
	array = mem_grow(array, *n + 1, part->size);
	memcpy((char *)c + part->array, &array, sizeof(array));
	memset(array + *n * part->size, 0, part->size);
	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		if (strcmp(usual[i].section, part->section) == 0)
			memcpy(array + *n * part->size, usual[i].usual,
			    part->size);
	return array + (*n)++ * part->size;
}

static void *
open_part(struct criteria *c, const struct criteria_part *part,
    const struct ini_entry *e, struct err *err)
{
	struct criteria_head *head;
	void *object = c;

	if (*e->name == '\0') {
		ini_err(err, e, "[%s] has no name: write [%s \"name\"]",
		    e->section, e->section);
		return NULL;
	}
	if (part->array == 0 && c->head.at != NULL) {
		ini_err(err, e, "there is a [criteria] already, in %s:%d",
		    c->head.at->file, c->head.at->line);
		return NULL;
	}
	if (part->array != 0 && (object = new_part(c, part, e, err)) == NULL)
		return NULL;
	if (part->array == 0) {
		c->valid = PERIOD_ALL;
		c->points = 100 * (int64_t)CRITERIA_ONE;
	}
	head = (void *)((char *)object + part->head);
	head->id = e->name;
	head->at = e;
	return object;
}

static bool
set_key(struct criteria *c, const struct criteria_part *part, void *object,
    const struct ini_entry *e, struct err *err)
{
	const char *names[32] = { 0 }, *meant;
	struct err why = { 0 };
	size_t n = 0;

	for (const struct criteria_key *k = part->keys; k->name != NULL; k++) {
		names[n++] = k->name;
		if (strcmp(k->name, e->key) != 0)
			continue;
		if (*e->value == '\0')
			return ini_err(err, e, "%s has no value", e->key);
		return criteria_set(k, (char *)object + k->at, e, &c->arena,
		    &why) || ini_err(err, e, "%s: %s", e->key, why.text);
	}
	meant = ini_nearest(e->key, names);
	return ini_err(err, e, "[%s] has no key \"%s\"%s%s%s", part->section,
	    e->key, meant != NULL ? " (did you mean \"" : "",
	    meant != NULL ? meant : "", meant != NULL ? "\"?)" : "");
}

/* A key of one value that stands twice in a section: which one is meant? */
static bool
said_once(const struct ini *ini, size_t first, size_t i,
    const struct criteria_part *part, struct err *err)
{
	const struct ini_entry *e = &ini->entry[i];

	for (const struct criteria_key *k = part->keys; k->name != NULL; k++)
		if (strcmp(k->name, e->key) == 0 &&
		    (k->form == FORM_PATTERNS || k->form == FORM_KINDS))
			return true;
	for (size_t j = first; j < i; j++)
		if (strcmp(ini->entry[j].key, e->key) == 0)
			return ini_err(err, e, "%s is there already, in line "
			    "%d", e->key, ini->entry[j].line);
	return true;
}

/* Entries from first on.  Sections' lines are entries that stay where they are: heads point
 * to copies, as the array of entries grows with the next file. */
static bool
take(struct criteria *c, size_t first, struct err *err)
{
	const struct criteria_part *part = NULL;
	void *object = NULL;
	size_t begin = first;

	for (size_t i = first; i < c->ini.n; i++) {
		const struct ini_entry *e = &c->ini.entry[i];

		if (e->key == NULL) {
			struct ini_entry *kept = arena_new(&c->arena,
			    sizeof(*kept));

			*kept = *e;
			part = find_part(kept, err);
			object = part == NULL ? NULL :
			    open_part(c, part, kept, err);
			begin = i + 1;
			if (object == NULL)
				return false;
			continue;
		}
		if (part == NULL)
			return find_part(e, err) != NULL;
		if (!said_once(&c->ini, begin, i, part, err) ||
		    !set_key(c, part, object, e, err))
			return false;
	}
	return true;
}

bool
criteria_add_file(struct criteria *c, const char *path, struct err *err)
{
	size_t first = c->ini.n;

	return ini_read(path, &c->ini, err) && take(c, first, err);
}

bool
criteria_add_text(struct criteria *c, struct span text, const char *name,
    struct err *err)
{
	size_t first = c->ini.n;

	return ini_read_text(text, name, &c->ini, err) && take(c, first, err);
}

void
criteria_close(struct criteria *c)
{
	for (const struct criteria_part *p = criteria_parts; p->section != NULL;
	     p++)
		if (p->array != 0)
			mem_free(part_at(c, p, 0));
	arena_close(&c->arena);
	ini_close(&c->ini);
	*c = (struct criteria){ 0 };
}
