#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "quick.h"
#include "raw.h"

#define PLACE_SIZE 131072	/* mostly stack, for the frames of all handlers at once; what is untouched costs nothing */
#define LATE_MS 50		/* longer than this nobody waits for the console; a busy machine needs some of it */

/*
 * What a process dies of that is no usual start: a signal that the kernel sends to nobody, and whose meaning outlasts an
 * exec of init.
 */
#ifdef SIGSTKFLT
#define REFUSAL SIGSTKFLT
#else
#define REFUSAL 0		/* none: such machines are without raw.h, too */
#endif

enum stage {
	STAGE_FREE,
	STAGE_BEGUN,		/* it may wait for the console */
	STAGE_EXEC,		/* it executes; from here on its death is its program's */
	STAGE_LATE,		/* init has given it up */
};

/* What init knows of a place; only `running` and `stage` are written by others. */
static struct place {
	pid_t running;		/* the kernel makes it 0 when the memory is not shared any more */
	_Atomic int stage;
	bool has_memory;
	pid_t pid;		/* until its death is known, or somebody else has the place */
	msec_t since;
} places[QUICK_PLACES];

static char *memory;		/* of all of them, or NULL */
static struct place *next;	/* that of quick_room() */
static struct place *end = places;	/* behind all that are taken, or have been since the last tick */
static msec_t tick, not_before;

_Static_assert((QUICK_ROOM + sizeof(struct quick)) % 16 == 0, "where a stack begins");

static long
call(long number, long a, long b, long c)
{
	return raw_call(number, a, b, c, 0);
}

#define POINTER(p) (long)(uintptr_t)(p)

