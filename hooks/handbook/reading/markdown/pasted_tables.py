"""Tables that are none, or lose cells: rows of a spreadsheet, and what looks like a table elsewhere."""

from __future__ import annotations

import re

from ...model.rules.references import PageReadOtherwise

_TABS = re.compile(r"(?<=\S)[ ]*\t+[ ]*(?=\S)")
_RULE = re.compile(r"\|?[ \t:-]*-[ \t:|-]*")
# +-----+-----+ as terminals draw it
_BOX = re.compile(r"\+(?:[-=:]+\+)+")
_BAR = re.compile(r"(?<!\\)\|")
# So many rows are shown.
_LONGEST = 12


def table(lines: list[str]) -> tuple[int, PageReadOtherwise] | None:
    """What is told of a block of lines that is meant as a table; None where it is one, or none at all."""
    if len(lines) > 1 and all(_TABS.search(line) for line in lines):
        return _told(lines, 0, [[cell.strip() for cell in _TABS.split(line.strip())] for line in lines])
    first = next((number for number, line in enumerate(lines) if _is_row(line)), len(lines))
    meant = [line.strip() for line in lines[first:]]
    if len(meant) < 2 or not all(map(_is_row, meant)):
        return None
    rows = [_cells(line) for line in meant if not _RULE.fullmatch(line) and not _BOX.fullmatch(line)]
    if not rows:
        return None
    width = len(rows[0])
    is_ruled = bool(_RULE.fullmatch(meant[1])) and len(_cells(meant[1])) == width
    if first == 0 and is_ruled and all(len(row) <= width for row in rows):
        return None
    return _told(lines, first, rows)


def _is_row(line: str) -> bool:
    text = line.strip()
    return (text[:1] == text[-1:] == "|" and len(text) > 1) or bool(_BOX.fullmatch(text))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _BAR.split(line.strip().removeprefix("|").removesuffix("|"))]


def _told(lines: list[str], first: int, rows: list[list[str]]) -> tuple[int, PageReadOtherwise]:
    width = max(len(row) for row in rows[:_LONGEST])
    shown = [row + [""] * (width - len(row)) for row in rows[:_LONGEST]]
    better = "\n".join(f"| {' | '.join(row)} |" for row in [shown[0], ["---"] * width, *shown[1:]])
    what = lines[first].strip().replace("\t", " ")
    return first, PageReadOtherwise(what=what, table=rows[0][0], lines=better)
