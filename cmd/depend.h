/*
 * depend.h - the dependency files .depend.boot, .depend.start and .depend.stop, which startpar reads.
 */
#ifndef CMD_DEPEND_H
#define CMD_DEPEND_H

#include "graph.h"

/*
 * The text of a file, to be freed: the nodes of one kind that are listed[], in order of number, and who must be
 * done before each.  interactive: with that line.
 */
char *depend_text(const struct graph *g, const bool *listed, const size_t *order, bool interactive, size_t *len);

#endif
