-- Version 3: counts by dimensions in place of pages and doors; uncertain visitors; registers of
-- distinct visitors.  Parts of open days are of a form that is read no more: these days
-- stay as they are, and are sealed.  A day whose lines are counted, but not yet its
-- figures, keeps its mark, and is left out of what must add up.
CREATE TABLE unique_key (
	year   INTEGER PRIMARY KEY,
	secret BLOB
);
CREATE TABLE unique_day (
	site INTEGER NOT NULL,
	day  INTEGER NOT NULL,
	registers BLOB,
	PRIMARY KEY (site, day)
) WITHOUT ROWID;
CREATE TABLE tally (
	site  INTEGER NOT NULL,
	day   INTEGER NOT NULL,
	dim   INTEGER NOT NULL,
	key   INTEGER NOT NULL,
	hits  INTEGER NOT NULL, pages INTEGER NOT NULL, bytes INTEGER NOT NULL,
	robot_hits INTEGER NOT NULL, robot_pages INTEGER NOT NULL, robot_bytes INTEGER NOT NULL,
	rest_hits  INTEGER NOT NULL, rest_pages  INTEGER NOT NULL, rest_bytes  INTEGER NOT NULL,
	visits     INTEGER NOT NULL,
	visitors   INTEGER NOT NULL,
	PRIMARY KEY (site, day, dim, key)
) WITHOUT ROWID;
INSERT INTO tally SELECT site, day, 1, page, views, views, bytes, 0, 0, 0, 0, 0, 0, 0, 0
	FROM page;
INSERT INTO tally SELECT site, day, CASE kind WHEN 'entry' THEN 2 ELSE 3 END, page,
	0, 0, 0, 0, 0, 0, 0, 0, 0, visits, 0 FROM door;
DROP TABLE page;
DROP TABLE door;
ALTER TABLE day ADD COLUMN doubt_visitors INTEGER NOT NULL DEFAULT 0;
ALTER TABLE day ADD COLUMN doubt_visits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE day ADD COLUMN doubt_pages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE day ADD COLUMN top_views INTEGER NOT NULL DEFAULT 0;
UPDATE site SET sealed = (SELECT max(day) FROM day WHERE site = site.id)
	WHERE id IN (SELECT site FROM day WHERE state = 'open');
UPDATE day SET state = 'sealed';
DROP TABLE part;
CREATE TABLE part (
	id   INTEGER PRIMARY KEY,
	site INTEGER NOT NULL,
	day  INTEGER NOT NULL,
	slice INTEGER,
	body BLOB NOT NULL
);
CREATE INDEX part_day ON part (site, day, slice);
DELETE FROM carried;
-- Sums of months and years; the size of all texts; lists that days were counted by.
ALTER TABLE site ADD COLUMN hours_folded INTEGER;
CREATE TABLE tally_fold (
	site  INTEGER NOT NULL,
	day   INTEGER NOT NULL,
	last  INTEGER NOT NULL,
	dim   INTEGER NOT NULL,
	key   INTEGER NOT NULL,
	hits  INTEGER NOT NULL, pages INTEGER NOT NULL, bytes INTEGER NOT NULL,
	robot_hits INTEGER NOT NULL, robot_pages INTEGER NOT NULL, robot_bytes INTEGER NOT NULL,
	rest_hits  INTEGER NOT NULL, rest_pages  INTEGER NOT NULL, rest_bytes  INTEGER NOT NULL,
	visits     INTEGER NOT NULL,
	visitors   INTEGER NOT NULL,
	PRIMARY KEY (site, day, last, dim, key)
) WITHOUT ROWID;
CREATE TABLE folded (
	site  INTEGER NOT NULL,
	day   INTEGER NOT NULL,
	last  INTEGER NOT NULL,
	PRIMARY KEY (site, day, last)
) WITHOUT ROWID;
CREATE TABLE list (
	id      INTEGER PRIMARY KEY,
	kind    TEXT NOT NULL,
	name    TEXT NOT NULL,
	version TEXT NOT NULL,
	sha256  TEXT NOT NULL,
	UNIQUE (kind, name, version, sha256)
);
CREATE TABLE day_list (
	site INTEGER NOT NULL,
	day  INTEGER NOT NULL,
	list INTEGER NOT NULL,
	PRIMARY KEY (site, day, list)
) WITHOUT ROWID;
CREATE TABLE term_sum (
	n     INTEGER NOT NULL,
	bytes INTEGER NOT NULL
);
INSERT INTO term_sum SELECT count(*), coalesce(sum(length(CAST(text AS BLOB))), 0) FROM term;
CREATE TRIGGER term_added AFTER INSERT ON term BEGIN
	UPDATE term_sum SET n = n + 1, bytes = bytes + length(CAST(new.text AS BLOB));
END;
CREATE TRIGGER term_gone AFTER DELETE ON term BEGIN
	UPDATE term_sum SET n = n - 1, bytes = bytes - length(CAST(old.text AS BLOB));
END;
