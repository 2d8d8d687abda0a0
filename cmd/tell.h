/*
 * tell.h - hand requests to init, over its FIFO (initctl(5)).
 *
 * Waiting:  up to TELL_TIMEOUT_S seconds, for init to make the FIFO anew or to read what stands in it.
 */
#ifndef CMD_TELL_H
#define CMD_TELL_H

#include <stdbool.h>
#include <stddef.h>

#include "../initctl.h"

#define TELL_TIMEOUT_S 3

/* Start a request for a level; seconds is the grace time. */
struct initctl_request tell_level(char level, int seconds);
/* Add NAME=VALUE or NAME to a request, which makes it one of SETENV; false if there is no room left. */
bool tell_variable(struct initctl_request *r, const char *text);
/* Hand over n of them, together or not at all.  0 or a negative errno: -ETIMEDOUT, -ENOTSUP if it is no FIFO. */
int tell_init(const struct initctl_request *r, size_t n);
/* Say on standard error what tell_init() has returned; name is the program's. */
void tell_complain(const char *name, int err);

#endif
