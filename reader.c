#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "dirent64.h"
#include "format.h"
#include "helper.h"
#include "log.h"
#include "paths.h"
#include "reader.h"
#include "trust.h"

#define NAMES_MAX (256u << 10)	/* bytes of file names in inittab.d */
#define SUFFIX ".tab"

/*
 * The shared memory: a header and, for each file, a chunk with its name and its text.  All
 * alignment is that of bytes: chunk heads are copied in and out.
 */
struct area {
	uint32_t used;
	char bytes[];
};

struct chunk {
	uint32_t name_len, text_len;	/* name_len with its NUL */
	int32_t reason, built_in;
};

static struct area *area;

#define ROOM (READER_MAX - (uint32_t)sizeof(struct area))

static char *
append(const char *name, uint32_t text_len, int reason, bool built_in)
{
	struct chunk c = { (uint32_t)strlen(name) + 1, text_len, reason, built_in };

	if (area->used + sizeof c + c.name_len + text_len > ROOM)
		return NULL;
	memcpy(area->bytes + area->used, &c, sizeof c);
	area->used += (uint32_t)sizeof c;
	memcpy(area->bytes + area->used, name, c.name_len);
	area->used += c.name_len + text_len;
	return area->bytes + area->used - text_len;
}

static bool
append_text(const char *name, const char *text, bool built_in)
{
	uint32_t len = (uint32_t)strlen(text);
	char *to = append(name, len, 0, built_in);

	if (to != NULL)
		memcpy(to, text, len);
	return to != NULL;
}

/* A file that is not read has the reason as its text. */
static void
append_failure(const char *name, int reason, const char *why)
{
	uint32_t len = (uint32_t)strlen(why) + 1;
	char *to = append(name, len, reason, false);

	if (to != NULL)
		memcpy(to, why, len);
}

static enum reader_what what_to_read;	/* for the helper */

/* Why the file or directory path is not to be read, in words; NULL: it is. */
static const char *
refusal(const char *path, const struct stat *st)
{
	static char text[96];
	const char *why = trust_refusal(st);

	if (why == NULL)
		return NULL;
	if (what_to_read == READ_BOOT && strcmp(path, PATH_INITTAB) == 0) {
		log_warn("%s: %s; mend that", path, why);
		return NULL;
	}
	(void)format(text, sizeof text, "%s; not read", why);
	return text;
}

static int
open_table(const char *path, const char **why)
{
	struct stat st;
	/* O_NONBLOCK: a FIFO in place of the file must not wait for a writer. */
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY), err = 0;

	if (fd < 0)
		return -errno;
	if (fstat(fd, &st) < 0)
		err = -errno;
	else if (!S_ISREG(st.st_mode))
		err = S_ISDIR(st.st_mode) ? -EISDIR : -EINVAL;
	else if (st.st_size > ROOM)
		err = -EFBIG;	/* not worth the reading */
	else if ((*why = refusal(path, &st)) != NULL)
		err = -EACCES;
	if (err < 0) {
		(void)close(fd);
		return err;
	}
	return fd;
}

/* Read until the end, which may not be where it was when the file was opened. */
static int
read_text(const char *path, const char **why)
{
	uint32_t start = area->used, got = 0;
	int fd = open_table(path, why), err = 0;
	ssize_t n = 1;

	if (fd < 0)
		return fd;
	char *to = append(path, 0, 0, false);	/* its text follows, as long as it will be */
	uint32_t room = to != NULL ? ROOM - area->used : 0;
	while (err == 0 && n != 0) {
		if (got + 1 >= room) {
			err = -EFBIG;
			break;
		}
		n = read(fd, to + got, room - got - 1);
		if (n < 0 && errno != EINTR)
			err = -errno;
		got += n > 0 ? (uint32_t)n : 0;
	}
	(void)close(fd);
	area->used = start;
	if (err < 0)
		return err;
	if (got > 0 && to[got - 1] != '\n')
		to[got++] = '\n';
	(void)append(path, got, 0, false);
	return 0;
}

/* False: the file is not read; the answer says why. */
static bool
read_file(const char *path)
{
	const char *why = NULL;
	int err = read_text(path, &why);

	if (err < 0)
		append_failure(path, -err, why != NULL ? why : strerror(-err));
	return err == 0;
}

