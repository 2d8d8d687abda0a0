/*
 * ending.h - levels 0 and 6 come to an end, whatever hangs.
 *
 * Who ends:  the level's entries (rc 0, rc 6) bring the system down; the last script stops the machine. If the
 *            machine still runs when all of them are through, or ENDING_AFTER_KILL_MS after killall5(8) told
 *            that it had killed what was left, `halt --last-resort` does what can still be done (halt(8)). It has
 *            ENDING_RESORT_MS for that; then init asks the kernel itself.
 * State:     in the state file (level_live.ending, .ends): an exec or a crash of init changes nothing.
 * Container: where the kernel does not let this process 1 stop anything, and it is not process 1 of the machine,
 *            its exit is the end of the system.
 * Errors:    none to handle: what fails is tried again.
 */
#ifndef RUNG_ENDING_H
#define RUNG_ENDING_H

#include "clock.h"

#define ENDING_AFTER_KILL_MS 90000
#define ENDING_RESORT_MS 45000

/* The entries of the level are through; what was killed is what they had not stopped. */
void ending_begin(msec_t now);
void ending_killed(msec_t now);
/* It is another level's turn. */
void ending_cancel(void);
/* The helper HELPER_ENDING has ended. */
void ending_answered(int answer, msec_t now);
/* Do what is due. */
void ending_run(msec_t now);
msec_t ending_deadline(void);

#endif
