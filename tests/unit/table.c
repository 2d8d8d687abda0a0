#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../table.h"
#include "check.h"

static struct child_conditions on = { .level = '2', .grace_ms = 3000 };
static uint32_t place;

static void
merge(const char *text)
{
	parsed_merge(text, strlen(text), &place);
}

static void
begin(const char *text)
{
	place = 0;
	table_clear();
	merge(text);
}

static struct child *
by_id(const char *id)
{
	return table_by_id(id, strlen(id));
}

static void
start(const char *id, msec_t now)
{
	table_step(by_id(id), EV_WANTED, &on, now);
	CHECK_INT(child_live(by_id(id))->state, CH_UP);
}

/* The table as "id=process ..." in its order; a line that has gone in brackets. */
static const char *
listed(void)
{
	static char text[4096];
	size_t len = 0;

	text[0] = '\0';
	for (uint32_t i = 0; i < table_count(); i++) {
		const struct child *c = table_child(i);
		bool gone = (child_live(c)->flags & CHILD_GONE) != 0;

		len += (size_t)snprintf(text + len, sizeof text - len, gone ? "(%.*s=%.*s) " : "%.*s=%.*s ",
		    SPAN_ARG(state.text, c->e.id), SPAN_ARG(state.text, c->e.process));
	}
	return text;
}

static void
order(void)
{
	begin("a:2:once:1\nca::ctrlaltdel:2\nb:2:respawn:3\npf::powerfail:4\nkb::kbrequest:5\npw:2:powerwait:6\n");
	CHECK_TEXT(listed(), "ca=2 pf=4 pw=6 a=1 b=3 kb=5 ");
	CHECK_INT(child_live(by_id("ca"))->flags, CHILD_RAN);	/* events start disabled */
	CHECK_INT(child_live(by_id("kb"))->flags, CHILD_RAN);
	CHECK_INT(child_live(by_id("a"))->flags, 0);
	CHECK(by_id("c") == NULL);
	CHECK(by_id("") == NULL);
}

static void
actions(void)
{
	begin("a:2:once:1\nb:3:once:2\nc:2:wait:3\nd:4:once:4\n");
	const struct child *c = table_first(ACT_ONCE);
	CHECK(c == by_id("a"));
	CHECK((c = table_next(c)) == by_id("b"));
	CHECK((c = table_next(c)) == by_id("d"));
	CHECK(table_next(c) == NULL);
	CHECK(table_first(ACT_WAIT) == by_id("c"));
	CHECK(table_first(ACT_BOOT) == NULL);
}

static void
carried_over(void)
{
	begin("a:2:respawn:1\nb:2:once:2\nc:2:respawn:3\n");
	start("a", 1000);
	start("b", 2000);
	child_set_flags(by_id("a"), CHILD_ON_DEMAND, 0);
	merge("c:2:respawn:3\nx:2:respawn:9\na:23:respawn:new\nb:2:once:2\n");
	CHECK_TEXT(listed(), "c=3 x=9 a=new b=2 ");
	CHECK_INT(child_live(by_id("a"))->pid, 101);
	CHECK_INT(child_live(by_id("a"))->started, 1000);
	CHECK_INT(child_live(by_id("a"))->state, CH_UP);
	CHECK_INT(child_live(by_id("a"))->flags, CHILD_RAN | CHILD_ON_DEMAND);
	CHECK_INT(child_live(by_id("b"))->flags, CHILD_RAN);
	CHECK_INT(child_live(by_id("c"))->flags, 0);
	CHECK_INT(child_live(by_id("x"))->flags, 0);
	CHECK(table_by_pid(101) == by_id("a"));
	CHECK(table_by_pid(102) == by_id("b"));
	CHECK_INT(table_busy(), 2);
	CHECK_TEXT(fake_sent, "");
}

/* An entry whose action changed begins afresh; while its old process runs that is remembered. */
static void
changed_action(void)
{
	begin("a:2:respawn:1\nb:2:once:2\nc:2:once:3\n");
	start("a", 1000);
	child_set_flags(by_id("b"), CHILD_RAN, 0);
	merge("a:2:wait:1\nb:2:wait:2\nc:2:kbrequest:3\n");
	CHECK_INT(child_live(by_id("a"))->flags, CHILD_CHANGED);
	CHECK_INT(child_live(by_id("b"))->flags, 0);
	CHECK_INT(child_live(by_id("c"))->flags, CHILD_RAN);
	merge("a:2:wait:1\n");
	CHECK_INT(child_live(by_id("a"))->flags, CHILD_CHANGED);
	table_step(by_id("a"), EV_EXITED, &on, 2000);
	CHECK_INT(child_live(by_id("a"))->flags & CHILD_CHANGED, 0);
}

