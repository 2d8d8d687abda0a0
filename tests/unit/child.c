#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../spawn.h"
#include "../../table.h"
#include "check.h"

/*
 * One entry in a table of its own; the world is fakes.c.  Times are in milliseconds from an arbitrary
 * start: what happens in an hour takes no time here.
 */
static struct child *c;
static struct child_conditions on;
static msec_t now;

static void
begin(const char *line)
{
	uint32_t place = 0;

	table_clear();
	parsed_merge(line, strlen(line), &place);
	if (!CHECK_INT(table_count(), 1))
		abort();
	c = table_child(0);
	on = (struct child_conditions){ .level = '2', .grace_ms = 3000 };
	now = 1000000;
}

static void
step(enum child_event e)
{
	table_step(c, e, &on, now);
}

/* Its process has ended; e says whether it was ever its program. */
static void
ended(enum child_event e, int code, int status)
{
	siginfo_t death;

	memset(&death, 0, sizeof death);
	death.si_pid = child_live(c)->pid;
	death.si_code = code;
	death.si_status = status;
	child_note_exit(c, &death);
	step(e);
}

static void
died(int code, int status)
{
	ended(EV_EXITED, code, status);
}

static int
state_of(void)
{
	return child_live(c)->state;
}

/* Pass the deadline, which must be that far away. */
static void
after(msec_t ms)
{
	CHECK_INT(child_live(c)->deadline, now + ms);
	CHECK(table_due(now + ms - 1) == NULL);
	now += ms;
	if (CHECK(table_due(now) == c))
		step(EV_DEADLINE);
}

/* ---- the table of rules ---- */

static void
rules(void)
{
	static const char *const want[CH_STATES][CH_EVENTS] = {
		/*              WANTED     UNWANTED   EXITED  REFUSED  LOOK       DEADLINE */
		[CH_DOWN]   = { "start",   "nothing", "bug",  "bug",   "nothing", "nothing" },
		[CH_UP]     = { "nothing", "ask",     "end",  "again", "nothing", "limit" },
		[CH_ASKED]  = { "nothing", "hurry",   "look", "look",  "look",    "look" },
		[CH_KILLED] = { "nothing", "nothing", "look", "look",  "look",    "look" },
		[CH_STUCK]  = { "nothing", "nothing", "look", "look",  "look",    "look" },
		[CH_HELD]   = { "nothing", "forget",  "bug",  "bug",   "nothing", "start" },
	};
	static const char *const states[] = { "DOWN", "UP", "ASKED", "KILLED", "STUCK", "HELD" };

	for (enum child_state s = 0; s < CH_STATES; s++)
		for (enum child_event e = 0; e < CH_EVENTS; e++) {
			check_row = states[s];
			CHECK_TEXT(child_rule(s, e), want[s][e]);
			/* only a child without a process cannot die */
			CHECK_INT(strcmp(child_rule(s, e), "bug") == 0,
			    (e == EV_EXITED || e == EV_REFUSED) && (s == CH_DOWN || s == CH_HELD));
		}
}

/* ---- lives ---- */

static void
lives(void)
{
	begin("a:2:respawn:x\n");
	CHECK_INT(state_of(), CH_DOWN);
	CHECK(!child_is_up(c));
	step(EV_WANTED);
	CHECK_INT(state_of(), CH_UP);
	CHECK_INT(child_live(c)->pid, 101);
	CHECK_INT(child_live(c)->started, now);
	CHECK(child_live(c)->flags & CHILD_RAN);
	CHECK(child_is_up(c) && !child_is_stopping(c));
	step(EV_WANTED);
	CHECK_INT(child_live(c)->pid, 101);
	now += 5000;
	died(CLD_EXITED, 3);
	CHECK_INT(state_of(), CH_DOWN);
	CHECK_INT(child_live(c)->pid, 0);
	CHECK_INT(child_live(c)->status, CLD_EXITED << 8 | 3);
	CHECK_INT(child_live(c)->owed, 101);
	step(EV_WANTED);
	CHECK_INT(child_live(c)->pid, 102);
	CHECK_INT(child_live(c)->owed, 0);	/* its forerunner's death was handed to it */
	CHECK_TEXT(fake_sent, "");
	CHECK_TEXT(fake_said, "");
}

