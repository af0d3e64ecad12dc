"""What comes from elsewhere by copying and is no Markdown: lists, tables, signatures, conflicts of git."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.rules.files import ConflictLeft
from ...model.rules.references import PageReadOtherwise
from .pasted_tables import table

# • Ask    1) Ask    (a) Ask    – Ask: what marks an entry in a letter, and the text after it
_BULLET = r"[•·●○▪■□◦‣➢➤✓✔–—-]"
_TYPED = re.compile(
    rf"[ ]{{0,3}}(?:(?P<bullet>{_BULLET})|\(?(?P<count>\d{{1,2}}|[a-z])\)|(?P<number>\d{{1,2}})\.)"
    r"(?P<gap>[ \t\u00a0\u2007\u202f]*)(?P<text>[^\W_].*|[„“\"*_\[(].*)"
)
# Nearly every page has no line that begins like one of them, no row of a table and no dashes.
_SIGNS = ("\t", "|", "--", "+-")
_MAYBE = re.compile(
    rf"\n[ ]{{0,3}}(?:(?!-){_BULLET}|\(?(?:\d{{1,2}}|[a-z])\)|(?:-|\d{{1,2}}\.)[\u00a0\u2007\u202f])"
)
_ENTRY = re.compile(r"[ ]{0,3}(?:[-*+]|\d{1,9}\.)[ \t]+\S")
# They may begin a part of a sentence.
_DASHES = ("–", "—")
# Each in a paragraph of its own, as word processors give them.
_BULLETED = re.compile(r"[•·●○▪■□◦‣➢➤✓✔]")
_NO_BREAK = re.compile(r"[\u00a0\u2007\u202f]")
_CONFLICT_SIGNS = ("<" * 7, ">" * 7, "|" * 7)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_MIDDLE = re.compile(r"^={7}$", re.MULTILINE)
# What mail programs put above a signature.
_SIGNATURE = "--"
_LONGEST = 12


def conflict(body: str) -> tuple[int, ConflictLeft] | None:
    """Where git's first mark of a conflict stands that nobody has resolved; None where there is none."""
    has_signs = any(signs in body for signs in _CONFLICT_SIGNS)
    first = _CONFLICT.search(body) if has_signs else None
    if first is None:
        return None
    middle = _MIDDLE.search(body)
    begin = min(first, middle, key=lambda mark: mark.start()) if middle else first
    return begin.start(), ConflictLeft(mark=begin[0])


def pasted(text: str, *, is_card: bool) -> Iterator[tuple[int, PageReadOtherwise]]:
    """The blocks of a page that are meant as a list or a table, and are none; of each kind the first.

    Args:
        text: the body with code and the like blanked.
    """
    told: set[str] = set()
    for at, lines in _blocks(text) if _may_hold_any(text) else ():
        made_of = _list(lines, is_card=is_card), table(lines), _signed(lines)
        for kind, made in zip(("list", "table", "signature"), made_of, strict=True):
            if made is not None and kind not in told:
                told.add(kind)
                line, broken = made
                yield at + sum(len(above) + 1 for above in lines[:line]), broken
                break


def _may_hold_any(text: str) -> bool:
    return any(sign in text for sign in _SIGNS) or _MAYBE.search(f"\n{text}") is not None


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Where each run of lines begins that no empty line parts, and its lines; bullets stay together."""
    at, begin = 0, 0
    block: list[str] = []
    lines = [*text.split("\n"), ""]
    for number, line in enumerate(lines):
        if line.strip(" \t"):
            if not block:
                begin = at
            block.append(line)
        elif block and not all(map(_BULLETED.match, (block[-1], *lines[number + 1 : number + 2]))):
            yield begin, block
            block = []
        at += len(line) + 1


def _list(lines: list[str], *, is_card: bool) -> tuple[int, PageReadOtherwise] | None:
    """Lines that begin as entries do elsewhere; after Markdown's own a single one is enough."""
    found = [(number, match) for number, line in enumerate(lines) if (match := _TYPED.fullmatch(line))]
    run = [(number, match) for number, match in found if _is_typed(match)]
    if not run:
        return None
    first, match = run[0]
    if any(map(_ENTRY.match, lines[:first])):
        if is_card or match["bullet"] in _DASHES:
            return None  # What entries of cards run into has a rule of its own.
    elif len(run) < 2 or first > 1 or len(run) * 2 < len(lines):
        return None
    better = [_entry(match, place) for place, (_, match) in enumerate(run[:_LONGEST], start=1)]
    return first, PageReadOtherwise(what=lines[first].strip(), typed=_mark(match), lines="\n".join(better))


def _is_typed(match: re.Match[str]) -> bool:
    """Whether the mark is none of Markdown's: a bullet of another kind, or a space that it does not know."""
    if match["bullet"] == "-" or match["number"]:
        return bool(_NO_BREAK.match(match["gap"]))
    return True


def _mark(match: re.Match[str]) -> str:
    return match[0][: match.start("text") - match.start()].strip()


def _entry(match: re.Match[str], place: int) -> str:
    return f"- {match['text']}" if match["bullet"] else f"{place}. {match['text']}"


def _signed(lines: list[str]) -> tuple[int, PageReadOtherwise] | None:
    if lines[0].rstrip() != _SIGNATURE:
        return None
    return 0, PageReadOtherwise(what=_SIGNATURE, signature=_SIGNATURE)
