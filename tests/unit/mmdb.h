/* SPDX-License-Identifier: MIT */
/* mmdb.h -- writes small MaxMind DBs for tests: format 2.0, records of 24 bits. */
#ifndef TESTS_UNIT_MMDB_H
#define TESTS_UNIT_MMDB_H

#include <stdlib.h>

#include "aggregate/network.h"
#include "common/buf.h"

enum { MMDB_NODES = 4096, MMDB_EMPTY = 1 << 30, MMDB_DATA = 1 << 29 };

/* The zeros of IPv4 in a tree are ::/96. */
struct mmdb {
	unsigned node[MMDB_NODES][2]; /* a node, MMDB_EMPTY, or MMDB_DATA + offset */
	unsigned nodes;
	struct buf data;
};

/* ---- values ---- */

static inline void
mmdb_control(struct buf *b, unsigned type, size_t size)
{
	unsigned head = type < 8 ? type << 5 : 0;
	size_t field = size < 29 ? size : size < 285 ? 29 : size < 65821 ? 30 :
	    31;

	buf_putc(b, (char)(head | field));
	if (type >= 8)
		buf_putc(b, (char)(type - 7));
	if (field == 31)
		buf_putc(b, (char)((size - 65821) >> 16));
	if (field >= 30)
		buf_putc(b, (char)((size - (field == 30 ? 285 : 65821)) >> 8));
	if (field >= 29)
		buf_putc(b, (char)(size - (field == 29 ? 29 :
		    field == 30 ? 285 : 65821)));
}

static inline void
mmdb_text(struct buf *b, const char *text)
{
	mmdb_control(b, 2, strlen(text));
	buf_puts(b, text);
}

static inline void
mmdb_map(struct buf *b, size_t pairs)
{
	mmdb_control(b, 7, pairs);
}

static inline void
mmdb_array(struct buf *b, size_t n)
{
	mmdb_control(b, 11, n);
}

/* type: 5 for 16 bits, 6 for 32, 9 for 64. */
static inline void
mmdb_uint(struct buf *b, unsigned type, uint64_t v)
{
	size_t n = 0;

	while (n < 8 && v >> (8 * n) != 0)
		n++;
	mmdb_control(b, type, n);
	while (n > 0)
		buf_putc(b, (char)(v >> (8 * --n)));
}

/* With 32 bits, whatever would do. */
static inline void
mmdb_pointer(struct buf *b, uint32_t to)
{
	buf_putc(b, 0x38);
	for (int i = 24; i >= 0; i -= 8)
		buf_putc(b, (char)(to >> i));
}

/* ---- the tree ---- */

static inline unsigned
mmdb_node(struct mmdb *m)
{
	if (m->nodes == MMDB_NODES)
		abort();
	m->node[m->nodes][0] = m->node[m->nodes][1] = MMDB_EMPTY;
	return m->nodes++;
}

/* The network's record begins at that offset of the data. */
static inline void
mmdb_put(struct mmdb *m, const char *network, size_t offset)
{
	struct network net;
	unsigned at = 0;

	if (!network_read(span_of(network), &net))
		abort();
	if (address_is_v4(&net.base))
		memset(net.base.b, 0, 12);
	if (m->nodes == 0)
		mmdb_node(m);
	for (unsigned i = 0; i < net.bits; i++) {
		unsigned bit = net.base.b[i / 8] >> (7 - i % 8) & 1;

		if (i + 1 == net.bits) {
			m->node[at][bit] = MMDB_DATA + (unsigned)offset;
			return;
		}
		if (m->node[at][bit] >= MMDB_DATA)
			m->node[at][bit] = mmdb_node(m);
		at = m->node[at][bit];
	}
}

/* ---- the file ---- */

static inline void
mmdb_metadata(struct buf *b, unsigned nodes, const char *type, uint64_t epoch)
{
	buf_add(b, "\xAB\xCD\xEFMaxMind.com", 14);
	mmdb_map(b, 9);
	mmdb_text(b, "node_count");
	mmdb_uint(b, 6, nodes);
	mmdb_text(b, "record_size");
	mmdb_uint(b, 5, 24);
	mmdb_text(b, "ip_version");
	mmdb_uint(b, 5, 6);
	mmdb_text(b, "database_type");
	mmdb_text(b, type);
	mmdb_text(b, "languages");
	mmdb_array(b, 1);
	mmdb_text(b, "en");
	mmdb_text(b, "binary_format_major_version");
	mmdb_uint(b, 5, 2);
	mmdb_text(b, "binary_format_minor_version");
	mmdb_uint(b, 5, 0);
	mmdb_text(b, "build_epoch");
	mmdb_uint(b, 9, epoch);
	mmdb_text(b, "description");
	mmdb_map(b, 1);
	mmdb_text(b, "en");
	mmdb_text(b, "made by a test");
}

/* Tree and data, without metadata. */
static inline void
mmdb_body(const struct mmdb *m, struct buf *out)
{
	for (unsigned i = 0; i < m->nodes; i++) {
		for (unsigned k = 0; k < 2; k++) {
			unsigned v = m->node[i][k];

			v = v == MMDB_EMPTY ? m->nodes : v >= MMDB_DATA ?
			    v - MMDB_DATA + m->nodes + 16 : v;
			buf_putc(out, (char)(v >> 16));
			buf_putc(out, (char)(v >> 8));
			buf_putc(out, (char)v);
		}
	}
	buf_add(out, (char[16]){ 0 }, 16);
	buf_span(out, buf_view(&m->data));
}

#endif
