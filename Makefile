# make, make check, make run, make boot, make install; see README.md.
# STATIC=1 links statically; CC, CFLAGS, LDFLAGS, STRIP, DESTDIR and PREFIX are the caller's.

CC      ?= cc
# Small is fast here: what PID 1 does is done by the kernel, and its memory is its size.
CFLAGS  ?= -Os -g
STRIP   ?=
STATIC  ?=
PREFIX  ?=
SBINDIR  = $(PREFIX)/sbin
BINDIR   = $(PREFIX)/bin
MANDIR   = /usr/share/man
DOCDIR   = /usr/share/doc/rung
# for the shell: it may have a blank
D        = '$(DESTDIR)'

# An ignored result is written (void) with its reason; gcc does not take that from glibc's marked functions.
WARN     = -Wall -Wextra -Wshadow -Wswitch-enum -Wmissing-prototypes -Wvla -Wconversion -Wno-unused-result
COMPILE  = $(CC) -std=c11 -D_GNU_SOURCE $(WARN) $$(sed -n 1p .flags) $(CPPFLAGS) $(CFLAGS) $(FASTER)
LINK     = $(CC) $$(sed -n 1p .flags) $(CFLAGS) $$(sed -n 2p .flags) $(LDFLAGS)

# Much of what a reload costs is spent here; of all else smaller is better.
inittab.o: FASTER = $(if $(filter -Os,$(CFLAGS)),-O2)

INIT     = init.o crash.o upgrade.o classic.o reexec.o reaper.o request.o level.o reload.o act.o want.o \
           phase.o ending.o ask.o group.o recorder.o load.o reader.o table.o inittab.o options.o child.o \
           spawn.o selinux.o command.o env.o accounting.o utmp.o helper.o dontfork.o quick.o signals.o watch.o state.o title.o \
           console.o log.o format.o clock.o
TELINIT  = cmd/telinit.o cmd/tell.o cmd/check.o cmd/meant.o command.o inittab.o options.o format.o clock.o
SHUTDOWN = cmd/shutdown.o cmd/schedule.o cmd/keeper.o cmd/allow.o cmd/alone.o cmd/wall.o cmd/tell.o \
           cmd/procs.o utmp.o title.o format.o clock.o
HALT     = cmd/halt.o cmd/lastresort.o cmd/procs.o cmd/aside.o utmp.o format.o clock.o
RUNLEVEL = cmd/runlevel.o
SSD      = cmd/start-stop-daemon.o cmd/ssd/ssd.o cmd/ssd/match.o cmd/ssd/pidfile.o cmd/ssd/account.o \
           cmd/ssd/retry.o cmd/ssd/stop.o cmd/ssd/launch.o cmd/ssd/notify.o options.o format.o clock.o
FARMS    = cmd/enable.o cmd/depend.o cmd/farm.o cmd/scripts.o cmd/graph.o cmd/lsb.o cmd/meant.o
INSSERV  = cmd/insserv.o $(FARMS)
UPDATE   = cmd/update-rc.d.o $(FARMS)
CHKCONFIG = cmd/chkconfig.o $(FARMS)
RCRUN    = cmd/rcrun.o cmd/rcrun/run.o cmd/rcrun/phase.o cmd/rcrun/turns.o cmd/rcrun/record.o cmd/rcrun/report.o \
           cmd/rcrun/show.o cmd/rcrun/lint.o cmd/rcrun/tree.o cmd/rcrun/names.o cmd/rcrun/story.o cmd/journal.o cmd/farm.o cmd/scripts.o \
           cmd/graph.o cmd/lsb.o cmd/meant.o
STARTPAR = cmd/startpar.o cmd/rcrun/run.o cmd/rcrun/phase.o cmd/rcrun/turns.o cmd/rcrun/record.o cmd/rcrun/tree.o \
           cmd/rcrun/names.o cmd/rcrun/story.o cmd/journal.o cmd/farm.o cmd/scripts.o cmd/graph.o cmd/lsb.o cmd/meant.o
