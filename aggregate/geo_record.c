/* SPDX-License-Identifier: MIT */
#include "aggregate/geo_record.h"

static bool
find_text(struct geo_data *d, size_t at, const char *path, struct span *out)
{
	struct geo_value v;

	if (!geo_data_find(d, at, path, &v) || v.type != GEO_TYPE_TEXT ||
	    v.text.n == 0)
		return false;
	*out = v.text;
	return true;
}

uint16_t
geo_record_country(struct geo_data *d, size_t at)
{
	static const char *const paths[] = { "country_code",
		"country.iso_code", "registered_country.iso_code" };

	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		struct span s;

		if (find_text(d, at, paths[i], &s) && s.n == 2 &&
		    s.p[0] >= 'A' && s.p[0] <= 'Z' &&
		    s.p[1] >= 'A' && s.p[1] <= 'Z')
			return (uint16_t)(s.p[0] << 8 | s.p[1]);
	}
	return 0;
}

bool
geo_record_asn(struct geo_data *d, size_t at, struct geo_asn *out)
{
	struct geo_asn asn = { 0 };
	struct geo_value v;

	if (!geo_data_find(d, at, "autonomous_system_number", &v) ||
	    (v.type != GEO_TYPE_UINT32 && v.type != GEO_TYPE_UINT16) ||
	    v.number == 0)
		return false;
	asn.number = (uint32_t)v.number;
	find_text(d, at, "autonomous_system_organization", &asn.organisation);
	*out = asn;
	return true;
}

bool
geo_record_place(struct geo_data *d, size_t at, struct geo_place *out)
{
	struct geo_place place = { .country = geo_record_country(d, at) };
	bool code = find_text(d, at, "subdivisions.0.iso_code", &place.code);
	bool name = find_text(d, at, "subdivisions.0.names.en", &place.name);

	if (!code && !name)
		return false;
	*out = place;
	return true;
}
