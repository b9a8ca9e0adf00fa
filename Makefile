# truycap: make demo | make check | make | make install
#
# Sources are found by wildcard, a folder a floor (docs/ARCHITECTURE.md); each
# flavour builds into its own folder: make san, make FLAVOUR=debug...
FLAVOUR ?= release
B       := build/$(FLAVOUR)
PKGS    := sqlite3 zlib libcrypto jansson libutf8proc libpcre2-8
FLOORS  := common store ingest aggregate plots publish cli

CFLAGS  ?= -O2 -g -fstack-protector-strong -D_FORTIFY_SOURCE=2
OPT.debug := -O0 -U_FORTIFY_SOURCE
OPT.san   := -O1 -U_FORTIFY_SOURCE -fsanitize=address,undefined \
             -fno-sanitize-recover=all -fno-omit-frame-pointer
OPT.cov   := -O0 -U_FORTIFY_SOURCE --coverage
OPT     := $(OPT.$(FLAVOUR))
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
           -Wmissing-prototypes -Wwrite-strings -Wformat=2 -Wundef -Wvla
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS   := $(shell pkg-config --libs $(PKGS) 2>/dev/null)
COMPILE  = $(CC) -std=c17 -D_GNU_SOURCE -I. -I$(B) -MMD -MP $(PKG_CFLAGS) \
           $(WARN) $(CPPFLAGS) $(CFLAGS) $(OPT)

SRC     := $(filter-out cli/main.c,$(wildcard $(FLOORS:%=%/*.c)))
OBJ     := $(SRC:%.c=$(B)/%.o)
LIB     := $(B)/libtruycap.a
UNIT    := $(patsubst %.c,$(B)/%,$(wildcard tests/unit/t_*.c))
# What the program carries inside: shipped texts, as bytes (a string literal may
# not be longer than 4,095 characters).
TEXTS   := $(wildcard store/*.sql conf/*.conf publish/assets/*)
INC     := $(TEXTS:%=$(B)/%.inc)

all: $(B)/truycap

$(B)/truycap: $(B)/cli/main.o $(LIB)
	$(CC) $(CFLAGS) $(OPT) $(LDFLAGS) -o $@ $^ $(PKG_LIBS) -lpthread
$(LIB): $(OBJ)
	@rm -f $@
	$(AR) rcs $@ $^
$(B)/%.o: %.c Makefile | $(INC)
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<
$(B)/%.inc: %
	@mkdir -p $(@D)
	od -An -v -tu1 $< | sed 's/[0-9][0-9]*/&,/g' > $@
$(B)/tests/unit/t_%: $(B)/tests/unit/t_%.o $(B)/tests/tap.o $(LIB)
	$(CC) $(CFLAGS) $(OPT) $(LDFLAGS) -o $@ $^ $(PKG_LIBS) -lpthread

-include $(shell find $(B) -name '*.d' 2>/dev/null)
.PHONY: all
.SECONDARY:
