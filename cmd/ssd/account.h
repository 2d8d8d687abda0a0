/*
 * account.h - users and groups by name or number.
 *
 * A static program with glibc cannot ask the name services: there /etc/passwd and /etc/group alone are read.
 * An unknown name ends the program (ssd.h): nobody becomes root by a typing error.
 */
#ifndef SSD_ACCOUNT_H
#define SSD_ACCOUNT_H

#include <stdbool.h>
#include <sys/types.h>

struct account {
	char *name, *home;	/* the caller's to free; NULL: a number that nobody has */
	uid_t uid;
	gid_t gid;	/* the primary group, if there is a name */
};

void account_user(const char *user, struct account *a);
gid_t account_group(const char *group);
/* Take on the supplementary groups of that user, and gid. */
int account_initgroups(const char *name, gid_t gid);

#endif
