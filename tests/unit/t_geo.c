/* SPDX-License-Identifier: MIT */
#include "aggregate/geo.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aggregate/geo_data.h"
#include "common/hash.h"
#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/mmdb.h"

#define SHARED "../shared/data/geo/"

enum { EPOCH = 1764115200 /* 2025-11-26 */, RANDOM = 200000 };

static char dir[] = "/tmp/t_geo.XXXXXX";

static const char *
in(const char *name)
{
	static char path[4][400];
	static unsigned turn;

	turn = (turn + 1) % 4;
	snprintf(path[turn], sizeof(path[turn]), "%s/%s", dir, name);
	return path[turn];
}

static const char *
put(const char *name, struct span bytes)
{
	const char *path = in(name);
	FILE *f = fopen(path, "w");

	if (f == NULL || fwrite(bytes.p, 1, bytes.n, f) != bytes.n ||
	    fclose(f) != 0)
		abort();
	return path;
}

static bool
open_one(enum geo_kind kind, const char *path, struct geo **out,
    struct err *err)
{
	struct geo_paths paths = { { NULL } };

	*out = NULL;
	paths.path[kind] = path;
	return geo_open(&paths, out, err);
}

static struct address
address(const char *text)
{
	struct address a;

	if (!address_read(span_of(text), &a))
		abort();
	return a;
}

static const char *
country(const struct geo *g, const char *text)
{
	static char code[3];
	struct address a = address(text);
	uint16_t c = geo_country(g, &a);

	if (c == 0)
		return "";
	code[0] = (char)(c >> 8);
	code[1] = (char)c;
	return code;
}

static bool
is_span(struct span got, const char *want, const char *name)
{
	char *copy = mem_dup(got.p, got.n);
	bool good = is_text(copy, want, "%s", name);

	mem_free(copy);
	return good;
}

/* ---- a database of our own ---- */

static void
put_country(struct buf *b, const char *outer, const char *code)
{
	mmdb_map(b, 1);
	mmdb_text(b, outer);
	mmdb_map(b, 1);
	mmdb_text(b, "iso_code");
	mmdb_text(b, code);
}

/* What each network's record is, and what it is to say. */
static const struct {
	const char *name, *network, *inside, *want;
	enum { FLAT, NESTED, REGISTERED, BOTH, NUMBER, POINTED, NO_MAP, BURIED,
	    OUTSIDE } shape;
	const char *code;
} rows[] = {
	{ "country_code at the top", "192.0.2.0/25", "192.0.2.7", "VN", FLAT,
	    "VN" },
	{ "country.iso_code", "192.0.2.128/26", "192.0.2.130", "LA", NESTED,
	    "LA" },
	{ "registered_country, where there is no other", "192.0.2.192/26",
	    "192.0.2.255", "KH", REGISTERED, "KH" },
	{ "the country itself comes first", "198.51.100.0/24",
	    "198.51.100.9", "VN", BOTH, "VN" },
	{ "Kosovo's own letters are letters", "203.0.113.0/28",
	    "203.0.113.1", "XK", FLAT, "XK" },
	{ "small letters are no code", "203.0.113.16/28", "203.0.113.17", "",
	    FLAT, "vn" },
	{ "three letters are no code", "203.0.113.32/28", "203.0.113.33", "",
	    FLAT, "VNM" },
	{ "no letters at all", "203.0.113.48/28", "203.0.113.49", "", FLAT,
	    "" },
	{ "marks are no code", "203.0.113.64/28", "203.0.113.65", "", NESTED,
	    "<>" },
	{ "a number is no code", "203.0.113.80/28", "203.0.113.81", "", NUMBER,
	    "" },
	{ "through a pointer", "203.0.113.96/28", "203.0.113.97", "TH",
	    POINTED, "TH" },
	{ "a record that is no map", "203.0.113.112/28", "203.0.113.113", "",
	    NO_MAP, "VN" },
	{ "what is behind 100,000 nested arrays is not found",
	    "203.0.113.128/28", "203.0.113.129", "", BURIED, "VN" },
	{ "a record outside the data", "203.0.113.144/28", "203.0.113.145",
	    "", OUTSIDE, "" },
	{ "an IPv6 network", "2001:db8::/33", "2001:db8:1::5", "SG", NESTED,
	    "SG" },
	{ "an IPv4 address that is written as IPv6", "2001:db8:8000::/48",
	    "::ffff:192.0.2.7", "VN", FLAT, "JP" },
};

