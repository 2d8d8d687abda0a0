#!/bin/sh
# The programs are hardened: PIE, RELRO, bound at once, no executable stack, stack protector, FORTIFY.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
make_it
for program in init telinit shutdown halt runlevel killall5 pidof fstab-decode; do
	readelf -hldW "$tree/$program" >"$T/elf"
	readelf --dyn-syms -W "$tree/$program" >"$T/symbols"
	has() {
		grep -qE "$1" "$T/elf" || die "$program: $2"
	}
	has 'Type: *DYN ' 'not position independent'
	has 'GNU_RELRO' 'no RELRO'
	has 'BIND_NOW|FLAGS_1.*NOW' 'not bound at once'
	has 'GNU_STACK .* RW ' 'executable stack, or none said'
	not grep -qE 'GNU_STACK .* RWE ' "$T/elf"
	not grep -qE 'LOAD .* RWE ' "$T/elf" || die "$program: a segment that is writable and executable"
	not grep -q TEXTREL "$T/elf" || die "$program: text relocations"
	not grep -qE 'R(UN)?PATH' "$T/elf" || die "$program: searches libraries in a place of its own"
	equal "the libraries of $program" \
		"$(sed -n 's/.*Shared library: \[\(.*\)\.so.*/\1/p' "$T/elf")" libc
done
grep -q __GLIBC__ "$T/elf" || printf '#include <features.h>\n__GLIBC__\n' >"$T/t.c"
[ "$(cc -E "$T/t.c" | tail -n 1)" != __GLIBC__ ] || skip "FORTIFY is glibc's"
for program in init telinit halt; do
	readelf --dyn-syms -W "$tree/$program" >"$T/symbols"
	grep -q __stack_chk_fail "$T/symbols" || die "$program: no stack protector"
	grep -q '_chk@' "$T/symbols" || die "$program: no FORTIFY"
done
