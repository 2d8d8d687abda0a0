#include <string.h>

#include "title.h"

static char *room;
static size_t room_size;

void
title_init(int argc, char **argv)
{
	if (argc < 1)
		return;
	room = argv[0];
	room_size = (size_t)(argv[argc - 1] - argv[0]) + strlen(argv[argc - 1]) + 1;
}

void
title_set(const char *title)
{
	size_t len = strlen(title);

	if (room_size == 0)
		return;
	if (len >= room_size)
		len = room_size - 1;
	memcpy(room, title, len);
	memset(room + len, 0, room_size - len);
}
