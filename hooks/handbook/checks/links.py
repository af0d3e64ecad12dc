"""Links: pages, anchors and files that are not there, and links into another language."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from ..generate.anchors import generated_ids
from ..model import Fault, Link, Page, Project
from ..text import guess

_SCHEME = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.\-]*:|//)")


def check(project: Project) -> Iterator[Fault]:
    ids = _Ids(project)
    for page in project.pages.values():
        for link in page.document.links:
            yield from _link(project, ids, page, link)


class _Ids:
    """The ids each page has in the browser: its own and those of what is generated into it."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._found: dict[str, frozenset[str]] = {}

    def of(self, page: Page) -> frozenset[str]:
        if page.path not in self._found:
            made = generated_ids(self._project, page)
            self._found[page.path] = frozenset(page.document.ids) | made
        return self._found[page.path]


def _link(project: Project, ids: _Ids, page: Page, link: Link) -> Iterator[Fault]:
    target = link.target.strip()
    if not target:
        yield page.fault("link-empty", link.position)
        return
    if _SCHEME.match(target) or target.startswith("/"):
        return
    path, hash_mark, anchor = target.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        if anchor:
            yield from _anchor(ids, page, page, link, anchor)
        elif hash_mark:
            return  # "#" alone is the top of the page
        return
    goal = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    if goal == ".." or goal.startswith("../"):
        yield page.fault("link-outside-docs", link.position, target=target)
        return
    there = project.pages.get(goal)
    if there is not None:
        if page.language and there.language and there.language != page.language:
            yield page.fault(
                "link-wrong-language",
                link.position,
                target=target,
                other=there.language,
                guess=_in_language(project, page, there, anchor),
            )
        elif anchor:
            yield from _anchor(ids, page, there, link, anchor)
    elif goal not in project.files:
        rule = "link-page-missing" if path.endswith((".md", "/")) or "." not in path else "link-file-missing"
        yield page.fault(rule, link.position, target=target, guess=_near(project, page, goal))


def _anchor(ids: _Ids, page: Page, there: Page, link: Link, anchor: str) -> Iterator[Fault]:
    known = ids.of(there)
    if anchor in known or unquote(anchor) in known:
        return
    near = guess(unquote(anchor), sorted(known))
    yield page.fault(
        "link-anchor-missing", link.position, anchor=anchor, target=link.target, guess=near
    )


def _in_language(project: Project, page: Page, there: Page, anchor: str) -> str | None:
    """The same page in the reader's language, as a relative link."""
    own = project.by_slug.get(there.slug, {}).get(page.language or "")
    if own is None:
        return None
    return _relative(page, own.path) + (f"#{anchor}" if anchor else "")


def _near(project: Project, page: Page, goal: str) -> str | None:
    """The existing file that was probably meant: by name anywhere first, then by likeness."""
    folder = f"{page.language}/" if page.language else ""
    known = [path for path in project.files if path.startswith(folder)]
    same_name = [path for path in known if posixpath.basename(path) == posixpath.basename(goal)]
    found = same_name[0] if len(same_name) == 1 else guess(goal, known)
    return _relative(page, found) if found else None


def _relative(page: Page, path: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(page.path) or ".")
