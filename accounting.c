#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "accounting.h"
#include "helper.h"
#include "state.h"
#include "utmp.h"

#define SYSTEM_ID "~~"
#define SYSTEM_LINE "~"

void
accounting_due(uint32_t records)
{
	(void)atomic_fetch_or(&state.head->records_due, records);
}

/* When the system started: the kernel's boot, or in a container the start of init. */
static time_t
boot_time(void)
{
	struct timespec real = { .tv_nsec = 0 };

	(void)clock_gettime(CLOCK_REALTIME, &real);
	return real.tv_sec - (time_t)((clock_now() - state.head->booted) / 1000);
}

static void
fill_boot(struct utmp_record *r)
{
	utmp_fill(r, UTMP_BOOT_TIME, SYSTEM_ID, strlen(SYSTEM_ID), 0, "reboot", SYSTEM_LINE);
	r->sec = (__typeof__(r->sec))boot_time();
	r->usec = 0;
}

static void
fill_level(struct utmp_record *r)
{
	const struct level_live *l = state_level();

	utmp_fill(r, UTMP_RUN_LVL, SYSTEM_ID, strlen(SYSTEM_ID), l->runlevel + 256 * l->previous,
	    "runlevel", SYSTEM_LINE);
}

/*
 * Claim the bit before writing, so that of several children that start at once one writes; put
 * it back where the file could not take the record.
 */
static void
write_due(uint32_t bit, void (*fill)(struct utmp_record *))
{
	struct utmp_record r, old;
	uint32_t at = 0;
	int err;

	if ((atomic_load(&state.head->records_due) & bit) == 0 ||
	    (atomic_fetch_and(&state.head->records_due, ~bit) & bit) == 0)
		return;
	fill(&r);
	if (bit & (DUE_UTMP_BOOT | DUE_UTMP_LEVEL))
		err = utmp_update(&r, &old, &at);
	else
		err = utmp_wtmp_append(&r);
	if (err < 0)
		accounting_due(bit);
}

static void
write_due_to_utmp(void)
{
	write_due(DUE_UTMP_BOOT, fill_boot);
	write_due(DUE_UTMP_LEVEL, fill_level);
}

static void
write_due_to_wtmp(void)
{
	write_due(DUE_WTMP_BOOT, fill_boot);
	write_due(DUE_WTMP_LEVEL, fill_level);
}

void
accounting_system(void)
{
	if (atomic_load(&state.head->records_due) & DUE_UTMP_BOOT) {
		int fd = open(UTMP_PATH, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0644);
		if (fd >= 0)
			(void)close(fd);
	}
	write_due_to_utmp();
	write_due_to_wtmp();
}

/*
 * Is the death of pid still to be recorded?  Of several who were told to, the one that comes first does it: a crash
 * of init may have lost that it has been done, or told.
 */
static bool
claim(uint32_t slot, pid_t pid)
{
	return pid != 0 && atomic_exchange(&state.slot[slot].recorded, pid) != pid;
}

static void
update(uint32_t slot, struct utmp_record *r, struct utmp_record *old)
{
	uint32_t at = atomic_load(&state.slot[slot].utmp_at);

	memset(old, 0, sizeof *old);
	if (utmp_update(r, old, &at) == 0)
		atomic_store(&state.slot[slot].utmp_at, at);
}

/* What a starting child has for wtmp; dead: type 0 if there is none. */
struct for_wtmp {
	struct utmp_record dead, started;
};

static void
append(const struct for_wtmp *w)
{
	write_due_to_wtmp();
	if (w->dead.type != UTMP_EMPTY)
		(void)utmp_wtmp_append(&w->dead);	/* no accounting is no error */
	(void)utmp_wtmp_append(&w->started);
}

/* A child of init's, which reaps it; in a session of its own, so that it belongs to no entry's group. */
static void
append_aside(const struct for_wtmp *w)
{
	struct pollfd end = { .events = POLLIN };
	uint32_t waiting = atomic_load(&state.head->wtmp_waiting);
	int p[2];

	if (waiting >= WTMP_WAITING_MAX)
		return;
	pid_t pid = pipe2(p, O_CLOEXEC) < 0 ? -1 : helper_fork_beside();
	if (pid < 0) {
		append(w);	/* pid or descriptors are short: rather late than never */
		return;
	}
	if (pid == 0) {
		(void)setsid();
		helper_close_files();
		for (int fd = 0; fd < 3; fd++)
			(void)close(fd);
		append(w);
		atomic_store(&state.head->wtmp_waiting, 0);
		_exit(0);
	}
	(void)close(p[1]);
	end.fd = p[0];
	if (poll(&end, 1, waiting > 0 ? 0 : WTMP_PATIENCE_MS) == 0)
		(void)atomic_fetch_add(&state.head->wtmp_waiting, 1);
	(void)close(p[0]);
}

void
accounting_started(uint32_t slot, const char *id, size_t id_len, pid_t pid, pid_t owed)
{
	struct for_wtmp w = { .dead = { .type = UTMP_EMPTY } };
	struct utmp_record old;

	write_due_to_utmp();
	utmp_fill(&w.started, UTMP_INIT, id, id_len, pid, "", "");
	update(slot, &w.started, &old);
	if (claim(slot, owed)) {
		utmp_fill(&w.dead, UTMP_DEAD, id, id_len, owed, "", "");
		memcpy(w.dead.line, old.line, sizeof w.dead.line);
		w.dead.sec = w.started.sec;	/* not later than what follows it */
		w.dead.usec = w.started.usec;
	}
	append_aside(&w);
}

void
accounting_died(uint32_t slot, const char *id, size_t id_len, pid_t pid)
{
	struct utmp_record r, old;

	write_due_to_utmp();
	write_due_to_wtmp();
	if (!claim(slot, pid))
		return;
	utmp_fill(&r, UTMP_DEAD, id, id_len, pid, "", "");
	update(slot, &r, &old);
	(void)utmp_wtmp_append(&r);
}
