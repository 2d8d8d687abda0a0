/*
 * procs.h - the processes of this system, for killall5 and pidof.
 *
 * Nothing here waits for another process: of a stranger's directory below /proc only `stat` is read,
 * which the kernel answers from what it has in memory.  (What needs the stranger's own memory, such as
 * `cmdline`, can hang: see aside.h.)
 *
 * Ownership:  the list is the caller's, from malloc.
 * Errors:     0 or a negative errno.
 */
#ifndef CMD_PROCS_H
#define CMD_PROCS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct proc {
	pid_t pid;
	pid_t parent;
	pid_t session;
	dev_t terminal;	/* its controlling one; 0: none */
	char state;	/* as ps(1) shows it: R S D Z T ... */
	bool dead;	/* a zombie, with no thread left */
	bool kernel;	/* a thread of the kernel's */
	unsigned long long start;	/* ticks from boot; pid and start are one process for good */
	char comm[68];	/* the kernel's name for it: 15 bytes of a program's, more of its own threads */
};

/*
 * Go to /proc, for good.  -ENOENT: nothing is mounted there; -EXDEV: it shows the processes of another
 * pid namespace, whose numbers would be taken for ours.
 */
int procs_enter(void);
/* That error in words, for a message "NAME: /proc: ...". */
const char *procs_problem(int err);
/* What /proc says of one process; -ESRCH: there is none. */
int procs_read(pid_t pid, struct proc *p);
/* All of them, by ascending pid. */
int procs_list(struct proc **list, size_t *count);

/*
 * Add the pids of an operand of -o, separated by , ; or :, to those that procs_omitted() knows;
 * %PPID is the caller's.  Anything else is ignored, and bad() told.  -ENOMEM: not all were added.
 */
int procs_omit(const char *text, void (*bad)(const char *word, int len));
bool procs_omitted(pid_t pid);

#endif
