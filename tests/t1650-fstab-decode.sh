#!/bin/sh
# fstab-decode decodes \\, \011, \012, \040 and \134 in arguments, and leaves other backslashes alone.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
decode=$(tool_path fstab-decode)
# shellcheck disable=SC1003
"$decode" printf '<%s>' 'a\040b' 'c\011d' 'e\012f' 'g\134h' 'i\\j' 'k\101l' 'm\n' 'o\' '\\040' '\04' '' '\040\040' >"$T/got"
# shellcheck disable=SC1003
printf '<%s>' 'a b' 'c	d' 'e
f' 'g\h' 'i\j' 'k\101l' 'm\n' 'o\' '\040' '\04' '' '  ' | cmp - "$T/got"
