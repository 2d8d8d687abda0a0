/*
 * alone.h - take the system down without init, for shutdown -n.
 */
#ifndef CMD_ALONE_H
#define CMD_ALONE_H

#include "plan.h"

/*
 * Closes all files but fd.  Does not return unless the kernel refuses or init cannot be held: a negative errno, and
 * it was said.
 */
int alone_stop(const struct plan *p, int fd);

#endif
