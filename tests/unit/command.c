#include <stdlib.h>
#include <string.h>

#include "../../command.h"
#include "check.h"

static void
ways(void)
{
	static const struct {
		const char *text;
		enum command_way way;
	} row[] = {
		/* plain words */
		{ "", COMMAND_WORDS },
		{ "/bin/x", COMMAND_WORDS },
		{ "/bin/x a b -c --d:e", COMMAND_WORDS },
		{ "/sbin/getty -L ttyS0 115200 vt100", COMMAND_WORDS },
		{ "/bin/x # a comment", COMMAND_WORDS },
		{ "/bin/x http://host/#part", COMMAND_WORDS },
		{ "/bin/x a,b:c%d@e+f", COMMAND_WORDS },
		{ "cd", COMMAND_WORDS },		/* as the classic: no shell byte, no shell */

		/* each of the classic's bytes asks for a shell; these are one simple command */
		{ "/bin/x ~", COMMAND_SHELL_EXEC },
		{ "/bin/x a!", COMMAND_SHELL_EXEC },
		{ "/bin/x $A", COMMAND_SHELL_EXEC },
		{ "/bin/x ${A}", COMMAND_SHELL_EXEC },
		{ "/bin/x a^b", COMMAND_SHELL_EXEC },
		{ "/bin/x *", COMMAND_SHELL_EXEC },
		{ "/bin/x --d=e", COMMAND_SHELL_EXEC },
		{ "/bin/x \\a", COMMAND_SHELL_EXEC },
		{ "/bin/x [ab]", COMMAND_SHELL_EXEC },
		{ "/bin/x \"a b\"", COMMAND_SHELL_EXEC },
		{ "/bin/x 'a b'", COMMAND_SHELL_EXEC },
		{ "/bin/x <a", COMMAND_SHELL_EXEC },
		{ "/bin/x >a", COMMAND_SHELL_EXEC },
		{ "/bin/x >>a 2>&1", COMMAND_SHELL_EXEC },
		{ "/bin/x <&-", COMMAND_SHELL_EXEC },
		{ "/bin/x ?", COMMAND_SHELL_EXEC },
		{ "  /bin/x  'a'", COMMAND_SHELL_EXEC },

		/* quoted, the same bytes end nothing */
		{ "/bin/x 'a;b'", COMMAND_SHELL_EXEC },
		{ "/bin/x \"a;b&c|d\"", COMMAND_SHELL_EXEC },
		{ "/bin/x a\\;b", COMMAND_SHELL_EXEC },
		{ "/bin/x a\\&", COMMAND_SHELL_EXEC },
		{ "/bin/x '(' \")\"", COMMAND_SHELL_EXEC },
		{ "/bin/x \"a\\\"b;c\"", COMMAND_SHELL_EXEC },
		{ "/bin/x 'a\\'", COMMAND_SHELL_EXEC },
		{ "/bin/x '$(y)'", COMMAND_SHELL_EXEC },

		/* more than one command, or not a simple one */
		{ "/bin/x; /bin/y", COMMAND_SHELL },
		{ "/bin/x;", COMMAND_SHELL },
		{ "/bin/x & /bin/y", COMMAND_SHELL },
		{ "/bin/x &", COMMAND_SHELL },
		{ "/bin/x && /bin/y", COMMAND_SHELL },
		{ "/bin/x || /bin/y", COMMAND_SHELL },
		{ "/bin/x | /bin/y", COMMAND_SHELL },
		{ "(/bin/x)", COMMAND_SHELL },
		{ "{ /bin/x; }", COMMAND_SHELL },
		{ "! /bin/x", COMMAND_SHELL },
		{ "/bin/x `y`", COMMAND_SHELL },
		{ "/bin/x $(y)", COMMAND_SHELL },
		{ "/bin/x \"$(y)\"", COMMAND_SHELL },
		{ "/bin/x \"`y`\"", COMMAND_SHELL },
		{ "/bin/x <<E", COMMAND_SHELL },
		{ "/bin/x 'a", COMMAND_SHELL },
		{ "/bin/x \"a", COMMAND_SHELL },
		{ "/bin/x ${A:-$(y)}", COMMAND_SHELL },
		{ "/bin/x ${A", COMMAND_SHELL },
		{ "x=1 /bin/x", COMMAND_SHELL },
		{ "$X a", COMMAND_SHELL },
		{ "'/bin/x' a", COMMAND_SHELL },
		{ "~/x a", COMMAND_SHELL },
		{ ">a /bin/x", COMMAND_SHELL },
		{ "if true; then x; fi", COMMAND_SHELL },
		{ "while :; do x; done", COMMAND_SHELL },
		{ "for i in *", COMMAND_SHELL },
		{ "exec /bin/x 'a'", COMMAND_SHELL },
		{ "cd /tmp && x", COMMAND_SHELL },
		{ "cd \"$HOME\"", COMMAND_SHELL },
		{ ". \"$F\"", COMMAND_SHELL },
		{ ": > /run/x", COMMAND_SHELL },
		{ "ulimit -n '9'", COMMAND_SHELL },
		{ "time x >a", COMMAND_SHELL },
	};
	for (size_t i = 0; i < COUNT(row); i++) {
		size_t len = strlen(row[i].text);
		char *text = malloc(len + (len == 0));

		if (text == NULL)
			abort();
		memcpy(text, row[i].text, len);
		check_row = row[i].text;
		CHECK_INT(command_way(text, len, false), row[i].way);
		CHECK_INT(command_way(text, len, true), COMMAND_WORDS);
		free(text);
	}
}

