/*
 * assail.c - does harm to PID 1, again and again, and looks whether it carries on.
 *
 * usage: assail [-n ROUNDS] [-s SEED] [-p SECONDS] [-v] HARM...	inside the system under test
 *
 * Each round does one of the HARMs, then asks for the entries of class a and waits until one of them,
 * which must be "acted" (this program by another name), has run, for up to SECONDS (10): that is the proof of life, and its time is
 * taken.  The last line reads "ROUNDS rounds, N crashes, N execs, median N us, worst N us, extra N".
 *
 *	kill		one of the seven fault signals, by kill(2)
 *	SEGV BUS ...	that one
 *	fault		a real fault at a random instruction
 *	spawn		the same between clone(2) and the end of the child's bookkeeping
 *	read		the same while the table is read: near memfd_create(2), dup3(2) and munmap(2)
 *	twice		a second fault in the handler of the first
 *	overflow	endless recursion
 *	abort		abort(3) as of a damaged heap: init sends itself SIGABRT
 *	core		SEGV by kill(2), with a core limit that allows a file
 *	upgrade		telinit u, with signals, requests and deaths around it
 *	early		a fault at each of ten beginnings, without a turn of the loop between them; no proof of life
 *	none		nothing
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../../initctl.h"
#include "../../state.h"

#define FIFO "/run/initctl"
#define ACTED "/run/acted"
#define ROUNDS_MAX 100000

static bool verbose;
static int patience_ms = 10000;	/* for each proof of life */
static int acted_fd = -1;
static long times[ROUNDS_MAX];

static void
fail(const char *what)
{
	printf("assail: %s: %s\n", what, strerror(errno));
	fflush(stdout);
	_exit(1);
}

static long
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void
nap_us(long us)
{
	struct timespec t = { .tv_nsec = us * 1000 };

	nanosleep(&t, NULL);
}

static long
pick(long n)
{
	return (long)(random() % n);
}

/* ---- what PID 1 knows of itself ---- */

static struct state_header head;

static bool
look(void)
{
	int fd = open("/proc/1/fd/9", O_RDONLY | O_CLOEXEC);
	bool good = fd >= 0 && pread(fd, &head, sizeof head, 0) == (ssize_t)sizeof head &&
	    memcmp(head.magic, "rung", 4) == 0;

	if (fd >= 0)
		close(fd);
	return good;
}

static void
look_well(void)
{
	for (int i = 0; i < 1000 && !look(); i++)
		nap_us(1000);
}

static uint32_t
crashes(void)
{
	look_well();
	return head.crash.count;
}

static uint32_t events_seen, execs;

/* Count the execs that are new in the ring. */
static uint32_t
count_execs(void)
{
	look_well();
	if (head.events - events_seen > STATE_EVENTS)
		events_seen = head.events - STATE_EVENTS_RING;
	for (; events_seen != head.events; events_seen++)
		execs += head.event[state_event_at(events_seen)].kind == EVENT_EXEC;
	return execs;
}

/* ---- requests ---- */

static void
request(int level)
{
	struct initctl_request r = { .magic = INITCTL_MAGIC, .command = INITCTL_RUNLVL, .runlevel = level,
	    .sleeptime = 3 };
	int fd;

	for (int i = 0; (fd = open(FIFO, O_WRONLY | O_NONBLOCK | O_CLOEXEC)) < 0; i++) {
		if (i == patience_ms)
			fail(FIFO);
		nap_us(1000);
	}
	if (write(fd, &r, sizeof r) != (ssize_t)sizeof r)
		fail("request");
	close(fd);
}

static long
drain(void)
{
	char bytes[256];
	ssize_t n = read(acted_fd, bytes, sizeof bytes);

	return n > 0 ? n : 0;
}

/* How long does a request take to act, in us? */
static long
proof_of_life(void)
{
	struct pollfd p = { .fd = acted_fd, .events = POLLIN };
	long began = now_us();
	char byte;

	request('a');
	if (poll(&p, 1, patience_ms) != 1)
		fail("no sign of life");
	(void)!read(acted_fd, &byte, 1);
	return now_us() - began;
}

/* ---- by kill(2) ---- */

static const struct {
	const char *name;
	int number;
} signals[] = {
	{ "SEGV", SIGSEGV }, { "BUS", SIGBUS }, { "ILL", SIGILL }, { "FPE", SIGFPE },
	{ "ABRT", SIGABRT }, { "SYS", SIGSYS }, { "TRAP", SIGTRAP },
};
#define SIGNALS (sizeof signals / sizeof *signals)

