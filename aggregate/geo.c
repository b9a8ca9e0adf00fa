/* SPDX-License-Identifier: MIT */
#include "aggregate/geo.h"

#include <errno.h>
#include <fcntl.h>
#include <maxminddb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "aggregate/geo_record.h"
#include "common/civil.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/mem.h"

#define MARKER "\xAB\xCD\xEFMaxMind.com"

enum {
	METADATA_BYTES = 128 * 1024, /* at the end of the file: format 2.0 */
	SEPARATOR_BYTES = 16,        /* zeros between tree and data */
	VERSION_BYTES = 64 + 16,
	/* What is looked at to learn whether a database holds what it should. */
	PROBE_NODES = 65536,
	PROBE_STEPS = 1024 * 1024,
	PROBE_DEPTH = 130
};

struct base {
	bool open;
	MMDB_s mmdb;
	struct span data;
	char *name;
	char version[VERSION_BYTES];
	char sha256[65];
};

struct geo {
	struct base base[GEO__MAX];
};

/* ---- opening ---- */

/* A file of our own that can no longer change: its descriptor, or -1. */
static int
seal(struct span bytes, struct err *err)
{
	int fd = memfd_create("geo", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	while (fd >= 0 && bytes.n > 0) {
		ssize_t n = write(fd, bytes.p, bytes.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		bytes = (struct span){ bytes.p + n, bytes.n - (size_t)n };
	}
	if (fd >= 0 && bytes.n == 0 && fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK |
	    F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) == 0)
		return fd;
	err_set(err, ERR_IO, "cannot hold a copy in memory: %s",
	    strerror(errno));
	if (fd >= 0)
		close(fd);
	return -1;
}

/* What follows the last marker, as the library looks for it, is read here before
 * the library does, which has no limits there. */
static bool
check_metadata(struct span bytes, struct err *err)
{
	struct span marker = { MARKER, sizeof(MARKER) - 1 };
	struct geo_data d = { bytes, GEO_DATA_STEPS };
	const char *hit;
	bool found = false;

	if (d.bytes.n > METADATA_BYTES)
		d.bytes = (struct span){
			bytes.p + bytes.n - METADATA_BYTES, METADATA_BYTES };
	while (d.bytes.n > 0 && (hit = memmem(d.bytes.p, d.bytes.n, marker.p,
	    marker.n)) != NULL) {
		hit += marker.n;
		d.bytes.n -= (size_t)(hit - d.bytes.p);
		d.bytes.p = hit;
		found = true;
	}
	if (!found)
		return err_set(err, ERR_DATA,
		    "is no MaxMind DB, or is cut off: it has no metadata");
	return geo_data_sound(&d) ||
	    err_set(err, ERR_DATA, "its metadata are damaged");
}

/* The library's own check overflows in its versions before 1.8.1. */
static bool
check_sizes(const MMDB_s *m, struct err *err)
{
	uint64_t tree = (uint64_t)m->metadata.node_count *
	    m->full_record_byte_size;

	return (tree + SEPARATOR_BYTES < (uint64_t)m->file_size &&
	    m->data_section_size < (uint64_t)m->file_size) ||
	    err_set(err, ERR_DATA, "is cut off or damaged: a tree of %u nodes "
	    "does not fit into it", m->metadata.node_count);
}

static void
put_version(struct base *b)
{
	const MMDB_metadata_s *meta = &b->mmdb.metadata;
	char type[64 + 1];
	size_t n = 0;

	for (const char *p = meta->database_type; *p != '\0' &&
	    n + 1 < sizeof(type); p++)
		type[n++] = (char)(*p > ' ' && *p < 0x7F ? *p : '?');
	type[n] = '\0';
	snprintf(b->version, sizeof(b->version), "%s (no date)", type);
	if (meta->build_epoch < UINT64_C(253402300800)) { /* year 10000 */
		struct civil day =
		    civil_date((int32_t)(meta->build_epoch / 86400));

		snprintf(b->version, sizeof(b->version), "%s %04d-%02d-%02d",
		    type, (int)day.year, (int)day.month, (int)day.day);
	}
}

static bool
map(struct base *b, int fd, struct err *err)
{
	char path[32];
	int status;

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	status = MMDB_open(path, MMDB_MODE_MMAP, &b->mmdb);
	if (status == MMDB_FILE_OPEN_ERROR || status == MMDB_IO_ERROR)
		return err_set(err, ERR_IO, "%s: %s (is /proc mounted?)", path,
		    strerror(errno));
	if (status != MMDB_SUCCESS)
		return err_set(err, ERR_DATA, "%s", MMDB_strerror(status));
	b->open = true;
	b->data = (struct span){ (const char *)b->mmdb.data_section,
		b->mmdb.data_section_size };
	return check_sizes(&b->mmdb, err);
}

static bool
holds(enum geo_kind kind, struct geo_data *d, size_t at)
{
	struct geo_place place;
	struct geo_asn asn;

	if (kind == GEO_COUNTRY)
		return geo_record_country(d, at) != 0;
	return kind == GEO_ASN ? geo_record_asn(d, at, &asn) :
	    geo_record_place(d, at, &place);
}

/* Whether any of the first records is of that kind.  Damaged nodes lead nowhere; a
 * tree that bites its tail ends with the count. */
static bool
probe(const struct base *b, enum geo_kind kind)
{
	struct geo_data d = { b->data, PROBE_STEPS };
	uint32_t open[PROBE_DEPTH] = { 0 };
	size_t n = 1;

	for (size_t left = PROBE_NODES; left > 0 && n > 0; left--) {
		MMDB_search_node_s node;

		if (MMDB_read_node(&b->mmdb, open[--n], &node) != MMDB_SUCCESS)
			continue;
		if ((node.left_record_type == MMDB_RECORD_TYPE_DATA &&
		    holds(kind, &d, node.left_record_entry.offset)) ||
		    (node.right_record_type == MMDB_RECORD_TYPE_DATA &&
		    holds(kind, &d, node.right_record_entry.offset)))
			return true;
		if (n + 2 > PROBE_DEPTH)
			continue;
		if (node.right_record_type == MMDB_RECORD_TYPE_SEARCH_NODE)
			open[n++] = (uint32_t)node.right_record;
		if (node.left_record_type == MMDB_RECORD_TYPE_SEARCH_NODE)
			open[n++] = (uint32_t)node.left_record;
	}
	return false;
}

static bool
take(struct base *b, enum geo_kind kind, struct span bytes, struct err *err)
{
	static const char *const lacks[] = {
		[GEO_COUNTRY] = "country codes",
		[GEO_ASN] = "numbers of autonomous systems",
		[GEO_CITY] = "subdivisions of countries",
	};
	int fd;
	bool good;

	if (!check_metadata(bytes, err))
		return false;
	fd = seal(bytes, err);
	if (fd < 0)
		return false;
	good = map(b, fd, err);
	close(fd);
	if (!good)
		return false;
	if (!probe(b, kind))
		return err_set(err, ERR_CONFIG,
		    "is another kind of database, or damaged: no %s are "
		    "found in it", lacks[kind]);
	hash_sha256_hex(bytes.p, bytes.n, b->sha256);
	put_version(b);
	return true;
}

static bool
open_base(struct base *b, enum geo_kind kind, const char *path,
    struct err *err)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash != NULL ? slash + 1 : path;
	struct buf bytes = { 0 };
	bool good = file_read(path, GEO_FILE_BYTES, &bytes, err) &&
	    (take(b, kind, buf_view(&bytes), err) || err_add(err, "%s", path));

	buf_close(&bytes);
	if (good)
		b->name = mem_dup(name, strlen(name));
	return good;
}

