/*
 * farm.h - the directories of links, rc0.d to rc6.d and rcS.d: what is in them, and how to change that.
 *
 * A link is a symbolic link by the name of "S" or "K", two digits and the name of a script.  A file by such a name is
 * run like a link; it may be somebody's work, and stays as it is: a copy.
 * Changes are asked for with farm_want() and farm_drop(), and made by farm_apply(), level by level: a new
 * link is made before an old one goes, so that a script is never without one.
 * Errors:  0 or a negative errno; the path is in farm.failed then.
 */
#ifndef CMD_FARM_H
#define CMD_FARM_H

#include <stdbool.h>
#include <stddef.h>

#define FARM_LEVELS 8	/* as LSB_LEVELS: 0 to 6 and S */

struct farm_link {
	unsigned level;		/* index into LSB_LEVELS */
	char kind;		/* S or K */
	unsigned number;
	char *file;		/* the whole name; file + 3 is that of the script */
	bool dangling;
	bool gone;		/* to be removed */
	bool kept;		/* wanted as it is */
};

struct farm_wish {
	unsigned level;
	char kind;
	unsigned number;
	char *name;
};

struct farm {
	char *base;		/* the directory that holds rcN.d */
	struct farm_link *link;		/* sorted by script */
	size_t links;
	struct farm_wish *wish;
	size_t wishes;
	char **copy;			/* their paths */
	size_t copies;
	bool missing[FARM_LEVELS];	/* no such directory */
	char *failed;
};

/*
 * Nobody else changes links until this process ends: wait for who is at it.  root: in front of the file, or NULL; where
 * there is no /run, in a root that is being built, there is no lock.
 */
void farm_lock(const char *root, const char *name);

/* A directory that is missing is empty. */
int farm_read(struct farm *f, const char *base);
/* The links of a script, in order of level; NULL: no more. */
struct farm_link *farm_first(const struct farm *f, const char *name);
struct farm_link *farm_next(const struct farm *f, const struct farm_link *l);
/* The levels in which a script has links of a kind: bits as lsb_levels(). */
unsigned farm_levels(const struct farm *f, const char *name, char kind);

/* Say of each copy of the script that it stays. */
void farm_tell_copies(const struct farm *f, const char *name, void (*say)(const char *fmt, ...));

void farm_want(struct farm *f, unsigned level, char kind, unsigned number, const char *name);
/* All links of the script go, but for those that are wanted. */
void farm_drop(struct farm *f, const char *name);

/* Say what is done: verb is "create", "remove" or "mkdir", path the link or directory. */
typedef void farm_say(const char *verb, const char *path, const char *target);
int farm_apply(struct farm *f, bool dry, farm_say *say);
void farm_free(struct farm *f);

#endif