/* ---- work ---- */

static pid_t
some_child(void)
{
	pid_t kids[256];
	int n = 0;
	FILE *f = fopen("/proc/1/task/1/children", "r");

	while (f != NULL && n < 256 && fscanf(f, "%d", &kids[n]) == 1)
		n++;
	if (f != NULL)
		fclose(f);
	return n > 0 ? kids[pick(n)] : 0;
}

/* Is that process a mortal?  The others are not ours to kill. */
static bool
is_mortal(pid_t pid)
{
	char path[64], name[16] = "";
	snprintf(path, sizeof path, "/proc/%d/comm", pid);
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd >= 0) {
		(void)!read(fd, name, sizeof name - 1);
		close(fd);
	}
	return strcmp(name, "mortal\n") == 0;
}

static void
kill_some(void)
{
	for (int i = 0; i < 100; i++) {
		pid_t pid = some_child();

		if (pid > 1 && is_mortal(pid)) {
			kill(pid, SIGKILL);
			return;
		}
	}
}

static void
give_it_work(void)
{
	switch (pick(4)) {
	case 0:
		kill(1, SIGHUP);
		return;
	case 1:
		request('q');
		return;
	case 2:
		kill_some();
		return;
	default:
		return;
	}
}

#if defined(__x86_64__)
/* ---- by ptrace(2) ---- */

static int pending;	/* a signal that was to be delivered when init stopped */

static void
trace(int what, long data)
{
	if (ptrace(what, 1, 0, data) < 0)
		fail("ptrace");
}

/* SIGTRAP of an int3, not of a step: from there on si_code is the kernel's. */
static bool
is_breakpoint(void)
{
	siginfo_t info;

	return ptrace(PTRACE_GETSIGINFO, 1, 0, &info) == 0 && info.si_code == SI_KERNEL;
}

/* With what the kernel tells of init. */
static void
fail_as_it_is(const char *what)
{
	static const char *const files[] = { "/proc/1/status", "/proc/1/syscall", "/proc/1/stack" };
	char line[256];

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		FILE *f = fopen(files[i], "r");

		while (f != NULL && fgets(line, sizeof line, f) != NULL)
			printf("%s: %s", files[i], line);
		if (f != NULL)
			fclose(f);
	}
	fail(what);
}

/* Wait until init stops; it may be asleep: then it is stopped where it is.  The status. */
static int
wait_stop(long timeout_us)
{
	long until = now_us() + timeout_us;
	int interrupted = 0, status;

	for (;;) {
		pid_t pid = waitpid(1, &status, __WALL | WNOHANG);

		if (pid < 0)
			fail("waitpid");
		if (pid == 1)
			break;
		if (now_us() > until) {
			if (interrupted++ == 60)	/* translated, on a busy machine */
				fail_as_it_is("does not stop");
			trace(PTRACE_INTERRUPT, 0);
			until = now_us() + 1000000;
		}
		nap_us(20);
	}
	if (!WIFSTOPPED(status))
		fail("has ended");
	pending = 0;
	if (status >> 16 == 0 && WSTOPSIG(status) == SIGTRAP && is_breakpoint())
		pending = SIGTRAP;
	else if (status >> 16 == 0 && WSTOPSIG(status) != SIGTRAP && WSTOPSIG(status) != (SIGTRAP | 0x80))
		pending = WSTOPSIG(status);
	return status;
}

static void
go_on(int how)
{
	trace(how, pending);
}

static void need_handlers(void);

static void
seize(long options)
{
	if (ptrace(PTRACE_SEIZE, 1, 0, options | PTRACE_O_TRACESYSGOOD) < 0)
		fail("ptrace");
	trace(PTRACE_INTERRUPT, 0);
	(void)wait_stop(1000000);
	need_handlers();
}

/* Does init catch all faults, or is it between its exec and its first lines? */
static bool
has_handlers(void)
{
	char line[256];
	unsigned long long caught = 0;
	bool all = true;
	FILE *f = fopen("/proc/1/status", "r");

	if (f == NULL)
		return true;	/* no /proc: nothing to go by */
	while (fgets(line, sizeof line, f) != NULL)
		if (strncmp(line, "SigCgt:", 7) == 0)
			caught = strtoull(line + 7, NULL, 16);
	(void)fclose(f);
	for (size_t i = 0; i < SIGNALS; i++)
		all = all && (caught & 1ull << (signals[i].number - 1)) != 0;
	return all;
}

