# Copyright 2026 The rung developers
# Distributed under the terms of the ISC licence

EAPI=8

inherit toolchain-funcs

DESCRIPTION="System V init that never blocks, polls or dies"
HOMEPAGE="file:///usr/share/doc/rung"
SRC_URI="${P}.tar.gz"

LICENSE="ISC"
SLOT="0"
KEYWORDS="~amd64 ~arm ~arm64 ~x86"
IUSE="static"
# a file of one's own, in DISTDIR; no test runs inside a sandbox
RESTRICT="fetch test"

# each of them is /sbin/init
RDEPEND="
	!sys-apps/sysvinit
	!sys-apps/systemd[sysv-utils(+)]
"

pkg_nofetch() {
	einfo "Put ${P}.tar.gz into your DISTDIR: git archive --prefix=${P}/ -o ${P}.tar.gz v${PV}"
}

src_compile() {
	emake CC="$(tc-getCC)" $(usev static STATIC=1)
}

src_install() {
	emake CC="$(tc-getCC)" $(usev static STATIC=1) DESTDIR="${D}" install
	# OpenRC's table is sys-apps/openrc's and the administrator's: see the sample in doc
	rm "${ED}"/etc/inittab || die
	# sys-process/procps has it
	rm "${ED}"/bin/pidof "${ED}"/usr/share/man/man8/pidof.8 || die
	einstalldocs
}
