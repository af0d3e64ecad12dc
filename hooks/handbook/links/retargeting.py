"""Edits that let a link lead where it was meant to."""

from __future__ import annotations

from dataclasses import replace

from ..base.edits import Edit
from ..base.positions import Position
from ..model.document import Link
from ..model.project import Fault, Page


def replace_target(page: Page, link: Link, better: str | None) -> Edit | None:
    """An edit that replaces a link's target, where the file really says what was read."""
    if better is None:
        return None
    place = link.target_position
    line = page.document.lines[place.line - 1]
    start = place.column - 1
    if line.startswith("<", start):
        start += 1
    if not line.startswith(link.target, start) or " " in better:
        return None
    return Edit(Position(place.line, start + 1), link.target, better)


def replace_shown_too(page: Page, link: Link, better: str) -> Edit | None:
    """The same edit, of the link's text as well where that is the target itself."""
    fix = replace_target(page, link, better)
    if fix is None:
        return None
    before = page.document.lines[fix.position.line - 1][: fix.position.column - 1]
    shown = f"{link.target}]("
    if not before.endswith(f"[{shown}"):
        return fix
    place = Position(fix.position.line, fix.position.column - len(shown))
    return Edit(place, f"{shown}{link.target}", f"{better}]({better}")


def again(fault: Fault, page: Page, link: Link) -> Fault:
    """What was found of a target, where another link of the page has the same one."""
    fix = replace_target(page, link, fault.fix.new) if fault.fix else None
    return replace(fault, position=link.position, fix=fix)
