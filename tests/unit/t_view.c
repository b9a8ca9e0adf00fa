/* SPDX-License-Identifier: MIT */
#include "common/view.h"

#include <stdlib.h>

#include "tests/tap.h"
#include "tests/unit/rig.h"

/* Texts are numbered against their order, so that numbers decide nothing. */
static const char *const text[] = { "", "/z", "/b", "/ab", "/a" };

static struct span
text_of(void *self, uint32_t term)
{
	(void)self;
	return span_of(text[term]);
}

static const struct view_texts texts = { NULL, text_of };

enum { W = 300, ROOM = 400 };

/* A view alone. */
static struct view_span
at(int64_t at_s, uint32_t page, uint32_t referrer)
{
	struct view v = { at_s, page, referrer };

	return (struct view_span){ .entry = v, .exit = v, .views = 1,
		.bytes = 1 };
}

/* ---- rows: how many spans do views at these times make? ---- */

static const struct {
	const char *name;
	int64_t at_s[6]; /* ends at 0 */
	size_t spans;
	int64_t first_s, last_s; /* of the last span */
} rows[] = {
	{ "one view is a span", { 1000 }, 1, 1000, 1000 },
	{ "the same instant twice is one", { 1000, 1000 }, 1, 1000, 1000 },
	{ "exactly W later is the same span", { 1000, 1300 }, 1, 1000, 1300 },
	{ "a second more is another", { 1000, 1301 }, 2, 1301, 1301 },
	{ "exactly W earlier is the same span", { 1300, 1000 }, 1, 1000, 1300 },
	{ "a second more is another before it", { 1301, 1000 }, 2, 1301,
	    1301 },
	{ "W is counted from view to view", { 1000, 1300, 1600 }, 1, 1000,
	    1600 },
	{ "a view between two joins them", { 1000, 1600, 1300 }, 1, 1000,
	    1600 },
	{ "but not where one side is too far", { 1000, 1601, 1300 }, 2, 1601,
	    1601 },
	{ "a view inside changes no end", { 1000, 1300, 1150 }, 1, 1000,
	    1300 },
	{ "the last of three, first", { 3000, 1000, 2000 }, 3, 3000, 3000 },
	{ "a join in the middle leaves the ends", { 1000, 5000, 3000, 3600,
	    3300 }, 3, 5000, 5000 },
	{ "times before 1970", { -1000, -1300, -699 }, 2, -699, -699 },
};

static void
test_rows(void)
{
	struct view_span s[8];

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t n = 0;

		for (size_t k = 0; k < 6 && rows[i].at_s[k] != 0; k++)
			n = view_spans_add(s, n, at(rows[i].at_s[k], 0, 0), W,
			    &texts);
		ok(n == rows[i].spans &&
		    s[n - 1].entry.at_s == rows[i].first_s &&
		    s[n - 1].exit.at_s == rows[i].last_s, "%s", rows[i].name);
	}
}

/* ---- rows: which of two views is the less? ---- */

static const struct {
	const char *name;
	struct view a, b;
	int less; /* sign of a against b */
} orders[] = {
	{ "the earlier one, whatever its page", { 1, 1, 1 }, { 2, 4, 4 }, -1 },
	{ "at one instant the page's bytes decide", { 1, 4, 0 }, { 1, 1, 0 },
	    -1 },
	{ "a prefix comes first", { 1, 4, 0 }, { 1, 3, 0 }, -1 },
	{ "no number of a dictionary does", { 1, 1, 0 }, { 1, 2, 0 }, 1 },
	{ "of one page the referrer's bytes decide", { 1, 2, 2 }, { 1, 2, 4 },
	    1 },
	{ "no referrer comes first", { 1, 2, 0 }, { 1, 2, 4 }, -1 },
	{ "equal views are equal", { 1, 2, 3 }, { 1, 2, 3 }, 0 },
};

static int
sign(int c)
{
	return (c > 0) - (c < 0);
}

