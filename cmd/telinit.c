/*
 * telinit.c - tell init what to do: change the runlevel, read the table again, set variables.
 *
 * Also all that `init` does for people: called by anyone but PID 1, init executes this.
 *
 * Exit status: 0 when the request was handed over (it is not waited for); 1 when it was not; of
 *           --check: 0, 1 (warnings) or 2 (errors).
 */
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../options.h"
#include "../paths.h"
#include "../version.h"
#include "check.h"
#include "tell.h"

#define LETTERS "0123456789SsQqAaBbCcUu"
#define PREFIX "INIT_"	/* of the names of variables */

static const char *name;

static void
usage(FILE *to)
{
	(void)fprintf(to, "Usage: %s {-e VAR[=VAL] | [-t SECONDS] "
	    "{0|1|2|3|4|5|6|S|s|Q|q|A|a|B|b|C|c|U|u}}\n", name);
}

static void
help(void)
{
	usage(stdout);
	(void)printf("       %s --check [FILE]\n\n"
	    "  0-9, S       change to that runlevel\n"
	    "  Q            read " PATH_INITTAB " again\n"
	    "  A, B, C      start the entries of that on-demand class\n"
	    "  U            execute init again, without touching what runs\n"
	    "  -t SECONDS   time between TERM and KILL, 3 by default\n"
	    "  -e VAR=VAL   set VAR, -e VAR: remove it; its name must begin with INIT_\n"
	    "  --check      look for mistakes in FILE, or in " PATH_INITTAB " and " PATH_INITTAB_D "\n"
	    "  --version    print the version\n"
	    "  --help       print this\n\n"
	    "See telinit(8) and inittab(5).\n", name);
}

/* Long options first: they go for anyone, and getopt(3) knows the short ones. */
static int
long_option(int argc, char **argv, bool *done)
{
	*done = true;
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "--check") == 0)
			return i == 1 && argc <= 3 ? check_main(name, argv[2]) : (usage(stderr), 1);
	if (argc == 2 && strcmp(argv[1], "--help") == 0) {
		help();
		return 0;
	}
	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		(void)puts("SysV init version: " CLASSIC_VERSION "\n\nrung " RUNG_VERSION);
		return 0;
	}
	*done = false;
	return 0;
}

static int
parse(int argc, char **argv, struct initctl_request *r)
{
	uint32_t seconds;
	int c;

	opterr = 0;
	while ((c = getopt(argc, argv, "e:t:")) != -1)
		switch (c) {
		case 'e':
			if (strncmp(optarg, PREFIX, strlen(PREFIX)) != 0)
				(void)fprintf(stderr, "%s: -e %s: init ignores it: expected a name that begins with " PREFIX "\n",
				    name, optarg);
			if (!tell_variable(r, optarg)) {
				(void)fprintf(stderr, "%s: -e option data too large\n", name);
				return 1;
			}
			break;
		case 't':
			if (!options_number(optarg, strlen(optarg), INITCTL_SECONDS_MAX, &seconds)) {
				(void)fprintf(stderr, "%s: -t %s: expected seconds, 0 to %d\n", name, optarg,
				    INITCTL_SECONDS_MAX);
				return 1;
			}
			r->sleeptime = (int32_t)seconds;
			break;
		default:
			usage(stderr);
			return 1;
		}
	if (r->command == INITCTL_SETENV && optind == argc)
		return 0;
	if (r->command == INITCTL_SETENV || optind + 1 != argc || strlen(argv[optind]) != 1 ||
	    strchr(LETTERS, argv[optind][0]) == NULL) {
		usage(stderr);
		return 1;
	}
	r->runlevel = argv[optind][0];
	return 0;
}

int
main(int argc, char **argv)
{
	struct initctl_request r = tell_level(0, INITCTL_SECONDS);
	bool done;
	int err;

	if (argc < 1)
		return 1;
	name = strrchr(argv[0], '/') != NULL ? strrchr(argv[0], '/') + 1 : argv[0];
	int status = long_option(argc, argv, &done);
	if (done)
		return status;
	if (geteuid() != 0) {
		(void)fprintf(stderr, "%s: must be superuser.\n", name);
		return 1;
	}
	if (parse(argc, argv, &r) != 0)
		return 1;
	if (r.runlevel == 'q' || r.runlevel == 'Q')
		check_before_reload(name);
	(void)chdir("/");
	(void)signal(SIGPIPE, SIG_IGN);
	err = tell_init(&r, 1);
	if (err < 0)
		tell_complain(name, err);
	return err < 0;
}
