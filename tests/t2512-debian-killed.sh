#!/bin/sh
# Whichever step of an installation, upgrade or removal is the last before a power cut, the machine boots, and to do it again completes it.
# limit: 600 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/debian/lib.sh
. "${0%/*}/debian/lib.sh"
boot_debian

# What scripts and dpkg call to change something; at the step that is wanted it ends them all.
for program in ln mv rm dpkg-divert telinit; do
	put "/root/steps/$program" 755 <<-'END'
		#!/bin/sh
		cd "${0%/*}"
		step=$(($(cat count) + 1))
		echo "$step" >count
		[ "$step" -ne "$(cat last)" ] || kill -KILL "-$(cat group)"
		PATH=${PATH#"$PWD":}
		cd /
		exec "${0##*/}" "$@"
	END
done

# until_step N ARGUMENT of dpkg...: true if there are so many steps
until_step() {
	echo 0 | put /root/steps/count
	echo "$1" | put /root/steps/last
	ended=0
	shift
	# shellcheck disable=SC2016
	inside setsid --wait sh -c 'echo $$ >/root/steps/group
		PATH=/root/steps:$PATH exec dpkg "$@"' - "$@" >"$T/dpkg" 2>&1 || ended=$?
	case $ended in
	0)	return 1 ;;
	137)	return 0 ;;
	esac
	die "step $step: dpkg ended with status $ended"
}

# Each file has the same steps: all of the first three, and some of the others, unless RUNG_LONG=1.
chosen() {
	[ -z "${RUNG_LONG-}" ] && [ "$1" -gt 7 ] || return 0
	[ $(($1 % 37)) -eq 0 ]
}

step=1 more=3
while [ "$more" -gt 0 ]; do
	if chosen "$step"; then
		more=0
		for what in "rung --install /root/rung.deb" "rung --install /root/rung.deb" "classic --remove rung"; do
			# shellcheck disable=SC2086
			set -- $what
			wanted=$1
			shift
			if until_step "$step" "$@"; then
				more=$((more + 1))
				whole
			fi
			dpkg "$@" || die "step $step: dpkg $* did not complete what was cut short"
			all_are "$wanted"
		done
	fi
	step=$((step + 1))
done
echo "# $step steps"
[ "$step" -gt 100 ]
equal "diversions that are left" "$(inside dpkg-divert --list | grep rung || :)" ''
equal "names that are left" "$(inside find /sbin/ /bin/ /usr/share -name '*.sysvinit*' -o -name '*rung*')" ''
