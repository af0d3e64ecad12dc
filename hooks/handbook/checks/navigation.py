"""The navigation of mkdocs.yml: pages it names that are not there, and pages nobody can reach.

Only where a project lists its navigation by hand; else MkDocs lists every page by itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from ..base.guessing import guess
from ..base.positions import Position
from ..links.addresses import is_external
from ..links.served import Served
from ..links.targets import HTML_KINDS, Targets, parts
from ..model.project import Fault, Page, Project
from ..model.rules.navigation import NavPageMissing, PageUnlisted, PageUnreachable

CONFIG = "mkdocs.yml"
_HOME = "index.md"
# Plugins that make the navigation themselves, of other files than mkdocs.yml.
_NAVIGATORS = {
    "literate-nav",
    "awesome-pages",
    "awesome-nav",
    "gen-files",
    "api-autonav",
    "mkdocs-nav-weight",
}


def check(project: Project) -> Iterator[Fault]:
    if project.settings.nav is None or project.settings.plugins & _NAVIGATORS:
        return
    served = Served(project)
    named: set[str] = set()
    default = project.settings.default_language
    for entry, position in project.settings.nav:
        if is_external(entry) or not entry.endswith(".md"):
            continue
        # Each language's navigation has its own page in the place of another's.
        found = {path for code in served.languages if (path := served.find(entry, code)) is not None}
        named |= found
        if not found:
            known = sorted({page.slug for page in project.pages.values()})
            yield Fault(NavPageMissing(target=entry, guess=guess(entry, known)), CONFIG, position, default)
    yield from _reachable(project, named)


def _reachable(project: Project, named: set[str]) -> Iterator[Fault]:
    from pathspec.gitignore import GitIgnoreSpec  # Only for who writes a nav by hand.

    targets = Targets(project)
    unlisted = GitIgnoreSpec.from_lines(project.settings.not_in_nav)
    start = [path for path, page in project.pages.items() if path in named or page.slug == _HOME]
    seen, queue = set(start), deque(start)
    while queue:
        page = project.pages.get(queue.popleft())
        for path in _linked(targets, page) if page else ():
            if path in project.pages and path not in seen:
                seen.add(path)
                queue.append(path)
    for path, page in project.pages.items():
        if path not in seen:
            yield page.fault(PageUnreachable(), Position(1))
        elif path not in named and page.slug != _HOME and not unlisted.match_file(path):
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
                yield (
                    targets.served.find(beside, page.language or targets.project.settings.default_language)
                    or beside
                )
