#!/bin/sh
# Nine starts in each two minutes are not too fast, whatever comes after them.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/shifted.sh
. "${0%/*}/shifted.sh"
put /sbin/take 755 <<'END'
#!/bin/sh
until read -r _ </run/go; do :; done	# at an end of file nobody has written
note a1
END
boot_shifted <<END
id:3:initdefault:
si::sysinit:/bin/mkfifo /run/go
a1:3:respawn:/sbin/take
END
eventually running a1
starts=0
for _ in 1 2 3; do
	for _ in 1 2 3 4 5 6 7 8 9; do
		starts=$((starts + 1))
		echo >"$R/run/go"
		done_so() {
			[ "$(note_count a1)" -eq "$starts" ]
		}
		eventually done_so
	done
	later 125
done
not console_has "too fast"
