/* SPDX-License-Identifier: MIT */
/* web_tables.h -- the charts' tables: made of the same values as the charts. */
#ifndef PUBLISH_WEB_TABLES_H
#define PUBLISH_WEB_TABLES_H

#include "publish/web_page.h"

void web_table_days(struct web *p, const char *id);
void web_table_week(struct web *p, const char *id);
void web_table_online(struct web *p, const char *id);
void web_table_months(struct web *p, const char *id);
void web_table_years(struct web *p, const char *id);
void web_table_strip(struct web *p, const char *id);
void web_table_times(struct web *p, const char *id);
void web_table_shares(struct web *p, const char *id);

/* The same by months. */
void web_long_days(struct web *p, const char *id);
void web_long_strip(struct web *p, const char *id);
void web_long_shares(struct web *p, const char *id);

static inline bool
web_is_long(const struct web *p)
{
	return p->r->n_days > WEB_LONG;
}

/* A cell of a value that may be unknown. */
void web_cell(struct web *p, int64_t n);
void web_cell_hundredths(struct web *p, int64_t n);
void web_cell_ms(struct web *p, int64_t us);

#endif
