/* SPDX-License-Identifier: MIT */
#include "publish/html.h"

#include "common/hash.h"

enum {
	SPARK_WIDTH = 120,
	SPARK_HEIGHT = 28,
	SPARK_MARGIN = 3, /* the line and its last point have a width */
	SPARK_MOST = 64   /* more points than that are not seen */
};

void
html_table_begin(const struct html_table *t)
{
	struct buf *out = t->out;

	html_put(out, "<div class=\"tw\"><table id=\"%s\" class=\"s%s", t->id,
	    t->wide_names ? " w" : "");
	if (t->class[0] != '\0')
		html_put(out, " %s", t->class);
	html_put(out, "\"><caption class=\"vh\">%s</caption>\n<thead><tr>",
	    t->caption);
	for (int i = 0; i < t->n; i++)
		html_put(out, t->column[i].cell == HTML_NUMBER ?
		    "<th scope=\"col\" class=\"n\">%s</th>" :
		    "<th scope=\"col\">%s</th>", t->column[i].head);
	buf_puts(out, "</tr></thead>\n<tbody>\n");
}

void
html_table_end(const struct html_table *t)
{
	buf_puts(t->out, "</tbody></table></div>\n");
}

void
html_row_begin(struct buf *out)
{
	buf_puts(out, "<tr>");
}

void
html_row_end(struct buf *out)
{
	buf_puts(out, "</tr>\n");
}

void
html_foot_begin(struct buf *out)
{
	buf_puts(out, "</tbody>\n<tbody class=\"foot\">\n");
}

static void
put_bar(struct buf *out, int64_t bar_permille)
{
	if (bar_permille > 1000)
		bar_permille = 1000;
	/* What is there is not nothing: a bar has half a per cent at least. */
	if (bar_permille > 0 && bar_permille < 5)
		bar_permille = 5;
	if (bar_permille >= 0)
		html_put(out, "<svg class=\"bar\" aria-hidden=\"true\"><rect "
		    "width=\"%d.%d%%\" height=\"100%%\" fill=\"var(--fill)\"/>"
		    "</svg>",
		    (int)(bar_permille / 10), (int)(bar_permille % 10));
}

void
html_name(struct buf *out, enum html_cell cell, const char *text,
    int64_t bar_permille)
{
	html_put(out, cell == HTML_CODE ? "<th scope=\"row\" class=\"m\">" :
	    "<th scope=\"row\">");
	put_bar(out, bar_permille);
	html_put(out, bar_permille >= 0 ? "<span>%s</span></th>" : "%s</th>",
	    text); /* the span lies over the bar */
}

void
html_link(struct buf *out, const struct html_link *l)
{
	html_put(out, "<th scope=\"row\" id=\"%s\" data-v=\"%ld\">", l->id,
	    (long)l->n);
	put_bar(out, l->bar_permille);
	if (l->href != NULL)
		html_put(out, "<span><a href=\"%s\">%s</a></span></th>",
		    l->href, l->text);
	else
		html_put(out, "<span>%s</span></th>", l->text);
}

void
html_number(struct buf *out, int64_t n, const char *shown)
{
	html_put(out, "<td data-v=\"%ld\">%s</td>", (long)n, shown);
}

void
html_unknown(struct buf *out)
{
	buf_puts(out, "<td data-v=\"-1\">–</td>");
}

void
html_note(struct buf *out, const char *text)
{
	html_put(out, "<td>%s</td>", text);
}

void
html_hash(struct buf *out, const char *text)
{
	html_put(out, "<td class=\"m hash\">%s</td>", text);
}

/* ---- lines of a few pixels ---- */

#define MOST 9.2e18 /* what is more does not fit once it was rounded */

/* Neighbours are put together until there are at most SPARK_MOST: their mean, of those that
 * are known. */
static size_t
thin(const int64_t *value, size_t n, int64_t *out)
{
	size_t each = (n + SPARK_MOST - 1) / SPARK_MOST, k = 0;

	for (size_t i = 0; i < n; i += each) {
		double sum = 0;
		int known = 0;

		for (size_t j = i; j < n && j < i + each; j++) {
			if (value[j] == HTML_GAP)
				continue;
			sum += (double)value[j];
			known++;
		}
		out[k++] = known == 0 ? HTML_GAP : sum / known >= MOST ?
		    INT64_MAX : (int64_t)(sum / known);
	}
	return k;
}

