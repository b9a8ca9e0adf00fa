/* SPDX-License-Identifier: MIT */
/* messages_remarks.h -- sentences of the report's remarks (remarks.h): rows of the catalogue. */
#ifndef PUBLISH_MESSAGES_REMARKS_H
#define PUBLISH_MESSAGES_REMARKS_H

#define MESSAGES_REMARKS(X)                                                    \
	X(A_VISIT, "{1} lượt truy cập", "{1} visit")                           \
	X(SOME_VISITS, "{1} lượt truy cập", "{1} visits")                      \
	X(A_VIEW, "{1} lượt xem trang", "{1} page view")                       \
	X(SOME_VIEWS, "{1} lượt xem trang", "{1} page views")                  \
	X(A_REQUEST, "{1} yêu cầu", "{1} request")                             \
	X(SOME_REQUESTS, "{1} yêu cầu", "{1} requests")                        \
	X(A_VISITOR, "{1} khách", "{1} visitor")                               \
	X(SOME_VISITORS, "{1} khách", "{1} visitors")                          \
	X(ON_MONDAY, "thứ Hai, ngày {1}", "Monday, {1}")                       \
	X(ON_TUESDAY, "thứ Ba, ngày {1}", "Tuesday, {1}")                      \
	X(ON_WEDNESDAY, "thứ Tư, ngày {1}", "Wednesday, {1}")                  \
	X(ON_THURSDAY, "thứ Năm, ngày {1}", "Thursday, {1}")                   \
	X(ON_FRIDAY, "thứ Sáu, ngày {1}", "Friday, {1}")                       \
	X(ON_SATURDAY, "thứ Bảy, ngày {1}", "Saturday, {1}")                   \
	X(ON_SUNDAY, "Chủ nhật, ngày {1}", "Sunday, {1}")                      \
	X(AT_TIME, "{1} giờ {2} phút {3}", "{1}:{2} on {3}")                   \
	X(REMARK_SITE, "trang thông tin điện tử {1}", "the site {1}")          \
	X(REMARK_NAMELESS, "trang thông tin điện tử", "the site")              \
	X(REMARK_BY_LOGS, "{1}, theo phần nhật ký hiện có",                    \
	    "{1}, as far as the logs tell")                                    \
	X(REMARK_LITTLE, "chưa đến 0,1 %", "less than 0.1%")                   \
	X(REMARK_TOTALS, "{1}, {2} có {3} và {4}, bình quân {5} lượt truy cập mỗi ngày.", \
	    "{1}, {2} had {3} and {4}, on average {5} visits a day.")          \
	X(REMARK_DAY_TOTALS, "{1}, {2} có {3} và {4}.",                        \
	    "{1}, {2} had {3} and {4}.")                                       \
	X(REMARK_NONE, "{1}, {2} không có lượt truy cập nào của người dùng.",  \
	    "{1}, {2} had no visits by people.")                               \
	X(REMARK_NO_LINES, "{1}, không có nhật ký nào của {2}, nên chưa có số liệu để nhận xét.", \
	    "{1}, there are no logs of {2}, so nothing can be said.")          \
	X(REMARK_CHANGE, "So với {1}, lượt truy cập {2}; lượt xem trang {3}.", \
	    "Compared with {1}, visits {2}; page views {3}.")                  \
	X(REMARK_CHANGE_ENDED, "Tính riêng các ngày đã kết thúc (đến hết ngày {4}), so với {1}, lượt truy cập {2}; lượt xem trang {3}.", \
	    "Of the days that are over, up to the end of {4}, and compared with {1}: visits {2}; page views {3}.") \
	X(REMARK_UP, "tăng {1} (từ {2} lên {3})", "rose by {1} (from {2} to {3})") \
	X(REMARK_DOWN, "giảm {1} (từ {2} xuống {3})",                          \
	    "fell by {1} (from {2} to {3})")                                   \
	X(REMARK_TIMES, "tăng gấp {1} lần (từ {2} lên {3})",                   \
	    "rose {1}-fold (from {2} to {3})")                                 \
	X(REMARK_FROM_ZERO, "tăng từ 0 lên {1}", "rose from 0 to {1}")         \
	X(REMARK_SAME, "không đổi ({1})", "stayed the same ({1})")             \
	X(REMARK_NO_OTHER, "Chưa so sánh được với {1}, vì một trong hai kỳ chưa đủ số liệu.", \
	    "No comparison with {1} is made, because one of the two lacks figures.") \
	X(REMARK_NO_OTHERS, "Chưa so sánh được với {1} và {2}, vì các kỳ đó hoặc kỳ này chưa đủ số liệu.", \
	    "No comparison with {1} or with {2} is made, because those periods or this one lack figures.") \
	X(REMARK_BUSIEST, "Ngày có nhiều lượt truy cập nhất là {1}, với {2}.", \
	    "The busiest day was {1}, with {2}.")                              \
	X(REMARK_PEAK, "Số khách trực tuyến cùng lúc cao nhất là {1}, lúc {2}.", \
	    "The most online at once: {1}, at {2}.")                           \
	X(REMARK_UNIQUES, "Ước tính có khoảng {1} khác nhau trong cả kỳ (sai số chuẩn {2}).", \
	    "In the whole period about {1} are estimated, each counted once (standard error {2}).") \
	X(REMARK_OFFICE, "Có {1} số lượt truy cập bắt đầu trong giờ hành chính của các ngày làm việc.", \
	    "{1} of the visits began in office hours of working days.")        \
	X(REMARK_NO_OFFICE, "Không có lượt truy cập nào bắt đầu trong giờ hành chính của các ngày làm việc.", \
	    "No visit began in office hours of working days.")                 \
	X(REMARK_END_OF, "hết ngày {1}", "the end of {1}")                     \
	X(REMARK_TOTAL, "Tổng lượt truy cập đến {1} là {2}, trong đó {3} là số đầu kỳ của bộ đếm trước.", \
	    "The total up to {1} is {2}, of which {3} is the opening balance of an earlier counter.") \
	X(REMARK_SECTIONS, "Chuyên mục được xem nhiều nhất: {1}.",             \
	    "Sections seen by most visits: {1}.")                              \
	X(REMARK_PAGE, "Trang được xem nhiều nhất: {1} ({2}).",                \
	    "Page viewed most: {1} ({2}).")                                    \
	X(REMARK_SOURCES, "Nguồn truy cập chính: {1}.",                        \
	    "Main sources of visits: {1}.")                                    \
	X(REMARK_COUNTRIES, "Khách đến nhiều nhất từ: {1}.",                   \
	    "Most visits came from: {1}.")                                     \
	X(REMARK_DEVICES, "Thiết bị sử dụng: {1}.", "Devices used: {1}.")      \
	X(REMARK_DOWNLOADS, "Có {1} tải tài liệu.",                            \
	    "Documents were fetched by {1}.")                                  \
	X(REMARK_SERVED, "Trang có phục vụ trong {1} trên {2} giờ đã biết ({3}).", \
	    "The site served in {1} of {2} known hours ({3}).")                \
	X(REMARK_REST, "Các giờ còn lại: {1}.", "The other hours: {1}.")       \
	X(REMARK_QUIET, "{1} giờ không có yêu cầu nào", "{1} without a request") \
	X(REMARK_ERRORS, "{1} giờ có nhiều lỗi máy chủ",                       \
	    "{1} with many server errors")                                     \
	X(REMARK_DOWN_HOURS, "{1} giờ ngừng hoạt động", "{1} down")            \
	X(REMARK_OUTAGE, "Lâu nhất có {1} liền máy chủ chỉ trả lời lỗi, từ {2}.", \
	    "For {1} at the longest it answered with errors alone, from {2}.") \
	X(REMARK_FAULTS, "Máy chủ trả lời lỗi (5xx) cho {1}, chiếm {2} tổng số yêu cầu.", \
	    "The server answered {1} with an error (5xx), which is {2} of all.") \
	X(REMARK_NO_FAULTS, "Không có yêu cầu nào gặp lỗi máy chủ (5xx).",     \
	    "No request met a server error (5xx).")                            \
	X(REMARK_MISSING, "Người dùng có {1} tới địa chỉ không tồn tại (404, 410).", \
	    "People made {1} for pages that do not exist (404, 410).")         \
	X(REMARK_ROBOTS, "Các số liệu trên không gồm {1} của robot, chiếm {2} tổng số yêu cầu.", \
	    "These figures leave out {1} by robots, {2} of all.")              \
	X(REMARK_DOUBT, "Có {1} mang dấu hiệu của robot nhưng vẫn được tính.", \
	    "Counted all the same, though they may be the work of robots: {1}.") \
	X(REMARK_WHOLE, "Nhật ký máy chủ đầy đủ trong cả kỳ.",                 \
	    "The server logs are complete for the whole period.")              \
	X(REMARK_PART, "Nhật ký máy chủ có {1} trên {2} giờ ({3}); phần còn lại là không rõ, không phải bằng không.", \
	    "The server logs cover {1} of {2} hours ({3}); the rest is unknown, not zero.") \
	X(REMARK_PART_DAYS, "Nhật ký máy chủ có dòng trong {1} trên {2}.",     \
	    "The server logs have lines on {1} of {2}.")

#endif
