#!/bin/sh
# init --check of a file that is not there, or is no file, is an error with status 2.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
END
for file in /no/such/file /tmp /dev/null; do
	status=0
	said=$(inside init --check "$file" 2>&1) || status=$?
	equal "status of $file" "$status" 2
	case $said in
	"$file: error: "?*) ;;
	*) die "it says: $said" ;;
	esac
done
inside rm /etc/inittab
status=0
inside telinit --check 2>&1 | grep -q '^/etc/inittab: error: '
status=0
inside telinit --check a b 2>"$T/err" || status=$?
equal "status with two files" "$status" 1
grep -q ^Usage: "$T/err"
