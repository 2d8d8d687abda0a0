/*
 * quick.h - the usual start at a third of its price: a process that shares init's memory until its exec.
 *
 * Why:        most of what a start costs is the copy of init that fork(2) makes and exec throws away.  vfork(2) makes
 *             none, but init would wait for an exec that may never end (a disk, a server that is gone).  This is clone(2) with
 *             CLONE_VM and without CLONE_VFORK: no copy and no wait.
 * The child:  runs beside init in the same memory.  So it writes its own stack and place and nothing else; it calls
 *             nothing of libc, whose errno both have (raw.h); it keeps its user, since another user's process must not have
 *             this memory.  It makes a session, puts the console on 0 to 2, empties the signal mask and executes.
 * Success:    is all it knows.  Whatever goes another way than usual ends it with a signal that means this, quick_refused()
 *             says so when init has reaped it, and init makes a copy instead, which knows what to do and what to say.  Then
 *             nothing is tried here for QUICK_AGAIN_MS.
 * Signals:    what comes before the exec does to it what it would do to the program.  But init's handlers stay in place until
 *             then: a core dump would end all that share the memory (before Linux 5.16), so there is none.
 * Memory:     QUICK_PLACES places, given back after a moment; where all are taken, by an exec that hangs or by very many
 *             at once, there is no quick start.  An exec of init leaves such processes the memory that they have.
 */
#ifndef RUNG_QUICK_H
#define RUNG_QUICK_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "clock.h"

#define QUICK_PLACES 128
#define QUICK_ROOM 3072		/* bytes for arguments and environment: with a little stack it is a page */
#define QUICK_AGAIN_MS 60000

/* What is started.  All of it stays as it is until the exec: it is constant, or in the room of quick_room(). */
struct quick {
	const char *console;
	const char *unless;	/* if this file can be read it is no usual start; or NULL */
	char *const *argv, *const *env;	/* argv[0] is a path */
};

void quick_init(void);
/* Memory for size bytes, as malloc(3) would align it, until the next call; NULL: no quick start. */
void *quick_room(size_t size, msec_t now);
/* Start q, made in that room; the kernel stores the pid in *born, too.  The pid, or 0: no quick start. */
pid_t quick_start(const struct quick *q, pid_t *born, msec_t now);
/*
 * A process has died, as waitid(2) tells it: its place is free.  Was it started here, and did never come to its exec?  To be
 * asked of all who die.
 */
bool quick_refused(const siginfo_t *death, msec_t now);
/* Give memory back, end what waits for the console; the next deadline or 0. */
msec_t quick_tick(msec_t now);

/* For handlers of signals: is this the child, not init? */
bool quick_is_here(void);
/* Then sig does what it does by default, or, where that were a core dump, ends it with status 128 + sig. */
void quick_default(int sig);
void quick_end(int sig);

#endif