static void
put_record(struct buf *b, size_t i)
{
	const char *code = rows[i].code;

	switch (rows[i].shape) {
	case NESTED:
		put_country(b, "country", code);
		return;
	case REGISTERED:
		put_country(b, "registered_country", code);
		return;
	case BOTH:
		mmdb_map(b, 2);
		mmdb_text(b, "registered_country");
		put_country(b, "iso_code", "US");
		mmdb_text(b, "country");
		mmdb_map(b, 1);
		mmdb_text(b, "iso_code");
		mmdb_text(b, code);
		return;
	case NUMBER:
		mmdb_map(b, 1);
		mmdb_text(b, "country_code");
		mmdb_uint(b, 5, 0x564E);
		return;
	case POINTED:
		mmdb_map(b, 2);
		mmdb_text(b, "first");
		mmdb_text(b, code);
		mmdb_text(b, "country_code");
		mmdb_pointer(b, (uint32_t)(b->n - 3 - 13));
		return;
	case NO_MAP:
		mmdb_text(b, code);
		return;
	case BURIED:
		mmdb_map(b, 2);
		mmdb_text(b, "deep");
		for (int k = 0; k < 100000; k++)
			mmdb_array(b, 1);
		mmdb_uint(b, 5, 1);
		mmdb_text(b, "country_code");
		mmdb_text(b, code);
		return;
	default:
		mmdb_map(b, 1);
		mmdb_text(b, "country_code");
		mmdb_text(b, code);
	}
}

static struct buf
own_countries(void)
{
	static struct mmdb m;
	struct buf file = { 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		mmdb_put(&m, rows[i].network,
		    rows[i].shape == OUTSIDE ? 0xF00000 : m.data.n);
		put_record(&m.data, i);
	}
	mmdb_body(&m, &file);
	mmdb_metadata(&file, m.nodes, "Own Country\n", EPOCH);
	buf_close(&m.data);
	return file;
}

static void
own_rows(void)
{
	struct buf file = own_countries();
	const char *path = put("own.mmdb", buf_view(&file));
	char sha256[65];
	struct geo *g;
	struct err err;
	struct geo_asn asn;
	struct geo_place place;
	struct address a = address("192.0.2.7");

	if (!ok(open_one(GEO_COUNTRY, path, &g, &err), "our own is opened")) {
		diag("%s", err.text);
		return;
	}
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		is_text(country(g, rows[i].inside), rows[i].want, "%s",
		    rows[i].name);
	is_text(country(g, "192.0.3.1"), "", "an address in no network");
	is_text(country(g, "2001:db9::1"), "", "an IPv6 one");
	is_text(country(g, "10.0.0.1"), "", "a private one");
	hash_sha256_hex(file.p, file.n, sha256);
	is_text(geo_name(g, GEO_COUNTRY), "own.mmdb", "its file's name");
	is_text(geo_version(g, GEO_COUNTRY), "Own?Country? 2025-11-26",
	    "its version, fit to be shown");
	is_text(geo_sha256(g, GEO_COUNTRY), sha256, "its hash");
	ok(geo_name(g, GEO_ASN) == NULL && geo_version(g, GEO_CITY) == NULL &&
	    geo_sha256(g, GEO_CITY) == NULL, "of the others nothing is told");
	ok(!geo_asn(g, &a, &asn) && !geo_place(g, &a, &place),
	    "nor do they know");
	ok(truncate(path, 100) == 0, "the file is truncated");
	is_text(country(g, "192.0.2.7"), "VN", "and is still known");
	geo_close(g);
	buf_close(&file);
}

/* ---- what is refused ---- */

static void
refused(const char *name, const char *path, enum err_code code,
    const char *part)
{
	struct err err = { 0 };
	struct geo *g;
	bool no = !open_one(GEO_COUNTRY, path, &g, &err) && g == NULL;

	if (!ok(no && err.code == code && strstr(err.text, part) != NULL &&
	    strstr(err.text, path) != NULL, "refused: %s", name))
		diag("%d %s", (int)err.code, err.text);
	geo_close(g);
}

static struct buf
with_metadata(void (*write)(struct buf *))
{
	struct buf b = { 0 };

	buf_add(&b, (char[64]){ 0 }, 64);
	buf_add(&b, "\xAB\xCD\xEFMaxMind.com", 14);
	write(&b);
	return b;
}

