/* SPDX-License-Identifier: MIT */
/* messages_evidence.h -- the evidence document: rows of the catalogue (messages.h). */
#ifndef PUBLISH_MESSAGES_EVIDENCE_H
#define PUBLISH_MESSAGES_EVIDENCE_H

/* The frame of a state document: Decree 30/2020, appendix I. */
#define MESSAGES_EVIDENCE_FRAME(X)                                             \
	X(EV_NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",                     \
	    "SOCIALIST REPUBLIC OF VIET NAM")                                  \
	X(EV_MOTTO, "Độc lập - Tự do - Hạnh phúc",                             \
	    "Independence - Freedom - Happiness")                              \
	X(EV_NUMBER, "Số:", "No.")                                             \
	X(EV_PLACE, "ngày", "date:")                                           \
	X(EV_PLACE_MONTH, "tháng", "month")                                    \
	X(EV_PLACE_YEAR, "năm", "year")                                        \
	X(EV_KIND, "TÀI LIỆU MINH CHỨNG", "EVIDENCE")                          \
	X(EV_ABOUT, "Mức độ hiện diện và số liệu truy cập trang thông tin điện tử, {1}", \
	    "Presence and visits of the web site, {1}")                        \
	X(EV_MADE_BY, "NGƯỜI LẬP", "PREPARED BY")                              \
	X(EV_HEAD, "THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE UNIT")                    \
	X(EV_SIGN, "(Ký, ghi rõ họ tên)", "(Signature, full name)")            \
	X(EV_SEAL, "(Chữ ký, dấu của cơ quan)", "(Signature, seal)")           \
	X(EV_COPIES, "Nơi nhận:", "Copies to:")                                \
	X(EV_COPIES_ARCHIVE, "- Lưu: VT.", "- Archive.")                       \
	X(EV_BY_HAND, "nhập tay", "by hand")

#define MESSAGES_EVIDENCE_PARTS(X)                                             \
	X(EV_SCOPE, "Phạm vi", "Scope")                                        \
	X(EV_SCORES, "Kết quả tự chấm điểm", "Self-assessment")                \
	X(EV_PRESENCE, "Các chỉ số hiện diện", "Presence metrics")             \
	X(EV_RANKS, "Xếp hạng qua các năm", "Ranks over the years")            \
	X(EV_FIGURES, "Số liệu chính", "Main figures")                         \
	X(EV_CHARTS, "Biểu đồ", "Charts")                                      \
	X(EV_COVERAGE, "Độ phủ của nhật ký", "Coverage of the logs")           \
	X(EV_EXCLUSIONS, "Từ dòng nhật ký đến lượt xem trang",                 \
	    "From lines to page views")                                        \
	X(EV_SOURCES, "Tệp nhật ký đã tính", "Logs that were counted")         \
	X(EV_LISTS, "Danh sách dùng để phân loại", "Lists")                    \
	X(EV_DEFINITIONS, "Cách tính", "Definitions")                          \
	X(EV_LIMITS, "Giới hạn của phương pháp", "Limits of the method")       \
	X(EV_CHANGES, "Điều chỉnh số liệu và chuỗi băm",                       \
	    "Restatements, and the chain of hashes")                           \
	X(EV_FILES, "Danh mục tệp kèm theo và mã băm",                         \
	    "Files, and their hashes")                                         \
	X(EV_PROOFS, "Minh chứng do đơn vị cung cấp", "Proofs given by the unit")

#define MESSAGES_EVIDENCE_WORDS(X)                                             \
	X(EV_UNIT, "Đơn vị, trang", "Unit, site")                              \
	X(EV_PERIOD, "Kỳ báo cáo", "Period")                                   \
	X(EV_AS_OF, "Số liệu tính đến", "Figures as of")                       \
	X(EV_ZONE, "Múi giờ", "Time zone")                                     \
	X(EV_PROGRAM, "Chương trình", "Program")                               \
	X(EV_CRITERIA, "Bộ tiêu chí", "Criteria")                              \
	X(EV_NO_CRITERIA, "Chưa khai báo bộ tiêu chí nên không tính điểm; bảng để trống cho đơn vị tự điền.", \
	    "No criteria were given, so nothing is scored; the table is left for the unit to fill in.") \
	X(EV_UNOFFICIAL, "Bộ tiêu chí này không phải là bộ chính thức của cơ quan có thẩm quyền.", \
	    "These criteria are not the official ones of an authority.")       \
	X(EV_BASIS, "Căn cứ", "Basis")                                         \
	X(EV_RUNNING, "Kỳ báo cáo chưa kết thúc: số liệu có thể còn thay đổi.", \
	    "The period is not over: figures may still change.")               \
	X(EV_OPEN_DAYS, "Số ngày chưa chốt trong kỳ: {1}. Số liệu của các ngày này có thể còn thay đổi.", \
	    "Days of the period that are not final yet: {1}. Their figures may still change.") \
	X(EV_NO, "TT", "No.")                                                  \
	X(EV_CRITERION, "Tiêu chí", "Criterion")                               \
	X(EV_RESULT, "Kết quả", "Result")                                      \
	X(EV_THRESHOLD, "Ngưỡng", "Threshold")                                 \
	X(EV_WEIGHT, "Trọng số", "Weight")                                     \
	X(EV_COMPUTED, "Điểm tính", "Computed")                                \
	X(EV_SELF, "Tự chấm", "Self")                                          \
	X(EV_REVIEWED, "Thẩm định", "Reviewed")                                \
	X(EV_PUBLISHED, "Công bố", "Published")                                \
	X(EV_CLASS, "Loại", "Class")                                           \
	X(EV_PROOF, "Minh chứng", "Proof")                                     \
	X(EV_SUM, "Cộng", "Total")                                             \
	X(EV_CLASSES, "Loại A: nhật ký chứng minh trực tiếp; B: số liệu gián tiếp; C: đơn vị nhập tay, kèm tệp minh chứng. Ô trống là phần để nhập tay; dấu “–” là không rõ, không được tính là 0.", \
	    "Class A: the log proves it; B: a proxy; C: entered by hand with a proof. Empty cells are left for entry by hand; “–” is unknown, which is not zero.") \
	X(EV_TOTAL_KNOWN, "Tổng trên phần có chứng cứ: {1} trên {2} điểm. Tỷ lệ trọng số có chứng cứ: {3}. Nếu phần không rõ được tính là 0: {4} điểm.", \
	    "Total over what is known: {1} of {2} points. Share of the weight that is known: {3}. Were the unknown zero: {4} points.") \
	X(EV_BAND, "Xếp loại theo bộ tiêu chí: {1}.", "Band: {1}.")             \
	X(EV_FIGURE, "Hình {1}. {2}", "Figure {1}. {2}")                       \
	X(EV_NO_CHARTS, "Không vẽ được biểu đồ; số liệu có trong các tệp kèm theo.", \
	    "There are no charts; the figures are in the files.")              \
	X(EV_NO_SOURCES, "Không có tệp nhật ký nào có dòng trong kỳ này.",     \
	    "No log has lines in this period.")                                \
	X(EV_SOURCE_FILE, "Tệp", "File")                                       \
	X(EV_SOURCE_LINES, "Số dòng", "Lines")                                 \
	X(EV_SOURCE_TIMES, "Dòng đầu, dòng cuối", "First and last line")       \
	X(EV_SOURCE_BYTES, "Byte đã tính", "Bytes counted")                    \
	X(EV_SOURCE_HASH, "SHA-256 của nội dung đã tính",                      \
	    "SHA-256 of the content counted")                                  \
	X(EV_SOURCE_GONE, "tệp không còn tại máy chủ", "no longer on the server") \
	X(EV_SOURCES_ABOUT, "Mã băm được tính trên nội dung đã giải nén, đến byte cuối cùng được tính; đổi tên hoặc nén tệp không làm mã này thay đổi. Danh sách đầy đủ: {1}.", \
	    "Hashes are of the unpacked content up to the last byte counted; renaming or packing a log does not change them. All of them: {1}.") \
	X(EV_NO_RESTATEMENTS, "Không có lần điều chỉnh số liệu nào trong kỳ này.", \
	    "Nothing of this period was restated.")                            \
	X(EV_HEAD_IS, "Mắt xích cuối của chuỗi băm các ngày đã chốt: số {1}, mã băm:", \
	    "Head of the chain of sealed days, link {1}:")           \
	X(EV_NO_HEAD, "Kho số liệu chưa có chuỗi băm các ngày đã chốt.",       \
	    "The store has no chain of sealed days.")                          \
	X(EV_FILES_ABOUT, "Để kiểm tra tệp: giải nén bộ minh chứng rồi chạy lệnh thứ nhất. Để tính lại từ nhật ký gốc: chạy lệnh thứ hai.", \
	    "To check the files: unpack the bundle and run the first command. To count again from the logs: run the second one.") \
	X(EV_FILES_REST, "Mã băm của các bảng trong {1} và của mọi tệp khác: xem {2}.", \
	    "For the hashes of the tables in {1}, and of all other files, see {2}.") \
	X(EV_NO_PROOFS, "Không có tệp minh chứng kèm theo.", "None were given.") \
	X(EV_PROOF_GONE, "không tìm thấy tệp", "the file is not there")        \
	X(EV_PROOF_CHANGED, "tệp đã thay đổi so với mã băm đã khai báo",       \
	    "the file is not the one whose hash was given")                    \
	X(EV_PROOF_LARGE, "tệp quá lớn, chỉ ghi mã băm", "too large: only its hash is told") \
	X(EV_CHANGED_AT, "Thời điểm", "When")                                  \
	X(EV_CHANGED_DAYS, "Các ngày", "Days")                                 \
	X(EV_REASON, "Lý do, người thực hiện", "Reason, by whom")              \
	X(EV_INDEX, "Chỉ số", "Index")                                         \
	X(COLUMN_YEAR, "Năm", "Year")                                          \
	X(EV_RANK, "Hạng", "Rank")                                             \
	X(EV_POSITION, "Vị trí", "Position")                                   \
	X(EV_RANKS_ABOUT, "Vị trí: 100 % là đứng đầu, 0 % là đứng cuối. Dấu (*): số đơn vị được xếp hạng khác năm trước, nên so sánh theo vị trí. Vài năm không đủ để nói về xu hướng. Cột minh chứng là mã SHA-256 của văn bản công bố.", \
	    "Position: 100% is the first, 0% the last. (*): another number of units was ranked than the year before, so compare by position. A few years make no trend. The proof is the SHA-256 of what was published.") \
	X(EV_SIZE, "Kích thước", "Size")

#define MESSAGES_EVIDENCE_COVERAGE(X)                                          \
	X(EV_COVER_HOURS, "Số giờ của kỳ đã qua", "Hours of the period so far") \
	X(EV_COVER_SERVED, "Giờ có phục vụ", "Hours served")                   \
	X(EV_COVER_QUIET, "Giờ không có yêu cầu", "Hours without a request")   \
	X(EV_COVER_ERRORS, "Giờ có nhiều lỗi", "Hours with many errors")       \
	X(EV_COVER_DOWN, "Giờ ngừng hoạt động", "Hours down")                  \
	X(EV_COVER_UNKNOWN, "Giờ thiếu nhật ký (không rõ)", "Hours unknown: no log") \
	X(EV_COVER_DAYS, "Ngày không có dòng nào", "Days without a line")      \
	X(EV_COVER_GAP, "Khoảng thiếu dài nhất", "Longest gap")                \
	X(EV_COVER_SHARE, "Tỷ lệ giờ có nhật ký", "Share of hours known")      \
	X(EV_COVER_NONE, "không có", "none")                                   \
	X(EV_COVER_LOW, "Nhật ký của kỳ này phủ dưới 95 % số giờ: số liệu là mức tối thiểu, phần thiếu là không rõ, không phải bằng không.", \
	    "The logs cover less than 95% of the hours: the figures are the least there was; what is missing is unknown, not zero.")

#define MESSAGES_EVIDENCE_LIMITS(X)                                            \
	X(EV_LIMIT_1, "Nhật ký máy chủ cho biết một địa chỉ mạng đã gửi yêu cầu nào và máy chủ đã trả lời ra sao; nhật ký không cho biết người xem là ai, có đọc hay không, nội dung có đúng và đủ hay không.", \
	    "A server’s log tells which requests came and how they were answered; it does not tell who reads, whether the page was read, or whether what it says is right and complete.") \
	X(EV_LIMIT_2, "Khách là một trình duyệt tại một địa chỉ: nhiều người dùng chung một mạng có thể được tính là một, một người dùng nhiều thiết bị được tính là nhiều. Khách của các ngày không cộng lại thành số người.", \
	    "A visitor is a browser at an address: several people behind one network may count as one, one person with several devices as several. Visitors of days do not add up to people.") \
	X(EV_LIMIT_3, "Trang được lưu sẵn ở trình duyệt hoặc ở máy chủ trung gian không để lại dòng nhật ký nên không được tính.", \
	    "Pages that a browser or a proxy has kept leave no line, and are not counted.") \
	X(EV_LIMIT_4, "Robot khai báo gian dối không bị loại theo danh sách; phần nghi ngờ được nêu riêng và vẫn được tính.", \
	    "Robots that lie about what they are pass the list; what is in doubt is told beside the figures, and counted.") \
	X(EV_LIMIT_5, "Nội dung mới, ngày có tin và khoảng cách giữa hai lần cập nhật là số liệu gián tiếp: trang được coi là mới khi lần đầu có người, robot hoặc chương trình giám sát truy cập.", \
	    "New content, days with news and gaps between updates are proxies: a page counts as new when somebody, a robot or a probe first gets it.") \
	X(EV_LIMIT_6, "Giờ thiếu nhật ký là không rõ: không phải ngừng hoạt động, cũng không phải không có khách.", \
	    "An hour without a log is unknown: not down, and not without visitors.") \
	X(EV_LIMIT_7, "Số liệu từ nhật ký khác số liệu đo bằng mã nhúng trong trang, vì mã nhúng chỉ chạy trên trình duyệt có cho phép; hai số liệu phải được đối chiếu, không thay thế nhau.", \
	    "Figures from logs differ from those of scripts within pages, which run only in browsers that let them; the two are to be reconciled, neither replaces the other.") \
	X(EV_LIMIT_8, "Chữ ký số của cơ quan trên bộ minh chứng là việc của đơn vị: chương trình chỉ tính mã băm.", \
	    "Signing the bundle is the unit’s business: the program takes hashes only.")

#define MESSAGES_EVIDENCE(X)                                                   \
	MESSAGES_EVIDENCE_FRAME(X)                                             \
	MESSAGES_EVIDENCE_PARTS(X)                                             \
	MESSAGES_EVIDENCE_WORDS(X)                                             \
	MESSAGES_EVIDENCE_COVERAGE(X)                                          \
	MESSAGES_EVIDENCE_LIMITS(X)

#endif
