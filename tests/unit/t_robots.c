/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "aggregate/classify.h"
#include "aggregate/crawlers.h"
#include "aggregate/match.h"
#include "common/file.h"
#include "common/hash.h"
#include "tests/tap.h"

#define CHROME "Mozilla/5.0 (Windows NT 10.0; Win64; x64) " \
	"AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36"
#define ANDROID(model) "Mozilla/5.0 (Linux; Android 12; " model ") " \
	"AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 " \
	"Mobile Safari/537.36"

/* want: the pattern of the built-in list, or NULL for a person. */
static const struct {
	const char *name, *agent, *want;
} built_in[] = {
	{ "Googlebot", "Mozilla/5.0 (compatible; Googlebot/2.1; "
	    "+http://www.google.com/bot.html)", "googlebot" },
	{ "in capitals", "MOZILLA/5.0 (COMPATIBLE; GOOGLEBOT/2.1)",
	    "googlebot" },
	{ "on a telephone", ANDROID("Nexus 5X") " (compatible; Googlebot/2.1)",
	    "googlebot" },
	{ "bingbot", "Mozilla/5.0 (compatible; bingbot/2.0)", "bingbot" },
	{ "Coc Coc's crawler", "Mozilla/5.0 (compatible; coccocbot-web/1.0; "
	    "+http://help.coccoc.com/searchengine)", "coccocbot" },
	{ "Coc Coc's browser is a person", "Mozilla/5.0 (Windows NT 10.0) "
	    "AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/121.0.144 "
	    "Chrome/115.0.5790.144 Safari/537.36", NULL },
	{ "GPTBot", "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); "
	    "compatible; GPTBot/1.2; +https://openai.com/gptbot", "gptbot" },
	{ "ClaudeBot", "Mozilla/5.0 (compatible; ClaudeBot/1.0)", "claudebot" },
	{ "Facebook's preview", "facebookexternalhit/1.1",
	    "facebookexternalhit" },
	{ "WhatsApp's preview", "WhatsApp/2.23.20.0", "^whatsapp" },
	{ "curl", "curl/8.5.0", "^curl" },
	{ "wget", "Wget/1.21.3", "wget" },
	{ "Python", "python-requests/2.31.0", "python" },
	{ "Go", "Go-http-client/1.1", "go-http-client" },
	{ "okhttp", "okhttp/4.9.3", "okhttp" },
	{ "Java", "Java/17.0.8", "^java" },
	{ "Perl", "libwww-perl/6.68", "libwww" },
	{ "headless Chrome", "Mozilla/5.0 (X11; Linux x86_64) "
	    "AppleWebKit/537.36 (KHTML, like Gecko) "
	    "HeadlessChrome/120.0.0.0 Safari/537.36", "headless" },
	{ "zgrab", "Mozilla/5.0 zgrab/0.x", "zgrab" },
	{ "Censys", "Mozilla/5.0 (compatible; CensysInspect/1.1; "
	    "+https://about.censys.io/)", "censys" },
	{ "Nmap", "Mozilla/5.0 (compatible; Nmap Scripting Engine)", "nmap" },
	{ "masscan", "masscan/1.3", "masscan" },
	{ "half an agent", "Mozilla/5.0", "=mozilla/5.0" },
	{ "a robot of no name", "Mozilla/5.0 (compatible; NewBot/0.1)", "bot" },
	{ "an address in the agent", "Mozilla/5.0 (compatible; Xyz; "
	    "+https://example.com/)", "https:" },
	{ "a browser", CHROME, NULL },
	{ "a telephone", ANDROID("SM-G991B"), NULL },
	{ "Firefox", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 "
	    "Firefox/128.0", NULL },
	{ "Safari", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) "
	    "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 "
	    "Mobile/15E148 Safari/604.1", NULL },
	{ "Zalo's own browser", ANDROID("V2027") " Zalo android/12100685 "
	    "ZaloTheme/light ZaloLanguage/vi", NULL },
	{ "Facebook's own browser", ANDROID("SM-A125F") " [FB_IAB/FB4A;"
	    "FBAV/440.0.0.31.105;]", NULL },
	{ "a CUBOT telephone", ANDROID("CUBOT X18 Plus"), NULL },
	{ "CUBOT as the whole model", ANDROID("CUBOT"), NULL },
	{ "CUBOT in one word", ANDROID("CUBOT_NOTE_S Build/MRA58K"), NULL },
	{ "a robot on a CUBOT", ANDROID("CUBOT P20") " SomeBot/1.0", "bot" },
	{ "a carrier in Botswana", "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 "
	    "Mobile/15G77 [FBCR/OrangeBotswana;FBID/phone]", NULL },
	{ "a person's agent that only mentions curl", "Mozilla/5.0 (X11) "
	    "xcurl/1.0 Gecko/20100101 Firefox/128.0", NULL },
	{ "an empty agent", "", "(empty agent)" },
	{ "blanks", " \t ", "(empty agent)" },
	{ "invalid UTF-8 and no end", CHROME "\xFF\xC0", NULL },
};

