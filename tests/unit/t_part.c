/* SPDX-License-Identifier: MIT */
#include "store/part.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

/* ---- a part as text ---- */

static void
put_view(struct buf *out, const struct part *p, const struct view *v)
{
	struct span page = part_text(p, v->page);
	struct span from = part_text(p, v->referrer);

	buf_printf(out, " %lld '%.*s' '%.*s'", (long long)v->at_s, (int)page.n,
	    page.p, (int)from.n, from.p);
}

static void
put_conduct(struct buf *out, const struct hash128 *key,
    const struct conduct *c)
{
	buf_printf(out, " %02x%02x %lu %u %x %llx", key->b[0],
	    key->b[15], (unsigned long)c->hits, c->errors, c->flags,
	    (unsigned long long)c->steps);
}

static void
put_span(struct buf *out, const struct part *p, uint32_t i)
{
	struct visit_span s = { .day = 0 };
	struct hash128 key;

	part_span_at(p, i, &s);
	part_key_at(p, i, &key);
	buf_puts(out, memcmp(&key, &s.key, sizeof(key)) == 0 ? "span" :
	    "other key");
	put_conduct(out, &s.key, &s.conduct);
	put_view(out, p, &s.span.entry);
	put_view(out, p, &s.span.exit);
	buf_printf(out, " %llu %llu %llx %x %u %u %u %x\n",
	    (unsigned long long)s.span.views, (unsigned long long)s.span.bytes,
	    (unsigned long long)s.span.sections, s.span.traits.country,
	    s.span.traits.browser, s.span.traits.system, s.span.traits.device,
	    s.span.traits.flags);
}

static void
put_part(struct buf *out, const struct part *p)
{
	for (uint32_t i = 0; i < p->n_hours; i++) {
		struct hour_row h = part_hour_at(p, i);

		buf_printf(out, "hour %u %u %u %llu %llu %llx\n", h.hour,
		    h.class, h.outcome, (unsigned long long)h.hits,
		    (unsigned long long)h.bytes,
		    (unsigned long long)h.minutes);
	}
	for (uint32_t i = 0; i < p->n_tallies; i++) {
		struct tally_row t = part_tally_at(p, i);
		struct span key = part_text(p, t.key);

		buf_printf(out, "tally %u %u '%.*s' %llu %llu %llu\n", t.dim,
		    t.who, (int)key.n, key.p, (unsigned long long)t.hits,
		    (unsigned long long)t.pages, (unsigned long long)t.bytes);
	}
	for (uint32_t i = 0; i < p->n_spans; i++)
		put_span(out, p, i);
	for (uint32_t i = 0; i < p->n_conducts; i++) {
		struct hash128 key;
		struct conduct c;

		part_conduct_at(p, i, &key, &c);
		buf_puts(out, "conduct");
		put_conduct(out, &key, &c);
		buf_putc(out, '\n');
	}
}

/* ---- two parts of one writer ---- */

static struct visit_span
span_of_all(struct terms *terms)
{
	struct visit_span s = { .key = rig_key(1), .conduct = { UINT32_MAX,
		UINT16_MAX, 3, UINT64_MAX } };

	memset(s.key.b + 8, 0xfe, 8);
	s.span = (struct view_span){
		{ -5, terms_at(terms, SPAN("/a")), 0 },
		{ 86400 + 3600, terms_at(terms, SPAN("/d\xE1\xBB\x8B")),
		    terms_at(terms, SPAN("example.org")) },
		UINT32_MAX, UINT64_MAX, UINT64_C(1) << 63 | 1,
		{ 'V' << 8 | 'N', 61, 22, 5, VIEW_IPV6 | VIEW_HTTPS } };
	return s;
}

#define WANT \
	"hour 25 4 9 18446744073709551615 3 "\
	"8800000000000001\nhour 0 0 0 1 0 0\n" \
	"tally 1 0 '/a' 1 2 18446744073709551615\ntally 25 2 '' 3 0 0\n" \
	"span 42fe 4294967295 65535 3 ffffffffffffffff -5 '/a' '' 90000 '/d\xE1\xBB\x8B' " \
	"'example.org' 4294967295 18446744073709551615 8000000000000001 " \
	"564e 61 22 5 3\nconduct 4343 7 2 1 85\n"

