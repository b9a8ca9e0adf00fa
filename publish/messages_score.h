/* SPDX-License-Identifier: MIT */
/* messages_score.h -- score tables: rows of the catalogue (messages.h). */
#ifndef PUBLISH_MESSAGES_SCORE_H
#define PUBLISH_MESSAGES_SCORE_H

/* Words that the catalogue has for others. */
#define MSG_SCORE_UNIT MSG_HEAD_UNIT
#define MSG_SCORE_BY MSG_HEAD_BY
#define MSG_SCORE_UNKNOWN MSG_KEY_UNKNOWN

/* Heads of columns. */
#define MESSAGES_SCORE_HEADS(X)                                                \
	X(SCORE_ITEM, "Mã", "Item")                                            \
	X(SCORE_CRITERION, "Tiêu chí", "Criterion")                            \
	X(SCORE_KIND, "Loại dòng", "Kind of line")                             \
	X(SCORE_STAGE, "Giai đoạn", "Stage")                                   \
	X(SCORE_EVIDENCE, "Loại minh chứng", "Evidence class")                 \
	X(SCORE_METRIC, "Chỉ số", "Metric")                                    \
	X(SCORE_MEASURE, "Đại lượng", "Measure")                               \
	X(SCORE_SECTION, "Chuyên mục", "Section")                              \
	X(SCORE_PERIOD, "Kỳ đánh giá", "Period")                               \
	X(SCORE_VALUE, "Giá trị", "Value")                                     \
	X(SCORE_N, "Số quan sát", "Observations")                              \
	X(SCORE_FLOOR, "Mức sàn", "Floor")                                     \
	X(SCORE_TARGET, "Mức đích", "Target")                                  \
	X(SCORE_WEIGHT, "Trọng số", "Weight")                                  \
	X(SCORE_SCORE, "Điểm đạt", "Score")                                    \
	X(SCORE_VALUE_BEFORE, "Giá trị kỳ trước", "Value of the period before") \
	X(SCORE_SCORE_BEFORE, "Điểm đạt kỳ trước", "Score of the period before") \
	X(SCORE_SELF, "Tự chấm", "Self-scored")                                \
	X(SCORE_REVIEWED, "Thẩm định", "Reviewed")                             \
	X(SCORE_PUBLISHED, "Công bố", "Published")                             \
	X(SCORE_INSTRUMENT, "Văn bản", "Instrument")                           \
	X(SCORE_PROOF, "Minh chứng", "Proof")                                  \
	X(SCORE_SHA256, "Mã băm minh chứng", "SHA-256 of the proof")           \
	X(SCORE_DATE, "Ngày nhập", "Entered on")

#define MESSAGES_SCORE_STAGES(X)                                               \
	X(SCORE_STAGE_NONE, "chưa phân giai đoạn", "of no stage")              \
	X(SCORE_STAGE_PRESENCE, "hiện diện", "presence")                       \
	X(SCORE_STAGE_INTERACTION, "tương tác", "interaction")                 \
	X(SCORE_STAGE_TRANSACTION, "giao dịch", "transaction")                 \
	X(SCORE_STAGE_TRANSFORMATION, "chuyển đổi", "transformation")

/* On a page for people. */
#define MESSAGES_SCORE_LINES(X)                                                \
	X(SCORE_NOT_OFFICIAL, "Bộ tiêu chí tham khảo, chưa phải bộ chính thức.", \
	    "These criteria are a reference, no official set.")                \
	X(SCORE_BASIS, "Căn cứ: {1}", "Basis: {1}")                            \
	X(SCORE_VALUE_IS, "giá trị {1}", "value {1}")                          \
	X(SCORE_FLOOR_IS, "mức sàn {1}", "floor {1}")                          \
	X(SCORE_TARGET_IS, "mức đích {1}", "target {1}")                       \
	X(SCORE_WEIGHT_IS, "trọng số {1}", "weight {1}")                       \
	X(SCORE_N_IS, "số quan sát {1}", "of {1}")                             \
	X(SCORE_PERIOD_IS, "kỳ {1}", "period {1}")                             \
	X(SCORE_BEFORE_IS, "kỳ trước {1}, đạt {2}", "before {1}, score {2}")   \
	X(SCORE_SELF_IS, "tự chấm {1}", "self-scored {1}")                     \
	X(SCORE_REVIEWED_IS, "thẩm định {1}", "reviewed {1}")                  \
	X(SCORE_PUBLISHED_IS, "công bố {1}", "published {1}")                  \
	X(SCORE_PROOF_IS, "minh chứng: {1}", "proof: {1}")                     \
	X(SCORE_BY_LOG, "minh chứng: nhật ký truy cập ({1})",                  \
	    "proof: the access log ({1})")                                     \
	X(SCORE_INSTRUMENT_IS, "văn bản: {1}", "instrument: {1}")              \
	X(SCORE_UNVERIFIED, "{1} (chưa đối chiếu với văn bản gốc)",            \
	    "{1} (not compared with the original)")                            \
	X(SCORE_TOTAL, "Điểm trên phần đã rõ", "Score of what is known")       \
	X(SCORE_COVERAGE, "Tỷ lệ trọng số đã rõ", "Share of weight that is known") \
	X(SCORE_PESSIMISTIC, "Điểm khi phần không rõ bằng 0",                  \
	    "Score with the unknown as 0")                                     \
	X(SCORE_BEFORE, "Điểm kỳ trước ({1})", "Score of the period before ({1})") \
	X(SCORE_POINTS, "{1} / {2} điểm", "{1} of {2} points")                 \
	X(SCORE_STAGES, "Theo giai đoạn", "By stage")                          \
	X(SCORE_STAGE_KNOWN, "đã rõ {1}", "{1} known")                         \
	X(SCORE_GIVEN, "Tổng điểm đã nhập", "Points entered, in sum")          \
	X(SCORE_NOT_SCORED, "Mục không rõ thì không chấm điểm; A: nhật ký chứng minh, B: chỉ báo gián tiếp, C: nhập tay kèm minh chứng.", \
	    "What is unknown is not scored. A: the log proves it; B: a proxy; C: by hand, with a proof.")

#define MESSAGES_SCORE(X)                                                      \
	MESSAGES_SCORE_HEADS(X)                                                \
	MESSAGES_SCORE_STAGES(X)                                               \
	MESSAGES_SCORE_LINES(X)

#endif
