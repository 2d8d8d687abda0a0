/*
 * rcrun.c - run the scripts of a level, each as soon as what it needs has ended; or tell what would be run.
 *
 * rc(8) decides what is asked for, and becomes this program.
 *
 * Exit status: 0 whatever the scripts have done; 1 for wrong usage.  --check: 0, 1 (warnings) or 2 (errors).
 */
#include <getopt.h>
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "../version.h"
#include "rcrun/lint.h"
#include "rcrun/report.h"
#include "rcrun/run.h"
#include "rcrun/show.h"
#include "xalloc.h"

static const char usage[] =
	"usage: rcrun [OPTION]... LEVEL\n"
	"       rcrun --plan | --graph[=dot|svg] [OPTION]... LEVEL\n"
	"       rcrun --check [--root DIR]\n"
	"      --check                  tell what is wrong with the headers of all scripts\n"
	"      --graph[=dot|svg]        print who waits for whom, to be drawn\n"
	"  -j, --jobs N                 so many scripts compute at a time (default: 4 for each processor)\n"
	"      --notice SECONDS         name a script that takes longer (default: 60; 0: never)\n"
	"      --order needs|number|one start each script when what it needs has ended, those of\n"
	"                               a number at once, or one after the other (default: needs)\n"
	"      --plan                   tell what would be run, in which order, and why\n"
	"      --previous LEVEL         the level before (default: $PREVLEVEL, or N: none)\n"
	"      --root DIR               of --check, --graph and --plan: look below DIR\n"
	"      --shutdown-action ACTION of S links in levels 0 and 6: stop or start (default: stop)\n"
	"      --skip RULE              which links are left out: classic, none, names or locks\n"
	"      --timeout SECONDS        a script's time, if its header does not say (default: 0, no end)\n"
	"      --verbose                show what scripts write, also of those that have not failed\n"
	"      --help                   print this\n"
	"      --version                print the version\n";

enum { CHECK = 256, GRAPH, HELP, NOTICE, ORDER, PLAN, PREVIOUS, ROOT, SHUTDOWN_ACTION, SKIP, TIMEOUT, VERBOSE, VERSION };

static const struct option options[] = {
	{ "check", no_argument, NULL, CHECK },
	{ "graph", optional_argument, NULL, GRAPH },
	{ "help", no_argument, NULL, HELP },
	{ "jobs", required_argument, NULL, 'j' },
	{ "notice", required_argument, NULL, NOTICE },
	{ "order", required_argument, NULL, ORDER },
	{ "plan", no_argument, NULL, PLAN },
	{ "previous", required_argument, NULL, PREVIOUS },
	{ "root", required_argument, NULL, ROOT },
	{ "shutdown-action", required_argument, NULL, SHUTDOWN_ACTION },
	{ "skip", required_argument, NULL, SKIP },
	{ "timeout", required_argument, NULL, TIMEOUT },
	{ "verbose", no_argument, NULL, VERBOSE },
	{ "version", no_argument, NULL, VERSION },
	{ NULL, 0, NULL, 0 },
};

#define X(word, symbol) [symbol] = word,
static const char *const skips[] = { PHASE_SKIPS(X) NULL };
static const char *const orders[] = { PHASE_ORDERS(X) NULL };
#undef X
static const char *const actions[] = { "stop", "start", NULL };
static const char *const formats[] = { "dot", "svg", NULL };

static void warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
static void wrong(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));

static void
warn(const char *fmt, ...)
{
	va_list ap;

	(void)fputs("rcrun: ", stderr);
	va_start(ap, fmt);
	(void)vfprintf(stderr, fmt, ap);
	va_end(ap);
	(void)fputc('\n', stderr);
}

static void
wrong(const char *fmt, ...)
{
	va_list ap;

	(void)fputs("rcrun: ", stderr);
	va_start(ap, fmt);
	(void)vfprintf(stderr, fmt, ap);
	va_end(ap);
	(void)fputs("; try rcrun --help\n", stderr);
	exit(1);
}

/* ---- arguments ---- */

static unsigned
take_number(const char *option, const char *text, unsigned least)
{
	unsigned n = 0;

	for (const char *c = text; *c != '\0' || c == text; c++) {
		unsigned digit = (unsigned)(*c - '0');

		if (digit > 9 || n > (UINT32_MAX - digit) / 10)
			wrong("--%s: '%s' is not a number", option, text);
		n = 10 * n + digit;
	}
	if (n < least)
		wrong("--%s: it must be at least %u", option, least);
	return n;
}

static unsigned
take_word(const char *option, const char *text, const char *const *words)
{
	unsigned i = 0;

	while (words[i] != NULL && strcmp(words[i], text) != 0)
		i++;
	if (words[i] == NULL) {
		size_t len;
		char *list;
		FILE *f = open_memstream(&list, &len);

		if (f == NULL)
			abort();
		for (i = 0; words[i] != NULL; i++)
			(void)fprintf(f, " %s", words[i]);
		(void)fclose(f);
		wrong("--%s: '%s' must be one of:%s", option, text, list);
	}
	return i;
}

