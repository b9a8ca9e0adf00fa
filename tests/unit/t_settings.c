/* SPDX-License-Identifier: MIT */
#include "cli/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/settings_keys.h"
#include "common/file.h"
#include "tests/tap.h"

static const unsigned char sample[] = {
#include "conf/truycap.conf.inc"
};

/* A folder of our own, and the configuration in it. */
struct place {
	char dir[32], conf[64];
};

static void
place_make(struct place *p)
{
	snprintf(p->dir, sizeof(p->dir), "/tmp/t_settings.XXXXXX");
	if (mkdtemp(p->dir) == NULL)
		abort();
	snprintf(p->conf, sizeof(p->conf), "%s/c.conf", p->dir);
}

static bool
read_text(const struct place *p, struct span text, struct settings *s,
    struct err *err)
{
	FILE *f = fopen(p->conf, "wb");

	if (f == NULL || fwrite(text.p, 1, text.n, f) != text.n ||
	    fclose(f) != 0)
		abort();
	return settings_read(p->conf, s, err);
}

/* ---- what is refused: what follows the file's name ---- */

#define S "[site \"a\"]\n"

static const struct {
	const char *name, *text, *want;
} wrong[] = {
	/* keys and sections */
	{ "a slip in a key", S "hosts = a.vn", ":2: unknown key \"hosts\" in "
	    "[site] (did you mean \"host\"?)" },
	{ "another sign in a key", S "\nvisit-gap = 30m", ":3: unknown key "
	    "\"visit-gap\" in [site] (did you mean \"visit_gap\"?)" },
	{ "capitals in a key", S "Lang = vi", ":2: unknown key \"Lang\" in "
	    "[site] (did you mean \"lang\"?)" },
	{ "another program's word for a key", S "timezone = UTC", ":2: unknown "
	    "key \"timezone\" in [site] (did you mean \"tz\"?)" },
	{ "a slip before the first section", "robot = none\n" S, ":1: unknown "
	    "key \"robot\" before the first section (did you mean "
	    "\"robots\"?)" },
	{ "a slip in a log group", "[log \"p\"]\nformats = auto", ":2: unknown "
	    "key \"formats\" in [log] (did you mean \"format\"?)" },
	{ "a word that is near to nothing", S "colour = red", ":2: unknown key "
	    "\"colour\" in [site]; truycap config --sample shows those that "
	    "are known" },
	{ "a site's key before the sites", "lang = vi\n" S, ":1: lang has no "
	    "place before the first section: it belongs into a [site \"id\"]" },
	{ "a log before the sites", "log = /a.log\n" S, ":1: log has no place "
	    "before the first section: it belongs into a [site \"id\"] or a "
	    "[log \"id\"]" },
	{ "the data folder in a site", S "data = /var/x", ":2: data has no "
	    "place in [site]: it belongs before the first section" },
	{ "a title of a log group", "[log \"p\"]\nname = P", ":2: name has no "
	    "place in [log]: it belongs into a [site \"id\"]" },
	{ "a section of the site without a colon", S "section = news", ":2: "
	    "section: \"news\" is not a name, a colon and patterns, as in "
	    "news: /tin-tuc/*" },
	{ "one without patterns", S "section = news:", ":2: section: "
	    "\"news:\" names no pattern after the colon" },
	{ "one of commas alone", S "section = news: , ,", ":2: section: "
	    "\"news: , ,\" names no pattern after the colon" },
	{ "none in a later line", S "section = news: /a\nsection = news:",
	    ":3: section: \"news:\" names no pattern after the colon" },
	{ "a question mark alone", S "section = news: ?", ":2: section: "
	    "\"?\" is no pattern: /path/* or ?parameter=value" },
	{ "an error page that is no pattern", S "soft_404 = loi.html", ":2: "
	    "soft_404: \"loi.html\" does not begin with / or *, as a "
	    "pattern on the path must (did you mean \"/loi.html\"?)" },
	{ "no size", S "min_bytes = many", ":2: min_bytes: \"many\" is no size "
	    "such as 500MiB or 64GiB" },
	{ "a size of a section without a name", S "min_bytes = : 5", ":2: "
	    "min_bytes: \"\" is no id: 1 to 64 of a-z, 0-9, \".\", \"_\" and "
	    "\"-\", a letter or digit first" },
	{ "a size of a section without a size", S "min_bytes = news:", ":2: "
	    "min_bytes: \"\" is no size such as 500MiB or 64GiB" },
	{ "a size of no section", S "min_bytes = news: 5", ":1: min_bytes: there "
	    "is no section \"news\"" },
	{ "a funnel without a colon", S "funnel = /a | /b", ":2: funnel: "
	    "\"/a | /b\" is not a name, a colon and steps, as in "
	    "apply: /procedures/* | POST /apply" },
	{ "a funnel of one step", S "funnel = f: /a, /b", ":2: funnel: "
	    "\"f: /a, /b\" has one step only: write | between steps" },
	{ "a step of nothing", S "funnel = f: /a | | /b", ":2: funnel: step 2: "
	    "\"\" names no pattern" },
	{ "a last step of nothing", S "funnel = f: /a |", ":2: funnel: step 2: "
	    "\"\" names no pattern" },
	{ "a POST of nothing", S "funnel = f: /a | POST", ":2: funnel: step 2: "
	    "\"\" is no pattern: /path/* or ?parameter=value" },
	{ "a funnel twice", S "funnel = f: /a | /b\nfunnel = f: /a | /b",
	    ":3: funnel: \"f\" is a funnel already" },
	{ "a slip in a section", "[sites \"a\"]", ":1: unknown section [sites] "
	    "(did you mean [site \"a\"]?)" },
	{ "another program's word for a section", "[server]", ":1: unknown "
	    "section [server] (did you mean [site \"id\"]?)" },
	{ "a section of another kind", "[mail]", ":1: unknown section [mail]; "
	    "there are [site \"id\"] and [log \"id\"]" },
	{ "a line that is none", S "host a.vn", ":2: neither \"key = value\" "
	    "nor [section] nor a comment" },

	/* ids */
	{ "a site without an id", "[site]", ":1: [site] needs an id, a short "
	    "name for files and commands: [site \"main\"]" },
	{ "a log group without an id", "[log]", ":1: [log] needs an id, a "
	    "short name for files and commands: [log \"main\"]" },
	{ "an id in capitals", "[site \"SKHCN BK\"]", ":1: [site]: \"SKHCN "
	    "BK\" is no id: 1 to 64 of a-z, 0-9, \".\", \"_\" and \"-\", a "
	    "letter or digit first (did you mean \"skhcn-bk\"?)" },
	{ "an id with a path in it", "[site \"../a\"]", ":1: [site]: \"../a\" "
	    "is no id: 1 to 64 of a-z, 0-9, \".\", \"_\" and \"-\", a letter or "
	    "digit first" },
	{ "a site twice", S "host = a.vn\n" S, ":3: id \"a\" is given twice; "
	    "the first one is in line 1, of [site \"a\"]" },
	{ "a site and a log group of one id", S "host = a.vn\n[log \"a\"]\n"
	    "log = /x", ":3: id \"a\" is given twice; the first one is in line "
	    "1, of [site \"a\"]" },

	/* what is not there */
	{ "nothing at all", "", ":1: no site: there must be a [site \"id\"]; "
	    "truycap config --sample shows how" },
	{ "no site", "data = /x\n[log \"p\"]\nlog = /y\n", ":3: no site: there "
	    "must be a [site \"id\"]; truycap config --sample shows how" },
	{ "a log group without logs", S "host = a.vn\n[log \"p\"]\n"
	    "format = auto\n", ":3: [log \"p\"] has no log: give it a line log "
	    "= or archive =" },
	{ "a log group, and no host to go by", S "[log \"p\"]\nlog = /x\n",
	    ":2: the lines of [log \"p\"] go to the site of their host, and no "
	    "site has a host = line" },
	{ "an empty value", S "\nhost =", ":3: host has no value (host names "
	    "of the site): give one, or leave the line out" },
	{ "a quoted blank", S "name = \" \"", ":2: name has no value (title, "
	    "as readers know the site): give one, or leave the line out" },
	{ "an escape sequence", S "name = a\x1b[2J", ":2: the control "
	    "character 0x1b: only text belongs here" },

	/* twice */
	{ "a value twice", S "lang = vi\ntz = UTC\nlang = en", ":4: lang is "
	    "given twice; the first one is in line 2" },
	{ "a host of two sites", S "host = a.vn www.a.vn\n[site \"b\"]\n"
	    "host = b.vn\nhost = WWW.A.VN\n", ":5: host \"www.a.vn\" is given "
	    "twice; the first one is in line 2, of [site \"a\"]" },
	{ "a log of two sites", S "log = /x/a.log\n[site \"b\"]\n"
	    "archive = /x/a.log\n", ":4: log \"/x/a.log\" is given twice; the "
	    "first one is in line 2, of [site \"a\"]" },
	{ "a widget folder of two sites", S "widget = /w/\n[site \"b\"]\n"
	    "lang = en\nwidget = /w\n", ":5: widget \"/w\" is given twice; the "
	    "first one is in line 2, of [site \"a\"]" },

	/* sizes */
	{ "no size", "max_file_bytes = much\n" S, ":1: max_file_bytes: "
	    "\"much\" is no size such as 500MiB or 64GiB" },
	{ "a size of nothing", "max_file_bytes = 0\n" S, ":1: max_file_bytes: "
	    "\"0\" leaves nothing to be read" },
	{ "a size in a site", S "max_file_bytes = 1G", ":2: max_file_bytes has "
	    "no place in [site]: it belongs before the first section" },

	{ "a ceiling of time that is none", "max_file_time = soon\n" S, ":1: "
	    "max_file_time: \"soon\" is no time such as 90s, 30m, 48h, 10d or "
	    "1h30m" },
	{ "too much time", "max_file_time = 10000d\n" S, ":1: max_file_time: "
	    "\"10000d\" is not within 1 second and 366 days" },
	{ "a ceiling of time in a site", S "max_file_time = 1h", ":2: "
	    "max_file_time has no place in [site]: it belongs before the "
	    "first section" },

	/* times */
	{ "a unit in full", S "visit_gap = 30min", ":2: visit_gap: \"30min\" "
	    "is no time: its unit is unknown (did you mean \"30m\"?)" },
	{ "a unit in Vietnamese", S "visit_gap = 30 phút", ":2: visit_gap: \"30 "
	    "phút\" is no time: its unit is unknown (did you mean \"30m\"?)" },
	{ "a unit in capitals", S "seal_after = 48H", ":2: seal_after: \"48H\" "
	    "is no time: its unit is unknown (did you mean \"48h\"?)" },
	{ "nothing is kept no time", S "keep_days = 0d", ":2: keep_days: \"0d\" "
	    "is neither forever nor a time such as 400d, 18 months or 10y" },
	{ "hours of keeping", S "keep_days = 400h", ":2: keep_days: \"400h\" "
	    "is neither forever nor a time such as 400d, 18 months or 10y" },
	{ "keeping for aeons", S "keep_days = 99999y", ":2: keep_days: "
	    "\"99999y\" is too long; say forever" },
	{ "months kept shorter than days", S "keep_months = 1 year",
	    ":1: keep_months is shorter than keep_days" },
	{ "years kept shorter than months", S "keep_years = 8y",
	    ":1: keep_years is shorter than keep_months" },
	{ "a slip in a unit", S "seal_max = 10 dayss", ":2: seal_max: \"10 "
	    "dayss\" is no time: its unit is unknown (did you mean "
	    "\"10d\"?)" },
	{ "no time", S "stale_after = soon", ":2: stale_after: \"soon\" is no "
	    "time such as 90s, 30m, 48h, 10d or 1h30m" },
	{ "a fraction", S "visit_gap = 0.5h", ":2: visit_gap: \"0.5h\" is no "
	    "time such as 90s, 30m, 48h, 10d or 1h30m" },
	{ "no time at all", S "online_window = 0s", ":2: online_window: \"0s\" "
	    "is not within 1 second and 366 days" },
	{ "years", S "seal_max = 99999999d", ":2: seal_max: \"99999999d\" is "
	    "not within 1 second and 366 days" },
	{ "a gap of more than 12 h", S "lang = en\nvisit_gap = 12h1s", ":3: "
	    "visit_gap is more than 12h" },
	{ "a window longer than the gap", S "online_window = 31m\nlang = vi",
	    ":2: online_window (1860 s) is longer than visit_gap (1800 s): "
	    "somebody online would be between two visits" },
	{ "a gap shorter than the window", S "lang = vi\nvisit_gap = 4m",
	    ":3: online_window (300 s) is longer than visit_gap (240 s): "
	    "somebody online would be between two visits" },
	{ "sealed at the latest before it may be", S "seal_max = 1d", ":2: "
	    "seal_max (86400 s) is shorter than seal_after (172800 s)" },
	{ "the same of an earlier site", S "seal_max = 1d\n[site \"b\"]\n",
	    ":2: seal_max (86400 s) is shorter than seal_after (172800 s)" },

	/* words */
	{ "a country's name", S "home_country = Vietnam", ":2: home_country: "
	    "\"Vietnam\" is no country's two letters, such as VN" },
	{ "a country for a language", S "lang = vn", ":2: lang: \"vn\" is no "
	    "language of ours: vi or en (did you mean \"vi\"?)" },
	{ "a language's name", S "lang = English", ":2: lang: \"English\" is "
	    "no language of ours: vi or en (did you mean \"en\"?)" },
	{ "another language", S "lang = fr", ":2: lang: \"fr\" is no language "
	    "of ours: vi or en" },
	{ "a slip in a unit of the widget", S "widget_unit = visit", ":2: "
	    "widget_unit: \"visit\" is no unit: visits, pages or visitor-days "
	    "(did you mean \"visits\"?)" },
	{ "another word for a unit", S "widget_unit = visitors", ":2: "
	    "widget_unit: \"visitors\" is no unit: visits, pages or "
	    "visitor-days (did you mean \"visitor-days\"?)" },
	{ "a unit that the widget cannot count", S "widget_unit = hits", ":2: "
	    "widget_unit: \"hits\" is no unit: visits, pages or "
	    "visitor-days" },
	{ "a slip in a format", S "format = combind", ":2: format: "
	    "\"combind\" is no format that is known (did you mean "
	    "\"combined\"?)" },
	{ "a server for a format", S "format = nginx", ":2: format: \"nginx\" "
	    "is no format that is known (did you mean \"combined\"?)" },

	/* zones */
	{ "a city that names no zone", S "tz = Asia/Hanoi", ":2: tz: "
	    "\"Asia/Hanoi\" is no time zone such as Asia/Ho_Chi_Minh, UTC or "
	    "+07:00 (those with names are of the package tzdata) (did you mean "
	    "\"Asia/Ho_Chi_Minh\"?)" },
	{ "hours alone", S "tz = UTC+7", ":2: tz: \"UTC+7\" is no time zone "
	    "such as Asia/Ho_Chi_Minh, UTC or +07:00 (those with names are of "
	    "the package tzdata) (did you mean \"+07:00\"?)" },
	{ "a zone out of its folder", S "tz = ../../etc/passwd", ":2: tz: "
	    "\"../../etc/passwd\" is no time zone such as Asia/Ho_Chi_Minh, "
	    "UTC or +07:00 (those with names are of the package tzdata)" },

	/* hosts */
	{ "an address for a host", S "host = https://WWW.a.vn/tin/", ":2: "
	    "host: \"https://WWW.a.vn/tin/\" is more than a host's name (did "
	    "you mean \"www.a.vn\"?)" },
	{ "a host with a port", S "host = b.vn, a.vn:8080", ":2: host: "
	    "\"a.vn:8080\" is more than a host's name (did you mean "
	    "\"a.vn\"?)" },
	{ "a pattern for a host", S "host = *.a.vn", ":2: host: \"*.a.vn\" is "
	    "a pattern: write each host's name in full" },
	{ "a host with accents", S "host = sở.vn", ":2: host: \"sở.vn\" is no "
	    "host's name: write the form that servers log, xn--..." },
	{ "an empty label", S "host = a..vn", ":2: host: \"a..vn\" is no "
	    "host's name" },

	/* networks */
	{ "a prefix that is too long", S "internal = 192.0.2.0/33", ":2: "
	    "internal: \"192.0.2.0/33\" is no network such as 192.0.2.0/24 or "
	    "2001:db8::/32" },
	{ "the second of a list", S "internal = 192.0.2.1, may1", ":2: "
	    "internal: \"may1\" is no network such as 192.0.2.0/24 or "
	    "2001:db8::/32" },
	{ "everybody", S "internal = 0.0.0.0/0", ":2: internal: \"0.0.0.0/0\" "
	    "holds every address: nobody would be counted" },
	{ "everybody of IPv6", S "internal = ::/0", ":2: internal: \"::/0\" "
	    "holds every address: nobody would be counted" },
	{ "a wrong network of probes", S "monitor = Kuma, 192.0.2.0/99", ":2: "
	    "monitor: \"192.0.2.0/99\" is no network such as 192.0.2.0/24 or "
	    "2001:db8::/32" },
	{ "an agent with a star", S "monitor = *Kuma*", ":2: monitor: "
	    "\"*Kuma*\" holds a *: give a part of the agent's name; it is found "
	    "anywhere in it" },
	{ "an agent that all are", S "monitor = Mozilla", ":2: monitor: "
	    "\"Mozilla\" is part of too many agents' names" },

	/* globs */
	{ "a path without its slash", S "exclude = admin/*", ":2: exclude: "
	    "\"admin/*\" does not begin with / or *, as a pattern on the path "
	    "must (did you mean \"/admin/*\"?)" },
	{ "an extension", S "asset = .ashx", ":2: asset: \".ashx\" does not "
	    "begin with / or *, as a pattern on the path must (did you mean "
	    "\"*.ashx\"?)" },
	{ "an address for a path", S "feed = http://a.vn/api/*", ":2: feed: "
	    "\"http://a.vn/api/*\" does not begin with / or *, as a pattern on "
	    "the path must (did you mean \"/api/*\"?)" },
	{ "a query in a pattern", S "download = /get?id=*", ":2: download: "
	    "\"/get?id=*\" holds a query: patterns are looked for in the path "
	    "alone" },
	{ "everything left out", S "exclude = /x, /*", ":2: exclude: \"/*\" "
	    "fits every path" },
	{ "a parameter with its value", S "keep_query = id=1", ":2: "
	    "keep_query: \"id=1\" is no parameter's name: write id for "
	    "/tin?id=12" },

	/* paths */
	{ "a home folder", "data = ~/truycap\n" S, ":1: data: \"~/truycap\" "
	    "begins with ~, which only shells know: write the whole path" },
	{ "two patterns in a line", S "log = /a.log, /b.log", ":2: log: "
	    "\"/a.log, /b.log\" looks like several patterns: give each a line "
	    "of its own" },
	{ "a folder of logs", S "log = /var/log/nginx/", ":2: log: "
	    "\"/var/log/nginx/\" is a folder: name the files in it, with * "
	    "where they vary" },
	{ "the database handed out", "data = /var/www/tk/data\n" S
	    "lang = vi\nwidget = /var/www/tk", ":4: widget: /var/www/tk holds "
	    "the data folder (/var/www/tk/data), which no web server may hand "
	    "out" },
	{ "a widget's path that is none", S "widget_path = thong-ke", ":2: "
	    "widget_path: \"thong-ke\" does not begin with /, as a path on the "
	    "site such as /thong-ke/ does" },
	{ "a widget's path with markup", S "widget_path = /a\"b/", ":2: "
	    "widget_path: \"/a\"b/\" is no plain path such as /thong-ke/" },
	{ "another host's path", S "widget_path = //evil.example/", ":2: "
	    "widget_path: \"//evil.example/\" is no plain path such as "
	    "/thong-ke/" },

	/* opening balances */
	{ "an opening value alone", S "opening = 12000", ":2: opening: "
	    "\"12000\" is not value, unit and first day, as in 12000 visits "
	    "2026-01-01" },
	{ "an opening value as it is shown", S "opening = 1.234.567 visits "
	    "2026-01-01", ":2: opening: \"1.234.567\" is no count: write its "
	    "digits only (did you mean \"1234567\"?)" },
	{ "a slip in an opening unit", S "opening = 1 hit 2026-01-01", ":2: "
	    "opening: \"hit\" is no unit: visits, pages, visitor-days, hits or "
	    "unknown (did you mean \"hits\"?)" },
	{ "an opening day the other way round", S "opening = 1 hits "
	    "01/01/2026", ":2: opening: \"01/01/2026\" is no day: "
	    "year-month-day, as 2026-01-31" },
	{ "a day that never was", S "opening = 1 hits 2026-02-30", ":2: "
	    "opening: \"2026-02-30\" is no day: year-month-day, as "
	    "2026-01-31" },
};

