/*
 * match.h - which processes are meant.
 *
 * All criteria that are given must hold together.  Candidates are the process of the pid, the one that the
 * pid file names, or, where neither is given, all of /proc.  A zombie runs no more, and we are not meant.
 *
 * A process is held by a pidfd before it is looked at: what is done later can reach no other one, also when the
 * pid has gone to somebody else.  Where the kernel has none (before 5.3), or descriptors run out, fd is -1
 * and pid and start time are compared instead.
 *
 * Failures that leave no answer end the program (ssd.h).
 */
#ifndef SSD_MATCH_H
#define SSD_MATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/types.h>

struct match {
	pid_t pid;		/* 0: not given, as NULL is below */
	const char *pidfile;
	pid_t ppid;
	const char *name;	/* as the kernel has it, at most MATCH_NAME_MAX */
	const char *exec;	/* the file that it runs, seen from here */
	struct stat exec_file;	/* that file */
	bool script;		/* that file begins with #! */
	const char *user;
	uid_t uid;
};
#define MATCH_NAME_MAX 15

/* What /proc/PID/stat tells. */
struct match_stat {
	const char *name;	/* in the text; not terminated */
	size_t name_len;
	char state;
	pid_t ppid;
	unsigned long long start;	/* ticks since the kernel's boot */
};
bool match_parse_stat(const char *text, size_t len, struct match_stat *s);

struct process {
	pid_t pid;
	int fd;
	unsigned long long start;	/* 0: unknown */
};
/* Those that were found; the caller's, match_free() gives them back. */
struct processes {
	struct process *list;
	size_t count;
};

enum match_result {
	MATCH_FOUND,
	MATCH_NONE,
	MATCH_STALE,	/* none, though there is a pid file that names one */
	MATCH_UNKNOWN,	/* none, and the pid file says nothing */
};

/* Add to found those that match and are not in it. */
enum match_result match_find(const struct match *m, struct processes *found);
/* 0 or -errno */
int match_signal(const struct process *p, int signal);
/* Forget those that are dead. */
void match_drop_dead(struct processes *found);
void match_free(struct processes *found);

#endif
