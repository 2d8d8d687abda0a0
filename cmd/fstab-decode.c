/*
 * fstab-decode.c - run a command with arguments as /etc/fstab and /proc/mounts write them.
 *
 * Exit status: that of the command; 127 when it cannot be run, 1 without one.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../version.h"

#define USAGE "Usage: fstab-decode COMMAND [ARGUMENT]...\n"

/* In place: what is written in these ways becomes the byte; any other backslash is one. */
static void
decode(char *text)
{
	static const struct {
		const char *written;
		char byte;
	} escapes[] = {
		{ "\\\\", '\\' }, { "\\011", '\t' }, { "\\012", '\n' }, { "\\040", ' ' }, { "\\134", '\\' },
	};
	char *to = text;

	while (*text) {
		char byte = *text;
		size_t len = 1;

		for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
			if (strncmp(text, escapes[i].written, strlen(escapes[i].written)) == 0) {
				byte = escapes[i].byte;
				len = strlen(escapes[i].written);
				break;
			}
		*to++ = byte;
		text += len;
	}
	*to = '\0';
}

int
main(int argc, char **argv)
{
	if (argc < 2) {
		(void)fputs(USAGE, stderr);
		return 1;
	}
	if (strcmp(argv[1], "--help") == 0) {
		(void)fputs(USAGE, stdout);
		return 0;
	}
	if (strcmp(argv[1], "--version") == 0) {
		(void)puts("fstab-decode (rung) " RUNG_VERSION);
		return 0;
	}
	for (int i = 2; i < argc; i++)
		decode(argv[i]);
	(void)execvp(argv[1], argv + 1);
	(void)fprintf(stderr, "fstab-decode: %s: %s\n", argv[1], strerror(errno));
	return 127;
}