static void
test_wrong(const struct place *p)
{
	size_t n = strlen(p->conf);

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct settings s = { .n_sites = 77 };
		struct err err = { 0 };
		bool read = read_text(p, span_of(wrong[i].text), &s, &err);

		if (!ok(!read && err.code == ERR_CONFIG && s.n_sites == 77 &&
		    strncmp(err.text, p->conf, n) == 0 &&
		    strcmp(err.text + n, wrong[i].want) == 0,
		    "%s: refused, with its line and what was meant",
		    wrong[i].name))
			diag("got  %s\nwant F%s", err.text, wrong[i].want);
		if (read)
			settings_close(&s);
	}
}

static void
test_long(const struct place *p)
{
	struct buf b = { 0 };
	struct settings s;
	struct err err = { 0 };

	buf_puts(&b, S "lang = ");
	for (int i = 0; i < 100; i++)
		buf_puts(&b, "ế");
	ok(!read_text(p, buf_view(&b), &s, &err) &&
	    strstr(err.text, "ế...\" is no language") != NULL,
	    "a long value is cut in the message, between two characters");
	buf_clear(&b);
	buf_puts(&b, S);
	for (int i = 0; i < 4097; i++)
		buf_printf(&b, "host = h%d.example.vn\n", i);
	ok(!read_text(p, buf_view(&b), &s, &err) &&
	    strstr(err.text, ":4098: host: more than 4096 values") != NULL,
	    "a list has an end");
	buf_close(&b);
	ok(!settings_read("/nonexistent/c.conf", &s, &err) &&
	    err.code == ERR_NOINPUT, "a missing folder is no input");
	unlink(p->conf);
	ok(!settings_read(p->conf, &s, &err) && err.code == ERR_NOINPUT,
	    "so is a missing file");
	ok(!settings_read(p->conf, &s, NULL), "and nobody need ask why");
}

