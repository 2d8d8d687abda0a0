#!/bin/sh
# The recipes of packaging/ are sound, as far as the tools at hand can tell, and name this version.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
command -v bash >/dev/null || skip "no bash"
packaging=$here/../packaging
version=$(cat "$here/../VERSION")
in_packaging() (
	set -e
	cd "$packaging"
	sh -n alpine/APKBUILD
	for file in arch/PKGBUILD gentoo/sys-apps/rung/*.ebuild slackware/rung.SlackBuild; do
		bash -n "$file"
	done
	for file in debian/build debian/common.sh debian/preinst debian/postinst debian/prerm debian/postrm; do
		sh -n "$file"
	done
	if command -v shellcheck >/dev/null; then
		shellcheck debian/build slackware/rung.SlackBuild
		# variables that the package's manager looks at, or sets; what it does with a failure
		shellcheck -s bash -e SC2034,SC2154,SC2148,SC2164,SC2068,SC2128 arch/PKGBUILD
		shellcheck -s sh -e SC2034,SC2154,SC2148,SC2164 alpine/APKBUILD
		shellcheck -s bash -e SC2034,SC2154,SC2046 gentoo/sys-apps/rung/*.ebuild
	fi

	grep -qx "pkgver=$version" alpine/APKBUILD
	grep -qx "pkgver=$version" arch/PKGBUILD
	grep -qx "RUNG_VERSION = $version" buildroot/rung.mk
	[ -f "gentoo/sys-apps/rung/rung-$version.ebuild" ]
	grep -qF "VERSION:-$version" slackware/rung.SlackBuild

	# make: with Buildroot's own words set to nothing, the rest must be rules and variables
	{
		echo 'generic-package ='
		cat buildroot/rung.mk
		# shellcheck disable=SC2016
		printf 'show:\n\t@echo $(RUNG_SOURCE)\n'
	} >"$T/rung.mk"
	equal "the archive" "$(make -s -f "$T/rung.mk" show)" "rung-$version.tar.gz"
	# what the recipe calls exists
	grep -q '^config BR2_PACKAGE_RUNG$' buildroot/Config.in
	grep -q 'select BR2_PACKAGE_RUNG$' buildroot/init-choice.in
	"$here/../telinit" --check buildroot/inittab >"$T/check" 2>&1 || :	# no such programs here
	grep -A2 error "$T/check" && exit 1

	# each line of the description of a package of Slackware's: its name, a colon, 71 characters at most
	[ -s "$T/check" ]
	equal "lines of slack-desc" "$(grep -c '^rung:' slackware/slack-desc)" 11
	! grep "^rung:.\{74,\}" slackware/slack-desc || exit 1
)
in_packaging
