/* SPDX-License-Identifier: MIT */
/* contrast.h -- the contrast of two colours as WCAG 2 has it, from 1 to 21. */
#ifndef TESTS_UNIT_CONTRAST_H
#define TESTS_UNIT_CONTRAST_H

#include <stdlib.h>
#include <string.h>

/* Contrast, without the mathematics library: x^2.4 by a fifth root. */
static inline double
power_2_4(double x)
{
	double square = x * x, root = 1;

	for (int i = 0; i < 100; i++)
		root -= (root * root * root * root * root - square) /
		    (5 * root * root * root * root);
	return square * root; /* root is x^0.4 */
}

static inline double
luminance(const char *hex)
{
	static const double weight[] = { 0.2126, 0.7152, 0.0722 };
	double sum = 0;
	char full[7] = "";

	for (int i = 0; i < 6; i++) /* #fff is #ffffff */
		full[i] = strspn(hex, "0123456789abcdef") == 3 ? hex[i / 2] :
		    hex[i];
	for (int i = 0; i < 3; i++) {
		char pair[3] = { full[2 * i], full[2 * i + 1], '\0' };
		double c = (double)strtol(pair, NULL, 16) / 255;

		sum += weight[i] * (c <= 0.04045 ? c / 12.92 :
		    power_2_4((c + 0.055) / 1.055));
	}
	return sum;
}

static inline double
contrast(const char *a, const char *b)
{
	double x = luminance(a), y = luminance(b);

	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

#endif
