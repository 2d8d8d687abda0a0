#include <errno.h>
#include <signal.h>
#include <string.h>

#include "child.h"
#include "log.h"
#include "spawn.h"

/* The classic's rule, inittab(5): ten starts in two minutes, then five minutes of nothing. */
#define FAST_STARTS 10
#define FAST_WINDOW_MS 120000
#define FAST_HOLD_MS 300000
#define FAST_HOLD_MAX_MS 3600000	/* each hold doubles, up to this */
#define KILL_GRACE_MS 2000		/* KILL, then this long, then it is stuck */
#define LOOK_FIRST_MS 10		/* is the group empty?  asked again after this, doubling */
#define LOOK_MAX_MS 60000
#define AGAIN_MS 1			/* a quick start was refused: a copy after this */
#define FORK_RETRY_MS 100		/* no process could be made: tried again after this */
#define DEVICE_FIRST_MS 1000		/* no device: looked for again after this, doubling */
#define DEVICE_MAX_MS 60000
#define PAUSE_MS 1000			/* single-user mode that ends at once */

enum effect { DO_BUG, DO_NOTHING, DO_START, DO_AGAIN, DO_END, DO_ASK, DO_HURRY, DO_LOOK, DO_FORGET, DO_LIMIT };

static const struct rule {
	enum effect effect;
	enum child_state next;	/* unless the effect finds otherwise */
} rules[CH_STATES][CH_EVENTS] = {
	[CH_DOWN][EV_WANTED]      = { DO_START,   CH_UP },
	[CH_DOWN][EV_UNWANTED]    = { DO_NOTHING, CH_DOWN },
	[CH_DOWN][EV_LOOK]        = { DO_NOTHING, CH_DOWN },
	[CH_DOWN][EV_DEADLINE]    = { DO_NOTHING, CH_DOWN },

	[CH_UP][EV_WANTED]        = { DO_NOTHING, CH_UP },
	[CH_UP][EV_UNWANTED]      = { DO_ASK,     CH_ASKED },
	[CH_UP][EV_EXITED]        = { DO_END,     CH_DOWN },
	[CH_UP][EV_REFUSED]       = { DO_AGAIN,   CH_HELD },
	[CH_UP][EV_LOOK]          = { DO_NOTHING, CH_UP },
	[CH_UP][EV_DEADLINE]      = { DO_LIMIT,   CH_ASKED },

	[CH_ASKED][EV_WANTED]     = { DO_NOTHING, CH_ASKED },
	[CH_ASKED][EV_UNWANTED]   = { DO_HURRY,   CH_ASKED },
	[CH_ASKED][EV_EXITED]     = { DO_LOOK,    CH_ASKED },
	[CH_ASKED][EV_REFUSED]    = { DO_LOOK,    CH_ASKED },
	[CH_ASKED][EV_LOOK]       = { DO_LOOK,    CH_ASKED },
	[CH_ASKED][EV_DEADLINE]   = { DO_LOOK,    CH_ASKED },

	[CH_KILLED][EV_WANTED]    = { DO_NOTHING, CH_KILLED },
	[CH_KILLED][EV_UNWANTED]  = { DO_NOTHING, CH_KILLED },
	[CH_KILLED][EV_EXITED]    = { DO_LOOK,    CH_KILLED },
	[CH_KILLED][EV_REFUSED]   = { DO_LOOK,    CH_KILLED },
	[CH_KILLED][EV_LOOK]      = { DO_LOOK,    CH_KILLED },
	[CH_KILLED][EV_DEADLINE]  = { DO_LOOK,    CH_KILLED },

	[CH_STUCK][EV_WANTED]     = { DO_NOTHING, CH_STUCK },
	[CH_STUCK][EV_UNWANTED]   = { DO_NOTHING, CH_STUCK },
	[CH_STUCK][EV_EXITED]     = { DO_LOOK,    CH_STUCK },
	[CH_STUCK][EV_REFUSED]    = { DO_LOOK,    CH_STUCK },
	[CH_STUCK][EV_LOOK]       = { DO_LOOK,    CH_STUCK },
	[CH_STUCK][EV_DEADLINE]   = { DO_LOOK,    CH_STUCK },

	[CH_HELD][EV_WANTED]      = { DO_NOTHING, CH_HELD },
	[CH_HELD][EV_UNWANTED]    = { DO_FORGET,  CH_DOWN },
	[CH_HELD][EV_LOOK]        = { DO_NOTHING, CH_HELD },
	[CH_HELD][EV_DEADLINE]    = { DO_START,   CH_UP },
};

