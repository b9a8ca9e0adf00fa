/* SPDX-License-Identifier: MIT */
/* verify_says.h -- what a verification finds, for people and for programs. */
#ifndef CLI_VERIFY_SAYS_H
#define CLI_VERIFY_SAYS_H

#include "common/err.h"
#include "common/mem.h"
#include "common/span.h"

enum verify_kind {
	VERIFY_FAULT,      /* the bundle is damaged */
	VERIFY_REASON,     /* why figures may differ */
	VERIFY_DIFFERENCE, /* a figure is not the same */
	VERIFY_NOTE,       /* what was not compared, and why */
	VERIFY__KINDS
};

struct verify_finding {
	enum verify_kind kind;
	const char *what;  /* a word of ours */
	const char *text;  /* for people; may have hostile bytes */
	/* Of a figure (text is NULL then); else empty: */
	struct span table, key, column, bundle, logs;
};

enum { VERIFY_FINDINGS = 100000 }; /* what is more is only counted */

/* Starts zeroed. */
struct verify_says {
	struct verify_finding *finding;
	size_t n, cap;
	size_t count[VERIFY__KINDS]; /* of all, also those beyond VERIFY_FINDINGS */
	size_t proofs;     /* differences that are of proofs */
	size_t cells;      /* that were compared */
	size_t files;      /* of the bundle */
	bool counted;      /* logs were given */
	bool chained;      /* the store was looked at */
	bool goes_on;      /* one of them has more than was counted of it */
	bool shared;       /* one of them is of several sites */
	bool lacks;        /* a log that the bundle counted is not given */
	bool unproven;     /* it counted one for which it has no hash */
	bool stranger;     /* a log is given that is none of it */
	const char *lost;  /* the first with lines of the period that is not given; or NULL */
	const char *site, *period, *head; /* of the bundle, or NULL */
	struct arena arena;
};

void verify_say(struct verify_says *s, enum verify_kind kind,
    const char *what, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
void verify_differs(struct verify_says *s, const struct verify_finding *d);
void verify_close(struct verify_says *s); /* accepts zeroed */

/* Differences that are not of proofs. */
size_t verify_figures_differ(const struct verify_says *s);
/* 0, 1 or 65. */
int verify_status(const struct verify_says *s);
/* On standard output. */
void verify_print(const struct verify_says *s, const char *bundle, bool json);

#endif
