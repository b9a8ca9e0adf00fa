/* SPDX-License-Identifier: MIT */
#include "cli/pdf.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/drawing.h"
#include "common/civil.h"
#include "common/file.h"
#include "plots/child.h"
#include "plots/whole.h"
#include "publish/paper.h"

enum {
	LIMIT_MS = 120 * 1000,          /* tables of a year are long */
	PDF_BYTES = 64 * 1024 * 1024,
	FILES = 1024,
	STAMP_DIGITS = 14               /* "20261031201500" */
};
#define WEASYPRINT_BYTES ((uint64_t)4 << 30)

void
pdf_find(struct pdf_maker *m, const char *scratch)
{
	static const char *const names[] = { "chromium", "chromium-browser",
		"google-chrome" };
	const char *said = getenv("TRUYCAP_PDF");

	*m = (struct pdf_maker){ .scratch = scratch, .root = geteuid() == 0 };
	if (said != NULL && strcmp(said, "none") == 0)
		return;
	if (said != NULL && said[0] != '\0') {
		buf_puts(&m->path[0], said);
		m->weasyprint = buf_text(&m->path[0]);
		return;
	}
	m->weasyprint = drawing_find("weasyprint", &m->path[0]);
	for (size_t i = 0; m->chromium == NULL &&
	    i < sizeof(names) / sizeof(*names); i++)
		m->chromium = drawing_find(names[i], &m->path[1]);
}

void
pdf_close(struct pdf_maker *m)
{
	buf_close(&m->path[0]);
	buf_close(&m->path[1]);
}

/* ---- a folder for the child ---- */

