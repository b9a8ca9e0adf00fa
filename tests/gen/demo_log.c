/* SPDX-License-Identifier: MIT */
/* demo_log.c -- the logs of two web servers, rotated as logrotate does, and
 * what the generator knows to be true of them.
 *
 * web1 writes combined in local time and is rotated daily; web2 writes
 * vhost_combined in UTC and is rotated weekly. */
#include "demo.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

enum { LINE_ROOM = 2048, GAP_S = 1800, WINDOW_S = 300 };

extern char **environ;

/* ---- lines ---- */

static void
add_text(struct demo_log *g, int64_t order_s, int server, const char *line)
{
	size_t n = strlen(line);

	if (g->text_n + n > g->text_room)
		g->text = gen_grow(g->text, g->text_room = 2 * (g->text_n + n));
	if (g->n == g->room) {
		g->room = 2 * g->room + 1024;
		g->event = gen_grow(g->event, g->room * sizeof(*g->event));
	}
	memcpy(g->text + g->text_n, line, n);
	g->event[g->n] = (struct event){ .order_s = order_s, .at = g->text_n,
		.n = n, .seq = (uint32_t)g->n, .server = (uint8_t)server };
	g->n++;
	g->text_n += n;
}

static void
add_view(struct demo_log *g, uint64_t key, int64_t at_s)
{
	if (g->n_views == g->view_room) {
		g->view_room = 2 * g->view_room + 1024;
		g->view = gen_grow(g->view, g->view_room * sizeof(*g->view));
	}
	g->view[g->n_views++] = (struct view){ key, at_s };
}

static bool
inside(const struct span_s *span, int n, int64_t at_s)
{
	for (int i = 0; i < n; i++)
		if (at_s >= span[i].from_s && at_s < span[i].to_s)
			return true;
	return false;
}

void
log_add(struct demo_log *g, const struct request *q)
{
	static const int sick[] = { 502, 503, 504, 502 };
	char line[LINE_ROOM], stamp[STAMP_MAX];
	bool web2 = q->server == 1;
	bool view = q->page;
	int status = q->status;
	int64_t bytes = q->bytes;
	uint64_t dice = rng_next(&g->rng);

	if (q->at_s + q->took_s > g->end_s ||
	    inside(g->hole, g->n_months, q->at_s))
		return;
	if (q->role == ROLE_HUMAN && !q->last && q->at_s > g->end_s - WINDOW_S)
		return;
	if (q->page && inside(g->burst, g->n_months, q->at_s) &&
	    dice % 10 < 7) {
		status = sick[dice / 10 % 4];
		bytes = 559;
		view = false;
	}
	if (status == 304)
		bytes = 0;
	stamp_clf(stamp, q->at_s, web2 ? 0 : VN_S / 60, false);
	int n = snprintf(line, sizeof(line),
	    "%s%s - - [%s] \"%s%s%s%s%s\" %d %lld \"%s\" \"%s\"\n",
	    web2 ? DEMO_HOST ":443 " : "", q->addr, stamp,
	    q->method ? q->method : "", q->method ? " " : "", q->target,
	    q->method ? " " : "", q->method ? q->protocol : "", status,
	    (long long)bytes, q->referrer ? q->referrer : "-", q->agent);
	if (n < 0 || (size_t)n >= sizeof(line))
		gen_die("a line is too long");
	add_text(g, q->at_s + q->took_s, q->server, line);
	g->lines[q->role]++;
	if (view && q->role == ROLE_HUMAN)
		add_view(g, q->key, q->at_s);
}

void
log_broken(struct demo_log *g, int64_t at_s, int server, const char *line)
{
	if (at_s > g->end_s)
		return;
	add_text(g, at_s, server, line);
	g->lines[ROLE_BROKEN]++;
}

/* ---- files ---- */

static int
by_file(const void *pa, const void *pb)
{
	const struct event *a = pa, *b = pb;

	if (a->server != b->server)
		return a->server < b->server ? -1 : 1;
	if (a->order_s != b->order_s)
		return a->order_s < b->order_s ? -1 : 1;
	return a->seq < b->seq ? -1 : a->seq > b->seq;
}

/* How many rotations ago the line was written: 0 is the live file. */
static int64_t
rotation(const struct demo_log *g, const struct event *e)
{
	int64_t day = floor_div(e->order_s + VN_S, DAY_S);

	if (e->server == 0)
		return g->end_day - day;
	/* Sunday night, as cron.weekly has it. */
	return (g->end_day - date_weekday(g->end_day) -
	    (day - date_weekday(day))) / 7;
}

struct archive {
	char **path; /* to be packed; NULL-terminated */
	size_t n;
};

static FILE *
open_log(const char *dir, int server, int64_t age, struct archive *old)
{
	size_t room = strlen(dir) + 64;
	char *path = gen_alloc(room);

	if (age == 0)
		snprintf(path, room, "%s/web%d/access.log", dir, server + 1);
	else
		snprintf(path, room, "%s/web%d/access.log.%lld", dir,
		    server + 1, (long long)age);
	FILE *f = fopen(path, "w");
	if (f == NULL)
		gen_die("%s: %s", path, strerror(errno));
	if (age >= 2) {
		old->path = gen_grow(old->path,
		    (old->n + 2) * sizeof(*old->path));
		old->path[old->n++] = path;
		old->path[old->n] = NULL;
	} else {
		free(path);
	}
	return f;
}

