/* SPDX-License-Identifier: MIT */
/* web_remarks.c -- remarks on the page, to copy. */
#include "publish/remarks.h"
#include "publish/web_page.h"

/* Of the group that the tiles opened; closes it. */
void
web_remarks(struct web *p)
{
	struct web_card card = { "remarks", web_word(p, MSG_WEB_REMARKS),
		web_word(p, MSG_WEB_REMARKS_ABOUT), "" };
	struct remarks said;

	remarks_make(p->r, p->lang, &said);
	web_card_begin(p, &card);
	buf_puts(p->out, "<div class=\"prose\" id=\"remarks-text\">\n");
	for (int i = 0; i < REMARKS_PARTS; i++)
		if (said.part[i].n > 0)
			html_put(p->out, "<p>%s</p>\n",
			    buf_text(&said.part[i]));
	html_put(p->out, "</div>\n<p class=\"acts\"><button type=\"button\" "
	    "id=\"copy\" hidden=\"hidden\" data-done=\"%s\">%s</button>"
	    "<span id=\"copied\" role=\"status\"></span></p>\n",
	    web_word(p, MSG_WEB_COPIED), web_word(p, MSG_WEB_COPY));
	web_card_end(p);
	web_group_end(p);
	remarks_close(&said);
}
