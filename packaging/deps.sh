#!/bin/sh
# SPDX-License-Identifier: MIT
# deps.sh [--check] build|chart|check|all|aspx|data|score|bench|neon|profile ... -- installs
# what is missing.
#
# What is there is found by what it gives (a command, a library that pkg-config
# knows, a file), so that nothing is run when all is there, whoever installed it.
# As root on Debian the rest comes with apt-get; otherwise, and with --check, the
# line that would install it is printed, and the status is 1.

# PURPOSE  KIND NAME  PACKAGE.  gcc does not depend on libc6-dev: it recommends it.
# Building goes without the further compressions, and the program without charts; tests
# are to see them too.
packages()
{
	cat <<'END'
build cmd  cc                                       gcc
build file /usr/include/stdio.h                     libc6-dev
build cmd  pkg-config                               pkg-config
build lib  sqlite3                                  libsqlite3-dev
build lib  zlib                                     zlib1g-dev
build lib  libxxhash                                libxxhash-dev
build lib  libcrypto                                libssl-dev
build lib  jansson                                  libjansson-dev
build lib  libutf8proc                              libutf8proc-dev
build lib  libpcre2-8                               libpcre2-dev
build lib  libmaxminddb                             libmaxminddb-dev
build lib  libarchive                               libarchive-dev
build file /usr/share/zoneinfo/Asia/Ho_Chi_Minh     tzdata
build cmd  gzip                                     gzip
chart cmd  gnuplot                                  gnuplot-nox
chart cmd  fc-match                                 fontconfig
chart file /usr/share/fonts/truetype/noto           fonts-noto-core
check lib  libisal                                  libisal-dev
check lib  libzstd                                  libzstd-dev
check lib  liblzma                                  liblzma-dev
check file /usr/include/bzlib.h                     libbz2-dev
check lib  xlsxwriter                               libxlsxwriter-dev
check lib  libcurl                                  libcurl4-openssl-dev
check cmd  gcc                                      gcc
check cmd  clang                                    clang
check rt   asan                                     libclang-rt-14-dev
check cmd  prove                                    perl
check cmd  python3                                  python3
check cmd  ctags                                    universal-ctags
check cmd  mandoc                                   mandoc
check cmd  xmllint                                  libxml2-utils
all   cmd  shellcheck                               shellcheck
all   cmd  weasyprint                               weasyprint
all   cmd  node                                     nodejs
all   file /usr/sbin/nginx                          nginx
all   file /usr/sbin/apache2                        apache2-bin
all   file /etc/mime.types                          media-types
all   cmd  php                                      php-cli
all   cmd  systemd-analyze                          systemd
all   cmd  chromium                                 chromium
all   cmd  fc-match                                 fontconfig
all   file /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf fonts-dejavu-core
all   cmd  npm                                      npm
all   cmd  pdftoppm                                 poppler-utils
all   cmd  java                                     default-jre-headless
aspx  cmd  mcs                                      mono-mcs
aspx  file /usr/lib/mono/4.5/System.Web.dll         libmono-system-web4.0-cil
data  cmd  npm                                      npm
bench cmd  goaccess                                 goaccess
bench cmd  webalizer                                webalizer
bench cmd  analog                                   analog
bench cmd  igzip                                    isal
bench cmd  zstd                                     zstd
bench cmd  mawk                                     mawk
neon  cmd  aarch64-linux-gnu-gcc                    gcc-aarch64-linux-gnu
neon  file /usr/aarch64-linux-gnu/include/stdio.h   libc6-dev-arm64-cross
neon  cmd  qemu-aarch64                             qemu-user
profile cmd perf                                    linux-perf
score cmd  python3                                  python3
score file /usr/lib/python3/dist-packages/yaml      python3-yaml
score file /usr/share/uap-core/tests/test_ua.yaml   uap-core
END
}

has()
{
	case $1 in
	cmd) command -v "$2" >/dev/null 2>&1 ;;
	lib) pkg-config --exists "$2" >/dev/null 2>&1 ;;
	file) [ -e "$2" ] ;;
	rt) # the compiler's own library, by whatever name it has here
		ls "$(clang -print-resource-dir 2>/dev/null)"/lib/*/libclang_rt."$2"*.a \
		    >/dev/null 2>&1 ;;
	esac
}

# all includes check, and check includes build and chart.
wanted()
{
	case $1 in
	build) echo build ;;
	check) echo "build chart check" ;;
	all) echo "build chart check all" ;;
	chart | aspx | data | score | bench | neon | profile) echo "$1" ;;
	*)
		echo "usage: deps.sh [--check] build|chart|check|all|aspx|data|score|bench|neon|profile ..." >&2
		exit 64
		;;
	esac
}

only_check=no
if [ "${1-}" = --check ]; then
	only_check=yes
	shift
fi
purposes=$(for p in "${@:-build}"; do wanted "$p" || exit; done) || exit

missing=$(packages | while read -r purpose kind name package; do
	case " $(echo "$purposes" | tr '\n' ' ') " in
	*" $purpose "*) has "$kind" "$name" || echo "$package" ;;
	esac
done | sort -u | tr '\n' ' ')
missing=${missing% }
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends $missing"
if [ "$only_check" = yes ] || [ "$(id -u)" -ne 0 ] ||
    ! command -v apt-get >/dev/null 2>&1; then
	echo "truycap: missing (by Debian's names): $missing" >&2
	echo "truycap: as root:  $install" >&2
	exit 1
fi
echo "$install"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of packages
apt-get update -q && exec $install
