/*
 * start-stop-daemon.c - start a daemon unless it runs, stop it, or tell whether it runs.
 *
 * The options and the words of init scripts.  Here: what was asked for, and what is told.  Which processes are
 * meant is in match.c, stopping in stop.c, starting in launch.c.
 *
 * Exit status: see start-stop-daemon(8); scripts depend on every one of them.
 */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../options.h"
#include "../version.h"
#include "ssd/account.h"
#include "ssd/launch.h"
#include "ssd/match.h"
#include "ssd/pidfile.h"
#include "ssd/retry.h"
#include "ssd/ssd.h"
#include "ssd/stop.h"

#define NOTIFY_SECONDS 60
#define LINE_BEGUN "SSD_LINE_BEGUN"	/* set by init-d-script */

/* letter, name, argument, help: in the order of --help.  Those without a letter have a number. */
#define COMMANDS(X)                                                                     \
	X('S', "start", "", "start a program; what follows -- are its arguments")     \
	X('K', "stop", "", "send a signal to the processes that match")               \
	X('T', "status", "", "tell by the exit status whether one runs")              \
	X('H', "help", "", "print this")                                              \
	X('V', "version", "", "print the version")
#define CRITERIA(X)                                                                     \
	X(1, "pid", "PID", "this process")                                              \
	X(2, "ppid", "PID", "children of this process")                                 \
	X('p', "pidfile", "FILE", "the process that the file names")                    \
	X('x', "exec", "PROGRAM", "processes that run this file")                       \
	X('n', "name", "NAME", "processes of this name, 15 characters at most")         \
	X('u', "user", "USER", "processes of this user")
#define OTHERS(X)                                                                       \
	X('s', "signal", "SIGNAL", "signal to send (default TERM)")                     \
	X('R', "retry", "SCHEDULE", "wait for the end, and signal again")               \
	X(3, "remove-pidfile", "", "remove the pid file after stopping")              \
	X('a', "startas", "PROGRAM", "program to start (default that of --exec)")       \
	X('c', "chuid", "USER[:GROUP]", "start it as this user")                        \
	X('g', "group", "GROUP", "start it as this group")                              \
	X('r', "chroot", "DIR", "start it with this root directory")                    \
	X('d', "chdir", "DIR", "start it in this directory (default /)")                \
	X('N', "nicelevel", "NUMBER", "add it to the nice level")                       \
	X('P', "procsched", "POLICY[:PRIORITY]", "other, fifo or rr (default priority 0)") \
	X('I', "iosched", "CLASS[:PRIORITY]", "real-time, best-effort or idle (default 4)") \
	X('k', "umask", "MASK", "start it with this umask, octal")                      \
	X('b', "background", "", "start it detached, and return")                     \
	X('C', "no-close", "", "in the background keep descriptors open")             \
	X('O', "output", "FILE", "in the background append its output to the file")     \
	X(4, "notify-await", "", "in the background wait until it is ready")          \
	X(5, "notify-timeout", "SECONDS", "so long at most (default 60)")               \
	X('m', "make-pidfile", "", "write the pid file before starting")              \
	X('t', "test", "", "only tell what would be done")                            \
	X('o', "oknodo", "", "exit status 0 instead of 1 when nothing is done")       \
	X('q', "quiet", "", "tell nothing but errors")                                \
	X('v', "verbose", "", "tell more")

enum { PID = 1, PPID, REMOVE_PIDFILE, NOTIFY_AWAIT, NOTIFY_TIMEOUT };

static struct {
	int command;		/* S, K or T */
	struct match match;
	const char *exec;	/* as it was given */
	const char *startas, *procsched, *iosched, *retry;
	const char *chuid;	/* USER or USER:GROUP */
	const char *group;	/* what --group or --chuid said last */
	struct launch launch;
	int signal;
	struct retry schedule;
	bool background, notify, make_pidfile, remove_pidfile, no_close, test, oknodo;
	int notify_seconds;
} opt = {
	.signal = SIGTERM,
	.notify_seconds = NOTIFY_SECONDS,
	.launch = { .dir = "/", .notify_seconds = -1 },
};

/* ---------------------------------------------------------------- options */

