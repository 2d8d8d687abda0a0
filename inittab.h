/*
 * inittab.h - the text of the table, read into plain entries.
 *
 * Pure:       bytes in, entries and problems out.  No file, no process, no clock; telinit --check
 *             and the fuzzers use it as PID 1 does.
 * Grammar:    inittab(5): id:levels:action[,option[=value]]...:process
 * Text:       entries point into the text by offset (struct span, bytes); it must outlive them.
 * Memory:     the caller's: inittab_begin() tells how much, inittab_use() divides it.
 * Errors:     a bad line is reported through the callback with its number and the bad word and
 *             kept as an entry with `bad` set if its id is known, so that a caller with an older
 *             table can keep the line it had.  Callers skip such entries otherwise.
 */
#ifndef RUNG_INITTAB_H
#define RUNG_INITTAB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "options.h"
#include "span.h"

/* When an entry runs and how: see the table in inittab.c and inittab(5). */
enum trait {
	RESTART = 1 << 0,	/* starts again whenever it ends */
	WAITED  = 1 << 1,	/* what stands behind it waits for its end */
	EVENT   = 1 << 2,	/* starts when its event fires, not when its level comes */
	FRONT   = 1 << 3,	/* stands at the front of the list, before all others */
	NO_RUN  = 1 << 4,	/* never starts anything */
};

/* inittab word, symbol, traits: the one place where an action is defined. */
#define INITTAB_ACTIONS(X)							\
	X("respawn",      ACT_RESPAWN,      RESTART)				\
	X("wait",         ACT_WAIT,         WAITED)				\
	X("once",         ACT_ONCE,         0)					\
	X("boot",         ACT_BOOT,         0)					\
	X("bootwait",     ACT_BOOTWAIT,     WAITED)				\
	X("sysinit",      ACT_SYSINIT,      WAITED)				\
	X("powerfail",    ACT_POWERFAIL,    EVENT | FRONT)			\
	X("powerwait",    ACT_POWERWAIT,    EVENT | FRONT | WAITED)		\
	X("powerfailnow", ACT_POWERFAILNOW, EVENT | FRONT | WAITED)		\
	X("powerokwait",  ACT_POWEROKWAIT,  EVENT | FRONT | WAITED)		\
	X("ctrlaltdel",   ACT_CTRLALTDEL,   EVENT | FRONT | WAITED)		\
	X("kbrequest",    ACT_KBREQUEST,    EVENT)				\
	X("ondemand",     ACT_ONDEMAND,     RESTART)				\
	X("initdefault",  ACT_INITDEFAULT,  NO_RUN)				\
	X("off",          ACT_OFF,          NO_RUN)

#define X(word, symbol, traits) symbol,
enum action { INITTAB_ACTIONS(X) ACT_COUNT };
#undef X

const char *inittab_action_word(enum action a);
unsigned inittab_action_traits(enum action a);
/* The action named like the len bytes at word in any case, or ACT_COUNT. */
enum action inittab_action(const char *word, size_t len);

/* A set of levels: one bit each. */
typedef uint16_t levels_t;
#define LEVELS_ALL ((levels_t)0x3ff)	/* 0 to 9 */
#define LEVEL_SYSINIT '#'		/* before the boot entries */
#define LEVEL_BOOT '*'			/* while they run */

/* The bit of a level character (0-9 S s A-C a-c # *), or 0. */
levels_t inittab_level(int c);

struct inittab_entry {
	struct span line;	/* all of it, without the newline */
	struct span id, levels, process;	/* process: without its prefixes */
	levels_t mask;
	uint8_t action;
	bool no_utmp:1, no_shell:1;	/* prefixes + and @ */
	bool bad:1;		/* had a problem: see above */
	uint32_t hash, next;	/* of its id, and in the chain of that hash */
	uint32_t old;		/* of table_merge(): place + 1 in the table that was, 0: none */
	const struct options *options;
};

enum inittab_kind {
	BAD_ID, BAD_LEVELS, BAD_PROCESS, NO_ACTION, BAD_ACTION, BAD_OPTION, BAD_DUPLICATE, BAD_BYTE,
};

struct inittab_problem {
	enum inittab_kind kind;
	const char *file;
	unsigned line;		/* from 1 */
	struct span text;	/* the line */
	struct span word;	/* the part that is wrong; where something is missing, its place */
	char message[160];	/* the classic wording: what is wrong */
};
typedef void inittab_report(const struct inittab_problem *p, const char *text, void *arg);

struct inittab {
	const char *text;
	struct inittab_entry *entries;
	uint32_t count, room;
	struct options *options;
	uint32_t options_count, options_room;
	uint32_t *heads, heads_mask;	/* hash of ids */
};

#define INITTAB_NONE ((uint32_t)-1)

/* Prepare t for text[0..len); return how many bytes its entries can need at most. */
size_t inittab_begin(struct inittab *t, const char *text, size_t len);
/* Give it as many, all zero. */
void inittab_use(struct inittab *t, void *memory);
/* Add the lines of one file, which stand at `where` in the text. */
void inittab_parse(struct inittab *t, const char *file, struct span where,
    inittab_report *report, void *arg);
/* The entry after `from` (INITTAB_NONE: the first) with that id, or INITTAB_NONE. */
uint32_t inittab_find(const struct inittab *t, const char *id, size_t len, uint32_t from);
/*
 * What stands for the levels field where it does not count, or is empty: the classic's scripts and its state get
 * that.  NULL: the field counts.
 */
const char *inittab_implied_levels(const struct inittab_entry *e);
/* Does any entry run something in level S? */
bool inittab_has_single(const struct inittab *t);
/*
 * The level named by the first initdefault entry, or 0.  *bad is the character that is no
 * level, if that is why.
 */
int inittab_default(const struct inittab_entry *e, const char *text, int *bad);

/*
 * The device below /dev that must work before the entry can run: its option tty=, or the line that a
 * getty's arguments name (console, tty*, hvc*).  False: none.
 */
bool inittab_device(const struct inittab_entry *e, const char *text, char *buf, size_t size);

uint32_t inittab_hash(const char *s, size_t len);

#endif
