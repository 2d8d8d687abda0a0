/*
 * lint.h - rcrun --check: what is wrong with scripts, their headers and their links, shown as compilers show it.
 *
 * Output:  FILE:LINE:COLUMN: error|warning: TEXT, the line, and a mark below it; columns count bytes from 1.
 */
#ifndef CMD_RCRUN_LINT_H
#define CMD_RCRUN_LINT_H

/* Check the system below root; everything on standard output.  The exit status: 0, 1 (warnings) or 2 (errors). */
int lint(const char *root);

#endif