struct spark {
	int64_t value[SPARK_MOST];
	size_t n;
	int64_t most;
};

static void
put_tenths(struct buf *out, int tenths)
{
	buf_printf(out, "%d.%d", tenths / 10, tenths % 10);
}

static int
x_of(const struct spark *s, size_t i)
{
	return SPARK_MARGIN * 10 + (int)((SPARK_WIDTH - 2 * SPARK_MARGIN) *
	    10 * (double)i / (double)(s->n - 1));
}

static void
put_point(struct buf *out, const struct spark *s, size_t i)
{
	double part = s->most > 0 ? (double)s->value[i] / (double)s->most : 0;

	put_tenths(out, x_of(s, i));
	buf_putc(out, ' ');
	put_tenths(out, (SPARK_HEIGHT - SPARK_MARGIN) * 10 - (int)(part * 10 *
	    (SPARK_HEIGHT - 2 * SPARK_MARGIN)));
}

/* The stretches of known values, as a path: their lines, or what is under them. */
static void
put_stretches(struct buf *out, const struct spark *s, bool area)
{
	for (size_t i = 0; i < s->n; i++) {
		size_t from = i;

		if (s->value[i] == HTML_GAP)
			continue;
		buf_puts(out, "M");
		put_point(out, s, i);
		for (; i + 1 < s->n && s->value[i + 1] != HTML_GAP; i++) {
			buf_puts(out, "L");
			put_point(out, s, i + 1);
		}
		if (i == from)
			buf_puts(out, "h.1"); /* one alone is a dot */
		if (!area)
			continue;
		buf_printf(out, "V%dH", SPARK_HEIGHT);
		put_tenths(out, x_of(s, from));
		buf_puts(out, "Z");
	}
}

void
html_spark(struct buf *out, const int64_t *value, size_t n)
{
	struct spark s = { .n = 0 };
	size_t known = 0, last = 0;

	/* What is not known at either end has no room: the line begins with the first
	 * day of the logs. */
	for (; n > 0 && value[0] == HTML_GAP; n--)
		value++;
	while (n > 0 && value[n - 1] == HTML_GAP)
		n--;
	s.n = thin(value, n, s.value);
	for (size_t i = 0; i < s.n; i++) {
		if (s.value[i] == HTML_GAP)
			continue;
		known++;
		last = i;
		if (s.value[i] > s.most)
			s.most = s.value[i];
	}
	if (known < 2)
		return;
	html_put(out, "<svg class=\"spark\" viewBox=\"0 0 %d %d\" "
	    "aria-hidden=\"true\"><path fill=\"var(--fill)\" "
	    "fill-opacity=\".7\" d=\"", SPARK_WIDTH, SPARK_HEIGHT);
	put_stretches(out, &s, true);
	buf_puts(out, "\"/><path fill=\"none\" stroke=\"var(--tick)\" "
	    "stroke-width=\"1.6\" d=\"");
	put_stretches(out, &s, false);
	buf_puts(out, "\"/><path stroke=\"var(--accent)\" "
	    "stroke-width=\"5\" d=\"M");
	put_point(out, &s, last);
	buf_puts(out, "h.1\"/></svg>");
}

/* ---- the page's policy ---- */

static int
digit_of(char c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

void
html_hash_source(struct buf *out, struct span text)
{
	static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	char hex[65];
	unsigned char b[33] = { 0 }; /* 32, and one to fill the last three */

	hash_sha256_hex(text.p, text.n, hex);
	for (int i = 0; i < 32; i++)
		b[i] = (unsigned char)(digit_of(hex[2 * i]) * 16 +
		    digit_of(hex[2 * i + 1]));
	buf_puts(out, "'sha256-");
	for (int i = 0; i < 33; i += 3) {
		unsigned v = (unsigned)b[i] << 16 | (unsigned)b[i + 1] << 8 |
		    b[i + 2];

		for (int k = 0; k < 4; k++)
			buf_putc(out, i == 30 && k == 3 ? '=' :
			    base64[v >> (18 - 6 * k) & 63]);
	}
	buf_putc(out, '\'');
}
