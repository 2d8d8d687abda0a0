#include <string.h>

#include "command.h"

/* What the classic takes for work for a shell, from inittab(5). */
static const char shell_bytes[] = "~`!$^&*()=|\\{}[];\"'<>?";

/* Words that are no simple command when they stand first, and builtins that exec does not know. */
static const char *const shell_words[] = {
	"!", "{", "}", "case", "do", "done", "elif", "else", "esac", "fi", "for", "if", "in", "then",
	"until", "while", "[[", "function", "select", "time",
	".", ":", "break", "continue", "eval", "exec", "exit", "export", "readonly", "return", "set",
	"shift", "times", "trap", "unset", "alias", "bg", "cd", "command", "fc", "fg", "getopts", "hash",
	"jobs", "read", "type", "ulimit", "umask", "unalias", "wait", "local", "source", "builtin",
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
needs_shell(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] != '\0' && strchr(shell_bytes, text[i]) != NULL)
			return true;
	return false;
}

/* The first word must be a plain name: no keyword, no builtin, no assignment, nothing to expand. */
static bool
starts_simply(const char *text, size_t len)
{
	size_t start = 0, n = 0;

	while (start < len && is_blank(text[start]))
		start++;
	while (start + n < len && !is_blank(text[start + n]))
		n++;
	if (n == 0 || needs_shell(text + start, n))
		return false;
	for (size_t i = 0; i < sizeof shell_words / sizeof *shell_words; i++)
		if (strlen(shell_words[i]) == n && memcmp(shell_words[i], text + start, n) == 0)
			return false;
	return true;
}

/* Does the inside of ${...} hold more than a name and plain text? */
static bool
needs_more(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (strchr("$`{\\'\"", text[i]) != NULL)
			return true;
	return false;
}

/*
 * One command from end to end: nothing outside of quotes that ends a command, joins two, opens a
 * group or a here-document.  A redirection as 2>&1 or >file belongs to the command.
 */
static bool
is_one_command(const char *text, size_t len)
{
	char quote = '\0';

	for (size_t i = 0; i < len; i++) {
		char c = text[i];

		if (c == '\\' && quote != '\'') {
			i++;
			continue;
		}
		if (quote != '\0') {
			/* A substitution may hold anything, but it is a part of a word. */
			if (c == quote)
				quote = '\0';
			else if (quote == '"' && (c == '`' || (c == '$' && i + 1 < len && text[i + 1] == '(')))
				return false;
			continue;
		}
		if (c == '$' && i + 1 < len && text[i + 1] == '{') {
			/* ${...} is a part of a word */
			const char *end = memchr(text + i, '}', len - i);

			if (end == NULL || needs_more(text + i + 2, (size_t)(end - text) - i - 2))
				return false;
			i = (size_t)(end - text);
			continue;
		}
		if (c == '\'' || c == '"')
			quote = c;
		else if (c == '&' && i > 0 && (text[i - 1] == '>' || text[i - 1] == '<'))
			continue;
		else if (strchr(";&|(){}`\n", c) != NULL)
			return false;
		else if (c == '<' && i + 1 < len && text[i + 1] == '<')
			return false;
	}
	return quote == '\0';
}

enum command_way
command_way(const char *text, size_t len, bool no_shell)
{
	if (no_shell || !needs_shell(text, len))
		return COMMAND_WORDS;
	return starts_simply(text, len) && is_one_command(text, len) ? COMMAND_SHELL_EXEC : COMMAND_SHELL;
}

size_t
command_words(char *text, char **words, size_t max)
{
	size_t count = 0;

	for (char *p = text; ; ) {
		while (is_blank(*p))
			*p++ = '\0';
		if (*p == '\0' || *p == '#')
			break;
		if (count < max)
			words[count] = p;
		count++;
		while (*p != '\0' && !is_blank(*p))
			p++;
	}
	return count;
}
