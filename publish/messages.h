/* SPDX-License-Identifier: MIT */
/* messages.h -- the one catalogue of what is shown to people, in two languages.
 *
 * Each row has both, so none can be forgotten.  Vietnamese is precomposed (NFC), with
 * full diacritics, in the wording of official documents.  {1}..{9} are holes.
 * A text is plain: who shows it escapes it for the place (escape.h), holes and all.
 * Machine outputs (JSON keys, CSV headers, class names) are never translated.
 */
#ifndef PUBLISH_MESSAGES_H
#define PUBLISH_MESSAGES_H

#include "common/buf.h"

enum lang {
	LANG_VI,
	LANG_EN,
	LANG__MAX
};

#define MESSAGES_PERIOD(X)                                                     \
	X(TODAY, "Hôm nay", "Today")                                           \
	X(YESTERDAY, "Hôm qua", "Yesterday")                                   \
	X(THIS_WEEK, "Tuần này", "This week")                                  \
	X(THIS_MONTH, "Tháng này", "This month")                               \
	X(THIS_YEAR, "Năm nay", "This year")                                   \
	X(SECOND, "{1} giây", "{1} second")                                    \
	X(SECONDS, "{1} giây", "{1} seconds")                                  \
	X(MINUTE, "{1} phút", "{1} minute")                                    \
	X(MINUTES, "{1} phút", "{1} minutes")                                  \
	X(HOUR, "{1} giờ", "{1} hour")                                         \
	X(HOURS, "{1} giờ", "{1} hours")                                       \
	X(DAY, "{1} ngày", "{1} day")                                          \
	X(DAYS, "{1} ngày", "{1} days")

#define MESSAGES_UNIT(X)                                                       \
	X(VISITS, "lượt truy cập", "visits")                                   \
	X(PAGES, "lượt xem trang", "page views")                               \
	X(VISITOR_DAYS, "lượt khách theo ngày", "visitor-days")                \
	X(TOTAL_VISITS, "Tổng lượt truy cập", "Total visits")                  \
	X(TOTAL_PAGES, "Tổng lượt xem trang", "Total page views")              \
	X(TOTAL_VISITOR_DAYS, "Tổng lượt khách theo ngày",                     \
	    "Total visitor-days")                                              \
	X(ABOUT_VISITS,                                                        \
	    "Một lượt truy cập gồm các lần xem trang của cùng một khách, "     \
	    "cách nhau không quá {1}.",                                        \
	    "A visit is a run of one visitor’s page views, each at most "      \
	    "{1} after the one before.")                                       \
	X(ABOUT_PAGES,                                                         \
	    "Một lượt xem trang là một lần trang được tải thành công.",        \
	    "A page view is one page, successfully loaded.")                   \
	X(ABOUT_VISITOR_DAYS,                                                  \
	    "Mỗi khách được tính một lượt trong mỗi ngày có xem trang.",       \
	    "Each visitor counts once for each day with a page view.")

#define MESSAGES_WIDGET(X)                                                     \
	X(WIDGET_TITLE, "Thống kê truy cập", "Visitor statistics")             \
	X(WIDGET_TITLE_CAPS, "THỐNG KÊ TRUY CẬP", "VISITOR STATISTICS")        \
	X(ONLINE, "Đang online", "Online now")                                 \
	X(WITHIN, "trong {1} gần nhất", "in the last {1}")                     \
	X(ABOUT_ONLINE, "Đang online: số khách có xem trang trong {1} gần nhất.", \
	    "Online now: visitors with a page view in the last {1}.")          \
	X(SINCE, "tính từ {1}", "since {1}")                                   \
	X(NOT_BEGUN, "chưa có số liệu", "no figures yet")                      \
	X(OPENING_BALANCE, "Số đầu kỳ (đã gồm trong tổng)",                    \
	    "Opening balance (in the total)")                                  \
	X(STILL_OPEN, "Lượt hôm nay chưa kết thúc", "Today’s visits still open") \
	X(DETAILS, "Chi tiết", "Details")                                      \
	X(UNIT, "Đơn vị: {1}", "Unit: {1}")                                    \
	X(UPDATED, "Cập nhật", "Updated")                                      \
	X(STALE, "Số liệu chưa được cập nhật; không xác định được số khách "   \
	    "đang online.",                                                    \
	    "The figures are out of date; how many are online is unknown.")    \
	X(INCOMPLETE, "Số liệu chưa đầy đủ: có nhật ký máy chủ chưa đọc được.", \
	    "Incomplete: some server logs could not be read.")                 \
	X(BADGE_ONLINE, "đang online", "online now")                           \
	X(BADGE_TODAY, "{1} hôm nay", "{1} today")                             \
	X(BADGE_MONTH, "{1} tháng này", "{1} this month")                      \
	X(BADGE_TOTAL, "tổng {1}", "total {1}")

#define MESSAGE_TABLE(X)                                                       \
	MESSAGES_PERIOD(X)                                                     \
	MESSAGES_UNIT(X)                                                       \
	MESSAGES_WIDGET(X)

enum message {
#define X(id, vi, en) MSG_##id,
	MESSAGE_TABLE(X)
#undef X
	MSG__MAX
};

/* "en" gives English, anything else Vietnamese: settings refuse other names. */
enum lang lang_of(const char *name);
const char *lang_name(enum lang lang); /* "vi", "en" */

/* The text as it stands, with its holes. */
const char *message(enum lang lang, enum message id);

/* Appends the text; each hole {i} is replaced by arg[i - 1].  A text with other than
 * n holes is a programmer's mistake, and an assertion. */
void message_fill(struct buf *out, enum lang lang, enum message id,
    const char *const arg[], unsigned n);
void message_put(struct buf *out, enum lang lang, enum message id);
void message_put1(struct buf *out, enum lang lang, enum message id,
    const char *a1);

/* The holes of a text as bits: bit 0 for {1}.  For the check that both languages
 * have the same. */
unsigned message_holes(const char *text);

#endif
