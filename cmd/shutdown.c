/*
 * shutdown.c - bring the system down at a given time, and tell everybody before.
 *
 * All that is asked for is checked before anything is done.  What is done until then is in the hands of a
 * keeper (keeper.h), which takes it back whenever the shutdown does not come to pass.
 *
 * Exit status: 0 when init was told, or after -c, -k or a cancel; 1 for wrong usage, a caller who is not root,
 *           another shutdown that is running, nobody authorized, or an init that cannot be told.
 */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <syslog.h>
#include <unistd.h>

#include "../title.h"
#include "../version.h"
#include "allow.h"
#include "keeper.h"
#include "plan.h"
#include "schedule.h"
#include "tell.h"
#include "wall.h"

#define LEVELS "0156aAbBcCsS"
#define WARN_PAUSE_MS 1000	/* -k: so long the last warning stays true */
#define CANCEL_WAIT_MS 5000
#define POLL_MS 10
#define HEARD_MS 200		/* so long init is not told yet, which hangs terminals up: most need one */

static struct plan plan = { .level = '1', .halt = "INIT_HALT", .seconds = INITCTL_SECONDS, .message = "" };
static bool cancel;		/* -c */
static bool check_allowed;	/* -a */
static uid_t user;		/* who has called */

/* ---------------------------------------------------------------- the command line */

static void
usage(FILE *to)
{
	(void)fputs("Usage: shutdown [-akrhPHfFnqQ] [-t SECONDS] [-i LEVEL] TIME [MESSAGE]...\n"
		    "       shutdown [-akrhPHfFnqQ] [-t SECONDS] [-i LEVEL] -g TIME [MESSAGE]...\n"
		    "       shutdown -c [MESSAGE]...\n"
		    "TIME is now, +MINUTES, HH:MM or +HH:MM.\n"
		    "  -a  only if somebody whom /etc/shutdown.allow names is logged in on the console\n"
		    "  -c  cancel the shutdown that is waiting\n"
		    "  -f  have no file systems checked at the next boot\n"
		    "  -F  have them checked\n"
		    "  -g  the TIME\n"
		    "  -h  halt, or power off\n"
		    "  -H  with -h: halt, and leave the power on\n"
		    "  -i  go to runlevel LEVEL, one of 0, 1, 5, 6, a, b, c and S; without -h, -r and -i: to 1\n"
		    "  -k  only warn\n"
		    "  -n  do it without init; discouraged\n"
		    "  -P  with -h: switch the power off\n"
		    "  -q  warn less often\n"
		    "  -Q  warn at the end only\n"
		    "  -r  reboot\n"
		    "  -t  SECONDS between TERM and KILL for the processes of init, 3 by default\n"
		    "  -y  accepted and ignored\n"
		    "  --help     print this\n"
		    "  --version  print the version\n",
	    to);
}

static _Noreturn void
refuse(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	(void)fputs("shutdown: ", stderr);
	(void)vfprintf(stderr, fmt, ap);
	(void)fputc('\n', stderr);
	va_end(ap);
	exit(1);
}

static _Noreturn void
refuse_usage(const char *text)
{
	if (text != NULL)
		(void)fprintf(stderr, "shutdown: %s\n", text);
	usage(stderr);
	exit(1);
}

static int
read_seconds(const char *text)
{
	char *end;
	long n;

	errno = 0;
	n = strtol(text, &end, 10);
	if (!isdigit((unsigned char)*text) || *end != '\0' || errno != 0 || n > INITCTL_SECONDS_MAX)
		refuse("-t %s: expected seconds, 0 to %d", text, INITCTL_SECONDS_MAX);
	return (int)n;
}

static char
read_level(const char *text)
{
	if (*text == '\0' || strchr(LEVELS, *text) == NULL)
		refuse("`%s': bad runlevel", text);
	return *text;
}

/* Returns the TIME of -g, or NULL. */
static const char *
read_options(int argc, char **argv)
{
	static const struct option names[] = {
		{ "help", no_argument, NULL, 'V' + 256 },
		{ "version", no_argument, NULL, 'V' },
		{ NULL, 0, NULL, 0 },
	};
	const char *time = NULL;
	bool modified = false;
	int c;

	while ((c = getopt_long(argc, argv, "acfFg:hHi:knPqQrt:y", names, NULL)) != -1)
		switch (c) {
		case 'a': check_allowed = true; break;
		case 'c': cancel = true; break;
		case 'f': plan.fast = true; break;
		case 'F': plan.force = true; break;
		case 'g': time = optarg; break;
		case 'h': plan.level = '0'; break;
		case 'H': plan.halt = "INIT_HALT=HALT"; modified = true; break;
		case 'i': plan.level = read_level(optarg); break;
		case 'k': plan.only_warn = true; break;
		case 'n': plan.alone = true; break;
		case 'P': plan.halt = "INIT_HALT=POWEROFF"; modified = true; break;
		case 'q': plan.warnings = WARN_FEWER; break;
		case 'Q': plan.warnings = WARN_LAST; break;
		case 'r': plan.level = '6'; break;
		case 't': plan.seconds = read_seconds(optarg); break;
		case 'y': break;
		case 'V': (void)puts("shutdown (rung) " RUNG_VERSION); exit(0);
		case 'V' + 256: usage(stdout); exit(0);
		default: refuse_usage(NULL);
		}
	if (modified && plan.level != '0')
		refuse_usage("-H and -P flags can only be used along with -h flag.");
	return time;
}

