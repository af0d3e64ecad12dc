"""Versions of a page that have lost each other: renamed, copied or written over in one language alone.

A translation's record holds the digests of its original, so it is known which page it translates even
where the two no longer have the same name.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from ..base.kept import kept
from ..base.positions import Position
from ..languages import language, language_name
from ..languages.sorting import fold
from ..model.changes import recorded
from ..model.digests import NOISE, digests
from ..model.placement import path_in
from ..model.project import Fault, Page, Project
from ..model.published import read_addresses
from ..model.rules.translations import PageCopied, PageOverwritten, PageRenamed
from ..model.versions import by_language

_NO_NAME = re.compile(r"[^a-z0-9]+")
_LETTER = re.compile(r"[^\W\d_]")
# Sections with other first words than these, most often to be found in so much of their text, differ.
_WORDS, _BEGINNING = 3, 60
# So many sections two versions of a page may have in common, such as one that is the same in all languages.
_SHARED = 1


def check(project: Project) -> Iterator[Fault]:
    if not project.keeps_records or len(project.settings.languages) < 2:
        return
    yield from _overwritten(project)
    yield from _copied_originals(project)
    lost = sorted(project.orphans)
    for slug in lost:
        versions = by_language(project.by_slug[slug])
        page = next(iter(versions.values()), None)
        source = _translated(project, page) if page else None
        if page is None or source is None:
            continue
        others = project.by_slug[source]
        if copied := [code for code in versions if code in others]:
            for code in copied:
                yield _copied(project, versions[code], others[code])
        else:
            yield _renamed(project, slug, source)


def _copied_originals(project: Project) -> Iterator[Fault]:
    """Originals of which most sections stand on another page, too; the copy is in fewer languages."""
    every = len(project.settings.languages)
    slugs: dict[str, list[str]] = {}
    # What is there in all languages is no copy; there may be very many that have a section in common.
    incomplete: dict[str, list[str]] = {}
    shared: dict[tuple[str, str], int] = {}
    for slug, versions in project.by_slug.items():
        original = project.original(slug)
        if original is None or original.is_translation or original not in by_language(versions).values():
            continue
        for value in set(digests(original).values()):
            is_complete = len(versions) == every
            for other in (incomplete if is_complete else slugs).get(value, ()):
                shared[other, slug] = shared.get((other, slug), 0) + 1
            slugs.setdefault(value, []).append(slug)
            if not is_complete:
                incomplete.setdefault(value, []).append(slug)
    for pair, count in shared.items():
        other, copy = sorted(pair, key=lambda slug: _age(project, slug), reverse=True)
        page, source = project.original(copy), project.original(other)
        if page is None or source is None or len(project.by_slug[copy]) == every:
            continue
        if count > _SHARED and count * 2 > len(digests(page)):
            yield _copied(project, page, source)


def _translated(project: Project, page: Page) -> str | None:
    """The slug of the original that a page without one translates: at least by half of what it records."""
    wanted = set(recorded(page).values())
    found: dict[str, int] = {}
    for slug in project.by_slug:
        original = project.original(slug)
        if slug == page.slug or original is None or original.is_translation or original.unreadable:
            continue
        if (count := len(wanted.intersection(digests(original).values()))) * 2 > len(wanted):
            found[slug] = count
    return max(found, key=lambda slug: found[slug]) if found else None


def _copied(project: Project, page: Page, other: Page) -> Fault:
    stem = posixpath.splitext(posixpath.basename(page.slug))[0]
    name = _NO_NAME.sub("-", fold(stem)).strip("-")
    kind = "card" if project.is_card(other) else "guide"
    return page.fault(PageCopied(other=other.file, kind=kind, name=name), Position(1))


def _renamed(project: Project, one: str, other: str) -> Fault:
    """What is told of versions of a page under two names, at the first of those with the new one."""
    old, new = sorted((one, other), key=lambda slug: _age(project, slug), reverse=True)
    settings = project.settings
    moved, left = project.by_slug[new], project.by_slug[old]
    back = {page.file: f"{settings.docs_dir}/{path_in(code, old, settings)}" for code, page in moved.items()}
    page = next(moved[code] for code in settings.languages if code in moved)
    commands = [f"git mv {given} {former}" for given, former in back.items()]
    broken = PageRenamed(
        old=old,
        new=new,
        former=back[page.file],
        left=", ".join(left[code].file for code in settings.languages if code in left),
        lines="\n".join([*commands, f"handbook move {old} {new}"]),
    )
    return page.fault(broken, Position(1))


def _age(project: Project, slug: str) -> tuple[bool, bool, int]:
    """Which of two names is the older one: a proposal took it away somewhere, it was published, or more
    languages have it."""
    settings = project.settings
    files = {f"{settings.docs_dir}/{path_in(code, slug, settings)}" for code in settings.languages}
    removed = project.base is not None and not files.isdisjoint(project.base.removed)
    paths = {path_in(code, slug, settings) for code in settings.languages}
    published = any(path in paths for _, path, _ in read_addresses(project.published))
    return removed, published, len(project.by_slug[slug])


def _overwritten(project: Project) -> Iterator[Fault]:
    """Versions with the same text: one of the two holds another language's."""
    alike: dict[tuple[str, str], list[tuple[Page, Page]]] = {}
    pages: Counter[tuple[str, str]] = Counter()
    for versions in project.by_slug.values():
        for codes in combinations(readable := by_language(versions), 2):
            one, other = (readable[code] for code in codes)
            pages[codes] += 1
            if _is_alike(one, other):
                alike.setdefault(codes, []).append((one, other))
    for codes, pairs in alike.items():
        if len(pairs) * 2 > pages[codes]:
            continue  # A language begun as a copy of another one.
        for pair in pairs:
            wrong, right = sorted(pair, key=_foreign, reverse=True)
            broken = PageOverwritten(
                other=right.file,
                language=language_name(wrong.language, wrong.language or ""),
                given=language_name(wrong.language, right.language or ""),
            )
            yield wrong.fault(broken, Position(1))


def _is_alike(one: Page, other: Page) -> bool:
    """Whether most sections of two versions are the same, word for word."""
    if _beginnings(one).isdisjoint(_beginnings(other)):
        return False  # Nearly every page: no section but the lead can be the same.
    own, others = (set(list(digests(page).values())[1:]) for page in (one, other))
    shared = own & others
    return len(shared) > _SHARED and len(shared) * 2 > min(len(own), len(others))


@kept
def _beginnings(page: Page) -> frozenset[str]:
    """The first words of the sections below the lead, as their digests know them."""
    return frozenset(
        _beginning(section.heading.text, section.text)
        for section in page.document.sections
        if section.heading and section.heading.level >= 2
    )


def _beginning(heading: str, text: str) -> str:
    words = NOISE.sub("", f"{heading} {text[:_BEGINNING]}").split()
    if len(words) <= _WORDS:  # The last one may go on.
        words = NOISE.sub("", f"{heading} {text}").split()
    return " ".join(words[:_WORDS])


def _foreign(page: Page) -> tuple[float, bool]:
    """How much of a text is written with letters that its language lacks."""
    letters = _LETTER.findall(page.document.body.lower())
    own = language(page.language).letters
    foreign = sum(1 for letter in letters if letter not in own)
    return foreign / max(len(letters), 1), page.is_translation
