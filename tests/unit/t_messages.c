/* SPDX-License-Identifier: MIT */
#include "publish/messages.h"

#include "publish/escape.h"
#include "tests/tap.h"

static const struct {
	const char *id, *vi, *en;
} rows[] = {
#define X(id, vi, en) { #id, vi, en },
	MESSAGE_TABLE(X)
#undef X
};
enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

/* All letters of Vietnamese that are not ASCII, precomposed. */
static const char letters[] =
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ";

static bool
has(const char *set, uint32_t c)
{
	struct span rest = span_of(set);

	while (rest.n > 0)
		if (utf8_take(&rest, NULL) == c)
			return true;
	return false;
}

/* The first character that text may not have, or 0. */
static uint32_t
stranger(const char *text, bool vietnamese)
{
	struct span rest = span_of(text);

	while (rest.n > 0) {
		uint32_t c = utf8_take(&rest, NULL);

		if ((c < 0x20 || c > 0x7e) && !has("–’“”…·", c) &&
		    !(vietnamese && has(letters, c)))
			return c;
	}
	return 0;
}

/* A word of a Vietnamese text in plain ASCII is nearly always one whose marks were
 * forgotten; these are whole as they are. */
static bool
ascii_word_is_fine(struct span word)
{
	static const char *const fine[] = { "AI", "ba", "byte", "cao", "chi",
		"chia", "cho", "chung", "CN", "coi", "cung", "danh", "di",
		"do", "dung", "ghi", "gia", "giai", "gian", "giao",
		"gnuplot", "hai", "hay", "HTTP", "HTTPS", "II", "III", "im",
		"IP", "IV", "JSON", "KB", "khai", "khi", "kho", "khung",
		"kia", "lai", "log-files.csv", "mang", "mili", "minh", "ms",
		"NAM", "nay", "nghi", "nhanh", "nhau", "online", "qua",
		"quan", "quen", "quy", "ra", "robot", "sai", "sang", "sao",
		"sau", "SEO", "so", "suy", "ta", "tay", "Th", "tham", "thao",
		"thay", "theo", "thi", "thu", "tin", "tra", "trang", "trong",
		"trung", "truy", "TT", "vi", "VT", "web", "xem", "xu" };

	for (size_t i = 0; i < sizeof(fine) / sizeof(fine[0]); i++)
		if (span_eq_nocase(word, span_of(fine[i])))
			return true;
	for (size_t i = 0; i < word.n; i++)
		if ((unsigned char)word.p[i] >= 0x80 ||
		    (word.p[i] >= '0' && word.p[i] <= '9'))
			return true; /* T2, 4xx: no words */
	return word.n < 2 || word.p[0] == '{';
}

static bool
has_full_marks(const char *vi)
{
	struct span rest = span_of(vi);

	while (rest.n > 0) {
		struct span word = span_cut(&rest, ' ');

		while (word.n > 0 && strchr(".,:;()", word.p[word.n - 1]))
			word.n--;
		while (word.n > 0 && strchr("(", word.p[0]))
			word = (struct span){ word.p + 1, word.n - 1 };
		if (!ascii_word_is_fine(word)) {
			diag("\"%.*s\" in \"%s\"", (int)word.n, word.p, vi);
			return false;
		}
	}
	return true;
}

static void
test_row(size_t i)
{
	const char *vi = rows[i].vi, *en = rows[i].en;

	ok(vi[0] != '\0' && en[0] != '\0', "%s is in both languages", rows[i].id);
	is_int(message_holes(vi), message_holes(en),
	    "%s has the same holes in both", rows[i].id);
	is_int(stranger(vi, true), 0,
	    "%s: Vietnamese letters are precomposed", rows[i].id);
	is_int(stranger(en, false), 0, "%s: English is English", rows[i].id);
	ok(has_full_marks(vi), "%s: no mark was forgotten", rows[i].id);
	is_text(message(LANG_VI, (enum message)i), vi, "%s is where its name says",
	    rows[i].id);
}

/* A sentence stands once.  A label may stand in several places (the head of a column, a sheet, a
 * chart), whose words may part some day. */
static bool
sentence(const char *text)
{
	size_t n = strlen(text);

	return n > 60 || (n > 0 && text[n - 1] == '.');
}

/* One and many.  Vietnamese nouns do not change, English ones do. */
static const struct {
	enum message one, many;
} plurals[] = {
	{ MSG_SECOND, MSG_SECONDS }, { MSG_MINUTE, MSG_MINUTES },
	{ MSG_HOUR, MSG_HOURS }, { MSG_DAY, MSG_DAYS }, { MSG_FILE, MSG_FILES },
	{ MSG_LINE, MSG_LINES },
};

static void
test_plurals(void)
{
	for (size_t i = 0; i < sizeof(plurals) / sizeof(*plurals); i++) {
		enum message one = plurals[i].one, many = plurals[i].many;

		ok(strcmp(rows[one].vi, rows[many].vi) == 0 &&
		    strcmp(rows[one].en, rows[many].en) != 0 &&
		    message_holes(rows[one].en) == message_holes(rows[many].en),
		    "%s and %s are one and many", rows[one].id, rows[many].id);
	}
}

static void
test_alone(void)
{
	for (size_t i = 0; i < ROWS; i++)
		for (size_t k = i + 1; k < ROWS; k++)
			if (sentence(rows[i].vi) &&
			    strcmp(rows[i].vi, rows[k].vi) == 0 &&
			    strcmp(rows[i].en, rows[k].en) == 0)
				ok(false, "%s and %s say the same", rows[i].id,
				    rows[k].id);
	is_int(ROWS, MSG__MAX, "the table and the names are of one length");
}

static void
test_put(void)
{
	struct buf out = { 0 };

	message_put1(&out, LANG_VI, MSG_SINCE, "01/04/2020");
	buf_putc(&out, '|');
	message_put(&out, LANG_EN, MSG_TODAY);
	is_text(buf_text(&out), "tính từ 01/04/2020|Today",
	    "holes are filled, in the language asked for");
	buf_clear(&out);
	message_put1(&out, LANG_EN, MSG_SINCE, "{1}");
	is_text(buf_text(&out), "since {1}", "what fills a hole has none");
	buf_close(&out);
	is_int((long long)message_holes("{1} {3} {0} {x} {"), 5,
	    "only {1} to {9} are holes");
}

int
main(void)
{
	is_int(lang_of("en"), LANG_EN, "en is English");
	is_int(lang_of("vi"), LANG_VI, "vi is Vietnamese");
	is_int(lang_of(NULL), LANG_VI, "no language is Vietnamese");
	for (size_t i = 0; i < ROWS; i++)
		test_row(i);
	test_plurals();
	test_alone();
	test_put();
	return done();
}