static void
write_full(struct part_writer *w, struct terms *terms, struct buf *out)
{
	struct hour_row hours[] = { { .hour = 25, .class = 4, .outcome = 9,
		.hits = UINT64_MAX, .bytes = 3, .minutes = UINT64_C(0x88) << 56 |
		1 }, { .hits = 1 } };
	struct tally_row tallies[] = { { .dim = DIM_PAGE,
		.key = terms_at(terms, SPAN("/a")), .hits = 1, .pages = 2,
		.bytes = UINT64_MAX }, { .dim = DIM_DOUBT, .who = WHO_REST,
		.hits = 3 } };
	struct visit_span span = span_of_all(terms);
	struct hash128 key = rig_key(2);

	part_begin(w);
	part_hour(w, &hours[0]);
	part_hour(w, &hours[1]);
	part_tally(w, &tallies[0]);
	part_tally(w, &tallies[1]);
	part_span(w, &span);
	part_conduct(w, &key, &(struct conduct){ 7, 2, 1, 0x85 });
	part_end(w, out);
}

static const char *
text_of(const struct buf *body, struct buf *out)
{
	struct part p;
	struct err err = { 0 };

	buf_clear(out);
	if (!part_read((struct span){ tap_guarded(body->p, body->n), body->n },
	    &p, &err))
		return err.text[0] != '\0' ? "refused" : "refused mutely";
	put_part(out, &p);
	return buf_text(out);
}

static void
test_round_trip(void)
{
	struct terms terms = { 0 };
	struct part_writer w = { 0 };
	struct buf body = { 0 }, again = { 0 }, text = { 0 };

	part_close(&w);
	ok(true, "a zeroed writer closes");
	terms_open(&terms, 3);
	terms_at(&terms, SPAN("/not in this part"));
	span_of_all(&terms); /* a writer wants to know all terms */
	part_open(&w, &terms);
	write_full(&w, &terms, &body);
	is_text(text_of(&body, &text), WANT, "all is read as it was written");
	ok(memmem(body.p, body.n, "not in", 6) == NULL,
	    "texts that are not used are not in it");
	part_begin(&w);
	part_end(&w, &again);
	is_text(text_of(&again, &text), "", "a part may hold nothing");
	ok(body.n % 8 == 0 && again.n == 32, "it is aligned to 8 bytes");
	write_full(&w, &terms, &again);
	ok(span_eq(buf_view(&body), buf_view(&again)),
	    "a writer begins each part anew");
	part_close(&w);
	terms_close(&terms);
	buf_close(&body);
	buf_close(&again);
	buf_close(&text);
}

/* ---- damage ---- */

/* Bytes that end at an unreadable page, to be damaged in many ways. */
struct guard {
	char *map, *end;
	size_t bytes, page;
};