static void
test_orders(void)
{
	for (size_t i = 0; i < sizeof(orders) / sizeof(*orders); i++)
		ok(sign(view_cmp(&orders[i].a, &orders[i].b, &texts)) ==
		    orders[i].less && sign(view_cmp(&orders[i].b,
		    &orders[i].a, &texts)) == -orders[i].less, "%s",
		    orders[i].name);
}

/* ---- chance against brute force ---- */

static int
by_view(const void *pa, const void *pb)
{
	return view_cmp(&((const struct view_span *)pa)->entry,
	    &((const struct view_span *)pb)->entry, &texts);
}

/* Sorted views, and a new span wherever the silence is longer than W. */
static size_t
brute(struct view_span *v, size_t n, struct view_span *out)
{
	size_t k = 0;

	qsort(v, n, sizeof(*v), by_view);
	for (size_t i = 0; i < n; i++) {
		if (k == 0 || v[i].entry.at_s - out[k - 1].exit.at_s > W) {
			out[k++] = v[i];
			continue;
		}
		out[k - 1].exit = v[i].exit;
		out[k - 1].views++;
		out[k - 1].bytes += v[i].bytes;
	}
	return k;
}

static bool
same_view(const struct view *a, const struct view *b)
{
	return a->at_s == b->at_s && a->page == b->page &&
	    a->referrer == b->referrer;
}

static bool
same_spans(const struct view_span *a, size_t n, const struct view_span *b,
    size_t k)
{
	if (n != k)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!same_view(&a[i].entry, &b[i].entry) ||
		    !same_view(&a[i].exit, &b[i].exit) ||
		    a[i].views != b[i].views || a[i].bytes != b[i].bytes)
			return false;
	return true;
}

/* Views into some pieces, each into spans, and these one into another. */
static size_t
in_pieces(uint64_t *seed, const struct view_span *v, size_t n,
    struct view_span *out)
{
	enum { PIECES = 4 };
	static struct view_span piece[PIECES][ROOM];
	size_t k[PIECES] = { 0 }, total = 0;

	for (size_t i = 0; i < n; i++) {
		size_t p = chance(seed, PIECES);

		k[p] = view_spans_add(piece[p], k[p], v[i], W, &texts);
	}
	for (size_t p = 0; p < PIECES; p++)
		for (size_t i = k[p]; i-- > 0;) /* backwards */
			total = view_spans_add(out, total, piece[p][i], W,
			    &texts);
	return total;
}

static void
test_random(void)
{
	static struct view_span v[ROOM], want[ROOM], got[ROOM], other[ROOM];
	bool good = true, cut = true;

	for (uint64_t round = 0; good && cut && round < 3000; round++) {
		uint64_t seed = round;
		size_t n = 1 + chance(&seed, 60), k = 0;
		uint64_t wide = 1 + chance(&seed, 40000);

		for (size_t i = 0; i < n; i++) {
			v[i] = at((int64_t)chance(&seed, wide),
			    (uint32_t)chance(&seed, 5),
			    (uint32_t)chance(&seed, 5));
			v[i].bytes = chance(&seed, 1000);
			k = view_spans_add(got, k, v[i], W, &texts);
		}

		size_t cuts = in_pieces(&seed, v, n, other);
		size_t wants = brute(v, n, want);

		good = same_spans(got, k, want, wants);
		cut = same_spans(other, cuts, want, wants);
	}
	ok(good, "views in any order make the spans of the sorted views");
	ok(cut, "cut into pieces and united in any order too");
}

/* The array has room for one more, and not a byte beyond. */
static void
test_room(void)
{
	struct view_span *s = malloc(3 * sizeof(*s));
	size_t n = 0;

	n = view_spans_add(s, n, at(3000, 0, 0), W, &texts);
	n = view_spans_add(s, n, at(1000, 0, 0), W, &texts);
	n = view_spans_add(s, n, at(2000, 0, 0), W, &texts);
	is_int((long long)n, 3, "room for n + 1 is enough");
	free(s);
}

int
main(void)
{
	test_rows();
	test_orders();
	test_random();
	test_room();
	return done();
}
