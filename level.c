#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ask.h"
#include "console.h"
#include "ending.h"
#include "env.h"
#include "format.h"
#include "group.h"
#include "helper.h"
#include "level.h"
#include "load.h"
#include "log.h"
#include "paths.h"
#include "reader.h"
#include "recorder.h"
#include "signals.h"
#include "spawn.h"
#include "table.h"
#include "title.h"
#include "upgrade.h"
#include "utmp.h"
#include "want.h"

#define GRACE_MS 3000			/* between TERM and KILL, until a request says otherwise */
#define STARTS_A_TURN 64		/* then the others are served: reap, requests, signals */
#define POWER_TIMEOUT_MS 5000
#define RETRY_FIRST_MS 250		/* the table could not be read: again after this, doubling */
#define RETRY_MAX_MS 2000
#define LOOK_AFTER_MS 40		/* a group that outlives its leader this long is looked at */
#define LOOK_TIMEOUT_MS 10000
#define LEADERLESS_MAX 64		/* more are looked at by their own deadlines only */

/* Bits of level_live.flags. */
enum {
	LV_READING    = 1 << 0,	/* the table's files are being read, or will be tried again */
	LV_READ_AGAIN = 1 << 1,	/* and once more: there was another request since */
	LV_STOPPING   = 1 << 2,	/* the start pass begins when nothing is being stopped any more */
	LV_HAS_TABLE  = 1 << 3,
	LV_BOOTED     = 1 << 4,	/* the boot entries have run */
	LV_EMERGENCY  = 1 << 5,	/* the table is the emergency shell alone */
	LV_FROZEN     = 1 << 6,
	LV_NO_FIFO    = 1 << 7,
	LV_AUTO_BOOT  = 1 << 8,
	LV_SAID_EMPTY = 1 << 9,
	LV_RAN        = 1 << 10,	/* something was started in this level */
	LV_ASKING     = 1 << 11,	/* the level is being asked for on the console */
	LV_FROM_MAIN  = 1 << 12,	/* /etc/inittab is a part of the table */
};

/* Not worth saving: after an exec the first turn does all of it anyway. */
static bool more_to_do, moved, said_kill;
static msec_t look_at, demand_at;
static bool reread;

static bool
is(uint32_t flag)
{
	return (state_level()->flags & flag) != 0;
}

static void
set(uint32_t flag, bool on)
{
	if (is(flag) == on)
		return;
	struct level_live *l = state_level_edit();
	l->flags = on ? l->flags | flag : l->flags & ~flag;
	state_level_commit();
}

static void
set_cursor(uint32_t cursor)
{
	if (state_level()->cursor == cursor)
		return;
	state_level_edit()->cursor = cursor;
	state_level_commit();
}

static int
level_now(void)
{
	return state_level()->level;
}

static struct child_conditions
conditions(void)
{
	return (struct child_conditions){ .level = level_now(), .grace_ms = state_level()->grace_ms };
}

static void
step(struct child *c, enum child_event event, msec_t now)
{
	struct child_conditions on = conditions();

	table_step(c, event, &on, now);
}

static bool
may_start(const struct child *c)
{
	return !is(LV_FROZEN) && ((child_traits(c) & EVENT) || c->slot <= state_level()->cursor);
}

/* c has just come down, or was looked at: start it again if it is wanted, else have its death recorded. */
static void
consider(struct child *c, msec_t now)
{
	if (child_live(c)->state == CH_DOWN && want_runs(c) && may_start(c)) {
		step(c, EV_WANTED, now);
		set(LV_RAN, true);
	}
	recorder_note(c, now);
}

/* utmp may have been lost with a new /run: the boot is recorded in it again. */
static void
repair_records(msec_t now)
{
	struct stat st;

	if (stat(UTMP_PATH, &st) < 0 || st.st_size == 0)
		recorder_due(DUE_UTMP_BOOT | DUE_UTMP_LEVEL, now);
}

/* ---- the level itself ---- */

static void
write_runlevel_file(char level)
{
	int fd = open(PATH_RUNLEVEL, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0644);

	if (fd < 0)
		return;		/* no /run yet, or read-only */
	struct stat st;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_nlink == 1)
		(void)write(fd, &level, 1);
	(void)close(fd);
}

