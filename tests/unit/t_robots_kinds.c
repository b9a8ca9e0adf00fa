/* SPDX-License-Identifier: MIT */
/* What a list of robots tells beside yes and no: reasons, numbers, version; and
 * several lists as one. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "aggregate/robots.h"
#include "common/buf.h"
#include "common/hash.h"
#include "tests/tap.h"

#define ON_LINUX(name) "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 " \
	"(KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36" name
#define ON_ANDROID(name) "Mozilla/5.0 (Linux; Android 14; SM-A546E; wv) " \
	"AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 " \
	"Chrome/140.0.0.0 Mobile Safari/537.36" name

/* why: of the built-in list; ROBOT__MAX: a person. */
static const struct {
	const char *agent;
	enum robot_reason why;
} reasons[] = {
	{ "Mozilla/5.0 (compatible; Googlebot/2.1)", ROBOT_SEARCH },
	{ "Mozilla/5.0 (compatible; coccocbot-web/1.0)", ROBOT_SEARCH },
	{ "Mozilla/5.0 (compatible; coccocbot-image/1.0)", ROBOT_SEARCH },
	{ "coccoc", ROBOT_SEARCH }, { "coccoc/1.0 ()", ROBOT_SEARCH },
	{ ON_LINUX(" coc_coc_browser/121.0.144"), ROBOT__MAX },
	{ "Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/128.0", ROBOT__MAX },
	{ "Mozilla/5.0 (compatible; GPTBot/1.2)", ROBOT_AI },
	{ "Mozilla/5.0 (compatible; AhrefsBot/7.0)", ROBOT_SEO },
	{ "facebookexternalhit/1.1", ROBOT_PREVIEW },
	{ "Mozilla/5.0+(compatible; UptimeRobot/2.0)", ROBOT_MONITOR },
	{ "curl/8.5.0", ROBOT_TOOL }, { "python-requests/2.31.0", ROBOT_TOOL },
	{ "Go-http-client/1.1", ROBOT_TOOL }, { "okhttp/4.9.3", ROBOT_TOOL },
	{ "Java/17.0.8", ROBOT_TOOL }, { "axios/1.7.2", ROBOT_TOOL },
	{ "Apache-HttpClient/4.5.14 (Java/17)", ROBOT_TOOL },
	{ ON_LINUX(" HeadlessChrome/120"), ROBOT_HEADLESS },
	{ "Mozilla/5.0 zgrab/0.x", ROBOT_SCANNER },
	{ "Mozilla/5.0 (compatible; CensysInspect/1.1)", ROBOT_SCANNER },
	{ "Feedbin feed-id:1 - 3 subscribers", ROBOT_FEED },
	{ "ia_archiver", ROBOT_ARCHIVER },
	{ "Mozilla/5.0 (compatible; Neverheardof/1.0)", ROBOT_OTHER },
	{ "Neverheardof/1.0", ROBOT_OTHER },
	{ "", ROBOT_EMPTY },
	/* people */
	{ ON_ANDROID(" Zalo android/12100685 ZaloTheme/light"), ROBOT__MAX },
	{ ON_ANDROID(" NetType/WIFI MicroMessenger/8.0"), ROBOT__MAX },
	{ ON_ANDROID(" Instagram 320.0.0.42.101 Android"), ROBOT__MAX },
	{ ON_ANDROID(" BytedanceWebview/d8a21c6 trill_330"), ROBOT__MAX },
	{ "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1)", ROBOT__MAX },
	{ "Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2)", ROBOT__MAX },
	{ "Mozilla/5.0 (compatible; Konqueror/4.14; Linux)", ROBOT__MAX },
	{ "Nokia6300/2.0 (05.50) Profile/MIDP-2.0 Configuration/CLDC-1.1",
	    ROBOT__MAX },
	{ "SAMSUNG-SGH-E250/1.0 Profile/MIDP-2.0", ROBOT__MAX },
	{ "Opera/9.80 (J2ME/MIDP; Opera Mini/4.4.39008/37.9178; U; en)",
	    ROBOT__MAX },
	{ "HbbTV/1.2.1 (;Panasonic;VIERA 2013;3.672;4101-0003 0002-0000;)",
	    ROBOT__MAX },
	{ "Mozilla/5.0 (PlayStation 5 3.20) AppleWebKit/605.1.15", ROBOT__MAX },
	{ "Links (2.29; Linux 6.1 x86_64; GNU C 12; text)", ROBOT__MAX },
	{ "Lynx/2.9.0 libwww-FM/2.14", ROBOT_TOOL },
	{ "News/12 CFNetwork/1490.0.4 Darwin/23.2.0", ROBOT__MAX },
};

