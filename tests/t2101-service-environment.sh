#!/bin/sh
# service calls a script from / with an empty environment, but for the language, PATH and TERM.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	script a <<-'END'
		echo "$0 $# $* $(pwd)"
		/sbin/showenv a
		exit 4
	END
	inside rm -f /run/env.a
	run sh -c 'cd /tmp; LANG=xx FOO=bar LC_ALL=C service a start more'
	equal status "$status" 4
	equal output "$(cat "$T/out")" "/etc/init.d/a 2 start more /"
	equal environment "$(sed 's/=.*//' "$R/run/env.a" | grep -v -x -e PWD -e SHLVL -e OLDPWD | sort | tr '\n' ' ')" \
		"LANG LANGUAGE LC_ADDRESS LC_ALL LC_COLLATE LC_CTYPE LC_IDENTIFICATION LC_MEASUREMENT LC_MESSAGES LC_MONETARY LC_NAME LC_NUMERIC LC_PAPER LC_TELEPHONE LC_TIME PATH TERM "
	for variable in LANG=xx LC_ALL=C LC_TIME= TERM=dumb PATH=/sbin:/usr/sbin:/bin:/usr/bin; do
		env_has a "$variable" || die "no $variable in the environment"
	done
}
boot_services
each_shell check
