/* SPDX-License-Identifier: MIT */
/* cmd_probe.c -- asks the sites themselves, and adds what they answered to their heartbeat logs.
 *
 * A line is like one of Apache's vhost_combined: any reader of logs takes it.  Each is one
 * write(2) to a file that is open for appending, so that two runs at once mix no lines. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/options.h"
#include "cli/probe_http.h"
#include "cli/settings.h"
#include "cli/workplace.h"
#include "common/civil.h"

static const struct option_set set = {
	.command = "probe",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(NOW) |
	    OPTION_BIT(VERBOSE),
	.usage = "[-c FILE] [options]",
	.about = "Asks each site that has probe = in the configuration for its "
	    "home page and the\nother addresses given there, and adds a line "
	    "for each to probe_log, which\nupdate reads like any other log: it "
	    "tells of hours in which nobody came.  From cron,\nevery hour or "
	    "more often.  A site that does not answer is no error.",
	.examples = "  truycap probe -c truycap.conf\n"
	    "  truycap probe --site skhcn --verbose",
};

struct probing {
	const struct options *o;
	const struct site *site;
	int fd;
};

/* ---- a line ---- */

/* "10/Oct/2026:13:55:36 +0700" */
static void
put_time(struct buf *out, const struct zone *zone, int64_t at_s)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr",
		"May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	int32_t offset = zone_offset(zone, at_s) / 60;
	int64_t local = at_s + offset * INT64_C(60);
	int64_t day = civil_floor_div(local, 86400), rest = local - day * 86400;
	struct civil c = civil_date((int32_t)day);
	int32_t minutes = offset < 0 ? -offset : offset;

	buf_printf(out, "%02d/%s/%04d:%02d:%02d:%02d %c%02d%02d", (int)c.day,
	    months[c.month - 1], (int)c.year, (int)(rest / 3600),
	    (int)(rest / 60 % 60), (int)(rest % 60), offset < 0 ? '-' : '+',
	    (int)minutes / 60, (int)minutes % 60);
}

/* The parts of the first address, which is checked (settings_probe.c). */
struct place {
	struct span root; /* "https://www.example.vn:8443" */
	struct span host, port;
	struct span path;
};

static struct place
place_of(const char *address)
{
	struct span all = span_of(address);
	bool secure = span_starts(all, SPAN("https:"));
	size_t from = secure ? 8 : 7;
	struct span rest = { all.p + from, all.n - from };
	struct span authority = span_cut(&rest, '/');
	size_t n = from + authority.n;
	struct place p = { .root = { all.p, n }, .host = authority,
		.port = secure ? SPAN("443") : SPAN("80"),
		.path = { all.p + n, all.n - n } };
	size_t colon = authority.n;

	while (colon > 0 && authority.p[colon - 1] >= '0' &&
	    authority.p[colon - 1] <= '9')
		colon--;
	if (colon > 1 && colon < authority.n &&
	    authority.p[colon - 1] == ':') {
		p.host.n = colon - 1;
		p.port = (struct span){ authority.p + colon,
			authority.n - colon };
	}
	if (p.path.n == 0)
		p.path = SPAN("/");
	return p;
}

static bool
write_line(const struct probing *g, struct span line, struct err *err)
{
	ssize_t n;

	do
		n = write(g->fd, line.p, line.n);
	while (n < 0 && errno == EINTR);
	return n == (ssize_t)line.n || err_set(err, ERR_IO, "%s: %s",
	    g->site->probe_log, n < 0 ? strerror(errno) : "the disk is full");
}

/* ---- a site ---- */

/* Where short answers are error pages, their length must be known. */
static bool
needs_body(const struct site *s)
{
	bool any = s->min_bytes > 0 || s->home.min_bytes > 0;

	for (size_t i = 0; i < s->n_sections; i++)
		any = any || s->section[i].min_bytes > 0;
	return any;
}

static bool
ask(struct probing *g, const char *url, bool *whole,
    struct probe_answer *out, struct err *err)
{
	struct probe_http q = { url, *whole };

