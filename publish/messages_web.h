/* SPDX-License-Identifier: MIT */
/* messages_web.h -- what stands on the HTML report: rows of the catalogue (messages.h). */
#ifndef PUBLISH_MESSAGES_WEB_H
#define PUBLISH_MESSAGES_WEB_H

/* Names of times. */
#define MESSAGES_WEB_TIME(X)                                                   \
	X(MONTH_1, "tháng 1 năm {1}", "January {1}")                           \
	X(MONTH_2, "tháng 2 năm {1}", "February {1}")                          \
	X(MONTH_3, "tháng 3 năm {1}", "March {1}")                             \
	X(MONTH_4, "tháng 4 năm {1}", "April {1}")                             \
	X(MONTH_5, "tháng 5 năm {1}", "May {1}")                               \
	X(MONTH_6, "tháng 6 năm {1}", "June {1}")                              \
	X(MONTH_7, "tháng 7 năm {1}", "July {1}")                              \
	X(MONTH_8, "tháng 8 năm {1}", "August {1}")                            \
	X(MONTH_9, "tháng 9 năm {1}", "September {1}")                         \
	X(MONTH_10, "tháng 10 năm {1}", "October {1}")                         \
	X(MONTH_11, "tháng 11 năm {1}", "November {1}")                        \
	X(MONTH_12, "tháng 12 năm {1}", "December {1}")                        \
	X(WEEK_OF, "tuần {1} năm {2}", "week {1} of {2}")                      \
	X(QUARTER_OF, "quý {1} năm {2}", "the {1} quarter of {2}")             \
	X(QUARTER_1, "I", "first")                                             \
	X(QUARTER_2, "II", "second")                                           \
	X(QUARTER_3, "III", "third")                                           \
	X(QUARTER_4, "IV", "fourth")                                           \
	X(YEAR_OF, "năm {1}", "{1}")                                           \
	X(DAY_OF, "ngày {1}", "{1}")                                           \
	X(DAYS_OF, "thời gian từ ngày {1} đến ngày {2}",                       \
	    "the time from {1} to {2}")                                        \
	X(IN_PERIOD, "Trong {1}", "In {1}")                                    \
	X(ON_DAY, "Trong {1}", "On {1}")                                       \
	X(SO_FAR, "Từ ngày {1} đến {2}", "From {1} until {2}")                 \
	X(SO_FAR_DAY, "Từ 0 giờ đến {1}", "From midnight until {1}")

#define MESSAGES_WEB_HEAD(X)                                                   \
	X(WEB_SKIP, "Đến nội dung chính", "Skip to the report")                \
	X(WEB_STEPS, "Các kỳ khác", "Other periods")                           \
	X(WEB_ALL, "Tất cả các tháng", "All months")                           \
	X(WEB_THEME, "Màu nền", "Colours")                                     \
	X(WEB_AUTO, "Tự động", "Auto")                                         \
	X(WEB_LIGHT, "Sáng", "Light")                                          \
	X(WEB_DARK, "Tối", "Dark")                                             \
	X(WEB_TOC, "Mục lục", "Contents")                                      \
	X(WEB_OVERVIEW, "Tổng quan", "Overview")                               \
	X(WEB_TIME, "Theo thời gian", "Over time")                             \
	X(WEB_CONTENT, "Nội dung được xem", "What was read")                   \
	X(WEB_PEOPLE, "Khách truy cập", "Visitors")                            \
	X(WEB_SERVICE, "Vận hành", "Operation")                                \
	X(WEB_ROBOTS, "Robot", "Robots and doubts")                            \
	X(WEB_METHOD, "Cách tính", "How it is counted")                        \
	X(WEB_PROOF, "Nguồn số liệu", "Sources")                               \
	X(WEB_COVER, "Nhật ký có số liệu của {1} trên {2} giờ ({3}).",         \
	    "The logs cover {1} of {2} hours ({3}).")                          \
	X(WEB_COVER_DAYS, "Nhật ký có dòng trong {1} trên {2}.",               \
	    "The logs have lines on {1} of {2}.")                              \
	X(WEB_LOW, "Số liệu chưa đầy đủ: thiếu một phần nhật ký. "             \
	    "Phần thiếu là không rõ, không phải bằng không.",                  \
	    "Incomplete: part of the logs is missing. What is missing is "     \
	    "unknown, not zero.")                                              \
	X(WEB_GAP, "Khoảng thiếu dài nhất: từ {1} đến {2}.",                   \
	    "Longest gap: {1} to {2}.")                                        \
	X(WEB_LEFT_OUT, "Đã loại {1} của robot, {2} nội bộ và giám sát.",      \
	    "Left out: {1} by robots, {2} internal or by monitors.")           \
	X(WEB_RUNNING, "Kỳ chưa kết thúc: số liệu tính đến {1}.",              \
	    "Not over: the figures are those until {1}.")                      \
	X(WEB_PUBLIC, "Bản công khai: số lượt nhỏ theo nơi, thiết bị được gộp lại.", \
	    "For the public: small counts by place or device are put together.") \
	X(WEB_REMARKS, "Nhận xét", "Remarks")                                  \
	X(WEB_REMARKS_ABOUT, "Lập tự động từ số liệu; có thể chép vào báo cáo định kỳ.", \
	    "Made of the figures; ready to paste into a report.")              \
	X(WEB_COPY, "Chép nhận xét", "Copy the remarks")                       \
	X(WEB_COPIED, "Đã chép", "Copied")                                     \
	X(WEB_FILES, "Số liệu dạng khác", "The same as data")

