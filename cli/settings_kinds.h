/* SPDX-License-Identifier: MIT */
/* settings_kinds.h -- the kinds of values that keys have: how one is read, and how
 * it is written so that it reads back the same.
 */
#ifndef CLI_SETTINGS_KINDS_H
#define CLI_SETTINGS_KINDS_H

#include "cli/settings.h"
#include "common/buf.h"

/* What a setter needs beside the value. */
struct key_place {
	struct arena *arena;
	const char *folder; /* of the configuration, absolute */
};

struct key_kind {
	bool list; /* may be repeated: each line adds to it */
	/* The value is not empty, and trimmed. */
	bool (*set)(const struct key_place *place, void *field,
	    struct span value, struct err *err);
	/* Adds "key = value" lines that read back as the same; none if it is unset. */
	void (*put)(struct buf *out, const char *key, const void *field);
};

/* The field is a const char * but where it says so.  A list is const char **. */
extern const struct key_kind kind_name;
extern const struct key_kind kind_hosts;      /* list */
extern const struct key_kind kind_zone;       /* struct site */
extern const struct key_kind kind_lang;
extern const struct key_kind kind_country;
extern const struct key_kind kind_unit;
extern const struct key_kind kind_opening;    /* struct settings_opening */
extern const struct key_kind kind_format;
extern const struct key_kind kind_networks;   /* list */
extern const struct key_kind kind_monitor;    /* list */
extern const struct key_kind kind_globs;      /* list */
extern const struct key_kind kind_post;       /* list */
extern const struct key_kind kind_parameters; /* list */
extern const struct key_kind kind_duration;   /* int64_t */
extern const struct key_kind kind_patience;   /* int64_t; 0: none */
extern const struct key_kind kind_bytes;      /* uint64_t */
extern const struct key_kind kind_folder;
extern const struct key_kind kind_robots;
extern const struct key_kind kind_url_path;
extern const struct key_kind kind_log;        /* struct site */
extern const struct key_kind kind_archive;    /* struct site */

extern const struct key_kind kind_section;    /* list; struct site */
extern const struct key_kind kind_criteria;   /* list */
extern const struct key_kind kind_home;       /* list; struct site */
extern const struct key_kind kind_patterns;   /* list */
extern const struct key_kind kind_least;      /* list; struct site */
extern const struct key_kind kind_funnel;     /* list; struct site */
extern const struct key_kind kind_probe;      /* list */
extern const struct key_kind kind_count;      /* int64_t */
extern const struct key_kind kind_file;
extern const struct key_kind kind_keep;       /* int64_t: days */
extern const struct key_kind kind_holidays;   /* struct site */
extern const struct key_kind kind_office;     /* struct office */

/* The log groups of a site, the at-th: of its logs, and of its probe's (named SITE/probe), which
 * grows, but is waited for by nobody.  How many there are: up to 2. */
struct settings_group;
size_t settings_groups(const struct site *site, uint32_t at,
    struct arena *arena, struct settings_group *out);
/* Opens the list that holidays_from names, where it is not open yet. */
bool settings_holidays(struct site *site, struct err *err);
/* Closes what a site owns: its zone and its holidays. */
void settings_let_go(struct site *site);

/* The site's section of that name, made if there is none; NULL: it would be one too many. */
struct site_section *kind_section_of(const struct key_place *place,
    struct site *site, struct span id);

#endif
