/* SPDX-License-Identifier: MIT */
#include "cli/verify_says.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "publish/escape.h"
#include "publish/json.h"

enum { SHOWN = 60 }; /* differences that people are shown; --json has more */

static const char *const kinds[VERIFY__KINDS] = {
	[VERIFY_FAULT] = "faults", [VERIFY_DIFFERENCE] = "differences",
	[VERIFY_REASON] = "reasons", [VERIFY_NOTE] = "notes",
};

static struct verify_finding *
add(struct verify_says *s, enum verify_kind kind)
{
	s->count[kind]++;
	if (s->n == VERIFY_FINDINGS)
		return NULL;
	if (s->n == s->cap) {
		s->cap = s->cap > 0 ? 2 * s->cap : 64;
		s->finding = mem_grow(s->finding, s->cap,
		    sizeof(*s->finding));
	}
	s->finding[s->n] = (struct verify_finding){ .kind = kind };
	return &s->finding[s->n++];
}

void
verify_say(struct verify_says *s, enum verify_kind kind, const char *what,
    const char *fmt, ...)
{
	struct verify_finding *f = add(s, kind);
	char text[1000];
	va_list args;

	if (f == NULL)
		return;
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	f->what = what;
	f->text = arena_dup(&s->arena, text, strlen(text));
}

static struct span
kept(struct verify_says *s, struct span text)
{
	return (struct span){ arena_dup(&s->arena, text.p, text.n), text.n };
}

void
verify_differs(struct verify_says *s, const struct verify_finding *d)
{
	struct verify_finding *f = add(s, VERIFY_DIFFERENCE);

	if (f == NULL)
		return;
	f->what = d->what;
	f->table = kept(s, d->table);
	f->key = kept(s, d->key);
	f->column = kept(s, d->column);
	f->bundle = kept(s, d->bundle);
	f->logs = kept(s, d->logs);
}

void
verify_close(struct verify_says *s)
{
	mem_free(s->finding);
	arena_close(&s->arena);
	*s = (struct verify_says){ .n = 0 };
}

size_t
verify_figures_differ(const struct verify_says *s)
{
	return s->count[VERIFY_DIFFERENCE] - s->proofs;
}

int
verify_status(const struct verify_says *s)
{
	if (s->count[VERIFY_FAULT] > 0)
		return (int)ERR_DATA;
	return s->count[VERIFY_DIFFERENCE] > 0 ? 1 : 0;
}

/* ---- for people ---- */

static void
put_difference(struct buf *out, const struct verify_finding *f)
{
	escape_terminal(out, f->table);
	buf_putc(out, ' ');
	escape_terminal(out, f->key);
	if (f->column.n == 0) {
		buf_puts(out, f->bundle.n > 0 ? ": only in the bundle\n" :
		    ": only in the logs\n");
		return;
	}
	buf_putc(out, ' ');
	escape_terminal(out, f->column);
	buf_puts(out, ": ");
	escape_terminal(out, f->bundle.n > 0 ? f->bundle : SPAN("nothing"));
	buf_puts(out, " in the bundle, ");
	escape_terminal(out, f->logs.n > 0 ? f->logs : SPAN("nothing"));
	buf_puts(out, " from the logs\n");
}

static void
put_kind(struct buf *out, const struct verify_says *s, enum verify_kind kind)
{
	size_t shown = 0;

	for (size_t i = 0; i < s->n && shown < SHOWN; i++) {
		const struct verify_finding *f = &s->finding[i];

		if (f->kind != kind)
			continue;
		shown++;
		if (kind == VERIFY_DIFFERENCE && f->text == NULL) {
			put_difference(out, f);
			continue;
		}
		buf_puts(out, kind == VERIFY_NOTE ? "note: " : kind ==
		    VERIFY_REASON ? "why: " : "");
		escape_terminal(out, span_of(f->text));
		buf_putc(out, '\n');
	}
	if (s->count[kind] > shown)
		buf_printf(out, "and %zu more; --json has them\n",
		    s->count[kind] - shown);
}

static void
put_text(struct buf *out, const struct verify_says *s, const char *bundle)
{
	size_t differ = verify_figures_differ(s);

	for (int k = 0; k < VERIFY__KINDS; k++)
		put_kind(out, s, (enum verify_kind)k);
	escape_terminal(out, span_of(bundle));
	if (s->count[VERIFY_FAULT] > 0) {
		buf_puts(out, ": damaged\n");
		return;
	}
	buf_printf(out, ": %zu files are as the manifest says", s->files);
	if (s->proofs > 0)
		buf_printf(out, "; %zu proofs are not as the criteria say",
		    s->proofs);
	if (!s->counted && s->chained)
		buf_puts(out, differ == 0 ?
		    s->head != NULL ? "; the store's chain is whole, and has "
		    "its head" : "; the store's chain is whole" :
		    "; the store is not as the chain says");
	else if (!s->counted)
		buf_puts(out, "; nothing was counted again: give the logs, "
		    "too");
	else if (differ == 0)
		buf_printf(out, "; counted again from the logs, all %zu "
		    "figures are the same", s->cells);
	else
		buf_printf(out, "; counted again from the logs, %zu figures "
		    "differ (%zu were compared)", differ, s->cells);
	buf_putc(out, '\n');
	if (s->head != NULL) {
		buf_puts(out, "head of its chain: ");
		escape_terminal(out, span_of(s->head));
		buf_putc(out, '\n');
	}
}

/* ---- for programs ---- */

static void
put_finding(struct json *j, const struct verify_finding *f)
{
	json_line(j);
	json_object(j);
	if (f->text != NULL) {
		json_key_text(j, "what", f->what);
		json_key_text(j, "text", f->text);
		json_end(j);
		return;
	}
	json_key(j, "table");
	json_string(j, f->table);
	json_key(j, "key");
	json_string(j, f->key);
	json_key(j, "column");
	json_string(j, f->column);
	json_key(j, "bundle");
	json_string(j, f->bundle);
	json_key(j, "logs");
	json_string(j, f->logs);
	json_end(j);
}

static void
put_json(struct buf *out, const struct verify_says *s, const char *bundle)
{
	struct json j = json_begin(out);

	json_object(&j);
	json_key_int(&j, "v", 1);
	json_key_text(&j, "what", "verify");
	json_key_text(&j, "bundle", bundle);
	json_key_text(&j, "site", s->site);
	json_key_text(&j, "period", s->period);
	json_key_text(&j, "head", s->head);
	json_key_int(&j, "files", (int64_t)s->files);
	json_key_bool(&j, "damaged", s->count[VERIFY_FAULT] > 0);
	json_key_bool(&j, "counted", s->counted);
	json_key(&j, "equal");
	if (s->counted || s->chained || s->proofs > 0)
		json_bool(&j, s->count[VERIFY_DIFFERENCE] == 0);
	else
		json_null(&j);
	json_key_bool(&j, "chained", s->chained);
	json_key_int(&j, "figures", (int64_t)s->cells);
	for (int k = 0; k < VERIFY__KINDS; k++) {
		json_line(&j);
		json_key(&j, kinds[k]);
		json_array(&j);
		for (size_t i = 0; i < s->n; i++)
			if ((int)s->finding[i].kind == k)
				put_finding(&j, &s->finding[i]);
		json_end(&j);
	}
	json_end(&j);
	json_finish(&j);
}

void
verify_print(const struct verify_says *s, const char *bundle, bool json)
{
	struct buf out = { 0 };

	(json ? put_json : put_text)(&out, s, bundle);
	fwrite(out.p, 1, out.n, stdout);
	buf_close(&out);
}
