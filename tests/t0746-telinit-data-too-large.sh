#!/bin/sh
# Variables that do not fit into a request are refused, those that just fit are set.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:4:once:/sbin/showenv a1
END
eventually in_level 3
eventually test -p "$R/run/initctl"
fits=INIT_A=$(head -c 359 /dev/zero | tr '\0' a)	# 366 bytes and two NULs
long=INIT_B=$(head -c 362 /dev/zero | tr '\0' b)
status=0
said=$(telinit -e "$long" 2>&1) || status=$?
equal "exit status" "$status" 1
equal message "$said" "telinit: -e option data too large"
not telinit -e "${fits%?????????}" -e INIT_C=123456789 2>/dev/null
telinit -e "$fits"
telinit 4
eventually test -e "$R/run/env.a1"
env_has a1 "$fits"
not grep -e ^INIT_B -e ^INIT_C "$R/run/env.a1"