/* ---- what is accepted ---- */

static void
is_list(const char **got, const char *want, const char *name)
{
	struct buf b = { 0 };

	for (; *got != NULL; got++)
		buf_printf(&b, "%s%s", b.n > 0 ? "|" : "", *got);
	is_text(buf_text(&b), want, "%s", name);
	buf_close(&b);
}

static void
test_defaults(const struct place *p)
{
	struct settings s = { 0 };
	struct err err = { 0 };

	if (!ok(read_text(p, SPAN("[site \"a\"]\n"), &s, &err),
	    "a site needs nothing but its id")) {
		diag("%s", err.text);
		return;
	}

	const struct site *site = &s.site[0];

	is_text(s.data, "/var/lib/truycap", "the data folder has a default");
	is_text(s.robots, NULL, "the list of robots is the built-in one");
	ok(s.n_sites == 1 && s.n_groups == 0, "one site, no log group");
	is_text(site->name, "a", "without name and host, the id is the name");
	is_text(site->zone_name, "UTC", "the zone is UTC");
	is_text(zone_name(site->zone), "UTC", "and open");
	is_text(site->lang, "vi", "the language is Vietnamese");
	is_text(site->format, "auto", "the format is to be found");
	is_text(site->widget_unit, "visits", "the widget counts visits");
	ok(site->widget_dir == NULL && site->widget_path == NULL,
	    "there is no widget");
	ok(site->visit_gap_s == 1800 && site->online_window_s == 300 &&
	    site->seal_after_s == 172800 && site->seal_max_s == 864000 &&
	    site->stale_after_s == 900, "the times are those of METRICS");
	ok(!s.opening[0].given, "there is no opening balance");
	ok(site->host[0] == NULL && site->internal[0] == NULL &&
	    site->monitor[0] == NULL && site->exclude[0] == NULL &&
	    site->post_page[0] == NULL && site->asset[0] == NULL &&
	    site->feed[0] == NULL && site->download[0] == NULL &&
	    site->keep_query[0] == NULL, "lists are empty, and end");
	settings_close(&s);
	settings_close(&s);
	ok(s.n_sites == 0, "closing twice does no harm");
}

