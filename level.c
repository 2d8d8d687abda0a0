#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "act.h"
#include "ask.h"
#include "console.h"
#include "ending.h"
#include "env.h"
#include "format.h"
#include "group.h"
#include "helper.h"
#include "initctl.h"
#include "level.h"
#include "log.h"
#include "paths.h"
#include "phase.h"
#include "quick.h"
#include "recorder.h"
#include "reload.h"
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
#define LOOK_AFTER_MS 40		/* a group that outlives its leader this long is looked at */
#define LOOK_TIMEOUT_MS 10000
#define LEADERLESS_MAX 64		/* more are looked at by their own deadlines only */

/* Not worth saving: after an exec the first turn does all of it anyway. */
static bool more_to_do, moved, look_wanted;

/* utmp may have been lost with a new /run: the boot is recorded in it again. */
static void
repair_records(msec_t now)
{
	struct stat st;

	if (stat(UTMP_PATH, &st) < 0 || st.st_size == 0)
		recorder_due(DUE_UTMP_BOOT | DUE_UTMP_LEVEL, now);
}

/* ---- the level itself ---- */

/* An event of init's own. */
static void
note(enum state_event_kind kind, int status)
{
	state_event(kind, "", 0, 1, status);
}

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

	title[6] = (char)phase_level();
	title_set(want_is_boot_phase() ? "init boot" : title);
	env_set_levels(state_level()->runlevel, state_level()->previous);
}

/* Everything that shows which level it is; what runs follows later.  flags: set together with it. */
static void
set_level(int level, int previous, uint32_t flags, msec_t now)
{
	struct level_live *l = state_level_edit();

	l->level = l->runlevel = (uint8_t)level;
	l->previous = (uint8_t)previous;
	l->flags = (l->flags & ~(uint32_t)(PHASE_SAID_EMPTY | PHASE_RAN)) | flags;
	l->chosen = 0;
	if ((flags & PHASE_READING) == 0)
		l->cursor = 0;
	state_level_commit();
	note(EVENT_LEVEL, level);
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
	l->flags &= ~(uint32_t)PHASE_RAN;
	state_level_commit();
	note(EVENT_LEVEL, LEVEL_BOOT);
	show_level();
}

/* ---- asking for the level ---- */

static void
start_asking(msec_t now)
{
	/* Where it cannot even be asked, single-user mode is the safe answer. */
	if (helper_running(HELPER_ASKER) || helper_start(HELPER_ASKER, ask_level, NULL, 0, now))
		phase_set(PHASE_ASKING, true);
	else
		log_warn("cannot ask for the runlevel");
}

static void
stop_asking(void)
{
	helper_cancel(HELPER_ASKER);
	phase_set(PHASE_ASKING, false);
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
	int from = phase_level();

	if (level != 'S' && !phase_is(PHASE_BOOTED))
		enter_boot(level);
	else
		enter(level, from == 'S' ? 'S' : 'N', now);
}

/* The same to what the console says, where no level is named (0). */
static void
go_on_or_ask(int level, msec_t now)
{
	if (level == 0)
		start_asking(now);
	if (!phase_is(PHASE_ASKING))
		go_on_to(level == 0 ? 'S' : level, now);
}

/* ---- requests ---- */

void
level_set_grace(uint32_t seconds)
{
	struct level_live *l;

	if (seconds == LEVEL_GRACE_KEEP)
		return;
	l = state_level_edit();
	l->grace_ms = (seconds > INITCTL_SECONDS_MAX ? INITCTL_SECONDS_MAX : seconds) * 1000;
	state_level_commit();
}

static void
demand(int letter, msec_t now)
{
	if (phase_level() == 'S')
		return;
	log_info("Activating demand-procedures for '%c'", letter);
	reload_demand(letter);
	reload_start(now);
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
	if (level == phase_level())
		return;
	if (phase_is(PHASE_ASKING) && want_is_boot_phase()) {
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
	phase_set(PHASE_EMERGENCY, false);
	ending_cancel();
	set_level(level, want_is_boot_phase() ? 'N' : phase_level(), PHASE_READING, now);
	leave_level();
	if (level >= '2' && level <= '5')
		repair_records(now);
	reload_start(now);
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
		reload_start(now);
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
		act_consider(c, now);
		/* It holds up what stands behind it, unless a start pass is about to begin anyway. */
		if (want_is_waited_for(c) && c->slot < state_level()->cursor &&
		    !phase_is((uint32_t)PHASE_STOPPING | PHASE_READING))
			phase_set_cursor(c->slot);
	}
}

