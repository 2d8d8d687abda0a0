/*
 * check.h - unit tests: a harness of some thirty lines, and what takes the place of the world.
 *
 * A test is a function; test() runs it and prints its line of TAP.  A check that fails says where, what
 * and for which row of a table (check_row), and the test goes on.
 */
#ifndef RUNG_CHECK_H
#define RUNG_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "../../inittab.h"

void test(const char *sentence, void (*run)(void));

#define CHECK(what) check_true((what), __FILE__, __LINE__, #what)
#define CHECK_INT(got, want) check_int((long long)(got), (long long)(want), __FILE__, __LINE__, #got)
#define CHECK_TEXT(got, want) check_text((got), (want), __FILE__, __LINE__, #got)

extern const char *check_row;	/* said with a failure; NULL: none */
bool check_true(bool what, const char *file, int line, const char *text);
bool check_int(long long got, long long want, const char *file, int line, const char *text);
bool check_text(const char *got, const char *want, const char *file, int line, const char *text);

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* What was said, sent and asked for since fake_reset(): texts that grow. */
extern char fake_said[16384];	/* log_*(), a line each */
extern char fake_sent[4096];	/* kill(2): "TERM -100\n" */
extern int fake_spawn_error;	/* spawn_start() returns it when it is not 0 */
extern pid_t fake_pid;		/* its last pid; each start takes the next one */
extern bool fake_group_empty;	/* kill(2) finds nobody */
void fake_reset(void);
/* A number below n, the same ones in every run. */
unsigned fake_random(unsigned n);

/* A table read from text; its memory ends exactly where the text does. */
struct parsed {
	struct inittab t;
	char *text;
	void *memory;
	char problems[4096];	/* "LINE: MESSAGE\n" each */
};
void parsed_read(struct parsed *p, const char *text, size_t len);
void parsed_free(struct parsed *p);
/* Let it be the table of table.h. */
void parsed_merge(const char *text, size_t len, uint32_t *place);

/* Make the table empty, whatever another test has left in it. */
void table_clear(void);

void suite_inittab(void);
void suite_options(void);
void suite_command(void);
void suite_log(void);
void suite_env(void);
void suite_state(void);
void suite_layout(void);
void suite_child(void);
void suite_table(void);
void suite_lsb(void);
void suite_graph(void);
void suite_turns(void);
void suite_shutdown(void);
void suite_ssd(void);
void suite_boot(void);
void suite_bootlog(void);

#endif