static const char whole[] =
    "data = db/\n"
    "robots = lists/robots.json\n"
    "[log \"proxy\"]\n"
    "archive = old/*.gz\n"
    "log = /var/log/proxy.log\n"
    "format = vhost_combined\n"
    "[site \"skhcn\"]\n"
    "name = \" Sở Khoa học; \\\"BK\\\" \\\\ # 1\"\n"
    "host = WWW.Example.VN., example.vn\n"
    "host = \t[2001:db8::1] 192.0.2.1\n"
    "archive = /srv/old logs/a,b.gz\n"
    "log = access.log*\n"
    "log = \"/var/log/#1.log\"\n"
    "format = \"$remote_addr - $remote_user [$time_local] \\\"$request\\\" "
    "$status $body_bytes_sent \\\"$http_referer\\\" "
    "\\\"$http_user_agent\\\" # $request_time\"\n"
    "tz = Asia/Ho_Chi_Minh\n"
    "lang = en\n"
    "visit_gap = 45m ; a comment\n"
    "online_window = 90s\n"
    "seal_after = 1d12h\n"
    "seal_max = 2w\n"
    "keep_hours = 18 months\n"
    "keep_days = 2y\n"
    "keep_months = forever\n"
    "keep_years = forever\n"
    "stale_after = 3600\n"
    "internal = 192.0.2.0/24,198.51.100.7\t2001:db8::/32\n"
    "monitor = Better Uptime Bot, 192.0.2.9 2001:db8::9,Kuma/1.2\n"
    "exclude = /admin/*,/health *.tmp\n"
    "post_page = *\n"
    "asset = /thumb/*\n"
    "feed = /api/*\n"
    "download = /tai-ve/*\n"
    "keep_query = id, trang page\n"
    "min_bytes = news: 2k\n"
    "section = news: /tin/*, ?tabid=5\n"
    "section = docs: /vb/*\n"
    "home = /, /index.html\n"
    "soft_404 = /loi*, ?error=404\n"
    "min_bytes = 300\n"
    "min_bytes = (home): 1k\n"
    "funnel = nop: /tt/*, /x | POST /nop POST /gui,/da-gui|/kq\n"
    "funnel = hoi: /hoi | POST /hoi\n"
    "opening = 12000 unknown 2026-01-01\n"
    "widget = www/tk/\n"
    "widget_path = /thong-ke\n"
    "widget_unit = visitor-days\n"
    "[site \"b.2\"]\n"
    "log = /var/log/b.log\n"
    "tz = -03:30\n";

