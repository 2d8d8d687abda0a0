#!/bin/sh
# initctl chain is the critical path: back from what ended last, by what each waited for, to the kernel.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
initctl=$(tool_path initctl)
# slow needs fast and medium; last needs slow; free was ready early, and waited until other left a place
cat >"$T/graph" <<'END'
1000000 enter #
1001000 entry si sysinit 10 /bin/init-everything
1301000 died si 10 0
1301100 enter 2
1301200 entry p once 12 /bin/parallel
1301300 entry l2 wait 11 /etc/init.d/rc\0402
1302000 level 2 N
1302300 start fast start 30 - S01fast
1302400 start medium start 31 - S01medium
1310000 died p 12 0
1402300 end fast start 30 0 1 1 512 -
1502400 end medium start 31 0 1 1 512 -
1502600 start slow start 32 medium S02slow
1502700 start other start 33 medium S02other
1602700 end other start 33 0 1 1 512 medium
1602900 start free start 34 other S02free
1802600 end slow start 32 0 1 1 512 fast,medium
1802900 start last start 35 slow S03last
END
chain() {
	"$initctl" chain "$1" >"$T/out"
	diff - "$T/out"
}
{
	cat "$T/graph"
	cat <<-'END'
		1902900 end last start 35 0 1 1 512 slow
		1702900 end free start 34 0 1 1 512 fast
		1903000 done 2
		1903500 died l2 11 0
		1903600 settled 2
	END
} >"$T/last"
chain "$T/last" <<'END'
Boot: 1.903 s, of that the kernel 1.000 s; 6 scripts, 0 failed

         at       took  what, and what it waited for
    0.000 s    1.000 s  the kernel
    1.001 s    0.300 s  si (sysinit: /bin/init-everything)
    1.301 s    0.002 s  l2 (wait: /etc/init.d/rc 2), without its scripts, after si
    1.302 s    0.200 s    medium
    1.502 s    0.300 s    slow, after medium
    1.802 s    0.100 s    last, after slow
    1.903 s               the boot is over
END
# the one that waited for a place takes longest
{
	cat "$T/graph"
	cat <<-'END'
		1902900 end last start 35 0 1 1 512 slow
		2702900 end free start 34 7 1 1 512 fast
		2703000 done 2
		2703500 died l2 11 0
		2703600 settled 2
	END
} >"$T/free"
chain "$T/free" <<'END'
Boot: 2.703 s, of that the kernel 1.000 s; 6 scripts, 1 failed

         at       took  what, and what it waited for
    0.000 s    1.000 s  the kernel
    1.001 s    0.300 s  si (sysinit: /bin/init-everything)
    1.301 s    0.001 s  l2 (wait: /etc/init.d/rc 2), without its scripts, after si
    1.302 s    0.200 s    medium
    1.502 s    0.100 s    other, after medium
    1.602 s    1.100 s    free, exit status 7, after other, for a free place (ready 0.200 s before)
    2.703 s               the boot is over
END
# in the middle of it: what runs now
"$initctl" chain "$T/graph" | grep -q '^ *1.802 s .*    last, still running, after slow$' || die "not over"
"$initctl" chain "$T/graph" | grep -q '^    1.802 s  *now$' || die "the last line"
