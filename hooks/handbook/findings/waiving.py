"""Waivers that have run out, do nothing, or name no rule. Which findings they cover, `cover` decides."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from ..base.guessing import guess
from ..model.document import Waiver
from ..model.project import Fault, Project
from ..model.rules import RULES

# A waiver cannot let itself pass.
_OWN = ("waiver-broken", "waiver-expired", "waiver-unused", "waiver-rule-unknown")


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
        if waiver is None or fault.rule in _OWN:
            yield fault
            continue
        # A waiver that has run out still covers its fault: one finding is enough, and it says more.
        used.add((fault.file, waiver.position.line))
    for page in by_file.values():
        for waiver in page.document.waivers:
            values: dict[str, Any] = {"waived": waiver.rule, "until": waiver.until.isoformat()}
            if waiver.rule not in RULES:
                near = guess(waiver.rule, RULES)
                yield page.fault("waiver-rule-unknown", waiver.position, guess=near, **values)
            elif waiver.rule in silent:
                continue
            elif (page.file, waiver.position.line) not in used:
                yield page.fault("waiver-unused", waiver.position, **values)
            elif waiver.until < today:
                yield page.fault("waiver-expired", waiver.position, **values)


def _covering(waivers: Iterable[Waiver], fault: Fault) -> Waiver | None:
    for waiver in waivers:
        on_line = fault.position.line in (waiver.covers, waiver.position.line)
        if waiver.rule == fault.rule and (waiver.whole_page or on_line):
            return waiver
    return None
