#!/bin/sh
# A script for openrc-run needs no header: it is enabled as most daemons are, behind the logger.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
script rsyslog
printf '#!/sbin/openrc-run\ncommand=/bin/true\n' >"$F/etc/init.d/new"
printf '#!/usr/bin/env openrc-run\n' >"$F/etc/init.d/other"
chmod 755 "$F"/etc/init.d/*
works insserv rsyslog new other
equal links "$(farm | grep 'new$' | tr '\n' ' ')" 'rc0.d K01new rc1.d K01new rc2.d S02new rc3.d S02new rc4.d S02new rc5.d S02new rc6.d K01new '
equal other "$(farm | grep 'other$' || :)" ''
! grep -q "'new' missing" "$T/said" || die "it has been called one without a header"
says "insserv: warning: script 'other' missing LSB tags"
