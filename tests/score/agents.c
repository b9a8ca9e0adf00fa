/* SPDX-License-Identifier: MIT */
/* agents -- user agents, one a line, to "browser system device", one a line. */
#include <stdio.h>
#include <stdlib.h>

#include "aggregate/agent.h"

int
main(void)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	while ((n = getline(&line, &cap, stdin)) >= 0) {
		struct span s = { line, (size_t)n };
		struct agent a;

		if (s.n > 0 && s.p[s.n - 1] == '\n')
			s.n--;
		a = agent_read(s);
		printf("%s %s %s\n", agent_browser_key(a.browser),
		    agent_system_key(a.system), agent_device_key(a.device));
	}
	free(line);
	return 0;
}
