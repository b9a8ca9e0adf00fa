/* SPDX-License-Identifier: MIT */
/* workplace.h -- what commands on a configured store share: settings, lock, database. */
#ifndef CLI_WORKPLACE_H
#define CLI_WORKPLACE_H

#include "cli/options.h"
#include "cli/run_lists.h"
#include "cli/settings.h"
#include "store/sites.h"

struct workplace {
	struct settings settings;
	struct db *db;
	struct run_lists lists; /* when writing */
	int lock;              /* -1 */
};

/* Where the configuration is when -c does not say: /etc/truycap/truycap.conf. */
#define WORKPLACE_CONFIG "/etc/truycap/truycap.conf"

/* Settings and database for reading; no lock. */
bool workplace_read(const struct options *o, struct workplace *out,
    struct err *err);
/* The same for writing: the data folder is made, the lock taken (ERR_LOCKED names
 * its holder), a database of an earlier version migrated, the robot list opened. */
bool workplace_write(const struct options *o, struct workplace *out,
    struct err *err);
/* Settings, the data folder and the lock, but no database: it may be missing, or be replaced. */
bool workplace_claim(const struct options *o, struct workplace *out,
    struct err *err);
/* The database's path into *out (cleared first). */
void workplace_path(const struct workplace *w, struct buf *out);
/* Settings and database for reading, and the lock: for writing files from it. */
bool workplace_publish(const struct options *o, struct workplace *out,
    struct err *err);
void workplace_close(struct workplace *w); /* accepts zeroed after .lock = -1 */

/* The site that --site names, or the only one. */
bool workplace_site(const struct workplace *w, const struct options *o,
    size_t *index, struct err *err);

/* How far the logs of a site were read.  run_s: the clock of the run that read them. */
struct workplace_extent {
	bool complete;    /* every live pattern was read to its end in that run */
	int64_t as_of_s;  /* METRICS; INT64_MIN: a pattern never delivered a line */
	int64_t newest_s; /* oldest of the live patterns' newest times; likewise;
	                   * INT64_MAX without live patterns */
};
bool workplace_extent(const struct workplace *w, size_t site, int64_t run_s,
    struct workplace_extent *out, struct err *err);

/* The widget's figures of a site into *out (publish/widget.h). */
struct widget_figures;
struct workplace_clock {
	int64_t now_s; /* of this run */
	int64_t run_s; /* of the run that read the logs last */
};
bool workplace_figures(const struct workplace *w, size_t site,
    const struct workplace_clock *clock, struct widget_figures *out,
    struct err *err);

#endif
