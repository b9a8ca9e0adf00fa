/* SPDX-License-Identifier: MIT */
#include "store/chain_claims.h"

#include "common/mem.h"
#include "common/stamp.h"

void
chain_claims_open(struct chain_claims *c, uint64_t seed)
{
	*c = (struct chain_claims){ .n_sites = 0 };
	table_open(&c->claims, sizeof(struct chain_claim),
	    offsetof(struct chain_claim, seq), seed);
	table_open(&c->sources, sizeof(struct chain_source),
	    offsetof(struct chain_source, seq), seed);
}

void
chain_claims_close(struct chain_claims *c)
{
	table_close(&c->claims);
	table_close(&c->sources);
	for (size_t i = 0; i < c->n_sites; i++)
		mem_free(c->site[i].name);
	mem_free(c->site);
	*c = (struct chain_claims){ .n_sites = 0 };
}

uint32_t
chain_claims_site(struct chain_claims *c, struct span name)
{
	for (size_t i = 0; i < c->n_sites; i++)
		if (span_eq(span_of(c->site[i].name), name))
			return (uint32_t)i;
	c->site = mem_grow(c->site, c->n_sites + 1, sizeof(*c->site));
	c->site[c->n_sites] = (struct chain_site){ mem_dup(name.p, name.n), 0,
		INT32_MIN };
	return (uint32_t)c->n_sites++;
}

void
chain_hex(char out[CHAIN_HEX + 1], struct span s)
{
	size_t n = s.n <= CHAIN_HEX ? s.n : CHAIN_HEX;

	if (n > 0)
		memcpy(out, s.p, n);
	out[n] = '\0';
}

static void
claim(struct chain_claims *c, struct chain_claim key, int64_t seq, struct span hex)
{
	struct chain_claim *to = table_at(&c->claims, &key);

	to->seq = seq;
	chain_hex(to->hex, span_eq(hex, SPAN("-")) ? SPAN("") : hex);
}

static int
table_of(struct span name)
{
	int t = 0;

	while (t < CHAIN__MAX && !span_eq(name,
	    span_of(chain_table_name((enum chain_table)t))))
		t++;
	return t;
}

static bool
read_days(struct span text, struct period *out)
{
	size_t dots = span_find(text, '.');
	struct span last = text;

	if (span_eq(text, SPAN("*"))) {
		*out = (struct period){ CHAIN_NO_DAY, CHAIN_NO_DAY };
		return true;
	}
	if (dots < text.n) {
		if (text.n - dots < 2)
			return false;
		last = (struct span){ text.p + dots + 2, text.n - dots - 2 };
		text.n = dots;
	}
	return stamp_read_day(text, &out->from) &&
	    stamp_read_day(last, &out->to) && out->from <= out->to;
}

static bool
read_source(struct chain_claims *c, struct span line, int64_t seq)
{
	struct span id = span_cut(&line, ' '), bytes = span_cut(&line, ' ');
	uint64_t n, consumed;
	struct chain_source *s;
	int64_t key;

	if (!span_u64(id, &n) || !span_u64(bytes, &consumed))
		return false;
	key = (int64_t)n;
	s = table_at(&c->sources, &key);
	s->seq = seq;
	s->consumed = (int64_t)consumed;
	chain_hex(s->hex, line);
	return true;
}

static bool
read_line(struct chain_claims *c, struct span line, uint32_t site, int64_t seq)
{
	struct span days = span_cut(&line, ' ');
	struct period p;
	int t;

	if (span_eq(days, SPAN("source")))
		return read_source(c, line, seq);
	t = table_of(span_cut(&line, ' '));
	if (!read_days(days, &p) || t == CHAIN__MAX)
		return false;
	for (int64_t day = p.from; day <= p.to; day++)
		claim(c, (struct chain_claim){ site, (uint32_t)t, (int32_t)day, 0,
		    0, "" }, seq, line);
	return true;
}

bool
chain_claims_take(struct chain_claims *c, const struct chain_link *l)
{
	uint32_t site = chain_claims_site(c, l->site);
	struct span body = l->body;

	while (body.n > 0)
		if (!read_line(c, span_cut(&body, '\n'), site, l->seq))
			return false;
	return true;
}