static void
event(const struct child *c, enum state_event_kind kind, pid_t pid, int status)
{
	state_event(kind, state.text + c->e.id.at, c->e.id.len, pid, status);
}

bool
child_is_up(const struct child *c)
{
	enum child_state s = (enum child_state)child_live(c)->state;

	return s != CH_DOWN && s != CH_HELD;
}

bool
child_is_stopping(const struct child *c)
{
	enum child_state s = (enum child_state)child_live(c)->state;

	return s == CH_ASKED || s == CH_KILLED;
}

/* A child in the making of a step: its entry, the idle copy of its live fields, the time. */
struct step {
	struct child *c;
	struct child_live *l;
	const struct child_conditions *on;
	msec_t now;
	enum child_state next;
};

static uint32_t
doubled(uint32_t step, uint32_t first, uint32_t max)
{
	if (step == 0)
		return first;
	return step > max / 2 ? max : step * 2;
}

static void
hold(struct step *s, enum child_held why, msec_t how_long)
{
	s->l->held = (uint8_t)why;
	s->l->deadline = how_long > 0 ? s->now + how_long : 0;
	s->next = CH_HELD;
	event(s->c, EVENT_HELD, 0, (int)why);
}

/* Count a start in the classic window; true: one too many. */
static bool
is_too_fast(struct step *s)
{
	struct child_live *l = s->l;

	if (l->window == 0 || l->window + FAST_WINDOW_MS <= s->now) {
		l->window = s->now;
		l->count = 0;
		return false;
	}
	return ++l->count >= FAST_STARTS;
}

static void
hold_fast(struct step *s)
{
	msec_t time = (msec_t)FAST_HOLD_MS << s->l->lockouts;

	if (time >= FAST_HOLD_MAX_MS)
		time = FAST_HOLD_MAX_MS;
	else
		s->l->lockouts++;
	s->l->window = 0;
	log_warn("Id \"%.*s\" respawning too fast: disabled for %d minutes",
	    SPAN_ARG(state.text, s->c->e.id), (int)(time / 60000));
	hold(s, HELD_FAST, time);
}

static bool
has_own_respawn(const struct child *c)
{
	return c->e.options->respawn.threshold != OPTIONS_UNSET;
}

/* When a process that starts now has run for too long; 0: never. */
static msec_t
limit(const struct child *c, msec_t now)
{
	return c->e.options->limit_ms != 0 ? now + c->e.options->limit_ms : 0;
}

/*
 * No process could be made.  All that are to start wait for the same thing, so only the first of them tries after
 * the pause, and the others go by what came of that.
 */
static msec_t no_fork_until;

static void
wait_for_fork(struct step *s, int err)
{
	if (no_fork_until == 0)
		log_warn("cannot fork, retry.. (%s)", strerror(err));
	if (no_fork_until <= s->now)
		no_fork_until = s->now + FORK_RETRY_MS;
	hold(s, HELD_FORK, no_fork_until - s->now);
}

