/*
 * runlevel.c - print the previous and the current runlevel.
 *
 * Reads only, and creates nothing.  Exit status: 0, or 1 when nobody knows or on wrong usage.
 */
#include <stdio.h>
#include <string.h>

#include "../version.h"
#include "whichlevel.h"

#define USAGE "Usage: runlevel [UTMPFILE]\n"

int
main(int argc, char **argv)
{
	struct levels l;

	if (argc > 1 && strcmp(argv[1], "--help") == 0) {
		(void)fputs(USAGE, stdout);
		return 0;
	}
	if (argc > 1 && strcmp(argv[1], "--version") == 0) {
		(void)puts("runlevel (rung) " RUNG_VERSION);
		return 0;
	}
	if (argc > 2 || (argc > 1 && argv[1][0] == '-')) {
		(void)fputs(USAGE, stderr);
		return 1;
	}
	if (!whichlevel_utmp(argc > 1 ? argv[1] : UTMP_PATH, &l) && !whichlevel_file(&l)) {
		(void)puts("unknown");
		return 1;
	}
	(void)printf("%c %c\n", l.previous ? l.previous : 'N', l.current);
	return 0;
}
