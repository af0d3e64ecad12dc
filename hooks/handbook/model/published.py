"""Every address that was ever published: a list kept with the project, to which is only ever added.

published.txt    pl/guides/listening.md hear-out repeat-back
                 pl/scenarios/late.md
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .project import Page, Project

FILE = "published.txt"
_HEADER = (
    "# Every address that was ever published: a page, and the ids on it that links may lead to.\n"
    "# `handbook addresses` adds those of today. Nothing is taken away: redirects.yml says where it is now.\n"
)

# The path of a page below the docs folder -> the ids on it.
Addresses = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Dead:
    """An address without a page or a redirect: `slug` or slug#id, and one of the lines that name it.

    `now` is the slug that the page has today, if it is anywhere.
    """

    address: str
    now: str
    code: str
    line: int


def read_addresses(text: str) -> Iterator[tuple[int, str, frozenset[str]]]:
    """Line, page and ids of each entry of the file."""
    for number, line in enumerate(text.split("\n"), start=1):
        path, *ids = line.split() or [""]
        if path and not path.startswith("#"):
            yield number, path, frozenset(ids)


def as_text(addresses: Addresses) -> str:
    """The text of the file."""
    lines = (" ".join([path, *sorted(addresses[path])]) for path in sorted(addresses))
    return _HEADER + "".join(f"{line}\n" for line in lines)


def with_pages(text: str, pages: Iterable[Page]) -> str:
    """The text of the file with the addresses of pages added to it."""
    found: dict[str, frozenset[str]] = {}
    for _, path, ids in read_addresses(text):
        found[path] = found.get(path, frozenset()) | ids
    for page in pages:
        if page.language is not None and not page.unreadable:
            found[page.path] = found.get(page.path, frozenset()) | frozenset(page.document.ids)
    return as_text(found)


def dead(project: Project) -> Iterator[Dead]:
    """The addresses of a project's list that lead nowhere; each once, whatever the language.

    A version in one language that is gone is not dead: its place leads to the original.
    """
    told: set[str] = set()
    for line, path, ids in read_addresses(project.published):
        code, _, slug = path.partition("/")
        if code not in project.settings.languages:
            continue
        now = project.redirects.get(slug, slug) if slug not in project.by_slug else slug
        versions = project.by_slug.get(now, {})
        if not versions:
            lost = {slug}
        elif any(page.unreadable for page in versions.values()):
            lost = set()
        else:
            there = {id for page in versions.values() for id in page.document.ids}
            lost = {f"{slug}#{id}" for id in ids - there if f"{now}#{id}" not in project.redirects}
        for address in sorted(lost - told):
            yield Dead(address, now, code, line)
        told |= lost


def gone_versions(project: Project) -> Iterator[tuple[str, str]]:
    """Language and slug of each page that was published in a language in which it is no more."""
    for _, path, _ in read_addresses(project.published):
        code, _, slug = path.partition("/")
        versions = project.by_slug.get(slug, {})
        if versions and code in project.settings.languages and code not in versions:
            yield code, slug
