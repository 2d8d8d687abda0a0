/*
 * bootlogd.c - copy what is written to the console to a log, from before there is a disk to have one.
 *
 * The kernel redirects /dev/console to a pseudo terminal of ours (TIOCCONS); what comes out of that we
 * write to the real consoles and to the log.  All of them are readers of a ring: the consoles of one
 * with the bytes as they came, the log of one with lines as they shall be in it, so that it can be opened
 * late and one that is stuck holds up nobody else.
 *
 * Exit status: 0 when told to end, 1 when there is no console or no pseudo terminal, or it was taken away.
 */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "../clock.h"
#include "../version.h"
#include "plain.h"
#include "ring.h"

#define LOG_DEFAULT "/var/log/boot"
#define CONSOLES "/proc/consoles"
#define CHUNK 4096		/* bytes that are read at a time */
#define STUCK_MS 2000		/* a console that takes nothing for so long is not waited for */
#define RETRY_MS 500		/* between two attempts to open the log */
#define LAST_MS 500		/* for the consoles to take what is left at the end */
#define LOOK_MS 250		/* while something is pending */

struct console {
	char *path;
	int fd;			/* -1: it could not be opened again */
	uint64_t place;		/* in screen */
	msec_t moved;	/* when it last took a byte, or had none to take */
};

static struct {
	bool create;		/* -c */
	bool foreground;	/* -d */
	bool escapes;		/* -e */
	bool rename;		/* -r */
	bool sync;		/* -s */
	const char *log;	/* -l */
	const char *pid_file;	/* -p; NULL: none */
} opt = { .log = LOG_DEFAULT };

static struct console *consoles;
static size_t console_count;
static struct ring screen;	/* what has been written to the console */
static struct ring lines;	/* what is to be written to the log */
static struct {
	int fd;			/* -1: not yet, or not any more */
	uint64_t place;		/* in lines */
	msec_t retry;	/* not before */
} log_file = { .fd = -1 };
static int master = -1;
static volatile sig_atomic_t told_to_end;

static void
usage(FILE *to)
{
	(void)fputs("Usage: bootlogd [-cdersv] [-l LOG] [-p PIDFILE]\n", to);
}

static void
help(void)
{
	usage(stdout);
	(void)fputs("  -c  create the log if it is not there; else it is waited for\n"
		    "  -d  stay in the foreground\n"
		    "  -e  keep escape sequences and carriage returns in the log\n"
		    "  -l  the log, by default " LOG_DEFAULT "\n"
		    "  -p  write the pid to that file\n"
		    "  -r  rename an old log to LOG~ first, unless there is one of that name\n"
		    "  -s  have each line on the disk before the next one\n"
		    "  -v  print the version, as --version\n"
		    "  --help  print this\n",
	    stdout);
}

static void
take_options(int argc, char **argv)
{
	static const struct option names[] = {
		{ "help", no_argument, NULL, 'H' },
		{ "version", no_argument, NULL, 'v' },
		{ NULL, 0, NULL, 0 },
	};
	int c;

	while ((c = getopt_long(argc, argv, "cdel:p:rsv", names, NULL)) != -1) {
		switch (c) {
		case 'c': opt.create = true; break;
		case 'd': opt.foreground = true; break;
		case 'e': opt.escapes = true; break;
		case 'l': opt.log = optarg; break;
		case 'p': opt.pid_file = optarg; break;
		case 'r': opt.rename = true; break;
		case 's': opt.sync = true; break;
		case 'v': (void)puts("bootlogd (rung) " RUNG_VERSION); exit(0);
		case 'H': help(); exit(0);
		default: usage(stderr); exit(1);
		}
	}
	if (optind != argc) {
		usage(stderr);
		exit(1);
	}
}

static _Noreturn void
fail(const char *what, const char *why)
{
	(void)fprintf(stderr, "bootlogd: %s: %s\n", what, why);
	exit(1);
}