static void
is_path(const struct place *p, const char *got, const char *tail,
    const char *name)
{
	size_t n = strlen(p->dir);

	ok(strncmp(got, p->dir, n) == 0 && strcmp(got + n, tail) == 0,
	    "%s (%s)", name, got);
}

static void
test_presence(const struct site *a)
{
	is_int((long long)a->section[0].min_bytes, 2048,
	    "a section's least size may stand before its patterns");
	is_int((long long)a->section[1].min_bytes, 0, "another has none");
	is_int((long long)a->min_bytes, 300, "the site's least size");
	is_int((long long)a->home.min_bytes, 1024, "the home page's");
	ok(strcmp(a->home.pattern[1], "/index.html") == 0 &&
	    a->home.pattern[2] == NULL, "two patterns of the home page");
	is_text(a->soft_404[1], "?error=404", "patterns of error pages");
	is_int((long long)a->n_steps, 5, "all funnels' steps are one list");
	is_text(a->step[1].id, "nop\t2\tPOST /nop, POST /gui, /da-gui",
	    "a step is its funnel, its number and its patterns");
	is_text(a->step[1].pattern[1], "POST /gui", "a POST's pattern");
	is_text(a->step[3].id, "hoi\t1\t/hoi", "steps count in each funnel");
}

static void
test_site(const struct settings *s, const struct place *p)
{
	const struct site *a = &s->site[0];

	test_presence(a);
	is_text(a->name, "Sở Khoa học; \"BK\" \\ # 1",
	    "a title holds quotes, marks and backslashes, and is trimmed");
	is_list(a->host, "www.example.vn|example.vn|[2001:db8::1]|192.0.2.1",
	    "hosts repeat, are parted by commas and blanks, and lower-cased");
	is_list(a->internal, "192.0.2.0/24|198.51.100.7|2001:db8::/32",
	    "networks");
	is_list(a->monitor, "Better Uptime Bot|192.0.2.9|2001:db8::9|Kuma/1.2",
	    "agents keep their blanks, networks do not");
	is_list(a->exclude, "/admin/*|/health|*.tmp", "globs");
	is_list(a->post_page, "*", "each POST may be a page view");
	is_list(a->keep_query, "id|trang|page", "parameters");
	ok(a->visit_gap_s == 2700 && a->online_window_s == 90 &&
	    a->seal_after_s == 129600 && a->seal_max_s == 1209600 &&
	    a->stale_after_s == 3600, "times");
	ok(a->keep.hours == 18 * 31 && a->keep.days == 2 * 366 &&
	    a->keep.months == SITE_FOREVER && a->keep.years == SITE_FOREVER,
	    "how long what is kept");
	is_text(zone_name(a->zone), "Asia/Ho_Chi_Minh", "the zone is open");
	is_int(zone_offset(a->zone, 1700000000), 7 * 3600, "and is that one");
	ok(s->opening[0].given && s->opening[0].value == 12000 &&
	    strcmp(s->opening[0].unit, "unknown") == 0 &&
	    s->opening[0].as_of_day == 20454, "the opening balance");
	is_path(p, a->widget_dir, "/www/tk", "the widget's folder is beside "
	    "the configuration, without its last slash");
	is_text(a->widget_path, "/thong-ke/", "its path gets its last slash");
	is_text(a->widget_unit, "visitor-days", "its unit");
	is_int((long long)a->n_patterns, 3, "three patterns, live ones first");
	ok(a->pattern[0].live && a->pattern[1].live && !a->pattern[2].live,
	    "then archives");
	is_path(p, a->pattern[0].glob, "/access.log*", "a relative pattern");
	is_text(a->pattern[1].glob, "/var/log/#1.log", "one in quotes");
	is_text(a->pattern[2].glob, "/srv/old logs/a,b.gz",
	    "one with a blank and a comma");
}

