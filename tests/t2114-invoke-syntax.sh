#!/bin/sh
# invoke-rc.d refuses wrong usage with status 103 and says what is wrong.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	error="invoke-rc.d: syntax error:"
	gives 103 "" "$error missing required parameter" invoke-rc.d svc
	gives 103 "" "$error unknown option \"--foo\"" invoke-rc.d --foo svc start
	gives 103 "" "$error embedded blanks are not allowed in \"a b\"" invoke-rc.d "a b" start
	gives 103 "" "$error invalid empty parameter" invoke-rc.d "" start
	gives 103 "" "$error invalid empty parameter" invoke-rc.d svc ""
	gives 103 "" "" invoke-rc.d --quiet --foo
	run invoke-rc.d
	equal status "$status" 103
	equal errors "$(cat "$T/err")" "$error missing required parameter, --help assumed"
	grep -q -e --disclose-deny "$T/out"
	run invoke-rc.d --help
	equal status "$status" 0
	for option in quiet force try-anyway disclose-deny query no-fallback skip-systemd-native; do
		grep -q -e "--$option" "$T/out" || die "--help does not have --$option"
	done
	[ -z "${SERVICES-}" ] || return 0
	run invoke-rc.d --version
	equal status "$status" 0
	grep -q '^invoke-rc.d' "$T/out"
}
boot_services
each_shell check