static void
deep(struct buf *b)
{
	mmdb_map(b, 1);
	mmdb_text(b, "node_count");
	for (int i = 0; i < 60000; i++)
		mmdb_array(b, 1);
	mmdb_uint(b, 5, 1);
}

/* Each level points three times to the next: 3^12 values in 200 bytes. */
static void
fanned(struct buf *b)
{
	mmdb_map(b, 1);
	mmdb_text(b, "languages");
	for (int i = 0; i < 12; i++) {
		uint32_t next = (uint32_t)(b->n - 64 - 14) + 2 + 3 * 5;

		mmdb_array(b, 3);
		for (int k = 0; k < 3; k++)
			mmdb_pointer(b, next);
	}
	mmdb_uint(b, 5, 1);
}

static void
huge(struct buf *b)
{
	mmdb_map(b, 1);
	mmdb_text(b, "languages");
	mmdb_array(b, 16000000);
}

static void
looped(struct buf *b)
{
	mmdb_map(b, 1);
	mmdb_text(b, "languages");
	mmdb_pointer(b, 0);
}

static void
refused_rows(void)
{
	static const struct {
		const char *name;
		void (*write)(struct buf *);
	} metadata[] = {
		{ "metadata of 60,000 levels", deep },
		{ "metadata that points and points", fanned },
		{ "metadata with an array of 16,000,000", huge },
		{ "metadata that contain themselves", looped },
	};
	struct buf file = own_countries();
	struct span whole = buf_view(&file);
	static struct mmdb m;

	refused("a missing one", in("none.mmdb"), ERR_NOINPUT, "No such file");
	refused("a folder", dir, ERR_NOINPUT, "not a regular file");
	refused("an empty one", put("empty", (struct span){ "", 0 }),
	    ERR_DATA, "no MaxMind DB");
	refused("a text", put("text", SPAN("country,VN\n")), ERR_DATA,
	    "no MaxMind DB");
	refused("a marker alone", put("marker",
	    SPAN("\xAB\xCD\xEFMaxMind.com")), ERR_DATA, "damaged");
	refused("one that was cut off", put("cut",
	    (struct span){ whole.p, whole.n / 2 }), ERR_DATA, "cut off");
	refused("one whose metadata were cut off", put("cut",
	    (struct span){ whole.p, whole.n - 3 }), ERR_DATA, "damaged");
	refused("one whose front was cut off", put("front",
	    (struct span){ whole.p + whole.n - 300, 300 }), ERR_DATA, "");
	for (size_t i = 0; i < sizeof(metadata) / sizeof(*metadata); i++) {
		struct buf b = with_metadata(metadata[i].write);

		refused(metadata[i].name, put("metadata", buf_view(&b)),
		    ERR_DATA, "metadata are damaged");
		buf_close(&b);
	}
	buf_clear(&file);
	mmdb_put(&m, "192.0.2.0/24", 0);
	mmdb_map(&m.data, 1);
	mmdb_text(&m.data, "ip");
	mmdb_text(&m.data, "192.0.2.1");
	mmdb_body(&m, &file);
	mmdb_metadata(&file, m.nodes, "Other", EPOCH);
	refused("one that knows no countries", put("other", buf_view(&file)),
	    ERR_CONFIG, "no country codes");
	buf_clear(&file);
	mmdb_body(&m, &file);
	mmdb_metadata(&file, 0x2AAAAAAC, "Other", EPOCH);
	refused("a tree that overflows 32 bits", put("overflow",
	    buf_view(&file)), ERR_DATA, "");
	m.node[0][0] = m.node[0][1] = m.node[1][0] = m.node[1][1] = 1;
	buf_clear(&file);
	mmdb_body(&m, &file);
	mmdb_metadata(&file, m.nodes, "Other", EPOCH);
	refused("a tree that bites its tail", put("tail", buf_view(&file)),
	    ERR_CONFIG, "no country codes");
	buf_close(&m.data);
	buf_close(&file);
	file = (struct buf){ 0 };
	if (truncate(put("large", SPAN("")), (off_t)GEO_FILE_BYTES + 1) == 0)
		refused("one of more than 512 MiB", in("large"), ERR_DATA,
		    "larger than");
}

/* ---- values ---- */

