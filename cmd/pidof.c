/*
 * pidof.c - print the pids of the processes that run a program.
 *
 * Reads /proc only, and waits for no other process: no path of a stranger's is looked up, links below
 * /proc are read as text, and a command line that does not come is done without (aside.h).
 *
 * Exit status: 0 when a process was found, 1 when none was, or on an error.
 */
#include <errno.h>
#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../version.h"
#include "aside.h"
#include "procs.h"

#define DELETED " (deleted)"	/* what the kernel adds to the link of an executable that is gone */
#define COMM_MAX 15		/* bytes of a program's name that the kernel keeps */

struct candidate {
	struct proc p;
	char *exe;	/* what the link says; NULL: we may not read it, or there is none */
	char *name;	/* its argv[0]; "" when it has none, or has it out of our reach */
	char *script;	/* its first argument that is no option, or "" */
	bool known_to_kernel;	/* by argv[0] nobody can tell what it is: ask the kernel's name */
};

static struct {
	bool same_root;	/* -c */
	bool quiet;	/* -q */
	bool single;	/* -s */
	bool scripts;	/* -x */
	bool zombies;	/* -z */
	char separator;	/* -d; NUL: none */
} opt = { .separator = ' ' };

static void
usage(FILE *to)
{
	(void)fputs("Usage: pidof [-cnqsxz] [-d SEPARATOR] [-o PID[,PID]...] PROGRAM...\n", to);
}

static void
help(void)
{
	usage(stdout);
	(void)fputs("  -c  only processes with the same root directory, for root\n"
		    "  -d  put that character between pids, not a blank\n"
		    "  -h  print this, as --help\n"
		    "  -n  accepted and ignored: no file system is asked anyway\n"
		    "  -o  leave out these pids; %PPID is that of the caller\n"
		    "  -q  print nothing, only tell by the exit status\n"
		    "  -s  one pid of each program\n"
		    "  -x  shells that run a script of that name too\n"
		    "  -z  zombies too\n"
		    "  --version  print the version\n",
	    stdout);
}

static _Noreturn void
fail(const char *what, const char *why)
{
	(void)fprintf(stderr, "pidof: %s: %s\n", what, why);
	exit(1);
}

static void
bad_pid(const char *word, int len)
{
	(void)fprintf(stderr, "pidof: -o %.*s: not a pid, ignored\n", len, word);
}

static void
omit(const char *list)
{
	if (procs_omit(list, bad_pid) < 0)
		fail("memory", strerror(ENOMEM));
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

	while ((c = getopt_long(argc, argv, "cd:hno:qsxz", names, NULL)) != -1) {
		switch (c) {
		case 'c': opt.same_root = geteuid() == 0; break;
		case 'd': opt.separator = optarg[0]; break;
		case 'h': help(); exit(0);
		case 'n': break;
		case 'o': omit(optarg); break;
		case 'q': opt.quiet = true; break;
		case 's': opt.single = true; break;
		case 'x': opt.scripts = true; break;
		case 'z': opt.zombies = true; break;
		case 'V': (void)puts("pidof (rung) " RUNG_VERSION); exit(0);
		default: usage(stderr); exit(1);
		}
	}
}

static char *
copy(const char *text)
{
	char *to = strdup(text);

	if (!to)
		fail("memory", strerror(ENOMEM));
	return to;
}