static void
test_groups(const struct settings *s, const struct place *p)
{
	is_int((long long)s->n_groups, 3, "three log groups");
	ok(s->group[0].only == 0 && strcmp(s->group[0].id, "skhcn") == 0 &&
	    s->group[0].n_patterns == 3, "a site's own group comes first");
	ok(s->group[1].only == 1 && strcmp(s->group[1].id, "b.2") == 0 &&
	    strcmp(s->group[1].format, "auto") == 0, "then the next site's");
	ok(s->group[2].only == UINT32_MAX &&
	    strcmp(s->group[2].id, "proxy") == 0 &&
	    strcmp(s->group[2].format, "vhost_combined") == 0,
	    "then those by host");
	is_text(s->group[2].pattern[0].glob, "/var/log/proxy.log",
	    "its live log");
	is_path(p, s->group[2].pattern[1].glob, "/old/*.gz", "its archive");
}

/* ---- printed, and read again ---- */

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool
same_list(const char **a, const char **b)
{
	while (*a != NULL && *b != NULL)
		if (strcmp(*a++, *b++) != 0)
			return false;
	return *a == *b;
}

static bool
same_patterns(const struct site_pattern *a, const struct site_pattern *b,
    size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(a[i].glob, b[i].glob) != 0 || a[i].live != b[i].live)
			return false;
	return true;
}

