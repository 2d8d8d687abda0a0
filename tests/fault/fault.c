/*
 * fault.c - makes the n-th system call of an init fail, for n = 1, 2, ..., and judges what becomes of it.
 *
 * Runs as PID 1 of a throwaway system (tests/enter), with the init under test as /sbin/rung.  Each run is a system
 * of its own inside that: fresh pid, mount, uts, ipc and net namespaces, private /etc, /run and /var/log, a pseudo
 * terminal as console.  A seccomp filter hands the one call that shall fail to this program, which counts those of
 * PID 1 alone, and from main() on: a failure in the loader or in libc's start is none of init's.
 *
 * usage: fault all|sample JOBS [CALL [ERRNO [N]]]
 *
 * Prints "CALL N ERRNO: outcome" for each run, then the totals.  Exit status: 0, or 1 if a run failed.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../../initctl.h"
#include "calls.h"

#define PATIENCE_MS 20000	/* for one step; a busy machine takes seconds */
#define MESSAGE_MS 3000		/* a message counts as the answer after this */
#define CONSOLE_MAX 16384
#define FDS_MAX 64
#define PARTS_MAX 32

#ifndef SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV
#define SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV (1UL << 5)
#endif

/* ---- what a run is, and what came of it; in memory shared by all processes of the run ---- */

struct run {
	const struct call *call;	/* NULL: count all */
	int error;
	unsigned n;

	_Atomic int listener;
	_Atomic unsigned counted[CALLS];
	_Atomic unsigned hit, others, execs;
	_Atomic bool in_main;
	_Atomic size_t console_len;
	char console[CONSOLE_MAX + 1];
	char fds[FDS_MAX][64];
	unsigned fd_count;
	char outcome[512];		/* empty: good */
};

static struct {
	_Atomic unsigned next, runs, hits, failed, unlisted, told;
	char fds[FDS_MAX][64];		/* of a run in which nothing fails */
	unsigned fd_count;
} *sum;

static struct run *r;
static pid_t init_pid;

static void *
shared(size_t size)
{
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (memory == MAP_FAILED) {
		perror("mmap");
		exit(2);
	}
	return memory;
}

static const char *
errno_name(int number)
{
	for (size_t i = 0; i < sizeof errno_names / sizeof *errno_names; i++)
		if (errno_names[i].number == number)
			return errno_names[i].name;
	return "?";
}

static long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
nap(void)
{
	(void)poll(NULL, 0, 5);
}

/* ---- the programs that the table names: part NAME [stubborn|once] ---- */

static int
part(char **argv)
{
	char line[64];
	int n = snprintf(line, sizeof line, "%s %d\n", argv[1], (int)getpid());
	int fd = open("/run/notes", O_WRONLY | O_CREAT | O_APPEND, 0644);

	if (argv[2] != NULL && strcmp(argv[2], "stubborn") == 0)
		(void)signal(SIGTERM, SIG_IGN);
	if (write(fd, line, (size_t)n) != n)
		return 1;
	(void)close(fd);
	if (argv[2] != NULL && strcmp(argv[2], "once") == 0)
		return 0;
	while (pause() < 0)
		;
	return 0;
}

/* ---- the system of one run ---- */

static const char table[] =
	"id:2:initdefault:\n"
	"si::sysinit:/sbin/part si once\n"
	"w2:2:wait:/sbin/part w2 once\n"
	"rs:234:respawn:/sbin/part rs\n"
	"st:2:respawn:/sbin/part st stubborn\n"
	"od:a:ondemand:/sbin/part od\n"
	"w3:3:wait:/sbin/part w3 once\n"
	"r3:3:respawn:/sbin/part r3\n"
	"r4:4:respawn:/sbin/part r4\n";
static const char change[] = "nw:2:respawn:/sbin/part nw\n";

static void
must(bool good, const char *what)
{
	if (good)
		return;
	perror(what);
	_exit(99);
}

