/*
 * command.h - the process field: is it plain words, one simple command, or a script for the shell?
 *
 * Pure, as inittab.h.  The shell is POSIX's; what counts as a simple command is decided on the safe
 * side: in doubt the text goes to the shell as it is.
 */
#ifndef RUNG_COMMAND_H
#define RUNG_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

enum command_way {
	COMMAND_WORDS,		/* exec it */
	COMMAND_SHELL,		/* sh -c TEXT */
	COMMAND_SHELL_EXEC,	/* sh -c "exec TEXT": one simple command */
};

enum command_way command_way(const char *text, size_t len, bool no_shell);
/*
 * Cut text, a copy of the field with a NUL at its end, into words in place; a # at the start of a word
 * ends the command.  Write at most max pointers and return how many words there are.
 */
size_t command_words(char *text, char **words, size_t max);

#endif
