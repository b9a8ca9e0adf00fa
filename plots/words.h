/* SPDX-License-Identifier: MIT */
/* words.h -- the words that charts need, given by who asks for a chart.
 *
 * plots/ speaks no language: publish/ fills these from its catalogue
 * (messages_chart.h has a row CHART_id for each id here).
 */
#ifndef PLOTS_WORDS_H
#define PLOTS_WORDS_H

#define CHART_WORD_TABLE(X)                                                    \
	X(VISITS)                                                              \
	X(PAGES)                                                               \
	X(WEEKEND)                                                             \
	X(HOLIDAY)                                                             \
	X(PARTIAL)     /* part of the log is missing */                        \
	X(RUNNING)     /* it is not over */                                    \
	X(HOUR_AXIS)   /* "giờ" before the hours */                            \
	X(HOUR_OF)     /* "{1} giờ": a time of day on an axis */               \
	X(HOURS_OF)    /* "{1} giờ": from one to another, "8–9" */             \
	X(PER_DAY)     /* "lượt/ngày" */                                       \
	X(OFFICE)      /* office hours */                                      \
	X(MEDIAN)                                                              \
	X(BAND)        /* 10-90 % of the days */                               \
	X(MAXIMUM)                                                             \
	X(LAST_YEAR)   /* the same month of last year */                       \
	X(SERVED)                                                              \
	X(QUIET)       /* no request */                                        \
	X(ERRORS)                                                              \
	X(DOWN)        /* told by a probe */                                   \
	X(NO_LOG)      /* log missing */                                       \
	X(COUNT)       /* head of a column of counts */                        \
	X(SHARE)       /* head of a column of shares */                        \
	X(PEOPLE)                                                              \
	X(ROBOTS)                                                              \
	X(OTHERS)                                                              \
	X(P50)                                                                 \
	X(P95)                                                                 \
	X(P99)                                                                 \
	X(MS)          /* "{1} ms" */                                          \
	X(SECONDS)     /* "{1} s" */                                           \
	X(NO_FIGURES)  /* nothing is known */                                  \
	X(RANK)        /* the pale column: how many were ranked */             \
	X(MON) X(TUE) X(WED) X(THU) X(FRI) X(SAT) X(SUN) /* short, 7 in a row */ \
	X(MONDAY) X(TUESDAY) X(WEDNESDAY) X(THURSDAY) X(FRIDAY) X(SATURDAY)    \
	X(SUNDAY)                                                              \
	/* short names of months, as on an axis */                             \
	X(JAN) X(FEB) X(MAR) X(APR) X(MAY) X(JUN) X(JUL) X(AUG) X(SEP) X(OCT)  \
	X(NOV) X(DEC)

enum chart_word {
#define X(id) CHART_WORD_##id,
	CHART_WORD_TABLE(X)
#undef X
	CHART_WORD__MAX
};

#endif