static void
write_file(const char *path, const char *a, const char *b)
{
	char fresh[256];
	FILE *f;

	snprintf(fresh, sizeof fresh, "%s.new", path);
	f = fopen(fresh, "w");
	must(f != NULL && fputs(a, f) >= 0 && fputs(b, f) >= 0 && fclose(f) == 0 && rename(fresh, path) == 0, path);
}

static void
read_only(const char *path)
{
	if (access(path, F_OK) < 0)
		return;
	must(mount(path, path, NULL, MS_BIND, NULL) == 0 &&
	    mount(NULL, path, NULL, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) == 0, path);
}

static void
make_system(const char *terminal)
{
	must(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0, "/");
	must(mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) == 0, "/proc");
	read_only("/proc/sys");
	read_only("/proc/sysrq-trigger");
	must(mount("etc", "/etc", "tmpfs", 0, "mode=755,size=1m") == 0, "/etc");
	must(mount("run", "/run", "tmpfs", 0, "mode=755,size=1m") == 0, "/run");
	must(mount("log", "/var/log", "tmpfs", 0, "mode=755,size=1m") == 0, "/var/log");
	must(mount("/sbin/rung", "/sbin/init", NULL, MS_BIND, NULL) == 0, "/sbin/init");
	must(mount(terminal, "/dev/console", NULL, MS_BIND, NULL) == 0, "/dev/console");
	write_file("/etc/inittab", table, "");
	write_file("/var/log/wtmp", "", "");
}

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define NOTIFY(number) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)(number), 0, 1), \
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF)

/* The call that shall fail, and those by which main() is known to begin; NULL: all. */
static int
install_filter(const struct call *call)
{
	struct sock_filter some[] = {
		LOAD(nr), NOTIFY(call != NULL ? call->number : SYS_getpid), NOTIFY(SYS_getpid), NOTIFY(SYS_execve),
		NOTIFY(SYS_execveat), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_filter all[] = { BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF) };
	struct sock_fprog program = { call != NULL ? sizeof some / sizeof *some : 1, call != NULL ? some : all };
	const unsigned flags[] = {
		SECCOMP_FILTER_FLAG_NEW_LISTENER | SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV, SECCOMP_FILTER_FLAG_NEW_LISTENER,
	};
	long fd = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags[0], &program);

	if (fd < 0 && errno == EINVAL)
		fd = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags[1], &program);
	return (int)fd;
}

/*
 * The first process of the new namespaces becomes init.  Until then it shares its descriptors with the supervisor: so
 * that one gets the listener without a call that the filter might catch.
 */
static int
become_init(void *terminal)
{
	static char *const argv[] = { "/sbin/init", NULL }, *const env[] = { "HOME=/", "TERM=linux", NULL };
	int fd;

	make_system(terminal);
	(void)umask(022);
	fd = install_filter(r->call);
	must(fd >= 0, "seccomp");
	atomic_store(&r->listener, fd);
	(void)unshare(CLONE_FILES);
	(void)setsid();
	fd = open("/dev/console", O_RDWR | O_NOCTTY);
	for (int i = 0; i < 3; i++)
		(void)dup2(fd, i);
	(void)syscall(SYS_close_range, 3u, ~0u, 0u);
	(void)execve(argv[0], argv, env);
	_exit(98);
}

/* ---- the supervisor: counts, and lets one call fail ---- */

static const struct call *
call_of(int number)
{
	for (size_t i = 0; i < CALLS; i++)
		if (calls[i].number == number)
			return &calls[i];
	return NULL;
}

/* The answer to a call of PID 1: 0, or the errno with which it fails. */
static int
judge(int number)
{
	const struct call *call = call_of(number);

	if (number == SYS_getpid)
		atomic_store(&r->in_main, true);
	if (!atomic_load(&r->in_main))
		return 0;
	if (call == NULL) {
		if (atomic_fetch_add(&r->others, 1) == 0)
			snprintf(r->outcome, sizeof r->outcome, "system call %d is not in calls.h", number);
		return 0;
	}
	unsigned n = atomic_fetch_add(&r->counted[call - calls], 1) + 1;
	if (call == r->call && n == r->n) {
		atomic_fetch_add(&r->hit, 1);
		return r->error;
	}
	if (number == SYS_execve || number == SYS_execveat) {
		atomic_fetch_add(&r->execs, 1);
		atomic_store(&r->in_main, false);
	}
	return 0;
}