/* An exec takes the handlers away: until the new init has set its own, no fault can be survived. */
static void
need_handlers(void)
{
	for (int i = 0; i < 5000 && !has_handlers(); i++) {
		go_on(PTRACE_SYSCALL);
		(void)wait_stop(1000000);
	}
}

static void
get(struct user_regs_struct *r)
{
	if (ptrace(PTRACE_GETREGS, 1, 0, r) < 0)
		fail("registers");
}

static void
put(struct user_regs_struct *r)
{
	r->orig_rax = (unsigned long long)-1;	/* or the kernel would restart the system call */
	if (ptrace(PTRACE_SETREGS, 1, 0, r) < 0)
		fail("registers");
}

/* Where the program began: code that is run no more. */
static unsigned long
entry(void)
{
	unsigned long pair[2], at = 0;
	int fd = open("/proc/1/auxv", O_RDONLY | O_CLOEXEC);

	while (fd >= 0 && read(fd, pair, sizeof pair) == (ssize_t)sizeof pair && pair[0] != AT_NULL)
		if (pair[0] == AT_ENTRY)
			at = pair[1];
	if (fd < 0 || at == 0)
		fail("/proc/1/auxv");
	close(fd);
	return at;
}

static void
run_code(const unsigned char *code, size_t len)
{
	struct user_regs_struct r;
	unsigned long at = entry(), word[3];

	memset(word, 0xcc, sizeof word);
	memcpy(word, code, len);
	for (unsigned long i = 0; i < 3; i++)
		if (ptrace(PTRACE_POKETEXT, 1, at + i * 8, word[i]) < 0)
			fail("code");
	get(&r);
	r.rip = at;
	put(&r);
}

static const unsigned char
	ud2[] = { 0x0f, 0x0b }, hlt[] = { 0xf4 }, int3[] = { 0xcc },
	div0[] = { 0x31, 0xc9, 0xf7, 0xf1 },			/* xor ecx,ecx; div ecx */
	recursion[] = { 0xe8, 0xfb, 0xff, 0xff, 0xff },		/* call itself */
	abort_self[] = { 0xbf, 1, 0, 0, 0, 0xbe, 6, 0, 0, 0, 0xb8, 62, 0, 0, 0, 0x0f, 5 };	/* kill(1, SIGABRT) */

/* Make what comes next a fault. */
static void
spoil(void)
{
	struct user_regs_struct r;

	long kind = pick(8);

	need_handlers();
	if (verbose)
		printf("spoil %ld\n", kind);
	switch (kind) {
	case 0:
		run_code(ud2, sizeof ud2);
		return;
	case 1:
		run_code(hlt, sizeof hlt);
		return;
	case 2:
		run_code(int3, sizeof int3);
		return;
	case 3:
		run_code(div0, sizeof div0);
		return;
	case 4:
		run_code(recursion, sizeof recursion);
		return;
	case 5:
		get(&r);
		r.rsp = 16;	/* the handler has a stack of its own */
		run_code(recursion, sizeof recursion);
		get(&r);
		r.rsp = 16;
		put(&r);
		return;
	case 6:
		get(&r);
		r.rip = 0x8000000000000000ull + (unsigned long)random();	/* no address at all */
		put(&r);
		return;
	default:
		get(&r);
		r.rip = (unsigned long)pick(4096);
		put(&r);
		return;
	}
}

static void
let_go(void)
{
	trace(PTRACE_DETACH, pending);
}

static bool
is_fault(int sig)
{
	for (size_t i = 0; i < SIGNALS; i++)
		if (signals[i].number == sig)
			return true;
	return false;
}

/* Is init about to execute itself?  Until the new one has its handlers no fault can be survived. */
static bool
is_before_exec(void)
{
	struct user_regs_struct r;

	get(&r);
	if ((long)r.orig_rax == SYS_execveat || (long)r.orig_rax == SYS_execve)
		return true;
	return (r.rax == SYS_execveat || r.rax == SYS_execve) &&
	    (ptrace(PTRACE_PEEKTEXT, 1, r.rip, 0) & 0xffff) == 0x050f;
}

