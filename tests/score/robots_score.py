#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""robots_score.py [-v] -- how well robots are told from people, by list.

Recall is over the agents that crawler-user-agents gives as instances; false
positives are over the agents of uap-core's tests whose family is a browser.
Lists that are not there are skipped.  TRUYCAP_TELL is the program that asks the list.
"""

import argparse
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
SHARED = os.path.join(ROOT, "..", "shared", "data", "robots")

# Families of uap-core that are browsers: programs in which a person reads pages,
# in-app browsers of social networks and messengers among them.  Not here:
# robots, libraries, mail clients, players, office programs, other applications.
BROWSERS = """
115 Browser; 360 Secure Browser; AOL; AOL Desktop Gold Browser; AOL Shield Browser;
AVG; Aloha Browser; Amazon Silk; Android; Atom Browser; Avast Secure Browser; Avira;
BOLT; Baidu Browser; Baidu Explorer; Basilisk; BlackBerry WebKit; Brave; Bunjalloo;
CCleaner; Camino; Camoufox; Chrome; Chrome Frame; Chrome Mobile; Chrome Mobile WebView;
Chrome Mobile iOS; Chromium; Chromium GOST Browser; Coc Coc; Comodo Dragon; Conkeror;
Craving Explorer Browser; Crosswalk; Decentr Web3 Browser; Dolfin; Dolphin; Dragon;
DuckDuckGo; DuckDuckGo Mobile; Ecosia Android; Ecosia iOS; Edge; Edge Mobile; Espial;
Facebook; Facebook Messenger; FireWeb; Firefox; Firefox (Shiretoko); Firefox Beta;
Firefox Mobile; Firefox iOS; HbbTV; HeyTap Browser; HiBrowser; Hola Browser; Honor Browser;
Huawei Browser; ICE Browser; IE; IE Large Screen; IE Mobile; IceCat; Instabridge;
Instagram; Iron; JiSu Browser; KakaoTalk; Kindle; Konqueror; LINE; Ladybird; Lite Browser;
LuaKit; Mail.ru Chromium Browser; Maxthon; Midori; Minimo; Mint Browser; MiuiBrowser;
Mobile Safari; Mobile Safari UI/WKWebView; MozillaDeveloperPreview; MullvadBrowser;
Mypal Browser; NCSA Mosaic; NetCast Smart TV; NetFront; NetFront NX; Nokia Browser;
Nokia OSS Browser; Norton; ONE Browser; Obigo; Oculus Browser; Odin; Open Wave; Openwave;
Opera; Opera Coast; Opera GX; Opera Mini; Opera Mobile; Opera Neon; Opera Tablet;
Opera Touch; Otter; Ovi Browser; Pale Moon; Phantom; Phantom Browser; Phoenix Browser;
Planetweb; Puffin; QAX Browser; QQ Browser; QQ Browser Mini; QQ Browser Mobile;
Qt Web Engine; QtCarBrowser; Quark; Quark PC; QupZilla; Rekonq; RockMelt; Safari;
Sailfish Browser; Samsung Internet; Sber Browser; SeaMonkey; Seznam prohlížeč; Skyfire;
Sleipnir; Smart Lenovo Browser; SmartTV WebBrowser; Snapchat; Snowshoe; Sparrow Browser;
Steam Deck; Steam GameOverlay; Talon Cyber Security Browser; Teleca Browser; Telegram;
Tenta Browser; ThunderBrowse; TikTok; TopBuzz; Twitter; UC Browser; UP.Browser;
Vewd Browser; Vivaldi; VivoBrowser; Waterfox; WeChat Browser; WeTab; WebKit Nightly;
Weibo; Whale; Wolvic Browser; Yandex Browser; iBrowser Mini; iRAPP; mDolphin; qutebrowser;
webOS Browser
"""


def first(*paths):
    for path in paths:
        if path and os.path.exists(path):
            return os.path.normpath(path)
    return None


def one_line(agents):
    """Each once, in their order; the program reads one a line."""
    return list(dict.fromkeys(re.sub(r"[\r\n\0]", " ", a) for a in agents))


def tell(program, robots, agents):
    """The list's answer for each agent: "", or reason and pattern."""
    text = "".join(a + "\n" for a in agents).encode("utf-8", "replace")
    out = subprocess.run([program, robots], input=text, check=True,
                         stdout=subprocess.PIPE).stdout
    answers = out.decode("utf-8", "replace").split("\n")[:-1]
    if len(answers) != len(agents):
        sys.exit("robots_score: %d answers to %d agents"
                 % (len(answers), len(agents)))
    return answers


