/*
 * init.c - main(): which call is this; the boot; the loop.
 *
 * As PID 1 this program never exits, never blocks and never gives up.  Called by anyone else it is
 * telinit.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "classic.h"
#include "clock.h"
#include "console.h"
#include "crash.h"
#include "env.h"
#include "format.h"
#include "helper.h"
#include "level.h"
#include "log.h"
#include "paths.h"
#include "quick.h"
#include "reaper.h"
#include "reexec.h"
#include "reload.h"
#include "request.h"
#include "selinux.h"
#include "signals.h"
#include "spawn.h"
#include "state.h"
#include "table.h"
#include "title.h"
#include "upgrade.h"
#include "utmp.h"
#include "version.h"
#include "watch.h"

#define KDSIGACCEPT 0x4B4E	/* ioctl_console(2): which signal the keyboard request sends */
#define RESUME_TRIES 20
#define RESUME_PAUSE_MS 50
#define KERNEL_BOOT_MS 300000	/* started later than this after the kernel: in a container */

static bool is_pid1;

/* ---- the calls that are not PID 1's ---- */

static void
print(int fd, const char *text)
{
	(void)write(fd, text, strlen(text));	/* to whom would we complain? */
}

static _Noreturn void
become_telinit(char **argv)
{
	char beside[256] = "";
	ssize_t n = readlink("/proc/self/exe", beside, sizeof beside - sizeof "telinit");
	char *slash = n > 0 ? strrchr(beside, '/') : NULL;

	if (slash != NULL) {
		memcpy(slash + 1, "telinit", sizeof "telinit");
		(void)execv(beside, argv);
	}
	(void)execv(PATH_TELINIT, argv);
	print(STDERR_FILENO, argv[0]);
	print(STDERR_FILENO, ": cannot execute telinit\n");
	_exit(1);
}

/* ---- the boot ---- */

struct boot_words {
	int level;
	bool emergency, auto_boot;
};

/* The kernel passes on what it does not know of its command line; init(8), ARGUMENTS. */
static void
read_words(struct boot_words *w, char **argv)
{
	for (char **arg = argv + 1; *arg != NULL; arg++) {
		const char *a = *arg;

		if (strcmp(a, "single") == 0 || strcmp(a, "-s") == 0 || strcasecmp(a, "s") == 0)
			w->level = 'S';
		else if (a[0] >= '0' && a[0] <= '9' && a[1] == '\0')
			w->level = a[0];
		else if (strcmp(a, "-b") == 0 || strcmp(a, "emergency") == 0)
			w->emergency = true;
		else if (strcmp(a, "-a") == 0 || strcmp(a, "auto") == 0)
			w->auto_boot = true;
		else if (strcmp(a, "-z") == 0 && arg[1] != NULL)
			arg++;
	}
}

/* What takes the place of /dev/null where there is none: what is written is kept, up to 64 KiB. */
static void
fill_without_dev(void)
{
	int ends[2], root = open("/", O_RDONLY | O_DIRECTORY);	/* reading it fails */

	(void)dup2(root, STDIN_FILENO);
	if (root > 0)
		(void)close(root);
	if (pipe2(ends, O_NONBLOCK) < 0)
		return;
	/* The end for reading stays open, out of the way: without it writers would be killed. */
	(void)fcntl(ends[0], F_DUPFD_CLOEXEC, 3);
	(void)dup2(ends[1], STDOUT_FILENO);
	(void)dup2(ends[1], STDERR_FILENO);
	if (ends[0] > 2)
		(void)close(ends[0]);
	if (ends[1] > 2)
		(void)close(ends[1]);
}

/*
 * Descriptors 0 to 2 are never init's own files: whatever is opened first would be a child's output.
 */
static void
fill_stdio(bool resumed)
{
	int fd = open("/dev/null", O_RDWR | O_NOCTTY);

	if (fd < 0) {
		if (!resumed)	/* else there are those of the init before us */
			fill_without_dev();
		return;
	}
	for (int i = 0; i < 3; i++)
		if (fd != i)
			(void)dup2(fd, i);
	if (fd > 2)
		(void)close(fd);
}