/* A process that was refused a quick start: another one soon, which is not one more start. */
static void
refused(void)
{
	begin("a:2:respawn:+x\n");
	step(EV_WANTED);
	for (int i = 0; i < 20; i++) {
		ended(EV_REFUSED, CLD_EXITED, 1);
		CHECK_INT(state_of(), CH_HELD);
		CHECK_INT(child_live(c)->held, HELD_FORK);
		CHECK_INT(child_live(c)->pid, 0);
		after(1);
		CHECK_INT(state_of(), CH_UP);
		CHECK_INT(child_live(c)->pid, 102 + i);
	}
	fake_spawn_error = -EAGAIN;
	ended(EV_REFUSED, CLD_EXITED, 1);
	after(1);
	CHECK_INT(state_of(), CH_HELD);
	CHECK_INT(child_live(c)->held, HELD_FORK);
	CHECK_INT(child_live(c)->pid, 0);
	fake_spawn_error = 0;
	after(100);
	CHECK_INT(state_of(), CH_UP);
	CHECK_INT(child_live(c)->count, 0);
	step(EV_UNWANTED);
	ended(EV_REFUSED, CLD_KILLED, SIGTERM);
	fake_group_empty = true;
	step(EV_LOOK);
	CHECK_INT(state_of(), CH_DOWN);

	begin("a:S:once:+x\n");
	on.level = 'S';
	step(EV_WANTED);
	ended(EV_REFUSED, CLD_EXITED, 1);
	after(1);
	CHECK_INT(state_of(), CH_UP);		/* without the pause of one that has ended */
}

static void
owes_nothing(void)
{
	begin("a:2:respawn:+x\n");
	step(EV_WANTED);
	died(CLD_EXITED, 0);
	CHECK_INT(child_live(c)->owed, 0);
	begin("a:2:respawn,nolog:x\n");
	step(EV_WANTED);
	died(CLD_EXITED, 0);
	CHECK_INT(child_live(c)->owed, 0);
	begin("a:2:respawn:x\n");
	step(EV_WANTED);
	died(CLD_KILLED, SIGSEGV);
	CHECK_INT(child_live(c)->owed, child_live(c)->owed);
	child_paid(c);
	CHECK_INT(child_live(c)->owed, 0);
}

static void
stops(void)
{
	begin("a:2:respawn:x\n");
	step(EV_WANTED);
	step(EV_UNWANTED);
	CHECK_INT(state_of(), CH_ASKED);
	CHECK(child_is_stopping(c));
	CHECK_TEXT(fake_sent, "TERM -101\nCONT -101\n");
	CHECK_INT(child_live(c)->deadline, now + 3000);
	/* its process dies, others of its group live: it is not down yet */
	now += 10;
	died(CLD_EXITED, 0);
	CHECK_INT(state_of(), CH_ASKED);
	CHECK(child_live(c)->flags & CHILD_LEADERLESS);
	CHECK_INT(table_chain_count(CHAIN_LEADERLESS), 1);
	CHECK(child_is_stopping(c));
	fake_group_empty = true;
	step(EV_LOOK);
	CHECK_INT(state_of(), CH_DOWN);
	CHECK_INT(child_live(c)->pid, 0);
	CHECK_INT(child_live(c)->deadline, 0);
	CHECK_INT(table_chain_count(CHAIN_LEADERLESS), 0);
	CHECK_TEXT(fake_said, "");
}

static void
killed(void)
{
	begin("a:2:respawn:x\n");
	step(EV_WANTED);
	step(EV_UNWANTED);
	fake_sent[0] = '\0';
	after(3000);
	CHECK_INT(state_of(), CH_KILLED);
	CHECK_TEXT(fake_sent, "KILL -101\n");
	CHECK(child_is_stopping(c));
	fake_group_empty = true;
	died(CLD_KILLED, SIGKILL);
	CHECK_INT(state_of(), CH_DOWN);
	CHECK_TEXT(fake_said, "");
}