static struct guard
guard_open(size_t most)
{
	struct guard g = { .page = (size_t)sysconf(_SC_PAGESIZE) };

	g.bytes = (most + g.page - 1) / g.page * g.page;
	g.map = mmap(NULL, g.bytes + g.page, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (g.map == MAP_FAILED ||
	    mprotect(g.map + g.bytes, g.page, PROT_NONE) != 0)
		abort();
	g.end = g.map + g.bytes;
	return g;
}

/* Reads all that it says it has: a crash is the failure.  Is it refused? */
static bool
refused(const struct guard *g, size_t n, struct buf *out)
{
	struct part p;
	struct err err = { 0 };

	buf_clear(out);
	if (!part_read((struct span){ g->end - n, n }, &p, &err))
		return err.code == ERR_DATA;
	put_part(out, &p);
	return false;
}

static void
test_damage(void)
{
	struct terms terms = { 0 };
	struct part_writer w;
	struct buf body = { 0 }, out = { 0 };
	struct guard g;
	bool cut = true, longer = true;
	uint64_t seed = 1;

	terms_open(&terms, 3);
	span_of_all(&terms);
	part_open(&w, &terms);
	write_full(&w, &terms, &body);
	g = guard_open(body.n + 8);
	for (size_t n = 0; n < body.n; n++) {
		memcpy(g.end - n, body.p, n);
		cut = cut && refused(&g, n, &out);
	}
	ok(cut, "cut anywhere, it is refused");
	for (size_t more = 1; more <= 8; more++) {
		memset(g.end - body.n - more, 0, body.n + more);
		memcpy(g.end - body.n - more, body.p, body.n);
		longer = longer && refused(&g, body.n + more, &out);
	}
	ok(longer, "with bytes behind it, too");

	char *at = g.end - body.n;

	for (size_t i = 0; i < body.n; i++)
		for (int bit = 0; bit < 8; bit++) {
			memcpy(at, body.p, body.n);
			at[i] = (char)(at[i] ^ 1 << bit);
			refused(&g, body.n, &out);
		}
	ok(true, "with any bit wrong it is read within its bounds");
	for (int round = 0; round < 20000; round++) {
		memcpy(at, body.p, body.n);
		for (uint64_t k = chance(&seed, 6); k > 0; k--)
			at[chance(&seed, chance(&seed, 2) > 0 ? 48 : body.n)] =
			    (char)chance(&seed, 256);
		refused(&g, body.n, &out);
	}
	ok(true, "with several bytes wrong, as well");
	memcpy(at, body.p, body.n);
	memcpy(at, "TYP1", 4);
	ok(refused(&g, body.n, &out), "a part of an earlier form is refused");
	munmap(g.map, g.bytes + g.page);
	part_close(&w);
	terms_close(&terms);
	buf_close(&body);
	buf_close(&out);
}

/* Version 3's parts: hours without minutes. */
static void
test_older(void)
{
	struct terms terms = { 0 };
	struct part_writer w;
	struct buf body = { 0 }, got = { 0 };
	struct part p;
	struct err err;
	size_t at;

	terms_open(&terms, 3);
	span_of_all(&terms);
	part_open(&w, &terms);
	write_full(&w, &terms, &body);
	must(part_read(buf_view(&body), &p, &err), &err);
	at = (size_t)(p.hours - (const unsigned char *)body.p);
	for (int i = 0; i < 2; i++) {
		at += 24;
		memmove(body.p + at, body.p + at + 8, body.n - at - 8);
		body.n -= 8;
	}
	ok(!part_read(buf_view(&body), &p, &err), "hours without minutes are "
	    "none of this version's");
	memcpy(body.p, "TYP2", 4);
	must(part_read(buf_view(&body), &p, &err), &err);
	put_part(&got, &p);
	ok(strncmp(buf_text(&got), "hour 25 4 9 18446744073709551615 3 "
	    "8000000000000000\nhour 0 0 0 1 0 8000000000000000\ntally 1 0 "
	    "'/a' 1 2 1", 60) == 0, "of the version before they are read");
	part_close(&w);
	terms_close(&terms);
	buf_close(&body);
	buf_close(&got);
}

/* Numbers that are out of range are brought into it. */
static void
test_range(void)
{
	struct terms terms = { 0 };
	struct part_writer w;
	struct buf body = { 0 };
	struct part p;
	struct err err;
	struct visit_span s = { .span = { .entry.at_s = INT64_MAX,
		.exit.at_s = INT64_MAX } };
	struct hour_row hour = { .class = 200, .outcome = 200 };
	struct tally_row tally = { .dim = 60000, .who = 60000 };

	terms_open(&terms, 3);
	part_open(&w, &terms);
	part_begin(&w);
	part_hour(&w, &hour);
	part_tally(&w, &tally);
	part_span(&w, &s);
	part_end(&w, &body);
	memset(body.p + body.n - 80 + 40, 0xff, 4); /* last - first */
	memset(body.p + body.n - 16, 0xff, 16);     /* texts */
	must(part_read(buf_view(&body), &p, &err), &err);
	hour = part_hour_at(&p, 0);
	tally = part_tally_at(&p, 0);
	part_span_at(&p, 0, &s);
	ok(hour.class < CLASS__COUNTED && hour.outcome < OUTCOME__MAX &&
	    tally.dim < DIM__MAX && tally.who < WHO__MAX,
	    "numbers of tables are within them");
	ok(s.span.entry.at_s == INT64_MAX && s.span.exit.at_s == INT64_MAX,
	    "a time beyond all times is the first one");
	ok(part_text(&p, s.span.entry.page).n == 0 &&
	    part_text(&p, UINT32_MAX).n == 0 && part_text(&p, 1).n == 0,
	    "a text that is not there is empty");
	part_close(&w);
	terms_close(&terms);
	buf_close(&body);
}

int
main(void)
{
	test_round_trip();
	test_damage();
	test_older();
	test_range();
	return done();
}
