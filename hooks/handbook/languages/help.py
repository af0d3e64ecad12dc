"""The help for the rules: for each a plain name of the fault, why it matters, and an example put right.

The texts stand in texts/help/<code>.yml, one file a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ..base.yaml_values import load
from ..links.addresses import fault_of
from ..model.project import Page, Project
from . import CODES, FALLBACK

# The list that shows all of this on a page, see site/lists/rule_list.py.
LIST = "rules"


@dataclass(frozen=True)
class Excerpt:
    """A part of a file as an editor would see it; `file` is empty where any page will do."""

    text: str
    file: str = ""


@dataclass(frozen=True)
class Help:
    """What editors should know about one rule; `wrong` and `right` are the same place before and after."""

    title: str
    why: str
    wrong: tuple[Excerpt, ...]
    right: tuple[Excerpt, ...]


@dataclass(frozen=True)
class HelpSite:
    """Where the help is on the web: the page's full address, and its language."""

    address: str
    language: str

    def of(self, rule: str) -> str:
        """The address of one rule's help."""
        return f"{self.address}#{rule}"

    @property
    def is_public(self) -> bool:
        """Whether others than the writer can open it."""
        return fault_of(self.address) is None


@cache
def helps(code: str | None) -> Mapping[str, Help]:
    """The help by rule, in this language; in English where it is not one of ours."""
    known = code if code in CODES else FALLBACK
    text = resources.files(__package__).joinpath(f"texts/help/{known}.yml").read_text("utf8")
    read = load(text)
    return {
        rule: Help(entry["title"], entry["why"], _excerpts(entry["wrong"]), _excerpts(entry["right"]))
        for rule, entry in read.items()
    }


def _excerpts(given: Any) -> tuple[Excerpt, ...]:
    if isinstance(given, Mapping):
        return tuple(Excerpt(str(text).rstrip("\n"), str(file)) for file, text in given.items())
    return (Excerpt(str(given).rstrip("\n")),)


def help_page(project: Project, code: str | None) -> Page | None:
    """The page that holds the help, in this language; in the default one where it is not ours."""
    pages = [page for page in project.pages.values() if _has_list(page)]
    wanted = (code, project.settings.default_language)
    return next((page for one in wanted for page in pages if page.language == one), None)


def _has_list(page: Page) -> bool:
    return any(name == LIST for name, _ in page.document.markers)
