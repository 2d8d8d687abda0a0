# shellcheck shell=sh
# What every maintainer script of rung begins with; build puts it there.
#
# Each file in the list below belongs to another package, too.  While rung is installed, that package's
# file has the name that aside() prints, and rung's has the name that both want.  There is no moment
# in which nothing has it: names are linked and renamed over, never freed.
set -eu
root=${DPKG_ROOT-}
sbin=@SBIN@

# each COMMAND...: for each file, with its owner and its path
each() {
	while read -r owner path; do
		"$@" "$owner" "$path"
	done <<-END
@DIVERSIONS@
	END
}

# named PATH NAME: where that file is when it has to make room: in a manual page's name the section stays last
named() {
	case $1 in
	*.[1-9].gz)
		section=${1%.gz}
		echo "${1%.*.gz}.$2.${section##*.}.gz" ;;
	*)	echo "$1.$2" ;;
	esac
}
aside() {
	named "$1" sysvinit
}
leaving() {
	named "$1" rung
}

there() {
	[ -e "$root$1" ] || [ -L "$root$1" ]
}

# who PATH: prints the package whose file the diversion of that path spares
who() {
	dpkg-divert --listpackage "$1"
}

# link FROM TO: one file, two names; links themselves, not what they lead to
link() {
	ln -fP "$root$1" "$root$2"
}

# same PATH PATH: two names of one file
same() {
	there "$1" && there "$2" && [ "$(stat -c %d:%i "$root$1")" = "$(stat -c %d:%i "$root$2")" ]
}

# rename FROM TO: FROM takes the place of TO in one step; where they are one file already, it is enough to drop a name
rename() {
	if same "$1" "$2"; then
		rm "$root$1"
	else
		mv -fT "$root$1" "$root$2"
	fi
}

# replace FROM TO: the same, and FROM stays, too
replace() {
	link "$1" "$2.dpkg-rung"
	rename "$2.dpkg-rung" "$2"
}

# divert OWNER PATH: the owner's file gets its second name, then dpkg is told
divert() {
	case $(who "$2") in
	rung)	return 0 ;;
	"$1")	undivert "$1" "$2" ;;	# a removal was cut short
	esac
	! there "$2" || link "$2" "$(aside "$2")"
	dpkg-divert --quiet --package rung --no-rename --divert "$(aside "$2")" --add "$2"
}

# undivert PACKAGE PATH
undivert() {
	dpkg-divert --quiet --package "$1" --no-rename --remove "$2"
}

# runs: is process 1 of this very system a System V init, or rung?
# shellcheck disable=SC3013 # -ef: dash has it
runs() {
	[ -z "$root" ] && [ ! -d /run/systemd/system ] && [ -p /run/initctl ] &&
		[ /proc/1/root/ -ef / ] &&	# in a chroot it has another one
		grep -qa 'SysV init version' /proc/1/exe
} 2>/dev/null

# shellcheck disable=SC3013
is_current() {
	[ /proc/1/exe -ef $sbin/init ]
}

# carry_on: process 1 becomes the init that is installed now, with all that it runs
carry_on() {
	runs && ! is_current || return 0
	telinit u || :
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
		! is_current || return 0
		sleep 0.5
	done
	echo "rung: process 1 is still the init of before, and says why in the system log;" \
		"the next boot starts $sbin/init" >&2
}
