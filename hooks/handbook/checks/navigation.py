"""The navigation of mkdocs.yml: pages it names that are not there, and pages nobody can reach.

Only where a project lists its navigation by hand; else MkDocs lists every page by itself.
"""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Collection, Iterator, Mapping

from ..base.guessing import guess
from ..base.positions import Position
from ..languages import language_name
from ..links.addresses import is_external
from ..links.plugins import NAVIGATORS
from ..links.served import Served
from ..links.targets import HTML_KINDS, Targets, parts
from ..model.project import Fault, Page, Project, Settings
from ..model.rules import ERROR
from ..model.rules.navigation import NavPageMissing, PageUnlisted, PageUnreachable
from ..model.site_settings import FROM_DOCS

_HOME = "index.md"


def check(project: Project) -> Iterator[Fault]:
    settings, served = project.settings, Served(project)
    navs = {code: settings.navs.get(code or "", settings.nav) for code in served.languages}
    if settings.plugins & NAVIGATORS or all(nav is None for nav in navs.values()):
        return
    # For each entry the languages whose navigation names it, each with its own page in its place.
    entries: dict[tuple[str, Position], dict[str | None, str | None]] = {}
    for code, nav in navs.items():
        for entry in nav or ():
            if (path := _path(entry[0], settings)) is not None:
                entries.setdefault(entry, {})[code] = served.find(path, code)
            elif settings.nav_absolute == "warn" and entry[0].startswith("/") and not is_external(entry[0]):
                entries.setdefault(entry, {})
    for (target, position), found in entries.items():
        lacking = [code for code, path in found.items() if path is None]
        if lacking or not found:
            fault = _missing(project, served, target, lacking, len(found))
            yield Fault(fault, settings.config, position, settings.default_language)
    named = {
        code: {path for found in entries.values() if (path := found.get(code)) is not None}
        if nav is not None
        else served.files(code)  # Where MkDocs makes one, it has every page.
        for code, nav in navs.items()
    }
    yield from _reachable(project, served, named)


def _path(entry: str, settings: Settings) -> str | None:
    """The path from the docs folder that an entry names; None where it leads elsewhere.

    Or to where a plugin makes pages.
    """
    if is_external(entry) or (entry.startswith("/") and settings.nav_absolute != FROM_DOCS):
        return None
    path = posixpath.normpath(entry.lstrip("/")) if entry[-1:] != "/" else entry.lstrip("/")
    return None if path.startswith(settings.brought) else path


def _missing(
    project: Project, served: Served, target: str, lacking: list[str | None], languages: int
) -> NavPageMissing:
    """An entry without a page in some languages, or in all."""
    default = project.settings.default_language
    if not languages:
        return NavPageMissing(target=target, reason="nav-absolute", guess=None, lacking=None)
    if any(served.left_out(target, code) for code in lacking):
        return NavPageMissing(target=target, reason="nav-left-out", guess=None, lacking=None)
    if len(lacking) < languages:
        names = ", ".join(language_name(default, code or "") for code in lacking)
        return NavPageMissing(target=target, reason="nav-lacking", guess=None, lacking=names)
    bare = target.partition("#")[0]
    known = sorted({page.slug for page in project.pages.values()})
    near = next((one for one in (bare, f"{bare.rstrip('/')}.md") if one != target and one in known), None)
    near = near or guess(target, known)
    return NavPageMissing(target=target, reason="nav-nowhere", guess=near, lacking=None)


def _reachable(
    project: Project, served: Served, named: Mapping[str | None, Collection[str]]
) -> Iterator[Fault]:
    from pathspec.gitignore import GitIgnoreSpec  # Only for who writes a nav by hand.

    targets, settings = Targets(project), project.settings
    made = tuple(f"{posixpath.dirname(path)}/".lstrip("/") for path in settings.brought[:1])
    unlisted = GitIgnoreSpec.from_lines(settings.not_in_nav)
    anywhere = {path for paths in named.values() for path in paths}
    # Where MkDocs is told to warn of omitted pages, it does so in each language, and of start pages, too.
    is_warned_of = settings.severities.get(PageUnlisted.rule_id) == ERROR
    omitted = {path for code, paths in named.items() for path in served.files(code) - set(paths)}

    def is_listed(path: str, page: Page) -> bool:
        return path not in omitted if is_warned_of else path in anywhere or page.slug == _HOME

    start = [path for path, page in project.pages.items() if path in anywhere or page.slug == _HOME]
    seen, queue = set(start), deque(start)
    while queue:
        page = project.pages.get(queue.popleft())
        for path in _linked(targets, page) if page else ():
            if path in project.pages and path not in seen:
                seen.add(path)
                queue.append(path)
    for path, page in project.pages.items():
        if page.slug.startswith(made):
            continue  # Where a plugin makes pages, these lead to those that stand there.
        if path not in seen:
            is_meant = settings.severities.get(PageUnreachable.rule_id) == ERROR and unlisted.match_file(path)
            if not is_meant:
                yield page.fault(PageUnreachable(), Position(1))
        elif not is_listed(path, page) and not unlisted.match_file(path):
            yield page.fault(PageUnlisted(), Position(1))


def _linked(targets: Targets, page: Page) -> Iterator[str]:
    for link in page.document.links:
        if not is_external(link.target):
            path, _ = parts(link.target)
            if not path:
                continue
            if link.kind in HTML_KINDS:
                yield targets.by_url.get(targets.from_url(page, path), "")
            else:
                beside = path.lstrip("/") if path.startswith("/") else targets.beside(page, path)
                language = page.language or targets.project.settings.default_language
                yield targets.served.find(beside, language) or targets.meant(page, path) or beside
