/*
 * show.h - a boot for people: as lists, as a picture, and as JSON for programs.
 *
 * Each writes to standard output.  before: the boot before, to compare with, or NULL.
 */
#ifndef CMD_BOOT_SHOW_H
#define CMD_BOOT_SHOW_H

#include "boot.h"

/* Slowest first. */
void show_blame(const struct boot *b, const struct boot *before);
/* The critical path, with what waited for what. */
void show_chain(const struct boot *b, const struct boot *before);
/* SVG. */
void show_plot(const struct boot *b, const struct boot *before);

void show_blame_json(const struct boot *b, const struct boot *before);
void show_chain_json(const struct boot *b, const struct boot *before);
void show_plot_json(const struct boot *b, const struct boot *before);

/* For the others: job numbers, slowest first; the caller frees them. */
size_t *show_slowest(const struct boot *b, size_t *count);
/* "exit status 1", "signal 9", "skipped: timeout", "still running", or "". */
const char *show_fate(const struct boot *b, const struct boot_job *job);
/* "boot of HOST" with what is known of it. */
const char *show_title(const struct boot *b);
/* What the boot took, all of it, and the part before init; -1: not known. */
usec_t show_total(const struct boot *b);
usec_t show_kernel(const struct boot *b);

#endif