static void
answer(int listener)
{
	/* room for what a newer kernel adds */
	static union { struct seccomp_notif q; char room[512]; } ask;
	static union { struct seccomp_notif_resp a; char room[512]; } reply;

	memset(&ask, 0, sizeof ask);
	memset(&reply, 0, sizeof reply);
	if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &ask) < 0)
		return;
	int error = (pid_t)ask.q.pid == init_pid ? judge(ask.q.data.nr) : 0;
	reply.a.id = ask.q.id;
	reply.a.error = -error;
	reply.a.flags = error != 0 ? 0 : SECCOMP_USER_NOTIF_FLAG_CONTINUE;
	if (ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &reply) < 0 && error != 0)
		atomic_fetch_sub(&r->hit, 1);
}

static void
take_console(int terminal)
{
	size_t len = atomic_load(&r->console_len);
	char some[1024];
	ssize_t n = read(terminal, some, sizeof some);

	if (n <= 0 || len + (size_t)n > CONSOLE_MAX)
		return;
	memcpy(r->console + len, some, (size_t)n);
	atomic_store(&r->console_len, len + (size_t)n);
}

/* ---- the client: what is asked of init, and what must come of it ---- */

static void bad(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));
static void
bad(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	if (r->outcome[0] == '\0')
		vsnprintf(r->outcome, sizeof r->outcome, fmt, ap);
	va_end(ap);
	_exit(1);
}

static bool
is_alive(void)
{
	char path[64], state = 0;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/stat", (int)init_pid);
	f = fopen(path, "r");
	if (f != NULL) {
		if (fscanf(f, "%*d (%*[^)]) %c", &state) != 1)
			state = 0;
		fclose(f);
	}
	return state != 0 && state != 'Z' && state != 'X';
}

/* The newest pid that NAME has noted of itself, and how many it has noted. */
static int
noted(const char *name, unsigned *times)
{
	char path[64], who[32];
	int pid, newest = 0;
	FILE *f;

	*times = 0;
	snprintf(path, sizeof path, "/proc/%d/root/run/notes", (int)init_pid);
	f = fopen(path, "r");
	while (f != NULL && fscanf(f, "%31s %d", who, &pid) == 2)
		if (strcmp(who, name) == 0) {
			newest = pid;
			++*times;
		}
	if (f != NULL)
		fclose(f);
	return newest;
}

static bool
exists(int pid)
{
	char path[96], word[16], state = 0;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/root/proc/%d/stat", (int)init_pid, pid);
	f = fopen(path, "r");
	if (f != NULL) {
		if (fscanf(f, "%*d (%15[^)]) %c", word, &state) != 2)
			state = 0;
		fclose(f);
	}
	return state != 0 && state != 'Z' && state != 'X';
}

static bool
running(const char *name, int other_than)
{
	unsigned times;
	int pid = noted(name, &times);

	return pid != 0 && pid != other_than && exists(pid);
}

static bool
has_run(const char *name)
{
	unsigned times;

	return noted(name, &times) != 0;
}

static char
level(void)
{
	char path[64], c = 0;
	int fd;

	snprintf(path, sizeof path, "/proc/%d/root/run/runlevel", (int)init_pid);
	fd = open(path, O_RDONLY);
	if (fd >= 0) {
		if (read(fd, &c, 1) != 1)
			c = 0;
		close(fd);
	}
	return c;
}

static bool
said(const char *text)
{
	return strstr(r->console, text) != NULL;
}

