/* SPDX-License-Identifier: MIT */
/* fuzz_geo -- the input is a database of each kind.
 *
 * Beside memory errors, which the sanitizers see (but not within the library, which
 * is not built with them: a wild read there ends the process), it aborts where
 * a code is not two capitals, where a text is not within the database's size, and
 * where the same is not answered twice.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "aggregate/geo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool holds)
{
	if (!holds)
		abort();
}

static void
check(const struct geo *g, const struct address *a, size_t size)
{
	uint16_t country = geo_country(g, a);
	struct geo_place place;
	struct geo_asn asn;

	must(country == geo_country(g, a));
	must(country == 0 || (country >> 8 >= 'A' && country >> 8 <= 'Z' &&
	    (country & 255) >= 'A' && (country & 255) <= 'Z'));
	if (geo_asn(g, a, &asn))
		must(asn.number > 0 && asn.organisation.n <= size);
	if (geo_place(g, a, &place))
		must(place.code.n <= size && place.name.n <= size &&
		    place.code.n + place.name.n > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const texts[] = { "192.0.2.7", "192.0.2.130",
		"203.0.113.97", "0.0.0.0", "255.255.255.255", "2001:db8::1",
		"::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff" };
	int fd = memfd_create("fuzz", MFD_CLOEXEC);
	char path[32];

	must(fd >= 0 && (size == 0 || write(fd, data, size) == (ssize_t)size));
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	for (unsigned kind = 0; kind < GEO__MAX; kind++) {
		struct geo_paths paths = { { NULL } };
		struct geo *g = NULL;
		struct err err;

		paths.path[kind] = path;
		if (!geo_open(&paths, &g, &err)) {
			must(g == NULL && (err.code == ERR_DATA ||
			    err.code == ERR_CONFIG));
			continue;
		}
		must(strlen(geo_sha256(g, (enum geo_kind)kind)) == 64);
		for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
			struct address a;

			must(address_read(span_of(texts[i]), &a));
			check(g, &a, size);
		}
		geo_close(g);
	}
	close(fd);
	return 0;
}
