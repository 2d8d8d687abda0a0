/*
 * options: the text behind an action's comma.
 */
#include <signal.h>

#include "fuzz.h"

static void
check_good(const struct options *o, const char *text)
{
	char name[128];

	REQUIRE(o->grace_ms <= 86400000 || o->grace_ms == OPTIONS_UNSET);
	REQUIRE(o->stop_signal >= 1 && o->stop_signal <= 64);
	REQUIRE(o->respawn.threshold <= 86400 || o->respawn.threshold == OPTIONS_UNSET);
	if (o->tty.len == 0)
		return;
	REQUIRE(options_decode(text, o->tty, name, sizeof name));
	REQUIRE(name[0] != '\0');
	/* Not out of /dev: no component is "..". */
	for (char *p = name, *next; p != NULL; p = next) {
		next = strchr(p, '/');
		if (next != NULL)
			*next++ = '\0';
		REQUIRE(strcmp(p, "..") != 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_copy(data, size), why[24], small[5];
	struct span all = { 0, (uint32_t)size }, word = { 0, 0 };
	struct options o = options_default;
	uint32_t n = 0;

	memset(why, 'x', sizeof why);
	if (options_parse(&o, text, all, &word, why, sizeof why))
		check_good(&o, text);
	else {
		REQUIRE(memchr(why, '\0', sizeof why) != NULL);
		REQUIRE(span_end(word) <= size);
	}
	memset(small, 'x', sizeof small);
	if (options_decode(text, all, small, sizeof small))
		REQUIRE(memchr(small, '\0', sizeof small) != NULL);
	if (options_number(text, size, 1000, &n))
		REQUIRE(n <= 1000 && size > 0);
	int sig = options_signal(text, size);
	REQUIRE(sig >= 0 && sig <= 64);
	REQUIRE(inittab_action(text, size) <= ACT_COUNT);
	free(text);
	return 0;
}
