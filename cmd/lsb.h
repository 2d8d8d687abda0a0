/*
 * lsb.h - the header of an init script: what it provides, what it needs, when it starts.
 *
 * Pure: bytes in, facts and problems out; nothing is copied or allocated.
 * Ownership:  the spans are pieces of the caller's text.
 * Errors:     there are none: a header is whole, broken or missing, and lsb_parse() says which.
 */
#ifndef CMD_LSB_H
#define CMD_LSB_H

#include <stdbool.h>
#include <stddef.h>

#include "../span.h"

/* Keyword, symbol: the one place a keyword is defined. */
#define LSB_KEYS(X)						\
	X("Provides", LSB_PROVIDES)				\
	X("Required-Start", LSB_REQUIRED_START)			\
	X("Required-Stop", LSB_REQUIRED_STOP)			\
	X("Default-Start", LSB_DEFAULT_START)			\
	X("Default-Stop", LSB_DEFAULT_STOP)			\
	X("Should-Start", LSB_SHOULD_START)			\
	X("Should-Stop", LSB_SHOULD_STOP)			\
	X("X-Start-Before", LSB_START_BEFORE)			\
	X("X-Stop-After", LSB_STOP_AFTER)			\
	X("X-Interactive", LSB_INTERACTIVE)			\
	X("X-Timeout", LSB_TIMEOUT)				\
	X("Short-Description", LSB_SHORT_DESCRIPTION)		\
	X("Description", LSB_DESCRIPTION)

#define X(word, symbol) symbol,
enum lsb_key { LSB_KEYS(X) LSB_KEY_COUNT };
#undef X
#define LSB_NEEDED_KEYS 5	/* the first so many must be there, if only empty */

enum lsb_state { LSB_MISSING, LSB_BROKEN, LSB_WHOLE };	/* broken: it has no end */

struct lsb {
	enum lsb_state state;
	unsigned keys;				/* a bit for each that is there */
	struct span value[LSB_KEY_COUNT];	/* without blanks around it; the first of each counts */
	unsigned line[LSB_KEY_COUNT];		/* where it is, from 1 */
	unsigned begin;				/* line of the begin of the header */
	bool openrc;				/* the script is for openrc-run */
	/* "# chkconfig: LEVELS START STOP", anywhere in the script; levels may be "-" */
	bool has_chkconfig;
	struct span chkconfig_levels, description;
	unsigned char chkconfig_start, chkconfig_stop;
};

/* Levels: a bit for each. */
#define LSB_LEVELS "0123456S"
#define LSB_LEVEL_S (1u << 7)

/* The bit of a level, or 0; s, b and B are S. */
unsigned lsb_level(char c);
/* Those of a list; a word of more than one letter is none. */
unsigned lsb_levels(const char *text, struct span list);
/* Take the next word of a list off its front: false at its end. */
bool lsb_word(const char *text, struct span *list, struct span *word);
const char *lsb_key_name(enum lsb_key key);
static inline bool
lsb_has(const struct lsb *h, enum lsb_key key)
{
	return h->keys >> key & 1;
}

void lsb_parse(struct lsb *h, const char *text, size_t len);

/* What is no error of the grammar, and still not what its author meant. */
struct lsb_doubt {
	enum { LSB_UNKNOWN_KEYWORD, LSB_NO_LEVEL } kind;
	unsigned line, column;	/* from 1 */
	struct span word;
	const char *meant;	/* a keyword */
};
typedef void lsb_report(const struct lsb_doubt *d, void *arg);
/* Call report() for each in the header h of text, line by line. */
void lsb_doubts(const struct lsb *h, const char *text, size_t len, lsb_report *report, void *arg);

#endif
