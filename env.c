#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "env.h"
#include "format.h"
#include "paths.h"
#include "state.h"
#include "version.h"

#define SHELL_DEFAULT "SHELL=/bin/sh"
#define OWN_MAX 8		/* variables that init sets */
#define OWN_SIZE 512		/* bytes of those that vary: CONSOLE's name is the longest */

static char **own;
static size_t own_count, own_bytes;
static bool force_path, autoboot;
static char runlevel = 'S', previous = 'N';
/* What children get of the store: in their own copy of memory it stands still while init changes that one. */
static _Alignas(64) struct state_env set;

void
env_init(bool first, bool auto_boot)
{
	own = environ;
	set = *state_env();
	if (set.used > sizeof set.text || (set.used > 0 && set.text[set.used - 1] != '\0')) {
		state_env_edit()->used = 0;	/* of another version, or of nobody */
		state_env_commit();
		set = *state_env();
	}
	for (own_count = 0; own[own_count] != NULL; own_count++)
		own_bytes += strlen(own[own_count]) + 1;
	force_path = first || getenv("PATH") == NULL;
	autoboot = auto_boot || getenv("AUTOBOOT") != NULL;
}

void
env_set_levels(int run, int prev)
{
	runlevel = (char)run;
	previous = (char)prev;
}

static size_t
name_len(const char *string)
{
	return strcspn(string, "=");
}

static bool
same_name(const char *a, const char *b)
{
	size_t len = name_len(a);

	return len == name_len(b) && memcmp(a, b, len) == 0;
}

static void
remove_from(struct state_env *e, const char *string)
{
	for (uint32_t at = 0; at < e->used; ) {
		uint32_t len = (uint32_t)strlen(e->text + at) + 1;

		if (same_name(e->text + at, string)) {
			memmove(e->text + at, e->text + at + len, e->used - at - len);
			e->used -= len;
		} else
			at += len;
	}
}

bool
env_setenv(const char *string, size_t len)
{
	struct state_env *e;

	if (len < sizeof ENV_PREFIX || memcmp(string, ENV_PREFIX, sizeof ENV_PREFIX - 1) != 0)
		return false;
	e = state_env_edit();
	remove_from(e, string);
	if (strchr(string, '=') != NULL) {
		if (e->used + len + 1 > sizeof e->text)
			return false;	/* nothing is committed: the old value stays */
		memcpy(e->text + e->used, string, len + 1);
		e->used += (uint32_t)len + 1;
	}
	state_env_commit();
	set = *state_env();
	return true;
}

bool
env_is_set(const char *string)
{
	const struct state_env *e = state_env();

	for (uint32_t at = 0; at < e->used; at += (uint32_t)strlen(e->text + at) + 1)
		if (strcmp(e->text + at, string) == 0)
			return true;
	return false;
}

size_t
env_size(void)
{
	/* A string in the store is two bytes at least. */
	return (own_count + set.used / 2 + OWN_MAX + 1) * sizeof(char *) + set.used + OWN_SIZE;
}

struct building {
	char **vec;
	size_t count;
	char *room, *end;
};

static void
add(struct building *b, const char *string)
{
	for (size_t i = 0; i < b->count; i++)
		if (same_name(b->vec[i], string)) {
			b->vec[i] = (char *)(uintptr_t)string;
			return;
		}
	b->vec[b->count++] = (char *)(uintptr_t)string;
}

static void
add_text(struct building *b, const char *name, const char *value)
{
	size_t len = format(b->room, (size_t)(b->end - b->room), "%s=%s", name, value);

	add(b, b->room);
	b->room += len + 1;
}

static void
add_char(struct building *b, const char *name, char c)
{
	char value[2] = { c, '\0' };

	add_text(b, name, value);
}

static void
begin(struct building *b, void *memory)
{
	b->vec = memory;
	b->count = 0;
	b->room = (char *)(b->vec + own_count + set.used / 2 + OWN_MAX + 1);
	b->end = b->room + set.used + OWN_SIZE;
	for (size_t i = 0; i < own_count; i++)
		add(b, own[i]);
	/* A copy: a SETENV may come while the process still shares init's memory (quick.h). */
	memcpy(b->room, set.text, set.used);
	for (const char *end = b->room + set.used; b->room < end; b->room += strlen(b->room) + 1)
		add(b, b->room);
}

char **
env_own(void *memory)
{
	struct building b;

	begin(&b, memory);
	b.vec[b.count] = NULL;
	return b.vec;
}

char **
env_build(void *memory, const char *console)
{
	struct building b;

	begin(&b, memory);
	if (force_path)
		add(&b, "PATH=" PATH_SEARCH);
	add(&b, SHELL_DEFAULT);
	add_char(&b, "RUNLEVEL", runlevel);
	add_char(&b, "PREVLEVEL", previous);
	add_text(&b, "CONSOLE", console);
	add(&b, "INIT_VERSION=sysvinit-" CLASSIC_VERSION);
	add(&b, "RUNG_VERSION=" RUNG_VERSION);
	if (autoboot)
		add(&b, "AUTOBOOT=YES");
	b.vec[b.count] = NULL;
	return b.vec;
}

const char *
env_get(char *const *env, const char *name)
{
	for (; *env != NULL; env++)
		if (same_name(*env, name) && (*env)[strlen(name)] == '=')
			return *env + strlen(name) + 1;
	return NULL;
}