/* To the FIFO as telinit(8) does it: with SIGUSR1 and again where nobody reads. */
static void
request(char letter, int grace)
{
	struct initctl_request q = {
		.magic = INITCTL_MAGIC, .command = INITCTL_RUNLVL, .runlevel = letter, .sleeptime = grace,
	};
	long until = now_ms() + PATIENCE_MS, asked = 0;
	char path[64];

	snprintf(path, sizeof path, "/proc/%d/root/run/initctl", (int)init_pid);
	for (;;) {
		int fd = open(path, O_WRONLY | O_NONBLOCK);

		if (fd >= 0) {
			bool sent = write(fd, &q, sizeof q) == (ssize_t)sizeof q;
			close(fd);
			if (sent)
				return;
		}
		if (!is_alive())
			bad("DIED (before request %c)", letter);
		if (now_ms() > until)
			bad("nobody reads the FIFO (request %c)", letter);
		if (now_ms() > asked + 1000) {
			kill(init_pid, SIGUSR1);
			asked = now_ms();
		}
		nap();
	}
}

/*
 * Wait until the condition holds.  With excuse, a message is an answer too: false then, and whoever
 * asks may do so again.
 */
#define AWAIT(what, condition, excuse) await(what, __extension__ ({			\
		long until_ = now_ms() + PATIENCE_MS, told_ = now_ms() + MESSAGE_MS;	\
		int result_;								\
		for (;;) {								\
			if (condition) { result_ = 1; break; }				\
			if (!is_alive()) { result_ = -1; break; }			\
			if (now_ms() > told_ && (excuse)) { result_ = 2; break; }	\
			if (now_ms() > until_) { result_ = 0; break; }			\
			nap();								\
		}									\
		result_; }))

static bool
await(const char *what, int result)
{
	if (result < 0)
		bad("DIED (waiting for: %s)", what);
	if (result == 0)
		bad("never: %s", what);
	if (result == 2)
		atomic_fetch_add(&sum->told, 1);
	return result == 1;
}

/* Name of what a descriptor is, without the numbers that differ from run to run. */
static void
tidy(char *text)
{
	if (strncmp(text, "/memfd:rung-state", 17) == 0 || strncmp(text, "/run/#", 6) == 0)
		strcpy(text, "state");
	char *colon = strchr(text, ':');
	if (colon != NULL && (strncmp(text, "pipe", 4) == 0 || strncmp(text, "socket", 6) == 0))
		*colon = '\0';
}

static void
list_fds(void)
{
	char path[64], name[400];
	struct dirent *e;
	DIR *d;

	snprintf(path, sizeof path, "/proc/%d/fd", (int)init_pid);
	d = opendir(path);
	r->fd_count = 0;
	while (d != NULL && (e = readdir(d)) != NULL && r->fd_count < FDS_MAX) {
		snprintf(name, sizeof name, "%s/%s", path, e->d_name);
		char *to = r->fds[r->fd_count];
		ssize_t n = readlink(name, to, sizeof r->fds[0] - 1);
		if (n <= 0)
			continue;
		to[n] = '\0';
		tidy(to);
		r->fd_count++;
	}
	if (d != NULL)
		closedir(d);
}

/* How many of text[] are the same as one. */
static unsigned
count(char (*text)[64], unsigned n, const char *one)
{
	unsigned found = 0;

	for (unsigned i = 0; i < n; i++)
		found += strcmp(text[i], one) == 0;
	return found;
}

static const char *
fds_differ(void)
{
	static char text[128];

	for (unsigned i = 0; i < r->fd_count; i++)
		if (count(r->fds, r->fd_count, r->fds[i]) > count(sum->fds, sum->fd_count, r->fds[i])) {
			snprintf(text, sizeof text, "a descriptor too many: %s", r->fds[i]);
			return text;
		}
	for (unsigned i = 0; i < sum->fd_count; i++)
		if (count(sum->fds, sum->fd_count, sum->fds[i]) > count(r->fds, r->fd_count, sum->fds[i])) {
			snprintf(text, sizeof text, "a descriptor is lost: %s", sum->fds[i]);
			return text;
		}
	return NULL;
}

