/* SPDX-License-Identifier: MIT */
#include "cli/settings_criteria.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/settings.h"
#include "tests/tap.h"

static char dir[] = "/tmp/t_criteria.XXXXXX";

static void
put_file(const char *name, const char *text)
{
	char path[64];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	f = fopen(path, "w");
	if (f == NULL || fputs(text, f) == EOF || fclose(f) != 0)
		abort();
}

static void
die(const char *why)
{
	diag("%s", why);
	abort();
}

static bool
read_conf(const char *text, struct settings *s, struct err *err)
{
	char path[64];

	put_file("c.conf", text);
	snprintf(path, sizeof(path), "%s/c.conf", dir);
	return settings_read(path, s, err);
}

#define SITE "[site \"a\"]\nhost = a.example\nlog = a.log\n"

static const struct {
	const char *name, *conf, *want;
} wrong[] = {
	{ "a set that nobody ships is a file",
	    "criteria = vn-departmen\n", "/vn-departmen: No such file" },
	{ "a section of both", "section = news: /n/*\ncriteria = c1.conf\n",
	    "/c1.conf:2: [section \"news\"] is in the configuration, too "
	    "(section = news: ...): which one is meant?" },
	{ "a mistake in the criteria", "criteria = bad.conf\n",
	    "/bad.conf:2: a criteria file has no section [itm] (did you mean "
	    "[item]?)" },
	{ "a pattern that is none", "criteria = pattern.conf\n",
	    "/pattern.conf:2: [section \"x\"]: pattern: " },
	{ "two sets", "criteria = c1.conf, vn-seed\n",
	    "there is a [criteria] already, in " },
	{ "a least size of a section that is nowhere",
	    "criteria = c1.conf\nmin_bytes = other: 2k\n",
	    "min_bytes: there is no section \"other\"" },
};

static void
test_wrong(void)
{
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct settings s = { .n_sites = 0 };
		struct err err = { 0 };
		char text[500];

		snprintf(text, sizeof(text), SITE "%s", wrong[i].conf);
		ok(!read_conf(text, &s, &err) && err.code == ERR_CONFIG &&
		    strstr(err.text, wrong[i].want) != NULL, "%s (%s)",
		    wrong[i].name, err.text);
	}
}

static void
test_sections(void)
{
	struct settings s = { .n_sites = 0 }, again = { .n_sites = 0 };
	struct buf first = { 0 }, second = { 0 };
	struct criteria c = { .n_items = 0 };
	struct err err = { 0 };
	const struct site *site;

	if (!read_conf(SITE "section = own: /own/*\nmin_bytes = news: 2k\n"
	    "criteria = c1.conf,hand.conf\n", &s, &err))
		die(err.text);
	site = s.site;
	is_int((long long)site->n_sections, 3, "the set's sections are the "
	    "site's, beside its own");
	ok(strcmp(site->section[1].id, "news") == 0 &&
	    strcmp(site->section[2].id, "docs") == 0 &&
	    site->criteria_sections == 6,
	    "and are told from them");
	ok(strcmp(site->section[1].pattern[0], "/n/*") == 0 &&
	    strcmp(site->section[1].pattern[1], "?tabid=5") == 0 &&
	    site->section[1].pattern[2] == NULL, "with their patterns");
	is_int((long long)site->section[1].min_bytes, 2048,
	    "the configuration's least size holds");
	is_int((long long)site->section[2].min_bytes, 700,
	    "where it says none, the set's");
	settings_print(&s, &first);
	if (!read_conf(buf_text(&first), &again, &err))
		die(err.text);
	settings_print(&again, &second);
	is_text(buf_text(&second), buf_text(&first),
	    "what is printed reads back as the same");
	ok(strstr(buf_text(&first), "section = news") == NULL,
	    "sections of the set are not printed as the site's own");
	ok(settings_criteria_read(site->criteria, &c, &err) &&
	    c.n_items == 1 && c.n_reviews == 1,
	    "several files are one set (%s)", err.text);
	criteria_close(&c);
	settings_close(&s);
	settings_close(&again);
	buf_close(&first);
	buf_close(&second);
}

static void
test_shipped(void)
{
	const struct criteria_shipped *shipped;
	struct span text;
	struct err err = { 0 };

	for (size_t i = 0; (shipped = criteria_shipped(i)) != NULL; i++) {
		struct settings s = { .n_sites = 0 };
		char conf[200];

		snprintf(conf, sizeof(conf), SITE "criteria = %s\n",
		    shipped->name);
		ok(read_conf(conf, &s, &err) && s.site->n_sections > 5,
		    "%s is known by its name (%s)", shipped->name, err.text);
		settings_close(&s);
	}
	ok(settings_criteria_shipped("vn-seed", &text, &err) && text.n > 100,
	    "a shipped set's text can be had");
	ok(!settings_criteria_shipped("vn-sed", &text, &err) &&
	    strstr(err.text, "did you mean vn-seed?") != NULL,
	    "a slip in its name is told");
}

int
main(void)
{
	if (mkdtemp(dir) == NULL)
		abort();
	put_file("c1.conf", "[criteria \"c\"]\n[section \"news\"]\n"
	    "pattern = /n/*, ?tabid=5\nmin_bytes = 5000\n"
	    "[section \"docs\"]\npattern = /d/*\nmin_bytes = 700\n"
	    "[item \"1\"]\nmetric = P06\nfloor = 0\ntarget = 1\n");
	put_file("hand.conf", "[review \"1\"]\nself = 2\n");
	put_file("bad.conf", "[criteria \"c\"]\n[itm \"1\"]\n");
	put_file("pattern.conf", "[criteria \"c\"]\n[section \"x\"]\n"
	    "pattern = news\n");
	test_wrong();
	test_sections();
	test_shipped();

	static const char *const files[] = { "c1.conf", "hand.conf",
		"bad.conf", "pattern.conf", "c.conf" };
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		char path[64];

		snprintf(path, sizeof(path), "%s/%s", dir, files[i]);
		unlink(path);
	}
	rmdir(dir);
	return done();
}
