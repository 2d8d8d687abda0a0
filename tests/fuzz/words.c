/*
 * words: what the kernel gives init of its command line: argument words, and VARIABLE=VALUE.
 *
 * Input: words, each ended by a NUL; from the first that begins with a byte 0x1e on it is the environment.
 */
#define main init_main
#include "../../init.c"
#undef main

#include "fuzz.h"
#include "../../title.c"

#define WORDS_MAX 64

static char *args[WORDS_MAX + 1], *variables[WORDS_MAX + 1];
static int arg_count, variable_count;

/* As the kernel lays them out: one after the other.  To be freed. */
static char *
lay_out(const uint8_t *data, size_t size)
{
	static char name[] = "init";
	size_t all = sizeof name + size + 1;
	/* Behind the last string there is one more byte, as in a process: getenv(3) may look at two of an empty one. */
	char *block = malloc(all + 1);
	bool behind = false;

	if (block == NULL)
		abort();
	memcpy(block, name, sizeof name);
	if (size > 0)
		memcpy(block + sizeof name, data, size);
	block[all - 1] = '\0';
	arg_count = variable_count = 0;
	for (char *at = block; at < block + all; at += strlen(at) + 1) {
		behind |= at > block && *at == 0x1e;
		if (!behind && arg_count < WORDS_MAX)
			args[arg_count++] = at;
		else if (behind && variable_count < WORDS_MAX)
			variables[variable_count++] = at;
	}
	args[arg_count] = variables[variable_count] = NULL;
	return block;
}

/* Said another way: the last word that names a level counts; the word behind -z does not. */
static void
check_words(const struct boot_words *w)
{
	static const char *const known[] = { "-b", "emergency", "-a", "auto" };
	bool found[4] = { false };
	int level = 0;

	for (int i = 1; i < arg_count; i++) {
		const char *a = args[i];

		for (int k = 0; k < 4; k++)
			found[k] |= strcmp(a, known[k]) == 0;
		if (strlen(a) == 1 && strchr("0123456789", *a) != NULL)
			level = *a;
		if (strcmp(a, "s") == 0 || strcmp(a, "S") == 0 || strcmp(a, "-s") == 0 || strcmp(a, "-S") == 0 ||
		    strcmp(a, "single") == 0)
			level = strcmp(a, "-S") == 0 ? level : 'S';
		if (strcmp(a, "-z") == 0)
			i++;
	}
	REQUIRE(w->level == level);
	REQUIRE(w->emergency == (found[0] || found[1]));
	REQUIRE(w->auto_boot == (found[2] || found[3]));
}

/* Each variable once, all with a name; init's own are there. */
static void
check_environment(void)
{
	static const char *const own[] = { "RUNLEVEL", "PREVLEVEL", "CONSOLE", "INIT_VERSION", "PATH", "SHELL" };
	char **kept = environ, *memory;

	environ = variables;
	env_init(true, false);
	memory = malloc(env_size());
	if (memory == NULL)
		abort();
	char **vec = env_build(memory, "/dev/console");
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		REQUIRE(env_get(vec, own[i]) != NULL);
	REQUIRE(strcmp(env_get(vec, "PATH"), "/sbin:/usr/sbin:/bin:/usr/bin") == 0);
	for (size_t i = 0; vec[i] != NULL; i++)
		for (size_t k = 0; k < i; k++)
			REQUIRE(strcspn(vec[i], "=") != strcspn(vec[k], "=") ||
			    memcmp(vec[i], vec[k], strcspn(vec[i], "=")) != 0);
	free(memory);
	environ = kept;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct boot_words words = { .level = 0 };
	char *block;

	fuzz_reset();
	block = lay_out(data, size);
	read_words(&words, args);
	check_words(&words);
	check_environment();
	/* last: it takes the words' place */
	title_init(arg_count, args);
	title_set("init [5]");
	REQUIRE(strncmp(block, "init [5]", strlen(block)) == 0);
	for (const char *p = block + strlen(block); p < args[arg_count - 1]; p++)
		REQUIRE(*p == '\0');
	free(block);
	return 0;
}
