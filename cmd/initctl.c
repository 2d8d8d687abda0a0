/*
 * initctl.c - show where the time of a boot went.
 *
 * It reads what init and the scripts of the levels have left behind, and asks nobody: nothing runs for it.
 *
 * Exit status: 0, or 1 when nothing is known of the boot, a file cannot be read or written, or on wrong usage.
 */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../version.h"
#include "boot/keep.h"
#include "boot/show.h"

static const struct verb {
	const char *name;
	void (*show)(const struct boot *b, const struct boot *before);
	void (*json)(const struct boot *b, const struct boot *before);
} verbs[] = {
	{ "blame", show_blame, show_blame_json },
	{ "chain", show_chain, show_chain_json },
	{ "plot", show_plot, show_plot_json },
	{ "save", NULL, NULL },
	{ NULL, NULL, NULL },
};

static const char *name = "initctl";

static void
usage(FILE *to)
{
	(void)fprintf(to, "Usage: %s blame|chain|plot [--json] [--previous] [FILE]\n       %s save\n", name, name);
}

static void
help(void)
{
	usage(stdout);
	(void)fputs("\n"
		    "  blame       what took how long, slowest first\n"
		    "  chain       the critical path: what waited for what\n"
		    "  plot        a picture, SVG\n"
		    "  save        keep this boot in " KEEP_DIR ", for the next one\n"
		    "  --json      the same for programs\n"
		    "  --previous  compare with the boot before\n"
		    "  FILE        not this boot but one that was kept\n"
		    "  --help      print this\n"
		    "  --version   print the version\n\n"
		    "See initctl(8).\n",
	    stdout);
}

/* Does not return. */
static _Noreturn void
misused(void)
{
	usage(stderr);
	exit(1);
}

static const struct verb *
find_verb(const char *word)
{
	const struct verb *v = verbs;

	while (v->name != NULL && strcmp(v->name, word) != 0)
		v++;
	if (v->name == NULL) {
		(void)fprintf(stderr, "%s: %s: expected blame, chain, plot or save\n", name, word);
		misused();
	}
	return v;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "help", no_argument, NULL, 'h' },
		{ "json", no_argument, NULL, 'j' },
		{ "previous", no_argument, NULL, 'p' },
		{ "version", no_argument, NULL, 'V' },
		{ NULL, 0, NULL, 0 },
	};
	static struct boot now, before;
	bool json = false, compare = false;
	int c;

	while ((c = getopt_long(argc, argv, "h", options, NULL)) != -1)
		switch (c) {
		case 'h': help(); return 0;
		case 'j': json = true; break;
		case 'p': compare = true; break;
		case 'V': (void)printf("%s (rung) %s\n", name, RUNG_VERSION); return 0;
		default: misused();
		}
	if (optind == argc)
		misused();
	const struct verb *verb = find_verb(argv[optind++]);
	bool is_save = verb->show == NULL;
	if (argc - optind > (is_save ? 0 : 1) || (is_save && (json || compare)))
		misused();
	if (is_save) {
		keep_save(name);
		return 0;
	}
	if (optind < argc)
		keep_file(name, argv[optind], &now);
	else
		keep_live(name, &now);
	if (compare)
		keep_previous(name, &before);
	(json ? verb->json : verb->show)(&now, compare ? &before : NULL);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		(void)fprintf(stderr, "%s: standard output: %s\n", name, strerror(errno));
		return 1;
	}
	return 0;
}
