/*
 * halt.c - halt, poweroff and reboot: one program that goes by the name it is called by.
 *
 * Called by a person it hands over to shutdown, which tells init to enter level 0 or 6; called
 * by the last script of such a level (or with -f) it stops the machine itself.
 *
 * Exit status: 0, or 1 for wrong usage, a caller who is not root, or nobody to hand over to.
 */
#include <errno.h>
#include <getopt.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/reboot.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../paths.h"
#include "../utmp.h"
#include "../version.h"
#include "lastresort.h"
#include "whichlevel.h"

/* reboot(2) with a text for the firmware; libc's reboot() has no such argument. */
#define REBOOT_MAGIC1   0xfee1deadU
#define REBOOT_MAGIC2   0x28121969U
#define REBOOT_RESTART2 0xa1b2c3d4U

extern char **environ;

enum verb { HALT, POWEROFF, REBOOT }; /* by what name it was called; any other: HALT */

static struct {
	const char *name; /* what messages begin with */
	enum verb verb;
	bool force;           /* -f: do it here and now */
	bool kexec;           /* -k */
	bool links_down;      /* -i */
	bool no_record;       /* -d */
	bool no_sync;         /* -n */
	bool record_only;     /* -w */
	const char *firmware; /* -m TEXT */
	const char *seconds;  /* -t SECONDS, passed on as it is */
	const char *resort;   /* --last-resort SECONDS */
} opt;

static void
usage(FILE *to)
{
	if (opt.verb == REBOOT)
		(void)fprintf(to, "Usage: %s [-dfhiknpw] [-m TEXT] [-t SECONDS]\n", opt.name);
	else
		(void)fprintf(to, "Usage: %s [-dfhinpw] [-t SECONDS]\n", opt.name);
	(void)fputs("  -d  write no wtmp record\n"
		    "  -f  do it here and now, without shutdown and init\n"
		    "  -h  accepted and ignored: the kernel parks the disks\n"
		    "  -i  take the network interfaces down first\n",
	    to);
	if (opt.verb == REBOOT)
		(void)fputs("  -k  start the kernel that kexec(8) has loaded\n"
			    "  -m  pass TEXT to the firmware; implies -f\n",
		    to);
	(void)fputs("  -n  no sync; implies -d\n"
		    "  -p  switch the power off (poweroff does so by itself)\n"
		    "  -t  grace time in SECONDS, passed on to shutdown\n"
		    "  -w  only write the wtmp record\n"
		    "  --last-resort SECONDS  after so long end all processes and file systems, then do it;\n"
		    "      what init calls when the last entry of level 0 or 6 has not stopped the machine\n"
		    "  --help     print this\n"
		    "  --version  print the version\n",
	    to);
}

static void
take_options(int argc, char **argv)
{
	static const struct option names[] = {
		{ "help", no_argument, NULL, 'H' },
		{ "version", no_argument, NULL, 'V' },
		{ "last-resort", required_argument, NULL, 'L' },
		{ NULL, 0, NULL, 0 },
	};
	const char *letters = opt.verb == REBOOT ? "dfhiknpwm:t:" : "dfhinpwt:";
	int c;

	while ((c = getopt_long(argc, argv, letters, names, NULL)) != -1) {
		switch (c) {
		case 'd': opt.no_record = true; break;
		case 'f': opt.force = true; break;
		case 'h': break;
		case 'i': opt.links_down = true; break;
		case 'k': opt.kexec = true; break;
		case 'm':
			opt.firmware = optarg;
			opt.force = true;
			break;
		case 'n': opt.no_sync = opt.no_record = true; break;
		case 'p': opt.verb = opt.verb == HALT ? POWEROFF : opt.verb; break;
		case 't': opt.seconds = optarg; break;
		case 'w': opt.record_only = true; break;
		case 'L':
			opt.resort = optarg;
			opt.force = opt.no_record = opt.no_sync = true; /* as far as it can, it has been done */
			break;
		case 'H': usage(stdout); exit(0);
		case 'V': (void)printf("%s (rung) %s\n", opt.name, RUNG_VERSION); exit(0);
		default: usage(stderr); exit(1);
		}
	}
	if (optind != argc || (opt.resort && strspn(opt.resort, "0123456789") != strlen(opt.resort))) {
		usage(stderr);
		exit(1);
	}
}

/* The level init is in or going to, or 0 when nobody knows. */
static char
current_level(void)
{
	const char *env = getenv("RUNLEVEL");
	struct levels l;

	/* A child of init knows it best; INIT_VERSION tells that it was init who set it. */
	if (env && *env && getenv("INIT_VERSION"))
		return *env;
	if (whichlevel_utmp(UTMP_PATH, &l) || whichlevel_file(&l))
		return l.current;
	(void)fprintf(
	    stderr, "WARNING: could not determine runlevel - doing soft %s\n", opt.name);
	return 0;
}

static void
run_telinit(char *const argv[])
{
	pid_t pid;
	int status;
	int err = posix_spawn(&pid, PATH_TELINIT, NULL, NULL, argv, environ);

	if (err) {
		(void)fprintf(stderr, "%s: %s: %s\n", opt.name, PATH_TELINIT, strerror(err));
		exit(1);
	}
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
}

