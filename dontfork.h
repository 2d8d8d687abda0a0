/*
 * dontfork.h - memory that helpers get a copy of, but not children, which execute a program at once.
 *
 * Why:        what a fork copies is write-protected, copied once more where either side writes to it, and thrown away
 *             at the exec: with a table of 3,000 entries that is a tenth of what a start costs.  So it is marked
 *             MADV_DONTFORK (madvise(2)) but for the moment in which a helper is made.
 * Ownership:  the memory is the caller's, who names what takes its place before it goes.
 * Errors:     what cannot be marked is copied, as ever.
 */
#ifndef RUNG_DONTFORK_H
#define RUNG_DONTFORK_H

#include <stdbool.h>
#include <stddef.h>

enum dontfork {
	DONTFORK_TABLE,
	DONTFORK_STACK,		/* of the handlers of faults */
	DONTFORK_COUNT,
};

void dontfork_set(enum dontfork which, void *memory, size_t size);
/*
 * Copies made from now on have all of it, until dontfork_restore().  False, with errno: they would not.  In a
 * process that init has started, and that has no such memory, nothing happens.
 */
bool dontfork_lift(void);
void dontfork_restore(void);

#endif
