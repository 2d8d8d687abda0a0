#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../clock.h"
#include "aside.h"
#include "lastresort.h"
#include "procs.h"

#define TERM_MS 5000	/* from TERM to KILL; nobody waits longer than it takes */
#define KILL_MS 2000	/* for the killed to go */
#define SYNC_MS 10000
#define MOUNT_MS 3000	/* for one file system */
#define MOUNTS_MS 15000	/* for all of them */
#define LOOK_MS 10
#define SHOW_MS 5000	/* who is left: told so often */
#define FIRST_MS 2000	/* and first after this */
#define SHOWN_MAX 16

static void
pause_ms(int ms)
{
	(void)poll(NULL, 0, ms);
}

/* ---- what is said ---- */

/* One write to a console that may be stopped: it takes the line or it does not. */
static void __attribute__((format(printf, 1, 2)))
say(const char *fmt, ...)
{
	static int console = -2;
	char line[512];
	va_list ap;
	int len;

	if (console == -2)
		console = open("/dev/console", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	va_start(ap, fmt);
	len = vsnprintf(line, sizeof line - 2, fmt, ap);
	va_end(ap);
	if (len > (int)sizeof line - 3)
		len = (int)sizeof line - 3;
	/* Names of processes and files are anybody's. */
	for (int i = 0; i < len; i++)
		if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
			line[i] = '?';
	memcpy(line + len, "\r\n", 2);
	(void)!write(console, line, (size_t)len + 2);
}

/* ---- who is left ---- */

static bool
is_left(const struct proc *p)
{
	return p->pid != 1 && p->session != getsid(0) && !p->kernel && !p->dead;
}

/* The processes that are left, in a list of the caller's; their number, or -1. */
static int
find(struct proc **list)
{
	size_t all, kept = 0;

	*list = NULL;
	if (procs_list(list, &all) < 0)
		return -1;
	for (size_t i = 0; i < all; i++)
		if (is_left(&(*list)[i]))
			(*list)[kept++] = (*list)[i];
	return (int)kept;
}

static const char *
state_word(char state)
{
	switch (state) {
	case 'R': return "running";
	case 'S': return "sleeping";
	case 'D': return "waiting for a disk or a server";
	case 'T':
	case 't': return "stopped";
	default: return "dying";
	}
}

/* The words of its command, or what the kernel calls it. */
static const char *
command_of(const struct proc *p, char *text, size_t size)
{
	char path[32];
	const char *words;
	ssize_t len;
	size_t n = 0;

	(void)snprintf(path, sizeof path, "/proc/%d/cmdline", (int)p->pid);
	len = p->state == 'D' ? -1 : aside_read(path, &words);
	for (; len > 0 && n < (size_t)len && n < size - 1; n++)
		text[n] = words[n] == '\0' ? ' ' : words[n];
	while (n > 0 && text[n - 1] == ' ')
		n--;
	text[n] = '\0';
	if (n == 0)
		(void)snprintf(text, size, "[%s]", p->comm);
	return text;
}

static void
show_process(const struct proc *p, const char *holds)
{
	char text[128];
	unsigned long long ticks = (unsigned long long)sysconf(_SC_CLK_TCK);
	struct timespec up;

	(void)clock_gettime(CLOCK_BOOTTIME, &up);
	unsigned long long age = (unsigned long long)up.tv_sec - p->start / ticks;
	say("  %d %s: %s, since %llu:%02llu min%s%s", (int)p->pid, command_of(p, text, sizeof text),
	    state_word(p->state), age / 60, age % 60, *holds ? ", has open " : "", holds);
}

static void
show_left(const char *what)
{
	struct proc *list;
	int count = find(&list);

	if (count > 0)
		say("%s: %d process%s left", what, count, count == 1 ? "" : "es");
	for (int i = 0; i < count && i < SHOWN_MAX; i++)
		show_process(&list[i], "");
	if (count > SHOWN_MAX)
		say("  and %d more", count - SHOWN_MAX);
	free(list);
}

/* Wait until nobody is left, and tell who is; false: there still are some after so long. */
static bool
await_nobody(const char *what, int ms)
{
	msec_t start = clock_now(), shown = start + FIRST_MS - SHOW_MS;
	struct proc *list;

	for (;;) {
		int count = find(&list);
		msec_t now = clock_now();

		free(list);
		if (count <= 0)
			return true;
		if (now - start >= ms)
			return false;
		if (now - shown >= SHOW_MS) {
			show_left(what);
			shown = now;
		}
		pause_ms(LOOK_MS);
	}
}

static void
end_processes(void)
{
	(void)kill(-1, SIGTERM);
	(void)kill(-1, SIGCONT);
	if (await_nobody("asked to end", TERM_MS))
		return;
	(void)kill(-1, SIGKILL);
	if (!await_nobody("killed", KILL_MS))
		show_left("cannot be killed");
}

/* ---- what may hang ---- */

/* Have a copy do it, and wait for it so long.  True: it came back with 0. */
static bool
in_time(int (*work)(const void *), const void *on, int ms)
{
	int p[2], status = 1;
	struct pollfd end = { .events = POLLIN };
	pid_t pid = pipe(p) < 0 ? -1 : fork();

	if (pid < 0)
		return false;
	if (pid == 0) {
		(void)close(p[0]);
		_exit(work(on));
	}
	(void)close(p[1]);
	end.fd = p[0];
	bool ended = poll(&end, 1, ms) > 0;
	(void)close(p[0]);
	if (!ended)
		(void)kill(pid, SIGKILL);
	return ended && waitpid(pid, &status, 0) == pid && status == 0;
}

static int
flush_all(const void *unused)
{
	(void)unused;
	sync();
	return 0;
}

/* ---- file systems ---- */

struct mount_point {
	char *where;
	bool remote;
};

/* As mountinfo quotes blanks: \040. */
static void
unquote(char *s)
{
	char *to = s;

	for (; *s != '\0'; s++) {
		if (s[0] == '\\' && s[1] >= '0' && s[1] <= '3' && s[2] >= '0' && s[2] <= '7' && s[3] >= '0' &&
		    s[3] <= '7') {
			*to++ = (char)((s[1] - '0') * 64 + (s[2] - '0') * 8 + (s[3] - '0'));
			s += 3;
		} else
			*to++ = *s;
	}
	*to = '\0';
}

/* Is type, as "nfs4", one of the words in list, each of which stands for all that begin with it? */
static bool
is_one_of(const char *type, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strncmp(type, *list, strlen(*list)) == 0)
			return true;
	return false;
}

