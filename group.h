/*
 * group.h - who is left of the process groups that are being stopped?
 *
 * kill(2) counts zombies as members, and a zombie whose parent is not init may stay for ever.  A helper
 * (helper.h) that reads /proc finds the groups that hold nothing else and notes that in their slots.
 */
#ifndef RUNG_GROUP_H
#define RUNG_GROUP_H

/* For helper_start(): look at all groups in CHAIN_LEADERLESS. */
int group_look(void *unused);

#endif
