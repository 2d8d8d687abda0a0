#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>

#include "../../options.h"
#include "../../utmp.h"
#include "match.h"
#include "pidfile.h"
#include "ssd.h"

#define DELETED " (deleted)"
#define FILES_LEFT 8
/* How far a pid file's time and a start time may be apart before they contradict each other. */
#define CLOCK_SLACK_MS 60000

/* ---------------------------------------------------------------- /proc */

static bool
parse_number(const char **at, const char *end, unsigned long long *value)
{
	unsigned long long n = 0;
	const char *s = *at;

	while (s < end && *s >= '0' && *s <= '9')
		n = n * 10 + (unsigned long long)(*s++ - '0');
	if (s == *at)
		return false;
	*at = s;
	*value = n;
	return true;
}

/* Past the blank behind so many fields. */
static bool
skip_fields(const char **at, const char *end, int fields)
{
	for (; fields > 0; fields--) {
		const char *blank = memchr(*at, ' ', (size_t)(end - *at));

		if (!blank)
			return false;
		*at = blank + 1;
	}
	return true;
}

/* PID (NAME) STATE PPID ...; the name can hold anything, brackets too: the last one ends it. */
bool
match_parse_stat(const char *text, size_t len, struct match_stat *s)
{
	const char *end = text + len;
	const char *open = memchr(text, '(', len);
	const char *close = memrchr(text, ')', len);
	unsigned long long ppid;

	if (!open || !close || close < open || end - close < 4)
		return false;
	s->name = open + 1;
	s->name_len = (size_t)(close - s->name);
	s->state = close[2];
	text = close + 4;
	if (!parse_number(&text, end, &ppid) || ppid > INT_MAX)
		return false;
	s->ppid = (pid_t)ppid;
	/* from field 4 to the start time, field 22 */
	return skip_fields(&text, end, 18) && parse_number(&text, end, &s->start);
}

static ssize_t
read_proc(pid_t pid, const char *file, char *buf, size_t size)
{
	char path[64];
	int fd;
	ssize_t n;

	(void)snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	n = read(fd, buf, size);
	(void)close(fd);
	return n;
}

/* ---------------------------------------------------------------- one process */

/* A pidfd, or below 0 with errno; some descriptors are left for what else is to be opened. */
static int
open_process(pid_t pid)
{
	int fd = (int)syscall(SYS_pidfd_open, pid, 0);
	struct rlimit limit;

	if (fd >= 0 && getrlimit(RLIMIT_NOFILE, &limit) == 0 && (rlim_t)fd + FILES_LEFT >= limit.rlim_cur) {
		(void)close(fd);
		errno = EMFILE;
		return -1;
	}
	return fd;
}

static bool
has_ended(int fd)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };

	return poll(&p, 1, 0) > 0;
}

static bool
is_alive(const struct process *p)
{
	char text[1024];
	struct match_stat s;
	ssize_t n;

	if (p->fd >= 0)
		return !has_ended(p->fd);
	n = read_proc(p->pid, "stat", text, sizeof text);
	if (n > 0 && match_parse_stat(text, (size_t)n, &s))
		return s.state != 'Z' && s.state != 'X' && (p->start == 0 || s.start == p->start);
	return kill(p->pid, 0) == 0 || errno == EPERM;
}

int
match_signal(const struct process *p, int signal)
{
	if (p->fd >= 0)
		return syscall(SYS_pidfd_send_signal, p->fd, signal, NULL, 0) < 0 ? -errno : 0;
	if (!is_alive(p))
		return -ESRCH;
	return kill(p->pid, signal) < 0 ? -errno : 0;
}

static void
let_go(struct process *p)
{
	if (p->fd >= 0)
		(void)close(p->fd);
}

static bool
runs_as(pid_t pid, uid_t uid)
{
	char path[32];
	struct stat st;

	(void)snprintf(path, sizeof path, "/proc/%d", (int)pid);
	return stat(path, &st) == 0 && st.st_uid == uid;
}

/* The beginning of the kernel's struct statx: musl has no name for it. */
struct file_id {
	uint32_t mask, block_size;
	uint64_t attributes;
	uint32_t links, uid, gid;
	uint16_t mode, pad;
	uint64_t inode;
	uint64_t sizes[3];
	uint64_t times[8];
	uint32_t device[2], dev_major, dev_minor;
	uint64_t more[14];
};
_Static_assert(sizeof(struct file_id) == 256, "layout of statx(2)");
#define STATX_BASIC 0x7ffU
#define STATX_DONT_SYNC 0x4000

