#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "load.h"
#include "format.h"
#include "log.h"
#include "paths.h"
#include "reader.h"
#include "state.h"
#include "table.h"

#define SINGLE_ENTRY "~~:S:wait:" PATH_SULOGIN "\n"
#define FILLED_MAX (1 << 20)	/* bytes: the entries of some 10,000 lines */
#define PROBLEMS_MAX 50		/* of one file, that are told one by one */
#define AUTOCON_WORD "init.autocon=1"
#define CONSOLE_WORD "console="
#define COMMAND_LINE_MAX 4096

/* Whoever puts a picture in place of the table shall not have init say so a million times. */
static void
report(const struct inittab_problem *p, const char *text, void *arg)
{
	uint32_t *problems = arg;

	(void)text;
	if (++*problems <= PROBLEMS_MAX)
		log_warn("%s[%u]: %s", p->file, p->line, p->message);
}

static void
parse(struct inittab *t, const struct reader_file *f)
{
	uint32_t problems = 0;

	inittab_parse(t, f->name, f->text, report, &problems);
	if (problems > PROBLEMS_MAX)
		log_warn("%s: %u more problems; init --check shows all", f->name, problems - PROBLEMS_MAX);
}

static uint32_t
count_good(const struct inittab *t)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < t->count; i++)
		n += !t->entries[i].bad;
	return n;
}

/* What is no file at all in inittab.d is no part of the table; what cannot be read now may be. */
static bool
is_serious(const struct reader_file *f)
{
	return strcmp(f->name, PATH_INITTAB) == 0 ||
	    (f->reason != ENOENT && f->reason != EISDIR && f->reason != EINVAL);
}

/* Parse all files of one kind; the reason why a part of the table is missing goes to *reason. */
static void
parse_files(struct inittab *t, bool built_in, int *reason)
{
	struct reader_file f;
	size_t at = 0;

	while (reader_next(&at, &f)) {
		if (f.built_in != built_in)
			continue;
		if (f.reason == 0 && strcmp(f.name, PATH_INITTAB) != 0 && !f.built_in)
			log_info("Reading: %s", f.name);
		if (f.reason == 0)
			parse(t, &f);
		else if (f.reason == ENOENT && strcmp(f.name, PATH_INITTAB) == 0)
			log_warn("No inittab file found");
		else
			log_warn("%s: %s", f.name, f.why);
		if (f.reason != 0 && is_serious(&f))
			*reason = f.reason;
	}
}

/* Add one line of init's own and parse it; the reader's memory holds it. */
static void
add_line(struct inittab *t, const char *line)
{
	struct reader_file f = { .name = "" }, last;
	size_t at = 0;

	if (!reader_append("init", line))
		return;
	while (reader_next(&at, &last))
		f = last;
	parse(t, &f);
}

static size_t
read_command_line(char *buf, size_t size)
{
	int fd = open(PATH_CMDLINE, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd >= 0 ? read(fd, buf, size - 1) : 0;

	if (fd >= 0)
		(void)close(fd);
	buf[n > 0 ? n : 0] = '\0';
	return n > 0 ? (size_t)n : 0;
}

static bool
is_device_byte(char c)
{
	return (c >= '-' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static void
add_getty(struct inittab *t, const char *device, size_t len)
{
	char line[256];
	size_t skip = len > 3 && memcmp(device, "tty", 3) == 0 ? 3 : 0;
	const char *id = device + skip;
	size_t id_len = len - skip;

	if (len == 0 || len > 64 || inittab_find(t, id, id_len, INITTAB_NONE) != INITTAB_NONE)
		return;
	if (table_by_id(id, id_len) == NULL)
		log_warn("added agetty on %.*s with id %.*s", (int)len, device, (int)id_len, id);
	size_t n = format(line, sizeof line - 1,
	    "%.*s:2345:respawn:/sbin/agetty -L -s 115200,38400,9600 %.*s vt102",
	    (int)id_len, id, (int)len, device);
	line[n] = '\n';
	line[n + 1] = '\0';
	add_line(t, line);
}

static void
add_gettys(struct inittab *t, const char *words)
{
	for (const char *p = words; (p = strstr(p, CONSOLE_WORD)) != NULL; ) {
		size_t len = 0;
		bool at_start = p == words || p[-1] == ' ';

		p += sizeof CONSOLE_WORD - 1;
		while (is_device_byte(p[len]))
			len++;
		if (at_start)
			add_getty(t, p, len);
	}
}

/* The kernel's command line never changes: where it does not ask for consoles it is not looked at again. */
static void
add_consoles(struct inittab *t)
{
	static bool unwanted;
	char *words;

	if (unwanted || t->count == 0)
		return;
	/* Memory of a moment: PID 1 is no larger for it afterwards. */
	words = mmap(NULL, COMMAND_LINE_MAX, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (words == MAP_FAILED)
		return;
	unwanted = read_command_line(words, COMMAND_LINE_MAX) > 0 && strstr(words, AUTOCON_WORD) == NULL;
	if (!unwanted)
		add_gettys(t, words);
	(void)munmap(words, COMMAND_LINE_MAX);
}

static bool
build(struct inittab *t, bool first, bool *from_main)
{
	int reason = 0;

	parse_files(t, false, &reason);
	if (reason != 0 && !first && (reason != ENOENT || *from_main))
		return false;
	*from_main = reason == 0;
	if (reason != 0 && count_good(t) == 0)
		parse_files(t, true, &reason);
	if (!inittab_has_single(t))
		add_line(t, SINGLE_ENTRY);
	add_consoles(t);
	return true;
}

bool
load_table(bool first, bool *from_main, uint32_t *place)
{
	struct inittab fresh;
	size_t len;
	const char *text = reader_text(&len);
	size_t table_size = inittab_begin(&fresh, text, len), size = table_size + table_count() * sizeof(uint32_t);
	int err;

	/* A fault for each page would cost more than the lines on it; but of a huge file most lines are no entries. */
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS | (size <= FILLED_MAX ? MAP_POPULATE : MAP_NORESERVE), -1, 0);
	if (memory == MAP_FAILED) {
		log_warn("%s: %s; keeping the old table", PATH_INITTAB, strerror(errno));
		return false;
	}
	inittab_use(&fresh, memory);
	bool usable = build(&fresh, first, from_main), lasting = state.fd >= 0;
	err = usable ? table_merge(&fresh, (uint32_t *)(void *)((char *)memory + table_size), place) : 0;
	if (lasting && state.fd < 0)
		log_warn("no memory file: children will not outlive init");
	(void)munmap(memory, size);
	if (err < 0)
		log_warn("%s: %s; keeping the old table", PATH_INITTAB, strerror(-err));
	else if (!usable)
		log_warn("%s: not readable; keeping the old table", PATH_INITTAB);
	return usable && err == 0;
}
