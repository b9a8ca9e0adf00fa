/* SPDX-License-Identifier: MIT */
#include "ingest/scan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

/* A build may be held to less than its machine has, so that the tests go each way:
 * make FLAVOUR=portable, FLAVOUR=sse2. */
#ifndef SCAN_MOST
#define SCAN_MOST SCAN_NEON
#endif

enum { BLOCK = 64 };

static size_t
find_scalar(struct span text, uint16_t *at)
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == '"' || text.p[i] == '\n')
			at[n++] = (uint16_t)i;
	return n;
}

/* --- 64 bytes at a time --- */

#if defined(__x86_64__) || (defined(__ARM_NEON) && defined(__aarch64__))

/* The offsets of a block's bits.  Few blocks have more than four: these are
 * written at once, as a loop that ends now here, now there costs more. */
static inline __attribute__((always_inline)) void
put(uint64_t mask, size_t n, size_t base, uint16_t *at)
{
	for (size_t i = 0; i < SCAN_SLACK; i++) {
		/* Of no bit at all the number would be undefined. */
		at[i] = (uint16_t)(base + (size_t)__builtin_ctzll(
		    mask | UINT64_C(1) << 63));
		mask &= mask - 1;
	}
	for (size_t i = SCAN_SLACK; i < n; i++) {
		at[i] = (uint16_t)(base + (size_t)__builtin_ctzll(mask));
		mask &= mask - 1;
	}
}

/* The body of a finder: MASK gives a block's bits, COUNT how many these are.
 * The end is looked at in a copy, as nothing beyond it may be read. */
#define FIND(text, at, MASK, COUNT) do {                                       \
	char last[BLOCK] = { 0 };                                              \
	size_t i = 0, n = 0;                                                   \
	uint64_t mask;                                                         \
	                                                                       \
	for (; text.n - i >= BLOCK; i += BLOCK) {                              \
		mask = MASK(text.p + i);                                       \
		put(mask, COUNT(mask), i, at + n);                             \
		n += COUNT(mask);                                              \
	}                                                                      \
	if (i == text.n)                                                       \
		return n;                                                      \
	memcpy(last, text.p + i, text.n - i);                                  \
	mask = MASK(last);                                                     \
	put(mask, COUNT(mask), i, at + n);                                     \
	return n + COUNT(mask);                                                \
} while (0)

#endif

#if defined(__x86_64__)

static inline uint64_t
bits16(const char *p)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i hit = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')),
	    _mm_cmpeq_epi8(v, _mm_set1_epi8('\n')));

	return (unsigned)_mm_movemask_epi8(hit);
}

static inline uint64_t
mask_sse2(const char *p)
{
	return bits16(p) | bits16(p + 16) << 16 | bits16(p + 32) << 32 |
	    bits16(p + 48) << 48;
}

/* Not every machine with SSE2 can count bits, so the compiler would call a
 * function that does. */
