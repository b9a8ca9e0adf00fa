#!/bin/sh
# SPDX-License-Identifier: MIT
# make install and uninstall, into a folder of their own.
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build/release}
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
# This make is none of the one that runs the tests.
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
n=0

ok() { # status, name
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		sed 's/^/# /' "$tmp/said"
	fi
}
# Nothing is compiled here: -o takes what is built as it is.
install_to() {
	make B="$B" -o all DESTDIR="$tmp/root" PREFIX=/opt/tc "$1" >"$tmp/said" 2>&1
}

mkdir -p "$tmp/root/etc/truycap" "$tmp/root/opt/tc/share/man"
echo "mine" > "$tmp/root/etc/truycap/truycap.conf"
find "$tmp/root" | sort > "$tmp/before"
install_to install
ok $? "install goes to DESTDIR and PREFIX"
"$tmp/root/opt/tc/bin/truycap" --version > "$tmp/said" 2>&1
ok $? "the program runs from there"
cmp -s conf/truycap.conf "$tmp/root/opt/tc/share/truycap/truycap.conf.sample"
ok $? "the sample configuration is there"
for file in man/man1/truycap.1 bash-completion/completions/truycap \
    truycap/truycap.cron truycap/truycap-update.service \
    truycap/truycap-update.timer doc/truycap/README.md; do
	[ -s "$tmp/root/opt/tc/share/$file" ]
	ok $? "$file is there"
done
find "$tmp/root" -type f -newer "$tmp/before" | grep -v "^$tmp/root/opt/tc/" > "$tmp/said"
[ ! -s "$tmp/said" ]
ok $? "nothing goes elsewhere"
[ "$(cat "$tmp/root/etc/truycap/truycap.conf")" = mine ]
ok $? "a live configuration stays as it is"
install_to install
ok $? "it may be installed again"
echo "mine" > "$tmp/root/opt/tc/share/truycap/other"
install_to uninstall
ok $? "uninstall works"
find "$tmp/root" ! -type d > "$tmp/said"
[ "$(sort "$tmp/said")" = "$(printf '%s\n' "$tmp/root/etc/truycap/truycap.conf" \
    "$tmp/root/opt/tc/share/truycap/other")" ]
ok $? "uninstall removes what install brought, and nothing else"
echo "1..$n"
