/*
 * format.h - text from a pattern and arguments, as snprintf(3), which would double the size of init.
 *
 * Patterns:  %s %.*s %c %d %u %x, with l or ll before d, u and x, and %%; no flags, no widths.
 * Safety:    control bytes in arguments are shown as '?', so that no table and no client can drive
 *            somebody's terminal.  The pattern's own pass.
 */
#ifndef RUNG_FORMAT_H
#define RUNG_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

#define FORMAT_PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))

/* Write at most size - 1 bytes and a NUL to buf; return the length written. */
size_t format(char *buf, size_t size, const char *fmt, ...) FORMAT_PRINTF(3, 4);
size_t format_list(char *buf, size_t size, const char *fmt, va_list ap) FORMAT_PRINTF(3, 0);

#endif
