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
#define ORPHANS_A_DEATH 16		/* that of an orphan means nothing more: a turn is 512 of them, or a millisecond */
#define SWEEP_CHILDREN_PER_MS 500	/* waiting for any child costs the more the more there are */
#define SWEEP_MAX_MS 20

static msec_t sweep_at;

enum reaped { NOBODY, ORPHAN, OURS };

/*
 * Children of one parent have pids in a row more often than not, all of them or every second.  Asking for one by its
 * number costs no look at those that live, so where the last three were in a row the next one is guessed.
 */
static struct {
	pid_t last, step;
	bool goes_on;
} row;

static void
note_in_row(pid_t pid)
{
	row.goes_on = pid - row.last == row.step;
	row.step = pid - row.last;
	row.last = pid;
}

/*
 * Reap one process and deal with it.  The kernel writes who it was into the state file: a crash
 * between that and the burial loses nothing.
 */
static enum reaped
reap(idtype_t type, pid_t pid, msec_t now)
{
	siginfo_t *death = &state.head->death;
	int err;

	death->si_pid = 0;
	while ((err = waitid(type, (id_t)pid, death, helper_wait_options())) < 0 && errno == EINTR)
		;
	if (err < 0 || death->si_pid == 0)
		return NOBODY;
	note_in_row(death->si_pid);
	bool ours = level_bury(death, now);
	state.head->death.si_pid = 0;	/* burying may have put another state in place */
	return ours ? OURS : ORPHAN;
}

static enum reaped
reap_any(msec_t now)
{
	enum reaped who = row.goes_on ? reap(P_PID, row.last + row.step, now) : NOBODY;

	return who != NOBODY ? who : reap(P_ALL, 0, now);
}

static void
sweep(msec_t now)
{
	int left = DEATHS_A_TURN * ORPHANS_A_DEATH;
	enum reaped who;

	sweep_at = 0;
	while (left > 0 && (who = reap_any(now)) != NOBODY)
		left -= who == OURS ? ORPHANS_A_DEATH : 1;
	if (left <= 0)
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
	if (signals_came(SIGNAL_HELPER)) {
		any = true;
		reap_helpers(now);
		signals_done(SIGNAL_HELPER);
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
