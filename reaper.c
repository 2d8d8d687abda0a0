#include <errno.h>
#include <signal.h>
#include <sys/wait.h>

#include "helper.h"
#include "level.h"
#include "reaper.h"
#include "signals.h"
#include "state.h"
#include "table.h"

#define DEATHS_A_TURN 32		/* then requests and signals are served: each death can mean a start */
#define SWEEP_CHILDREN_PER_MS 500	/* waiting for any child costs the more the more there are */
#define SWEEP_MAX_MS 20

static msec_t sweep_at;

/*
 * Reap one process and deal with it.  The kernel writes who it was into the state file: a crash
 * between that and the burial loses nothing.
 */
static bool
reap(idtype_t type, pid_t pid, msec_t now)
{
	siginfo_t *death = &state.head->death;
	int err;

	death->si_pid = 0;
	while ((err = waitid(type, (id_t)pid, death, helper_wait_options())) < 0 && errno == EINTR)
		;
	if (err < 0 || death->si_pid == 0)
		return false;
	siginfo_t copy = *death;	/* burying may put another state in place */
	level_bury(&copy, now);
	state.head->death.si_pid = 0;
	return true;
}

static void
sweep(msec_t now)
{
	int deaths = 0;

	sweep_at = 0;
	while (deaths < DEATHS_A_TURN && reap(P_ALL, 0, now))
		deaths++;
	if (deaths == DEATHS_A_TURN)
		sweep_at = now;
}

/* Helpers have ended, whose signals merge too; one that was given up is known to nobody. */
static void
reap_helpers(msec_t now)
{
	bool found = false;

	for (enum helper h = 0; h < HELPERS; h++)
		found |= helper_running(h) && reap(P_PID, helper_pid(h), now);
	if (!found || helper_was_lost())
		sweep_at = now;
}

/*
 * SIGCHLDs merge, so everyone must be asked for; but asking for anyone costs the kernel a look at each
 * child that lives.  So the one that the signal named comes first, and the others, where there are
 * very many, a little later.
 */
void
reaper_run(msec_t now)
{
	bool any = signals_came(SIGCHLD);
	pid_t named = signals_dead();

	if (any) {
		msec_t pause = table_busy() / SWEEP_CHILDREN_PER_MS;

		if (named > 0)
			(void)reap(P_PID, named, now);
		sweep_at = clock_earlier(sweep_at, now + (pause > SWEEP_MAX_MS ? SWEEP_MAX_MS : pause));
		signals_done(SIGCHLD);
	}
	if (signals_came(HELPER_SIGNAL)) {
		any = true;
		reap_helpers(now);
		signals_done(HELPER_SIGNAL);
	}
	if (sweep_at != 0 && now >= sweep_at) {
		any = true;
		sweep(now);
	}
	if (any)
		level_look_at_groups(now);
}

void
reaper_resume(msec_t now)
{
	sweep_at = now;
}

msec_t
reaper_deadline(void)
{
	return sweep_at;
}
