/*
 * startpar.c - run scripts at once: those that are given, or those of a level in the order of insserv's files.
 *
 * For programs that call it by this name: options, output and files are those that they know.  rc(8) does not
 * need it, see rcrun.c.
 *
 * Exit status: 0 whatever the scripts have done; 1 for wrong usage, or a dependency file that cannot be read.
 */
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../version.h"
#include "farm.h"
#include "lsb.h"
#include "rcrun/run.h"
#include "xalloc.h"

#define TASKS_BY_FILES 8	/* for each processor, if not told otherwise; programs that are given: all */

static const char usage[] =
	"Usage: startpar [-n] [-a ARGUMENT] [-p TASKS] PROGRAM...\n"
	"       startpar [-n] [-d DIR] [-e DIR] [-P LEVEL] [-p TASKS] [-R LEVEL] -M boot|start|stop|halt\n"
	"       startpar -f | -h | -v | --help | --version\n"
	"  -a ARGUMENT  the argument of each program\n"
	"  -d DIR       the scripts and dependency files are there, instead of /etc/init.d\n"
	"  -e DIR       the links are there, instead of /etc, and the scripts in its init.d\n"
	"  -f           copy standard input to standard output\n"
	"  -h, --help   print this\n"
	"  -M MODE      run the scripts of a level\n"
	"  -n           write the name of a script in front of what it has written\n"
	"  -P LEVEL     the level before (default: $PREVLEVEL)\n"
	"  -p TASKS     so many compute at a time for each processor (default: 8 with -M, else no limit)\n"
	"  -R LEVEL     the level (default: $RUNLEVEL)\n"
	"  -v           print the version whose options these are\n"
	"  --version    print the version\n"
	"  -i RATE, -S A:B, -T SECONDS, -t SECONDS\n"
	"               accepted and ignored\n";

static struct {
	const char *mode, *action, *etc, *dir;
	const char *previous, *run;
	unsigned tasks;		/* for each processor; 0: not told */
	bool prefix;
	struct names failed, not_installed, not_configured;
} so = { .etc = "/etc" };

/* ---- what one sees ---- */

static void say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

static void
say(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	(void)vfprintf(stderr, fmt, ap);
	va_end(ap);
	(void)fputc('\n', stderr);
}

static void
show_nothing(const struct job *j, const char *action)
{
	(void)j;
	(void)action;
}

/* All that it has written, in one piece; the last line is ended if it has not done so. */
static void
show_output(const struct ending *e)
{
	struct stat st;
	char *text;
	size_t size, len = 0;
	FILE *f;
	char part[4096];
	ssize_t n;

	if (e->log < 0 || fstat(e->log, &st) < 0 || st.st_size == 0)
		return;
	f = open_memstream(&text, &size);
	if (f == NULL)
		abort();
	if (so.prefix)
		(void)fprintf(f, "%s: ", e->job->name);
	for (off_t at = 0; (n = pread(e->log, part, sizeof part, at)) > 0; at += n)
		(void)fwrite(part, 1, (size_t)n, f);
	(void)fflush(f);
	if (text[size - 1] != '\n')
		(void)fputc('\n', f);
	(void)fclose(f);
	while (len < size && (n = write(STDERR_FILENO, text + len, size - len)) > 0)
		len += (size_t)n;
	free(text);
}

static void
take_status(const struct ending *e)
{
	int status = e->status > 128 ? 1 : e->status;
	bool stopping = strcmp(e->action, "stop") == 0;

	if (status == 5)
		names_add(&so.not_installed, e->job->name);
	else if (status == 6)
		names_add(&so.not_configured, e->job->name);
	else if ((status >= 1 && status <= 4) || (status == 7 && !stopping))
		names_add(&so.failed, e->job->name);
}

static void
show_end(const struct ending *e)
{
	show_output(e);
	take_status(e);
}

/* For a shell to evaluate. */
static void
tell(const char *variable, const struct names *n)
{
	(void)printf("%s=\"", variable);
	for (size_t i = 0; i < n->count; i++)
		(void)printf("%s%s", i > 0 ? " " : "", n->name[i]);
	(void)printf("\"\n");
}

/* ---- what is run ---- */

static char *
join(const char *a, const char *b, const char *c)
{
	char *whole;

	if (asprintf(&whole, "%s%s%s", a, b, c) < 0)
		abort();
	return whole;
}

