#include "act.h"
#include "log.h"
#include "phase.h"
#include "recorder.h"
#include "table.h"
#include "want.h"

static bool said_kill;

void
act_step(struct child *c, enum child_event event, msec_t now)
{
	const struct child_conditions on = { .level = phase_level(), .grace_ms = state_level()->grace_ms };
	enum child_state before = (enum child_state)child_live(c)->state;

	table_step(c, event, &on, now);
	if (before == CH_KILLED || child_live(c)->state != CH_KILLED || said_kill)
		return;
	log_console("Sending processes configured via /etc/inittab the KILL signal");
	said_kill = true;
}

bool
act_may_start(const struct child *c)
{
	return !phase_is(PHASE_FROZEN) && ((child_traits(c) & EVENT) || c->slot <= state_level()->cursor);
}

void
act_consider(struct child *c, msec_t now)
{
	if (child_live(c)->state == CH_DOWN && want_runs(c) && act_may_start(c)) {
		act_step(c, EV_WANTED, now);
		phase_set(PHASE_RAN, true);
	}
	recorder_note(c, now);
}

void
act_begin_stop(void)
{
	said_kill = false;
}
