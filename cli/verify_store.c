/* SPDX-License-Identifier: MIT */
#include "cli/verify_store.h"

#include <ctype.h>
#include <stdio.h>

#include "cli/workplace.h"
#include "publish/escape.h"
#include "publish/json.h"
#include "store/chain_check.h"

enum { MOST_FINDINGS = 1000 };

struct verifying {
	struct buf findings; /* each with a NUL */
	int64_t told;
};

static void
take(void *self, const char *finding)
{
	struct verifying *v = self;

	if (v->told++ >= MOST_FINDINGS)
		return;
	buf_puts(&v->findings, finding);
	buf_putc(&v->findings, '\0');
}

/* As it is stored; a hash of another form is told before the store is read. */
static bool
read_head(const struct options *o, char out[CHAIN_HEX + 1], struct err *err)
{
	const char *text = o->value[OPTION_HEAD];
	size_t n = text != NULL ? strlen(text) : 0;

	out[0] = '\0';
	if (text == NULL)
		return true;
	for (size_t i = 0; i < n && n == CHAIN_HEX; i++) {
		out[i] = (char)tolower((unsigned char)text[i]);
		if (!isxdigit((unsigned char)text[i]))
			n = 0;
	}
	out[CHAIN_HEX] = '\0';
	return n == CHAIN_HEX || err_set(err, ERR_USAGE, "--head: the head of "
	    "a chain has %d hexadecimal digits", CHAIN_HEX);
}

static void
put_json(const struct verifying *v, const struct chain_checked *c,
    const char *asked)
{
	struct buf out = { 0 };
	struct json j = json_begin(&out);
	bool lost = asked[0] != '\0' && c->asked_seq == 0;

	json_object(&j);
	json_key_int(&j, "v", 1);
	json_key_bool(&j, "ok", c->wrong == 0 && !lost);
	json_key_int(&j, "links", c->links);
	json_key_int(&j, "days", c->days);
	json_key_int(&j, "open_days", c->open);
	json_key_text(&j, "head", c->head.seq > 0 ? c->head.hash : NULL);
	json_key(&j, "asked");
	if (asked[0] != '\0') {
		json_object(&j);
		json_key_text(&j, "head", asked);
		json_key_bool(&j, "found", !lost);
		json_key(&j, "link");
		if (lost)
			json_null(&j);
		else
			json_int(&j, c->asked_seq);
		json_end(&j);
	} else {
		json_null(&j);
	}
	json_key_int(&j, "wrong", c->wrong);
	json_key(&j, "findings");
	json_array(&j);
	for (struct span rest = buf_view(&v->findings); rest.n > 0;) {
		json_line(&j);
		json_string(&j, span_cut(&rest, '\0'));
	}
	json_end(&j);
	json_end(&j);
	json_finish(&j);
	fwrite(out.p, 1, out.n, stdout);
	buf_close(&out);
}

static void
put_text(const struct verifying *v, const struct chain_checked *c,
    const char *asked)
{
	struct buf text = { 0 };

	for (struct span rest = buf_view(&v->findings); rest.n > 0;) {
		escape_terminal(&text, span_cut(&rest, '\0'));
		buf_putc(&text, '\n');
	}
	if (text.n > 0)
		fwrite(text.p, 1, text.n, stdout);
	buf_close(&text);
	if (v->told > MOST_FINDINGS)
		printf("... and %lld more\n",
		    (long long)(v->told - MOST_FINDINGS));
	if (asked[0] != '\0' && c->asked_seq == 0)
		printf("chain: %s is not among its links\n", asked);
	else if (asked[0] != '\0')
		printf("%s is link %lld\n", asked, (long long)c->asked_seq);
	if (c->wrong == 0)
		printf("ok: %lld links, %lld days\n", (long long)c->links,
		    (long long)c->days);
	if (c->open > 0)
		printf("%lld days are open: the chain does not know them yet\n",
		    (long long)c->open);
	if (c->head.seq > 0)
		printf("head %s\n", c->head.hash);
}

bool
verify_store(const struct options *o, int *status, struct err *err)
{
	struct verifying v = { .told = 0 };
	struct workplace w = { .lock = -1 };
	struct chain_checked c = { .links = 0 };
	char asked[CHAIN_HEX + 1];
	bool good = read_head(o, asked, err) && workplace_read(o, &w, err);
	struct chain_question q = { asked[0] != '\0' ? asked : NULL, take,
		&v };

	good = good && chain_check(w.db, &q, &c, err);
	if (good) {
		*status = c.wrong > 0 || (q.asked != NULL && c.asked_seq == 0);
		if (options_has(o, OPTION_JSON))
			put_json(&v, &c, asked);
		else
			put_text(&v, &c, asked);
	}
	buf_close(&v.findings);
	workplace_close(&w);
	return good;
}
