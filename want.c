#include "want.h"

bool
want_is_boot_phase(void)
{
	return state_level()->level == LEVEL_SYSINIT || state_level()->level == LEVEL_BOOT;
}

bool
want_is_active(const struct child *c)
{
	if (c->e.mask & inittab_level(state_level()->level))
		return true;
	return (child_live(c)->flags & CHILD_ON_DEMAND) && !want_is_boot_phase() && state_level()->level != 'S';
}

bool
want_runs(const struct child *c)
{
	unsigned traits = child_traits(c);
	uint8_t flags = child_live(c)->flags;

	if ((traits & NO_RUN) || (flags & CHILD_GONE) || !want_is_active(c))
		return false;
	return (traits & RESTART) || !(flags & CHILD_RAN);
}

bool
want_is_waited_for(const struct child *c)
{
	enum child_state s = (enum child_state)child_live(c)->state;

	return (child_traits(c) & WAITED) && s != CH_DOWN && s != CH_STUCK;
}

bool
want_is_doomed(const struct child *c)
{
	const struct child_live *l = child_live(c);

	if (l->state == CH_DOWN)
		return false;
	if ((l->flags & (CHILD_GONE | CHILD_CHANGED)) || (child_traits(c) & NO_RUN))
		return true;
	return c->e.action != ACT_BOOT && !want_is_active(c);
}
