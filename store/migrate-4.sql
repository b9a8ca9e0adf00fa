-- Version 4: figures of a day's hours.  Days that were derived before have none: unknown, not
-- zero.  Open ones are derived again.
CREATE TABLE day_hour (
	site INTEGER NOT NULL,
	day  INTEGER NOT NULL,
	body BLOB NOT NULL,
	PRIMARY KEY (site, day)
) WITHOUT ROWID;
UPDATE day SET dirty = 1 WHERE state = 'open';