/* Some way through a turn of the loop, or through a handler. */
static void
walk(long calls, long steps)
{
	for (long i = 0; i < calls && !is_before_exec(); i++) {
		go_on(PTRACE_SYSCALL);
		(void)wait_stop(5000);
	}
	for (long i = 0; i < steps && !is_before_exec(); i++) {
		go_on(PTRACE_SINGLESTEP);
		(void)wait_stop(5000);
	}
}

static void
fault(void)
{
	seize(0);
	give_it_work();
	walk(pick(2) ? pick(40) : 0, pick(2) ? pick(200) : pick(10));
	spoil();
	let_go();
}

/* clone3(2) is for children alone; of clone(2) they have CLONE_PARENT_SETTID. */
#ifndef SYS_clone3
#define SYS_clone3 435
#endif
#define STARTS_A_CHILD(r) ((r).orig_rax == SYS_clone3 || ((r).orig_rax == SYS_clone && ((r).rdi & 0x00100000)))

static void
spawn(void)
{
	struct user_regs_struct r;
	unsigned long child;
	int status;

	seize(PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE);
	for (long until = now_us() + patience_ms * 1000l;;) {
		if (now_us() > until)
			fail("starts no child");
		kill_some();
		go_on(PTRACE_CONT);
		status = wait_stop(200000);
		int event = status >> 16;
		if (event != PTRACE_EVENT_FORK && event != PTRACE_EVENT_VFORK && event != PTRACE_EVENT_CLONE)
			continue;
		if (ptrace(PTRACE_GETEVENTMSG, 1, 0, &child) < 0)
			fail("child");
		while (waitpid((pid_t)child, &status, __WALL) < 0 && errno == EINTR)
			;
		if (ptrace(PTRACE_DETACH, (pid_t)child, 0, 0) < 0 && errno != ESRCH)
			fail("child");
		get(&r);
		if (STARTS_A_CHILD(r))
			break;
	}
	trace(PTRACE_SETOPTIONS, PTRACE_O_TRACESYSGOOD);
	walk(0, pick(700));
	spoil();
	let_go();
}

static void
reading(void)
{
	static const long calls[] = { SYS_memfd_create, SYS_fallocate, SYS_fcntl, SYS_mmap, SYS_dup3, SYS_munmap };
	long call = calls[pick((long)(sizeof calls / sizeof *calls))];
	struct user_regs_struct r = { .rip = 0 };

	seize(0);
	kill(1, SIGHUP);
	for (int i = 0; i < 400; i++) {
		go_on(PTRACE_SYSCALL);
		if (wait_stop(100000) >> 8 != (SIGTRAP | 0x80))
			continue;
		get(&r);
		if ((long)r.orig_rax == call)
			break;
	}
	walk(0, pick(2) ? pick(100) : pick(3000));
	spoil();
	let_go();
}

static void
twice(void)
{
	seize(0);
	spoil();
	do {
		go_on(PTRACE_CONT);
		(void)wait_stop(1000000);
	} while (!is_fault(pending));
	go_on(PTRACE_SINGLESTEP);	/* into the handler */
	(void)wait_stop(5000);
	walk(pick(2) ? pick(6) : 0, pick(200));
	spoil();
	let_go();
}

static void
overflow(void)
{
	seize(0);
	run_code(recursion, sizeof recursion);
	let_go();
}

static void
abort_it(void)
{
	seize(0);
	run_code(abort_self, sizeof abort_self);
	let_go();
}

/* On until the handlers of all faults stand: SIGTRAP's is the last. */
static void
until_handlers(void)
{
	struct user_regs_struct r = { .rip = 0 };

	for (int i = 0; i < 5000; i++) {
		go_on(PTRACE_SYSCALL);
		if (wait_stop(1000000) >> 8 != (SIGTRAP | 0x80))
			continue;
		get(&r);
		if (r.orig_rax != SYS_rt_sigaction || r.rdi != SIGTRAP || r.rsi == 0)
			continue;
		if (ptrace(PTRACE_PEEKDATA, 1, r.rsi, 0) != 0)	/* the handler comes first, SIG_DFL is 0 */
			break;
	}
	walk(1, 0);
}

