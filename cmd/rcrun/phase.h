/*
 * phase.h - the links of a level that are run together, all K or all S: which of them, and after whom.
 *
 * phase_read() looks at files; phase_put_in_order() does not, it makes the graph.
 * Ownership:  phase_free() frees all of it.
 * Errors:     what cannot be read is told by warn(), and left out; there is always a phase, if an empty one.
 */
#ifndef CMD_RCRUN_PHASE_H
#define CMD_RCRUN_PHASE_H

#include <stdbool.h>
#include <stddef.h>

#include "../scripts.h"
#include "story.h"

/* Word, symbol: the one place a rule or an order is defined. */
#define PHASE_SKIPS(X)			\
	X("classic", SKIP_CLASSIC)	\
	X("none", SKIP_NONE)		\
	X("names", SKIP_NAMES)		\
	X("locks", SKIP_LOCKS)
/* Each as soon as what it needs has ended; those of one number at once; one after the other */
#define PHASE_ORDERS(X)			\
	X("needs", ORDER_NEEDS)		\
	X("number", ORDER_NUMBER)	\
	X("one", ORDER_ONE)

#define X(word, symbol) symbol,
enum phase_skip { PHASE_SKIPS(X) };
enum phase_order { PHASE_ORDERS(X) };
#undef X

struct level {
	const char *root;	/* in front of all paths, "" for none */
	const char *name, *previous;
	enum phase_skip skip;
	enum phase_order order;
	const char *shutdown_action;	/* of S links in levels 0 and 6 */
	unsigned timeout;		/* seconds, of scripts whose header does not say; 0: none */
	script_warn *warn;
};

struct job {
	char *link;		/* S02cron */
	const char *name;	/* cron, in link */
	char *path;		/* /etc/rc2.d/S02cron, without the root */
	char *file;		/* what is executed by that name; NULL: the same */
	const char *left_out;	/* why it is not run, a word; NULL: it is */
	bool by_shell;		/* it is read, not executed */
	bool at_hand;		/* to execute it takes nothing that has not just been read: the script, and /bin/sh */
	bool interactive;	/* it wants the console, and to be alone */
	unsigned limit;		/* seconds; 0: none */
};

struct phase {
	char letter;		/* K or S */
	const char *action;	/* stop or start */
	struct job *job;	/* in the order of their names */
	size_t jobs, wanted;	/* so many of them are run */
	struct scripts scripts;	/* script n is that of job n */
	struct conf conf;
	struct graph graph;	/* and node n, too */
	bool *passes;		/* of each job: it is not run */
};

void phase_read(struct phase *p, const struct level *l, const struct history *h, char letter);
void phase_put_in_order(struct phase *p, const struct level *l);
/* Who asks for an edge, in the words of a header: "cron: Required-Start: $syslog".  To be freed. */
char *phase_reason(const struct phase *p, const struct graph_edge *e);
void phase_free(struct phase *p);

#endif
