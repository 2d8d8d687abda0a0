#!/bin/sh
# pidof -c finds only processes with the caller's root directory.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
eventually running a1
ours=$(inner_pid "$(pid_of a1)")
mkdir "$R/tmp/jail"
cp "$(command -v busybox)" "$R/tmp/jail/sleep" 2>/dev/null || skip "no busybox"
inside setsid -f chroot /tmp/jail /sleep 1002
two() {
	[ "$(inside pidof sleep | wc -w)" -eq 2 ]
}
eventually two
equal "with -c" "$(inside pidof -c sleep)" "$ours"

# other mount namespaces: a service with a /tmp of its own, and a container with another root
inside setsid -f unshare --mount sh -c 'mount -t tmpfs none /tmp && exec sleep 1003'
# shellcheck disable=SC2016
inside setsid -f unshare --mount sh -c 'mkdir /tmp/box && mount -t tmpfs none /tmp/box &&
	mkdir /tmp/box/old && cp /tmp/jail/sleep /tmp/box && cd /tmp/box && pivot_root . old && exec /sleep 1004'
four() {
	[ "$(inside pidof sleep | wc -w)" -eq 4 ]
}
eventually four
service=$(cd "$R/proc" && grep -lw 1003 [0-9]*/cmdline)
found=" $(inside pidof -c sleep) "
case $found in
*" ${service%/*} "*) ;;
*) die "the service is not found:$found" ;;
esac
equal "how many" "$(echo "$found" | wc -w)" 2