bool
geo_open(const struct geo_paths *paths, struct geo **out, struct err *err)
{
	struct geo *g = mem_new(sizeof(*g));

	for (unsigned i = 0; i < GEO__MAX; i++) {
		if (paths->path[i] != NULL && !open_base(&g->base[i],
		    (enum geo_kind)i, paths->path[i], err)) {
			geo_close(g);
			return false;
		}
	}
	*out = g;
	return true;
}

void
geo_close(struct geo *g)
{
	if (g == NULL)
		return;
	for (unsigned i = 0; i < GEO__MAX; i++) {
		if (g->base[i].open)
			MMDB_close(&g->base[i].mmdb);
		mem_free(g->base[i].name);
	}
	mem_free(g);
}

/* ---- lookups ---- */

/* The offset of the address's record. */
static bool
find_record(const struct base *b, const struct address *a, size_t *at)
{
	union {
		struct sockaddr any;
		struct sockaddr_in v4;
		struct sockaddr_in6 v6;
	} to = { .v6 = { .sin6_family = AF_INET6 } };
	MMDB_lookup_result_s found;
	int status;

	if (!b->open)
		return false;
	if (address_is_v4(a)) {
		to.v4 = (struct sockaddr_in){ .sin_family = AF_INET };
		memcpy(&to.v4.sin_addr, a->b + 12, 4);
	} else {
		memcpy(&to.v6.sin6_addr, a->b, 16);
	}
	found = MMDB_lookup_sockaddr(&b->mmdb, &to.any, &status);
	if (status != MMDB_SUCCESS || !found.found_entry)
		return false;
	*at = found.entry.offset;
	return true;
}

uint16_t
geo_country(const struct geo *g, const struct address *a)
{
	static const enum geo_kind kinds[] = { GEO_COUNTRY, GEO_CITY };
	uint16_t country = 0;
	size_t at;

	for (size_t i = 0; country == 0 && i < 2; i++) {
		const struct base *b = &g->base[kinds[i]];
		struct geo_data d = { b->data, GEO_DATA_STEPS };

		if (find_record(b, a, &at))
			country = geo_record_country(&d, at);
	}
	return country;
}

bool
geo_asn(const struct geo *g, const struct address *a, struct geo_asn *out)
{
	const struct base *b = &g->base[GEO_ASN];
	struct geo_data d = { b->data, GEO_DATA_STEPS };
	size_t at;

	return find_record(b, a, &at) && geo_record_asn(&d, at, out);
}

bool
geo_place(const struct geo *g, const struct address *a,
    struct geo_place *out)
{
	const struct base *b = &g->base[GEO_CITY];
	struct geo_data d = { b->data, GEO_DATA_STEPS };
	size_t at;

	return find_record(b, a, &at) && geo_record_place(&d, at, out);
}

/* ---- the record ---- */

const char *
geo_name(const struct geo *g, enum geo_kind kind)
{
	return g->base[kind].name;
}

const char *
geo_version(const struct geo *g, enum geo_kind kind)
{
	return g->base[kind].name != NULL ? g->base[kind].version : NULL;
}

const char *
geo_sha256(const struct geo *g, enum geo_kind kind)
{
	return g->base[kind].name != NULL ? g->base[kind].sha256 : NULL;
}