/* It cannot die: said once, stepped over; nothing new starts under its id until it is gone. */
static void
stuck(void)
{
	begin("a:2:respawn:x\n");
	step(EV_WANTED);
	step(EV_UNWANTED);
	after(3000);
	after(2000);
	CHECK_INT(state_of(), CH_STUCK);
	CHECK(child_is_up(c) && !child_is_stopping(c));
	CHECK_TEXT(fake_said, "Pid 101 [id a] seems to hang\n");
	step(EV_WANTED);
	CHECK_INT(state_of(), CH_STUCK);
	CHECK_INT(fake_pid, 101);
	/* it is looked at again and again, less and less often */
	msec_t last = 0;
	for (int i = 0; i < 10; i++) {
		msec_t wait = child_live(c)->deadline - now;

		CHECK(wait >= last && wait <= 60000);
		last = wait;
		now += wait;
		step(EV_DEADLINE);
	}
	CHECK_INT(last, 60000);
	CHECK_TEXT(fake_said, "Pid 101 [id a] seems to hang\n");
	fake_group_empty = true;
	died(CLD_KILLED, SIGKILL);
	CHECK_INT(state_of(), CH_DOWN);
	step(EV_WANTED);
	CHECK_INT(child_live(c)->pid, 102);
}

/* A process whose parent is not init stays as a zombie: it does not count. */
static void
zombies(void)
{
	begin("a:2:respawn:x\n");
	step(EV_WANTED);
	step(EV_UNWANTED);
	died(CLD_EXITED, 0);
	CHECK_INT(state_of(), CH_ASKED);
	atomic_store(&state.slot[c->slot].zombies, 99);		/* another's, long ago */
	step(EV_LOOK);
	CHECK_INT(state_of(), CH_ASKED);
	atomic_store(&state.slot[c->slot].zombies, 101);
	step(EV_LOOK);
	CHECK_INT(state_of(), CH_DOWN);
}

static void
graces(void)
{
	begin("a:2:respawn,grace=30,stop=INT:x\n");
	step(EV_WANTED);
	step(EV_UNWANTED);
	CHECK_TEXT(fake_sent, "INT -101\nCONT -101\n");
	CHECK_INT(child_live(c)->deadline, now + 30000);

	/* zero: KILL at once after the question */
	begin("a:2:respawn:x\n");
	on.grace_ms = 0;
	step(EV_WANTED);
	step(EV_UNWANTED);
	CHECK_INT(state_of(), CH_KILLED);
	CHECK(strncmp(fake_sent, "TERM ", 5) == 0);
	CHECK(strstr(fake_sent, "KILL ") != NULL);

	/* asked again: a shorter time counts, a longer one does not */
	begin("a:2:respawn:x\n");
	on.grace_ms = 10000;
	step(EV_WANTED);
	step(EV_UNWANTED);
	on.grace_ms = 60000;
	step(EV_UNWANTED);
	CHECK_INT(child_live(c)->deadline, now + 10000);
	on.grace_ms = 1000;
	step(EV_UNWANTED);
	after(1000);
	CHECK_INT(state_of(), CH_KILLED);

	begin("a:2:respawn:x\n");
	step(EV_WANTED);
	step(EV_UNWANTED);
	on.grace_ms = 0;
	step(EV_UNWANTED);
	CHECK_INT(state_of(), CH_KILLED);
}

/* ---- too fast ---- */

/* Let it run so long, again and again, until it is held; return the number of starts. */
static int
run_until_held(msec_t each)
{
	int starts = 0;

	while (starts < 1000) {
		step(EV_WANTED);
		if (state_of() == CH_HELD)
			return starts;
		starts++;
		now += each;
		died(CLD_EXITED, 1);
		if (state_of() == CH_HELD)
			return starts;
	}
	return starts;
}

