"""Languages whose start page static-i18n does not find in the navigation: a strict build stops there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..base.positions import Position
from ..languages import language_name
from ..links.plugins import NAVIGATORS
from ..links.served import Served
from ..model.placement import path_in, place
from ..model.project import Fault, Project, Settings
from ..model.rules.navigation import StartPageMissing

_HOME = "index.md"


def check(project: Project) -> Iterator[Fault]:
    settings, served = project.settings, Served(project)
    if settings.writers or settings.plugins & NAVIGATORS:
        return  # They may bring the page or the navigation.
    for code in settings.languages:
        pages = served.files(code) & project.pages.keys()
        homes = sorted(path for path in pages if place(path, settings)[1] == _HOME)
        if not _is_found(homes, pages, served, settings, code):
            yield _missing(homes, settings, code)


def _is_found(
    homes: Collection[str], pages: Collection[str], served: Served, settings: Settings, code: str
) -> bool:
    nav = settings.navs.get(code, settings.nav)
    if nav is not None:
        kept = _kept_entries([entry for entry, _ in nav], settings, code)
        # One that is kept out of the site is told of as such.
        named = (served.find(entry, code) or served.left_out(entry, code) or "" for entry in kept)
        return any(place(path, settings)[1] == _HOME for path in named)
    from pathspec.gitignore import GitIgnoreSpec

    unlisted = GitIgnoreSpec.from_lines(settings.not_in_nav)
    shown = {path for path in pages if not unlisted.match_file(path)}
    return any(path in _kept(shown, settings, code) for path in homes)


def _kept_entries(entries: list[str], settings: Settings, code: str) -> Collection[str]:
    """The entries of a navigation that is written by hand, of which static-i18n keeps those of a language.

    The default language's start page is known before, where it stands at the top.
    """
    sections = settings.nav_sections.get(code if code in settings.navs else "", {})
    inside = [held for title, held in sections.items() if title in _titles(settings, code)]
    if settings.layout.suffix or not inside:
        return entries
    below = frozenset().union(*sections.values())
    at_top = [entry for entry in entries if entry not in below and code == settings.default_language]
    return [*at_top, *(entry for held in inside for entry in held)]


def _titles(settings: Settings, code: str) -> Collection[str]:
    return {code.capitalize(), (settings.default_language or "").capitalize()}


def _kept(shown: Collection[str], settings: Settings, code: str) -> Collection[str]:
    """The pages of a navigation that MkDocs made, of which static-i18n keeps the languages' folders.

    It knows them by the titles that MkDocs gives them, and misses those of pt-BR or zh-Hant.
    """
    if settings.layout.suffix:
        return shown
    titles = _titles(settings, code)
    return {path for path in shown if "/" in path and _title(path.partition("/")[0]) in titles} or shown


def _title(folder: str) -> str:
    """The title of a section as MkDocs makes it of a folder's name."""
    title = folder.replace("-", " ").replace("_", " ")
    return title.capitalize() if title.lower() == title else title


def _missing(homes: Collection[str], settings: Settings, code: str) -> Fault:
    default = settings.default_language
    page = next(iter(homes), None)
    by_hand = settings.navs.get(code, settings.nav) is not None or settings.layout.suffix
    broken = StartPageMissing(
        name=language_name(default, code),
        lacking=None if page else f"{settings.docs_dir}/{path_in(code, _HOME, settings)}",
        unlisted=page if by_hand else None,
    )
    return Fault(broken, settings.config, Position(1), default)
