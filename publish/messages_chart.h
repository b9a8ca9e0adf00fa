/* SPDX-License-Identifier: MIT */
/* messages_chart.h -- what stands in charts: rows of the one catalogue (messages.h), one
 * CHART_id for each id of plots/words.h. */
#ifndef PUBLISH_MESSAGES_CHART_H
#define PUBLISH_MESSAGES_CHART_H

/* Words that the catalogue has for others. */
#define MSG_CHART_VISITS MSG_REPORT_VISITS
#define MSG_CHART_PAGES MSG_REPORT_PAGES
#define MSG_CHART_PEOPLE MSG_CLASS_HUMAN
#define MSG_CHART_ROBOTS MSG_CLASS_ROBOT
#define MSG_CHART_SECONDS MSG_SHORT_SECONDS
#define MSG_CHART_P50 MSG_CHART_MEDIAN

#define MESSAGES_CHART_MARKS(X)                                                \
	X(CHART_WEEKEND, "Cuối tuần", "Weekend")                               \
	X(CHART_HOLIDAY, "Ngày nghỉ lễ", "Public holiday")                     \
	X(CHART_PARTIAL, "Thiếu một phần nhật ký", "Part of the log is missing") \
	X(CHART_RUNNING, "Chưa kết thúc", "Not over yet")                      \
	X(CHART_HOUR_AXIS, "giờ", "hour")                                      \
	X(CHART_HOUR_OF, "{1} giờ", "{1}:00")                                  \
	X(CHART_HOURS_OF, "{1} giờ", "{1} h")                                  \
	X(CHART_PER_DAY, "lượt/ngày", "visits/day")                            \
	X(CHART_OFFICE, "Giờ hành chính", "Office hours")                      \
	X(CHART_MEDIAN, "Trung vị", "Median")                                  \
	X(CHART_BAND, "10–90 % số ngày", "10–90% of the days")                  \
	X(CHART_MAXIMUM, "Cao nhất", "Greatest")                               \
	X(CHART_LAST_YEAR, "Cùng kỳ năm trước", "A year before")               \
	X(CHART_SERVED, "Có phục vụ", "Served")                                \
	X(CHART_QUIET, "Không có yêu cầu", "No request")                       \
	X(CHART_ERRORS, "Có lỗi máy chủ", "Server errors")                     \
	X(CHART_DOWN, "Ngừng hoạt động", "Down")                               \
	X(CHART_NO_LOG, "Thiếu nhật ký", "Log missing")                        \
	X(CHART_COUNT, "số lượt", "count")                                     \
	X(CHART_SHARE, "tỷ lệ", "share")                                       \
	X(CHART_OTHERS, "Khác", "Others")                                      \
	X(CHART_P95, "95 % yêu cầu nhanh hơn", "95% are faster")                \
	X(CHART_P99, "99 % yêu cầu nhanh hơn", "99% are faster")                \
	X(CHART_MS, "{1} ms", "{1} ms")                                        \
	X(CHART_NO_FIGURES, "Không có số liệu", "No figures")                  \
	X(CHART_RANK, "Số đơn vị được xếp hạng", "Units that were ranked")

#define MESSAGES_CHART_DAYS(X)                                                 \
	X(CHART_MON, "T2", "Mo")                                               \
	X(CHART_TUE, "T3", "Tu")                                               \
	X(CHART_WED, "T4", "We")                                               \
	X(CHART_THU, "T5", "Th")                                               \
	X(CHART_FRI, "T6", "Fr")                                               \
	X(CHART_SAT, "T7", "Sa")                                               \
	X(CHART_SUN, "CN", "Su")                                               \
	X(CHART_MONDAY, "Thứ Hai", "Monday")                                   \
	X(CHART_TUESDAY, "Thứ Ba", "Tuesday")                                  \
	X(CHART_WEDNESDAY, "Thứ Tư", "Wednesday")                              \
	X(CHART_THURSDAY, "Thứ Năm", "Thursday")                               \
	X(CHART_FRIDAY, "Thứ Sáu", "Friday")                                   \
	X(CHART_SATURDAY, "Thứ Bảy", "Saturday")                               \
	X(CHART_SUNDAY, "Chủ Nhật", "Sunday")                                  \
	X(CHART_JAN, "Th 1", "Jan")                                            \
	X(CHART_FEB, "Th 2", "Feb")                                            \
	X(CHART_MAR, "Th 3", "Mar")                                            \
	X(CHART_APR, "Th 4", "Apr")                                            \
	X(CHART_MAY, "Th 5", "May")                                            \
	X(CHART_JUN, "Th 6", "Jun")                                            \
	X(CHART_JUL, "Th 7", "Jul")                                            \
	X(CHART_AUG, "Th 8", "Aug")                                            \
	X(CHART_SEP, "Th 9", "Sep")                                            \
	X(CHART_OCT, "Th 10", "Oct")                                           \
	X(CHART_NOV, "Th 11", "Nov")                                           \
	X(CHART_DEC, "Th 12", "Dec")

#define MESSAGES_CHART(X) MESSAGES_CHART_MARKS(X) MESSAGES_CHART_DAYS(X)

#endif