static void
leaving(void)
{
	begin("a:2:respawn:1\nb:2:respawn:2\nc:2:once:3\n");
	start("b", 1000);
	merge("a:2:respawn:1\n");
	/* b stays until its process is gone; c was not running */
	CHECK_TEXT(listed(), "a=1 (b=2) ");
	CHECK(table_by_pid(101) == by_id("b"));
	/* it is not dropped by another re-read, nor in its second place twice */
	merge("x:2:once:0\n");
	CHECK_TEXT(listed(), "x=0 (b=2) ");
	table_step(by_id("b"), EV_UNWANTED, &on, 1000);
	merge("x:2:once:0\n");
	CHECK_TEXT(listed(), "x=0 (b=2) ");
	CHECK_INT(table_stopping(), 1);
	/* the line comes back: the same child again */
	merge("x:2:once:0\nb:2:respawn:new\n");
	CHECK_TEXT(listed(), "x=0 b=new ");
	CHECK_INT(child_live(by_id("b"))->pid, 101);
	merge("x:2:once:0\n");
	fake_group_empty = true;
	table_step(by_id("b"), EV_EXITED, &on, 1010);
	CHECK_INT(child_live(by_id("b"))->state, CH_DOWN);
	merge("x:2:once:0\n");
	CHECK_TEXT(listed(), "x=0 ");
	CHECK(by_id("b") == NULL);
	CHECK(table_by_pid(101) == NULL);
	CHECK_INT(table_stopping(), 0);
	CHECK_INT(table_deadline(), 0);
}

/* A death that is not in the records yet keeps its entry, too. */
static void
owing(void)
{
	siginfo_t death;

	begin("a:2:once:1\nb:2:once:2\n");
	start("a", 1000);
	start("b", 1000);
	memset(&death, 0, sizeof death);
	death.si_code = CLD_EXITED;
	death.si_pid = 102;
	child_note_exit(by_id("b"), &death);
	table_step(by_id("b"), EV_EXITED, &on, 1001);
	table_owe(by_id("b"));
	death.si_pid = 101;
	child_note_exit(by_id("a"), &death);
	table_step(by_id("a"), EV_EXITED, &on, 1002);
	table_owe(by_id("a"));
	table_owe(by_id("a"));
	CHECK_INT(table_chain_count(CHAIN_OWED), 2);
	merge("z:2:once:0\nb:2:once:2\n");
	CHECK_TEXT(listed(), "z=0 b=2 (a=1) ");
	/* in order of joining */
	CHECK_INT(table_chain_count(CHAIN_OWED), 2);
	CHECK(table_chain(CHAIN_OWED, NULL) == by_id("b"));
	CHECK(table_chain(CHAIN_OWED, by_id("b")) == by_id("a"));
	CHECK(table_chain(CHAIN_OWED, by_id("a")) == NULL);
	child_paid(by_id("a"));
	table_owe_not(by_id("a"));
	merge("z:2:once:0\nb:2:once:2\n");
	CHECK_TEXT(listed(), "z=0 b=2 ");
	table_owe_not(by_id("b"));
	CHECK_INT(table_chain_count(CHAIN_OWED), 0);
	CHECK(table_chain(CHAIN_OWED, NULL) == NULL);
}

/* A typo must not kill. */
static void
typos(void)
{
	begin("a:2:respawn:1\nb:2:once:2\ng:2:respawn,grace=9,tty=ttyS0:3\n");
	start("a", 1000);
	merge("b:2:once:2\na:2:respwan:new\nn:2:onse:x\ng:2:respawn,grace=x:3\n:2:once:y\n");
	CHECK_TEXT(listed(), "b=2 a=1 g=3 ");
	CHECK_INT(child_live(by_id("a"))->pid, 101);
	CHECK_INT(by_id("a")->e.action, ACT_RESPAWN);
	CHECK_INT(by_id("g")->e.options->grace_ms, 9000);
	CHECK_INT(by_id("g")->e.options->tty.len, 5);
	CHECK(memcmp(state.text + by_id("g")->e.options->tty.at, "ttyS0", 5) == 0);
	CHECK(!by_id("a")->e.bad);
	/* one whose line has already gone is not brought back by a bad one */
	merge("b:2:once:2\n");
	CHECK_TEXT(listed(), "b=2 (a=1) ");
	merge("b:2:once:2\na:2:respwan:new\n");
	CHECK_TEXT(listed(), "b=2 (a=1) ");
}

