#include <errno.h>
#include <grp.h>
#include <limits.h>
#include <pwd.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "account.h"
#include "ssd.h"

#if defined(RUNG_STATIC) && defined(__GLIBC__)
#define FILES_ALONE 1
#else
#define FILES_ALONE 0
#endif

/* Read a number; the largest means "no change" to the kernel, and is no id. */
static bool
parse_id(const char *s, uid_t *id)
{
	char *end;
	unsigned long n;

	if (*s < '0' || *s > '9')
		return false;
	errno = 0;
	n = strtoul(s, &end, 10);
	*id = (uid_t)n;
	return *end == '\0' && errno == 0 && n < UINT32_MAX;
}

#if FILES_ALONE

static const struct passwd *
find_user(const char *name, const uid_t *uid)
{
	FILE *f = fopen("/etc/passwd", "re");
	const struct passwd *p = NULL;

	if (f == NULL)
		return NULL;
	while ((p = fgetpwent(f)) && (name ? strcmp(p->pw_name, name) != 0 : p->pw_uid != *uid))
		continue;
	(void)fclose(f);
	return p;
}

static const struct group *
find_group(const char *name)
{
	FILE *f = fopen("/etc/group", "re");
	const struct group *g = NULL;

	if (f == NULL)
		return NULL;
	while ((g = fgetgrent(f)) && strcmp(g->gr_name, name) != 0)
		continue;
	(void)fclose(f);
	return g;
}

static bool
is_member(const struct group *g, const char *name)
{
	for (char **member = g->gr_mem; *member; member++)
		if (strcmp(*member, name) == 0)
			return true;
	return false;
}

int
account_initgroups(const char *name, gid_t gid)
{
	FILE *f = fopen("/etc/group", "re");
	gid_t groups[NGROUPS_MAX];
	size_t count = 1;
	const struct group *g;

	groups[0] = gid;
	while (f && count < NGROUPS_MAX && (g = fgetgrent(f)))
		if (g->gr_gid != gid && is_member(g, name))
			groups[count++] = g->gr_gid;
	if (f)
		(void)fclose(f);
	return setgroups(count, groups) < 0 ? -errno : 0;
}

#else

static const struct passwd *
find_user(const char *name, const uid_t *uid)
{
	return name ? getpwnam(name) : getpwuid(*uid);
}

static const struct group *
find_group(const char *name)
{
	return getgrnam(name);
}

int
account_initgroups(const char *name, gid_t gid)
{
	return initgroups(name, gid) < 0 ? -errno : 0;
}

#endif

void
account_user(const char *user, struct account *a)
{
	const struct passwd *p;
	uid_t id;
	bool by_number = parse_id(user, &id);

	*a = (struct account){ .uid = by_number ? id : 0 };
	p = find_user(by_number ? NULL : user, &a->uid);
	if (!p && !by_number)
		ssd_fail("user '%s' not found", user);
	if (!p)
		return;
	a->uid = p->pw_uid;
	a->gid = p->pw_gid;
	a->name = strdup(p->pw_name);
	a->home = strdup(p->pw_dir);
	if (a->name == NULL || a->home == NULL)
		ssd_fail("out of memory");
}

gid_t
account_group(const char *group)
{
	const struct group *g;
	gid_t id;

	if (parse_id(group, &id))
		return id;
	g = find_group(group);
	if (!g)
		ssd_fail("group '%s' not found", group);
	return g->gr_gid;
}