static int
drop(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

static bool
open_folder(const struct pdf_maker *m, struct buf *folder, struct err *err)
{
	if (m->scratch == NULL)
		return err_set(err, ERR_CREATE, "PDF: there is no folder for "
		    "temporary files");
	buf_printf(folder, "%s/pdf.XXXXXX", m->scratch);
	buf_text(folder);
	return mkdtemp(folder->p) != NULL || err_set(err, ERR_CREATE, "%s: %s",
	    buf_text(folder), strerror(errno));
}

static bool
put_page(const char *folder, struct span html, struct err *err)
{
	struct buf path = { 0 };
	struct out o = { 0 };
	bool good;

	buf_printf(&path, "%s/page.html", folder);
	good = out_begin(&o, buf_text(&path), 0600, err);
	if (good)
		buf_span(&o.buf, html);
	good = good && out_commit(&o, err);
	out_close(&o);
	buf_close(&path);
	return good;
}

/* ---- dates ---- */

/* All dates become made_s, in place, so that no offset moves. */
static void
set_dates(struct buf *pdf, size_t from, int64_t made_s)
{
	static const char *const keys[] = { "/CreationDate (D:",
		"/ModDate (D:" };
	struct civil c = civil_date((int32_t)civil_floor_div(made_s, 86400));
	int64_t s = made_s - civil_floor_div(made_s, 86400) * 86400;
	char stamp[64];

	if (c.year < 1 || c.year > 9999)
		return;
	snprintf(stamp, sizeof(stamp), "%04d%02d%02d%02d%02d%02d", (int)c.year,
	    (int)c.month, (int)c.day, (int)(s / 3600), (int)(s / 60 % 60),
	    (int)(s % 60));
	for (size_t k = 0; k < sizeof(keys) / sizeof(*keys); k++) {
		size_t n = strlen(keys[k]);
		char *at = pdf->p + from, *end = pdf->p + pdf->n;

		while ((at = memmem(at, (size_t)(end - at), keys[k], n)) !=
		    NULL && end - at > (ptrdiff_t)n + STAMP_DIGITS) {
			memcpy(at + n, stamp, STAMP_DIGITS);
			at += n;
		}
	}
}

/* ---- the child ---- */

static bool
take_pdf(const char *folder, const char *program, struct buf *out,
    struct err *err)
{
	struct buf path = { 0 }, pdf = { 0 };
	bool good;

	buf_printf(&path, "%s/page.pdf", folder);
	good = file_read(buf_text(&path), PDF_BYTES, &pdf, err) &&
	    whole_pdf(buf_view(&pdf));
	if (good)
		buf_span(out, buf_view(&pdf));
	buf_close(&path);
	buf_close(&pdf);
	return good || err_set(err, ERR_CHART, "%s made no PDF", program);
}

static bool
run(const struct child *c, const char *program, struct err *err)
{
	struct child_end end = { .late = false };
	bool good = child_run(c, &end, err) && child_well(&end, err);

	child_end_close(&end);
	return good || err_add(err, "PDF: %s", program);
}

static bool
by_weasyprint(const struct pdf_maker *m, const char *folder, int64_t made_s,
    struct err *err)
{
	struct buf epoch = { 0 };
	bool good;

	/* env(1) sets what the child's environment does not have. */
	buf_printf(&epoch, "SOURCE_DATE_EPOCH=%lld", (long long)made_s);

	const char *const argv[] = { "/usr/bin/env", buf_text(&epoch),
		m->weasyprint, "-q", "-e", "utf-8", "page.html", "page.pdf",
		NULL };

	good = run(&(struct child){ .argv = argv, .folder = folder,
	    .limit_ms = LIMIT_MS, .cpu_s = LIMIT_MS / 1000,
	    .memory_bytes = WEASYPRINT_BYTES, .file_bytes = PDF_BYTES,
	    .files = FILES }, argv[2], err);
	buf_close(&epoch);
	return good;
}

/* Its address space and its number of processes are its own business: no limits there. */
static bool
by_chromium(const struct pdf_maker *m, const char *folder, struct err *err)
{
	struct buf data = { 0 }, page = { 0 };
	bool good;

	buf_printf(&data, "--user-data-dir=%s/data", folder);
	buf_printf(&page, "file://%s/page.html", folder);

	const char *const argv[] = { m->chromium, "--headless",
		"--disable-gpu", "--disable-extensions", "--no-first-run",
		"--disable-background-networking", "--no-pdf-header-footer",
		"--print-to-pdf=page.pdf", buf_text(&data), buf_text(&page),
		NULL };

	good = run(&(struct child){ .argv = argv, .folder = folder,
	    .limit_ms = LIMIT_MS, .file_bytes = PDF_BYTES }, argv[0], err);
	buf_close(&data);
	buf_close(&page);
	return good;
}

static bool
make(const struct pdf_maker *m, struct span html, int64_t made_s,
    const char *folder, struct err *err)
{
	struct buf paper = { 0 };
	bool good;

	if (m->weasyprint == NULL)
		return put_page(folder, html, err) &&
		    by_chromium(m, folder, err);
	paper_put(&paper, html);
	good = put_page(folder, buf_view(&paper), err) &&
	    by_weasyprint(m, folder, made_s, err);
	buf_close(&paper);
	return good;
}

bool
pdf_ready(const struct pdf_maker *m, struct err *err)
{
	if (m->weasyprint == NULL && m->chromium == NULL)
		return err_set(err, ERR_CHART, "no PDF: neither weasyprint nor "
		    "chromium is installed (on Debian: apt-get install "
		    "weasyprint)");
	return m->weasyprint != NULL || !m->root || err_set(err, ERR_CHART,
	    "no PDF: chromium is not run as root; run truycap as another user, "
	    "or install weasyprint");
}

bool
pdf_make(const struct pdf_maker *m, struct span html, int64_t made_s,
    struct buf *out, struct err *err)
{
	struct buf folder = { 0 };
	size_t from = out->n;
	bool good;

	if (!pdf_ready(m, err))
		return false;
	if (!open_folder(m, &folder, err)) {
		buf_close(&folder);
		return false;
	}
	good = make(m, html, made_s, buf_text(&folder), err) &&
	    take_pdf(buf_text(&folder), m->weasyprint != NULL ? "weasyprint" :
	    "chromium", out, err);
	if (good)
		set_dates(out, from, made_s);
	nftw(buf_text(&folder), drop, 16, FTW_DEPTH | FTW_PHYS);
	buf_close(&folder);
	return good;
}
