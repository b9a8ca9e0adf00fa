-- The store, version 4.  Times are UTC seconds, days local day numbers since 1970.
-- Addresses and agents are nowhere; visitors are keyed hashes in part and
-- carried, whose rows go when the day is sealed.

CREATE TABLE meta (          -- 'key': the fingerprint of the secret
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE site (
	id       INTEGER PRIMARY KEY,
	name     TEXT NOT NULL UNIQUE,     -- [site "name"]
	zone     TEXT NOT NULL,
	window_s INTEGER NOT NULL,         -- W: spans are built with it
	sealed   INTEGER,                  -- last sealed day
	forgotten INTEGER,                 -- of days up to this one only the figures are kept
	hours_folded INTEGER               -- of days up to this one hours are one sum
);

-- One row for each stream: a log's decompressed content, whatever its files are called.
CREATE TABLE stream (
	id       INTEGER PRIMARY KEY,
	grp      TEXT NOT NULL,            -- log group: equal contents of two groups stay apart
	format   TEXT NOT NULL,
	consumed INTEGER NOT NULL,         -- bytes counted, up to just after a newline
	tail     INTEGER NOT NULL,         -- 1: the unfinished line after them is counted too
	chain    BLOB NOT NULL,            -- prefix hash at the start of the block of the last consumed byte
	hash     BLOB NOT NULL,            -- prefix hash at `consumed`
	first_s  INTEGER, last_s INTEGER,  -- least and greatest time of its lines
	path     TEXT NOT NULL             -- where it was last seen: for messages
);
CREATE TABLE mark (          -- prefix hashes of a stream
	stream INTEGER NOT NULL,
	bytes  INTEGER NOT NULL,
	hash   BLOB NOT NULL,
	PRIMARY KEY (stream, bytes)
) WITHOUT ROWID;
CREATE TABLE head (          -- those within its first KiB, to find it by
	grp    TEXT NOT NULL,
	hash   BLOB NOT NULL,
	stream INTEGER NOT NULL,
	last   INTEGER NOT NULL,           -- 1: the stream has no later one
	PRIMARY KEY (grp, hash, stream)
) WITHOUT ROWID;
CREATE TABLE file (          -- files as last seen: unchanged ones are not read again
	grp    TEXT NOT NULL,
	dev    INTEGER NOT NULL,
	ino    INTEGER NOT NULL,
	size   INTEGER NOT NULL,
	mtime_ns INTEGER NOT NULL,
	stream INTEGER,                    -- NULL: nothing to count in it
	state  TEXT NOT NULL,              -- 'counted', 'copy', 'unverified', 'damaged', 'refused', 'limit BYTES'
	path   TEXT NOT NULL,
	PRIMARY KEY (grp, dev, ino)
) WITHOUT ROWID;

-- Every line read is in exactly one row.
CREATE TABLE ledger (
	stream INTEGER NOT NULL,
	site   INTEGER NOT NULL,           -- 0: no one site's
	day    INTEGER NOT NULL,           -- -2147483648: none
	class  TEXT NOT NULL,
	lines  INTEGER NOT NULL,
	PRIMARY KEY (stream, site, day, class)
) WITHOUT ROWID;
CREATE INDEX ledger_day ON ledger (site, day);

CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE term_sum (      -- of all terms: one row, kept by triggers, as counting them takes long
	n     INTEGER NOT NULL,
	bytes INTEGER NOT NULL
);
INSERT INTO term_sum VALUES (0, 0);
CREATE TRIGGER term_added AFTER INSERT ON term BEGIN
	UPDATE term_sum SET n = n + 1, bytes = bytes + length(CAST(new.text AS BLOB));
END;
CREATE TRIGGER term_gone AFTER DELETE ON term BEGIN
	UPDATE term_sum SET n = n - 1, bytes = bytes - length(CAST(old.text AS BLOB));
END;

-- What lines of open days contributed, as they were folded: sums and the spans of visitors, packed
-- (store/part.h).  Merging is associative, so a commit only appends; a few parts of a day are
-- merged into one now and then.  All tables of days below follow from them.
CREATE TABLE part (
	id   INTEGER PRIMARY KEY,
	site INTEGER NOT NULL,
	day  INTEGER NOT NULL,
	slice INTEGER,                     -- store/parts.h; NULL: it has something of all
	body BLOB NOT NULL
);
CREATE INDEX part_day ON part (site, day, slice);
CREATE TABLE carried (       -- visits of the last sealed day that may still go on
	site   INTEGER NOT NULL,
	day    INTEGER NOT NULL,
	key    BLOB NOT NULL,
	last_s INTEGER NOT NULL,
	known  INTEGER NOT NULL,           -- later views that the visit's frozen figures have
	PRIMARY KEY (site, day, key)
) WITHOUT ROWID;

CREATE TABLE day (
	site      INTEGER NOT NULL,
	day       INTEGER NOT NULL,
	state     TEXT NOT NULL,           -- 'open', 'sealed'
	dirty     INTEGER NOT NULL,        -- 1: what follows is to be derived again
	counted_first_s INTEGER NOT NULL,  -- the run's clock when a line of it was first...
	counted_last_s  INTEGER NOT NULL,  -- ...and last counted; 0: none was
	pages     INTEGER NOT NULL DEFAULT 0, -- human page views
	visits    INTEGER NOT NULL DEFAULT 0,
	visitors  INTEGER NOT NULL DEFAULT 0,
	bounces   INTEGER NOT NULL DEFAULT 0,
	views     INTEGER NOT NULL DEFAULT 0,
	timed     INTEGER NOT NULL DEFAULT 0,
	timed_s   INTEGER NOT NULL DEFAULT 0,
	online_s  INTEGER NOT NULL DEFAULT 0,
	peak      INTEGER NOT NULL DEFAULT 0,
	peak_at_s INTEGER NOT NULL DEFAULT 0,
	carried   INTEGER NOT NULL DEFAULT 0,
	joined    INTEGER NOT NULL DEFAULT 0,
	back      BLOB,                    -- digests of what it lends to the day before,
	ahead     BLOB,                    -- and to the day after (aggregate/spill.h)
	doubt_visitors INTEGER NOT NULL DEFAULT 0, -- who may be robots: aggregate/facets.h
	doubt_visits   INTEGER NOT NULL DEFAULT 0,
	doubt_pages    INTEGER NOT NULL DEFAULT 0,
	top_views      INTEGER NOT NULL DEFAULT 0, -- of the address with most, at least: history, not content
	unseen         INTEGER NOT NULL DEFAULT 0, -- pages that first_seen has no room for: history, too
	PRIMARY KEY (site, day)
) WITHOUT ROWID;
CREATE TABLE hour (
	site    INTEGER NOT NULL,
	day     INTEGER NOT NULL,
	hour    INTEGER NOT NULL,          -- since local midnight, 0..25
	class   TEXT NOT NULL,
	outcome TEXT NOT NULL,
	hits    INTEGER NOT NULL,
	bytes   INTEGER NOT NULL,
	PRIMARY KEY (site, day, hour, class, outcome)
) WITHOUT ROWID;
CREATE TABLE day_hour (      -- figures of a day's hours, packed (store/hours.h)
	site INTEGER NOT NULL,
	day  INTEGER NOT NULL,
	body BLOB NOT NULL,
	PRIMARY KEY (site, day)
) WITHOUT ROWID;
CREATE TABLE unique_key (    -- of the visitors of a calendar year; NULL: destroyed
	year   INTEGER PRIMARY KEY,
	secret BLOB
);
CREATE TABLE unique_day (    -- HyperLogLog registers of a day's visitors (common/hll.h)
	site INTEGER NOT NULL,
	day  INTEGER NOT NULL,
	registers BLOB,                    -- NULL: not known here
	PRIMARY KEY (site, day)
) WITHOUT ROWID;

CREATE TABLE tally (         -- a day's counts under the keys of its dimensions
	site  INTEGER NOT NULL,
	day   INTEGER NOT NULL,
	dim   INTEGER NOT NULL,            -- common/dim.h
	key   INTEGER NOT NULL,            -- term
	hits  INTEGER NOT NULL, pages INTEGER NOT NULL, bytes INTEGER NOT NULL, -- people's
	robot_hits INTEGER NOT NULL, robot_pages INTEGER NOT NULL, robot_bytes INTEGER NOT NULL,
	rest_hits  INTEGER NOT NULL, rest_pages  INTEGER NOT NULL, rest_bytes  INTEGER NOT NULL,
	visits     INTEGER NOT NULL,
	visitors   INTEGER NOT NULL,       -- visitor-days
	PRIMARY KEY (site, day, dim, key)
) WITHOUT ROWID;
CREATE TABLE tally_fold (    -- the same of a whole month or year, in place of its days' (store/retain.h)
	site  INTEGER NOT NULL,
	day   INTEGER NOT NULL,            -- its first day...
	last  INTEGER NOT NULL,            -- ...and its last
	dim   INTEGER NOT NULL,
	key   INTEGER NOT NULL,
	hits  INTEGER NOT NULL, pages INTEGER NOT NULL, bytes INTEGER NOT NULL,
	robot_hits INTEGER NOT NULL, robot_pages INTEGER NOT NULL, robot_bytes INTEGER NOT NULL,
	rest_hits  INTEGER NOT NULL, rest_pages  INTEGER NOT NULL, rest_bytes  INTEGER NOT NULL,
	visits     INTEGER NOT NULL,
	visitors   INTEGER NOT NULL,
	PRIMARY KEY (site, day, last, dim, key)
) WITHOUT ROWID;
CREATE TABLE folded (        -- which months and years those are
	site  INTEGER NOT NULL,
	day   INTEGER NOT NULL,
	last  INTEGER NOT NULL,
	PRIMARY KEY (site, day, last)
) WITHOUT ROWID;
CREATE TABLE first_seen (    -- pages and documents that answered (store/seen.h)
	site  INTEGER NOT NULL,
	hash  INTEGER NOT NULL,            -- of the name, keyed: it outlives the name
	first INTEGER NOT NULL,            -- the first such day
	kind  INTEGER NOT NULL,            -- dimension: 1 page, 4 download
	name  TEXT,                        -- NULL: forgotten
	PRIMARY KEY (site, hash)
) WITHOUT ROWID;
CREATE INDEX first_day ON first_seen (site, first);
CREATE TABLE list (          -- what lines were judged by: a list of robots, a database of countries...
	id      INTEGER PRIMARY KEY,
	kind    TEXT NOT NULL,
	name    TEXT NOT NULL,
	version TEXT NOT NULL,             -- or ''
	sha256  TEXT NOT NULL,
	UNIQUE (kind, name, version, sha256)
);
CREATE TABLE day_list (      -- which of them a day's lines were
	site INTEGER NOT NULL,
	day  INTEGER NOT NULL,
	list INTEGER NOT NULL,
	PRIMARY KEY (site, day, list)
) WITHOUT ROWID;

CREATE TABLE baseline (      -- opening balances; the one of the latest as_of holds
	id         INTEGER PRIMARY KEY,
	site       INTEGER NOT NULL,
	as_of_day  INTEGER NOT NULL,       -- the total is this value + the days from here on
	value      INTEGER NOT NULL,
	unit       TEXT NOT NULL,
	source     TEXT NOT NULL,
	sha256     TEXT NOT NULL,          -- of the proof, or ''
	by         TEXT NOT NULL,
	recorded_s INTEGER NOT NULL
);

CREATE TABLE history (       -- months of an older tool, for people to compare: in no sum
	id       INTEGER PRIMARY KEY,
	site     INTEGER NOT NULL,
	month    INTEGER NOT NULL,         -- its first day; the last row of a month holds
	visits   INTEGER,                  -- NULL: the tool did not tell
	visitors INTEGER,
	pages    INTEGER,
	hits     INTEGER,
	source   TEXT NOT NULL,            -- the tool
	sha256   TEXT NOT NULL,            -- of the file that it was read from
	by       TEXT NOT NULL,
	recorded_s INTEGER NOT NULL
);
CREATE INDEX history_month ON history (site, month);
CREATE TABLE rank (          -- places in rankings that others publish; the latest row of a year holds
	id         INTEGER PRIMARY KEY,
	site       INTEGER NOT NULL,
	name       TEXT NOT NULL,          -- of the index
	year       INTEGER NOT NULL,
	rank       INTEGER NOT NULL,
	units      INTEGER NOT NULL,       -- that were ranked
	population TEXT NOT NULL,          -- which, or ''
	source     TEXT NOT NULL,          -- the file that says so,
	sha256     TEXT NOT NULL,          -- and its content's
	note       TEXT NOT NULL,          -- or ''
	by         TEXT NOT NULL,          -- or ''
	recorded_s INTEGER NOT NULL
);
CREATE INDEX rank_year ON rank (site, name, year);
CREATE TABLE event (         -- what was done by hand: migrated, merged, forgotten...
	id     INTEGER PRIMARY KEY,
	at_s   INTEGER NOT NULL,
	what   TEXT NOT NULL,
	detail TEXT NOT NULL
);

CREATE TABLE seal_link (     -- the chain: what sealed days were like when a link was added (store/chain.h)
	seq    INTEGER PRIMARY KEY,        -- 1, 2, 3...
	at_s   INTEGER NOT NULL,
	kind   TEXT NOT NULL,              -- 'seal', 'restate', 'merge', 'forget', 'fold'...
	site   TEXT NOT NULL,
	first  INTEGER NOT NULL,           -- its first day...
	last   INTEGER NOT NULL,           -- ...and its last; -2147483648: none
	body   TEXT NOT NULL,              -- digests by day and table
	digest TEXT NOT NULL,              -- SHA-256 of body
	prev   TEXT NOT NULL,              -- hash of the link before
	hash   TEXT NOT NULL               -- SHA-256 of all but body
);
CREATE TABLE restatement (   -- periods that were read anew from the logs
	number INTEGER PRIMARY KEY,
	at_s   INTEGER NOT NULL,
	site   INTEGER NOT NULL,
	first  INTEGER NOT NULL,
	last   INTEGER NOT NULL,
	reason TEXT NOT NULL,
	by     TEXT NOT NULL,
	withdrawn TEXT NOT NULL,           -- logs that were left out on purpose, a line each
	lost      TEXT NOT NULL,           -- logs that were no longer there, likewise
	before TEXT NOT NULL,              -- sums over the period: JSON
	after  TEXT NOT NULL,
	lists_before TEXT NOT NULL,        -- what its lines were judged by, a line each
	lists_after  TEXT NOT NULL
);

CREATE TABLE pattern (       -- what each log pattern of a group delivered last
	grp    TEXT NOT NULL,
	glob   TEXT NOT NULL,
	newest_s INTEGER,                  -- greatest time of a line
	read_s INTEGER,                    -- the run's clock when it was last read to its end
	PRIMARY KEY (grp, glob)
) WITHOUT ROWID;
CREATE TABLE run (
	id       INTEGER PRIMARY KEY,
	at_s     INTEGER NOT NULL,
	lines    INTEGER NOT NULL,
	files    INTEGER NOT NULL,
	robots   TEXT NOT NULL,            -- list's name, its version if known, and SHA-256
	version  TEXT NOT NULL
);
