/*
 * readbootlog.c - print the log that bootlogd has written, without what drives terminals.
 *
 * Exit status: 0, or 1 when it cannot be read, or on wrong usage.
 */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../version.h"
#include "plain.h"

#define LOG_DEFAULT "/var/log/boot"

static void
usage(FILE *to)
{
	(void)fputs("Usage: readbootlog [-h] [-f FILE]\n", to);
}

static void
help(void)
{
	usage(stdout);
	(void)fputs("  -f  the log, by default " LOG_DEFAULT "\n"
		    "  -h  print this, as --help\n"
		    "  --version  print the version\n",
	    stdout);
}

static int
print_plain(const char *path)
{
	enum plain_state state = PLAIN_TEXT;
	FILE *f = fopen(path, "re");
	int c, failed;

	if (!f) {
		(void)fprintf(stderr, "readbootlog: %s: %s\n", path, strerror(errno));
		return 1;
	}
	while ((c = getc(f)) != EOF)
		if (plain_keeps(&state, (unsigned char)c))
			(void)putchar(c);
	failed = ferror(f);
	if (failed)
		(void)fprintf(stderr, "readbootlog: %s: %s\n", path, strerror(errno));
	(void)fclose(f);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		(void)fprintf(stderr, "readbootlog: standard output: %s\n", strerror(errno));
		failed = 1;
	}
	return failed ? 1 : 0;
}

int
main(int argc, char **argv)
{
	static const struct option names[] = {
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ NULL, 0, NULL, 0 },
	};
	const char *path = LOG_DEFAULT;
	int c;

	while ((c = getopt_long(argc, argv, "f:h", names, NULL)) != -1) {
		switch (c) {
		case 'f': path = optarg; break;
		case 'h': help(); return 0;
		case 'V': (void)puts("readbootlog (rung) " RUNG_VERSION); return 0;
		default: usage(stderr); return 1;
		}
	}
	if (optind != argc) {
		usage(stderr);
		return 1;
	}
	return print_plain(path);
}
