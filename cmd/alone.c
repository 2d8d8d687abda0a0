#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/reboot.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../clock.h"
#include "../paths.h"
#include "../utmp.h"
#include "alone.h"

#define SYNC_MS 10000		/* a disk that hangs costs that much */
#define COMMAND_MS 30000	/* and a file system that cannot be unmounted */
#define PAUSE_MS 20
#define KILLALL "/sbin/killall5"
#define NOBODY 2		/* its exit status when there was nobody to signal */
#define OMIT "/run/sendsigs.omit"
#define OMIT_D "/run/sendsigs.omit.d"

extern char **environ;

static void
say(const char *what)
{
	(void)fprintf(stderr, "shutdown: %s\n", what);
}

/* Wait for a child until the deadline; its exit status, or -1.  Its SIGCHLD is blocked, and so cannot be missed. */
static int
await(pid_t pid, msec_t deadline)
{
	sigset_t death;
	msec_t left;
	int status;
	pid_t got;

	(void)sigemptyset(&death);
	(void)sigaddset(&death, SIGCHLD);
	while ((got = waitpid(pid, &status, WNOHANG)) == 0 && (left = deadline - clock_now()) > 0)
		(void)sigtimedwait(&death, NULL,
		    &(struct timespec){ .tv_sec = left / 1000, .tv_nsec = left % 1000 * 1000000 });
	if (got != pid)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* sync(2), but for a few seconds only: a disk can hang. */
static void
sync_a_while(void)
{
	pid_t pid = fork();

	if (pid == 0) {
		sync();
		_exit(0);
	}
	(void)await(pid, clock_now() + SYNC_MS);
}

/* Run a command of an administrator's PATH; its exit status, or -1. */
static int
run(char *const argv[])
{
	static char *const clean[] = { "HOME=/", "PATH=" PATH_SEARCH, "TERM=dumb",
		"SHELL=/bin/sh", NULL };
	sigset_t none;
	pid_t pid = fork();

	if (pid == 0) {
		(void)sigemptyset(&none);
		(void)sigprocmask(SIG_SETMASK, &none, NULL);
		(void)signal(SIGPIPE, SIG_DFL);
		(void)signal(SIGCHLD, SIG_DFL);
		environ = (char **)clean;
		(void)execvp(argv[0], argv);
		_exit(127);
	}
	return await(pid, clock_now() + COMMAND_MS);
}

/* ---------------------------------------------------------------- signals */

/* Pids that are not to be signalled, as arguments of killall5. */
struct spared {
	char **argv;
	size_t n;
};

static void
add_word(struct spared *s, const char *word)
{
	char **more = realloc(s->argv, (s->n + 2) * sizeof *more);
	char *copy = strdup(word);

	if (more == NULL || copy == NULL) {	/* one less is spared */
		free(copy);
		return;
	}
	s->argv = more;
	s->argv[s->n++] = copy;
	s->argv[s->n] = NULL;
}

/* Each line of the file has a pid, or more. */
static void
add_file(struct spared *s, const char *path)
{
	FILE *f = fopen(path, "re");
	char word[16];

	while (f != NULL && fscanf(f, "%15s", word) == 1)
		if (word[strspn(word, "0123456789")] == '\0') {
			add_word(s, "-o");
			add_word(s, word);
		}
	if (f != NULL)
		(void)fclose(f);
}

static void
find_spared(struct spared *s)
{
	DIR *dir = opendir(OMIT_D);
	struct dirent *entry;
	char *path;

	add_file(s, OMIT);
	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.' || asprintf(&path, "%s/%s", OMIT_D, entry->d_name) < 0)
			continue;
		add_file(s, path);
		free(path);
	}
	if (dir != NULL)
		(void)closedir(dir);
}

/*
 * To every process but init and us; false: there was none.  Those that file systems depend on have asked to be spared: that takes
 * killall5, which knows all others (and spares its own session, which is ours alone).
 */
static bool
signal_all(int sig)
{
	struct spared s = { 0 };
	char number[8];
	int status = -1;

	(void)snprintf(number, sizeof number, "-%d", sig);
	add_word(&s, KILLALL);
	add_word(&s, number);
	find_spared(&s);
	if (s.n > 2)
		status = run(s.argv);
	if (status != 0 && status != NOBODY)
		(void)kill(-1, sig);
	return status != NOBODY;
}

/* TERM, and KILL for those that are still there after so long; the moment that nobody is, it goes on. */
static void
end_all(int seconds)
{
	msec_t until = clock_now() + (msec_t)seconds * 1000;

	say("sending all processes the TERM signal");
	if (!signal_all(SIGTERM))
		return;
	while (clock_now() < until) {
		if (!signal_all(SIGCONT))
			return;
		(void)poll(NULL, 0, PAUSE_MS);
	}
	say("sending all processes the KILL signal");
	(void)signal_all(SIGKILL);
}

/* ---------------------------------------------------------------- the end */

/* An open file keeps its file system busy.  Only terminals stay, and the descriptor given. */
static void
let_go(int but)
{
	int null = open("/dev/null", O_RDWR);

	for (int fd = 0; fd < getdtablesize(); fd++)
		if (fd <= STDERR_FILENO && !isatty(fd) && null >= 0)
			(void)dup2(null, fd);
		else if (fd > STDERR_FILENO && fd != but)
			(void)close(fd);
}

static void
ask_kernel(unsigned command)
{
	(void)reboot((int)command);
}

static void
stop_machine(const struct plan *p)
{
	if (p->level == '6') {
		ask_kernel(RB_AUTOBOOT);
		return;
	}
	ask_kernel(RB_ENABLE_CAD);
	if (strcmp(p->halt, "INIT_HALT=POWEROFF") == 0)
		ask_kernel(RB_POWER_OFF);
	ask_kernel(RB_HALT_SYSTEM);
	ask_kernel(RB_DISABLE_CAD);
}

int
alone_stop(const struct plan *p, int fd)
{
	static char *const commands[][3] = { { "accton", "off" }, { "quotaoff", "-a" }, { "swapoff", "-a" },
		{ "umount", "-a" } };
	struct utmp_record r;
	int err;

	sync_a_while();
	let_go(fd);
	if (kill(1, SIGTSTP) < 0) {
		err = -errno;
		(void)fprintf(stderr, "shutdown: can't idle init: %s\n", strerror(-err));
		return err;
	}
	end_all(p->seconds);
	utmp_fill(&r, UTMP_RUN_LVL, "~~", 2, 0, "shutdown", "~~");
	(void)utmp_wtmp_append(&r);	/* who wants no wtmp has none */
	say("turning off accounting, quotas and swap, unmounting file systems");
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		if (i == 2)
			sync_a_while();
		(void)run(commands[i]);	/* who has no quotas has no quotaoff */
	}
	stop_machine(p);
	err = -errno;
	(void)fprintf(stderr, "shutdown: the kernel refused: %s\n", strerror(-err));
	(void)kill(1, SIGCONT);
	return err;
}
