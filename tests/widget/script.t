#!/bin/sh
# SPDX-License-Identifier: MIT
# The widget's script, run against a page made of plain objects.
cd "$(dirname "$0")/../.." || exit 1
if ! command -v node >/dev/null 2>&1; then
	echo "1..0 # SKIP no node"
	exit 0
fi
exec node tests/widget/script.js publish/assets/visits.js
