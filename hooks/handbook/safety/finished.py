"""A finished page held against the same list, whoever made it: the check, the hooks, another plugin.

Here everything counts that a browser gets, the frame with its scripts and forms included. So the frame
has a list of its own, which is longer, and the text of the page keeps to that of writers, but for
what the handbook itself puts there. A script or style within a page must be one of the frame's, which a page
without any text of writers shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from .allowed import ELEMENTS, attributes, words
from .hosts import is_foreign, scheme_fault
from .judge import ATTRIBUTE, MEDIA, SCHEME, TAG, Violation, candidates, read_attributes
from .nesting import COMMENT

# What the frame is made of, besides the elements of text.
_FRAME = words(
    """html head body title meta link script style noscript nav header footer main article aside search form
    fieldset legend button select option optgroup output textarea progress dialog template slot svg g defs
    circle ellipse rect line polyline polygon path"""
)
# Of these, what lists and forms of the handbook's own bring into the text of a page.
_MADE = words(
    """form fieldset legend button output select option search template nav header footer article aside dialog
    svg g circle path"""
)
_NAMES = words(
    """abbr accept-charset action as autocapitalize autocomplete autocorrect autofocus charset cols content
    crossorigin cx cy d disabled enterkeyhint fill fill-rule clip-rule focusable for form height hidden href
    hreflang http-equiv id inert inputmode integrity label list loading maxlength media method min minlength
    max multiple name novalidate open pattern placeholder points popover popovertarget popovertargetaction
    preserveaspectratio property r readonly rel required role rows rx ry x y x1 x2 y1 y2 selected sizes
    spellcheck src step stroke stroke-linecap stroke-linejoin stroke-width tabindex transform type value
    viewbox width xmlns"""
) | frozenset().union(*(attributes(tag) for tag in ELEMENTS)) - {"style"}
_OPEN_NAME = re.compile(r"(?:aria|data)-[a-z][\w.-]*")
_INPUTS = words("checkbox radio text search number range date email reset submit button hidden")
# What a link element of the frame may fetch or say.
_RELATIONS = words(
    """alternate author canonical help icon license manifest modulepreload next prefetch preload prev search
    stylesheet"""
)
_SAYING = words("alternate author canonical help license next prev")
# A script that is no code in the page: one of a file, whose address is looked at, or data. Not data-src.
_NO_CODE = re.compile(r'\s(?:src="|type="application/(?:ld\+)?json")')

_OWN = re.compile(r"<(s(?:cript|tyle))((?:\s[^\s=>]+=\"[^\"]*\")*)>([^<]*+(?:<(?!/\1>)[^<]*+)*+)</\1>")
# Lexbor writes these two signs nowhere else: neither in a text nor in a value.
_ANY_TAG = re.compile(r"<[^>]*>")
_PARTS = re.compile(r"<([a-zA-Z][^\s/>]*)([^>]*)>")
_TEXT = frozenset(ELEMENTS) | _MADE
# Tags in which nothing was wrong, around a page's text and within it: the same ones come on every page.
_CLEAN: tuple[set[str], set[str]] = (set(), set())
_MOST = 50_000
# How deep a page lies shows in its scripts.
_DEPTH = re.compile(r"(?<=[\"'])(?:/|(?:\.\.?/?)+)(?=[\"'\w])")


def own_code(html: str) -> set[str]:
    """The scripts and styles within a page, whatever the depth that the page lies at."""
    return _code(_OWN.split(html))


def look(html: str, known_code: set[str]) -> list[Violation]:
    """What a finished page may not hold.

    Args:
        html: the whole page.
        known_code: what `own_code` finds on a page that holds nothing but the frame.
    """
    canonical = LexborHTMLParser(html).html or ""
    if "<!--" in canonical:
        canonical = COMMENT.sub("", canonical)
    pieces = _OWN.split(canonical)
    found = [Violation(TAG, "script", "", code[:60]) for code in _code(pieces) - known_code]
    bare = "".join(_without_code(pieces))
    begin, end = bare.find("<article"), bare.rfind("</article>")
    if not 0 <= begin < end:
        begin = end = len(bare)
    around = _ANY_TAG.findall(bare, 0, begin) + _ANY_TAG.findall(bare, end)
    within = _ANY_TAG.findall(bare, begin, end)
    # Text is written without the sign, so each one that is left begins a tag that could not be read.
    if bare.count("<") != len(around) + len(within):
        found.append(Violation(ATTRIBUTE, "", ""))
    for is_text, tags in enumerate((around, within)):
        for tag in set(tags).difference(clean := _CLEAN[is_text]):
            if wrong := list(_in_tag(tag, is_text=bool(is_text))):
                found += wrong
            elif len(clean) < _MOST:
                clean.add(tag)
    return sorted(set(found))


def _without_code(pieces: Sequence[str]) -> Iterator[str]:
    """What lies between scripts and styles, and the empty elements of these."""
    yield pieces[0]
    for tag, given, text in zip(pieces[1::4], pieces[2::4], pieces[4::4], strict=True):
        yield f"<{tag}{given}></{tag}>{text}"


def _code(pieces: Sequence[str]) -> set[str]:
    return {
        _at_any_depth(text)
        for given, text in zip(pieces[2::4], pieces[3::4], strict=True)
        if not _NO_CODE.search(given)
    }


@lru_cache(maxsize=1024)
def _at_any_depth(code: str) -> str:
    return _DEPTH.sub(".", code.strip())


def _in_tag(tag: str, *, is_text: bool) -> Iterator[Violation]:
    """What is wrong with a tag as Lexbor writes it; `is_text`: whether it stands within a page's text."""
    if tag.startswith(("</", "<!")):
        return
    parts = _PARTS.fullmatch(tag)
    if parts is None:
        yield Violation(ATTRIBUTE, "", "")
        return
    name = parts[1].lower()
    yield from _in_frame(name, parts[2])
    if is_text and name not in _TEXT and tag != "<script>":
        yield Violation(TAG, name)