static bool
take_console(const char *name)
{
	long fd = call(SYS_openat, AT_FDCWD, POINTER(name), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	/* Blocking again: programs on a terminal do not expect EAGAIN.  It is above 2: init's are never closed. */
	return fd > 2 && call(SYS_fcntl, fd, F_SETFL, O_RDWR) == 0 && call(SYS_dup3, fd, 0, 0) == 0 &&
	    call(SYS_dup3, fd, 1, 0) == 1 && call(SYS_dup3, fd, 2, 0) == 2;
}

static void
open_mask(void)
{
	static const uint64_t none;	/* as the kernel has it */

	(void)raw_call(SYS_rt_sigprocmask, SIG_SETMASK, POINTER(&none), 0, sizeof none);
}

static void
send_to_itself(int sig)
{
	(void)call(SYS_kill, call(SYS_getpid, 0, 0, 0), sig, 0);
}

/* The memory of a place, from its end: the room, what is started, the stack. */
static char *
top_of(const struct place *p)
{
	return memory + (p - places + 1) * PLACE_SIZE;
}

static struct quick *
what_of(const struct place *p)
{
	return (struct quick *)(void *)(top_of(p) - QUICK_ROOM - sizeof(struct quick));
}

/* A sanitizer's own stacks are one for each thread, and of this one it does not know. */
__attribute__((no_sanitize("address")))
static int
child(void *arg)
{
	struct place *p = arg;
	const struct quick *q = what_of(p);
	int begun = STAGE_BEGUN;

	/* As CLONE_CHILD_CLEARTID, which musl's clone(3) does not take. */
	(void)call(SYS_set_tid_address, POINTER(&p->running), 0, 0);
	(void)call(SYS_setsid, 0, 0, 0);
	if ((q->unless == NULL || call(SYS_faccessat, AT_FDCWD, POINTER(q->unless), R_OK) < 0) &&
	    take_console(q->console) && atomic_compare_exchange_strong(&p->stage, &begun, STAGE_EXEC)) {
		open_mask();
		(void)call(SYS_execve, POINTER(q->argv[0]), POINTER(q->argv), POINTER(q->env));
	}
	open_mask();
	send_to_itself(REFUSAL);
	return 1;
}

void
quick_init(void)
{
	size_t size = (size_t)PLACE_SIZE * QUICK_PLACES;

	if (!RAW_CALLS)
		return;
	memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (memory == MAP_FAILED) {
		memory = NULL;
		return;
	}
	(void)madvise(memory, size, MADV_DONTFORK);
	(void)madvise(memory, size, MADV_NOHUGEPAGE);	/* one of those would be all places at once */
}

/* It is free when its memory is not shared any more and nobody has to be told of it. */
static bool
is_free(struct place *p)
{
	return __atomic_load_n(&p->running, __ATOMIC_ACQUIRE) == 0 && atomic_load(&p->stage) != STAGE_LATE;
}

void *
quick_room(size_t size, msec_t now)
{
	if (memory == NULL || now < not_before || size > QUICK_ROOM)
		return NULL;
	for (next = places; next < places + QUICK_PLACES; next++)
		if (is_free(next)) {
			next->has_memory = true;
			if (end <= next)
				end = next + 1;
			if (tick == 0)
				tick = now + LATE_MS;
			return top_of(next) - QUICK_ROOM;
		}
	return NULL;
}

pid_t
quick_start(const struct quick *q, pid_t *born, msec_t now)
{
	struct place *p = next;

	*what_of(p) = *q;
	p->since = now;
	p->running = 1;
	atomic_store(&p->stage, STAGE_BEGUN);
	p->pid = clone(child, what_of(p), CLONE_VM | CLONE_PARENT_SETTID | SIGCHLD, p, born);
	if (p->pid < 0) {
		p->running = 0;
		atomic_store(&p->stage, STAGE_FREE);
		not_before = now + QUICK_AGAIN_MS;
		return 0;
	}
	return p->pid;
}

bool
quick_refused(const siginfo_t *death, msec_t now)
{
	bool refused = death->si_code == CLD_KILLED && death->si_status == REFUSAL;
	struct place *p = places;

	while (p < end && p->pid != death->si_pid)
		p++;
	if (p < end) {
		refused |= atomic_exchange(&p->stage, STAGE_FREE) == STAGE_LATE;
		/* Ours alone: anybody's orphan may die of that signal. */
		if (refused)
			not_before = now + QUICK_AGAIN_MS;
		p->pid = 0;		/* the next to have it is another */
		p->running = 0;		/* a signal may have been faster than the child, and before Linux 4.8 than the kernel */
	}
	return refused;
}

/* Still waiting for the console, as long as nobody should?  From now on it cannot execute any more. */
static void
end_if_late(struct place *p, msec_t now)
{
	int begun = STAGE_BEGUN;

	if (now - p->since >= LATE_MS && atomic_compare_exchange_strong(&p->stage, &begun, STAGE_LATE))
		(void)kill(p->pid, SIGKILL);
}

msec_t
quick_tick(msec_t now)
{
	if (tick == 0 || now < tick)
		return tick;
	struct place *old_end = end;
	tick = 0;
	end = places;
	for (struct place *p = places; p < old_end; p++) {
		if (is_free(p)) {
			if (p->has_memory)
				(void)madvise(top_of(p) - PLACE_SIZE, PLACE_SIZE, MADV_DONTNEED);
			p->has_memory = false;
			p->pid = 0;
			continue;
		}
		end = p + 1;
		end_if_late(p, now);
		/* The longer an exec takes, the seldomer it is looked at. */
		msec_t age = now - p->since;
		tick = clock_earlier(tick, now + (age > LATE_MS ? age : LATE_MS));
	}
	return tick;
}

bool
quick_is_here(void)
{
	/* Not a variable's address: a sanitizer may keep variables elsewhere. */
	uintptr_t here = (uintptr_t)__builtin_frame_address(0);

	return memory != NULL && here - (uintptr_t)memory < (size_t)PLACE_SIZE * QUICK_PLACES;
}

void
quick_default(int sig)
{
	static const uint64_t by_default[8];	/* as the kernel has it */

	(void)raw_call(SYS_rt_sigaction, sig, POINTER(by_default), 0, NSIG / 8);
	send_to_itself(sig);
}

void
quick_end(int sig)
{
	(void)call(SYS_exit_group, 128 + sig, 0, 0);
}