static void
print_option(int letter, const char *name, const char *argument, const char *help)
{
	char left[48];

	(void)snprintf(left, sizeof left, "%c%c%c --%s%s%s", letter > ' ' ? '-' : ' ',
	    letter > ' ' ? letter : ' ', letter > ' ' ? ',' : ' ', name, *argument ? " " : "",
	    argument);
	(void)printf("  %-33s %s\n", left, help);
}

static void
print_help(void)
{
#define X(letter, name, argument, help) print_option(letter, name, argument, help);
	(void)puts("Usage: start-stop-daemon OPTION... COMMAND [-- ARGUMENT...]\n\nCommands:");
	COMMANDS(X)
	(void)puts("\nWhich processes are meant, at least one of:");
	CRITERIA(X)
	(void)puts("\nOptions:");
	OTHERS(X)
#undef X
	(void)puts("\nA SCHEDULE is SECONDS, which means SIGNAL/SECONDS/KILL/SECONDS, or a list\n"
		   "ITEM/ITEM... of signals (TERM, -TERM, -15), SECONDS to wait, and, once,\n"
		   "forever: what follows it is repeated.\n"
		   "\n"
		   "Exit status: 0 done, 1 nothing to be done (0 with --oknodo), 2 processes\n"
		   "refused to die, or an error, 3 wrong usage.\n"
		   "Of --status: 0 running, 1 not running and the pid file exists, 3 not\n"
		   "running, 4 unknown.");
}

static void
set_command(int letter)
{
	if (opt.command && opt.command != letter)
		ssd_wrong_usage("only one command can be specified");
	opt.command = letter;
	/* It answers 4 for all that goes wrong from here on. */
	if (letter == 'T')
		ssd.usage_status = ssd.failure_status = 4;
}

static pid_t
parse_pid(const char *what, const char *text)
{
	uint32_t pid;

	if (!options_number(text, strlen(text), INT_MAX, &pid) || pid == 0)
		ssd_wrong_usage("%s value must be a number greater than 0", what);
	return (pid_t)pid;
}

static int
parse_signal(const char *text)
{
	int n = retry_signal(text, strlen(text));

	if (n < 0)
		ssd_wrong_usage("signal value must be numeric or name of signal (KILL, INT, ...)");
	return n;
}

static mode_t
parse_umask(const char *text)
{
	char *end;
	unsigned long n = strtoul(text, &end, 8);

	if (*text < '0' || *text > '7' || *end || n > 0777)
		ssd_wrong_usage("umask %s: expected an octal number from 0 to 777", text);
	return (mode_t)n;
}

static int
parse_nice(const char *text)
{
	uint32_t n;
	bool minus = *text == '-', sign = minus || *text == '+';

	if (!options_number(text + sign, strlen(text + sign), 1000, &n))
		ssd_wrong_usage("nice level %s: expected a number", text);
	return minus ? -(int)n : (int)n;
}

static void
take_option(int letter)
{
	const char *colon;
	uint32_t n;

	switch (letter) {
	case 'S': case 'K': case 'T': set_command(letter); break;
	case 'H': print_help(); exit(0);
	case 'V': (void)puts("start-stop-daemon (rung) " RUNG_VERSION); exit(0);
	case PID: opt.match.pid = parse_pid("pid", optarg); break;
	case PPID: opt.match.ppid = parse_pid("ppid", optarg); break;
	case 'p': opt.match.pidfile = optarg; break;
	case 'x': opt.exec = optarg; break;
	case 'n': opt.match.name = optarg; break;
	case 'u': opt.match.user = optarg; break;
	case 's': opt.signal = parse_signal(optarg); break;
	case 'R': opt.retry = optarg; break;
	case REMOVE_PIDFILE: opt.remove_pidfile = true; break;
	case 'a': opt.startas = optarg; break;
	case 'c':
		opt.chuid = optarg;
		colon = strchr(optarg, ':');
		if (colon)
			opt.group = colon + 1;
		break;
	case 'g': opt.group = optarg; break;
	case 'r': opt.launch.root = optarg; break;
	case 'd': opt.launch.dir = optarg; break;
	case 'N': opt.launch.nice = parse_nice(optarg); break;
	case 'P': opt.procsched = optarg; break;
	case 'I': opt.iosched = optarg; break;
	case 'k':
		opt.launch.by_umask = true;
		opt.launch.umask = parse_umask(optarg);
		break;
	case 'b': opt.background = true; break;
	case 'C': opt.no_close = true; break;
	case 'O': opt.launch.output = optarg; break;
	case NOTIFY_AWAIT: opt.notify = true; break;
	case NOTIFY_TIMEOUT:
		if (!options_number(optarg, strlen(optarg), INT_MAX, &n))
			ssd_wrong_usage("invalid notify timeout value");
		opt.notify_seconds = (int)n;
		break;
	case 'm': opt.make_pidfile = true; break;
	case 't': opt.test = true; break;
	case 'o': opt.oknodo = true; break;
	case 'q': ssd.loudness = SSD_QUIET; break;
	case 'v': ssd.loudness = SSD_VERBOSE; break;
	}
}