static void
built_in_rows(void)
{
	struct robots *r = NULL;
	struct err err = { 0 };

	if (!ok(robots_open(NULL, &r, &err), "the built-in list is read")) {
		diag("%s", err.text);
		return;
	}
	is_text(robots_name(r), "built-in", "its name");
	is_int((long long)strlen(robots_sha256(r)), 64, "its hash");
	ok(robots_size(r) > 100 && robots_size(r) < 500,
	    "its size, %zu patterns", robots_size(r));
	for (size_t i = 0; i < sizeof(built_in) / sizeof(*built_in); i++) {
		size_t n = strlen(built_in[i].agent);

		is_text(robots_match(r, (struct span){
		    tap_guarded(built_in[i].agent, n), n }),
		    built_in[i].want, "%s", built_in[i].name);
	}
	ok(robots_match(r, (struct span){ "Mozilla\0curl", 12 }) == NULL,
	    "a NUL does not begin an agent anew");
	robots_close(r);
	robots_close(NULL);
}

/* ---- lists in files ---- */

static char folder[] = "/tmp/truycap-robots-XXXXXX";
static char path[sizeof(folder) + 16];

static bool
open_text(const char *text, size_t n, struct robots **r, struct err *err)
{
	FILE *f = fopen(path, "w");

	*r = NULL;
	if (f == NULL || fwrite(text, 1, n, f) != n || fclose(f) != 0)
		abort();
	return robots_open(path, r, err);
}