static const char *
reason_text(enum robot_reason why)
{
	return why < ROBOT__MAX ? robot_reason_name(why) : "a person";
}

static enum robot_reason
reason_by(const struct robots *r, const char *agent)
{
	const struct robot *robot = robots_find(r, span_of(agent));

	return robot != NULL ? robot->reason : ROBOT__MAX;
}

static void
built_in(void)
{
	struct robots *r = NULL;
	struct err err = { 0 };
	size_t seen[ROBOT__MAX] = { 0 }, wrong = 0, lacking = 0;

	if (!ok(robots_open("built-in", &r, &err), "the built-in list by name")) {
		diag("%s", err.text);
		return;
	}
	is_text(robots_name(r), "built-in", "is called by it");
	is_text(robots_version(r), "", "has no version but the program's");
	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++)
		is_text(reason_text(reason_by(r, reasons[i].agent)),
		    reason_text(reasons[i].why), "%.60s", reasons[i].agent);
	for (size_t i = 0; i < robots_size(r); i++) {
		const struct robot *robot = robots_number(r, i);

		wrong += robot->number != i || robot->pattern[0] == '\0';
		seen[robot->reason]++;
	}
	is_int((long long)wrong, 0, "each number is that of its pattern");
	for (size_t i = 0; i < ROBOT__MAX; i++)
		lacking += seen[i] == 0;
	is_int((long long)lacking, 0, "each reason has a pattern");
	is_int((long long)seen[ROBOT_EMPTY], 1, "the empty agent has one");
	robots_close(r);
}

static void
names_of_reasons(void)
{
	enum robot_reason why;
	size_t wrong = 0;

	for (unsigned i = 0; i < ROBOT__MAX; i++)
		wrong += !robot_reason_of(span_of(robot_reason_name(
		    (enum robot_reason)i)), &why) || why != i;
	is_int((long long)wrong, 0, "each reason is found by its name");
	ok(robot_reason_of(SPAN(" SEO "), &why) && why == ROBOT_SEO,
	    "whatever its case, and with blanks around it");
	why = ROBOT_FEED;
	ok(!robot_reason_of(SPAN("seo and more"), &why) && why == ROBOT_FEED,
	    "another name is none");
}

/* ---- lists in files ---- */

static char folder[] = "/tmp/truycap-kinds-XXXXXX";

static const char *
in_folder(const char *name)
{
	static char path[4][sizeof(folder) + 32];
	static unsigned turn;
	char *p = path[turn++ % 4];

	snprintf(p, sizeof(path[0]), "%s/%s", folder, name);
	return p;
}

static void
put(const char *name, const char *text)
{
	FILE *f = fopen(in_folder(name), "w");

	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		abort();
}

static const char json[] = "["
    "{\"pattern\":\"Alpha\",\"tags\":[\"ai-crawler\",\"seo\"]},"
    "{\"pattern\":\"Beta\",\"tags\":[\"academic\",\"archiver\"]},"
    "{\"pattern\":\"Gamma\",\"tags\":[]},"
    "{\"pattern\":\"^python-x\"},"
    "{\"pattern\":\"zgrab[0-9]\"},"
    "{\"pattern\":\"Delta\",\"tags\":[7, null, \"no such tag\"]},"
    "{\"pattern\":\"Ahrefs(Bot|X)\",\"tags\":\"monitoring\"},"
    "{\"pattern\":\"Eps\",\"tags\":[\"monitoring\"]}]";

static const struct {
	const char *name, *agent;
	enum robot_reason why;
	uint32_t number;
} of_json[] = {
	{ "the first tag counts", "Alpha", ROBOT_AI, 0 },
	{ "the first that we have a reason for", "Beta", ROBOT_ARCHIVER, 1 },
	{ "without tags, and unknown to us", "Gamma", ROBOT_OTHER, 2 },
	{ "without tags, known by our own list", "python-x", ROBOT_TOOL, 3 },
	{ "likewise an expression", "zgrab1", ROBOT_SCANNER, 4 },
	{ "tags that are none", "Delta", ROBOT_OTHER, 5 },
	{ "tags that are no array", "AhrefsX", ROBOT_SEO, 6 },
	{ "a monitor", "Eps", ROBOT_MONITOR, 7 },
	{ "no agent", " ", ROBOT_EMPTY, 8 },
};

