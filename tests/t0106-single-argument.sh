#!/bin/sh
# The words single, -s, S and s boot to single-user mode.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
for word in single -s S s; do
	boot -- "$word" <<-END
		id:3:initdefault:
		~~:S:wait:/sbin/gate s
	END
	eventually noted "gate s"
	eventually in_level S
	power_cut
done
