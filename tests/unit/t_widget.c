/* SPDX-License-Identifier: MIT */
/* t_widget [--accept]: with it, the golden files are written instead. */
#include "publish/widget.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/civil.h"
#include "common/file.h"
#include "tests/tap.h"

static const char *const names[] = { "visits.css", "visits.js", "visits.json",
	"visits.html", "visits-frame.html", "visits.svg", "visits.txt",
	"badge-online.svg", "badge-today.svg", "badge-month.svg",
	"badge-total.svg" };
enum { NAMES = sizeof(names) / sizeof(names[0]), ASSETS = 2 };

static const char *const hosts[] = { "skhcn.backan.gov.vn", NULL };
static struct zone *hanoi; /* opened once, for all sites of this test */

static struct site
seed_site(const char *lang)
{
	struct site s = SITE_DEFAULTS;
	static const char *list[2];

	list[0] = hosts[0];
	s.id = "skhcn";
	s.name = "Sở Khoa học và Công nghệ tỉnh Bắc Kạn";
	s.host = list;
	s.zone_name = "Asia/Ho_Chi_Minh";
	s.zone = hanoi;
	s.lang = lang;
	s.widget_path = "/thong-ke/";
	return s;
}

/* 2021-05-14T14:15:00+07:00 */
static const int64_t seed_s = 1620976500;

static struct widget_figures
seed_figures(void)
{
	return (struct widget_figures){ .generated_s = seed_s,
		.as_of_s = seed_s, .complete = true, .online = 2, .today = 163,
		.yesterday = 171, .week = 782, .month = 3540, .year = 12983,
		.total = 19358, .open = 3, .has_since = true,
		.since_day = civil_day(2020, 4, 1) };
}

static struct widget_figures
stale_figures(void)
{
	struct widget_figures f = seed_figures();

	f.as_of_s = seed_s - 3 * 3600;
	f.stale = true;
	f.complete = false;
	f.opening_balance = 5000;
	return f;
}

static char folder[64]; /* of this run, removed at the end */

static const char *
in_folder(const char *name, struct buf *path)
{
	buf_clear(path);
	buf_printf(path, "%s/%s", folder, name);
	return buf_text(path);
}

static void
read_published(const char *name, struct buf *out)
{
	struct buf path = { 0 };

	buf_clear(out);
	file_read(in_folder(name, &path), 1 << 20, out, NULL);
	buf_close(&path);
}

static bool
contains(struct buf *text, const char *what)
{
	return strstr(buf_text(text), what) != NULL;
}

static int
publish(const struct site *site, const struct widget_figures *f)
{
	struct err err = { 0 };
	int changed = -1;

	if (!widget_publish(site, f, &changed, &err))
		diag("%s", err.text);
	return changed;
}

/* The case's files against those under tests/golden/widget/<name>. */
static void
golden(const char *name, const struct site *site,
    const struct widget_figures *f, bool accept)
{
	struct buf path = { 0 }, want = { 0 }, got = { 0 };

	publish(site, f);
	for (int i = ASSETS; i < NAMES; i++) {
		read_published(names[i], &got);
		buf_clear(&path);
		buf_printf(&path, "tests/golden/widget/%s/%s", name, names[i]);
		if (accept) {
			struct out o = { 0 };

			out_begin(&o, buf_text(&path), 0644, NULL);
			buf_span(&o.buf, buf_view(&got));
			out_commit(&o, NULL);
			out_close(&o);
			continue;
		}
		buf_clear(&want);
		file_read(buf_text(&path), 1 << 20, &want, NULL);
		is_text(buf_text(&got), buf_text(&want), "%s: %s is as agreed",
		    name, names[i]);
	}
	buf_close(&path);
	buf_close(&want);
	buf_close(&got);
}

static void
goldens(bool accept)
{
	struct widget_figures seed = seed_figures(), stale = stale_figures();
	struct site vi = seed_site("vi"), en = seed_site("en");

	vi.widget_dir = en.widget_dir = folder;
	golden("vi", &vi, &seed, accept);
	golden("en", &en, &seed, accept);
	golden("stale", &vi, &stale, accept);
}

