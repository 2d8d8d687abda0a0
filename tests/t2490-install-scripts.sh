#!/bin/sh
# make install-rc installs the scripts, what they read, a table and random-seed; uninstall-rc removes them.
# limit: 300 s
# shellcheck source=tests/build.sh disable=SC2016
. "${0%/*}/build.sh"
make_it CFLAGS=-O0 DESTDIR="$T/root" install-rc
files='lib/init/script-functions etc/insserv.conf usr/share/doc/rung/inittab.scripts sbin/random-seed
	usr/share/man/man8/random-seed.8'
for script in "$tree"/etc/init.d/*; do
	files="$files etc/init.d/${script##*/}"
	equal "mode of $script" "$(stat -c %a "$T/root/etc/init.d/${script##*/}")" 755
done
for file in $files; do
	[ -f "$T/root/$file" ] || die "no $file"
done
make_it CFLAGS=-O0 telinit
"$tree/telinit" --check "$T/root/usr/share/doc/rung/inittab.scripts" >"$T/out" 2>&1 || :
! grep -q error "$T/out" || die "the table: $(cat "$T/out")"
make_it CFLAGS=-O0 DESTDIR="$T/root" uninstall-rc
for file in $files; do
	[ ! -e "$T/root/$file" ] || die "$file is still there"
done
need bash
# shellcheck disable=SC2016
words=$(bash -c '. "$1"
	COMP_WORDS=(random-seed l) COMP_CWORD=1
	_rung_random_seed
	echo "${COMPREPLY[*]}"' bash "$tree/rc/completion/bash/random-seed")
equal "what random-seed l becomes" "$words" load
! command -v fish >/dev/null || fish --no-execute "$tree/rc/completion/fish/random-seed.fish"
! command -v zsh >/dev/null || zsh -n "$tree/rc/completion/zsh/_random-seed"
