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