#define MESSAGES_WEB_TILES(X)                                                  \
	X(WEB_UNIQUES, "Khách (ước tính)", "Visitors (estimate)")              \
	X(WEB_SERVED, "Số giờ có phục vụ", "Hours served")                     \
	X(WEB_FAULTS, "Lỗi máy chủ (5xx)", "Server errors (5xx)")              \
	X(WEB_SINCE, "so với {1}", "against {1}")                              \
	X(WEB_PEAK_AT, "cùng lúc, {1}", "at once, {1}")                        \
	X(WEB_OF_HOURS, "{1} trên {2} giờ đã biết", "{1} of {2} known hours")  \
	X(WEB_QUIET_HOURS, "{1} giờ không có yêu cầu",                         \
	    "hours without a request: {1}")                                    \
	X(WEB_ERROR_HOURS, "{1} giờ có nhiều lỗi", "hours with many errors: {1}") \
	X(WEB_DOWN_HOURS, "{1} giờ ngừng hoạt động", "hours down: {1}")        \
	X(WEB_OF_HITS, "{1} trên {2} yêu cầu", "{1} of {2} requests")          \
	X(WEB_ERROR, "sai số chuẩn {1}", "standard error {1}")                 \
	X(WEB_UNKNOWN, "chưa rõ", "not known")                                 \
	X(WEB_SAME, "không đổi", "unchanged")                                  \
	X(WEB_TIMES, "gấp {1} lần", "{1} times")

