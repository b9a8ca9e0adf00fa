/* SPDX-License-Identifier: MIT */
/* messages_waterfall.h -- steps from lines to page views: rows of messages.h, which alone
 * includes it.  In the order of publish/waterfall.h. */
#ifndef PUBLISH_MESSAGES_WATERFALL_H
#define PUBLISH_MESSAGES_WATERFALL_H

#define MESSAGES_WATERFALL(X)                                                  \
	X(WATERFALL_READ, "dòng nhật ký đã đọc", "lines read")                 \
	X(WATERFALL_MALFORMED, "dòng không đọc được", "lines that cannot be read") \
	X(WATERFALL_OVERSIZE, "dòng quá dài", "lines that are too long")       \
	X(WATERFALL_DIRECTIVE, "dòng chỉ dẫn", "directives")                   \
	X(WATERFALL_BLANK, "dòng trống", "blank lines")                        \
	X(WATERFALL_PARSED, "yêu cầu", "requests")                             \
	X(WATERFALL_FUTURE, "thời điểm ở tương lai", "of a time to come")      \
	X(WATERFALL_ELSEWHERE, "của tên miền khác", "of no configured host")   \
	X(WATERFALL_LATE, "đến sau khi chốt số liệu", "that came after the day was sealed") \
	X(WATERFALL_COUNTED, "yêu cầu được tính", "requests that count")       \
	X(WATERFALL_ROBOT, "của robot", "of robots")                           \
	X(WATERFALL_INTERNAL, "từ mạng nội bộ", "from internal networks")      \
	X(WATERFALL_MONITOR, "của công cụ giám sát", "of monitors")            \
	X(WATERFALL_EXCLUDED, "bị loại theo quy tắc", "left out by a rule")    \
	X(WATERFALL_HUMAN, "yêu cầu của người dùng", "requests of people")     \
	X(WATERFALL_REDIRECT, "chuyển hướng", "redirects")                     \
	X(WATERFALL_CLIENT_ERROR, "lỗi phía người dùng (4xx)", "client errors") \
	X(WATERFALL_SERVER_ERROR, "lỗi máy chủ (5xx)", "server errors")        \
	X(WATERFALL_PARTIAL, "tải từng phần (206)", "partial content")         \
	X(WATERFALL_ACTION, "gửi dữ liệu", "actions")                          \
	X(WATERFALL_ASSET, "thành phần của trang", "parts of pages")           \
	X(WATERFALL_FEED, "nguồn tin cho chương trình", "feeds")               \
	X(WATERFALL_DOWNLOAD, "tải tài liệu", "downloads")                     \
	X(WATERFALL_OTHER, "loại khác", "others")                              \
	X(WATERFALL_FORGOTTEN, "không còn lưu chi tiết", "of which no details are kept") \
	X(WATERFALL_PAGES, "lượt xem trang", "page views")

#endif
