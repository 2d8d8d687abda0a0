/*
 * table.h - the list of children, in processing order, and its indexes.
 *
 * Order:      power and ctrl-alt-del entries first, then file order (inittab(5)); at the end those whose
 *             line has gone but whose process group has not.
 * Indexes:    id, pid, action, deadline: an event costs the same with ten entries and with ten thousand.
 * Memory:     taken by table_merge() and table_resume() alone, built aside and then swapped; struct child *
 *             are valid until the next of these calls.
 * Errors:     0 or a negative errno; then the old table is in place unchanged.
 */
#ifndef RUNG_TABLE_H
#define RUNG_TABLE_H

#include "child.h"
#include "inittab.h"

/*
 * Make the entries of fresh (whose text is fresh->text) the table.  Entries are matched by id with
 * the old ones and carry their live fields over; a bad line keeps the entry it had.  *place is
 * where somebody stood in the old table; it is changed to the same place in the new one, the end to
 * the end, a place that is gone to the beginning.  scratch: table_count() zeros, of no use afterwards.
 */
int table_merge(const struct inittab *fresh, uint32_t *scratch, uint32_t *place);
/* Build the table that an init before us has left in the state. */
int table_resume(void);

uint32_t table_count(void);
struct child *table_child(uint32_t i);
/* The child whose process, or process group while it is stopped, is pid; or NULL. */
struct child *table_by_pid(pid_t pid);
struct child *table_by_id(const char *id, size_t len);
/* Children of one action in list order: the first, the next; NULL: no more. */
struct child *table_first(enum action a);
struct child *table_next(const struct child *c);

/* child_step() with the indexes kept. */
void table_step(struct child *c, enum child_event event, const struct child_conditions *on, msec_t now);
/* child_adopt() with the indexes kept. */
void table_adopt(struct child *c, pid_t pid, msec_t now);
/* A child whose deadline has passed, or NULL. */
struct child *table_due(msec_t now);
/* The earliest deadline, or 0. */
msec_t table_deadline(void);

/* Children, not of action boot, that run, stop or will start by themselves. */
uint32_t table_busy(void);
/* Children that are being stopped. */
uint32_t table_stopping(void);
/* Chains: the few children of which something is to be done.  They are in order of joining. */
enum table_chain {
	CHAIN_OWED,		/* their death is not in the records yet */
	CHAIN_LEADERLESS,	/* they are stopped, their process is dead, their group lives */
	CHAIN_DEVICE,		/* they wait for their device */
	CHAINS = CHILD_LINKS,
};
/* The child after `after` (NULL: the first) in a chain; NULL: no more. */
struct child *table_chain(enum table_chain k, const struct child *after);
uint32_t table_chain_count(enum table_chain k);
void table_owe(struct child *c);
void table_owe_not(struct child *c);

#endif