/* ~~ may stand there several times: they are matched in their order. */
static void
several(void)
{
	begin("~~:S:wait:1\n~~:2:respawn:2\n~~:3:respawn:3\n");
	CHECK_INT(table_count(), 3);
	table_step(table_child(1), EV_WANTED, &on, 1000);
	merge("~~:S:wait:1\n~~:2:respawn:2\n~~:3:respawn:3\n");
	CHECK_TEXT(listed(), "~~=1 ~~=2 ~~=3 ");
	CHECK_INT(child_live(table_child(1))->pid, 101);
	CHECK_INT(child_live(table_child(0))->pid, 0);
	CHECK_INT(child_live(table_child(2))->pid, 0);
	CHECK(table_by_pid(101) == table_child(1));
}

static void
places(void)
{
	begin("a:2:once:1\nb:2:once:2\nc:2:once:3\n");
	place = 1;
	merge("x:2:once:0\na:2:once:1\nb:2:once:2\nc:2:once:3\n");
	CHECK_INT(place, 2);
	merge("x:2:once:0\na:2:once:1\nc:2:once:3\n");
	CHECK_INT(place, 0);		/* it has gone: from the beginning */
	place = 3;			/* the end is the end */
	merge("x:2:once:0\n");
	CHECK_INT(place, 1);
}

static void
counted(void)
{
	begin("a:2:respawn:1\nb:*:boot:2\nc:2:once:3\nd:2:respawn,respawn=9/0/1:4\n");
	CHECK_INT(table_busy(), 0);
	start("a", 1000);
	start("b", 1000);		/* boot entries do not count */
	start("c", 1000);
	CHECK_INT(table_busy(), 2);
	table_step(by_id("c"), EV_EXITED, &on, 1001);
	CHECK_INT(table_busy(), 1);
	start("d", 1000);
	table_step(by_id("d"), EV_EXITED, &on, 1001);
	table_step(by_id("d"), EV_WANTED, &on, 1001);
	if (child_live(by_id("d"))->state == CH_UP)
		table_step(by_id("d"), EV_EXITED, &on, 1002);
	CHECK_INT(child_live(by_id("d"))->held, HELD_GIVEN_UP);
	CHECK_INT(table_busy(), 1);	/* given up: it will not start by itself */
	table_step(by_id("a"), EV_UNWANTED, &on, 2000);
	CHECK_INT(table_stopping(), 1);
	CHECK_INT(table_busy(), 1);
	table_step(by_id("a"), EV_DEADLINE, &on, 5000);
	CHECK_INT(table_stopping(), 1);
	table_step(by_id("a"), EV_DEADLINE, &on, 7000);
	CHECK_INT(child_live(by_id("a"))->state, CH_STUCK);
	CHECK_INT(table_stopping(), 0);	/* stepped over */
	CHECK_INT(table_busy(), 0);
}

/* ---- against the plain way, on random events ---- */

enum { MANY = 400 };

/* Half of the ids that can be, in another order each time, with some of the actions of each. */
static void
merge_random(void)
{
	static const char *const actions[] = { "respawn", "once", "wait", "boot", "powerwait", "off",
		"respawn,respawn=1/1/2", "respawn,grace=0", "nonsense" };
	char *text = malloc(MANY * 64), *at = text;

	if (text == NULL)
		abort();
	for (unsigned i = 0, n = fake_random(MANY), step = 7 + 2 * fake_random(90); i < n; i++)
		at += sprintf(at, "i%u:2:%s:x\n", i * step % MANY,
		    actions[fake_random(10) == 0 ? fake_random(COUNT(actions)) : 0]);
	parsed_merge(text, (size_t)(at - text), &place);
	free(text);
}

static bool
indexes_agree(void)
{
	msec_t earliest = 0;
	uint32_t busy = 0, stopping = 0, leaderless = 0, device = 0;
	bool good = true;

	for (uint32_t i = 0; i < table_count(); i++) {
		struct child *c = table_child(i);
		const struct child_live *l = child_live(c);

		earliest = clock_earlier(earliest, l->deadline);
		if (c->e.action != ACT_BOOT && l->state != CH_DOWN && l->state != CH_STUCK &&
		    (l->state != CH_HELD || l->deadline != 0))
			busy++;
		stopping += child_is_stopping(c);
		leaderless += (l->flags & CHILD_LEADERLESS) != 0;
		device += l->state == CH_HELD && l->held == HELD_DEVICE;
		if (l->pid != 0)
			good &= CHECK(table_by_pid(l->pid) == c);
		good &= CHECK(table_by_id(state.text + c->e.id.at, c->e.id.len) == c);
		good &= CHECK_INT(c->slot, i);
	}
	good &= CHECK_INT(table_deadline(), earliest);
	good &= CHECK_INT(table_busy(), busy);
	good &= CHECK_INT(table_stopping(), stopping);
	good &= CHECK_INT(table_chain_count(CHAIN_LEADERLESS), leaderless);
	good &= CHECK_INT(table_chain_count(CHAIN_DEVICE), device);
	for (enum table_chain k = CHAIN_LEADERLESS; k <= CHAIN_DEVICE; k++) {
		uint32_t n = 0;

		for (struct child *c = table_chain(k, NULL); c != NULL && n <= table_count();
		    c = table_chain(k, c))
			n++;
		good &= CHECK_INT(n, table_chain_count(k));
	}
	return good;
}