static const struct {
	const char *name, *list, *agent, *want;
} lists[] = {
	{ "a substring", "abc\n", "xABCx", "abc" },
	{ "without a newline at the end", "abc", "abc", "abc" },
	{ "a beginning", "^abc\n", "abcd", "^abc" },
	{ "not in the middle", "^abc\n", "xabc", NULL },
	{ "a whole agent", "=abc\n", "ABC", "=abc" },
	{ "not a longer one", "=abc\n", "abcd", NULL },
	{ "blanks are trimmed", "  \t abc \r\n", "abc", "abc" },
	{ "blanks within stay", "a b\n", "a b", "a b" },
	{ "a comment", "# abc\nxyz\n", "abc", NULL },
	{ "a comment after a pattern", "abc # the letters\n", "abc", "abc" },
	{ "a mark within is no comment", "c#sharp\n", "c#sharp", "c#sharp" },
	{ "a header is no pattern", "[abc]\nxyz\n", "[abc]", NULL },
	{ "the first in the list tells", "bc\nabc\n", "abc", "bc" },
	{ "whatever comes first in the agent", "xyz\nabc\n", "abc xyz", "xyz" },
	{ "an exception hides what it overlaps", "!cubot\nbot\n", "CUBOT", NULL },
	{ "and nothing else", "!cubot\nbot\n", "cubot bot", "bot" },
	{ "the order of exceptions does not matter", "bot\n!cubot\n", "cubot",
	    NULL },
	{ "marks of expressions mean themselves", "a.*b\n", "axxb", NULL },
	{ "a byte order mark", "\xEF\xBB\xBF" "abc\n", "abc", "abc" },
	{ "an empty agent under any list", "abc\n", "", "(empty agent)" },
	{ "a word's start", "<rss\n", "x RSSy", "<rss" },
	{ "not within a word", "<rss\n", "xrss", NULL },
	{ "a word's end", "seo>\n", "myseo/1", "seo>" },
	{ "not before the end of a word", "seo>\n", "seoul", NULL },
	{ "a start and a word's end", "^got>\n", "got (x)", "^got>" },
	{ "a start that goes on", "^got>\n", "gotham", NULL },
	{ "an exception that is a word", "!<abc>\nb\n", "abc", NULL },
	{ "and not a part of one", "!<abc>\nb\n", "abcd", "b" },
	{ "a mark of browsers", "bot\n~gecko\n", "x Gecko", NULL },
	{ "no mark of browsers", "bot\n~gecko\n", "x", "(no browser)" },
	{ "a name tells more than a lacking mark", "bot\n~gecko\n", "bot",
	    "bot" },
	{ "a mark that is a start", "bot\n~^opera\n", "x opera",
	    "(no browser)" },
	/* crawler-user-agents */
	{ "JSON: a literal", "[{\"pattern\":\"abc\"}]", "xabcx", "abc" },
	{ "JSON: case matters", "[{\"pattern\":\"abc\"}]", "ABC", NULL },
	{ "JSON: an escaped slash", "[{\"pattern\":\"a\\\\/b\"}]", "a/b",
	    "a\\/b" },
	{ "JSON: a dot is any byte", "[{\"pattern\":\"a.c\"}]", "abc", "a.c" },
	{ "JSON: an escaped dot is one", "[{\"pattern\":\"a\\\\.c\"}]", "abc",
	    NULL },
	{ "JSON: a class", "[{\"pattern\":\"[wW]get\"}]", "wget/1", "[wW]get" },
	{ "JSON: tied to the start", "[{\"pattern\":\"^abc\"}]", "xabc", NULL },
	{ "JSON: tied to the end", "[{\"pattern\":\"abc$\"}]", "xabc", "abc$" },
	{ "JSON: not before the end", "[{\"pattern\":\"abc$\"}]", "abcx", NULL },
	{ "JSON: the first tells, were it an expression",
	    "[{\"pattern\":\"a.c\"},{\"pattern\":\"abc\"}]", "abc", "a.c" },
	{ "JSON: the first tells, were it a literal",
	    "[{\"pattern\":\"abc\"},{\"pattern\":\"a.c\"}]", "abc", "abc" },
	{ "JSON: a number is not found in a longer one",
	    "[{\"pattern\":\"008\\\\/\"}]", "Opera Mini/4.4.39008/37", NULL },
	{ "JSON: but where it begins", "[{\"pattern\":\"008\\\\/\"}]",
	    "Mozilla (x;008/0.8)", "008\\/" },
	{ "JSON: the built-in exceptions hold",
	    "[{\"pattern\":\"[Bb]otx\"},{\"pattern\":\"BOT\"}]", "CUBOT", NULL },
	{ "JSON: other members are passed over", " [\n {\"url\": \"x\",\n"
	    "\"pattern\": \"abc\", \"instances\": [\"abc\"]} ]\n", "abc", "abc" },
	{ "JSON: after a byte order mark",
	    "\xEF\xBB\xBF[{\"pattern\":\"abc\"}]", "abc", "abc" },
};

