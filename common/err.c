/* SPDX-License-Identifier: MIT */
#include "common/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool
err_set(struct err *err, enum err_code code, const char *fmt, ...)
{
	va_list ap;

	if (err == NULL)
		return false;
	err->code = code;
	va_start(ap, fmt);
	vsnprintf(err->text, sizeof(err->text), fmt, ap);
	va_end(ap);
	return false;
}

bool
err_add(struct err *err, const char *fmt, ...)
{
	char old[sizeof(err->text)];
	va_list ap;
	size_t n, k;

	if (err == NULL)
		return false;
	memcpy(old, err->text, sizeof(old));
	va_start(ap, fmt);
	vsnprintf(err->text, sizeof(err->text) - 2, fmt, ap);
	va_end(ap);
	n = strlen(err->text);
	memcpy(err->text + n, ": ", 3);
	n += 2;
	k = strlen(old);
	if (k > sizeof(err->text) - 1 - n)
		k = sizeof(err->text) - 1 - n;
	memcpy(err->text + n, old, k);
	err->text[n + k] = '\0';
	return false;
}
