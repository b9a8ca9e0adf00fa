/* SPDX-License-Identifier: MIT */
/* remarks_page.h -- remarks, inside. */
#ifndef PUBLISH_REMARKS_PAGE_H
#define PUBLISH_REMARKS_PAGE_H

#include "publish/remarks.h"
#include "publish/report_page.h"

struct saying {
	const struct review *r;
	const struct show_figures *s;
	const struct dims *dims;
	struct report_page text; /* figures as texts, and their arena */
	enum lang lang;
	struct buf *out;         /* the paragraph at work */
};

/* A sentence, with a blank before it unless it is the first; as many arguments as the text has
 * holes, NULL after them. */
enum { SAY_MOST = 5 };
void say(struct saying *p, enum message id, const char *const arg[SAY_MOST]);
#define SAY(p, id, ...)                                                        \
	say(p, id, (const char *const[SAY_MOST + 1]){ __VA_ARGS__, NULL })

/* The site, as the sentences name it. */
const char *say_site(struct saying *p);
const char *say_share(struct saying *p, int64_t part, int64_t whole);
const char *say_date(struct saying *p, int32_t day);
const char *say_weekday(struct saying *p, int32_t day);
const char *say_instant(struct saying *p, int64_t at_s);
/* "3 visits", "1 visit". */
const char *say_count(struct saying *p, int64_t n, enum message one);

/* The paragraphs. */
void say_traffic(struct saying *p);
void say_content(struct saying *p);
void say_service(struct saying *p);

#endif
