#!/bin/sh
# flags.sh CC STATIC - print the hardening flags that this compiler really takes: a line for compiling, then
# one for linking.  Nothing that it builds is run, so it serves cross compilers too.
set -u
cc=$1
static=${2-}
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
printf '#include <stdio.h>\nint main(void) { return 0; }\n' >"$dir/t.c"

# builds FLAG...: does a program build with them, without a word of complaint?
builds() {
	# shellcheck disable=SC2086 # $cc may hold words
	$cc -Werror -O2 "$@" -o "$dir/t" "$dir/t.c" >/dev/null 2>&1
}

compile=
for flag in -fstack-protector-strong -fno-plt -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables; do
	builds "$flag" && compile="$compile $flag"
done
# What is one program is seen as one: smaller by a thirtieth.
link=
if builds -flto -flto-partition=none; then
	compile="$compile -flto"
	link=" -flto -flto-partition=none"
fi
# What is built does not depend on the place where it is built.
if builds "-ffile-prefix-map=$PWD=."; then
	case $PWD in
	*[[:space:]]*) ;;
	*) compile="$compile -ffile-prefix-map=$PWD=." ;;
	esac
fi
# glibc checks buffers; other libraries ignore the macro or warn about it.
if printf '#include <features.h>\n#ifndef __GLIBC__\n#error\n#endif\n' >"$dir/g.c" &&
	$cc -c -o "$dir/g.o" "$dir/g.c" >/dev/null 2>&1; then
	compile="$compile -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2"
fi

# Sorted by alignment, the small variables are side by side behind the large arrays: a process that writes some of
# them after each fork copies one page, not five.
# Constants are as little writable beside the text as apart from it, and two segments less are two pages less.
for flag in -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--gc-sections -Wl,--as-needed -Wl,--sort-section=alignment \
	-Wl,-z,noseparate-code; do
	builds "$flag" && link="$link $flag"
done
if [ -n "$static" ]; then
	compile="$compile -DRUNG_STATIC"	# glibc's name services cannot be linked statically
	# musl-gcc takes -static-pie but makes a program that asks for the dynamic loader.
	if builds -fPIE -static-pie &&
		$cc -static-pie -### "$dir/t.c" 2>&1 | grep -q -e no-dynamic-linker; then
		compile="$compile -fPIE"
		link="$link -static-pie"
	elif builds -no-pie -fno-pie -static; then
		compile="$compile -fno-pie"
		link="$link -static -no-pie"
		# What it protects a static program does not have; it costs a page.
		builds -Wl,-z,norelro && link="$link -Wl,-z,norelro"
	else
		link="$link -static"
	fi
elif builds -fPIE -pie; then
	compile="$compile -fPIE"
	link="$link -pie"
fi
printf '%s\n%s\n' "${compile# }" "${link# }"
