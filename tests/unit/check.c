#include <stdio.h>
#include <string.h>

#include "check.h"

const char *check_row;

static unsigned tests, failures;
static bool failed;

static void
fail(const char *file, int line, const char *text)
{
	failed = true;
	(void)printf("# %s:%d: %s\n", file, line, text);
	if (check_row != NULL)
		(void)printf("#   in the row \"%s\"\n", check_row);
}

bool
check_true(bool what, const char *file, int line, const char *text)
{
	if (!what)
		fail(file, line, text);
	return what;
}

bool
check_int(long long got, long long want, const char *file, int line, const char *text)
{
	if (got == want)
		return true;
	fail(file, line, text);
	(void)printf("#   is %lld, not %lld\n", got, want);
	return false;
}

bool
check_text(const char *got, const char *want, const char *file, int line, const char *text)
{
	if (got != NULL && strcmp(got, want) == 0)
		return true;
	fail(file, line, text);
	(void)printf("#   is \"%s\"\n#   not \"%s\"\n", got != NULL ? got : "(null)", want);
	return false;
}

void
test(const char *sentence, void (*run)(void))
{
	failed = false;
	check_row = NULL;
	fake_reset();
	run();
	tests++;
	failures += failed;
	(void)printf("%sok %u - %s\n", failed ? "not " : "", tests, sentence);
}

int
main(void)
{
	suite_inittab();
	suite_options();
	suite_command();
	suite_log();
	suite_env();
	suite_state();
	suite_layout();
	suite_child();
	suite_table();
	suite_boot();
	suite_bootlog();
	suite_lsb();
	suite_graph();
	suite_turns();
	suite_shutdown();
	suite_ssd();
	(void)printf("1..%u\n", tests);
	return failures > 0;
}