static void *
grow(void *memory, size_t size)
{
	memory = realloc(memory, size);
	if (!memory)
		fail("memory", strerror(ENOMEM));
	return memory;
}

static int
open_console(const char *path)
{
	return open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
}

static void
add_console(const char *name)
{
	/* What is written to tty0 comes back to us; its words go to the first screen. */
	const char *device = strcmp(name, "tty0") == 0 ? "tty1" : name;
	size_t size = strlen("/dev/") + strlen(device) + 1;
	char *path = grow(NULL, size);
	int fd;

	(void)snprintf(path, size, "/dev/%s", device);
	for (size_t i = 0; i < console_count; i++)
		if (strcmp(consoles[i].path, path) == 0) {
			free(path);
			return;
		}
	fd = open_console(path);
	if (fd < 0) {
		(void)fprintf(stderr, "bootlogd: %s: %s; goes without\n", path, strerror(errno));
		free(path);
		return;
	}
	consoles = grow(consoles, (console_count + 1) * sizeof *consoles);
	consoles[console_count++] = (struct console){ .path = path, .fd = fd };
}

/* NAME R|-W|-U|- (FLAGS) MAJOR:MINOR: those that can be written, are enabled, and are a device. */
static void
find_consoles(void)
{
	char *line = NULL, name[64], modes[8], *flags, *end;
	size_t size = 0;
	FILE *f = fopen(CONSOLES, "re");

	if (!f)
		fail(CONSOLES, strerror(errno));
	while (getline(&line, &size, f) > 0) {
		flags = strchr(line, '(');
		end = flags ? strchr(flags, ')') : NULL;
		if (!end || sscanf(line, "%63s %7s", name, modes) != 2)
			continue;
		if (modes[1] == 'W' && memchr(flags, 'E', (size_t)(end - flags)) && strchr(end, ':'))
			add_console(name);
	}
	free(line);
	(void)fclose(f);
	if (console_count == 0)
		fail(CONSOLES, "no console that can be written to");
}

/* Bytes come out of it as they went in: what a newline becomes is for the real consoles to say. */
static void
open_pty(void)
{
	struct termios raw;
	char name[64];
	int slave;

	master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	if (master < 0 || unlockpt(master) < 0 || ptsname_r(master, name, sizeof name) != 0)
		fail("pseudo terminal", strerror(errno));
	slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (slave < 0)
		fail(name, strerror(errno));
	if (tcgetattr(slave, &raw) == 0) {
		raw.c_oflag &= ~(tcflag_t)OPOST;
		raw.c_lflag &= ~(tcflag_t)(ECHO | ICANON | ISIG);
		(void)tcsetattr(slave, TCSANOW, &raw);
	}
	if (ioctl(slave, TIOCCONS) < 0)
		fail("the console", errno == EBUSY ? "redirected already; is another bootlogd running?" :
		    strerror(errno));
	/* The kernel alone has it now: reading ends with EIO when the console is ours no more. */
	(void)close(slave);
}

/* Asked of the console itself, the kernel gives it back. */
static void
give_console_back(void)
{
	int fd = open_console("/dev/console");

	(void)ioctl(fd, TIOCCONS);	/* if that fails: it does so by itself when we end */
	(void)close(fd);
}

static void
note_end(int sig)
{
	(void)sig;
	told_to_end = 1;
}

/* They are delivered while we wait, and at no other time. */
static void
catch_signals(sigset_t *while_waiting)
{
	static const int ends[] = { SIGTERM, SIGINT, SIGQUIT };
	static const int ignored[] = { SIGHUP, SIGPIPE, SIGTTOU, SIGTTIN, SIGTSTP };
	struct sigaction sa = { .sa_handler = note_end };
	sigset_t blocked;

	(void)sigemptyset(&blocked);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		(void)sigaddset(&blocked, ends[i]);
		(void)sigaction(ends[i], &sa, NULL);
	}
	for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++)
		(void)signal(ignored[i], SIG_IGN);
	(void)sigprocmask(SIG_BLOCK, &blocked, while_waiting);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		(void)sigdelset(while_waiting, ends[i]);
}