static bool
is_end(void)
{
	return phase_level() == '0' || phase_level() == '6';
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
	bool was = phase_is(PHASE_FROZEN);

	phase_set(PHASE_FROZEN, frozen);
	if (frozen || !was)
		return;
	phase_set_cursor(0);		/* those who died meanwhile */
	if (phase_is(PHASE_READING) && !helper_running(HELPER_READER)) {
		phase_set(PHASE_READ_AGAIN, false);
		reload_start(now);
	}
}

void
level_set_fifo(bool open)
{
	phase_set(PHASE_NO_FIFO, !open);
}

bool
level_fifo_open(void)
{
	return !phase_is(PHASE_NO_FIFO);
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
	return phase_is(PHASE_FROZEN);
}

bool
level_is_auto_boot(void)
{
	return phase_is(PHASE_AUTO_BOOT);
}

/* ---- deaths ---- */

static void
bury_helper(enum helper h, int answer, msec_t now)
{
	switch (h) {
	case HELPER_READER:
		reload_finish(answer, now);
		break;
	case HELPER_ASKER:
		phase_set(PHASE_ASKING, false);
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

bool
level_bury(const siginfo_t *death, msec_t now)
{
	struct child *c = table_by_pid(death->si_pid);
	bool refused = quick_refused(death, now);
	int answer = HELPER_FAILED;

	if (c != NULL) {
		child_note_exit(c, death);
		act_step(c, refused ? EV_REFUSED : EV_EXITED, now);
		moved |= (child_traits(c) & WAITED) != 0;
		act_consider(c, now);
		return true;
	}
	enum helper h = helper_reaped(death, &answer);
	bury_helper(h, answer, now);	/* a reader's: another state, and death is no more */
	return h != HELPERS;
}

void
level_look_at_groups(msec_t now)
{
	struct child *next;

	if (table_chain_count(CHAIN_LEADERLESS) > LEADERLESS_MAX)
		return;		/* their own deadlines will do */
	for (struct child *c = table_chain(CHAIN_LEADERLESS, NULL); c != NULL; c = next) {
		next = table_chain(CHAIN_LEADERLESS, c);
		act_step(c, EV_LOOK, now);
		act_consider(c, now);
	}
}

/* ---- deadlines ---- */

/* The deadline of c has passed, or what c is held for may be over. */
static void
wake(struct child *c, msec_t now)
{
	enum child_state was = (enum child_state)child_live(c)->state;
	bool held = was == CH_HELD;

	/* What is behind a wait now, or not wanted any more, is started by the start pass or not at all. */
	act_step(c, held && (!want_runs(c) || !act_may_start(c)) ? EV_UNWANTED : EV_DEADLINE, now);
	act_consider(c, now);
	if ((child_live(c)->flags & CHILD_LEADERLESS) && child_live(c)->step >= LOOK_AFTER_MS)
		look_wanted = true;
}

/* A helper looks who is left of the groups that are being stopped; as the recorder, told in its own memory. */
static void
send_looker(msec_t now)
{
	if (!look_wanted)
		return;
	for (struct child *c = table_chain(CHAIN_LEADERLESS, NULL); c != NULL; c = table_chain(CHAIN_LEADERLESS, c))
		c->told = child_live(c)->pid;
	if (helper_running(HELPER_LOOKER) || helper_start(HELPER_LOOKER, group_look, NULL, LOOK_TIMEOUT_MS, now))
		look_wanted = false;
}

void
level_run(msec_t now)
{
	struct child *c;
	enum helper h;

	if (phase_is(PHASE_FROZEN))
		return;
	while ((c = table_due(now)) != NULL)
		wake(c, now);
	while ((h = helper_late(now)) != HELPERS)
		bury_helper(h, HELPER_FAILED, now);
	send_looker(now);
	reload_run(now);
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
			wake(c, now);
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
			act_step(c, EV_WANTED, now);
			phase_set(PHASE_RAN, true);
			starts++;
		} else if (!want_is_active(c) && !(child_traits(c) & EVENT))
			child_set_flags(c, 0, CHILD_RAN);
		if (want_is_waited_for(c))
			break;
	}
	phase_set_cursor(cursor);
	if (cursor == table_count())
		note(EVENT_SETTLED, phase_level());
}

static void
end_emergency(msec_t now)
{
	phase_set(PHASE_EMERGENCY, false);
	phase_set(PHASE_HAS_TABLE, false);
	reload_start(now);
}

/* The sysinit entries are through. */
static void
end_sysinit(msec_t now)
{
	int level = state_level()->chosen;

	if (phase_is(PHASE_EMERGENCY)) {
		end_emergency(now);
		return;
	}
	recorder_due(DUE_UTMP_BOOT | DUE_WTMP_BOOT, now);
	go_on_or_ask(level != 0 ? level : default_level(), now);
}

