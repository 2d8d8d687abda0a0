/*
 * check.h - init --check: what is wrong with a table, shown as compilers show it.
 *
 * Output:   FILE:LINE:COLUMN: error|warning: TEXT, the line, and a caret; columns count bytes from 1.
 */
#ifndef CMD_CHECK_H
#define CMD_CHECK_H

/*
 * Check file, or the system's table if it is NULL; everything on standard output.  Return the exit
 * status: 0, 1 (warnings) or 2 (errors, or a file that cannot be read).
 */
int check_main(const char *name, const char *file);
/* Before telinit q: show errors of the system's table on standard error; gives up when its files do not answer. */
void check_before_reload(const char *name);

#endif
