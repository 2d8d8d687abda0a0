/*
 * watch.h - what changes in /run, in /dev and among the mounts, told by the kernel (inotify(7),
 * POLLPRI on /proc/self/mountinfo): nothing is looked at periodically.
 *
 * Errors:   what cannot be watched (no /proc yet, no inotify) is tried again at the next
 *           watch_refresh(), which the loop calls whenever the level has changed or something waited for has ended.
 */
#ifndef RUNG_WATCH_H
#define RUNG_WATCH_H

#include <poll.h>
#include <stdbool.h>

enum { WATCH_RUN = 1, WATCH_DEV = 2, WATCH_MOUNTS = 4 };

#define WATCH_FDS 2

/* Watch what is not watched yet, and the directories that stand there now. */
void watch_refresh(bool devices);
/* Fill fds[WATCH_FDS] for poll(2). */
void watch_fds(struct pollfd *fds);
/* After poll(2): what changed. */
unsigned watch_changes(const struct pollfd *fds);

#endif
