#!/bin/sh
# invoke-rc.d - call the script of a service, if runlevel and local policy allow it.
#
# usage: invoke-rc.d [OPTION]... NAME ACTION [ARGUMENT]...
#
# This is what packages call when they are installed, so that a service which is not to run in
# this level is not started.
set -u

quiet='' force=no anyway=no disclose=no query=no fallback=yes
name='' action=''

usage() {
	cat <<'END'
usage: invoke-rc.d [OPTION]... NAME ACTION [ARGUMENT]...

NAME is a script in /etc/init.d, ACTION start, stop, force-stop, restart, try-restart, reload,
force-reload, status or another that it knows; the ARGUMENTs are passed on to it.

  --quiet                no messages
  --force                whatever policy and runlevel say
  --try-anyway           despite errors that are not fatal
  --disclose-deny        exit with 101 when it was denied, instead of 0
  --query                do not run it, only tell: 104 allowed, 101 denied, 105 uncertain
  --no-fallback          ignore that the policy asks for other actions instead
  --skip-systemd-native  accepted, without effect
  --help, --version
END
}

say() {
	[ -n "$quiet" ] || echo "invoke-rc.d: $*" >&2
}

syntax_error() {
	say "syntax error: $*"
	exit 103
}

# ---------------------------------------------------------------- what is asked for

# parameter VALUE: the name is the first, the action the second
parameter() {
	case $1 in
	'')	syntax_error "invalid empty parameter" ;;
	*[[:space:]]*)
		syntax_error "embedded blanks are not allowed in \"$1\"" ;;
	esac
	if [ -z "$name" ]; then
		name=$1
	else
		action=$1
	fi
}

# parse ARGUMENT...: options may stand before, between and not behind; sets $taken to the number
# of arguments that are not for the script
parse() {
	taken=0
	while [ $# -gt 0 ] && [ -z "$action" ]; do
		case $1 in
		--help)
			usage
			exit 0 ;;
		--version)
			echo "invoke-rc.d (rung) @VERSION@"
			exit 0 ;;
		--quiet) quiet=--quiet ;;
		--force) force=yes anyway=yes ;;
		--try-anyway) anyway=yes ;;
		--disclose-deny) disclose=yes ;;
		--query) query=yes ;;
		--no-fallback) fallback=no ;;
		--skip-systemd-native) ;;
		--*)	syntax_error "unknown option \"$1\"" ;;
		*)	parameter "$1" ;;
		esac
		taken=$((taken + 1))
		shift
	done
	[ -n "$action" ] || syntax_error "missing required parameter"
}

# ---------------------------------------------------------------- what level and policy say

# find_level: sets $level; in those that end the system policies are not asked any more
find_level() {
	level=
	if ! _levels=$(/sbin/runlevel) || [ "$_levels" = unknown ]; then
		say "could not determine current runlevel"
		return
	fi
	level=${_levels#* }
	case $level in
	[06]) ;;
	*) return ;;
	esac
	say -----------------------------------------------------
	say "WARNING: 'invoke-rc.d $name $action' called"
	say "during shutdown sequence."
	say "enabling safe mode: initscript policy layer disabled"
	say -----------------------------------------------------
	force=yes anyway=yes policy=
}

# check_links: a link that is none, or leads nowhere, makes the whole doubtful
check_links() {
	_bad=no
	for _link in "/etc/rc$level.d"/[SK][0-9][0-9]"$name" /etc/rcS.d/[SK][0-9][0-9]"$name"; do
		[ -e "$_link" ] || [ -L "$_link" ] || continue
		[ -L "$_link" ] || doubt "not a symlink: $_link"
		[ -f "$_link" ] || doubt "dangling symlink: $_link"
	done
	[ "$_bad" = no ] || [ "$anyway" = yes ] || exit 102
}
doubt() {
	_bad=yes
	say "$1"
}

# has_link LETTER LEVEL
has_link() {
	for _link in "/etc/rc$2.d/$1"[0-9][0-9]"$name"; do
		[ -f "$_link" ] && return
	done
	return 1
}

# ask_level: sets $verdict to what the runlevel says: 104 allowed, 101 denied, 105 it does not matter
ask_level() {
	verdict=105
	case $action in
	start | restart | try-restart) ;;
	*) return ;;
	esac
	verdict=101
	if has_link S "$level"; then
		verdict=104
	elif ! has_link K "$level" && has_link S S; then
		verdict=104
	fi
}

