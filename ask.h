/*
 * ask.h - questions whose answers take time: work for helpers (helper.h).
 */
#ifndef RUNG_ASK_H
#define RUNG_ASK_H

/* Ask on the console for the runlevel: its character; S at the end of file. */
int ask_level(void *unused);
/* Read the power status that somebody left in a file, and remove it: F, L, O or another byte. */
int ask_power(void *unused);

#endif
