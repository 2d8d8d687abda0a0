/*
 * classic.h - the classic init's way of handing its state to its successor, in both directions.
 *
 * Format:   a pipe on descriptor CLASSIC_FD: 8 magic bytes, then lines of a three-letter tag and a value:
 *           VER, -RL -TL -PL -SI -WR -WU -ST -DB, for each entry REC id, LEV FL PID EXS AC CMD, EOR, at
 *           last END.  What a line says is data, never a line more: values end at the newline.
 * Errors:   0 or a negative errno.
 */
#ifndef RUNG_CLASSIC_H
#define RUNG_CLASSIC_H

#include <stdbool.h>

#include "clock.h"
#include "descriptors.h"

/* Is a classic init's state waiting there? */
bool classic_waits(void);
/* Read it into a new state and table; closes the descriptor.  level_take_over() is called. */
int classic_receive(msec_t now);
/* Can the classic hold what runs?  If not, what it cannot hold is named in the log. */
bool classic_can_hold(void);
/* Execute the classic behind descriptor file; returns on failure. */
int classic_hand_over(int file);

#endif
