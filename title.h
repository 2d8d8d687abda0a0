/*
 * title.h - what ps shows for init: "init boot", later "init [L]".
 *
 * Memory:   the title overwrites the arguments; a longer one is cut, as the classic does it.
 */
#ifndef RUNG_TITLE_H
#define RUNG_TITLE_H

void title_init(int argc, char **argv);
void title_set(const char *title);

#endif
