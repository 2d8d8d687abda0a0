#include "accounting.h"
#include "helper.h"
#include "recorder.h"

#define TIMEOUT_MS 30000	/* a slow disk under /var/log is not init's problem for longer */
#define RETRY_MS 1000

static msec_t due_at;

static void
soon(msec_t now)
{
	due_at = clock_earlier(due_at, now + RECORDER_DELAY_MS);
}

void
recorder_note(struct child *c, msec_t now)
{
	if (child_live(c)->owed != 0) {
		table_owe(c);
		soon(now);
	} else
		table_owe_not(c);
}

void
recorder_due(uint32_t records, msec_t now)
{
	accounting_due(records);
	soon(now);
}

void
recorder_resume(msec_t now)
{
	soon(now);
}

static int
write_records(void *unused)
{
	(void)unused;
	accounting_system();
	for (struct child *c = table_chain(CHAIN_OWED, NULL); c != NULL; c = table_chain(CHAIN_OWED, c))
		accounting_died(c->slot, state.text + c->e.id.at, c->e.id.len, c->told);
	return 0;
}

void
recorder_run(msec_t now)
{
	struct child *c;

	if (due_at == 0 || now < due_at)
		return;
	/* The live fields are shared with the helper: it gets the pids in memory that is its own. */
	for (c = table_chain(CHAIN_OWED, NULL); c != NULL; c = table_chain(CHAIN_OWED, c))
		c->told = child_live(c)->owed;
	if (!helper_start(HELPER_RECORDER, write_records, NULL, TIMEOUT_MS, now)) {
		due_at = now + RETRY_MS;
		return;
	}
	due_at = 0;
	while ((c = table_chain(CHAIN_OWED, NULL)) != NULL) {
		child_paid(c);
		table_owe_not(c);
	}
}

msec_t
recorder_deadline(void)
{
	return helper_running(HELPER_RECORDER) ? 0 : due_at;	/* its end is a turn too */
}
