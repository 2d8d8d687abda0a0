#!/bin/sh
# Flags that a compiler does not know are left out, and the build goes on.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
# an old compiler: no PIE, no stack protector, a linker without RELRO
cat >"$T/old-cc" <<'END'
#!/bin/sh
for word; do
	case $word in
	-fPIE | -pie | -static-pie | -fstack-protector* | -fno-plt | *relro* | -fno-pie | -no-pie)
		echo "old-cc: unknown option $word" >&2
		exit 1 ;;
	esac
done
exec cc "$@"
END
chmod +x "$T/old-cc"
PATH=$T:$PATH make_it CC=old-cc CFLAGS=-O1
"$tree/init" --version >"$T/version"
