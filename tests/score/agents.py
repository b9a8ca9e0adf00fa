#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How well agents are read: agents.py PROGRAM [-v] [FILE...]

PROGRAM is tests/score/agents.  FILEs are tests of the User Agent Parser project
(uap-core); without them those beside the data or of Debian's package uap-core.
Only families that both know are counted, robots and old things that are "other"
to us are not: a family of theirs that is not in the tables below is no test.
For each: how many of theirs we tell so (recall), how many that we tell so are
theirs (precision).  -v prints what differs.
"""
import collections
import os
import subprocess
import sys

# Our key, and the families that are the same to us.
BROWSERS = '''
chrome      = Chrome; Chrome Mobile; Chrome Mobile iOS
edge        = Edge; Edge Mobile
firefox     = Firefox; Firefox Mobile; Firefox iOS; Firefox Beta; Firefox Alpha; \
Firefox Focus; Firefox (Shiretoko); Firefox (Minefield); Firefox (Namoroka); \
Firefox (BonEcho); Firefox (GranParadiso); Iceweasel
safari      = Safari; Mobile Safari
coccoc      = Coc Coc
opera       = Opera; Opera Mobile; Opera Tablet; Opera Touch; Opera GX; Opera Coast
opera-mini  = Opera Mini
ie          = IE; IE Mobile; IE Large Screen
chromium    = Chromium
brave       = Brave
vivaldi     = Vivaldi
yandex      = Yandex Browser
duckduckgo  = DuckDuckGo; DuckDuckGo Mobile
ecosia      = Ecosia iOS; Ecosia Android
avast       = Avast Secure Browser; AVG
whale       = Whale
maxthon     = Maxthon
lenovo      = Smart Lenovo Browser
sogou       = Sogou Explorer
seznam      = Seznam prohlížeč
iron        = Iron
palemoon    = Pale Moon
seamonkey   = SeaMonkey
konqueror   = Konqueror
samsung     = Samsung Internet
android     = Android
xiaomi      = MiuiBrowser; Mint Browser
oppo        = HeyTap Browser
vivo        = VivoBrowser
huawei      = Huawei Browser
honor       = Honor Browser
transsion   = Phoenix Browser; HiBrowser
uc          = UC Browser
qq          = QQ Browser; QQ Browser Mobile; QQ Browser Mini
quark       = Quark; Quark PC
baidu       = Baidu Browser; Baidu Explorer
puffin      = Puffin
dolphin     = Dolphin
aloha       = Aloha Browser
silk        = Amazon Silk
oculus      = Oculus Browser
blackberry  = BlackBerry; BlackBerry WebKit
nokia       = Nokia Browser; Nokia OSS Browser
zalo        = Zalo
facebook    = Facebook
messenger   = Facebook Messenger
instagram   = Instagram
tiktok      = TikTok
twitter     = Twitter
pinterest   = Pinterest
linkedin    = LinkedIn
snapchat    = Snapchat
line        = LINE
kakaotalk   = KakaoTalk
wechat      = WeChat Browser; WeChat
weibo       = Weibo
telegram    = Telegram
google      = Google
webview     = Chrome Mobile WebView; Mobile Safari UI/WKWebView
'''
SYSTEMS = '''
windows       = Windows; Windows XP; Windows 2000; Windows Vista; Windows 7; \
Windows 8; Windows 8.1; Windows 10; Windows NT; Windows 98; Windows 95; \
Windows ME; Windows RT; Windows RT 8.1; Windows 3.1; Windows NT 4.0
android       = Android; GoogleTV; Chromecast Android
ios           = iOS
macos         = Mac OS X; Mac OS
linux         = Linux; Ubuntu; Debian; Fedora; Gentoo; Red Hat; Mandriva; SUSE; \
Slackware; CentOS; Kubuntu; Arch Linux; Linux Mint; PCLinuxOS; Puppy; Mageia; \
WeTab; Chromecast Linux
chromeos      = Chrome OS
harmonyos     = HarmonyOS
kaios         = KaiOS
firefoxos     = Firefox OS
tizen         = Tizen
webos         = webOS; Web0S
tvos          = tvOS; ATV OS X
watchos       = WatchOS
roku          = Roku
windows-phone = Windows Phone; Windows Mobile; Windows CE
blackberry    = BlackBerry OS; BlackBerry Tablet OS
symbian       = Symbian OS; Symbian^3; Symbian^3 Anna; Symbian^3 Belle
bsd           = FreeBSD; NetBSD; OpenBSD; DragonFly BSD; BSD
solaris       = Solaris
'''
PLACES = ('../shared/data/robots/uap', '/usr/share/uap-core/tests',
          '/usr/share/uap-core/test_resources')


def table(text):
    """Their family -> our key."""
    ours = {}
    for line in text.replace('\\\n', ' ').strip().split('\n'):
        key, families = line.split('=', 1)
        for family in families.split(';'):
            ours[family.strip()] = key.strip()
    return ours


def cases(path):
    try:
        import yaml
    except ImportError:
        sys.exit('agents.py: needs the package python3-yaml')
    with open(path, encoding='utf-8') as f:
        rows = yaml.load(f, getattr(yaml, 'CSafeLoader', yaml.SafeLoader))
    return [(row['user_agent_string'].replace('\n', ' '), row['family'])
            for row in rows['test_cases']]


def files():
    for place in PLACES:
        if os.path.isdir(place):
            return [os.path.join(place, name)
                    for name in ('test_ua.yaml', 'test_os.yaml')]
    print('no tests of uap-core here: nothing to score against')
    sys.exit(0)


def score(program, path, verbose):
    system = any(word in os.path.basename(path) for word in ('_os', 'os_'))
    ours = table(SYSTEMS if system else BROWSERS)
    known = [(agent, ours[family]) for agent, family in cases(path)
             if family in ours]
    out = subprocess.run([program], check=True, stdout=subprocess.PIPE,
                         input='\n'.join(a for a, _ in known).encode())
    told = [line.split()[1 if system else 0]
            for line in out.stdout.decode().splitlines()]
    want, got, good = (collections.Counter() for _ in range(3))
    for (agent, right), key in zip(known, told, strict=True):
        want[right] += 1
        got[key] += 1
        good[right] += right == key
        if verbose and right != key:
            print(f'  want {right}, got {key}: {agent}')
    print(f'{path}: {"systems" if system else "browsers"}')
    print(f'  {"":14}{"tests":>6}{"recall":>8}{"precision":>11}')
    for key, n in sorted(want.items(), key=lambda item: (-item[1], item[0])):
        precision = f'{100 * good[key] / got[key]:.0f}' if got[key] else '-'
        print(f'  {key:14}{n:6}{100 * good[key] / n:8.0f}{precision:>11}')
    total = sum(want.values())
    print(f'  right: {sum(good.values())} of {total}, '
          f'{100 * sum(good.values()) / max(total, 1):.1f} %')


def main():
    args = [arg for arg in sys.argv[1:] if arg != '-v']
    if not args:
        sys.exit(__doc__)
    for path in args[1:] or files():
        score(args[0], path, '-v' in sys.argv)


main()
