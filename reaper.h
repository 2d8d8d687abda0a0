/*
 * reaper.h - collects every process that has died, ours or adopted, and hands it to level.c.
 *
 * Cost:     that of one death does not depend on the number of children: the pid that SIGCHLD names
 *           comes first; the sweep for all others, which costs the kernel a look at each child that
 *           lives, follows within SWEEP_MAX_MS (reaper.c).
 */
#ifndef RUNG_REAPER_H
#define RUNG_REAPER_H

#include "clock.h"

/* Call it each turn. */
void reaper_run(msec_t now);
/* After an exec of init, when signals may have been dropped: sweep. */
void reaper_resume(msec_t now);
msec_t reaper_deadline(void);

#endif
