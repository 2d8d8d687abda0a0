#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "notify.h"
#include "ssd.h"

/* What a message says. */
enum word { NOTHING, READY, EXTEND, FAILED };

static long long
now_us(void)
{
	struct timespec t = { .tv_sec = 0 };

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int
notify_open(void)
{
	struct sockaddr_un a = { .sun_family = AF_UNIX };
	socklen_t len = sizeof a;
	int on = 1, sock = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	char name[sizeof a.sun_path + 2];

	/* An address without a path: the kernel takes a free abstract name. */
	if (sock < 0 || bind(sock, (struct sockaddr *)&a, offsetof(struct sockaddr_un, sun_path)) < 0 ||
	    setsockopt(sock, SOL_SOCKET, SO_PASSCRED, &on, sizeof on) < 0 ||
	    getsockname(sock, (struct sockaddr *)&a, &len) < 0)
		ssd_fail("unable to make a notification socket (%s)", strerror(errno));
	(void)snprintf(name, sizeof name, "@%.*s",
	    (int)(len - offsetof(struct sockaddr_un, sun_path) - 1), a.sun_path + 1);
	if (setenv("NOTIFY_SOCKET", name, 1) < 0)
		ssd_fail("out of memory");
	return sock;
}

static bool
number_of(const char *line, const char *key, unsigned long long max, unsigned long long *value)
{
	size_t len = strlen(key);
	char *end;

	if (strncmp(line, key, len) != 0 || line[len] < '0' || line[len] > '9')
		return false;
	errno = 0;
	*value = strtoull(line + len, &end, 10);
	return *end == '\0' && errno == 0 && *value <= max;
}

static enum word
understand(char *text, unsigned long long *value)
{
	enum word word = NOTHING;
	char *rest;

	for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		if (strcmp(line, "READY=1") == 0)
			return READY;
		if (number_of(line, "ERRNO=", INT_MAX, value))
			return FAILED;
		if (number_of(line, "EXTEND_TIMEOUT_USEC=", LLONG_MAX / 2, value))
			word = EXTEND;
	}
	return word;
}

/* The text of a message from somebody who may say so; false: there is none. */
static bool
receive(int sock, uid_t uid, char *text, size_t size)
{
	union {
		struct cmsghdr head;
		char room[CMSG_SPACE(sizeof(struct ucred))];
	} control;
	struct iovec part = { .iov_base = text, .iov_len = size - 1 };
	struct msghdr m = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control,
		.msg_controllen = sizeof control };
	ssize_t n = recvmsg(sock, &m, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
	const struct cmsghdr *c = n >= 0 ? CMSG_FIRSTHDR(&m) : NULL;
	struct ucred who;

	if (!c || c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_CREDENTIALS)
		return false;
	memcpy(&who, CMSG_DATA(c), sizeof who);
	text[n] = '\0';
	return who.uid == 0 || who.uid == uid;
}

/* Reap who has ended.  We are their reaper: when none is left, nobody can say that it is ready. */
static void
watch_children(pid_t pid, const char *program)
{
	int status;
	pid_t ended;

	while ((ended = waitpid(-1, &status, WNOHANG)) > 0) {
		if (ended != pid || status == 0)
			continue;	/* it may have left the work to a child */
		if (WIFEXITED(status))
			ssd_fail("%s ended with status %d before it was ready", program,
			    WEXITSTATUS(status));
		ssd_fail("%s was killed by signal %d before it was ready", program, WTERMSIG(status));
	}
	if (ended < 0 && errno == ECHILD)
		ssd_fail("%s ended before it was ready", program);
}

static bool
heard_ready(int sock, uid_t uid, long long *until)
{
	char text[4096];
	unsigned long long value = 0;

	while (receive(sock, uid, text, sizeof text)) {
		switch (understand(text, &value)) {
		case READY:
			return true;
		case FAILED:
			if (value == 0)
				ssd_fail("program failed to initialize");
			ssd_fail("program failed to initialize (%s)", strerror((int)value));
		case EXTEND:
			*until = now_us() + (long long)value;
			break;
		case NOTHING:
			break;
		}
	}
	return false;
}

void
notify_await(int sock, pid_t pid, uid_t uid, int seconds, const char *program)
{
	long long until = now_us() + seconds * 1000000LL;
	sigset_t child;
	struct pollfd p[2] = { { .fd = sock, .events = POLLIN }, { .events = POLLIN } };

	(void)sigemptyset(&child);
	(void)sigaddset(&child, SIGCHLD);
	(void)sigprocmask(SIG_BLOCK, &child, NULL);
	p[1].fd = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
	if (p[1].fd < 0)
		ssd_fail("unable to wait for children (%s)", strerror(errno));
	ssd_say_more("Waiting for notifications... (timeout %ds)", seconds);
	for (;;) {
		struct signalfd_siginfo ignored;
		long long left = until - now_us();

		/* first what was said, then who is gone: it may have been ready, and brief */
		if (heard_ready(sock, uid, &until))
			break;
		watch_children(pid, program);
		left = until - now_us();
		if (left <= 0)
			ssd_fail("timed out waiting for a notification");
		left = left / 1000 + 1;
		(void)poll(p, 2, left > 1000000 ? 1000000 : (int)left);
		while (read(p[1].fd, &ignored, sizeof ignored) > 0)
			continue;
	}
	(void)close(p[1].fd);
	(void)close(sock);
}