/* Everything that the starter left open, but for what an init before us handed over. */
static void
close_inherited(bool resumed, bool handed_over)
{
	for (int fd = 3; fd < 64; fd++) {
		bool wanted = fd == OWN_FD || (resumed && (fd == STATE_FD || fd == REQUEST_FD)) ||
		    (handed_over && fd == CLASSIC_FD);

		if (!wanted)
			(void)close(fd);
	}
#ifdef SYS_close_range
	if (syscall(SYS_close_range, 64u, ~0u, 0u) == 0)
		return;
#endif
	for (int fd = 64; fd < 1024; fd++)
		(void)close(fd);
}

/*
 * Ctrl-Alt-Del and the keyboard request come as signals.  Asked for again until it worked: the virtual
 * terminals may appear later than init.
 */
static void
ask_for_keys(void)
{
	static bool done;
	const char *name;
	int fd;

	if (!is_pid1 || done)
		return;
	(void)reboot(RB_DISABLE_CAD);	/* in a container it is not ours to ask */
	fd = open("/dev/tty0", O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		fd = console_open(&name);
	if (fd < 0)
		return;
	done = ioctl(fd, KDSIGACCEPT, SIGWINCH) == 0;
	(void)close(fd);
}

static void
empty_utmp(void)
{
	int fd = open(UTMP_PATH, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0644);

	if (fd >= 0)
		(void)close(fd);	/* a read-only root: a boot script will do it */
}

/* On the clock of clock.h: the kernel's start, or in a container that booted long after it our own. */
static msec_t
time_of_boot(void)
{
	msec_t running = clock_uptime() / 1000;

	return running < KERNEL_BOOT_MS ? clock_now() - running : clock_now();
}

/* Memory and the like may be short for a moment only, and without its state init would be lost: try for a second. */
static int
patiently(int (*work)(void))
{
	const struct timespec pause = { .tv_nsec = RESUME_PAUSE_MS * 1000000 };
	int err = work();

	for (int tries = 1; tries < RESUME_TRIES && err < 0; tries++) {
		if (err == -ENOENT || err == -EBADMSG || err == -EINVAL)
			break;		/* that does not pass */
		(void)nanosleep(&pause, NULL);
		err = work();
	}
	return err;
}

/* A state in the bss: where there is no memory for a file, or the file there is must not be touched. */
static void
make_state_in_bss(void)
{
	static struct state_header header;

	state.head = &header;
	/* Zeros with a check, as state_create() makes them. */
	(void)state_level_edit();
	state_level_commit();
	(void)state_env_edit();
	state_env_commit();
}

/* The state of a system that has just begun. */
static void
make_state(void)
{
	struct state s;

	if (state_create(&s, 0, 0) == 0)
		state_swap(&s);
	else
		make_state_in_bss();
	state.head->booted = time_of_boot();
}

static void
boot(char **argv)
{
	struct boot_words words = { .level = 0 };
	msec_t now = clock_now();

	read_words(&words, argv);
	env_init(true, words.auto_boot);
	ask_for_keys();
	console_reset_device();
	if (is_pid1)
		empty_utmp();
	log_console("version " CLASSIC_VERSION " booting (rung " RUNG_VERSION ")");
	if (state.fd < 0)
		log_warn("no memory file: children will not outlive init");
	level_boot(words.level, words.emergency, words.auto_boot, now);
}

static uint32_t lost, bad;	/* of the state that was resumed: bytes of another version, damaged entries */

static int
take_state(void)
{
	return state_resume(STATE_FD, &lost, &bad);
}

/* An init before us has left its state: nothing is started that runs, nothing is read again. */
static void
resume(void)
{
	msec_t now = clock_now();
	int err;

	env_init(false, level_is_auto_boot());
	log_console("version " CLASSIC_VERSION " reloading (rung " RUNG_VERSION ")");
	if (lost > 0)
		log_warn("%u bytes of the state are of another version and were dropped", lost);
	if (bad > 0)
		log_warn("%u entries of the state were damaged and begin afresh", bad);
	if (level_current() == LEVEL_UNKNOWN)
		crash_rescue("nothing is known of what runs");
	err = patiently(table_resume);
	if (err < 0)
		crash_rescue("the table cannot be taken over");
	level_resume(now);
	reaper_resume(now);
	request_check(now);
	request_resume(now);
}

/* The classic init has executed us with its state in a pipe. */
static void
take_over(void)
{
	msec_t now = clock_now();
	int err;

	env_init(false, false);
	log_console("version " CLASSIC_VERSION " reloading (rung " RUNG_VERSION ")");
	level_set_unknown();	/* until it is known: a crash in between must not be taken for a boot */
	err = classic_receive(now);
	if (err < 0) {
		log_warn("the state of the classic init cannot be read: %s", strerror(-err));
		crash_rescue("nothing is known of what runs");
	}
	level_resume(now);
	reaper_resume(now);
}

static void
start(char **argv)
{
	bool handed_over = classic_waits();
	int err = handed_over ? -ENOENT : patiently(take_state);

	reexec_init(argv[0]);
	close_inherited(err != -ENOENT, handed_over);
	fill_stdio(err == 0);
	(void)chdir("/");
	(void)setsid();
	if (is_pid1 && err == -ENOENT && !handed_over)
		selinux_start(argv);
	if (err == -ENOENT)
		make_state();
	else if (err < 0)
		make_state_in_bss();	/* another init may be able to read what is there */
	signals_init();
	/* Init crashed before it had begun to boot: it begins now. */
	if (err == 0 && level_current() == 0)
		err = -ENOENT;
	spawn_init(err < 0);
	if (err == 0 && crash_is_hopeless())
		crash_rescue("init crashed too often");
	if (err < 0 && err != -ENOENT)
		crash_rescue("the state of the init before cannot be read");
	if (err == 0)
		resume();
	else if (handed_over)
		take_over();
	else
		boot(argv);
	request_check(clock_now());
}

/* ---- exec of init by init ---- */

static void
upgrade(void)
{
	int err;

	console_flush();
	/* Everything that matters is in the state file at all times: an exec is all it takes. */
	err = state_into_file();
	if (err == 0)
		err = reexec_now(upgrade_fd());
	log_console("Attempt to re-exec failed");
	log_info("Attempt to re-exec failed: %s: %s", reexec_path(), strerror(-err));
	upgrade_drop();
}

static void
hand_over(void)
{
	int level = level_current(), err;

	if (table_stopping() > 0)
		return;		/* that ends first */
	if (level == '#' || level == '*' || level > 'S') {
		log_warn("the classic init cannot take over in this level");
		upgrade_drop();
		return;
	}
	if (!classic_can_hold()) {
		upgrade_drop();
		return;
	}
	if (helper_any_running())
		return;		/* their ends come as a signal that the classic init takes for nothing */
	console_flush();
	err = classic_hand_over(upgrade_fd());
	log_console("Attempt to re-exec failed");
	log_info("Attempt to re-exec failed: %s: %s", reexec_path(), strerror(-err));
	upgrade_drop();
}

static void
exec_again(void)
{
	switch (upgrade_ready()) {
	case UPGRADE_NONE:
		return;
	case UPGRADE_RUNG:
		upgrade();
		return;
	case UPGRADE_CLASSIC:
		hand_over();
		return;
	}
}

/* ---- the loop ---- */

static void
freeze(msec_t now)
{
	level_freeze(true, now);
}

static void
thaw(msec_t now)
{
	level_freeze(false, now);
}

static void
ctrl_alt_del(msec_t now)
{
	level_fire(ACT_CTRLALTDEL, now);
}

static void
keyboard_request(msec_t now)
{
	level_fire(ACT_KBREQUEST, now);
}

static void
nothing(msec_t now)
{
	(void)now;	/* SIGALRM only ends the wait */
}

static void
open_fifo_anew(msec_t now)
{
	request_close(now);
	level_set_fifo(true);
	request_check(now);
}

static void
close_fifo(msec_t now)
{
	level_set_fifo(false);
	request_close(now);
}

static void
act_on(int signal, void (*act)(msec_t now), msec_t now)
{
	if (!signals_came(signal))
		return;
	act(now);
	signals_done(signal);	/* afterwards: a crash in between loses none */
}

/* Before all else in a turn: what died after a SIGTSTP must not be started again. */
static void
act_on_freeze(msec_t now)
{
	act_on(SIGTSTP, freeze, now);
	act_on(SIGCONT, thaw, now);
}

/* In the classic order: what saves data comes first.  While init is frozen all of it stays pending. */
static void
act_on_signals(msec_t now)
{
	if (level_is_frozen())
		return;
	act_on(SIGPWR, level_ask_power, now);
	act_on(SIGINT, ctrl_alt_del, now);
	act_on(SIGNAL_POWEROFF, level_poweroff, now);
	act_on(SIGRTMIN + 4, level_poweroff, now);
	act_on(SIGWINCH, keyboard_request, now);
	act_on(SIGALRM, nothing, now);
	act_on(SIGHUP, reload_start, now);
	act_on(SIGUSR1, open_fifo_anew, now);
	act_on(SIGUSR2, close_fifo, now);
}

/*
 * Keep an eye on the FIFO's place, and on /dev while somebody waits for a device; anew when something
 * changed there, or may have (moved): before /proc is mounted nobody tells.
 */
static void
look_after_files(unsigned changes, bool moved, msec_t now)
{
	static bool on_devices;
	bool devices = table_chain_count(CHAIN_DEVICE) > 0;

	if (changes == 0 && !moved && devices == on_devices)
		return;
	if (changes != 0 || moved)
		request_check(now);
	if (moved)
		ask_for_keys();
	watch_refresh(devices);
	if (devices && (!on_devices || (changes & (WATCH_DEV | WATCH_MOUNTS))))
		level_devices_changed(now);
	on_devices = devices;
}

enum { FD_REQUEST, FD_WATCH, FD_COUNT = FD_WATCH + WATCH_FDS };

/* Wait for anything to happen, until a deadline; signals come here and only here. */
static void
wait_for(struct pollfd *fds, msec_t deadline)
{
	static const struct timespec zero;
	struct timespec left, *timeout = NULL;

	if (deadline != 0) {
		msec_t ms = deadline - clock_now();

		if (ms < 0)
			ms = 0;
		left = (struct timespec){ .tv_sec = (time_t)(ms / 1000), .tv_nsec = (long)(ms % 1000) * 1000000 };
		timeout = &left;
	}
	int ready = ppoll(fds, FD_COUNT, timeout, signals_wait_mask());
	if (ready < 0)
		for (int i = 0; i < FD_COUNT; i++)
			fds[i].revents = 0;	/* interrupted: the bits mean nothing */
	/* With a readable descriptor the kernel returns without delivering the blocked signals. */
	if (ready > 0)
		(void)ppoll(NULL, 0, &zero, signals_wait_mask());
}

static _Noreturn void
loop(void)
{
	struct pollfd fds[FD_COUNT] = { { .fd = -1 } };

	/* From here on init never exits, never blocks and never gives up. */
	for (;;) {
		msec_t now = clock_now();

		act_on_freeze(now);
		/* Reap before reading requests: a change of level must see who is already dead. */
		reaper_run(now);
		if (fds[FD_REQUEST].revents & POLLIN)
			request_serve(now);
		unsigned changes = watch_changes(fds + FD_WATCH);
		act_on_signals(now);
		level_run(now);
		level_step(now);
		look_after_files(changes, level_moved(), now);
		exec_again();
		crash_progress();

		msec_t deadline = clock_earlier(reaper_deadline(), level_deadline(now));
		deadline = clock_earlier(deadline, console_tick(now));
		deadline = clock_earlier(deadline, quick_tick(now));
		fds[FD_REQUEST] = (struct pollfd){ .fd = level_is_frozen() ? -1 : request_fd(), .events = POLLIN };
		watch_fds(fds + FD_WATCH);
		wait_for(fds, deadline);
	}
}

int
main(int argc, char **argv)
{
	static char name[] = "init", *nameless[] = { name, NULL };
	bool init_mode;

	if (argc < 1) {		/* execve(2) allows it, and PID 1 does not exit over it */
		argc = 1;
		argv = nameless;
	}
	is_pid1 = getpid() == 1;
	if (!is_pid1 && argc == 2 && strcmp(argv[1], "--version") == 0) {
		print(STDOUT_FILENO, "SysV init version: " CLASSIC_VERSION "\n\n"
		    "rung " RUNG_VERSION ", state version " STATE_VERSION_TEXT "\n");
		return 0;
	}
	if (!is_pid1 && argc == 3 && strcmp(argv[1], "--check-state") == 0)
		return upgrade_check_state(argv[2]);
	(void)umask(umask(0) | 022);
	init_mode = is_pid1;
	for (int i = 1; i < argc; i++)
		init_mode |= strcmp(argv[i], "-i") == 0 || strcmp(argv[i], "--init") == 0;
	if (!init_mode)
		become_telinit(argv);
	if (!is_pid1 && geteuid() != 0) {
		print(STDERR_FILENO, argv[0]);
		print(STDERR_FILENO, ": must be superuser.\n");
		return 1;
	}
	crash_init();
	title_init(argc, argv);
	start(argv);
	loop();
}
