/*
 * recorder.h - when utmp and wtmp are written for what no starting child writes itself.
 *
 * A death whose entry starts again at once is written by the new child, a level's record by whoever starts
 * first in it.  The rest is written together, RECORDER_DELAY_MS later, by a helper (accounting.h).
 */
#ifndef RUNG_RECORDER_H
#define RUNG_RECORDER_H

#include "clock.h"
#include "table.h"

#define RECORDER_DELAY_MS 50

/* c has been dealt with: does it leave a death behind that nobody has recorded? */
void recorder_note(struct child *c, msec_t now);
/* These records (state.h, DUE_*) are due. */
void recorder_due(uint32_t records, msec_t now);
/* After an exec of init: what was due before is not known any more; look. */
void recorder_resume(msec_t now);
/* Start the helper when it is time. */
void recorder_run(msec_t now);
msec_t recorder_deadline(void);

#endif
