/* SPDX-License-Identifier: MIT */
/* agents.h -- user agents as browsers and apps send them, and what they are. */
#ifndef TESTS_UNIT_AGENTS_H
#define TESTS_UNIT_AGENTS_H

/* What most have in common. */
#define WIN "Mozilla/5.0 (Windows NT 10.0; Win64; x64) "
#define MAC "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) "
#define X11 "Mozilla/5.0 (X11; Linux x86_64) "
#define DROID "Mozilla/5.0 (Linux; Android 10; K) "
#define PAD "Mozilla/5.0 (Linux; Android 14; SM-X910) "
#define WV "Mozilla/5.0 (Linux; Android 14; V2247 Build/UP1A; wv) "
#define IPHONE "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) "
#define IPAD "Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) "
#define KIT "AppleWebKit/537.36 (KHTML, like Gecko) "
#define APPLE "AppleWebKit/605.1.15 (KHTML, like Gecko) "
#define CHROME "Chrome/143.0.0.0 "
#define END "Safari/537.36"
#define MOBILE "Mobile Safari/537.36"
#define VIEW KIT "Version/4.0 " CHROME MOBILE

static const struct {
	const char *name, *agent, *browser, *system, *device;
} agents[] = {
	/* computers */
	{ "Chrome on Windows", WIN KIT CHROME END,
	    "chrome", "windows", "desktop" },
	{ "Chrome on a Mac", MAC KIT CHROME END, "chrome", "macos", "desktop" },
	{ "Chrome on Linux", X11 KIT CHROME END, "chrome", "linux", "desktop" },
	{ "Chrome on a Chromebook", "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) "
	    KIT CHROME END, "chrome", "chromeos", "desktop" },
	{ "Chrome on FreeBSD", "Mozilla/5.0 (X11; FreeBSD amd64) " KIT CHROME
	    END, "chrome", "bsd", "desktop" },
	{ "Chromium of a distribution", "Mozilla/5.0 (X11; Linux x86_64) " KIT
	    "Ubuntu Chromium/80.0 Chrome/80.0 " END,
	    "chromium", "linux", "desktop" },
	{ "Edge", WIN KIT CHROME END " Edg/143.0.0.0",
	    "edge", "windows", "desktop" },
	{ "Edge before it was Chromium", WIN KIT "Chrome/64.0.3282.140 " END
	    " Edge/18.17763", "edge", "windows", "desktop" },
	{ "Firefox", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) "
	    "Gecko/20100101 Firefox/146.0", "firefox", "windows", "desktop" },
	{ "Firefox on a Mac",
	    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:146.0) "
	    "Gecko/20100101 Firefox/146.0", "firefox", "macos", "desktop" },
	{ "Firefox on Ubuntu",
	    "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) "
	    "Gecko/20100101 Firefox/140.0", "firefox", "linux", "desktop" },
	{ "Safari", MAC APPLE "Version/18.5 Safari/605.1.15",
	    "safari", "macos", "desktop" },
	{ "Safari when it ran on Windows",
	    "Mozilla/5.0 (Windows; U; Windows NT 6.1; en-US) "
	    "AppleWebKit/533.19 (KHTML, like Gecko) Version/5.0.3 "
	    "Safari/533.19", "safari", "windows", "desktop" },
	{ "WebKit of Linux is not Safari", X11 APPLE
	    "Version/17.0 Safari/605.1.15", "other", "linux", "desktop" },
	{ "Cốc Cốc, which tells itself first", WIN KIT
	    "coc_coc_browser/119.0.198 Chrome/113.0.5672.198 " END,
	    "coccoc", "windows", "desktop" },
	{ "Cốc Cốc with two names", "Mozilla/5.0 (Windows NT 6.1) " KIT
	    "coc_coc_browser/42.0 CoRom/36.0 Chrome/36.0 " END,
	    "coccoc", "windows", "desktop" },
	{ "Cốc Cốc on Android", DROID KIT
	    "coc_coc_browser/122.0.0 Chrome/116.0.0.0 " MOBILE,
	    "coccoc", "android", "phone" },
	{ "Opera", WIN KIT CHROME END " OPR/125.0.0.0",
	    "opera", "windows", "desktop" },
	{ "Opera of old", "Opera/9.80 (Windows NT 6.1; U; vi) Presto/2.10.289 "
	    "Version/12.02", "opera", "windows", "desktop" },
	{ "Opera as Internet Explorer",
	    "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; en) "
	    "Opera 8.50", "opera", "windows", "desktop" },
	{ "Vivaldi", WIN KIT "Chrome/106.0.0.0 " END " Vivaldi/5.5.2805.35",
	    "vivaldi", "windows", "desktop" },
	{ "Yandex", WIN KIT "Chrome/134.0.0.0 YaBrowser/25.4.0.0 " END,
	    "yandex", "windows", "desktop" },
	{ "Whale", WIN KIT "Chrome/134.0.0.0 Whale/4.31.304.16 " END,
	    "whale", "windows", "desktop" },
	{ "DuckDuckGo on a Mac", MAC APPLE
	    "Version/18.5 Safari/605.1.15 Ddg/18.5",
	    "duckduckgo", "macos", "desktop" },
	{ "Avast", WIN KIT CHROME END " Avast/143.0.0.0",
	    "avast", "windows", "desktop" },
	{ "SeaMonkey", "Mozilla/5.0 (Windows NT 10.0; rv:91.0) Gecko/20100101 "
	    "Firefox/91.0 SeaMonkey/2.53.17",
	    "seamonkey", "windows", "desktop" },
	{ "Pale Moon",
	    "Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 "
	    "Goanna/6.7 Firefox/102.0 PaleMoon/33.1.0",
	    "palemoon", "linux", "desktop" },
	{ "an application of Electron is no Chrome", WIN KIT
	    "Tro-chuyen/1.2 Chrome/120.0.0.0 Electron/28.1.0 " END,
	    "other", "windows", "desktop" },
	{ "Internet Explorer 6",
	    "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1)",
	    "ie", "windows", "desktop" },
	{ "Internet Explorer 11 says \"like Gecko\"",
	    "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) "
	    "like Gecko", "ie", "windows", "desktop" },
	{ "a component named Tablet PC is no tablet",
	    "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; "
	    "Trident/4.0; Tablet PC 2.0)", "ie", "windows", "desktop" },
	/* phones and tablets */
	{ "Chrome on Android", DROID KIT CHROME MOBILE,
	    "chrome", "android", "phone" },
	{ "Chrome on a tablet leaves \"Mobile\" out", DROID KIT CHROME END,
	    "chrome", "android", "tablet" },
	{ "Chrome with a model", "Mozilla/5.0 (Linux; Android 9; Redmi Note 8) "
	    KIT "Chrome/96.0.4664.45 " MOBILE, "chrome", "android", "phone" },
	{ "Chrome on an iPhone", IPHONE APPLE
	    "CriOS/143.0.7499.92 Mobile/15E148 Safari/604.1",
	    "chrome", "ios", "phone" },
	{ "Chrome on an iPad that asks for a computer's pages", MAC APPLE
	    "CriOS/143 Version/13.0.3 Safari/605.1.15",
	    "chrome", "ios", "tablet" },
	{ "Edge on Android", DROID KIT CHROME MOBILE " EdgA/143.0.0.0",
	    "edge", "android", "phone" },
	{ "Edge on an iPhone", IPHONE APPLE
	    "Version/18.0 EdgiOS/143.0 Mobile/15E148 Safari/605.1.15",
	    "edge", "ios", "phone" },
	{ "Firefox on Android",
	    "Mozilla/5.0 (Android 14; Mobile; rv:146.0) Gecko/146.0 "
	    "Firefox/146.0", "firefox", "android", "phone" },
	{ "Firefox on an Android tablet",
	    "Mozilla/5.0 (Android 13; Tablet; rv:109.0) Gecko/109.0 "
	    "Firefox/115.0", "firefox", "android", "tablet" },
	{ "Firefox on an iPhone", IPHONE APPLE
	    "FxiOS/146.0 Mobile/15E148 Safari/605.1.15",
	    "firefox", "ios", "phone" },
	{ "Safari on an iPhone", IPHONE APPLE
	    "Version/18.5 Mobile/15E148 Safari/604.1",
	    "safari", "ios", "phone" },
	{ "Safari on an iPad", IPAD APPLE
	    "Version/17.6 Mobile/15E148 Safari/604.1",
	    "safari", "ios", "tablet" },
	{ "Safari on an iPod",
	    "Mozilla/5.0 (iPod touch; CPU iPhone OS 12_5 like Mac OS X) " APPLE
	    "Version/12.1 Mobile/15E148 Safari/604.1",
	    "safari", "ios", "phone" },
	{ "a Mac with a mobile build is an iPad", MAC APPLE
	    "Version/17.6 Mobile/15E148 Safari/604.1",
	    "safari", "ios", "tablet" },
	{ "Samsung Internet", "Mozilla/5.0 (Linux; Android 10; K) " KIT
	    "SamsungBrowser/28.0 Chrome/130.0.0.0 " MOBILE,
	    "samsung", "android", "phone" },
	{ "Samsung Internet on a tablet",
	    "Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-T870) " KIT
	    "SamsungBrowser/23.0 Chrome/115.0.0.0 " END,
	    "samsung", "android", "tablet" },
	{ "Samsung Internet asking for a computer's pages", X11 KIT
	    "SamsungBrowser/27.0 Chrome/125.0.0.0 " END,
	    "samsung", "android", "tablet" },
	{ "Samsung's browser on Windows", WIN KIT CHROME END
	    " SamsungBrowser/28.0", "samsung", "windows", "desktop" },
	{ "Android's own browser",
	    "Mozilla/5.0 (Linux; U; Android 4.1.2; vi-vn; GT-I9100 "
	    "Build/JZO54K) AppleWebKit/534.30 (KHTML, like Gecko) "
	    "Version/4.0 Mobile Safari/534.30", "android", "android", "phone" },
	{ "Opera on Android", DROID KIT "Chrome/137.0.0.0 " MOBILE
	    " OPR/91.0.0.0", "opera", "android", "phone" },
	{ "Opera Mini",
	    "Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; vi) "
	    "Presto/2.12.423 Version/12.16", "opera-mini", "android", "phone" },
	{ "Opera Mini on a phone with Java",
	    "Opera/9.80 (J2ME/MIDP; Opera Mini/7.1.32052/29.3709; U; "
	    "vi) Presto/2.8.119 Version/11.10",
	    "opera-mini", "other", "phone" },
	{ "UC Browser", "Mozilla/5.0 (Linux; U; Android 9; vi; CPH1937) " KIT
	    "Version/4.0 Chrome/78.0.3904.108 UCBrowser/13.4.0.1306 " MOBILE,
	    "uc", "android", "phone" },
	{ "UC Browser that names Opera Mini",
	    "UCWEB/2.0 (Linux; U; Opera Mini/7.1.32052/30.3697; en-US; "
	    "SM-J100H) U2/1.0.0 UCBrowser/9.4.1.482 Mobile",
	    "uc", "linux", "phone" },
	{ "Mi Browser", "Mozilla/5.0 (Linux; U; Android 13; vi-vn; 22101316G) "
	    KIT "Version/4.0 Chrome/112.0.5615.136 " MOBILE
	    " XiaoMi/MiuiBrowser/14.15.0-gn", "xiaomi", "android", "phone" },
	{ "OPPO's browser",
	    "Mozilla/5.0 (Linux; U; Android 14; vi-vn; CPH2565) " KIT
	    "Version/4.0 Chrome/115.0.5790.168 " MOBILE
	    " HeyTapBrowser/45.11.8.1", "oppo", "android", "phone" },
	{ "vivo's browser", "Mozilla/5.0 (Linux; Android 12; V2043; wv) " KIT
	    "Version/4.0 Chrome/87.0.4280.141 " MOBILE " VivoBrowser/14.2.0.0",
	    "vivo", "android", "phone" },
	{ "Huawei's browser",
	    "Mozilla/5.0 (Linux; Android 10; ELE-L29; HMSCore " "6.13.0.302) "
	    KIT "Chrome/114.0.5735.196 HuaweiBrowser/15.0.4.312 " MOBILE,
	    "huawei", "android", "phone" },
	{ "Huawei's browser on HarmonyOS",
	    "Mozilla/5.0 (Phone; OpenHarmony 5.0) " KIT "Chrome/114.0.0.0 " END
	    " ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.1.2.301",
	    "huawei", "harmonyos", "phone" },
	{ "an app on a HarmonyOS tablet",
	    "Mozilla/5.0 (Tablet; OpenHarmony 5.0) " KIT "Chrome/114.0.0.0 " END
	    " ArkWeb/4.1.6.1", "webview", "harmonyos", "tablet" },
	{ "QQ Browser", "Mozilla/5.0 (Linux; U; Android 12; zh-cn; M2102J2SC) "
	    KIT "Version/4.0 Chrome/89.0.4389.72 MQQBrowser/13.6 " MOBILE,
	    "qq", "android", "phone" },
	{ "Silk on a Fire tablet", "Mozilla/5.0 (Linux; Android 11; KFTRWI) "
	    KIT "Silk/120.4.1 like Chrome/120.0.6099.230 " END,
	    "silk", "android", "tablet" },
	{ "Silk asking for a computer's pages",
	    "Mozilla/5.0 (X11; Linux x86_64) " KIT
	    "Silk/120.4.1 like Chrome/120.0.6099.230 " END,
	    "silk", "android", "tablet" },
	{ "Puffin", "Mozilla/5.0 (X11; U; Linux x86_64; vi-vn) " KIT
	    "Chrome/88.0 " END " Puffin/9.7.2AP",
	    "puffin", "linux", "desktop" },
	{ "DuckDuckGo on Android", "Mozilla/5.0 (Linux; Android 14) " KIT
	    "Version/4.0 Chrome/131.0.0.0 Mobile DuckDuckGo/5 " END,
	    "duckduckgo", "android", "phone" },
	{ "Internet Explorer on a Windows Phone",
	    "Mozilla/5.0 (Mobile; Windows Phone 8.1; Android 4.0; ARM; "
	    "Trident/7.0; Touch; rv:11.0; IEMobile/11.0; NOKIA; Lumia "
	    "520) like iPhone OS 7_0_3 like Mac OS X AppleWebKit/537 "
	    "(KHTML, like Gecko) Mobile Safari/537",
	    "ie", "windows-phone", "phone" },
	{ "Edge on a Windows Phone",
	    "Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; "
	    "Microsoft; Lumia 950) " KIT "Chrome/52.0.2743.116 " MOBILE
	    " Edge/15.14977", "edge", "windows-phone", "phone" },
	{ "a BlackBerry",
	    "Mozilla/5.0 (BB10; Touch) AppleWebKit/537.35+ (KHTML, "
	    "like Gecko) Version/10.3.2.2474 Mobile Safari/537.35+",
	    "blackberry", "blackberry", "phone" },
	{ "a Nokia with Symbian", "Mozilla/5.0 (Symbian/3; Series60/5.3 "
	    "NokiaE7-00/111.040.1511; Profile/MIDP-2.1) "
	    "AppleWebKit/535.1 (KHTML, like Gecko) "
	    "NokiaBrowser/8.3.1.4 Mobile Safari/535.1 3gpp-gba",
	    "nokia", "symbian", "phone" },
	{ "KaiOS", "Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Gecko/48.0 "
	    "Firefox/48.0 KAIOS/2.5", "firefox", "kaios", "phone" },
	{ "Firefox OS names no system",
	    "Mozilla/5.0 (Mobile; rv:32.0) Gecko/32.0 Firefox/32.0",
	    "firefox", "firefoxos", "phone" },
	/* apps */
	{ "Zalo on Android", WV VIEW
	    " Zalo android/12110687 ZaloTheme/light ZaloLanguage/vi",
	    "zalo", "android", "phone" },
	{ "Zalo on an iPhone", IPHONE APPLE
	    "Mobile/15E148 Zalo iOS/650 ZaloTheme/dark ZaloLanguage/vi",
	    "zalo", "ios", "phone" },
	{ "Zalo on an iPad", IPAD APPLE "Mobile/15E148 Zalo iOS/650",
	    "zalo", "ios", "tablet" },
	{ "Zalo with a version only", IPHONE APPLE "Mobile/15E148 Zalo/1.0",
	    "zalo", "ios", "phone" },
	{ "Zalo on Windows", WIN KIT
	    "Chrome/108.0.5359.215 ZaloPC-win32-24v621 Electron/22.3.27 " END,
	    "zalo", "windows", "desktop" },
	{ "Facebook on Android", WV VIEW " [FB_IAB/FB4A;FBAV/530.0.0.48.74;]",
	    "facebook", "android", "phone" },
	{ "Facebook on an iPhone", IPHONE APPLE "Mobile/15E148 "
	    "[FBAN/FBIOS;FBAV/520.0.0.38.101;FBBV/756351453;FBDV/iPhone14,2;FBMD/iPhone;FBSN/iOS;FBSV/18.5;FBSS/3;FBID/phone;FBLC/vi_VN;FBOP/5]",
	    "facebook", "ios", "phone" },
	{ "Facebook's server escapes a quotation mark", "\\x22" IPHONE APPLE
	    "Mobile/15E148 \\x22FBAN/FBIOS;FBAV/520.0",
	    "facebook", "ios", "phone" },
	{ "Messenger on Android", WV VIEW
	    " [FB_IAB/Orca-Android;FBAV/480.0.0.16.109;]",
	    "messenger", "android", "phone" },
	{ "Messenger on an iPad", IPAD APPLE "Mobile/15E148 "
	    "[FBAN/MessengerForiOS;FBAV/500.0;FBDV/iPad13,1;FBMD/iPad;FBSN/iPadOS;FBID/tablet]",
	    "messenger", "ios", "tablet" },
	{ "Instagram on Android", WV VIEW
	    " Instagram 400.0.0.49.68 Android (34/14; 480dpi; "
	    "1080x2232; vivo; V2247; vi_VN)", "instagram", "android", "phone" },
	{ "Instagram on an iPhone", IPHONE APPLE
	    "Mobile/15E148 Instagram 390.0.0.28.85 (iPhone14,5; iOS "
	    "18_5; vi_VN; vi; scale=3.00; 1170x2532; FBAV/1)",
	    "instagram", "ios", "phone" },
	{ "Threads", IPHONE APPLE
	    "Mobile/15E148 Barcelona 389.0.0.29.66 (iPhone14,5; iOS "
	    "18_5; vi_VN)", "threads", "ios", "phone" },
	{ "TikTok on Android", WV VIEW " trill_400603 BytedanceWebview/d8a21c6",
	    "tiktok", "android", "phone" },
	{ "TikTok on an iPhone", IPHONE APPLE
	    "Version/18.5 Mobile/15E148 Safari/604.1 musical_ly_40.6.0 "
	    "JsSdk/2.0 NetType/WIFI Channel/App Store Region/VN",
	    "tiktok", "ios", "phone" },
	{ "LINE", IPHONE APPLE "Mobile/15E148 Safari Line/15.9.0",
	    "line", "ios", "phone" },
	{ "WeChat sends QQ's browser too",
	    "Mozilla/5.0 (Linux; Android 13; 2211133C; wv) " KIT
	    "Version/4.0 Chrome/116.0.0.0 MQQBrowser/6.2 " MOBILE
	    " MMWEBID/1 MicroMessenger/8.0.47.2560(0x28002F30) "
	    "WeChat/arm64 NetType/WIFI", "wechat", "android", "phone" },
	{ "X", IPHONE APPLE "Mobile/15E148 Twitter for iPhone/11.10",
	    "twitter", "ios", "phone" },
	{ "Pinterest on a tablet", PAD KIT "Version/4.0 " CHROME END
	    " [Pinterest/Android]", "pinterest", "android", "tablet" },
	{ "LinkedIn", IPHONE APPLE "Mobile/15E148 [LinkedInApp]/9.31.1",
	    "linkedin", "ios", "phone" },
	{ "Telegram leaves \"Mobile\" out on phones", DROID KIT
	    "Chrome/140.0.0.0 " END
	    " Telegram-Android/12.1.1 (Xiaomi 2201117TG; Android 13; "
	    "SDK 33; AVERAGE)", "telegram", "android", "phone" },
	{ "KakaoTalk", DROID KIT "Version/4.0 " CHROME MOBILE
	    " KAKAOTALK/25.8.0 (INAPP)", "kakaotalk", "android", "phone" },
	{ "the Google app", IPHONE APPLE
	    "GSA/380.0.788317806 Mobile/15E148 Safari/604.1",
	    "google", "ios", "phone" },
	{ "an app that does not tell itself", WV VIEW,
	    "webview", "android", "phone" },
	{ "an app before \"wv\" was sent",
	    "Mozilla/5.0 (Linux; Android 4.4.2; SM-G7102 Build/KOT49H) " KIT
	    "Version/4.0 Chrome/30.0.0.0 " MOBILE,
	    "webview", "android", "phone" },
	{ "an app on an iPhone names no Safari", IPHONE APPLE "Mobile/15E148",
	    "webview", "ios", "phone" },
	{ "an app on a Mac likewise", MAC APPLE,
	    "webview", "macos", "desktop" },
	{ "an app that shows no page",
	    "Dalvik/2.1.0 (Linux; U; Android 13; SM-A145F "
	    "Build/TP1A.220624.014)", "other", "android", "phone" },
	{ "an app by Apple's library",
	    "BaoDienTu/7 CFNetwork/1494.0.7 Darwin/23.4.0",
	    "other", "ios", "phone" },
	{ "the same on a Mac tells the processor",
	    "BaoDienTu/7 CFNetwork/902.1 Darwin/17.7.0 (x86_64)",
	    "other", "macos", "desktop" },
	/* TVs, consoles and what else there is */
	{ "a Samsung TV", "Mozilla/5.0 (SMART-TV; LINUX; Tizen 6.0) " KIT
	    "76.0.3809.146/6.0 TV " END, "other", "tizen", "tv" },
	{ "a Samsung TV with its browser",
	    "Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0) " KIT
	    "SamsungBrowser/2.2 Chrome/63.0.3239.84 TV " END,
	    "samsung", "tizen", "tv" },
	{ "an LG TV", "Mozilla/5.0 (Web0S; Linux/SmartTV) " KIT
	    "Chrome/94.0.4606.128 " END " WebAppManager",
	    "chrome", "webos", "tv" },
	{ "a Fire TV", "Mozilla/5.0 (Linux; Android 9; AFTKA Build/PS7633; wv) "
	    VIEW, "webview", "android", "tv" },
	{ "a Sony TV", "Mozilla/5.0 (Linux; Android 10; BRAVIA 4K VH2) " KIT
	    "Chrome/114.0.0.0 " END, "chrome", "android", "tv" },
	{ "an Android TV",
	    "Mozilla/5.0 (Linux; Android 11; Android TV Build/RTM5) " KIT
	    "Chrome/90.0 " END, "chrome", "android", "tv" },
	{ "a Chromecast", X11 KIT "Chrome/90.0.4430.225 " END
	    " CrKey/1.56.500000 DeviceType/Chromecast",
	    "chrome", "linux", "tv" },
	{ "an Apple TV",
	    "AppleCoreMedia/1.0.0.21L227 (Apple TV; U; CPU OS 17_4 "
	    "like Mac OS X; vi_vn)", "other", "tvos", "tv" },
	{ "a PlayStation 5", "Mozilla/5.0 (PlayStation; PlayStation 5/4.00) "
	    "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.0 "
	    "Safari/605.1.15", "other", "playstation", "console" },
	{ "an Xbox", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox "
	    "Series X) " KIT "Chrome/90.0 " END " Edge/44.18363.8131",
	    "edge", "xbox", "console" },
	{ "a Nintendo", "Mozilla/5.0 (Nintendo Switch; WifiWebAuthApplet) "
	    "AppleWebKit/609.4 (KHTML, like Gecko) NF/6.0.2.22.5 "
	    "NintendoBrowser/5.1.0.22474", "other", "nintendo", "console" },
	{ "a Quest", "Mozilla/5.0 (X11; Linux x86_64; Quest 3) " KIT
	    "OculusBrowser/36.6.0 SamsungBrowser/4.0 Chrome/130.0 VR " END,
	    "oculus", "android", "other" },
	{ "a watch", "DongHo/1.0 (Watch6,2; watchOS 10.4)",
	    "other", "watchos", "other" },
	{ "a phone named like a system", "Mozilla/5.0 (Linux; Android 8.0; S60) "
	    KIT "Chrome/90.0 " MOBILE, "chrome", "android", "phone" },
	{ "the app of a console's maker", "PlayStation/25.1 (Android 14; "
	    "SM-A546E)", "other", "android", "phone" },
	/* shapes */
	{ "case does not matter",
	    "MOZILLA/5.0 (IPHONE; CPU) APPLEWEBKIT/1 VERSION/1 "
	    "MOBILE/1 SAFARI/1", "safari", "ios", "phone" },
	{ "a log with plus signs for blanks",
	    "Mozilla/5.0+(compatible;+MSIE+9.0;+Windows+Phone+OS+7.5;+Trident/5.0;+IEMobile/9.0)",
	    "ie", "windows-phone", "phone" },
	{ "a log with blanks percent-encoded",
	    "Mozilla/5.0%20(Mobile;%20Windows%20Phone%208.1)%20IEMobile/11.0",
	    "ie", "windows-phone", "phone" },
	{ "a word inside another is none", "Preoperaandroid Xzalo 9iphone",
	    "other", "other", "other" },
	{ "an escape cut off is none", "Zalo\\x2", "zalo", "other", "other" },
	{ "nothing", "", "other", "other", "other" },
	{ "a hyphen", "-", "other", "other", "other" },
	{ "one letter", "o", "other", "other", "other" },
	{ "half a word", "Andro", "other", "other", "other" },
	{ "garbage", "\x01\xff\\\\x\\xZZ%2%20%%%((((;;;;",
	    "other", "other", "other" },
};

#endif
