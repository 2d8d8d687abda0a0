#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "../clock.h"
#include "../utmp.h"
#include "procs.h"
#include "wall.h"

#define DEV "/dev/"

struct terminal {
	int fd;
	size_t done;	/* bytes that it has taken */
};

/* The length of the UTF-8 sequence at s, or 0: overlong, cut or beyond Unicode is none. */
static size_t
sequence(const unsigned char *s, size_t len)
{
	size_t n = *s < 0xc2 ? 0 : *s < 0xe0 ? 2 : *s < 0xf0 ? 3 : *s < 0xf5 ? 4 : 0;

	if (n == 0 || n > len)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((*s == 0xe0 && s[1] < 0xa0) || (*s == 0xed && s[1] > 0x9f) ||
	    (*s == 0xf0 && s[1] < 0x90) || (*s == 0xf4 && s[1] > 0x8f))
		return 0;
	return n;
}

size_t
wall_clean(char *out, const char *text, size_t len)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t n = 0, seq;

	for (size_t i = 0; i < len; i += seq) {
		unsigned char c = s[i];

		seq = sequence(s + i, len - i);
		if (seq == 2 && c == 0xc2 && s[i + 1] < 0xa0)
			c = s[i + 1];	/* U+0080 to U+009F: control characters */
		else if (seq != 0) {
			memcpy(out + n, s + i, seq);
			n += seq;
			continue;
		} else
			seq = 1;
		if ((c >= ' ' && c < 0x7f) || c == '\t' || c == '\r' || c == '\n')
			out[n++] = (char)c;
		else if (c >= 0xa0) {	/* a letter of Latin-1, which is the beginning of Unicode */
			out[n++] = (char)(0xc0 | c >> 6);
			out[n++] = (char)(0x80 | (c & 0x3f));
		} else {
			out[n++] = '^';
			out[n++] = c == 0x7f ? '?' : (char)((c & 0x1f) | 0x40);
		}
	}
	return n;
}

/* They stay open: to close a stopped line can take half a minute. */
struct terminals {
	struct terminal *all;
	size_t n;
};

/* Open the terminal of that name, if it is one; false when there is no room for more. */
static bool
add_terminal(struct terminals *t, const char *path)
{
	struct terminal *more;
	struct stat st;
	int fd;

	/* Before it is opened: to open some devices is to do something. */
	if (lstat(path, &st) < 0 || !S_ISCHR(st.st_mode) || st.st_nlink != 1)
		return true;
	fd = open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return true;
	more = isatty(fd) ? realloc(t->all, (t->n + 1) * sizeof *more) : NULL;
	if (more == NULL) {
		(void)close(fd);
		return errno != ENOMEM;
	}
	t->all = more;
	t->all[t->n++] = (struct terminal){ .fd = fd };
	return true;
}