	if (!probe_http_get(&q, out, err))
		return false;
	/* It has no HEAD. */
	if (!*whole && (out->status == 405 || out->status == 501)) {
		q.whole = *whole = true;
		if (!probe_http_get(&q, out, err))
			return false;
	}
	if (options_has(g->o, OPTION_VERBOSE))
		cli_say("%s: %s: %d%s%s", g->site->id, url, out->status,
		    out->why[0] != '\0' ? " " : "", out->why);
	return true;
}

static bool
ask_one(struct probing *g, const struct place *at, struct span path,
    struct err *err)
{
	struct buf url = { 0 }, line = { 0 };
	struct probe_answer a;
	bool whole = needs_body(g->site), good;

	buf_span(&url, at->root);
	buf_span(&url, path);
	good = ask(g, buf_text(&url), &whole, &a, err);
	if (good) {
		buf_span(&line, at->host);
		buf_putc(&line, ':');
		buf_span(&line, at->port);
		buf_puts(&line, " 127.0.0.1 - - [");
		put_time(&line, g->site->zone, g->o->now_s);
		buf_printf(&line, "] \"%s ", whole ? "GET" : "HEAD");
		buf_span(&line, path);
		buf_printf(&line, " HTTP/1.1\" %d %lld \"-\" \"%s\"\n",
		    a.status, (long long)a.bytes, PROBE_AGENT);
		good = write_line(g, buf_view(&line), err);
	}
	buf_close(&url);
	buf_close(&line);
	return good;
}

static bool
probe_site(struct probing *g, struct err *err)
{
	struct place at = place_of(g->site->probe[0]);
	bool good;

	if (g->site->probe_log == NULL)
		return err_set(err, ERR_CONFIG, "[site \"%s\"]: probe needs "
		    "probe_log, a file for the answers", g->site->id);
	g->fd = open(g->site->probe_log, O_WRONLY | O_APPEND | O_CREAT |
	    O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0644);
	if (g->fd < 0)
		return err_set(err, ERR_CREATE, "%s: %s", g->site->probe_log,
		    strerror(errno));
	good = ask_one(g, &at, at.path, err);
	for (const char **p = g->site->probe + 1; good && *p != NULL; p++)
		good = ask_one(g, &at, span_of(*p), err);
	if (close(g->fd) != 0 && good)
		good = err_set(err, ERR_IO, "%s: %s", g->site->probe_log,
		    strerror(errno));
	return good;
}

static bool
probe(const struct options *o, struct err *err)
{
	const char *only = o->value[OPTION_SITE];
	struct settings s = { .n_sites = 0 };
	struct probing g = { .o = o };
	bool good = settings_read(o->value[OPTION_CONFIG] != NULL ?
	    o->value[OPTION_CONFIG] : WORKPLACE_CONFIG, &s, err);
	size_t sites = 0, n = good ? s.n_sites : 0;
	struct err other;

	/* One whose log cannot be written is no reason not to ask the others. */
	for (size_t i = 0; i < n; i++) {
		g.site = &s.site[i];
		if ((only != NULL && strcmp(only, g.site->id) != 0) ||
		    g.site->probe == NULL || g.site->probe[0] == NULL)
			continue;
		sites++;
		good = probe_site(&g, good ? err : &other) && good;
	}
	if (good && sites == 0)
		good = err_set(err, ERR_CONFIG, "probe: the configuration "
		    "has no site%s%s with probe = https://...",
		    only != NULL ? " " : "", only != NULL ? only : "");
	settings_close(&s);
	return good;
}

int
cmd_probe(const struct cli *cli, int argc, char **argv)
{
	struct options o;
	struct err err;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	if (o.n_args > 0) {
		err_set(&err, ERR_USAGE, "probe %s: addresses are in the "
		    "configuration", o.arg[0]);
		return cli_fail(&err);
	}
	return probe(&o, &err) ? 0 : cli_fail(&err);
}
