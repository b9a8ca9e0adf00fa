/* SPDX-License-Identifier: MIT */
#include "store/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/dim.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

static struct db *
open_db(void)
{
	struct db *db = NULL;
	struct err err;

	must(db_open(NULL, DB_WRITE, &db, &err) && db_begin(db, &err), &err);
	return db;
}

static int64_t
id_of(struct names *n, const char *text)
{
	struct err err;
	int64_t id = -1;

	must(names_id(n, span_of(text), &id, &err), &err);
	return id;
}

static int64_t
count(struct db *db)
{
	struct err err;
	int64_t n;

	must(db_number(db, "SELECT count(*) FROM term", &n, &err), &err);
	return n;
}

/* The text that the database has under that number. */
static bool
is_stored(struct db *db, int64_t id, const char *text)
{
	struct err err;
	bool row, same = false;

	db_start(db, STMT_TERM_GET, "t", span_of(text));
	must(db_next(db, STMT_TERM_GET, &row, &err), &err);
	if (row) {
		same = db_int(db, STMT_TERM_GET, 0) == id;
		db_end(db, STMT_TERM_GET);
	}
	return same;
}

static void
test_ids(void)
{
	struct db *db = open_db();
	struct names n = { 0 }, other;
	int64_t a, b;

	names_close(&n);
	ok(true, "zeroed names close");
	names_open(&n, db);
	is_int(id_of(&n, ""), 1, "the empty text is there from the first");
	a = id_of(&n, "/a");
	b = id_of(&n, "/b");
	ok(a != b && is_stored(db, a, "/a") && is_stored(db, b, "/b"),
	    "a text is kept under a number of its own");
	ok(id_of(&n, "/a") == a && count(db) == 3, "once");
	ok(id_of(&n, "/A") != a, "case makes another");
	names_open(&other, db);
	ok(id_of(&other, "/a") == a && id_of(&other, "/b") == b,
	    "whoever asks later is told the same");
	names_close(&other);
	names_close(&n);
	db_close(db);
}

static void
test_rollback(void)
{
	/* In a file: a store in memory takes nothing back. */
	char dir[] = "/tmp/t_names.XXXXXX", path[64], key[80];
	struct db *db = NULL;
	struct names n;
	struct err err;

	if (mkdtemp(dir) == NULL)
		abort();
	snprintf(path, sizeof(path), "%s/x.db", dir);
	snprintf(key, sizeof(key), "%s.key", path);
	must(db_open(path, DB_WRITE, &db, &err) && db_begin(db, &err), &err);
	names_open(&n, db);
	id_of(&n, "/gone");
	names_close(&n);
	db_rollback(db);
	must(db_begin(db, &err), &err);
	is_int(count(db), 1, "a rollback takes new texts back");
	names_open(&n, db);

	int64_t other = id_of(&n, "/other"), gone = id_of(&n, "/gone");

	ok(other != gone && is_stored(db, gone, "/gone"),
	    "the next transaction numbers them anew");
	names_close(&n);
	db_close(db);
	unlink(path);
	unlink(key);
	rmdir(dir);
}

/* ---- room for a few ---- */

static void
test_full(void)
{
	struct db *db = open_db();
	struct names n;
	int64_t known, other;

	names_open(&n, db);
	is_int(n.most, NAMES_MAX, "control: there is room for many");
	n.most = 3; /* with the empty one */
	known = id_of(&n, "/1");
	id_of(&n, "/2");
	other = id_of(&n, "/3");
	ok(is_stored(db, other, DIM_OTHER),
	    "what comes when there is no room is the other");
	is_int(count(db), 4, "for which there is always room");
	ok(id_of(&n, "/4") == other && id_of(&n, "/3") == other,
	    "so is all that comes later");
	ok(id_of(&n, DIM_OTHER) == other, "itself, too");
	is_int(id_of(&n, "/1"), known, "what is there keeps its number");
	is_int(count(db), 4, "and nothing is added");
	names_close(&n);

	names_open(&n, db);
	n.most = 3;
	ok(id_of(&n, "/5") == other && id_of(&n, "/1") == known &&
	    count(db) == 4, "in the next transaction as well");
	names_close(&n);
	db_close(db);
}

/* ---- more than are remembered ---- */

static void
test_many(void)
{
	enum { MANY = 230000 }; /* more than a transaction remembers */
	struct db *db = open_db();
	struct names n;
	char text[16];
	bool good = true;
	int64_t first;

	names_open(&n, db);
	n.most = 205000;
	first = id_of(&n, "0");
	for (int i = 1; i < MANY; i++) {
		snprintf(text, sizeof(text), "%d", i);
		id_of(&n, text);
	}
	is_int(count(db), 205001, "so many, and the other");
	ok(id_of(&n, "0") == first, "the first is found again");
	for (int i = 0; i < MANY; i += 997) {
		snprintf(text, sizeof(text), "%d", i);
		good = good && is_stored(db, id_of(&n, text),
		    i < 204999 ? text : DIM_OTHER);
	}
	ok(good, "what was forgotten meanwhile has its number");
	names_close(&n);
	db_close(db);
}

int
main(void)
{
	test_ids();
	test_rollback();
	test_full();
	test_many();
	return done();
}