static const struct {
	const char *name, *list, *why; /* why: what the message holds */
} wrong[] = {
	{ "an empty list", "", "holds no pattern" },
	{ "comments only", "# abc\n[x]\n", "holds no pattern" },
	{ "exceptions only", "!abc\n", "holds no pattern" },
	{ "an empty array", "[ ]", "holds no pattern" },
	{ "marks of browsers only", "~abc\n", "holds no pattern" },
	{ "a mark of browsers alone", "abc\n~\n", "line 2: '~' stands alone" },
	{ "word's ends alone", "abc\n<>\n", "line 2: '<' stands alone" },
	{ "a caret alone", "abc\n^\n", "line 2: '^' stands alone" },
	{ "an equals sign alone", "=  \n", "line 1: '=' stands alone" },
	{ "an exclamation mark alone", "! # x\n", "'!' stands alone" },
	{ "torn JSON", "[{\"pattern\":\"a", "line 1" },
	{ "an object", "{\"pattern\":\"abc\"}", "not an array" },
	{ "an entry without a pattern", "[{\"pattern\":\"a\"},{\"url\":\"b\"}]",
	    "entry 2 has no \"pattern\"" },
	{ "a pattern that is a number", "[{\"pattern\":7}]", "entry 1" },
	{ "an empty pattern", "[{\"pattern\":\"\"}]", "entry 1" },
	{ "a pattern that does not compile",
	    "[{\"pattern\":\"a\"},{\"pattern\":\"ab(c\"}]",
	    "entry 2: pattern \"ab(c\"" },
	{ "invalid UTF-8 in JSON", "[{\"pattern\":\"\xFF\"}]", "decode" },
};

static void
list_rows(void)
{
	struct robots *r;
	struct err err;

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		err = (struct err){ 0 };
		if (!open_text(lists[i].list, strlen(lists[i].list), &r, &err)) {
			ok(false, "%s", lists[i].name);
			diag("%s", err.text);
			continue;
		}
		is_text(robots_match(r, span_of(lists[i].agent)),
		    lists[i].want, "%s", lists[i].name);
		robots_close(r);
	}
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		err = (struct err){ 0 };
		ok(!open_text(wrong[i].list, strlen(wrong[i].list), &r, &err) &&
		    r == NULL && err.code == ERR_CONFIG, "refused: %s",
		    wrong[i].name);
		if (!ok(strstr(err.text, wrong[i].why) != NULL &&
		    strstr(err.text, path) != NULL, "told, with the file: %s",
		    wrong[i].name))
			diag("%s", err.text);
	}
	ok(!open_text("ab\0c\n", 5, &r, &err), "refused: a NUL in a pattern");
}

static void
what_a_list_tells(void)
{
	struct robots *r;
	struct err err = { 0 };
	char hex[65];

	if (ok(open_text("abc\n^d\n", 7, &r, &err), "a list is read")) {
		is_text(robots_name(r), "list", "its name is that of its file");
		hash_sha256_hex("abc\n^d\n", 7, hex);
		is_text(robots_sha256(r), hex, "its hash is that of its bytes");
		is_int((long long)robots_size(r), 3,
		    "its patterns are counted, and the empty agent");
		robots_close(r);
	}
	if (ok(robots_open("none", &r, &err), "\"none\" is no file")) {
		ok(robots_match(r, SPAN("Googlebot")) == NULL &&
		    robots_match(r, SPAN("")) == NULL, "no line is a robot");
		is_text(robots_name(r), "none", "its name is none");
		is_int((long long)robots_size(r), 0, "it has no patterns");
		robots_close(r);
	}
	r = NULL;
	ok(!robots_open("/nowhere/list", &r, &err) && r == NULL &&
	    err.code == ERR_NOINPUT, "a missing file is told");
}

