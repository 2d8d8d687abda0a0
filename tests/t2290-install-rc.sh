#!/bin/sh
# make install-rc installs insserv, update-rc.d and chkconfig with pages that have every option, and completion; uninstall-rc removes them.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
make_it CFLAGS=-O0 DESTDIR="$T/root" install-rc
files='sbin/startpar sbin/rcrun usr/share/man/man8/rcrun.8 sbin/insserv sbin/update-rc.d sbin/chkconfig usr/sbin/update-rc.d usr/share/man/man8/insserv.8
	usr/share/man/man8/update-rc.d.8 usr/share/man/man8/chkconfig.8 usr/share/man/man5/lsb-header.5
	usr/share/man/man5/insserv.conf.5 usr/lib/lsb/install_initd usr/lib/lsb/remove_initd
	lib/init/script-actions etc/bash_completion.d/rung-rc
	usr/share/zsh/site-functions/_rung_rc usr/share/fish/vendor_completions.d/service.fish'
for file in $files; do
	[ -e "$T/root/$file" ] || [ -L "$T/root/$file" ] || die "no $file"
done
# again, and where another is already in its place
make_it CFLAGS=-O0 DESTDIR="$T/root" install-rc
[ "$(readlink "$T/root/usr/sbin/update-rc.d")" = /sbin/update-rc.d ] || die "no link in /usr/sbin"
for program in insserv update-rc.d chkconfig; do
	equal "mode of $program" "$(stat -c %a "$T/root/sbin/$program")" 755
	for option in $("$tree/$program" --help 2>&1 | tr ' |[,' '\n' | sed -n 's/^--\([a-z-]*\)$/\1/p' | sort -u); do
		grep -q "Fl -$option\|, -$option" "$tree/rc/man/$program.8" || die "$program.8 does not have --$option"
	done
done
sed -n 's/.*X("\([A-Za-z-]*\)", LSB_.*/\1/p' "$tree/cmd/lsb.h" >"$T/keys"
while read -r key; do
	grep -qx "\.It Ic $key" "$tree/rc/man/lsb-header.5" || die "lsb-header.5 does not have $key"
done <"$T/keys"
make_it CFLAGS=-O0 DESTDIR="$T/root" uninstall-rc
for file in $files; do
	if [ -e "$T/root/$file" ] || [ -L "$T/root/$file" ]; then
		die "$file is still there"
	fi
done

# completion
need bash
completed() {
	# shellcheck disable=SC2016
	bash -c '. "$1"; function=$2; shift 2; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); $function; echo "${COMPREPLY[*]}"' \
		bash "$tree/rc/completion/rung-rc" "$@"
}
equal insserv "$(completed _rung_insserv insserv --re)" '--recursive --remove'
equal update-rc.d "$(completed _rung_update_rc_d update-rc.d web d)" 'defaults defaults-disabled disable'
equal levels "$(completed _rung_update_rc_d update-rc.d web enable '')" 'S 2 3 4 5'
equal chkconfig "$(completed _rung_chkconfig chkconfig --level 3 web o)" 'on off'
! command -v fish >/dev/null || fish --no-execute "$tree/rc/completion/fish/insserv.fish"
! command -v zsh >/dev/null || zsh -n "$tree/rc/completion/zsh/_rung_rc"
