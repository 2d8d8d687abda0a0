#!/bin/sh
# update-rc.d starts no other process, whatever the number of scripts.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
command -v strace >/dev/null || skip "no strace"
number=0
while [ $number -lt 300 ]; do
	cat >"$F/etc/init.d/s$number" <<-END
		### BEGIN INIT INFO
		# Provides: s$number
		# Required-Start: \$remote_fs ${last-}
		# Required-Stop: \$remote_fs
		# Default-Start: 2 3 4 5
		# Default-Stop: 0 1 6
		### END INIT INFO
	END
	last=
	[ $((number % 10)) -eq 9 ] || last=s$number
	number=$((number + 1))
done
chmod 755 "$F"/etc/init.d/*
# shellcheck disable=SC2046
works insserv $(init_scripts)
equal 'the last of a chain' "$(farm 2 | grep 's299$')" 'rc2.d S10s299'
mv "$F/etc/rc2.d/S10s299" "$T"
cp "$(tool_path update-rc.d)" "$F/sbin"
in_root strace -f -e trace=clone,clone3,fork,vfork,execve -o /calls /sbin/update-rc.d s299 disable >"$T/out" 2>"$T/said"
equal calls "$(grep -c -v '^[0-9]* *[+-]' "$F/calls")" 1
equal links "$(farm | grep -c 's299$')" 6