struct names {
	char text[NAMES_MAX];
	const char *at[NAMES_MAX / 8];
	uint32_t used, count;
};

static void
add_name(struct names *n, const char *name)
{
	size_t len = strlen(name), suffix = strlen(SUFFIX);
	uint32_t i;

	if (len <= suffix || strcmp(name + len - suffix, SUFFIX) != 0 || len + 1 > NAMES_MAX - n->used ||
	    n->count == sizeof n->at / sizeof *n->at)
		return;
	char *copy = memcpy(n->text + n->used, name, len + 1);
	n->used += (uint32_t)len + 1;
	for (i = n->count++; i > 0 && strcmp(n->at[i - 1], copy) > 0; i--)
		n->at[i] = n->at[i - 1];
	n->at[i] = copy;
}

static void
list_names(int fd, struct names *n)
{
	static _Alignas(64) char some[32768];
	long got;

	while ((got = syscall(SYS_getdents64, fd, some, sizeof some)) > 0)
		for (long at = 0; at < got; at += dirent64_length(some + at))
			add_name(n, dirent64_name(some + at));
}

static void
read_directory(void)
{
	static struct names names;
	static char path[sizeof PATH_INITTAB_D + 256];
	const char *why;
	struct stat st;
	int fd = open(PATH_INITTAB_D, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return;		/* there need not be one */
	why = fstat(fd, &st) == 0 ? refusal(PATH_INITTAB_D, &st) : strerror(errno);
	if (why == NULL)
		list_names(fd, &names);
	else
		append_failure(PATH_INITTAB_D, EACCES, why);
	(void)close(fd);
	for (uint32_t i = 0; i < names.count; i++) {
		memcpy(path, PATH_INITTAB_D "/", sizeof PATH_INITTAB_D);
		memcpy(path + sizeof PATH_INITTAB_D, names.at[i], strlen(names.at[i]) + 1);
		(void)read_file(path);
	}
}

static const char *
rescue(void)
{
	return access(PATH_SULOGIN, X_OK) == 0 ? "~~:S:wait:" PATH_SULOGIN " --force\n" :
	    "~~:S:wait:" PATH_SHELL "\n";
}

static int
read_table(void *arg)
{
	(void)arg;
	if (!read_file(PATH_INITTAB)) {
		(void)append_text("built-in table", "id:S:initdefault:\n", true);
		(void)append_text("built-in table", rescue(), true);
	}
	read_directory();
	return 0;
}

static int
read_emergency(void *arg)
{
	(void)arg;
	(void)append_text("built-in table", access(PATH_SULOGIN, X_OK) == 0 ?
	    "~~::sysinit:" PATH_SULOGIN "\n" : "~~::sysinit:" PATH_SHELL "\n", false);
	return 0;
}

bool
reader_start(enum reader_what what, msec_t now)
{
	void *memory;

	reader_end();
	memory = mmap(NULL, READER_MAX, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (memory == MAP_FAILED)
		return false;
	area = memory;
	what_to_read = what;
	if (!helper_start(HELPER_READER, what == READ_EMERGENCY ? read_emergency : read_table, NULL,
	    READER_TIMEOUT_MS, now)) {
		reader_end();
		return false;
	}
	return true;
}

bool
reader_next(size_t *at, struct reader_file *f)
{
	struct chunk c;

	if (area == NULL || *at + sizeof c > area->used)
		return false;
	memcpy(&c, area->bytes + *at, sizeof c);
	f->name = area->bytes + *at + sizeof c;
	f->text = (struct span){ (uint32_t)(*at + sizeof c + c.name_len), c.text_len };
	f->reason = c.reason;
	f->why = c.reason != 0 ? area->bytes + f->text.at : "";
	f->built_in = c.built_in != 0;
	*at = span_end(f->text);
	return true;
}

bool
reader_append(const char *name, const char *text)
{
	return append_text(name, text, true);
}

const char *
reader_text(size_t *len)
{
	*len = area != NULL ? area->used : 0;
	return area != NULL ? area->bytes : "";
}

void
reader_end(void)
{
	if (area != NULL)
		(void)munmap(area, READER_MAX);
	area = NULL;
}