static void
show_level(void)
{
	char title[] = "init [?]";

	title[6] = (char)level_now();
	title_set(title);
	env_set_levels(state_level()->runlevel, state_level()->previous);
}

/* Everything that shows which level it is; what runs follows later.  flags: set together with it. */
static void
set_level(int level, int previous, uint32_t flags, msec_t now)
{
	struct level_live *l = state_level_edit();

	l->level = l->runlevel = (uint8_t)level;
	l->previous = (uint8_t)previous;
	l->flags = (l->flags & ~(uint32_t)(LV_SAID_EMPTY | LV_RAN)) | flags;
	l->chosen = 0;
	if ((flags & LV_READING) == 0)
		l->cursor = 0;
	state_level_commit();
	state_event(EVENT_LEVEL, "", 0, 0, level, now);
	show_level();
	write_runlevel_file((char)level);
	recorder_due(DUE_UTMP_LEVEL | DUE_WTMP_LEVEL, now);
	moved = true;
}

/* What runs once a level may run again when its level is entered again. */
static void
leave_level(void)
{
	for (uint32_t i = 0; i < table_count(); i++) {
		struct child *c = table_child(i);

		if (!want_is_active(c) && !(child_traits(c) & EVENT))
			child_set_flags(c, 0, CHILD_RAN);
	}
}

/* Entries of single-user mode alone begin anew when it does. */
static void
renew_single(void)
{
	for (uint32_t i = 0; i < table_count(); i++) {
		struct child *c = table_child(i);

		if (c->e.mask == inittab_level('S') && !(child_traits(c) & EVENT))
			child_set_flags(c, 0, CHILD_RAN);
	}
}

/* At boot, and when single-user mode ends: no table is read, nothing is stopped. */
static void
enter(int level, int previous, msec_t now)
{
	log_warn("Entering runlevel: %c", level);
	set_level(level, previous, 0, now);
}

static void
enter_boot(int chosen)
{
	struct level_live *l = state_level_edit();

	l->level = LEVEL_BOOT;
	l->chosen = (uint8_t)chosen;
	l->cursor = 0;
	l->flags &= ~(uint32_t)LV_RAN;
	state_level_commit();
}

/* ---- asking for the level ---- */

static void
start_asking(msec_t now)
{
	/* Where it cannot even be asked, single-user mode is the safe answer. */
	if (helper_running(HELPER_ASKER) || helper_start(HELPER_ASKER, ask_level, NULL, 0, now))
		set(LV_ASKING, true);
	else
		log_warn("cannot ask for the runlevel");
}

static void
stop_asking(void)
{
	helper_cancel(HELPER_ASKER);
	set(LV_ASKING, false);
}

/* The level after sysinit, or after single-user mode; 0: it must be asked for. */
static int
default_level(void)
{
	const struct child *c = table_first(ACT_INITDEFAULT);
	int bad, level;

	while (c != NULL && (child_live(c)->flags & CHILD_GONE))
		c = table_next(c);
	if (c == NULL)
		return 0;
	level = inittab_default(&c->e, state.text, &bad);
	if (bad != 0)
		log_warn("Initdefault level '%c' is invalid", bad);
	return level;
}

/* The boot goes on to level: by way of the boot entries if they have not run yet. */
static void
go_on_to(int level, msec_t now)
{
	int from = level_now();

	if (level == 'S') {
		enter('S', from == 'S' ? 'S' : 'N', now);
		title_set("init [S]");
	} else if (!is(LV_BOOTED)) {
		enter_boot(level);
		title_set("init boot");
	} else
		enter(level, from == 'S' ? 'S' : 'N', now);
}

/* ---- reading the table ---- */

/* One message for all. */
static void
say_if_killed(const struct child *c, enum child_state before)
{
	if (before == CH_KILLED || child_live(c)->state != CH_KILLED || said_kill)
		return;
	log_console("Sending processes configured via /etc/inittab the KILL signal");
	said_kill = true;
}

