#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "console.h"
#include "log.h"

#define SYSLOG_SOCKET "/dev/log"
#define KERNEL_LOG "/dev/kmsg"
#define PRIORITY "<30>"		/* daemon.info, RFC 3164 */

struct out {
	char *at, *end;
};

static void
put(struct out *o, char c)
{
	if (o->at < o->end)
		*o->at++ = c;
}

static void
put_text(struct out *o, const char *s, size_t len)
{
	for (size_t i = 0; i < len && s[i] != '\0'; i++)
		put(o, (unsigned char)s[i] < ' ' || s[i] == 0x7f ? '?' : s[i]);
}

static void
put_number(struct out *o, unsigned long long n, unsigned base)
{
	char digits[20];
	size_t len = 0;

	do
		digits[len++] = "0123456789abcdef"[n % base];
	while ((n /= base) != 0);
	while (len > 0)
		put(o, digits[--len]);
}

static void
put_signed(struct out *o, long long n)
{
	if (n < 0)
		put(o, '-');
	put_number(o, n < 0 ? 0 - (unsigned long long)n : (unsigned long long)n, 10);
}

static size_t
format(char *buf, size_t size, const char *fmt, va_list ap)
{
	struct out o = { buf, buf + size - 1 };

	for (const char *p = fmt; *p != '\0'; p++) {
		size_t max = (size_t)-1;
		int longs = 0;

		if (*p != '%') {
			put(&o, *p);
			continue;
		}
		p++;
		if (p[0] == '.' && p[1] == '*') {
			int n = va_arg(ap, int);
			max = n < 0 ? 0 : (size_t)n;
			p += 2;
		}
		for (; *p == 'l'; p++)
			longs++;
		switch (*p) {
		case 's':
			put_text(&o, va_arg(ap, const char *), max);
			break;
		case 'c': {
			char c = (char)va_arg(ap, int);
			put_text(&o, &c, 1);
			break;
		}
		case 'd':
			put_signed(&o, longs == 0 ? va_arg(ap, int) :
			    longs == 1 ? va_arg(ap, long) : va_arg(ap, long long));
			break;
		case 'u':
		case 'x':
			put_number(&o, longs == 0 ? va_arg(ap, unsigned) :
			    longs == 1 ? va_arg(ap, unsigned long) : va_arg(ap, unsigned long long),
			    *p == 'u' ? 10 : 16);
			break;
		case '\0':
			p--;
			break;
		default:
			put(&o, *p);
		}
	}
	*o.at = '\0';
	return (size_t)(o.at - buf);
}

size_t
log_format(char *buf, size_t size, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	size_t len = format(buf, size, fmt, ap);
	va_end(ap);
	return len;
}

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

	(void)format(text, sizeof text, fmt, ap);
	if (where & TO_CONSOLE) {
		len = log_format(line, sizeof line, "\rINIT: %s%s\r\n", prefix, text);
		console_write(line, len);
	}
	if (where & TO_SYSLOG) {
		len = log_format(line, sizeof line, PRIORITY "init: %s%s", prefix, text);
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
