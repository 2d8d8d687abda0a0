#!/bin/sh
# CC, CFLAGS, CPPFLAGS and LDFLAGS of the caller are used, and the build stays silent.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
cat >"$T/my-cc" <<END
#!/bin/sh
echo "\$*" >>"$T/calls"
exec cc "\$@"
END
chmod +x "$T/my-cc"
PATH=$T:$PATH make_it CC=my-cc CFLAGS='-O0 -DMY_CFLAG' CPPFLAGS=-DMY_CPPFLAG LDFLAGS=-Wl,--defsym=my_ldflag=1
grep -q -e '-O0 -DMY_CFLAG.*-c .*init.o' "$T/calls"
grep -q -e '-DMY_CPPFLAG.*-c .*init.o' "$T/calls"
grep -q -e '-Wl,--defsym=my_ldflag=1 .*-o init' "$T/calls"
not grep -q -e '-O2.*-c .*init.o' "$T/calls"
