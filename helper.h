/*
 * helper.h - forked copies of init that do what could block: the answer to anything slow.
 *
 * One of each kind at a time.  Its exit status is its answer (0 to 255); a helper that does not answer
 * in time is killed and counts as HELPER_FAILED.  Pids and deadlines are in the state file and
 * survive an exec of init.
 */
#ifndef RUNG_HELPER_H
#define RUNG_HELPER_H

#include <signal.h>
#include <stdbool.h>
#include <sys/types.h>

#include "clock.h"

enum helper {
	HELPER_READER,		/* reads the table's files */
	HELPER_ASKER,		/* asks for a runlevel on the console */
	HELPER_POWER,		/* reads the power status */
	HELPER_RECORDER,	/* writes utmp and wtmp */
	HELPER_LOOKER,		/* looks who is left of a process group */
	HELPER_UPGRADE,		/* asks the file that is to be executed in init's place */
	HELPER_ENDING,		/* stops the machine */
	HELPERS,
};

#define HELPER_FAILED (-1)	/* could not be started, was killed, or was too slow */

/*
 * Fork a helper that runs work(arg) and exits with its result; time-out in ms, 0 for none.
 * False: it runs already or could not be started.
 */
bool helper_start(enum helper h, int (*work)(void *arg), void *arg, msec_t timeout, msec_t now);
/*
 * clone(2) with these flags and SIGCHLD, and for CLONE_PARENT_SETTID the place of the pid; without the memory of
 * dontfork.h.  The libc's fork(2) blocks all signals for a moment, and a fault of init while its signal is blocked would be
 * the end.
 */
pid_t helper_clone(unsigned long flags, pid_t *born);
/* The same as fork(2), with all memory. */
pid_t helper_fork(void);
/* From a child: the new process is the caller's brother, a child of init's. */
pid_t helper_fork_beside(void);
/* In a new process that lives on without exec: close init's own files, which it has no business with. */
void helper_close_files(void);
bool helper_running(enum helper h);
bool helper_any_running(void);
/* Its process, or 0. */
pid_t helper_pid(enum helper h);
/* Options for waitid(2) with which it tells of helpers, too. */
int helper_wait_options(void);
/* Has any helper been given up before its end?  Nobody knows its process any more. */
bool helper_was_lost(void);
/* If the process that died was a helper: which, else HELPERS; its answer in *answer. */
enum helper helper_reaped(const siginfo_t *death, int *answer);
/* Kill a helper whose answer is not wanted any more. */
void helper_cancel(enum helper h);
/*
 * A helper that was too slow: it is killed, and forgotten even if it cannot die.  HELPERS: none.
 * Call it until then.
 */
enum helper helper_late(msec_t now);
/* The earliest deadline, or 0. */
msec_t helper_deadline(void);

#endif
