/*
 * act.h - what the level does with one child: a step of its life under the conditions of now.
 *
 * Start:    a child that has come down is started again at once if the level wants it and the start pass has
 *           passed it; if not, its death goes to the records.
 * Messages: the first child of a level change that has to be killed is said, for all of them.
 */
#ifndef RUNG_ACT_H
#define RUNG_ACT_H

#include "child.h"

void act_step(struct child *c, enum child_event event, msec_t now);
/* Has the start pass passed c, or does c not depend on it? */
bool act_may_start(const struct child *c);
/* c has just come down, or was looked at: start it again if it is wanted, else have its death recorded. */
void act_consider(struct child *c, msec_t now);
/* Who does not belong to the level will be stopped now: a kill is worth a message again. */
void act_begin_stop(void);

#endif