static void
start(struct step *s)
{
	struct child_live *l = s->l;
	bool restart = child_traits(s->c) & RESTART;
	bool boot_like = s->on->level == LEVEL_SYSINIT || s->on->level == LEVEL_BOOT || s->on->level == 'S';
	struct spawn order = {
		.entry = &s->c->e,
		.text = state.text,
		.slot = s->c->slot,
		.held = boot_like && (child_traits(s->c) & WAITED) && s->c->e.options->tty.len == 0,
		.use_initscript = s->on->level != 'S',
		.wait_for_device = !(child_traits(s->c) & WAITED),
		.owed = l->owed,
		.now = s->now,
	};
	/* Not one more start, but another attempt at the same one. */
	bool retry = l->state == CH_HELD && (l->held == HELD_FORK || l->held == HELD_DEVICE);

	if (restart && !retry && !has_own_respawn(s->c) && is_too_fast(s)) {
		hold_fast(s);
		return;
	}
	if (!restart && !retry && s->on->level == 'S' && l->started != 0 && s->now < l->started + PAUSE_MS) {
		hold(s, HELD_PAUSE, PAUSE_MS);
		return;
	}
	pid_t pid = s->now < no_fork_until ? -EAGAIN : spawn_start(&order);
	if (pid < 0) {
		wait_for_fork(s, -pid);
		return;
	}
	no_fork_until = 0;
	event(s->c, EVENT_STARTED, pid, s->c->e.action);
	l->pid = pid;
	l->owed = 0;
	l->started = s->now;
	l->flags |= CHILD_RAN;
	l->deadline = limit(s->c, s->now);
	if (!retry)
		l->step = 0;
}

/*
 * Its process was no usual start (quick.h): a copy of init takes its place.  Not in this step: if init crashed behind the
 * start, the death would come once more, and the start, too.
 */
static void
start_again(struct step *s)
{
	s->l->pid = 0;
	s->l->flags &= (uint8_t)~CHILD_RAN;
	hold(s, HELD_FORK, AGAIN_MS);
}

/* The device that an entry needs could not be opened: wait for it, and say so once. */
static void
wait_for_device(struct step *s, int err)
{
	struct child_live *l = s->l;
	char name[256];

	if (l->step == 0 && inittab_device(&s->c->e, state.text, name, sizeof name))
		log_warn("Id \"%.*s\": /dev/%s: %s; waiting for it", SPAN_ARG(state.text, s->c->e.id),
		    name, strerror(err));
	l->step = doubled(l->step, DEVICE_FIRST_MS, DEVICE_MAX_MS);
	if (l->count > 0)
		l->count--;	/* that was no start */
	l->flags &= (uint8_t)~CHILD_RAN;
	l->owed = 0;	/* the child has recorded the death of the one before, if any */
	hold(s, HELD_DEVICE, l->step);
}

int
child_missing_device(const struct child *c)
{
	const struct child_live *l = child_live(c);
	char name[256];

	if (l->status >> 8 != CLD_EXITED || (child_traits(c) & WAITED) ||
	    !inittab_device(&c->e, state.text, name, sizeof name))
		return 0;
	return spawn_missing_errno(l->status & 0xff);
}

/* The option respawn=: how long to pause, or for how many short runs to bear it. */
static void
follow_own_respawn(struct step *s)
{
	struct child_live *l = s->l;
	const struct options *o = s->c->e.options;
	msec_t ran = s->now - l->started;

	l->count = ran < (msec_t)o->respawn.threshold * 1000 ? l->count + 1 : 0;
	if (o->respawn.retries > 0 && l->count > o->respawn.retries) {
		log_warn("Id \"%.*s\" in a crash loop: %u crashes, %d seconds since the last; given up",
		    SPAN_ARG(state.text, s->c->e.id), l->count, (int)(ran / 1000));
		hold(s, HELD_GIVEN_UP, 0);
	} else if (o->respawn.delay > 0)
		hold(s, HELD_DELAY, (msec_t)o->respawn.delay * 1000);
	else if (l->count > FAST_STARTS && ran < PAUSE_MS)
		hold(s, HELD_DELAY, PAUSE_MS);	/* no delay was asked for, but no storm either */
}

