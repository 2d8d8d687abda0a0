/*
 * paths.h - the files and programs that init knows by name.
 *
 * PID 1 itself opens files below /proc, /dev and /run only: any other file system can hang.  Before it has started
 * anything, selinux.c looks for one more.
 */
#ifndef RUNG_PATHS_H
#define RUNG_PATHS_H

#define PATH_INITTAB "/etc/inittab"
#define PATH_INITTAB_D "/etc/inittab.d"
#define PATH_INITSCRIPT "/etc/initscript"
#define PATH_FIFO "/run/initctl"
#define PATH_RUN "/run"
#define PATH_RUNLEVEL "/run/runlevel"
#define PATH_POWERSTATUS "/run/powerstatus"
#define PATH_POWERSTATUS_OLD "/etc/powerstatus"
#define PATH_SHELL "/bin/sh"
#define PATH_SULOGIN "/sbin/sulogin"
#define PATH_SHUTDOWN "/sbin/shutdown"
#define PATH_INIT "/sbin/init"
#define PATH_HALT "/sbin/halt"
#define PATH_POWEROFF "/sbin/poweroff"
#define PATH_REBOOT "/sbin/reboot"
#define PATH_TELINIT "/sbin/telinit"
#define PATH_OOM_SCORE "/proc/self/oom_score_adj"
#define PATH_MOUNTINFO "/proc/self/mountinfo"
#define PATH_PID_NAMESPACE "/proc/self/ns/pid"
#define PATH_CMDLINE "/proc/cmdline"
#define PATH_CONTEXT "/proc/self/attr/current"
#define PATH_SELINUX_CONFIG "/etc/selinux/config"
#define PATH_LOAD_POLICY "/sbin/load_policy"

/* Where programs are looked for: PATH of all that is started. */
#define PATH_SEARCH "/sbin:/usr/sbin:/bin:/usr/bin"

#endif
