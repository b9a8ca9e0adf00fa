/* SPDX-License-Identifier: MIT */
#include "ingest/preset.h"

#include "ingest/instant.h"

#define NCSA "%h %l %u %t \"%r\" %>s %b"
#define AGENT " \"%{Referer}i\" \"%{User-Agent}i\""
/* The same as it stands in Apache's configuration. */
#define NCSA_QUOTED                                                            \
	"%h %l %u %t \\\"%r\\\" %>s %b \\\"%{Referer}i\\\" "                     \
	"\\\"%{User-Agent}i\\\""
#define NGINX                                                                  \
	"$remote_addr - $remote_user [$time_local] \"$request\" $status "      \
	"$body_bytes_sent \"$http_referer\" \"$http_user_agent\""
#define ISO "\"%r\" %>s %b" AGENT
/* Load balancers of AWS and Squid write whole URLs, Varnish too. */
#define URL "\"%m %{scheme}n://%v%U %H\""
/* From the client, by the target, to the client. */
#define TIMES "%{decimal}T %{+decimal}T %{+decimal}T"
#define ISO_UTC "%{%Y-%m-%dT%H:%M:%S.%N%z}t"
/* Its time has no offset: UTC, if the name is not followed by another. */
#define HAPROXY                                                                \
	"%a:%p [%{%d/%b/%Y:%H:%M:%S.%N%+0000}t] %{frontend~}n %{backend}n "    \
	"%{a}n/%{b}n/%{c}n/%{d}n/%{ms}T %>s %B %{cc}n %{cs}n %{state}n "       \
	"%{connections}n %{queue}n \"%r\""

const struct preset presets[] = {
	{ "combined", NCSA AGENT, false, false },
	{ "common", NCSA, false, false },
	{ "vhost_combined", "%v:%p " NCSA AGENT, false, false },
	{ "vhost_common", "%v:%p " NCSA, false, false },
	{ "combined_vhost", NCSA AGENT " %v", true, false },
	{ "common_vhost", NCSA " %v", true, false },
	/* Nothing in a line tells Icecast's seconds from another number, and a whole
	 * URL is what clients send to open proxies, too. */
	{ "icecast", NCSA AGENT " %T", false, true },
	{ "varnish", "%h %l %u %t \"%m http://%v%U %H\" %>s %b" AGENT, true,
	    true },
	{ "traefik", NCSA AGENT " %{requests}n \"%{router}n\" "
	    "\"%{server}n\" %{ms}Tms", false, false },
	{ "haproxy", HAPROXY, false, false },
	{ "haproxy_syslog", "%{header}n haproxy[%{pid}n]: " HAPROXY, false,
	    false },
	/* What stands before a line that came through syslog ends with its program's
	 * name and a colon. */
	{ "combined_syslog", "%{header}n: " NCSA AGENT, false, false },
	{ "common_syslog", "%{header}n: " NCSA, false, false },
	/* Kubernetes: files of containers. */
	{ "combined_cri", "%{time}n stdout %{tag}n " NCSA AGENT, false, false },
	{ "squid", "%{%s.%N}t %{ms}T %h %{result}n/%>s %b %m %{scheme}n://"
	    "%v%U %{user}n", false, false },
	{ "envoy", "[" ISO_UTC "] \"%r\" %>s %{flags}n %{received}n %B %{ms}T "
	    "%{upstream}n \"%{last}h\" \"%{User-Agent}i\" \"%{id}n\" "
	    "\"%{Host}i\" \"%{peer}n\"", false, false },
	{ "istio", "[" ISO_UTC "] \"%r\" %>s %{flags}n %{details}n "
	    "%{end}n \"%{failure}n\" %{received}n %B %{ms}T %{upstream}n "
	    "\"%{last}h\" \"%{User-Agent}i\" \"%{id}n\" \"%{Host}i\" "
	    "\"%{peer}n\"", false, false },
	{ "alb", "%{scheme}n " ISO_UTC " %{balancer}n %a:%p %{target}n "
	    TIMES " %>s %{answer}n %{received}n "
	    "%B " URL " \"%{User-Agent}i\"", false, false },
	{ "elb", ISO_UTC " %{balancer}n %a:%p %{target}n " TIMES " %>s "
	    "%{answer}n %{received}n %B " URL " \"%{User-Agent}i\"", false,
	    false },
	{ "s3", "%{owner}n %v %t %h %{requester}n %{id}n %{operation}n %{key}n "
	    "\"%r\" %>s %{error}n %b %{size}n %{ms}T %{turnaround}n "
	    "\"%{Referer}i\" \"%{User-Agent}i\" %{version}n %{host}n "
	    "%{signature}n %{SSL_CIPHER}x", false, false },
	{ "w3c", "w3c", false, false },
	{ "caddy", "json:addr=request.client_ip|request.remote_ip|"
	    "request.remote_addr,time=ts,status=status,host=request.host,"
	    "method=request.method,target=request.uri,protocol=request.proto,"
	    "bytes=size,referrer=request.headers.Referer,"
	    "agent=request.headers.User-Agent,"
	    "forwarded=request.headers.X-Forwarded-For,took=duration,"
	    "tls=request.tls.version|request.tls.cipher_suite",
	    false, false },
	{ "traefik_json", "json:addr=ClientHost|ClientAddr,"
	    "time=StartUTC|StartLocal|time,status=DownstreamStatus,"
	    "host=RequestHost|RequestAddr,method=RequestMethod,"
	    "target=RequestPath,protocol=RequestProtocol,"
	    "bytes=DownstreamContentSize,referrer=request_Referer,"
	    "agent=request_User-Agent,forwarded=request_X-Forwarded-For,"
	    "took_ns=Duration,scheme=RequestScheme,tls=TLSVersion",
	    false, false },
	{ "cloudflare", "json:addr=ClientIP,time=EdgeStartTimestamp|"
	    "EdgeEndTimestamp,status=EdgeResponseStatus,"
	    "host=ClientRequestHost,method=ClientRequestMethod,"
	    "target=ClientRequestURI|ClientRequestPath,"
	    "protocol=ClientRequestProtocol,bytes=EdgeResponseBytes,"
	    "referrer=ClientRequestReferer,agent=ClientRequestUserAgent,"
	    "scheme=ClientRequestScheme,tls=ClientSSLProtocol",
	    false, false },
	{ "nginx_json", "json:addr=remote_addr|client_ip|clientip|remote_ip|"
	    "ip,time=time_iso8601|time_local|msec|@timestamp|timestamp|"
	    "datetime|time|date,status=status|response_status|response,"
	    "host=host|http_host|server_name|vhost,"
	    "method=request_method|method|verb,target=request_uri|uri|path|url,"
	    "query=args|query_string,protocol=server_protocol|protocol,"
	    "request=request,bytes=body_bytes_sent|bytes_sent|bytes|size|"
	    "length,referrer=http_referer|http_referrer|referer|referrer,"
	    "agent=http_user_agent|user_agent|agent,"
	    "forwarded=http_x_forwarded_for|x_forwarded_for,took=request_time,"
	    "scheme=scheme|request_scheme,https=https,tls=ssl_protocol|"
	    "ssl_cipher,server_port=server_port",
	    false, false },
	{ NULL, NCSA AGENT " \"%v\"", true, false },
	{ NULL, NCSA " \"%v\"", true, false },
	/* LiteSpeed's, which is all in quotes; Jetty's old one */
	{ NULL, "\"\\\"" NCSA_QUOTED "\\\"\"", false, false },
	{ NULL, NCSA " " AGENT, false, false },
	/* nginx's "main", and with the time it took */
	{ NULL, NCSA AGENT " \"%{X-Forwarded-For}i\"", false, false },
	{ NULL, NGINX " $request_time", false, false },
	{ NULL, NGINX " \"$http_x_forwarded_for\" $request_time", false, false },
	/* lighttpd's own, OVH's and Gandi's */
	{ NULL, "%h %v %u %t \"%r\" %>s %b" AGENT, true, false },
	{ NULL, "%h %v %u %t \"%r\" %>s %b", true, false },
	{ NULL, "%v %h %t \"%r\" %>s %b" AGENT, true, false },
	{ NULL, "%v %h %l %u %t (%{s}T s) \"%r\" %>s %b" AGENT, true, false },
	{ NULL, "%v %h %u %t \"%r\" %>s %b" AGENT, true, false },
	{ NULL, "%v %h %u %t \"%r\" %>s %b", true, false },
	{ NULL, "%h %v %u %t \"%r\" %>s %b %I %{out}n %T" AGENT, true, false },
	{ NULL, "%v %h %u %t \"%r\" %>s %b %I %{out}n %T" AGENT, false, false },
	/* ISO 8601 for the time */
	{ NULL, "%h %l %u [%{%Y-%m-%dT%H:%M:%S%z}t] " ISO, false, false },
	{ NULL, "%h %l %u %{%Y-%m-%dT%H:%M:%S%z}t " ISO, false, false },
	{ NULL, "%h %l %u [%{%Y-%m-%dT%H:%M:%S.%N%z}t] " ISO, false, false },
	{ NULL, "%h %l %u %{%Y-%m-%dT%H:%M:%S.%N%z}t " ISO, false, false },
	{ NULL, NULL, false, false }
};