KILLALL5 = cmd/killall5.o cmd/procs.o clock.o
PIDOF    = cmd/pidof.o cmd/procs.o cmd/aside.o
DECODE   = cmd/fstab-decode.o
SEED     = cmd/random-seed.o
INITCTL  = cmd/initctl.o cmd/boot/keep.o cmd/boot/events.o cmd/boot/shown.o cmd/journal.o cmd/boot/boot.o cmd/boot/show.o \
           cmd/boot/json.o cmd/boot/plot.o inittab.o options.o format.o clock.o
BOOTLOGD = cmd/bootlogd.o cmd/plain.o cmd/ring.o clock.o
READLOG  = cmd/readbootlog.o cmd/plain.o
PROGRAMS = init telinit shutdown halt runlevel killall5 fstab-decode bootlogd
# For everyone, in BINDIR.
# Scripts of distributions that have known upstart take /sbin/initctl for its own: that is no place for ours.
COMMANDS = pidof readbootlog initctl
PURE     = inittab.o options.o command.o format.o env.o child.o table.o dontfork.o state.o utmp.o \
           clock.o cmd/schedule.o cmd/wall.o cmd/procs.o cmd/ssd/retry.o cmd/ssd/pidfile.o cmd/ssd/match.o cmd/ssd/ssd.o \
           cmd/lsb.o cmd/graph.o cmd/meant.o cmd/plain.o cmd/ring.o cmd/scripts.o cmd/rcrun/phase.o \
           cmd/rcrun/turns.o cmd/rcrun/names.o cmd/rcrun/story.o cmd/journal.o cmd/boot/shown.o cmd/boot/boot.o
UNIT     = tests/unit/check.o tests/unit/fakes.o tests/unit/inittab.o tests/unit/options.o \
           tests/unit/command.o tests/unit/format.o tests/unit/env.o tests/unit/state.o tests/unit/layout.o \
           tests/unit/child.o tests/unit/table.o tests/unit/shutdown.o tests/unit/ssd.o \
           tests/unit/lsb.o tests/unit/graph.o tests/unit/turns.o tests/unit/boot.o tests/unit/bootlog.o

