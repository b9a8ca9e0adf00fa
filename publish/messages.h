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
#include "common/lang.h"
#include "publish/messages_chart.h"
#include "publish/messages_evidence.h"
#include "publish/messages_metric.h"
#include "publish/messages_presence.h"
#include "publish/messages_remarks.h"
#include "publish/messages_review.h"
#include "publish/messages_score.h"
#include "publish/messages_table.h"
#include "publish/messages_web.h"
#include "publish/messages_waterfall.h"

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

/* The report for a terminal: its headings, labels and notes. */
#define MESSAGES_REPORT_HEAD(X)                                                \
	X(REPORT_PERIOD, "từ {1} đến {2}", "{1} to {2}")                       \
	X(REPORT_DAYS_OF, "{1} trên {2} có số liệu", "lines on {1} of {2}")    \
	X(FILE, "{1} tệp", "{1} file")                                         \
	X(FILES, "{1} tệp", "{1} files")                                       \
	X(LINE, "{1} dòng", "{1} line")                                        \
	X(LINES, "{1} dòng", "{1} lines")                                      \
	X(REPORT_ZONE, "múi giờ {1}", "time zone {1}")                         \
	X(REPORT_ROBOT_LIST, "danh sách robot: {1}", "robot list: {1}")        \
	X(REPORT_ALL_PEOPLE, "không loại robot", "no robots left out")         \
	X(BUILT_IN, "có sẵn", "built-in")                                      \
	X(REPORT_NO_LINES, "Chưa có số liệu: nhật ký không có dòng nào.",      \
	    "Nothing to show yet: the logs have no lines.")                    \
	X(REPORT_NO_DAYS, "Chưa có số liệu: không có dòng nào được tính; "     \
	    "lý do được nêu dưới đây.",                                        \
	    "Nothing to show yet: no line could be counted; what became of "   \
	    "them stands below.")                                              \
	X(REPORT_TRY_DETECT, "Nhiều dòng không đọc được. Để kiểm tra định "    \
	    "dạng nhật ký, hãy dùng lệnh:",                                    \
	    "Many lines could not be read. To check the format of the logs, "  \
	    "try:")

#define MESSAGES_REPORT_FIGURES(X)                                             \
	X(REPORT_VISITS, "Lượt truy cập", "Visits")                            \
	X(REPORT_PAGES, "Lượt xem trang", "Page views")                        \
	X(REPORT_VISITORS, "Khách mỗi ngày", "Visitors a day")                 \
	X(REPORT_HITS, "Yêu cầu", "Hits")                                      \
	X(REPORT_TRAFFIC, "Lưu lượng", "Traffic")                              \
	X(REPORT_BOUNCES, "Tỷ lệ thoát", "Bounces")                            \
	X(REPORT_DURATION, "Thời lượng", "Duration")                           \
	X(REPORT_PEAK, "Online cao nhất", "Online peak")                       \
	X(REPORT_MEAN, "Online bình quân", "Online mean")                      \
	X(REPORT_A_DAY, "bình quân {1} mỗi ngày", "{1} a day on average")      \
	X(REPORT_A_VISIT, "bình quân {1} trang mỗi lượt truy cập",             \
	    "{1} a visit on average")                                          \
	X(REPORT_BUSIEST, "bình quân; cao nhất {1}, {2}",                      \
	    "on average; {1} at most, on {2}")                                 \
	X(REPORT_PEOPLE_HITS, "của người dùng; của robot: {1}",                \
	    "by people; robots made {1}")                                      \
	X(REPORT_SENT, "gửi cho người dùng", "sent to people")                 \
	X(REPORT_PEOPLE_BYTES, "gửi cho người dùng; {1} mỗi ngày",             \
	    "sent to people; {1} a day")                                       \
	X(REPORT_BOUNCED, "{1} lượt truy cập chỉ xem một trang",               \
	    "visits of one page view: {1}")                                    \
	X(REPORT_TIMED, "bình quân, {1} lượt từ 2 trang trở lên",              \
	    "mean over visits of two views or more: {1}")                      \
	X(REPORT_PEAK_AT, "khách cùng lúc, {1}", "visitors at once, {1}")      \
	X(REPORT_AT_ANY, "khách tại một thời điểm bất kỳ",                     \
	    "visitors at any moment")                                          \
	X(SHORT_SECONDS, "{1} giây", "{1} s")                                  \
	X(SHORT_MINUTES, "{1} phút {2} giây", "{1} min {2} s")                 \
	X(SHORT_HOURS, "{1} giờ {2} phút", "{1} h {2} min")

