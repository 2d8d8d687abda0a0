/*
 * journal.h - what happened in a boot, as lines of text; pure.
 *
 * Two write it: the program that runs a level's scripts, into /run/rc/journal, and `initctl save`, which adds what
 * init's own state tells and keeps both for the next boot.  Both read it, and rcrun what it has itself written before.
 *
 * Line:      TIME WORD FIELD..., one blank between two; TIME is CLOCK_BOOTTIME in microseconds.  JOURNAL_WORDS has the
 *            words and their fields.
 * Field:     `-' where nothing is told; blanks, commas, backslashes and control characters as in /proc/mounts, \\ooo.
 * Reading:   lines with another word, with a bad or missing field, or without their end are left out.  Names are as they
 *            were, whatever is in them: boot/shown.h makes them fit to be shown.
 * Ownership: strings are pieces of the text, which has to live as long as its journal.
 */
#ifndef CMD_JOURNAL_H
#define CMD_JOURNAL_H

#include <stddef.h>
#include <stdio.h>

#include "../clock.h"

/*
 * Word, symbol, fields (a letter each, see journal.c), how many of them there must be, at least.
 * The first five are the level's; the others come from init.
 */
#define JOURNAL_WORDS(X)								\
	X("level",   JOURNAL_LEVEL,   "LP",       1)	/* a run of its scripts begins */	\
	X("start",   JOURNAL_START,   "napfk",    3)	/* a script */			\
	X("end",     JOURNAL_END,     "napsuymd", 4)					\
	X("skip",    JOURNAL_SKIP,    "nar",      2)					\
	X("done",    JOURNAL_DONE,    "L",        1)	/* the run of that level is over */	\
	X("boot",    JOURNAL_BOOT,    "ioHV",     1)	/* which boot this is; first of all */	\
	X("enter",   JOURNAL_ENTER,   "L",        1)	/* init enters a level, # and * too */	\
	X("settled", JOURNAL_SETTLED, "L",        1)	/* it has started all of it */	\
	X("entry",   JOURNAL_ENTRY,   "napc",     3)	/* a process of a line of the table */	\
	X("died",    JOURNAL_DIED,    "nps",      3)					\
	X("exec",    JOURNAL_EXEC,    "",         0)	/* init executed itself */	\
	X("crash",   JOURNAL_CRASH,   "s",        1)	/* and this is why */	\
	X("lost",    JOURNAL_LOST,    "N",        1)	/* so many events behind it: init has not kept them */

enum journal_word {
#define X(word, symbol, fields, least) symbol,
	JOURNAL_WORDS(X)
#undef X
	JOURNAL_WORD_COUNT,
};

struct journal_event {
	usec_t time;
	enum journal_word word;
	char level, previous;		/* 0: not told */
	const char *name;		/* of the script, or id of the line */
	const char *action;		/* start, stop; an action of inittab(5) */
	const char *after;		/* the script whose end let it start; NULL: none */
	const char *link;
	const char *needed;		/* separated by commas, each to be unescaped; NULL: nothing */
	const char *reason, *command;
	const char *id, *host, *release;	/* of the boot */
	long long pid, status;		/* 128 + signal, as a shell has it */
	long long user, system;		/* us of processor time; -1: not told */
	long long memory;		/* KiB; -1: not told */
	long long real;			/* seconds since 1970 at the time 0 */
	long long lost;			/* events */
};

struct journal {
	struct journal_event *event;
	size_t count;
	size_t cut;			/* lines that begin as they should and do not go on so */
};

/* An event of that word, nothing told; the caller fills it in. */
struct journal_event *journal_add(struct journal *j, usec_t time, enum journal_word word);
/* A name as it is in a journal, without blanks; to be freed. */
char *journal_escape(const char *name);
/* And as it was, in place. */
char *journal_unescape(char *text);
/* Add the lines of a text, which is used up. */
void journal_parse(struct journal *j, char *text, size_t len);
/* Put other strings into the places of an event's. */
void journal_each_string(struct journal_event *e, char *(*change)(const char *text, size_t len));
/* By time; what happened at the same time stays in order. */
void journal_sort(struct journal *j);
void journal_print(const struct journal *j, FILE *to);
void journal_free(struct journal *j);

#endif