/* Which file it is, without asking a file server, who might never answer. */
static bool
identify(const char *path, dev_t *device, ino_t *inode, bool *unlinked)
{
	struct file_id id;
	struct stat st;

	if (syscall(SYS_statx, AT_FDCWD, path, STATX_DONT_SYNC, STATX_BASIC, &id) == 0) {
		*device = makedev(id.dev_major, id.dev_minor);
		*inode = (ino_t)id.inode;
		*unlinked = id.links == 0;
		return true;
	}
	if (errno != ENOSYS || stat(path, &st) < 0)
		return false;
	*device = st.st_dev;
	*inode = st.st_ino;
	*unlinked = st.st_nlink == 0;
	return true;
}

/*
 * It runs the file that has the name now, or, from the same file system, one that had it until an upgrade put
 * another in its place: then the kernel shows the old name with a mark.
 */
static bool
runs_file(pid_t pid, const struct match *m)
{
	char link[64], target[PATH_MAX + sizeof DELETED], *real;
	dev_t device;
	ino_t inode;
	bool unlinked, same;
	ssize_t n;

	(void)snprintf(link, sizeof link, "/proc/%d/exe", (int)pid);
	if (!identify(link, &device, &inode, &unlinked) || device != m->exec_file.st_dev)
		return false;
	if (inode == m->exec_file.st_ino)
		return true;
	if (!unlinked)
		return false;
	n = readlink(link, target, sizeof target - 1);
	if (n < (ssize_t)sizeof DELETED)
		return false;
	target[n] = '\0';
	n -= (ssize_t)sizeof DELETED - 1;
	if (strcmp(target + n, DELETED) != 0)
		return false;
	target[n] = '\0';
	real = realpath(m->exec, NULL);
	same = real && strcmp(real, target) == 0;
	free(real);
	return same;
}

/* Does this path, as the process sees it, lead to the script, and has the process its name? */
static bool
names_script(pid_t pid, const struct match_stat *s, const struct match *m, const char *arg)
{
	char path[PATH_MAX + 64];
	const char *base = strrchr(arg, '/');
	dev_t device;
	ino_t inode;
	bool unlinked;

	if (*arg != '/' || s->name_len != strnlen(base + 1, MATCH_NAME_MAX) ||
	    memcmp(s->name, base + 1, s->name_len) != 0)
		return false;
	(void)snprintf(path, sizeof path, "/proc/%d/root%s", (int)pid, arg);
	return identify(path, &device, &inode, &unlinked) && device == m->exec_file.st_dev &&
	       inode == m->exec_file.st_ino;
}

/*
 * The kernel runs a script by its interpreter, which gets the path of the script behind at most one argument, and
 * gives the process the script's name.  Who reads the script, or has called the interpreter by hand, has another.
 */
static bool
runs_script(pid_t pid, const struct match_stat *s, const struct match *m)
{
	char text[2 * PATH_MAX];
	ssize_t n = read_proc(pid, "cmdline", text, sizeof text - 1);
	const char *first, *second;

	if (n <= 0)
		return false;
	text[n] = '\0';
	first = text + strlen(text) + 1;
	if (first >= text + n)
		return false;
	second = first + strlen(first) + 1;
	return names_script(pid, s, m, first) || (second < text + n && names_script(pid, s, m, second));
}

/* Does it meet all that was asked for?  *s is from its /proc/PID/stat; NULL where that cannot be read. */
static bool
meets(const struct match *m, pid_t pid, const struct match_stat *s)
{
	if (m->ppid && (!s || s->ppid != m->ppid))
		return false;
	if (m->name &&
	    (!s || s->name_len != strlen(m->name) || memcmp(s->name, m->name, s->name_len) != 0))
		return false;
	if (m->user && !runs_as(pid, m->uid))
		return false;
	if (!m->exec)
		return true;
	return m->script ? s && runs_script(pid, s, m) : runs_file(pid, m);
}

static bool
holds(const struct processes *found, pid_t pid)
{
	for (size_t i = 0; i < found->count; i++)
		if (found->list[i].pid == pid)
			return true;
	return false;
}

static void
add(struct processes *found, const struct process *p)
{
	struct process *list = realloc(found->list, (found->count + 1) * sizeof *list);

	if (list == NULL)
		ssd_fail("out of memory");
	found->list = list;
	found->list[found->count++] = *p;
}