#define MESSAGES_WEB_CHARTS(X)                                                 \
	X(WEB_NO_GNUPLOT, "Không có chương trình gnuplot nên không vẽ biểu đồ; số liệu có trong bảng.", \
	    "gnuplot is not installed, so there is no chart; the table has the figures.") \
	X(WEB_NO_CHART, "Không có biểu đồ này vì không vẽ được hoặc quá nhiều chi tiết; số liệu có trong bảng.", \
	    "This chart could not be drawn, or has too much in it; the table has the figures.") \
	X(WEB_DAYS_TITLE, "Theo ngày", "By day")                               \
	X(WEB_DAYS_ABOUT, "Cột là lượt truy cập, đường là lượt xem trang. Ngày thiếu nhật ký được gạch chéo hoặc để trống.", \
	    "Bars are visits, the line is page views. Days with missing logs are hatched or left empty.") \
	X(WEB_WEEK_TITLE, "Giờ trong ngày và ngày trong tuần",                 \
	    "Hours and weekdays")                                              \
	X(WEB_WEEK_ABOUT, "Lượt truy cập bình quân bắt đầu trong mỗi giờ; khung viền là giờ hành chính.", \
	    "Mean visits that begin in each hour; office hours are framed.")   \
	X(WEB_ONLINE_TITLE, "Đang trực tuyến theo giờ", "Online by hour")      \
	X(WEB_ONLINE_ABOUT, "Số khách trực tuyến cùng lúc qua các ngày: trung vị, khoảng 10–90 % và mức cao nhất.", \
	    "Visitors online at once over the days: median, 10–90% and the most.") \
	X(WEB_MONTHS_TITLE, "So sánh 13 tháng", "Thirteen months")             \
	X(WEB_MONTHS_ABOUT, "Lượt truy cập. Tháng của báo cáo tô đậm, cùng tháng năm trước được đánh dấu, tháng thiếu nhật ký gạch chéo.", \
	    "Visits. The month of the report is strong, that of last year marked, months with missing logs are hatched.") \
	X(WEB_YEARS_TITLE, "Qua các năm", "Over the years")                    \
	X(WEB_YEARS_ABOUT, "Lượt truy cập từng tháng.", "Visits by month.")    \
	X(WEB_RANKS_TITLE, "Xếp hạng qua các năm", "Ranks over the years")     \
	X(WEB_STRIP_TITLE, "Hoạt động của trang", "Availability")              \
	X(WEB_STRIP_ABOUT, "Trạng thái từng giờ, suy từ nhật ký. Không có yêu cầu không có nghĩa là ngừng hoạt động.", \
	    "The state of each hour, as the logs tell it. An hour without a request is not an hour down.") \
	X(WEB_TIMES_TITLE, "Thời gian phản hồi theo ngày",                     \
	    "Response times by day")                                           \
	X(WEB_TIMES_ABOUT, "Của các lượt xem trang: một nửa (p50), 95 % (p95) và 99 % (p99) nhanh hơn mức này.", \
	    "Of page views: half (p50), 95% (p95) and 99% (p99) are faster than this.") \
	X(WEB_SHARES_TITLE, "Yêu cầu của ai", "Whose requests")                \
	X(WEB_SHARES_ABOUT, "Tỷ lệ yêu cầu của người dùng, robot và phần còn lại (nội bộ, giám sát) theo ngày.", \
	    "Shares of people, robots and the rest (internal, monitors) by day.") \
	X(WEB_TABLE_DAYS, "Bảng số liệu theo ngày", "Table of days")           \
	X(WEB_TABLE_WEEK, "Bảng số liệu theo giờ", "Table of hours")           \
	X(WEB_TABLE_ONLINE, "Bảng số liệu trực tuyến", "Table of hours online") \
	X(WEB_TABLE_MONTHS, "Bảng số liệu theo tháng", "Table of months")      \
	X(WEB_TABLE_YEARS, "Bảng số liệu các năm", "Table of all months")      \
	X(WEB_TABLE_STRIP, "Bảng trạng thái theo ngày", "Table of states by day") \
	X(WEB_TABLE_TIMES, "Bảng thời gian phản hồi", "Table of response times") \
	X(WEB_TABLE_SHARES, "Bảng yêu cầu theo ngày", "Table of requests by day")

#define MESSAGES_WEB_COLUMNS(X)                                                \
	X(COLUMN_DAY, "Ngày", "Day")                                           \
	X(COLUMN_MONTH, "Tháng", "Month")                                      \
	X(COLUMN_WEEKDAY, "Thứ", "Weekday")                                    \
	X(COLUMN_HOUR, "Giờ", "Hour")                                          \
	X(COLUMN_VISITS, "Lượt", "Visits")                                     \
	X(COLUMN_SHARE, "Tỷ lệ", "Share")                                      \
	X(COLUMN_PEAK, "Trực tuyến cao nhất", "Online peak")                   \
	X(COLUMN_STATE, "Ghi chú", "Note")                                     \
	X(COLUMN_LOW, "Mức 10 %", "10%")                                       \
	X(COLUMN_HIGH, "Mức 90 %", "90%")                                      \
	X(COLUMN_MOST, "Cao nhất", "Most")                                     \
	X(COLUMN_A_DAY, "Cả ngày", "Whole day")                                \
	X(COLUMN_ERRORS, "Nhiều lỗi", "Errors")                                \
	X(COLUMN_DOWN, "Ngừng", "Down")                                        \
	X(COLUMN_ONLY, "Các giờ khác thường", "Unusual hours")                 \
	X(COLUMN_PEOPLE, "Người dùng", "By people")                            \
	X(COLUMN_ROBOTS, "Robot", "By robots")                                 \
	X(COLUMN_BYTES, "Dung lượng", "Bytes")                                 \
	X(COLUMN_FROM, "Từ trang", "On page")                                  \
	X(COLUMN_NAME, "Tên", "Name")                                          \
	X(COLUMN_KIND, "Loại", "Kind")                                         \
	X(COLUMN_CHANGE, "Thay đổi", "Change")                                 \
	X(COLUMN_PATH, "Đường dẫn", "Path")                                    \
	X(COLUMN_CODE, "Mã", "Status")                                         \
	X(COLUMN_VERSION, "Phiên bản", "Version")                              \
	X(COLUMN_LINES, "Số dòng", "Lines")                                    \
	X(COLUMN_COUNTED, "Được tính", "Counted")                              \
	X(COLUMN_FIRST, "Dòng đầu", "First line")                              \
	X(COLUMN_LAST, "Dòng cuối", "Last line")                               \
	X(COLUMN_HASH, "Mã băm nội dung", "Content hash")                      \
	X(COLUMN_KEY, "Mục", "Item")

