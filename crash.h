/*
 * crash.h - init survives its own faults: it executes itself and carries on with every child.
 *
 * Signals:   SEGV BUS ILL FPE ABRT SYS TRAP, caught on a stack of their own, never blocked.  In a forked
 *            copy of init they have their default effect.
 * Depth:     a first fault leaves a core file where the core limit allows one, then executes init; a
 *            fault in the handler executes init at once; a third ends in a loop that reaps and tries again.
 * Progress:  one completed turn of the loop.  CRASH_ROW crashes without any lead to crash_rescue().
 */
#ifndef RUNG_CRASH_H
#define RUNG_CRASH_H

#include <stdbool.h>

#define CRASH_ROW 10

/* Install the handlers: the first thing that init does. */
void crash_init(void);
/* A turn of the loop is complete. */
void crash_progress(void);
/* Did init crash so often that it must not try again? */
bool crash_is_hopeless(void);
/*
 * Reap, and offer a shell on the console, until a telinit u finds an init that can carry on.
 * why is for people.
 */
_Noreturn void crash_rescue(const char *why);

#endif