static void
close_log(FILE *f)
{
	if (f != NULL && (ferror(f) || fclose(f) != 0))
		gen_die("writing a log: %s", strerror(errno));
}

static void
pack(struct archive *old)
{
	pid_t child;
	int status;
	if (old->n == 0)
		return;
	char **argv = gen_alloc((old->n + 4) * sizeof(*argv));

	char name[] = "gzip", quiet[] = "-nf", stop[] = "--";
	argv[0] = name;
	argv[1] = quiet; /* no name and no time inside: the same bytes again */
	argv[2] = stop;
	memcpy(argv + 3, old->path, old->n * sizeof(*argv));
	int failed = posix_spawnp(&child, "gzip", NULL, NULL, argv, environ);
	if (failed != 0)
		gen_die("gzip: %s", strerror(failed));
	if (waitpid(child, &status, 0) != child || status != 0)
		gen_die("gzip failed");
	for (size_t i = 0; i < old->n; i++)
		free(old->path[i]);
	free(old->path);
	free(argv);
}

static void
make_folder(const char *dir, const char *name, bool fresh)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s%s", dir, name);
	if (mkdir(path, 0755) != 0 && (fresh || errno != EEXIST))
		gen_die("%s: %s", path, strerror(errno));
}

void
log_write(struct demo_log *g, const char *dir)
{
	struct archive old = { 0 };
	FILE *f = NULL;
	int64_t age = -1;
	int server = -1;

	make_folder(dir, "", false);
	make_folder(dir, "/web1", true);
	make_folder(dir, "/web2", true);
	qsort(g->event, g->n, sizeof(*g->event), by_file);
	for (size_t i = 0; i < g->n; i++) {
		const struct event *e = &g->event[i];
		if (e->server != server || rotation(g, e) != age) {
			close_log(f);
			server = e->server;
			age = rotation(g, e);
			f = open_log(dir, server, age, &old);
		}
		fwrite(g->text + e->at, 1, e->n, f);
	}
	close_log(f);
	pack(&old);
}

/* ---- the truth ---- */

static int
by_visitor(const void *pa, const void *pb)
{
	const struct view *a = pa, *b = pb;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return a->at_s < b->at_s ? -1 : a->at_s > b->at_s;
}

struct truth {
	int64_t visits, visits_last_day, pages_last_day, visitors_last_day;
	int64_t online;
};

static struct truth
find_truth(struct demo_log *g)
{
	struct truth t = { 0 };
	int64_t midnight = g->end_day * DAY_S - VN_S;

	qsort(g->view, g->n_views, sizeof(*g->view), by_visitor);
	for (size_t i = 0; i < g->n_views; i++) {
		const struct view *v = &g->view[i], *w = v - 1, *next = v + 1;
		bool first = i == 0 || w->key != v->key;
		bool last = i + 1 == g->n_views || next->key != v->key;
		bool started = first || v->at_s - w->at_s > GAP_S;
		bool today = v->at_s >= midnight;
		t.visits += started;
		t.visits_last_day += started && today;
		t.pages_last_day += today;
		t.visitors_last_day += last && today;
		t.online += last && v->at_s > g->end_s - WINDOW_S;
	}
	return t;
}

void
log_expected(struct demo_log *g, const char *dir)
{
	static const char *const role[ROLE__MAX] = { "human", "robot",
		"scanner", "internal", "monitor", "malformed" };
	struct truth t = find_truth(g);
	struct date d = date_of(g->end_day);
	int64_t s = g->end_s + VN_S - g->end_day * DAY_S;
	char path[4096];

	snprintf(path, sizeof(path), "%s/expected.json", dir);
	FILE *f = fopen(path, "w");
	if (f == NULL)
		gen_die("%s: %s", path, strerror(errno));
	fprintf(f, "{\"now\": \"%04d-%02d-%02dT%02d:%02d:%02d+07:00\",\n"
	    " \"internal\": \"%s\", \"monitor\": \"%s\",\n",
	    (int)d.year, (int)d.month, (int)d.day, (int)(s / 3600),
	    (int)(s / 60 % 60), (int)(s % 60), DEMO_STAFF, DEMO_MONITOR);
	fprintf(f, " \"lines\": %zu, \"roles\": {", g->n);
	for (int i = 0; i < ROLE__MAX; i++)
		fprintf(f, "%s\"%s\": %lld", i > 0 ? ", " : "", role[i],
		    (long long)g->lines[i]);
	fprintf(f, "},\n \"pages\": %zu, \"visits\": %lld,\n", g->n_views,
	    (long long)t.visits);
	fprintf(f, " \"last_day\": {\"visits\": %lld, \"pages\": %lld, "
	    "\"visitors\": %lld}, \"online\": %lld}\n",
	    (long long)t.visits_last_day, (long long)t.pages_last_day,
	    (long long)t.visitors_last_day, (long long)t.online);
	close_log(f);
	printf("%zu lines, %zu page views, %lld visits; the last day %lld, "
	    "online %lld at %02d:%02d\n", g->n, g->n_views,
	    (long long)t.visits, (long long)t.visits_last_day,
	    (long long)t.online, (int)(s / 3600), (int)(s / 60 % 60));
}

void
log_close(struct demo_log *g)
{
	free(g->text);
	free(g->event);
	free(g->view);
}
