# shellcheck shell=sh
# vars.sh - the settings of /etc/default/rcS for scripts, and what the kernel's command line says.

TMPTIME=0 SULOGIN=no DELAYLOGIN=no VERBOSE=no FSCKFIX=no ASYNCMOUNTNFS=yes
# shellcheck source=/dev/null
[ ! -f /etc/default/rcS ] || . /etc/default/rcS
unset EDITMOTD RAMRUN RAMLOCK

_cmdline=
{ read -r _cmdline </proc/cmdline || :; } 2>/dev/null
for _word in $_cmdline; do
	case $_word in
	noswap)	NOSWAP=yes ;;
	quiet)	# only while the level changes: who calls a script by hand wants to see
		[ -z "${RUNLEVEL-}" ] || [ -z "${PREVLEVEL-}" ] || VERBOSE=no ;;
	esac
done
[ -z "${INIT_VERBOSE-}" ] || VERBOSE=$INIT_VERBOSE
unset _cmdline _word
