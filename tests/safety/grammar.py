"""Random pages from a grammar of what opens doors: markup, attribute lists, comments, entities."""

from __future__ import annotations

import random

_TAGS = [
    "script",
    "img",
    "svg",
    "a",
    "iframe",
    "form",
    "input",
    "style",
    "link",
    "meta",
    "base",
    "object",
    "embed",
    "details",
    "div",
    "span",
    "b",
    "p",
    "table",
    "td",
    "math",
    "textarea",
    "template",
    "noscript",
    "plaintext",
    "button",
    "video",
    "source",
    "h2",
    "section",
    "article",
    "main",
    "body",
    "xmp",
    "select",
    "x-y",
]
_ATTRIBUTES = [
    "onclick=run()",
    "onload=run()",
    "onerror='run()'",
    'ontoggle="run()"',
    "OnFocus=run()",
    "autofocus",
    "tabindex=1",
    "style=x",
    "href=javascript:run()",
    "href='java&#9;script:run()'",
    'href="&#x6A;avascript&colon;run()"',
    "src=x",
    "src=//evil.example/x",
    "srcset='//evil.example/x",
    "2x'",
    "action=//evil.example/",
    "formaction=javascript:run()",
    "id=menu",
    "class=banner",
    "open",
    "markdown=1",
    "markdown",
    "xlink:href=javascript:run()",
    "srcdoc=<script>run()</script>",
    "title='\"><img/src=x/onerror=run()>'",
    "data-language=pl",
    "lang=pl",
    "type=module",
    'a"b=1',
    "=c",
    "'\"'",
]
_WORDS = [
    "Ask",
    "what",
    "they",
    "want.",
    "żółć",
    "&lt;img src=x onerror=run()&gt;",
    "&amp;",
    "\\<b>",
    "5 < 6",
    "`<b>`",
]
_OPENINGS = [
    "<!--",
    "-->",
    "--!>",
    "<!-->",
    "<!--->",
    "```",
    "~~~",
    "<?php",
    "?>",
    "<![CDATA[",
    "]]>",
    "</",
    "<",
    ">",
    "/>",
]
_TARGETS = [
    "javascript:run()",
    "JaVaScRiPt:run()",
    "&#106;avascript:run()",
    "data:text/html,x",
    "vbscript:x",
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "../index.md",
    "#top",
    "<javascript:run()>",
    'x"onclick="run()',
    "mailto:a@b.example",
    "\x01javascript:run()",
]
_LISTS = [
    "{: onclick=run() }",
    "{ .banner }",
    "{#menu}",
    '{: style="x" }',
    "{: href=javascript:run() }",
    "{: a='\"><b onclick=run()>' }",
]
_STARTS = [
    "",
    "- ",
    "1. ",
    "> ",
    "    ",
    "## ",
    '!!! note "',
    "??? x ",
    '=== "',
    "- [ ] ",
    "| ",
    "[^1]: ",
    "[x]: ",
    "*[a]: ",
    ": ",
    "\t",
]
_ENDS = ["", "", "\n", '"\n', " |\n| - |\n", "\n---\n", "\n\n", "</div>\n"]


# The share of pages that hold only what is allowed, but for a piece here and there, and how often that comes.
_MILD, _STRAY = 0.25, 0.04
_ALLOWED = [
    "Ask what they want.",
    "**not now**",
    "*x*{#here}",
    '<abbr title="value added tax">VAT</abbr>',
    '<span lang="pl">żółć</span>',
    "H<sub>2</sub>O",
    "<br>",
    "<kbd>Ctrl</kbd>",
    "<!-- handbook:cards -->",
    "[x](../index.md)",
    "[x](#top)",
    "<https://example.org>",
    "`<script>`",
    "5 < 6",
    "a & b",
    "&nbsp;",
    "&lt;b&gt;",
    "\\<b>",
    "| a | b |",
    "[30]",
    "+",
]


def page(chance: random.Random) -> str:
    """A page's text; its front matter is right in form."""
    title = (
        (_line if chance.random() < 0.1 else _word)(chance)
        .replace("\n", " ")
        .replace("'", "’")
        .replace("\x01", "")
    )
    # Where all is wild, hardly a page passes; what slips through does so among what is allowed.
    line = _mild_line if chance.random() < _MILD else _line
    lines = [
        chance.choice(_STARTS) + line(chance) + chance.choice(_ENDS) for _ in range(chance.randint(1, 8))
    ]
    return f"---\ntitle: '{title}'\n---\n\n" + "\n".join(lines) + "\n"


def _line(chance: random.Random) -> str:
    parts = [
        chance.choice((_tag, _tag, _word, _word, _link, _opening, _list))(chance)
        for _ in range(chance.randint(1, 6))
    ]
    return chance.choice(("", " ")).join(parts)


def _mild_line(chance: random.Random) -> str:
    wild = (_tag, _link, _list, _opening)
    parts = [
        chance.choice(wild)(chance) if chance.random() < _STRAY else chance.choice(_ALLOWED)
        for _ in range(chance.randint(1, 4))
    ]
    return " ".join(parts)


def _tag(chance: random.Random) -> str:
    name = chance.choice(_TAGS)
    name = name.upper() if chance.random() < 0.1 else name
    attributes = [chance.choice(_ATTRIBUTES) for _ in range(chance.choice((0, 1, 1, 2, 3)))]
    between = chance.choice((" ", " ", "\n", "/", "\t", " \n "))
    end = chance.choice((">", ">", ">", "/>", "", ">x</" + name + ">", "></" + name + "\n>"))
    return f"<{chance.choice(('', '', '', '/'))}{between.join([name, *attributes])}{end}"


def _word(chance: random.Random) -> str:
    return chance.choice(_WORDS)


def _opening(chance: random.Random) -> str:
    return chance.choice(_OPENINGS)


def _list(chance: random.Random) -> str:
    return f"*x*{chance.choice(_LISTS)}"


def _link(chance: random.Random) -> str:
    target = chance.choice(_TARGETS)
    forms = (
        f"[x]({target})",
        f"![x]({target})",
        f"<{target}>",
        f"[x][y]\n\n[y]: {target}\n",
        f'[x]({target} "{_word(chance)}")',
    )
    return chance.choice(forms)
