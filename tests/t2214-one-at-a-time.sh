#!/bin/sh
# Tools that change links at the same time lose nothing: one waits for the other, and says for whom.
# shellcheck disable=SC2016 source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
words() {
	cat "$F/etc/init.d"/.depend.* | tr ' ' '\n' | sort
}
for i in 1 2 3 4 5 6; do
	script "first$i"
	script "then$i" "Required-Start=first$i" "Required-Stop=first$i"
done
cp "$(tool_path update-rc.d)" "$(tool_path insserv)" "$(tool_path chkconfig)" "$F/sbin"
mkdir "$F/run"
: >"$F/dev/null"
for _ in 1 2 3; do
	in_root sh -c 'for i in 1 2 3 4 5 6; do
			update-rc.d first$i defaults || echo failed &
			update-rc.d then$i defaults || echo failed &
		done
		wait' >"$T/out" 2>&1
	not grep -e failed -e "No such file" "$T/out"
	equal numbers "$(farm 2 | grep -c -e "S01first[1-6]$" -e "S02then[1-6]$")" 12
	# as one after the other would have left it, but for the order: who was named last comes first
	left=$(words)
	works insserv
	equal "dependency files" "$left" "$(words)"
	rm -rf "$F/etc"/rc?.d "$F/etc/init.d"/.depend.*
done

# who may not change links cannot hold them up
equal mode "$(stat -c %a "$F/run/insserv.lock")" 600
# one that cannot go on: nobody reads what it says
mkfifo "$T/pipe"
exec 5<>"$T/pipe"
head -c 65536 /dev/zero >&5
in_root setpriv --pdeathsig KILL timeout 30 insserv -v then2 first2 2>&5 &
jobs=$!
eventually grep -q " POSIX .*:$(stat -c %i "$F/run/insserv.lock") " /proc/locks
touch "$T/one" "$T/two"
# who only looks does not wait
in_root insserv -n 2>"$T/said"
in_root insserv -s >"$T/out" 2>"$T/said"
in_root chkconfig --list
in_root setpriv --pdeathsig KILL timeout 30 update-rc.d first1 defaults 2>"$T/one" &
jobs="$jobs $!"
in_root setpriv --pdeathsig KILL timeout 30 chkconfig --add then1 2>"$T/two" &
jobs="$jobs $!"
eventually grep -q "^insserv: waiting for process [0-9]*, which changes links$" "$T/one"
eventually grep -q "^chkconfig: waiting for process [0-9]*, which changes links$" "$T/two"
equal links "$(farm)" ''
setpriv --pdeathsig KILL timeout 30 cat <&5 >"$T/said" &
reader=$!
for job in $jobs; do
	wait "$job"
done
kill "$reader"
for name in first1 then1 first2 then2; do
	farm 2 | grep -q "$name$"
done
