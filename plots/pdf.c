/* SPDX-License-Identifier: MIT */
#include "plots/pdf.h"

#include <stdio.h>

#include "common/civil.h"

enum { DIGITS = 14, DAY_S = 86400 };

static bool
format(int64_t at_s, char digits[static DIGITS + 1])
{
	int64_t day = civil_floor_div(at_s, DAY_S), rest = at_s - day * DAY_S;

	/* The years 0 to 9999. */
	if (day < civil_day(0, 1, 1) || day > civil_day(9999, 12, 31))
		return false;
	struct civil date = civil_date((int32_t)day);
	unsigned y = (unsigned)date.year, m = (unsigned)date.month;
	unsigned d = (unsigned)date.day, s = (unsigned)rest;
	return snprintf(digits, DIGITS + 1, "%04u%02u%02u%02u%02u%02u",
	    y % 10000, m % 100, d % 100, s / 3600 % 24, s / 60 % 60, s % 60) ==
	    DIGITS;
}

static bool
are_digits(const char *p)
{
	for (int i = 0; i < DIGITS; i++)
		if (p[i] < '0' || p[i] > '9')
			return false;
	return true;
}

bool
pdf_date(struct buf *pdf, int64_t at_s)
{
	static const char key[] = "/CreationDate (D:";
	char digits[DIGITS + 1];
	char *hit = pdf->n == 0 ? NULL :
	    memmem(pdf->p, pdf->n, key, sizeof(key) - 1);

	if (hit == NULL)
		return false;
	hit += sizeof(key) - 1;
	if (pdf->n - (size_t)(hit - pdf->p) < DIGITS || !are_digits(hit) ||
	    !format(at_s, digits))
		return false;
	memcpy(hit, digits, DIGITS);
	return true;
}