static inline size_t
count_bits(uint64_t v)
{
	v -= v >> 1 & UINT64_C(0x5555555555555555);
	v = (v & UINT64_C(0x3333333333333333)) +
	    (v >> 2 & UINT64_C(0x3333333333333333));
	v = (v + (v >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
	return (size_t)(v * UINT64_C(0x0101010101010101) >> 56);
}

static size_t
find_sse2(struct span text, uint16_t *at)
{
	FIND(text, at, mask_sse2, count_bits);
}

#define AVX2 __attribute__((target("avx2,bmi,popcnt")))

AVX2 static inline uint64_t
bits32(const char *p)
{
	__m256i v = _mm256_loadu_si256((const __m256i *)(const void *)p);
	__m256i hit = _mm256_or_si256(
	    _mm256_cmpeq_epi8(v, _mm256_set1_epi8('"')),
	    _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\n')));

	return (unsigned)_mm256_movemask_epi8(hit);
}

AVX2 static inline uint64_t
mask_avx2(const char *p)
{
	return bits32(p) | bits32(p + 32) << 32;
}

#define COUNT_BITS(v) ((size_t)__builtin_popcountll(v))

AVX2 static size_t
find_avx2(struct span text, uint16_t *at)
{
	FIND(text, at, mask_avx2, COUNT_BITS);
}

static bool
has_avx2(void)
{
	__builtin_cpu_init();
	return __builtin_cpu_supports("avx2") &&
	    __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}

#elif defined(__ARM_NEON) && defined(__aarch64__)

/* 0xff for each byte that is looked for. */
static inline uint8x16_t
hits16(const char *p)
{
	uint8x16_t v = vld1q_u8((const uint8_t *)p);

	return vorrq_u8(vceqq_u8(v, vdupq_n_u8('"')),
	    vceqq_u8(v, vdupq_n_u8('\n')));
}

/* Each byte keeps its own bit of eight; neighbours are added until eight bytes
 * are one. */
static inline uint64_t
mask_neon(const char *p)
{
	static const uint8_t own[16] = { 1, 2, 4, 8, 16, 32, 64, 128,
		1, 2, 4, 8, 16, 32, 64, 128 };
	uint8x16_t bit = vld1q_u8(own);
	uint8x16_t low = vpaddq_u8(vandq_u8(hits16(p), bit),
	    vandq_u8(hits16(p + 16), bit));
	uint8x16_t high = vpaddq_u8(vandq_u8(hits16(p + 32), bit),
	    vandq_u8(hits16(p + 48), bit));
	uint8x16_t sum = vpaddq_u8(low, high);

	return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}

#define COUNT_BITS(v) ((size_t)__builtin_popcountll(v))

static size_t
find_neon(struct span text, uint16_t *at)
{
	FIND(text, at, mask_neon, COUNT_BITS);
}

#endif

bool
scan_level(enum scan_level level, struct scanner *out)
{
	if (level > SCAN_MOST)
		return false;
	switch (level) {
	case SCAN_SCALAR:
		*out = (struct scanner){ find_scalar, "scalar" };
		return true;
#if defined(__x86_64__)
	case SCAN_SSE2:
		*out = (struct scanner){ find_sse2, "SSE2" };
		return true;
	case SCAN_AVX2:
		if (!has_avx2())
			return false;
		*out = (struct scanner){ find_avx2, "AVX2" };
		return true;
#elif defined(__ARM_NEON) && defined(__aarch64__)
	case SCAN_NEON:
		*out = (struct scanner){ find_neon, "NEON" };
		return true;
#endif
	default:
		return false;
	}
}

struct scanner
scan_best(void)
{
	struct scanner best = { find_scalar, "scalar" };

	for (int level = SCAN_SCALAR; level < SCAN__LEVELS; level++)
		scan_level((enum scan_level)level, &best);
	return best;
}

/* --- lines --- */

void
scan_begin(struct scan *s, struct span text, bool quotes)
{
	if (s->scanner.find == NULL)
		s->scanner = scan_best();
	s->rest = text;
	s->i = s->n = 0;
	s->quotes = quotes;
}

/* The lines that end in the next window; false: none does. */
static bool
look_ahead(struct scan *s)
{
	struct span window = s->rest;

	if (window.n > SCAN_WINDOW)
		window.n = SCAN_WINDOW;
	s->base = window.p;
	s->i = 0;
	s->n = s->scanner.find(window, s->at);
	while (s->n > 0 && window.p[s->at[s->n - 1]] != '\n')
		s->n--;
	return s->n > 0;
}

bool
scan_next(struct scan *s, struct scan_line *out)
{
	size_t first, i;
	const char *end;

	if (s->rest.n == 0)
		return false;
	if (s->i == s->n && (!s->quotes || !look_ahead(s))) {
		*out = (struct scan_line){ .text = span_cut(&s->rest, '\n') };
		return true;
	}
	for (i = first = s->i; s->base[s->at[i]] != '\n'; i++)
		;
	end = s->base + s->at[i];
	*out = (struct scan_line){
		{ s->rest.p, (size_t)(end - s->rest.p) }, s->base,
		s->at + first, i - first };
	s->rest.n -= out->text.n + 1;
	s->rest.p = end + 1;
	s->i = i + 1;
	return true;
}
