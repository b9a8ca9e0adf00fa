/* SPDX-License-Identifier: MIT */
/* messages_metric.h -- the presence metrics and their page: rows of the catalogue (messages.h).
 *
 * A measure's row has the id of aggregate/metric.h.
 */
#ifndef PUBLISH_MESSAGES_METRIC_H
#define PUBLISH_MESSAGES_METRIC_H

#define MESSAGES_MEASURE(X)                                                    \
	X(M_SERVED, "Giờ phục vụ", "Hours served")                             \
	X(M_PRESENT, "Ngày trang chủ có mặt", "Days with the home page")       \
	X(M_ERRORS, "Lỗi máy chủ (5xx)", "Server errors (5xx)")                \
	X(M_OUTAGE, "Gián đoạn dài nhất", "Longest outage")                    \
	X(M_TIME_P95, "Thời gian phản hồi, p95", "Response time, p95")         \
	X(M_TIME_P50, "Thời gian phản hồi, trung vị", "Response time, median") \
	X(M_TIME_UNDER, "Phản hồi dưới 3 giây", "Answered within 3 s")         \
	X(M_HTTPS, "Xem trang qua HTTPS", "Page views over HTTPS")             \
	X(M_IPV6, "Lượt truy cập qua IPv6", "Visits over IPv6")                \
	X(M_REACHABLE, "Mục bắt buộc truy cập được", "Required sections reachable") \
	X(M_CONTINUITY, "Tính liên tục của mục", "Sections’ continuity")       \
	X(M_BROKEN, "Liên kết nội bộ hỏng", "Broken internal links")           \
	X(M_SECTION_4XX, "Lỗi 4xx theo mục", "Sections’ client errors (4xx)")  \
	X(M_SECTION_5XX, "Lỗi 5xx theo mục", "Sections’ server errors (5xx)")  \
	X(M_NEW_PAGES, "Nội dung mới", "New content")                          \
	X(M_NEWS_DAYS, "Ngày làm việc có tin mới", "Working days with news")   \
	X(M_GAP, "Khoảng trống cập nhật dài nhất", "Longest time without new content") \
	X(M_LAG_MEDIAN, "Độ trễ đăng văn bản, trung vị", "Publishing lag, median") \
	X(M_LAG_IN_TIME, "Văn bản đăng đúng hạn", "Documents in time")         \
	X(M_VISITS, "Lượt truy cập", "Visits")                                 \
	X(M_PAGES, "Lượt xem trang", "Page views")                             \
	X(M_VISITORS, "Lượt khách theo ngày", "Visitor-days")                  \
	X(M_VISITS_MEAN, "Lượt truy cập bình quân ngày", "Visits a day, mean") \
	X(M_VISITS_MEDIAN, "Lượt truy cập trung vị ngày", "Visits a day, median") \
	X(M_VISITS_MOST, "Lượt truy cập ngày cao nhất", "Visits a day, most")  \
	X(M_PAGES_MEAN, "Lượt xem trang bình quân ngày", "Page views a day, mean") \
	X(M_PAGES_MEDIAN, "Lượt xem trang trung vị ngày", "Page views a day, median") \
	X(M_PAGES_MOST, "Lượt xem trang ngày cao nhất", "Page views a day, most") \
	X(M_VISITORS_MEAN, "Khách bình quân ngày", "Visitors a day, mean")     \
	X(M_VISITORS_MEDIAN, "Khách trung vị ngày", "Visitors a day, median")  \
	X(M_VISITORS_MOST, "Khách ngày cao nhất", "Visitors a day, most")      \
	X(M_REACH, "Độ phủ của mục", "Section’s reach")                        \
	X(M_DOMESTIC, "Lượt truy cập trong nước", "Visits from the home country") \
	X(M_MOBILE, "Lượt truy cập bằng thiết bị di động", "Visits by phone or tablet") \
	X(M_FOREIGN, "Tỷ lệ xem trang tiếng nước ngoài", "Foreign-language pages, share") \
	X(M_FOREIGN_PAGES, "Lượt xem trang tiếng nước ngoài", "Foreign-language page views") \
	X(M_FOREIGN_VISITORS, "Khách xem trang tiếng nước ngoài", "Foreign-language visitor-days") \
	X(M_FROM_DIRECT, "Nguồn: trực tiếp", "Came directly")                  \
	X(M_FROM_SEARCH, "Nguồn: máy tìm kiếm", "Came from search engines")    \
	X(M_FROM_GOVERNMENT, "Nguồn: cơ quan nhà nước", "Came from authorities’ sites") \
	X(M_FROM_SOCIAL, "Nguồn: mạng xã hội", "Came from social networks")    \
	X(M_FROM_OTHER, "Nguồn: trang khác", "Came from other sites")          \
	X(M_DEPTH, "Số trang mỗi lượt", "Pages a visit")                       \
	X(M_BOUNCES, "Tỷ lệ thoát trang", "Bounces")                           \
	X(M_DOWNLOADS, "Lượt tải tài liệu", "Downloads")                       \
	X(M_DOWNLOAD_PARTS, "Lượt tải từng phần (206)", "Parts of files (206)") \
	X(M_FEEDBACK, "Góp ý, hỏi đáp trên 1.000 lượt", "Feedback per 1,000 visits") \
	X(M_SEARCHES, "Tìm kiếm trên 1.000 lượt", "Searches per 1,000 visits") \
	X(M_FUNNEL, "Hoàn tất dịch vụ công", "Services completed")             \
	X(M_ONLINE_MEAN, "Online bình quân", "Online, mean")                   \
	X(M_ONLINE_PEAK, "Online cao nhất", "Online, most")                    \
	X(M_ROBOTS, "Yêu cầu của robot", "Robots’ requests")                   \
	X(M_INTERNAL, "Yêu cầu từ mạng nội bộ", "Internal requests")           \
	X(M_MONITORS, "Yêu cầu giám sát", "Monitors’ requests")                \
	X(M_RULED_OUT, "Yêu cầu loại theo quy tắc", "Excluded requests")       \
	X(M_MALFORMED, "Dòng không đọc được", "Malformed lines")               \
	X(M_COVERAGE, "Độ phủ nhật ký", "Log coverage")                        \
	X(M_RECONCILED, "Chênh lệch đối chiếu lớn nhất", "Greatest difference, reconciled")