#define MESSAGES_WEB_LISTS(X)                                                  \
	X(WEB_REST, "các mục còn lại", "all others")                           \
	X(WEB_FEW, "gộp các mục ít lượt", "small counts together")             \
	X(WEB_NO_ROWS, "Không có trong kỳ này.", "None in this period.")       \
	X(WEB_NO_SECTIONS, "Cấu hình chưa chia trang thành chuyên mục.",       \
	    "The configuration names no sections.")                            \
	X(WEB_NO_COUNTRIES, "Chưa có cơ sở dữ liệu quốc gia nên không rõ khách từ đâu.", \
	    "Without a database of countries it is not known where visitors are.") \
	X(WEB_NO_TIMES, "Nhật ký không ghi thời gian phản hồi.",               \
	    "The logs have no response times.")                                \
	X(WEB_SECTIONS_ABOUT, "Lượt truy cập có xem chuyên mục; một lượt có thể xem nhiều chuyên mục.", \
	    "Visits that saw the section; a visit may see several.")           \
	X(WEB_PAGES_ABOUT, "Đường dẫn không kèm tham số.", "Paths without their parameters.") \
	X(WEB_SOURCES_ABOUT, "Nơi khách đến từ, theo lượt truy cập.",          \
	    "From where visits came.")                                         \
	X(WEB_COUNTRIES_ABOUT, "Theo địa chỉ của khách, theo lượt truy cập.",  \
	    "By the visitor’s address, of visits.")                            \
	X(WEB_AGENTS_ABOUT, "Theo khai báo của trình duyệt, theo lượt truy cập.", \
	    "As the browser says, of visits.")                                 \
	X(WEB_DOWNLOADS_ABOUT, "Văn bản, biểu mẫu và tệp khác.",               \
	    "Documents, forms and other files.")                               \
	X(WEB_BROKEN_ABOUT, "Trang không còn, và trang của ta còn dẫn đến đó.", \
	    "Pages that are gone, and our own pages that still link there.")   \
	X(WEB_MISSING_ABOUT, "Trả về 404 hoặc 410; phần nhiều là dò quét.",    \
	    "Answered 404 or 410; scanners ask for most of them.")             \
	X(WEB_STATUS_ABOUT, "Mọi yêu cầu, kể cả robot.",                       \
	    "Of all requests, robots’ included.")                              \
	X(WEB_ROBOTS_ABOUT, "Không tính vào lượt truy cập.",                   \
	    "They are in no count of visits.")                                 \
	X(WEB_DOUBT_ABOUT, "Có dấu hiệu của robot nhưng vẫn được tính.",       \
	    "They look like robots, and are counted all the same.")            \
	X(WEB_BROKEN, "Liên kết hỏng", "Broken links")                         \
	X(WEB_DOUBT_TITLE, "Khách chưa chắc chắn", "Uncertain visitors")       \
	X(WEB_MS, "{1} mili giây", "{1} ms")                                   \
	X(WEB_P50, "Một nửa nhanh hơn", "Half are faster than")                \
	X(WEB_P95, "95 % nhanh hơn", "95% are faster than")                    \
	X(WEB_P99, "99 % nhanh hơn", "99% are faster than")                    \
	X(WEB_UNDER, "Dưới 3 giây", "Under 3 s")                               \
	X(WEB_TIMED, "Số yêu cầu có đo", "Requests timed")

