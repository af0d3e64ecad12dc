"""What goes with a fault that makes all else about a page, or about a part of it, beside the point."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from ..model.placement import path_in
from ..model.project import Fault, Project
from ..model.rules import Rule
from ..model.rules.cards import CardIdTwice, CardRelatedOneWay, CardRelatedUnknown
from ..model.rules.files import AddressTwice, ConflictLeft, FileEmpty, FileKind, FrontMatterBroken
from ..model.rules.links import LinkAnchorMissing, LinkPageMissing, LinkUntranslated
from ..model.rules.navigation import AddressDead, NavPageMissing
from ..model.rules.references import MailPasted, SectionsTwice
from ..model.rules.sources import CardNamedLost, StaffWordsLost
from ..model.rules.translations import OriginalMissing, PageCopied, PageMoved, PageOverwritten, PageRenamed

_ALL = range(1, 10**9)


class Swallowed:
    """The lines of files about which one fault says all there is to say."""

    def __init__(self, project: Project, faults: Iterable[Fault]) -> None:
        self._project = project
        self._parts: dict[str, list[tuple[Fault, range]]] = {}
        # The slugs of pages that nobody finds under one name.
        self._lost: set[str] = set()
        for fault in faults:
            for file, lines in self._parts_of(fault):
                self._parts.setdefault(file, []).append((fault, lines))
            if isinstance(fault.broken, PageRenamed | PageMoved):
                self._lost |= {fault.broken.old, fault.broken.new}

    def __contains__(self, fault: Fault) -> bool:
        """Whether another fault says what there is to say about this one's place, or of what it leads to."""
        if not self._parts:
            return False
        parts = self._parts.get(fault.file, ())
        if any(cause is not fault and fault.position.line in lines for cause, lines in parts):
            return True
        return self._leads_to_lost(fault)

    def _parts_of(self, fault: Fault) -> Iterator[tuple[str, range]]:
        """The files, and the lines of them, that a fault speaks for; none where it is about a place alone."""
        broken, settings = fault.broken, self._project.settings
        slugs: set[str] = set()
        is_front = isinstance(broken, FrontMatterBroken) and bool(broken.dashes or broken.again)
        if is_front or isinstance(broken, ConflictLeft | FileEmpty | PageCopied):
            yield fault.file, _ALL
        elif isinstance(broken, FileKind) and broken.page:
            yield broken.page, _ALL
        elif isinstance(broken, SectionsTwice):
            yield fault.file, range(fault.position.line, broken.last + 1)
        elif isinstance(broken, MailPasted):
            yield fault.file, range(fault.position.line, fault.position.line + broken.span)
        elif isinstance(broken, PageOverwritten):
            slugs = {page.slug for page in self._project.pages.values() if page.file == fault.file}
        elif isinstance(broken, PageRenamed):
            slugs = {broken.old, broken.new}
        elif isinstance(broken, PageMoved):
            slugs = {broken.old}
        for slug in slugs:
            for code in settings.languages:
                yield f"{settings.docs_dir}/{path_in(code, slug, settings)}", _ALL

    def _leads_to_lost(self, fault: Fault) -> bool:
        """Whether it is about a link or a name that leads to a page which is spoken for as a whole."""
        broken = fault.broken
        if isinstance(broken, LinkAnchorMissing | LinkPageMissing | LinkUntranslated):
            path = broken.target.partition("#")[0]
            goal = posixpath.normpath(posixpath.join(posixpath.dirname(fault.file), path))
            return any(lines is _ALL for _, lines in self._parts.get(goal, ()))
        if isinstance(broken, OriginalMissing):
            return any(lines is _ALL for _, lines in self._parts.get(broken.path, ()))
        if isinstance(broken, CardIdTwice | AddressTwice):
            return any(lines is _ALL for _, lines in self._parts.get(broken.other, ()))
        if isinstance(broken, NavPageMissing):
            return broken.target in self._lost
        if isinstance(broken, AddressDead):
            return broken.address.partition("#")[0] in self._lost
        names = {posixpath.splitext(posixpath.basename(slug))[0] for slug in self._lost}
        return not names.isdisjoint(_names(broken))


def _names(broken: Rule) -> Iterator[str]:
    """The cards that a fault names."""
    if isinstance(broken, CardRelatedUnknown | CardRelatedOneWay):
        yield broken.slug
    if isinstance(broken, CardRelatedOneWay):
        yield broken.back
    if isinstance(broken, CardNamedLost):
        yield broken.card
    if isinstance(broken, StaffWordsLost):
        yield posixpath.splitext(posixpath.basename(broken.page))[0]
