#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "console.h"
#include "format.h"
#include "log.h"

#define SYSLOG_SOCKET "/dev/log"
#define KERNEL_LOG "/dev/kmsg"
#define PRIORITY "<30>"		/* daemon.info, RFC 3164 */

static bool
to_syslog(const char *line, size_t len)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX, .sun_path = SYSLOG_SOCKET };
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (fd < 0)
		return false;
	bool sent = sendto(fd, line, len, MSG_NOSIGNAL | MSG_DONTWAIT,
	    (struct sockaddr *)&to, sizeof to) == (ssize_t)len;
	(void)close(fd);
	return sent;
}

static bool
to_kernel_log(const char *line, size_t len)
{
	int fd = open(KERNEL_LOG, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		return false;
	bool sent = write(fd, line, len) == (ssize_t)len;
	(void)close(fd);
	return sent;
}

enum { TO_CONSOLE = 1, TO_SYSLOG = 2, TO_KERNEL_LOG = 4 };

static void
say(int where, const char *prefix, const char *fmt, va_list ap)
{
	int saved_errno = errno;
	char text[LOG_TEXT_MAX + 1], line[LOG_TEXT_MAX + 32];
	size_t len;

	(void)format_list(text, sizeof text, fmt, ap);
	if (where & TO_CONSOLE) {
		len = format(line, sizeof line, "\rINIT: %s%s\r\n", prefix, text);
		console_write(line, len);
	}
	if (where & TO_SYSLOG) {
		len = format(line, sizeof line, PRIORITY "init: %s%s", prefix, text);
		/* Where nobody listens either, there is nothing to tell it to. */
		if (!to_syslog(line, len) || (where & TO_KERNEL_LOG))
			(void)to_kernel_log(line, len);
	}
	errno = saved_errno;
}

#define SAY(where, prefix) do {			\
		va_list ap;			\
		va_start(ap, fmt);		\
		say(where, prefix, fmt, ap);	\
		va_end(ap);			\
	} while (0)

void
log_info(const char *fmt, ...)
{
	SAY(TO_SYSLOG, "");
}

void
log_console(const char *fmt, ...)
{
	SAY(TO_CONSOLE, "");
}

void
log_warn(const char *fmt, ...)
{
	SAY(TO_CONSOLE | TO_SYSLOG, "");
}

void
log_alert(const char *fmt, ...)
{
	SAY(TO_CONSOLE | TO_SYSLOG | TO_KERNEL_LOG, "");
}

void
log_bug(const char *fmt, ...)
{
	SAY(TO_CONSOLE | TO_SYSLOG, "BUG: ");
}