/* What stands after a code. */
#define MESSAGES_STATUS(X)                                                     \
	X(STATUS_100, "tiếp tục", "continue")                                  \
	X(STATUS_101, "chuyển giao thức", "switching protocols")               \
	X(STATUS_200, "thành công", "OK")                                      \
	X(STATUS_201, "đã tạo", "created")                                     \
	X(STATUS_202, "đã nhận", "accepted")                                   \
	X(STATUS_204, "không có nội dung", "no content")                       \
	X(STATUS_206, "một phần tệp", "part of a file")                        \
	X(STATUS_301, "đã chuyển hẳn", "moved for good")                       \
	X(STATUS_302, "chuyển tạm", "moved for now")                           \
	X(STATUS_303, "xem nơi khác", "see other")                             \
	X(STATUS_304, "không thay đổi", "not modified")                        \
	X(STATUS_307, "chuyển tạm", "moved for now")                           \
	X(STATUS_308, "đã chuyển hẳn", "moved for good")                       \
	X(STATUS_400, "yêu cầu sai", "bad request")                            \
	X(STATUS_401, "chưa đăng nhập", "not logged in")                       \
	X(STATUS_403, "bị từ chối", "forbidden")                               \
	X(STATUS_404, "không tìm thấy", "not found")                           \
	X(STATUS_405, "phương thức không được phép", "method not allowed")     \
	X(STATUS_406, "không có dạng được yêu cầu", "not acceptable")          \
	X(STATUS_407, "chưa đăng nhập máy chủ trung gian", "not logged in to the proxy") \
	X(STATUS_408, "hết thời gian chờ yêu cầu", "request timeout")          \
	X(STATUS_409, "mâu thuẫn", "conflict")                                 \
	X(STATUS_410, "đã gỡ bỏ", "gone")                                      \
	X(STATUS_411, "thiếu độ dài", "length required")                       \
	X(STATUS_412, "không đạt điều kiện", "precondition failed")            \
	X(STATUS_413, "yêu cầu quá lớn", "request too large")                  \
	X(STATUS_414, "địa chỉ quá dài", "address too long")                   \
	X(STATUS_415, "dạng tệp không được nhận", "unsupported type")          \
	X(STATUS_416, "khoảng không có trong tệp", "range not in the file")    \
	X(STATUS_421, "sai máy chủ", "wrong server")                           \
	X(STATUS_422, "không xử lý được", "cannot be processed")               \
	X(STATUS_426, "cần giao thức mới hơn", "upgrade required")             \
	X(STATUS_429, "quá nhiều yêu cầu", "too many requests")                \
	X(STATUS_431, "phần đầu yêu cầu quá lớn", "headers too large")         \
	X(STATUS_444, "máy chủ ngắt kết nối", "closed by the server")          \
	X(STATUS_451, "bị chặn theo luật", "blocked for legal reasons")        \
	X(STATUS_499, "khách ngắt kết nối", "the reader left")                 \
	X(STATUS_500, "lỗi trong máy chủ", "server error")                     \
	X(STATUS_501, "không hỗ trợ", "not implemented")                       \
	X(STATUS_502, "cổng trung gian lỗi", "bad gateway")                    \
	X(STATUS_503, "tạm ngừng phục vụ", "unavailable")                      \
	X(STATUS_504, "quá thời gian chờ", "gateway timeout")                  \
	X(STATUS_505, "phiên bản HTTP không hỗ trợ", "HTTP version not supported") \
	X(STATUS_507, "hết dung lượng", "out of storage")                      \
	X(STATUS_508, "lặp vòng", "loop")

