#include <errno.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "descriptors.h"
#include "dontfork.h"
#include "helper.h"
#include "signals.h"
#include "state.h"

_Static_assert(HELPERS == sizeof state.head->level[0].helper / sizeof state.head->level[0].helper[0],
    "state.h has room for each helper");

static bool was_lost;

static void
set(enum helper h, pid_t pid, msec_t deadline)
{
	struct level_live *l = state_level_edit();

	l->helper[h].pid = pid;
	l->helper[h].deadline = deadline;
	state_level_commit();
}

void
helper_close_files(void)
{
	(void)close(STATE_FD);
	(void)close(REQUEST_FD);
	(void)close(OWN_FD);
}

bool
helper_running(enum helper h)
{
	return helper_pid(h) != 0;
}

bool
helper_any_running(void)
{
	for (enum helper h = 0; h < HELPERS; h++)
		if (helper_running(h))
			return true;
	return false;
}

pid_t
helper_pid(enum helper h)
{
	return state_level()->helper[h].pid;
}

bool
helper_was_lost(void)
{
	return was_lost;
}

/* Before Linux 4.7 it does not know __WALL. */
int
helper_wait_options(void)
{
	static int options;
	siginfo_t none;

	if (options == 0)
		options = waitid(P_PID, 1, &none, WEXITED | WNOHANG | WNOWAIT | __WALL) < 0 && errno == EINVAL ?
		    WEXITED | WNOHANG : WEXITED | WNOHANG | __WALL;
	return options;
}

/* clone(2); the flags, of which the signal of the end is one, come first on all machines but two. */
static pid_t
clone_raw(unsigned long flags, pid_t *born)
{
#if defined(__s390__) || defined(__cris__)
	return (pid_t)syscall(SYS_clone, 0, flags, born, NULL, 0);
#else
	return (pid_t)syscall(SYS_clone, flags, 0, born, NULL, 0);
#endif
}

pid_t
helper_clone(unsigned long flags, pid_t *born)
{
	return clone_raw(flags | SIGCHLD, born);
}

static pid_t
clone_with_all(unsigned long signal)
{
	if (!dontfork_lift())
		return -1;
	pid_t pid = clone_raw(signal, NULL);
	if (pid != 0) {
		int err = errno;

		dontfork_restore();
		errno = err;
	}
	return pid;
}

pid_t
helper_fork(void)
{
	return clone_with_all(SIGCHLD);
}

pid_t
helper_fork_beside(void)
{
	return helper_clone(CLONE_PARENT, NULL);
}

bool
helper_start(enum helper h, int (*work)(void *arg), void *arg, msec_t timeout, msec_t now)
{
	if (helper_running(h))
		return false;
	bool reads_table = h == HELPER_RECORDER || h == HELPER_LOOKER;
	unsigned long signal = helper_wait_options() & __WALL ? SIGNAL_HELPER : SIGCHLD;
	pid_t pid = reads_table ? clone_with_all(signal) : clone_raw(signal, NULL);
	if (pid < 0)
		return false;
	if (pid == 0) {
		(void)setsid();
		signals_reset();
		helper_close_files();
		_exit(work(arg));
	}
	set(h, pid, timeout != 0 ? now + timeout : 0);
	return true;
}

enum helper
helper_reaped(const siginfo_t *death, int *answer)
{
	const struct level_live *l = state_level();

	for (enum helper h = 0; h < HELPERS; h++)
		if (l->helper[h].pid == death->si_pid) {
			*answer = death->si_code == CLD_EXITED ? death->si_status : HELPER_FAILED;
			set(h, 0, 0);
			return h;
		}
	return HELPERS;
}

void
helper_cancel(enum helper h)
{
	pid_t pid = state_level()->helper[h].pid;

	if (pid != 0) {
		(void)kill(-pid, SIGKILL);
		(void)kill(pid, SIGKILL);	/* it may not have made its session yet */
		set(h, 0, 0);
		was_lost = true;
	}
}

enum helper
helper_late(msec_t now)
{
	for (enum helper h = 0; h < HELPERS; h++) {
		msec_t deadline = state_level()->helper[h].deadline;

		if (deadline != 0 && now >= deadline) {
			helper_cancel(h);
			return h;
		}
	}
	return HELPERS;
}

msec_t
helper_deadline(void)
{
	msec_t first = 0;

	for (enum helper h = 0; h < HELPERS; h++)
		first = clock_earlier(first, state_level()->helper[h].deadline);
	return first;
}
