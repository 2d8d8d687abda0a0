/*
 * probe.c - starts an init as PID 1 of a throwaway system, asks it for things and measures what comes of it.
 *
 * usage: probe [OPTION]... TASK...	inside, see run
 *
 *	-n ENTRIES	children that it has when it is up
 *	-k KIND		inittab, busybox, finit, service or floor: how it is asked for things
 *	-s SEED		which lines are changed
 *	-p SECONDS	patience
 *	-i SECONDS	how long `idle' looks
 *
 * As PID 1 it waits for the probe, gives up what could touch the machine and executes the init that /bench/exec names.
 * Where there is a /bench/bin, it takes the place of /usr/bin: some programs know each other by that path.
 * Tasks run in the order given.  Each result is a line "NAME VALUE" or "NAME - REASON".
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/capability.h>
#include <linux/perf_event.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../../initctl.h"
#include "book.h"

#define ORPHANS 10000
#define BATCHES 9		/* of orphans, in one boot */
#define CHANGES 7		/* of level, in one boot: a classic init takes ten starts in two minutes for too many */
#define SAMPLES 20		/* of one kind in one boot, at most */
#define ENOUGH_NS 4000000000	/* slow ones are asked until so much time has passed */
#define SETTLE_NS 1200000000	/* supervisors pause when a child has lived less than a second */
#define STEP_NS 100000
#define QUIET_NS 15000000	/* asleep for so long: it is done */

static struct {
	int entries;
	const char *kind;
	unsigned seed;
	int64_t patience_ns;
	int idle_s;
} opt = { .kind = "inittab", .patience_ns = 60000000000, .idle_s = 60 };

static struct book *book;

static _Noreturn void
fail(const char *what)
{
	(void)fprintf(stderr, "probe: %s: %s\n", what, strerror(errno));
	exit(1);
}

