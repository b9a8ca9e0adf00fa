/* SPDX-License-Identifier: MIT */
#include "aggregate/criteria.h"

static const unsigned char vn_department[] = {
#include "conf/criteria/vn-department.conf.inc"
};
static const unsigned char vn_seed[] = {
#include "conf/criteria/vn-seed.conf.inc"
};
static const unsigned char institution_en[] = {
#include "conf/criteria/institution-en.conf.inc"
};

#define TEXT(name) { (const char *)name, sizeof(name) }
static const struct criteria_shipped shipped[] = {
	{ "vn-department", TEXT(vn_department) },
	{ "vn-seed", TEXT(vn_seed) },
	{ "institution-en", TEXT(institution_en) },
};

const struct criteria_shipped *
criteria_shipped(size_t i)
{
	return i < sizeof(shipped) / sizeof(*shipped) ? &shipped[i] : NULL;
}