/* What getopt would say, in words that are the same with every libc.  word: what it has looked at last. */
static _Noreturn void
refuse_option(int why, const struct option *o, const char *word)
{
	if (optopt == 0)
		ssd_wrong_usage("unknown option %s", word);
	while (o->name && o->val != optopt)
		o++;
	if (!o->name)
		ssd_wrong_usage("unknown option -%c", optopt);
	ssd_wrong_usage(why == ':' ? "option --%s needs an argument" : "option --%s takes no argument", o->name);
}

static void
take_options(int argc, char **argv)
{
#define X(letter, name, argument, help) { name, sizeof argument > 1, NULL, letter },
	static const struct option names[] = {
		COMMANDS(X) CRITERIA(X) OTHERS(X) { NULL, 0, NULL, 0 },
	};
#undef X
	char letters[2 * sizeof names / sizeof *names + 1];
	size_t n = 0;
	int letter;

	letters[n++] = ':'; /* it says nothing by itself */
	for (const struct option *o = names; o->name; o++) {
		if (o->val <= ' ')
			continue;
		letters[n++] = (char)o->val;
		if (o->has_arg)
			letters[n++] = ':';
	}
	letters[n] = '\0';
	while ((letter = getopt_long(argc, argv, letters, names, NULL)) != -1) {
		if (letter == ':' || letter == '?')
			refuse_option(letter, names, argv[optind - 1]);
		take_option(letter);
	}
}

/* ---------------------------------------------------------------- words with a priority behind a colon */

struct choice {
	const char *word;
	int value, priority;	/* what is taken when none is given */
};

static int
parse_choice(const char *text, const char *what, const struct choice *choices, int *priority)
{
	size_t len = strcspn(text, ":");
	uint32_t n;

	while (choices->word && (strlen(choices->word) != len || memcmp(choices->word, text, len) != 0))
		choices++;
	if (!choices->word)
		ssd_wrong_usage("invalid %s policy '%.*s'", what, (int)len, text);
	*priority = choices->priority;
	if (text[len] == ':') {
		if (!options_number(text + len + 1, strlen(text + len + 1), INT_MAX, &n))
			ssd_wrong_usage("invalid %s priority '%s'", what, text + len + 1);
		*priority = (int)n;
	}
	return choices->value;
}

static void
check_range(const char *what, int priority, int min, int max)
{
	if (priority < min)
		ssd_wrong_usage("%s priority less than min, %d", what, min);
	if (priority > max)
		ssd_wrong_usage("%s priority greater than max, %d", what, max);
}

static void
parse_procsched(struct launch_sched *s)
{
	static const struct choice policies[] = {
		{ "other", SCHED_OTHER, 0 }, { "fifo", SCHED_FIFO, 0 }, { "rr", SCHED_RR, 0 }, { NULL, 0, 0 },
	};
	bool real_time;

	if (!opt.procsched)
		return;
	s->given = true;
	s->policy = parse_choice(opt.procsched, "process scheduler", policies, &s->priority);
	real_time = s->policy != SCHED_OTHER;
	/* the kernel's ranges; musl has no sched_get_priority_max() that works */
	check_range("process scheduler", s->priority, real_time, real_time ? 99 : 0);
}

static void
parse_iosched(struct launch_sched *s)
{
	static const struct choice classes[] = {
		{ "real-time", 1, 4 }, { "best-effort", 2, 4 }, { "idle", 3, 7 }, { NULL, 0, 0 },
	};

	if (!opt.iosched)
		return;
	s->given = true;
	s->policy = parse_choice(opt.iosched, "IO scheduler", classes, &s->priority);
	check_range("IO scheduler", s->priority, 0, 7);
	if (s->policy == 3)
		s->priority = 7;
}