static void
throttle(void)
{
	begin("a:2:respawn:x\n");
	CHECK_INT(run_until_held(10), 10);
	CHECK_TEXT(fake_said, "Id \"a\" respawning too fast: disabled for 5 minutes\n");
	CHECK_INT(child_live(c)->held, HELD_FAST);
	step(EV_WANTED);
	CHECK_INT(state_of(), CH_HELD);
	after(300000);
	CHECK_INT(state_of(), CH_UP);
	/* each further hold doubles, up to an hour */
	static const int minutes[] = { 10, 20, 40, 60, 60 };
	for (size_t i = 0; i < COUNT(minutes); i++) {
		now += 10;
		died(CLD_EXITED, 1);
		(void)run_until_held(10);
		CHECK_INT(child_live(c)->deadline, now + minutes[i] * 60000);
		now = child_live(c)->deadline;
		step(EV_DEADLINE);
		CHECK_INT(state_of(), CH_UP);
	}
	/* forgiven, by a re-read: five minutes again */
	child_forgive(c);
	now += 10;
	died(CLD_EXITED, 1);
	(void)run_until_held(10);
	CHECK_INT(child_live(c)->deadline, now + 300000);
	/* not wanted any more: no hold outlives that */
	step(EV_UNWANTED);
	CHECK_INT(state_of(), CH_DOWN);
	CHECK_INT(child_live(c)->deadline, 0);
	CHECK_INT(table_deadline(), 0);
}

static void
not_too_fast(void)
{
	/* ten starts in two minutes are one too many, one in twelve seconds and a bit is not */
	begin("a:2:respawn:x\n");
	CHECK_INT(run_until_held(12100), 1000);
	begin("a:2:respawn:x\n");
	CHECK(run_until_held(11900) < 1000);
	/* what does not start again by itself is not counted */
	begin("a:2:once:x\n");
	CHECK_INT(run_until_held(1), 1000);
	CHECK(strstr(fake_said, "BUG") == NULL);
}

static void
own_rule(void)
{
	begin("a:2:respawn,respawn=10/4/3:x\n");
	for (int i = 0; i < 3; i++) {
		step(EV_WANTED);
		CHECK_INT(state_of(), CH_UP);
		now += 9999;
		died(CLD_EXITED, 1);
		CHECK_INT(state_of(), CH_HELD);
		CHECK_INT(child_live(c)->held, HELD_DELAY);
		CHECK_INT(child_live(c)->deadline, now + 4000);
		now += 4000;
		step(EV_DEADLINE);
		CHECK_INT(state_of(), CH_UP);
	}
	/* a long run in between: counted from the beginning */
	now += 10000;
	died(CLD_EXITED, 1);
	CHECK_INT(child_live(c)->held, HELD_DELAY);
	for (int i = 0; i < 4; i++) {
		now = child_live(c)->deadline;
		step(EV_DEADLINE);
		now += 1;
		died(CLD_EXITED, 1);
		CHECK_INT(child_live(c)->held, i < 3 ? HELD_DELAY : HELD_GIVEN_UP);
	}
	CHECK_INT(state_of(), CH_HELD);
	CHECK_INT(child_live(c)->deadline, 0);
	CHECK(strstr(fake_said, "\"a\"") != NULL);

	/* no limit of runs, no delay; runs of a second and more are no storm */
	begin("a:2:respawn,respawn=10/0/0:x\n");
	CHECK_INT(run_until_held(1000), 1000);
}

/* ---- what is in the way ---- */

static void
no_process(void)
{
	begin("a:2:respawn:x\n");
	fake_spawn_error = -EAGAIN;
	step(EV_WANTED);
	CHECK_INT(state_of(), CH_HELD);
	CHECK_INT(child_live(c)->held, HELD_FORK);
	CHECK_INT(child_live(c)->pid, 0);
	for (int i = 0; i < 20; i++) {
		CHECK_INT(child_live(c)->deadline - now, 100);
		now = child_live(c)->deadline;
		step(EV_DEADLINE);
		CHECK_INT(state_of(), CH_HELD);
	}
	/* until then nobody else tries */
	fake_spawn_error = 0;
	now += 40;
	step(EV_UNWANTED);
	step(EV_WANTED);
	CHECK_INT(state_of(), CH_HELD);
	CHECK_INT(child_live(c)->deadline - now, 60);
	/* said once */
	CHECK(strncmp(fake_said, "cannot fork, retry..", 20) == 0);
	CHECK(strchr(fake_said, '\n')[1] == '\0');
	now = child_live(c)->deadline;
	step(EV_DEADLINE);
	CHECK_INT(state_of(), CH_UP);
}

