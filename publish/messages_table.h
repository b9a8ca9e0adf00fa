/* SPDX-License-Identifier: MIT */
/* messages_table.h -- heads and words of tables for spreadsheets: rows of the catalogue
 * (messages.h). */
#ifndef PUBLISH_MESSAGES_TABLE_H
#define PUBLISH_MESSAGES_TABLE_H

#define MESSAGES_TABLE_SHEETS(X)                                               \
	X(SHEET_SUMMARY, "Tóm tắt", "Summary")                                 \
	X(SHEET_WEEKDAYS, "Thứ và giờ", "Weekdays and hours")                  \
	X(SHEET_OUTCOMES, "Kết quả yêu cầu", "Outcomes")                       \
	X(SHEET_LEDGER, "Phân loại dòng", "Lines by class")                    \
	X(SHEET_LISTS, "Danh sách đã dùng", "Lists used")                      \
	X(SHEET_ENTRIES, "Trang mở đầu", "Entry pages")                        \
	X(SHEET_EXITS, "Trang kết thúc", "Exit pages")                         \
	X(SHEET_VISIT_SOURCES, "Nguồn truy cập", "Sources of visits")          \
	X(SHEET_REFERRERS, "Trang dẫn đến", "Referring sites")                 \
	X(SHEET_METHODS, "Phương thức", "Methods")                             \
	X(SHEET_PROTOCOLS, "Giao thức", "Protocols")                           \
	X(SHEET_ROBOT_KINDS, "Loại robot", "Robots by kind")                   \
	X(SHEET_SCHEMES, "HTTP và HTTPS", "HTTP and HTTPS")                    \
	X(SHEET_IPS, "Phiên bản IP", "Versions of IP")                         \
	X(SHEET_NETWORKS, "Mạng", "Networks")                                  \
	X(SHEET_PLACES, "Tỉnh, thành phố", "Places")                           \
	X(SHEET_ANSWERS, "Chuyên mục trả lời", "Answers by section")           \
	X(SHEET_SOFT, "Trang báo lỗi với mã 200", "Errors told as 200")        \
	X(SHEET_FUNNEL, "Các bước dịch vụ", "Steps of services")               \
	X(SHEET_OTHER, "Số liệu khác", "More figures")

#define MESSAGES_TABLE_HEADS(X)                                                \
	X(HEAD_FIGURE, "Chỉ số", "Figure")                                     \
	X(HEAD_VALUE, "Kỳ này", "This period")                                 \
	X(HEAD_COMPARED, "Kỳ này, số ngày so sánh",                            \
	    "This period, days compared")                                      \
	X(HEAD_BEFORE, "Kỳ trước", "Period before")                            \
	X(HEAD_COMPARED_YEAR, "Kỳ này, so với năm trước",                      \
	    "This period, against last year")                                  \
	X(HEAD_LAST_YEAR, "Cùng kỳ năm trước", "Last year")                    \
	X(HEAD_STATE, "Trạng thái", "State")                                   \
	X(HEAD_HOLIDAY, "Ngày nghỉ", "Holiday")                                \
	X(HEAD_WORKING, "Ngày làm việc", "Working day")                        \
	X(HEAD_PARTIAL, "Chưa đủ số liệu", "Incomplete")                       \
	X(HEAD_HOURS_UNKNOWN, "Giờ thiếu nhật ký", "Hours without log")        \
	X(HEAD_VISITORS, "Khách trong ngày", "Visitor-days")                   \
	X(HEAD_BYTES, "Byte", "Bytes")                                         \
	X(HEAD_BOUNCES, "Lượt chỉ xem một trang", "Bounces")                   \
	X(HEAD_ONLINE_S, "Giây online", "Seconds online")                      \
	X(HEAD_PEAK_AT, "Thời điểm cao nhất", "Peak at")                       \
	X(HEAD_ROBOT_HITS, "Yêu cầu của robot", "Robots’ hits")                \
	X(HEAD_ROBOT_PAGES, "Trang robot xem", "Robots’ pages")                \
	X(HEAD_ROBOT_BYTES, "Byte gửi robot", "Robots’ bytes")                 \
	X(HEAD_REST_HITS, "Yêu cầu khác", "Others’ hits")                      \
	X(HEAD_REST_PAGES, "Trang của nguồn khác", "Others’ pages")            \
	X(HEAD_REST_BYTES, "Byte của nguồn khác", "Others’ bytes")             \
	X(HEAD_ERRORS, "Yêu cầu bị lỗi", "Errors")                             \
	X(HEAD_ALL_HITS, "Tất cả yêu cầu", "All hits")                         \
	X(HEAD_UNCERTAIN, "Lượt chưa chắc chắn", "Uncertain visits")           \
	X(HEAD_P50, "Trung vị (ms)", "Median (ms)")                            \
	X(HEAD_P95, "95 % (ms)", "95% (ms)")                                   \
	X(HEAD_P99, "99 % (ms)", "99% (ms)")                                   \
	X(HEAD_UNDER_SHARE, "Tỷ lệ dưới 3 giây", "Share under 3 s")            \
	X(HEAD_MEAN_VISITS, "Lượt truy cập bình quân", "Mean visits")          \
	X(HEAD_DAYS_WITH_LINES, "Ngày có số liệu", "Days with lines")          \
	X(HEAD_OF_WHAT, "Của", "Of")                                           \
	X(HEAD_OUTCOME, "Kết quả", "Outcome")                                  \
	X(HEAD_CLASS, "Loại", "Class")                                         \
	X(HEAD_PATH, "Tệp", "File")                                            \
	X(HEAD_STREAM, "Số hiệu", "Number")                                    \
	X(HEAD_FORMAT, "Định dạng", "Format")                                  \
	X(HEAD_UNDATED, "Dòng không rõ ngày", "Lines without a day")           \
	X(HEAD_CONTENT, "Mã băm nội dung", "Hash of its content")              \
	X(HEAD_KIND, "Loại danh sách", "Kind")                                 \
	X(HEAD_SHA256, "SHA-256", "SHA-256")                                   \
	X(HEAD_FROM, "Từ ngày", "From")                                        \
	X(HEAD_TO, "Đến ngày", "To")                                           \
	X(HEAD_AS_OF, "Tính từ ngày", "As of")                                 \
	X(HEAD_UNIT, "Đơn vị", "Unit")                                         \
	X(HEAD_SOURCE, "Nguồn", "Source")                                      \
	X(HEAD_BY, "Người nhập", "Entered by")                                 \
	X(HEAD_COUNTED, "Lượt truy cập đã đếm", "Visits counted")              \
	X(HEAD_TOTAL, "Tổng", "Total")                                         \
	X(HEAD_KEY, "Mục", "Key")                                              \
	X(HEAD_LINK_FROM, "Trang có liên kết", "Page with the link")           \
	X(HEAD_ANSWER, "Trả lời", "Answer")                                    \
	X(HEAD_STEP, "Bước", "Step")                                           \
	X(HEAD_TERM, "Thuật ngữ", "Term")                                      \
	X(HEAD_MEANING, "Nội dung", "Meaning")                                 \
	X(HEAD_ALL_PAGES, "Tất cả trang", "All pages")                         \
	X(HEAD_ALL_BYTES, "Tất cả byte", "All bytes")