/* Outside levels 0 and 6: have the system brought down properly.  Does not return. */
static _Noreturn void
hand_over(void)
{
	static const char *const programs[] = { PATH_SHUTDOWN, "/etc/shutdown",
		"/bin/shutdown" };
	static const char *const flag[] = { [HALT] = "-H", [POWEROFF] = "-P" };
	static const char *const setting[] = {
		[HALT] = "INIT_HALT=HALT", [POWEROFF] = "INIT_HALT=POWEROFF"
	};
	const char *argv[8];
	size_t n = 0;

	argv[n++] = "shutdown";
	argv[n++] = opt.verb == REBOOT ? "-r" : "-h";
	if (opt.verb != REBOOT)
		argv[n++] = flag[opt.verb];
	if (opt.seconds) {
		argv[n++] = "-t";
		argv[n++] = opt.seconds;
	}
	argv[n++] = "now";
	argv[n] = NULL;
	for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
		(void)execv(programs[i], (char *const *)argv); /* next one if it is not there */

	/* No shutdown on this system: what it would tell init, telinit can tell too. */
	if (opt.verb != REBOOT)
		run_telinit((char *[]){ "telinit", "-e", (char *)setting[opt.verb], NULL });
	n = 0;
	argv[n++] = "telinit";
	if (opt.seconds) {
		argv[n++] = "-t";
		argv[n++] = opt.seconds;
	}
	argv[n++] = opt.verb == REBOOT ? "6" : "0";
	argv[n] = NULL;
	(void)execv(PATH_TELINIT, (char *const *)argv);
	(void)fprintf(stderr, "%s: no shutdown program, and %s: %s\n", opt.name, PATH_TELINIT,
	    strerror(errno));
	exit(1);
}

static void
write_record(void)
{
	struct utmp_record r;
	int err;

	utmp_fill(&r, UTMP_RUN_LVL, "~~", 2, 0, "shutdown", "~~");
	err = utmp_wtmp_append(&r);
	if (err < 0 && err != -ENOENT) /* who wants no wtmp has none */
		(void)fprintf(stderr, "%s: %s: %s\n", opt.name, WTMP_PATH, strerror(-err));
}

static void
link_down(int sock, const char *name)
{
	struct ifreq req = { 0 };

	(void)snprintf(req.ifr_name, sizeof req.ifr_name, "%s", name);
	if (ioctl(sock, SIOCGIFFLAGS, &req) < 0) {
		(void)fprintf(stderr, "%s: %s: %s\n", opt.name, name, strerror(errno));
		return;
	}
	req.ifr_flags = (short)(req.ifr_flags & ~IFF_UP);
	if (ioctl(sock, SIOCSIFFLAGS, &req) < 0)
		(void)fprintf(
		    stderr, "%s: cannot take %s down: %s\n", opt.name, name, strerror(errno));
}

/* All interfaces with an IPv4 address but loopback; shapers first, for they sit on others. */
static void
links_down(void)
{
	struct ifaddrs *all;
	int sock = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	if (sock < 0 || getifaddrs(&all) < 0) {
		(void)fprintf(
		    stderr, "%s: network interfaces: %s\n", opt.name, strerror(errno));
		return;
	}
	for (int shapers = 1; shapers >= 0; shapers--)
		for (struct ifaddrs *i = all; i; i = i->ifa_next) {
			if (!i->ifa_addr || i->ifa_addr->sa_family != AF_INET)
				continue;
			if (strncmp(i->ifa_name, "lo", 2) == 0 || strchr(i->ifa_name, ':'))
				continue;
			if ((strncmp(i->ifa_name, "shaper", 6) == 0) == (shapers == 1))
				link_down(sock, i->ifa_name);
		}
	freeifaddrs(all);
	(void)close(sock);
}

/* libc names the commands as unsigned constants and takes an int. */
static void
ask_kernel(unsigned command)
{
	(void)reboot((int)command);
}

/* Each step that comes back has failed; the next one is the best that is left. */
static void
stop_machine(void)
{
	if (opt.verb == REBOOT) {
		if (opt.kexec)
			ask_kernel(RB_KEXEC);
		if (opt.firmware)
			(void)syscall(SYS_reboot, REBOOT_MAGIC1, REBOOT_MAGIC2, REBOOT_RESTART2,
			    opt.firmware);
		ask_kernel(RB_AUTOBOOT);
	} else {
		/* On a halted machine Ctrl-Alt-Del is the way out, and init shall start nothing. */
		ask_kernel(RB_ENABLE_CAD);
		(void)kill(1, SIGTSTP);
		if (opt.verb == POWEROFF)
			ask_kernel(RB_POWER_OFF);
		ask_kernel(RB_HALT_SYSTEM);
	}
	(void)fprintf(stderr, "%s: the kernel refused: %s\n", opt.name, strerror(errno));
	ask_kernel(RB_DISABLE_CAD);
	(void)kill(1, SIGCONT);
}

int
main(int argc, char **argv)
{
	const char *slash = argc > 0 ? strrchr(argv[0], '/') : NULL;
	char level;

	opt.name = slash ? slash + 1 : argc > 0 ? argv[0] : "halt";
	opt.name += *opt.name == '-'; /* started as a login shell */
	if (strcmp(opt.name, "reboot") == 0)
		opt.verb = REBOOT;
	else if (strcmp(opt.name, "poweroff") == 0)
		opt.verb = POWEROFF;
	take_options(argc, argv);

	if (geteuid() != 0) {
		(void)fprintf(stderr, "%s: must be superuser.\n", opt.name);
		return 1;
	}
	if (chdir("/") < 0)
		(void)fprintf(stderr, "%s: /: %s\n", opt.name, strerror(errno));

	if (!opt.force && !opt.record_only) {
		level = current_level();
		if (opt.kexec && level != '6') {
			(void)fprintf(stderr, "%s: -k needs -f outside runlevel 6\n", opt.name);
			return 1;
		}
		if (level != '0' && level != '6')
			hand_over();
	}
	if (opt.resort)
		lastresort_bring_down((unsigned)strtoul(opt.resort, NULL, 10));
	if (!opt.no_record)
		write_record();
	if (opt.record_only)
		return 0;
	if (!opt.no_sync)
		sync();
	if (opt.links_down)
		links_down();
	stop_machine();
	return 0;
}
