#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ssd.h"

struct ssd ssd = {
	.name = "start-stop-daemon",
	.loudness = SSD_NORMAL,
	.usage_status = 3,
	.failure_status = 2,
	.error_fd = STDERR_FILENO,
};

static void
say(const char *fmt, va_list ap)
{
	(void)vprintf(fmt, ap);
	(void)putchar('\n');
	(void)fflush(stdout);
}

void
ssd_say(const char *fmt, ...)
{
	va_list ap;

	if (ssd.loudness < SSD_NORMAL)
		return;
	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
}

void
ssd_say_more(const char *fmt, ...)
{
	va_list ap;

	if (ssd.loudness < SSD_VERBOSE)
		return;
	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
}

static void
complain(const char *before, const char *fmt, va_list ap)
{
	(void)dprintf(ssd.error_fd, "%s%s: %s", ssd.line_begun ? "\n" : "", ssd.name, before);
	(void)vdprintf(ssd.error_fd, fmt, ap);
	(void)dprintf(ssd.error_fd, "\n");
	ssd.line_begun = false;
}

void
ssd_warn(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	complain("warning: ", fmt, ap);
	va_end(ap);
}

_Noreturn void
ssd_fail(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	complain("", fmt, ap);
	va_end(ap);
	exit(ssd.failure_status);
}

_Noreturn void
ssd_wrong_usage(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	complain("", fmt, ap);
	va_end(ap);
	(void)dprintf(ssd.error_fd, "Try '%s --help' for more information.\n", ssd.name);
	exit(ssd.usage_status);
}
