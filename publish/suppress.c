/* SPDX-License-Identifier: MIT */
/* suppress.c -- dims_suppress: small counts of people are not told to the public. */
#include "publish/dims.h"

static const enum tally_count people[] = { TALLY_HITS, TALLY_PAGES,
	TALLY_BYTES, TALLY_VISITS, TALLY_VISITORS };
enum { PEOPLE = sizeof(people) / sizeof(people[0]) };

/* The least count of people that is there; 0: none is.  Bytes count nobody. */
static int64_t
least(const struct tally *t)
{
	int64_t n = 0;

	for (int i = 0; i < PEOPLE; i++) {
		int64_t c = t->n[people[i]];

		if (people[i] != TALLY_BYTES && c > 0 && (n == 0 || c < n))
			n = c;
	}
	return n;
}

static void
move(struct tally *to, struct tally *from)
{
	for (int i = 0; i < PEOPLE; i++) {
		to->n[people[i]] += from->n[people[i]];
		from->n[people[i]] = 0;
	}
}

/* The row whose counts of people are least, of those that have any; n: none. */
static size_t
smallest(const struct tally *tally, size_t n)
{
	size_t found = n;

	for (size_t i = 0; i < n; i++)
		if (least(&tally[i]) > 0 && (found == n ||
		    least(&tally[i]) < least(&tally[found])))
			found = i;
	return found;
}

static bool
has_counts(const struct tally *t)
{
	for (int c = 0; c < TALLY__COUNTS; c++)
		if (t->n[c] != 0)
			return true;
	return false;
}

size_t
dims_suppress(struct tally *tally, size_t n, int64_t below, bool *hidden)
{
	struct tally sum = { .key = SPAN(DIMS_SUPPRESSED) };
	size_t moved = 0, kept = 0;

	for (size_t i = 0; i < n; i++) {
		int64_t few = least(&tally[i]);

		hidden[i] = few > 0 && few < below;
		if (!hidden[i])
			continue;
		move(&sum, &tally[i]);
		moved++;
	}
	while (moved > 0 && (moved == 1 || least(&sum) < below)) {
		size_t next = smallest(tally, n);

		if (next == n)
			break;
		hidden[next] = true;
		move(&sum, &tally[next]);
		moved++;
	}
	for (size_t i = 0; i < n; i++) {
		if (!has_counts(&tally[i]))
			continue;
		hidden[kept] = hidden[i];
		tally[kept++] = tally[i];
	}
	if (moved > 0) {
		hidden[kept] = false;
		tally[kept++] = sum;
	}
	return kept;
}
