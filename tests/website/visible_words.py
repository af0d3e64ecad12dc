"""The words that a reader sees or hears of a page, and whether they are in another language."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from typing import Any

from handbook.languages import CODES, language


class Words(HTMLParser):
    """Collects what a reader sees or hears of a page, with the language it is marked as.

    `frame` holds what stands outside the page's own text, `text` what stands in it.
    """

    _VOID = frozenset(("meta", "link", "img", "input", "br", "hr", "source", "wbr"))
    _SPOKEN = ("title", "aria-label", "alt", "placeholder", "content")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str, bool]] = []
        self.frame: list[tuple[str, str]] = []
        self.text: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        code = values.get("lang") or (self.open[-1][1] if self.open else "")
        inside = values.get("class") in ("hb-card", "hb-page") or (bool(self.open) and self.open[-1][2])
        for name, value in values.items():
            spoken = name in self._SPOKEN or (name.startswith("data-") and name != "data-languages")
            if name == "content" and values.get("name") != "description":
                spoken = False
            if spoken and " " in value.strip():
                self._keep(value, code, inside)
        if tag not in self._VOID:
            self.open.append((tag, code, inside))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self._VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, code, inside = self.open[-1] if self.open else ("", "", False)
        if tag not in ("script", "style", "code", "pre"):
            self._keep(data, code, inside)

    def _keep(self, words: str, code: str, inside: bool) -> None:
        words = " ".join(words.split())
        if re.search(r"[^\W\d_]{2}", words):
            (self.text if inside else self.frame).append((code, words))


def read(html: str) -> Words:
    words = Words()
    words.feed(html)
    words.close()
    return words


def said(values: Any) -> set[str]:
    """All texts of a language's file, as they stand on a page."""
    if isinstance(values, dict):
        return set().union(*map(said, values.values())) if values else set()
    if isinstance(values, list):
        return set().union(*map(said, values)) if values else set()
    return {" ".join(str(values).split())}


# Short words that stand in nearly every sentence of one language and in none of the others.
COMMON = {
    "pl": "się jest nie że który która które przez jak czy dla ale też żeby jeśli można tego już",
    "hr": "se nije da koji koja koje kako ali ako što već ili kad može ste su biste kao",
    "en": "the of and is are was with that this you your what when from have has not but for they",
}


def foreign(words: str, code: str) -> bool:
    """Whether a text is plainly in another of the languages."""
    found = re.findall(r"[^\W\d_]+", re.sub(r"\w+://\S+", "", words.lower()))
    counts = {other: sum(word in common.split() for word in found) for other, common in COMMON.items()}
    best = max(counts, key=lambda other: counts[other])
    return counts[best] >= 2 and counts[best] > 2 * counts[code]


@cache
def _texts(code: str) -> tuple[set[str], dict[str, str]]:
    """All texts of a language's file, and those of the others with their language."""
    others = {text: other for other in CODES if other != code for text in said(language(other).texts)}
    return said(language(code).texts), others


def strangers(html: str, code: str) -> list[str]:
    """What a page says in another language than its own, as far as it is not marked with `lang`.

    Nothing may stand there, either, that another language's file says and its own does not; a single
    word of the page's own text may, such as Do, which is Polish, too.
    """
    own, others = _texts(code)
    words = read(html)
    left = []
    ends = len(words.frame)
    for at, (marked, text) in enumerate(words.frame + words.text):
        if marked not in CODES:
            left.append(f"{text!r} is marked {marked!r}")
        elif foreign(text, marked):
            left.append(f"{text!r} is not {marked}")
        elif marked == code and text in others and text not in own and (at < ends or " " in text):
            left.append(f"{text!r} is {others[text]}")
    return left
