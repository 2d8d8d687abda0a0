/*
 * story: the journal of runs of levels; and the same bytes as a name in it.
 */
#include <stdio.h>

#include "../../cmd/rcrun/story.h"
#include "fuzz.h"

static void
check_story(const char *data, size_t len)
{
	char *text = malloc(len + 1);
	struct story s;

	memcpy(text, data, len);
	text[len] = '\0';
	s = story_read(text);
	REQUIRE(!s.open || (s.h.level != NULL && s.h.base != NULL));
	for (size_t i = 0; i < s.h.up.count; i++)
		REQUIRE(!names_have(&s.h.down, s.h.up.name[i]));
	history_free(&s.h);
	free(text);
}

/* However odd a name is, it comes back from the journal as it was. */
static void
check_name(const char *data, size_t len)
{
	char *name = malloc(len + 1), *escaped, *line;
	struct story s;

	memcpy(name, data, len);
	name[len] = '\0';
	escaped = journal_escape(name);
	REQUIRE(strpbrk(escaped, " \t\n,") == NULL);
	REQUIRE(asprintf(&line, "1 level 2 N\n2 start %s start 1 - -\n", escaped) > 0);
	s = story_read(line);
	REQUIRE(*name == '\0' || (s.h.up.count == 1 && strcmp(s.h.up.name[0], name) == 0));
	history_free(&s.h);
	free(name);
	free(escaped);
	free(line);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_story((const char *)data, size);
	check_name((const char *)data, size);
	return 0;
}
