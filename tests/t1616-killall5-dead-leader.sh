#!/bin/sh
# A process whose first thread has ended, and which looks like a zombie, is signalled as any other.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
command -v cc >/dev/null || skip "no cc"
mkdir -p "$T/skel/sbin"
cc -pthread -o "$T/skel/sbin/headless" -x c - <<'END'
#include <pthread.h>
#include <unistd.h>

static void *
live(void *arg)
{
	for (;;)
		(void)pause();
	return arg;
}

int
main(void)
{
	pthread_t t;

	(void)pthread_create(&t, NULL, live, NULL);
	pthread_exit(NULL);
}
END
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/headless
END
headless() {
	grep -q '(headless) Z' "$R"/proc/[0-9]*/stat 2>/dev/null
}
eventually headless
inside killall5 -9
eventually not headless
