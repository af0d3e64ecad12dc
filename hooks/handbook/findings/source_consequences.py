"""What only follows from a fault of the data files, or of the pages that name what stands in them."""

from __future__ import annotations

from ..model.project import Fault
from ..model.rules import Rule
from ..model.rules.files import (
    DataBroken,
    DataMissing,
    FileEmpty,
    FrontMatterBroken,
    FrontMatterKeyTwice,
    FrontMatterUnclosed,
)
from ..model.rules.sources import (
    ClaimUnknown,
    LocalRuleMissing,
    LocalRuleUnknown,
)
from .fault_index import UNREAD, FaultIndex
from .key_consequences import KEY_RULES, key_of


def claim_unknown(index: FaultIndex, fault: Fault, broken: ClaimUnknown) -> bool:
    """The claim is there, but something is wrong with it."""
    return any(
        isinstance(other.broken, DataBroken) and str(other.broken.reason).startswith(f"{broken.id}.")
        for other in index.of(broken.file, DataBroken)
    )


def claim_lost(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """A page that is gone or cannot be read, or an id that is misspelt, may be the one that carried it."""
    unread = {*UNREAD, FileEmpty, FrontMatterBroken, FrontMatterUnclosed, ClaimUnknown}
    if index.rules & unread or index.orphans:
        return True
    return any(
        not {"claims", "claim"}.isdisjoint(key_of(other.broken))
        for file in index.by_file
        for other in index.of(file, *KEY_RULES)
        if not isinstance(other.broken, FrontMatterKeyTwice)
    )


def local_rule_missing(index: FaultIndex, fault: Fault, broken: LocalRuleMissing) -> bool:
    """The rule is there, but its file cannot be read or something is wrong with it."""
    return any(
        True for file in (fault.file, broken.other) for _ in index.of(file, DataBroken, DataMissing, *UNREAD)
    )


def local_rule_unknown(index: FaultIndex, fault: Fault, broken: LocalRuleUnknown) -> bool:
    return any(
        True
        for file in index.by_file
        if file.startswith(f"{broken.folder}/")
        for _ in index.of(file, DataBroken, *UNREAD)
    )
