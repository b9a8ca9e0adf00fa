/* SPDX-License-Identifier: MIT */
#include "publish/json.h"

#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/tap.h"

static void
empty_object(struct json *j)
{
	json_object(j);
	json_end(j);
}

static void
scalar(struct json *j)
{
	json_int(j, INT64_MIN);
}

static void
all_types(struct json *j)
{
	json_object(j);
	json_key_int(j, "v", 1);
	json_key_text(j, "text", "Bắc Kạn \"<\x01");
	json_key_text(j, "none", NULL);
	json_key_bool(j, "yes", true);
	json_key_bool(j, "no", false);
	json_key_null(j, "null");
	json_key(j, "share");
	json_tenths(j, -315);
	json_key(j, "least");
	json_tenths(j, INT64_MIN);
	json_key(j, "a\"b");
	json_string(j, (struct span){ "a\0b", 3 });
	json_end(j);
}

static void
nested(struct json *j)
{
	json_array(j);
	json_array(j);
	json_end(j);
	json_object(j);
	json_key(j, "a");
	json_array(j);
	json_int(j, 1);
	json_int(j, 2);
	json_end(j);
	json_key(j, "b");
	json_object(j);
	json_end(j);
	json_end(j);
	json_null(j);
	json_end(j);
}

static void
lines(struct json *j)
{
	json_array(j);
	for (int i = 0; i < 2; i++) {
		json_line(j);
		json_int(j, i);
	}
	json_line(j);
	json_end(j);
}

static const struct {
	const char *name;
	void (*write)(struct json *j);
	const char *want;
} rows[] = {
	{ "an empty object", empty_object, "{}\n" },
	{ "a number alone", scalar, "-9223372036854775808\n" },
	{ "every type as a member", all_types,
	    "{\"v\":1,\"text\":\"Bắc Kạn \\\"\\u003c\\u0001\",\"none\":null,"
	    "\"yes\":true,\"no\":false,\"null\":null,\"share\":-31.5,"
	    "\"least\":-922337203685477580.8,\"a\\\"b\":\"a\\u0000b\"}\n" },
	{ "arrays and objects inside each other", nested,
	    "[[],{\"a\":[1,2],\"b\":{}},null]\n" },
	{ "an item a line", lines, "[\n 0,\n 1\n]\n" },
};

static void
value_without_key(struct json *j)
{
	json_object(j);
	json_int(j, 1);
}

static void
object_without_key(struct json *j)
{
	json_object(j);
	json_object(j);
}

static void
key_in_array(struct json *j)
{
	json_array(j);
	json_key(j, "a");
}

static void
key_at_top(struct json *j)
{
	json_key(j, "a");
}

static void
key_without_value(struct json *j)
{
	json_object(j);
	json_key(j, "a");
	json_end(j);
}

static void
key_twice(struct json *j)
{
	json_object(j);
	json_key(j, "a");
	json_key(j, "b");
}

static void
two_values(struct json *j)
{
	json_int(j, 1);
	json_int(j, 2);
}

static void
end_too_many(struct json *j)
{
	json_array(j);
	json_end(j);
	json_end(j);
}

static void
end_missing(struct json *j)
{
	json_array(j);
}

static void
nothing(struct json *j)
{
	(void)j;
}

static void
too_deep(struct json *j)
{
	for (int i = 0; i <= JSON_DEPTH_MAX; i++)
		json_array(j);
}

static const struct {
	const char *name;
	void (*write)(struct json *j);
} misuses[] = {
	{ "a value without a key in an object", value_without_key },
	{ "an object without a key in an object", object_without_key },
	{ "a key in an array", key_in_array },
	{ "a key at the top", key_at_top },
	{ "a key without a value", key_without_value },
	{ "a key after a key", key_twice },
	{ "two values at the top", two_values },
	{ "an end too many", end_too_many },
	{ "an end that is missing", end_missing },
	{ "no value at all", nothing },
	{ "more levels than there are", too_deep },
};

/* True if writing that ends the process with an assertion. */
static bool
is_refused(void (*write_it)(struct json *j))
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		struct rlimit none = { 0, 0 };
		struct buf out = { 0 };
		struct json j = json_begin(&out);

		setrlimit(RLIMIT_CORE, &none);
		fclose(stderr);
		write_it(&j);
		json_finish(&j);
		_exit(0);
	}
	return child > 0 && waitpid(child, &status, 0) == child &&
	    WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf out = { 0 };
		struct json j = json_begin(&out);

		rows[i].write(&j);
		json_finish(&j);
		is_text(buf_text(&out), rows[i].want, "%s", rows[i].name);
		buf_close(&out);
	}
	for (size_t i = 0; i < sizeof(misuses) / sizeof(misuses[0]); i++)
		ok(is_refused(misuses[i].write), "refused: %s",
		    misuses[i].name);
	return done();
}