static void
end(struct step *s)
{
	struct child_live *l = s->l;
	int failure = child_missing_device(s->c);

	l->pid = 0;
	l->deadline = 0;
	if (failure != 0) {
		wait_for_device(s, failure);
		return;
	}
	if (s->now - l->started >= FAST_HOLD_MS)
		l->lockouts = 0;	/* it ran well in between */
	l->step = 0;
	if ((child_traits(s->c) & RESTART) && has_own_respawn(s->c))
		follow_own_respawn(s);
}

/* To the group; to the process alone if it has not made its group yet. */
static void
send(const struct child_live *l, int sig)
{
	if (kill(-l->pid, sig) < 0 && errno == ESRCH)
		(void)kill(l->pid, sig);
}

/* Zombies whose parent is not init do not count; a helper has found them (group.h). */
static bool
group_is_empty(const struct child *c, const struct child_live *l)
{
	if (!(l->flags & CHILD_LEADERLESS))
		return false;
	return (kill(-l->pid, 0) < 0 && errno == ESRCH) ||
	    atomic_load(&state.slot[c->slot].zombies) == l->pid;
}

static void
kill_now(struct step *s)
{
	event(s->c, EVENT_KILLED, s->l->pid, 0);
	send(s->l, SIGKILL);
	s->l->limit = s->now + KILL_GRACE_MS;
	s->l->deadline = s->l->limit;
	s->l->step = 0;
	s->next = CH_KILLED;
}

static uint32_t
grace_of(const struct step *s)
{
	uint32_t own = s->c->e.options->grace_ms;

	return own != OPTIONS_UNSET ? own : s->on->grace_ms;
}

static void
ask(struct step *s)
{
	uint32_t grace = grace_of(s);

	event(s->c, EVENT_ASKED, s->l->pid, 0);
	send(s->l, (int)s->c->e.options->stop_signal);
	(void)kill(-s->l->pid, SIGCONT);	/* a stopped process could not obey */
	s->l->limit = s->now + grace;
	s->l->deadline = s->l->limit;
	s->l->step = 0;
	if (grace == 0)
		kill_now(s);
}

/* The option limit=: it has run for too long. */
static void
end_by_limit(struct step *s)
{
	msec_t due = s->l->started + s->c->e.options->limit_ms;

	/* The line may have changed since it started. */
	if (s->c->e.options->limit_ms == 0 || s->now < due) {
		s->l->deadline = s->c->e.options->limit_ms == 0 ? 0 : due;
		s->next = CH_UP;
		return;
	}
	log_warn("Id \"%.*s\": still running after %u seconds: told to end", SPAN_ARG(state.text, s->c->e.id),
	    s->c->e.options->limit_ms / 1000);
	ask(s);
}

/* Asked once more while it has not obeyed yet: a shorter grace time counts, a longer one does not. */
static void
hurry(struct step *s)
{
	msec_t limit = s->now + grace_of(s);

	if (limit >= s->l->limit)
		return;
	s->l->limit = limit;
	s->l->deadline = clock_earlier(s->l->deadline, limit);
	if (limit <= s->now)
		kill_now(s);
}

/*
 * Being stopped: is it over, or is it time for more?  While the leader lives its death will be told;
 * of the rest of the group some may have other parents, so that is looked at again and again.
 */
static void
look(struct step *s)
{
	struct child_live *l = s->l;
	bool due = s->now >= l->deadline;

	if (group_is_empty(s->c, l)) {
		l->pid = 0;
		l->deadline = 0;
		l->step = 0;
		l->flags &= (uint8_t)~CHILD_LEADERLESS;
		s->next = CH_DOWN;
		return;
	}
	if (l->state == CH_ASKED && s->now >= l->limit) {
		kill_now(s);
		return;
	}
	if (l->state == CH_KILLED && s->now >= l->limit) {
		log_console("Pid %d [id %.*s] seems to hang", l->pid, SPAN_ARG(state.text, s->c->e.id));
		event(s->c, EVENT_STUCK, l->pid, 0);
		s->next = CH_STUCK;
		l->limit = 0;
		l->step = KILL_GRACE_MS;
	} else if (l->state == CH_STUCK && due)
		send(l, SIGKILL);	/* in case the first was refused */
	l->deadline = l->limit;
	if (l->flags & CHILD_LEADERLESS || s->next == CH_STUCK) {
		if (due || l->step == 0)
			l->step = doubled(l->step, LOOK_FIRST_MS, LOOK_MAX_MS);
		l->deadline = clock_earlier(l->limit, s->now + l->step);
	}
}

