/*
 * launch.h - becoming the program, or having a child become it.
 *
 * The order of what happens before the exec: pid file (of the name that --stop will look at: outside a
 * chroot), output file, priority, scheduling, root directory, working directory, group, groups, user, umask.
 *
 * Failures end the program (ssd.h), also those of a child in the background, up to its exec.
 */
#ifndef SSD_LAUNCH_H
#define SSD_LAUNCH_H

#include <stdbool.h>
#include <sys/types.h>

struct launch_sched {
	bool given;
	int policy, priority;
};

struct launch {
	const char *program;
	char *const *argv;
	const char *root;		/* NULL: stay in ours */
	const char *dir;
	const char *user;		/* NULL: stay who we are */
	const char *home;		/* what HOME becomes; NULL: what it is */
	uid_t uid;
	bool by_group;
	gid_t gid;
	int nice;			/* added */
	struct launch_sched sched;	/* sched_setscheduler(2) */
	struct launch_sched io;		/* ioprio_set(2): class and data */
	bool by_umask;
	mode_t umask;
	const char *pidfile;		/* NULL: write none */
	const char *output;		/* in the background; NULL: /dev/null */
	bool keep_files;		/* in the background */
	int notify_seconds;		/* in the background; below 0: do not wait */
};

_Noreturn void launch_here(const struct launch *l);
/* Returns when it runs, and, if it was to be waited for, is ready. */
void launch_background(const struct launch *l);

#endif