static void
test_replacement(void)
{
	struct widget_figures f = seed_figures();
	struct site site = seed_site("vi");
	struct buf path = { 0 };

	site.widget_dir = in_folder("a/b", &path);
	is_int(publish(&site, &f), NAMES, "a new folder is made and filled");
	is_int(publish(&site, &f), 0, "the same figures replace no file");
	f.month++;
	is_int(publish(&site, &f), 6, "another month changes the six files that show it");

	struct buf file = { 0 };
	struct stat st;

	buf_printf(&file, "%s/visits.css", site.widget_dir);
	is_int(stat(buf_text(&file), &st) == 0 ? st.st_mode & 0777 : 0, 0644,
	    "a web server may read them");
	chmod(buf_text(&file), 0600);
	is_int(publish(&site, &f), 1, "a file that it could not read is replaced");
	struct buf other = { 0 };
	buf_printf(&other, "%s/same.css", site.widget_dir);
	ok(rename(buf_text(&file), buf_text(&other)) == 0 &&
	    symlink("same.css", buf_text(&file)) == 0 &&
	    publish(&site, &f) == 1 && lstat(buf_text(&file), &st) == 0 &&
	    S_ISREG(st.st_mode), "a symbolic link is replaced, not followed, "
	    "even if it leads to the same bytes");
	buf_close(&other);
	buf_close(&file);
	buf_close(&path);
}

static void
test_failure(void)
{
	struct widget_figures f = seed_figures();
	struct site site = seed_site("vi");
	struct buf path = { 0 };
	struct err err = { 0 };
	int changed = 7;

	is_int(publish(&site, &f), 0, "a site without a folder has no widget");
	site.widget_dir = "/dev/null/x";
	ok(!widget_publish(&site, &f, &changed, &err) && changed == 7 &&
	    err.code != ERR_NONE && err.text[0] != '\0',
	    "a folder that cannot be made is an error, outputs untouched");
	site.widget_dir = in_folder("full", &path);
	mkdir(site.widget_dir, 0755);
	struct buf file = { 0 };
	buf_printf(&file, "%s/visits.json", site.widget_dir);
	mkdir(buf_text(&file), 0755);
	ok(!widget_publish(&site, &f, &changed, &err),
	    "a folder in the place of a file is an error");
	buf_close(&file);
	buf_close(&path);
}

static void
test_sizes(void)
{
	static const size_t pad[NAMES] = { 1, 1, 1536, 4096, 5120, 5120, 1536,
		1536, 1536, 1536, 1536 };
	struct widget_figures f = seed_figures(), big = stale_figures();
	struct site site = seed_site("vi");
	size_t size[NAMES];
	struct buf text = { 0 };

	site.widget_dir = folder;
	publish(&site, &f);
	for (int i = 0; i < NAMES; i++) {
		read_published(names[i], &text);
		size[i] = text.n;
		ok(text.n > 0 && text.n % pad[i] == 0 &&
		    text.p[text.n - 1] == '\n',
		    "%s is of its constant size and ends its last line",
		    names[i]);
	}
	big.today = big.month = big.total = big.year = INT64_MAX;
	big.stale = false;
	big.online = big.week = big.yesterday = big.open = INT64_MAX;
	big.opening_balance = INT64_MAX;
	publish(&site, &big);
	for (int i = 0; i < NAMES; i++) {
		read_published(names[i], &text);
		is_int((long long)text.n, (long long)size[i],
		    "%s: the greatest figures give the same size", names[i]);
	}
	buf_close(&text);

	struct buf name = { 0 };
	for (int i = 0; i < 1200; i++)
		buf_puts(&name, "Kạn ");
	site.name = buf_text(&name);
	publish(&site, &f);
	read_published("visits-frame.html", &text);
	is_int((long long)text.n, 2 * 5120,
	    "what exceeds the constant is rounded up to its next multiple");
	buf_close(&name);
	buf_close(&text);
}

