/*
 * enable.h - which scripts have links in which levels, and with which numbers: the work of insserv.
 *
 * It takes wishes (enable these, remove those), checks them against the headers of all scripts, numbers
 * everybody anew, and changes links and dependency files.  Nothing is changed when it fails.
 * Messages begin with "insserv: ", on standard error: other programs read them.
 */
#ifndef CMD_ENABLE_H
#define CMD_ENABLE_H

#include <stdbool.h>

struct enable {
	const char *dir;		/* of the scripts; NULL: /etc/init.d */
	const char *conf;		/* NULL: /etc/insserv.conf */
	const char *overrides;		/* NULL: /etc/insserv/overrides */
	const char *depend;		/* directory of the dependency files; NULL: dir */
	const char *root;		/* in front of the defaults; NULL: none */
	bool remove, force, defaults, recursive;
	unsigned to_start, to_stop;	/* levels where links of the named become those of the other kind */
	bool dry, show, verbose, silent;
	char **names;			/* SCRIPT[,start=L,L...][,stop=L,L...], with or without its directory */
	int count;
};

/* The exit status. */
int enable_run(const struct enable *e);

#endif
