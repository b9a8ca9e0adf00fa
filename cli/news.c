/* SPDX-License-Identifier: MIT */
#include "cli/news.h"

#include "cli/commands.h"

void
news_note(struct news *news, enum err_code code)
{
	if (news->first == ERR_NONE)
		news->first = code;
}

void
news_tell(void *self, const char *path, enum ingest_result result,
    const struct err *err)
{
	struct news *news = self;

	switch (result) {
	case INGEST_FAILED:
	case INGEST_REFUSED:
	case INGEST_LIMIT:
		cli_warn("%s", err->text);
		news_note(news, err->code);
		break;
	case INGEST_DAMAGED:
	case INGEST_UNVERIFIED:
		cli_warn("%s: %s: %s", path, ingest_result_name(result),
		    ingest_result_why(result));
		news_note(news, ERR_DATA);
		break;
	default:
		if (news->verbose)
			cli_say("%s: %s", path, ingest_result_name(result));
	}
}
