/*
 * utmp.h - the records of utmp and wtmp (utmp(5)), written without libc's help.
 *
 * Layout:    glibc's, also in a build with another libc: login, who and last read these files, and musl's
 *            functions for them do nothing.  384 bytes with 32-bit seconds, 400 with 64-bit ones on
 *            machines that never had a 32-bit ABI (aarch64, loongarch64, alpha).
 * Blocking:  a lock that somebody else holds is tried for UTMP_LOCK_MS, then the write is made without it:
 *            any user who can read utmp can hold one.  Processes of one program, as all that init starts are before
 *            their exec, wait for each other up to UTMP_TURN_MS.  For processes that may wait: children before
 *            their exec, helpers, companion programs; PID 1 itself never calls these.
 * Errors:    0 or a negative errno; a file that does not exist is -ENOENT and never created here.
 */
#ifndef RUNG_UTMP_H
#define RUNG_UTMP_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#ifdef __GLIBC__
#include <utmp.h>
#define UTMP_TIME32 (__WORDSIZE == 32 || __WORDSIZE_TIME64_COMPAT32)
#elif defined(__aarch64__) || defined(__loongarch__) || defined(__alpha__)
#define UTMP_TIME32 0
#else
#define UTMP_TIME32 1
#endif

#define UTMP_PATH "/run/utmp"
#define WTMP_PATH "/var/log/wtmp"
#define UTMP_LOCK_MS 20
#define UTMP_TURN_MS 5000	/* a busy machine may give who has the lock no processor for long */

enum utmp_type {
	UTMP_EMPTY = 0, UTMP_RUN_LVL = 1, UTMP_BOOT_TIME = 2, UTMP_INIT = 5, UTMP_LOGIN = 6,
	UTMP_USER = 7, UTMP_DEAD = 8,
};

struct utmp_record {
	int16_t type;
	int16_t unused0;
	int32_t pid;
	char line[32];
	char id[4];
	char user[32];
	char host[256];
	int16_t exit_termination, exit_status;
#if UTMP_TIME32
	int32_t session;
	uint32_t sec, usec;
#else
	int64_t session, sec, usec;
#endif
	int32_t address[4];
	char unused1[20];
};

_Static_assert(offsetof(struct utmp_record, session) == 336, "layout of utmp(5)");
_Static_assert(sizeof(struct utmp_record) == (UTMP_TIME32 ? 384 : 400), "layout of utmp(5)");
#ifdef __GLIBC__
_Static_assert(sizeof(struct utmp_record) == sizeof(struct utmp), "layout of utmp(5)");
#endif

/* A record of that type with the time now; id is cut to what ut_id holds. */
void utmp_fill(struct utmp_record *r, enum utmp_type type, const char *id, size_t id_len,
    pid_t pid, const char *user, const char *line);
/*
 * Put *r in utmp, in the place of the record that it replaces, which goes to *old (all zero if there
 * was none).  A DEAD record takes over the line: last(1) pairs by it.  *at is the number of the record
 * plus 1 if known, else 0; it is verified and set.
 */
int utmp_update(struct utmp_record *r, struct utmp_record *old, uint32_t *at);
/* Append to wtmp *r with the kernel's release as its host. */
int utmp_wtmp_append(const struct utmp_record *r);

#endif
