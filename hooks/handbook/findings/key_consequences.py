"""What only follows from a key of front matter that is misspelt, doubled or out of its place."""

from __future__ import annotations

from ..model.project import Fault
from ..model.rules import Rule
from ..model.rules.cards import (
    CardFactUnknown,
    CardRelatedOneWay,
    CardRelatedUnknown,
)
from ..model.rules.files import (
    INDENT,
    FrontMatterBroken,
    FrontMatterKeyTwice,
    FrontMatterUnclosed,
    KeyMisplaced,
    KeyMissing,
    KeyOrder,
    KeyUnknown,
    KeyWrong,
)
from ..model.rules.sources import (
    ClaimUnknown,
    LocalRuleUnknown,
)
from .fault_index import FaultIndex

KEY_RULES = (KeyUnknown, KeyWrong, KeyMissing, KeyOrder, KeyMisplaced, FrontMatterKeyTwice)


def key_of(broken: Rule) -> tuple[str | None, ...]:
    """The key that a fault of front matter is about, and the one that was probably meant."""
    if isinstance(broken, KeyUnknown | KeyWrong):
        return broken.key, broken.guess
    if isinstance(broken, KeyMissing | KeyOrder | KeyMisplaced | FrontMatterKeyTwice):
        return (broken.key,)
    return ()


def untitled(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The title is there, under a key that is misspelt."""
    return any("title" in key_of(other.broken) for other in index.by_file[fault.file])


def channels(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The channels themselves are not to be read, so nobody knows whether writing is among them."""
    return any("channels" in key_of(other.broken) for other in index.by_file[fault.file])


def unclosed(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """Nobody knows where the text begins."""
    front = index.pages[fault.file].front
    return index.has(fault, FrontMatterUnclosed) or (front.broken and front.end == 0)


def one_way(index: FaultIndex, fault: Fault, broken: CardRelatedOneWay) -> bool:
    """The other card misspells its mention of this one, or its whole list."""
    others = (other.broken for other in index.by_file.get(broken.other, ()))
    return any(isinstance(other, CardRelatedUnknown) or "related" in key_of(other) for other in others)


def key_missing(index: FaultIndex, fault: Fault, broken: KeyMissing) -> bool:
    """A key with this name is there, misspelt, or it stood in the original that is gone."""
    return index.is_orphan(fault) or any(
        isinstance(other.broken, KeyUnknown) and other.broken.guess == broken.key
        for other in index.by_file[fault.file]
    )


def key_unknown(index: FaultIndex, fault: Fault, broken: KeyUnknown) -> bool:
    """The page is no original, although it takes the place of one."""
    return broken.key == "translation" and index.is_orphan(fault)


def run_together(index: FaultIndex, fault: Fault, broken: FrontMatterBroken) -> bool:
    """Of entries that have run together it has been told what comes of them."""
    return broken.reason == INDENT and index.has(fault, KeyWrong)


def key_wrong(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The value is wrong because it names something that does not exist."""
    return any(
        other.position == fault.position
        for other in index.of(fault.file, CardRelatedUnknown, ClaimUnknown, CardFactUnknown, LocalRuleUnknown)
    )
