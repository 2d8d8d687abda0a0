#!/bin/sh
# A build for another machine runs nothing that it has made.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
# a compiler whose programs this machine could run, but that tell when it does
cat >"$T/cross-cc" <<END
#!/bin/sh
cc "\$@" || exit
out=a.out object=no
while [ \$# -gt 0 ]; do
	case \$1 in
	-o) out=\$2 ;;
	-c | -S | -E | '-###') object=yes ;;
	esac
	shift
done
if [ \$object = no ]; then
	printf '#!/bin/sh\necho \$0 >>"$T/ran"\nexit 1\n' >"\$out"
	chmod +x "\$out"
fi
END
chmod +x "$T/cross-cc"
PATH=$T:$PATH make_it CC=cross-cc DESTDIR="$T/root" all install
not test -e "$T/ran" || die "it ran $(cat "$T/ran")"
grep -q ran "$T/root/sbin/init"