#define MESSAGES_REPORT_DAYS(X)                                                \
	X(REPORT_BY_DAY, "Theo ngày", "Days")                                  \
	X(REPORT_BY_MONTH, "Theo tháng", "Months")                             \
	X(REPORT_COLUMN_PAGES, "Xem trang", "Page views")                      \
	X(REPORT_COLUMN_VISITORS, "Khách", "Visitors")                         \
	X(REPORT_COLUMN_DAYS, "Số ngày", "Days")                               \
	X(REPORT_MONTH_MEAN, "khách: bình quân mỗi ngày",                      \
	    "visitors: mean a day")                                            \
	X(REPORT_QUIET, "không có dòng nhật ký nào trong {1}",                 \
	    "no lines for {1}")                                                \
	X(REPORT_RUNNING, "* Chưa kết thúc: số liệu tính đến {1}.",            \
	    "* Not over: the figures are those until {1}.")                    \
	X(MONDAY, "T2", "Mon")                                                 \
	X(TUESDAY, "T3", "Tue")                                                \
	X(WEDNESDAY, "T4", "Wed")                                              \
	X(THURSDAY, "T5", "Thu")                                               \
	X(FRIDAY, "T6", "Fri")                                                 \
	X(SATURDAY, "T7", "Sat")                                               \
	X(SUNDAY, "CN", "Sun")

#define MESSAGES_REPORT_LISTS(X)                                               \
	X(REPORT_TOP_PAGES, "Trang được xem nhiều nhất", "Top pages")          \
	X(REPORT_TOP_ENTRIES, "Trang mở đầu lượt truy cập",                    \
	    "Top entry pages")                                                 \
	X(REPORT_OUTCOMES, "Kết quả các yêu cầu của người dùng",               \
	    "What people asked for")                                           \
	X(REPORT_UNIT_HITS, "yêu cầu", "hits")                                 \
	X(REPORT_LEDGER, "Phân loại các dòng đã đọc", "Where the lines went")  \
	X(REPORT_UNIT_LINES, "dòng", "lines")                                  \
	X(REPORT_ALL_LINES, "Tổng số dòng đã đọc", "Lines read")               \
	X(OUTCOME_REDIRECT, "Chuyển hướng", "Redirects")                       \
	X(OUTCOME_CLIENT_ERROR, "Lỗi phía máy khách (4xx)",                    \
	    "Client errors (4xx)")                                             \
	X(OUTCOME_SERVER_ERROR, "Lỗi phía máy chủ (5xx)",                      \
	    "Server errors (5xx)")                                             \
	X(OUTCOME_PARTIAL, "Tải từng phần (206)", "Parts of files (206)")      \
	X(OUTCOME_ACTION, "Gửi biểu mẫu, thao tác", "Forms and actions")       \
	X(OUTCOME_ASSET, "Hình ảnh, kiểu dáng, mã lệnh",                       \
	    "Pictures, styles, scripts")                                       \
	X(OUTCOME_FEED, "Nguồn tin, dữ liệu", "Feeds and data")                \
	X(OUTCOME_DOWNLOAD, "Tài liệu tải về", "Downloads")                    \
	X(OUTCOME_PAGE, "Trang", "Pages")                                      \
	X(OUTCOME_OTHER, "Khác", "Other")                                      \
	X(CLASS_HUMAN, "Người dùng", "People")                                 \
	X(CLASS_ROBOT, "Robot", "Robots")                                      \
	X(CLASS_INTERNAL, "Mạng nội bộ", "Internal networks")                  \
	X(CLASS_MONITOR, "Giám sát hoạt động", "Uptime monitors")              \
	X(CLASS_EXCLUDED, "Loại theo quy tắc", "Excluded by a rule")           \
	X(CLASS_MALFORMED, "Không đọc được", "Malformed")                      \
	X(CLASS_OVERSIZE, "Quá dài", "Too long")                               \
	X(CLASS_DIRECTIVE, "Dòng khai báo (#)", "Directives (#)")              \
	X(CLASS_BLANK, "Dòng trống", "Blank")                                  \
	X(CLASS_FUTURE, "Thời gian ở tương lai", "Ahead of the clock")         \
	X(CLASS_LATE, "Đến sau khi khóa sổ ngày", "Late: the day is sealed")

#define MESSAGES_REPORT_WORDS(X)                                               \
	X(REPORT_DEFINITIONS, "Định nghĩa", "Definitions")                     \
	X(REPORT_ABOUT_VISITORS, "Khách là một trình duyệt tại một địa chỉ, "  \
	    "mỗi ngày tính một lần.",                                          \
	    "A visitor is a browser at an address, counted once a day.")       \
	X(REPORT_ABOUT_ONLINE,                                                 \
	    "Online là số khách có xem trang trong {1} gần nhất.",             \
	    "Online are the visitors with a page view in the last {1}.")       \
	X(REPORT_ABOUT_MEANS,                                                  \
	    "Bình quân mỗi ngày không tính ngày chưa kết thúc.",               \
	    "Averages a day leave out the day that is not over.")              \
	X(REPORT_ABOUT_ROBOTS, "Robot được loại theo danh sách: {1}.",         \
	    "Robots are left out, by the list: {1}.")                          \
	X(REPORT_ABOUT_ALL, "Không loại robot nào.",                           \
	    "No robots are left out.")                                         \
	X(REPORT_ABOUT_BYTES, "Mỗi KB gồm 1.024 byte.", "A KB has 1,024 bytes.")

