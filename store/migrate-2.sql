-- Version 2: months of older tools, events, and days whose details were forgotten.
ALTER TABLE site ADD COLUMN forgotten INTEGER;
CREATE TABLE history (
	id       INTEGER PRIMARY KEY,
	site     INTEGER NOT NULL,
	month    INTEGER NOT NULL,
	visits   INTEGER,
	visitors INTEGER,
	pages    INTEGER,
	hits     INTEGER,
	source   TEXT NOT NULL,
	sha256   TEXT NOT NULL,
	by       TEXT NOT NULL,
	recorded_s INTEGER NOT NULL
);
CREATE INDEX history_month ON history (site, month);
CREATE TABLE event (
	id     INTEGER PRIMARY KEY,
	at_s   INTEGER NOT NULL,
	what   TEXT NOT NULL,
	detail TEXT NOT NULL
);
