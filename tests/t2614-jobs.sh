#!/bin/sh
# At most -j scripts compute at a time; those that wait do not count, and without /proc all count.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
boot_services
# five that wait: all at once, whatever -j says
for n in 1 2 3 4 5; do
	gated "w$n"
	link 2 "S01w$n"
done
parallel -j 1 2
for n in 1 2 3 4 5; do eventually noted "start w$n"; done
for n in 1 2 3 4 5; do open_gate "w$n"; done
finished
# two that compute: one after the other
for name in x y; do
	script "$name" <<-END
		echo "begin" >>/run/notes
		n=0
		until [ -e /run/open.compute ]; do n=\$((n + 1)); done
		echo "end" >>/run/notes
	END
	link 3 "S01$name"
done
inside rm -f /run/notes
parallel -j 1 3
eventually noted begin
never_within 500 noted_times 2 begin
open_gate compute
finished
notes_are begin end begin end
inside rm -f /run/open.compute
parallel -j 2 3
eventually noted_times 2 begin
open_gate compute
finished
# without /proc
inside rm -f /run/notes
inside mount -t tmpfs none /proc
parallel -j 2 2
eventually noted "start w1"
eventually noted "start w2"
never_within 300 noted "start w3"
for n in 1 2 3 4 5; do open_gate "w$n"; done
finished
for n in 1 2 3 4 5; do noted "start w$n" || die "w$n was not started"; done
inside umount /proc
