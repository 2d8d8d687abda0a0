/*
 * state.h - what outlives exec: the accepted table, and the live fields of the level and of every
 * child, in one shared memory file.
 *
 * The file:   a memfd (memfd_create(2)) or, where the kernel has none, an unlinked file in /run; open
 *             as descriptor STATE_FD, close-on-exec but for an exec of init itself, mapped shared.
 *             It is allocated, then sealed, then mapped: touching it cannot raise SIGBUS.  Where
 *             neither kind of file can be had the memory is anonymous and nothing survives.
 * Layout:     struct state_header, the slots (one a child, in table order), the text.
 * Writing:    PID 1 alone changes the fields that come in pairs: state_edit() hands out the idle copy,
 *             filled from the current one; state_commit() makes it the current one with one store.
 *             A crash between the two leaves the old copy whole.
 * Others:     the kernel writes `born` (clone(2), CLONE_PARENT_SETTID) and `death` (waitid(2));
 *             signal handlers `signals` and `died`; a child before its exec, and helpers, `zombies`, `recorded`,
 *             `utmp_at` and `records_due`; all atomically.
 * Ownership:  the mapping is replaced at each table read; pointers into it live until then.
 * Errors:     0 or a negative errno.
 */
#ifndef RUNG_STATE_H
#define RUNG_STATE_H

#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "clock.h"
#include "descriptors.h"

#define STATE_VERSION 1
#define STATE_VERSION_TEXT "1"
#define STATE_MAGIC "rung\r\n\x1a"	/* 8 bytes with the NUL: text tools would damage it visibly */

/* The live fields of a child; child.c tells what they mean. */
struct child_live {
	pid_t pid;		/* process and process group, or 0 */
	pid_t owed;		/* whose death wtmp has not been told yet, or 0 */
	uint8_t state, held, flags, lockouts;
	uint32_t count;		/* starts in the window, or short runs in a row */
	uint32_t step;		/* ms to the next look, doubling */
	int32_t status;		/* of the last exit, as waitid(2) tells it: code and status */
	msec_t deadline, limit, window, started;
	uint32_t unused, check;
};

/* The live fields of the level; phase.h tells what its bits mean. */
struct level_live {
	uint8_t level, runlevel, previous, chosen;
	uint32_t flags;
	uint32_t grace_ms;
	uint32_t cursor;
	uint16_t classes, demanded;	/* asked for; of them, those that did not wait for the table */
	uint32_t ending;		/* ending.c's stage */
	struct {
		pid_t pid;
		msec_t deadline;
	} helper[7];
	msec_t retry, step;
	msec_t ends;			/* when the last resort begins */
	uint32_t unused2, check;
};

struct state_slot {
	_Atomic uint32_t current;	/* which copy is valid */
	pid_t born;			/* by the kernel, at clone */
	_Atomic pid_t zombies;		/* the process group that was found to hold zombies only */
	_Atomic uint32_t utmp_at;	/* record number of its id in utmp, plus 1; 0: unknown */
	_Atomic pid_t recorded;		/* whose death is in wtmp, or about to be written there */
	/*
	 * The index of pids, table.c's: place + 1 of the first in the chain that has the number of this slot, and of
	 * the next in the chain that this slot is in.  Nobody reads them after an exec; here they cost no copy of a page
	 * for each start, as private memory would.
	 */
	uint32_t pid_first, pid_next;
	struct child_live copy[2];
};

#define STATE_ENV_MAX 4096	/* bytes of NAME=VALUE strings, each with its NUL */

struct state_env {
	uint32_t used;
	char text[STATE_ENV_MAX];
	uint32_t check;
};

#define STATE_LIMITS 16			/* of getrlimit(2), on all machines */
#define STATE_UNKNOWN INT32_MIN		/* oom_score_adj could not be read */

/* Records that are due but not written yet: bits of records_due. */
enum { DUE_UTMP_BOOT = 1, DUE_WTMP_BOOT = 2, DUE_UTMP_LEVEL = 4, DUE_WTMP_LEVEL = 8 };

/* Where things are and how large: a state of another version is read by this. */
struct state_layout {
	uint32_t common_at, common_size;	/* the fields of the header that are no pairs */
	uint32_t level_at, level_size;		/* pairs: two copies, each with its check at its end */
	uint32_t env_at, env_size;
	uint32_t header_size, slot_size, copy_at, live_size;
};

/*
 * What happened, appended by child.c and level.c alone.  The first events stay as long as the system runs, so that no
 * storm of restarts hides the boot; behind them is a ring of the newest.  Read by root as /proc/1/fd/9, without asking
 * init: an event is whole before `events` counts it.
 */