static void
write_pid(pid_t pid)
{
	FILE *f;

	if (!opt.pid_file)
		return;
	f = fopen(opt.pid_file, "we");
	if (!f || fprintf(f, "%d\n", (int)pid) < 0 || fclose(f) != 0)
		(void)fprintf(stderr, "bootlogd: %s: %s\n", opt.pid_file, strerror(errno));
}

/* Who has called us goes on when the console is ours already: no word of his gets lost. */
static void
become_daemon(void)
{
	int fd;
	pid_t pid = fork();

	if (pid < 0)
		fail("fork", strerror(errno));
	if (pid > 0) {
		write_pid(pid);
		_exit(0);
	}
	(void)setsid();
	fd = open("/dev/null", O_RDWR | O_CLOEXEC);
	for (int i = STDIN_FILENO; fd >= 0 && i <= STDERR_FILENO; i++)
		(void)dup2(fd, i);
	if (fd > STDERR_FILENO)
		(void)close(fd);
}

/* The new bytes, as they shall be in the log. */
static void
add_to_log(const char *bytes, size_t len)
{
	static enum plain_state plain;
	static bool inside_line;
	char stamp[32];
	time_t now = time(NULL);

	if (!ctime_r(&now, stamp))
		memcpy(stamp, "Thu Jan  1 00:00:00 1970", 25);
	memcpy(stamp + 24, ": ", 3);
	for (size_t i = 0; i < len; i++) {
		if (!opt.escapes && !plain_keeps(&plain, (unsigned char)bytes[i]))
			continue;
		if (!inside_line)
			ring_put(&lines, stamp, strlen(stamp));
		ring_put(&lines, bytes + i, 1);
		inside_line = bytes[i] != '\n';
	}
}

/* Read what was written to the console; false: the pseudo terminal was taken away from us. */
static bool
read_console(void)
{
	char bytes[CHUNK];
	ssize_t n = read(master, bytes, sizeof bytes);

	if (n < 0)
		return errno == EAGAIN || errno == EINTR;
	ring_put(&screen, bytes, (size_t)n);
	add_to_log(bytes, (size_t)n);
	return n > 0;
}

static bool
pending(const struct console *c)
{
	return c->place < screen.end;
}

/* Is there room for one more chunk, as far as those go that move at all? */
static bool
have_room(msec_t now)
{
	for (size_t i = 0; i < console_count; i++) {
		if (!pending(&consoles[i]))
			consoles[i].moved = now;
		if (ring_room(&screen, consoles[i].place) < CHUNK && now - consoles[i].moved < STUCK_MS)
			return false;
	}
	return true;
}

/* Write what it takes.  One that was hung up, by a getty say, is opened again, once for these bytes. */
static void
write_console(struct console *c, msec_t now)
{
	bool again = false;
	const char *bytes;
	size_t len;
	ssize_t n;

	while ((len = ring_peek(&screen, &c->place, &bytes)) > 0) {
		n = write(c->fd, bytes, len);
		if (n > 0) {
			c->place += (uint64_t)n;
			c->moved = now;
		} else if (n < 0 && (errno == EAGAIN || errno == EINTR)) {
			return;
		} else if (!again) {
			again = true;
			if (c->fd >= 0)
				(void)close(c->fd);
			c->fd = open_console(c->path);
		} else {
			c->place = screen.end;
		}
	}
	c->moved = now;
}

static void
write_consoles(msec_t now)
{
	for (size_t i = 0; i < console_count; i++)
		write_console(&consoles[i], now);
}

/* LOG to LOG~; true: there is no old log in the way (any more).  Its file system may be read-only yet. */
static bool
rename_old(void)
{
	size_t size = strlen(opt.log) + 2;
	char *old = malloc(size);
	bool done = false;

	if (!old)
		return false;
	(void)snprintf(old, size, "%s~", opt.log);
	if (access(opt.log, F_OK) < 0 || access(old, F_OK) == 0)
		done = true;
	else if (rename(opt.log, old) == 0)
		done = opt.create = true;	/* it was there, so it may be made anew */
	free(old);
	return done;
}

