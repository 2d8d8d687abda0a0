# make, make check, make run, make install; see README.md.
# STATIC=1 links statically; CC, CFLAGS, LDFLAGS, STRIP, DESTDIR and PREFIX are the caller's.

CC      ?= cc
CFLAGS  ?= -O2 -g
STRIP   ?=
STATIC  ?=
PREFIX  ?=
SBINDIR  = $(PREFIX)/sbin
MANDIR   = /usr/share/man
DOCDIR   = /usr/share/doc/rung

# An ignored result is written (void) with its reason; gcc does not take that from glibc's marked functions.
WARN     = -Wall -Wextra -Wshadow -Wswitch-enum -Wmissing-prototypes -Wvla -Wconversion -Wno-unused-result
COMPILE  = $(CC) -std=c11 -D_GNU_SOURCE $(WARN) $$(sed -n 1p .flags) $(CPPFLAGS) $(CFLAGS)
LINK     = $(CC) $$(sed -n 1p .flags) $(CFLAGS) $$(sed -n 2p .flags) $(LDFLAGS)

INIT     = init.o crash.o classic.o upgrade.o reexec.o level.o load.o reader.o table.o inittab.o options.o child.o spawn.o command.o env.o \
           group.o helper.o signals.o request.o watch.o state.o accounting.o utmp.o title.o console.o \
           log.o clock.o
TELINIT  = cmd/telinit.o cmd/check.o command.o inittab.o options.o log.o console.o clock.o
HALT     = cmd/halt.o utmp.o
RUNLEVEL = cmd/runlevel.o
PROGRAMS = init telinit halt runlevel
PURE     = inittab.o options.o command.o env.o child.o table.o state.o utmp.o clock.o
UNIT     = tests/unit/check.o tests/unit/fakes.o tests/unit/inittab.o tests/unit/options.o \
           tests/unit/command.o tests/unit/log.o tests/unit/env.o tests/unit/state.o tests/unit/layout.o \
           tests/unit/child.o tests/unit/table.o
PAGES8   = init.8 telinit.8 runlevel.8 halt.8
PAGES5   = inittab.5 initctl.5

all: $(PROGRAMS)

init: $(INIT)
	$(LINK) -o $@ $(INIT)
telinit: $(TELINIT)
	$(LINK) -o $@ $(TELINIT)
halt: $(HALT)
	$(LINK) -o $@ $(HALT)
runlevel: $(RUNLEVEL)
	$(LINK) -o $@ $(RUNLEVEL)

tests/unit/unit: $(UNIT) $(PURE)
	$(LINK) -o $@ $(UNIT) $(PURE)

# Anew whenever compiler, options or version are others than last time; else its time stays.
.flags: force
	@{ sh ./flags.sh '$(CC)' '$(STATIC)'; echo '$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS)'; cat VERSION; } >$@.new
	@if cmp -s $@.new $@; then rm -f $@.new; else mv $@.new $@; fi
force:

.SUFFIXES: .c .o
.c.o:
	$(COMPILE) -DRUNG_VERSION="\"$$(cat VERSION)\"" -c -o $@ $<

$(INIT) $(TELINIT) $(HALT) $(RUNLEVEL) $(UNIT): .flags
accounting.o: accounting.h state.h utmp.h clock.h
classic.o: classic.h env.h level.h log.h reexec.h table.h version.h child.h inittab.h options.h span.h \
           state.h clock.h
crash.o: crash.h clock.h console.h initctl.h log.h paths.h reexec.h request.h signals.h spawn.h state.h \
         inittab.h options.h span.h