static bool
same_site(const struct site *a, const struct site *b)
{
	return same_text(a->id, b->id) && same_text(a->name, b->name) &&
	    same_list(a->host, b->host) &&
	    same_text(a->zone_name, b->zone_name) &&
	    same_text(a->lang, b->lang) && a->n_patterns == b->n_patterns &&
	    same_patterns(a->pattern, b->pattern, a->n_patterns) &&
	    same_text(a->format, b->format) &&
	    same_list(a->internal, b->internal) &&
	    same_list(a->monitor, b->monitor) &&
	    same_list(a->exclude, b->exclude) &&
	    same_list(a->post_page, b->post_page) &&
	    same_list(a->asset, b->asset) && same_list(a->feed, b->feed) &&
	    same_list(a->download, b->download) &&
	    same_list(a->keep_query, b->keep_query) &&
	    a->visit_gap_s == b->visit_gap_s &&
	    a->online_window_s == b->online_window_s &&
	    a->seal_after_s == b->seal_after_s &&
	    a->seal_max_s == b->seal_max_s &&
	    a->stale_after_s == b->stale_after_s &&
	    memcmp(&a->keep, &b->keep, sizeof(a->keep)) == 0 &&
	    same_text(a->widget_dir, b->widget_dir) &&
	    same_text(a->widget_path, b->widget_path) &&
	    same_text(a->widget_unit, b->widget_unit);
}

static bool
same_settings(const struct settings *a, const struct settings *b)
{
	bool same = same_text(a->data, b->data) &&
	    same_text(a->robots, b->robots) && a->n_sites == b->n_sites &&
	    a->n_groups == b->n_groups;

	for (size_t i = 0; same && i < a->n_sites; i++)
		same = same_site(&a->site[i], &b->site[i]) &&
		    a->opening[i].given == b->opening[i].given &&
		    a->opening[i].value == b->opening[i].value &&
		    same_text(a->opening[i].unit, b->opening[i].unit) &&
		    a->opening[i].as_of_day == b->opening[i].as_of_day;
	for (size_t i = 0; same && i < a->n_groups; i++) {
		const struct settings_group *g = &a->group[i];
		const struct settings_group *h = &b->group[i];

		same = same_text(g->id, h->id) && g->only == h->only &&
		    same_text(g->format, h->format) &&
		    g->n_patterns == h->n_patterns &&
		    same_patterns(g->pattern, h->pattern, g->n_patterns);
	}
	return same;
}

