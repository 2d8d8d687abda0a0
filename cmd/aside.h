/*
 * aside.h - what may hang is done by a copy of this process, and waited for with patience.
 *
 * A process in uninterruptible sleep may hold the lock of its memory, and then whoever reads its `cmdline`
 * sleeps as deep; so does whoever looks at a path on a dead network mount.  The copy that has not answered
 * in time is given up, another one takes its place, and patience halves: a hundred hung processes shall
 * not cost a hundred times as much.
 *
 * Ownership:  an answer is valid until the next question.
 * Errors:     a negative errno; -ETIMEDOUT: it hangs.
 */
#ifndef CMD_ASIDE_H
#define CMD_ASIDE_H

#include <sys/types.h>

/* The bytes of a file, a NUL behind them; of a longer one the first 256 KiB, which are two arguments. */
ssize_t aside_read(const char *path, const char **text);
/* realpath(3) */
ssize_t aside_resolve(const char *path, const char **text);
/* Before one's end: lets the copy go, and collects it if it does not hang. */
void aside_end(void);

#endif