static void
act(struct step *s, enum effect effect)
{
	switch (effect) {
	case DO_BUG:
		log_bug("Id \"%.*s\": no rule for this event in state %d", SPAN_ARG(state.text, s->c->e.id),
		    s->l->state);
		s->next = (enum child_state)s->l->state;
		return;
	case DO_NOTHING:
		return;
	case DO_START:
		start(s);
		return;
	case DO_AGAIN:
		start_again(s);
		return;
	case DO_END:
		end(s);
		return;
	case DO_ASK:
		ask(s);
		return;
	case DO_HURRY:
		hurry(s);
		return;
	case DO_LOOK:
		look(s);
		return;
	case DO_LIMIT:
		end_by_limit(s);
		return;
	case DO_FORGET:
		s->l->deadline = 0;
		s->l->step = 0;
		return;
	}
}

void
child_step(struct child *c, enum child_event event, const struct child_conditions *on, msec_t now)
{
	const struct rule *rule = &rules[child_live(c)->state][event];

	if (rule->effect == DO_NOTHING)
		return;
	struct step s = { .c = c, .l = state_edit(c->slot), .on = on, .now = now, .next = rule->next };
	if ((event == EV_EXITED || event == EV_REFUSED) && s.l->state != CH_UP)
		s.l->flags |= CHILD_LEADERLESS;
	act(&s, rule->effect);
	s.l->state = (uint8_t)s.next;
	if (s.next == CH_DOWN)
		s.l->flags &= (uint8_t)~CHILD_CHANGED;
	state_commit(c->slot);
}

void
child_note_exit(struct child *c, const siginfo_t *death)
{
	struct child_live *l = state_edit(c->slot);

	l->status = death->si_code << 8 | (death->si_status & 0xff);
	if (!c->e.no_utmp)
		l->owed = death->si_pid;
	state.slot[c->slot].born = 0;
	atomic_store(&state.slot[c->slot].recorded, 0);
	state_commit(c->slot);
	event(c, EVENT_DIED, death->si_pid, child_live(c)->status);
}

void
child_adopt(struct child *c, pid_t pid, msec_t now)
{
	struct child_live *l = state_edit(c->slot);

	l->pid = pid;
	l->owed = 0;		/* it was told of that death */
	l->state = CH_UP;
	l->started = now;
	l->deadline = limit(c, now);
	l->flags |= CHILD_RAN;
	state_commit(c->slot);
	event(c, EVENT_STARTED, pid, c->e.action);
}

void
child_paid(struct child *c)
{
	state_edit(c->slot)->owed = 0;
	state_commit(c->slot);
}

void
child_set_flags(struct child *c, uint8_t set, uint8_t clear)
{
	uint8_t flags = (uint8_t)((child_live(c)->flags & ~clear) | set);

	if (flags == child_live(c)->flags)
		return;
	state_edit(c->slot)->flags = flags;
	state_commit(c->slot);
}

void
child_forgive(struct child *c)
{
	const struct child_live *now = child_live(c);

	if (now->count == 0 && now->window == 0 && now->lockouts == 0)
		return;
	struct child_live *l = state_edit(c->slot);
	l->count = 0;
	l->window = 0;
	l->lockouts = 0;
	state_commit(c->slot);
}

const char *
child_rule(enum child_state s, enum child_event e)
{
	static const char *const names[] = {
		"bug", "nothing", "start", "again", "end", "ask", "hurry", "look", "forget", "limit",
	};

	return names[rules[s][e].effect];
}
