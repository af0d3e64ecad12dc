"""HTML held against what is allowed: what a browser would make of it, not what it looks like.

The parser is Lexbor's (selectolax), which takes a text apart as the HTML standard says browsers do. What it
has understood is written out again in one form, all names small and all values in quotation marks, and
each start tag of that is looked at, once however often it comes: parsing is the only thing that costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from .allowed import ADDRESSES, ELEMENTS, SOURCES, VALUES, attributes
from .hosts import is_foreign, scheme_fault
from .names import is_taken_class, is_taken_data, is_taken_id
from .nesting import COMMENT, first_wrong

TAG, ATTRIBUTE, SCHEME, MEDIA, NAME, UNCLOSED = (
    "html-tag",
    "html-attribute",
    "link-scheme",
    "media-foreign",
    "name-reserved",
    "html-unclosed",
)
LINK = "link-deceptive"
# Stands as the name of the attribute where what is not closed takes the frame along.
FRAME = "frame"
# What a page's text stands in, so that a stray end tag closes here what it would close there.
_BEFORE = '<main><article><section><div><div id="handbook-begin">'
_END = '<p id="handbook-end">.</p>'
_AFTER = f"</div>{_END}</div></section></article></main>"
# A start tag as Lexbor writes it: a value may hold any sign but a quotation mark.
START_TAG = re.compile(r'<([a-zA-Z][^\s/>]*)([^>"]*(?:"[^"]*"[^>"]*)*)>')
_ATTRIBUTE = re.compile(r'\s([^\s"=<>/]+)="([^"]*)"')
_END_TAG = re.compile(r"</([a-zA-Z][^\s/>]*)")
_DECLARATION = re.compile(r"<(?:\?|!(?!--)|/(?![a-zA-Z]))[a-zA-Z\[-]*")
_BETWEEN = " \t\n\r\f,"
# A picture of several: what ends in a comma has no size beside it (HTML, "parse a srcset attribute").
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*)((?<!,)\s+(?:\([^)]*(?:\)|$)|[^,(])*)?")
_LINK = re.compile(r"<a((?: [^\s=]+=\"[^\"]*\")*)>(.*?)</a>", re.DOTALL)
_ANY_TAG = re.compile(r"<[^>]*>")
_ALT = re.compile(r"<img[^>]*? alt=\"([^\"]*)\"")
_DATA = re.compile(r"data-[a-z][\w.-]*")


class Violation(NamedTuple):
    """Something that is not allowed: the rule, the element, its attribute ("" for the element) and value."""

    rule: str
    tag: str
    name: str = ""
    value: str = ""


def judge(html: str) -> list[Violation]:
    """What is not allowed in a piece of a page, each once, in the order of the page.

    Args:
        html: what stands within the frame of a page.
    """
    canonical = LexborHTMLParser(f"{_BEFORE}{html}{_AFTER}").html or ""
    found: dict[Violation, None] = {}
    inside = COMMENT.sub("", canonical.partition(_BEFORE)[2])
    shown = inside.removesuffix(f"{_AFTER}</body></html>")
    tags = START_TAG.findall(shown)
    for tag in dict.fromkeys(tags):
        if "handbook-end" not in tag[1]:
            found.update(dict.fromkeys(start_tag(*tag)))
    # Text is written without the sign, so each begins a tag that has been read.
    if shown.count("<") != len(tags) + shown.count("</"):
        found[Violation(ATTRIBUTE, "", "")] = None
    for name in dict.fromkeys(_END_TAG.findall(html)):
        if name.lower() not in ELEMENTS and f"<{name.lower()}" not in shown:
            found[Violation(TAG, name.lower())] = None
    for opening in dict.fromkeys(_DECLARATION.findall(COMMENT.sub("", html))):
        found[Violation(TAG, opening[1:])] = None
    wrong = first_wrong(html)
    if wrong or shown == inside:
        found[Violation(UNCLOSED, wrong.name if wrong else "", FRAME if shown == inside else "")] = None
    return list(found)


def links(html: str) -> Iterator[tuple[str, str]]:
    """The links of a piece of a page that lead to other hosts, to mail or telephones.

    Each address comes with the text that is shown, and again with those that a pointer or a reader of
    screens tells.
    """
    if ":" not in html and "//" not in html and "\\" not in html:
        return
    canonical = LexborHTMLParser(html).html or ""
    for match in _LINK.finditer(canonical):
        given = read_attributes(match[1]) or {}
        href = given.get("href", "")
        if ":" in href or "//" in href or "\\" in href:
            yield href, unescape(_ANY_TAG.sub("", match[2]))
            for said in (given.get("title"), given.get("aria-label"), *map(unescape, _ALT.findall(match[2]))):
                if said:
                    yield href, said


def candidates(srcset: str) -> list[str]:
    """The addresses of pictures among which a browser chooses."""
    return [match[1].rstrip(",") for match in _CANDIDATE.finditer(srcset.rstrip(_BETWEEN))]


@lru_cache(maxsize=4096)
def start_tag(tag: str, attributes_text: str) -> tuple[Violation, ...]:
    """What is not allowed in one start tag, in the form that Lexbor writes."""
    return tuple(_start_tag(tag.lower(), attributes_text))


def read_attributes(text: str) -> dict[str, str] | None:
    """The attributes of a start tag in Lexbor's form; None where they cannot be read."""
    found = _ATTRIBUTE.findall(text)
    if sum(len(name) + len(value) + 4 for name, value in found) != len(text):
        return None
    return {name.lower(): unescape(value) for name, value in found}


def _start_tag(tag: str, text: str) -> Iterator[Violation]:
    if tag not in ELEMENTS:
        yield Violation(TAG, tag)
        return
    given = read_attributes(text)
    if given is None:
        yield Violation(ATTRIBUTE, tag, text.strip()[:40])
        return
    known = attributes(tag)
    for name, value in given.items():
        if name in known:
            yield from _value(tag, name, value)
        elif _DATA.fullmatch(name):
            if is_taken_data(name):
                yield Violation(NAME, tag, name, name)
        elif name not in ("aria-label", "aria-hidden", "aria-labelledby", "aria-describedby"):
            yield Violation(ATTRIBUTE, tag, name, value)
    if tag == "input" and given.get("type") not in ("checkbox", "radio"):
        yield Violation(TAG, tag)


def _value(tag: str, name: str, value: str) -> Iterator[Violation]:
    if name in ("id", "name", "for"):
        if is_taken_id(value):
            yield Violation(NAME, tag, name, value)
    elif name == "class":
        for each in value.split():
            if is_taken_class(each):
                yield Violation(NAME, tag, name, each)
    elif name in SOURCES:
        for url in candidates(value) if name == "srcset" else (value,):
            if scheme_fault(url, pictures=True):
                yield Violation(MEDIA if is_foreign(url) else SCHEME, tag, name, url)
    elif name in ADDRESSES:
        if scheme_fault(value):
            yield Violation(SCHEME, tag, name, value)
    elif name in VALUES and not VALUES[name].fullmatch(value):
        yield Violation(ATTRIBUTE, tag, name, value)