static void
value_rows(void)
{
	static const size_t sizes[] = { 0, 28, 29, 284, 285, 65820, 65821,
		70000 };
	struct geo_data d = { .steps = GEO_DATA_STEPS };
	struct geo_value v;
	struct buf b = { 0 };

	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		char *text = mem_new(sizes[i] + 1);

		memset(text, 'a', sizes[i]);
		buf_clear(&b);
		mmdb_text(&b, text);
		d.bytes = (struct span){ tap_guarded(b.p, b.n), b.n };
		ok(geo_data_value(&d, 0, &v) && v.type == GEO_TYPE_TEXT &&
		    v.text.n == sizes[i], "a text of %zu bytes", sizes[i]);
		d.bytes.p = tap_guarded(b.p, b.n - 1);
		d.bytes.n--;
		ok(!geo_data_value(&d, 0, &v), "and one byte less");
		mem_free(text);
	}
	/* 2,100 bytes before, so that each size of pointer leads to "VN". */
	static const char *const pointers[] = { "\x20\x05", "\x28\x00\x05",
		"\x30\x00\x00\x05", "\x38\x00\x00\x00\x05" };
	static const size_t base[] = { 0, 2048, 526336, 0 };

	for (size_t i = 0; i < 4; i++) {
		size_t n = base[i] + 5 + 3;
		char *p = mem_new(n);

		memcpy(p, pointers[i], i + 2);
		memcpy(p + base[i] + 5, "\x42VN", 3);
		d.bytes = (struct span){ tap_guarded(p, n), n };
		d.steps = GEO_DATA_STEPS;
		ok(geo_data_value(&d, 0, &v) &&
		    span_eq(v.text, SPAN("VN")), "a pointer of %zu bytes",
		    i + 2);
		d.bytes.n = base[i];
		ok(!geo_data_value(&d, 0, &v), "that points outside");
		mem_free(p);
	}
	d.bytes = SPAN("\x20\x02\x20\x04\x42VN");
	ok(!geo_data_value(&d, 0, &v), "a pointer to a pointer is none");
	d.bytes = SPAN("\xA3\x01\x02\x03");
	ok(!geo_data_value(&d, 0, &v), "16 bits in three bytes are none");
	d.bytes = SPAN("\x00\x05");
	ok(!geo_data_value(&d, 0, &v), "a cache container is no value");
	d.bytes = SPAN("\x00\xF0");
	ok(!geo_data_value(&d, 0, &v), "an unknown type is none");
	buf_clear(&b);
	mmdb_array(&b, 1000000);
	for (int i = 0; i < 10000; i++)
		mmdb_uint(&b, 5, 1);
	d = (struct geo_data){ buf_view(&b), GEO_DATA_STEPS };
	ok(!geo_data_sound(&d) && d.steps == 0, "work is limited");
	buf_close(&b);
}

/* Any bytes may stand where a database was. */
static void
broken_rows(void)
{
	struct buf file = own_countries();
	unsigned opened = 0, tries = 400;
	uint64_t state = 7;
	struct err err;

	for (unsigned i = 0; i < tries; i++) {
		struct geo *g;
		char was[8];
		size_t at[8];

		for (unsigned k = 0; k < 8; k++) {
			state = hash_fast(state, "x", 1);
			/* Most of the file is one long row of arrays. */
			at[k] = state % 2 ? state / 2 % 1200 :
			    file.n - 1 - state / 2 % 400;
			was[k] = file.p[at[k]];
			file.p[at[k]] = (char)(state >> 40);
		}
		if (open_one(GEO_COUNTRY, put("broken", buf_view(&file)), &g,
		    &err)) {
			opened++;
			for (size_t k = 0; k < sizeof(rows) / sizeof(*rows);
			    k++)
				country(g, rows[k].inside);
		}
		geo_close(g);
		for (unsigned k = 8; k-- > 0;)
			file.p[at[k]] = was[k];
	}
	ok(opened < tries, "%u files with eight bytes changed are endured",
	    tries);
	buf_close(&file);
}

/* ---- MaxMind's own tests, where they are ---- */

