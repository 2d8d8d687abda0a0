#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "accounting.h"
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
write_all_due(void)
{
	write_due(DUE_UTMP_BOOT, fill_boot);
	write_due(DUE_UTMP_LEVEL, fill_level);
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
	write_all_due();
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

void
accounting_started(uint32_t slot, const char *id, size_t id_len, pid_t pid, pid_t owed)
{
	struct utmp_record r, old, dead;

	write_all_due();
	utmp_fill(&r, UTMP_INIT, id, id_len, pid, "", "");
	update(slot, &r, &old);
	if (claim(slot, owed)) {
		utmp_fill(&dead, UTMP_DEAD, id, id_len, owed, "", "");
		memcpy(dead.line, old.line, sizeof dead.line);
		dead.sec = r.sec;	/* not later than what follows it */
		dead.usec = r.usec;
		(void)utmp_wtmp_append(&dead);	/* no accounting is no error */
	}
	(void)utmp_wtmp_append(&r);
}

void
accounting_died(uint32_t slot, const char *id, size_t id_len, pid_t pid)
{
	struct utmp_record r, old;

	write_all_due();
	if (!claim(slot, pid))
		return;
	utmp_fill(&r, UTMP_DEAD, id, id_len, pid, "", "");
	update(slot, &r, &old);
	(void)utmp_wtmp_append(&r);
}
