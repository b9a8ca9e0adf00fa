/* SPDX-License-Identifier: MIT */
/* tight.h -- budgets that only large logs reach.
 *
 * Built with -DTIGHT=1 (make FLAVOUR=tight) small ones reach them too, so that the tests
 * go where else only gigabytes lead.  No figure depends on them.
 */
#ifndef COMMON_TIGHT_H
#define COMMON_TIGHT_H

#ifndef TIGHT
#define TIGHT 0
#endif

/* What is usual, or what a test's log reaches. */
#define TIGHT_OR(usual, tight) (TIGHT ? (tight) : (usual))

#endif
