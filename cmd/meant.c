#include <stdbool.h>
#include <string.h>

#include "meant.h"

#define LONGEST 40	/* longer words are like no other */

/* Steps from one word to the other: letters changed, added, left out, or swapped with the next. */
static size_t
distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t row[3][LONGEST];

	if (a_len >= LONGEST || b_len >= LONGEST)
		return LONGEST;
	for (size_t j = 0; j <= b_len; j++)
		row[0][j] = j;
	for (size_t i = 1; i <= a_len; i++) {
		size_t *now = row[i % 3], *last = row[(i - 1) % 3], *before = row[(i + 1) % 3];

		now[0] = i;
		for (size_t j = 1; j <= b_len; j++) {
			size_t best = last[j - 1] + (a[i - 1] != b[j - 1]);

			best = last[j] + 1 < best ? last[j] + 1 : best;
			best = now[j - 1] + 1 < best ? now[j - 1] + 1 : best;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    before[j - 2] + 1 < best)
				best = before[j - 2] + 1;
			now[j] = best;
		}
	}
	return row[a_len % 3][b_len];
}

void
meant_consider(struct meant *m, const char *candidate)
{
	bool is_start = m->len >= 3 && strncmp(candidate, m->word, m->len) == 0;
	size_t d = is_start ? 1 : distance(m->word, m->len, candidate, strlen(candidate));

	if (d < m->limit) {
		m->limit = d;
		m->best = candidate;
	}
}