def _in_frame(tag: str, text: str) -> Iterator[Violation]:
    if tag not in ELEMENTS and tag not in _FRAME:
        yield Violation(TAG, tag)
        return
    given = read_attributes(text)
    if given is None:
        yield Violation(ATTRIBUTE, tag, text.strip()[:40])
        return
    for name, value in given.items():
        is_named = name in _NAMES or _OPEN_NAME.fullmatch(name) or (name == "style" and _is_cell(tag, value))
        if not is_named:
            yield Violation(ATTRIBUTE, tag, name, value)
        elif name in ("src", "poster") and scheme_fault(value, pictures=True):
            yield Violation(MEDIA if is_foreign(value) else SCHEME, tag, name, value)
        elif name == "srcset" and any(scheme_fault(url, pictures=True) for url in candidates(value)):
            yield Violation(MEDIA, tag, name, value)
        elif name in ("fill", "stroke") and "(" in value:
            yield Violation(ATTRIBUTE, tag, name, value)
        elif tag != "link" and name in ("href", "action") and scheme_fault(value, pictures=name == "action"):
            yield Violation(SCHEME, tag, name, value)
    yield from _kind(tag, given)


def _kind(tag: str, given: dict[str, str]) -> Iterator[Violation]:
    """Elements whose kind decides what they do."""
    if tag == "input" and given.get("type", "text") not in _INPUTS:
        yield Violation(ATTRIBUTE, tag, "type", given["type"])
    elif tag == "meta" and given.get("http-equiv", "").lower() not in (
        "",
        "content-security-policy",
        "x-ua-compatible",
    ):
        yield Violation(ATTRIBUTE, tag, "http-equiv", given["http-equiv"])
    elif tag == "link":
        relations = given.get("rel", "").lower().split()
        if not set(relations) <= _RELATIONS:
            yield Violation(ATTRIBUTE, tag, "rel", given.get("rel", ""))
        elif not set(relations) <= _SAYING and scheme_fault(given.get("href", ""), pictures=True):
            yield Violation(MEDIA, tag, "href", given["href"])


def _is_cell(tag: str, value: str) -> bool:
    return tag in ("td", "th") and re.fullmatch(r"text-align: (?:left|right|center);?", value) is not None
