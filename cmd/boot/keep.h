/*
 * keep.h - the boot that is, and the one before.
 *
 * The one before is a file that keep_save() has written while it was the one that is: at the end of the boot and again
 * at the end of the system, by whoever calls `initctl save`.
 */
#ifndef CMD_BOOT_KEEP_H
#define CMD_BOOT_KEEP_H

#include "boot.h"

#define KEEP_JOURNAL "/run/rc/journal"
#define KEEP_DIR "/var/lib/rung"
#define KEEP_FILE KEEP_DIR "/boot"
#define KEEP_PREVIOUS KEEP_DIR "/boot.previous"

/* Each ends the program with a message if it cannot; name: what that begins with. */
void keep_live(const char *name, struct boot *b);
void keep_file(const char *name, const char *path, struct boot *b);
void keep_previous(const char *name, struct boot *b);
void keep_save(const char *name);

#endif
