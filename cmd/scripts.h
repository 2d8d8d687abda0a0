/*
 * scripts.h - the scripts of a directory with their headers, and the system facilities of insserv.conf.
 *
 * Knows nothing of links: who is enabled is farm.h's, who comes before whom is graph.h's.
 * Ownership:  scripts_free() and conf_free() free all of it.
 * Errors:     what cannot be read is told by warn(), with its file, and left out.
 */
#ifndef CMD_SCRIPTS_H
#define CMD_SCRIPTS_H

#include <stdbool.h>
#include <stddef.h>

#include "graph.h"
#include "lsb.h"

struct script {
	char *name;		/* in its directory */
	char *text;		/* of the file that its header is in ... */
	char *file;		/* ... and its path */
	struct lsb lsb;
	bool executable;
	bool for_sh;		/* it begins with #!/bin/sh */
};

struct scripts {
	struct script *script;	/* as they are in the directory */
	size_t count;
	size_t *by_name;	/* their indexes, sorted */
};

struct script_paths {
	const char *dir;		/* /etc/init.d */
	const char *overrides;		/* /etc/insserv/overrides: headers that take the place of the scripts' */
	const char *vendor_overrides;	/* the same, of packages; looked at second */
	const char *filters;		/* endings of files that are no scripts, one a line */
};

typedef void script_warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* 0, or -errno if the directory cannot be read. */
int scripts_read(struct scripts *s, const struct script_paths *p, script_warn *warn);
/* One more, by this name, from a link in a directory; there is one in any case, if only with an empty text. */
void scripts_add(struct scripts *s, int dir, const char *link, const char *name, const struct script_paths *p,
    script_warn *warn);
/* One alone, without a name; its text is to be freed.  False: it cannot be read. */
bool scripts_read_one(struct script *s, const char *path);
/* NULL: there is none. */
struct script *scripts_find(const struct scripts *s, const char *name);
/* What the header says; a header that is missing says nothing. */
unsigned script_start_levels(const struct script *s);
unsigned script_stop_levels(const struct script *s);
void scripts_free(struct scripts *s);

struct conf {
	struct conf_word { char *name, *member; } *word;	/* "$name member", "<interactive> name" */
	size_t count;
};

/* The file and those of the directory with .d behind its name; none of them need be there. */
void conf_read(struct conf *c, const char *path);
void conf_free(struct conf *c);
/* It wants the console for itself: its header says so, or insserv.conf. */
bool script_interactive(const struct script *s, const struct conf *c);

/*
 * The two graphs; node n is script n, and levels[n] says when it starts and stops.  The key of an edge is the
 * enum lsb_key of the line that asks for it.
 */
struct script_levels {
	unsigned start, stop;
	enum { SCRIPT_OTHER, SCRIPT_NAMED, SCRIPT_LINKED } importance;
};
void scripts_graph_start(struct graph *g, const struct scripts *s, const struct conf *c,
    const struct script_levels *levels);
void scripts_graph_stop(struct graph *g, const struct scripts *s, const struct conf *c,
    const struct script_levels *levels);

#endif