static void
no_device(void)
{
	begin("a:2:respawn:/sbin/getty 9600 ttyS7\n");
	msec_t last = 0;
	for (int i = 0; i < 20; i++) {
		step(i == 0 ? EV_WANTED : EV_DEADLINE);
		CHECK_INT(state_of(), CH_UP);
		died(CLD_EXITED, SPAWN_NO_DEVICE);
		CHECK_INT(state_of(), CH_HELD);
		CHECK_INT(child_live(c)->held, HELD_DEVICE);
		CHECK_INT(child_live(c)->owed, 0);
		CHECK_INT(table_chain_count(CHAIN_DEVICE), 1);
		CHECK(child_live(c)->deadline - now >= last && child_live(c)->deadline - now <= 60000);
		last = child_live(c)->deadline - now;
		now = child_live(c)->deadline;
	}
	CHECK_INT(last, 60000);
	/* told once, and none of it counts as respawning too fast */
	CHECK(strstr(fake_said, "/dev/ttyS7") != NULL);
	CHECK(strchr(fake_said, '\n')[1] == '\0');
	step(EV_DEADLINE);
	CHECK_INT(state_of(), CH_UP);
	CHECK_INT(table_chain_count(CHAIN_DEVICE), 0);
}

/* Single-user mode whose shell ends at once begins again after a second, not in a tight loop. */
static void
pause_in_single(void)
{
	begin("~~:S:wait:x\n");
	on.level = 'S';
	step(EV_WANTED);
	CHECK_INT(state_of(), CH_UP);
	now += 5;
	died(CLD_EXITED, 1);
	step(EV_WANTED);
	CHECK_INT(state_of(), CH_HELD);
	CHECK_INT(child_live(c)->held, HELD_PAUSE);
	after(1000);
	CHECK_INT(state_of(), CH_UP);
}

static void
no_bug(void)
{
	static const char *const lines[] = {
		"a:2:respawn:x\n", "a:2:wait:x\n", "a:2:once:x\n", "a:2:respawn,respawn=1/1/2:x\n",
		"a:2:respawn:/sbin/getty tty9\n", "a:2:ondemand,grace=0:x\n",
	};

	for (size_t i = 0; i < COUNT(lines); i++) {
		check_row = lines[i];
		begin(lines[i]);
		for (int k = 0; k < 20000; k++) {
			enum child_event e = (enum child_event)fake_random(CH_EVENTS);
			bool process = child_live(c)->pid != 0 && !(child_live(c)->flags & CHILD_LEADERLESS);

			fake_group_empty = fake_random(3) == 0;
			fake_spawn_error = fake_random(8) == 0 ? -EAGAIN : 0;
			if (e == EV_EXITED || e == EV_REFUSED) {
				if (!process)
					continue;
				ended(e, CLD_EXITED, fake_random(4) == 0 ? SPAWN_NO_DEVICE : 0);
			} else
				step(e);
			now += fake_random(3000);
			if (!CHECK((child_live(c)->pid != 0) == child_is_up(c)))
				break;
		}
		CHECK(strstr(fake_said, "BUG") == NULL);
	}
	/* one that succeeds: nothing else waits for a process */
	fake_spawn_error = 0;
	begin(lines[0]);
	now += 1000000000;
	step(EV_WANTED);
	CHECK_INT(state_of(), CH_UP);
}

void
suite_child(void)
{
	test("child: what each state makes of each event", rules);
	test("child: runs, ends, runs again", lives);
	test("child: refused a quick start, it is started the long way", refused);
	test("child: a death is owed to the records, but for + and nolog", owes_nothing);
	test("child: asked to stop it is down when its group is empty", stops);
	test("child: KILL when the grace is over", killed);
	test("child: what cannot die is stuck, which is said once", stuck);
	test("child: zombies of others do not count", zombies);
	test("child: grace times, its own, none, and shorter ones", graces);
	test("child: ten starts in two minutes, then a hold that doubles", throttle);
	test("child: slower, or not restarted, it is never held", not_too_fast);
	test("child: the option respawn= has rules of its own", own_rule);
	test("child: no process to be had is tried again, and said once", no_process);
	test("child: no device is waited for, and said once", no_device);
	test("child: single-user mode that ends at once pauses", pause_in_single);
	test("child: no order of events is a bug", no_bug);
}