static void
every_byte(void)
{
	static const char bytes[] = "~`!$^&*()=|\\{}[];\"'<>?";

	for (int c = 1; c < 256; c++) {
		char text[] = { '/', 'x', ' ', 'a', (char)c, 'b' };
		bool shell = strchr(bytes, c) != NULL;

		if (!CHECK_INT(command_way(text, sizeof text, false) != COMMAND_WORDS, shell))
			break;
	}
}

static void
words(void)
{
	static const struct {
		const char *text, *words;	/* each in brackets */
	} row[] = {
		{ "", "" },
		{ "   ", "" },
		{ "\t", "" },
		{ "a", "[a]" },
		{ "  a", "[a]" },
		{ "a  ", "[a]" },
		{ "a b", "[a][b]" },
		{ " a\t b \t c ", "[a][b][c]" },
		{ "a 'b c'", "[a]['b][c']" },
		{ "a # b", "[a]" },
		{ "a #b c", "[a]" },
		{ "#a", "" },
		{ "a b#c d", "[a][b#c][d]" },
		{ "a http://x/#y", "[a][http://x/#y]" },
		{ "a b# c", "[a][b#][c]" },
		{ "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16", "[1][2][3][4][5][6][7][8][9][10][11][12][13][14]"
		  "[15][16]" },
	};

	for (size_t i = 0; i < COUNT(row); i++) {
		char text[80], got[160] = "", *word[20];

		check_row = row[i].text;
		(void)strcpy(text, row[i].text);
		size_t n = command_words(text, word, COUNT(word));
		for (size_t k = 0; k < n; k++) {
			(void)strcat(got, "[");
			(void)strcat(got, word[k]);
			(void)strcat(got, "]");
		}
		CHECK_TEXT(got, row[i].words);
	}
}

/* The first call counts, the second has the room. */
static void
words_counted(void)
{
	char text[] = "a b c d", *word[2] = { NULL, NULL };

	CHECK_INT(command_words(text, NULL, 0), 4);
	char again[] = "a b c d";
	CHECK_INT(command_words(again, word, 2), 4);
	CHECK_TEXT(word[0], "a");
	CHECK_TEXT(word[1], "b");
}

void
suite_command(void)
{
	test("command: words, a shell, or a shell that execs", ways);
	test("command: exactly the classic's bytes ask for a shell", every_byte);
	test("command: words end at blanks; a # at the start of one ends the command", words);
	test("command: there is no limit of words, they are counted first", words_counted);
}
