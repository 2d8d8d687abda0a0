/*
 * lastresort.h - bring down what is left of a system, when nothing else has: halt --last-resort.
 *
 * Bounds:   each step has one (lastresort.c, *_MS); together less than 40 seconds, after those it is told to
 *           wait first. Whatever could hang is done by a copy of the process, which is given up.
 * Output:   the console, never waited for: what it does not take is lost.
 */
#ifndef CMD_LASTRESORT_H
#define CMD_LASTRESORT_H

/*
 * For seconds let others do it, and tell who is left.  Then: TERM to all processes, KILL, sync, and each file
 * system unmounted or at least read-only.  To be called with the working directory /; changes it.
 */
void lastresort_bring_down(unsigned seconds);

#endif