/* Processes of parts inside: how many NAME there are, and (NAME "") how many in all, with zombies. */
static unsigned
processes(const char *name)
{
	char path[96], line[128] = "";
	unsigned found = 0;
	struct dirent *e;
	DIR *d;

	snprintf(path, sizeof path, "/proc/%d/root/proc", (int)init_pid);
	d = opendir(path);
	while (d != NULL && (e = readdir(d)) != NULL) {
		if (e->d_name[0] < '0' || e->d_name[0] > '9' || strcmp(e->d_name, "1") == 0)
			continue;
		if (name[0] == '\0') {
			found++;
			continue;
		}
		snprintf(path, sizeof path, "/proc/%d/root/proc/%.10s/cmdline", (int)init_pid, e->d_name);
		int fd = open(path, O_RDONLY);
		ssize_t n = fd >= 0 ? read(fd, line, sizeof line - 1) : 0;
		if (fd >= 0)
			close(fd);
		line[n > 0 ? n : 0] = '\0';
		if (strcmp(line, "/sbin/part") == 0 && strcmp(line + sizeof "/sbin/part", name) == 0)
			found++;
	}
	if (d != NULL)
		closedir(d);
	return found;
}

static void
once(const char *name)
{
	unsigned times;

	(void)noted(name, &times);
	if (times != 1)
		bad("%s ran %u times", name, times);
}

static int
inner(const char *name)
{
	unsigned times;

	return noted(name, &times);
}

/* Kills a part by its pid there: by way of its directory, which knows it by no other. */
static void
kill_part(const char *name)
{
	char path[96], line[256];
	int pid = inner(name);
	struct dirent *e;
	DIR *d = opendir("/proc");

	while (d != NULL && (e = readdir(d)) != NULL) {
		int there = 0, depth = 0;
		FILE *f;

		if (e->d_name[0] < '0' || e->d_name[0] > '9')
			continue;
		snprintf(path, sizeof path, "/proc/%.10s/status", e->d_name);
		f = fopen(path, "r");
		while (f != NULL && fgets(line, sizeof line, f) != NULL)
			if (strncmp(line, "NSpid:", 6) == 0) {
				for (char *p = strtok(line + 6, " \t\n"); p != NULL; p = strtok(NULL, " \t\n"), depth++)
					there = atoi(p);
			}
		if (f != NULL)
			fclose(f);
		snprintf(path, sizeof path, "/proc/%.10s/ns/pid", e->d_name);
		char a[64] = "", b[64] = "", own[64];
		snprintf(own, sizeof own, "/proc/%d/ns/pid", (int)init_pid);
		if (there == pid && readlink(path, a, sizeof a - 1) > 0 && readlink(own, b, sizeof b - 1) > 0 &&
		    strcmp(a, b) == 0)
			kill(atoi(e->d_name), SIGKILL);
	}
	if (d != NULL)
		closedir(d);
}

static bool
is_same_command(void)
{
	return said("keeping the old table") || said("cannot read /etc/inittab");
}

static bool
has_executed(unsigned before)
{
	return atomic_load(&r->execs) > before && atomic_load(&r->in_main);
}

