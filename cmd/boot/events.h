/*
 * events.h - what init's own state tells of a boot: the events of state.h.
 *
 * Init is not asked, and does not know: its state is a file that root can open.
 */
#ifndef CMD_BOOT_EVENTS_H
#define CMD_BOOT_EVENTS_H

#include "../journal.h"

#define EVENTS_PATH "/proc/1/fd/9"	/* STATE_FD of process 1 */

/*
 * Add the events of process 1 to j.  0, or why not: -ENOENT: it is no rung, or has no such file; -EPROTO: its state is
 * of another version; or what open(2) said.
 */
int events_read(struct journal *j);

#endif
