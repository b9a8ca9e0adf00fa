/* SPDX-License-Identifier: MIT */
/* messages_chart.h -- what stands in charts: rows of the one catalogue (messages.h). */
#ifndef PUBLISH_MESSAGES_CHART_H
#define PUBLISH_MESSAGES_CHART_H

#define MESSAGES_CHART(X) \
	X(CHART_PAGES, "Lượt xem trang", "Page views")                         \
	X(CHART_VISITS, "Lượt truy cập", "Visits")

#endif