#define MESSAGES_WEB_METHOD(X)                                                 \
	X(STATUS_1XX, "thông tin", "informational")                            \
	X(STATUS_2XX, "thành công", "success")                                 \
	X(STATUS_3XX, "chuyển hướng", "redirect")                              \
	X(STATUS_4XX, "lỗi phía máy khách", "client error")                    \
	X(STATUS_5XX, "lỗi phía máy chủ", "server error")                      \
	X(WEB_ABOUT_UNIQUES, "Số khách khác nhau trong cả kỳ là ước tính; khách của các ngày không cộng lại thành số người.", \
	    "Different visitors of a whole period are an estimate; visitors of days do not add up to people.") \
	X(WEB_ABOUT_HOURS, "Giờ không có dòng nào là yên lặng nếu có nhật ký trong 6 giờ trước và 6 giờ sau; nếu không thì không rõ.", \
	    "An hour without a line is quiet where a log has lines within 6 hours before and 6 hours after it; else it is unknown.") \
	X(WEB_ONLINE_WORD, "Trực tuyến", "Online")                             \
	X(WEB_MEANS, "Bình quân", "Averages")                                  \
	X(WEB_OUTCOMES_ABOUT, "Yêu cầu của người dùng trong kỳ, theo kết quả trả lời.", \
	    "People’s requests of the period, by what they got.")              \
	X(WEB_ZONE, "Múi giờ", "Time zone")                                    \
	X(WEB_LISTS, "Danh sách dùng để phân loại", "Lists by which lines were judged") \
	X(WEB_FROM_CONFIG, "tệp cấu hình", "the configuration")                \
	X(WEB_LOGS_IN, "Các tệp ở trong {1}", "The files are in {1}")          \
	X(WEB_OPENING, "Số đầu kỳ", "Opening balance")                         \
	X(WEB_OPENING_IS, "{1} {2}, tính đến hết ngày {3}; nguồn: {4}; người nhập: {5}.", \
	    "{1} {2}, up to the end of {3}; source: {4}; entered by: {5}.")    \
	X(WEB_TOTAL_IS, "{1} đến {2}, gồm số đầu kỳ và {3} được tính từ ngày {4}.", \
	    "{1} up to {2}: the balance and {3} counted since {4}.") \
	X(WEB_TOTAL_ALONE, "{1} đến {2}, tính từ ngày {3}; không có số đầu kỳ.", \
	    "{1} up to {2}, counted since {3}; there is no opening balance.") \
	X(WEB_WATERFALL, "Từ dòng nhật ký đến lượt xem trang",                 \
	    "From lines to page views")                                        \
	X(WEB_WATERFALL_ABOUT, "Mỗi dòng đã đọc thuộc đúng một loại.",         \
	    "Each line that was read is of just one class.")                   \
	X(WEB_UNDATED, "Không rõ ngày", "Without a day")                       \
	X(WEB_SOURCES_TITLE, "Tệp nhật ký", "Log files")                       \
	X(WEB_MORE_LOGS, "Còn {1} tệp nữa; danh sách đầy đủ trong log-files.csv.", \
	    "More files: {1}; log-files.csv has all of them.")                 \
	X(WEB_LOGS_ABOUT, "Nội dung đã giải nén, nhận ra bằng mã băm có khóa của kho số liệu.", \
	    "Their unpacked content, known by a hash under the store’s key.")  \
	X(WEB_PROGRAM, "Lập bởi {1}, số liệu tính đến {2}.",                   \
	    "Made by {1}; figures as of {2}.")                                 \
	X(WEB_INDEX_TITLE, "Báo cáo truy cập các tháng", "Visits reports of all months") \
	X(WEB_INDEX_ABOUT, "Các tháng có số liệu", "Months with figures")      \
	X(WEB_NOT_WRITTEN, "chưa lập báo cáo", "no report written")            \
	X(WEB_PARTIAL, "thiếu một phần nhật ký", "part of the log is missing") \
	X(WEB_NO_LOGS, "không có nhật ký", "no logs")                          \
	X(WEB_IS_RUNNING, "chưa kết thúc", "not over")                         \
	X(WEB_OTHER_REPORTS, "Báo cáo khác", "Other reports")                  \
	X(WEB_MONTH_MEAN, "Lượt mỗi ngày", "Visits a day")

#define MESSAGES_WEB(X)                                                        \
	MESSAGES_WEB_TIME(X)                                                   \
	MESSAGES_WEB_HEAD(X)                                                   \
	MESSAGES_WEB_TILES(X)                                                  \
	MESSAGES_WEB_CHARTS(X)                                                 \
	MESSAGES_WEB_COLUMNS(X)                                                \
	MESSAGES_WEB_LISTS(X)                                                  \
	MESSAGES_STATUS(X)                                                     \
	MESSAGES_WEB_METHOD(X)

#endif