/* What a link below /proc/PID says; NULL: no answer.  Only what it points to could hang. */
static char *
read_link(pid_t pid, const char *link)
{
	size_t size = 256;
	char path[32], *text = NULL, *more;
	ssize_t len;

	(void)snprintf(path, sizeof path, "%d/%s", (int)pid, link);
	for (;;) {
		more = realloc(text, size);
		if (!more)
			fail("memory", strerror(ENOMEM));
		text = more;
		len = readlink(path, text, size);
		if (len < (ssize_t)size)
			break;
		size *= 2;
	}
	if (len < 0) {
		free(text);
		return NULL;
	}
	text[len] = '\0';
	return text;
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* A NUL is behind each argument, and one more behind the last. */
static void
take_arguments(struct candidate *c, const char *text, size_t len)
{
	const char *end = text + len, *next = text + strlen(text) + 1, *script = next;

	c->name = copy(text);
	while (script < end && *script == '-')
		script += strlen(script) + 1;
	c->script = copy(script < end ? script : "");
	c->known_to_kernel = !*text || strchr(text, ' ') || (*text == '-' && next >= end);
}

static void
look_at(struct candidate *c)
{
	char path[32];
	const char *text = "";
	ssize_t len = 0;

	c->exe = read_link(c->p.pid, "exe");
	if (!c->p.kernel && !c->p.dead) {
		(void)snprintf(path, sizeof path, "%d/cmdline", (int)c->p.pid);
		len = aside_read(path, &text);
	}
	take_arguments(c, len > 0 ? text : "", len > 0 ? (size_t)len : 0);
}

static bool
same_link(pid_t pid, const char *link)
{
	char *ours = read_link(getpid(), link), *its = read_link(pid, link);
	bool same = ours && its && strcmp(ours, its) == 0;

	free(ours);
	free(its);
	return same;
}

/* What is mounted on a process's root, "MAJOR:MINOR ROOT" of its last line there; "" when nothing is. */
static char *
root_mount(pid_t pid)
{
	char path[32], device[32], root[512], point[8], found[sizeof device + sizeof root] = "";
	const char *line;

	(void)snprintf(path, sizeof path, "%d/mountinfo", (int)pid);
	if (aside_read(path, &line) <= 0)
		line = NULL;
	while (line) {
		if (sscanf(line, "%*d %*d %31s %511s %7s", device, root, point) == 3 &&
		    strcmp(point, "/") == 0)
			(void)snprintf(found, sizeof found, "%s %s", device, root);
		line = strchr(line, '\n');
		if (line)
			line++;
	}
	return copy(found);
}

/*
 * A container calls its root / as we do ours.  One in another mount namespace has our root if the same
 * directory of the same file system is mounted there: a service with a /tmp of its own.
 */
static bool
in_our_root(pid_t pid)
{
	char *ours, *its;
	bool same;

	if (!same_link(pid, "root"))
		return false;
	if (same_link(pid, "ns/mnt"))
		return true;
	ours = root_mount(getpid());
	its = root_mount(pid);
	same = strcmp(ours, its) == 0;
	free(ours);
	free(its);
	return same;
}

static struct candidate *
find_candidates(size_t *count)
{
	struct proc *all;
	struct candidate *found;
	size_t n, kept = 0;
	int err = procs_list(&all, &n);

	found = err < 0 ? NULL : calloc(n + 1, sizeof *found);
	if (!found)
		fail("/proc", strerror(err < 0 ? -err : ENOMEM));
	for (size_t i = n; i-- > 0;) {	/* the highest pid comes first */
		if (all[i].pid == getpid() || procs_omitted(all[i].pid) || (all[i].dead && !opt.zombies) ||
		    (opt.same_root && !in_our_root(all[i].pid)))
			continue;
		found[kept].p = all[i];
		look_at(&found[kept++]);
	}
	free(all);
	*count = kept;
	return found;
}

/* Is name, which may be a path, the program that was asked for?  Never by both base names. */
static bool
is_called(const char *name, const char *program)
{
	return strcmp(name, program) == 0 || strcmp(name, base_name(program)) == 0 ||
	    strcmp(base_name(name), program) == 0;
}

static bool
is_comm(const char *comm, const char *program)
{
	return strcmp(comm, program) == 0 ||
	    (strlen(comm) == COMM_MAX && strncmp(comm, program, COMM_MAX) == 0);
}

static bool
is_exe(const char *exe, const char *program)
{
	size_t len = strlen(program);

	return strncmp(exe, program, len) == 0 && (!exe[len] || strcmp(exe + len, DELETED) == 0);
}

/* The program is there: these run that very file, or say so. */
static bool
by_file(const struct candidate *c, const char *program, const char *resolved)
{
	return (c->exe && strcmp(c->exe, resolved) == 0) || strcmp(c->name, program) == 0;
}

static bool
by_name(const struct candidate *c, const char *program)
{
	/* A shell runs the script that the kernel has named the process after. */
	if (opt.scripts && *c->script && is_called(c->script, program) &&
	    strncmp(base_name(c->script), c->p.comm, strlen(c->p.comm)) == 0)
		return true;
	if (*program == '/' && c->exe)
		return is_exe(c->exe, program);
	if (!c->known_to_kernel)
		return is_called(c->name, program);
	return strcmp(c->name, program) == 0 || is_comm(c->p.comm, program);
}

static void
print(pid_t pid)
{
	static bool behind_another;

	if (!opt.quiet && behind_another && opt.separator)
		(void)putchar(opt.separator);
	if (!opt.quiet)
		(void)printf("%d", (int)pid);
	behind_another = true;
}

/* Print those of one program; how many. */
static size_t
find(const char *program, const struct candidate *all, size_t count)
{
	const char *text;
	char *resolved = NULL;
	size_t found = 0;

	if (*program == '/' && aside_resolve(program, &text) > 0)
		resolved = copy(text);
	for (int pass = resolved ? 0 : 1; pass < 2 && found == 0; pass++)
		for (size_t i = 0; i < count && !(opt.single && found); i++)
			if (pass == 0 ? by_file(&all[i], program, resolved) : by_name(&all[i], program)) {
				print(all[i].p.pid);
				found++;
			}
	free(resolved);
	return found;
}

int
main(int argc, char **argv)
{
	struct candidate *all;
	size_t count, found = 0;
	int err;

	take_options(argc, argv);
	if (optind == argc) {
		usage(stderr);
		return 1;
	}
	err = procs_enter();
	if (err < 0)
		fail("/proc", procs_problem(err));

	all = find_candidates(&count);
	for (int i = optind; i < argc; i++)
		found += find(argv[i], all, count);
	aside_end();
	if (found > 0 && !opt.quiet)
		(void)putchar('\n');
	return found > 0 ? 0 : 1;
}
