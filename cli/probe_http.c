/* SPDX-License-Identifier: MIT */
#include "cli/probe_http.h"

#ifdef HAVE_CURL
#include <curl/curl.h>
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

/* The library is loaded when it is needed: it brings thirty others, which would make the start of
 * every other command some ten milliseconds longer. */
struct api {
	CURL *(*init)(void);
	CURLcode (*set)(CURL *c, CURLoption option, ...);
	CURLcode (*perform)(CURL *c);
	CURLcode (*info)(CURL *c, CURLINFO info, ...);
	const char *(*says)(CURLcode code);
	void (*end)(CURL *c);
};

static bool
find(void *lib, const char *name, void *to)
{
	void *p = dlsym(lib, name);

	memcpy(to, &p, sizeof(p));
	return p != NULL;
}

static bool
load(struct api *api, struct err *err)
{
	static const char *const names[] = { "libcurl.so.4",
		"libcurl-gnutls.so.4", "libcurl.so" };
	void *lib = NULL;

	for (size_t i = 0; lib == NULL && i < sizeof(names) /
	    sizeof(names[0]); i++)
		lib = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
	return (lib != NULL && find(lib, "curl_easy_init", &api->init) &&
	    find(lib, "curl_easy_setopt", &api->set) &&
	    find(lib, "curl_easy_perform", &api->perform) &&
	    find(lib, "curl_easy_getinfo", &api->info) &&
	    find(lib, "curl_easy_strerror", &api->says) &&
	    find(lib, "curl_easy_cleanup", &api->end)) || err_set(err,
	    ERR_USAGE, "probe: libcurl is not there (Debian: libcurl4)");
}

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
set_up(const struct api *api, CURL *c, const struct probe_http *q, struct probe_answer *out)
{
	return api->set(c, CURLOPT_URL, q->url) == CURLE_OK &&
#if LIBCURL_VERSION_NUM >= 0x075500
	    api->set(c, CURLOPT_PROTOCOLS_STR, "http,https") ==
	    CURLE_OK &&
#else
	    api->set(c, CURLOPT_PROTOCOLS, CURLPROTO_HTTP |
	    CURLPROTO_HTTPS) == CURLE_OK &&
#endif
	    api->set(c, CURLOPT_USERAGENT, PROBE_AGENT) == CURLE_OK &&
	    api->set(c, CURLOPT_NOBODY, q->whole ? 0L : 1L) ==
	    CURLE_OK &&
	    api->set(c, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
	    api->set(c, CURLOPT_NOPROXY, "*") == CURLE_OK &&
	    api->set(c, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
	    api->set(c, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK &&
	    api->set(c, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK &&
	    api->set(c, CURLOPT_CONNECTTIMEOUT_MS,
	    (long)PROBE_CONNECT_MS) == CURLE_OK &&
	    api->set(c, CURLOPT_TIMEOUT_MS, (long)PROBE_TOTAL_MS) ==
	    CURLE_OK &&
	    api->set(c, CURLOPT_WRITEFUNCTION, take) == CURLE_OK &&
	    api->set(c, CURLOPT_WRITEDATA, out) == CURLE_OK;
}

bool
probe_http_get(const struct probe_http *q, struct probe_answer *out,
    struct err *err)
{
	struct api api = { .init = NULL };
	CURLcode done;
	CURL *c;
	long status = 0;

	if (!load(&api, err))
		return false;
	c = api.init();
	*out = (struct probe_answer){ .status = 599 };
	if (c == NULL || !set_up(&api, c, q, out)) {
		api.end(c);
		return err_set(err, ERR_BUG, "probe: libcurl cannot be set up");
	}
	done = api.perform(c);
	/* The limit of bytes is ours: the answer is one all the same. */
	if ((done == CURLE_OK || (done == CURLE_WRITE_ERROR &&
	    out->bytes == PROBE_BYTES)) && api.info(c,
	    CURLINFO_RESPONSE_CODE, &status) == CURLE_OK && status >= 100 &&
	    status <= 599)
		out->status = (int)status;
	else
		snprintf(out->why, sizeof(out->why), "%s",
		    api.says(done));
	api.end(c);
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