static void
json_kinds(void)
{
	struct robots *r = NULL;
	struct err err = { 0 };

	put("list.json", json);
	if (!ok(robots_open(in_folder("list.json"), &r, &err), "a list in JSON")) {
		diag("%s", err.text);
		return;
	}
	is_int((long long)robots_size(r), 9, "its numbers");
	for (size_t i = 0; i < sizeof(of_json) / sizeof(*of_json); i++) {
		const struct robot *robot =
		    robots_find(r, span_of(of_json[i].agent));

		is_text(reason_text(robot != NULL ? robot->reason : ROBOT__MAX),
		    reason_text(of_json[i].why), "%s", of_json[i].name);
		ok(robot != NULL && robot->number == of_json[i].number,
		    "%s: its number", of_json[i].name);
	}
	ok(robots_find(r, SPAN("Neverheardof/1.0")) == NULL,
	    "who is on no list is told by no mark that it lacks");
	robots_close(r);
}

static void
own_kinds(void)
{
	struct robots *r = NULL;
	struct err err = { 0 };

	put("list", "a1\n[Scanner]\nb2\n[nothing of ours]\nc3\n[ seo ]\nd4\n");
	if (!ok(robots_open(in_folder("list"), &r, &err), "a list of one's own"))
		return;
	is_text(reason_text(reason_by(r, "a1")), "other crawler",
	    "before the first header");
	is_text(reason_text(reason_by(r, "b2")), "scanner", "under a header");
	is_text(reason_text(reason_by(r, "c3")), "other crawler",
	    "under one that names no reason");
	is_text(reason_text(reason_by(r, "d4")), "seo", "under one with blanks");
	robots_close(r);
}

/* ---- versions ---- */

static const struct {
	const char *name, *package, *want;
} versions[] = {
	{ "a version", "{\"version\":\"1.60.0-rc.1+x\"}", "1.60.0-rc.1+x" },
	{ "none", "{\"name\":\"x\"}", "" },
	{ "a number", "{\"version\":1.2}", "" },
	{ "an empty one", "{\"version\":\"\"}", "" },
	{ "one with a blank", "{\"version\":\"1 2\"}", "" },
	{ "one with an escape of a terminal", "{\"version\":\"\\u001b[2J\"}", "" },
	{ "an endless one", "{\"version\":\"11111111111111111111111111111111"
	    "111111111111111111\"}", "" },
	{ "an array", "[\"version\"]", "" },
	{ "no JSON", "{\"version\":\"1.2", "" },
	{ "nothing", "", "" },
};

static void
versions_of(void)
{
	struct robots *r = NULL;
	struct err err = { 0 };

	put("list.json", json);
	for (size_t i = 0; i < sizeof(versions) / sizeof(*versions); i++) {
		put("package.json", versions[i].package);
		if (!ok(robots_open(in_folder("list.json"), &r, &err),
		    "beside package.json: %s", versions[i].name))
			continue;
		is_text(robots_version(r), versions[i].want, "the version: %s",
		    versions[i].name);
		robots_close(r);
	}
	put("package.json", versions[0].package);
	if (robots_open(in_folder("list"), &r, &err)) {
		is_text(robots_version(r), "",
		    "a list that is not JSON is of no package");
		robots_close(r);
	}
	unlink(in_folder("package.json"));
	if (robots_open(in_folder("list.json"), &r, &err)) {
		is_text(robots_version(r), "", "no package, no version");
		robots_close(r);
	}
}

/* ---- several ---- */

