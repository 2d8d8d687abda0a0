/*
 * hook.c - linked into the build of init that counts which of its lines are executed: writes the counts.
 *
 * Counts are in memory until they are written.  That is done where a process of init ends (exec, _exit, reboot)
 * and, in PID 1, soon after each turn of the loop, since it may be killed at any time.  The linker puts these
 * functions in the place of the real ones (-Wl,--wrap): init itself knows nothing of it.
 *
 * They go to /counts, see tests/enter: libgcov adds to what is there, under a lock.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define EVERY_MS 40

void __gcov_dump(void);
void __gcov_reset(void);

int __real_ppoll(struct pollfd *fds, nfds_t n, const struct timespec *timeout, const sigset_t *mask);
int __wrap_ppoll(struct pollfd *fds, nfds_t n, const struct timespec *timeout, const sigset_t *mask);
int __real_execve(const char *path, char *const argv[], char *const env[]);
int __wrap_execve(const char *path, char *const argv[], char *const env[]);
int __real_execv(const char *path, char *const argv[]);
int __wrap_execv(const char *path, char *const argv[]);
_Noreturn void __real__exit(int status);
_Noreturn void __wrap__exit(int status);
int __real_reboot(int how);
int __wrap_reboot(int how);
long __real_syscall(long number, ...);
long __wrap_syscall(long number, ...);

/* At the end of main(), too: what --check-state does. */
static void __attribute__((destructor))
write_counts(void)
{
	/* Children get init's environment: it must not change, not even for good measure. */
	static char prefix[] = "GCOV_PREFIX=/counts", strip[] = "GCOV_PREFIX_STRIP=99";
	static char *where[] = { prefix, strip, NULL };
	char **saved = environ;
	int saved_errno = errno;

	if (access("/counts", W_OK) == 0) {
		environ = where;
		__gcov_dump();
		__gcov_reset();
		environ = saved;
	}
	errno = saved_errno;
}

static long
now_ms(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Wait for a short while first: what is busy need not write each time. */
int
__wrap_ppoll(struct pollfd *fds, nfds_t n, const struct timespec *timeout, const sigset_t *mask)
{
	static const struct timespec shortly = { .tv_nsec = EVERY_MS * 1000000 };
	static long written;
	bool short_anyway = timeout != NULL && timeout->tv_sec == 0 && timeout->tv_nsec <= shortly.tv_nsec;

	if (now_ms() - written >= 10 * EVERY_MS) {
		write_counts();
		written = now_ms();
	}
	if (short_anyway)
		return __real_ppoll(fds, n, timeout, mask);
	int ready = __real_ppoll(fds, n, &shortly, mask);
	if (ready != 0)
		return ready;
	write_counts();
	written = now_ms();
	/* A deadline is met late by as much as that took: nobody measures this build. */
	return __real_ppoll(fds, n, timeout, mask);
}

int
__wrap_execve(const char *path, char *const argv[], char *const env[])
{
	write_counts();
	return __real_execve(path, argv, env);
}

int
__wrap_execv(const char *path, char *const argv[])
{
	write_counts();
	return __real_execv(path, argv);
}

void
__wrap__exit(int status)
{
	write_counts();
	__real__exit(status);
}

int
__wrap_reboot(int how)
{
	write_counts();
	return __real_reboot(how);
}

long
__wrap_syscall(long number, ...)
{
	long a[6];
	va_list ap;

	va_start(ap, number);
	for (int i = 0; i < 6; i++)
		a[i] = va_arg(ap, long);
	va_end(ap);
	if (number == SYS_execveat || number == SYS_reboot)
		write_counts();
	return __real_syscall(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
