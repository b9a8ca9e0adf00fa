/* SPDX-License-Identifier: MIT */
#include "store/chain.h"

#include "store/chain_check.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { DAY = 19000 };

static const struct {
	const char *name;
	const char *text;   /* of a list's name */
	const char *bytes;  /* that are digested */
} row[] = {
	{ "a row is its fields, tabs between, and a newline",
	    "plain", "robots\tplain\t\tff\n" },
	{ "a tab in a text is no end of a field",
	    "a\tb", "robots\ta\\x09b\t\tff\n" },
	{ "a newline is no end of a row",
	    "a\nb", "robots\ta\\x0ab\t\tff\n" },
	{ "a backslash cannot look like one of these",
	    "a\\x09b", "robots\ta\\x5cx09b\t\tff\n" },
	{ "other bytes stay", "\xc3\xa1\xff", "robots\t\xc3\xa1\xff\t\tff\n" },
};

static void
check_rows(struct rig *r)
{
	struct buf scratch = { 0 };

	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++) {
		int32_t day = DAY + (int32_t)i;
		struct chain_rows rows = { CHAIN_DAY_LIST, r->store.id, day };
		char got[CHAIN_HEX + 1], want[CHAIN_HEX + 1];

		must(db_run(r->db, &r->err, STMT_LIST_ADD, "tttt",
		    SPAN("robots"), span_of(row[i].text), SPAN(""),
		    SPAN("ff")) && db_run(r->db, &r->err, STMT_DAY_LIST_ADD,
		    "iii", r->store.id, (int64_t)day,
		    db_inserted(r->db)) && chain_digest(r->db, &rows,
		    &scratch, got, &r->err), &r->err);
		hash_sha256_hex(row[i].bytes, strlen(row[i].bytes), want);
		is_text(got, want, "%s", row[i].name);
	}
	buf_close(&scratch);
}

static void
take_text(void *self, const char *finding)
{
	buf_printf(self, "%s\n", finding);
}

static int64_t
wrong(struct rig *r, struct buf *text)
{
	struct chain_question q = { NULL, take_text, text };
	struct chain_checked c;

	buf_clear(text);
	must(db_commit(r->db, &r->err) && chain_check(r->db, &q, &c,
	    &r->err) && db_begin(r->db, &r->err), &r->err);
	return c.wrong;
}

static void
check_links(struct rig *r)
{
	struct chain_note note = { .kind = CHAIN_KIND_SEAL, .at_s = 5,
		.site = r->store.id, .days = { DAY, DAY + 4 },
		.tables = CHAIN_ALL_DAY };
	struct chain_head head;
	struct buf text = { 0 };

	must(chain_head(r->db, &head, &r->err), &r->err);
	is_int(head.seq, 0, "a new store has no link");
	must(sites_seal(&r->store, DAY + 4, NULL, 0, &r->err), &r->err);
	ok(wrong(r, &text) > 0, "sealed rows without a link are found");
	must(chain_add(r->db, &note, &r->err) &&
	    chain_head(r->db, &head, &r->err), &r->err);
	is_int(head.seq, 1, "there is a link");
	is_int(wrong(r, &text), 0, "and what it says is so: %s",
	    buf_text(&text));
	must(db_script(r->db, "DELETE FROM day_list WHERE day = 19001",
	    &r->err), &r->err);
	is_int(wrong(r, &text), 1, "a row that is gone is found");
	ok(strstr(buf_text(&text), "2022-01-09") != NULL &&
	    strstr(buf_text(&text), "day_list") != NULL,
	    "with its day and table: %s", buf_text(&text));
	note.kind = CHAIN_KIND_FORGET;
	note.days = (struct period){ INT32_MIN, DAY + 2 };
	must(chain_add(r->db, &note, &r->err), &r->err);
	is_int(wrong(r, &text), 0, "a link may say that it is gone: %s",
	    buf_text(&text));
	note.days = (struct period){ 1, 0 };
	must(chain_add(r->db, &note, &r->err) &&
	    chain_head(r->db, &head, &r->err), &r->err);
	is_int(head.seq, 2, "a link that would say nothing is none");
	buf_close(&text);
}

int
main(void)
{
	struct rig r;

	rig_open(&r, NULL, "UTC");
	must(db_begin(r.db, &r.err), &r.err);
	check_rows(&r);
	check_links(&r);
	rig_close(&r);
	return done();
}