/* Ten crashes in a row, each but the first as soon as the handlers are in place again. */
static void
early(void)
{
	seize(PTRACE_O_TRACEEXEC);
	for (int i = 0; i < 10; i++) {
		if (i > 0)
			until_handlers();
		spoil();
		do
			go_on(PTRACE_CONT);
		while (wait_stop(5000000) >> 8 != (SIGTRAP | PTRACE_EVENT_EXEC << 8));
	}
	let_go();
}
#else
static void fault(void) { errno = ENOSYS; fail("fault"); }
#define spawn fault
#define reading fault
#define twice fault
#define overflow fault
#define abort_it fault
#define early fault
#endif

static void
upgrade(void)
{
	uint32_t before = count_execs();
	long until = now_us() + patience_ms * 1000l;

	give_it_work();
	request('U');
	give_it_work();
	while (count_execs() == before) {
		if (now_us() > until)
			fail("no exec");
		nap_us(500);
	}
}

static void
none(void)
{
}

static void
by_kill(void)
{
	kill(1, signals[pick((long)SIGNALS)].number);
}

static void
core(void)
{
	const struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY };

	if (prlimit(1, RLIMIT_CORE, &all, NULL) < 0)
		fail("core limit");
	kill(1, SIGSEGV);
}

static const struct {
	const char *name;
	void (*act)(void);
	bool no_proof;
} harms[] = {
	{ "kill", by_kill, false }, { "fault", fault, false }, { "spawn", spawn, false },
	{ "read", reading, false }, { "twice", twice, false }, { "overflow", overflow, false },
	{ "abort", abort_it, false }, { "upgrade", upgrade, false }, { "none", none, false },
	{ "core", core, false },
	{ "early", early, true },
};
#define HARMS (sizeof harms / sizeof *harms)

/* Does it; is a proof of life to be asked for? */
static bool
harm(const char *name)
{
	for (size_t i = 0; i < SIGNALS; i++)
		if (strcmp(name, signals[i].name) == 0) {
			kill(1, signals[i].number);
			return true;
		}
	for (size_t i = 0; i < HARMS; i++)
		if (strcmp(name, harms[i].name) == 0) {
			harms[i].act();
			return !harms[i].no_proof;
		}
	printf("assail: no harm %s\n", name);
	_exit(2);
}

static int
by_value(const void *a, const void *b)
{
	long x = *(const long *)a, y = *(const long *)b;

	return x < y ? -1 : x > y;
}

static int
report_life(void)
{
	int fd = open(ACTED, O_WRONLY | O_NONBLOCK);

	return fd >= 0 && write(fd, "a", 1) == 1 ? 0 : 1;
}

static int
assail(int rounds, char **names, int count)
{
	uint32_t crashes_before = crashes();
	int proofs = 0;
	long extra = 0;

	(void)count_execs();
	execs = 0;
	if (mkfifo(ACTED, 0600) < 0 && errno != EEXIST)
		fail(ACTED);
	acted_fd = open(ACTED, O_RDWR | O_NONBLOCK | O_CLOEXEC);
	if (acted_fd < 0)
		fail(ACTED);
	for (int i = 0; i < rounds; i++) {
		const char *name = names[i % count];

		extra += drain();
		if (verbose)
			printf("%d %s\n", i, name);
		if (harm(name))
			times[proofs++] = proof_of_life();
		(void)count_execs();
	}
	qsort(times, (size_t)proofs, sizeof *times, by_value);
	printf("%d rounds, %u crashes, %u execs, median %ld us, worst %ld us, extra %ld\n", rounds,
	    crashes() - crashes_before, execs, proofs > 0 ? times[proofs / 2] : 0,
	    proofs > 0 ? times[proofs - 1] : 0, extra);
	return 0;
}

int
main(int argc, char **argv)
{
	unsigned seed = (unsigned)now_us();
	int option, rounds = 1;

	if (strstr(argv[0], "acted") != NULL)
		return report_life();
	while ((option = getopt(argc, argv, "n:s:p:v")) != -1) {
		if (option == 'n')
			rounds = atoi(optarg);
		else if (option == 's')
			seed = (unsigned)strtoul(optarg, NULL, 0);
		else if (option == 'p')
			patience_ms = atoi(optarg) * 1000;
		else if (option == 'v')
			verbose = true;
		else
			return 2;
	}
	if (optind == argc || rounds < 1 || rounds > ROUNDS_MAX)
		return 2;
	setvbuf(stdout, NULL, _IOLBF, 0);
	srandom(seed);
	printf("seed %u\n", seed);
	return assail(rounds, argv + optind, argc - optind);
}
