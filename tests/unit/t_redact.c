/* SPDX-License-Identifier: MIT */
#include "aggregate/redact.h"

#include "aggregate/page.h"
#include "tests/tap.h"

#define DOTS "\xE2\x80\xA6"
/* Eleven times "ứ", of three bytes each. */
#define U1 "\xE1\xBB\xA9"
#define U11 U1 U1 U1 U1 U1 U1 U1 U1 U1 U1 U1

static const char *kept[] = { "id", "tabid", NULL };
static const struct site site = { .keep_query = kept };

static const struct {
	const char *name, *target, *want;
} pages[] = {
	/* digits */
	{ "eight digits stay", "/20261015/1", "/20261015/1" },
	{ "nine digits go", "/cmnd/012345678", "/cmnd/" DOTS },
	{ "twelve digits go", "/cccd/001089012345.html",
	    "/cccd/" DOTS ".html" },
	{ "digits within a word", "/abc123456789xyz", "/abc" DOTS "xyz" },
	{ "escaped digits", "/%31%32%33%34%35%36%37%38%39", "/" DOTS },
	{ "digits after an escape are not its own", "/%2012345678",
	    "/%2012345678" },
	{ "in a kept value", "/a?id=0912345678", "/a?id=" DOTS },
	{ "a phone with dots", "/lien-he/0912.345.678",
	    "/lien-he/" DOTS },
	{ "with blanks", "/0912%20345%20678/x", "/" DOTS "/x" },
	{ "with hyphens, of a town", "/024-3825-1234", "/" DOTS },
	{ "with the country's number", "/+84-912-345-678", "/+" DOTS },
	{ "in fours and twos", "/0912-34-56-78.html", "/" DOTS ".html" },
	{ "an identity number in groups", "/001.089.012.345", "/" DOTS },
	{ "in two sixes", "/001089-012345", "/" DOTS },
	{ "in three fours", "/0010%208901%202345", "/" DOTS },
	{ "a town's number in brackets", "/(024)%203825%201234", "/(" DOTS },
	{ "more than one mark between", "/0912%20-%20345%20--678", "/" DOTS },
	{ "commas", "/0912,345,678", "/" DOTS },
	{ "blanks that do not break", "/0912%C2%A0345%C2%A0678", "/" DOTS },
	{ "dashes", "/0912\xE2\x80\x93" "345\xE2\x80\x93" "678", "/" DOTS },
	{ "a joiner within", "/0912345%E2%80%8D678", "/" DOTS },
	{ "escapes that are escaped", "/0912%2520345%252520678", "/" DOTS },
	{ "digits that are escaped twice",
	    "/%2530%2539%2531%2532%2533%2534%2535%2536%2537%2538", "/" DOTS },
	{ "wide digits", "/\xEF\xBC\x90\xEF\xBC\x99\xEF\xBC\x91"
	    "\xEF\xBC\x92\xEF\xBC\x93\xEF\xBC\x94\xEF\xBC\x95"
	    "\xEF\xBC\x96\xEF\xBC\x97", "/" DOTS },
	{ "Arabic digits", "/\xD9\xA0\xD9\xA9\xD9\xA1\xD9\xA2\xD9\xA3"
	    "\xD9\xA4\xD9\xA5\xD9\xA6\xD9\xA7", "/" DOTS },
	{ "what is escaped twice and harmless stays as it is",
	    "/a%2520b%2541-20261015", "/a%2520b%2541-20261015" },
	{ "an IPv4 address", "/ip/192.0.2.77/x", "/ip/" DOTS "/x" },
	{ "a longer number with dots is none", "/1.3.6.1.4.1",
	    "/1.3.6.1.4.1" },
	{ "nor is a number beyond 255", "/10.0.264.1", "/10.0.264.1" },
	{ "nor a version", "/jquery-3.7.1.min/a", "/jquery-3.7.1.min/a" },
	{ "an IPv6 address", "/ip/2001:db8::77", "/ip/" DOTS },
	{ "its colons escaped", "/ip/2001%3Adb8%3A%3A77", "/ip/" DOTS },
	{ "the whole of one", "/2001:db8:0:1:2:3:4:5", "/" DOTS },
	{ "one that begins with nought", "/::ffff:1", "/::" DOTS },
	{ "a time is none", "/10:20:30", "/10:20:30" },
	{ "nor are names with colons", "/std::cafe/w:a:b", "/std::cafe/w:a:b" },
	{ "a date is none", "/02-09-2026-10", "/02-09-2026-10" },
	{ "nor is a day of the year first", "/2026-10-01-0912",
	    "/2026-10-01-0912" },
	{ "nor a document's number", "/qd-84-2026-10-001",
	    "/qd-84-2026-10-001" },
	/* e-mail */
	{ "an address", "/user/an.nguyen@example.vn/edit",
	    "/user/" DOTS "/edit" },
	{ "its @ escaped", "/u/an%40example.vn", "/u/" DOTS },
	{ "escaped twice", "/u/an%2540example.vn", "/u/" DOTS },
	{ "three times", "/u/an%252540example.vn", "/u/" DOTS },
	{ "its dot escaped", "/u/an%40example%252Evn", "/u/" DOTS },
	{ "its letters, too", "/u/%2561n%2540ex%2561mple.vn", "/u/" DOTS },
	{ "with a tag", "/u/an+x%2By@mail.example.vn", "/u/" DOTS },
	{ "of letters beyond ASCII", "/u/nguy\xE1\xBB\x85n@example.vn",
	    "/u/" DOTS },
	{ "of more of them than are looked at: no character is torn",
	    "/" U11 U11 U11 U11 "@example.vn", "/\xE1\xBB\xA9" DOTS },
	{ "digits before the @", "/u/0912345678@example.vn", "/u/" DOTS },
	{ "in a value, and only there", "/a?tabid=5&id=an@example.vn",
	    "/a?tabid=5&id=" DOTS },
	{ "two of them", "/a@example.vn,b@example.vn", "/" DOTS "," DOTS },
	{ "a name behind an @ is none", "/@truycap/1", "/@truycap/1" },
	{ "nor a version", "/lib@18.2.0/index", "/lib@18.2.0/index" },
	{ "nor an @ alone", "/a@@b@", "/a@@b@" },
	/* tokens */
	{ "a long hexadecimal number", "/s/d41d8cd98f00b204e9800998ecf8427e",
	    "/s/" DOTS },
	{ "in capitals", "/D41D8CD98F00B204/x", "/" DOTS "/x" },
	{ "a UUID", "/x/123e4567-e89b-12d3-a456-426614174000/y",
	    "/x/" DOTS "/y" },
	{ "base64 of a URL, with its neighbours",
	    "/r/Zm9vYmFyMTIzNDU2Nzg5-a8K_x9QzB2c3", "/r/" DOTS },
	{ "a signed token", "/t/eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.x",
	    "/t/" DOTS ".x" },
	{ "a slug before a token stays",
	    "/bai-viet-d41d8cd98f00b204e9800998ecf8427e",
	    "/bai-viet-" DOTS },
	{ "a slug stays",
	    "/huong-dan-thu-tuc-hanh-chinh-cap-giay-phep-xay-dung-2026",
	    "/huong-dan-thu-tuc-hanh-chinh-cap-giay-phep-xay-dung-2026" },
	{ "numbered things stay", "/quy-dinh-f0-f1-f2-covid19-tai-nha",
	    "/quy-dinh-f0-f1-f2-covid19-tai-nha" },
	{ "humps stay", "/ThongTinChiTietVanBanPhapLuat2026.aspx",
	    "/ThongTinChiTietVanBanPhapLuat2026.aspx" },
	{ "words and numbers in one stay", "/vanban2026qd12ubndtinh",
	    "/vanban2026qd12ubndtinh" },
	{ "a document's sign stays", "/12-2026-ND-CP-15a-QD-UBND",
	    "/12-2026-ND-CP-15a-QD-UBND" },
};

int
main(void)
{
	struct page p = { .site = &site };
	struct buf got = { 0 };

	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++) {
		size_t n = strlen(pages[i].target);

		buf_clear(&got);
		page_name(&p, (struct span){ tap_guarded(pages[i].target, n),
		    n }, &got);
		is_text(buf_text(&got), pages[i].want, "%s", pages[i].name);
	}
	buf_close(&got);
	page_close(&p);
	return done();
}