static void
test_unknown(void)
{
	struct widget_figures f = stale_figures();
	struct site site = seed_site("vi");
	struct buf text = { 0 };

	widget_json(&site, &f, &text);
	ok(contains(&text, "\"online\":null") &&
	    contains(&text, "\"fmt\":{\"online\":\"–\"") &&
	    contains(&text, "\"stale\":true"), "stale: online is unknown, not zero");
	ok(contains(&text, "\"today\":163,"), "stale: counts stay");
	ok(contains(&text, "\"complete\":false"), "a log that was not read is told");
	f.as_of_s = INT64_MIN;
	f.has_since = false;
	buf_clear(&text);
	widget_json(&site, &f, &text);
	ok(contains(&text, "\"as_of\":null") &&
	    contains(&text, "\"total_since\":null"),
	    "a store that is still empty has no times");
	site.widget_dir = folder;
	publish(&site, &f);
	read_published("visits.html", &text);
	ok(contains(&text, "chưa có số liệu") && !contains(&text, "<time"),
	    "nor has its page");
	buf_close(&text);
}

static void
test_site(void)
{
	static const char *none[] = { NULL };
	struct widget_figures f = seed_figures();
	struct site site = seed_site("vi");
	struct buf text = { 0 };

	site.host = none;
	widget_json(&site, &f, &text);
	ok(contains(&text, "\"site\":\"skhcn\""), "without a host, the site is its id");
	buf_clear(&text);
	site.widget_unit = "visitor-days";
	site.widget_dir = folder;
	site.widget_path = NULL;
	site.name = "</title><script>\"x\" & 'y' ]]>";
	publish(&site, &f);
	read_published("visits.html", &text);
	ok(contains(&text, "data-src=\"visits.json\""),
	    "without an address of its own, it lies beside the page");
	ok(contains(&text, "Tổng lượt khách theo ngày") &&
	    contains(&text, "Đơn vị: lượt khách theo ngày") &&
	    !contains(&text, "data-k=\"open\""), "another unit has its own words");
	for (int i = ASSETS; i < NAMES; i++) {
		read_published(names[i], &text);
		ok(!contains(&text, "<script>") || i == 6,
		    "%s: a site's name cannot be markup", names[i]);
	}
	site.widget_path = "/thong-ke";
	publish(&site, &f);
	read_published("visits-frame.html", &text);
	ok(contains(&text, "href=\"/thong-ke/visits.css\""),
	    "the address needs no slash at its end");
	buf_close(&text);
}

/* Nothing that a strict Content-Security-Policy would refuse. */
static void
test_inert(void)
{
	static const char *const never[] = { "<style", "<script>", " style=",
		" onload", " onclick", "javascript:", "http-equiv=\"set-cookie" };
	struct widget_figures f = seed_figures();
	struct site site = seed_site("vi");
	struct buf text = { 0 };

	site.widget_dir = folder;
	publish(&site, &f);
	for (int i = ASSETS; i < NAMES; i++) {
		bool clean = true;

		read_published(names[i], &text);
		for (size_t k = 0; k < sizeof(never) / sizeof(never[0]); k++)
			clean = clean && !contains(&text, never[k]);
		ok(clean, "%s: nothing inline", names[i]);
	}
	read_published("visits.js", &text);
	ok(contains(&text, "textContent") && !contains(&text, "innerHTML") &&
	    !contains(&text, "eval") && !contains(&text, "cookie =") &&
	    !contains(&text, "localStorage"), "the script writes texts only");
	ok(text.n < 2300, "the script is small");
	buf_close(&text);
}

int
main(int argc, char **argv)
{
	bool accept = argc > 1 && strcmp(argv[1], "--accept") == 0;
	const char *tmp = getenv("TMPDIR");
	struct buf remove = { 0 };
	struct err err = { 0 };

	snprintf(folder, sizeof(folder), "%.40s/t_widget.XXXXXX",
	    tmp != NULL ? tmp : "/tmp");
	if (mkdtemp(folder) == NULL ||
	    !zone_open("+07:00", NULL, &hanoi, &err)) {
		printf("Bail out! %s\n", err.text);
		return 1;
	}
	goldens(accept);
	test_replacement();
	test_failure();
	test_sizes();
	test_unknown();
	test_site();
	test_inert();
	zone_close(hanoi);
	buf_printf(&remove, "rm -rf '%s'", folder);
	ok(system(buf_text(&remove)) == 0, "the test cleans up");
	buf_close(&remove);
	return done();
}
