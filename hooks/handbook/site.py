"""What the pages' frame needs: the language menu and the language chooser, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .languages import language


@dataclass(frozen=True)
class Alternate:
    """A language in the menu: `url` is from the site's root, `translated` says that it is this page."""

    code: str
    name: str
    url: str
    current: bool
    translated: bool


def alternates(codes: Iterable[str], urls: Mapping[str, str], current: str) -> list[Alternate]:
    """The entries of the language menu.

    Args:
        codes: the languages of the site.
        urls: the addresses of this page by language; where one is missing, the entry leads to that
            language's home page.
        current: the language of this page.
    """
    return [
        Alternate(code, language(code).name, urls.get(code, f"{code}/"), code == current, code in urls)
        for code in codes
    ]


def chooser_languages(codes: Iterable[str]) -> list[dict[str, str]]:
    """For the chooser: each language with its own name and its own words for choosing."""
    return [
        {
            "code": code,
            "name": language(code).name,
            "choose": language(code).word("interface", "choose"),
        }
        for code in codes
    ]
