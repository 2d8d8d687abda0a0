/*
 * book.h - the book in which children write when they began; probe.c makes and reads it.
 *
 * A file in the memory of the system under test.  Times are nanoseconds of CLOCK_MONOTONIC, which is the
 * same in all namespaces.
 */
#ifndef BENCH_BOOK_H
#define BENCH_BOOK_H

#include <stdint.h>

#define BOOK_PATH "/bench/book"
#define BOOK_SLOTS 16384

/* Numbers beyond those of all entries: what runs in the next level only, and what runs on demand. */
enum { SLOT_MARK = 16000, SLOT_DEMAND };

struct slot {
	int32_t pid;
	int32_t unused;
	int64_t ns;	/* last: when it has changed, so has the rest */
};

struct book {
	int32_t go;		/* the probe is ready: PID 1 may begin */
	int32_t unused;
	int64_t began_ns;	/* just before the exec of the init under test */
	int64_t began_cpu_ns;	/* what PID 1 had used until then */
	struct slot slot[BOOK_SLOTS];
};

#endif
