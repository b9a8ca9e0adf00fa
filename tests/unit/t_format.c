/* SPDX-License-Identifier: MIT */
#include "tests/tap.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "common/ini.h"
#include "ingest/format.h"
#include "ingest/preset.h"

#define COMBINED "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\""
#define NGINX "$remote_addr - $remote_user [$time_local] \"$request\" " \
	"$status $body_bytes_sent \"$http_referer\" \"$http_user_agent\""
#define AT "[10/Oct/2025:13:55:36 +0700]" /* 1760079336 */
#define TAIL AT " \"GET /a?b=c HTTP/1.1\" 200 1234"
#define AGENTS " \"https://example.org/x\" \"Mozilla/5.0\""
#define LINE "192.0.2.7 - - " TAIL AGENTS
#define HIT "1760079336|192.0.2.7||GET|/a?b=c|HTTP/1.1|200|1234|" \
	"https://example.org/x|Mozilla/5.0|-1"
#define BARE "1760079336|192.0.2.7||GET|/a?b=c|HTTP/1.1|200|1234|||-1"

static struct span
guarded(const char *text)
{
	return (struct span){ tap_guarded(text, strlen(text)), strlen(text) };
}

static void
put(struct buf *out, struct span s)
{
	buf_span(out, s);
	buf_putc(out, '|');
}

/* What a line gives, as one text: owned by *out. */
static const char *
parse(const struct format *f, struct span line, struct buf *out)
{
	static const char *const others[] = { "hit", "malformed", "directive",
		"blank" };
	struct hit hit, before;
	enum format_line got;

	memset(&hit, 0x5a, sizeof(hit));
	before = hit;
	buf_clear(out);
	got = format_parse(f, line, &hit);
	if (got != FORMAT_HIT) {
		buf_puts(out, memcmp(&hit, &before, sizeof(hit)) == 0 ?
		    others[got] : "the hit was touched");
		return buf_text(out);
	}
	buf_printf(out, "%" PRId64 "|", hit.at_s);
	put(out, hit.addr);
	put(out, hit.host);
	put(out, hit.method);
	put(out, hit.target);
	put(out, hit.protocol);
	buf_printf(out, "%u|%" PRIu64 "|", (unsigned)hit.status, hit.bytes);
	put(out, hit.referrer);
	put(out, hit.agent);
	buf_printf(out, "%" PRId64, hit.took_us);
	return buf_text(out);
}

static struct format *
opened(const char *spec)
{
	struct format *f = NULL;
	struct err err = { 0 };

	if (!format_open(span_of(spec), &f, &err))
		diag("%s: %s", spec, err.text);
	return f;
}

