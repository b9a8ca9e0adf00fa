/* SPDX-License-Identifier: MIT */
/* sheet_forms.h -- rows of a sheet as CSV and as JSON: what a sheet's take may be. */
#ifndef PUBLISH_SHEET_FORMS_H
#define PUBLISH_SHEET_FORMS_H

#include "common/buf.h"
#include "publish/json.h"
#include "publish/sheet.h"

/* The columns' names, as a line of CSV. */
void sheet_csv_header(const struct sheet *t, struct buf *out);
/* self: the struct buf; unknown is an empty field. */
void sheet_csv_row(void *self, const struct sheet *t);
/* self: the struct json, in an array; unknown is null. */
void sheet_json_row(void *self, const struct sheet *t);

#endif