static void
end_boot(msec_t now)
{
	int level = state_level()->chosen;

	phase_set(PHASE_BOOTED, true);
	enter(level, 'N', now);
}

static void
end_single(msec_t now)
{
	renew_single();
	go_on_or_ask(default_level(), now);
}

/* All that the level started has ended. */
static void
end_of_level(msec_t now)
{
	if (phase_level() == LEVEL_SYSINIT)
		end_sysinit(now);
	else if (phase_level() == LEVEL_BOOT)
		end_boot(now);
	else if (phase_level() == 'S' && phase_is(PHASE_RAN))
		end_single(now);
	else if (!phase_is(PHASE_SAID_EMPTY)) {
		log_warn("no more processes left in this runlevel");
		phase_set(PHASE_SAID_EMPTY, true);
		if (is_end())
			ending_begin(now);
	}
}

void
level_step(msec_t now)
{
	more_to_do = false;
	if (phase_is(PHASE_FROZEN) || phase_is(PHASE_READING) || phase_is(PHASE_ASKING) || !phase_is(PHASE_HAS_TABLE))
		return;
	if (phase_is(PHASE_STOPPING)) {
		if (table_stopping() > 0)
			return;
		phase_set(PHASE_STOPPING, false);
		phase_set_cursor(0);
	}
	if (state_level()->cursor < table_count())
		walk(now);
	if (state_level()->cursor == table_count() && table_busy() == 0) {
		int level = phase_level();

		end_of_level(now);
		more_to_do = phase_level() != level || state_level()->cursor < table_count();
	}
}

msec_t
level_deadline(msec_t now)
{
	msec_t first = clock_earlier(table_deadline(), helper_deadline());

	if (phase_is(PHASE_FROZEN))
		return 0;
	first = clock_earlier(first, recorder_deadline());
	first = clock_earlier(first, reload_deadline());
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
	l->flags = (emergency ? PHASE_EMERGENCY : 0u) | (auto_boot ? PHASE_AUTO_BOOT : 0u);
	state_level_commit();
	note(EVENT_LEVEL, LEVEL_SYSINIT);
	env_set_levels('S', 'N');
	title_set(chosen == 'S' ? "init [S]" : "init boot");
	reload_start(now);
}

bool
level_is_booted(void)
{
	return phase_is(PHASE_BOOTED);
}

int
level_current(void)
{
	return phase_level();
}

void
level_set_unknown(void)
{
	state_level_edit()->level = LEVEL_UNKNOWN;
	state_level_commit();
}

void
level_take_over(int level, int runlevel, int previous, uint32_t grace_s, bool booted)
{
	struct level_live *l = state_level_edit();
	uint32_t cursor = 0;

	while (cursor < table_count() && !want_is_waited_for(table_child(cursor)))
		cursor++;
	l->level = (uint8_t)level;
	l->runlevel = (uint8_t)runlevel;
	l->previous = (uint8_t)previous;
	l->cursor = cursor;
	l->flags = PHASE_HAS_TABLE | PHASE_RAN | (booted ? PHASE_BOOTED : 0u);
	state_level_commit();
	level_set_grace(grace_s);
}

/* What is left of a crash, or of an exec that is none: said once. */
static void
tell_of_exec(void)
{
	struct state_header *h = state.head;

	if (h->crash.signal == 0) {
		note(EVENT_EXEC, 0);
		return;
	}
	note(EVENT_CRASH, h->crash.signal);
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

		(void)level_bury(&death, now);
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
	if (phase_is(PHASE_READING))
		reload_start(now);
	if (asked)
		upgrade_ask(now);
	if (phase_is(PHASE_ASKING) && !helper_running(HELPER_ASKER))
		phase_set(PHASE_ASKING, false);	/* the level is asked for again */
}

void
level_resume(msec_t now)
{
	siginfo_t death = state.head->death;

	tell_of_exec();
	show_level();
	restart_helpers(now);
	if (death.si_pid != 0) {
		(void)level_bury(&death, now);
		state.head->death.si_pid = 0;
	}
	for (uint32_t i = 0; i < table_count(); i++)
		reconcile(table_child(i), now);
	/* In the middle of a change the start pass, which is still to come, decides who starts when. */
	for (uint32_t i = 0; i < table_count() && !phase_is((uint32_t)PHASE_READING | PHASE_STOPPING); i++)
		act_consider(table_child(i), now);
	recorder_resume(now);
	moved = true;
}
