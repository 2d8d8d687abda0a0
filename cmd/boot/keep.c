#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "../xalloc.h"
#include "events.h"
#include "keep.h"
#include "shown.h"

#define PATH_BOOT_ID "/proc/sys/kernel/random/boot_id"
#define PATH_INIT_STAT "/proc/1/stat"
#define KEEP_NEW KEEP_FILE ".new"
#define SAVE_TRIES 20		/* then a boot that goes on is kept as far as it is known */
#define SAVE_PAUSE_MS 50
#define STAT_START 20		/* fields from the state on: see proc(5) */

static _Noreturn void
give_up(const char *name, const char *what, int err)
{
	(void)fprintf(stderr, "%s: %s: %s\n", name, what, strerror(err));
	exit(1);
}

/* ---- the boot that is ---- */

/* The first line of a file, without its end; empty: none. */
static void
read_word(const char *path, char *to, int size)
{
	FILE *f = fopen(path, "re");

	if (f == NULL || fgets(to, size, f) == NULL)
		to[0] = '\0';
	to[strcspn(to, "\n")] = '\0';
	if (f != NULL)
		(void)fclose(f);
}

/* A boot has an identity of the kernel's; but in one boot a container can begin many times: so init's start comes to it. */
static const char *
identity(void)
{
	char id[64], stat[1024], text[128], *start;

	read_word(PATH_BOOT_ID, id, sizeof id);
	read_word(PATH_INIT_STAT, stat, sizeof stat);
	start = strrchr(stat, ')');
	for (int i = 0; start != NULL && i < STAT_START; i++)
		start = strchr(start + 1, ' ');
	(void)snprintf(text, sizeof text, "%s.%.*s", id, start != NULL ? (int)strspn(start + 1, "0123456789") : 0,
	    start != NULL ? start + 1 : "");
	return shown_string(text, strlen(text));
}

static void
add_identity(struct journal *j, usec_t now)
{
	struct journal_event *e = journal_add(j, 0, JOURNAL_BOOT);
	struct utsname u;

	e->id = identity();
	e->real = (long long)time(NULL) - now / 1000000;
	if (uname(&u) < 0)
		return;
	e->host = shown_string(u.nodename, strlen(u.nodename));
	e->release = shown_string(u.release, strlen(u.release));
}

/* Leave out what is not of this boot: a journal in a /run that is kept, a line with a time to come. */
static void
drop_strange(struct journal *j, usec_t now)
{
	usec_t begin = 0;
	size_t kept = 0;

	for (size_t i = 0; i < j->count; i++)
		if (j->event[i].word == JOURNAL_ENTER) {
			begin = j->event[i].time;
			break;
		}
	for (size_t i = 0; i < j->count; i++) {
		const struct journal_event e = j->event[i];

		if (e.word == JOURNAL_BOOT || (e.time >= begin && e.time <= now))
			j->event[kept++] = e;
	}
	j->count = kept;
}

static const char *
why_no_ring(int err)
{
	switch (err) {
	case -ENOENT:
		return "process 1 is no rung, or keeps no state";
	case -EPROTO:
		return "process 1 is a rung of another version: telinit u, then try again";
	case -EACCES:
	case -EPERM:
		return "only root may see what init has done";
	default:
		return strerror(-err);
	}
}

/* *no_ring: 0, or why init's events are not among it. */
static usec_t
read_live(const char *name, struct journal *j, int *no_ring)
{
	*no_ring = events_read(j);	/* first: an entry starts before its scripts do */
	int no_journal = shown_read(j, KEEP_JOURNAL);
	usec_t now = clock_uptime();

	if (no_journal < 0 && no_journal != -ENOENT && no_journal != -ENOTDIR)
		(void)fprintf(stderr, "%s: %s: %s\n", name, KEEP_JOURNAL, strerror(-no_journal));
	drop_strange(j, now);
	if (j->count == 0) {
		(void)fprintf(stderr, "%s: nothing is known of this boot: no scripts in " KEEP_JOURNAL ", and %s\n", name,
		    *no_ring < 0 ? why_no_ring(*no_ring) : "no events");
		exit(1);
	}
	add_identity(j, now);
	return now;
}

