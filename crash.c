#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"
#include "console.h"
#include "crash.h"
#include "dontfork.h"
#include "helper.h"
#include "initctl.h"
#include "log.h"
#include "paths.h"
#include "quick.h"
#include "reexec.h"
#include "request.h"
#include "signals.h"
#include "spawn.h"
#include "state.h"
#include "upgrade.h"

#define STACK_SIZE 65536	/* untouched pages cost nothing */
#define GUARD_SIZE 65536	/* a page or more, on all machines */
#define NAP_MS 1000		/* between attempts, where nothing else can be done */

static pid_t init_pid;
static volatile sig_atomic_t depth;

/* A copy of the process dies of the signal and leaves the core file. */
static void
leave_core(int sig)
{
	struct sigaction act = { .sa_handler = SIG_DFL };

	if (helper_fork() != 0)
		return;
	(void)sigaction(sig, &act, NULL);
	signals_unblock();
	(void)syscall(SYS_kill, syscall(SYS_getpid), sig);
	_exit(1);
}

/* False: there is no state yet, or none to be had. */
static bool
note_crash(int sig, const siginfo_t *info)
{
	struct state_header *h = state.head != NULL ? state.head : state_peek();

	if (h == NULL)
		return false;
	h->crash.count++;
	h->crash.in_a_row++;
	h->crash.address = (uint64_t)(uintptr_t)(info->si_code > 0 ? info->si_addr : NULL);
	h->crash.signal = sig;
	return true;
}

static void
on_fault(int sig, siginfo_t *info, void *context)
{
	const struct timespec nap = { .tv_sec = NAP_MS / 1000 };

	(void)context;
	if (quick_is_here())
		quick_end(sig);
	if (getpid() != init_pid) {
		struct sigaction act = { .sa_handler = SIG_DFL };

		(void)sigaction(sig, &act, NULL);
		if (info->si_code <= 0)
			(void)kill(getpid(), sig);
		return;		/* a fault repeats itself */
	}
	/* While a crash is dealt with, signals that somebody sends are no faults. */
	if (depth > 0 && info->si_code <= 0)
		return;
	depth++;
	if (depth == 1) {
		if (!note_crash(sig, info))
			(void)nanosleep(&nap, NULL);	/* nobody counts: at least not a storm */
		leave_core(sig);
	}
	if (depth <= 2)
		reexec_own();
	for (;;) {
		while (waitpid(-1, NULL, WNOHANG | __WALL) > 0)	/* helpers, too: helper.h */
			;
		(void)nanosleep(&nap, NULL);
		reexec_own();
	}
}

/*
 * Below the stack of the handlers is some more of it and then a hole.  Endless recursion in a handler ends at the
 * hole, not in init's data; and outside of what the kernel calls the stack, so that it begins at its top again: with
 * no room left on it the kernel would kill.
 */
static void
take_stack(void)
{
	stack_t s = { .ss_size = STACK_SIZE };
	char *memory = mmap(NULL, 2 * GUARD_SIZE + STACK_SIZE, PROT_NONE,
	    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (memory == MAP_FAILED ||
	    mprotect(memory + GUARD_SIZE, GUARD_SIZE + STACK_SIZE, PROT_READ | PROT_WRITE) < 0)
		return;		/* every fault but an overflow of the stack can still be handled */
	s.ss_sp = memory + 2 * GUARD_SIZE;
	(void)sigaltstack(&s, NULL);
	dontfork_set(DONTFORK_STACK, memory, 2 * GUARD_SIZE + STACK_SIZE);
}

void
crash_init(void)
{
	static const int faults[] = { SIGNALS_FAULTS };
	struct sigaction act = { .sa_sigaction = on_fault };

	init_pid = getpid();
	take_stack();
	/* Not masked in their own handlers: a fault with its signal blocked would be the end. */
	act.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
	(void)sigfillset(&act.sa_mask);
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		(void)sigdelset(&act.sa_mask, faults[i]);
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		(void)sigaction(faults[i], &act, NULL);
}

void
crash_progress(void)
{
	if (state.head->crash.in_a_row != 0)
		state.head->crash.in_a_row = 0;
}

bool
crash_is_hopeless(void)
{
	return state.head->crash.in_a_row >= CRASH_ROW;
}

/* ---- when nothing helps ---- */

static pid_t
start_shell(void)
{
	static const char *const sulogin[] = { PATH_SULOGIN, "--force", NULL };
	static const char *const shell[] = { PATH_SHELL, NULL };
	pid_t pid = helper_fork();

	if (pid != 0)
		return pid;
	(void)setsid();
	signals_reset();
	(void)spawn_take_console();
	spawn_exec(sulogin);
	spawn_exec(shell);
	_exit(127);
}

/* Only one request counts here: U. */
static bool
is_upgrade_wanted(void)
{
	struct initctl_request r;
	bool wanted = false;

	while (read(REQUEST_FD, &r, sizeof r) == (ssize_t)sizeof r)
		wanted |= r.magic == INITCTL_MAGIC && r.command == INITCTL_RUNLVL &&
		    (r.runlevel == 'u' || r.runlevel == 'U');
	return wanted;
}

/* A copy of init asks the file that would be executed: one that is none would be the end. */
static pid_t
start_examiner(void)
{
	pid_t pid = upgrade_open() ? helper_fork() : -1;

	if (pid != 0)
		return pid;
	(void)setsid();
	signals_reset();
	helper_close_files();
	(void)alarm(UPGRADE_TIMEOUT_MS / 1000);
	_exit(upgrade_examine(NULL));
}

static void
end_examination(pid_t pid, int status)
{
	uint32_t row = state.head->crash.in_a_row;

	(void)kill(-pid, SIGKILL);	/* what it ran, if that is what took too long */
	if (WIFEXITED(status) && WEXITSTATUS(status) == UPGRADE_GOOD) {
		state.head->crash.in_a_row = 0;		/* the new one gets its own chances */
		(void)reexec_now(upgrade_fd());
		state.head->crash.in_a_row = row;
	}
	if (!WIFEXITED(status) || WEXITSTATUS(status) == UPGRADE_GOOD)
		log_warn("Attempt to re-exec failed");
	upgrade_drop();
}

/*
 * Nothing of the state is touched: who dies here is missed by the next init, which asks for each child's
 * process.
 */
_Noreturn void
crash_rescue(const char *why)
{
	const struct timespec nap = { .tv_sec = NAP_MS / 1000 };
	pid_t shell = 0, examiner = 0, dead;
	int status;

	log_warn("%s; from here on init only reaps.  After a repair: telinit u", why);
	request_check(clock_now());
	for (;;) {
		struct pollfd fifo = { .fd = request_fd(), .events = POLLIN };

		if (shell <= 0)
			shell = start_shell();
		(void)ppoll(&fifo, 1, shell > 0 ? NULL : &nap, signals_wait_mask());
		if (is_upgrade_wanted() && examiner <= 0)
			examiner = start_examiner();
		while ((dead = waitpid(-1, &status, WNOHANG | __WALL)) > 0)
			if (dead == shell) {
				(void)ppoll(NULL, 0, &nap, signals_wait_mask());
				shell = 0;
			} else if (dead == examiner) {
				examiner = 0;
				end_examination(dead, status);
			}
		(void)console_tick(clock_now());
	}
}
