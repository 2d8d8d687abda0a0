#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../env.h"
#include "../../state.h"
#include "check.h"

static void
begin(char **own, bool first, bool auto_boot)
{
	struct state s;

	if (!CHECK_INT(state_create(&s, 1, 1), 0))
		abort();
	state_swap(&s);
	state_env_edit()->used = 0;
	state_env_commit();
	environ = own;
	env_init(first, auto_boot);
	env_set_levels('S', 'N');
}

/* The environment of a child, a line each, in memory of exactly the size promised. */
static const char *
built(void)
{
	static char text[8192];
	char *memory = malloc(env_size()), **env = env_build(memory, "/dev/console");
	size_t len = 0;

	text[0] = '\0';
	for (; *env != NULL; env++)
		len += (size_t)snprintf(text + len, sizeof text - len, "%s\n", *env);
	free(memory);
	return text;
}

static bool
set(const char *string)
{
	return env_setenv(string, strlen(string));
}

static bool
has(const char *line)
{
	char whole[128];
	const char *text = built(), *at;

	(void)snprintf(whole, sizeof whole, "%s\n", line);
	at = strstr(text, whole);
	return at != NULL && (at == text || at[-1] == '\n');
}

static size_t
times(const char *name)
{
	size_t n = 0;

	for (const char *line = built(); *line != '\0'; line = strchr(line, '\n') + 1)
		n += strncmp(line, name, strlen(name)) == 0 && line[strlen(name)] == '=';
	return n;
}

static void
of_the_kernel(void)
{
	static char *own[] = { "HOME=/", "TERM=linux", NULL };

	begin(own, true, false);
	CHECK_TEXT(built(), "HOME=/\nTERM=linux\nPATH=/sbin:/usr/sbin:/bin:/usr/bin\nSHELL=/bin/sh\n"
	    "RUNLEVEL=S\nPREVLEVEL=N\nCONSOLE=/dev/console\nINIT_VERSION=sysvinit-3.14\n"
	    "RUNG_VERSION=" RUNG_VERSION "\n");
	env_set_levels('3', 'S');
	CHECK(has("RUNLEVEL=3"));
	CHECK(has("PREVLEVEL=S"));
	begin(own, true, true);
	CHECK(has("AUTOBOOT=YES"));
}

static void
no_duplicates(void)
{
	static char *own[] = {
		"A=1", "PATH=/x", "RUNLEVEL=9", "A=2",
		"INIT_VERSION=old", "AA=3", "INIT_X=0", NULL,
	};

	begin(own, true, true);
	CHECK(set("INIT_X=1"));
	CHECK_INT(times("A"), 1);
	CHECK(has("A=2"));
	CHECK(has("AA=3"));
	CHECK_INT(times("PATH"), 1);
	CHECK(has("PATH=/sbin:/usr/sbin:/bin:/usr/bin"));
	CHECK_INT(times("RUNLEVEL"), 1);
	CHECK(has("RUNLEVEL=S"));
	CHECK_INT(times("INIT_VERSION"), 1);
	CHECK_INT(times("INIT_X"), 1);
	CHECK(has("INIT_X=1"));
	/* after an exec of init, its own PATH stays */
	begin(own, false, false);
	CHECK(has("PATH=/x"));
	begin(own + 2, false, false);
	CHECK(has("PATH=/sbin:/usr/sbin:/bin:/usr/bin"));
}

static void
setenv_sets(void)
{
	static char *own[] = { NULL };

	begin(own, true, false);
	CHECK(set("INIT_HALT=POWEROFF"));
	CHECK(has("INIT_HALT=POWEROFF"));
	CHECK(set("INIT_HALT=HALT"));
	CHECK(has("INIT_HALT=HALT"));
	CHECK_INT(times("INIT_HALT"), 1);
	CHECK(set("INIT_B="));
	CHECK(has("INIT_B="));
	CHECK(set("INIT_HALTED=1"));
	CHECK(set("INIT_HALT"));
	CHECK_INT(times("INIT_HALT"), 0);
	CHECK_INT(times("INIT_HALTED"), 1);
	CHECK_INT(times("INIT_B"), 1);
	CHECK(set("INIT_NEVER_SET"));
	CHECK(set("INIT_B"));
	CHECK(set("INIT_HALTED"));
	CHECK_INT(state_env()->used, 0);
}

static void
setenv_refuses(void)
{
	static const char *const refused[] = { "", "=", "A=1", "INIT", "INIT=1", "INIT_", "init_x=1", "PATH=/x",
		"LD_PRELOAD=x", " INIT_X=1" };
	static char *own[] = { NULL };

	begin(own, true, false);
	for (size_t i = 0; i < COUNT(refused); i++) {
		check_row = refused[i];
		CHECK(!set(refused[i]));
	}
	CHECK_INT(state_env()->used, 0);
}

/* A full store says no, and what is in it stays. */
static void
setenv_full(void)
{
	static char *own[] = { NULL };
	char text[STATE_ENV_MAX + 16];
	size_t len;

	begin(own, true, false);
	memset(text, 'v', sizeof text);
	memcpy(text, "INIT_BIG=", 9);
	text[STATE_ENV_MAX - 1] = '\0';
	CHECK(set(text));			/* with its NUL it fills the store */
	CHECK_INT(state_env()->used, STATE_ENV_MAX);
	CHECK(!set("INIT_X=1"));
	CHECK(strlen(built()) > STATE_ENV_MAX);
	CHECK_INT(times("INIT_X"), 0);
	CHECK(set("INIT_BIG"));
	CHECK_INT(state_env()->used, 0);
	memset(text, 'v', sizeof text);
	memcpy(text, "INIT_BIG=", 9);
	text[STATE_ENV_MAX] = '\0';
	CHECK(!set(text));
	CHECK_INT(state_env()->used, 0);

	/* as many small ones as it takes */
	for (unsigned i = 0; ; i++) {
		len = (size_t)sprintf(text, "INIT_%u=", i);
		if (!env_setenv(text, len))
			break;
	}
	CHECK(has("INIT_0="));
	CHECK(has("INIT_250="));
}

/* Too big a value is refused whole: the one before it stays. */
static void
setenv_keeps(void)
{
	static char *own[] = { NULL };
	char text[STATE_ENV_MAX + 16];

	begin(own, true, false);
	CHECK(set("INIT_A=old"));
	memset(text, 'v', sizeof text);
	memcpy(text, "INIT_A=", 7);
	text[STATE_ENV_MAX] = '\0';
	CHECK(!set(text));
	CHECK(has("INIT_A=old"));
}

static void
getting(void)
{
	char *const env[] = { "A=1", "AB=2", "B=", "C", NULL };

	CHECK_TEXT(env_get(env, "A"), "1");
	CHECK_TEXT(env_get(env, "AB"), "2");
	CHECK_TEXT(env_get(env, "B"), "");
	CHECK(env_get(env, "C") == NULL);
	CHECK(env_get(env, "D") == NULL);
}

void
suite_env(void)
{
	char **before = environ;

	test("env: what the kernel gave, then init's own, in order", of_the_kernel);
	test("env: no name stands in it twice; the later value counts", no_duplicates);
	test("env: SETENV sets, replaces and removes", setenv_sets);
	test("env: SETENV takes only names that begin with INIT_", setenv_refuses);
	test("env: a full store refuses and keeps what it has", setenv_full);
	test("env: a value that does not fit does not take the old one away", setenv_keeps);
	test("env: a variable is found by its whole name", getting);
	environ = before;
}
