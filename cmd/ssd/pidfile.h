/*
 * pidfile.h - files that say which process a service is.
 *
 * Root would act on any process that such a file names, so it has to know who could have written it.  Nobody
 * but root: the file, and every directory and link on the way to it, are root's, and others cannot write
 * them (into a sticky directory they may put files of their own, but not in the place of root's).
 * Where something else is known of the process too (its program, its user) the way does not matter, but a
 * file that all can write is refused even then.  Callers who are not root can do no more than the writer.
 *
 * Failures that leave no answer end the program (ssd.h).
 */
#ifndef SSD_PIDFILE_H
#define SSD_PIDFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <time.h>

enum pidfile_state {
	PIDFILE_NAMES,		/* a process, which may be there or not */
	PIDFILE_MISSING,
	PIDFILE_UNUSABLE,	/* it is there, but no pid is in it */
};

/* The number that the text begins with, after blanks; 0: none.  Another word may follow, also on more lines. */
pid_t pidfile_parse(const char *text, size_t len);
/* alone: nothing else is known of the process.  *written is when the file was last written. */
enum pidfile_state pidfile_read(const char *path, bool alone, pid_t *pid, struct timespec *written);
/* Write our own pid.  Whoever reads meanwhile finds the old pid or the new one, never a part. */
void pidfile_write(const char *path);
void pidfile_remove(const char *path);

#endif