static void
several(void)
{
	struct robots *r = NULL;
	struct err err = { 0 };
	struct buf which = { 0 }, all = { 0 };
	const struct robot *robot;
	char hex[65];

	put("list", "abc\n~gecko\n");
	put("list.json", json);
	put("package.json", "{\"version\":\"2.0\"}");
	buf_printf(&which, "%s ,%s,built-in", in_folder("list.json"),
	    in_folder("list"));
	if (!ok(robots_open(buf_text(&which), &r, &err), "three lists as one")) {
		diag("%s", err.text);
		abort();
	}
	is_text(robots_name(r), "list.json+list+built-in", "their names");
	is_text(robots_version(r), "2.0", "the version of that which has one");
	robot = robots_find(r, SPAN("abc"));
	ok(robot != NULL && robot->number == 8, "numbers go on");
	robot = robots_find(r, SPAN("Alpha abc curl"));
	is_text(robot != NULL ? robot->pattern : NULL, "Alpha",
	    "the first list tells first");
	is_text(reason_text(reason_by(r, "curl/8")), "library/tool",
	    "the last list tells what the others do not");
	robot = robots_find(r, SPAN("Neverheardof"));
	ok(robot != NULL && robot->number == robots_size(r) - 2,
	    "a lacking mark is told last, but for the empty agent");
	buf_puts(&all, json);
	buf_puts(&all, "abc\n~gecko\n");
	which.n -= strlen(",built-in");
	robots_close(r);
	if (ok(robots_open(buf_text(&which), &r, &err), "two lists as one")) {
		hash_sha256_hex(all.p, all.n, hex);
		is_text(robots_sha256(r), hex, "the hash is of both, in order");
		robots_close(r);
	}
	r = NULL;
	ok(!robots_open("built-in,none", &r, &err) &&
	    err.code == ERR_CONFIG && r == NULL, "none goes with no other");
	ok(!robots_open("built-in,", &r, &err) && r == NULL,
	    "a comma at the end is one too many");
	ok(!robots_open("", &r, &err) && r == NULL, "an empty name is none");
	ok(!robots_open("built-in, /nowhere/x", &r, &err) &&
	    err.code == ERR_NOINPUT && strstr(err.text, "/nowhere/x") != NULL,
	    "a second list that is missing is told");
	put("empty", "# x\n");
	buf_clear(&which);
	buf_printf(&which, "built-in,%s", in_folder("empty"));
	ok(!robots_open(buf_text(&which), &r, &err) &&
	    strstr(err.text, "holds no pattern") != NULL,
	    "a second list that is empty is told");
	buf_close(&which);
	buf_close(&all);
}

/* ---- agents that nobody would send in good faith ---- */

static void
hostile(void)
{
	static const char *const unit[] = { "bot", "(compatible; ",
		"cubot", "\0", "\xFF\xC0", "aaaaaaaab", "Spider ", "<", "\x1B[2J" };
	size_t n = 1024 * 1024, odd = 0;
	char *agent = malloc(n);
	struct robots *r = NULL;
	struct err err = { 0 };

	put("hard.json", "[{\"pattern\":\"Spider[\\\\s\\\\S]*spider\\\\.com\"},"
	    "{\"pattern\":\"(a+)+$\"}]");
	if (agent == NULL)
		abort();
	for (int both = 0; both < 2; both++) {
		struct buf which = { 0 };

		if (both)
			buf_printf(&which, "%s, ", in_folder("hard.json"));
		buf_puts(&which, "built-in");
		if (!robots_open(buf_text(&which), &r, &err))
			abort();
		for (size_t u = 0; u < sizeof(unit) / sizeof(*unit); u++) {
			size_t len = unit[u][0] != '\0' ? strlen(unit[u]) : 1;

			for (size_t i = 0; i < n; i++)
				agent[i] = unit[u][i % len];
			odd += robots_find(r, (struct span){ agent, n }) == NULL;
		}
		robots_close(r);
		buf_close(&which);
	}
	is_int((long long)odd, 0, "a MiB of any bytes is no browser");
	if (!robots_open(NULL, &r, &err))
		abort();
	ok(robots_find(r, (struct span){ tap_guarded("Mozilla/5.0 (\0) Gecko",
	    21), 21 }) == NULL, "a NUL within a browser's agent is a byte");
	ok(robots_find(r, (struct span){ "\0", 1 }) != NULL,
	    "a NUL alone is no browser");
	ok(robots_find(r, (struct span){ NULL, 0 })->reason == ROBOT_EMPTY,
	    "no bytes at all");
	robots_close(r);
	free(agent);
}

int
main(void)
{
	static const char *const files[] = { "list.json", "list", "package.json",
		"empty", "hard.json" };

	if (mkdtemp(folder) == NULL)
		abort();
	built_in();
	names_of_reasons();
	json_kinds();
	own_kinds();
	versions_of();
	several();
	hostile();
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
		unlink(in_folder(files[i]));
	rmdir(folder);
	return done();
}
