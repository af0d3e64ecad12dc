"""Links and ids in raw HTML, addresses in angle brackets, and addresses that are no links at all."""

from __future__ import annotations

import re
from html import unescape

from ...base.edits import Edit
from ...base.plain_address import plain_address
from ...base.positions import Places
from ...model.document import Link, Problem
from ...model.rules.links import LinkBare, LinkGap, LinkReversed, LinkTextEmpty
from ...model.rules.references import FootnoteUndefined, ReferenceUndefined
from .scan import Found, Id

_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>")
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?", re.IGNORECASE
)
# Attributes that hold an address, and the elements they hold one in where not in all.
_ADDRESSES = {"href": None, "src": None, "srcset": None, "poster": None, "data": "object"}
# picture.png 2x, other.png 640w
_CANDIDATE = re.compile(r"\s*(?P<url>[^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,]*)?,?")
_MARKDOWN = re.compile(r"(?<![\w-])markdown(?![\w-])", re.IGNORECASE)
_END_OF_LINK = re.compile(r"</a\s*>", re.IGNORECASE)
_NAMING = re.compile(
    r"\b(?:aria-label|aria-labelledby|title|alt)\s*=\s*(?:\"[^\"]*[^\s\"]|'[^']*[^\s']|[^\s\"'>])",
    re.IGNORECASE,
)
_NOT_SHOWN = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
# <https://example.org>  <file:///etc/hosts>  <someone@example.org>
_AUTOLINK = re.compile(
    r"<(?P<target>[a-zA-Z][a-zA-Z0-9+.-]*://[^<>\s]*|mailto:[^<>\s]+|[^<>\s@/]+@[^<>\s@]+)>"
)
_BARE = re.compile(
    r"(?<![\w/=<.@-])(?P<url>(?:https?://|www\.(?=\w))[^\s<>\"'\]|“”„«»]*[^\s<>\"'\]|“”„«»).,;:!?…’*_`])"
)
_BARE_MAIL = re.compile(r"(?<![\w.+/:=<@-])[\w.+-]*\w@\w[\w-]*(?:\.[\w-]+)*\.[a-zA-Z]{2,}(?![\w@-])")
# Code within a line that is written as HTML: Markdown is read there, but slips of the pen are none.
_CODE = re.compile(r"<(code|kbd|samp|var)\b[^<>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_SLIPS = (LinkGap, LinkReversed, LinkBare, ReferenceUndefined, FootnoteUndefined)


def scan_html(text: str, masked: str, places: Places, found: Found) -> None:
    """Find what links or can be linked to in tags and angle brackets.

    Args:
        text: the text as it stands in the file.
        masked: the same with code and the like blanked; same length.
        places: offsets to lines and columns.
        found: what is found is added here.
    """
    for match in _AUTOLINK.finditer(masked):
        target = match["target"]
        if "://" not in target and not target.startswith("mailto:"):
            target = f"mailto:{target}"
        found.used.append(match.span())
        found.links.append(Link(target, match["target"], "auto", places.at(match.start())))
    for tag in _TAG.finditer(masked):
        found.used.append(tag.span())
        _tag(text, tag, places, found)


def _tag(text: str, tag: re.Match[str], places: Places, found: Found) -> None:
    element, place = tag["name"].lower(), places.at(tag.start())
    is_read = _MARKDOWN.search(tag["attributes"]) is not None
    for attribute in _ATTRIBUTE.finditer(tag["attributes"]):
        name = attribute["name"].lower()
        begin = tag.start("attributes") + attribute.start("value")
        written = text[begin : begin + len(attribute["value"])] if attribute["value"] else ""
        quoted = written[:1] in ("'", '"')
        value = unescape(written[1:-1] if quoted else written)
        if name == "id" or (name == "name" and element == "a"):
            if value:
                found.ids.append(Id(value, place, not is_read))
        elif name in _ADDRESSES and _ADDRESSES[name] in (None, element):
            kind = "html" if name == "href" else "html-image"
            # An attribute without a value stands for an empty one.
            there = places.at(begin + quoted) if written else place
            if name == "srcset":
                for candidate in _CANDIDATE.finditer(value):
                    found.links.append(Link(candidate["url"], "", kind, place, place))
            else:
                found.links.append(Link(value, "", kind, place, there))
                if element == "a" and kind == "html" and not _has_text(text, tag):
                    shown = f"{tag[0]}</a>"
                    found.problems.append(Problem(LinkTextEmpty(target=shown), place))


def _has_text(text: str, tag: re.Match[str]) -> bool:
    """Whether a link has something to be seen or heard; one that is never closed goes on to the end."""
    end = _END_OF_LINK.search(text, tag.end())
    inside = text[tag.end() : end.start() if end else len(text)]
    if _NAMING.search(tag["attributes"]) or any(_NAMING.search(m[0]) for m in _NOT_SHOWN.finditer(inside)):
        return True
    return bool(unescape(_NOT_SHOWN.sub("", inside)).strip())


def scan_bare(masked: str, places: Places, found: Found) -> None:
    """Find addresses that stand in the text and are no links, once all that is one has been found."""
    if "://" in masked or "www." in masked:
        for match in _BARE.finditer(masked):
            if not found.is_used(match.start()):
                url = match["url"]
                _bare(match.start(), url, f"https://{url}" if url.startswith("www.") else url, places, found)
    if "@" in masked:
        for match in _BARE_MAIL.finditer(masked):
            if not found.is_used(match.start()):
                _bare(match.start(), match[0], match[0], places, found)


def _bare(start: int, written: str, url: str, places: Places, found: Found) -> None:
    place = places.at(start)
    url = plain_address(url) or url
    linked = f"mailto:{url}" if "://" not in url else url
    broken = LinkBare(url=written, better=url, linked=linked)
    found.problems.append(Problem(broken, place, fix=Edit(place, written, f"<{url}>")))


def without_slips_in_code(masked: str, places: Places, problems: list[Problem]) -> list[Problem]:
    """The problems without those that are a sample of code in HTML."""
    spans = [(places.at(m.start()), places.at(m.end())) for m in _CODE.finditer(masked)]
    return [
        p
        for p in problems
        if not isinstance(p.broken, _SLIPS) or not any(a <= p.position < b for a, b in spans)
    ]
