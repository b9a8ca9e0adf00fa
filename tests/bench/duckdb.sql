SET threads = @THREADS@;
WITH hit AS (
	SELECT substr(stamp, 2, 11) AS day, hash(address, agent) AS visitor,
	       split_part(request, ' ', 2) AS path
	FROM read_csv('@LOG@', delim = ' ', quote = '"', escape = '\',
	    header = false, auto_detect = false, strict_mode = false,
	    ignore_errors = true, columns = { 'address': 'VARCHAR',
	    'ident': 'VARCHAR', 'name': 'VARCHAR', 'stamp': 'VARCHAR',
	    'zone': 'VARCHAR', 'request': 'VARCHAR', 'status': 'VARCHAR',
	    'size': 'VARCHAR', 'referrer': 'VARCHAR', 'agent': 'VARCHAR' })),
each AS (
	SELECT grouping(path) AS kind, count(*) AS n
	FROM hit GROUP BY GROUPING SETS ((day, visitor), (path)))
SELECT sum(n) FILTER (kind = 0) AS lines,
       count(*) FILTER (kind = 0) AS paths,
       count(*) FILTER (kind = 1) AS visitors
FROM each;