static const struct {
	const char *pattern, *literal; /* NULL: a real expression */
	unsigned how;
} unescaped[] = {
	{ "abc", "abc", 0 }, { "a\\/b\\.c\\-d\\+", "a/b.c-d+", 0 },
	{ "^abc", "abc", MATCH_AT_START }, { "abc$", "abc", MATCH_AT_END },
	{ "^abc$", "abc", MATCH_AT_START | MATCH_AT_END },
	{ "abc\\$", "abc$", 0 }, { "\\^abc", "^abc", 0 }, { "a^b", NULL, 0 },
	{ "a$b", NULL, 0 }, { "a\\d", NULL, 0 }, { "a|b", NULL, 0 },
	{ "a\\", NULL, 0 }, { "^", NULL, 0 }, { "", NULL, 0 },
	{ "a\\1", NULL, 0 }, { "a{2}", NULL, 0 }, { "(a)", NULL, 0 },
	{ "a?", NULL, 0 }, { "\\Qa", NULL, 0 },
};

static void
unescaping(void)
{
	struct buf literal = { 0 };

	for (size_t i = 0; i < sizeof(unescaped) / sizeof(*unescaped); i++) {
		unsigned how;
		bool is = crawlers_literal(span_of(unescaped[i].pattern),
		    &literal, &how);

		is_text(is ? buf_text(&literal) : NULL, unescaped[i].literal,
		    "%s as a literal", unescaped[i].pattern);
		if (is)
			is_int((long long)how, unescaped[i].how,
			    "%s, where it is tied", unescaped[i].pattern);
	}
	buf_close(&literal);
}

/* Patterns of the wild meet agents of the wild: no agent may hold a run up. */
static void
hostile(void)
{
	static const char list[] = "[{\"pattern\":\"(a+)+$\"},"
	    "{\"pattern\":\"Spider[\\\\s\\\\S]*spider\\\\.com\"}]";
	size_t n = 128 * 1024;
	char *agent = malloc(n);
	struct robots *r;
	struct err err = { 0 };

	if (agent == NULL || !open_text(list, strlen(list), &r, &err))
		abort();
	for (size_t i = 0; i < n; i++)
		agent[i] = "Spideraaaaaaaaaa"[i % 16];
	agent[n - 1] = 'b';
	ok(robots_match(r, (struct span){ agent, n }) == NULL,
	    "an agent of 128 KiB against greedy expressions ends soon");
	memset(agent, 'a', n - 1);
	ok(robots_match(r, (struct span){ agent, 1900 }) != NULL,
	    "a plain fit is found");
	agent[40] = 'b';
	ok(robots_match(r, (struct span){ agent, 41 }) == NULL,
	    "a pattern of exponential time gives up, and does not fit");
	robots_close(r);
	free(agent);
}

/* ---- the real list, where it is ---- */

static const char real_list[] =
    "../shared/data/robots/monperrus/crawler-user-agents.json";

static void
real(void)
{
	struct robots *r;
	struct err err = { 0 };

	if (access(real_list, R_OK) != 0) {
		skip("the crawler-user-agents list is not here");
		return;
	}
	if (!ok(robots_open(real_list, &r, &err), "crawler-user-agents is read"))
		diag("%s", err.text);
	else {
		ok(robots_size(r) > 1000, "it has %zu patterns",
		    robots_size(r));
		is_text(robots_match(r, SPAN("Mozilla/5.0 (compatible; "
		    "Googlebot/2.1)")), "Googlebot\\/", "it knows Googlebot");
		ok(robots_match(r, SPAN(CHROME)) == NULL,
		    "it lets a browser pass");
		ok(robots_match(r, SPAN(ANDROID("CUBOT X18"))) == NULL,
		    "and a CUBOT");
		robots_close(r);
	}
}

int
main(void)
{
	if (mkdtemp(folder) == NULL)
		abort();
	snprintf(path, sizeof(path), "%s/list", folder);
	built_in_rows();
	list_rows();
	what_a_list_tells();
	unescaping();
	hostile();
	real();
	unlink(path);
	rmdir(folder);
	return done();
}
