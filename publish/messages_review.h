/* SPDX-License-Identifier: MIT */
/* messages_review.h -- the report of a month or any other time: rows of the catalogue (messages.h). */
#ifndef PUBLISH_MESSAGES_REVIEW_H
#define PUBLISH_MESSAGES_REVIEW_H

#define MESSAGES_REVIEW(X) \
	X(REVIEW_TITLE, "Báo cáo truy cập trang thông tin điện tử",            \
	    "Web site visits report")

#endif
