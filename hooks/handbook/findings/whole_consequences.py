"""What goes with a fault that makes all else about a page, or about a part of it, beside the point."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from ..model.project import Fault
from ..model.rules.files import ConflictLeft, FrontMatterBroken
from ..model.rules.links import LinkAnchorMissing
from ..model.rules.references import SectionsTwice

_ALL = range(1, 10**9)


class Swallowed:
    """The lines of files about which one fault says all there is to say."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self._parts: dict[str, list[tuple[Fault, range]]] = {}
        for fault in faults:
            if (lines := _lines(fault)) is not None:
                self._parts.setdefault(fault.file, []).append((fault, lines))

    def __contains__(self, fault: Fault) -> bool:
        """Whether another fault says what there is to say about this one's place, or of what it leads to."""
        parts = self._parts.get(fault.file, ())
        if any(cause is not fault and fault.position.line in lines for cause, lines in parts):
            return True
        if not self._parts or not isinstance(fault.broken, LinkAnchorMissing):
            return False
        path = fault.broken.target.partition("#")[0]
        goal = posixpath.normpath(posixpath.join(posixpath.dirname(fault.file), path))
        return any(lines is _ALL for _, lines in self._parts.get(goal, ()))


def _lines(fault: Fault) -> range | None:
    """The lines that a fault speaks for; None where it speaks for its own place alone."""
    broken = fault.broken
    if isinstance(broken, ConflictLeft) or (isinstance(broken, FrontMatterBroken) and broken.fence):
        return _ALL
    if isinstance(broken, SectionsTwice):
        return range(fault.position.line, broken.last + 1)
    return None
