/* SPDX-License-Identifier: MIT */
#include "common/team.h"

#include <pthread.h>
#include <stdbool.h>

#include "common/mem.h"

struct member {
	void (*work)(void *self, size_t i);
	void *self;
	size_t i;
	pthread_t thread;
	bool started;
};

static void *
begin(void *arg)
{
	struct member *m = arg;

	m->work(m->self, m->i);
	return NULL;
}

void
team_run(size_t n, void (*work)(void *self, size_t i), void *self)
{
	struct member *m = mem_new((n + 1) * sizeof(*m));

	for (size_t i = 0; i + 1 < n; i++) {
		m[i] = (struct member){ .work = work, .self = self, .i = i };
		m[i].started = pthread_create(&m[i].thread, NULL, begin,
		    &m[i]) == 0;
	}
	for (size_t i = 0; i < n; i++)
		if (!m[i].started)
			work(self, i);
	for (size_t i = 0; i < n; i++)
		if (m[i].started)
			pthread_join(m[i].thread, NULL);
	mem_free(m);
}
