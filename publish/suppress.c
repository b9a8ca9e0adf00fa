/* SPDX-License-Identifier: MIT */
/* suppress.c -- dims_suppress: small counts of people are not told to the public. */
#include "publish/dims.h"

#include <stdlib.h>

#include "common/mem.h"

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

static int
by_key(const void *pa, const void *pb)
{
	const struct tally *a = pa, *b = pb;

	return span_cmp(a->key, b->key);
}

/* Rows came with the greatest first: a hidden one in its place would tell between which two
 * its count lies.  So they go behind the others, by key. */
static size_t
put_in_order(struct tally *tally, size_t n, bool *hidden)
{
	struct tally *behind = mem_grow(NULL, n + 1, sizeof(*behind));
	size_t kept = 0, moved = 0;

	for (size_t i = 0; i < n; i++) {
		if (!has_counts(&tally[i]))
			continue;
		if (hidden[i])
			behind[moved++] = tally[i];
		else
			tally[kept++] = tally[i];
	}
	if (moved > 0) {
		qsort(behind, moved, sizeof(*behind), by_key);
		memcpy(tally + kept, behind, moved * sizeof(*behind));
	}
	for (size_t i = 0; i < kept + moved; i++)
		hidden[i] = i >= kept;
	mem_free(behind);
	return kept + moved;
}

size_t
dims_suppress(struct tally *tally, size_t n, int64_t below, bool *hidden)
{
	struct tally sum = { .key = SPAN(DIMS_SUPPRESSED) };
	size_t moved = 0, kept;

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
	kept = put_in_order(tally, n, hidden);
	if (moved > 0) {
		hidden[kept] = false;
		tally[kept++] = sum;
	}
	return kept;
}