static void
all_of_folder(const char *folder)
{
	DIR *d = opendir(folder);
	unsigned files = 0, opened = 0;
	struct dirent *e;

	if (d == NULL) {
		skip("%s is not here", folder);
		return;
	}
	while ((e = readdir(d)) != NULL) {
		char path[400];

		if (e->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, e->d_name);
		for (unsigned kind = 0; kind < GEO__MAX; kind++) {
			struct err err = { 0 };
			struct geo *g;
			struct geo_asn asn;
			struct geo_place place;
			bool good = open_one((enum geo_kind)kind, path, &g,
			    &err);

			for (unsigned i = 0; good && i < 2000; i++) {
				struct address a = address("1.0.0.1");

				a.b[12] = (unsigned char)(i >> 3);
				a.b[13] = (unsigned char)(i * 37);
				if (i & 1)
					memcpy(a.b, "\x20\x01\x02", 3);
				geo_country(g, &a);
				geo_asn(g, &a, &asn);
				geo_place(g, &a, &place);
			}
			if (!good && err.code != ERR_DATA &&
			    err.code != ERR_CONFIG)
				ok(false, "%s: %s", path, err.text);
			opened += good;
			geo_close(g);
		}
		files++;
	}
	closedir(d);
	ok(files > 0, "%s: %u files endured, %u opened", folder, files,
	    opened);
}

static void
maxmind_countries(void)
{
	static const struct {
		const char *address, *want;
	} known[] = {
		{ "2.125.160.217", "GB" }, { "81.2.69.160", "GB" },
		{ "89.160.20.112", "SE" }, { "216.160.83.57", "US" },
		{ "2001:218::1", "JP" }, { "2a02:cf40::1", "NO" },
		{ "192.0.2.1", "" }, { "10.1.2.3", "" }, { "fc00::1", "" },
	};
	const char *path = SHARED "test-data/GeoLite2-Country-Test.mmdb";
	uint64_t state = 1;
	unsigned hits = 0;
	struct geo *g;

	if (access(path, R_OK) != 0) {
		skip("MaxMind's test databases are not here");
		return;
	}
	if (!ok(open_one(GEO_COUNTRY, path, &g, NULL), "GeoLite2-Country"))
		return;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		is_text(country(g, known[i].address), known[i].want, "%s",
		    known[i].address);
	diag("%s", geo_version(g, GEO_COUNTRY));
	for (unsigned i = 0; i < RANDOM; i++) {
		struct address a = address("0.0.0.0");

		state = hash_fast(state, "x", 1);
		memcpy(i & 1 ? a.b : a.b + 12, &state, i & 1 ? 8 : 4);
		hits += geo_country(g, &a) != 0;
	}
	ok(hits < RANDOM, "%d random addresses, %u known", RANDOM, hits);
	geo_close(g);
}

static void
maxmind_others(void)
{
	struct geo_paths paths = { { [GEO_ASN] =
	    SHARED "test-data/GeoLite2-ASN-Test.mmdb", [GEO_CITY] =
	    SHARED "test-data/GeoIP2-City-Test.mmdb" } };
	struct address a = address("1.128.0.5");
	struct geo_asn asn = { 0 };
	struct geo_place place = { 0 };
	struct err err;
	struct geo *g;

	if (access(paths.path[GEO_ASN], R_OK) != 0 ||
	    access(paths.path[GEO_CITY], R_OK) != 0) {
		skip("MaxMind's test databases are not here");
		return;
	}
	if (!ok(geo_open(&paths, &g, &err), "ASN and city together")) {
		diag("%s", err.text);
		return;
	}
	ok(geo_asn(g, &a, &asn), "an autonomous system");
	is_int(asn.number, 1221, "its number");
	is_span(asn.organisation, "Telstra Pty Ltd", "its name");
	a = address("2.125.160.217");
	ok(geo_place(g, &a, &place), "a place");
	is_span(place.code, "ENG", "its code");
	is_span(place.name, "England", "its name");
	is_int(place.country, 'G' << 8 | 'B', "its country");
	is_text(country(g, "89.160.20.112"), "SE",
	    "a city database knows countries too");
	geo_close(g);
	paths.path[GEO_COUNTRY] = paths.path[GEO_ASN];
	ok(!geo_open(&paths, &g, &err) && err.code == ERR_CONFIG,
	    "an ASN database has no countries");
	diag("%s", err.text);
}

int
main(void)
{
	if (mkdtemp(dir) == NULL)
		abort();
	value_rows();
	own_rows();
	refused_rows();
	broken_rows();
	maxmind_countries();
	maxmind_others();
	all_of_folder(SHARED "test-data");
	all_of_folder(SHARED "bad-data/libmaxminddb");
	geo_close(NULL);

	DIR *d = opendir(dir);

	for (struct dirent *e; d != NULL && (e = readdir(d)) != NULL;)
		if (e->d_name[0] != '.')
			unlink(in(e->d_name));
	if (d != NULL)
		closedir(d);
	rmdir(dir);
	return done();
}
