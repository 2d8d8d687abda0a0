#!/bin/sh
# rcrun --graph prints who waits for whom, for Graphviz or as a picture; names are text in both.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
script a
# shellcheck disable=SC1003	# it is a backslash
script 'b"<&\' Provides=b Required-Start=a
script c Should-Start=b X-Interactive=true
script d "Required-Start=\$all"
script e Required-Start=f
script f Should-Start=e
cat >"$F/etc/init.d/g" <<'END'
#!/bin/sh
END
chmod 755 "$F/etc/init.d/g"
# shellcheck disable=SC1003
for name in S01a 'S02b"<&\' S03c S04d S05e S05f S06g; do link 2 "$name"; done
works rcrun --graph 2
equal loops "$(cat "$T/said")" 'rcrun: loop: g before d before g; left out: the order of the links
rcrun: loop: f before e before f; left out: f: Should-Start: e'
equal dot "$(grep -c . "$T/out")" "$(works rcrun --graph=dot 2; grep -c . "$T/out")"
has() {
	grep -qxF -e "$1" "$T/out" || { cat "$T/out"; die "no line $1"; }
}
has '	S1 [label="b\"<&\\"];'
has '	S2 [label="c", peripheries=2];'
has '	S0 -> S1 [style=solid, tooltip="b\"<&\\: Required-Start: a"];'
has '	S1 -> S2 [style=dashed, tooltip="c: Should-Start: b"];'
# shellcheck disable=SC2016	# a $ of its own
has '	S0 -> S3 [style=dotted, tooltip="d: $all"];'
has '	S4 -> S5 [style=dashed, color=red, constraint=false, tooltip="f: Should-Start: e"];'
has '	S0 -> S6 [style=dotted, tooltip="the order of the links"];'
! command -v dot >/dev/null || dot -Tsvg "$T/out" >/dev/null

works rcrun --graph=svg 2
has '<title>level 2</title>'
grep -qF '>b&quot;&lt;&amp;\</text>' "$T/out" || die "the name is not text"
grep -q '<path class="required" .*<title>b&quot;&lt;&amp;\\: Required-Start: a</title></path>' "$T/out" || die "no reason"
equal boxes "$(grep -c '<rect class="start' "$T/out")" 7
equal "interactive ones" "$(grep -c '<rect class="start alone"' "$T/out")" 1
! command -v xmllint >/dev/null || xmllint --noout "$T/out"
# both phases, one behind the other
link 3 K01a
works rcrun --graph=svg --previous 2 3
grep -q '<rect class="stop" x="20"' "$T/out" || die "nothing stops"
# nothing at all
works rcrun --graph=svg 7
grep -q '^<svg' "$T/out" || die "no picture"
