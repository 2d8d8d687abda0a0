#include <errno.h>
#include <string.h>

#include "act.h"
#include "helper.h"
#include "load.h"
#include "log.h"
#include "paths.h"
#include "phase.h"
#include "reader.h"
#include "reload.h"
#include "table.h"
#include "want.h"

#define RETRY_FIRST_MS 250		/* the table could not be read: again after this, doubling */
#define RETRY_MAX_MS 2000

/* Not worth saving: after an exec of init what was being read is read anew. */
static msec_t demand_at;	/* when classes that were asked for do without the files */
static bool reread;


/* What does not belong to the level, or has lost its line, is asked to end. */
static void
stop_doomed(msec_t now)
{
	bool said = false;

	act_begin_stop();
	for (uint32_t i = 0; i < table_count(); i++) {
		struct child *c = table_child(i);
		enum child_state s = (enum child_state)child_live(c)->state;

		if (!want_is_doomed(c))
			continue;
		if (s == CH_UP && !said) {
			log_console("Sending processes configured via /etc/inittab the TERM signal");
			said = true;
		}
		act_step(c, EV_UNWANTED, now);
		act_consider(c, now);
	}
}

/* What was held for too fast a respawn gets a new chance. */
static void
forgive_all(msec_t now)
{
	for (uint32_t i = 0; i < table_count(); i++) {
		struct child *c = table_child(i);
		const struct child_live *l = child_live(c);

		child_forgive(c);
		if (l->state == CH_HELD && l->held != HELD_DEVICE)
			act_step(c, EV_UNWANTED, now);	/* the start pass takes it from there */
	}
}

/* The classes that were asked for; once each, whether or not the table has been read since. */
static void
demand_classes(void)
{
	levels_t classes = state_level()->classes, demanded = state_level()->demanded;

	for (uint32_t i = 0; (classes | demanded) != 0 && i < table_count(); i++) {
		struct child *c = table_child(i);

		if ((c->e.mask & classes) ||
		    ((c->e.mask & demanded) && !(child_live(c)->flags & CHILD_ON_DEMAND)))
			child_set_flags(c, CHILD_ON_DEMAND, CHILD_RAN);
	}
}

static void
set_classes(levels_t classes, levels_t demanded)
{
	if (state_level()->classes == classes && state_level()->demanded == demanded)
		return;
	struct level_live *l = state_level_edit();
	l->classes = classes;
	l->demanded = demanded;
	state_level_commit();
}

/* Who is called by a class does not wait for those that are being stopped. */
static void
start_demanded(msec_t now)
{
	for (uint32_t i = 0; i < table_count(); i++) {
		struct child *c = table_child(i);

		if (child_live(c)->flags & CHILD_ON_DEMAND)
			act_consider(c, now);
		if (want_is_waited_for(c))
			return;
	}
}

/* A table was read, or could not be: either way the level's will is done on what there is. */
static void
apply_table(msec_t now)
{
	if (phase_level() == 'S') {
		for (uint32_t i = 0; i < table_count(); i++)
			child_set_flags(table_child(i), 0, CHILD_ON_DEMAND);
		set_classes(0, 0);
	}
	demand_at = 0;
	demand_classes();
	set_classes(0, 0);
	stop_doomed(now);
	forgive_all(now);
	if (table_stopping() > 0)	/* else the start pass follows at once */
		start_demanded(now);
	phase_set(PHASE_STOPPING, true);
}

/* The reader could not be started, or brought nothing: wait, longer each time; said once. */
static void
retry_reading(const char *why, msec_t now)
{
	struct level_live *l = state_level_edit();

	if (l->step == 0)
		log_warn("cannot read %s: %s; trying again", PATH_INITTAB, why);
	l->step = l->step == 0 ? RETRY_FIRST_MS : l->step * 2 > RETRY_MAX_MS ? RETRY_MAX_MS : l->step * 2;
	l->retry = now + l->step;
	state_level_commit();
}

/*
 * PHASE_READING stands from the moment that a reading is due until its table is in force, so that an exec of init
 * in between only reads once more.
 */
void
reload_start(msec_t now)
{
	if (state_level()->classes != 0 && demand_at == 0)
		demand_at = now + RELOAD_DEMAND_MS;
	enum reader_what what = phase_is(PHASE_EMERGENCY) ? READ_EMERGENCY : phase_is(PHASE_HAS_TABLE) ? READ_TABLE : READ_BOOT;

	phase_set(PHASE_READING, true);
	if (helper_running(HELPER_READER))
		phase_set(PHASE_READ_AGAIN, true);	/* what is being read may be older than this request */
	else if (!reader_start(what, now)) {
		retry_reading(strerror(errno), now);
		if (phase_is(PHASE_HAS_TABLE)) {		/* what was asked is done on that one, meanwhile */
			apply_table(now);
			phase_set(PHASE_READING, false);
		}
	}
}

/* The files do not answer: what is in the running table does not wait for them. */
static void
demand_without_reading(msec_t now)
{
	demand_at = 0;
	if (!phase_is(PHASE_READING) || !phase_is(PHASE_HAS_TABLE) || phase_level() == 'S')
		return;
	demand_classes();
	set_classes(0, state_level()->demanded | state_level()->classes);
	start_demanded(now);
}

void
reload_finish(int answer, msec_t now)
{
	uint32_t cursor = state_level()->cursor;
	bool from_main = phase_is(PHASE_FROM_MAIN);

	if (phase_is(PHASE_FROZEN)) {
		phase_set(PHASE_READ_AGAIN, true);	/* level_freeze() goes on with it */
		return;
	}
	/* Once: that has all that was asked before it began.  Whoever asks all the time shall not hold up the others. */
	if (phase_is(PHASE_READ_AGAIN) && !reread) {
		reread = true;
		phase_set(PHASE_READ_AGAIN, false);
		reload_start(now);
		return;
	}
	reread = false;
	if (answer != 0 && phase_is(PHASE_HAS_TABLE))
		log_warn("cannot read %s: no answer; keeping the old table", PATH_INITTAB);
	else if (answer == 0 && load_table(!phase_is(PHASE_HAS_TABLE), &from_main, &cursor)) {
		phase_set(PHASE_HAS_TABLE, true);
		phase_set(PHASE_FROM_MAIN, from_main);
		phase_set_cursor(cursor);
	}
	reader_end();
	if (phase_is(PHASE_HAS_TABLE)) {
		struct level_live *l = state_level_edit();
		l->step = l->retry = 0;
		state_level_commit();
		apply_table(now);
		phase_set(PHASE_READING, false);
		if (phase_is(PHASE_READ_AGAIN)) {
			phase_set(PHASE_READ_AGAIN, false);
			reload_start(now);
		}
	} else
		retry_reading("no answer", now);
}


void
reload_demand(int letter)
{
	set_classes(state_level()->classes | inittab_level(letter), state_level()->demanded);
}

void
reload_run(msec_t now)
{
	if (state_level()->retry != 0 && now >= state_level()->retry) {
		state_level_edit()->retry = 0;
		state_level_commit();
		reload_start(now);
	}
	if (demand_at != 0 && now >= demand_at)
		demand_without_reading(now);
}

msec_t
reload_deadline(void)
{
	return clock_earlier(state_level()->retry, demand_at);
}
