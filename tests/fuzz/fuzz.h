/*
 * fuzz.h - what the targets share: each is a file with LLVMFuzzerTestOneInput(), which libFuzzer calls
 * and so does replay.c.
 *
 * A target that needs static functions includes the module's .c; README.md tells the rest.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "../../inittab.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must hold whatever the input is. */
#define REQUIRE(what) ((what) ? (void)0 : fuzz_fail(__FILE__, __LINE__, #what))
_Noreturn void fuzz_fail(const char *file, int line, const char *what);

/* The input, taken from its front; zeros when it is used up. */
struct input {
	const uint8_t *at, *end;
};
uint8_t fuzz_byte(struct input *in);
uint32_t fuzz_word(struct input *in);
/* All that is left up to a byte `stop` (which is swallowed), or to the end; *len tells how much. */
const char *fuzz_until(struct input *in, uint8_t stop, size_t *len);

/* A copy of exactly that size, to be freed. */
void *fuzz_copy(const void *data, size_t len);
/* A file with these bytes. */
int fuzz_make_file(const void *data, size_t len);
/* Standing in for the file that a module opens. */
void fuzz_set_file(const void *data, size_t len);

/* What the world does and was told. */
extern pid_t fuzz_next_pid;	/* of the next start; 0 or less: the start fails with it */
extern bool fuzz_group_empty;	/* what kill(2) finds */
extern unsigned fuzz_requests;	/* calls of level_*() that requests lead to */
extern int fuzz_request_last[3];	/* the newest: which, and its arguments */
extern char fuzz_said[512];	/* the newest message */

/* A table of one text.  False: no room. */
struct fuzz_table {
	struct inittab t;
	char *text;
	void *memory;
};
void fuzz_parse(struct fuzz_table *f, const char *text, size_t len);
void fuzz_parse_free(struct fuzz_table *f);
/* table_merge() that must not fail. */
void fuzz_merge(const struct inittab *fresh, uint32_t *place);
/* All that must be true of entries read from text. */
void fuzz_check_entries(const struct inittab *t, size_t len);
/* All that must be true of the table, its indexes and the state at any time. */
void fuzz_check_table(void);
/* Let the children of the table live: some events, as the input says. */
void fuzz_live(struct input *in, unsigned steps);
/* A picture of the table, to be freed: two tables with the same are the same. */
char *fuzz_picture(void);
/* The table empty, the state as at the start. */
void fuzz_reset(void);
/* The same, whatever is in the state: the table is dropped. */
void fuzz_forget(void);

#endif