struct state_event {
	usec_t time;		/* clock_uptime() */
	int32_t pid, status;
	uint16_t kind;
	char id[14];			/* cut, no NUL if full */
};
#define STATE_EVENTS_KEPT 256	/* pages that no event has come to are not in memory */
#define STATE_EVENTS_RING 256
#define STATE_EVENTS (STATE_EVENTS_KEPT + STATE_EVENTS_RING)
/* Word, symbol; pid and status as told. */
#define STATE_EVENT_KINDS(X)						\
	X("?",       EVENT_NONE)					\
	X("started", EVENT_STARTED)	/* pid; status: its action */	\
	X("died",    EVENT_DIED)	/* status: child_live.status */	\
	X("asked",   EVENT_ASKED)	/* told to end */		\
	X("killed",  EVENT_KILLED)					\
	X("stuck",   EVENT_STUCK)					\
	X("held",    EVENT_HELD)	/* status: enum child_held */	\
	X("level",   EVENT_LEVEL)	/* begins; status: its character */ \
	X("crash",   EVENT_CRASH)	/* of init; status: signal */	\
	X("exec",    EVENT_EXEC)	/* init was executed again */	\
	X("settled", EVENT_SETTLED)	/* all that the level starts has been started; status: its character */

#define X(word, symbol) symbol,
enum state_event_kind { STATE_EVENT_KINDS(X) };

/* Where the n-th event is, or was. */
static inline uint32_t
state_event_at(uint32_t n)
{
	return n < STATE_EVENTS_KEPT ? n : STATE_EVENTS_KEPT + n % STATE_EVENTS_RING;
}
#undef X

/*
 * Fields are only ever appended to a struct here, before its check; one that changes its meaning
 * gets a new name.  That is what makes a state of another version readable.
 */
struct state_header {
	char magic[8];
	uint32_t version;
	struct state_layout layout;
	uint32_t slots, text_len, text_check;
	uint32_t check;			/* of the fields above */

	_Atomic uint32_t records_due;	/* the common fields begin here */
	_Atomic uint32_t signals[2];	/* bit n - 1: signal n came and was not handled yet */
	_Atomic pid_t died;		/* the newest pid that SIGCHLD named, or 0 */
	siginfo_t death;		/* of the process that was reaped last; si_pid 0: dealt with */
	/* What init was started with and its children get: oom score, resource limits. */
	int32_t oom_score_adj;
	struct state_limit {
		uint64_t soft, hard;
	} limit[STATE_LIMITS];
	msec_t booted;			/* when the system started */
	struct {
		uint32_t count;		/* crashes of init since the boot */
		uint32_t in_a_row;	/* without a completed turn of the loop in between */
		int32_t signal;		/* of the newest, until it has been told; else 0 */
		uint64_t address;
	} crash;
	char request[384];		/* read from the FIFO and not yet done; first byte 0: none */
	uint32_t events;		/* how many there were ever */
	_Atomic uint32_t wtmp_waiting;	/* writers of wtmp that took too long, since one ended */

	_Atomic uint32_t level_current, env_current;	/* and end here */
	struct level_live level[2];
	struct state_env env[2];
	struct state_event event[STATE_EVENTS];
};

struct state {
	int fd;			/* -1: anonymous */
	size_t size;
	struct state_header *head;
	struct state_slot *slot;
	char *text;
};

/* The one in use. */
extern struct state state;

/* Build a new one aside: slots and text zero, the header's contents those of the one in use. */
int state_create(struct state *s, uint32_t slots, uint32_t text_len);
/* The same, but its slots begin as those of the one in use, as far as there are any. */
int state_renew(struct state *s, uint32_t slots, uint32_t text_len);
/* Put s in the place of the one in use, which is unmapped. */
void state_swap(struct state *s);
/* Give a new one back unused. */
void state_drop(struct state *s);
/*
 * Take over what an init before us left in file fd (STATE_FD, or a copy of one).  A state of another
 * version is converted as far as it goes; *lost is the number of bytes of it that this version does not
 * know.  A damaged copy of a pair gives way to the other one; a slot with none begins afresh, *bad counts them.
 * -ENOENT: there is nothing; other errors: there is, but it cannot be used.
 */
int state_resume(int fd, uint32_t *lost, uint32_t *bad);
/*
 * The header of what an init before us left on STATE_FD, for a crash before state_resume(); NULL: nothing there.
 * Async-signal-safe.
 */
struct state_header *state_peek(void);
/* Copy the whole state to a new file; a descriptor or -errno. */
int state_copy(void);
/* The state is in STATE_FD's file, for an exec that follows at once; where it was in none, a copy of it is. */
int state_into_file(void);

/* In a new one that is built aside: the live fields of a slot. */
void state_put(struct state *s, uint32_t slot, const struct child_live *l);

const struct child_live *state_live(uint32_t slot);
struct child_live *state_edit(uint32_t slot);
void state_commit(uint32_t slot);

void state_event(enum state_event_kind kind, const char *id, size_t id_len, pid_t pid, int status);

const struct level_live *state_level(void);
struct level_live *state_level_edit(void);
void state_level_commit(void);

const struct state_env *state_env(void);
struct state_env *state_env_edit(void);
void state_env_commit(void);

#endif
