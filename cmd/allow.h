/*
 * allow.h - may somebody at the console shut the system down?  For shutdown -a.
 */
#ifndef CMD_ALLOW_H
#define CMD_ALLOW_H

#include <stdbool.h>

#define PATH_ALLOW "/etc/shutdown.allow"

/* Is root, or a user of the list, logged in on a virtual console?  Without a list anybody may. */
bool allow_somebody(void);

#endif
