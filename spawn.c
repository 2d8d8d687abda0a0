#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "accounting.h"
#include "command.h"
#include "console.h"
#include "env.h"
#include "helper.h"
#include "format.h"
#include "log.h"
#include "paths.h"
#include "quick.h"
#include "signals.h"
#include "spawn.h"
#include "state.h"

#define CONSOLE_TRIES 5		/* a console that is just being hung up comes back soon; */
#define CONSOLE_TRIES_BUSY 3	/* one that is being closed may not */
#define CONSOLE_PAUSE_MS 10
#define DEVICE_MAX 256
#define CLEAR_SIGHAND UINT64_C(0x100000000)	/* CLONE_CLEAR_SIGHAND of linux/sched.h, which not every libc knows */
#define WORDS_EXTRA 10		/* sh -c TEXT, sh initscript ID LEVELS ACTION PROCESS, NULL */
#define LOOK_MS 10		/* see were_changed() */
#define LINE_USUAL 256		/* a longer line is used where it stands, */
#ifndef ROOM_USUAL		/* a fuzz target has it smaller */
#define ROOM_USUAL 6144		/* and what needs more room than this has it mapped */
#endif

/* Our oom_score_adj, or STATE_UNKNOWN. */
static int32_t
oom_score(void)
{
	char text[16] = "";
	uint32_t value;
	int fd = open(PATH_OOM_SCORE, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return STATE_UNKNOWN;
	ssize_t n = read(fd, text, sizeof text - 1);
	(void)close(fd);
	if (n > 0 && text[n - 1] == '\n')
		n--;
	bool negative = text[0] == '-';
	if (n <= 0 || !options_number(text + negative, (size_t)n - negative, 1000, &value))
		return STATE_UNKNOWN;
	return negative ? -(int32_t)value : (int32_t)value;
}

/* prlimit(2) itself: two 64-bit numbers, with every libc. */
static struct state_limit
limit(int i)
{
	struct state_limit l;

	if (syscall(SYS_prlimit64, 0, i, NULL, &l) < 0)
		return (struct state_limit){ UINT64_MAX, 0 };	/* above the hard one: children keep theirs */
	return l;
}

void
spawn_init(bool first)
{
	quick_init();
	if (!first)
		return;		/* they came with the state: by now others may have changed ours */
	state.head->oom_score_adj = oom_score();
	for (int i = 0; i < STATE_LIMITS; i++)
		state.head->limit[i] = limit(i);
}

static bool
are_as_at_first(void)
{
	for (int i = 0; i < STATE_LIMITS; i++) {
		struct state_limit l = limit(i);

		if (l.soft != state.head->limit[i].soft || l.hard != state.head->limit[i].hard)
			return false;
	}
	/* Without a /proc at first, as at most boots, there is none to go back to. */
	return state.head->oom_score_adj == STATE_UNKNOWN || oom_score() == state.head->oom_score_adj;
}

/*
 * Has somebody changed init's own limits or oom score, as prlimit(1) and choom(1) can?  To set them again is nearly
 * half of what a child does before its exec; so they are looked at once for all that start within some milliseconds.
 */
static bool
were_changed(msec_t now)
{
	static msec_t looked;
	static bool changed;

	if (looked == 0 || now - looked >= LOOK_MS) {
		looked = now;
		changed = !are_as_at_first();
	}
	return changed;
}

static void
restore_limits(void)
{
	char text[16];

	for (int i = 0; i < STATE_LIMITS; i++)
		(void)syscall(SYS_prlimit64, 0, i, &state.head->limit[i], NULL);
	if (state.head->oom_score_adj == STATE_UNKNOWN)
		return;
	int fd = open(PATH_OOM_SCORE, O_WRONLY | O_CLOEXEC);
	if (fd >= 0) {
		size_t n = format(text, sizeof text, "%d", state.head->oom_score_adj);

		(void)write(fd, text, n);	/* a container may forbid it: then it is unchanged */
		(void)close(fd);
	}
}

static void
use_as_stdio(int fd)
{
	for (int i = 0; i < 3; i++)
		if (fd != i)
			(void)dup2(fd, i);
	if (fd > 2)
		(void)close(fd);
	else
		(void)fcntl(fd, F_SETFD, 0);
}

/* In a child: what it has opened as the console. */
static const char *console;

static int
console_for_child(void)
{
	int fd = console_open(&console);

	for (int i = 1; fd < 0 && i < (fd == -EINTR ? CONSOLE_TRIES_BUSY : CONSOLE_TRIES); i++) {
		(void)poll(NULL, 0, CONSOLE_PAUSE_MS);
		fd = console_open(&console);
	}
	if (fd == -EINTR)
		log_info("open(%s): it is being closed, and cannot be waited for", console);
	else if (fd < 0)
		log_warn("open(%s): %s", console, strerror(-fd));
	return fd;
}

/* Without a console 0 to 2 stay what init's are: /dev/null. */
static void
take_stdio_from_console(void)
{
	int fd = console_for_child();

	if (fd >= 0)
		use_as_stdio(fd);
	else
		for (int i = 0; i < 3; i++)
			(void)fcntl(i, F_SETFD, 0);
}

bool
spawn_take_console(void)
{
	take_stdio_from_console();
	bool taken = ioctl(STDIN_FILENO, TIOCSCTTY, 1) == 0;
	console_reset(STDIN_FILENO);
	return taken;
}

/* Why a device can be said to be missing; the place is added to SPAWN_NO_DEVICE. */
static const int missing[] = { ENOENT, ENXIO, EIO, ENODEV, ENOTDIR };

#define MISSING_COUNT (int)(sizeof missing / sizeof *missing)

/* The exit status that tells of err; 0: that does not mean missing. */
static int
missing_status(int err)
{
	for (int i = 0; i < MISSING_COUNT; i++)
		if (missing[i] == err)
			return SPAWN_NO_DEVICE + i;
	return 0;
}

static bool
is_missing(int err)
{
	return missing_status(err) != 0;
}

int
spawn_missing_errno(int status)
{
	int i = status - SPAWN_NO_DEVICE;

	return i >= 0 && i < MISSING_COUNT ? missing[i] : 0;
}

/* Open the device below /dev that the entry needs; a serial line without hardware opens, but has no settings. */
static int
open_device(const char *name)
{
	char path[sizeof "/dev/" + DEVICE_MAX];
	struct termios t;

	(void)format(path, sizeof path, "/dev/%s", name);
	int fd = open(path, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return -errno;
	if (tcgetattr(fd, &t) < 0 && is_missing(errno)) {
		int err = -errno;

		(void)close(fd);
		return err;
	}
	return fd;
}

static void
use_device(int fd)
{
	(void)fcntl(fd, F_SETFL, O_RDWR);
	if (ioctl(fd, TIOCSCTTY, 0) < 0)
		(void)ioctl(fd, TIOCSCTTY, 1);	/* held by a dead or foreign session: steal it */
	console_reset(fd);
	use_as_stdio(fd);
}

/* Stdio for an entry that is not held.  Its device comes first: without it nothing else matters. */
static void
set_stdio(const struct spawn *s)
{
	char device[DEVICE_MAX];
	int fd = -ENOENT;
	bool named = s->entry->options->tty.len > 0;

	if (!inittab_device(s->entry, s->text, device, sizeof device)) {
		take_stdio_from_console();
		return;
	}
	fd = open_device(device);
	if (fd < 0 && s->wait_for_device && is_missing(-fd)) {
		if (s->owed != 0)
			accounting_died(s->slot, s->text + s->entry->id.at, s->entry->id.len, s->owed);
		_exit(missing_status(-fd));
	}
	if (fd >= 0 && named) {
		use_device(fd);
		return;
	}
	if (fd < 0 && named)
		log_warn("open(/dev/%s): %s", device, strerror(-fd));
	take_stdio_from_console();	/* a getty opens its line itself; ours closes at exec */
}

/* Try program along the PATH of env, as execvp(3) does.  Returns on failure, with errno. */
static void
exec_along_path(char *const argv[], char *const env[], char *room)
{
	const char *path = env_get(env, "PATH");
	size_t name_len = strlen(argv[0]);
	int worst = ENOENT;

	if (strchr(argv[0], '/') != NULL || path == NULL) {
		(void)execve(argv[0], argv, env);
		return;
	}
	for (;;) {
		size_t len = strcspn(path, ":");

		errno = ENOENT;
		if (len < PATH_MAX) {
			memcpy(room, path, len);
			room[len] = '/';
			memcpy(room + len + (len > 0), argv[0], name_len + 1);
			(void)execve(room, argv, env);
		}
		if (errno == EACCES)
			worst = errno;
		else if (errno != ENOENT && errno != ENOTDIR)
			return;
		if (path[len] == '\0')
			break;
		path += len + 1;
	}
	errno = worst;
}

/* What is handed to exec: made in the child, on its stack, or for a quick start in the room for that. */
struct room {
	char *text, *script;	/* the process field, and "exec " with it */
	char **words;
	size_t words_max;
	char **env;
};

/* The next multiple of the size of a pointer. */
static size_t
aligned(size_t size)
{
	return (size + sizeof(char *) - 1) / sizeof(char *) * sizeof(char *);
}

static size_t
words_of(size_t len)
{
	return len / 2 + WORDS_EXTRA;
}

/* Bytes for a process field of len bytes: a multiple of the size of a pointer, as a room may end where the stack does. */
static size_t
room_size(size_t len)
{
	return words_of(len) * sizeof(char *) + aligned(env_size() + 2 * (len + sizeof "exec "));
}

static void
fill_room(struct room *r, char *memory, const char *process, size_t len, const char *device)
{
	r->words = (char **)(void *)memory;
	r->words_max = words_of(len);
	memory += r->words_max * sizeof *r->words;
	r->env = env_build(memory, device);
	r->script = memory + env_size();
	r->text = r->script + len + sizeof "exec ";
	memcpy(r->text, process, len);
	r->text[len] = '\0';
	memcpy(r->script, "exec ", sizeof "exec " - 1);
	memcpy(r->script + sizeof "exec " - 1, r->text, len + 1);
}

/* A child's: on its stack, where it is at hand.  The end is used first; the rest is for the search along PATH. */
struct stack_room {
	_Alignas(char *) char usual[ROOM_USUAL];
	char *path;
	struct room r;
};

static bool
make_room(struct stack_room *s, const char *process, size_t len)
{
	size_t path = aligned(PATH_MAX + 2 + len), size = path + room_size(len);

	s->path = size <= sizeof s->usual ? s->usual + (sizeof s->usual - size) :
	    mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (s->path == MAP_FAILED)
		return false;
	fill_room(&s->r, s->path + path, process, len, console != NULL ? console : console_name());
	return true;
}

/* The arguments of the shell for script. */
static char **
shell_words(struct room *r, char *script)
{
	r->words[0] = (char *)(uintptr_t)PATH_SHELL;
	r->words[1] = (char *)(uintptr_t)"-c";
	r->words[2] = script;
	r->words[3] = NULL;
	return r->words;
}

/* The arguments that the field asks for; the first of them, if there is one, is the program. */
static char **
wanted_words(struct room *r, bool no_shell)
{
	switch (command_way(r->text, strlen(r->text), no_shell)) {
	case COMMAND_SHELL:
		return shell_words(r, r->text);
	case COMMAND_SHELL_EXEC:
		return shell_words(r, r->script);
	case COMMAND_WORDS:
		break;
	}
	r->words[command_words(r->text, r->words, r->words_max - 1)] = NULL;
	return r->words;
}

/* As it is: format() is for people, and shows no control bytes. */
static void
copy_span(char *to, size_t size, const char *text, struct span from)
{
	size_t len = from.len < size ? from.len : size - 1;

	memcpy(to, text + from.at, len);
	to[len] = '\0';
}

static const char *
exec_initscript(const struct spawn *s, struct room *r)
{
	static char id[256], levels[256];
	const struct inittab_entry *e = s->entry;
	const char *implied = inittab_implied_levels(e);

	copy_span(id, sizeof id, s->text, e->id);
	if (implied != NULL)
		(void)format(levels, sizeof levels, "%s", implied);
	else
		copy_span(levels, sizeof levels, s->text, e->levels);
	char *const argv[] = { (char *)(uintptr_t)PATH_SHELL, (char *)(uintptr_t)PATH_INITSCRIPT, id, levels,
	    (char *)(uintptr_t)inittab_action_word((enum action)e->action), r->text, NULL };
	(void)execve(PATH_SHELL, argv, r->env);
	return PATH_SHELL;
}

/* Returns on failure only: the name of what could not be run. */
static const char *
exec_entry(const struct spawn *s, struct stack_room *room)
{
	struct room *r = &room->r;

	if (s->use_initscript && access(PATH_INITSCRIPT, R_OK) == 0)
		return exec_initscript(s, r);
	char **argv = wanted_words(r, s->entry->no_shell);
	const char *program = argv[0];
	if (program == NULL)
		return "";
	exec_along_path(argv, r->env, room->path);
	if (errno == ENOEXEC)	/* a script without #! */
		(void)execve(PATH_SHELL, shell_words(r, r->script), r->env);
	return program;
}

/* The last steps, the same for all: records, then exec, or a message and status 1. */
static _Noreturn void
run(const struct spawn *s)
{
	const struct inittab_entry *e = s->entry;
	struct stack_room room;
	const char *program;

	if (!e->no_utmp)
		accounting_started(s->slot, s->text + e->id.at, e->id.len, getpid(), s->owed);
	if (make_room(&room, s->text + e->process.at, e->process.len))
		program = exec_entry(s, &room);
	else
		program = "(no memory)";
	if (*program == '\0')
		_exit(0);	/* an empty command has nothing to do */
	log_warn("cannot execute \"%s\": %s", program, strerror(errno));
	_exit(1);
}

/*
 * Free the console when the command of a held entry has ended: a process in a new session takes
 * it away and gives it up.  If the holder gave it up itself, what the command left in its
 * process group would be hung up.
 */
static void
release_console(void)
{
	pid_t thief;

	if (tcgetpgrp(STDIN_FILENO) != getpgrp())
		return;
	thief = helper_fork();
	if (thief == 0) {
		(void)setsid();
		(void)signal(SIGHUP, SIG_IGN);
		if (ioctl(STDIN_FILENO, TIOCSCTTY, 1) == 0)
			(void)ioctl(STDIN_FILENO, TIOCNOTTY);
		_exit(0);
	}
	while (thief > 0 && waitpid(thief, NULL, 0) < 0 && errno == EINTR)
		;
}

/* A session leader that holds the console while the command runs in its process group. */
static _Noreturn void
hold_console(const struct spawn *s)
{
	static const int shielded[] = { SIGINT, SIGQUIT, SIGTSTP };
	siginfo_t end = { .si_status = 1 };
	pid_t command;

	if (!spawn_take_console())
		run(s);		/* nothing to hold */
	for (size_t i = 0; i < sizeof shielded / sizeof *shielded; i++)
		(void)signal(shielded[i], SIG_IGN);
	command = helper_fork();
	if (command == 0) {
		for (size_t i = 0; i < sizeof shielded / sizeof *shielded; i++)
			(void)signal(shielded[i], SIG_DFL);
		run(s);
	}
	if (command < 0)
		_exit(1);
	helper_close_files();
	while (waitid(P_PID, (id_t)command, &end, WEXITED) < 0 && errno == EINTR)
		;
	release_console();
	_exit(end.si_code == CLD_EXITED ? end.si_status : 128 + end.si_status);
}

/*
 * As fork(2), but the kernel stores the pid in *born before any of our code, on either side, can crash; and, from
 * Linux 5.5 on, resets the child's handlers by the way.
 */
static pid_t
start_process(pid_t *born, bool *reset)
{
	*reset = false;
#ifdef SYS_clone3
	static bool only_clone;
	/* clone(2); the first eight fields are all there ever were to begin with. */
	const uint64_t args[8] = { CLONE_PARENT_SETTID | CLEAR_SIGHAND, 0, 0, (uintptr_t)born, SIGCHLD };

	if (!only_clone) {
		pid_t pid = (pid_t)syscall(SYS_clone3, args, sizeof args);

		*reset = pid == 0;
		if (pid >= 0 || (errno != ENOSYS && errno != EPERM && errno != EINVAL))
			return pid;
		only_clone = true;	/* an old kernel, or a container that knows clone(2) alone */
	}
#endif
	return helper_clone(CLONE_PARENT_SETTID, born);
}

/*
 * What a child reads of its entry, on its stack: each page of the state that it touches is a fault that maps fifteen
 * more, all of which have to be unmapped at its exec.
 */
struct order {
	struct spawn spawn;
	struct inittab_entry entry;
	struct options options;
	char line[LINE_USUAL];
};

static const struct spawn *
copy_order(struct order *o, const struct spawn *s)
{
	struct inittab_entry *e = &o->entry;
	struct span *const parts[] = { &e->id, &e->levels, &e->process, &o->options.tty, &e->line };
	uint32_t at = s->entry->line.at;

	o->spawn = *s;
	o->spawn.entry = e;
	*e = *s->entry;
	o->options = *e->options;
	e->options = &o->options;
	if (e->line.len <= sizeof o->line) {
		memcpy(o->line, s->text + at, e->line.len);
		for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
			parts[i]->at -= at;
		o->spawn.text = o->line;
	}
	return &o->spawn;
}

/*
 * The usual start (quick.h), of what needs a session, the console and an exec: no record, no device, nothing that init
 * waits for and may give the console to.  0: it is none.
 */
static pid_t
start_quickly(const struct spawn *s, pid_t *born)
{
	const struct inittab_entry *e = s->entry;
	const char *device = console_first();
	char named[DEVICE_MAX];
	struct room r;

	if (!e->no_utmp || s->held || !s->wait_for_device || inittab_device(e, s->text, named, sizeof named))
		return 0;
	char *memory = quick_room(room_size(e->process.len), s->now);
	if (memory == NULL)
		return 0;
	fill_room(&r, memory, s->text + e->process.at, e->process.len, device);
	const struct quick q = {
		.console = device,
		.unless = s->use_initscript ? PATH_INITSCRIPT : NULL,
		.argv = wanted_words(&r, e->no_shell),
		.env = r.env,
	};
	if (q.argv[0] == NULL || strchr(q.argv[0], '/') == NULL)
		return 0;	/* nothing to do, or to be looked for along PATH */
	return quick_start(&q, born, s->now);
}

pid_t
spawn_start(const struct spawn *s)
{
	struct state_slot *slot = &state.slot[s->slot];
	struct order order;
	bool reset;

	bool changed = were_changed(s->now);
	slot->born = 0;
	atomic_store(&slot->zombies, 0);
	pid_t pid = changed ? 0 : start_quickly(s, &slot->born);
	if (pid > 0)
		return pid;
	s = copy_order(&order, s);
	pid = start_process(&slot->born, &reset);
	if (pid < 0)
		return -errno;
	if (pid > 0)
		return pid;
	(void)setsid();
	if (reset)
		signals_unblock();
	else
		signals_reset();
	if (changed)
		restore_limits();	/* before all else: ours may not suffice for what follows */
	if (s->held)
		hold_console(s);
	set_stdio(s);
	run(s);
}

void
spawn_exec(const char *const argv[])
{
	struct stack_room room;

	if (make_room(&room, "", 0))
		(void)execve(argv[0], (char *const *)(uintptr_t)argv, room.r.env);
}
