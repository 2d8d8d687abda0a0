/*
 * reexec.h - init executes init: what stays open, and which file is executed.
 *
 * Kept:     STATE_FD and the request FIFO.  Everything else is close-on-exec.
 * OWN_FD:   an O_PATH descriptor of the file that runs, so that a crash leads back to the same code when
 *           the file was replaced or deleted, or the root or /proc is gone.
 */
#ifndef RUNG_REEXEC_H
#define RUNG_REEXEC_H

#include "descriptors.h"

/* At the start of main: argv0 tells the path, if it is absolute. */
void reexec_init(const char *argv0);
/* The file that telinit u executes. */
const char *reexec_path(void);
/*
 * Execute the file behind descriptor fd with --init.  Returns on failure, with -errno and everything as
 * before.  Async-signal-safe.
 */
int reexec_now(int fd);
/* Try all ways back to the file that runs: OWN_FD, /proc/self/exe, /sbin/init. */
void reexec_own(void);

#endif
