/*
 * log.h - what init says, on the console and in the system log.
 *
 * Format:   console "\rINIT: TEXT\r\n"; syslog ident "init", facility daemon, priority info, sent
 *           as one datagram to /dev/log; where nobody listens there, to the kernel log (/dev/kmsg).
 * Errors:   none to handle.  Nothing here blocks, exits, allocates or changes errno; what a full
 *           console or socket does not take is dropped and counted, and the count is told later.
 * Text:     as format.h has it; cut at LOG_TEXT_MAX bytes.
 */
#ifndef RUNG_LOG_H
#define RUNG_LOG_H

#include "format.h"

#define LOG_TEXT_MAX 255

/* A change worth a line in the system log. */
void log_info(const char *fmt, ...) FORMAT_PRINTF(1, 2);
/* Something a person at the console wants to see, and nobody later. */
void log_console(const char *fmt, ...) FORMAT_PRINTF(1, 2);
/* Both: the level changed, something was lost or is retried. */
void log_warn(const char *fmt, ...) FORMAT_PRINTF(1, 2);
/* Console, system log and kernel log: init itself is in trouble. */
void log_alert(const char *fmt, ...) FORMAT_PRINTF(1, 2);
/* What cannot happen: said, and init goes on. */
void log_bug(const char *fmt, ...) FORMAT_PRINTF(1, 2);

#endif
