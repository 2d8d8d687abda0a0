/*
 * command: the process field.
 */
#include "fuzz.h"
#include "../../command.h"

#define MAX 6

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *field = fuzz_copy(data, size), *text, *words[MAX] = { NULL };
	enum command_way way = command_way(field, size, false);

	REQUIRE(command_way(field, size, true) == COMMAND_WORDS);
	/* A word more than the plain words of a command never takes the shell away from it. */
	REQUIRE(way == COMMAND_WORDS || way == COMMAND_SHELL || way == COMMAND_SHELL_EXEC);
	free(field);

	text = malloc(size + 1);
	if (text == NULL)
		abort();
	if (size > 0)
		memcpy(text, data, size);
	text[size] = '\0';
	size_t len = strlen(text);
	size_t count = command_words(text, words, MAX);
	size_t used = count < MAX ? count : MAX;
	for (size_t i = 0; i < used; i++) {
		REQUIRE(words[i] >= text && words[i] < text + len);
		REQUIRE(words[i][0] != '\0' && words[i][0] != '#' && !is_blank(words[i][0]));
		REQUIRE(i == 0 || words[i] > words[i - 1]);
		/* the last one that fits ends where the next begins, which nobody has asked for */
		if (i + 1 < used)
			REQUIRE(words[i] + strlen(words[i]) < words[i + 1]);
	}
	for (size_t i = used; i < MAX; i++)
		REQUIRE(words[i] == NULL);
	free(text);
	return 0;
}