/* ---------------------------------------------------------------- what belongs together */

static void
check_options(void)
{
	const struct match *m = &opt.match;
	size_t at;
	const char *wrong;

	if (!opt.command)
		ssd_wrong_usage("need one of --start or --stop or --status");
	if (!opt.exec && !m->pid && !m->ppid && !m->pidfile && !m->user && !m->name)
		ssd_wrong_usage(
		    "need at least one of --exec, --pid, --ppid, --pidfile, --user or --name");
	if (m->pid && m->pidfile)
		ssd_wrong_usage("need either --pid or --pidfile, not both");
	if (opt.command == 'S' && !opt.exec && !opt.startas)
		ssd_wrong_usage("--start needs --exec or --startas");
	if (opt.make_pidfile && !m->pidfile)
		ssd_wrong_usage("--make-pidfile requires --pidfile");
	if (opt.remove_pidfile && !m->pidfile)
		ssd_wrong_usage("--remove-pidfile requires --pidfile");
	if (opt.no_close && !opt.background)
		ssd_wrong_usage("--no-close is only relevant with --background");
	if (opt.launch.output && !opt.background)
		ssd_wrong_usage("--output is only relevant with --background");
	if (opt.retry) {
		wrong = retry_parse(&opt.schedule, opt.retry, opt.signal, &at);
		if (wrong)
			ssd_wrong_usage("--retry %s: column %zu: %s", opt.retry, at + 1, wrong);
	}
	parse_procsched(&opt.launch.sched);
	parse_iosched(&opt.launch.io);
}

/* A path as the program will see it, in the root directory that it will have; ours to free, and never freed. */
static char *
seen_from_here(const char *path)
{
	const char *root = opt.launch.root ? opt.launch.root : "", *dir = "", *slash = "";
	size_t size;
	char *full;

	if (*path != '/') {
		dir = opt.launch.dir;
		slash = "/";
	}
	size = strlen(root) + 1 + strlen(dir) + 1 + strlen(path) + 1;
	full = malloc(size);
	if (full == NULL)
		ssd_fail("out of memory");
	(void)snprintf(full, size, "%s%s%s%s%s", root, *root ? "/" : "", dir, slash, path);
	return full;
}

static bool
is_script(const char *path)
{
	char begin[2];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool is = fd >= 0 && read(fd, begin, sizeof begin) == 2 && memcmp(begin, "#!", 2) == 0;

	if (fd >= 0)
		(void)close(fd);
	return is;
}

static void
resolve_match(void)
{
	struct match *m = &opt.match;
	struct account a;

	if (opt.exec) {
		m->exec = seen_from_here(opt.exec);
		if (stat(m->exec, &m->exec_file) < 0)
			ssd_fail("unable to stat %s (%s)", m->exec, strerror(errno));
		m->script = S_ISREG(m->exec_file.st_mode) && is_script(m->exec);
	}
	if (m->user) {
		account_user(m->user, &a);
		m->uid = a.uid;
		free(a.name);
		free(a.home);
	}
	if (m->name && strlen(m->name) > MATCH_NAME_MAX)
		ssd_warn("this system is not able to track process names\n"
			 "longer than %d characters, please use --exec instead of --name.", MATCH_NAME_MAX);
}

static void
resolve_ids(struct launch *l)
{
	const char *group = opt.group;
	struct account a;
	char *user;

	if (group && *group == '\0')
		ssd_fail("missing group name");
	l->by_group = group || opt.chuid;
	if (group)
		l->gid = account_group(group);
	if (!opt.chuid)
		return;
	user = strndup(opt.chuid, strcspn(opt.chuid, ":"));
	if (user == NULL)
		ssd_fail("out of memory");
	account_user(user, &a);
	/* Root's group would be the default of forgetting it. */
	if (!a.name && !group)
		ssd_fail("user '%s' not found, and no group given", user);
	free(user);
	l->user = a.name ? a.name : "";
	l->home = a.home;
	l->uid = a.uid;
	if (!group)
		l->gid = a.gid;
}

/* ---------------------------------------------------------------- the commands */

