#!/bin/sh
# initctl blame lists what took longest first: wall and processor time, memory, how it ended, and what the boot waited for.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
initctl=$(tool_path initctl)
cat >"$T/journal" <<'END'
0 boot one 1795646400 alder 6.1.0
500000 enter #
501000 entry si sysinit 10 /etc/init.d/rcS
510000 level S N
511000 start a start 20 - S01a
611000 end a start 20 0 40000 2000 2048 -
611500 start b start 21 a S02b
631500 end b start 21 1 500 500 1536 a
640000 done S
651000 died si 10 0
651100 settled #
651200 enter 2
651300 entry l2 wait 11 /etc/init.d/rc\0402
652000 level 2 N
652300 start c start 30 - S01c
652400 start d start 31 - S01d
652500 skip e start stopped
902400 end d start 31 137 1 1 512 -
1652300 end c start 30 0 250000 1000 1048576 -
1653000 done 2
1654300 died l2 11 0
1654400 entry 1 respawn 40 /sbin/getty
1654500 settled 2
9000000 died 1 40 0
END
"$initctl" blame "$T/journal" >"$T/out"
diff - "$T/out" <<'END'
Boot of alder: 1.654 s, of that the kernel 0.500 s; 4 scripts, 2 failed

       took  processor     memory  what (*: the boot waited for it)
    1.000 s    0.251 s   1024.0 M *  c (level 2)
    0.250 s    0.000 s      0.5 M    d (level 2), signal 9
    0.100 s    0.042 s      2.0 M *  a (level S)
    0.030 s          -          - *  si (sysinit: /etc/init.d/rcS), without its scripts
    0.020 s    0.001 s      1.5 M *  b (level S), exit status 1
    0.003 s          -          - *  l2 (wait: /etc/init.d/rc 2), without its scripts
END
