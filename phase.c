#include "phase.h"

void
phase_set(uint32_t flag, bool on)
{
	if (phase_is(flag) == on)
		return;
	struct level_live *l = state_level_edit();
	l->flags = on ? l->flags | flag : l->flags & ~flag;
	state_level_commit();
}

void
phase_set_cursor(uint32_t cursor)
{
	if (state_level()->cursor == cursor)
		return;
	state_level_edit()->cursor = cursor;
	state_level_commit();
}