# ask_policy: sets $verdict to what policy-rc.d says, and $actions to what it wants instead
ask_policy() {
	if [ ! -x "$policy" ]; then
		without_policy
		return
	fi
	_asked=$action
	[ "$verdict" != 101 ] || _asked="($action)"
	verdict=0
	# shellcheck disable=SC2086
	actions=$("$policy" $quiet "$name" "$_asked" "$level") || verdict=$?
	actions=${actions%%"$newline"*}
	case $verdict in
	0) verdict=104 ;;
	1) verdict=105 ;;
	100 | 10[2-6]) ;;
	101)	if [ "$force" = yes ]; then
			say "Overriding policy-rc.d denied execution of $action."
		else
			say "policy-rc.d denied execution of $action."
		fi ;;
	*)	say "WARNING: policy-rc.d returned unexpected error status $verdict, 102 used instead."
		verdict=102 ;;
	esac
}

without_policy() {
	[ "$verdict" != 105 ] || [ "$query" = yes ] || verdict=104
	[ -n "$policy" ] && [ ! -e /sbin/init ] || return
	if [ "$force" = yes ]; then
		say "WARNING: No init system and policy-rc.d missing, but force specified so proceeding."
	else
		say "WARNING: No init system and policy-rc.d missing! Defaulting to block."
		verdict=101
	fi
}

# ---------------------------------------------------------------- what is done

# not_run STATUS: the script was not; exit with what that means
not_run() {
	if [ "$disclose" = yes ] || [ "$1" -ne 101 ]; then
		say "initscript action \"$action\" not executed."
		exit "$1"
	fi
	[ "$action" = status ] || exit 0
	say "emulating initscript action \"status\", returning \"unknown\""
	exit 4
}

# refused: the policy did not answer with yes or no
refused() {
	say "policy-rc.d returned error status $verdict"
	[ "$force" = yes ] && return
	[ "$anyway" = no ] || not_run 102
	exit "$verdict"
}

# run_actions ARGUMENT...: one after the other of $actions, until one succeeds
run_actions() {
	status=102 last=''
	while [ -n "$actions" ]; do
		last=${actions%% *}
		actions=${actions#"$last"}
		actions=${actions# }
		[ "$verdict" != 106 ] || say "executing initscript action \"$last\"..."
		"$script" "$last" "$@" && exit 0
		status=$?
		[ -z "$actions" ] || say "action \"$last\" failed, trying next action..."
	done
	say "initscript $name, action \"$last\" failed."
	exit "$status"
}

# listed WORD...: sets $actions to them, and $list as people write it
listed() {
	actions=$* list=
	for _word; do list=$list${list:+, }$_word; done
}

newline='
'
policy=/usr/sbin/policy-rc.d
if [ $# -eq 0 ]; then
	say "syntax error: missing required parameter, --help assumed"
	usage
	exit 103
fi
parse "$@"
shift "$taken"
script=/etc/init.d/$name actions=''
[ -f "$script" ] || say "unknown initscript, $script not found."
find_level
check_links
ask_level
if [ ! -x "$script" ] || [ -d "$script" ]; then
	[ "$query" = no ] || exit 101
	[ ! -f "$script" ] || say "$script is not executable."
	[ "$force" = no ] || exit 102
	# 0 is for those who call this after an installation; who types it wants to know
	[ "$disclose" = yes ] || [ "$action" = status ] || say "initscript action \"$action\" not executed."
	not_run 101
fi
ask_policy
[ "$query" = no ] || exit "$verdict"

case $verdict in
101)	[ "$force" = yes ] || not_run 101
	actions=$action ;;
104)	actions=$action ;;
105)	say "policy-rc.d query returned \"behaviour undefined\","
	say "assuming \"$action\" is allowed."
	actions=$action ;;
106)	set -f
	# shellcheck disable=SC2086
	listed $actions
	if [ "$fallback" = no ]; then
		say "ignoring policy-rc.d fallback request: $list."
		not_run 101
	fi
	say "executing actions \"$list\" instead due to policy-rc.d request." ;;
*)	refused
	actions=$action ;;
esac
run_actions "$@"