static struct job *
add_job(struct phase *p, const char *name, char *path, char *file)
{
	p->job = xgrow(p->job, p->jobs, sizeof *p->job);
	p->job[p->jobs] = (struct job){ .link = xstrdup(name), .path = path, .file = file };
	p->job[p->jobs].name = p->job[p->jobs].link;
	(void)graph_provide(&p->graph, graph_add(&p->graph, name, 1, false), name);
	return &p->job[p->jobs++];
}

/* The link of a script that is to be run: one in this level, and none in the level before. */
static const struct farm_link *
wanted_link(const struct farm *f, const char *name, char kind, unsigned level, unsigned before)
{
	const struct farm_link *l = farm_first(f, name);

	if (level == 0 || (farm_levels(f, name, kind) & before) != 0)
		return NULL;
	while (l != NULL && (l->kind != kind || 1u << l->level != level || l->dangling))
		l = farm_next(f, l);
	return l;
}

struct make {
	struct phase *p;
	struct farm farm;
	char kind, level;
	unsigned before;
};

static void
take_targets(struct make *m, char *words)
{
	char *save, *name;

	for (name = strtok_r(words, " \t", &save); name != NULL; name = strtok_r(NULL, " \t", &save)) {
		const struct farm_link *l = wanted_link(&m->farm, name, m->kind, lsb_level(m->level), m->before);
		char *dir;

		if (l == NULL || graph_provider(&m->p->graph, name) != GRAPH_NONE)
			continue;
		dir = join(so.etc, "/rc", (char[]){ LSB_LEVELS[l->level], '\0' });
		(void)add_job(m->p, name, join(dir, ".d/", l->file), join(so.dir, "/", name));
		free(dir);
	}
}

static void
take_interactive(struct make *m, char *words)
{
	char *save, *name;

	for (name = strtok_r(words, " \t", &save); name != NULL; name = strtok_r(NULL, " \t", &save)) {
		size_t job = graph_provider(&m->p->graph, name);

		if (job < m->p->jobs)
			m->p->job[job].interactive = true;
	}
}

/* "NAME: DEPENDENCY ..."; who is not to be run is done. */
static void
take_dependencies(struct make *m, const char *name, char *words)
{
	size_t job = graph_provider(&m->p->graph, name);
	char *save, *before;

	for (before = strtok_r(words, " \t", &save); before != NULL; before = strtok_r(NULL, " \t", &save))
		if (job != GRAPH_NONE && graph_provider(&m->p->graph, before) != GRAPH_NONE)
			graph_after(&m->p->graph, job, before, GRAPH_REQUIRED);
}

static void
take_line(struct make *m, char *line)
{
	static const char targets[] = "TARGETS =", interactive[] = "INTERACTIVE =";
	char *colon;

	line += strspn(line, " \t");
	line[strcspn(line, "#\n")] = '\0';
	if (strncmp(line, targets, sizeof targets - 1) == 0)
		take_targets(m, line + sizeof targets - 1);
	else if (strncmp(line, interactive, sizeof interactive - 1) == 0)
		take_interactive(m, line + sizeof interactive - 1);
	else if ((colon = strchr(line, ':')) != NULL) {
		*colon = '\0';
		line[strcspn(line, " \t")] = '\0';
		take_dependencies(m, line, colon + 1);
	}
}

static void
tell_loop(void *arg, const struct graph_report *r)
{
	const struct phase *p = arg;

	if (r->kind == GRAPH_LOOP)
		say("loop exists %s in %s!", p->graph.node[p->graph.edge[r->edge].before].name,
		    p->graph.node[p->graph.edge[r->edge].after].name);
}

static void
read_depend(struct make *m, const char *kind)
{
	char *path = join(so.dir, "/.depend.", kind), *line = NULL;
	size_t room = 0;
	FILE *f = fopen(path, "re");
	int error;

	if (f == NULL) {
		say("Can't open %s: %s", path, strerror(errno));
		say("Unable to run scripts using dependency information in %s", so.dir);
		exit(1);
	}
	if ((error = farm_read(&m->farm, so.etc)) < 0) {
		say("%s: %s", m->farm.failed, strerror(-error));
		exit(1);
	}
	while (getline(&line, &room, f) > 0)
		take_line(m, line);
	free(line);
	(void)fclose(f);
	farm_free(&m->farm);
	free(path);
}