/* The words, each with a blank behind it, and a line end; "" if there are none. */
static char *
join(char **words)
{
	size_t len = 3;
	char *text, *p;

	if (*words == NULL)
		return "";
	for (char **w = words; *w != NULL; w++)
		len += strlen(*w) + 1;
	text = p = malloc(len);
	if (text == NULL)
		refuse("%s", strerror(errno));
	for (char **w = words; *w != NULL; w++)
		p += sprintf(p, "%s ", *w);
	(void)strcpy(p, "\r\n");
	return text;
}

/* What anybody types is shown to everybody. */
static char *
made_harmless(char *text)
{
	char *clean;

	if (*text == '\0')
		return text;
	clean = malloc(strlen(text) * WALL_GROWTH + 1);
	if (clean == NULL)
		refuse("%s", strerror(errno));
	clean[wall_clean(clean, text, strlen(text))] = '\0';
	free(text);
	return clean;
}

/* ---------------------------------------------------------------- who may */

static void
refuse_unauthorized(void)
{
	static const char text[] = "\rshutdown: no authorized users logged in.\r\n";
	int fd = open("/dev/console", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0)
		exit(1);
	(void)write(fd, text, sizeof text - 1);
	exit(1);
}

/* ---------------------------------------------------------------- telling people */

/* Terminals and logs can hang: what is told is told by a child. */
static bool
in_child(void)
{
	if (fork() != 0)
		return false;	/* without a process to tell it the system goes down all the same */
	keeper_leave();
	(void)signal(SIGTERM, SIG_IGN);	/* -n begins with one for all */
	return true;
}

static void
write_log(const char *text)
{
	openlog("shutdown", LOG_PID, LOG_USER);
	syslog(LOG_NOTICE, "%s", text);
}

/* And the log, if there is a line for it.  Returns when all have been told but those whose terminals are slow. */
static void
tell_everybody(const char *text, const char *line)
{
	struct pollfd told = { .events = POLLIN };
	int ends[2] = { -1, -1 };
	bool linked = pipe2(ends, O_CLOEXEC) == 0;

	if (in_child()) {
		wall_send(user, text);
		(void)close(ends[1]);
		keeper_give_way();
		if (line != NULL)
			write_log(line);	/* last: it can hang */
		_exit(0);
	}
	if (!linked)
		return;
	told.fd = ends[0];
	(void)close(ends[1]);	/* the child's own closes when all are told */
	(void)poll(&told, 1, HEARD_MS);
	(void)close(ends[0]);
}

static void
tell_log(const char *line)
{
	if (!in_child())
		return;
	write_log(line);
	_exit(0);
}

/* "for reboot", as in "is going down for reboot". */
static const char *
state(void)
{
	static char text[] = "to runlevel ?";

	switch (plan.level) {
	case '0': return "for system halt";
	case '6': return "for reboot";
	case '1': return "to maintenance mode";
	}
	text[sizeof text - 2] = plan.level;
	return text;
}

static void
warn(long minutes)
{
	char *text;

	if (asprintf(&text, "%s\rThe system is going DOWN %s in %ld minute%s!\r\n", plan.message, state(),
		minutes, minutes == 1 ? "" : "s") < 0)
		return;
	tell_everybody(text, NULL);
	free(text);
}

static void
warn_now(void)
{
	const char *line = plan.level == '0' ? "shutting down for system halt" : "shutting down for system reboot";
	char *text;

	if (asprintf(&text, "%s\rThe system is going down %s NOW!\r\n", plan.message, state()) < 0)
		return;
	tell_everybody(text, plan.only_warn ? NULL : line);
	free(text);
}

/* ---------------------------------------------------------------- waiting */

struct countdown {
	clockid_t clock;
	int64_t end;	/* ms on that clock */
	int timer, cancelled;
};