static void
lines(void)
{
	static const struct {
		const char *name, *spec, *line, *want;
	} rows[] = {
		{ "combined", "combined", LINE, HIT },
		{ "a CR at the end is ignored", "combined", LINE "\r", HIT },
		{ "and is no part of a number", "common",
		    "192.0.2.7 - - " TAIL "\r", BARE },
		{ "a dash is nothing", "combined",
		    "192.0.2.7 - - " TAIL " \"-\" \"-\"", BARE },
		{ "what follows the last field is ignored", "combined",
		    LINE " \"-\" 17", HIT },
		{ "the last quote may be missing", "combined",
		    "192.0.2.7 - - " TAIL " \"https://example.org/x\" \"Mozilla/5.0",
		    HIT },
		{ "common", "common", "192.0.2.7 - - " TAIL, BARE },
		{ "a combined line read as common", "common", LINE, BARE },
		{ "a common line read as combined", "combined",
		    "192.0.2.7 - - " TAIL, BARE },
		{ "a line that ends with its status", "combined",
		    "192.0.2.7 - - " AT " \"GET /a?b=c HTTP/1.1\" 200",
		    "1760079336|192.0.2.7||GET|/a?b=c|HTTP/1.1|200|0|||-1" },
		{ "a line that ends before it", "combined",
		    "192.0.2.7 - - " AT " \"GET /a?b=c HTTP/1.1\" ",
		    "malformed" },
		{ "bytes that are none count as 0", "combined",
		    "192.0.2.7 - - " AT " \"GET /a?b=c HTTP/1.1\" 200 12x"
		    AGENTS, "1760079336|192.0.2.7||GET|/a?b=c|HTTP/1.1|200|0|"
		    "https://example.org/x|Mozilla/5.0|-1" },
		{ "vhost_combined", "vhost_combined",
		    "www.example.org:443 " LINE, "1760079336|192.0.2.7|"
		    "www.example.org|GET|/a?b=c|HTTP/1.1|200|1234|"
		    "https://example.org/x|Mozilla/5.0|-1" },
		{ "the virtual host may lack its port", "vhost_common",
		    "www.example.org 192.0.2.7 - - " TAIL, "1760079336|192.0.2.7|"
		    "www.example.org|GET|/a?b=c|HTTP/1.1|200|1234|||-1" },
		{ "a virtual host first is no address", "combined",
		    "www.example.org:443 " LINE, "malformed" },
		{ "the virtual host last", "combined_vhost",
		    LINE " www.example.org:443", "1760079336|192.0.2.7|"
		    "www.example.org|GET|/a?b=c|HTTP/1.1|200|1234|"
		    "https://example.org/x|Mozilla/5.0|-1" },
		{ "the same of common", "common_vhost",
		    "192.0.2.7 - - " TAIL " www.example.org", "1760079336|"
		    "192.0.2.7|www.example.org|GET|/a?b=c|HTTP/1.1|200|1234|||-1" },
		{ "a user's name may hold blanks", "combined",
		    "192.0.2.7 - John Begood " TAIL AGENTS, HIT },
		{ "a user's name cannot forge the time", "combined",
		    "192.0.2.7 - x [01/Jan/2001:00:00:00 +0000] " TAIL AGENTS,
		    HIT },
		{ "no user at all is another format", "combined",
		    "192.0.2.7 " TAIL AGENTS, "malformed" },
		{ "an escaped quote does not end a field", "combined",
		    "192.0.2.7 - - " AT " \"GET /\\\"x HTTP/1.1\" 200 1 \"-\" \"a\\\"b\"",
		    "1760079336|192.0.2.7||GET|/\\\"x|HTTP/1.1|200|1||a\\\"b|-1" },
		{ "an escaped backslash before it does not escape it", "combined",
		    "192.0.2.7 - - " AT " \"GET /\\\\\" 200 1 \"-\" \"a\"",
		    "1760079336|192.0.2.7||GET|/\\\\||200|1||a|-1" },
		{ "garbage for a request is still a hit", "combined",
		    "192.0.2.7 - - " AT " \"\\x16\\x03\" 400 859 \"-\" \"-\"",
		    "1760079336|192.0.2.7||||" "|400|859|||-1" },
		{ "a quote that no backslash escapes ends the request", "combined",
		    "192.0.2.7 - - " AT " \"GET /\"x HTTP/1.1\" 200 1 \"-\" \"a\"",
		    "malformed" },
		{ "a false date is no time", "combined",
		    "192.0.2.7 - - [31/Feb/2025:13:55:36 +0700] \"-\" 400 0",
		    "malformed" },
		{ "a status of 600 is none", "combined",
		    "192.0.2.7 - - " AT " \"-\" 600 0", "malformed" },
		{ "an escape in an address", "combined",
		    "192.0.2.7\\x22 - - " TAIL, "malformed" },
		{ "a text that is no log", "combined", "xxxxxxxxxxxx",
		    "malformed" },
		{ "a blank line", "combined", "", "blank" },
		{ "a line of blanks", "combined", " \t ", "blank" },
		{ "a line of a CR", "combined", "\r", "blank" },
		{ "a line that begins with a blank", "combined", " " LINE,
		    "malformed" },
		{ "a directive", "combined", "#Fields: date time", "directive" },
		{ "a format may begin with #", "#" COMBINED, "#" LINE, HIT },
		{ "then there are no directives", "#" COMBINED, "#x",
		    "malformed" },

		{ "nginx", NGINX, LINE, HIT },
		{ "nginx: its dash must be there", NGINX,
		    "192.0.2.7 x - " TAIL AGENTS, "malformed" },
		{ "nginx: the time it took", NGINX " $request_time",
		    LINE " 0.123", "1760079336|192.0.2.7||GET|/a?b=c|HTTP/1.1|"
		    "200|1234|https://example.org/x|Mozilla/5.0|123000" },
		{ "nginx: unknown variables are skipped", NGINX
		    " \"$http_x_forwarded_for\" rt=$request_time "
		    "uct=$upstream_connect_time h=\"$host\"", LINE
		    " \"203.0.113.9, 10.0.0.1\" rt=1.500 uct=0.001, 0.002 "
		    "h=\"www.example.org\"", "1760079336|192.0.2.7|"
		    "www.example.org|GET|/a?b=c|HTTP/1.1|200|1234|"
		    "https://example.org/x|Mozilla/5.0|1500000" },
		{ "nginx: ISO 8601", "$remote_addr [$time_iso8601] $status",
		    "192.0.2.7 [2025-10-10T13:55:36+07:00] 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "nginx: $msec", "$msec $remote_addr $status",
		    "1760079336.123 192.0.2.7 404",
		    "1760079336|192.0.2.7|||||404|0|||-1" },
		{ "nginx: an address with a port",
		    "$remote_addr:$remote_port [$time_local] $status",
		    "2001:db8::7:4711 " AT " 200",
		    "1760079336|2001:db8::7|||||200|0|||-1" },
		{ "nginx: a request in three", "${remote_addr} [$time_local] "
		    "\"$request_method $request_uri $server_protocol\" $status",
		    "192.0.2.7 " AT " \"GET /a b HTTP/1.1\" 200",
		    "1760079336|192.0.2.7||GET|/a b|HTTP/1.1|200|0|||-1" },
		{ "nginx: path and query are one target", "$remote_addr "
		    "[$time_local] $request_method $uri$is_args$args $status",
		    "192.0.2.7 " AT " GET /a?b=c 200",
		    "1760079336|192.0.2.7||GET|/a?b=c||200|0|||-1" },
		{ "nginx: a whole URL", "$remote_addr [$time_local] "
		    "\"$request_method $scheme://$host$request_uri\" $status",
		    "192.0.2.7 " AT " \"GET https://www.example.org/a?b=c\" 200",
		    "1760079336|192.0.2.7|www.example.org|GET|/a?b=c||200|0|||-1" },
		{ "nginx: JSON that it writes itself", "{\"a\":\"$remote_addr\","
		    "\"t\":\"$time_iso8601\",\"s\":$status,\"u\":\"$request_uri\","
		    "\"ua\":\"$http_user_agent\"}", "{\"a\":\"192.0.2.7\",\"t\":"
		    "\"2025-10-10T13:55:36+07:00\",\"s\":200,\"u\":\"/a\",\"ua\":"
		    "\"x \\\"y\\\", z\"}",
		    "1760079336|192.0.2.7|||/a||200|0||x \\\"y\\\", z|-1" },
		{ "nginx: a percent sign is itself", "$remote_addr 100% "
		    "[$time_local] $status", "192.0.2.7 100% " AT " 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },

		{ "Apache: the time served in microseconds", "%h %t %>s %D",
		    "192.0.2.7 " AT " 200 1500",
		    "1760079336|192.0.2.7|||||200|0|||1500" },
		{ "Apache: in milliseconds", "%h %t %>s %{ms}T",
		    "192.0.2.7 " AT " 200 15",
		    "1760079336|192.0.2.7|||||200|0|||15000" },
		{ "Apache: of seconds and microseconds the finer counts",
		    "%h %t %>s %T/%D", "192.0.2.7 " AT " 200 0/1500",
		    "1760079336|192.0.2.7|||||200|0|||1500" },
		{ "Apache: of %s and %>s the final one counts",
		    "%h %t %s %>s", "192.0.2.7 " AT " 301 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "Apache: modifiers of directives", "%h %t %>s "
		    "\"%!200,304{Referer}i\" \"%400,501{User-Agent}i\" %{x}^ti",
		    "192.0.2.7 " AT " 200 \"https://example.org/x\" \"-\" -",
		    "1760079336|192.0.2.7|||||200|0|https://example.org/x||-1" },
		{ "Apache: a header's name in any case",
		    "%h %t %>s \"%{user-agent}i\"",
		    "192.0.2.7 " AT " 200 \"Mozilla/5.0\"",
		    "1760079336|192.0.2.7|||||200|0||Mozilla/5.0|-1" },
		{ "Apache: cookies, notes and the like are skipped",
		    "%h %t %>s \"%{sid}C\" %X%k %{ratio}n \"%{User-Agent}i\"",
		    "192.0.2.7 " AT " 200 \"a b\" +0 (12%) \"x\"",
		    "1760079336|192.0.2.7|||||200|0||x|-1" },
		{ "Apache: path and query are one target",
		    "%h %t \"%m %U%q %H\" %>s",
		    "192.0.2.7 " AT " \"GET /a b?c HTTP/1.1\" 200",
		    "1760079336|192.0.2.7||GET|/a b?c|HTTP/1.1|200|0|||-1" },
		{ "Apache: a query apart is skipped", "%h %t %m %U \"%q\" %>s",
		    "192.0.2.7 " AT " GET /a \"?b c\" 200",
		    "1760079336|192.0.2.7||GET|/a||200|0|||-1" },
		{ "Apache: seconds", "%{sec}t %h %>s", "1760079336 192.0.2.7 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "Apache: milliseconds", "%{begin:msec}t %h %>s",
		    "1760079336123 192.0.2.7 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "Apache: microseconds", "%{end:usec}t %h %>s",
		    "1760079336123456 192.0.2.7 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "Apache: seconds and their fraction",
		    "%{sec}t.%{usec_frac}t %h %>s",
		    "1760079336.123456 192.0.2.7 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "Apache: a time in three pieces",
		    "%h [%{%d/%b/%Y:%T}t.%{msec_frac}t %{%z}t] %>s",
		    "192.0.2.7 [10/Oct/2025:13:55:36.123 +0700] 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "Apache: a pattern", "%h [%{%Y-%m-%d %H:%M:%S %z}t] %>s",
		    "192.0.2.7 [2025-10-10 13:55:36 +0700] 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "Apache: the first time counts", "%h %t %{sec}t %>s",
		    "192.0.2.7 " AT " 17 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "Apache: a percent sign is doubled", "%h %% %t %>s",
		    "192.0.2.7 % " AT " 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "Apache: a client's address before a proxy's",
		    "%{c}a %a %t %>s", "203.0.113.1 192.0.2.7 " AT " 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "Apache: the Host header", "%h %t %>s \"%{Host}i\"",
		    "192.0.2.7 " AT " 200 \"[2001:db8::1]:443\"",
		    "1760079336|192.0.2.7|2001:db8::1||||200|0|||-1" },
		{ "Apache: a Host header of garbage is none",
		    "%h %t %>s \"%{Host}i\"",
		    "192.0.2.7 " AT " 200 \"a b\\\"\"",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "tabs between fields", "%h\\t%t\\t%>s\\t%{User-Agent}i\\t%b",
		    "192.0.2.7\t" AT "\t200\tx y\t17",
		    "1760079336|192.0.2.7|||||200|17||x y|-1" },
		{ "a string that begins and ends with a quote of its own",
		    "\"%r\" %h %t %>s \"%{User-Agent}i\"",
		    "\"GET /a HTTP/1.1\" 192.0.2.7 " AT " 200 \"x y\"",
		    "1760079336|192.0.2.7||GET|/a|HTTP/1.1|200|0||x y|-1" },
		{ "bars between fields", "%h|%t|%r|%>s|%{User-Agent}i",
		    "192.0.2.7|" AT "|GET /a b HTTP/1.1|200|x y",
		    "1760079336|192.0.2.7||GET|/a b|HTTP/1.1|200|0||x y|-1" },
	};
	struct buf got = { 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct format *f = opened(rows[i].spec);

		is_text(f != NULL ? parse(f, guarded(rows[i].line), &got) :
		    "refused", rows[i].want, "%s", rows[i].name);
		format_close(f);
	}
	buf_close(&got);
}

static void
pasted(void)
{
	static const struct {
		const char *name, *spec;
	} rows[] = {
		{ "the string itself", COMBINED },
		{ "in double quotes", "\"%h %l %u %t \\\"%r\\\" %>s %b "
		    "\\\"%{Referer}i\\\" \\\"%{User-Agent}i\\\"\"" },
		{ "with escaped quotes, but none around", "%h %l %u %t "
		    "\\\"%r\\\" %>s %b \\\"%{Referer}i\\\" \\\"%{User-Agent}i\\\"" },
		{ "with the nickname behind", "\"%h %l %u %t \\\"%r\\\" %>s %b "
		    "\\\"%{Referer}i\\\" \\\"%{User-Agent}i\\\"\" combined" },
		{ "the whole line of Apache", "LogFormat \"%h %l %u %t \\\"%r\\\" "
		    "%>s %b \\\"%{Referer}i\\\" \\\"%{User-Agent}i\\\"\" combined" },
		{ "likewise, indented, continued on a second line",
		    "\t logformat \"%h %l %u %t \\\"%r\\\" \\\n%>s %b "
		    "\\\"%{Referer}i\\\" \\\"%{User-Agent}i\\\"\" combined\n" },
		{ "in single quotes", "LogFormat '" COMBINED "' combined" },
		{ "CustomLog", "CustomLog \"/var/log/a b.log\" \"%h %l %u %t "
		    "\\\"%r\\\" %>s %b \\\"%{Referer}i\\\" "
		    "\\\"%{User-Agent}i\\\"\" env=!x" },
		{ "nginx, the string itself", NGINX },
		{ "nginx, the whole directive", "log_format main '" NGINX "';" },
		{ "nginx, on several lines", "log_format  main  '$remote_addr - "
		    "$remote_user [$time_local] \"$request\" '\n"
		    "                  '$status $body_bytes_sent "
		    "\"$http_referer\" ' # the rest\r\n\t"
		    "'\"$http_user_agent\"';\n" },
		{ "nginx, with an escape", "log_format main escape=default '"
		    NGINX "';" },
		{ "nginx, in double quotes", "log_format main \"$remote_addr - "
		    "$remote_user [$time_local] \\\"$request\\\" $status "
		    "$body_bytes_sent \\\"$http_referer\\\" "
		    "\\\"$http_user_agent\\\"\";" },
		{ "nginx, its strings only", "'$remote_addr - $remote_user "
		    "[$time_local] \"$request\" ' '$status $body_bytes_sent ' "
		    "'\"$http_referer\" \"$http_user_agent\"'" },
	};
	struct buf got = { 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct format *f = opened(rows[i].spec), *again;

		if (!ok(f != NULL, "pasted: %s: opens", rows[i].name))
			continue;
		is_text(parse(f, guarded(LINE), &got), HIT, "pasted: %s: parses",
		    rows[i].name);
		again = opened(format_spec(f));
		is_text(again != NULL ? parse(again, guarded(LINE), &got) : NULL,
		    HIT, "pasted: %s: opens again", rows[i].name);
		format_close(again);
		format_close(f);
	}
	buf_close(&got);
}

static void
refused(void)
{
	static const struct {
		const char *name, *spec, *why;
	} rows[] = {
		{ "nothing", "", "empty" },
		{ "blanks", "  ", "empty" },
		{ "auto is none", "auto", "\"auto\" is no format" },
		{ "an unknown name tells the known ones", "combimed",
		    "common, vhost_combined" },
		{ "no address", "%t %>s", "no address (%h or %a)" },
		{ "no time", "%h %>s", "no time (%t)" },
		{ "no status", "%h %t", "no status (%>s)" },
		{ "nothing at all of them", "%U|%m", "no address (%h or %a), "
		    "no time (%t), no status (%>s)" },
		{ "nginx: the same", "$uri $request_method",
		    "no address ($remote_addr), no time" },
		{ "a forwarded address is not the client's",
		    "%{X-Forwarded-For}i %t %>s", "no address" },
		{ "two fields that touch", "%h%l %t %>s",
		    "\"%h\" and \"%l\" touch" },
		{ "nginx: two fields that touch",
		    "$remote_addr$remote_user [$time_local] $status",
		    "\"$remote_addr\" and \"$remote_user\" touch" },
		{ "a status and bytes that touch", "%h %t %>s%b",
		    "\"%>s\" and \"%b\" touch" },
		{ "a time without an offset", "%h %{%F %T}t %>s",
		    "lacks its offset (%z)" },
		{ "a time without a date", "%h %{%T %z}t %>s",
		    "lacks its date" },
		{ "a fraction alone", "%h %{msec_frac}t %>s", "lacks its date" },
		{ "a conversion of a locale", "%h %{%c}t %>s", "%c in a time" },
		{ "a brace that is not closed", "%h %t %>s %{Referer",
		    "} is missing" },
		{ "a percent sign at the end", "%h %t %>s %",
		    "no directive follows" },
		{ "a percent sign before a blank", "%h % %t %>s",
		    "no directive follows" },
		{ "a dollar sign at the end",
		    "$remote_addr [$time_local] $status $",
		    "no variable's name follows" },
		{ "a brace of a variable that is not closed",
		    "$remote_addr [$time_local] $status ${host",
		    "no variable's name follows" },
		{ "a request without quotes", "%h %t %r %>s",
		    "must stand in quotes" },
		{ "a quote that is not closed", "log_format main '$remote_addr",
		    "not closed" },
		{ "the same of Apache", "LogFormat \"%h %t %>s", "not closed" },
		{ "a directive without its string", "LogFormat ", "is no format" },
		{ "a nickname for a string", "CustomLog /var/log/%Y combined",
		    "no address" },
		{ "a control byte", "%h %t %>s \001", "control byte (0x01)" },
		{ "two lines", "%h %t\n%>s", "control byte (0x0a)" },
	};
	struct buf many = { 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct format *f = NULL;
		struct err err = { 0 };
		bool is = format_open(guarded(rows[i].spec), &f, &err);

		ok(!is && f == NULL && err.code == ERR_CONFIG, "refused: %s",
		    rows[i].name);
		if (!ok(strstr(err.text, rows[i].why) != NULL,
		    "and says why: %s", rows[i].name))
			diag("%s", err.text);
	}
	for (int i = 0; i < 300; i++)
		buf_puts(&many, "%h,%t,");
	ok(!format_open(buf_view(&many), &(struct format *){ NULL }, NULL),
	    "refused: 600 fields");
	buf_clear(&many);
	buf_puts(&many, COMBINED);
	while (many.n < 20000)
		buf_putc(&many, 'x');
	ok(!format_open(buf_view(&many), &(struct format *){ NULL }, NULL),
	    "refused: a string of 20,000 bytes");
	buf_close(&many);
	ok(!format_open((struct span){ "%h %t\0 %>s", 11 },
	    &(struct format *){ NULL }, NULL), "refused: a NUL");
	format_close(NULL);
}

#define TIMES4(x) x "\n" x "\n" x "\n" x "\n"

static void
detected(void)
{
	static const struct {
		const char *name, *sample;
		const char *spec; /* NULL: refused */
		const char *why;
	} rows[] = {
		{ "combined", TIMES4(LINE), "combined", NULL },
		{ "combined with CRLF", LINE "\r\n" LINE "\r\n", "combined",
		    NULL },
		{ "combined without a newline", LINE, "combined", NULL },
		{ "common", TIMES4("192.0.2.7 - - " TAIL), "common", NULL },
		{ "combined of empty fields", "192.0.2.7 - - " AT
		    " \"-\" 400 0 \"-\" \"-\"\n", "combined", NULL },
		{ "vhost_combined", TIMES4("www.example.org:443 " LINE),
		    "vhost_combined", NULL },
		{ "vhost_combined by address", TIMES4("203.0.113.1:443 " LINE),
		    "vhost_combined", NULL },
		{ "vhost_combined without ports", TIMES4("www.example.org " LINE),
		    "vhost_combined", NULL },
		{ "vhost_common", TIMES4("www.example.org:80 192.0.2.7 - - " TAIL),
		    "vhost_common", NULL },
		{ "the virtual host last", TIMES4(LINE " www.example.org"),
		    "combined_vhost", NULL },
		{ "the virtual host last, in quotes",
		    TIMES4(LINE " \"www.example.org:80\""),
		    COMBINED " \"%v\"", NULL },
		{ "the virtual host last, common",
		    TIMES4("192.0.2.7 - - " TAIL " www.example.org"),
		    "common_vhost", NULL },
		{ "a forwarded address last is no host",
		    TIMES4(LINE " \"203.0.113.9\""),
		    COMBINED " \"%{X-Forwarded-For}i\"", NULL },
		{ "a number last is none", TIMES4(LINE " 116075"), "combined",
		    NULL },
		{ "the time that nginx took", TIMES4(LINE " 0.025"),
		    NGINX " $request_time", NULL },
		{ "the host second", TIMES4("192.0.2.7 www.example.org - " TAIL
		    AGENTS), "%h %v %u %t \"%r\" %>s %b \"%{Referer}i\" "
		    "\"%{User-Agent}i\"", NULL },
		{ "an identity second is no host",
		    TIMES4("192.0.2.7 frank john " TAIL AGENTS), "combined",
		    NULL },
		{ "ISO 8601", "192.0.2.7 - - [2025-10-10T13:55:36+07:00] \"GET "
		    "/ HTTP/1.1\" 200 1" AGENTS "\n", "%h %l %u "
		    "[%{%Y-%m-%dT%H:%M:%S%z}t] \"%r\" %>s %b \"%{Referer}i\" "
		    "\"%{User-Agent}i\"", NULL },
		{ "comments and blank lines do not count",
		    "# a\n#\n# b\n\n\n" LINE "\n\n", "combined", NULL },
		{ "one line of two is enough", LINE "\nxxxx\n", "combined",
		    NULL },
		{ "one of three is not", LINE "\nxxxx\nyyyy\n", NULL,
		    "1 of 3 lines" },
		{ "a few of another format do not matter", TIMES4(
		    "www.example.org:443 " LINE) TIMES4("www.example.org:80 " LINE)
		    TIMES4("www.example.org:80 " LINE) LINE "\n",
		    "vhost_combined", NULL },
		{ "a hole of NULs before", "\0\0\0" LINE "\n", NULL, "no line" },
		{ "a byte order mark before", "\xef\xbb\xbf" LINE "\n", "combined",
		    NULL },
		{ "nothing", "", NULL, "no line yet" },
		{ "blank lines", "\n\n \n", NULL, "no line yet" },
		{ "text", "Oct 10 13:55:36 host sshd[1]: Failed password\n", NULL,
		    "Failed password" },
		{ "JSON", "{\"level\":\"info\",\"ts\":1.5}\n", NULL, "JSON" },
		{ "JSON behind a container's name",
		    "web  | {\"level\":\"info\"}\n", NULL, "JSON" },
		{ "W3C", "#Version: 1.0\n#Fields: date time c-ip\n"
		    "2025-10-10 13:55:36 192.0.2.7\n", NULL, "W3C" },
		{ "HAProxy", "Oct 10 13:55:36 lb haproxy[7]: 192.0.2.7:4711 "
		    "[10/Oct/2025:13:55:36.143] in~ b/s 0/0/7/1/8 200 11 - - "
		    "---- 2/1/0/0/0 0/0 \"GET / HTTP/1.1\"\n", "haproxy_syslog",
		    NULL },
		{ "S3", "b659b576cff1e15e4c0313ff8930fba9f53e6794567f5c60dab3ab"
		    "f2f8dfb6cc www.example.org " AT " 192.0.2.7 a b "
		    "WEBSITE.GET.OBJECT index \"GET /index HTTP/1.1\" 200 - 3 3 "
		    "1 9 \"-\" \"x\"\n", "s3", NULL },
		{ "a load balancer of AWS", "https 2025-10-10T00:55:04.127531Z "
		    "app/my/ab 192.0.2.7:2817 198.51.100.1:80 0.0 0.1 0.0 200 "
		    "200 225 24950 \"GET https://www.example.org:443/ HTTP/1.1\""
		    " \"x\"\n", "alb", NULL },
		{ "its older kind", "2025-10-10T23:39:43.945958Z my "
		    "192.0.2.7:2817 198.51.100.1:80 0.1 0.1 0.1 200 200 0 57 "
		    "\"GET https://www.example.org:443/ HTTP/1.1\" \"x\"\n",
		    "elb", NULL },
		{ "control bytes", "\001\002\003\004\005 a\n\006\007\n", NULL,
		    "binary" },
		{ "UTF-16", "\xff\xfe" "1\n", NULL, "UTF-16" },
		{ "an escape in the first line is made harmless",
		    "no log \033[2J at all, only words and words and words\n",
		    NULL, "no log \\x1b[2J" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct format *f = NULL;
		struct err err = { 0 };
		bool is = format_detect(guarded(rows[i].sample), &f, &err);

		is_text(is ? format_spec(f) : NULL, rows[i].spec,
		    "detected: %s", rows[i].name);
		if (!is && rows[i].why != NULL) {
			ok(err.code == ERR_DATA, "a damage of data: %s",
			    rows[i].name);
			if (!ok(strstr(err.text, rows[i].why) != NULL,
			    "the reason: %s", rows[i].name))
				diag("%s", err.text);
		}
		format_close(f);
	}
}

static void
detected_odd(void)
{
	static const char hole[] = "\0\0\0\0" LINE "\n" LINE "\n";
	struct buf big = { 0 };
	struct format *f = NULL;

	ok(format_detect((struct span){ tap_guarded(hole, sizeof(hole) - 1),
	    sizeof(hole) - 1 }, &f, NULL) &&
	    strcmp(format_spec(f), "combined") == 0,
	    "detected: a log that begins with a hole of NULs");
	format_close(f);
	for (size_t i = 0; i < 20000; i++)
		buf_puts(&big, i < 3000 ? LINE "\n" : "xxxxxxxxxxxxxxxxxx\n");
	f = NULL;
	ok(format_detect(buf_view(&big), &f, NULL),
	    "detected: of a big sample the beginning counts");
	format_close(f);
	buf_clear(&big);
	for (size_t i = 0; i < 40000; i++)
		buf_putc(&big, (char)(i * 7919 >> 3));
	f = NULL;
	ok(!format_detect(buf_view(&big), &f, NULL) && f == NULL,
	    "detected: noise is refused");
	buf_close(&big);
	for (const struct preset *p = presets; p->text != NULL; p++) {
		f = opened(p->text);
		ok(f != NULL, "what detection tries opens: %s", p->text);
		format_close(f);
	}
}

static void
explained(void)
{
	static const struct {
		const char *name, *spec, *sample, *want;
	} rows[] = {
		{ "the format", "combined", LINE "\n", "Format: combined\n" },
		{ "the share", "combined", LINE "\nx\n\n#\n" LINE "\n" LINE "\n",
		    "3 of 4 lines (75.0 %); beside them 1 blank, 1 comments" },
		{ "the time", "combined", LINE "\n", "2025-10-10 06:55:36 UTC" },
		{ "the target", "combined", LINE "\n",
		    "\n  target    /a?b=c\n" },
		{ "a field that is not there", "combined", LINE "\n",
		    "\n  host      -\n" },
		{ "the time served", "%h %t %>s %D", "192.0.2.7 " AT " 200 15\n",
		    "\n  took      15 us\n" },
		{ "control bytes are made harmless", "combined",
		    "192.0.2.7 - - " TAIL " \"-\" \"\033]0;x\007\"\n",
		    "\n  agent     \\x1b]0;x\\x07\n" },
		{ "a name for the configuration", "combined", LINE,
		    "\n  format = combined\n" },
		{ "a string for the configuration", "%h %t \"%r\" %>s", LINE,
		    "\n  format = \"%h %t \\\"%r\\\" %>s\"\n" },
		{ "a string of several lines becomes one",
		    "log_format x '$remote_addr [$time_local] '\n'\"$request\" "
		    "$status';", LINE, "\n  format = \"$remote_addr "
		    "[$time_local] \\\\\\\"$request\\\\\\\" $status\"\n" },
		{ "no line at all", "combined", "", "0 of 0 lines (0.0 %)" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct format *f = opened(rows[i].spec);
		struct buf out = { 0 };

		if (f != NULL)
			format_explain(f, guarded(rows[i].sample), &out);
		if (!ok(strstr(buf_text(&out), rows[i].want) != NULL,
		    "explained: %s", rows[i].name))
			diag("%s", buf_text(&out));
		buf_close(&out);
		format_close(f);
	}
}

/* What explain gives for the configuration, read by its reader, is the format. */
static void
configured(void)
{
	static const char *const specs[] = { "combined", COMBINED, NGINX,
		"\"%h %l %u %t \\\"%r\\\" %>s %b \\\"%{Referer}i\\\" "
		    "\\\"%{User-Agent}i\\\"\" combined",
		"log_format main\n  '$remote_addr - $remote_user "
		    "[$time_local] \"$request\" '\n  '$status $body_bytes_sent "
		    "\"$http_referer\" \"$http_user_agent\"';\n",
		"%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" "
		    "\"%{User-Agent}i\" ; # \\\\" };

	for (size_t i = 0; i < sizeof(specs) / sizeof(*specs); i++) {
		struct format *f = opened(specs[i]), *again = NULL;
		struct buf out = { 0 }, got = { 0 };
		struct ini ini = { 0 };
		const char *line;

		buf_puts(&out, "[site \"a\"]\n");
		format_explain(f, (struct span){ 0 }, &out);
		line = strstr(buf_text(&out), "  format = ");
		if (ok(line != NULL && ini_read_text(span_of(line), "test",
		    &ini, NULL) && ini.n == 1, "configured: format %zu is one "
		    "entry", i))
			again = opened(ini.entry[0].value);
		is_text(again != NULL ? parse(again, guarded(LINE), &got) : NULL,
		    HIT, "configured: and it opens to the same format");
		format_close(again);
		format_close(f);
		ini_close(&ini);
		buf_close(&got);
		buf_close(&out);
	}
}

/* Real lines, where they are at hand. */
static void
real_logs(void)
{
	static const struct {
		const char *path, *spec;
		int hits, malformed;
	} rows[] = {
		{ "malformed.log", "combined", 36, 15 },
		{ "podcast_stats/access.log", "combined", 1326, 0 },
		{ "analog_logfile.log", "combined", 50, 0 },
		{ "awstats/testglobal.log", "combined", 56, 0 },
		{ "lnav/logfile_regexp_access_log.0", "vhost_combined", 2, 0 },
		{ "lnav/logfile_bad_access_log.0", "combined", 2, 1 },
		{ "matomo_la/icecast2.log", "combined", 1, 0 },
		{ "matomo_la/static_ignores.log", "vhost_combined", 4, 0 },
		{ "lnav/logfile_haproxy.0", "haproxy_syslog", 13, 4 },
		{ "matomo_la/s3.log", "s3", 1, 0 },
		{ "matomo_la/alb.log", "alb", 1, 0 },
		{ "matomo_la/elb.log", "elb", 1, 1 },
		{ "matomo_la/gandi.log", "%v %h %l %u %t (%{s}T s) \"%r\" %>s "
		    "%b \"%{Referer}i\" \"%{User-Agent}i\"", 2, 0 },
		{ "matomo_la/caddy_json.log", "caddy", 3, 0 },
		{ "matomo_la/traefik_json.log", "traefik_json", 1, 0 },
		{ "matomo_la/nginx_json.log", "nginx_json", 2, 0 },
		{ "lnav/logfile_cloudflare.1", "cloudflare", 15, 0 },
		{ "lnav/logfile_cloudflare.json", "cloudflare", 1, 0 },
		{ "lnav/logfile_w3c_big.0", "w3c:date time s-ip cs-method "
		    "cs-uri-stem cs-uri-query s-port cs-username c-ip "
		    "cs(User-Agent) cs(Referer) sc-status sc-substatus "
		    "sc-win32-status sc-bytes cs-bytes time-taken", 210, 0 },
		{ "lnav/logfile_w3c.2", NULL, 0, 0 },
		{ "matomo_la/amazon_cloudfront_rtmp.log", NULL, 0, 0 },
		{ "lnav/logfile_caddy_log.0", "caddy", 4, 35 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		static char text[1 << 20];
		char path[300];
		struct format *f = NULL;
		struct span rest = { text, 0 };
		int count[FORMAT_BLANK + 1] = { 0 };
		FILE *in;

		snprintf(path, sizeof(path), "../shared/data/logs/%s",
		    rows[i].path);
		in = fopen(path, "rb");
		if (in == NULL) {
			skip("%s is not here", rows[i].path);
			continue;
		}
		rest.n = fread(text, 1, sizeof(text), in);
		fclose(in);
		is_text(format_detect(rest, &f, NULL) ? format_spec(f) : NULL,
		    rows[i].spec, "real: %s is detected", rows[i].path);
		while (f != NULL && rest.n > 0) {
			struct hit hit;

			count[format_parse(f, span_cut(&rest, '\n'), &hit)]++;
		}
		is_int(count[FORMAT_HIT], rows[i].hits, "real: hits of %s",
		    rows[i].path);
		is_int(count[FORMAT_MALFORMED], rows[i].malformed,
		    "real: malformed lines of %s", rows[i].path);
		format_close(f);
	}
}

int
main(void)
{
	lines();
	pasted();
	refused();
	detected();
	detected_odd();
	explained();
	configured();
	real_logs();
	return done();
}
