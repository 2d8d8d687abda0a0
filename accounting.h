/*
 * accounting.h - which records of utmp and wtmp are due, and writing them.
 *
 * Who:       PID 1 only notes what is due, in the state file.  Children write before their exec, so that
 *            a getty finds its record; helpers write the rest.  All calls but accounting_due() may wait
 *            for a lock (utmp.h).
 * Hangs:     utmp lies in memory; the file system of wtmp may not answer for ever, and who waits for it cannot
 *            be woken.  A process of its own writes for a starting child, which waits for it WTMP_PATIENCE_MS;
 *            while some hang nobody waits, and there are never more than WTMP_WAITING_MAX and a few.
 * Late:      a boot or level record that a file could not take stays due, and is written before the next
 *            record that the file can take: /var is often mounted after the boot record is due.
 */
#ifndef RUNG_ACCOUNTING_H
#define RUNG_ACCOUNTING_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define WTMP_PATIENCE_MS 40
#define WTMP_WAITING_MAX 1000

/* Note that these records (state.h, DUE_*) are to be written. */
void accounting_due(uint32_t records);
/* Write what is due; create utmp if it is missing at the end of the boot's first phase. */
void accounting_system(void);
/* The process calling has pid and is about to exec for the child in slot; its forerunner's death, owed, too. */
void accounting_started(uint32_t slot, const char *id, size_t id_len, pid_t pid, pid_t owed);
/* The process pid of the child in slot has died, and nothing takes its place now. */
void accounting_died(uint32_t slot, const char *id, size_t id_len, pid_t pid);

#endif