/* With one for each processor, some would be idle while it is found out who does not compute any more. */
static unsigned
default_jobs(void)
{
	cpu_set_t set;
	int processors = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;

	return 4 * (unsigned)processors;
}

static struct {
	int verb;	/* an option, or 0: run */
	const char *format;
	struct level level;
	unsigned jobs, notice;
	bool verbose;
} opt;

static void
take_options(int argc, char **argv)
{
	const char *previous = getenv("PREVLEVEL");
	int c;

	opt.level = (struct level){ .root = "", .previous = previous != NULL && *previous != '\0' ? previous : "N",
	    .shutdown_action = "stop", .warn = warn };
	opt.jobs = default_jobs();
	opt.notice = 60;
	while ((c = getopt_long(argc, argv, "j:", options, NULL)) != -1)
		switch (c) {
		case CHECK:
		case GRAPH:
		case PLAN:
			opt.verb = c;
			opt.format = c == GRAPH && optarg != NULL ? formats[take_word("graph", optarg, formats)] : "dot";
			break;
		case 'j': opt.jobs = take_number("jobs", optarg, 1); break;
		case NOTICE: opt.notice = take_number("notice", optarg, 0); break;
		case ORDER: opt.level.order = (enum phase_order)take_word("order", optarg, orders); break;
		case PREVIOUS: opt.level.previous = optarg; break;
		case ROOT: opt.level.root = optarg; break;
		case SHUTDOWN_ACTION:
			opt.level.shutdown_action = actions[take_word("shutdown-action", optarg, actions)];
			break;
		case SKIP: opt.level.skip = (enum phase_skip)take_word("skip", optarg, skips); break;
		case TIMEOUT: opt.level.timeout = take_number("timeout", optarg, 0); break;
		case VERBOSE: opt.verbose = true; break;
		case HELP:
			(void)fputs(usage, stdout);
			exit(0);
		case VERSION:
			(void)puts("rcrun (rung) " RUNG_VERSION);
			exit(0);
		default:
			(void)fputs(usage, stderr);
			exit(1);
		}
	if (argc - optind != (opt.verb != CHECK))
		wrong(opt.verb == CHECK ? "--check takes no level" : "one level, please");
	if (opt.verb == 0 && *opt.level.root != '\0')
		wrong("--root is for --plan, --graph and --check");
	opt.level.name = argv[optind];
}

/* ---- verbs ---- */

/* At boot nothing runs yet that could be stopped. */
static bool
stops(const struct level *l)
{
	return strcmp(l->previous, "N") != 0;
}

static void
show(void)
{
	const struct history nothing = { 0 };
	struct phase stop = { 0 }, start;
	const struct phase *phases[] = { &stop, &start };
	size_t skip = !stops(&opt.level);

	if (stops(&opt.level)) {
		phase_read(&stop, &opt.level, &nothing, 'K');
		phase_put_in_order(&stop, &opt.level);
	}
	phase_read(&start, &opt.level, &nothing, 'S');
	phase_put_in_order(&start, &opt.level);
	if (opt.verb == PLAN)
		for (size_t i = skip; i < 2; i++)
			show_plan(phases[i]);
	else if (strcmp(opt.format, "svg") == 0)
		show_svg(opt.level.name, phases + skip, 2 - skip);
	else
		show_dot(opt.level.name, phases + skip, 2 - skip);
	phase_free(&stop);
	phase_free(&start);
}

static void
run_links(struct run *run, const struct history *h, char letter)
{
	struct phase p;

	phase_read(&p, &opt.level, h, letter);
	phase_put_in_order(&p, &opt.level);
	run_phase(run, &p);
	phase_free(&p);
}

static void
run_level(void)
{
	struct run run = { .level = &opt.level, .view = &report_view, .jobs = opt.jobs, .notice = opt.notice,
	    .console = STDOUT_FILENO };
	usec_t began = record_now();
	struct history h;
	char *name = journal_escape(opt.level.name);

	opt.level.warn = report_say;
	report_begin(opt.verbose);
	run_block_signals();
	run_open_input(&run);
	record_open(&run.record);
	record_history(&run.record, &opt.level, &h);
	if (h.level != NULL)
		report_say("the run for level %s did not come to its end; what it has started is not started again",
		    h.level);
	record_begin(&run.record, &opt.level);
	if (stops(&opt.level))
		run_links(&run, &h, 'K');
	run_links(&run, &h, 'S');
	if (run.record.path == NULL)
		report_say("neither /run nor /dev can be written to: no logs, and no journal");
	report_summary(opt.level.name, record_now() - began, run.record.path);
	record_write(&run.record, "done %s", name);
	history_free(&h);
	free(run.last);
	free(name);
}

int
main(int argc, char **argv)
{
	take_options(argc, argv);
	if (opt.verb == CHECK)
		return lint(opt.level.root);
	if (opt.verb == 0)
		run_level();
	else
		show();
	return 0;
}
