#include "../xalloc.h"
#include "story.h"

/* A level that is not told is none. */
static char *
level_name(char level)
{
	return xstrndup(level != '\0' ? &level : "N", 1);
}

static void
tell_level(struct story *s, const struct journal_event *e)
{
	if (!s->open) {
		history_free(&s->h);
		s->h.base = level_name(e->previous);
	}
	free(s->h.level);
	s->h.level = level_name(e->level);
	s->open = true;
}

static void
tell_start(struct story *s, const struct journal_event *e)
{
	names_drop(&s->h.up, e->name);
	names_drop(&s->h.down, e->name);
	names_add(strcmp(e->action, "start") == 0 ? &s->h.up : &s->h.down, e->name);
}

struct story
story_read(char *text)
{
	struct journal j = { .count = 0 };
	struct story s = { 0 };

	journal_parse(&j, text, strlen(text));
	for (size_t i = 0; i < j.count; i++) {
		const struct journal_event *e = &j.event[i];

		s.last = e->time;
		if (e->word == JOURNAL_LEVEL)
			tell_level(&s, e);
		else if (e->word == JOURNAL_START && e->name != NULL && e->action != NULL)
			tell_start(&s, e);
		else if (e->word == JOURNAL_DONE)
			s.open = false;
	}
	journal_free(&j);
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
