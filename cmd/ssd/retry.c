#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "../../options.h"
#include "retry.h"

#define FOREVER "forever"

static const char out_of_memory[] = "out of memory";
static const char bad_item[] =
    "expected a signal (TERM, -TERM, -15), a timeout in seconds or \"" FOREVER "\"";

int
retry_signal(const char *s, size_t len)
{
	int n = options_signal(s, len);

	if (n == 0 && !(len == 1 && *s == '0'))
		return -1;
	return n;
}

static bool
parse_item(struct retry_item *item, const char *s, size_t len)
{
	bool dash = len > 0 && *s == '-';
	uint32_t seconds;

	if (!dash && options_number(s, len, INT_MAX, &seconds)) {
		*item = (struct retry_item){ .value = (int)seconds };
		return true;
	}
	*item = (struct retry_item){ true, retry_signal(s + dash, len - dash) };
	return item->value >= 0;
}

/* A timeout alone. */
static const char *
short_form(struct retry *s, const char *text, int signal, size_t *at)
{
	uint32_t seconds;

	*at = 0;
	if (!options_number(text, strlen(text), INT_MAX, &seconds))
		return "expected a timeout in seconds, or a schedule of at least two items";
	s->items = calloc(4, sizeof *s->items);
	if (s->items == NULL)
		return out_of_memory;
	s->items[0] = (struct retry_item){ true, signal };
	s->items[1] = s->items[3] = (struct retry_item){ false, (int)seconds };
	s->items[2] = (struct retry_item){ true, SIGKILL };
	s->count = s->again = 4;
	return NULL;
}

static const char *
long_form(struct retry *s, const char *text, size_t *at)
{
	bool repeats = false, pause = false;
	size_t len, forever_at = 0;

	for (const char *item = text;; item += len + 1) {
		len = strcspn(item, "/");
		*at = (size_t)(item - text);
		if (len == strlen(FOREVER) && memcmp(item, FOREVER, len) == 0) {
			if (repeats)
				return "\"" FOREVER "\" a second time";
			repeats = true;
			forever_at = *at;
			s->again = s->count;
		} else if (!parse_item(&s->items[s->count], item, len)) {
			return bad_item;
		} else {
			const struct retry_item *i = &s->items[s->count++];

			pause |= repeats && !i->is_signal && i->value > 0;
		}
		if (item[len] == '\0')
			break;
	}
	if (!repeats) {
		s->again = s->count;
		return NULL;
	}
	*at = forever_at;
	if (s->again == s->count)
		return "nothing follows to be repeated";
	/* It would do nothing but send signals, as fast as the machine can. */
	return pause ? NULL : "expected a timeout above 0 among what is repeated";
}

const char *
retry_parse(struct retry *s, const char *text, int signal, size_t *at)
{
	size_t items = 1;
	const char *wrong;

	*s = (struct retry){ 0 };
	for (const char *slash = text; (slash = strchr(slash, '/')); slash++)
		items++;
	if (items == 1)
		return short_form(s, text, signal, at);
	s->items = calloc(items, sizeof *s->items);
	if (s->items == NULL)
		return out_of_memory;
	wrong = long_form(s, text, at);
	if (wrong)
		retry_free(s);
	return wrong;
}

void
retry_free(struct retry *s)
{
	free(s->items);
	*s = (struct retry){ 0 };
}