/* 36 35 98:0 /root WHERE options optional... - TYPE source superoptions; false: nothing to be done for it. */
static bool
parse_mount(char *line, struct mount_point *m)
{
	static const char *const remote[] = { "nfs", "cifs", "smb", "fuse", "9p", "ceph", "afs", NULL };
	static const char *const memory[] = { "proc", "sysfs", "dev", "tmpfs", "ramfs", "rootfs", "cgroup", "securityfs",
		"debugfs", "tracefs", "pstore", "bpf", "configfs", "fusectl", "mqueue", "hugetlbfs", "autofs",
		"binfmt_misc", "efivarfs", "nsfs", "selinuxfs", "rpc_pipefs", NULL };
	char *type = strstr(line, " - ");
	char *at = line;

	if (type == NULL)
		return false;
	type += 3;
	for (int i = 0; i < 4; i++) {
		at = strchr(at, ' ');
		if (at++ == NULL)
			return false;
	}
	at[strcspn(at, " ")] = '\0';
	unquote(at);
	m->where = at;
	m->remote = is_one_of(type, remote) && strncmp(type, "fuseblk", 7) != 0;
	return !is_one_of(type, memory);
}

static int
unmount(const void *on)
{
	const struct mount_point *m = on;

	if (m->remote)
		return umount2(m->where, MNT_FORCE | MNT_DETACH) < 0;
	if (strcmp(m->where, "/") != 0 && umount2(m->where, 0) == 0)
		return 0;
	return mount(NULL, m->where, NULL, MS_REMOUNT | MS_RDONLY, NULL) < 0;
}

/* Does the link name, in the current directory, lead to where or below it?  What it leads to is not looked at. */
static bool
leads_to(const char *name, const char *where, char *to, size_t size)
{
	ssize_t len = readlink(name, to, size - 1);
	size_t prefix = strcmp(where, "/") == 0 ? 0 : strlen(where);

	if (len <= 0 || to[0] != '/')
		return false;
	to[len] = '\0';
	return strncmp(to, where, prefix) == 0 && (to[prefix] == '/' || to[prefix] == '\0');
}

/* The first file below where that the process has open or runs; false: none. */
static bool
holds(pid_t pid, const char *where, char *to, size_t size)
{
	static const char *const links[] = { "cwd", "root", "exe" };
	char name[64];
	const struct dirent *e;
	bool found = false;
	DIR *d;

	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		(void)snprintf(name, sizeof name, "%d/%s", (int)pid, links[i]);
		if (leads_to(name, where, to, size) && strcmp(to, "/") != 0)
			return true;
	}
	(void)snprintf(name, sizeof name, "%d/fd", (int)pid);
	d = opendir(name);
	while (!found && d != NULL && (e = readdir(d)) != NULL) {
		(void)snprintf(name, sizeof name, "%d/fd/%.20s", (int)pid, e->d_name);
		found = leads_to(name, where, to, size);
	}
	if (d != NULL)
		(void)closedir(d);
	return found;
}

static void
show_holders(const char *where)
{
	struct proc *list;
	char file[PATH_MAX];
	int count = find(&list);

	say("%s: cannot be made read-only", where);
	for (int i = 0; i < count; i++)
		if (holds(list[i].pid, where, file, sizeof file))
			show_process(&list[i], file);
	free(list);
}

static void
unmount_all(void)
{
	msec_t until = clock_now() + MOUNTS_MS;
	struct mount_point m;
	const char *text;

	if (aside_read("/proc/self/mountinfo", &text) < 0)
		return;
	char *lines = strdup(text), *line;
	/* The last one first: it may be on those before it. */
	while (lines != NULL && *lines != '\0' && clock_now() < until) {
		line = strrchr(lines, '\n');
		line = line != NULL ? line : lines;
		if (parse_mount(line + (*line == '\n'), &m) && !in_time(unmount, &m, MOUNT_MS))
			show_holders(m.where);
		*line = '\0';
	}
	free(lines);
}

void
lastresort_bring_down(unsigned seconds)
{
	static const int ignored[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGTTOU };

	for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++)
		(void)signal(ignored[i], SIG_IGN);
	(void)procs_enter();
	if (seconds > 0)
		(void)await_nobody("the end of the system waits", (int)seconds * 1000);
	say("the last resort: ending all processes");
	end_processes();
	if (!in_time(flush_all, NULL, SYNC_MS))
		say("the disks do not take all that is to be written");
	unmount_all();
	aside_end();
}