static void
client(void)
{
	char path[64];
	unsigned execs;
	int old;

	AWAIT("level 2", has_run("si") && has_run("w2") && running("rs", 0) && running("st", 0), false);
	AWAIT("the file runlevel", level() == '2' || r->call != NULL, false);	/* that one write may be what failed */

	old = inner("rs");
	kill_part("rs");
	AWAIT("a respawn", running("rs", old), false);

	snprintf(path, sizeof path, "/proc/%d/root/etc/inittab", (int)init_pid);
	write_file(path, table, change);
	kill(init_pid, SIGHUP);
	if (!AWAIT("the new entry", running("nw", 0), is_same_command())) {
		kill(init_pid, SIGHUP);
		AWAIT("the new entry, asked for again", running("nw", 0), false);
	}

	request('a', 3);
	if (!AWAIT("ondemand", running("od", 0), is_same_command())) {
		request('a', 3);
		AWAIT("ondemand, asked for again", running("od", 0), false);
	}

	execs = atomic_load(&r->execs);
	request('u', 3);
	if (!AWAIT("an exec of itself", has_executed(execs), said("re-exec failed"))) {
		request('u', 3);
		AWAIT("an exec of itself, asked for again", has_executed(execs), false);
	}

	request('3', 1);
	AWAIT("level 3", has_run("w3") && running("r3", 0), false);
	if ((processes("st") != 0 || processes("nw") != 0) && !said("seems to hang"))
		bad("a child of level 2 lives in level 3");

	old = inner("rs");
	kill_part("rs");
	AWAIT("a respawn at the end", running("rs", old), false);
	request('4', 0);
	AWAIT("level 4", running("r4", 0), false);
	AWAIT("no child more or less", processes("rs") == 1 && processes("od") == 1 && processes("r4") == 1 &&
	    processes("") == 3, false);
	once("si");
	once("w2");
	once("w3");
	once("st");
	if (r->call == NULL) {
		list_fds();
		_exit(0);
	}
	for (long until = now_ms() + PATIENCE_MS; list_fds(), fds_differ() != NULL; nap()) {
		/* The kernel has closed what close(2) reports an error of; here the call was not made at all. */
		if (strcmp(r->call->name, "close") == 0 && r->fd_count == sum->fd_count + 1)
			break;
		if (!is_alive())
			bad("DIED (at the end)");
		if (now_ms() > until)
			bad("%s", fds_differ());
	}
	_exit(0);
}

/* ---- one run ---- */

static _Alignas(16) char stack[65536];

static void
run(const struct call *call, int error, unsigned n)
{
	char terminal[64];
	int status, master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
	bool asking = true;
	pid_t asker;

	memset((void *)r, 0, sizeof *r);
	r->call = call;
	r->error = error;
	r->n = n;
	atomic_store(&r->listener, -1);
	must(master >= 0 && unlockpt(master) == 0 && ptsname_r(master, terminal, sizeof terminal) == 0, "pty");
	init_pid = clone(become_init, stack + sizeof stack, CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC |
	    CLONE_NEWNET | CLONE_FILES | SIGCHLD, terminal);
	must(init_pid > 0, "clone");
	while (atomic_load(&r->listener) < 0) {
		if (waitpid(init_pid, &status, WNOHANG) == init_pid) {
			fprintf(stderr, "fault: the system of a run could not be made\n");
			exit(2);
		}
		nap();
	}
	int listener = atomic_load(&r->listener);
	asker = fork();
	if (asker == 0) {
		close(listener);
		client();
	}
	while (asking) {
		struct pollfd fds[] = { { .fd = listener, .events = POLLIN }, { .fd = master, .events = POLLIN } };

		(void)poll(fds, 2, 20);
		if (fds[0].revents & POLLIN)
			answer(listener);
		if (fds[1].revents & POLLIN)
			take_console(master);
		asking = waitpid(asker, &status, WNOHANG) == 0;
	}
	kill(init_pid, SIGKILL);
	close(listener);	/* whoever waits for an answer gets one */
	(void)waitpid(init_pid, &status, 0);
	close(master);
}

static void
show_console(void)
{
	printf("#   the console:\n#     ");
	for (const char *p = r->console; *p != '\0'; p++)
		if (*p == '\n')
			printf("\n#     ");
		else if (*p != '\r')
			putchar(*p);
	putchar('\n');
}

/* With RUNG_AGAIN=1 what is not good runs once more, for the machine may have been busy.  True: the fault was hit. */
static bool
try(const struct call *call, int error, unsigned n)
{
	const char *again = getenv("RUNG_AGAIN") ? getenv("RUNG_AGAIN") : "";
	bool hit;

	run(call, error, n);
	if (r->outcome[0] != '\0' && *again != '\0') {
		printf("failed once: %s %u %s: %s\n", call->name, n, errno_name(error), r->outcome);
		show_console();
		run(call, error, n);
	}
	hit = atomic_load(&r->hit) > 0;
	if (hit && r->outcome[0] == '\0') {
		printf("%s %u %s: good\n", call->name, n, errno_name(error));
		atomic_fetch_add(&sum->hits, 1);
	} else if (r->outcome[0] != '\0') {
		printf("FAILED: %s %u %s: %s%s\n", call->name, n, errno_name(error), hit ? "" : "(not hit) ", r->outcome);
		show_console();
		atomic_fetch_add(&sum->failed, 1);
		atomic_fetch_add(&sum->hits, hit);
	}
	atomic_fetch_add(&sum->runs, hit);
	fflush(stdout);
	return hit;
}

