/* SPDX-License-Identifier: MIT */
#include "aggregate/criteria_keys.h"

#include "aggregate/criteria_value.h"
#include "common/amount.h"

/* A key of a struct, and those that many structs have. */
#define KEY(type, name, form, field)                                           \
	{ name, FORM_##form, offsetof(struct criteria_##type, field) }
#define TITLES(type)                                                           \
	KEY(type, "title", TITLE_VI, head.title),                              \
	KEY(type, "title_en", TITLE_EN, head.title)
#define PROOF(type)                                                            \
	KEY(type, "proof", TEXT, proof.file),                                  \
	KEY(type, "sha256", SHA256, proof.sha256),                             \
	KEY(type, "by", TEXT, proof.by),                                       \
	KEY(type, "date", DATE, proof.date)
#define END { NULL, FORM_TEXT, 0 }

static const struct criteria_key keys_set[] = {
	{ "title", FORM_TITLE_VI, offsetof(struct criteria, head.title) },
	{ "title_en", FORM_TITLE_EN, offsetof(struct criteria, head.title) },
	{ "official", FORM_YES, offsetof(struct criteria, official) },
	{ "basis", FORM_TEXT, offsetof(struct criteria, basis) },
	{ "valid", FORM_DATES, offsetof(struct criteria, valid) },
	{ "points", FORM_DECIMAL, offsetof(struct criteria, points) },
	END
};
static const struct criteria_key keys_instrument[] = {
	TITLES(instrument),
	KEY(instrument, "valid", DATES, valid),
	KEY(instrument, "status", VERIFIED, verified),
	KEY(instrument, "source", TEXT, source),
	END
};
static const struct criteria_key keys_section[] = {
	TITLES(section),
	KEY(section, "pattern", PATTERNS, pattern),
	KEY(section, "required", YES, required),
	KEY(section, "weight", DECIMAL, weight),
	KEY(section, "kind", KINDS, kinds),
	KEY(section, "min_bytes", BYTES, min_bytes),
	KEY(section, "gap_limit", DAYS, gap_limit),
	KEY(section, "deadline", DAYS, deadline),
	KEY(section, "deadline_status", VERIFIED, deadline_verified),
	KEY(section, "instrument", TEXT, instrument_id),
	KEY(section, "evidence", CLASS, evidence),
	END
};
static const struct criteria_key keys_item[] = {
	TITLES(item),
	KEY(item, "metric", TEXT, metric_name),
	KEY(item, "measure", TEXT, measure_name),
	KEY(item, "section", TEXT, section_id),
	KEY(item, "floor", TEXT, floor_text),
	KEY(item, "target", TEXT, target_text),
	KEY(item, "weight", DECIMAL, weight),
	KEY(item, "stage", STAGE, stage),
	KEY(item, "instrument", TEXT, instrument_id),
	END
};
static const struct criteria_key keys_manual[] = {
	TITLES(manual),
	KEY(manual, "value", TEXT, value_text),
	KEY(manual, "floor", TEXT, floor_text),
	KEY(manual, "target", TEXT, target_text),
	KEY(manual, "weight", DECIMAL, weight),
	KEY(manual, "stage", STAGE, stage),
	KEY(manual, "period", TEXT, period),
	PROOF(manual),
	END
};
static const struct criteria_key keys_review[] = {
	KEY(review, "self", DECIMAL, self),
	KEY(review, "reviewed", DECIMAL, reviewed),
	KEY(review, "published", DECIMAL, published),
	KEY(review, "note", TEXT, note),
	END
};
static const struct criteria_key keys_reconcile[] = {
	TITLES(reconcile),
	KEY(reconcile, "metric", TEXT, metric_name),
	KEY(reconcile, "measure", TEXT, measure_name),
	KEY(reconcile, "from", DATE, from),
	KEY(reconcile, "to", DATE, to),
	KEY(reconcile, "value", COUNT, value),
	PROOF(reconcile),
	END
};
static const struct criteria_key keys_register[] = {
	TITLES(register),
	KEY(register, "file", TEXT, file),
	END
};
static const struct criteria_key keys_band[] = {
	TITLES(band),
	KEY(band, "below", DECIMAL, below),
	END
};

#define PART(name, type, plural)                                               \
	{ name, sizeof(struct criteria_##type),                                \
	    offsetof(struct criteria, type), offsetof(struct criteria, plural),\
	    offsetof(struct criteria_##type, head), keys_##type }
const struct criteria_part criteria_parts[] = {
	{ "criteria", sizeof(struct criteria), 0, 0,
	    offsetof(struct criteria, head), keys_set },
	PART("instrument", instrument, n_instruments),
	PART("section", section, n_sections),
	PART("item", item, n_items),
	PART("manual", manual, n_manuals),
	PART("review", review, n_reviews),
	PART("reconcile", reconcile, n_reconciles),
	{ "register", sizeof(struct criteria_register),
	    offsetof(struct criteria, registers),
	    offsetof(struct criteria, n_registers),
	    offsetof(struct criteria_register, head), keys_register },
	PART("band", band, n_bands),
	{ NULL, 0, 0, 0, 0, NULL }
};

static const char *const yes_names[] = { "no", "yes", NULL };
static const char *const verified_names[] = { "unverified", "verified", NULL };
static const char *const class_names[] = { "A", "B", "C", NULL };
static const char *const kind_names[] = {
#define X(id, name) name,
	CRITERIA_KIND_TABLE(X)
#undef X
	NULL
};
static const char *const stage_names[] = {
#define X(id, name) name,
	CRITERIA_STAGE_TABLE(X)
#undef X
	NULL
};

static bool
set_bool(const char *const *names, const char *text, bool *out, struct err *err)
{
	int i;

	if (!criteria_word(text, names, &i, err))
		return false;
	*out = i == 1;
	return true;
}

/* The next of what commas and blanks part. */
static struct span
next_word(const char **p)
{
	struct span s;

	*p += strspn(*p, ", \t");
	s = (struct span){ *p, strcspn(*p, ", \t") };
	*p += s.n;
	return s;
}

static bool
set_kinds(const char *text, struct arena *arena, uint32_t *out, struct err *err)
{
	struct span word;
	int i;

	while ((word = next_word(&text)).n > 0) {
		if (!criteria_word(arena_dup(arena, word.p, word.n), kind_names,
		    &i, err))
			return false;
		*out |= 1u << i;
	}
	return true;
}

static void
add_patterns(const char *text, struct arena *arena, const char ***list)
{
	struct span word;
	size_t n = 0, more = 0;
	const char **all;

	for (const char *p = text; next_word(&p).n > 0;)
		more++;
	while (*list != NULL && (*list)[n] != NULL)
		n++;
	all = arena_new(arena, (n + more + 1) * sizeof(*all));
	if (n > 0)
		memcpy(all, *list, n * sizeof(*all));
	while ((word = next_word(&text)).n > 0)
		all[n++] = arena_dup(arena, word.p, word.n);
	*list = all;
}

static bool
set_count(const char *text, bool bytes, int64_t *out, struct err *err)
{
	uint64_t n;

	if (!(bytes ? amount_read(span_of(text), &n) :
	    span_u64(span_of(text), &n)) || n > INT64_MAX)
		return err_set(err, ERR_CONFIG, "\"%s\" is no %s", text,
		    bytes ? "size: write 2KiB" : "whole number");
	*out = (int64_t)n;
	return true;
}

static bool
set_enum(enum criteria_form form, const char *text, void *field,
    struct err *err)
{
	int i = 0;

	if (!criteria_word(text, form == FORM_STAGE ? stage_names : class_names,
	    &i, err))
		return false;
	if (form == FORM_STAGE)
		*(enum criteria_stage *)field = (enum criteria_stage)i;
	else
		*(enum metric_class *)field = (enum metric_class)i;
	return true;
}

bool
criteria_set(const struct criteria_key *key, void *field,
    const struct ini_entry *e, struct arena *arena, struct err *err)
{
	switch (key->form) {
	case FORM_TEXT:
		*(const char **)field = e->value;
		return true;
	case FORM_TITLE_VI:
	case FORM_TITLE_EN:
		((const char **)field)[key->form == FORM_TITLE_VI ? LANG_VI :
		    LANG_EN] = e->value;
		return true;
	case FORM_YES:
		return set_bool(yes_names, e->value, field, err);
	case FORM_VERIFIED:
		return set_bool(verified_names, e->value, field, err);
	case FORM_DECIMAL:
		return criteria_decimal(e->value, false, field, err);
	case FORM_COUNT:
	case FORM_BYTES:
		return set_count(e->value, key->form == FORM_BYTES, field, err);
	case FORM_DAYS:
		return criteria_days_read(e->value, field, err);
	case FORM_DATE:
		return criteria_date(e->value, field, err);
	case FORM_DATES:
		return criteria_dates(e->value, field, err);
	case FORM_SHA256:
		*(const char **)field = e->value;
		return criteria_sha256(e->value, err);
	case FORM_PATTERNS:
		add_patterns(e->value, arena, field);
		return true;
	case FORM_KINDS:
		return set_kinds(e->value, arena, field, err);
	case FORM_STAGE:
	case FORM_CLASS:
		return set_enum(key->form, e->value, field, err);
	}
	return false;
}