# What is installed by whole folders: pages, by their section, and completion, by its shell.
SHARED   = man/*.1:$(MANDIR)/man1 man/*.5:$(MANDIR)/man5 man/*.8:$(MANDIR)/man8 \
           completion/bash/*:/usr/share/bash-completion/completions \
           completion/zsh/*:/usr/share/zsh/site-functions \
           completion/fish/*:/usr/share/fish/vendor_completions.d
LINKS    = poweroff:halt reboot:halt

# What a distribution may have of its own, and keeps: installed by install-rc alone; SERVICES is MODE:FILES:PLACE.
RC_PROGRAMS = start-stop-daemon insserv update-rc.d chkconfig random-seed rcrun startpar
SERVICES = 755:rc/rc:/etc/init.d 755:rc/rcS:/etc/init.d 755:rc/service:/usr/sbin \
           755:rc/invoke-rc.d:/usr/sbin 644:rc/init-functions:/lib/lsb 755:rc/init-d-script:/lib/init \
           644:rc/vars.sh:/lib/init 755:rc/script-actions:/lib/init 755:etc/init.d/skeleton:/etc/init.d \
           644:rc/man/*.5:$(MANDIR)/man5 644:rc/man/*.8:$(MANDIR)/man8 \
           644:rc/completion/rung-rc:/etc/bash_completion.d \
           644:rc/completion/bash/*:/usr/share/bash-completion/completions \
           644:rc/completion/zsh/*:/usr/share/zsh/site-functions \
           644:rc/completion/fish/*:/usr/share/fish/vendor_completions.d
# The scripts of a system that no distribution has made, and what they need.
SCRIPTS  = 755:etc/init.d/*:/etc/init.d 644:rc/script-functions:/lib/init 644:etc/insserv.conf:/etc 755:rc/udhcpc-script:/lib/init \
           644:etc/inittab.scripts:$(DOCDIR)

all: $(PROGRAMS) $(COMMANDS) $(RC_PROGRAMS)

init: $(INIT)
	$(LINK) -o $@ $(INIT)
telinit: $(TELINIT)
	$(LINK) -o $@ $(TELINIT)
shutdown: $(SHUTDOWN)
	$(LINK) -o $@ $(SHUTDOWN)
halt: $(HALT)
	$(LINK) -o $@ $(HALT)
runlevel: $(RUNLEVEL)
	$(LINK) -o $@ $(RUNLEVEL)
start-stop-daemon: $(SSD)
	$(LINK) -o $@ $(SSD)
insserv: $(INSSERV)
	$(LINK) -o $@ $(INSSERV)
rcrun: $(RCRUN)
	$(LINK) -o $@ $(RCRUN)
startpar: $(STARTPAR)
	$(LINK) -o $@ $(STARTPAR)
killall5: $(KILLALL5)
	$(LINK) -o $@ $(KILLALL5)
pidof: $(PIDOF)
	$(LINK) -o $@ $(PIDOF)
fstab-decode: $(DECODE)
	$(LINK) -o $@ $(DECODE)
random-seed: $(SEED)
	$(LINK) -o $@ $(SEED)
update-rc.d: $(UPDATE)
	$(LINK) -o $@ $(UPDATE)
chkconfig: $(CHKCONFIG)
	$(LINK) -o $@ $(CHKCONFIG)
initctl: $(INITCTL)
	$(LINK) -o $@ $(INITCTL)
bootlogd: $(BOOTLOGD)
	$(LINK) -o $@ $(BOOTLOGD)
readbootlog: $(READLOG)
	$(LINK) -o $@ $(READLOG)

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

# Any header makes all anew: that takes seconds, and no list of who includes what can be wrong.
$(INIT) $(TELINIT) $(SHUTDOWN) $(HALT) $(RUNLEVEL) $(KILLALL5) $(PIDOF) $(DECODE) $(SEED) $(BOOTLOGD) \
    $(READLOG) $(SSD) $(INSSERV) $(UPDATE) $(CHKCONFIG) $(RCRUN) $(STARTPAR) $(UNIT) $(INITCTL): .flags *.h cmd/*.h cmd/ssd/*.h cmd/boot/*.h cmd/rcrun/*.h

$(UNIT): tests/unit/check.h

run: all
	sh tests/play
boot: all
	ROOT='$(ROOT)' sh tests/boot/play
unit: tests/unit/unit
	tests/unit/unit
fuzz:
	tests/fuzz/run fuzz $(TIME)
bench-rc: all
	sh tests/bench-rc --publish
	sh tests/bench-trees --publish
boot-figures: all
	tests/boot/figures --publish
coverage:
	tests/coverage/run
bench:
	tests/bench/run --publish
fault: all
	tests/fault/run all
check: all
	sh tests/run tests/t[0-9]*.sh tests/boot/b[0-9]*.sh
check-all: all
	sh tests/all
lint:
	sh tests/lint

deb: all
	sh packaging/debian/build

install: all
	install -d $D$(SBINDIR) $D$(BINDIR) $D/etc $D$(DOCDIR)
	install -m 755 $(PROGRAMS) $D$(SBINDIR)
	install -m 755 $(COMMANDS) $D$(BINDIR)
	if [ -n '$(STRIP)' ]; then cd $D$(SBINDIR) && $(STRIP) $(PROGRAMS); fi
	if [ -n '$(STRIP)' ]; then cd $D$(BINDIR) && $(STRIP) $(COMMANDS); fi
	for l in $(LINKS); do ln -sf "$${l#*:}" $D$(SBINDIR)/"$${l%:*}"; done
	for s in $(SHARED); do \
	    install -d $D"$${s#*:}" && install -m 644 $${s%:*} $D"$${s#*:}" || exit; done
	install -m 644 etc/inittab $D$(DOCDIR)/inittab
	[ -e $D/etc/inittab ] || install -m 644 etc/inittab $D/etc/inittab

# The table stays: it is the administrator's.
uninstall:
	for p in $(PROGRAMS) $(LINKS); do rm -f $D$(SBINDIR)/"$${p%:*}"; done
	for p in $(COMMANDS); do rm -f $D$(BINDIR)/"$$p"; done
	for s in $(SHARED); do \
	    for f in $${s%:*}; do rm -f $D"$${s#*:}/$${f##*/}"; done; done
	rm -rf $D$(DOCDIR)

