/* SPDX-License-Identifier: MIT */
#include "cli/probe_http.h"

#ifdef HAVE_CURL
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

/* Fewer bytes taken than there were end the transfer. */
static size_t
take(char *p, size_t size, size_t n, void *self)
{
	struct probe_answer *a = self;

	(void)p;
	if (a->bytes + (int64_t)(size * n) > PROBE_BYTES) {
		a->bytes = PROBE_BYTES;
		return 0;
	}
	a->bytes += (int64_t)(size * n);
	return size * n;
}

static bool
set_up(CURL *c, const struct probe_http *q, struct probe_answer *out)
{
	return curl_easy_setopt(c, CURLOPT_URL, q->url) == CURLE_OK &&
#if LIBCURL_VERSION_NUM >= 0x075500
	    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https") ==
	    CURLE_OK &&
#else
	    curl_easy_setopt(c, CURLOPT_PROTOCOLS, CURLPROTO_HTTP |
	    CURLPROTO_HTTPS) == CURLE_OK &&
#endif
	    curl_easy_setopt(c, CURLOPT_USERAGENT, PROBE_AGENT) == CURLE_OK &&
	    curl_easy_setopt(c, CURLOPT_NOBODY, q->whole ? 0L : 1L) ==
	    CURLE_OK &&
	    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
	    curl_easy_setopt(c, CURLOPT_NOPROXY, "*") == CURLE_OK &&
	    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
	    curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK &&
	    curl_easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK &&
	    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS,
	    (long)PROBE_CONNECT_MS) == CURLE_OK &&
	    curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, (long)PROBE_TOTAL_MS) ==
	    CURLE_OK &&
	    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take) == CURLE_OK &&
	    curl_easy_setopt(c, CURLOPT_WRITEDATA, out) == CURLE_OK;
}

bool
probe_http_get(const struct probe_http *q, struct probe_answer *out,
    struct err *err)
{
	CURL *c = curl_easy_init();
	CURLcode done;
	long status = 0;

	*out = (struct probe_answer){ .status = 599 };
	if (c == NULL || !set_up(c, q, out)) {
		curl_easy_cleanup(c);
		return err_set(err, ERR_BUG, "probe: libcurl cannot be set up");
	}
	done = curl_easy_perform(c);
	/* The limit of bytes is ours: the answer is one all the same. */
	if ((done == CURLE_OK || (done == CURLE_WRITE_ERROR &&
	    out->bytes == PROBE_BYTES)) && curl_easy_getinfo(c,
	    CURLINFO_RESPONSE_CODE, &status) == CURLE_OK && status >= 100 &&
	    status <= 599)
		out->status = (int)status;
	else
		snprintf(out->why, sizeof(out->why), "%s",
		    curl_easy_strerror(done));
	curl_easy_cleanup(c);
	return true;
}

#else

bool
probe_http_get(const struct probe_http *q, struct probe_answer *out,
    struct err *err)
{
	(void)q;
	(void)out;
	return err_set(err, ERR_USAGE, "probe: this program was built without "
	    "libcurl (Debian: libcurl4-openssl-dev)");
}

#endif