/* All terminals with a user. */
static void
add_users(struct terminals *t)
{
	struct utmp_record r;
	char path[sizeof DEV + sizeof r.line];
	int utmp = open(UTMP_PATH, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	while (utmp >= 0 && read(utmp, &r, sizeof r) == (ssize_t)sizeof r) {
		if (r.type != UTMP_USER || r.user[0] == '\0')
			continue;
		(void)snprintf(path, sizeof path, "%s%.*s", strncmp(r.line, DEV, strlen(DEV)) == 0 ? "" : DEV,
		    (int)sizeof r.line, r.line);
		if (strstr(path, "/../") == NULL && !add_terminal(t, path))
			break;
	}
	if (utmp >= 0)
		(void)close(utmp);
}

/*
 * Where those who let users in keep no utmp: all terminals with a session.  That of a getty is init's own child; the
 * shell of a user never is.
 */
static void
add_sessions(struct terminals *t)
{
	struct proc *procs = NULL;
	char link[32], path[PATH_MAX];
	struct stat st;
	size_t count = 0;
	ssize_t len;

	if (procs_enter() < 0 || procs_list(&procs, &count) < 0)
		return;
	for (const struct proc *p = procs; p < procs + count; p++) {
		if (p->session != p->pid || p->terminal == 0 || p->parent == 1)
			continue;
		(void)snprintf(link, sizeof link, "%d/fd/0", (int)p->pid);
		len = readlink(link, path, sizeof path - 1);
		path[len < 0 ? 0 : len] = '\0';
		/* A file elsewhere may be on a disk that hangs. */
		if (strncmp(path, DEV, strlen(DEV)) != 0 || lstat(path, &st) < 0 || st.st_rdev != p->terminal)
			continue;
		if (!add_terminal(t, path))
			break;
	}
	free(procs);
}

/* Write what t takes now; false when that was the end of it. */
static bool
feed(struct terminal *t, const char *text, size_t len)
{
	ssize_t n = write(t->fd, text + t->done, len - t->done);

	if (n > 0)
		t->done += (size_t)n;
	else if (n == 0 || (errno != EAGAIN && errno != EINTR))
		return false;
	return t->done < len;
}

/* Serve all terminals side by side, until each has everything or the time is over. */
static void
feed_all(struct terminal *all, size_t n, const char *text, size_t len)
{
	struct pollfd *fds = calloc(n + 1, sizeof *fds);
	msec_t now = clock_now(), deadline = now + WALL_MS;
	size_t busy = n;

	if (fds == NULL)
		return;
	for (size_t i = 0; i < n; i++)
		fds[i] = (struct pollfd){ .fd = all[i].fd, .events = POLLOUT };
	for (; busy > 0 && now < deadline; now = clock_now()) {
		if (poll(fds, (nfds_t)n, (int)(deadline - now)) <= 0)
			continue;
		for (size_t i = 0; i < n; i++)
			if (fds[i].fd >= 0 && fds[i].revents != 0 && !feed(&all[i], text, len)) {
				fds[i].fd = -1;	/* poll(2) passes it over */
				busy--;
			}
	}
	free(fds);
}

/* The name that /etc/passwd has for the user, or "?"; no service is asked, which could make us wait. */
static void
user_name(uid_t user, char *name, size_t size)
{
	FILE *f = fopen("/etc/passwd", "re");
	const struct passwd *pw = NULL;

	while (f != NULL && (pw = fgetpwent(f)) != NULL && pw->pw_uid != user)
		continue;
	(void)snprintf(name, size, "%s", pw != NULL ? pw->pw_name : "?");
	if (f != NULL)
		(void)fclose(f);
}

/* "\r\nBroadcast message from USER@HOST (TTY) (DATE):\r\n\r\n" and the text. */
static char *
compose(uid_t user, const char *text, size_t *len)
{
	const char *tty = isatty(STDIN_FILENO) ? ttyname(STDIN_FILENO) : NULL;
	time_t now = time(NULL);
	struct utsname host;
	char name[64], date[32] = "", *raw = NULL, *clean;

	if (tty != NULL && strncmp(tty, DEV, strlen(DEV)) == 0)
		tty += strlen(DEV);
	user_name(user, name, sizeof name);
	if (uname(&host) < 0)
		host.nodename[0] = '\0';
	if (ctime_r(&now, date) != NULL)
		date[strcspn(date, "\n")] = '\0';
	if (asprintf(&raw, "\r\nBroadcast message from %s@%s %s%s%s(%s):\r\n\r\n%s", name,
	    host.nodename, tty ? "(" : "", tty ? tty : "", tty ? ") " : "", date, text) < 0)
		return NULL;
	clean = malloc(strlen(raw) * WALL_GROWTH);
	if (clean != NULL)
		*len = wall_clean(clean, raw, strlen(raw));
	free(raw);
	return clean;
}

void
wall_send(uid_t user, const char *text)
{
	struct rlimit files;
	struct terminals t = { .n = 0 };
	size_t len = 0;
	char *message = compose(user, text, &len);

	if (message == NULL)
		return;
	if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
		files.rlim_cur = files.rlim_max;
		(void)setrlimit(RLIMIT_NOFILE, &files);
	}
	add_users(&t);
	if (t.n == 0)
		add_sessions(&t);
	feed_all(t.all, t.n, message, len);
	free(t.all);
	free(message);
}
