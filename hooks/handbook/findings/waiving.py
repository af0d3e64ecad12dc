"""Waivers that have run out, do nothing, or name no rule. Which findings they cover, `cover` decides."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator

from ..base.guessing import guess
from ..model.document import Waiver
from ..model.project import Fault, Project
from ..model.rules import GROUPS, RULES
from ..model.rules.files import AddressTwice, CheckFailed, DataMissing, FileLinked, FileLong
from ..model.rules.waivers import (
    LONGEST_PROMISE,
    WaiverExpired,
    WaiverLong,
    WaiverRefused,
    WaiverRuleUnknown,
    WaiverUnused,
)

# A waiver cannot let itself pass, nor what must not reach readers or keeps files from being read.
_OWN = GROUPS["waivers"]
_UNWAIVABLE = frozenset(
    (
        *GROUPS["safety"],
        *_OWN,
        *(rule.rule_id for rule in (CheckFailed, FileLong, FileLinked, AddressTwice, DataMissing)),
    )
)


def cover(
    project: Project, faults: Iterable[Fault], today: datetime.date, silent: Collection[str] = ()
) -> Iterator[Fault]:
    """The faults that remain, and those of the waivers themselves.

    Args:
        faults: what the checks found.
        today: the day on which a waiver must still hold.
        silent: rules that nothing was checked for, so that nobody knows what their waivers cover.
    """
    by_file = {page.file: page for page in project.pages.values()}
    used: set[tuple[str, int]] = set()
    for fault in faults:
        page = by_file.get(fault.file)
        waiver = _covering(page.document.waivers, fault) if page else None
        if waiver is None or fault.rule in _UNWAIVABLE:
            yield fault
            continue
        # A waiver that has run out still covers its fault: one finding is enough, and it says more.
        used.add((fault.file, waiver.position.line))
    for page in by_file.values():
        for waiver in page.document.waivers:
            waived, until = waiver.rule, waiver.until.isoformat()
            if waived not in RULES:
                near = guess(waived, RULES)
                yield page.fault(WaiverRuleUnknown(waived=waived, until=until, guess=near), waiver.position)
            elif waived in _UNWAIVABLE:
                yield page.fault(WaiverRefused(waived=waived), waiver.position)
            elif waiver.rule in silent:
                continue
            elif (page.file, waiver.position.line) not in used:
                yield page.fault(WaiverUnused(waived=waived, until=until), waiver.position)
            elif waiver.until - today > LONGEST_PROMISE:
                yield page.fault(WaiverLong(waived=waived, until=until), waiver.position)
            elif waiver.until < today:
                yield page.fault(WaiverExpired(waived=waived, until=until), waiver.position)


def _covering(waivers: Iterable[Waiver], fault: Fault) -> Waiver | None:
    for waiver in waivers:
        on_line = fault.position.line in (waiver.covers, waiver.position.line)
        if waiver.rule == fault.rule and (waiver.whole_page or on_line):
            return waiver
    return None