# FOR_SERVICES: in the shell, for each file $$f with its mode $$m and its place $$d
FOR_SERVICES = for s in $(SERVICES) $(SCRIPTS); do \
	m=$${s%%:*}; d=$D$${s\#\#*:}; s=$${s\#*:}; for f in $${s%:*}
install-rc: $(RC_PROGRAMS) install-scripts
	install -d $D$(SBINDIR)
	install -m 755 $(RC_PROGRAMS) $D$(SBINDIR)
	install -d $D/usr/sbin
	[ -e $D/usr/sbin/update-rc.d ] || ln -s $(SBINDIR)/update-rc.d $D/usr/sbin/update-rc.d
	install -d $D/usr/lib/lsb
	cd $D/usr/lib/lsb && ln -sf $(SBINDIR)/chkconfig install_initd && ln -sf $(SBINDIR)/chkconfig remove_initd
	if [ -n '$(STRIP)' ]; then cd $D$(SBINDIR) && $(STRIP) $(RC_PROGRAMS); fi
install-scripts:
	$(FOR_SERVICES); do install -d "$$d" && \
	    sed "s/@VERSION@/$$(cat VERSION)/" "$$f" >"$$d/$${f##*/}" && \
	    chmod "$$m" "$$d/$${f##*/}" || exit; done; done
# A distribution keeps its scripts, and has this rc in the place of its own if its table says so (packaging/debian/README.md).
install-rcrun: rcrun
	install -d $D$(SBINDIR) $D$(PREFIX)/lib/rung $D$(MANDIR)/man8
	install -m 755 rcrun $D$(SBINDIR)
	install -m 644 rc/man/rc.8 rc/man/rcS.8 rc/man/rcrun.8 $D$(MANDIR)/man8
	if [ -n '$(STRIP)' ]; then $(STRIP) $D$(SBINDIR)/rcrun; fi
	for f in rc rcS; do sed "s/@VERSION@/$$(cat VERSION)/" rc/$$f >$D$(PREFIX)/lib/rung/$$f && \
	    chmod 755 $D$(PREFIX)/lib/rung/$$f || exit; done
uninstall-rcrun:
	rm -rf $D$(SBINDIR)/rcrun $D$(PREFIX)/lib/rung
	cd $D$(MANDIR)/man8 && rm -f rc.8 rcS.8 rcrun.8
uninstall-rc:
	cd $D$(SBINDIR) && rm -f $(RC_PROGRAMS)
	[ ! -L $D/usr/sbin/update-rc.d ] || rm -f $D/usr/sbin/update-rc.d
	rm -f $D/usr/lib/lsb/install_initd $D/usr/lib/lsb/remove_initd
	$(FOR_SERVICES); do rm -f "$$d/$${f##*/}"; done; done

clean:
	rm -f $(PROGRAMS) $(COMMANDS) $(RC_PROGRAMS) *.o cmd/*.o cmd/ssd/*.o cmd/boot/*.o cmd/rcrun/*.o tests/unit/*.o tests/unit/unit .flags .flags.new
