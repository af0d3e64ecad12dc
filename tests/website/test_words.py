"""Every word a reader sees or hears is in the language of its page: a walk through the built pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from handbook.languages import language
from tests.website.building import ROOT
from tests.website.visible_words import foreign, read, said, strangers

LANGUAGES = ("pl", "hr", "en")
NAMES = {"pl": "Polski", "hr": "Hrvatski", "en": "English"}


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


@pytest.mark.parametrize(
    ("part", "told"),
    [
        pytest.param("<button>Save the note</button>", True, id="a button of another language"),
        pytest.param('<p class="hb-page">Next question</p>', True, id="short words in a page's text"),
        pytest.param('<input aria-label="What do you look for?">', True, id="words that are only heard"),
        pytest.param('<p lang="en">What do you look for?</p>', False, id="marked as another language"),
        pytest.param('<p lang="de">Suche nach allem</p>', True, id="marked as one that is not there"),
        pytest.param("<button>Zapisz notatkę</button>", False, id="the page's own language"),
        pytest.param("<script>const that = 'what is this';</script>", False, id="code"),
    ],
)
def test_what_stands_in_another_language_is_told(part: str, told: bool) -> None:
    assert bool(strangers(f'<html lang="pl"><body>{part}</body></html>', "pl")) is told


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_visible_word_is_in_the_language_of_its_page(site: Path, code: str) -> None:
    """The frame says nothing that another language's file says and this one's does not; no text on
    a page, unless it is marked with `lang`, is in another language."""
    pages = sorted((site / code).rglob("*.html"))
    assert len(pages) > 70
    left = [
        f"{path.relative_to(site)}: {told}"
        for path in pages
        for told in strangers(path.read_text("utf8"), code)
    ]
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
    pages = {path: read(path.read_text("utf8")) for path in sorted((site / code).rglob("*.html"))}
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