/* Add it if it matches.  not_after: it must not have started later (ticks since boot); 0: no matter. */
static bool
consider(const struct match *m, struct processes *found, pid_t pid, unsigned long long not_after)
{
	struct process p = { .pid = pid, .fd = open_process(pid) };
	char text[1024];
	struct match_stat s;
	ssize_t n;
	bool known;

	if (p.fd < 0 && errno != ENOSYS && errno != EPERM && errno != EMFILE && errno != ENFILE)
		return false;	/* nobody, or a thread */
	n = read_proc(pid, "stat", text, sizeof text);
	known = n > 0 && match_parse_stat(text, (size_t)n, &s);
	p.start = known ? s.start : 0;
	if (pid == getpid() || holds(found, pid) || !is_alive(&p) ||
	    (not_after && p.start > not_after) || !meets(m, pid, known ? &s : NULL)) {
		let_go(&p);
		return false;
	}
	add(found, &p);
	return true;
}

/* ---------------------------------------------------------------- when a pid file is too old */

static long long
milliseconds(clockid_t clock)
{
	struct timespec t = { .tv_sec = 0 };

	(void)clock_gettime(clock, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static long long
ticks_to_ms(unsigned long long ticks)
{
	return (long long)(ticks * 1000 / (unsigned long long)sysconf(_SC_CLK_TCK));
}

/* When the record says that the system started, in milliseconds; 0: there is none. */
static long long
recorded_boot(void)
{
	struct utmp_record r;
	long long ms = 0;
	int fd = open(UTMP_PATH, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return 0;
	while (ms == 0 && read(fd, &r, sizeof r) == (ssize_t)sizeof r)
		if (r.type == UTMP_BOOT_TIME)
			ms = (long long)r.sec * 1000;
	(void)close(fd);
	return ms;
}

/*
 * The latest start, in ticks since boot, of a process that can have been named by a file of that time; 0 when
 * that cannot be told.  A file has the time of the wall clock, a process that since boot.  They can be
 * compared unless somebody has set the clock since: then the start of PID 1, by today's clock, is far from
 * the boot record, which has the clock of its time.
 */
static unsigned long long
latest_start(const struct timespec *written)
{
	long long boot = milliseconds(CLOCK_REALTIME) - milliseconds(CLOCK_BOOTTIME);
	long long record = recorded_boot(), moved, latest;
	char text[1024];
	struct match_stat init;
	ssize_t n = read_proc(1, "stat", text, sizeof text);

	if (record == 0 || n <= 0 || !match_parse_stat(text, (size_t)n, &init))
		return 0;
	moved = boot + ticks_to_ms(init.start) - record;
	if (moved < -CLOCK_SLACK_MS || moved > CLOCK_SLACK_MS)
		return 0;
	latest = (long long)written->tv_sec * 1000 + written->tv_nsec / 1000000 + CLOCK_SLACK_MS - boot;
	/* before the boot: nobody */
	if (latest < 1000)
		return 1;
	return (unsigned long long)(latest / 1000) * (unsigned long long)sysconf(_SC_CLK_TCK);
}

/* ---------------------------------------------------------------- finding */

static enum match_result
find_named(const struct match *m, struct processes *found)
{
	bool alone = !m->exec && !m->name && !m->user && !m->ppid;
	struct timespec written;
	pid_t pid;

	switch (pidfile_read(m->pidfile, alone, &pid, &written)) {
	case PIDFILE_MISSING: return MATCH_NONE;
	case PIDFILE_UNUSABLE: return MATCH_UNKNOWN;
	case PIDFILE_NAMES: break;
	}
	return consider(m, found, pid, latest_start(&written)) ? MATCH_FOUND : MATCH_STALE;
}

static enum match_result
find_in_proc(const struct match *m, struct processes *found)
{
	enum match_result result = MATCH_NONE;
	const struct dirent *entry;
	DIR *proc = opendir("/proc");

	if (!proc)
		ssd_fail("unable to read /proc (%s)", strerror(errno));
	while ((entry = readdir(proc))) {
		uint32_t pid;

		if (options_number(entry->d_name, strlen(entry->d_name), INT_MAX, &pid) &&
		    consider(m, found, (pid_t)pid, 0))
			result = MATCH_FOUND;
	}
	(void)closedir(proc);
	return result;
}

enum match_result
match_find(const struct match *m, struct processes *found)
{
	if (m->pid)
		return consider(m, found, m->pid, 0) ? MATCH_FOUND : MATCH_NONE;
	return m->pidfile ? find_named(m, found) : find_in_proc(m, found);
}

void
match_drop_dead(struct processes *found)
{
	size_t left = 0;

	for (size_t i = 0; i < found->count; i++)
		if (is_alive(&found->list[i]))
			found->list[left++] = found->list[i];
		else
			let_go(&found->list[i]);
	found->count = left;
}

void
match_free(struct processes *found)
{
	for (size_t i = 0; i < found->count; i++)
		let_go(&found->list[i]);
	free(found->list);
	*found = (struct processes){ 0 };
}
