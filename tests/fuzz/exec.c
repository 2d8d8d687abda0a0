/*
 * exec: what a child makes of its entry: words, shell, initscript, PATH; and of /proc/self/oom_score_adj.
 *
 * The long way, in the child, and the quick one, in init, must come to the same.
 *
 * Input: the text of that file up to a byte 0x1e; a PATH up to another; a byte of conditions; lines of a table.
 */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "fuzz.h"

static int fuzz_execve(const char *program, char *const argv[], char *const env[]);

#define ROOM_USUAL 16		/* too little: the room is a mapping, where the sanitizer knows its end */
#define execve(program, argv, env) fuzz_execve(program, argv, env)
#define access(path, mode) ((void)(path), with_initscript ? 0 : -1)
/* world.c has them, for the others */
#define spawn_start real_spawn_start
#define spawn_missing_errno real_spawn_missing_errno

static bool with_initscript;
#include "../../spawn.c"

static const struct inittab_entry *entry;
static const char *table;
static unsigned calls;
static char *quick_memory;
static size_t quick_words;		/* of the quick start; 0: there was none */
static char quick_program[PATH_MAX + 2];
static int answers;		/* bits: why exec fails */

/* Stands in for console.c's. */
const char *
console_name(void)
{
	return "/dev/console";
}

const char *
console_first(void)
{
	return "/dev/console";
}

/* Stands in for quick.c: memory whose end the sanitizer knows. */
void
quick_init(void)
{
}

void *
quick_room(size_t size, msec_t now)
{
	(void)now;
	free(quick_memory);
	quick_memory = malloc(size);
	return quick_memory;
}

pid_t
quick_start(const struct quick *q, pid_t *born, msec_t now)
{
	(void)born;
	(void)now;
	REQUIRE(env_get(q->env, "RUNLEVEL") != NULL && strchr(q->argv[0], '/') != NULL);
	while (q->argv[quick_words] != NULL)
		quick_words++;
	(void)snprintf(quick_program, sizeof quick_program, "%s", q->argv[0]);
	return 1;
}

static int
fuzz_execve(const char *program, char *const argv[], char *const env[])
{
	static const int reasons[] = { ENOENT, EACCES, ENOEXEC, ENOTDIR };
	size_t bytes = 0, words = 0;

	REQUIRE(env_get(env, "RUNLEVEL") != NULL && env_get(env, "PATH") != NULL);
	for (; argv[words] != NULL; words++)
		bytes += strlen(argv[words]);
	REQUIRE(words > 0 && strlen(program) < PATH_MAX + 2 + (size_t)entry->process.len);
	/* Nothing is invented: the field's bytes, and what the shell and the script are told. */
	REQUIRE(bytes <= entry->process.len + 1024);
	REQUIRE(words <= (size_t)entry->process.len / 2 + 7);
	if (with_initscript)
		REQUIRE(words == 6 && memcmp(argv[5], table + entry->process.at, strlen(argv[5])) == 0);
	if (calls == 0 && quick_words > 0)
		REQUIRE(words == quick_words && strncmp(program, quick_program, sizeof quick_program - 1) == 0);
	calls++;
	errno = reasons[answers >> calls % 4 * 2 & 3];
	return -1;
}

static void
check_oom_score(const char *text, size_t len)
{
	char again[16];

	fuzz_set_file(text, len);
	spawn_init(true);
	int32_t value = state.head->oom_score_adj;
	REQUIRE(value == STATE_UNKNOWN || (value >= -1000 && value <= 1000));
	/* As the kernel writes it, it is understood. */
	for (int v = -1000; value == STATE_UNKNOWN && len <= 6 && v <= 1000; v++) {
		size_t n = format(again, sizeof again, "%d\n", v);
		REQUIRE(n != len || memcmp(again, text, n) != 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, data + size };
	static char *variables[2], *none[] = { NULL };
	struct fuzz_table f;
	size_t len;

	fuzz_reset();
	const char *text = fuzz_until(&in, 0x1e, &len);
	check_oom_score(text, len);

	text = fuzz_until(&in, 0x1e, &len);
	variables[0] = malloc(len + sizeof "PATH=");
	if (variables[0] == NULL)
		abort();
	memcpy(variables[0], "PATH=", sizeof "PATH=");
	if (len > 0)
		memcpy(variables[0] + 5, text, len);
	variables[0][len + 5] = '\0';
	environ = variables;
	env_init(false, false);
	(void)env_setenv("INIT_ODD=1", sizeof "INIT_ODD=1" - 1);
	with_initscript = fuzz_byte(&in) & 1;
	answers = fuzz_byte(&in);
	fuzz_parse(&f, (const char *)in.at, (size_t)(in.end - in.at));
	for (uint32_t i = 0; i < f.t.count && i < 20; i++) {
		struct stack_room r;
		pid_t born;

		entry = &f.t.entries[i];
		if (entry->bad)
			continue;	/* nobody starts it */
		table = f.text;
		struct spawn s = { .entry = entry, .text = f.text, .use_initscript = with_initscript };
		calls = 0;
		quick_words = 0;
		s.wait_for_device = !with_initscript;
		(void)start_quickly(&s, &born);
		/* on a stack the room begins that far from the end */
		REQUIRE(room_size(entry->process.len) % sizeof(char *) == 0);
		REQUIRE(make_room(&r, f.text + entry->process.at, entry->process.len));
		const char *program = exec_entry(&s, &r);
		REQUIRE(program != NULL && (calls > 0) == (*program != '\0'));
		fuzz_munmap(r.path, 0);		/* one mapping, which begins with that */
	}
	fuzz_parse_free(&f);
	(void)env_setenv("INIT_ODD", sizeof "INIT_ODD" - 1);
	environ = none;
	env_init(false, false);
	free(variables[0]);
	return 0;
}
