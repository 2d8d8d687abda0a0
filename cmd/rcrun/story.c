#include <stdio.h>

#include "../xalloc.h"
#include "story.h"

char *
story_escape(const char *name)
{
	char *text = xrealloc(NULL, 4 * strlen(name) + 1), *end = text;

	for (; *name != '\0'; name++)
		if ((unsigned char)*name <= ' ' || *name == '\\' || *name == ',' || *name == 0x7f)
			end += sprintf(end, "\\%03o", (unsigned)(unsigned char)*name);
		else
			*end++ = *name;
	*end = '\0';
	return text;
}

/* In place: the text only becomes shorter. */
static char *
unescape(char *text)
{
	char *to = text;

	for (const char *from = text; *from != '\0'; to++) {
		unsigned byte;

		if (*from == '\\' && strspn(from + 1, "01234567") >= 3 && sscanf(from + 1, "%3o", &byte) == 1) {
			*to = (char)byte;
			from += 4;
		} else
			*to = *from++;
	}
	*to = '\0';
	return text;
}

static void
tell_level(struct story *s, char *level, const char *previous)
{
	if (!s->open) {
		history_free(&s->h);
		s->h.base = xstrdup(previous);
	}
	free(s->h.level);
	s->h.level = xstrdup(level);
	s->open = true;
}

static void
tell_start(struct story *s, char *name, const char *action)
{
	(void)unescape(name);
	names_drop(&s->h.up, name);
	names_drop(&s->h.down, name);
	names_add(strcmp(action, "start") == 0 ? &s->h.up : &s->h.down, name);
}

/* Lines that are cut short or unknown are passed over. */
static void
tell_line(struct story *s, char *line)
{
	char *save, *end, *time = strtok_r(line, " ", &save), *word = strtok_r(NULL, " ", &save);
	char *first = strtok_r(NULL, " ", &save), *second = strtok_r(NULL, " ", &save);
	usec_t at;

	if (word == NULL || first == NULL)
		return;
	at = strtoll(time, &end, 10);
	if (*end != '\0')
		return;
	s->last = at;
	if (strcmp(word, "level") == 0 && second != NULL)
		tell_level(s, unescape(first), unescape(second));
	else if (strcmp(word, "start") == 0 && second != NULL)
		tell_start(s, first, second);
	else if (strcmp(word, "done") == 0)
		s->open = false;
}

struct story
story_read(char *text)
{
	char *line = text, *end;
	struct story s = { 0 };

	for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		*end = '\0';
		tell_line(&s, line);
	}
	return s;
}

void
history_free(struct history *h)
{
	free(h->level);
	free(h->base);
	names_free(&h->up);
	names_free(&h->down);
	*h = (struct history){ 0 };
}
