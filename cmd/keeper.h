/*
 * keeper.h - what must not outlive a shutdown that does not come to pass.
 *
 * A child that makes the pid file, the markers and nologin, and takes them away again when the process that
 * started it has ended in any other way than by keeper_go(), a SIGKILL included.  What keeper_go() begins, it
 * ends: from then on the shutdown does not depend on the process that wanted it.
 *
 * Only what it has made itself is removed: an administrator's own nologin stays.
 * Errors:   0 or a negative errno.
 */
#ifndef CMD_KEEPER_H
#define CMD_KEEPER_H

#include <sys/types.h>
#include <time.h>

#include "plan.h"

/* Start it and have the pid file and the markers made.  -EBUSY: another shutdown is running. */
int keeper_start(const struct plan *p);
/* The descriptor that becomes readable when the keeper has died. */
int keeper_fd(void);
/* Close logins until the system goes down, which will be at that time. */
void keeper_close_logins(time_t at);
/* Take the system down.  Returns 0, or -errno if that has failed and everything was taken back. */
int keeper_go(void);
/* Have everything taken back; returns when it is. */
void keeper_cancel(void);
/* In another child: do not keep the keeper waiting. */
void keeper_leave(void);
/* For what has time: from here on the caller has the processor only while nobody else wants it, init above all. */
void keeper_give_way(void);
/* The pid of the shutdown that is waiting on this system, or 0. */
pid_t keeper_running(void);

#endif
