/* SPDX-License-Identifier: MIT */
#include "ingest/field.h"

#include "ingest/eight.h"

enum { METHOD_MAX = 32 };

/* Bytes of names and addresses; the values tell kinds apart that matter. */
enum { OTHER = 0, LETTER = 1, MARK = 2, DIGIT = 3, DOT = 4, COLON = 5 };

static const unsigned char name_kind[256] = {
	['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT,
	['4'] = DIGIT, ['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT,
	['8'] = DIGIT, ['9'] = DIGIT, ['.'] = DOT, [':'] = COLON,
	['_'] = MARK, ['%'] = MARK, ['-'] = MARK,
	['a'] = LETTER, ['b'] = LETTER, ['c'] = LETTER, ['d'] = LETTER,
	['e'] = LETTER, ['f'] = LETTER, ['g'] = LETTER, ['h'] = LETTER,
	['i'] = LETTER, ['j'] = LETTER, ['k'] = LETTER, ['l'] = LETTER,
	['m'] = LETTER, ['n'] = LETTER, ['o'] = LETTER, ['p'] = LETTER,
	['q'] = LETTER, ['r'] = LETTER, ['s'] = LETTER, ['t'] = LETTER,
	['u'] = LETTER, ['v'] = LETTER, ['w'] = LETTER, ['x'] = LETTER,
	['y'] = LETTER, ['z'] = LETTER,
	['A'] = LETTER, ['B'] = LETTER, ['C'] = LETTER, ['D'] = LETTER,
	['E'] = LETTER, ['F'] = LETTER, ['G'] = LETTER, ['H'] = LETTER,
	['I'] = LETTER, ['J'] = LETTER, ['K'] = LETTER, ['L'] = LETTER,
	['M'] = LETTER, ['N'] = LETTER, ['O'] = LETTER, ['P'] = LETTER,
	['Q'] = LETTER, ['R'] = LETTER, ['S'] = LETTER, ['T'] = LETTER,
	['U'] = LETTER, ['V'] = LETTER, ['W'] = LETTER, ['X'] = LETTER,
	['Y'] = LETTER, ['Z'] = LETTER,
};

struct name {
	size_t colons, last_colon;
	bool letters; /* anything but digits and dots before the first colon */
};

static inline bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
all_digits(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!digit(p[i]))
			return false;
	return true;
}

static bool
name_look(struct span s, struct name *out)
{
	struct name name = { 0 };

	if (s.n == 0 || s.n > FIELD_NAME_MAX)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char kind = name_kind[(unsigned char)s.p[i]];

		if (kind == OTHER)
			return false;
		if (kind == COLON) {
			name.colons++;
			name.last_colon = i;
		} else if (kind < DIGIT && name.colons == 0) {
			name.letters = true;
		}
	}
	*out = name;
	/* "-" and "." alone are no names, and no name begins so. */
	return s.p[0] != '-' && s.p[0] != '.' && s.p[0] != '%';
}

/* "[2001:db8::1]" and "[2001:db8::1]:443" */
static bool
bracketed(struct span s, struct span *out)
{
	size_t end = span_find(s, ']');
	struct span inner = { s.p + 1, end - 1 };
	struct name name;

	if (end == s.n || !name_look(inner, &name) || name.colons < 2)
		return false;
	if (s.n > end + 1 && (s.p[end + 1] != ':' || s.n > end + 7 ||
	    !all_digits(s.p + end + 2, s.n - end - 2)))
		return false;
	*out = inner;
	return true;
}

/* Of 8 to 16 bytes, which nearly all IPv4 addresses have: digits and dots only,
 * which can be nothing else. */
static inline bool
numeric(struct span s)
{
	uint64_t one, two;

	if (s.n < 8 || s.n > 16 || s.p[0] == '.')
		return false;
	one = eight_load(s.p);
	two = eight_load(s.p + s.n - 8);
	return ((eight_no_digits(one) & eight_others(one, '.')) |
	    (eight_no_digits(two) & eight_others(two, '.'))) == 0;
}

bool
field_address(struct span s, struct span *out)
{
	struct name name;

	if (numeric(s)) {
		*out = s;
		return true;
	}
	if (s.n > 0 && s.p[0] == '[')
		return bracketed(s, out);
	if (!name_look(s, &name))
		return false;
	if (name.colons == 1 && !span_eq(s, SPAN("unix:"))) {
		if (name.letters || name.last_colon == 0 ||
		    !all_digits(s.p + name.last_colon + 1,
		    s.n - name.last_colon - 1))
			return false;
		s.n = name.last_colon;
	}
	*out = s;
	return true;
}

/* Takes ":digits" off the end where it is there. */
static struct span
without_port(struct span s, const struct name *name)
{
	if (name->colons > 0 && all_digits(s.p + name->last_colon + 1,
	    s.n - name->last_colon - 1))
		s.n = name->last_colon;
	return s;
}

