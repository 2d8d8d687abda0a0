/*
 * child.h - the life of one CHILD: start, exit, stop, hold.
 *
 * A life:     a line of the table is DOWN until the level wants it, then UP, a process in a session and
 *             process group of its own.  When it ends by itself it is DOWN again.  When it is not
 *             wanted any more it is ASKED (TERM, or its option stop=), after the grace time KILLED, and
 *             2 s after that STUCK, which is said and stepped over; it is DOWN once its process group is
 *             empty, not before.  What cannot start right now is HELD until a deadline or an event.
 * State:      child_step() alone changes the live fields, by the table of rules in child.c; they are in
 *             the child's slot of the state file (state.h).
 * Units:      msec_t, see clock.h.
 * Ownership:  children belong to the table (table.h), strings to the state's text.
 * Errors:     none; nothing here exits, blocks or allocates.
 */
#ifndef RUNG_CHILD_H
#define RUNG_CHILD_H

#include <stdbool.h>

#include "clock.h"
#include "inittab.h"
#include "state.h"

enum child_state { CH_DOWN, CH_UP, CH_ASKED, CH_KILLED, CH_STUCK, CH_HELD, CH_STATES };

enum child_event {
	EV_WANTED,	/* the level wants it to run */
	EV_UNWANTED,	/* it does not */
	EV_EXITED,	/* its process has died */
	EV_REFUSED,	/* the same, and it had not become its program: quick.h */
	EV_LOOK,	/* somebody died: is its process group empty now? */
	EV_DEADLINE,	/* its deadline has passed, or what it was held for is over */
	CH_EVENTS,
};

/* What a HELD child waits for. */
enum child_held {
	HELD_FAST,	/* respawned too fast: some minutes */
	HELD_DELAY,	/* the pause of its option respawn= */
	HELD_FORK,	/* no process could be made */
	HELD_DEVICE,	/* its device is not there */
	HELD_PAUSE,	/* single-user mode begins again at once: one second */
	HELD_GIVEN_UP,	/* its option respawn= says so: until the next re-read or level */
};

/* Bits of child_live.flags. */
enum {
	CHILD_RAN = 1,		/* executed once; the level clears it (inittab(5)) */
	CHILD_ON_DEMAND = 2,	/* asked for by a class a, b or c */
	CHILD_LEADERLESS = 4,	/* stopping: its process is dead, others of its group live */
	CHILD_GONE = 8,		/* its line has left the table */
	CHILD_CHANGED = 16,	/* its action changed while it ran: it must end first */
};

#define CHILD_LINKS 3	/* chains a table has */

struct child {
	struct inittab_entry e;
	uint32_t slot;		/* its place in the table */
	uint32_t by_action;	/* the next of its action: place + 1, 0: end */
	uint32_t link[CHILD_LINKS];	/* in the table's chains, and which it is in: one bit each */
	uint32_t heap;		/* place + 1 in the heap of deadlines, 0: none */
	uint8_t chained;
	bool seen;		/* for helpers, in their own copy */
	pid_t told;		/* what a helper is told of: the death to record, the group to look at */
};

/* What level and console mean for a start; set by act.c. */
struct child_conditions {
	int level;		/* # * S 0-9 */
	uint32_t grace_ms;
	bool frozen;
};

static inline const struct child_live *
child_live(const struct child *c)
{
	return state_live(c->slot);
}

static inline unsigned
child_traits(const struct child *c)
{
	return inittab_action_traits((enum action)c->e.action);
}

/* Is a process or group of c around? */
bool child_is_up(const struct child *c);
/* Is c being stopped, and does a level change wait for it? */
bool child_is_stopping(const struct child *c);

void child_step(struct child *c, enum child_event event, const struct child_conditions *on, msec_t now);
/* Its process has ended so, as waitid(2) tells it; call it before child_step(EV_EXITED or EV_REFUSED). */
void child_note_exit(struct child *c, const siginfo_t *death);
/* Its process is pid: found after an exec of init, started just before. */
void child_adopt(struct child *c, pid_t pid, msec_t now);
/* The errno with which its last process could not open its device, or 0. */
int child_missing_device(const struct child *c);
/* Its death is in wtmp now. */
void child_paid(struct child *c);
void child_set_flags(struct child *c, uint8_t set, uint8_t clear);
/* Forget what is known of too fast respawns. */
void child_forgive(struct child *c);

/* For tests: what a state does at an event, by name. */
const char *child_rule(enum child_state s, enum child_event e);

#endif