static void
random_event(struct child *c, msec_t now)
{
	enum child_event e = (enum child_event)fake_random(CH_EVENTS);
	const struct child_live *l = child_live(c);

	fake_group_empty = fake_random(3) == 0;
	fake_spawn_error = fake_random(10) == 0 ? -EAGAIN : 0;
	if (e == EV_EXITED || e == EV_REFUSED) {
		if (l->pid == 0 || (l->flags & CHILD_LEADERLESS))
			return;
	}
	table_step(c, e, &on, now);
}

static void
random_life(void)
{
	msec_t now = 1000000;

	begin("");
	fake_pid = 32000;	/* into which hash chains they fall is left to the numbers */
	for (unsigned round = 0; round < 60; round++) {
		merge_random();
		for (int i = 0; i < 300 && table_count() > 0; i++) {
			random_event(table_child(fake_random(table_count())), now);
			now += fake_random(500);
			/* what is due comes, and in order */
			for (struct child *c; fake_random(4) > 0 && (c = table_due(now)) != NULL; ) {
				CHECK_INT(child_live(c)->deadline, table_deadline());
				table_step(c, EV_DEADLINE, &on, now);
			}
			if (i % 16 == 0 && !indexes_agree())
				return;
		}
		if (!indexes_agree())
			return;
	}
	CHECK(strstr(fake_said, "BUG") == NULL);
	fake_spawn_error = 0;
}

/* ---- after an exec of init ---- */

static void
resumed(void)
{
	char before[4096];

	begin("a:2:respawn:1\nca::ctrlaltdel:2\nb:2:respawn,grace=7,tty=ttyS0:@3\n~~:S:wait:4\n~~:2:once:5\n"
	    "gone:2:respawn:6\n");
	start("a", 1000);
	start("gone", 1000);
	table_step(by_id("a"), EV_UNWANTED, &on, 2000);
	merge("a:2:respawn:1\nca::ctrlaltdel:2\nb:2:respawn,grace=7,tty=ttyS0:+@3\n~~:S:wait:4\n~~:2:once:5\n");
	(void)strcpy(before, listed());
	CHECK_TEXT(before, "ca=2 a=1 b=3 ~~=4 ~~=5 (gone=6) ");
	CHECK_INT(table_resume(), 0);
	CHECK_TEXT(listed(), before);
	CHECK_INT(child_live(by_id("a"))->state, CH_ASKED);
	CHECK_INT(table_deadline(), 5000);
	CHECK(table_due(5000) == by_id("a"));
	CHECK(table_by_pid(101) == by_id("a"));
	CHECK(table_by_pid(102) == by_id("gone"));
	CHECK_INT(table_stopping(), 1);
	CHECK_INT(by_id("b")->e.options->grace_ms, 7000);
	CHECK(by_id("b")->e.no_utmp && by_id("b")->e.no_shell);
	CHECK(memcmp(state.text + by_id("b")->e.options->tty.at, "ttyS0", 5) == 0);
	CHECK_INT(child_live(by_id("ca"))->flags, CHILD_RAN);
}

void
suite_table(void)
{
	test("table: power entries first, then file order; found by id", order);
	test("table: the entries of one action, in order", actions);
	test("table: a re-read carries everything over, by id", carried_over);
	test("table: another action begins afresh", changed_action);
	test("table: an entry leaves when its process group has", leaving);
	test("table: an entry stays until its death is recorded", owing);
	test("table: a bad line keeps the entry that it had", typos);
	test("table: entries that share ~~ are matched in order", several);
	test("table: somebody's place in the list survives", places);
	test("table: what runs and what is being stopped is counted", counted);
	test("table: its indexes are right, whatever happens", random_life);
	test("table: the same after an exec of init", resumed);
}
