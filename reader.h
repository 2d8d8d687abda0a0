/*
 * reader.h - the bytes of the table's files, read by a helper.
 *
 * A file on a hung disk or a dead network mount cannot hold PID 1: a forked helper reads into memory shared
 * with init, and its exit status says that it is done.  What is no regular file is not waited for.
 *
 * Memory:   reader_start() takes it, reader_end() gives it back.
 * Limits:   READER_MAX bytes for all files together; more is refused with a message.
 * Trust:    what is not root's, or what others can write, is refused too; inittab.d then as a whole.  Only at the
 *           boot /etc/inittab itself is read nevertheless, with a message: a system that does not come up helps nobody.
 */
#ifndef RUNG_READER_H
#define RUNG_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "clock.h"
#include "span.h"

#define READER_MAX (64u << 20)	/* address space, of which only what is read is touched */
#define READER_TIMEOUT_MS 5000

enum reader_what {
	READ_BOOT,		/* /etc/inittab and inittab.d; without a file the built-in table */
	READ_TABLE,		/* the same when there is a table that could be kept */
	READ_EMERGENCY,		/* no file: one entry with a shell */
};

/*
 * One file of the answer.  reason: 0, or the errno with which it could not be read; EACCES, too, if it is
 * refused.  why: the same in words.
 */
struct reader_file {
	const char *name;
	struct span text;	/* with a newline at its end, added if need be */
	int reason;
	const char *why;
	bool built_in;
};

/* Start reading.  False: not now (no memory, no process). */
bool reader_start(enum reader_what what, msec_t now);
/* After the helper's end: the next file, *at being 0 at first.  False: there is none. */
bool reader_next(size_t *at, struct reader_file *f);
/* Add a text as if it were a file's last lines; false: no room. */
bool reader_append(const char *name, const char *text);
/* The text that the spans are of, and its length. */
const char *reader_text(size_t *len);
/* Done with the answer. */
void reader_end(void);

#endif
