#!/bin/sh
# pidof finds a process in uninterruptible sleep as any other.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
command -v cc >/dev/null || skip "no cc"
mkdir -p "$T/skel/sbin"
cc -o "$T/skel/sbin/deep" -x c - <<'END'
#define _DEFAULT_SOURCE
#include <unistd.h>

int
main(void)
{
	/* Until its child executes something the parent sleeps like this. */
	if (vfork() == 0)
		for (;;)
			(void)pause();
	return 0;
}
END
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/deep
END
deep() {
	grep -q '(deep) D' "$R"/proc/[0-9]*/stat 2>/dev/null
}
eventually deep
equal "how many" "$(inside pidof deep | wc -w)" 2
equal "by its file" "$(inside pidof /sbin/deep | wc -w)" 2
