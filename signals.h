/*
 * signals.h - handlers collect; the loop acts.
 *
 * Masks:    all signals are blocked but while the loop waits (signals_wait_mask), and but for the fault
 *           signals (SIGNALS_FAULTS), which are never blocked: a fault whose signal is
 *           blocked kills PID 1 without asking.
 * Ignored:  none.  What init's starter ignored is reset; PID 1 needs no SIG_IGN, since the kernel drops
 *           default actions for it (signal(7), pid_namespaces(7)), and children must not inherit any.
 * Memory:   what came is noted in the state file, so that an exec of init loses none of it.
 */
#ifndef RUNG_SIGNALS_H
#define RUNG_SIGNALS_H

#include <signal.h>
#include <stdbool.h>
#include <sys/types.h>

/* SIGRTMIN+4 as senders built with glibc number it; libc's own may differ (musl: 39). */
#define SIGNAL_POWEROFF 38

/*
 * What a helper's end comes as.  SIGCHLD may stand for the death of anybody, and asking the kernel for anybody costs it a
 * look at each child that lives; helpers (helper.h) are few and known.
 */
#define SIGNAL_HELPER SIGURG

/* The fault signals, and the others that dump core by default (signal(7)); for an initializer. */
#define SIGNALS_FAULTS SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGSYS, SIGTRAP
#define SIGNALS_DUMPING SIGQUIT, SIGXCPU, SIGXFSZ

/* Set mask and handlers.  The state must be in place. */
void signals_init(void);
/* The mask for ppoll(2). */
const sigset_t *signals_wait_mask(void);
/* Has sig come and not been dealt with?  Dealt with is what signals_done() is called for, afterwards. */
bool signals_came(int sig);
void signals_done(int sig);
/* The pid that the newest SIGCHLD named, once; 0: none. */
pid_t signals_dead(void);
/* In a new process, before exec: default actions, empty mask. */
void signals_reset(void);
/* The same where the kernel has reset the actions already. */
void signals_unblock(void);

#endif