/* What does not belong to the level, or has lost its line, is asked to end. */
static void
stop_doomed(msec_t now)
{
	bool said = false;

	said_kill = false;
	for (uint32_t i = 0; i < table_count(); i++) {
		struct child *c = table_child(i);
		enum child_state s = (enum child_state)child_live(c)->state;

		if (!want_is_doomed(c))
			continue;
		if (s == CH_UP && !said) {
			log_console("Sending processes configured via /etc/inittab the TERM signal");
			said = true;
		}
		step(c, EV_UNWANTED, now);
		say_if_killed(c, s);
		consider(c, now);
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
			step(c, EV_UNWANTED, now);	/* the start pass takes it from there */
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
			consider(c, now);
		if (want_is_waited_for(c))
			return;
	}
}

/* A table was read, or could not be: either way the level's will is done on what there is. */
static void
apply_table(msec_t now)
{
	if (level_now() == 'S') {
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
	set(LV_STOPPING, true);
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
 * LV_READING stands from the moment that a reading is due until its table is in force, so that an exec of init
 * in between only reads once more.
 */
static void
start_reading(msec_t now)
{
	if (state_level()->classes != 0 && demand_at == 0)
		demand_at = now + LEVEL_DEMAND_MS;
	enum reader_what what = is(LV_EMERGENCY) ? READ_EMERGENCY : is(LV_HAS_TABLE) ? READ_TABLE : READ_BOOT;

	set(LV_READING, true);
	if (helper_running(HELPER_READER))
		set(LV_READ_AGAIN, true);	/* what is being read may be older than this request */
	else if (!reader_start(what, now)) {
		retry_reading(strerror(errno), now);
		if (is(LV_HAS_TABLE)) {		/* what was asked is done on that one, meanwhile */
			apply_table(now);
			set(LV_READING, false);
		}
	}
}

/* The files do not answer: what is in the running table does not wait for them. */
static void
demand_without_reading(msec_t now)
{
	demand_at = 0;
	if (!is(LV_READING) || !is(LV_HAS_TABLE) || level_now() == 'S')
		return;
	demand_classes();
	set_classes(0, state_level()->demanded | state_level()->classes);
	start_demanded(now);
}

static void
finish_reading(int answer, msec_t now)
{
	uint32_t cursor = state_level()->cursor;
	bool from_main = is(LV_FROM_MAIN);

	if (is(LV_FROZEN)) {
		set(LV_READ_AGAIN, true);	/* level_freeze() goes on with it */
		return;
	}
	/* Once: that has all that was asked before it began.  Whoever asks all the time shall not hold up the others. */
	if (is(LV_READ_AGAIN) && !reread) {
		reread = true;
		set(LV_READ_AGAIN, false);
		start_reading(now);
		return;
	}
	reread = false;
	if (answer != 0 && is(LV_HAS_TABLE))
		log_warn("cannot read %s: no answer; keeping the old table", PATH_INITTAB);
	else if (answer == 0 && load_table(!is(LV_HAS_TABLE), &from_main, &cursor)) {
		set(LV_HAS_TABLE, true);
		set(LV_FROM_MAIN, from_main);
		set_cursor(cursor);
	}
	reader_end();
	if (is(LV_HAS_TABLE)) {
		struct level_live *l = state_level_edit();
		l->step = l->retry = 0;
		state_level_commit();
		apply_table(now);
		set(LV_READING, false);
		if (is(LV_READ_AGAIN)) {
			set(LV_READ_AGAIN, false);
			start_reading(now);
		}
	} else
		retry_reading("no answer", now);
}

void
level_reload(msec_t now)
{
	start_reading(now);
}

/* ---- requests ---- */

void
level_set_grace(uint32_t seconds)
{
	struct level_live *l;

	if (seconds == LEVEL_GRACE_KEEP)
		return;
	l = state_level_edit();
	l->grace_ms = (seconds > LEVEL_GRACE_MAX_S ? LEVEL_GRACE_MAX_S : seconds) * 1000;
	state_level_commit();
}

static void
demand(int letter, msec_t now)
{
	if (level_now() == 'S')
		return;
	log_info("Activating demand-procedures for '%c'", letter);
	set_classes(state_level()->classes | inittab_level(letter), state_level()->demanded);
	start_reading(now);
}

/* Before the boot is done only the ways out are taken at once: boot entries must have run. */
static bool
must_wait_for_boot(int level)
{
	return want_is_boot_phase() && level != '0' && level != '1' && level != '6' && level != 'S';
}

static void
change(int level, msec_t now)
{
	if (level == level_now())
		return;
	if (is(LV_ASKING) && want_is_boot_phase()) {
		stop_asking();	/* this is the answer */
		go_on_to(level, now);
		return;
	}
	if (must_wait_for_boot(level)) {
		log_warn("Runlevel %c will be entered when the boot is done", level);
		state_level_edit()->chosen = (uint8_t)level;
		state_level_commit();
		return;
	}
	stop_asking();
	if (level == 'S' || level == '0' || level == '1' || level == '6')
		console_reset_device();
	if (level == 'S')
		log_warn("Going single user");
	else
		log_warn("Switching to runlevel: %c", level);
	set(LV_EMERGENCY, false);
	ending_cancel();
	set_level(level, want_is_boot_phase() ? 'N' : level_now(), LV_READING, now);
	leave_level();
	if (level >= '2' && level <= '5')
		repair_records(now);
	start_reading(now);
}

void
level_request(int letter, uint32_t grace, msec_t now)
{
	int c = letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter;

	if (c < '0' || c > 'Z' || strchr("QSU0123456789ABC", c) == NULL) {
		if (letter > ' ' && letter < 0x7f)
			log_warn("bad runlevel: %c", letter);
		else
			log_warn("bad runlevel: %d", letter);
		return;
	}
	level_set_grace(grace);
	if (c == 'Q') {
		log_info("Re-reading inittab");
		start_reading(now);
	} else if (c == 'U') {
		log_info("Trying to re-exec init");
		upgrade_ask(now);
	} else if (c >= 'A' && c <= 'C')
		demand(c, now);
	else
		change(c, now);
}

/* ---- events ---- */

void
level_fire(enum action a, msec_t now)
{
	for (struct child *c = table_first(a); c != NULL; c = table_next(c)) {
		if (!want_is_active(c) || (child_live(c)->flags & CHILD_GONE))
			continue;	/* an event for another level is over, not pending */
		child_set_flags(c, 0, CHILD_RAN);
		consider(c, now);
		/* It holds up what stands behind it, unless a start pass is about to begin anyway. */
		if (want_is_waited_for(c) && c->slot < state_level()->cursor && !is((uint32_t)LV_STOPPING | LV_READING))
			set_cursor(c->slot);
	}
}

static bool
is_end(void)
{
	return level_now() == '0' || level_now() == '6';
}

void
level_killed(msec_t now)
{
	if (is_end())
		ending_killed(now);
}

void
level_power(int status, msec_t now)
{
	switch (status) {
	case 'O':
		level_fire(ACT_POWEROKWAIT, now);
		break;
	case 'L':
		level_fire(ACT_POWERFAILNOW, now);
		break;
	default:
		level_fire(ACT_POWERFAIL, now);
		level_fire(ACT_POWERWAIT, now);
		break;
	}
}

void
level_ask_power(msec_t now)
{
	if (!helper_start(HELPER_POWER, ask_power, NULL, POWER_TIMEOUT_MS, now) &&
	    !helper_running(HELPER_POWER))
		level_power('F', now);
}

void
level_poweroff(msec_t now)
{
	static const char *const shutdown[] = { PATH_SHUTDOWN, "-hP", "now", NULL };
	static const char *const telinit[] = { PATH_TELINIT, "0", NULL };
	pid_t pid = helper_fork();

	if (pid == 0) {
		(void)setsid();
		signals_reset();
		spawn_exec(shutdown);
		spawn_exec(telinit);
		_exit(127);
	}
	if (pid < 0)
		level_request('0', LEVEL_GRACE_KEEP, now);
}

void
level_freeze(bool frozen, msec_t now)
{
	bool was = is(LV_FROZEN);

	set(LV_FROZEN, frozen);
	if (frozen || !was)
		return;
	set_cursor(0);		/* those who died meanwhile */
	if (is(LV_READING) && !helper_running(HELPER_READER)) {
		set(LV_READ_AGAIN, false);
		start_reading(now);
	}
}

void
level_set_fifo(bool open)
{
	set(LV_NO_FIFO, !open);
}

bool
level_fifo_open(void)
{
	return !is(LV_NO_FIFO);
}

bool
level_moved(void)
{
	bool was = moved;

	moved = false;
	return was;
}

bool
level_is_frozen(void)
{
	return is(LV_FROZEN);
}

bool
level_is_auto_boot(void)
{
	return is(LV_AUTO_BOOT);
}

/* ---- deaths ---- */

static void
bury_helper(enum helper h, int answer, msec_t now)
{
	switch (h) {
	case HELPER_READER:
		finish_reading(answer, now);
		break;
	case HELPER_ASKER:
		set(LV_ASKING, false);
		go_on_to(answer == 'S' || (answer >= '0' && answer <= '9') ? answer : 'S', now);
		break;
	case HELPER_POWER:
		level_power(answer == HELPER_FAILED ? 'F' : answer, now);
		break;
	case HELPER_UPGRADE:
		upgrade_answered(answer);
		break;
	case HELPER_LOOKER:
		break;		/* what it found stands in the slots */
	case HELPER_ENDING:
		ending_answered(answer, now);
		break;
	case HELPER_RECORDER:
	case HELPERS:
		break;
	}
}

void
level_bury(const siginfo_t *death, msec_t now)
{
	struct child *c = table_by_pid(death->si_pid);
	int answer = HELPER_FAILED;

	if (c != NULL) {
		child_note_exit(c, death, now);
		step(c, EV_EXITED, now);
		moved |= (child_traits(c) & WAITED) != 0;
		consider(c, now);
		return;
	}
	enum helper h = helper_reaped(death, &answer);
	bury_helper(h, answer, now);
}

void
level_look_at_groups(msec_t now)
{
	struct child *next;

	if (table_chain_count(CHAIN_LEADERLESS) > LEADERLESS_MAX)
		return;		/* their own deadlines will do */
	for (struct child *c = table_chain(CHAIN_LEADERLESS, NULL); c != NULL; c = next) {
		next = table_chain(CHAIN_LEADERLESS, c);
		step(c, EV_LOOK, now);
		consider(c, now);
	}
}

/* ---- deadlines ---- */

static void
deadline_of(struct child *c, msec_t now)
{
	enum child_state was = (enum child_state)child_live(c)->state;
	bool held = was == CH_HELD;

	/* What is behind a wait now, or not wanted any more, is started by the start pass or not at all. */
	step(c, held && (!want_runs(c) || !may_start(c)) ? EV_UNWANTED : EV_DEADLINE, now);
	say_if_killed(c, was);
	consider(c, now);
	if ((child_live(c)->flags & CHILD_LEADERLESS) && child_live(c)->step >= LOOK_AFTER_MS)
		look_at = now;
}

void
level_deadlines(msec_t now)
{
	struct child *c;
	enum helper h;

	if (is(LV_FROZEN))
		return;
	while ((c = table_due(now)) != NULL)
		deadline_of(c, now);
	while ((h = helper_late(now)) != HELPERS)
		bury_helper(h, HELPER_FAILED, now);
	/* As for the recorder: the helper is told in memory of its own. */
	for (c = table_chain(CHAIN_LEADERLESS, NULL); look_at != 0 && c != NULL;
	    c = table_chain(CHAIN_LEADERLESS, c))
		c->told = child_live(c)->pid;
	if (look_at != 0 && (helper_running(HELPER_LOOKER) ||
	    helper_start(HELPER_LOOKER, group_look, NULL, LOOK_TIMEOUT_MS, now)))
		look_at = 0;
	if (state_level()->retry != 0 && now >= state_level()->retry) {
		state_level_edit()->retry = 0;
		state_level_commit();
		start_reading(now);
	}
	if (demand_at != 0 && now >= demand_at)
		demand_without_reading(now);
	ending_run(now);
	recorder_run(now);
}

void
level_devices_changed(msec_t now)
{
	struct child *next;
	struct stat st;
	char name[256], path[sizeof "/dev/" + sizeof name];

	for (struct child *c = table_chain(CHAIN_DEVICE, NULL); c != NULL; c = next) {
		next = table_chain(CHAIN_DEVICE, c);
		if (!inittab_device(&c->e, state.text, name, sizeof name))
			continue;
		(void)format(path, sizeof path, "/dev/%s", name);
		/* One that is there but does not answer (EIO) is tried by its deadline only. */
		if (child_missing_device(c) != EIO && stat(path, &st) == 0)
			deadline_of(c, now);
	}
}

/* ---- the start pass ---- */

static void
walk(msec_t now)
{
	uint32_t cursor = state_level()->cursor;
	int starts = 0;

	for (; cursor < table_count(); cursor++) {
		struct child *c = table_child(cursor);

		if (starts == STARTS_A_TURN) {
			more_to_do = true;
			break;
		}
		if (child_live(c)->state == CH_DOWN && want_runs(c)) {
			step(c, EV_WANTED, now);
			set(LV_RAN, true);
			starts++;
		} else if (!want_is_active(c) && !(child_traits(c) & EVENT))
			child_set_flags(c, 0, CHILD_RAN);
		if (want_is_waited_for(c))
			break;
	}
	set_cursor(cursor);
}

static void
end_emergency(msec_t now)
{
	set(LV_EMERGENCY, false);
	set(LV_HAS_TABLE, false);
	start_reading(now);
}

/* The sysinit entries are through. */
static void
end_sysinit(msec_t now)
{
	int level = state_level()->chosen;

	if (is(LV_EMERGENCY)) {
		end_emergency(now);
		return;
	}
	recorder_due(DUE_UTMP_BOOT | DUE_WTMP_BOOT, now);
	if (level == 0)
		level = default_level();
	if (level == 0)
		start_asking(now);
	if (!is(LV_ASKING))
		go_on_to(level == 0 ? 'S' : level, now);
}

static void
end_boot(msec_t now)
{
	int level = state_level()->chosen;

	set(LV_BOOTED, true);
	enter(level, 'N', now);
}

static void
end_single(msec_t now)
{
	int level = default_level();

	renew_single();
	if (level == 0)
		start_asking(now);
	if (!is(LV_ASKING))
		go_on_to(level == 0 ? 'S' : level, now);
}

/* All that the level started has ended. */
static void
end_of_level(msec_t now)
{
	if (level_now() == LEVEL_SYSINIT)
		end_sysinit(now);
	else if (level_now() == LEVEL_BOOT)
		end_boot(now);
	else if (level_now() == 'S' && is(LV_RAN))
		end_single(now);
	else if (!is(LV_SAID_EMPTY)) {
		log_warn("no more processes left in this runlevel");
		set(LV_SAID_EMPTY, true);
		if (is_end())
			ending_begin(now);
	}
}

void
level_step(msec_t now)
{
	more_to_do = false;
	if (is(LV_FROZEN) || is(LV_READING) || is(LV_ASKING) || !is(LV_HAS_TABLE))
		return;
	if (is(LV_STOPPING)) {
		if (table_stopping() > 0)
			return;
		set(LV_STOPPING, false);
		set_cursor(0);
	}
	if (state_level()->cursor < table_count())
		walk(now);
	if (state_level()->cursor == table_count() && table_busy() == 0) {
		int level = level_now();

		end_of_level(now);
		more_to_do = level_now() != level || state_level()->cursor < table_count();
	}
}

msec_t
level_deadline(msec_t now)
{
	msec_t first = clock_earlier(table_deadline(), helper_deadline());

	if (is(LV_FROZEN))
		return 0;
	first = clock_earlier(first, recorder_deadline());
	first = clock_earlier(first, state_level()->retry);
	first = clock_earlier(first, demand_at);
	first = clock_earlier(first, ending_deadline());
	return more_to_do ? now : first;
}

/* ---- beginnings ---- */

void
level_boot(int chosen, bool emergency, bool auto_boot, msec_t now)
{
	struct level_live *l = state_level_edit();

	l->level = LEVEL_SYSINIT;
	l->runlevel = 'S';
	l->previous = 'N';
	l->chosen = (uint8_t)chosen;
	l->grace_ms = GRACE_MS;
	l->flags = (emergency ? LV_EMERGENCY : 0u) | (auto_boot ? LV_AUTO_BOOT : 0u);
	state_level_commit();
	env_set_levels('S', 'N');
	title_set(chosen == 'S' ? "init [S]" : "init boot");
	start_reading(now);
}

bool
level_is_booted(void)
{
	return is(LV_BOOTED);
}

int
level_current(void)
{
	return level_now();
}

void
level_set_unknown(void)
{
	state_level_edit()->level = LEVEL_UNKNOWN;
	state_level_commit();
}

void
level_take_over(int level, int runlevel, int previous, uint32_t grace_s, bool booted, msec_t now)
{
	struct level_live *l = state_level_edit();
	uint32_t cursor = 0;

	while (cursor < table_count() && !want_is_waited_for(table_child(cursor)))
		cursor++;
	l->level = (uint8_t)level;
	l->runlevel = (uint8_t)runlevel;
	l->previous = (uint8_t)previous;
	l->cursor = cursor;
	l->flags = LV_HAS_TABLE | LV_RAN | (booted ? LV_BOOTED : 0u);
	state_level_commit();
	level_set_grace(grace_s);
	(void)now;
}

/* What is left of a crash, or of an exec that is none: said once. */
static void
tell_of_exec(msec_t now)
{
	struct state_header *h = state.head;

	if (h->crash.signal == 0) {
		state_event(EVENT_EXEC, "", 0, 0, 0, now);
		return;
	}
	state_event(EVENT_CRASH, "", 0, 1, h->crash.signal, now);
	log_alert("init crashed: signal %d at address 0x%llx, crash %u since the boot; carrying on",
	    h->crash.signal, (unsigned long long)h->crash.address, h->crash.count);
	h->crash.signal = 0;
}

/* Is pid a child of ours, dead or alive? */
static bool
is_ours(pid_t pid)
{
	siginfo_t info = { .si_pid = 0 };

	return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 || errno != ECHILD;
}

/*
 * Compare a child with the processes there are: one that was just started is known by what the kernel
 * noted in its slot; one that is gone without a trace has died in between.
 */
static void
reconcile(struct child *c, msec_t now)
{
	const struct child_live *l = child_live(c);
	pid_t born = state.slot[c->slot].born;

	if (l->pid == 0 && born != 0 && is_ours(born))
		table_adopt(c, born, now);
	else if (l->pid != 0 && !(l->flags & CHILD_LEADERLESS) && !is_ours(l->pid)) {
		const siginfo_t death = { .si_pid = l->pid, .si_code = CLD_EXITED };

		level_bury(&death, now);
	}
}

/*
 * The reader reads into memory, and the new file was asked by way of a descriptor, that went away with the
 * exec: their answers are worth nothing, also one that was just reaped.
 */
static void
restart_helpers(msec_t now)
{
	bool asked = helper_running(HELPER_UPGRADE);

	helper_cancel(HELPER_READER);
	helper_cancel(HELPER_UPGRADE);
	if (is(LV_READING))
		start_reading(now);
	if (asked)
		upgrade_ask(now);
	if (is(LV_ASKING) && !helper_running(HELPER_ASKER))
		set(LV_ASKING, false);	/* the level is asked for again */
}

void
level_resume(msec_t now)
{
	siginfo_t death = state.head->death;

	tell_of_exec(now);
	if (want_is_boot_phase())
		title_set("init boot");
	else
		show_level();
	env_set_levels(state_level()->runlevel, state_level()->previous);
	restart_helpers(now);
	if (death.si_pid != 0) {
		level_bury(&death, now);
		state.head->death.si_pid = 0;
	}
	for (uint32_t i = 0; i < table_count(); i++)
		reconcile(table_child(i), now);
	/* In the middle of a change the start pass, which is still to come, decides who starts when. */
	for (uint32_t i = 0; i < table_count() && !is((uint32_t)LV_READING | LV_STOPPING); i++)
		consider(table_child(i), now);
	recorder_resume(now);
	moved = true;
}
