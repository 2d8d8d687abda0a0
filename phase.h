/*
 * phase.h - where init is: the bits of level_live.flags (state.h) and its place in the list.
 *
 * They say what the level machine is in the middle of, and outlive an exec of init.
 */
#ifndef RUNG_PHASE_H
#define RUNG_PHASE_H

#include <stdbool.h>

#include "state.h"

/* Bits of level_live.flags. */
enum {
	PHASE_READING    = 1 << 0,	/* the table's files are being read, or will be tried again */
	PHASE_READ_AGAIN = 1 << 1,	/* and once more: there was another request since */
	PHASE_STOPPING   = 1 << 2,	/* the start pass begins when nothing is being stopped any more */
	PHASE_HAS_TABLE  = 1 << 3,
	PHASE_BOOTED     = 1 << 4,	/* the boot entries have run */
	PHASE_EMERGENCY  = 1 << 5,	/* the table is the emergency shell alone */
	PHASE_FROZEN     = 1 << 6,
	PHASE_NO_FIFO    = 1 << 7,
	PHASE_AUTO_BOOT  = 1 << 8,
	PHASE_SAID_EMPTY = 1 << 9,
	PHASE_RAN        = 1 << 10,	/* something was started in this level */
	PHASE_ASKING     = 1 << 11,	/* the level is being asked for on the console */
	PHASE_FROM_MAIN  = 1 << 12,	/* /etc/inittab is a part of the table */
};

static inline int
phase_level(void)
{
	return state_level()->level;
}

static inline bool
phase_is(uint32_t flags)
{
	return (state_level()->flags & flags) != 0;
}

void phase_set(uint32_t flag, bool on);
/* The start pass stands here. */
void phase_set_cursor(uint32_t cursor);

#endif
