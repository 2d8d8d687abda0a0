/*
 * insserv - enable and remove the links of init scripts, by the headers of all of them.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../version.h"
#include "enable.h"

static const char usage[] =
	"usage: insserv [OPTION]... [SCRIPT[,start=LEVEL,...][,stop=LEVEL,...]]...\n"
	"       insserv [OPTION]... DIRECTORY\n"
	"  -c, --config FILE      read FILE and FILE.d instead of /etc/insserv.conf\n"
	"  -d, --default          also the levels of the header, whatever links there are\n"
	"  -e, --recursive        enable what the scripts require, too\n"
	"  -f, --force            although something required is missing, or in a loop\n"
	"  -i, --insserv-dir DIR  put the dependency files there\n"
	"  -n, --dry-run          only say what would be done\n"
	"  -o, --override DIR     headers there come first, instead of /etc/insserv/overrides\n"
	"  -p, --path DIR         the scripts are there, instead of /etc/init.d\n"
	"  -q, --silent           no warnings\n"
	"  -r, --remove           remove the links of the scripts\n"
	"  -s, --show-all         print levels and numbers, change nothing\n"
	"  -u, --upstart-job FILE accepted, without effect\n"
	"  -v, --verbose          say what is done\n"
	"  -h, --help             print this\n"
	"      --version          print the version\n";

enum { VERSION = 256 };

static const struct option options[] = {
	{ "config", required_argument, NULL, 'c' },
	{ "default", no_argument, NULL, 'd' },
	{ "recursive", no_argument, NULL, 'e' },
	{ "force", no_argument, NULL, 'f' },
	{ "help", no_argument, NULL, 'h' },
	{ "insserv-dir", required_argument, NULL, 'i' },
	{ "dry-run", no_argument, NULL, 'n' },
	{ "dryrun", no_argument, NULL, 'n' },
	{ "override", required_argument, NULL, 'o' },
	{ "path", required_argument, NULL, 'p' },
	{ "silent", no_argument, NULL, 'q' },
	{ "remove", no_argument, NULL, 'r' },
	{ "show-all", no_argument, NULL, 's' },
	{ "showall", no_argument, NULL, 's' },
	{ "upstart-job", required_argument, NULL, 'u' },
	{ "verbose", no_argument, NULL, 'v' },
	{ "version", no_argument, NULL, VERSION },
	{ NULL, 0, NULL, 0 },
};

int
main(int argc, char **argv)
{
	struct enable e = { 0 };
	int c;

	while ((c = getopt_long(argc, argv, "c:defhi:no:p:qrsu:v", options, NULL)) != -1)
		switch (c) {
		case 'c': e.conf = optarg; break;
		case 'd': e.defaults = true; break;
		case 'e': e.recursive = true; break;
		case 'f': e.force = true; break;
		case 'i': e.depend = optarg; break;
		case 'n': e.dry = true; break;
		case 'o': e.overrides = optarg; break;
		case 'p': e.dir = optarg; break;
		case 'q': e.silent = true; break;
		case 'r': e.remove = true; break;
		case 's': e.show = true; break;
		case 'u': break;
		case 'v': e.verbose = true; break;
		case 'h':
			(void)fputs(usage, stdout);
			return 0;
		case VERSION:
			(void)puts("insserv (rung) " RUNG_VERSION);
			return 0;
		default:
			(void)fputs("insserv: For help use: insserv -h\n", stderr);
			return 1;
		}
	e.names = argv + optind;
	e.count = argc - optind;
	return enable_run(&e);
}
