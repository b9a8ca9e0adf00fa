-- Version 4: figures of a day's hours; first days of pages; ranks.  Days that were derived before have none: unknown, not
-- zero.  Open ones are derived again.
CREATE TABLE day_hour (
	site INTEGER NOT NULL,
	day  INTEGER NOT NULL,
	body BLOB NOT NULL,
	PRIMARY KEY (site, day)
) WITHOUT ROWID;
UPDATE day SET dirty = 1 WHERE state = 'open';
ALTER TABLE day ADD COLUMN unseen INTEGER NOT NULL DEFAULT 0;
CREATE TABLE first_seen (
	site  INTEGER NOT NULL,
	hash  INTEGER NOT NULL,
	first INTEGER NOT NULL,
	kind  INTEGER NOT NULL,
	name  TEXT,
	PRIMARY KEY (site, hash)
) WITHOUT ROWID;
CREATE INDEX first_day ON first_seen (site, first);
CREATE TABLE rank (
	id         INTEGER PRIMARY KEY,
	site       INTEGER NOT NULL,
	name       TEXT NOT NULL,
	year       INTEGER NOT NULL,
	rank       INTEGER NOT NULL,
	units      INTEGER NOT NULL,
	population TEXT NOT NULL,
	source     TEXT NOT NULL,
	sha256     TEXT NOT NULL,
	note       TEXT NOT NULL,
	by         TEXT NOT NULL,
	recorded_s INTEGER NOT NULL
);
CREATE INDEX rank_year ON rank (site, name, year);
-- The chain begins with the days as they stand (store/migrate.c).
CREATE INDEX ledger_day ON ledger (site, day);
CREATE TABLE seal_link (
	seq    INTEGER PRIMARY KEY,
	at_s   INTEGER NOT NULL,
	kind   TEXT NOT NULL,
	site   TEXT NOT NULL,
	first  INTEGER NOT NULL,
	last   INTEGER NOT NULL,
	body   TEXT NOT NULL,
	digest TEXT NOT NULL,
	prev   TEXT NOT NULL,
	hash   TEXT NOT NULL
);
CREATE TABLE restatement (
	number INTEGER PRIMARY KEY,
	at_s   INTEGER NOT NULL,
	site   INTEGER NOT NULL,
	first  INTEGER NOT NULL,
	last   INTEGER NOT NULL,
	reason TEXT NOT NULL,
	by     TEXT NOT NULL,
	withdrawn TEXT NOT NULL,
	lost      TEXT NOT NULL,
	before TEXT NOT NULL,
	after  TEXT NOT NULL,
	lists_before TEXT NOT NULL,
	lists_after  TEXT NOT NULL
);
