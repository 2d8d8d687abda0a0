/*
 * calls.h - the system calls that PID 1 makes, each with the errnos that its manual page (or the kernel, where that
 * one is silent) plausibly gives.  The first is the likeliest; the fixed sample takes that one only.
 *
 * A call of PID 1 that is not here makes the tests fail: it has to be thought about first.
 */
#ifndef FAULT_CALLS_H
#define FAULT_CALLS_H

#include <errno.h>
#include <stddef.h>
#include <sys/syscall.h>

#define ERRNOS 6

struct call {
	const char *name;
	long number;
	int errnos[ERRNOS];	/* none: it cannot fail with right arguments */
};

#define CALL(name, ...) { #name, SYS_##name, { __VA_ARGS__ } }
#define NEVER(name) { #name, SYS_##name, { 0 } }

static const struct call calls[] = {
	CALL(chdir, ENOENT, EACCES, EIO),
	CALL(clone, EAGAIN, ENOMEM),
	CALL(clone3, ENOSYS, EAGAIN, ENOMEM),
	CALL(close, EIO, EINTR),
	CALL(close_range, ENOSYS, EMFILE, ENOMEM),
	CALL(dup3, EMFILE, EBUSY, EINTR),
	CALL(execve, ENOENT, EACCES, ENOMEM),
	CALL(execveat, ENOENT, EACCES, ENOMEM, ETXTBSY, ENOEXEC),
	CALL(fallocate, ENOSPC, EOPNOTSUPP, EINTR, EIO),
	CALL(fcntl, EINVAL, EMFILE, EPERM),
	CALL(fstat, EIO, ENOMEM, EACCES),
	CALL(inotify_add_watch, ENOSPC, ENOMEM, ENOENT, EACCES),
	CALL(inotify_init1, EMFILE, ENFILE, ENOMEM),
	CALL(inotify_rm_watch, EINVAL),
	CALL(ioctl, EIO, ENOTTY, EINTR),
	CALL(kill, EPERM, ESRCH),
	CALL(memfd_create, EMFILE, ENOSYS, ENOMEM, ENFILE),
	CALL(mmap, ENOMEM, EAGAIN, ENFILE, EPERM),
	CALL(mprotect, ENOMEM, EACCES),
	CALL(munmap, ENOMEM),
	CALL(madvise, ENOMEM),
	CALL(newfstatat, EIO, ENOENT, EACCES, ENOMEM, ELOOP),
	CALL(openat, EMFILE, ENFILE, ENOMEM, EIO, EACCES, ENOENT),
	CALL(pipe2, EMFILE, ENFILE),
	CALL(ppoll, ENOMEM, EINTR),
	CALL(prctl, EINVAL, EPERM),
	CALL(prlimit64, EPERM, ENOSYS),
	CALL(pwrite64, ENOSPC, EIO, EINTR),
	CALL(read, EIO, EINTR, EAGAIN),
	CALL(reboot, EPERM, EINVAL),
	CALL(sendto, ECONNREFUSED, EAGAIN, ENOBUFS, EACCES),
	CALL(setitimer, EINVAL),
	CALL(setsid, EPERM),
	CALL(sigaltstack, ENOMEM),
	CALL(socket, EMFILE, EACCES, ENOBUFS, EAFNOSUPPORT),
	CALL(waitid, EINTR),	/* ECHILD is an answer, and a wrong one here */
	CALL(wait4, EINTR),
	CALL(write, EAGAIN, EIO, ENOSPC, EINTR),
#ifdef SYS_open
	CALL(dup2, EMFILE, EBUSY, EINTR),
	CALL(fork, EAGAIN, ENOMEM),
	CALL(mknod, EEXIST, EROFS, ENOSPC, EACCES),
	CALL(poll, ENOMEM, EINTR),
	CALL(open, EMFILE, ENFILE, ENOMEM, EIO, EACCES, ENOENT),
	CALL(lstat, EIO, ENOENT, EACCES, ENOMEM),
	CALL(stat, EIO, ENOENT, EACCES, ENOMEM, ELOOP),
	CALL(vfork, EAGAIN, ENOMEM),
#endif
	CALL(mknodat, EEXIST, EROFS, ENOSPC, EACCES),
	NEVER(brk),		/* of the library, which has a way out of its own */
	NEVER(clock_gettime),
	NEVER(getpgrp),
	NEVER(getpid),
	NEVER(getuid),
	NEVER(geteuid),
	NEVER(gettid),
	NEVER(restart_syscall),
	NEVER(rt_sigaction),	/* EINVAL only, of a signal that does not exist */
	NEVER(rt_sigprocmask),	/* EINVAL only, of a wrong argument */
	NEVER(rt_sigreturn),
	NEVER(umask),
	NEVER(uname),
};

#define CALLS (sizeof calls / sizeof *calls)

static const struct {
	const char *name;
	int number;
} errno_names[] = {
#define NAME(e) { #e, e }
	NAME(EACCES), NAME(EAFNOSUPPORT), NAME(EAGAIN), NAME(EBUSY), NAME(ECHILD), NAME(ECONNREFUSED), NAME(EEXIST),
	NAME(EINTR), NAME(EINVAL), NAME(EIO), NAME(ELOOP), NAME(EMFILE), NAME(ENFILE), NAME(ENOBUFS), NAME(ENOENT),
	NAME(ENOEXEC), NAME(ENOMEM), NAME(ENOSPC), NAME(ENOSYS), NAME(ENOTTY), NAME(EOPNOTSUPP), NAME(EPERM),
	NAME(EROFS), NAME(ESRCH), NAME(ETXTBSY),
#undef NAME
};

#endif
