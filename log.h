/*
 * log.h - what init says, on the console and in the system log.
 *
 * Format:   console "\rINIT: TEXT\r\n"; syslog ident "init", facility daemon, priority info, sent
 *           as one datagram to /dev/log; where nobody listens there, to the kernel log (/dev/kmsg).
 * Errors:   none to handle.  Nothing here blocks, exits, allocates or changes errno; what a full
 *           console or socket does not take is dropped and counted, and the count is told later.
 * Text:     log_format() knows %s %.*s %c %d %u %ld %lu %llu %lld %x %% and no flags or widths; texts are
 *           cut at LOG_TEXT_MAX bytes.  Control bytes in arguments are shown as '?', so that no
 *           table or client can drive somebody's terminal.
 */
#ifndef RUNG_LOG_H
#define RUNG_LOG_H

#include <stdarg.h>
#include <stddef.h>

#define LOG_TEXT_MAX 255

#define LOG_PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))

/* A change worth a line in the system log. */
void log_info(const char *fmt, ...) LOG_PRINTF(1, 2);
/* Something a person at the console wants to see, and nobody later. */
void log_console(const char *fmt, ...) LOG_PRINTF(1, 2);
/* Both: the level changed, something was lost or is retried. */
void log_warn(const char *fmt, ...) LOG_PRINTF(1, 2);
/* Console, system log and kernel log: init itself is in trouble. */
void log_alert(const char *fmt, ...) LOG_PRINTF(1, 2);
/* What cannot happen: said, and init goes on. */
void log_bug(const char *fmt, ...) LOG_PRINTF(1, 2);

/* Write at most size - 1 bytes and a NUL to buf; return the length written. */
size_t log_format(char *buf, size_t size, const char *fmt, ...) LOG_PRINTF(3, 4);

#endif
