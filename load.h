/*
 * load.h - the bytes that the reader brought, made into the table.
 *
 * Messages:  what is wrong with a file or a line is logged in the classic wording,
 *            /etc/inittab[LINE]: TEXT.
 * Fallbacks: without any usable entry, and without an older table, the built-in one: a shell on the
 *            console; without an entry for single-user mode, one that runs sulogin; with
 *            init.autocon=1 on the kernel's command line, a getty on each console named there.
 */
#ifndef RUNG_LOAD_H
#define RUNG_LOAD_H

#include <stdbool.h>
#include <stdint.h>

/*
 * The reader has finished: make what it brought the table.  first: there is no older table that
 * could be kept.  *from_main: is /etc/inittab a part of the table?  One that is may not vanish.
 * *place as in table_merge().  False: the old table stays, and that was said.
 */
bool load_table(bool first, bool *from_main, uint32_t *place);

#endif