#define MESSAGES_TABLE_WORDS(X)                                                \
	X(FIGURE_WORKING_DAYS, "Ngày làm việc", "Working days")                \
	X(FIGURE_UNIQUES, "Khách, ước tính cả kỳ", "Visitors, estimated")      \
	X(FIGURE_UNIQUES_ERROR, "Sai số chuẩn của ước tính",                   \
	    "Standard error of the estimate")                                  \
	X(FIGURE_VISIT_PAGES, "Trang trong các lượt truy cập",                 \
	    "Page views of visits")                                            \
	X(FIGURE_TIMED, "Lượt từ hai trang trở lên",                           \
	    "Visits of two pages or more")                                     \
	X(FIGURE_TIMED_S, "Tổng thời lượng các lượt đó (giây)",                \
	    "Their duration (seconds)")                                        \
	X(FIGURE_SECONDS, "Độ dài kỳ (giây)", "Length (seconds)")              \
	X(FIGURE_COVERAGE, "Giờ có đủ nhật ký (phần nghìn)",                   \
	    "Known hours (per thousand)")                                      \
	X(FIGURE_HOURS, "Số giờ của kỳ", "Hours of the period")                \
	X(FIGURE_SERVED, "Giờ có phục vụ", "Hours served")                     \
	X(FIGURE_QUIET, "Giờ không có yêu cầu", "Quiet hours")                 \
	X(FIGURE_ERROR_HOURS, "Giờ có nhiều lỗi", "Hours with errors")         \
	X(FIGURE_DOWN, "Giờ ngừng hoạt động", "Hours down")                    \
	X(FIGURE_UNCERTAIN_VISITORS, "Khách chưa chắc chắn",                   \
	    "Uncertain visitor-days")                                          \
	X(STATE_SERVED, "có phục vụ", "served")                                \
	X(STATE_QUIET, "không có yêu cầu", "quiet")                            \
	X(STATE_ERRORS, "nhiều lỗi", "errors")                                 \
	X(STATE_DOWN, "ngừng hoạt động", "down")                               \
	X(STATE_UNKNOWN, "thiếu nhật ký", "no log")                            \
	X(STATE_AHEAD, "chưa đến", "ahead")                                    \
	X(STATE_OPEN, "chưa chốt", "open")                                     \
	X(STATE_SEALED, "đã chốt", "sealed")                                   \
	X(STATE_NONE, "không có dòng nào", "no lines")                         \
	X(TIMED_PAGES, "lượt xem trang của người dùng", "people’s page views") \
	X(TIMED_HITS, "yêu cầu của người dùng", "people’s hits")               \
	X(TIMED_ALL, "mọi yêu cầu được tính", "all that are counted")          \
	X(LIST_ROBOTS, "robot", "robots")                                      \
	X(LIST_SOURCES, "nguồn truy cập", "sources")                           \
	X(LIST_COUNTRIES, "quốc gia", "countries")                             \
	X(LIST_NETWORKS, "mạng", "networks")                                   \
	X(LIST_CITIES, "tỉnh, thành phố", "cities")                            \
	X(YES, "có", "yes")                                                    \
	X(NO, "không", "no")

#define MESSAGES_TABLE(X)                                                      \
	MESSAGES_TABLE_SHEETS(X)                                               \
	MESSAGES_TABLE_HEADS(X)                                                \
	MESSAGES_TABLE_WORDS(X)

#endif
