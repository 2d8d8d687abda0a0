/*
 * show.h - what a run would do, without doing it: as text, and as a graph to be drawn.
 *
 * Everything goes to standard output.
 */
#ifndef CMD_RCRUN_SHOW_H
#define CMD_RCRUN_SHOW_H

#include "phase.h"

/* Wave by wave, each script with those it waits for, and why. */
void show_plan(const struct phase *p);
/* For dot(1) of Graphviz; the phases of a level are one graph. */
void show_dot(const char *level, const struct phase *const *phases, size_t count);
/* A picture, each wave a column. */
void show_svg(const char *level, const struct phase *const *phases, size_t count);

#endif
