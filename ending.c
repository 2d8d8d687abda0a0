#include <errno.h>
#include <string.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ending.h"
#include "env.h"
#include "format.h"
#include "helper.h"
#include "log.h"
#include "paths.h"
#include "spawn.h"
#include "state.h"

#define AGAIN_MS 1000			/* the last resort was killed or could not be started */
#define REFUSED_MS 15000		/* the kernel refused, or is still at it */
#define FIRST_PID_NAMESPACE 0xEFFFFFFCU	/* the inode number of the machine's own: PROC_PID_INIT_INO */

/* level_live.ending */
enum { NOT_ENDING, LAST_RESORT, BY_INIT };

static msec_t again_at;

static void
set(uint32_t stage, msec_t ends)
{
	struct level_live *l = state_level_edit();

	l->ending = stage;
	l->ends = ends;
	state_level_commit();
}

/* What the system shall do last. */
static enum { HALT, POWEROFF, REBOOT }
what(void)
{
	if (state_level()->level == '6')
		return REBOOT;
	return env_is_set("INIT_HALT=HALT") ? HALT : POWEROFF;
}

static int
last_resort(void *ends)
{
	static const char *const names[] = {
		[HALT] = PATH_HALT, [POWEROFF] = PATH_POWEROFF, [REBOOT] = PATH_REBOOT,
	};
	msec_t rest = *(const msec_t *)ends - clock_now();
	char seconds[16];
	const char *argv[] = { names[what()], "--last-resort", seconds, NULL };

	(void)format(seconds, sizeof seconds, "%u", rest > 0 ? (unsigned)(rest / 1000) : 0u);
	spawn_exec(argv);
	return 127;
}

/* By a helper, since the kernel ends whoever called it when the machine is halted. */
static int
stop_machine(void *unused)
{
	static const unsigned how[] = { [HALT] = RB_HALT_SYSTEM, [POWEROFF] = RB_POWER_OFF, [REBOOT] = RB_AUTOBOOT };

	(void)unused;
	(void)reboot((int)how[what()]);
	(void)reboot((int)RB_HALT_SYSTEM);
	return errno;
}

static bool
is_container(void)
{
	struct stat st;

	return stat(PATH_PID_NAMESPACE, &st) == 0 && st.st_ino != FIRST_PID_NAMESPACE;
}

/* When the next helper is to be started. */
static msec_t
due(void)
{
	msec_t ends = state_level()->ending == BY_INIT ? state_level()->ends : 1;

	return again_at > ends ? again_at : ends;
}

void
ending_run(msec_t now)
{
	msec_t ends = state_level()->ends;
	bool started;

	if (state_level()->ending == NOT_ENDING || helper_running(HELPER_ENDING) || now < due())
		return;
	if (state_level()->ending == LAST_RESORT)
		started = helper_start(HELPER_ENDING, last_resort, &ends,
		    (ends > now ? ends - now : 0) + ENDING_RESORT_MS, now);
	else
		started = helper_start(HELPER_ENDING, stop_machine, NULL, REFUSED_MS, now);
	again_at = started ? 0 : now + AGAIN_MS;
}

static void
begin(msec_t ends, msec_t now)
{
	uint32_t stage = state_level()->ending;

	if (stage != NOT_ENDING && state_level()->ends <= ends)
		return;
	helper_cancel(HELPER_ENDING);	/* it was told to wait longer */
	set(LAST_RESORT, ends);
	again_at = 0;
	ending_run(now);
}

void
ending_begin(msec_t now)
{
	log_warn("Nothing is left to run, and the system has not stopped: the last resort");
	begin(now, now);
}

void
ending_killed(msec_t now)
{
	begin(now + ENDING_AFTER_KILL_MS, now);
}

void
ending_cancel(void)
{
	if (state_level()->ending == NOT_ENDING)
		return;
	helper_cancel(HELPER_ENDING);
	set(NOT_ENDING, 0);
}

void
ending_answered(int answer, msec_t now)
{
	msec_t ends = state_level()->ends;

	switch (state_level()->ending) {
	case LAST_RESORT:
		/* One that was killed while it waited, by killall5, begins again. */
		if (answer == HELPER_FAILED && now < ends)
			again_at = now + AGAIN_MS;
		else
			set(BY_INIT, ends);
		break;
	case BY_INIT:
		if (answer == EPERM && is_container()) {
			log_warn("the end of this container");
			_exit(0);
		}
		log_alert("the kernel does not stop the machine: %s",
		    answer == HELPER_FAILED ? "no answer" : strerror(answer));
		again_at = now + REFUSED_MS;
		break;
	default:
		break;
	}
	ending_run(now);
}

msec_t
ending_deadline(void)
{
	return state_level()->ending == NOT_ENDING || helper_running(HELPER_ENDING) ? 0 : due();
}
