/*
 * tree.h - a child and all that descends from it: a script with what it has started, but for its daemons.
 *
 * Errors:  without /proc only the child itself is known.
 */
#ifndef CMD_RCRUN_TREE_H
#define CMD_RCRUN_TREE_H

#include <stdbool.h>
#include <sys/types.h>

/* Send a signal to all of them. */
void tree_signal(pid_t child, int signal);
/* None of them computes, as far as that can be told at a glance. */
bool tree_waits(pid_t child);
/* How many processes of the whole machine compute, but for us; UINT_MAX: nobody knows. */
unsigned tree_all_computing(void);

#endif