/* The processes that are meant, for messages: by what identifies them best. */
static const char *
describe(void)
{
	const struct match *m = &opt.match;
	char *text = NULL;
	int n = 0;

	if (m->name)
		return m->name;
	if (m->exec)
		return m->exec;
	if (m->pidfile)
		n = asprintf(&text, "process in pidfile '%s'", m->pidfile);
	else if (m->pid)
		n = asprintf(&text, "process with pid %d", (int)m->pid);
	else if (m->ppid)
		n = asprintf(&text, "process(es) with parent pid %d", (int)m->ppid);
	else
		n = asprintf(&text, "process(es) owned by '%s'", m->user);
	if (n < 0)
		ssd_fail("out of memory");
	return text;
}

static int
do_status(void)
{
	static const int status[] = {
		[MATCH_FOUND] = 0, [MATCH_STALE] = 1, [MATCH_NONE] = 3, [MATCH_UNKNOWN] = 4,
	};
	struct processes found = { 0 };
	enum match_result result = match_find(&opt.match, &found);

	match_free(&found);
	return status[result];
}

static int
do_stop(void)
{
	const struct stop s = {
		.match = &opt.match,
		.what = describe(),
		.signal = opt.signal,
		.schedule = opt.retry ? &opt.schedule : NULL,
		.test = opt.test,
	};
	enum stop_result result;

	if (opt.test && opt.retry)
		ssd_say("Ignoring --retry in test mode");
	result = stop_run(&s);
	if (opt.remove_pidfile && !opt.test && result != STOP_REFUSED)
		pidfile_remove(opt.match.pidfile);
	switch (result) {
	case STOP_NONE: return opt.oknodo ? 0 : 1;
	case STOP_REFUSED: return 2;
	case STOP_DONE: break;
	}
	return 0;
}

static void
tell_test(const struct launch *l)
{
	if (ssd.loudness < SSD_NORMAL)
		return;
	(void)printf("Would start %s ", l->program);
	for (char *const *word = l->argv + 1; *word; word++)
		(void)printf("%s ", *word);
	if (l->user) {
		(void)printf(" (as user %s[%u]", *l->user ? l->user : opt.chuid, (unsigned)l->uid);
		(void)printf(", and group %s[%u])", opt.group ? opt.group : "", (unsigned)l->gid);
	}
	if (l->root)
		(void)printf(" in directory %s", l->root);
	if (l->nice)
		(void)printf(", and add %d to the priority", l->nice);
	if (l->sched.given)
		(void)printf(", with scheduling policy %.*s with priority %d",
		    (int)strcspn(opt.procsched, ":"), opt.procsched, l->sched.priority);
	if (l->io.given)
		(void)printf(", with IO scheduling class %.*s with priority %d",
		    (int)strcspn(opt.iosched, ":"), opt.iosched, l->io.priority);
	(void)puts(".");
}

/* argv: room for the program's name, then its arguments. */
static int
do_start(char **argv)
{
	struct launch *l = &opt.launch;
	struct processes found = { 0 };
	enum match_result result;

	resolve_ids(l);
	result = match_find(&opt.match, &found);
	match_free(&found);
	if (result == MATCH_FOUND) {
		ssd_say("%s already running.", opt.exec ? opt.exec : "process");
		return opt.oknodo ? 0 : 1;
	}
	l->program = opt.startas ? opt.startas : opt.exec;
	argv[0] = (char *)l->program;
	l->argv = argv;
	l->keep_files = opt.no_close;
	l->pidfile = opt.make_pidfile ? opt.match.pidfile : NULL;
	if (opt.notify)
		l->notify_seconds = opt.notify_seconds;
	if (opt.test) {
		tell_test(l);
		return 0;
	}
	ssd_say_more("Starting %s...", l->program);
	if (!opt.background)
		launch_here(l);
	launch_background(l);
	return 0;
}

/* A file that is opened in the place of a missing standard error would get our messages. */
static void
open_standard_files(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		(void)close(fd);
}

int
main(int argc, char **argv)
{
	const char *begun;

	open_standard_files();
	if (argc > 0)
		ssd.name = argv[0];
	begun = getenv(LINE_BEGUN);
	ssd.line_begun = begun != NULL && *begun != '\0';
	(void)unsetenv(LINE_BEGUN); /* it is not for the daemon */
	take_options(argc, argv);
	check_options();
	resolve_match();
	switch (opt.command) {
	case 'T': return do_status();
	case 'K': return do_stop();
	default: return do_start(argv + optind - 1);
	}
}
