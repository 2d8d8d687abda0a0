/*
 * spawn.h - what happens between fork and exec, or without a fork: what asks for nothing special is started in the
 * quick way (quick.h).
 *
 * The child:  a session of its own; 0, 1 and 2 on the console, on the device of its option tty=, or on
 *             /dev/null; no other descriptor; empty signal mask, default actions; umask, directory,
 *             limits and oom score as init was started with; its utmp record written.
 * Console:    a waited entry of the levels # * S has the console as controlling terminal, held by
 *             a process of its own (`held`): job control works, and what the command leaves behind
 *             is not hung up when it ends.
 * Command:    exec'd directly when it is made of plain words, else by the shell with `exec` in front
 *             where it is one simple command, so that no shell stays (inittab(5)).
 * PID 1:      allocates nothing and opens nothing here but its own oom score, in /proc; what may fail fails in
 *             the child, which then logs and exits with status 1, or with one of SPAWN_NO_DEVICE.
 */
#ifndef RUNG_SPAWN_H
#define RUNG_SPAWN_H

#include <stdbool.h>
#include <sys/types.h>

#include "clock.h"
#include "inittab.h"

/*
 * Exit statuses of a child that could not open its device, from SPAWN_NO_DEVICE on: init's own code before the
 * exec.  A program that ends with one of them is only looked at once more.
 */
#define SPAWN_NO_DEVICE 240
int spawn_missing_errno(int status);

struct spawn {
	const struct inittab_entry *entry;
	const char *text;
	uint32_t slot;
	bool held;		/* with the console as controlling terminal */
	bool use_initscript;
	bool wait_for_device;	/* a device that cannot be opened is a failure, not a reason to go on */
	pid_t owed;		/* its forerunner's death, not yet in wtmp; or 0 */
	msec_t now;
};

/* Once: note the limits and the oom score that children get. */
void spawn_init(bool first);
/* The pid, or a negative errno. */
pid_t spawn_start(const struct spawn *s);
/* For helpers, in the child: 0 to 2 on the console, taken as controlling terminal; false: it has none. */
bool spawn_take_console(void);
/* In a new process: run a program on the console, with the environment of children; returns on failure. */
void spawn_exec(const char *const argv[]);

#endif