#define MESSAGES_METRIC(X)                                                     \
	MESSAGES_MEASURE(X)                                                    \
	X(METRIC_TITLE, "Mức độ hiện diện trên mạng", "Presence")              \
	X(METRIC_NAME, "Chỉ số", "Metric")                                     \
	X(METRIC_VALUE, "Giá trị", "Value")                                    \
	X(METRIC_N, "Trên", "Of")                                              \
	X(METRIC_BEFORE, "Kỳ trước", "Before")                                 \
	X(METRIC_CLASS, "Loại", "Class")                                       \
	X(METRIC_CLASSES, "Loại A: nhật ký chứng minh; B: chỉ số gián tiếp; C: nhập tay, có tệp minh chứng. “–”: không rõ, không phải 0.", \
	    "Class A: the log proves it; B: a proxy; C: by hand, with a proof. “–” is unknown, not 0.") \
	X(METRIC_SECTIONS, "Các mục", "Sections")                              \
	X(METRIC_SECTION, "Mục", "Section")                                    \
	X(METRIC_STATE, "Truy cập được", "Reachable")                          \
	X(METRIC_WEEKS, "Tuần", "Weeks")                                       \
	X(METRIC_NEW, "Mới", "New")                                            \
	X(METRIC_SINCE, "Ngày chưa mới", "Days since")                         \
	X(METRIC_REACH, "Độ phủ", "Reach")                                     \
	X(METRIC_YES, "có", "yes")                                             \
	X(METRIC_NO, "lỗi", "no")                                              \
	X(METRIC_UNKNOWN, "không rõ", "unknown")                               \
	X(METRIC_STALE, "quá hạn cập nhật", "stale")                           \
	X(METRIC_UNCOUNTED, "chưa có trong cấu hình", "not configured")        \
	X(METRIC_LINKS, "Liên kết nội bộ hỏng, và trang có liên kết đó",       \
	    "Broken internal links, and the page they are on")                 \
	X(METRIC_HOURS, "Giờ: {1} có phục vụ, {2} lỗi, {3} gián đoạn, {4} vắng, {5} không rõ.", \
	    "Hours: {1} served, {2} with errors, {3} down, {4} quiet, {5} unknown.") \
	X(METRIC_WARM, "Nội dung mới tính từ {1} (sau 90 ngày làm quen).",     \
	    "New content counts from {1} (after 90 days of warm-up).")         \
	X(METRIC_COLD, "Chưa đủ 90 ngày nhật ký để biết nội dung nào là mới.", \
	    "What is new is not known before 90 days of logs.")                \
	X(METRIC_COVERED, "Nhật ký chỉ phủ {1}: số liệu có thể thiếu.",        \
	    "The logs cover {1} only: figures may lack something.")            \
	X(METRIC_COARSE, "Một số ngày chỉ còn tổng tháng hoặc năm: các chỉ số theo tên không rõ.", \
	    "Of some days only sums of months or years are kept: what goes by name is unknown.")

#endif