static int64_t
ms_on(clockid_t clock)
{
	struct timespec ts = { .tv_nsec = 0 };

	(void)clock_gettime(clock, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

static struct countdown
begin_countdown(const struct when *w)
{
	struct countdown c = { .clock = w->time_of_day ? CLOCK_REALTIME : CLOCK_BOOTTIME };
	time_t now = (time_t)(ms_on(CLOCK_REALTIME) / 1000);
	sigset_t interrupt;

	(void)sigemptyset(&interrupt);
	(void)sigaddset(&interrupt, SIGINT);
	c.end = w->time_of_day ? (int64_t)schedule_time_of_day(w->minutes, now) * 1000 :
	    ms_on(c.clock) + w->minutes * 60000;
	c.timer = timerfd_create(c.clock, TFD_CLOEXEC | TFD_NONBLOCK);
	c.cancelled = signalfd(-1, &interrupt, SFD_CLOEXEC | SFD_NONBLOCK);
	if (c.timer < 0 || c.cancelled < 0)
		refuse("%s", strerror(errno));
	return c;
}

static _Noreturn void
give_up(const char *why, int status)
{
	keeper_cancel();
	(void)printf("\r\n%s\r\n", why);
	exit(status);
}

/* Sleep until that time on the countdown's clock, or until the clock is set. */
static void
sleep_until(const struct countdown *c, int64_t ms)
{
	struct itimerspec at = { .it_value = { ms / 1000, ms % 1000 * 1000000 } };
	struct pollfd fds[] = { { c->timer, POLLIN, 0 }, { c->cancelled, POLLIN, 0 },
		{ keeper_fd(), POLLIN, 0 } };

	(void)timerfd_settime(c->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &at, NULL);
	while (poll(fds, sizeof fds / sizeof *fds, -1) < 0)
		continue;
	if (fds[1].revents)
		give_up("Shutdown cancelled.", 0);
	if (fds[2].revents)
		give_up("Shutdown cancelled: its keeper was killed.", 1);
}

/* Returns when it is time. */
static void
count_down(const struct countdown *c)
{
	long before = SCHEDULE_START;
	bool closed = false;

	for (;;) {
		int64_t left = c->end - ms_on(c->clock);
		long minutes = schedule_minutes(left);

		if (minutes == 0)
			return;
		if (schedule_warns(minutes, before, plan.warnings))
			warn(minutes);
		if (minutes <= SCHEDULE_LOGINS_CLOSE && !closed) {
			keeper_close_logins((time_t)((ms_on(CLOCK_REALTIME) + left) / 1000));
			closed = true;
		}
		before = minutes;
		sleep_until(c, c->end - schedule_next(minutes, plan.warnings) * 60000);
	}
}

/* ---------------------------------------------------------------- the work */

/* Have the shutdown that waits cancelled, and wait until nothing of it is left. */
static void
cancel_other(void)
{
	pid_t pid = keeper_running();

	if (pid <= 1)
		refuse("cannot find pid of running shutdown.");
	if (kill(pid, SIGINT) < 0)
		refuse("not running.");
	for (int ms = 0; ms < CANCEL_WAIT_MS && keeper_running() == pid; ms += POLL_MS)
		(void)poll(NULL, 0, POLL_MS);
	if (*plan.message != '\0')
		tell_everybody(plan.message, NULL);
}

/* A hang-up or a stop from the terminal does not end what everybody was told of; Ctrl-C and -c do. */
static void
set_signals(void)
{
	static const int ignored[] = { SIGHUP, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE, SIGCHLD };
	sigset_t interrupt;

	(void)sigemptyset(&interrupt);
	(void)sigaddset(&interrupt, SIGINT);
	(void)sigprocmask(SIG_SETMASK, &interrupt, NULL);
	(void)signal(SIGINT, SIG_DFL);	/* whoever has started us may have ignored them */
	(void)signal(SIGTERM, SIG_DFL);
	for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++)
		(void)signal(ignored[i], SIG_IGN);
}

/* No file of ours shall be taken for standard input, output or errors. */
static void
fill_descriptors(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		(void)close(fd);
}

static _Noreturn void
go_down(void)
{
	struct countdown c = begin_countdown(&plan.when);
	int err = keeper_start(&plan);

	if (err == -EBUSY)
		refuse("already running.");
	if (err < 0)
		refuse("%s", strerror(-err));
	count_down(&c);
	warn_now();
	if (plan.only_warn) {
		(void)poll(NULL, 0, WARN_PAUSE_MS);
		give_up("Shutdown cancelled.", 0);
	}
	err = keeper_go();
	if (err < 0)
		tell_log("shutdown failed");
	exit(err < 0);
}

int
main(int argc, char **argv)
{
	const char *time;

	title_init(argc, argv);
	time = read_options(argc, argv);
	argv += optind;
	user = getuid();
	if (setuid(geteuid()) < 0 || getuid() != 0)
		refuse_usage("you must be root to do that!");
	if (!cancel && time == NULL && (time = *argv) != NULL)
		argv++;
	plan.message = made_harmless(join(argv));
	if (!cancel && time == NULL)
		refuse_usage("when?  There is no TIME.");
	if (!cancel && !schedule_parse(time, &plan.when)) {
		(void)fprintf(stderr, "shutdown: %s: expected a TIME: now, +MINUTES, HH:MM or +HH:MM\n", time);
		refuse_usage(NULL);
	}
	if (plan.alone && plan.level != '0' && plan.level != '6')
		refuse("can use \"-n\" for halt or reboot only.");
	if (check_allowed && !allow_somebody())
		refuse_unauthorized();

	fill_descriptors();
	(void)chdir("/");
	(void)umask(022);
	set_signals();
	if (!cancel)
		go_down();
	cancel_other();
	return 0;
}