/* Which links, and after whom, says the mode. */
static void
read_level(struct phase *p)
{
	struct make m = { .p = p, .kind = 'S' };

	if (strcmp(so.mode, "boot") == 0)
		m.level = 'S';
	else {
		if (so.previous == NULL || so.run == NULL || *so.previous == '\0' || *so.run == '\0') {
			say("You must specify previous and next runlevels");
			exit(1);
		}
		m.level = *so.run;
		m.before = lsb_level(*so.previous);
	}
	so.action = "start";
	if (strcmp(so.mode, "stop") == 0 || strcmp(so.mode, "halt") == 0) {
		m.kind = 'K';
		so.action = "stop";
	}
	read_depend(&m, so.mode);
}

static void
take_programs(struct phase *p, char **program, int count)
{
	for (int i = 0; i < count; i++) {
		const char *slash = strrchr(program[i], '/');

		(void)add_job(p, slash != NULL ? slash + 1 : program[i], xstrdup(program[i]), NULL);
	}
}

/* ---- the whole of it ---- */

static void
copy_input(void)
{
	char part[4096];
	ssize_t n;

	while ((n = read(STDIN_FILENO, part, sizeof part)) > 0)
		if (write(STDOUT_FILENO, part, (size_t)n) != n)
			exit(1);
	exit(0);
}

static void
take_options(int argc, char **argv)
{
	static const struct option names[] = {
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ NULL, 0, NULL, 0 },
	};
	int c;

	so.previous = getenv("PREVLEVEL");
	so.run = getenv("RUNLEVEL");
	while ((c = getopt_long(argc, argv, "a:d:e:fhi:M:np:P:R:S:t:T:v", names, NULL)) != -1)
		switch (c) {
		case 'a': so.action = optarg; break;
		case 'd': so.dir = optarg; break;
		case 'e': so.etc = optarg; break;
		case 'f': copy_input(); break;
		case 'M': so.mode = optarg; break;
		case 'n': so.prefix = true; break;
		case 'p': so.tasks = atoi(optarg) > 0 ? (unsigned)atoi(optarg) : 0; break;
		case 'P': so.previous = optarg; break;
		case 'R': so.run = optarg; break;
		/* output comes when a script has ended, and processors are not counted by the time of disks */
		case 'i':
		case 'S':
		case 't':
		case 'T': break;
		case 'h':
			(void)fputs(usage, stdout);
			exit(0);
		case 'v':
			(void)puts("startpar version 0.65");
			exit(0);
		case 'V':
			(void)puts("startpar (rung) " RUNG_VERSION);
			exit(0);
		default:
			(void)fputs(usage, stderr);
			exit(1);
		}
	if (so.dir == NULL)
		so.dir = join(so.etc, "/init.d", "");
}

static unsigned
tasks(void)
{
	cpu_set_t set;
	unsigned processors = sched_getaffinity(0, sizeof set, &set) == 0 ? (unsigned)CPU_COUNT(&set) : 1;

	if (so.tasks == 0 && so.mode == NULL)
		return UINT_MAX;
	return (so.tasks > 0 ? so.tasks : TASKS_BY_FILES) * processors;
}

int
main(int argc, char **argv)
{
	static const struct run_view view = { say, show_nothing, show_nothing, show_end };
	struct level level = { .name = "", .previous = "" };
	struct run run = { .level = &level, .view = &view, .record = { .dir = -1, .file = -1 }, .input = -1,
	    .console = STDERR_FILENO };
	struct phase p = { .graph = { .report = tell_loop, .arg = &p } };

	take_options(argc, argv);
	if (so.mode == NULL)
		take_programs(&p, argv + optind, argc - optind);
	else if (strcmp(so.mode, "boot") == 0 || strcmp(so.mode, "start") == 0 || strcmp(so.mode, "stop") == 0 ||
	    strcmp(so.mode, "halt") == 0)
		read_level(&p);
	else {
		say("invalid run mode %s", so.mode);
		return 1;
	}
	(void)graph_break_loops(&p.graph);
	p.action = so.action != NULL ? so.action : "";
	p.passes = xrealloc(NULL, p.jobs * sizeof *p.passes);
	memset(p.passes, 0, p.jobs * sizeof *p.passes);
	run.jobs = tasks();
	run_block_signals();
	run_phase(&run, &p);
	if (so.mode != NULL) {
		tell("failed_service", &so.failed);
		tell("skipped_service_not_installed", &so.not_installed);
		tell("skipped_service_not_configured", &so.not_configured);
	}
	phase_free(&p);
	free(run.last);
	return 0;
}
