#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "console.h"
#include "helper.h"
#include "log.h"
#include "paths.h"
#include "reexec.h"
#include "selinux.h"

#define GUARD "SELINUX_INIT="	/* in our environment: the policy was loaded, by an init before us */
#define CONTEXT_MAX 256
#define CONFIG_MAX 65536

/* load_policy(8), EXIT STATUS */
enum { LOADED = 0, NOT_LOADED = 2, NOT_LOADED_ENFORCING = 3 };

/* It is there, and switched on; asked in a way that needs neither /proc nor a place to mount anything. */
static bool
kernel_has_it(void)
{
#ifdef SYS_fsopen
	int fd = (int)syscall(SYS_fsopen, "selinuxfs", 1 /* FSOPEN_CLOEXEC */);

	if (fd >= 0)
		(void)close(fd);
	return fd >= 0 || errno == ENOSYS;	/* before Linux 5.2: load_policy finds out */
#else
	return true;
#endif
}

/* The context of this process has the text in it; without a policy it is a word, or none. */
static bool
context_has(const char *text)
{
	char context[CONTEXT_MAX];
	int fd = open(PATH_CONTEXT, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return false;	/* /proc is mounted later, by what is started */
	n = read(fd, context, sizeof context - 1);
	(void)close(fd);
	context[n > 0 ? n : 0] = '\0';
	return strstr(context, text) != NULL;
}

/* What load_policy would have found out, had it been possible to run it. */
static bool
wants_enforcing(void)
{
	static const char key[] = "SELINUX=enforcing";
	static char config[CONFIG_MAX];
	int fd = open(PATH_SELINUX_CONFIG, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, config, sizeof config - 1);

	config[n > 0 ? n : 0] = '\0';
	for (char *line = config, *next; line != NULL; line = next) {
		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		if (strncasecmp(line, key, sizeof key - 1) == 0)
			return true;
	}
	return false;
}

static _Noreturn void
run_load_policy(void)
{
	static char program[] = PATH_LOAD_POLICY, initial[] = "-i", path[] = "PATH=" PATH_SEARCH;
	char *argv[] = { program, initial, NULL }, *env[] = { path, NULL };
	const char *name;
	int fd = console_open(&name);

	for (int i = 0; i < 3; i++)
		(void)dup2(fd, i);
	(void)execve(program, argv, env);
	log_warn("cannot execute \"%s\": %s", program, strerror(errno));
	_exit(wants_enforcing() ? NOT_LOADED_ENFORCING : NOT_LOADED);
}

static int
load(void)
{
	int status = -1;
	pid_t pid = helper_fork();

	if (pid == 0)
		run_load_policy();
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (!WIFEXITED(status))	/* nor is it if there was no process */
		return wants_enforcing() ? NOT_LOADED_ENFORCING : NOT_LOADED;
	return WEXITSTATUS(status);
}

/* By another process, since the kernel ends whoever asks for that. */
static _Noreturn void
halt(void)
{
	if (helper_fork() == 0) {
		(void)reboot((int)RB_HALT_SYSTEM);
		_exit(1);
	}
	for (;;)
		(void)pause();
}

/* Take the guard, which is nothing for children, out of our environment; false: it was not there. */
static bool
take_guard(void)
{
	char **at = environ;

	while (*at != NULL && strncmp(*at, GUARD, sizeof GUARD - 1) != 0)
		at++;
	if (*at == NULL)
		return false;
	for (; *at != NULL; at++)
		*at = at[1];
	return true;
}

/* With the guard; returns on failure, with errno.  libc's setenv(3) would bring its allocator with it. */
static void
execute_again(char **argv)
{
	static char guard[] = GUARD "YES";
	size_t n = 0;

	while (environ[n] != NULL)
		n++;
	char **env = mmap(NULL, (n + 2) * sizeof *env, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (env == MAP_FAILED)
		return;
	memcpy(env, environ, n * sizeof *env);
	env[n] = guard;
	(void)execve(reexec_path(), argv, env);
}

void
selinux_start(char **argv)
{
	struct stat config;

	if (take_guard()) {
		if (context_has(":kernel_t"))
			log_warn("process 1 is still in the domain of the kernel: is %s labelled?", reexec_path());
		return;
	}
	if (stat(PATH_SELINUX_CONFIG, &config) < 0 || !kernel_has_it() || context_has(":"))
		return;		/* the last: an initramfs has done it */
	switch (load()) {
	case LOADED:
		execute_again(argv);
		log_warn("%s: %s; process 1 stays in the domain of the kernel", reexec_path(), strerror(errno));
		break;
	case NOT_LOADED_ENFORCING:
		log_warn("Unable to load SELinux Policy. Machine is in enforcing mode. Halting now.");
		halt();
	default:
		log_warn("No SELinux policy was loaded");
		break;
	}
}