/* As far as it concerns the boot. */
static void
tell_lost(const char *name, const struct boot *b)
{
	for (size_t i = 0; i < b->journal.count; i++) {
		const struct journal_event *e = &b->journal.event[i];

		if (e->word == JOURNAL_LOST && e->time < b->end)
			(void)fprintf(stderr, "%s: %lld events of this boot are lost: it had more than init keeps\n", name,
			    e->lost);
	}
}

void
keep_live(const char *name, struct boot *b)
{
	int no_ring;
	usec_t now = read_live(name, &b->journal, &no_ring);

	if (no_ring < 0)
		(void)fprintf(stderr, "%s: scripts only: %s\n", name, why_no_ring(no_ring));
	boot_make(b, now);
	tell_lost(name, b);
}

/* ---- one that is kept ---- */

void
keep_file(const char *name, const char *path, struct boot *b)
{
	int err = shown_read(&b->journal, path);
	usec_t last = 0;

	if (err < 0)
		give_up(name, path, -err);
	if (b->journal.count == 0) {
		(void)fprintf(stderr, "%s: %s: expected lines of a boot's journal, found none\n", name, path);
		exit(1);
	}
	for (size_t i = 0; i < b->journal.count; i++)
		if (b->journal.event[i].time > last)
			last = b->journal.event[i].time;
	boot_make(b, last);
	tell_lost(name, b);
}

/* Is the file of the boot that is? */
static bool
is_of_this_boot(const char *path)
{
	struct journal j = { .count = 0 };
	const char *id = identity();

	if (shown_read(&j, path) < 0)
		return false;
	for (size_t i = 0; i < j.count; i++)
		if (j.event[i].word == JOURNAL_BOOT)
			return strcmp(j.event[i].id, id) == 0;
	return false;
}

void
keep_previous(const char *name, struct boot *b)
{
	const char *path = is_of_this_boot(KEEP_FILE) ? KEEP_PREVIOUS : KEEP_FILE;

	if (access(path, F_OK) < 0) {
		(void)fprintf(stderr, "%s: %s: no boot before this one has been kept; see initctl(8), save\n", name, path);
		exit(1);
	}
	keep_file(name, path, b);
}

/* Who cannot keep anything need not be told so at each boot. */
static _Noreturn void
give_up_saving(const char *name, const char *what)
{
	if (errno == EROFS)
		exit(0);
	give_up(name, what, errno);
}

/* Called by a line of the table, it may be quicker than init, which has yet to note that this was the last one. */
static struct boot
read_to_its_end(const char *name)
{
	const struct timespec pause = { .tv_nsec = SAVE_PAUSE_MS * 1000000 };

	for (int tries = 0;; tries++) {
		struct boot b = { .jobs = 0 };
		int no_ring;
		usec_t now = read_live(name, &b.journal, &no_ring);

		boot_make(&b, now);
		if (b.over || tries == SAVE_TRIES)
			return b;
		(void)nanosleep(&pause, NULL);
	}
}

void
keep_save(const char *name)
{
	struct boot b = read_to_its_end(name);
	bool again = is_of_this_boot(KEEP_FILE);
	FILE *f;
	int fd;

	if (mkdir(KEEP_DIR, 0755) < 0 && errno != EEXIST)
		give_up_saving(name, KEEP_DIR);
	(void)unlink(KEEP_NEW);
	fd = open(KEEP_NEW, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
	f = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (f == NULL)
		give_up_saving(name, KEEP_NEW);
	journal_print(&b.journal, f);
	/* On the disk before it takes the place of another: a power cut leaves one of them whole. */
	if (fflush(f) != 0 || fdatasync(fd) < 0)
		give_up(name, KEEP_NEW, errno);
	(void)fclose(f);
	if (!again && rename(KEEP_FILE, KEEP_PREVIOUS) < 0 && errno != ENOENT)
		give_up(name, KEEP_PREVIOUS, errno);
	if (rename(KEEP_NEW, KEEP_FILE) < 0)
		give_up(name, KEEP_FILE, errno);
}
