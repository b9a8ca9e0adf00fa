/* SPDX-License-Identifier: MIT */
/* agent.h -- what a user agent says of itself: browser, system, kind of device.
 *
 * Families, never versions: browsers freeze theirs (Windows 11 calls itself
 * "Windows NT 10.0", every Android "Android 10; K").  What cannot be seen:
 * Brave but for old ones, Cốc Cốc where it calls itself Chrome, and an iPad in
 * its usual "desktop" mode, which calls itself a Mac.  An app's browser that
 * does not tell the app is WEBVIEW.
 *
 * Pure: no allocation, no state.  Only the first AGENT_BYTES are looked at, so
 * an agent of any length costs no more than one of those; what real browsers
 * and apps send is shorter.  Escapes of a server's (\x22), '+' and %20 in place
 * of blanks are seen through.  Robots are told elsewhere, before; one that comes
 * here all the same is taken for what it pretends to be.
 *
 * Keys are for JSON and databases and never change; the numbers may.
 */
#ifndef AGGREGATE_AGENT_H
#define AGGREGATE_AGENT_H

#include "common/span.h"

enum { AGENT_BYTES = 2048 };

/* id, key, name */
#define BROWSER_TABLE(X)                                                       \
	X(OTHER, "other", "Other")                                             \
	/* that run on computers, and mostly on phones too */                  \
	X(CHROME, "chrome", "Chrome")                                          \
	X(EDGE, "edge", "Edge")                                                \
	X(FIREFOX, "firefox", "Firefox")                                       \
	X(SAFARI, "safari", "Safari")                                          \
	X(COCCOC, "coccoc", "Cốc Cốc")                                         \
	X(OPERA, "opera", "Opera")                                             \
	X(IE, "ie", "Internet Explorer")                                       \
	X(CHROMIUM, "chromium", "Chromium")                                    \
	X(BRAVE, "brave", "Brave")                                             \
	X(VIVALDI, "vivaldi", "Vivaldi")                                       \
	X(YANDEX, "yandex", "Yandex Browser")                                  \
	X(DUCKDUCKGO, "duckduckgo", "DuckDuckGo")                              \
	X(ECOSIA, "ecosia", "Ecosia")                                          \
	X(AVAST, "avast", "Avast and AVG Secure Browser")                      \
	X(WHALE, "whale", "Whale")                                             \
	X(MAXTHON, "maxthon", "Maxthon")                                       \
	X(LENOVO, "lenovo", "Lenovo Browser")                                  \
	X(SOGOU, "sogou", "Sogou Explorer")                                    \
	X(SEZNAM, "seznam", "Seznam")                                          \
	X(IRON, "iron", "Iron")                                                \
	X(PALEMOON, "palemoon", "Pale Moon")                                   \
	X(SEAMONKEY, "seamonkey", "SeaMonkey")                                 \
	X(KONQUEROR, "konqueror", "Konqueror")                                 \
	/* of phones and other things */                                       \
	X(SAMSUNG, "samsung", "Samsung Internet")                              \
	X(ANDROID, "android", "Android Browser")                               \
	X(XIAOMI, "xiaomi", "Mi Browser")                                      \
	X(OPPO, "oppo", "HeyTap Browser")                                      \
	X(VIVO, "vivo", "vivo Browser")                                        \
	X(HUAWEI, "huawei", "Huawei Browser")                                  \
	X(HONOR, "honor", "Honor Browser")                                     \
	X(TRANSSION, "transsion", "Phoenix and Hi Browser")                    \
	X(OPERA_MINI, "opera-mini", "Opera Mini")                              \
	X(UC, "uc", "UC Browser")                                              \
	X(QQ, "qq", "QQ Browser")                                              \
	X(QUARK, "quark", "Quark")                                             \
	X(BAIDU, "baidu", "Baidu")                                             \
	X(PUFFIN, "puffin", "Puffin")                                          \
	X(DOLPHIN, "dolphin", "Dolphin")                                       \
	X(ALOHA, "aloha", "Aloha")                                             \
	X(SILK, "silk", "Amazon Silk")                                         \
	X(OCULUS, "oculus", "Meta Quest Browser")                              \
	X(BLACKBERRY, "blackberry", "BlackBerry Browser")                      \
	X(NOKIA, "nokia", "Nokia Browser")                                     \
	/* in apps */                                                          \
	X(ZALO, "zalo", "Zalo")                                                \
	X(FACEBOOK, "facebook", "Facebook")                                    \
	X(MESSENGER, "messenger", "Messenger")                                 \
	X(INSTAGRAM, "instagram", "Instagram")                                 \
	X(THREADS, "threads", "Threads")                                       \
	X(TIKTOK, "tiktok", "TikTok")                                          \
	X(TWITTER, "twitter", "X (Twitter)")                                   \
	X(PINTEREST, "pinterest", "Pinterest")                                 \
	X(LINKEDIN, "linkedin", "LinkedIn")                                    \
	X(SNAPCHAT, "snapchat", "Snapchat")                                    \
	X(LINE, "line", "LINE")                                                \
	X(KAKAOTALK, "kakaotalk", "KakaoTalk")                                 \
	X(WECHAT, "wechat", "WeChat")                                          \
	X(WEIBO, "weibo", "Weibo")                                             \
	X(TELEGRAM, "telegram", "Telegram")                                    \
	X(VIBER, "viber", "Viber")                                             \
	X(GOOGLE, "google", "Google app")                                      \
	X(WEBVIEW, "webview", "An app")

