/*
 * boot.h - a boot, made of the events of its journal: what ran when, and because of what.
 *
 * Jobs:      what took time.  An entry is a process of a line of the table; a script is run by a level's run.  A run
 *            belongs to the entry that it happened in (`l2:2:wait:/etc/init.d/rc 2`); where init's events are not to be
 *            had there is an entry that stands for it.
 * Time:      microseconds on the clock of the journal.
 * End:       the boot is over when init has settled in its first level; without init's events, when the scripts of
 *            the first level behind S are done.  What begins later is no part of it.
 * Ownership: everything belongs to the boot, and strings to its journal.
 */
#ifndef CMD_BOOT_BOOT_H
#define CMD_BOOT_BOOT_H

#include <stdbool.h>
#include <stddef.h>

#include "../journal.h"

#define BOOT_NONE ((size_t)-1)
/* What a script's exit status can mean besides failure. */
#define BOOT_NOT_INSTALLED 5
#define BOOT_NOT_CONFIGURED 6

struct boot_job {
	const char *name;
	bool script;
	bool waited;		/* what stands behind it waited for its end: scripts do, some entries */
	bool skipped;		/* not started; reason says why */
	bool on_path;		/* it is a part of the critical path */
	char level;		/* whose run or start pass it belongs to; 0: not known */
	const char *action, *command, *reason;
	long long pid, status;	/* status counts once it has ended */
	usec_t start, end;	/* end -1: it runs on, or nobody saw its end */
	usec_t ready;		/* when all that it needed had ended */
	long long user, system, memory;	/* as in the journal; -1: not told */
	size_t run;		/* of a script */
	size_t after;		/* of a script: the job that it waited for, or BOOT_NONE */
	size_t place;		/* of a script that was ready earlier: whose end left a place free, or BOOT_NONE */
	size_t *needed, needed_count;
	bool has_run;		/* of an entry: there are runs in it */
};

struct boot_run {
	char level, previous;
	usec_t begin, done;	/* done -1: not yet */
	size_t entry;		/* the job in which it happened */
	size_t scripts;		/* how many of its scripts were started */
};

struct boot {
	struct journal journal;
	struct boot_job *job;	/* by their start */
	size_t jobs;
	struct boot_run *run;
	size_t runs;
	const struct journal_event *which;	/* JOURNAL_BOOT, or NULL */
	usec_t origin;		/* the kernel's start; in a container that came much later, init's */
	usec_t init;		/* init's start; -1: not known */
	usec_t end;		/* of the boot; or, if it is not over, of what is known */
	bool over;
	bool container;
	size_t failed;		/* jobs that ended badly */
	/* The critical path, in order of time: entries, each followed by the scripts of its runs. */
	size_t *path, path_len;
};

/* Make the boot of b->journal.  known_to: when it was looked at. */
void boot_make(struct boot *b, usec_t known_to);
/* The script whose end let this one start, or BOOT_NONE. */
size_t boot_cause(const struct boot_job *job);
/* How long a job took until the end of the boot; of an entry with runs only what its scripts did not. */
usec_t boot_took(const struct boot *b, size_t job);
/* A script that ended badly, or an entry that was waited for. */
bool boot_failed(const struct boot_job *job);
/* The job of b that is the same as this one of another boot, or NULL. */
const struct boot_job *boot_match(const struct boot *b, const struct boot_job *job);

#endif