static int64_t
now_ns(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void
pause_ns(int64_t ns)
{
	struct timespec t = { .tv_sec = ns / 1000000000, .tv_nsec = ns % 1000000000 };

	(void)nanosleep(&t, NULL);
}

static bool
is_kind(const char *kind)
{
	return strcmp(opt.kind, kind) == 0;
}

static void
result(const char *name, double value)
{
	(void)printf("%s %.3f\n", name, value);
}

static void
no_result(const char *name, const char *reason)
{
	(void)printf("%s - %s\n", name, reason);
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static double
median(double *v, int n)
{
	qsort(v, (size_t)n, sizeof *v, by_value);
	return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

/* First word of a file below /proc, or -1. */
static int64_t
figure(const char *path)
{
	long long value = -1;
	FILE *f = fopen(path, "re");

	if (!f)
		return -1;
	if (fscanf(f, "%lld", &value) != 1)
		value = -1;
	(void)fclose(f);
	return value;
}

/* CPU time of PID 1 alone. */
static int64_t
cpu_ns(void)
{
	return figure("/proc/1/schedstat");
}

/* ---- PID 1, before it is an init ---- */

static void
map_book(int flags)
{
	int fd = open(BOOK_PATH, O_RDWR | flags, 0600);

	/* written, not only made longer: a child shall not be the first to ask for a page */
	for (size_t i = 0; flags && i < sizeof *book; i += 4096)
		(void)pwrite(fd, &(char){ 0 }, 1, (off_t)i);
	if (flags)
		(void)ftruncate(fd, sizeof *book);
	book = mmap(NULL, sizeof *book, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (fd < 0 || book == MAP_FAILED)
		fail(BOOK_PATH);
	(void)close(fd);
}

/* No mount, no device, no host name, no network: some inits would set up the machine. */
static void
give_up_power(void)
{
	static const int powers[] = { CAP_SYS_ADMIN, CAP_MKNOD, CAP_NET_ADMIN, CAP_SYS_TTY_CONFIG,
		CAP_SYS_PTRACE, CAP_LINUX_IMMUTABLE };

	for (size_t i = 0; i < sizeof powers / sizeof *powers; i++)
		(void)prctl(PR_CAPBSET_DROP, powers[i], 0, 0, 0);
}

static _Noreturn void
become_init(void)
{
	static char text[4096];
	char *words[64] = { NULL };
	int n = 0, fd = open("/bench/exec", O_RDONLY | O_CLOEXEC);

	if (fd < 0 || read(fd, text, sizeof text - 1) <= 0)
		fail("/bench/exec");
	for (char *w = strtok(text, " \n"); w && n < 63; w = strtok(NULL, " \n"))
		words[n++] = w;
	map_book(O_CREAT | O_TRUNC);
	if (access("/bench/bin", F_OK) == 0 &&
	    mount("/bench/bin", "/usr/bin", NULL, MS_BIND, NULL) < 0)
		fail("/usr/bin");
	give_up_power();
	while (!*(volatile int32_t *)&book->go)
		pause_ns(1000000);
	book->began_cpu_ns = cpu_ns();
	book->began_ns = now_ns();
	(void)execv(words[0], words + 1);
	fail(words[0]);
}

/* ---- who runs where ---- */

static cpu_set_t anywhere;

static void
pin(pid_t pid, const cpu_set_t *to)
{
	(void)sched_setaffinity(pid, sizeof *to, to);	/* one that refuses runs where it likes */
}

/* The n-th processor of those that there are. */
static void
pin_to(pid_t pid, int n)
{
	cpu_set_t one;

	CPU_ZERO(&one);
	for (int cpu = 0; cpu < CPU_SETSIZE; cpu++)
		if (CPU_ISSET(cpu, &anywhere) && n-- == 0)
			CPU_SET(cpu, &one);
	pin(pid, &one);
}

/* ---- looking ---- */

static int64_t
slot_ns(int n)
{
	return *(volatile int64_t *)&book->slot[n].ns;
}

static bool
await_slot(int n, int64_t old_ns, int64_t step_ns)
{
	int64_t until = now_ns() + opt.patience_ns;

	while (slot_ns(n) == old_ns) {
		if (now_ns() > until)
			return false;
		pause_ns(step_ns);
	}
	return true;
}

static bool
is_gone(pid_t pid)
{
	return kill(pid, 0) < 0 && errno == ESRCH;
}

/* All of these processes are no more, zombies too.  Each is looked at until it is gone: that disturbs nobody. */
static bool
await_gone(const pid_t *pids, int n, int64_t step_ns)
{
	int64_t until = now_ns() + opt.patience_ns;

	for (int i = 0; i < n;) {
		if (is_gone(pids[i])) {
			i++;
			continue;
		}
		if (now_ns() > until)
			return false;
		pause_ns(step_ns);
	}
	return true;
}

static pid_t *
pids_of_entries(void)
{
	pid_t *pids = calloc((size_t)opt.entries, sizeof *pids);

	for (int i = 0; pids && i < opt.entries; i++)
		pids[i] = book->slot[i].pid;
	return pids;
}

/* What PID 1 has called to its help is not the time of PID 1 for the kernel: a counter that children inherit. */
static int
open_counter(void)
{
	struct perf_event_attr attr = { .type = PERF_TYPE_SOFTWARE, .size = sizeof attr,
		.config = PERF_COUNT_SW_TASK_CLOCK, .inherit = 1 };

	return (int)syscall(SYS_perf_event_open, &attr, 1, -1, -1, PERF_FLAG_FD_CLOEXEC);
}

static int64_t
cpu_with_children_ns(int counter)
{
	int64_t value = 0;

	if (counter >= 0 && read(counter, &value, sizeof value) == sizeof value)
		return value;
	return cpu_ns();
}

/* It has begun to work since then, and sleeps again. */
static void
await_quiet(int64_t old_cpu)
{
	int64_t until = now_ns() + opt.patience_ns, last = old_cpu, since = now_ns();

	while (now_ns() < until) {
		int64_t cpu = cpu_ns();

		if (cpu != last) {
			last = cpu;
			since = now_ns();
		}
		if (last != old_cpu && now_ns() - since > QUIET_NS)
			return;
		pause_ns(QUIET_NS / 5);
	}
}

/* Calls visit for PID 1 and for what else there is beside children and us: supervisors. */
static void
each_supervisor(void (*visit)(const char *dir, double *sums), double *sums)
{
	DIR *proc = opendir("/proc");
	struct dirent *d;
	char path[64], exe[64];

	while (proc && (d = readdir(proc))) {
		int pid = atoi(d->d_name);
		ssize_t len;

		if (pid < 1 || pid == getpid())
			continue;
		(void)snprintf(path, sizeof path, "/proc/%d/exe", pid);
		len = readlink(path, exe, sizeof exe - 1);
		if (len < 0)
			continue;
		exe[len] = '\0';
		if (strcmp(exe, "/bench/child") == 0)
			continue;
		(void)snprintf(path, sizeof path, "/proc/%d", pid);
		visit(path, sums);
	}
	if (proc)
		(void)closedir(proc);
}

static double
value_in(const char *dir, const char *file, const char *name)
{
	char path[96], line[256];
	size_t len = strlen(name);
	double sum = 0;
	FILE *f;

	(void)snprintf(path, sizeof path, "%s/%s", dir, file);
	f = fopen(path, "re");
	while (f && fgets(line, sizeof line, f))
		if (strncmp(line, name, len) == 0 && line[len] == ':')
			sum += atof(line + len + 1);
	if (f)
		(void)fclose(f);
	return sum;
}

/* ---- asking ---- */

static void
run_program(const char *a, const char *b, const char *c)
{
	pid_t pid = fork();
	int null;

	if (pid == 0) {
		(void)setenv("LD_LIBRARY_PATH", "/bench/lib", 1);
		null = open("/dev/null", O_RDWR);
		(void)dup2(null, 1);
		(void)dup2(null, 2);
		(void)execl(a, a, b, c, (char *)NULL);
		_exit(127);
	}
	(void)waitpid(pid, NULL, 0);
}

static void
write_to(const char *path, const void *bytes, size_t size)
{
	int fd = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0 || write(fd, bytes, size) != (ssize_t)size)
		fail(path);
	(void)close(fd);
}

static void
ask_for_level(char level)
{
	struct initctl_request r = { .magic = INITCTL_MAGIC, .command = INITCTL_RUNLVL, .runlevel = level,
		.sleeptime = INITCTL_SECONDS };

	write_to("/run/initctl", &r, sizeof r);
}

/* NULL, or why it cannot.  The floor has two levels, and goes to the other one. */
static const char *
change_level(char level)
{
	if (is_kind("inittab"))
		ask_for_level(level);
	else if (is_kind("finit"))
		run_program("/bench/initctl", "runlevel", (char[]){ level, '\0' });
	else if (is_kind("floor"))
		(void)kill(1, SIGHUP);
	else
		return is_kind("busybox") ? "has no runlevels" : "has no runlevels, only directories of services";
	return NULL;
}

static const char *
ask_on_demand(void)
{
	if (is_kind("inittab"))
		ask_for_level('a');
	else if (is_kind("finit"))
		run_program("/bench/initctl", "start", "child:demand");
	else if (is_kind("floor"))
		(void)kill(1, SIGUSR1);
	else if (is_kind("service"))
		write_to("/service/demand/supervise/control", "u", 1);
	else
		return "starts nothing on demand";
	return NULL;
}

/* ---- the table ---- */

static struct {
	char *text;
	size_t size;
	int fd;
	size_t *level, *last;	/* of the line of each entry: its runlevel, and the last byte of its command */
} table;

/* Each entry has a line that contains "child NUMBER b". */
static const char *
open_table(void)
{
	const char *path = is_kind("finit") ? "/etc/finit.d/bench.conf" : "/etc/inittab";
	struct stat st;

	if (table.text)
		return NULL;
	if (is_kind("floor") || is_kind("service"))
		return is_kind("floor") ? "has no table" :
		    "has no table: a service is a directory, read when it starts";
	table.fd = open(path, O_RDWR | O_CLOEXEC);
	if (table.fd < 0 || fstat(table.fd, &st) < 0)
		fail(path);
	table.size = (size_t)st.st_size;
	table.text = calloc(1, table.size + 1);
	table.level = calloc((size_t)opt.entries, sizeof *table.level);
	table.last = calloc((size_t)opt.entries, sizeof *table.last);
	if (!table.text || !table.level || !table.last || read(table.fd, table.text, table.size) < 0)
		fail(path);
	for (char *line = table.text; *line;) {
		char *end = strchr(line, '\n'), *child = strstr(line, "/child ");
		int n = child && child < end ? atoi(child + strlen("/child ")) : opt.entries;

		if (n < opt.entries) {
			char *level = memchr(line, '3', (size_t)(end - line));

			/* an id may have a 3 of its own */
			level = is_kind("inittab") ? strchr(line, ':') + 1 : level;
			table.level[n] = (size_t)(level - table.text);
			table.last[n] = (size_t)(end - 1 - table.text);
		}
		line = end + 1;
	}
	return NULL;
}

static void
change_byte(size_t at, char c)
{
	if (pwrite(table.fd, &c, 1, (off_t)at) != 1)
		fail("the table");
	table.text[at] = c;
}

static int
random_entry(void)
{
	opt.seed = opt.seed * 1103515245 + 12345;
	return (int)((opt.seed >> 8) % (unsigned)opt.entries);
}

/* ---- the tasks ---- */

static void
add_cpu(const char *dir, double *sum)
{
	char path[96];

	(void)snprintf(path, sizeof path, "%s/schedstat", dir);
	*sum += (double)figure(path);
}

static bool
task_start(void)
{
	int64_t first = INT64_MAX, last = 0;
	double cpu = 0;

	for (int i = 0; i < opt.entries; i++) {
		if (!await_slot(i, 0, 1000000)) {
			no_result("start", "not all children came up in time");
			return false;
		}
		if (slot_ns(i) < first)
			first = slot_ns(i);
		if (slot_ns(i) > last)
			last = slot_ns(i);
	}
	/* before anything else happens */
	each_supervisor(add_cpu, &cpu);
	result("startcpu", (cpu - (double)book->began_cpu_ns) / 1e3 / opt.entries);
	result("up", (double)(last - book->began_ns) / 1e6);
	if (opt.entries > 1)
		result("start", (double)(last - first) / 1e3 / (opt.entries - 1));
	pause_ns(SETTLE_NS);
	return true;
}

static bool
task_respawn(void)
{
	double us[SAMPLES];
	int samples = opt.entries < SAMPLES ? opt.entries : SAMPLES, n = 0;
	int64_t began = now_ns();

	while (n < samples && (n < 3 || now_ns() - began < ENOUGH_NS)) {
		int i = (int)((int64_t)n * opt.entries / samples);
		int64_t old = slot_ns(i), killed = now_ns();

		(void)kill(book->slot[i].pid, SIGTERM);
		if (!await_slot(i, old, STEP_NS)) {
			no_result("respawn", "a child did not come back in time");
			return false;
		}
		us[n++] = (double)(slot_ns(i) - killed) / 1e3;
		pause_ns(30000000);	/* whatever it does afterwards is over */
	}
	result("respawn", median(us, n));
	return true;
}

/* On the processor of PID 1; vfork() is three times as fast, and a dead child is the same. */
static _Noreturn void
be_parent(int ready, pid_t *pids)
{
	pin_to(0, 0);
	for (int i = 0; i < ORPHANS; i++) {
		pid_t pid = vfork();

		if (pid == 0)
			_exit(0);
		pids[i] = pid;
	}
	(void)write(ready, pids[ORPHANS - 1] > 0 ? "y" : "n", 1);
	for (;;)
		(void)pause();
}

/*
 * They are dead already when their parent dies: PID 1 gets all at once, and only has to reap.  While the kernel gives
 * them to it, under a lock, PID 1 cannot run, for the parent is where it would: on another processor it would wait for
 * that lock, and that is time, too.  The probe looks on from elsewhere.
 */
static const char *
reap_orphans(pid_t *pids, double *wall_ms, double *cpu_ms)
{
	char answer = 'n';
	int ready[2];
	int64_t cpu, began;

	if (pipe(ready) < 0)
		fail("orphans");
	pid_t parent = fork();
	if (parent == 0)
		be_parent(ready[1], pids);
	(void)read(ready[0], &answer, 1);
	(void)close(ready[0]);
	(void)close(ready[1]);
	pause_ns(50000000);
	cpu = cpu_ns();
	began = now_ns();
	(void)kill(parent, SIGKILL);
	(void)waitpid(parent, NULL, 0);
	if (answer != 'y')
		return "too few processes";
	if (!await_gone(pids, ORPHANS, STEP_NS))
		return "not all were reaped in time";
	*wall_ms = (double)(now_ns() - began) / 1e6;
	pause_ns(30000000);
	*cpu_ms = (double)(cpu_ns() - cpu) / 1e6;
	return NULL;
}

static bool
task_orphans(void)
{
	pid_t *pids = mmap(NULL, ORPHANS * sizeof *pids, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	double wall_ms[BATCHES], cpu_ms[BATCHES];

	if (pids == MAP_FAILED || sched_getaffinity(0, sizeof anywhere, &anywhere) < 0)
		fail("orphans");
	pin_to(1, 0);
	pin_to(0, 1);
	for (int i = 0; i < BATCHES; i++) {
		const char *why = reap_orphans(pids, &wall_ms[i], &cpu_ms[i]);

		if (why) {
			no_result("orphans", why);
			return false;
		}
	}
	pin(1, &anywhere);
	pin(0, &anywhere);
	result("orphans", median(wall_ms, BATCHES));
	result("orphancpu", median(cpu_ms, BATCHES));
	return true;
}

/* There: until the one entry of the other level has begun, and all of this one are no more. */
static const char *
leave_level(double *ms)
{
	pid_t *pids = pids_of_entries();
	int64_t old = slot_ns(SLOT_MARK), began = now_ns();
	const char *why = change_level('4');

	if (!why && !await_slot(SLOT_MARK, old, STEP_NS * 5))
		why = "the next level did not begin in time";
	if (!why && !await_gone(pids, opt.entries, STEP_NS))
		why = "children of the last level were left";
	*ms = (double)(slot_ns(SLOT_MARK) - began) / 1e6;
	free(pids);
	return why;
}

/* And back: until all run again, and have settled. */
static const char *
come_back(void)
{
	int64_t began = now_ns(), cpu = cpu_ns(), until = began + opt.patience_ns;
	const char *why = change_level('3');

	for (int i = 0; !why && i < opt.entries; i++)
		while (slot_ns(i) < began) {
			if (now_ns() > until)
				return "not all children came back in time";
			pause_ns(1000000);
		}
	await_quiet(cpu);
	return why;
}

static bool
task_level(void)
{
	double ms[CHANGES];
	const char *why = NULL;

	for (int n = 0; !why && n < CHANGES; n++) {
		why = leave_level(&ms[n]);
		if (!why && n + 1 < CHANGES)
			why = come_back();
	}
	if (why)
		no_result("level", why);
	else
		result("level", median(ms, CHANGES));
	return false;	/* what was up is down now */
}

static bool
task_reloadcpu(void)
{
	const char *why = is_kind("busybox") || is_kind("finit") ?
	    "restarts what was changed: see the time until the new entry runs" : open_table();
	int times = opt.entries > 500 ? 10 : 30, counter;
	int64_t before;

	if (why) {
		no_result("reloadcpu", why);
		return true;
	}
	counter = open_counter();
	before = cpu_with_children_ns(counter);
	for (int n = 0; n < times; n++) {
		size_t at = table.last[random_entry()];
		int64_t cpu = cpu_ns();

		change_byte(at, table.text[at] == 'a' ? 'b' : 'a');
		(void)kill(1, SIGHUP);
		await_quiet(cpu);
	}
	result("reloadcpu", (double)(cpu_with_children_ns(counter) - before) / 1e3 / times / opt.entries);
	if (counter < 0)
		(void)fprintf(stderr, "probe: no counter of the kernel: helpers of PID 1 are not counted\n");
	else
		(void)close(counter);
	return true;
}

/* Make the line of an entry another one for which it has to start. */
static int64_t
reload_with(int i, bool by_level)
{
	pid_t pid = book->slot[i].pid;

	if (!by_level) {
		change_byte(table.last[i], table.text[table.last[i]] == 'a' ? 'b' : 'a');
	} else {
		change_byte(table.level[i], '4');
		/* the classic sees a change of levels one reading late */
		for (int tries = 0; tries < 10 && !is_gone(pid); tries++) {
			(void)kill(1, SIGHUP);
			pause_ns(300000000);
		}
		if (!is_gone(pid))
			return -1;
		change_byte(table.level[i], '3');
	}
	int64_t old = slot_ns(i), began = now_ns();
	(void)kill(1, SIGHUP);
	return await_slot(i, old, STEP_NS) ? slot_ns(i) - began : -1;
}

static bool
task_reload(void)
{
	const char *why = open_table();
	int times = SAMPLES / 2, n = 0;
	int64_t start = now_ns();
	double ms[SAMPLES];

	while (!why && n < times && (n < 3 || now_ns() - start < ENOUGH_NS)) {
		int64_t cpu = cpu_ns(), took = reload_with(random_entry(), is_kind("inittab"));

		if (took < 0)
			why = "the new entry did not run in time";
		ms[n++] = (double)took / 1e6;
		await_quiet(cpu);
	}
	if (why)
		no_result("reload", why);
	else
		result("reload", median(ms, n));
	return true;
}

static void
add_memory(const char *dir, double *sums)
{
	sums[0] += value_in(dir, "smaps_rollup", "Rss");
	sums[1] += value_in(dir, "smaps_rollup", "Pss");
	sums[2] += value_in(dir, "smaps_rollup", "Anonymous");
	sums[3]++;
}

static bool
task_memory(void)
{
	double sums[4] = { 0 };

	each_supervisor(add_memory, sums);
	result("rss", sums[0]);
	result("pss", sums[1]);
	result("anon", sums[2]);
	result("processes", sums[3]);
	return true;
}

static void
add_activity(const char *dir, double *sums)
{
	sums[0] += value_in(dir, "status", "voluntary_ctxt_switches");
	add_cpu(dir, &sums[1]);
}

static bool
task_idle(void)
{
	double before[2] = { 0 }, after[2] = { 0 };

	pause_ns(2000000000);
	each_supervisor(add_activity, before);
	pause_ns((int64_t)opt.idle_s * 1000000000);
	each_supervisor(add_activity, after);
	result("wakeups", (after[0] - before[0]) * 60 / opt.idle_s);
	result("idlecpu", (after[1] - before[1]) / 1e6 * 60 / opt.idle_s);
	return true;
}

static bool
task_ondemand(void)
{
	pid_t *pids = pids_of_entries();
	const char *why = NULL;
	int64_t began;

	for (int i = 0; i < opt.entries; i++)
		(void)kill(pids[i], SIGTERM);
	began = now_ns();
	why = ask_on_demand();
	if (!why && !await_slot(SLOT_DEMAND, 0, STEP_NS))
		why = "did not start in time";
	if (why)
		no_result("ondemand", why);
	else
		result("ondemand", (double)(slot_ns(SLOT_DEMAND) - began) / 1e6);
	free(pids);
	return false;
}

/* A task returns false when what comes after it would measure something else. */
static const struct {
	const char *name;
	bool (*run)(void);
} tasks[] = {
	{ "start", task_start },
	{ "memory", task_memory },
	{ "respawn", task_respawn },
	{ "orphans", task_orphans },
	{ "reloadcpu", task_reloadcpu },
	{ "reload", task_reload },
	{ "idle", task_idle },
	{ "ondemand", task_ondemand },
	{ "level", task_level },
};

static bool
run_task(const char *name)
{
	for (size_t i = 0; i < sizeof tasks / sizeof *tasks; i++)
		if (strcmp(tasks[i].name, name) == 0)
			return tasks[i].run();
	errno = EINVAL;
	fail(name);
}

int
main(int argc, char **argv)
{
	int c;

	if (getpid() == 1)
		become_init();
	while ((c = getopt(argc, argv, "n:k:s:p:i:")) != -1) {
		switch (c) {
		case 'n': opt.entries = atoi(optarg); break;
		case 'k': opt.kind = optarg; break;
		case 's': opt.seed = (unsigned)atoi(optarg); break;
		case 'p': opt.patience_ns = atoll(optarg) * 1000000000; break;
		case 'i': opt.idle_s = atoi(optarg); break;
		default: return 2;
		}
	}
	(void)setvbuf(stdout, NULL, _IOLBF, 0);
	map_book(0);
	*(volatile int32_t *)&book->go = 1;
	while (optind < argc && run_task(argv[optind]))
		optind++;
	return 0;
}
