#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/time.h>
#include <termios.h>
#include <unistd.h>

#include "console.h"
#include "format.h"
#include "quick.h"

#define DRAIN_FIRST_MS 20

/* The descriptor that waits for its bytes to go out, or -1. */
static struct {
	int fd;
	msec_t check, step, give_up;
} draining = { .fd = -1 };

static unsigned dropped;
static msec_t busy_until;

static void
wake(int sig)
{
	if (quick_is_here())
		quick_default(sig);
}

/*
 * Neither O_NONBLOCK nor anything else keeps open(2) of a terminal from waiting for its lock, but a signal ends
 * the wait.  The timer repeats, since one signal could come before the wait begins; SIGALRM has no other use here, and
 * exec puts its action back.
 */
static int
open_in_time(const char *path, int flags, int ms)
{
	static const struct itimerval off;
	const struct timeval soon = { .tv_usec = ms * 1000 };
	const struct itimerval on = { soon, soon };
	const struct sigaction act = { .sa_handler = wake };
	sigset_t alarm, before;

	(void)sigemptyset(&alarm);
	(void)sigaddset(&alarm, SIGALRM);
	(void)sigaction(SIGALRM, &act, NULL);
	(void)sigprocmask(SIG_UNBLOCK, &alarm, &before);
	(void)setitimer(ITIMER_REAL, &on, NULL);
	int fd = open(path, flags);
	int err = errno;
	/* It would outlast even an exec: its own signal must not keep it from being ended. */
	(void)sigprocmask(SIG_BLOCK, &alarm, NULL);
	if (setitimer(ITIMER_REAL, &off, NULL) < 0)
		(void)setitimer(ITIMER_REAL, &off, NULL);
	(void)sigprocmask(SIG_SETMASK, &before, NULL);
	errno = err;
	return fd;
}

/* The one that the kernel's command line or init's starter names, or NULL. */
static const char *
asked_for(void)
{
	const char *name = getenv("CONSOLE");

	return name != NULL && name[0] != '\0' ? name : NULL;
}

const char *
console_first(void)
{
	const char *asked = asked_for();

	return asked != NULL ? asked : "/dev/console";
}

static int
open_as(int flags, int ms, const char **name)
{
	const char *const candidates[] = { asked_for(), "/dev/console", "/dev/tty0", "/dev/null" };
	int fd = -ENOENT;

	for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
		if (candidates[i] == NULL)
			continue;
		fd = open_in_time(candidates[i], flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, ms);
		if (fd >= 0 || errno == EINTR) {
			*name = candidates[i];
			return fd >= 0 ? fd : -EINTR;
		}
		fd = -errno;
	}
	*name = "/dev/null";
	return fd;
}

const char *
console_name(void)
{
	const char *name;
	int fd = open_as(O_RDONLY, CONSOLE_OPEN_MS, &name);

	if (fd >= 0)
		(void)close(fd);
	return name;
}

int
console_open(const char **name)
{
	int fd = open_as(O_RDWR, CONSOLE_OPEN_MS, name);

	/* Blocking again: programs on a terminal do not expect EAGAIN. */
	if (fd >= 0)
		(void)fcntl(fd, F_SETFL, O_RDWR);
	return fd;
}

void
console_reset(int fd)
{
	struct termios t;

	if (tcgetattr(fd, &t) < 0)
		return;		/* not a terminal */
	t.c_cflag &= (tcflag_t)(CBAUD | CBAUDEX | CSIZE | CSTOPB | PARENB | PARODD | CRTSCTS);
	t.c_cflag |= HUPCL | CLOCAL | CREAD;
	t.c_iflag = IGNPAR | ICRNL | IXON | IXANY | (t.c_iflag & IUTF8);
	t.c_oflag = OPOST | ONLCR;
	t.c_lflag = ISIG | ICANON | ECHO | ECHOCTL | ECHOE | ECHOKE;
	t.c_cc[VINTR] = 3;	/* ^C */
	t.c_cc[VQUIT] = 28;	/* ^\ */
	t.c_cc[VERASE] = 127;
	t.c_cc[VKILL] = 21;	/* ^U */
	t.c_cc[VEOF] = 4;	/* ^D */
	t.c_cc[VSTART] = 17;	/* ^Q */
	t.c_cc[VSTOP] = 19;	/* ^S */
	t.c_cc[VSUSP] = 26;	/* ^Z */
	t.c_cc[VREPRINT] = 18;	/* ^R */
	t.c_cc[VDISCARD] = 15;	/* ^O */
	t.c_cc[VWERASE] = 23;	/* ^W */
	t.c_cc[VLNEXT] = 22;	/* ^V */
	t.c_cc[VMIN] = 1;
	t.c_cc[VTIME] = 0;
	t.c_cc[VEOL] = 0;
	t.c_cc[VEOL2] = 0;
	t.c_cc[VSWTC] = 0;
	/* TCSANOW: waiting for the output to drain could block. */
	(void)tcsetattr(fd, TCSANOW, &t);
	(void)tcflush(fd, TCIFLUSH);	/* not the output: messages stand there */
}

static int
unsent(int fd)
{
	int bytes = 0;

	return ioctl(fd, TIOCOUTQ, &bytes) < 0 ? 0 : bytes;
}

static void
close_or_drain(int fd)
{
	if (unsent(fd) == 0) {
		(void)close(fd);
		draining.fd = -1;
		return;
	}
	if (draining.fd == fd)
		return;		/* a message more does not buy a stuck console more time */
	draining.fd = fd;
	draining.step = DRAIN_FIRST_MS;
	draining.check = clock_now() + draining.step;
	draining.give_up = clock_now() + CONSOLE_DRAIN_MS;
}

void
console_write(const char *text, size_t len)
{
	const char *name;
	char note[64];
	bool busy = draining.fd < 0 && busy_until != 0 && clock_now() < busy_until;
	int fd = busy ? -EINTR : draining.fd >= 0 ? draining.fd : open_as(O_WRONLY, CONSOLE_MESSAGE_MS, &name);

	if (fd < 0) {
		dropped++;
		if (fd == -EINTR && !busy)
			busy_until = clock_now() + CONSOLE_BUSY_MS;
		return;
	}
	busy_until = 0;
	if (dropped > 0) {
		size_t n = format(note, sizeof note, "\rINIT: %u messages lost\r\n", dropped);
		if (write(fd, note, n) == (ssize_t)n)
			dropped = 0;
	}
	if (write(fd, text, len) != (ssize_t)len)
		dropped++;
	close_or_drain(fd);
}

void
console_reset_device(void)
{
	const char *name;
	int fd = draining.fd >= 0 ? draining.fd : open_as(O_RDWR, CONSOLE_MESSAGE_MS, &name);

	if (fd < 0)
		return;
	console_reset(fd);
	close_or_drain(fd);
}

void
console_flush(void)
{
	if (draining.fd < 0)
		return;
	(void)tcflush(draining.fd, TCOFLUSH);
	(void)close(draining.fd);
	draining.fd = -1;
}

msec_t
console_tick(msec_t now)
{
	if (draining.fd < 0)
		return 0;
	if (now < draining.check)
		return draining.check;
	if (unsent(draining.fd) > 0 && now < draining.give_up) {
		draining.step *= 2;
		draining.check = now + draining.step;
		return draining.check;
	}
	console_flush();
	return 0;
}