reexec.o: reexec.h paths.h request.h state.h clock.h
upgrade.o: upgrade.h helper.h log.h reexec.h state.h clock.h
child.o: child.h log.h spawn.h inittab.h options.h span.h state.h clock.h
clock.o: clock.h
command.o: command.h
console.o: console.h log.h clock.h
env.o: env.h log.h state.h version.h clock.h
group.o: group.h dirent64.h options.h table.h child.h inittab.h state.h clock.h span.h
helper.o: helper.h signals.h state.h clock.h
init.o: classic.h clock.h console.h crash.h reexec.h upgrade.h env.h level.h log.h paths.h request.h signals.h spawn.h state.h table.h \
        title.h utmp.h version.h watch.h child.h inittab.h options.h span.h
inittab.o: inittab.h log.h options.h span.h
level.o: upgrade.h accounting.h console.h env.h group.h helper.h level.h load.h log.h paths.h reader.h signals.h \
         spawn.h table.h title.h utmp.h child.h inittab.h options.h span.h state.h clock.h
load.o: load.h log.h paths.h reader.h table.h child.h inittab.h options.h span.h state.h clock.h
log.o: log.h console.h clock.h
options.o: options.h log.h span.h
reader.o: reader.h dirent64.h helper.h paths.h span.h clock.h
request.o: request.h state.h env.h initctl.h level.h log.h paths.h inittab.h options.h span.h clock.h
signals.o: signals.h state.h clock.h
spawn.o: spawn.h accounting.h command.h console.h env.h log.h paths.h signals.h state.h inittab.h \
         options.h span.h clock.h
state.o: state.h clock.h
table.o: table.h log.h child.h inittab.h options.h span.h state.h clock.h
title.o: title.h
utmp.o: utmp.h
watch.o: watch.h paths.h
cmd/check.o: cmd/check.h command.h inittab.h options.h span.h paths.h
cmd/halt.o: cmd/whichlevel.h paths.h utmp.h version.h
cmd/runlevel.o: cmd/whichlevel.h paths.h utmp.h version.h
cmd/telinit.o: cmd/check.h initctl.h paths.h version.h

$(UNIT): tests/unit/check.h child.h clock.h command.h env.h initctl.h inittab.h log.c log.h options.h \
        span.h spawn.h state.h table.h utmp.h

run: all
	sh tests/play
unit: tests/unit/unit
	tests/unit/unit
check: all
	sh tests/run tests/t[0-9]*.sh tests/boot/b[0-9]*.sh
check-all: all
	sh tests/all
lint:
	sh tests/lint

install: all
	install -d $(DESTDIR)$(SBINDIR) $(DESTDIR)/etc $(DESTDIR)$(DOCDIR) \
	    $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man8
	install -m 755 $(PROGRAMS) $(DESTDIR)$(SBINDIR)
	if [ -n '$(STRIP)' ]; then cd $(DESTDIR)$(SBINDIR) && $(STRIP) $(PROGRAMS); fi
	ln -sf halt $(DESTDIR)$(SBINDIR)/poweroff
	ln -sf halt $(DESTDIR)$(SBINDIR)/reboot
	for p in $(PAGES8); do install -m 644 man/$$p $(DESTDIR)$(MANDIR)/man8; done
	for p in $(PAGES5); do install -m 644 man/$$p $(DESTDIR)$(MANDIR)/man5; done
	for p in poweroff reboot; do install -m 644 man/$$p.8 $(DESTDIR)$(MANDIR)/man8; done
	install -m 644 etc/inittab $(DESTDIR)$(DOCDIR)/inittab
	[ -e $(DESTDIR)/etc/inittab ] || install -m 644 etc/inittab $(DESTDIR)/etc/inittab

# The table stays: it is the administrator's.
uninstall:
	cd $(DESTDIR)$(SBINDIR) && rm -f $(PROGRAMS) poweroff reboot
	cd $(DESTDIR)$(MANDIR)/man8 && rm -f $(PAGES8) poweroff.8 reboot.8
	cd $(DESTDIR)$(MANDIR)/man5 && rm -f $(PAGES5)
	rm -rf $(DESTDIR)$(DOCDIR)

clean:
	rm -f $(PROGRAMS) *.o cmd/*.o tests/unit/*.o tests/unit/unit .flags .flags.new