/* The page of a period, and the names of keys that are not names themselves. */
#define MESSAGES_SHOW(X)                                                       \
	X(SHOW_BEFORE, "kỳ trước", "before")                                   \
	X(SHOW_LAST_YEAR, "năm trước", "last year")                            \
	X(SHOW_DAYS, "từ {1} đến {2}, {3}", "{1} to {2}, {3}")                 \
	X(SHOW_BEFORE_IS, "Kỳ trước: {1}.", "Before: {1}.")                    \
	X(SHOW_YEAR_IS, "Năm trước: {1}.", "Last year: {1}.")                  \
	X(SHOW_RUNNING, "Kỳ này chưa kết thúc: {1} đầu kỳ được so sánh với cùng số ngày của kỳ kia.", \
	    "Not over yet: its first {1} are compared with as many of the others.") \
	X(SHOW_DAY_RUNNING, "Chưa kết thúc, nên chưa so sánh với kỳ khác.",    \
	    "Not over yet, so it is not compared.")                            \
	X(SHOW_UNTIL, "tính đến {1}", "until {1}")                             \
	X(SHOW_UNIQUES, "Khách, ước tính", "Visitors, estimated")              \
	X(SHOW_UNIQUES_NOTE, "{1}, trong cả kỳ", "{1}, in the whole period")   \
	X(SHOW_ROBOTS, "Tỷ lệ robot", "Robots’ share")                         \
	X(SHOW_ROBOTS_NOTE, "{1} trên {2} yêu cầu", "{1} of {2} hits")         \
	X(SHOW_DOUBT, "Chưa chắc chắn", "Uncertain")                           \
	X(SHOW_DOUBT_NOTE, "{1} lượt, vẫn được tính",                          \
	    "counted all the same; visits: {1}")                                \
	X(SHOW_A_DAY, "{1} mỗi ngày", "{1} a day")                             \
	X(SHOW_A_VISIT, "{1} trang mỗi lượt", "{1} a visit")                   \
	X(SHOW_BUSIEST, "cao nhất {1}, {2}", "most {1}, {2}")                  \
	X(SHOW_BOUNCED, "{1} lượt một trang", "{1} of one page view")          \
	X(SHOW_TIMED, "qua {1} lượt nhiều trang", "over {1} of more pages")    \
	X(SHOW_POINTS, "{1} điểm", "{1} pt")                                   \
	X(SHOW_BY_HOUR, "Theo giờ", "Hours")                                   \
	X(SHOW_NOTHING, "Chưa có số liệu. Để đọc nhật ký, hãy dùng lệnh:",     \
	    "Nothing is counted yet. To read the logs, try:")                  \
	X(SHOW_NOTHING_THEN, "Không có số liệu ({1}). Hiện có số liệu: {2}.",  \
	    "Nothing was counted for that time ({1}). There are figures: {2}.") \
	X(SHOW_DOWNLOADS, "Tài liệu được tải nhiều nhất", "Top downloads")     \
	X(SHOW_SECTIONS, "Chuyên mục", "Sections")

#define MESSAGES_SHOW_LISTS(X)                                                 \
	X(SHOW_SOURCES, "Nguồn truy cập", "Where visits came from")            \
	X(SHOW_REFERRERS, "Trang web dẫn đến", "Referring sites")              \
	X(SHOW_SEARCHES, "Từ khóa tìm kiếm", "Search terms")                   \
	X(SHOW_CAMPAIGNS, "Chiến dịch", "Campaigns")                           \
	X(SHOW_COUNTRIES, "Quốc gia", "Countries")                             \
	X(SHOW_AUDIENCE, "Thiết bị và kết nối", "Devices and connections")     \
	X(SHOW_BROWSERS, "Trình duyệt", "Browsers")                            \
	X(SHOW_SYSTEMS, "Hệ điều hành", "Systems")                             \
	X(SHOW_DEVICES, "Thiết bị", "Devices")                                 \
	X(SHOW_CONNECTIONS, "Kết nối", "Connections")                          \
	X(SHOW_BROKEN, "Liên kết hỏng, và trang có liên kết đó",               \
	    "Broken links, and the page they are on")                          \
	X(SHOW_MISSING, "Địa chỉ không tồn tại", "Missing pages")              \
	X(SHOW_ROBOT_KINDS, "Các loại robot", "Robots by kind")                \
	X(SHOW_ROBOT_NAMES, "Robot hoạt động nhiều nhất", "Top robots")        \
	X(SHOW_STATUSES, "Mã trạng thái", "Statuses")                          \
	X(SHOW_HOSTS, "Tên miền", "Virtual hosts")                             \
	X(SHOW_TIMES, "Thời gian phản hồi", "Response times")                  \
	X(SHOW_TIMED_HITS, "Mọi yêu cầu", "All hits")                          \
	X(SHOW_UNDER, "dưới 3 giây: {1}", "under 3 s: {1}")                    \
	X(SHOW_UNCERTAIN, "Lý do chưa chắc chắn", "Why uncertain")

#define MESSAGES_KEYS(X)                                                       \
	X(KEY_UNKNOWN, "không rõ", "unknown")                                  \
	X(KEY_OTHERS, "các mục khác", "others")                                \
	X(KEY_DIRECT, "trực tiếp", "direct")                                   \
	X(KEY_INTERNAL, "từ chính trang này", "own pages")                     \
	X(KEY_SEARCH, "máy tìm kiếm", "search engines")                        \
	X(KEY_SOCIAL, "mạng xã hội", "social networks")                        \
	X(KEY_GOVERNMENT, "cơ quan nhà nước", "authorities")                   \
	X(KEY_OTHER_SITES, "trang khác", "other sites")                        \
	X(KEY_DESKTOP, "máy tính", "computers")                                \
	X(KEY_PHONE, "điện thoại", "phones")                                   \
	X(KEY_TABLET, "máy tính bảng", "tablets")                              \
	X(KEY_TV, "máy thu hình", "TVs")                                       \
	X(KEY_CONSOLE, "máy chơi trò chơi", "games consoles")                  \
	X(KEY_OTHER, "loại khác", "other")                                     \
	X(KEY_AI, "thu thập cho AI", "AI crawlers")                            \
	X(KEY_SEO, "công cụ SEO", "SEO tools")                                 \
	X(KEY_PREVIEW, "xem trước liên kết", "link previews")                  \
	X(KEY_MONITOR, "giám sát", "monitors")                                 \
	X(KEY_TOOL, "thư viện, công cụ", "libraries and tools")                \
	X(KEY_HEADLESS, "trình duyệt không giao diện", "headless browsers")    \
	X(KEY_SCANNER, "dò quét", "scanners")                                  \
	X(KEY_FEED, "đọc nguồn tin", "feed readers")                           \
	X(KEY_ARCHIVER, "lưu trữ trang", "archivers")                          \
	X(KEY_CRAWLER, "robot khác", "other crawlers")                         \
	X(KEY_EMPTY, "không khai báo tên", "without a name")                   \
	X(KEY_NO_BROWSER, "không phải trình duyệt", "not a browser")           \
	X(KEY_ROBOTS_TXT, "đã đọc quy định cho robot", "fetched robots.txt")   \
	X(KEY_FAST, "xem quá nhanh", "looked at pages too fast")               \
	X(KEY_ERRORS, "phần lớn yêu cầu bị lỗi", "met errors mostly")          \
	X(KEY_NO_ASSET, "không tải hình ảnh, kiểu dáng nào",                   \
	    "loaded no picture or style")

#define MESSAGE_TABLE(X)                                                       \
	MESSAGES_PERIOD(X)                                                     \
	MESSAGES_UNIT(X)                                                       \
	MESSAGES_WIDGET(X)                                                     \
	MESSAGES_REPORT_HEAD(X)                                                \
	MESSAGES_REPORT_FIGURES(X)                                             \
	MESSAGES_REPORT_DAYS(X)                                                \
	MESSAGES_REPORT_LISTS(X)                                               \
	MESSAGES_REPORT_WORDS(X)                                               \
	MESSAGES_SHOW(X)                                                       \
	MESSAGES_SHOW_LISTS(X)                                                 \
	MESSAGES_KEYS(X)                                                       \
	MESSAGES_CHART(X)                                                      \
	MESSAGES_REVIEW(X)                                                     \
	MESSAGES_TABLE(X)                                                      \
	MESSAGES_REMARKS(X)                                                    \
	MESSAGES_WEB(X)                                                        \
	MESSAGES_METRIC(X)                                                     \
	MESSAGES_PRESENCE(X)                                                   \
	MESSAGES_SCORE(X)                                                      \
	MESSAGES_WATERFALL(X)                                                  \
	MESSAGES_EVIDENCE(X)

enum message {
#define X(id, vi, en) MSG_##id,
	MESSAGE_TABLE(X)
#undef X
	MSG__MAX
};

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
