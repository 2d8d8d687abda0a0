/*
 * alone.h - take the system down without init, for shutdown -n.
 */
#ifndef CMD_ALONE_H
#define CMD_ALONE_H

#include "plan.h"

/* sync(2), but for a few seconds only: a disk can hang. */
void alone_sync(void);
/*
 * Closes all files but fd.  Does not return unless the kernel refuses or init cannot be held: a negative errno, and
 * it was said.
 */
int alone_stop(const struct plan *p, int fd);

#endif
