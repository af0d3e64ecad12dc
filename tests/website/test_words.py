"""Every word a reader sees or hears is in the language of its page: a walk through the built pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.languages import language
from tests.website.building import ROOT

LANGUAGES = ("pl", "hr", "en")
NAMES = {"pl": "Polski", "hr": "Hrvatski", "en": "English"}


class _Words(HTMLParser):
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


def read(path: Path) -> _Words:
    words = _Words()
    words.feed(path.read_text("utf8"))
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


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        ("Nie można tego zrobić, jeśli klient się nie zgadza", "hr", True),
        ("The page has moved and you can search for it", "pl", True),
        ("Možda je stranica premještena ili ste pogriješili", "en", True),
        ("Klient jest tu i nie czeka, jak było", "pl", False),
        ("Shep Hyken", "hr", False),
    ],
)
def test_a_text_in_another_language_is_told(words: str, code: str, expected: bool) -> None:
    assert foreign(words, code) is expected


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_visible_word_is_in_the_language_of_its_page(site: Path, code: str) -> None:
    """The frame says nothing that another language's file says and this one's does not; no text on
    a page, unless it is marked with `lang`, is in another language."""
    own = said(language(code).texts)
    others = {text: other for other in LANGUAGES if other != code for text in said(language(other).texts)}
    left: list[str] = []
    pages = sorted((site / code).rglob("*.html"))
    assert len(pages) > 70
    for path in pages:
        words = read(path)
        name = path.relative_to(site)
        for marked, text in words.frame + words.text:
            if marked not in LANGUAGES:
                left.append(f"{name}: {text!r} is marked {marked!r}")
            elif foreign(text, marked):
                left.append(f"{name}: {text!r} is not {marked}")
        for marked, text in words.frame:
            if marked == code and text in others and text not in own:
                left.append(f"{name}: {text!r} is {others[text]}")
    assert left == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_the_frame_comes_from_the_languages_file_or_a_page(site: Path, code: str) -> None:
    """Nothing that a template or a plugin says by itself: each text is known."""
    config = yaml.safe_load(re.sub(r"!\w+", "", (ROOT / "mkdocs.yml").read_text("utf8")))
    [i18n] = [plugin["i18n"] for plugin in config["plugins"] if "i18n" in plugin]
    [site_words] = [entry for entry in i18n["languages"] if entry["locale"] == code]
    texts = {name: group for name, group in language(code).texts.items() if name not in ("rules", "fields")}
    known = re.compile(
        "|".join(
            pattern(text) for text in said(site_words) | set(NAMES.values()) | said(texts) if letters(text)
        )
    )
    titles: set[str] = set()
    pages = {path: read(path) for path in sorted((site / code).rglob("*.html"))}
    for path in pages:
        html = path.read_text("utf8")
        for heading in re.findall(r"<h[1-6][^>]*>(.*?)</h[1-6]>", html, re.DOTALL):
            titles.add(plain(heading))
        titles |= {plain(text) for text in re.findall("<li>(.*?)</li>", html, re.DOTALL)}
    unknown = set()
    for path, words in pages.items():
        description = re.search('<meta name="description" content="(.*?)"', path.read_text("utf8"), re.DOTALL)
        for marked, text in words.frame:
            text = plain(text)
            title = text.removesuffix(f" – {site_words['site_name']}")
            # "Language: Polski" and "no-01 · version 1" are put together from what is known.
            parts = [part for part in re.split(r" · |: ", text) if not re.fullmatch(r"[a-z]{2}-\d\d", part)]
            told = title in titles or all(map(known.fullmatch, parts)) or known.fullmatch(text) is not None
            # The licences as mkdocs.yml names them, and the version behind them.
            told = told or all(map(known.fullmatch, text.rpartition(" · ")[::2]))
            told = told or (description is not None and text == plain(description[1]))
            if marked == code and not told and not text.startswith("http"):
                unknown.add(text)
    assert unknown == set()


def plain(html: str) -> str:
    words = re.sub(r"<[^>]+>", "", html)
    return " ".join(words.replace("&amp;", "&").replace("&quot;", '"').replace("\u202f", " ").split())


def letters(text: str) -> bool:
    """Whether a text says something itself, besides what fills its blanks."""
    return re.search(r"[^\W\d_]{2}", re.sub(r"\{\w+\}", "", text)) is not None


def pattern(text: str) -> str:
    """A text as a regular expression, in which {blanks} stand for anything."""
    return "(?:" + re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)) + ")"
