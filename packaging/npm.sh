#!/bin/sh
# SPDX-License-Identifier: MIT
# npm.sh FOLDER -- puts the packages of npm that tests of pages use into it: axe-core,
# which looks for what keeps people out, and the Nu Html Checker of the W3C.
#
# Each by its name, with npm itself and without running any script of theirs; the versions
# are fixed, so that a new rule of theirs is no fault of a page that has not changed.  They
# are no part of the program: tests that do not find them are skipped.
set -u

[ $# -eq 1 ] || {
	echo "usage: npm.sh FOLDER" >&2
	exit 64
}
wanted="axe-core@4.14.1 vnu-jar@26.9.27"

# there NAME@VERSION: is it in place?
there()
{
	grep -qs "\"version\": *\"${1#*@}\"" \
	    "$folder/node_modules/${1%@*}/package.json"
}

mkdir -p "$1" && folder=$(cd "$1" && pwd) || exit 73
missing=
for package in $wanted; do
	there "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
command -v npm >/dev/null 2>&1 || {
	echo "truycap: npm is missing: packaging/deps.sh all installs it" >&2
	exit 69
}
echo '{"private": true}' >"$folder/package.json"
# shellcheck disable=SC2086 # a list of packages
(cd "$folder" && npm install --no-save --ignore-scripts --no-audit --no-fund \
    --loglevel=error --no-update-notifier --fetch-retries=1 $wanted) \
    >"$folder/said" 2>&1 || {
	echo "truycap:$missing: cannot be fetched, tests of pages are skipped" >&2
	exit 75
}