/* id, key, name, the device where nothing else is said */
#define SYSTEM_TABLE(X)                                                        \
	X(OTHER, "other", "Other", OTHER)                                      \
	X(WINDOWS, "windows", "Windows", DESKTOP)                              \
	X(ANDROID, "android", "Android", PHONE)                                \
	X(IOS, "ios", "iOS/iPadOS", PHONE)                                     \
	X(MACOS, "macos", "macOS", DESKTOP)                                    \
	X(LINUX, "linux", "Linux", DESKTOP)                                    \
	X(CHROMEOS, "chromeos", "ChromeOS", DESKTOP)                           \
	X(HARMONYOS, "harmonyos", "HarmonyOS", PHONE)                          \
	X(KAIOS, "kaios", "KaiOS", PHONE)                                      \
	X(FIREFOXOS, "firefoxos", "Firefox OS", PHONE)                         \
	X(TIZEN, "tizen", "Tizen", TV)                                         \
	X(WEBOS, "webos", "webOS", TV)                                         \
	X(TVOS, "tvos", "tvOS", TV)                                            \
	X(WATCHOS, "watchos", "watchOS", OTHER)                                \
	X(ROKU, "roku", "Roku", TV)                                            \
	X(PLAYSTATION, "playstation", "PlayStation", CONSOLE)                  \
	X(XBOX, "xbox", "Xbox", CONSOLE)                                       \
	X(NINTENDO, "nintendo", "Nintendo", CONSOLE)                           \
	X(WINDOWS_PHONE, "windows-phone", "Windows Phone", PHONE)              \
	X(BLACKBERRY, "blackberry", "BlackBerry", PHONE)                       \
	X(SYMBIAN, "symbian", "Symbian", PHONE)                                \
	X(BSD, "bsd", "BSD", DESKTOP)                                          \
	X(SOLARIS, "solaris", "Solaris", DESKTOP)

#define DEVICE_TABLE(X)                                                        \
	X(OTHER, "other", "Other")                                             \
	X(DESKTOP, "desktop", "Computer")                                      \
	X(PHONE, "phone", "Phone")                                             \
	X(TABLET, "tablet", "Tablet")                                          \
	X(TV, "tv", "TV")                                                      \
	X(CONSOLE, "console", "Games console")

enum browser {
#define X(id, key, name) BROWSER_##id,
	BROWSER_TABLE(X)
#undef X
	BROWSER__MAX
};

enum system {
#define X(id, key, name, device) SYSTEM_##id,
	SYSTEM_TABLE(X)
#undef X
	SYSTEM__MAX
};

enum device {
#define X(id, key, name) DEVICE_##id,
	DEVICE_TABLE(X)
#undef X
	DEVICE__MAX
};

struct agent {
	uint8_t browser, system, device; /* of the enums above */
};

struct agent agent_read(struct span user_agent);

const char *agent_browser_key(enum browser b);
const char *agent_browser_name(enum browser b);
const char *agent_system_key(enum system s);
const char *agent_system_name(enum system s);
const char *agent_device_key(enum device d);
const char *agent_device_name(enum device d);

/* False where no such key is; *out is untouched then. */
bool agent_browser_of(struct span key, enum browser *out);
bool agent_system_of(struct span key, enum system *out);
bool agent_device_of(struct span key, enum device *out);

#endif
