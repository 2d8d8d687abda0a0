#include "../xalloc.h"
#include "names.h"

static size_t
place_of(const struct names *n, const char *name)
{
	size_t i = 0;

	while (i < n->count && strcmp(n->name[i], name) != 0)
		i++;
	return i;
}

bool
names_have(const struct names *n, const char *name)
{
	return place_of(n, name) < n->count;
}

void
names_add(struct names *n, const char *name)
{
	n->name = xgrow(n->name, n->count, sizeof *n->name);
	n->name[n->count++] = xstrdup(name);
}

void
names_drop(struct names *n, const char *name)
{
	size_t i = place_of(n, name);

	if (i == n->count)
		return;
	free(n->name[i]);
	n->name[i] = n->name[--n->count];
}

void
names_free(struct names *n)
{
	for (size_t i = 0; i < n->count; i++)
		free(n->name[i]);
	free(n->name);
	*n = (struct names){ 0 };
}
