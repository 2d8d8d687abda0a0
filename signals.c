#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "quick.h"
#include "signals.h"
#include "state.h"

static const int faults[] = { SIGNALS_FAULTS };

/* All that init acts on.  SIGALRM only ends the wait, as it did in the classic. */
static const int noted[] = {
	SIGHUP, SIGINT, SIGWINCH, SIGPWR, SIGUSR1, SIGUSR2, SIGALRM, SIGTSTP, SIGCONT, SIGNAL_POWEROFF, SIGNAL_HELPER,
};

static const int dumping[] = { SIGNALS_DUMPING };

#define COUNT(array) (sizeof (array) / sizeof *(array))

static sigset_t wait_mask;	/* empty */

static void
note(int sig)
{
	unsigned bit = (unsigned)sig - 1;

	if (quick_is_here()) {
		quick_default(sig);
		return;
	}
	(void)atomic_fetch_or(&state.head->signals[bit / 32], 1u << bit % 32);
}

static void
note_death(int sig, siginfo_t *info, void *context)
{
	(void)context;
	if (!quick_is_here())
		atomic_store(&state.head->died, info->si_pid);
	note(sig);
}

/* Init itself cannot die of it, caught or not. */
static void
dump_no_core(int sig)
{
	if (quick_is_here())
		quick_end(sig);
}

const sigset_t *
signals_wait_mask(void)
{
	return &wait_mask;
}

static void
block_all(void)
{
	sigset_t all;

	(void)sigfillset(&all);
	for (size_t i = 0; i < COUNT(faults); i++)
		(void)sigdelset(&all, faults[i]);
	(void)sigprocmask(SIG_SETMASK, &all, NULL);
}

static bool
is_among(const int *list, size_t count, int sig)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == sig)
			return true;
	return false;
}

static bool
has_handler(int sig)
{
	return is_among(noted, COUNT(noted), sig) || is_among(dumping, COUNT(dumping), sig) ||
	    is_among(faults, COUNT(faults), sig) ||	/* crash.h */
	    sig == SIGCHLD || sig == SIGRTMIN + 4;
}

/*
 * Of the real-time signals libc keeps the first ones to itself, yet its posix_spawn(3) hands them out
 * ignored, as to all that make(1) starts.  To the kernel zeros are the default action.
 */
static void
default_by_kernel(int sig)
{
	static const uint64_t zeros[8];

	(void)syscall(SYS_rt_sigaction, sig, zeros, NULL, NSIG / 8);
}

void
signals_init(void)
{
	struct sigaction act = { .sa_handler = SIG_DFL };

	block_all();
	(void)sigemptyset(&wait_mask);
	for (int sig = 1; sig < NSIG; sig++)
		/* SIG_DFL would throw away a WINCH or CONT that is pending */
		if (!has_handler(sig) && sigaction(sig, &act, NULL) < 0)
			default_by_kernel(sig);
	act.sa_handler = note;
	/* Nothing is masked in a handler: else one signal would end the wait and the others had to wait. */
	act.sa_flags = SA_RESTART;
	(void)sigemptyset(&act.sa_mask);
	for (size_t i = 0; i < COUNT(noted); i++)
		(void)sigaction(noted[i], &act, NULL);
	if (SIGRTMIN + 4 != SIGNAL_POWEROFF)
		(void)sigaction(SIGRTMIN + 4, &act, NULL);
	act.sa_handler = dump_no_core;
	for (size_t i = 0; i < COUNT(dumping); i++)
		(void)sigaction(dumping[i], &act, NULL);
	act.sa_sigaction = note_death;
	act.sa_flags = SA_SIGINFO | SA_NOCLDSTOP | SA_RESTART;
	(void)sigaction(SIGCHLD, &act, NULL);
}

bool
signals_came(int sig)
{
	unsigned bit = (unsigned)sig - 1;

	return (atomic_load(&state.head->signals[bit / 32]) & 1u << bit % 32) != 0;
}

void
signals_done(int sig)
{
	unsigned bit = (unsigned)sig - 1;

	(void)atomic_fetch_and(&state.head->signals[bit / 32], ~(1u << bit % 32));
}

pid_t
signals_dead(void)
{
	return atomic_exchange(&state.head->died, 0);
}

void
signals_unblock(void)
{
	sigset_t none;

	(void)sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
}

void
signals_reset(void)
{
	struct sigaction act = { .sa_handler = SIG_DFL };

	/* Only what has a handler: nothing is ignored.  First this, then the mask. */
	for (size_t i = 0; i < COUNT(noted); i++)
		(void)sigaction(noted[i], &act, NULL);
	for (size_t i = 0; i < COUNT(dumping); i++)
		(void)sigaction(dumping[i], &act, NULL);
	(void)sigaction(SIGRTMIN + 4, &act, NULL);
	(void)sigaction(SIGCHLD, &act, NULL);
	signals_unblock();
}