/* Read again from another folder. */
static void
test_print(const struct settings *s, const char *name)
{
	struct place other;
	struct settings again = { 0 };
	struct buf out = { 0 };
	struct err err = { 0 };

	place_make(&other);
	settings_print(s, &out);
	if (!ok(read_text(&other, buf_view(&out), &again, &err),
	    "%s: what is printed is read", name))
		diag("%s\n%s", err.text, buf_text(&out));
	else
		ok(same_settings(s, &again), "%s: and gives equal settings",
		    name);
	settings_close(&again);
	buf_close(&out);
	unlink(other.conf);
	rmdir(other.dir);
}

static void
test_whole(const struct place *p)
{
	struct settings s = { 0 };
	struct err err = { 0 };

	if (!ok(read_text(p, span_of(whole), &s, &err),
	    "a configuration with everything")) {
		diag("%s", err.text);
		return;
	}
	is_path(p, s.data, "/db", "the data folder is beside it");
	is_path(p, s.robots, "/lists/robots.json", "so is the robot list");
	is_int((long long)s.n_sites, 2, "two sites");
	test_site(&s, p);
	is_text(s.site[1].name, "b.2", "the other site's name is its id");
	test_groups(&s, p);
	test_print(&s, "everything");
	settings_close(&s);

	if (ok(read_text(p, SPAN("robots = none\n[site \"a\"]\n"), &s, &err),
	    "no robots"))
		test_print(&s, "defaults");
	is_text(s.robots, "none", "is a word, not a file");
	settings_close(&s);

	if (ok(read_text(p, SPAN("robots = /x/a.json ,built-in\n[site \"a\"]\n"),
	    &s, &err), "two lists of robots"))
		test_print(&s, "two lists of robots");
	is_text(s.robots, "/x/a.json, built-in", "are one text");
	settings_close(&s);
	if (ok(read_text(p, SPAN("robots = l/a.json, b\n[site \"a\"]\n"), &s,
	    &err), "two files of robots"))
		ok(s.robots[0] == '/' && strstr(s.robots, "/l/a.json, /") != NULL,
		    "are absolute, each: %s", s.robots);
	settings_close(&s);
}

/* A file of one site for which cuts and changed bytes are tried: no crash, and
 * every refusal has its line. */
static void
test_damaged(const struct place *p)
{
	size_t n = sizeof(whole) - 1, refused = 0, lines = 0;
	char *text = mem_dup(whole, n);

	for (size_t i = 0; i < n; i += 3) {
		struct settings s = { 0 };
		struct err err = { 0 };
		char old = text[i];

		text[i] = "=[\"\n \x01z"[i / 3 % 7];
		if (!read_text(p, (struct span){ text, n }, &s, &err)) {
			refused++;
			lines += err.text[strlen(p->conf)] == ':' &&
			    err.text[strlen(p->conf) + 1] >= '1';
		}
		settings_close(&s);
		text[i] = old;
	}
	ok(refused > 100 && lines == refused,
	    "of %zu damaged files, each refused one is told its line",
	    refused);
	mem_free(text);
}

/* ---- the sample and the manual ---- */

/* The sample with its "#;" lines as they are, or made settings. */
static void
test_sample(const struct place *p, bool all, const char *name)
{
	struct span rest = { (const char *)sample, sizeof(sample) };
	struct settings s = { 0 };
	struct err err = { 0 };
	struct buf text = { 0 };

	while (rest.n > 0) {
		struct span line = span_cut(&rest, '\n');

		if (all && span_starts(line, SPAN("#;")))
			line = (struct span){ line.p + 2, line.n - 2 };
		buf_span(&text, line);
		buf_putc(&text, '\n');
	}
	if (!ok(read_text(p, buf_view(&text), &s, &err), "%s: read", name))
		diag("%s", err.text);
	else
		test_print(&s, name);
	settings_close(&s);
	buf_close(&text);
}

static void
test_documents(void)
{
	struct buf manual = { 0 }, conf = { 0 };
	struct err err = { 0 };

	ok(file_read("docs/CONFIGURATION.md", 1 << 20, &manual, &err),
	    "there is a manual (tests run in the project's folder)");
	buf_add(&conf, sample, sizeof(sample));
	for (size_t i = 0; i < KEYS; i++) {
		char row[80], line[80];

		snprintf(row, sizeof(row), "\n| `%s` |", keys[i].name);
		snprintf(line, sizeof(line), "%s = ", keys[i].name);
		ok(strstr(buf_text(&manual), row) != NULL,
		    "%s has its row in the manual", keys[i].name);
		ok(strstr(buf_text(&conf), line) != NULL,
		    "%s is in the sample", keys[i].name);
		ok(key_of(keys[i].name) == &keys[i] && keys[i].help[0] != '\0',
		    "%s is there once, and explained", keys[i].name);
	}
	buf_close(&manual);
	buf_close(&conf);
}

int
main(void)
{
	struct place p;

	place_make(&p);
	test_wrong(&p);
	test_long(&p);
	test_defaults(&p);
	test_whole(&p);
	test_damaged(&p);
	test_sample(&p, false, "the sample");
	test_sample(&p, true, "the sample, all of it");
	test_documents();
	unlink(p.conf);
	rmdir(p.dir);
	return done();
}