void
preset_names(struct buf *out)
{
	for (const struct preset *p = presets; p->text != NULL; p++)
		if (p->name != NULL)
			buf_printf(out, "%s%s", out->n > 0 ? ", " : "",
			    p->name);
}

/* The name in "haproxy+0700"; *offset is the rest, or empty. */
static struct span
cut_offset(struct span spec, struct span *offset)
{
	int32_t ignored;

	*offset = (struct span){ 0 };
	if (spec.n < 6 || instant_bare_offset(spec, spec.n - 5, &ignored) == 0)
		return spec;
	*offset = (struct span){ spec.p + spec.n - 5, 5 };
	return (struct span){ spec.p, spec.n - 5 };
}

bool
preset_text(struct span spec, struct buf *text, struct span *zone_name)
{
	struct span rest = spec, name = span_cut(&rest, '@'), offset = { 0 };
	const struct preset *p = presets;
	const char *zone;

	*zone_name = (struct span){ 0 };
	if (name.n == spec.n)
		name = cut_offset(spec, &offset);

	while (p->text != NULL && (p->name == NULL ||
	    !span_eq(name, span_of(p->name))))
		p++;
	if (p->text == NULL)
		return false;
	if (span_eq(name, SPAN("w3c"))) {
		buf_span(text, spec);
		return true;
	}
	zone = strstr(p->text, "%+0000");
	if (zone == NULL && (offset.n > 0 || rest.n > 0))
		return false;
	*zone_name = rest;
	if (zone == NULL || offset.n == 0) {
		buf_puts(text, p->text);
		return true;
	}
	buf_add(text, p->text, (size_t)(zone - p->text) + 1);
	buf_span(text, offset);
	buf_puts(text, zone + 6);
	return true;
}