static void
open_log(msec_t now)
{
	if (now < log_file.retry)
		return;
	log_file.retry = now + RETRY_MS;
	if (opt.rename && !rename_old())
		return;
	log_file.fd = open(opt.log, O_WRONLY | O_APPEND | O_NOCTTY | O_NONBLOCK | O_CLOEXEC |
	    (opt.create ? O_CREAT : 0), 0666);
	if (log_file.fd >= 0)
		opt.rename = false;
}

/* What cannot be written stays in the ring, and the log is opened again later. */
static void
write_log(msec_t now)
{
	const char *bytes;
	size_t len;
	ssize_t n;

	while ((len = ring_peek(&lines, &log_file.place, &bytes)) > 0) {
		if (log_file.fd < 0)
			open_log(now);
		if (log_file.fd < 0)
			return;
		if (opt.sync) {
			const char *newline = memchr(bytes, '\n', len);

			len = newline ? (size_t)(newline - bytes) + 1 : len;
		}
		n = write(log_file.fd, bytes, len);
		log_file.place += n > 0 ? (uint64_t)n : 0;
		if (n <= 0 || (opt.sync && fdatasync(log_file.fd) < 0 && errno == EIO)) {
			(void)close(log_file.fd);
			log_file.fd = -1;
			log_file.retry = now + RETRY_MS;
			return;
		}
	}
}

static void
wait_for_work(const sigset_t *while_waiting, bool reading)
{
	struct pollfd fds[1 + 1];
	struct timespec look = { .tv_nsec = LOOK_MS * 1000000L };
	bool busy = log_file.place < lines.end;
	nfds_t n = 0;

	if (reading)
		fds[n++] = (struct pollfd){ .fd = master, .events = POLLIN };
	for (size_t i = 0; i < console_count; i++)
		if (pending(&consoles[i])) {
			busy = true;
			/* The first will do: the others are tried when it moves, or soon. */
			if (n < sizeof fds / sizeof *fds)
				fds[n++] = (struct pollfd){ .fd = consoles[i].fd, .events = POLLOUT };
		}
	(void)ppoll(fds, n, busy ? &look : NULL, while_waiting);
	/* With a descriptor that is ready no signal was delivered. */
	(void)ppoll(NULL, 0, &(struct timespec){ 0 }, while_waiting);
}

/* The console is given back: take what is still in the pseudo terminal, and let all have it. */
static void
finish(const sigset_t *while_waiting)
{
	msec_t until = clock_now() + LAST_MS;
	bool left = true;

	give_console_back();
	log_file.retry = 0;
	for (ssize_t n = 1; n > 0;) {
		uint64_t before = screen.end;

		if (!read_console())
			break;
		n = (ssize_t)(screen.end - before);
		write_consoles(clock_now());
		write_log(clock_now());
	}
	while (left && clock_now() < until) {
		left = false;
		write_consoles(clock_now());
		for (size_t i = 0; i < console_count; i++)
			left = left || pending(&consoles[i]);
		if (left)
			wait_for_work(while_waiting, false);
	}
	write_log(clock_now());
	if (opt.pid_file)
		(void)unlink(opt.pid_file);
}

int
main(int argc, char **argv)
{
	sigset_t while_waiting;
	bool ours = true;

	take_options(argc, argv);
	find_consoles();
	catch_signals(&while_waiting);
	open_pty();
	if (opt.foreground)
		write_pid(getpid());
	else
		become_daemon();

	while (ours && !told_to_end) {
		bool reading = have_room(clock_now());

		wait_for_work(&while_waiting, reading);
		if (reading)
			ours = read_console();
		write_consoles(clock_now());
		write_log(clock_now());
	}
	finish(&while_waiting);
	return ours ? 0 : 1;
}
