/*
 * selinux.h - the policy of SELinux, before the first process is started.
 *
 * On a kernel that has SELinux switched on and a system with /etc/selinux/config, load_policy(8) loads what that file
 * asks for, and init executes itself, to come from the kernel's domain into its own.  Where enforcing was wanted and no
 * policy can be loaded, nothing is started, and the machine halts.
 * Waiting:  for load_policy, without a limit: nothing else runs yet, nor may it.
 */
#ifndef RUNG_SELINUX_H
#define RUNG_SELINUX_H

/* At a boot, before there is anything that an exec would lose. */
void selinux_start(char **argv);

#endif
