#!/bin/sh
# From the headers of a Debian 12 system come exactly its links.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
headers "$here/farm/reference"
# shellcheck disable=SC2046
works insserv $(init_scripts)
wanted() {
	for link in $2; do
		echo "rc$1.d $link"
	done
}
{
	down='K01brightness K01sendsigs K01urandom K02rsyslog K03umountnfs.sh K04umountfs K05umountroot'
	wanted 0 "$down K06halt"
	wanted 1 'K02rsyslog S01bootlogs S01killprocs S02single'
	for level in 2 3 4 5; do
		wanted $level 'S01bootlogs S01rmnologin S01rsyslog S02cron S02dbus S02ssh S03rc.local'
	done
	wanted 6 "$down K06reboot"
	wanted S 'S01hostname.sh S01mountkernfs.sh S02mount-configfs S02mountdevsubfs.sh S03checkroot.sh
		S04checkfs.sh S05checkroot-bootclean.sh S06mountall.sh S07mountall-bootclean.sh S08brightness
		S08mountnfs.sh S08urandom S09mountnfs-bootclean.sh S10bootmisc.sh'
} | LC_ALL=C sort >"$T/wanted"
farm >"$T/is"
diff "$T/wanted" "$T/is"
for link in "$F"/etc/rc?.d/*; do
	equal "target of $link" "$(readlink "$link")" "../init.d/$(basename "$link" | cut -c4-)"
done
# and stay so
works insserv
farm | diff "$T/wanted" -
