/*
 * console.h - which device is the console, its line settings, and messages on it.
 *
 * The device: $CONSOLE, else /dev/console, else /dev/tty0, else /dev/null, the first that opens;
 *           looked for anew at each use, so that a console that appears late is found.
 * Blocking: none.  While somebody else's last close of a serial line waits for its bytes, nobody can open it:
 *           that wait is interrupted after CONSOLE_OPEN_MS, and init, with a message, does not try again for
 *           CONSOLE_BUSY_MS.
 *           Closing a serial line waits for unsent bytes (30 s by default, see
 *           setserial(8), closing_wait), so a descriptor with unsent bytes is kept until they are
 *           out or CONSOLE_DRAIN_MS have passed; then they are flushed away.
 * Errors:   a descriptor or -errno.
 */
#ifndef RUNG_CONSOLE_H
#define RUNG_CONSOLE_H

#include <stddef.h>

#include "clock.h"

#define CONSOLE_OPEN_MS 10
#define CONSOLE_MESSAGE_MS 40	/* the same for a message, which is lost then */
#define CONSOLE_BUSY_MS 1000
#define CONSOLE_DRAIN_MS 2000	/* unsent output may hold our descriptor this long */

/* The device in use: a path that stays valid. */
const char *console_name(void);
/* The first of them, whether it opens or not. */
const char *console_first(void);
/*
 * Open the console for reading and writing, never as controlling terminal, never waiting for a
 * carrier; the descriptor is blocking afterwards.  *name: as console_name() has it.  -EINTR: it is
 * being closed by somebody else.
 */
int console_open(const char **name);
/* Reset the line settings of fd to those of a fresh console; speed, size and parity stay. */
void console_reset(int fd);
/* The same for the console itself, opened for it. */
void console_reset_device(void);
/* Write a message; what the device does not take at once is dropped and counted. */
void console_write(const char *text, size_t len);
/* Before an exec, whose closing must not wait: drop what is unsent. */
void console_flush(void);
/* Close what has drained; return the next deadline or 0. */
msec_t console_tick(msec_t now);

#endif