def read_browsers(folder):
    import yaml
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    families = {f.strip() for f in
                BROWSERS.replace("\n", " ").split(";")}
    with open(os.path.join(folder, "test_ua.yaml"), encoding="utf-8") as f:
        rows = yaml.load(f, Loader=loader)["test_cases"]
    return one_line(r["user_agent_string"] for r in rows
                    if r["family"] in families)


def read_devices(folder):
    """Agents of telephones, television sets and consoles, as far as they are there:
    whatever uap-core does not call a spider."""
    import yaml
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path = os.path.join(folder, "test_device.yaml")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as f:
        rows = yaml.load(f, Loader=loader)["test_cases"]
    return one_line(r["user_agent_string"] for r in rows
                    if r["family"] != "Spider")


def share(some, all_):
    return "%5d of %5d, %6.2f %%" % (len(some), len(all_),
                                     100 * len(some) / len(all_))


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("-v", action="store_true", help="name what is wrong")
    args.add_argument("--json", help="crawler-user-agents.json")
    args.add_argument("--uap", help="folder of test_ua.yaml")
    o = args.parse_args()
    program = os.environ.get("TRUYCAP_TELL", os.path.join(
        ROOT, "build", "release", "tests", "score", "tell"))
    data = os.environ.get("TRUYCAP_DATA", "")
    package = os.path.join("crawler-user-agents", "crawler-user-agents.json")
    listed = first(o.json, os.path.join(ROOT, "build", "data", package),
                   data and os.path.join(data, package),
                   "/usr/local/share/truycap/data/" + package,
                   "/usr/share/truycap/data/" + package,
                   os.path.join(SHARED, "monperrus",
                                "crawler-user-agents.json"))
    uap = [u for u in ([o.uap] if o.uap else
                       ["/usr/share/uap-core/tests",
                        os.path.join(SHARED, "uap")])
           if os.path.exists(os.path.join(u, "test_ua.yaml"))]
    robots, people, devices = [], {}, []
    if listed:
        print("robots:   the instances of %s" % listed)
        with open(listed, encoding="utf-8") as f:
            robots = one_line(i for row in json.load(f)
                              for i in row.get("instances", []))
    else:
        print("robots:   no crawler-user-agents.json; see make data")
    try:
        for folder in uap:
            people[os.path.normpath(folder)] = read_browsers(folder)
            devices = devices or read_devices(folder)
    except ImportError:
        print("browsers: python3-yaml is not there")
    for folder, agents in people.items():
        print("browsers: %d families of %s/test_ua.yaml"
              % (BROWSERS.count(";") + 1, folder))
    if not uap:
        print("browsers: no test_ua.yaml of uap-core")
    for name in ["built-in"] + ([listed, listed + ", built-in"] if listed
                                else []):
        print("\n%s" % name.replace(listed or "\0",
                                     "crawler-user-agents.json"))
        if robots:
            missed = [a for a, t in zip(robots, tell(program, name, robots))
                      if not t]
            print("  robots told          %s" % share(
                [None] * (len(robots) - len(missed)), robots))
            for a in missed if o.v else []:
                print("    missed: %s" % a)
        sets = [("browsers, %s" % os.path.basename(os.path.dirname(f + "/")),
                 a) for f, a in people.items()]
        for what, agents in sets + [("devices", devices)]:
            if not agents:
                continue
            wrong = [(a, t) for a, t in zip(agents,
                                            tell(program, name, agents)) if t]
            print("  taken for robots     %s of %s" % (
                share(wrong, agents), what))
            for a, t in wrong if o.v else []:
                print("    wrong: %s: %s" % (t.replace("\t", ", "), a))


if __name__ == "__main__":
    main()
