/* SPDX-License-Identifier: MIT */
/* gen_flood.c -- a log that means harm: gen_flood LINES [DAYS] > access.log
 *
 * Combined format, about 230 bytes a line.  No two lines have a path, an agent, a referrer or a
 * visitor in common, and what must be kept of each is as much as can be: all are page views of
 * people.  What is counted by name must be bounded whatever comes.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint64_t
mixed(uint64_t z)
{
	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

int
main(int argc, char **argv)
{
	uint64_t lines = argc > 1 ? strtoull(argv[1], NULL, 10) : 1000000;
	uint64_t days = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
	static char buffer[1 << 20];
	char stamp[40] = "";
	time_t last = 0;

	setvbuf(stdout, buffer, _IOFBF, sizeof(buffer));
	for (uint64_t i = 0; i < lines; i++) {
		time_t at = 1748736000 + /* 2025-06-01 */
		    (time_t)((double)i / (double)lines * (double)days * 86400);
		unsigned long long id = mixed(i + 1);

		if (at != last) {
			struct tm tm;

			gmtime_r(&at, &tm);
			strftime(stamp, sizeof(stamp), "%d/%b/%Y:%H:%M:%S +0000",
			    &tm);
			last = at;
		}
		printf("10.%u.%u.%u - - [%s] \"GET /flood/%016llx/page.html "
		    "HTTP/1.1\" 200 %u \"https://site-%016llx.example/\" "
		    "\"Mozilla/5.0 (X11; Linux x86_64; rv:%llu) Gecko/20100101 "
		    "Firefox/%llu.%llu\"\n", (unsigned)(id & 255),
		    (unsigned)(id >> 8 & 255), (unsigned)(id >> 16 & 255),
		    stamp, id, (unsigned)(id % 50000), id, id >> 40,
		    60 + id % 90, id >> 8);
	}
	return fflush(stdout) != 0;
}