bool
field_address_port(struct span s, struct span *out)
{
	struct name name;

	if (s.n > 0 && s.p[0] == '[')
		return bracketed(s, out);
	if (!name_look(s, &name))
		return false;
	s = without_port(s, &name);
	if (s.n == 0)
		return false;
	*out = s;
	return true;
}

struct span
field_host(struct span s)
{
	struct span out = { s.p, 0 };
	struct name name;

	if (s.n > 0 && s.p[0] == '[') {
		bracketed(s, &out);
		return out;
	}
	if (!name_look(s, &name))
		return out;
	return name.colons == 1 ? without_port(s, &name) : s;
}

struct span
field_host_port(struct span s)
{
	struct name name;

	if (s.n > 0 && s.p[0] != '[' && name_look(s, &name))
		return without_port(s, &name);
	return field_host(s);
}

/* As servers accept them: [A-Z][A-Z_-]*.  What else stands in its place was
 * sent by something that does not speak HTTP. */
struct span
field_method(struct span s)
{
	struct span none = { s.p, 0 };

	if (s.n == 0 || s.n > METHOD_MAX || s.p[0] < 'A' || s.p[0] > 'Z')
		return none;
	for (size_t i = 1; i < s.n; i++)
		if ((s.p[i] < 'A' || s.p[i] > 'Z') && s.p[i] != '-' &&
		    s.p[i] != '_')
			return none;
	return s;
}

/* "HTTP/1.1", also "RTSP/1.0".  What a server escaped behind it ("HTTP/1.1\n")
 * was no part of it. */
static struct span
protocol_read(struct span s)
{
	struct span none = { s.p, 0 };
	size_t i = 0;

	while (i < s.n && s.p[i] >= 'A' && s.p[i] <= 'Z')
		i++;
	if (i == 0 || i > 8 || i + 1 >= s.n || s.p[i] != '/' ||
	    !digit(s.p[i + 1]))
		return none;
	i += 2;
	while (i < s.n && (digit(s.p[i]) || s.p[i] == '.'))
		i++;
	if (i < s.n && s.p[i] != '\\')
		return none;
	s.n = i;
	return s;
}

static bool
target_like(struct span s)
{
	return s.n > 0 && (s.p[0] == '/' || span_eq(s, SPAN("*")) ||
	    span_starts_nocase(s, SPAN("http://")) ||
	    span_starts_nocase(s, SPAN("https://")));
}

/* The usual end: " HTTP/1.1", " HTTP/2.0". */
static bool
usual_end(struct span s)
{
	const char *p = s.p + s.n - 9;

	return s.n > 9 && memcmp(p, " HTTP/", 6) == 0 && digit(p[6]) &&
	    p[7] == '.' && digit(p[8]);
}

static struct span
last_word(struct span s)
{
	const char *blank;

	if (usual_end(s))
		return (struct span){ s.p + s.n - 8, 8 };
	blank = s.n > 0 ? memrchr(s.p, ' ', s.n) : NULL;
	if (blank == NULL)
		return s;
	return (struct span){ blank + 1, (size_t)(s.p + s.n - blank - 1) };
}

/* "GET /a HTTP/1.1": what nearly all are, told by both ends. */
static inline bool
usual_request(struct span s, struct hit *hit)
{
	size_t n;

	if (s.n < 14)
		return false;
	if (memcmp(s.p, "GET ", 4) == 0)
		n = 3;
	else if (memcmp(s.p, "POST ", 5) == 0 || memcmp(s.p, "HEAD ", 5) == 0)
		n = 4;
	else
		return false;
	if (s.n < n + 11 || !usual_end(s))
		return false;
	hit->method = (struct span){ s.p, n };
	hit->target = (struct span){ s.p + n + 1, s.n - n - 10 };
	hit->protocol = (struct span){ s.p + s.n - 8, 8 };
	return true;
}

void
field_request(struct span s, struct hit *hit)
{
	struct span none = { s.p, 0 }, word, rest, end;
	size_t blank;

	if (usual_request(s, hit))
		return;
	hit->method = hit->target = hit->protocol = none;
	if (field_text(s).n == 0)
		return;
	blank = span_find(s, ' ');
	word = (struct span){ s.p, blank };
	if (blank == s.n) { /* one word: a path at best */
		if (target_like(word))
			hit->target = word;
		return;
	}
	rest = (struct span){ s.p + blank + 1, s.n - blank - 1 };
	end = protocol_read(last_word(rest));
	if (end.n > 0) {
		rest.n = (size_t)(end.p - rest.p);
		if (rest.n > 0)
			rest.n--; /* the blank before it */
	} else if (!target_like(rest)) {
		return; /* "USER anonymous" */
	}
	hit->method = field_method(word);
	hit->target = rest;
	hit->protocol = end;
}
