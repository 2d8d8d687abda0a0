/*
 * options.h - the options of an entry's action field: their grammar and the one table of them.
 *
 * Grammar:  name or name=value, separated by commas; in a value %3a is a colon, %2c a comma, %25
 *           a per cent sign, as fstab(5) quotes blanks.
 * Pure:     as inittab.h.
 * Adding:   a field in struct options and a row in options_table[]; --check, the manual's test and
 *           completion read that table.
 */
#ifndef RUNG_OPTIONS_H
#define RUNG_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "span.h"

#define OPTIONS_UNSET ((uint32_t)-1)

struct options {
	uint32_t grace_ms;	/* TERM, then this long, then KILL; OPTIONS_UNSET: init's */
	uint32_t stop_signal;	/* instead of SIGTERM */
	uint32_t limit_ms;	/* how long it may run; 0: no limit */
	struct {		/* respawn=: seconds, seconds, number */
		uint32_t threshold, delay, retries;	/* threshold OPTIONS_UNSET: the classic rule */
	} respawn;
	struct span tty;	/* device below /dev, as written; empty: none */
	bool nolog;
};

extern const struct options options_default;

struct option_row {
	const char *name;
	const char *value;	/* what it takes, for people; NULL: nothing */
	const char *help;
	/* Read the value at text[v] into o; return NULL or what was expected. */
	const char *(*set)(struct options *o, const char *text, struct span v);
};

/* Ends with a row whose name is NULL. */
extern const struct option_row options_table[];

/*
 * Read the options at text[where] into o, which the caller has set to options_default.
 * Return true, or false with the bad word in *word and the reason in why[size].
 */
bool options_parse(struct options *o, const char *text, struct span where,
    struct span *word, char *why, size_t size);
/*
 * Copy the value at text[v] to buf with its quoting undone, NUL-terminated.  False: it does not fit,
 * is quoted wrongly, or holds a NUL.
 */
bool options_decode(const char *text, struct span v, char *buf, size_t size);
/* Read a decimal number of at most max; false: it is none. */
bool options_number(const char *s, size_t len, uint32_t max, uint32_t *value);
/* A signal by name ("TERM", "SIGTERM", any case) or number; 0: none. */
int options_signal(const char *s, size_t len);

#endif