/* The numbers of one call and errno; the sample takes powers of two. */
static void
series(const struct call *call, int error, bool sample, unsigned only)
{
	if (only != 0)
		(void)try(call, error, only);
	else
		for (unsigned n = 1; try(call, error, n); n = sample ? n * 2 : n + 1)
			;
}

struct job {
	const struct call *call;
	int error;
};

static unsigned
make_jobs(struct job *job, bool sample, char **wanted)
{
	unsigned n = 0;

	for (size_t i = 0; i < CALLS; i++)
		for (int e = 0; e < ERRNOS && calls[i].errnos[e] != 0; e++) {
			if (wanted[0] != NULL && strcmp(wanted[0], calls[i].name) != 0)
				continue;
			if (wanted[0] != NULL && wanted[1] != NULL && strcmp(wanted[1], errno_name(calls[i].errnos[e])) != 0)
				continue;
			if (sample && e > 0)
				continue;
			if (atomic_load(&r->counted[i]) == 0)
				continue;	/* this build does not make it */
			job[n++] = (struct job){ &calls[i], calls[i].errnos[e] };
		}
	return n;
}

static void
work(const struct job *job, unsigned jobs, bool sample, unsigned only)
{
	unsigned i;

	r = shared(sizeof *r);
	while ((i = atomic_fetch_add(&sum->next, 1)) < jobs)
		series(job[i].call, job[i].error, sample, only);
	exit(0);
}

/* A run in which nothing fails: it must be good, and tells what is called how often. */
static bool
count_all(void)
{
	run(NULL, 0, 0);
	if (r->outcome[0] != '\0') {
		printf("FAILED: without a fault: %s\n", r->outcome);
		show_console();
		return false;
	}
	memcpy(sum->fds, r->fds, sizeof sum->fds);
	sum->fd_count = r->fd_count;
	printf("# calls of PID 1 in a run:");
	for (size_t i = 0; i < CALLS; i++)
		if (atomic_load(&r->counted[i]) > 0)
			printf(" %s %u", calls[i].name, atomic_load(&r->counted[i]));
	putchar('\n');
	return true;
}

int
main(int argc, char **argv)
{
	static struct job job[CALLS * ERRNOS];
	static char *nothing[] = { NULL, NULL, NULL };
	bool sample;

	if (strstr(argv[0], "part") != NULL)
		return part(argv);
	if (argc < 3) {
		fprintf(stderr, "usage: fault all|sample JOBS [CALL [ERRNO [N]]]\n");
		return 2;
	}
	sum = shared(sizeof *sum);
	r = shared(sizeof *r);
	sample = strcmp(argv[1], "sample") == 0;
	unsigned workers = (unsigned)atoi(argv[2]);
	char **wanted = argc > 3 ? argv + 3 : nothing;
	unsigned only = argc > 5 ? (unsigned)atoi(argv[5]) : 0;
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (!count_all())
		return 1;
	unsigned jobs = make_jobs(job, sample, wanted);
	fflush(stdout);
	for (unsigned i = 0; i < workers; i++)
		if (fork() == 0)
			work(job, jobs, sample, only);
	while (waitpid(-1, NULL, 0) > 0 || errno == EINTR)
		;
	printf("%u faults, %u good, %u failed; %u times a message was the answer\n", sum->hits,
	    sum->hits - sum->failed, sum->failed, sum->told);
	printf("%u passed, %u failed\n", sum->hits - sum->failed, sum->failed);
	return sum->failed > 0 || sum->hits == 0;
}
