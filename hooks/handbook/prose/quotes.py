"""Quotation marks: which belong together, and which stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..languages import LANGUAGES

_MARKS = re.compile("[\"„“”«»‟]|(?<![\\w])'(?=\\w)[^'\n]*?(?<=[\\w.,?!…])'(?!\\w)")
_CLOSERS = ".,;:!?…)]”’»"
_OPENERS = "([{/–—-„“«‘‚"
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['´](?=[^\W\d_]|\s|[.,;:!?…)”]|\Z)|(?<!\w)['´](?=[^\W\d_])")


# No mark at all but pairs of the language's own; an apostrophe is a curly one.
def _fine(opening: str, closing: str, others: str = "") -> str:
    none = f"[^\"'´„“”«»‟‘‚{others}]*"
    return f"{none}(?:{opening}{none}{closing}{none})*"


_FINE = {code: re.compile(_fine(*spoken.quotes)) for code, spoken in LANGUAGES.items()}
# The same of each of many lines.
_ALL_FINE = {
    code: re.compile(rf"{line}(?:\n{line})*")
    for code, spoken in LANGUAGES.items()
    for line in (_fine(*spoken.quotes, others=r"\n"),)
}


@dataclass(frozen=True)
class Pair:
    """Two marks and where they stand."""

    start: int
    end: int
    opening: str
    closing: str


def are_plain(text: str, language: str) -> bool:
    """Whether a text has no marks but simple pairs of its language, as nearly every one."""
    return language in _FINE and _FINE[language].fullmatch(text) is not None


def are_all_plain(text: str, language: str) -> bool:
    """Whether each line of a text is as simple."""
    return language in _ALL_FINE and _ALL_FINE[language].fullmatch(text) is not None


def pairs(text: str, language: str) -> tuple[list[Pair], list[int]]:
    """The quotation marks of a text.

    Args:
        text: the text of a passage.
        language: its language; a quotation within a quotation is set in marks of its own there.

    Returns:
        The pairs, and the places of marks without a partner.
    """
    found: list[Pair] = []
    lonely: list[int] = []
    spoken = LANGUAGES.get(language)
    inner = [match.span() for match in spoken.inner_quotes.finditer(text)] if spoken else []
    opened: int | None = None
    for match in _MARKS.finditer(text):
        at = match.start()
        if len(match[0]) > 1:
            found.append(Pair(at, match.end() - 1, "'", "'"))
            continue
        if opened is not None and any(opened < start <= at < end for start, end in inner):
            continue
        if match[0] == '"' and opened is None and at and text[at - 1].isdigit():
            continue  # inches
        opens = _opens(text, at, opened is not None)
        if opens:
            if opened is not None:
                lonely.append(opened)
            opened = at
        elif opened is None:
            lonely.append(at)
        else:
            found.append(Pair(opened, at, text[opened], match[0]))
            opened = None
    if opened is not None:
        lonely.append(opened)
    return found, sorted(lonely)


def apostrophes(text: str, found: Sequence[Pair]) -> Iterator[int]:
    """Where a straight sign stands for an apostrophe."""
    quotes = {place for pair in found for place in (pair.start, pair.end)}
    for match in _APOSTROPHE.finditer(text):
        if match.start() not in quotes:
            yield match.start()


def _opens(text: str, at: int, inside: bool) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if (before.isspace() or before in _OPENERS) and not after.isspace():
        return True
    if not before.isspace() and (after.isspace() or after in _CLOSERS):
        return False
    return not inside
