/*
 * floor.c - what the kernel costs: a PID 1 that only forks, executes, reaps and restarts.
 *
 * usage: floor ENTRIES
 *
 * It runs `/bench/child N` for each entry.  SIGHUP is its change of level: all get TERM, and when they are gone it
 * runs one other; the next one is the way back.  SIGUSR1 is its request: one more.  No table, no message, no record, no second chance.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "book.h"

static int entry_of[1 << 22];	/* by pid: entry + 1; pages that nobody uses cost nothing */
static pid_t pid_of[BOOK_SLOTS];
static sigset_t all;
static int entries, alive, stopping;
static int away;	/* in the other level */

static void
start(int entry)
{
	char number[12];
	pid_t pid = fork();

	if (pid == 0) {
		(void)snprintf(number, sizeof number, "%d", entry);
		(void)sigprocmask(SIG_UNBLOCK, &all, NULL);
		(void)setsid();
		(void)execl("/bench/child", "child", number, (char *)NULL);
		_exit(127);
	}
	entry_of[pid] = entry + 1;
	pid_of[entry] = pid;
	alive++;
}

/* All of the last level are gone. */
static void
enter(void)
{
	stopping = 0;
	if (away)
		start(SLOT_MARK);
	for (int i = 0; !away && i < entries; i++)
		start(i);
}

/* Reap pid, or any process for -1: is there one? */
static int
bury(pid_t which)
{
	pid_t pid = waitpid(which, NULL, WNOHANG);
	int entry = pid > 0 ? entry_of[pid] - 1 : -1;

	if (entry < 0)
		return pid > 0;
	entry_of[pid] = 0;
	alive--;
	if (!stopping)
		start(entry);
	else if (alive == 0)
		enter();
	return 1;
}

static void
change(void)
{
	stopping = 1;
	away = !away;
	if (away)
		for (int i = 0; i < entries; i++)
			(void)kill(pid_of[i], SIGTERM);
	else
		(void)kill(pid_of[SLOT_MARK], SIGTERM);
}

int
main(int argc, char **argv)
{
	siginfo_t info;

	(void)sigfillset(&all);
	(void)sigprocmask(SIG_BLOCK, &all, NULL);
	entries = argc > 1 ? atoi(argv[1]) : 0;
	enter();
	for (;;) {
		switch (sigwaitinfo(&all, &info)) {
		case SIGCHLD:
			/* The kernel looks for any dead child among all that live: first the one it named. */
			(void)bury(info.si_pid);
			while (bury(-1))
				continue;
			break;
		case SIGHUP:
			change();
			break;
		case SIGUSR1:
			start(SLOT_DEMAND);
			break;
		}
	}
}
